//! The meeting, while one talks: where we are, the offers, hot potatoes, the log, tactics, people.

pub mod calm;
mod columns;
mod ledger;
mod ledger_row;
mod log;
mod log_entry;
mod log_strip;
mod offer_entry;
mod package;
mod people;
mod phase_card;
mod phase_rail;
mod position;
mod potato;
mod potato_capture;
mod quick;
mod statement;
mod summon;
mod tactic;
mod topic_position;
mod understood;
mod warnings;
mod weights_guess;

use egui::{Id, Rect, Ui};

use crate::domain::ids::CounterpartId;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::{Meeting, Session};
use crate::domain::summary::CounterpartSummary;
use crate::domain::table::{Concern, Table};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::layout::{Cell, Column, canvas};

/// What every card of the meeting looks at.
pub(super) struct Scene<'s> {
    pub session: &'s Session,
    pub meeting: &'s Meeting,
    pub table: Table<'s>,
    /// What to think about again in our offers; worked out once in a frame, as the table is.
    pub concerns: Vec<Concern>,
    /// The person at the table whose thinking is shown.
    pub person: Option<&'s CounterpartSummary>,
}

impl Scene<'_> {
    /// The quadrant that leads in the profile of the person shown, once there is evidence for one.
    fn leading(&self, cx: &Cx<'_>) -> Option<Quadrant> {
        let reading = &cx.work.reading(self.person?.id)?.normal;
        (reading.certainty != Certainty::Unknown).then_some(reading.leading).flatten()
    }
}

/// The person chosen for a session, who speaks now; the choice lasts as long as the window. At first
/// it is the one who was noted last.
pub(super) fn person_id(ui: &Ui, session: &Session) -> Option<CounterpartId> {
    let chosen = ui.data(|data| data.get_temp::<CounterpartId>(person_key(session)));
    let log = session.log.iter().rev();
    let spoke_last = log.filter_map(|entry| entry.person);
    chosen
        .into_iter()
        .chain(spoke_last)
        .find(|id| session.counterparts.contains(id))
        .or_else(|| session.counterparts.first().copied())
}

/// Shows another person from the next frame on.
pub(super) fn choose_person(ui: &Ui, session: &Session, person: CounterpartId) {
    ui.data_mut(|data| data.insert_temp(person_key(session), person));
    ui.ctx().request_repaint();
}

fn person_key(session: &Session) -> Id {
    Id::unique(("meeting-person", session.id.0))
}

/// The height of the strip with the phases and the answer to "where are we now?".
const STRIP_HEIGHT: f32 = 102.0;

/// Shows the canvas below the top bar.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let order = session.meeting_ids();
    let work = cx.work;
    let table = Table::of(session, &order, meeting.id);
    let scene = Scene {
        session,
        meeting,
        concerns: table.concerns(&session.plan),
        table,
        person: person_id(ui, session).and_then(|id| work.person(id)),
    };
    let room = ui.available_rect_before_wrap();
    let mut strip = room;
    strip.set_height(STRIP_HEIGHT);
    phase_rail::show(ui, cx, &scene, strip);
    ui.advance_cursor_after_rect(strip);
    ui.add_space(size::CARD_GAP - ui.spacing().item_spacing.y);
    // Stacked, the page scrolls anyway, so each card takes what it needs.
    let narrow = room.width() < size::NARROW_CANVAS;
    let cell =
        |min: f32, stacked: f32, grow: f32| Cell { min: if narrow { stacked } else { min }, grow };
    let columns = [
        Column { weight: 1.72, cells: &[cell(250.0, 340.0, 1.0), cell(310.0, 400.0, 1.2)] },
        Column { weight: 1.28, cells: &[cell(330.0, 460.0, 1.5), cell(250.0, 420.0, 1.0)] },
        Column { weight: 1.0, cells: &[cell(320.0, 480.0, 1.4), cell(220.0, 420.0, 1.0)] },
    ];
    canvas(ui, &columns, |ui, card, place: Rect| match card {
        0 => ledger::show(ui, cx, &scene, place),
        1 => position::show(ui, cx, &scene, place),
        2 => potato::show(ui, cx, &scene, place),
        3 => log::show(ui, cx, &scene, place),
        4 => people::show(ui, cx, &scene, place),
        _ => phase_card::show(ui, cx, &scene, place),
    });
}
