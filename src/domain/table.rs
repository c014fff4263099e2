//! What is on the table, as seen from one meeting: every topic with its offers, what each side's
//! terms are worth, what is settled, and what to think about again (coaching models, section 5).

mod caution;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::bargaining::frequency;
use super::deal_space::{self, DealSpace, Valued};
use super::ids::MeetingId;
use super::issue::{Direction, Issue, IssueKind, IssueValue, Stakes, Topic, day_of_number};
use super::ledger::{Ledger, Offer, Side};
use super::session::Session;
use super::standing::Standing;

pub use caution::{Caution, Concern};

/// So near to their target a walk-away can be.
const NEXT_TO_TARGET: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

/// The price or an issue with the offers about it.
#[derive(Debug, Clone)]
pub struct OnTable<'a> {
    pub topic: Topic,
    /// The price too is written as an issue, see [`super::plan::Plan::as_issue`].
    pub issue: Issue,
    /// Its offers as numbers: a date as its day, a choice as what it is worth to me, 0 to 100.
    pub ledger: Ledger<'a>,
    /// Whether it is known which way of the numbers is good for me.
    pub directed: bool,
}

/// An offer with what its side said before, and after it.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    pub offer: &'a Offer,
    /// The last word of the side on every topic, this offer included.
    pub standing: Standing,
    /// Topics on which the offer says something else than the side said before.
    pub changed: Vec<Topic>,
    /// What the standing is worth; `None` when nothing of it can be valued.
    pub worth: Option<Valued>,
}

/// Everything that was offered up to a meeting.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    /// The price first, then the issues in the order of the plan.
    pub topics: Vec<OnTable<'a>>,
    pub space: DealSpace,
    /// All offers in order of time.
    pub rows: Vec<Row<'a>>,
    /// What my best alternative is worth to me, 0..=1.
    pub alternative: Option<f64>,
}

impl<'a> Table<'a> {
    /// `meetings` gives the order of the meetings; offers of those after `current` are left out.
    pub fn of(session: &'a Session, meetings: &'a [MeetingId], current: MeetingId) -> Self {
        let plan = &session.plan;
        let space = DealSpace::of(plan, session.my_party, &session.currency);
        let topics: Vec<OnTable<'a>> = plan
            .topics()
            .filter_map(|topic| {
                let issue = plan.as_issue(topic, &session.currency)?;
                Some(on_table(session, topic, issue, meetings, current))
            })
            .collect();
        let place = |offer: &Offer| meetings.iter().position(|id| *id == offer.meeting);
        let now = meetings.iter().position(|id| *id == current).unwrap_or(meetings.len());
        let mut offers: Vec<&Offer> =
            session.offers.iter().filter(|offer| place(offer) <= Some(now)).collect();
        offers.sort_by_key(|offer| offer.at);
        let mut standings: BTreeMap<Side, Standing> = BTreeMap::new();
        let rows = offers
            .into_iter()
            .map(|offer| {
                let standing = standings.entry(offer.side).or_default();
                let changed = topics
                    .iter()
                    .map(|on| on.topic)
                    .filter(|topic| {
                        let said = offer.about(*topic);
                        said.is_some() && said != standing.about(*topic)
                    })
                    .collect();
                standing.take(offer);
                let standing = standing.clone();
                let worth = space.value(&standing);
                Row { offer, standing, changed, worth }
            })
            .collect();
        let alternative = plan.alternative_worth.map(|worth| f64::from(worth.min(100)) / 100.0);
        Self { topics, space, rows, alternative }
    }

