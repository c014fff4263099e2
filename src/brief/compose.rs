//! From a session to its brief: which sections there are, and in what order.

use jiff::civil::DateTime;

use super::document::{Area, Block, Document, Section};
use super::draft::{Draft, Worked};
use super::room::ROOMS;
use super::text::short;
use super::{
    fit, limits, moves, people, position, preparation, promises, questions, risks, tactics, team,
};
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::library::Owner;
use crate::domain::quadrant::AnimalReading;
use crate::domain::session::Session;
use crate::domain::statistics::Statistics;
use crate::domain::tactic::Deck;
use crate::i18n::Messages;

/// What a brief is made from.
#[derive(Clone, Copy)]
pub struct BriefInput<'a> {
    pub session: &'a Session,
    /// The people of the session, the most important first.
    pub counterparts: &'a [&'a Counterpart],
    pub owner: &'a Owner,
    /// My own cards.
    pub deck: &'a Deck,
    /// What all negotiations come to: which tactics these people have used before.
    pub statistics: &'a Statistics,
    pub animals: AnimalReading,
    pub catalog: &'a Catalog,
    pub messages: &'a Messages,
    /// The time on the user's clock.
    pub now: DateTime,
    /// Also prints what the other side must not see: targets, walk-aways, alternative, what the
    /// package is worth, the offers that are ready, the steps that are planned, things not to say.
    pub include_limits: bool,
}

/// The least width of the goal, in signs.
const GOAL: usize = 140;

/// Writes the brief for the meeting that is running or comes next, with as much in it as goes on one
/// page.
pub fn compose(input: &BriefInput<'_>) -> Document {
    let order = input.session.meeting_ids();
    let worked = Worked::of(input, &order);
    let write = |room| document(&Draft { input, worked: &worked, room });
    let [most, less @ ..] = &ROOMS;
    let mut document = write(most);
    for room in less {
        if fit::is_one_page(&document) {
            break;
        }
        document = write(room);
    }
    document
}

fn document(draft: &Draft<'_>) -> Document {
    let messages = draft.messages;
    let sections = [
        Some(goal(draft)),
        Some(position::section(draft)),
        risks::untested(draft),
        moves::before(draft),
        moves::first(draft),
        Some(questions::section(draft)),
        Some(people::section(draft)),
        people::exchanges(draft),
        limits::section(draft),
        tactics::section(draft),
        risks::tested(draft),
        promises::due(draft),
        team::section(draft),
        preparation::pitch(draft),
        promises::verdict(draft),
    ];
    let title = messages.title_of(&draft.session.title, draft.counterparts.iter().copied());
    Document {
        language: messages.language(),
        title: draft.words(&title),
        subtitle: subtitle(draft),
        sections: sections.into_iter().flatten().collect(),
        footer: messages.with("brief-footer", &[("at", messages.date_time(draft.now).into())]),
    }
}

/// "Meeting 2 · Middle · Monday 15 June 2026, 14:00 · 90 min · their office".
fn subtitle(draft: &Draft<'_>) -> String {
    let messages = draft.messages;
    let Some(meeting) = draft.meeting() else {
        return messages.text("brief-no-meeting").to_owned();
    };
    let number = draft.session.meeting_number(meeting.id);
    let when = meeting.planned.map_or_else(
        || messages.text("brief-no-date").to_owned(),
        |at| {
            let date = messages.weekday_date(at.date());
            let time = messages.time(at.time());
            messages.with("date-time", &[("date", date.into()), ("time", time.into())])
        },
    );
    let minutes = meeting
        .minutes
        .map(|minutes| messages.with("brief-minutes", &[("minutes", usize::from(minutes).into())]));
    let parts = [
        messages.with("brief-meeting", &[("number", number.into())]),
        messages.word("phase", meeting.phase.id()).to_owned(),
        when,
        minutes.unwrap_or_default(),
        draft.words(&meeting.place),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn goal(draft: &Draft<'_>) -> Section {
    // It is what everything else serves, so it keeps its words longest.
    let goal = short(&draft.session.plan.goal, draft.room.signs.max(GOAL));
    let block =
        if goal.is_empty() { draft.note("brief-goal-missing") } else { Block::Statement(goal) };
    draft.section("brief-goal", Area::Lead, vec![block])
}
