//! What came of a meeting, judged by what they agreed to do.

mod commitment_entry;
mod commitments;
mod debrief;
mod evidence;
mod my_steps;
mod noted;
mod potatoes;
mod quotes;
mod review;
mod verdict;
mod words;

use egui::{Align, Layout, Rect, ScrollArea, Ui, Vec2};

use crate::app::edit::{MeetingEdit, SessionEdit};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::ids::MeetingId;
use crate::domain::outcome::{Commitment, Party};
use crate::domain::session::{Meeting, Session};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

/// The other side of the deal.
pub(super) fn their_party(session: &Session) -> Party {
    match session.my_party {
        Party::Seller => Party::Buyer,
        Party::Buyer => Party::Seller,
    }
}

/// The promises of one side, with their place among all of the meeting.
pub(super) fn of_party(
    meeting: &Meeting,
    party: Party,
) -> impl Iterator<Item = (usize, &Commitment)> {
    meeting
        .outcome
        .commitments
        .iter()
        .enumerate()
        .filter(move |(_, commitment)| commitment.party == party)
}

/// Shows the canvas below the top bar.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    header(ui, cx, session, meeting);
    let rooms = ui.available_rect_before_wrap();
    let narrow = rooms.width() < size::NARROW_CANVAS;
    // The notes stand side by side below the table where there is room for it.
    let left_wide = [
        Cell { min: 300.0, grow: 1.0 },
        Cell { min: 146.0, grow: 0.0 },
        Cell { min: 190.0, grow: 0.4 },
    ];
    let left_narrow = [
        Cell { min: 320.0, grow: 1.0 },
        Cell { min: 146.0, grow: 0.0 },
        Cell { min: 200.0, grow: 0.0 },
        Cell { min: 200.0, grow: 0.0 },
    ];
    let left: &[Cell] = if narrow { &left_narrow } else { &left_wide };
    let right_wide = [Cell { min: 352.0, grow: 0.1 }, Cell { min: 330.0, grow: 1.0 }];
    let right_narrow = [
        Cell { min: 352.0, grow: 0.0 },
        Cell { min: 340.0, grow: 0.0 },
        Cell { min: 124.0, grow: 0.0 },
    ];
    let right: &[Cell] = if narrow { &right_narrow } else { &right_wide };
    let columns = [Column { weight: 1.95, cells: left }, Column { weight: 1.0, cells: right }];
    canvas(ui, &columns, |ui, card, place: Rect| match (card, narrow) {
        (0, _) => commitments::show(ui, cx, session, meeting, place),
        (1, true) => words::show(ui, cx, session, meeting, place),
        (1, false) => {
            let (heard, claims) = halves(place);
            words::show(ui, cx, session, meeting, heard);
            potatoes::show(ui, cx, session, meeting, claims);
        }
        (2, true) => my_steps::show(ui, cx, session, meeting, place),
        (3, true) => debrief::show(ui, cx, session, meeting, place),
        (2, false) => {
            let (steps, notes) = halves(place);
            my_steps::show(ui, cx, session, meeting, steps);
            debrief::show(ui, cx, session, meeting, notes);
        }
        (3, false) | (4, true) => verdict::show(ui, cx, session, meeting, place),
        (4, false) | (5, true) => evidence::show(ui, cx, session, meeting, place),
        _ => potatoes::show(ui, cx, session, meeting, place),
    });
}

/// Two places side by side.
fn halves(place: Rect) -> (Rect, Rect) {
    let middle = place.center().x;
    let (mut left, mut right) = place.split_left_right_at_x(middle);
    left.set_right(middle - size::CARD_GAP / 2.0);
    right.set_left(middle + size::CARD_GAP / 2.0);
    (left, right)
}

/// Which meeting is judged, and the way on.
fn header(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(
        Vec2::new(width, size::CONTROL_HEIGHT),
        Layout::right_to_left(Align::Center),
        |ui| {
            way_on(ui, cx, session, meeting);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                switcher(ui, cx, session, meeting);
            });
        },
    );
    ui.add_space(4.0);
}

fn switcher(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    if session.meetings.len() < 2 {
        return;
    }
    let labels: Vec<(MeetingId, String)> = session
        .meetings
        .iter()
        .zip(1_usize..)
        .map(|(meeting, number)| {
            (meeting.id, cx.tr("meeting-number", &[("number", Arg::from(number))]))
        })
        .collect();
    let options: Vec<(MeetingId, &str)> =
        labels.iter().map(|(id, label)| (*id, label.as_str())).collect();
    let chosen = ScrollArea::horizontal()
        .id_salt("meetings")
        .show(ui, |ui| {
            segmented(ui, cx.tokens, cx.t("outcome-meeting"), Some(meeting.id), &options)
        })
        .inner;
    if let Some(id) = chosen {
        cx.push(crate::app::action::Action::Replace(Route::Negotiation {
            session: session.id,
            tab: NegotiationTab::Outcome(id),
        }));
    }
}

fn way_on(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let enabled = !cx.read_only;
    let Some(_) = meeting.ended else {
        let end = ActionButton::secondary(cx.t("outcome-end")).icon("flag").enabled(enabled);
        if end.show(ui, tokens).clicked() {
            cx.edit_meeting(session.id, meeting.id, MeetingEdit::End(cx.now()));
        }
        text::one_line(ui, text::caption(cx.t("outcome-running"), tokens));
        return;
    };
    let plan = Route::Negotiation { session: session.id, tab: NegotiationTab::Plan };
    if let Some(next) = session.current_meeting() {
        let number = Arg::from(session.meeting_number(next.id));
        let (label, to) = if next.started.is_some() {
            let tab = NegotiationTab::Meeting;
            let to = Route::Negotiation { session: session.id, tab };
            (cx.t("negotiation-back-to-meeting").to_owned(), to)
        } else {
            (cx.tr("outcome-prepare-next", &[("number", number)]), plan)
        };
        if ActionButton::primary(&label).icon("arrow-right").show(ui, tokens).clicked() {
            cx.go(to);
        }
    } else {
        let add = ActionButton::primary(cx.t("outcome-add-meeting")).icon("plus").enabled(enabled);
        if add.show(ui, tokens).clicked() {
            let id = MeetingId(cx.clock.new_id());
            cx.edit_session(session.id, SessionEdit::AddMeeting(Meeting::new(id)));
            cx.go(plan);
        }
    }
    let reopen = ActionButton::secondary(cx.t("meeting-reopen")).icon("undo").enabled(enabled);
    if reopen.show(ui, tokens).clicked() {
        cx.edit_meeting(session.id, meeting.id, MeetingEdit::Reopen);
    }
}
