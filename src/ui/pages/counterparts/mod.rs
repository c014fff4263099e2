//! Pending.
use crate::domain::ids::CounterpartId;
use crate::ui::context::Cx;
use egui::Ui;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, selected: Option<CounterpartId>) {
    let _ = (ui, cx, selected);
}
