//! One phase: what it is for, its checklist, its mistakes, its tactics.

use egui::Ui;

use super::{go_to, prose};
use crate::app::route::PlaybookEntry;
use crate::domain::phase::Phase;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, phase: Phase) {
    let tokens = cx.tokens;
    let content = cx.catalog.phase(phase);
    prose::lead(ui, cx, cx.c(&content.purpose));
    prose::side_by_side(
        ui,
        cx,
        |ui, cx| {
            prose::label(ui, cx, "phase-checklist");
            let lines = content.checklist.iter().map(|item| cx.c(&item.text));
            text::sign_list(ui, tokens, "check", tokens.ok, lines);
            ui.add_space(6.0);
        },
        |ui, cx| prose::list(ui, cx, "phase-mistakes", ("warning", tokens.warn), &content.mistakes),
    );
    prose::highlight(ui, cx, "phase-leave", &content.leave_when);
    if cx.catalog.tactics_of(phase).next().is_none() {
        return;
    }
    prose::heading(ui, cx, cx.t("playbook-tactics"));
    ui.spacing_mut().item_spacing.y = 0.0;
    let catalog = cx.catalog;
    for tactic in catalog.tactics_of(phase) {
        let (name, summary) = (cx.c(&tactic.name), cx.c(&tactic.summary));
        let response =
            row(ui, tokens, ("tactic", &tactic.id), size::TALL_ROW_HEIGHT, false, name, |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(5.0);
                    text::one_line(ui, text::strong(name, tokens));
                    text::one_line(ui, text::body(summary, tokens));
                });
            });
        if response.clicked() {
            cx.go(go_to(PlaybookEntry::Tactic(tactic.id.clone())));
        }
    }
}
