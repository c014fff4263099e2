//! What was promised, and what the last meeting came to.

use super::document::{Area, Block, Fact, Section};
use super::draft::Draft;
use super::reason::explain;
use super::text::short;
use crate::domain::outcome::{Commitment, CommitmentState, Judgement, Outcome, judge};

/// The open promises of both sides, the earliest first, and those that were broken.
pub(super) fn due(draft: &Draft<'_>) -> Option<Section> {
    let mut open: Vec<&Commitment> = draft
        .session
        .promises()
        .map(|(_, promise)| promise)
        .filter(|promise| promise.state != CommitmentState::Kept)
        .filter(|promise| !promise.action.trim().is_empty())
        .collect();
    // A promise without a date comes last, before those that are past help.
    let is_broken = |promise: &Commitment| promise.state == CommitmentState::Broken;
    open.sort_by_key(|promise| (is_broken(promise), promise.due.is_none(), promise.due));
    let facts: Vec<Fact> = open.into_iter().map(|promise| fact(draft, promise)).collect();
    if facts.is_empty() {
        return None;
    }
    let (facts, more) = draft.cut(facts, draft.room.promises);
    let blocks = [Some(Block::Facts(facts)), more].into_iter().flatten().collect();
    Some(draft.section("brief-promises", Area::Body, blocks))
}

/// "Lin Yue" with "send the price list · 12 Jun, 3 days late".
fn fact(draft: &Draft<'_>, promise: &Commitment) -> Fact {
    let messages = draft.messages;
    let today = draft.now.date();
    let side = if promise.party == draft.session.my_party { "us" } else { "them" };
    let person = short(promise.person.as_deref().unwrap_or_default(), 80);
    let who = if person.is_empty() { messages.word("side", side).to_owned() } else { person };
    let is_broken = promise.state == CommitmentState::Broken;
    let due = match promise.due {
        Some(date) if is_broken => {
            messages.with("brief-broken-due", &[("date", messages.date_short(date).into())])
        }
        Some(date) => {
            let (date, day) = (messages.date_short(date), messages.due_day(date, today));
            messages.with("brief-due", &[("date", date.into()), ("day", day.into())])
        }
        None if is_broken => messages.text("brief-broken").to_owned(),
        None => messages.text("brief-no-due-date").to_owned(),
    };
    let action = draft.words(&promise.action);
    let text = messages.with("brief-promise", &[("action", action.into()), ("due", due.into())]);
    Fact { label: who, text, alert: is_broken || promise.is_overdue(today) }
}

/// What the last meeting that has ended came to, and why.
pub(super) fn verdict(draft: &Draft<'_>) -> Option<Section> {
    if !draft.room.verdict {
        return None;
    }
    let meeting = draft
        .session
        .meetings
        .iter()
        .rfind(|meeting| meeting.ended.is_some() || meeting.outcome != Outcome::default())?;
    let Judgement { verdict, reason } = judge(&meeting.outcome);
    let text = draft.messages.with(
        "brief-verdict-text",
        &[
            ("verdict", draft.messages.word("outcome", verdict.id()).into()),
            ("reason", explain(draft.messages, &reason).into()),
        ],
    );
    Some(draft.section("brief-verdict", Area::Body, vec![Block::Paragraph(text)]))
}
