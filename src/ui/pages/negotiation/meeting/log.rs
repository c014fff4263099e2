//! The quick log: one line, Enter, back to the talk.

use egui::{Id, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::summon::{self, Summons};
use super::{Scene, potato_capture};
use crate::app::command::UiCommand;
use crate::app::edit::SessionEdit;
use crate::domain::session::{LogEntry, LogKind};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::text;

const ROW: f32 = 38.0;
const TRACKS: [Track; 3] = [Track::Fixed(74.0), Track::Share(1.0), Track::Fixed(52.0)];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    Card::new(cx.t("log-title")).fixed().show_with_actions(
        ui,
        tokens,
        place,
        |ui| summon::hint(ui, tokens, UiCommand::WriteLog),
        |ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| entry(ui, cx, scene));
            let mut lines: Vec<&LogEntry> = scene
                .session
                .log
                .iter()
                .filter(|entry| entry.meeting == scene.meeting.id)
                .collect();
            if lines.is_empty() {
                ui.label(text::body(cx.t("log-empty"), tokens));
                return;
            }
            lines.sort_by_key(|entry| std::cmp::Reverse(entry.at));
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().id_salt("log").auto_shrink(false).show_rows(
                ui,
                ROW,
                lines.len(),
                |ui, rows| {
                    for entry in lines.get(rows).unwrap_or_default() {
                        line(ui, cx, scene, entry);
                    }
                },
            );
        },
    );
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let meeting = scene.meeting.id;
    let id = Id::unique(("log-text", meeting.0));
    let mut draft = cx.drafts.meetings.entry(meeting).or_default().clone();
    let before = draft.clone();
    let called = summon::summons(ui, cx, UiCommand::WriteLog, id);
    if called == Summons::Next {
        draft.log_kind = summon::next_of(&LogKind::BY_HAND, draft.log_kind);
    }
    let field = Field::new(cx.t("log-text")).hint(cx.t("log-text-hint")).hide_label().id(id).show(
        ui,
        tokens,
        &mut draft.log_text,
    );
    if called == Summons::Focus {
        field.scroll_to_me(None);
    }
    let entered = submitted(ui, &field);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(3.0);
        for kind in LogKind::BY_HAND {
            let label = cx.messages.word("log", kind.id());
            if filter_chip(ui, tokens, draft.log_kind == kind, label).clicked() {
                draft.log_kind = kind;
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
    });
    if entered {
        // The next line is never far.
        ui.memory_mut(|memory| memory.request_focus(id));
        let words = draft.log_text.trim();
        if !words.is_empty() {
            let entry = LogEntry {
                id: cx.clock.new_entry(),
                at: cx.now(),
                meeting,
                kind: draft.log_kind,
                text: words.to_owned(),
                tactic: None,
                phase: None,
                person: None,
                effect: None,
            };
            cx.edit_session(scene.session.id, SessionEdit::AddLog(entry));
            draft.log_text.clear();
        }
    }
    if draft != before {
        cx.drafts.meetings.insert(meeting, draft);
    }
}

/// What a line says: its text, with the card or the phase that it is about.
pub fn words(cx: &Cx<'_>, entry: &LogEntry) -> String {
    let language = cx.messages.language();
    let about = match (&entry.tactic, entry.phase) {
        (Some(id), _) => Some(
            cx.catalog
                .tactic(id)
                .map_or_else(|| id.clone(), |card| card.name.get(language).to_owned()),
        ),
        (None, Some(phase)) => Some(cx.catalog.phase(phase).name.get(language).to_owned()),
        (None, None) => None,
    };
    match (about, entry.text.trim()) {
        (Some(about), "") => about,
        (Some(about), words) => {
            cx.tr("label-text", &[("label", about.into()), ("text", words.into())])
        }
        (None, words) => words.to_owned(),
    }
}

fn line(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, entry: &LogEntry) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, tokens.border));
    let cells = split(rect, 8.0, &TRACKS);
    let [time, said, buttons] = cells.as_slice() else { return };
    ui.push_id(entry.id.0, |ui| {
        let at = cx.messages.time(cx.clock.local(entry.at).time());
        cell(ui, "time", *time, egui::Align::Min, |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(3.0);
                text::one_line(ui, text::caption(at, tokens));
                text::one_line(ui, text::caption(cx.messages.word("log", entry.kind.id()), tokens));
            });
        });
        let shown = words(cx, entry);
        let colour = if entry.kind == LogKind::PhaseChange { tokens.text_3 } else { tokens.text };
        cell(ui, "words", *said, egui::Align::Min, |ui| {
            text::two_lines(ui, text::body(shown.clone(), tokens).color(colour))
                .on_hover_text(&shown)
        });
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt("buttons")
                .max_rect(*buttons)
                .layout(Layout::right_to_left(egui::Align::Center)),
        );
        child.spacing_mut().item_spacing.x = 0.0;
        let remove = cx.tr("log-remove", &[("words", shown.clone().into())]);
        let button =
            ActionButton::icon_only("cross", &remove).colour(tokens.text_3).enabled(!cx.read_only);
        if button.show(&mut child, tokens).clicked() {
            cx.edit_session(scene.session.id, SessionEdit::RemoveLog(entry.id));
        }
        if entry.kind == LogKind::Quote {
            let name = cx.t("log-to-potato");
            let button =
                ActionButton::icon_only("flame", name).colour(tokens.text_3).enabled(!cx.read_only);
            if button.show(&mut child, tokens).clicked() {
                entry.text.clone_into(
                    &mut cx.drafts.meetings.entry(scene.meeting.id).or_default().potato_claim,
                );
                let claim = potato_capture::claim_id(scene);
                child.memory_mut(|memory| memory.request_focus(claim));
            }
        }
    });
}
