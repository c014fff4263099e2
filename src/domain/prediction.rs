//! What I expected of a meeting before it, and how well my expectations fit what came
//! (coaching models, section 6).

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::outcome::Verdict;
use super::plan::bare;

/// What I expect of a meeting, written before it begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prediction {
    /// When it was last changed. What is written after the start of the meeting does not count.
    pub at: Timestamp,
    /// What it will come to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// How sure I am of it, in percent, 25 to 100: with four verdicts 25 is no idea.
    #[serde(default)]
    pub sure: u8,
    /// Four times out of five the price that is agreed in the end lies between `low` and `high`.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub low: Option<Decimal>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub high: Option<Decimal>,
}

impl Prediction {
    /// No idea among four verdicts.
    pub const LEAST_SURE: u8 = 25;

    /// Whether a price lies between the two; `None` while one of them is missing.
    pub fn holds(&self, price: Decimal) -> Option<bool> {
        let (one, other) = (self.low?, self.high?);
        Some((one.min(other)..=one.max(other)).contains(&price))
    }
}

/// A prediction after the meeting, ready to be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scored {
    pub at: Timestamp,
    /// How sure I was, in percent, and whether the verdict was the one that I expected.
    pub verdict: Option<(u8, bool)>,
    /// Whether the price was in the range.
    pub price: Option<bool>,
}

/// One bar of the calibration chart: the predictions of about the same sureness.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// From this percentage on, up to the next band.
    pub from: u8,
    pub count: usize,
    pub right: usize,
    /// The mean sureness, 0..=1.
    pub sure: f64,
}

impl Band {
    /// The share that came true, 0..=1.
    #[expect(clippy::cast_precision_loss, reason = "nobody holds that many meetings")]
    pub fn hit_rate(&self) -> f64 {
        if self.count == 0 { 0.0 } else { self.right as f64 / self.count as f64 }
    }
}

/// How well expectations fit what came.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Calibration {
    /// Bands with at least one prediction, by rising sureness.
    pub bands: Vec<Band>,
    pub verdicts: usize,
    pub right: usize,
    /// The mean of (sureness - came true)^2 over the verdicts, 0 best, 1 worst (Brier 1950, for the
    /// one verdict that was named); `None` without any.
    pub brier: Option<f64>,
    /// Price ranges, and how many of them held the price; four of five should.
    pub ranges: usize,
    pub held: usize,
}

/// Where the bands begin.
const BANDS: [u8; 5] = [25, 45, 65, 80, 95];

impl Calibration {
    #[expect(clippy::cast_precision_loss, reason = "nobody holds that many meetings")]
    pub fn of<'a>(scored: impl IntoIterator<Item = &'a Scored>) -> Self {
        let mut found = Self::default();
        let mut sums = [(0_usize, 0_usize, 0.0); BANDS.len()];
        let mut squares = 0.0;
        for one in scored {
            if let Some(held) = one.price {
                found.ranges += 1;
                found.held += usize::from(held);
            }
            let Some((sure, right)) = one.verdict else { continue };
            let sure = sure.clamp(Prediction::LEAST_SURE, 100);
            let share = f64::from(sure) / 100.0;
            found.verdicts += 1;
            found.right += usize::from(right);
            squares += (share - f64::from(u8::from(right))).powi(2);
            let band = BANDS.iter().rposition(|from| *from <= sure);
            if let Some(sum) = band.and_then(|band| sums.get_mut(band)) {
                *sum = (sum.0 + 1, sum.1 + usize::from(right), sum.2 + share);
            }
        }
        let bands = BANDS.into_iter().zip(sums).filter(|(_, sum)| sum.0 > 0);
        found.bands = bands
            .map(|(from, (count, right, sure))| Band {
                from,
                count,
                right,
                sure: sure / count as f64,
            })
            .collect();
        found.brier = (found.verdicts > 0).then(|| squares / found.verdicts as f64);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scored(sure: u8, right: bool) -> Scored {
        Scored { at: Timestamp::UNIX_EPOCH, verdict: Some((sure, right)), price: None }
    }

    #[test]
    fn a_range_holds_a_price_whichever_end_was_typed_first() {
        let number = |value: i64| Some(Decimal::from(value));
        let range = Prediction {
            at: Timestamp::UNIX_EPOCH,
            verdict: None,
            sure: 0,
            low: number(120),
            high: number(100),
        };
        assert_eq!(range.holds(Decimal::from(100)), Some(true));
        assert_eq!(range.holds(Decimal::from(121)), Some(false));
        assert_eq!(Prediction { high: None, ..range }.holds(Decimal::from(110)), None);
    }

    #[test]
    fn known_calibration() {
        let all = [scored(90, true), scored(90, true), scored(80, false), scored(30, false)];
        let found = Calibration::of(&all);
        assert_eq!((found.verdicts, found.right), (4, 2));
        let bands: Vec<_> = found.bands.iter().map(|b| (b.from, b.count, b.right)).collect();
        assert_eq!(bands, [(25, 1, 0), (80, 3, 2)]);
        let brier = (0.01 + 0.01 + 0.64 + 0.09) / 4.0;
        assert!((found.brier.unwrap() - brier).abs() < 1e-12);
        assert!((found.bands[1].hit_rate() - 2.0 / 3.0).abs() < 1e-12);
        assert_eq!(Calibration::of(&[]).brier, None);
    }

    #[test]
    fn price_ranges_are_counted_apart() {
        let range = |price| Scored { at: Timestamp::UNIX_EPOCH, verdict: None, price };
        let found = Calibration::of(&[range(Some(true)), range(Some(false)), range(None)]);
        assert_eq!((found.ranges, found.held, found.verdicts), (2, 1, 0));
    }
}
