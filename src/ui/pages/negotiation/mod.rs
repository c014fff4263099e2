//! Pending.
use crate::app::route::NegotiationTab;
use crate::domain::ids::SessionId;
use crate::ui::context::Cx;
use egui::Ui;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: SessionId, tab: NegotiationTab, extras: &super::Extras<'_>) {
    let _ = (ui, cx, session, tab, extras);
}
