//! What to keep and what to change, while it is fresh: one thing each, and whatever else there is.

use egui::{Rect, Ui};

use crate::app::edit::MeetingEdit;
use crate::domain::session::{Meeting, Session};
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let card = Card::new(cx.t("debrief-title")).caption(cx.t("debrief-caption"));
    card.show(ui, tokens, place, |ui| {
        ui.add_enabled_ui(!cx.read_only, |ui| {
            let keep = Field::new(cx.t("debrief-keep")).hint(cx.t("debrief-keep-hint"));
            if let Some(text) = keep.edit(ui, tokens, &meeting.keep) {
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::Keep(text));
            }
            let change = Field::new(cx.t("debrief-change")).hint(cx.t("debrief-change-hint"));
            if let Some(text) = change.edit(ui, tokens, &meeting.change) {
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::Change(text));
            }
            let field = Field::new(cx.t("debrief-text")).hint(cx.t("debrief-hint"));
            if let Some(text) = field.rows(rows(place)).edit(ui, tokens, &meeting.debrief) {
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::Debrief(text));
            }
        });
    });
}

/// As many lines as the two fields above leave room for.
fn rows(place: Rect) -> usize {
    const ABOVE: f32 = 228.0;
    const LINE: f32 = 16.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive count"
    )]
    let rows = ((place.height() - ABOVE) / LINE).clamp(3.0, 40.0) as usize;
    rows
}
