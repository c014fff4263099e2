//! What came of a meeting, judged by what they agreed to do.

mod agreed;
mod commitment_entry;
mod commitments;
mod debrief;
mod evidence;
mod expected;
mod measure;
mod my_steps;
mod noted;
mod possible;
mod potatoes;
mod quotes;
mod review;
mod sources;
mod tactics;
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

/// What stands in one place of the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Commitments,
    Agreed,
    Words,
    Potatoes,
    WordsAndPotatoes,
    Steps,
    Debrief,
    StepsAndDebrief,
    Verdict,
    Evidence,
    Expected,
    Tactics,
}

/// Shows the canvas below the top bar.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    header(ui, cx, session, meeting);
    let rooms = ui.available_rect_before_wrap();
    let narrow = rooms.width() < size::NARROW_CANVAS;
    let columns = parts(session, meeting, narrow);
    let cells = columns.clone().map(|column| {
        column.into_iter().map(|(_, min, grow)| Cell { min, grow }).collect::<Vec<_>>()
    });
    let [left, right] = &cells;
    let placed = [Column { weight: 1.95, cells: left }, Column { weight: 1.0, cells: right }];
    let order: Vec<Part> = columns.into_iter().flatten().map(|(part, ..)| part).collect();
    canvas(ui, &placed, |ui, card, place: Rect| {
        if let Some(part) = order.get(card) {
            one(ui, cx, session, meeting, (*part, place));
            follow_focus(ui, place);
        }
    });
}

/// Brings what the keyboard has just come to into view: a card keeps the wish to itself.
fn follow_focus(ui: &Ui, place: Rect) {
    let key = egui::Id::unique("outcome-focus");
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    if ui.data(|data| data.get_temp(key)) == Some(focused) {
        return;
    }
    let Some(response) = ui.ctx().read_response(focused) else { return };
    if place.contains(response.rect.center()) {
        ui.data_mut(|data| data.insert_temp(key, focused));
        if !ui.clip_rect().contains_rect(response.rect) {
            ui.scroll_to_rect(response.rect, None);
        }
    }
}

/// The parts of both columns with their least height and their share of what is left over; where it
/// is narrow, in the order in which one asks for them after a meeting.
fn parts(session: &Session, meeting: &Meeting, narrow: bool) -> [Vec<(Part, f32, f32)>; 2] {
    let agreed = (Part::Agreed, agreed::height(session, meeting), 0.0);
    let tactics = (Part::Tactics, tactics::height(session, meeting), 0.0);
    // Who buys is told why it is the own actions that count.
    let i_buy = session.my_party == Party::Buyer;
    let verdict = (Part::Verdict, if i_buy { 440.0 } else { 384.0 }, 0.0);
    let expected = (Part::Expected, expected::HEIGHT, 0.0);
    if narrow {
        let first = vec![
            (Part::Commitments, 320.0, 0.0),
            verdict,
            agreed,
            (Part::Words, 146.0, 0.0),
            (Part::Potatoes, 124.0, 0.0),
            (Part::Steps, 200.0, 0.0),
            (Part::Debrief, 290.0, 0.0),
        ];
        return [first, vec![(Part::Evidence, 340.0, 0.0), expected, tactics]];
    }
    // The notes stand side by side below the table where there is room for it.
    let left = vec![
        (Part::Commitments, 290.0, 0.3),
        agreed,
        (Part::WordsAndPotatoes, 146.0, 0.0),
        (Part::StepsAndDebrief, 290.0, 1.0),
    ];
    let evidence = (Part::Evidence, 330.0, 1.0);
    [left, vec![verdict, evidence, expected, tactics]]
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    (part, place): (Part, Rect),
) {
    match part {
        Part::Commitments => commitments::show(ui, cx, session, meeting, place),
        Part::Agreed => agreed::show(ui, cx, session, meeting, place),
        Part::Words => words::show(ui, cx, session, meeting, place),
        Part::Potatoes => potatoes::show(ui, cx, session, meeting, place),
        Part::WordsAndPotatoes => {
            let (heard, claims) = halves(place);
            words::show(ui, cx, session, meeting, heard);
            potatoes::show(ui, cx, session, meeting, claims);
        }
        Part::Steps => my_steps::show(ui, cx, session, meeting, place),
        Part::Debrief => debrief::show(ui, cx, session, meeting, place),
        Part::StepsAndDebrief => {
            let (steps, notes) = halves(place);
            my_steps::show(ui, cx, session, meeting, steps);
            debrief::show(ui, cx, session, meeting, notes);
        }
        Part::Verdict => verdict::show(ui, cx, session, meeting, place),
        Part::Evidence => evidence::show(ui, cx, session, meeting, place),
        Part::Expected => expected::show(ui, cx, session, meeting, place),
        Part::Tactics => tactics::show(ui, cx, session, meeting, place),
    }
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
