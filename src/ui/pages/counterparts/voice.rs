//! How people of a quadrant talk, and how others misjudge them.

use egui::{Rect, Ui};

use super::subject::Subject;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// The stock phrases of the likeliest quadrant; of all four while it is not known.
pub fn talk(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let title = if subject.lead().is_some() { "talk-title" } else { "talk-listen-title" };
    Card::new(cx.messages.text(title)).caption(caption(cx, subject)).show(ui, tokens, rect, |ui| {
        ui.spacing_mut().item_spacing.y = 5.0;
        if let Some(quadrant) = subject.lead() {
            let phrases = cx.catalog.quadrant(quadrant).talk.iter().map(|line| cx.c(line));
            text::sign_list(ui, tokens, "quote", tokens.quadrants[quadrant].solid, phrases);
            return;
        }
        for quadrant in Quadrant::ALL {
            for line in cx.catalog.quadrant(quadrant).talk.iter().take(2) {
                ui.horizontal_top(|ui| {
                    quadrant_tag(ui, tokens, quadrant);
                    let quoted = cx.tr("words-quoted", &[("text", Arg::from(cx.c(line)))]);
                    ui.add(egui::Label::new(text::body(quoted, tokens)).wrap());
                });
            }
        }
    });
}

/// The unkind view of the likeliest quadrant, and the fair one.
pub fn misjudged(ui: &mut Ui, cx: &Cx<'_>, subject: &Subject<'_>, rect: Rect) {
    let tokens = cx.tokens;
    Card::new(cx.t("misjudged-title")).caption(caption(cx, subject)).show(ui, tokens, rect, |ui| {
        let Some(quadrant) = subject.lead() else {
            ui.label(text::strong(cx.t("not-enough-evidence"), tokens));
            ui.label(text::body(cx.t("misjudged-unknown"), tokens));
            return;
        };
        let content = cx.catalog.quadrant(quadrant);
        let unkind: Vec<&str> = content.misjudged.iter().map(|line| cx.c(line)).collect();
        let unkind = unkind.join(cx.t("list-separator"));
        ui.add(egui::Label::new(text::body(unkind, tokens).color(tokens.text_3)).wrap());
        rule(ui, tokens);
        ui.label(text::label(cx.t("misjudged-fair"), tokens).color(tokens.ok));
        ui.add(egui::Label::new(text::body(cx.c(&content.fair_view), tokens)).wrap());
    });
}

/// "if C": advice stays a hypothesis.
fn caption(cx: &Cx<'_>, subject: &Subject<'_>) -> String {
    subject.lead().map_or_else(String::new, |lead| {
        cx.tr(
            "hypothesis-if",
            &[("letter", Arg::from(lead.letter())), ("name", Arg::from(cx.quadrant_name(lead)))],
        )
    })
}
