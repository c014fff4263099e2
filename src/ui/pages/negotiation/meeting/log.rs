//! The quick log: one line, Enter, back to the talk.

use egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::summon;
use super::{Scene, choose_person, log_entry, log_strip, quick};
use crate::app::command::UiCommand;
use crate::app::edit::SessionEdit;
use crate::domain::potato::PotatoKind;
use crate::domain::session::{Effect, LogEntry, LogKind};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 46.0;
const TRACKS: [Track; 3] = [Track::Fixed(62.0), Track::Share(1.0), Track::Fixed(78.0)];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    if cx.drafts.called == Some(UiCommand::NextSpeaker) {
        cx.drafts.called = None;
        next_speaker(ui, cx, scene);
    }
    let mut next = false;
    let speaker = scene
        .person
        .filter(|_| scene.session.counterparts.len() > 1)
        .map(|person| cx.messages.name_of(person))
        .map(|name| (cx.tr("log-speaker-tip", &[("name", (&name).into())]), name));
    Card::new(cx.t("log-title")).fixed().show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            summon::hint(ui, tokens, UiCommand::WriteLog);
            if let Some((tip, name)) = &speaker {
                let button = ActionButton::quiet(name).small().icon("user").tooltip(tip);
                let button = button.show(ui, tokens);
                button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, tip));
                next = button.clicked();
            }
        },
        |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.add_enabled_ui(!cx.read_only, |ui| log_entry::show(ui, cx, scene));
            lines(ui, cx, scene);
        },
    );
    if next {
        next_speaker(ui, cx, scene);
    }
}

/// Somebody else speaks now; their profile stands beside the talk.
fn next_speaker(ui: &Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let speaker = scene.person.map(|person| person.id);
    if let Some(next) = log_entry::next_speaker(cx, scene.session, speaker) {
        choose_person(ui, scene.session, next);
    }
}

fn lines(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let mut lines: Vec<&LogEntry> =
        scene.session.log.iter().filter(|entry| entry.meeting == scene.meeting.id).collect();
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
}

/// What a line says: who, the card or the phase that it is about, and its text.
fn words(cx: &Cx<'_>, entry: &LogEntry) -> String {
    let about = match (&entry.tactic, entry.phase) {
        (Some(id), _) => Some(cx.card_name(id).unwrap_or_else(|| id.clone())),
        (None, Some(phase)) => Some(cx.c(&cx.catalog.phase(phase).name).to_owned()),
        (None, None) => None,
    };
    let label_text = |label: &str, words: &str| {
        cx.tr("label-text", &[("label", label.into()), ("text", words.into())])
    };
    let said = match (about, entry.text.trim()) {
        (Some(about), "") => about,
        (Some(about), words) => label_text(log_strip::short(&about), words),
        (None, words) => words.to_owned(),
    };
    match entry.person.and_then(|id| cx.work.person(id)) {
        Some(person) => label_text(log_strip::short(&cx.messages.name_of(person)), &said),
        None => said,
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
        cell(ui, "time", *time, Align::Min, |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(3.0);
                text::one_line(ui, text::caption(at, tokens));
                let kind = cx.messages.word("log-short", entry.kind.id());
                text::one_line(ui, text::caption(kind, tokens));
            });
        });
        let shown = words(cx, entry);
        let colour = if entry.kind == LogKind::PhaseChange { tokens.text_3 } else { tokens.text };
        let label = text::body(shown.clone(), tokens).color(colour);
        if quick::is_tactic(entry.kind) {
            let (top, bottom) = said.split_top_bottom_at_y(said.top() + 20.0);
            cell(ui, "words", top, Align::Min, |ui| {
                text::one_line(ui, label).on_hover_text(&shown);
            });
            cell(ui, "effect", bottom, Align::Min, |ui| effects(ui, cx, scene, entry));
        } else {
            cell(ui, "words", *said, Align::Min, |ui| {
                text::two_lines(ui, label).on_hover_text(&shown)
            });
        }
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt("buttons")
                .max_rect(*buttons)
                .layout(Layout::right_to_left(Align::Center)),
        );
        actions(&mut child, cx, scene, entry, &shown);
    });
}

fn actions(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, entry: &LogEntry, shown: &str) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = 0.0;
    let show = |ui: &mut Ui, icon: &str, name: &str| {
        let button = ActionButton::icon_only(icon, name).colour(tokens.text_3);
        button.enabled(!cx.read_only).show(ui, tokens).clicked()
    };
    let remove = show(ui, "cross", &cx.tr("log-remove", &[("words", shown.into())]));
    let change = log_entry::may_change(entry)
        && show(ui, "edit", &cx.tr("log-change", &[("words", shown.into())]));
    let theirs = matches!(entry.kind, LogKind::Quote | LogKind::TacticSeen);
    let catch = theirs && !entry.text.trim().is_empty() && show(ui, "flame", cx.t("log-to-potato"));
    if remove {
        cx.edit_session(scene.session.id, SessionEdit::RemoveLog(entry.id));
    }
    if change {
        log_entry::change(ui, cx, scene, entry);
    }
    if catch {
        let kind = kind_of(cx, &entry.text);
        log_strip::catch(ui, cx, scene, kind, entry.text.trim(), entry.person);
    }
}

/// The kind of hot potato that the words sound like; it can be changed on the potato.
fn kind_of(cx: &mut Cx<'_>, words: &str) -> PotatoKind {
    let heard = cx.coach.hear(words, cx.wake);
    heard
        .and_then(|heard| heard.potatoes().next().map(|(kind, _)| kind))
        .unwrap_or(PotatoKind::Other)
}

/// What came of a tactic, by one click; another click takes it back.
fn effects(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, entry: &LogEntry) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = 2.0;
    for effect in Effect::ALL {
        let selected = entry.effect == Some(effect);
        let label = cx.messages.word("effect-short", effect.id());
        let name = cx.messages.word("effect", effect.id());
        let colour = if selected { tokens.accent_text } else { tokens.text_3 };
        let button = ActionButton::quiet(label).small().selected(selected).colour(colour);
        let button = button.enabled(!cx.read_only).show(ui, tokens).on_hover_text(name);
        let enabled = ui.is_enabled() && !cx.read_only;
        button.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, selected, name)
        });
        if button.clicked() {
            let effect = (!selected).then_some(effect);
            let entry = LogEntry { effect, ..entry.clone() };
            cx.edit_session(scene.session.id, SessionEdit::SetLog(Box::new(entry)));
        }
    }
}
