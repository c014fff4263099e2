//! Where the last words of both sides would meet if both went on as they have so far.
//!
//! **Method.** Each offer of a side is a step: how much new ground it gave, measured from the
//! furthest point at which that side has stood. A repeated or a withdrawn offer is a step of
//! nothing. The pace of a side is the mean of its steps, in which each step counts 0.7 times as much
//! as the one after it. What is still between the sides is shared out in proportion to their paces.
//! The band is meant to hold four times out of five: the logarithm of the proportion is taken to be
//! normal, with a variance from how unequal the steps of each side were, mixed with the prior belief
//! that steps differ by as much as their mean, as if two such steps had been seen.
//!
//! **Assumptions.** Both go on until they meet, at paces that keep their proportion; nothing new
//! comes on the table; neither has a limit in the way. None of that is known, so this is no
//! forecast, but an answer to "what if nothing changes", to be read with its band.

use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use rust_decimal::{Decimal, RoundingStrategy};

use super::issue::Direction;
use super::ledger::{Ledger, Side};

/// How much a step counts against the one after it.
const MEMORY: f64 = 0.7;
/// How many steps the prior belief is worth, and the square of how far they differ from their mean.
const PRIOR_STEPS: f64 = 2.0;
const PRIOR_SPREAD: f64 = 1.0;
/// Four times out of five a normal variable is within so many standard deviations.
const FOUR_OF_FIVE: f64 = 1.281_551_565_544_9;
/// A half goes away from zero, as people round.
const AWAY: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;
/// With fewer concessions of one side the projection is a rough guess.
const FEW: usize = 3;

/// A meeting point with its band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Projection {
    /// A round number between `low` and `high`.
    pub point: Decimal,
    pub low: Decimal,
    pub high: Decimal,
    /// How many concessions of ours and of theirs it rests on.
    pub concessions: (usize, usize),
}

impl Projection {
    /// `None` until both have made a concession, and when the offers have met.
    pub fn of(ledger: &Ledger<'_>) -> Option<Self> {
        let (ours, theirs) = (ledger.last(Side::Us)?.value, ledger.last(Side::Them)?.value);
        if ledger.gap_now()? <= Decimal::ZERO {
            return None;
        }
        let (us, them) = (Pace::of(ledger, Side::Us)?, Pace::of(ledger, Side::Them)?);
        let way = theirs.checked_sub(ours)?;
        let at = |share: f64| {
            let share = Decimal::from_f64(share)?.round_dp(9);
            ours.checked_add(way.checked_mul(share)?)
        };
        let (least, likely, most) = shares(us, them);
        let ends = (at(least)?, at(most)?);
        let unit = round_unit(ends.0.max(ends.1).checked_sub(ends.0.min(ends.1))?);
        let (bottom, top) = (ours.min(theirs), ours.max(theirs));
        let units = |number: Decimal| number.checked_div(unit);
        let low = units(ends.0.min(ends.1))?.floor().checked_mul(unit)?.max(bottom);
        let high = units(ends.0.max(ends.1))?.ceil().checked_mul(unit)?.min(top);
        let point =
            units(at(likely)?)?.round_dp_with_strategy(0, AWAY).checked_mul(unit)?.clamp(low, high);
        Some(Self {
            point: point.normalize(),
            low: low.normalize(),
            high: high.normalize(),
            concessions: (us.concessions, them.concessions),
        })
    }

    /// Whether it rests on so few concessions that it is hardly more than a guess.
    pub fn is_rough(&self) -> bool {
        self.concessions.0.min(self.concessions.1) < FEW
    }
}

/// How fast a side gives way, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Pace {
    mean: f64,
    /// The variance of its logarithm.
    variance: f64,
    concessions: usize,
}

