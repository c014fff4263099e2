//! A brief while it is being written: what it is made from, and what was worked out from that.

use std::ops::Deref;

use rust_decimal::Decimal;

use super::compose::BriefInput;
use super::document::{Area, Block, Fact, Section};
use super::room::Room;
use super::text::{line, short};
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Setting;
use crate::domain::ids::MeetingId;
use crate::domain::issue::{Issue, Topic};
use crate::domain::phase::Phase;
use crate::domain::profile::{Certainty, Profile, ProfileReading};
use crate::domain::quadrant::Quadrant;
use crate::domain::session::Meeting;
use crate::domain::table::Table;

/// Somebody across the table.
pub(super) struct Reader<'a> {
    pub counterpart: &'a Counterpart,
    pub normal: ProfileReading,
    pub pressure: ProfileReading,
}

/// What is worked out once, however often the page is written.
pub(super) struct Worked<'a> {
    pub people: Vec<Reader<'a>>,
    pub me: ProfileReading,
    /// The offers as seen from the last meeting that has any.
    pub table: Table<'a>,
    /// Whether that is the meeting that the brief is for.
    pub in_focus: bool,
}

impl<'a> Worked<'a> {
    /// `order` gives the ids of the meetings in order.
    pub(super) fn of(input: &BriefInput<'a>, order: &'a [MeetingId]) -> Self {
        let session = input.session;
        let weights = input.catalog.weights();
        let reading = |counterpart: &Counterpart, setting| {
            Profile::from_evidence(&counterpart.evidence, setting, weights).reading()
        };
        let people = input.counterparts.iter().map(|counterpart| Reader {
            counterpart,
            normal: reading(counterpart, Setting::Normal),
            pressure: reading(counterpart, Setting::Pressure),
        });
        let focus = input.meeting().map(|meeting| meeting.id);
        // Before the first offer of a meeting the news is what happened in the meeting before.
        let seen_from = order
            .iter()
            .copied()
            .take(focus.map_or(0, |id| session.meeting_number(id)))
            .rfind(|id| session.offers.iter().any(|offer| offer.meeting == *id))
            .or_else(|| session.offers.last().map(|offer| focus.unwrap_or(offer.meeting)));
        let current = seen_from.or(focus).unwrap_or(MeetingId(uuid::Uuid::nil()));
        let me = Profile::from_evidence(&input.owner.evidence, Setting::Normal, weights).reading();
        Self {
            people: people.collect(),
            me,
            table: Table::of(session, order, current),
            in_focus: seen_from.is_some() && seen_from == focus,
        }
    }
}

/// What the parts of a brief are written from.
pub(super) struct Draft<'a> {
    pub input: &'a BriefInput<'a>,
    pub worked: &'a Worked<'a>,
    pub room: &'a Room,
}

impl<'a> Deref for Draft<'a> {
    type Target = BriefInput<'a>;

    fn deref(&self) -> &Self::Target {
        self.input
    }
}

impl<'a> BriefInput<'a> {
    pub(super) fn meeting(&self) -> Option<&'a Meeting> {
        self.session.focus_meeting()
    }

    pub(super) fn phase(&self) -> Phase {
        self.meeting().map_or(Phase::Preparation, |meeting| meeting.phase)
    }

    /// The phase to act in: whoever still prepares goes into the opening.
    pub(super) fn table_phase(&self) -> Phase {
        match self.phase() {
            Phase::Preparation => Phase::Opening,
            phase => phase,
        }
    }

    pub(super) fn money(&self, amount: Decimal) -> String {
        self.messages.money(amount, &self.session.currency)
    }
}

impl Draft<'_> {
    pub(super) fn section(&self, heading: &str, area: Area, blocks: Vec<Block>) -> Section {
        Section::new(self.messages.text(heading), area, blocks)
    }

    /// A fact whose label is a message.
    pub(super) fn fact(&self, label: &str, text: impl Into<String>) -> Fact {
        Fact::new(self.messages.text(label), text)
    }

    pub(super) fn note(&self, id: &str) -> Block {
        Block::Note(self.messages.text(id).to_owned())
    }

    /// Words of the user, in one line that leaves room for others.
    pub(super) fn words(&self, text: &str) -> String {
        short(text, self.room.signs)
    }

    /// As many as there is room for, and how many are left in the app.
    pub(super) fn cut<T>(&self, mut items: Vec<T>, most: usize) -> (Vec<T>, Option<Block>) {
        // "One more" takes the room of that one.
        let over = items.len().saturating_sub(most);
        items.truncate(most);
        (items, self.more(over))
    }

    pub(super) fn more(&self, count: usize) -> Option<Block> {
        let more = || self.messages.with("brief-more", &[("count", count.into())]);
        (count > 0).then(|| Block::Note(more()))
    }

    /// What a topic is called.
    pub(super) fn topic_name(&self, topic: Topic, issue: &Issue) -> String {
        short(self.messages.topic_name(topic, issue), 60)
    }

    pub(super) fn name(&self, counterpart: &Counterpart) -> String {
        let name = line(&self.messages.name_of(counterpart));
        if name.is_empty() {
            self.messages.text("brief-nameless").to_owned()
        } else {
            short(&name, 80)
        }
    }

    pub(super) fn my_quadrant(&self) -> Option<Quadrant> {
        known_quadrant(&self.worked.me)
    }
}

/// The leading quadrant, once there is evidence enough to speak of one.
pub(super) fn known_quadrant(reading: &ProfileReading) -> Option<Quadrant> {
    if reading.certainty == Certainty::Unknown { None } else { reading.leading }
}
