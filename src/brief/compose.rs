//! From a session to its brief: which sections there are, and in what order.

use jiff::civil::DateTime;
use rust_decimal::Decimal;

use super::document::{Area, Block, Document, Fact, Section};
use super::text::{line, lines};
use super::{people, position, preparation, promises, risks};
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Setting;
use crate::domain::library::Owner;
use crate::domain::phase::Phase;
use crate::domain::profile::{Profile, ProfileReading};
use crate::domain::quadrant::AnimalReading;
use crate::domain::session::{Meeting, Session};
use crate::i18n::Messages;

/// What a brief is made from.
#[derive(Clone, Copy)]
pub struct BriefInput<'a> {
    pub session: &'a Session,
    /// The people of the session, the most important first.
    pub counterparts: &'a [&'a Counterpart],
    pub owner: &'a Owner,
    pub animals: AnimalReading,
    pub catalog: &'a Catalog,
    pub messages: &'a Messages,
    /// The time on the user's clock.
    pub now: DateTime,
    /// Also prints what the other side must not see: target, walk-away price, alternative, things not to say.
    pub include_limits: bool,
}

impl BriefInput<'_> {
    /// The target counts as a limit: a page on the table must not give it away.
    pub(super) fn shown_target(&self) -> Option<Decimal> {
        self.session.plan.target.filter(|_| self.include_limits)
    }
}

/// Writes the brief for the meeting that is running or comes next.
pub fn compose(input: &BriefInput<'_>) -> Document {
    let messages = input.messages;
    let sections = [
        Some(goal(input)),
        Some(position::section(input)),
        risks::potatoes(input),
        Some(people::section(input)),
        people::exchanges(input),
        limits(input),
        preparation::before(input),
        preparation::first_moves(input),
        Some(preparation::questions(input)),
        risks::tactics(input),
        Some(preparation::pitch(input)),
        promises::due(input),
        promises::verdict(input),
    ];
    Document {
        language: messages.language(),
        title: line(&messages.title_of(&input.session.title, input.counterparts.iter().copied())),
        subtitle: subtitle(input),
        sections: sections.into_iter().flatten().collect(),
        footer: messages.with("brief-footer", &[("at", messages.date_time(input.now).into())]),
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

    pub(super) fn reading(&self, counterpart: &Counterpart, setting: Setting) -> ProfileReading {
        Profile::from_evidence(&counterpart.evidence, setting, self.catalog.weights()).reading()
    }

    pub(super) fn my_reading(&self) -> ProfileReading {
        Profile::from_evidence(&self.owner.evidence, Setting::Normal, self.catalog.weights())
            .reading()
    }

    pub(super) fn money(&self, amount: Decimal) -> String {
        self.messages.money(amount, &self.session.currency)
    }

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
}

/// "Meeting 2 · Middle · Monday 15 June 2026, 14:00 · their office".
fn subtitle(input: &BriefInput<'_>) -> String {
    let messages = input.messages;
    let Some(meeting) = input.meeting() else {
        return messages.text("brief-no-meeting").to_owned();
    };
    let number = input.session.meeting_number(meeting.id);
    let when = meeting.planned.map_or_else(
        || messages.text("brief-no-date").to_owned(),
        |at| {
            let date = messages.weekday_date(at.date());
            let time = messages.time(at.time());
            messages.with("date-time", &[("date", date.into()), ("time", time.into())])
        },
    );
    let parts = [
        messages.with("brief-meeting", &[("number", number.into())]),
        messages.word("phase", meeting.phase.id()).to_owned(),
        when,
        line(&meeting.place),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn goal(input: &BriefInput<'_>) -> Section {
    let goal = line(&input.session.plan.goal);
    let block =
        if goal.is_empty() { input.note("brief-goal-missing") } else { Block::Statement(goal) };
    input.section("brief-goal", Area::Lead, vec![block])
}

/// What only I may read.
fn limits(input: &BriefInput<'_>) -> Option<Section> {
    if !input.include_limits {
        return None;
    }
    let plan = &input.session.plan;
    let missing = || input.messages.text("brief-limit-missing").to_owned();
    let reservation = plan.reservation.map_or_else(missing, |price| input.money(price));
    let alternative = Some(line(&plan.alternative)).filter(|text| !text.is_empty());
    let mut blocks = vec![Block::Facts(vec![
        input.fact("brief-reservation", reservation),
        input.fact("brief-alternative", alternative.unwrap_or_else(missing)),
    ])];
    let unsaid = lines(&plan.unsaid);
    if !unsaid.is_empty() {
        let title = input.messages.text("brief-unsaid").to_owned();
        blocks.push(Block::Paragraph(title));
        blocks.push(Block::Bullets(unsaid));
    }
    Some(input.section("brief-limits", Area::Body, blocks))
}