impl Pace {
    /// `None` without a concession.
    fn of(ledger: &Ledger<'_>, side: Side) -> Option<Self> {
        let steps = steps(ledger, side);
        let weights = || {
            (0..steps.len()).rev().map(|age| MEMORY.powi(i32::try_from(age).unwrap_or(i32::MAX)))
        };
        let total: f64 = weights().sum();
        let mean = weights().zip(&steps).map(|(weight, step)| weight * step).sum::<f64>() / total;
        if !mean.is_finite() || mean <= 0.0 {
            return None;
        }
        // As many equal weights as would be as good.
        let count = total * total / weights().map(|weight| weight * weight).sum::<f64>();
        let off = |(weight, step): (f64, &f64)| weight * (step / mean - 1.0).powi(2);
        let spread = weights().zip(&steps).map(off).sum::<f64>() / total * count;
        let variance = (PRIOR_STEPS * PRIOR_SPREAD + spread) / (PRIOR_STEPS + count) / count;
        let concessions = steps.iter().filter(|step| **step > 0.0).count();
        Some(Self { mean, variance, concessions })
    }
}

/// How much new ground each offer of a side after its first one gave.
fn steps(ledger: &Ledger<'_>, side: Side) -> Vec<f64> {
    let gives: Direction = ledger.wants(side).opposite();
    let mut bids = ledger.of(side).map(|bid| bid.value);
    let Some(mut furthest) = bids.next() else { return Vec::new() };
    bids.map(|value| match gives.gain(furthest, value) {
        Some(gain) if gain > Decimal::ZERO => {
            furthest = value;
            gain.to_f64().unwrap_or(0.0)
        }
        _ => 0.0,
    })
    .collect()
}

/// The part of the way between them that we go: the least, the likely and the most.
fn shares(us: Pace, them: Pace) -> (f64, f64, f64) {
    let middle = (us.mean / them.mean).ln();
    let off = FOUR_OF_FIVE * (us.variance + them.variance).sqrt();
    let share = |odds: f64| 1.0 / (1.0 + (-odds).exp());
    (share(middle - off), share(middle), share(middle + off))
}

