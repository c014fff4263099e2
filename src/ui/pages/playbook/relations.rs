//! The four relations, and the way to the sixteen pairs.

use egui::Ui;

use super::{pair_grid, prose};
use crate::domain::compatibility::Relation;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::{card, text};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    prose::title(ui, cx, cx.t("relations-pairs"));
    let help = match mine(cx) {
        Some(me) => cx.tr("relations-pairs-mine", &[("me", Arg::from(me.letter()))]),
        None => cx.t("relations-pairs-help").to_owned(),
    };
    prose::paragraph(ui, cx, &help);
    pair_grid::show(ui, cx, None, pair_grid::Size::Large);
    ui.add_space(6.0);
    prose::heading(ui, cx, cx.t("playbook-relations"));
    for relation in Relation::ALL {
        relation_card(ui, cx, relation);
    }
}

/// My own row, when it is known.
fn mine(cx: &Cx<'_>) -> Option<Quadrant> {
    let reading = &cx.work.my_reading().normal;
    reading.leading.filter(|_| reading.certainty != Certainty::Unknown)
}

fn relation_card(ui: &mut Ui, cx: &Cx<'_>, relation: Relation) {
    let tokens = cx.tokens;
    let content = cx.catalog.relation(relation);
    card::inset(ui, tokens.surface, tokens.border, |ui| {
        ui.horizontal(|ui| {
            text::one_line(ui, text::heading(cx.c(&content.name), tokens));
            let level = cx.tr("relations-difficulty", &[("level", relation.difficulty().into())]);
            text::one_line(ui, text::caption(level, tokens));
        });
        for (key, line) in [
            ("relations-gains", &content.gains),
            ("relations-risks", &content.risks),
            ("relations-advice", &content.advice),
        ] {
            ui.label(text::label(cx.t(key), tokens));
            prose::paragraph(ui, cx, cx.c(line));
        }
    });
}
