//! The plan of concessions on the price, worked out from the record.

use rust_decimal::Decimal;

use super::bargaining::concession::{Concession, ConcessionPlan};
use super::issue::Direction;
use super::ledger::{Ledger, Side};
use super::outcome::Party;
use super::plan::ConcessionSteps;
use super::session::Session;

/// Most steps that can be planned.
pub const MOST_STEPS: u8 = 12;

/// The plan, and what of it is left after what we really offered.
pub struct PriceSteps {
    /// The opening first.
    pub planned: Vec<Decimal>,
    /// What we offered on the price, in order of time.
    pub made: Vec<Decimal>,
    pub next: Option<Next>,
    pub pattern: Pattern,
}

/// The next offer of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Next {
    /// 0 is the opening.
    pub step: usize,
    pub amount: Decimal,
    /// How far it is from our last offer; `None` for the opening.
    pub by: Option<Decimal>,
}

/// What the sizes of the steps tell the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    Shrinking,
    Even,
    /// The later ones are larger: waiting pays.
    Growing,
}

/// Why there is no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPlan {
    Missing,
    /// The opening and the stop are the same: there is nothing to give.
    NoDistance,
    /// The stop is better for us than the opening.
    WrongWay,
}

impl PriceSteps {
    pub fn of(session: &Session, steps: &ConcessionSteps) -> Result<Self, NoPlan> {
        let plan = &session.plan;
        let opening = steps.opening.or(plan.target).ok_or(NoPlan::Missing)?;
        let stop = steps.stop.or(plan.reservation).ok_or(NoPlan::Missing)?;
        let better = match session.my_party {
            Party::Seller => Direction::Up,
            Party::Buyer => Direction::Down,
        };
        if opening == stop {
            return Err(NoPlan::NoDistance);
        }
        if better.gain(stop, opening).is_none_or(|way| way <= Decimal::ZERO) {
            return Err(NoPlan::WrongWay);
        }
        let count = usize::from(steps.steps.clamp(1, MOST_STEPS));
        let shape = Concession::new(0.0, f64::from(steps.softness) / 100.0);
        let offers = ConcessionPlan::new(opening, stop, count, shape).offers;
        let planned: Vec<Decimal> = offers.iter().map(|offer| offer.amount).collect();
        let sizes: Vec<Decimal> = offers.iter().skip(1).map(|offer| offer.step).collect();
        let meetings: Vec<_> = session.meetings.iter().map(|meeting| meeting.id).collect();
        let made = match meetings.last() {
            Some(last) => {
                let ledger = Ledger::new(&session.offers, session.my_party, &meetings, *last);
                ledger.of(Side::Us).map(|bid| bid.value).collect()
            }
            None => Vec::new(),
        };
        // When the price is agreed, nothing is given any more.
        let is_agreed = session.agreed.as_ref().is_some_and(|agreed| agreed.price.is_some());
        let next = next(&planned, made.last().copied(), better).filter(|_| !is_agreed);
        Ok(Self { planned, made, next, pattern: pattern(&sizes) })
    }
}

/// The first planned offer that gives more than our last one: at least half of its own step, so that
/// a rounded offer counts as the planned one.
fn next(planned: &[Decimal], last: Option<Decimal>, better: Direction) -> Option<Next> {
    let Some(last) = last else {
        return planned.first().map(|amount| Next { step: 0, amount: *amount, by: None });
    };
    let end = planned.len().saturating_sub(1);
    planned.iter().enumerate().find_map(|(step, amount)| {
        let by = better.gain(*amount, last)?;
        let before = step.checked_sub(1).and_then(|before| planned.get(before)).unwrap_or(amount);
        let half = better.gain(*amount, *before)? / Decimal::TWO;
        let enough = by > Decimal::ZERO && (by >= half || step == end);
        enough.then_some(Next { step, amount: *amount, by: Some(by) })
    })
}

/// What the first and the last step tell; rounding makes equal ones differ by a little.
fn pattern(sizes: &[Decimal]) -> Pattern {
    let (Some(first), Some(last)) = (sizes.first(), sizes.last()) else { return Pattern::Even };
    let much = |one: Decimal, other: Decimal| {
        one.checked_mul(Decimal::from(4)) > other.checked_mul(Decimal::from(5))
    };
    if much(*last, *first) {
        Pattern::Growing
    } else if much(*first, *last) {
        Pattern::Shrinking
    } else {
        Pattern::Even
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{EntryId, MeetingId, SessionId};
    use crate::domain::ledger::Offer;

    fn session(ours: &[i64]) -> Session {
        let meeting = MeetingId(Uuid::from_u128(2));
        let id = SessionId(Uuid::from_u128(1));
        let mut session = Session::new(id, Timestamp::UNIX_EPOCH, "EUR", meeting);
        session.plan.target = Some(Decimal::from(1480));
        session.plan.reservation = Some(Decimal::from(1180));
        session.offers = (0_i64..)
            .zip(ours)
            .map(|(second, price)| Offer {
                id: EntryId(Uuid::from_u128(9)),
                at: Timestamp::from_second(second).unwrap(),
                meeting,
                side: Side::Us,
                price: Some(Decimal::from(*price)),
                values: std::collections::BTreeMap::new(),
                terms: String::new(),
            })
            .collect();
        session
    }

    fn steps(softness: u16) -> ConcessionSteps {
        ConcessionSteps { softness, ..ConcessionSteps::default() }
    }

    #[test]
    fn the_next_step_follows_what_was_really_offered() {
        let plan = PriceSteps::of(&session(&[]), &steps(200)).unwrap();
        assert_eq!(plan.planned.len(), 5);
        assert_eq!(plan.next.unwrap().step, 0, "the opening comes first");
        let first = plan.planned[1];
        let plan = PriceSteps::of(&session(&[1480]), &steps(200)).unwrap();
        let next = plan.next.unwrap();
        let by = Decimal::from(1480) - first;
        assert_eq!((next.step, next.amount, next.by), (1, first, Some(by)));
        // More was given than planned: the plan goes on behind it.
        let plan = PriceSteps::of(&session(&[1480, 1300]), &steps(200)).unwrap();
        assert!(plan.next.unwrap().amount < Decimal::from(1300));
        // Nearly the planned offer is as good as made.
        let almost = i64::try_from(plan.planned[2].trunc().mantissa()).unwrap() + 2;
        let plan = PriceSteps::of(&session(&[1480, almost]), &steps(200)).unwrap();
        assert_eq!(plan.next.unwrap().step, 3);
        assert!(PriceSteps::of(&session(&[1180]), &steps(200)).unwrap().next.is_none());
    }

    #[test]
    fn growing_steps_are_told_from_shrinking_ones() {
        let of = |softness| PriceSteps::of(&session(&[]), &steps(softness)).unwrap().pattern;
        assert_eq!(
            [of(50), of(100), of(300)],
            [Pattern::Growing, Pattern::Even, Pattern::Shrinking]
        );
    }

    #[test]
    fn a_plan_needs_both_ends_the_right_way_round() {
        let mut session = session(&[]);
        session.my_party = Party::Buyer;
        assert_eq!(PriceSteps::of(&session, &steps(200)).err(), Some(NoPlan::WrongWay));
        session.plan.target = session.plan.reservation;
        assert_eq!(PriceSteps::of(&session, &steps(200)).err(), Some(NoPlan::NoDistance));
        session.plan.target = None;
        assert_eq!(PriceSteps::of(&session, &steps(200)).err(), Some(NoPlan::Missing));
    }
}
