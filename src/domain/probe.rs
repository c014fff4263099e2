//! Which question would tell most about somebody: the largest expected gain in P(largest)
//! (coaching models, section 2).
//!
//! A question tells some quadrants apart. How likely each answer is follows from the shares among
//! these quadrants; the answer is then noted like a quote. The gain is what the largest P(largest) is
//! expected to become, less what it is.

use std::cmp::Ordering;

use super::profile::{Certainty, Profile};
use super::quadrant::{PerQuadrant, Quadrant};

/// Gains within this of the best are about as good: the shares are not known better than that.
const NEAR: f64 = 0.03;
/// Numbers closer together than this are the same: the rest is rounding.
const SAME: f64 = 1e-9;
/// From here on an answer tells much.
const MUCH: f64 = 0.10;
/// From here on it tells something.
const SOMETHING: f64 = 0.02;

/// What a profile becomes with one more answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct After {
    /// The largest P(largest).
    pub largest: f64,
    pub leading: Option<Quadrant>,
    pub certainty: Certainty,
}

impl After {
    fn of(profile: &Profile) -> Self {
        let p = profile.p_largest();
        Self {
            largest: p.iter().map(|(_, p)| *p).fold(0.0, f64::max),
            leading: profile.leading(),
            certainty: profile.certainty_given(&p),
        }
    }
}

/// How much an answer is expected to tell. A figure would say more than is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Worth {
    Little,
    Something,
    Much,
}

impl Worth {
    /// The word for a gain.
    pub fn of(gain: f64) -> Self {
        match gain {
            gain if gain >= MUCH => Self::Much,
            gain if gain >= SOMETHING => Self::Something,
            _ => Self::Little,
        }
    }

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Little => "little",
            Self::Something => "something",
            Self::Much => "much",
        }
    }
}

/// A profile and what each possible answer would make of it. It takes five integrals, so a view
/// keeps it while the profile stays the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    shares: PerQuadrant<f64>,
    pub now: After,
    /// By the quadrant that the answer speaks for.
    pub after: PerQuadrant<After>,
}

impl Outlook {
    /// `weight` is what an answer weighs: that of a quote.
    pub fn of(profile: &Profile, weight: f64) -> Self {
        let with = |quadrant: Quadrant| {
            let mut then = *profile;
            then.alpha[quadrant] += weight;
            then.weight += weight;
            then.observations += 1;
            After::of(&then)
        };
        Self {
            shares: profile.shares(),
            now: After::of(profile),
            after: PerQuadrant::from_fn(with),
        }
    }

    /// How likely an answer of this quadrant is to a question between some: its share among theirs.
    pub fn chance(&self, between: &[Quadrant], quadrant: Quadrant) -> f64 {
        let all: f64 = between.iter().map(|one| self.shares[*one]).sum();
        if between.contains(&quadrant) && all > 0.0 { self.shares[quadrant] / all } else { 0.0 }
    }

    /// The expected gain in P(largest) of a question that tells these quadrants apart.
    ///
    /// It is negative where every answer would speak against what is nearly certain.
    pub fn gain(&self, between: &[Quadrant]) -> f64 {
        if between.is_empty() {
            return 0.0;
        }
        let expected: f64 = between
            .iter()
            .map(|quadrant| self.chance(between, *quadrant) * self.after[*quadrant].largest)
            .sum();
        expected - self.now.largest
    }

    /// Places of the questions, the most telling one first.
    ///
    /// The bare gain likes to have a leader confirmed by a question about somebody unlikely. So among
    /// questions whose gain is about as good as the best, that one comes first whose quadrants have
    /// the larger shares on average: the leader against the runner-up. Then the one that tells more
    /// quadrants apart, then the one that stands first.
    pub fn ranked<'a>(&self, questions: impl IntoIterator<Item = &'a [Quadrant]>) -> Vec<usize> {
        let rate = |(place, between): (usize, &[Quadrant])| {
            let shares: f64 = between.iter().map(|quadrant| self.shares[*quadrant]).sum();
            // A question has at most four quadrants.
            #[expect(clippy::cast_precision_loss)]
            let at_stake = shares / between.len().max(1) as f64;
            Rated { place, quadrants: between.len(), gain: self.gain(between), at_stake }
        };
        let mut order: Vec<Rated> = questions.into_iter().enumerate().map(rate).collect();
        let best = order.iter().map(|rated| rated.gain).fold(f64::NEG_INFINITY, f64::max);
        // A question that tells nothing is not as good as one that does.
        let is_near =
            |rated: &Rated| rated.gain > best - NEAR && (rated.gain > SAME || best <= SAME);
        order.sort_by(|one, other| {
            let by_worth = if is_near(one) && is_near(other) {
                descending(one.at_stake, other.at_stake)
            } else {
                descending(one.gain, other.gain)
            };
            by_worth.then(other.quadrants.cmp(&one.quadrants)).then(one.place.cmp(&other.place))
        });
        order.into_iter().map(|rated| rated.place).collect()
    }

    /// The place of the most telling question.
    pub fn best<'a>(&self, questions: impl IntoIterator<Item = &'a [Quadrant]>) -> Option<usize> {
        self.ranked(questions).first().copied()
    }
}