/// The largest of 1 and 5 times a power of ten of which a band has at least eight.
fn round_unit(band: Decimal) -> Decimal {
    let wanted = band / Decimal::from(8);
    let mut unit = Decimal::ONE;
    let tens = Decimal::TEN;
    while unit > wanted {
        match unit.checked_div(tens).filter(|finer| finer.scale() <= 9 && !finer.is_zero()) {
            Some(finer) => unit = finer,
            None => return unit,
        }
    }
    while let Some(coarser) = unit.checked_mul(tens).filter(|coarser| *coarser <= wanted) {
        unit = coarser;
    }
    let five = unit.checked_mul(Decimal::from(5)).filter(|five| *five <= wanted);
    five.unwrap_or(unit)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{EntryId, MeetingId};
    use crate::domain::ledger::Offer;
    use crate::domain::outcome::Party;
    use crate::domain::plan::Values;

    const MEETING: [MeetingId; 1] = [MeetingId(Uuid::from_u128(1))];

    fn offers(list: &[(Side, i64)]) -> Vec<Offer> {
        (1_i64..)
            .zip(list)
            .map(|(minute, (side, price))| Offer {
                id: EntryId(Uuid::from_u128(u128::from(minute.unsigned_abs()))),
                at: Timestamp::from_second(minute * 60).unwrap(),
                meeting: MEETING[0],
                side: *side,
                price: Some(Decimal::from(*price)),
                values: Values::new(),
                terms: String::new(),
            })
            .collect()
    }

    fn project(list: &[(Side, i64)], party: Party) -> Option<Projection> {
        let offers = offers(list);
        Projection::of(&Ledger::new(&offers, party, &MEETING, MEETING[0]))
    }

    use Side::{Them, Us};

    #[test]
    fn equal_paces_meet_in_the_middle_and_the_band_says_how_little_that_is() {
        let list = [(Us, 1500), (Them, 1000), (Us, 1450), (Them, 1050)];
        let one = project(&list, Party::Seller).unwrap();
        assert_eq!(one.point, Decimal::from(1250));
        assert!(one.is_rough());
        assert!(one.high - one.low >= Decimal::from(200), "{one:?}: one step each says little");
    }

    #[test]
    fn who_gives_more_goes_further() {
        let list = [(Us, 1500), (Them, 1000), (Us, 1400), (Them, 1020), (Us, 1320), (Them, 1040)];
        let unequal = project(&list, Party::Seller).unwrap();
        assert!(unequal.point < Decimal::from(1180), "{unequal:?}: nearer to their price");
    }

    #[test]
    fn without_a_concession_of_each_side_there_is_nothing_to_go_by() {
        assert_eq!(project(&[], Party::Seller), None);
        assert_eq!(project(&[(Us, 1500), (Them, 1000), (Us, 1450)], Party::Seller), None);
        let held = [(Us, 1500), (Them, 1000), (Us, 1450), (Them, 1000), (Them, 990)];
        assert_eq!(project(&held, Party::Seller), None);
        let met = [(Us, 1500), (Them, 1000), (Us, 1200), (Them, 1200)];
        assert_eq!(project(&met, Party::Seller), None);
    }

    #[test]
    fn taking_back_and_giving_again_is_no_new_ground() {
        let plain = [(Us, 1500), (Them, 1000), (Us, 1450), (Them, 1050), (Us, 1450), (Us, 1450)];
        let back = [(Us, 1500), (Them, 1000), (Us, 1450), (Them, 1050), (Us, 1480), (Us, 1450)];
        assert_eq!(project(&plain, Party::Seller), project(&back, Party::Seller));
    }

    #[test]
    fn units_are_round() {
        let unit = |band: &str| round_unit(band.parse().unwrap()).normalize().to_string();
        assert_eq!(["40", "100", "7", "0.3", "8"].map(unit), ["5", "10", "0.5", "0.01", "1"]);
    }

    fn talk(steps: &[(i64, i64)]) -> Vec<(Side, i64)> {
        let (mut ours, mut theirs) = (1_000_000, 0);
        let mut list = vec![(Us, ours), (Them, theirs)];
        for (us, them) in steps {
            ours -= us;
            theirs += them;
            list.extend([(Us, ours), (Them, theirs)]);
        }
        list
    }

    proptest! {
        #[test]
        fn the_point_lies_in_its_band_and_the_band_in_the_gap(
            steps in proptest::collection::vec((-500..2000_i64, -500..2000_i64), 0..12),
        ) {
            let list = talk(&steps);
            if let Some(projected) = project(&list, Party::Seller) {
                let theirs = list.iter().rev().find(|(side, _)| *side == Them).unwrap().1;
                let ours = list.iter().rev().find(|(side, _)| *side == Us).unwrap().1;
                prop_assert!(Decimal::from(theirs) <= projected.low);
                prop_assert!(projected.low <= projected.point && projected.point <= projected.high);
                prop_assert!(projected.high <= Decimal::from(ours));
                prop_assert!(projected.low < projected.high);
            }
        }

        #[test]
        fn both_sides_of_the_table_see_the_same_point(
            steps in proptest::collection::vec((0..2000_i64, 0..2000_i64), 0..12),
        ) {
            let list = talk(&steps);
            let mirrored: Vec<_> = list.iter()
                .map(|(side, price)| (if *side == Us { Them } else { Us }, *price)).collect();
            let (mine, yours) = (project(&list, Party::Seller), project(&mirrored, Party::Buyer));
            prop_assert_eq!(mine.map(|p| (p.low, p.point, p.high)), yours.map(|p| (p.low, p.point, p.high)));
        }

        #[test]
        fn more_regular_moves_make_the_band_narrower(ours in 1..2000_i64, theirs in 1..2000_i64, moves in 1..12_usize) {
            let band = |moves: usize| {
                let list = talk(&vec![(ours, theirs); moves]);
                let offers = offers(&list);
                let ledger = Ledger::new(&offers, Party::Seller, &MEETING, MEETING[0]);
                let pace = |side| Pace::of(&ledger, side).unwrap();
                let (low, _, high) = shares(pace(Us), pace(Them));
                high - low
            };
            prop_assert!(band(moves + 1) < band(moves));
        }
    }
}
