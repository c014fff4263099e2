//! The haggling of an invented negotiation: both sides move in shrinking steps.

use fastrand::Rng;

use super::vocabulary::Good;
use crate::domain::ledger::Side;

pub(super) struct Prices {
    pub target: i64,
    pub reservation: i64,
    ours: Vec<i64>,
    theirs: Vec<i64>,
}

impl Prices {
    /// Prices near the usual one for `rounds` pairs of offers, meeting at the end when `closed`.
    pub(super) fn around(rng: &mut Rng, good: &Good, rounds: usize, closed: bool) -> Self {
        let mut percent = |of: i64, range: std::ops::RangeInclusive<i64>| {
            to_step(of * rng.i64(range) / 100, good.step)
        };
        let target = percent(good.price, 88..=114);
        let reservation = percent(target, 86..=92);
        let opening = percent(target, 108..=118);
        let bid = percent(reservation, 78..=88);
        let last = percent(target, 95..=102).max(reservation);
        let last_bid = if closed { last } else { percent(reservation, 93..=99) };
        Self {
            target,
            reservation,
            ours: shrinking(opening, last, rounds, good.step),
            theirs: shrinking(bid, last_bid, rounds, good.step),
        }
    }

    /// The offers of one meeting: two of ours, each with their answer.
    pub(super) fn round(&self, meeting: usize) -> [(Side, i64); 4] {
        let (first, second) = (meeting * 2, meeting * 2 + 1);
        [
            (Side::Us, self.ours[first]),
            (Side::Them, self.theirs[first]),
            (Side::Us, self.ours[second]),
            (Side::Them, self.theirs[second]),
        ]
    }
}

/// From `first` to `last`, each step about half of the one before.
fn shrinking(first: i64, last: i64, count: usize, step: i64) -> Vec<i64> {
    let mut values: Vec<i64> =
        (0..count).map(|index| to_step(last + ((first - last) >> index.min(62)), step)).collect();
    if let Some(end) = values.last_mut() {
        *end = last;
    }
    values
}

fn to_step(price: i64, step: i64) -> i64 {
    (price + step / 2) / step * step
}

/// A whole number with commas between the thousands.
pub(super) fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_shrink_and_end_where_they_should() {
        assert_eq!(shrinking(1480, 1320, 4, 10), [1480, 1400, 1360, 1320]);
        assert_eq!(shrinking(1000, 1100, 2, 10), [1000, 1100]);
        assert!(shrinking(1, 2, 0, 1).is_empty());
    }

    #[test]
    fn thousands_are_grouped() {
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(86_000), "86,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
