//! One card of the deck in full.

use egui::Ui;

use super::{deck, go_to, prose};
use crate::app::route::PlaybookEntry;
use crate::content::tactics::TacticContent;
use crate::domain::quadrant::Quadrant;
use crate::domain::tactic::Mark;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, card: &TacticContent) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        let tone = match card.mark {
            Mark::Fair => Tone::Ok,
            Mark::Hard => Tone::Neutral,
            Mark::Unethical => Tone::Warn,
        };
        chip(ui, tokens, tone, cx.messages.word("mark", card.mark.id()));
        chip(ui, tokens, Tone::Neutral, cx.messages.word("phase", card.phase.id()));
        let source = cx.tr("tactic-source", &[("name", cx.c(&card.source_name).into())]);
        text::one_line(ui, text::caption(source, tokens));
    });
    ui.add_space(4.0);
    deck::tools(ui, cx, &card.id, true);
    deck::record(ui, cx, &card.id);
    ui.add_space(4.0);
    prose::lead(ui, cx, cx.c(&card.summary));
    if card.mark == Mark::Unethical {
        ui.label(text::value(cx.t("tactic-unethical-note"), tokens).color(tokens.warn));
        ui.add_space(4.0);
    }
    prose::highlight(ui, cx, "tactic-counter-line", &card.counter_line);
    let use_key =
        if card.mark == Mark::Unethical { "tactic-fair-alternative" } else { "tactic-use" };
    prose::side_by_side(
        ui,
        cx,
        |ui, cx| {
            prose::list(ui, cx, "tactic-recognise", ("search", tokens.text_3), &card.recognise);
            prose::steps(ui, cx, "tactic-counter", &card.counter);
            prose::fact(ui, cx, "tactic-risk", &card.risk);
        },
        |ui, cx| {
            prose::quotes(ui, cx, "tactic-their-words", &card.their_words);
            prose::steps(ui, cx, use_key, &card.use_fairly);
            prose::fact(ui, cx, "tactic-why", &card.why);
        },
    );
    prose::heading(ui, cx, cx.t("tactic-say"));
    for quadrant in Quadrant::ALL {
        ui.horizontal_top(|ui| {
            quadrant_tag(ui, tokens, quadrant);
            ui.add(egui::Label::new(text::value(cx.c(&card.say[quadrant]), tokens)).wrap());
        });
    }
    related(ui, cx, card);
}

fn related(ui: &mut Ui, cx: &mut Cx<'_>, card: &TacticContent) {
    if card.related.is_empty() {
        return;
    }
    prose::heading(ui, cx, cx.t("tactic-related"));
    ui.horizontal_wrapped(|ui| {
        for id in &card.related {
            let Some(other) = cx.catalog.tactic(id) else { continue };
            if ActionButton::secondary(cx.c(&other.name)).small().show(ui, cx.tokens).clicked() {
                cx.go(go_to(PlaybookEntry::Tactic(id.clone())));
            }
        }
    });
}
