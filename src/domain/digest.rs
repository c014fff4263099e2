//! What statistics over all negotiations need of one, small enough that those of a hundred thousand
//! stay in memory.

use serde::{Deserialize, Serialize};

use super::deal_space::DealSpace;
use super::ids::CounterpartId;
use super::issue::Topic;
use super::outcome::{CommitmentState, Party, Verdict, judge};
use super::potato::{PotatoKind, PotatoVerdict};
use super::session::{Effect, LogKind, Meeting, Session};
use super::standing::Standing;

/// What one negotiation adds to the statistics.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Digest {
    pub meetings: Box<[HeldMeeting]>,
    pub tactics: Box<[TacticEvent]>,
    pub potatoes: Box<[(PotatoKind, PotatoVerdict)]>,
    pub deal: Option<DealResult>,
    /// Promises of the buyer that were kept and broken.
    pub kept: u16,
    pub broken: u16,
}

/// A meeting that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct HeldMeeting {
    /// When it ended, in seconds since 1970.
    pub second: i64,
    pub verdict: Verdict,
    /// How sure I was of a verdict beforehand, in percent, and whether it was this one.
    pub expected: Option<(u8, bool)>,
    /// Whether the price that was agreed in the end lies in the range that I gave beforehand.
    pub price: Option<bool>,
}

/// A tactic that was seen or used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TacticEvent {
    pub card: Box<str>,
    /// By me; else I saw it used on me.
    pub mine: bool,
    pub effect: Option<Effect>,
    /// With whom, when that is known.
    pub person: Option<CounterpartId>,
}

/// What was agreed, measured on the plan.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DealResult {
    /// When, in seconds since 1970.
    pub second: i64,
    /// What the whole deal is worth to me, 0 to 1; `None` when it leaves issues of the plan
    /// open, or says something that cannot be valued.
    pub worth: Option<f64>,
    /// Where the price lies between my walk-away (0) and my target (1), within these bounds.
    pub price: Option<f64>,
}

impl Digest {
    /// `None` for a negotiation that has nothing to add yet.
    pub fn of(session: &Session) -> Option<Box<Self>> {
        let ended = session.meetings.iter().filter_map(|meeting| held(session, meeting));
        let only = match session.counterparts.as_slice() {
            [person] => Some(*person),
            _ => None,
        };
        let tactics = session.log.iter().filter_map(|entry| {
            let mine = entry.kind == LogKind::TacticUsed;
            let card =
                entry.tactic.as_deref().filter(|_| mine || entry.kind == LogKind::TacticSeen)?;
            let person = entry.person.or(only);
            Some(TacticEvent { card: card.into(), mine, effect: entry.effect, person })
        });
        let theirs = |state| {
            let promises = session.promises().map(|(_, promise)| promise);
            let count = promises
                .filter(|promise| promise.party == Party::Buyer && promise.state == state)
                .count();
            u16::try_from(count).unwrap_or(u16::MAX)
        };
        let digest = Self {
            meetings: ended.collect(),
            tactics: tactics.collect(),
            potatoes: session.potatoes.iter().map(|one| (one.kind, one.verdict)).collect(),
            deal: deal(session),
            kept: theirs(CommitmentState::Kept),
            broken: theirs(CommitmentState::Broken),
        };
        (digest != Self::default()).then(|| Box::new(digest))
    }
}

fn held(session: &Session, meeting: &Meeting) -> Option<HeldMeeting> {
    let ended = meeting.ended?;
    let verdict = judge(&meeting.outcome).verdict;
    // What was written when the meeting had begun is no prediction.
    let begun = meeting.started.unwrap_or(ended);
    let prediction = meeting.prediction.as_ref().filter(|prediction| prediction.at <= begun);
    let agreed = session.agreed.as_ref().and_then(|agreed| agreed.price);
    Some(HeldMeeting {
        second: ended.as_second(),
        verdict,
        expected: prediction
            .and_then(|prediction| Some((prediction.sure, prediction.verdict? == verdict))),
        price: prediction.zip(agreed).and_then(|(prediction, price)| prediction.holds(price)),
    })
}

