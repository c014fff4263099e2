//! What is accepted, and what holds for all of it.

use egui::{Layout, ScrollArea, Ui};

use super::{Accepted, Scene, accepted};
use crate::app::heard::day_of;
use crate::app::pasted::{Passage, PasteDraft, Reading};
use crate::domain::evidence::Setting;
use crate::i18n::Arg;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::rule;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::observation::kind_list;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick;

const ROW: f32 = 34.0;
/// The height of what stands below the list.
const BELOW: f32 = 214.0;

pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    draft: &mut PasteDraft,
    reading: &Reading,
    shown: &[&Passage],
) {
    let (tokens, messages) = (scene.tokens, &scene.state.messages);
    ui.spacing_mut().item_spacing.y = 6.0;
    let accepted = accepted(draft, reading, &scene.known);
    let count = [("count", Arg::from(accepted.len()))];
    ui.label(text::strong(messages.with("paste-accepted", &count), tokens));
    let height = (ui.available_height() - BELOW).max(ROW);
    let gap = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
    let mut to = None;
    let mut dropped = None;
    ScrollArea::vertical()
        .id_salt("accepted")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, false])
        .show_rows(ui, ROW, accepted.len(), |ui, range| {
            for Accepted { passage, quadrant, at } in accepted.get(range).unwrap_or_default() {
                let words = reading.words(passage);
                let args = [("letter", Arg::from(quadrant.letter())), ("words", words.into())];
                let name = messages.with("paste-go-to", &args);
                let response = row(
                    ui,
                    tokens,
                    ("accepted", passage.span.start),
                    ROW,
                    *at == Some(draft.at),
                    &name,
                    |ui| {
                        quadrant_tag(ui, tokens, *quadrant);
                        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                            let name = messages.with("paste-drop", &[("words", words.into())]);
                            let cross =
                                ActionButton::icon_only("cross", &name).colour(tokens.text_3);
                            if cross.show(ui, tokens).clicked() {
                                dropped = Some(passage.key.clone());
                            }
                            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                                text::one_line(
                                    ui,
                                    text::caption(words, tokens).color(tokens.text_2),
                                );
                            });
                        });
                    },
                );
                if response.clicked() {
                    to = *at;
                }
            }
        });
    ui.spacing_mut().item_spacing.y = gap;
    if let Some(key) = dropped {
        draft.decided.remove(&key);
    } else if let Some(at) = to {
        draft.at = at;
    }
    rule(ui, tokens);
    for_all(ui, scene, draft);
    rule(ui, tokens);
    let ordinary = messages.with("paste-ordinary", &[("count", reading.ordinary().into())]);
    let label = text::caption(&ordinary, tokens).color(tokens.text_2);
    if tick(ui, tokens, draft.ordinary, &ordinary, label).clicked() {
        // The passage in hand stays in hand.
        let here = shown.get(draft.at).map(|passage| passage.span.clone());
        draft.ordinary = !draft.ordinary;
        let position =
            reading.shown(draft.ordinary).iter().position(|one| Some(&one.span) == here.as_ref());
        draft.at = position.unwrap_or(0);
    }
    let skipped = reading.skipped;
    if skipped.lines() > 0 {
        let args = [
            ("headers", skipped.headers.into()),
            ("quoted", skipped.quoted.into()),
            ("signature", skipped.signature.into()),
        ];
        let told = messages.with("paste-left-out", &args);
        let label = text::caption(&told, tokens).color(tokens.text_2);
        if tick(ui, tokens, draft.everything, &told, label).clicked() {
            draft.everything = !draft.everything;
            draft.at = 0;
        }
    }
}

/// Kind, setting, day and source of everything that is accepted.
fn for_all(ui: &mut Ui, scene: &Scene<'_>, draft: &mut PasteDraft) {
    let (tokens, messages) = (scene.tokens, &scene.state.messages);
    ui.label(text::caption(messages.text("paste-for-all"), tokens));
    ui.horizontal(|ui| {
        kind_list(ui, tokens, messages, &mut draft.kind);
        let pressed = draft.setting == Setting::Pressure;
        let label = messages.word("setting", Setting::Pressure.id());
        if filter_chip(ui, tokens, pressed, label).clicked() {
            draft.setting = if pressed { Setting::Normal } else { Setting::Pressure };
        }
    });
    ui.horizontal(|ui| {
        let date = Field::new(messages.text("evidence-date"))
            .hint(messages.text("evidence-date-hint"))
            .hide_label()
            .width(96.0);
        date.show(ui, tokens, &mut draft.date);
        let source = Field::new(messages.text("evidence-source"))
            .hint(messages.text("paste-source-hint"))
            .hide_label();
        source.show(ui, tokens, &mut draft.source);
    });
    if day_of(&draft.date, scene.state.clock.today()).is_none() {
        let problem = messages.text("evidence-date-problem");
        text::one_line(ui, text::caption(problem, tokens).color(tokens.warn));
    }
}