/// A question among others.
struct Rated {
    place: usize,
    quadrants: usize,
    gain: f64,
    /// The mean share of its quadrants.
    at_stake: f64,
}

/// The larger one first, as far as they can be told apart.
fn descending(one: f64, other: f64) -> Ordering {
    if (one - other).abs() < SAME { Ordering::Equal } else { other.total_cmp(&one) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn with_alpha(a: f64, b: f64, c: f64, d: f64) -> Profile {
        Profile { alpha: PerQuadrant { a, b, c, d }, weight: a + b + c + d - 4.0, observations: 1 }
    }

    fn close(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-9, "{left} is not {right}");
    }

    /// P(largest) of the first with alpha 2, 1, 1, 1: ∫ x e^-x (1 - e^-x)^3 dx.
    const AFTER_ONE: f64 = 1.0 - 3.0 / 4.0 + 3.0 / 9.0 - 1.0 / 16.0;

    #[test]
    fn while_nothing_is_known_every_question_gains_the_same() {
        let outlook = Outlook::of(&Profile::default(), 1.0);
        close(outlook.now.largest, 0.25);
        let pair = [Quadrant::A, Quadrant::C];
        close(outlook.gain(&pair), AFTER_ONE - 0.25);
        close(outlook.gain(&Quadrant::ALL), AFTER_ONE - 0.25);
        close(outlook.chance(&pair, Quadrant::A), 0.5);
        close(outlook.chance(&pair, Quadrant::B), 0.0);
        assert_eq!(outlook.after.a.certainty, Certainty::Leaning);
        assert_eq!(outlook.after.a.leading, Some(Quadrant::A));
        // The open question first, then the order of the file.
        let questions: [&[Quadrant]; 3] = [&pair, &[Quadrant::B, Quadrant::D], &Quadrant::ALL];
        assert_eq!(outlook.ranked(questions), [2, 0, 1]);
        assert_eq!(outlook.best([]), None);
        close(outlook.gain(&[]), 0.0);
    }

    #[test]
    fn a_gain_has_its_closed_form_value() {
        // One quote for A. P of the largest with alpha a, 1, 1, 1 is 1 - 3/2^a + 3/3^a - 1/4^a, and
        // with 2, 2, 1, 1 the first two share it: ∫ x e^-x (1 - e^-x - x e^-x)(1 - e^-x)^2 dx.
        let outlook = Outlook::of(&with_alpha(2.0, 1.0, 1.0, 1.0), 1.0);
        close(outlook.now.largest, AFTER_ONE);
        let three = 1.0 - 3.0 / 8.0 + 3.0 / 27.0 - 1.0 / 64.0;
        close(outlook.after.a.largest, three);
        let without_square = 1.0 - 3.0 / 4.0 + 3.0 / 9.0 - 1.0 / 16.0;
        let with_square = 2.0 / 8.0 - 2.0 * 2.0 / 27.0 + 2.0 / 64.0;
        let two = without_square - with_square;
        close(outlook.after.b.largest, two);
        let pair = [Quadrant::A, Quadrant::B];
        close(outlook.chance(&pair, Quadrant::A), 2.0 / 3.0);
        close(outlook.gain(&pair), 2.0 / 3.0 * three + two / 3.0 - AFTER_ONE);
    }

    #[test]
    fn a_question_beside_the_point_loses() {
        // C is nearly certain: whatever the answer, a question between A and B blurs the picture.
        let outlook = Outlook::of(&with_alpha(1.0, 1.0, 9.0, 1.0), 1.0);
        assert!(outlook.gain(&[Quadrant::A, Quadrant::B]) < 0.0);
        assert_eq!(Worth::of(outlook.gain(&[Quadrant::A, Quadrant::B])), Worth::Little);
    }

    #[test]
    fn two_that_are_level_are_told_apart_by_the_question_between_them() {
        let outlook = Outlook::of(&with_alpha(4.0, 1.0, 4.0, 1.0), 1.0);
        let questions: Vec<Vec<Quadrant>> = Quadrant::ALL
            .into_iter()
            .flat_map(|one| Quadrant::ALL.map(|other| vec![one, other]))
            .filter(|pair| pair[0] < pair[1])
            .collect();
        let best = outlook.best(questions.iter().map(Vec::as_slice)).unwrap();
        assert_eq!(questions[best], [Quadrant::A, Quadrant::C]);
        assert_eq!(outlook.after.a.leading, Some(Quadrant::A));
    }

    #[test]
    fn a_leader_is_asked_against_the_runner_up() {
        let outlook = Outlook::of(&with_alpha(5.5, 1.3, 1.0, 2.2), 1.0);
        let against = |other| vec![Quadrant::A, other];
        let questions = [against(Quadrant::C), against(Quadrant::D), against(Quadrant::B)];
        assert_eq!(outlook.best(questions.iter().map(Vec::as_slice)), Some(1));
        // A question that would gain nothing stays behind one that gains, whatever is at stake.
        let two_ahead = Outlook::of(&with_alpha(8.0, 1.0, 6.0, 1.0), 1.0);
        assert!(
            two_ahead.gain(&against(Quadrant::C)) < two_ahead.gain(&against(Quadrant::B)) - NEAR
        );
        assert_eq!(two_ahead.best(questions.iter().map(Vec::as_slice)), Some(1));
        // A question beside the leader stays behind, whatever is at stake.
        let beside = vec![Quadrant::B, Quadrant::D];
        let all = [&beside, &questions[0]].map(Vec::as_slice);
        assert_eq!(outlook.ranked(all), [1, 0]);
    }

    #[test]
    fn the_words_go_up_with_the_gain() {
        let words = [-0.1, 0.0, 0.02, 0.05, 0.10, 0.3].map(|gain| Worth::of(gain).id());
        assert_eq!(words, ["little", "little", "something", "something", "much", "much"]);
    }

    fn some_alpha() -> impl Strategy<Value = f64> {
        prop_oneof![1.0..3.0_f64, 1.0..60.0_f64]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// An answer to an open question, noted with the weight 1, is one more draw from the
        /// distribution: on average it leaves each probability as it is, so the largest can only grow.
        #[test]
        fn an_open_question_never_loses(
            a in some_alpha(), b in some_alpha(), c in some_alpha(), d in some_alpha(),
        ) {
            let profile = with_alpha(a, b, c, d);
            let outlook = Outlook::of(&profile, 1.0);
            prop_assert!(outlook.gain(&Quadrant::ALL) >= -1e-7, "{}", outlook.gain(&Quadrant::ALL));
        }

        #[test]
        fn chances_add_up_and_the_gain_stays_in_its_bounds(
            a in some_alpha(), b in some_alpha(), c in some_alpha(), d in some_alpha(),
            between in proptest::sample::subsequence(Quadrant::ALL.to_vec(), 2..=4),
            weight in 0.0..5.0_f64,
        ) {
            let outlook = Outlook::of(&with_alpha(a, b, c, d), weight);
            let all: f64 = Quadrant::ALL.map(|one| outlook.chance(&between, one)).into_iter().sum();
            prop_assert!((all - 1.0).abs() < 1e-9);
            let gain = outlook.gain(&between);
            prop_assert!(gain.abs() <= 0.75 + 1e-9);
            prop_assert!((0.25 - 1e-9..=1.0 + 1e-9).contains(&(outlook.now.largest + gain)));
        }

        /// The names of the quadrants do not matter.
        #[test]
        fn exchanging_two_quadrants_exchanges_the_gains(
            a in some_alpha(), b in some_alpha(), c in some_alpha(), d in some_alpha(),
        ) {
            let one = Outlook::of(&with_alpha(a, b, c, d), 1.0);
            let other = Outlook::of(&with_alpha(d, b, c, a), 1.0);
            let (with_a, with_d) = ([Quadrant::A, Quadrant::B], [Quadrant::D, Quadrant::B]);
            prop_assert!((one.gain(&with_a) - other.gain(&with_d)).abs() < 1e-9);
        }

        /// An answer that weighs nothing tells nothing.
        #[test]
        fn without_weight_there_is_no_gain(
            a in some_alpha(), b in some_alpha(), c in some_alpha(), d in some_alpha(),
        ) {
            let outlook = Outlook::of(&with_alpha(a, b, c, d), 0.0);
            prop_assert!(outlook.gain(&[Quadrant::A, Quadrant::C]).abs() < 1e-9);
        }
    }
}
