//! What came of a meeting, judged by actions.

use egui::Ui;

use crate::domain::session::{Meeting, Session};
use crate::ui::context::Cx;

/// Shows the canvas below the top bar.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let _ = (ui, cx, session, meeting);
}