    pub fn topic(&self, topic: Topic) -> Option<&OnTable<'a>> {
        self.topics.iter().find(|on| on.topic == topic)
    }

    /// The last offer of a side, with its standing.
    pub fn last(&self, side: Side) -> Option<&Row<'a>> {
        self.rows.iter().rfind(|row| row.offer.side == side)
    }

    /// A side's last word on a topic.
    pub fn last_word(&self, side: Side, topic: Topic) -> Option<IssueValue> {
        self.last(side)?.standing.about(topic)
    }

    /// What both sides said last of a topic, if it is the same.
    pub fn settled(&self, topic: Topic) -> Option<IssueValue> {
        let [ours, theirs] = Side::BOTH.map(|side| self.last_word(side, topic));
        ours.filter(|_| ours == theirs)
    }

    /// How much a topic weighs for me, the heaviest first where room is short; topics that cannot
    /// be valued weigh nothing.
    pub fn weight(&self, topic: Topic) -> f64 {
        self.space.weight(topic, Side::Us).unwrap_or(0.0)
    }

    /// What terms are worth to them, the least and the most: what is open may go either way, and my
    /// guesses of their walk-aways may be off by the give-or-take. However far off, they want the
    /// numbers to go the same way: a walk-away does not pass their target.
    pub fn their_worth(&self, session: &Session, standing: &Standing) -> Option<(f64, f64)> {
        let worths = [Decimal::NEGATIVE_ONE, Decimal::ZERO, Decimal::ONE].map(|way| {
            let mut plan = session.plan.clone();
            let price = plan.as_issue(Topic::Price, &session.currency);
            let moved = price.and_then(|price| shifted(&price.theirs, way)?.number());
            plan.price.their_reservation = moved.or(plan.price.their_reservation);
            for issue in &mut plan.issues {
                let moved = shifted(&issue.theirs, way);
                issue.theirs.reservation = moved.or(issue.theirs.reservation);
            }
            let space = DealSpace::of(&plan, session.my_party, &session.currency);
            space.value(standing).map(|worth| worth.them)
        });
        let known = || worths.iter().flatten();
        let low = known().map(|worth| worth.0).reduce(f64::min)?;
        Some((low, known().map(|worth| worth.1).reduce(f64::max)?))
    }

    /// What their offers alone say about their weights, on the topics of the deal space in their
    /// order. What an offer does not name stands as they said it before: who asks for the same
    /// without saying so keeps it. `None` while the offers tell nothing about weights.
    ///
    /// It starts from equal weights and not from my own estimate, so that it stays the same when it
    /// is taken over as my estimate.
    pub fn their_weights(&self) -> Option<frequency::Estimate> {
        let topics = &self.space.topics;
        // Only values that stood are compared, so these are the options.
        let mut named: Vec<Vec<IssueValue>> = vec![Vec::new(); topics.len()];
        let mut offers = Vec::new();
        let names_one = |row: &&Row<'_>| topics.iter().any(|on| row.offer.about(*on).is_some());
        let theirs = self.rows.iter().filter(|row| row.offer.side == Side::Them);
        for row in theirs.filter(names_one) {
            let said = topics.iter().zip(&mut named).map(|(topic, named)| {
                let value = row.standing.about(*topic)?;
                let known = named.iter().position(|other| *other == value);
                Some(known.unwrap_or_else(|| {
                    named.push(value);
                    named.len() - 1
                }))
            });
            offers.push(said.collect());
        }
        let options: Vec<usize> = named.iter().map(Vec::len).collect();
        let estimate = frequency::estimate(&options, &vec![1.0; topics.len()], &offers);
        estimate.tells().then_some(estimate)
    }
}

/// A walk-away moved by the give-or-take, but no further than right before the target. `None` where
/// it stays as it is: without a known way, or where the sum fits no value.
fn shifted(theirs: &Stakes, way: Decimal) -> Option<IssueValue> {
    let (direction, target) = (theirs.direction()?, theirs.target?.number()?);
    let limit = theirs.reservation?;
    let by = theirs.give_or_take?.abs().checked_mul(way)?;
    let moved = limit.number()?.checked_add(by)?;
    let step = if matches!(limit, IssueValue::Day(_)) { Decimal::ONE } else { NEXT_TO_TARGET };
    let moved = match direction {
        Direction::Up => moved.min(target.checked_sub(step)?),
        Direction::Down => moved.max(target.checked_add(step)?),
    };
    if direction.gain(moved, target)? <= Decimal::ZERO {
        return None;
    }
    match limit {
        IssueValue::Number(_) => Some(IssueValue::Number(moved)),
        IssueValue::Day(_) => day_of_number(moved.to_i64()?).map(IssueValue::Day),
        IssueValue::Choice(_) => None,
    }
}

fn on_table<'a>(
    session: &'a Session,
    topic: Topic,
    issue: Issue,
    meetings: &'a [MeetingId],
    current: MeetingId,
) -> OnTable<'a> {
    let known = match issue.kind {
        IssueKind::Choice => Some(Direction::Up),
        _ => session.plan.direction(topic, session.my_party),
    };
    let number = |value: IssueValue| as_number(&issue, value);
    let of = |better: Direction| {
        let value = |offer: &Offer| number(offer.about(topic)?);
        Ledger::of_values(&session.offers, value, better, meetings, current)
    };
    let mut ledger = of(known.unwrap_or(Direction::Up));
    // Who begins higher wants it high.
    let firsts = Side::BOTH.map(|side| ledger.first(side).map(|bid| bid.value));
    let begun = matches!(firsts, [Some(ours), Some(theirs)] if ours != theirs);
    if known.is_none()
        && let [Some(ours), Some(theirs)] = firsts
        && ours < theirs
    {
        ledger = of(Direction::Down);
    }
    OnTable { topic, directed: known.is_some() || begun, ledger, issue }
}

/// A value as a number of the ledger; a choice as what it is worth to me. `None` for a value of
/// another kind than the issue.
pub fn as_number(issue: &Issue, value: IssueValue) -> Option<Decimal> {
    issue.number(value).or_else(|| {
        let worth = deal_space::worth(issue, Side::Us, value)?;
        Decimal::from_f64(worth * 100.0).map(|points| points.round())
    })
}

#[cfg(test)]
mod tests;
