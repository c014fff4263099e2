//! A page whose record is not in memory: still being read, or not readable.

use egui::Ui;

use crate::app::fault::Fault;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};

/// Shows why there is nothing to see yet. Reading takes a moment on a slow disk alone.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, key: RecordKey, title: &str) {
    top_bar(ui, cx, &[Crumb::here(title)], title, |_, _| {});
    let (title, explanation) = match cx.work.failure(key) {
        Some(error) => {
            let fault = Fault::new(error, cx.messages).sentence(cx.messages);
            (cx.t("record-unreadable"), fault)
        }
        None => (cx.t("record-loading"), String::new()),
    };
    empty_state(ui, cx.tokens, "clock", title, &explanation, None);
}
