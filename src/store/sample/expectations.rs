//! What was expected of invented meetings, what their tactics did, and what was agreed in the end.
//!
//! Drawn from a stream of its own, so that the rest of a negotiation does not depend on it.

use fastrand::Rng;

use super::bargain::{Expected, Said, Settled};
use super::chance::{Stream, chance, pick, rng};
use super::script::{Deal, Sitting};
use crate::domain::ledger::Side;
use crate::domain::outcome::Verdict;
use crate::domain::session::Effect;

/// How sure people say they are, in percent.
const SURE: [u8; 6] = [40, 55, 65, 75, 85, 95];
/// So many percent less often than they say are they right.
const TOO_SURE: u8 = 12;
/// So many percent of the price ranges hold the price.
const HELD: u8 = 70;

/// Fills in the rest of an invented negotiation; `ended` is what each held meeting came to.
pub(super) fn fill_in(seed: u64, number: usize, deal: &mut Deal, ended: &[Verdict]) {
    let mut rng = rng(seed, Stream::Expectations, number);
    for (sitting, verdict) in deal.meetings.iter_mut().zip(ended) {
        sitting.length = Some(*pick(&mut rng, &[60, 75, 90]));
        if chance(&mut rng, 60) {
            sitting.expected = Some(expected(&mut rng, sitting, *verdict));
        }
        for line in sitting.log.iter_mut().filter(|line| line.tactic.is_some()) {
            line.effect = chance(&mut rng, 80).then(|| match rng.u8(..100) {
                ..50 => Effect::Worked,
                50..85 => Effect::Nothing,
                _ => Effect::Backfired,
            });
        }
    }
    let is_order = ended.last() == Some(&Verdict::Order);
    let price = deal.meetings.iter().rev().find_map(our_last_price);
    deal.settled = price.filter(|_| is_order).map(|price| Settled { price, values: Said::new() });
}

fn our_last_price(sitting: &Sitting) -> Option<i64> {
    sitting.offers.iter().rev().find(|bid| bid.side == Side::Us).map(|bid| bid.price)
}

fn expected(rng: &mut Rng, sitting: &Sitting, came: Verdict) -> Expected {
    let sure = *pick(rng, &SURE);
    let verdict = if chance(rng, sure - TOO_SURE) {
        came
    } else {
        let others: Vec<_> = Verdict::ALL.into_iter().filter(|other| *other != came).collect();
        *pick(rng, &others)
    };
    let price = our_last_price(sitting);
    // The range lies around the price, or wholly above it.
    let low = if chance(rng, HELD) { rng.i64(93..=99) } else { rng.i64(102..=104) };
    let high = low + rng.i64(8..=10);
    let part = |percent| price.map(|price| price * percent / 100);
    Expected { verdict, sure, low: part(low), high: part(high) }
}
