//! Pending.
use crate::ui::context::Cx;
use egui::Ui;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let _ = (ui, cx);
}
