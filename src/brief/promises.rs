//! What was promised, and what the last meeting came to.

use super::compose::BriefInput;
use super::document::{Area, Block, Fact, Section};
use super::reason::explain;
use super::text::line;
use crate::domain::outcome::{Commitment, CommitmentState, Judgement, Outcome, judge};

/// The open promises of both sides, the earliest first.
pub(super) fn due(input: &BriefInput<'_>) -> Option<Section> {
    let meetings = input.session.meetings.iter();
    let mut open: Vec<&Commitment> = meetings
        .flat_map(|meeting| &meeting.outcome.commitments)
        .filter(|commitment| commitment.state == CommitmentState::Open)
        .filter(|commitment| !commitment.action.trim().is_empty())
        .collect();
    // A promise without a date comes last.
    open.sort_by_key(|commitment| (commitment.due.is_none(), commitment.due));
    let facts: Vec<Fact> = open.into_iter().map(|commitment| promise(input, commitment)).collect();
    (!facts.is_empty())
        .then(|| input.section("brief-promises", Area::Body, vec![Block::Facts(facts)]))
}

/// "late · us" with "send the price list by 12 Jun (3 days late)".
fn promise(input: &BriefInput<'_>, commitment: &Commitment) -> Fact {
    let messages = input.messages;
    let today = input.now.date();
    let side = if commitment.party == input.session.my_party { "us" } else { "them" };
    let person = line(commitment.person.as_deref().unwrap_or_default());
    let who = if person.is_empty() { messages.word("side", side).to_owned() } else { person };
    let due = commitment.due.map_or_else(
        || messages.text("brief-no-due-date").to_owned(),
        |date| {
            let (date, day) = (messages.date_short(date), messages.due_day(date, today));
            messages.with("brief-due", &[("date", date.into()), ("day", day.into())])
        },
    );
    let action = line(&commitment.action);
    let text = messages.with("brief-promise", &[("action", action.into()), ("due", due.into())]);
    Fact { label: who, text, alert: commitment.is_overdue(today) }
}

/// What the last meeting that has ended came to, and why.
pub(super) fn verdict(input: &BriefInput<'_>) -> Option<Section> {
    let meeting = input
        .session
        .meetings
        .iter()
        .rfind(|meeting| meeting.ended.is_some() || meeting.outcome != Outcome::default())?;
    let Judgement { verdict, reason } = judge(&meeting.outcome);
    let text = input.messages.with(
        "brief-verdict-text",
        &[
            ("verdict", input.messages.word("outcome", verdict.id()).into()),
            ("reason", explain(input.messages, &reason).into()),
        ],
    );
    Some(input.section("brief-verdict", Area::Body, vec![Block::Paragraph(text)]))
}