fn deal(session: &Session) -> Option<DealResult> {
    let agreed = session.agreed.as_ref()?;
    let space = DealSpace::of(&session.plan, session.my_party, &session.currency);
    let standing = Standing { price: agreed.price, values: agreed.values.clone() };
    // What is agreed but not counted would be missing in the sum.
    let whole = space.topics_left_out().iter().all(|topic| standing.about(*topic).is_none());
    let worth = space.value(&standing).filter(|valued| whole && valued.open == 0);
    let price = session.plan.as_issue(Topic::Price, &session.currency);
    let price = price
        .filter(|issue| space.position(Topic::Price).is_some() && issue.mine.direction().is_some());
    Some(DealResult {
        second: agreed.at.as_second(),
        worth: worth.map(|valued| valued.me.0),
        price: price
            .zip(standing.about(Topic::Price))
            .and_then(|(issue, price)| issue.mine.worth(price)),
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rust_decimal::Decimal;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{IssueId, MeetingId, SessionId};
    use crate::domain::issue::{Issue, IssueKind, IssueValue};
    use crate::domain::prediction::Prediction;
    use crate::domain::session::Agreement;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn session(predicted: i64) -> Session {
        let meeting = MeetingId(Uuid::from_u128(1));
        let mut session = Session::new(SessionId(Uuid::from_u128(2)), at(0), "EUR", meeting);
        let held = &mut session.meetings[0];
        held.started = Some(at(100));
        held.ended = Some(at(200));
        held.prediction = Some(Prediction {
            at: at(predicted),
            verdict: Some(Verdict::Continuation),
            sure: 70,
            low: Some(Decimal::from(90)),
            high: Some(Decimal::from(100)),
        });
        session.plan.target = Some(Decimal::from(120));
        session.plan.reservation = Some(Decimal::from(80));
        session.agreed = Some(Agreement {
            at: at(300),
            meeting,
            price: Some(Decimal::from(110)),
            values: std::collections::BTreeMap::new(),
        });
        session
    }

    #[test]
    fn a_prediction_counts_only_when_it_was_made_before() {
        let meeting = Digest::of(&session(99)).unwrap().meetings[0];
        assert_eq!(meeting.expected, Some((70, true)));
        assert_eq!(meeting.price, Some(false));
        let late = Digest::of(&session(101)).unwrap().meetings[0];
        assert_eq!((late.expected, late.price), (None, None));
    }

    #[test]
    fn a_deal_is_measured_on_the_plan() {
        let deal = Digest::of(&session(1)).unwrap().deal.unwrap();
        assert_eq!((deal.second, deal.price, deal.worth), (300, Some(0.75), Some(0.75)));
    }

    #[test]
    fn a_deal_that_cannot_be_valued_whole_has_no_worth() {
        let worth = |session: &Session| Digest::of(session).unwrap().deal.unwrap().worth;
        let number = |value: i64| IssueValue::Number(Decimal::from(value));
        let mut days = Issue::new(IssueId(Uuid::from_u128(5)), IssueKind::Number);
        (days.mine.target, days.mine.reservation) = (Some(number(30)), Some(number(60)));
        let id = days.id;
        let mut session = session(1);
        session.plan.issues.push(days);
        assert_eq!(worth(&session), None, "nothing was agreed on an issue");
        session.agreed.as_mut().unwrap().values.insert(id, number(45));
        assert!(worth(&session).is_some());
        session.plan.issues[0].kind = IssueKind::Date;
        assert_eq!(worth(&session), None, "an agreed topic is left out");
        let day = |day| Some(IssueValue::Day(jiff::civil::date(2026, 3, day)));
        let mine = &mut session.plan.issues[0].mine;
        (mine.target, mine.reservation) = (day(1), day(20));
        assert_eq!(worth(&session), None, "what was agreed is of another kind");
        let mine = &mut session.plan.issues[0].mine;
        (mine.target, mine.reservation) = (None, None);
        session.agreed.as_mut().unwrap().values.clear();
        assert!(worth(&session).is_some(), "what is left out was not agreed either");
    }

    #[test]
    fn a_price_of_the_wrong_way_is_not_measured() {
        let mut session = session(1);
        session.my_party = Party::Buyer;
        let deal = Digest::of(&session).unwrap().deal.unwrap();
        assert_eq!((deal.price, deal.worth), (None, None));
    }

    #[test]
    fn a_fresh_negotiation_adds_nothing() {
        let meeting = MeetingId(Uuid::from_u128(1));
        let fresh = Session::new(SessionId(Uuid::from_u128(2)), at(0), "EUR", meeting);
        assert_eq!(Digest::of(&fresh), None);
    }
}
