//! Statistics over many negotiations, honest about small numbers.

use std::collections::BTreeMap;

use super::digest::{Digest, TacticEvent};
use super::ids::CounterpartId;
use super::outcome::Verdict;
use super::potato::{PotatoKind, PotatoVerdict};
use super::prediction::{Calibration, Scored};
use super::session::Effect;

/// How often something happened of how many times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Proportion {
    pub hits: usize,
    pub of: usize,
}

impl Proportion {
    /// With fewer cases a share says nothing.
    pub const ENOUGH: usize = 5;

    pub fn add(&mut self, hit: bool) {
        self.of += 1;
        self.hits += usize::from(hit);
    }

    pub fn is_enough(self) -> bool {
        self.of >= Self::ENOUGH
    }

    /// The share, 0..=1; `None` without any case.
    #[expect(clippy::cast_precision_loss, reason = "counts of meetings")]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.hits as f64 / self.of as f64)
    }

    /// Between which shares the true one lies with 80 %: the Wilson score interval (1927), which
    /// stays wide while the numbers are small. `None` without any case.
    #[expect(clippy::cast_precision_loss, reason = "counts of meetings")]
    pub fn interval(self) -> Option<(f64, f64)> {
        // The 90 % quantile of the normal distribution.
        const Z: f64 = 1.281_551_565_544_6;
        let (share, n) = (self.share()?, self.of as f64);
        let scale = 1.0 + Z * Z / n;
        let centre = (share + Z * Z / (2.0 * n)) / scale;
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
        // Rounding must not put the share outside.
        Some(((centre - half).clamp(0.0, share), (centre + half).clamp(share, 1.0)))
    }
}

/// What became of a tactic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TacticRecord {
    pub seen: usize,
    pub used: usize,
    /// Of the uses of mine with a known effect, those that worked.
    pub worked: Proportion,
    pub backfired: usize,
    /// Of theirs with a known effect, those that worked on me.
    pub on_me: Proportion,
}

impl TacticRecord {
    fn add(&mut self, event: &TacticEvent) {
        let worked = event.effect.map(|effect| effect == Effect::Worked);
        if event.mine {
            self.used += 1;
            self.backfired += usize::from(event.effect == Some(Effect::Backfired));
        } else {
            self.seen += 1;
        }
        if let Some(worked) = worked {
            let side = if event.mine { &mut self.worked } else { &mut self.on_me };
            side.add(worked);
        }
    }
}

/// Everything that is counted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statistics {
    /// Negotiations with something to count.
    pub negotiations: usize,
    /// How many meetings came to each verdict, in the order of [`Verdict::ALL`].
    pub verdicts: [usize; 4],
    /// What the buyer promised and what of it was kept.
    pub promises: Proportion,
    pub calibration: Calibration,
    /// Each scored prediction in order of time, for the chart.
    pub predictions: Vec<Scored>,
    pub tactics: BTreeMap<Box<str>, TacticRecord>,
    /// The same for one person each.
    pub with: BTreeMap<CounterpartId, BTreeMap<Box<str>, TacticRecord>>,
    /// How many claims of each kind there were, and how their tests came out, in the order of
    /// untested, real, bluff, unknown.
    pub potatoes: BTreeMap<PotatoKind, [usize; 4]>,
    /// What agreed deals were worth to me, 0 to 1, in order of time.
    pub deals: Vec<f64>,
}

