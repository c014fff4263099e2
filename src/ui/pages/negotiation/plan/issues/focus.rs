//! Which field of an issue that was added just now takes the cursor.

use egui::Response;

use crate::domain::ids::IssueId;
use crate::ui::context::Cx;

/// Asks for the cursor in the name of an issue, or in my target of it.
pub(super) fn ask(cx: &mut Cx<'_>, issue: IssueId, name: bool) {
    cx.drafts.plan_focus = Some((issue, name));
}

/// Gives the cursor to a field if it waits for it.
pub(super) fn give(cx: &mut Cx<'_>, issue: IssueId, name: bool, field: &Response) {
    if cx.drafts.plan_focus == Some((issue, name)) {
        cx.drafts.plan_focus = None;
        field.request_focus();
        field.scroll_to_me(None);
    }
}
