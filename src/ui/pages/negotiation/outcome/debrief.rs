//! What to keep and what to change, while it is fresh.

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
            let field = Field::new(cx.t("debrief-text"))
                .hint(cx.t("debrief-hint"))
                .hide_label()
                .rows(rows(place));
            if let Some(text) = field.edit(ui, tokens, &meeting.debrief) {
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::Debrief(text));
            }
        });
    });
}

/// As many lines as the card has room for.
fn rows(place: Rect) -> usize {
    const HEADER: f32 = 76.0;
    const LINE: f32 = 16.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive count"
    )]
    let rows = ((place.height() - HEADER) / LINE).clamp(4.0, 40.0) as usize;
    rows
}
