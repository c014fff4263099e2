//! The tactic cards of a phase: recognise it, answer it with one line, note it.

use egui::{Align, Layout, Rect, Ui, Vec2, pos2};

use super::Scene;
use crate::app::edit::SessionEdit;
use crate::app::route::Route;
use crate::content::tactics::TacticContent;
use crate::domain::tactic::Mark;
use crate::domain::phase::Phase;
use crate::domain::session::{LogEntry, LogKind};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

pub fn list(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    phase: Phase,
    open: &mut Option<String>,
) {
    ui.spacing_mut().item_spacing.y = 2.0;
    let catalog = cx.catalog;
    for card in catalog.tactics_of(phase) {
        ui.push_id(&card.id, |ui| {
            let is_open = open.as_deref() == Some(card.id.as_str());
            let fresh = ui.make_persistent_id("fresh");
            let top = ui.cursor().top();
            if summary_row(ui, cx, scene, card, is_open) {
                *open = (!is_open).then(|| card.id.clone());
                ui.data_mut(|data| data.insert_temp(fresh, !is_open));
            }
            if is_open {
                ui.spacing_mut().item_spacing.y = 6.0;
                opened(ui, cx, scene, card);
                if ui.data_mut(|data| data.remove_temp(fresh)) == Some(true) {
                    let bottom = ui.min_rect().right_bottom();
                    let place = Rect::from_min_max(pos2(ui.min_rect().left(), top), bottom);
                    ui.scroll_to_rect(place, Some(Align::Min));
                }
            }
        });
    }
}

fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Fair => Tone::Ok,
        Mark::Hard => Tone::Neutral,
        Mark::Unethical => Tone::Warn,
    }
}

fn summary_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    card: &TacticContent,
    open: bool,
) -> bool {
    let tokens = cx.tokens;
    let name = card.name.get(cx.messages.language());
    let seen = count(scene, card, LogKind::TacticSeen);
    row(ui, tokens, "tactic", 52.0, open, name, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let first = Vec2::new(ui.available_width(), 24.0);
            ui.allocate_ui_with_layout(first, Layout::right_to_left(Align::Center), |ui| {
                chip(ui, tokens, tone(card.mark), cx.messages.word("mark", card.mark.id()));
                if seen > 0 {
                    chip(
                        ui,
                        tokens,
                        Tone::Accent,
                        &cx.tr("tactic-seen", &[("count", Arg::from(seen))]),
                    );
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    text::one_line(ui, text::strong(name, tokens));
                });
            });
            let summary = card.summary.get(cx.messages.language());
            text::one_line(ui, text::caption(summary, tokens)).on_hover_text(summary);
        });
    })
    .clicked()
}

/// How often the card was noted in this meeting.
fn count(scene: &Scene<'_>, card: &TacticContent, kind: LogKind) -> usize {
    let of_card = |entry: &&LogEntry| {
        entry.meeting == scene.meeting.id
            && entry.kind == kind
            && entry.tactic.as_deref() == Some(&card.id)
    };
    scene.session.log.iter().filter(of_card).count()
}

fn opened(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, card: &TacticContent) {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        ui.label(text::label(cx.t("meeting-tactic-say"), tokens));
        let line = egui::Label::new(text::heading(card.counter_line.get(language), tokens)).wrap();
        ui.add(line);
        if let Some(quadrant) = scene.leading(cx) {
            ui.horizontal_top(|ui| {
                quadrant_tag(ui, tokens, quadrant);
                let say = text::value(card.say[quadrant].get(language), tokens);
                ui.add(egui::Label::new(say).wrap());
            });
        }
    });
    ui.label(text::label(cx.t("meeting-tactic-cues"), tokens));
    let cues = card.recognise.iter().map(|cue| cue.get(language));
    text::sign_list(ui, tokens, "search", tokens.text_3, cues);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        let they = ActionButton::secondary(cx.t("tactic-they")).small().enabled(!cx.read_only);
        if they.show(ui, tokens).clicked() {
            note(cx, scene, card, LogKind::TacticSeen);
        }
        // An unethical one is known so that it can be countered; it is never offered for use.
        if card.mark != Mark::Unethical {
            let mine = ActionButton::secondary(cx.t("tactic-mine")).small().enabled(!cx.read_only);
            if mine.show(ui, tokens).clicked() {
                note(cx, scene, card, LogKind::TacticUsed);
            }
        }
        if ActionButton::quiet(cx.t("tactic-open")).small().show(ui, tokens).clicked() {
            cx.go(Route::tactic(&card.id));
        }
    });
    ui.add_space(4.0);
}

fn note(cx: &mut Cx<'_>, scene: &Scene<'_>, card: &TacticContent, kind: LogKind) {
    let entry = LogEntry {
        id: cx.clock.new_entry(),
        at: cx.now(),
        meeting: scene.meeting.id,
        kind,
        text: String::new(),
        tactic: Some(card.id.clone()),
        phase: None,
        person: None,
        effect: None,
    };
    cx.edit_session(scene.session.id, SessionEdit::AddLog(entry));
}
