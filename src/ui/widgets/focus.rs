//! Keys that stay with a widget while it has the focus.

use egui::{EventFilter, Response, Ui};

/// Keeps these keys from moving the focus away from the widget.
///
/// egui takes the wish from the second frame on that the widget has the focus. Nothing is drawn
/// without a reason, so the second frame has to be asked for, or the first key would be lost.
pub fn keep_keys(ui: &Ui, response: &Response, filter: EventFilter) {
    if !response.has_focus() {
        return;
    }
    if response.gained_focus() {
        ui.ctx().request_repaint();
    }
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}
