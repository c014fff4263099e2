//! Pending.
use crate::app::route::PlaybookEntry;
use crate::ui::context::Cx;
use egui::Ui;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, entry: &PlaybookEntry) {
    let _ = (ui, cx, entry);
}
