//! The 17 questions in the order of the walk.

use egui::Ui;

use super::prose;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;
use crate::ui::context::Cx;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::{card, text};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    prose::lead(ui, cx, cx.t("playbook-walk-line"));
    for quadrant in Quadrant::WALK_ORDER {
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            quadrant_tag(ui, cx.tokens, quadrant);
            text::one_line(ui, text::heading(cx.quadrant_name(quadrant), cx.tokens));
        });
        for id in QuestionId::of(quadrant) {
            question(ui, cx, id);
        }
    }
}

fn question(ui: &mut Ui, cx: &mut Cx<'_>, id: QuestionId) {
    let tokens = cx.tokens;
    let content = cx.catalog.question(id);
    card::inset(ui, tokens.surface, tokens.border, |ui| {
        ui.horizontal_top(|ui| {
            ui.label(text::strong(id.id(), tokens).color(tokens.quadrants[id.quadrant()].text));
            ui.add(egui::Label::new(text::strong(cx.c(&content.question), tokens)).wrap());
        });
        prose::side_by_side(
            ui,
            cx,
            |ui, cx| {
                prose::fact(ui, cx, "walk-satisfied", &content.satisfied_by);
                prose::fact(ui, cx, "walk-not-enough", &content.not_enough);
            },
            |ui, cx| {
                prose::label(ui, cx, "walk-example");
                prose::quote(ui, cx, cx.c(&content.example));
                ui.add_space(6.0);
                prose::fact(ui, cx, "walk-suggestion", &content.suggestion);
            },
        );
    });
}
