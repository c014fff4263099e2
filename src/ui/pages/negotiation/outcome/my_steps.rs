//! What I promised: my next steps.

use egui::{Align, Rect, Sense, Stroke, Ui, Vec2};
use uuid::Uuid;

use super::commitments::{change, due, state_buttons};
use super::of_party;
use crate::app::edit::{CommitmentEdit, MeetingEdit};
use crate::domain::outcome::{Commitment, CommitmentState};
use crate::domain::session::{Meeting, Session};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;

const ROW: f32 = 40.0;
const TRACKS: [Track; 4] =
    [Track::Share(1.0), Track::Fixed(58.0), Track::Fixed(54.0), Track::Fixed(52.0)];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let card = Card::new(cx.t("steps-title")).caption(cx.t("steps-caption"));
    card.show(ui, tokens, place, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if of_party(meeting, session.my_party).next().is_none() {
            ui.add(egui::Label::new(text::body(cx.t("steps-empty"), tokens)).wrap());
        }
        for (index, commitment) in of_party(meeting, session.my_party) {
            let salt = commitment.id.map_or_else(|| (Uuid::nil(), index), |id| (id.0, 0));
            ui.push_id(salt, |ui| one(ui, cx, session, meeting, commitment));
        }
    });
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    commitment: &Commitment,
) {
    let tokens = cx.tokens;
    let key = ui.make_persistent_id("editing");
    let mut editing: bool = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    let cells = split(rect, 8.0, &TRACKS);
    let [action, when, state, buttons] = cells.as_slice() else { return };
    let enabled = !cx.read_only && commitment.id.is_some();
    cell(ui, "action", *action, Align::Min, |ui| {
        let open = commitment.state == CommitmentState::Open;
        let colour = if open { tokens.text } else { tokens.text_3 };
        text::two_lines(ui, text::body(&commitment.action, tokens).color(colour))
            .on_hover_text(&commitment.action);
    });
    cell(ui, "when", *when, Align::Min, |ui| due(ui, cx, commitment));
    cell(ui, "state", *state, Align::Min, |ui| {
        ui.add_enabled_ui(enabled, |ui| state_buttons(ui, cx, session, meeting, commitment));
    });
    cell(ui, "buttons", *buttons, Align::Max, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let remove = ActionButton::icon_only("trash", cx.t("meeting-remove"))
            .colour(tokens.text_3)
            .enabled(enabled);
        if let (true, Some(id)) = (remove.show(ui, tokens).clicked(), commitment.id) {
            cx.edit_meeting(session.id, meeting.id, MeetingEdit::RemoveCommitment(id));
        }
        let name = cx.tr("commitment-edit", &[("action", commitment.action.as_str().into())]);
        let edit = ActionButton::icon_only("edit", &name).colour(tokens.text_3).selected(editing);
        if edit.enabled(enabled).show(ui, tokens).clicked() {
            editing = !editing;
        }
    });
    if editing {
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - 8.0;
            let field = Field::new(cx.t("commitment-action")).width(room * 0.66);
            if let Some(action) = field.edit(ui, tokens, &commitment.action) {
                change(cx, session, meeting, commitment.id, CommitmentEdit::Action(action));
            }
            super::commitments::due_field(ui, cx, session, meeting, commitment, room * 0.34 - 8.0);
        });
        ui.add_space(6.0);
    }
    ui.data_mut(|data| data.insert_temp(key, editing));
}