impl Statistics {
    pub fn of<'a>(digests: impl IntoIterator<Item = &'a Digest>) -> Self {
        let mut found = Self::default();
        let mut deals = Vec::new();
        for digest in digests {
            found.negotiations += 1;
            for meeting in &digest.meetings {
                let place = Verdict::ALL.iter().position(|verdict| *verdict == meeting.verdict);
                if let Some(count) = place.and_then(|place| found.verdicts.get_mut(place)) {
                    *count += 1;
                }
                if let Ok(at) = jiff::Timestamp::from_second(meeting.second)
                    && (meeting.expected.is_some() || meeting.price.is_some())
                {
                    let (verdict, price) = (meeting.expected, meeting.price);
                    found.predictions.push(Scored { at, verdict, price });
                }
            }
            for event in &digest.tactics {
                found.tactics.entry(event.card.clone()).or_default().add(event);
                if let Some(person) = event.person {
                    let with = found.with.entry(person).or_default();
                    with.entry(event.card.clone()).or_default().add(event);
                }
            }
            for (kind, verdict) in &digest.potatoes {
                let place = match verdict {
                    PotatoVerdict::Untested => 0,
                    PotatoVerdict::Real => 1,
                    PotatoVerdict::Bluff => 2,
                    PotatoVerdict::Unknown => 3,
                };
                let counts = found.potatoes.entry(*kind).or_default();
                if let Some(count) = counts.get_mut(place) {
                    *count += 1;
                }
            }
            found.promises.hits += usize::from(digest.kept);
            found.promises.of += usize::from(digest.kept) + usize::from(digest.broken);
            deals.extend(digest.deal.and_then(|deal| Some((deal.second, deal.worth?))));
        }
        deals.sort_by_key(|(second, _)| *second);
        found.deals = deals.into_iter().map(|(_, worth)| worth).collect();
        found.predictions.sort_by_key(|scored| scored.at);
        found.calibration = Calibration::of(&found.predictions);
        found
    }

    /// How many meetings were held.
    pub fn meetings(&self) -> usize {
        self.verdicts.iter().sum()
    }

    /// How often a meeting ended with an action of the buyer: an order or an advance.
    pub fn moved(&self) -> Proportion {
        let [order, advance, ..] = self.verdicts;
        Proportion { hits: order + advance, of: self.meetings() }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::digest::HeldMeeting;

    #[test]
    fn known_intervals() {
        let (low, high) = Proportion { hits: 8, of: 10 }.interval().unwrap();
        assert!((low - 0.6016).abs() < 5e-4 && (high - 0.9138).abs() < 5e-4, "{low} {high}");
        assert_eq!(Proportion::default().interval(), None);
        assert!(!Proportion { hits: 4, of: 4 }.is_enough());
    }

    #[test]
    fn tactics_are_counted_for_all_and_for_each_person() {
        let person = CounterpartId(uuid::Uuid::from_u128(1));
        let event =
            |mine, effect, person| TacticEvent { card: "flinch".into(), mine, effect, person };
        let digest = Digest {
            tactics: [
                event(false, Some(Effect::Worked), Some(person)),
                event(true, Some(Effect::Backfired), None),
                event(true, None, Some(person)),
            ]
            .into(),
            ..Digest::default()
        };
        let found = Statistics::of([&digest, &digest]);
        let all = found.tactics["flinch"];
        assert_eq!((all.seen, all.used, all.backfired), (2, 4, 2));
        assert_eq!(all.worked, Proportion { hits: 0, of: 2 });
        assert_eq!(all.on_me, Proportion { hits: 2, of: 2 });
        assert_eq!(found.with[&person]["flinch"].used, 2);
    }

    #[test]
    fn meetings_are_counted_by_verdict() {
        let held =
            |second, verdict, expected| HeldMeeting { second, verdict, expected, price: None };
        let digest = Digest {
            meetings: [
                held(9, Verdict::Advance, Some((80, true))),
                held(5, Verdict::NoSale, Some((60, false))),
                held(7, Verdict::Order, None),
            ]
            .into(),
            ..Digest::default()
        };
        let found = Statistics::of([&digest]);
        assert_eq!(found.moved(), Proportion { hits: 2, of: 3 });
        assert_eq!(found.calibration.verdicts, 2);
        assert!(found.predictions.is_sorted_by_key(|scored| scored.at));
    }

    proptest! {
        #[test]
        fn an_interval_holds_the_share_and_narrows(hits in 0_usize..50, more in 0_usize..50) {
            let one = Proportion { hits, of: hits + more + 1 };
            let (low, high) = one.interval().unwrap();
            let share = one.share().unwrap();
            prop_assert!(0.0 <= low && low <= share && share <= high && high <= 1.0);
            let tenfold = Proportion { hits: one.hits * 10, of: one.of * 10 };
            let (lower, higher) = tenfold.interval().unwrap();
            prop_assert!(higher - lower < high - low);
        }
    }
}
