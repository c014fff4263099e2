//! Four ways to call a deal balanced (coaching models, section 10).
//!
//! Each is the best acceptable deal by its own measure. Of deals that are equal by it, the one with
//! the higher sum of utilities is taken, then the first in the order of choices. All four lie on
//! the frontier: a deal that beats another has no smaller measure and a higher sum.

use std::cmp::Ordering;

use super::frontier::Frontier;
use super::space::{Deal, Space, Units};

/// The balanced deals of a space. All are `None` when no deal is acceptable to both.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Solutions {
    /// Maximises (my gain) x (their gain). A gain is the utility above the reservation.
    pub nash: Option<Deal>,
    /// Maximises the smaller of the two shares gain / (ideal - reservation), where the ideal is
    /// the best that the side gets in any acceptable deal. A side that can gain nothing (its ideal
    /// is its reservation) has all that it can get: its share is 1 and the other decides.
    pub kalai_smorodinsky: Option<Deal>,
    /// Maximises the smaller gain.
    pub egalitarian: Option<Deal>,
    /// Maximises the sum of utilities.
    pub max_sum: Option<Deal>,
}

impl Solutions {
    /// Finds them on the frontier of the same space.
    pub fn new(space: &Space, frontier: &Frontier) -> Self {
        let one = space.one();
        let gain = |units: Units| space.gain(units);
        let wide = i128::from;
        // Both sides in a common unit: one unit is 1 / (one.me x one.them).
        let both =
            |units: Units| (wide(units.me) * wide(one.them), wide(units.them) * wide(one.me));
        let ideal = gain(Units {
            me: frontier.units().next().unwrap_or_default().me,
            them: frontier.units().next_back().unwrap_or_default().them,
        });
        let nash = |units: Units| {
            let gain = gain(units);
            wide(gain.me) * wide(gain.them)
        };
        let smaller_share = |units: Units| {
            let gain = gain(units);
            Share::new(gain.me, ideal.me).min(Share::new(gain.them, ideal.them))
        };
        let smaller_gain = |units: Units| {
            let (me, them) = both(gain(units));
            me.min(them)
        };
        let sum = |units: Units| {
            let (me, them) = both(units);
            me + them
        };
        Self {
            nash: best(space, frontier, nash, sum),
            kalai_smorodinsky: best(space, frontier, smaller_share, sum),
            egalitarian: best(space, frontier, smaller_gain, sum),
            max_sum: best(space, frontier, sum, sum),
        }
    }
}

/// The point with the greatest measure, then sum, then the first in the order of choices.
fn best<M: Ord>(
    space: &Space,
    frontier: &Frontier,
    measure: impl Fn(Units) -> M,
    sum: impl Fn(Units) -> i128,
) -> Option<Deal> {
    let (index, _) = frontier.units().enumerate().max_by(|(i, a), (k, b)| {
        measure(*a)
            .cmp(&measure(*b))
            .then_with(|| sum(*a).cmp(&sum(*b)))
            .then_with(|| frontier.choices_at(*k).cmp(frontier.choices_at(*i)))
    })?;
    let choices = frontier.choices_at(index).iter().map(|option| usize::from(*option)).collect();
    Some(space.known_deal(choices))
}

/// A share of what can be gained, compared exactly.
#[derive(Debug, Clone, Copy)]
struct Share {
    gained: i64,
    possible: i64,
}

impl Share {
    fn new(gained: i64, possible: i64) -> Self {
        if possible > 0 { Self { gained, possible } } else { Self { gained: 1, possible: 1 } }
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let left = i128::from(self.gained) * i128::from(other.possible);
        left.cmp(&(i128::from(other.gained) * i128::from(self.possible)))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}
