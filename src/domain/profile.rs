//! From evidence to a thinking profile, with its uncertainty (coaching models, section 2).
//!
//! A profile is a Dirichlet distribution over the four quadrants: every quadrant starts at 1, and
//! each observation adds its weight. It is a preference hypothesis, not a test result.

use std::cmp::Ordering;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use statrs::function::beta::beta_reg;
use statrs::function::gamma::{gamma_lr, ln_gamma};

use super::evidence::{Evidence, EvidenceKind, EvidenceWeights, Setting};
use super::quadrant::{PerQuadrant, Quadrant};

/// What each quadrant has before anything is known.
const PRIOR: f64 = 1.0;
/// No single observation counts for more than this, so that a slip in a hand-written file
/// cannot drown the arithmetic.
pub const LARGEST_WEIGHT: f64 = 10_000.0;
/// Differences below this are rounding, not evidence.
const ROUNDING: f64 = 1e-9;

/// A Dirichlet distribution over the quadrants.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The Dirichlet parameters; 1 each when nothing is known.
    pub alpha: PerQuadrant<f64>,
    /// The summed weight of all observations that say something, each counted once.
    pub weight: f64,
    /// How many observations say something; "don't know" is not among them.
    pub observations: usize,
}

/// An 80 % credible interval of a share, both ends in 0..=1.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// How sure one may be of the leading quadrant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Less evidence than one quote.
    Unknown,
    /// P(the leading quadrant is the largest) < 0.80.
    Leaning,
    /// 0.80 to 0.95.
    Likely,
    /// 0.95 and more.
    Clear,
}

impl Certainty {
    pub const ALL: [Self; 4] = [Self::Unknown, Self::Leaning, Self::Likely, Self::Clear];

    /// Stable id, used in message keys and in the headless output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Leaning => "leaning",
            Self::Likely => "likely",
            Self::Clear => "clear",
        }
    }
}

/// Everything that is shown of a profile, computed once.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ProfileReading {
    pub profile: Profile,
    /// Shares in 0..=1 that sum to 1.
    pub shares: PerQuadrant<f64>,
    pub intervals: PerQuadrant<Interval>,
    /// P(this quadrant is the largest); the four sum to 1.
    pub p_largest: PerQuadrant<f64>,
    pub leading: Option<Quadrant>,
    pub second: Option<Quadrant>,
    pub certainty: Certainty,
}

impl Default for Profile {
    /// The unknown profile.
    fn default() -> Self {
        Self { alpha: PerQuadrant::from_fn(|_| PRIOR), weight: 0.0, observations: 0 }
    }
}

impl Profile {
    /// The profile of one person in one setting (section 2).
    ///
    /// A supported quadrant gains the item's weight. A quadrant that the item speaks against spreads
    /// the weight evenly over the other three. An item that does neither is a "don't know".
    pub fn from_evidence(
        evidence: &[Evidence],
        setting: Setting,
        weights: &EvidenceWeights,
    ) -> Self {
        let relevant = || counted(evidence, setting).map(|(_, item)| item);
        let asked = relevant().filter(|item| item.kind == EvidenceKind::Questionnaire).count();
        let mut profile = Self::default();
        for item in relevant() {
            profile.observe(item, item_weight(item, asked, weights));
        }
        profile
    }

    /// Takes in one observation that weighs `weight`.
    pub(super) fn observe(&mut self, item: &Evidence, weight: f64) {
        if item.supports.is_empty() && item.against.is_empty() {
            return;
        }
        for quadrant in Quadrant::ALL {
            if item.supports.contains(&quadrant) {
                self.alpha[quadrant] += weight;
            }
            if item.against.contains(&quadrant) {
                for other in Quadrant::ALL.into_iter().filter(|other| *other != quadrant) {
                    self.alpha[other] += weight / 3.0;
                }
            }
        }
        self.weight += weight;
        self.observations += 1;
    }

    /// The profile of a group: the mean of its members, weighted by their influence (section 2).
    ///
    /// The shares are the weighted mean of the members' shares, so a person does not count for more
    /// because more is known about them; the evidence behind it is the weighted mean as well.
    /// Influences that are not positive numbers count as 0; a group without influence is unknown.
    pub fn group(members: &[(Self, f64)]) -> Self {
        let influence = |value: f64| if value.is_finite() { value.max(0.0) } else { 0.0 };
        let largest = members.iter().map(|(_, value)| influence(*value)).fold(0.0, f64::max);
        if largest <= 0.0 {
            return Self::default();
        }
        // Dividing by the largest first keeps the sum finite.
        let total: f64 = members.iter().map(|(_, value)| influence(*value) / largest).sum();
        let mean = |of: &dyn Fn(&Self) -> f64| -> f64 {
            members
                .iter()
                .map(|(member, value)| influence(*value) / largest / total * of(member))
                .sum()
        };
        let concentration = mean(&Self::concentration);
        Self {
            alpha: PerQuadrant::from_fn(|quadrant| {
                mean(&|member| member.share(quadrant)) * concentration
            }),
            weight: mean(&|member| member.weight),
            observations: members
                .iter()
                .filter(|(_, value)| influence(*value) > 0.0)
                .map(|(member, _)| member.observations)
                .sum(),
        }
    }

    /// The expected share of a quadrant, 0..=1: `alpha_q / sum` (section 2).
    pub fn share(&self, quadrant: Quadrant) -> f64 {
        self.alpha[quadrant] / self.concentration()
    }

    /// All four shares; they sum to 1.
    pub fn shares(&self) -> PerQuadrant<f64> {
        PerQuadrant::from_fn(|quadrant| self.share(quadrant))
    }

    /// The 80 % credible interval of a share: the quantiles 0.1 and 0.9 of the marginal
    /// Beta(`alpha_q`, `sum - alpha_q`) (section 2).
    pub fn interval(&self, quadrant: Quadrant) -> Interval {
        let alpha = self.alpha[quadrant];
        let rest = self.concentration() - alpha;
        Interval { low: beta_quantile(alpha, rest, 0.1), high: beta_quantile(alpha, rest, 0.9) }
    }

    /// The 80 % credible interval of the sum of two shares, which is a Beta variable as well.
    pub fn interval_of_sum(&self, one: Quadrant, other: Quadrant) -> Interval {
        let alpha = self.alpha[one] + self.alpha[other];
        let rest = self.concentration() - alpha;
        Interval { low: beta_quantile(alpha, rest, 0.1), high: beta_quantile(alpha, rest, 0.9) }
    }

    /// P(the share of this quadrant is the largest of the four), by quadrature over gamma densities:
    /// P = ∫ `f_q(x)` ∏ `F_r(x)` dx (section 2). The four sum to 1.
    pub fn p_largest(&self) -> PerQuadrant<f64> {
        let raw = p_largest_by_quadrature(&self.alpha);
        // What the quadrature is short of 1 lies far below what is shown; it is shared out.
        let total: f64 = raw.iter().map(|(_, p)| p).sum();
        PerQuadrant::from_fn(|quadrant| raw[quadrant] / total)
    }

    /// The quadrant with the largest share; `None` while the top is tied.
    pub fn leading(&self) -> Option<Quadrant> {
        self.place(0)
    }

    /// The quadrant with the second largest share; `None` while that place, or the top, is tied.
    pub fn second(&self) -> Option<Quadrant> {
        self.leading().and_then(|_| self.place(1))
    }

    /// The quadrant with the smallest share; `None` while the bottom is tied.
    pub fn weakest(&self) -> Option<Quadrant> {
        self.place(3)
    }

    /// The word for how sure one may be of the leading quadrant (section 2).
    pub fn certainty(&self) -> Certainty {
        self.certainty_given(&self.p_largest())
    }

    /// Everything that is shown of the profile, for a view to keep.
    pub fn reading(&self) -> ProfileReading {
        let p_largest = self.p_largest();
        ProfileReading {
            profile: *self,
            shares: self.shares(),
            intervals: PerQuadrant::from_fn(|quadrant| self.interval(quadrant)),
            p_largest,
            leading: self.leading(),
            second: self.second(),
            certainty: self.certainty_given(&p_largest),
        }
    }

    fn concentration(&self) -> f64 {
        self.alpha.iter().map(|(_, alpha)| alpha).sum()
    }

    /// The word, for one who has P(largest) already.
    pub(super) fn certainty_given(&self, p_largest: &PerQuadrant<f64>) -> Certainty {
        if self.weight < 1.0 - ROUNDING {
            return Certainty::Unknown;
        }
        match self.leading().map_or(0.0, |quadrant| p_largest[quadrant]) {
            p if p >= 0.95 => Certainty::Clear,
            p if p >= 0.80 => Certainty::Likely,
            _ => Certainty::Leaning,
        }
    }

    /// The quadrant at a place in descending order, unless a neighbour ties with it.
    fn place(&self, place: usize) -> Option<Quadrant> {
        let mut ranked = Quadrant::ALL;
        ranked
            .sort_by(|x, y| self.alpha[*y].partial_cmp(&self.alpha[*x]).unwrap_or(Ordering::Equal));
        let here = *ranked.get(place)?;
        let tied = ranked.into_iter().any(|other| {
            let margin = ROUNDING * self.alpha[here].max(1.0);
            other != here && (self.alpha[other] - self.alpha[here]).abs() <= margin
        });
        (!tied).then_some(here)
    }
}

/// The observations of one setting that count, with their places. Of several answers to one item of
/// the questionnaire, as two computers may have given, the first.
pub(super) fn counted(
    evidence: &[Evidence],
    setting: Setting,
) -> impl Iterator<Item = (usize, &Evidence)> {
    let mut answered = HashSet::new();
    evidence.iter().enumerate().filter(move |(_, item)| {
        let is_item = item.kind == EvidenceKind::Questionnaire && !item.source.is_empty();
        item.setting == setting && (!is_item || answered.insert(item.source.as_str()))
    })
}

/// The weight of one observation: its own if that is a usable number, else that of its kind.
/// The questionnaire's total is spread over all of its items, "don't know" included.
///
/// `asked` is how many items the questionnaire has in the setting of the observation.
pub fn item_weight(item: &Evidence, asked: usize, weights: &EvidenceWeights) -> f64 {
    let usable = |weight: &f64| weight.is_finite() && *weight >= 0.0;
    let by_kind = match item.kind {
        // A count of items is far below 2^52, so the conversion is exact.
        #[expect(clippy::cast_precision_loss)]
        EvidenceKind::Questionnaire => weights.questionnaire_total / asked.max(1) as f64,
        EvidenceKind::Quote => weights.quote,
        EvidenceKind::Behaviour => weights.behaviour,
        EvidenceKind::Text => weights.text,
        EvidenceKind::ThirdParty => weights.third_party,
        EvidenceKind::Role => weights.role,
    };
    item.weight.filter(usable).unwrap_or(by_kind).min(LARGEST_WEIGHT)
}

/// The quantile of Beta(a, b), by bisection: slower than Newton's method and never astray.
fn beta_quantile(a: f64, b: f64, probability: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if beta_reg(a, b, middle) < probability {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The shares of a Dirichlet are independent gamma variables divided by their sum, so the largest
/// share belongs to the largest gamma variable.
///
/// With x = e^t the integrand falls to nothing smoothly at both ends, where the plain trapezoidal
/// rule converges faster than any power of the step. One grid serves all four integrals: it spans
/// everything the largest variable can reasonably be.
fn p_largest_by_quadrature(alpha: &PerQuadrant<f64>) -> PerQuadrant<f64> {
    const STEPS: u32 = 256;
    let over = |bound: &dyn Fn(f64) -> f64| {
        alpha.iter().map(|(_, alpha)| bound(*alpha)).fold(f64::NEG_INFINITY, f64::max)
    };
    let low = over(&|alpha| alpha.ln() - 12.0 / alpha.sqrt());
    let high = over(&|alpha| (alpha + 8.0 * alpha.sqrt() + 40.0).ln());
    let step = (high - low) / f64::from(STEPS);
    let log_norm = PerQuadrant::from_fn(|quadrant| ln_gamma(alpha[quadrant]));

    let mut sums = PerQuadrant::<f64>::default();
    for index in 0..=STEPS {
        let t = low + step * f64::from(index);
        let x = t.exp();
        let below = PerQuadrant::from_fn(|quadrant| gamma_lr(alpha[quadrant], x));
        for quadrant in Quadrant::ALL {
            // f(x) dx = e^(alpha t - x) / Γ(alpha) dt.
            let density = (alpha[quadrant] * t - x - log_norm[quadrant]).exp();
            let others: f64 = Quadrant::ALL
                .into_iter()
                .filter(|other| *other != quadrant)
                .map(|other| below[other])
                .product();
            sums[quadrant] += density * others * step;
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    const WEIGHTS: EvidenceWeights = EvidenceWeights {
        questionnaire_total: 3.0,
        quote: 1.0,
        behaviour: 1.0,
        text: 0.7,
        third_party: 0.5,
        role: 0.25,
    };

    fn item(kind: EvidenceKind, supports: &[Quadrant], against: &[Quadrant]) -> Evidence {
        Evidence {
            id: None,
            supports: supports.to_vec(),
            against: against.to_vec(),
            kind,
            setting: Setting::Normal,
            date: date(2026, 11, 2),
            text: String::new(),
            source: String::new(),
            weight: None,
        }
    }

    fn of(evidence: &[Evidence]) -> Profile {
        Profile::from_evidence(evidence, Setting::Normal, &WEIGHTS)
    }

    fn with_alpha(a: f64, b: f64, c: f64, d: f64) -> Profile {
        Profile { alpha: PerQuadrant { a, b, c, d }, weight: a + b + c + d - 4.0, observations: 1 }
    }

    fn close(left: f64, right: f64, tolerance: f64) {
        assert!((left - right).abs() <= tolerance, "{left} is not {right}");
    }

    #[test]
    fn an_item_that_was_answered_on_two_computers_counts_once() {
        let answer = |source: &str| Evidence {
            source: source.to_owned(),
            ..item(EvidenceKind::Questionnaire, &[Quadrant::A], &[])
        };
        let weight = |evidence: &[Evidence]| {
            Profile::from_evidence(evidence, Setting::Normal, &WEIGHTS).weight
        };
        let once = weight(&[answer("ab-1"), answer("ab-2")]);
        assert!((weight(&[answer("ab-1"), answer("ab-2"), answer("ab-1")]) - once).abs() < 1e-9);
        // Items without a name cannot be told apart.
        let unnamed: Vec<_> = (0..3).map(|_| answer("")).collect();
        assert!((weight(&unnamed) - WEIGHTS.questionnaire_total).abs() < 1e-9);
    }

    #[test]
    fn nothing_known_is_unknown_with_even_shares() {
        let reading = of(&[]).reading();
        assert_eq!(reading.certainty, Certainty::Unknown);
        assert_eq!((reading.leading, reading.second), (None, None));
        for (quadrant, share) in reading.shares.iter() {
            close(*share, 0.25, 1e-12);
            close(reading.p_largest[quadrant], 0.25, 1e-12);
            // Beta(1, 3) has the closed quantile 1 - (1 - p)^(1/3).
            close(reading.intervals[quadrant].low, 1.0 - 0.9_f64.cbrt(), 1e-9);
            close(reading.intervals[quadrant].high, 1.0 - 0.1_f64.cbrt(), 1e-9);
        }
    }

    #[test]
    fn each_kind_adds_its_weight() {
        let profile = of(&[
            item(EvidenceKind::Quote, &[Quadrant::C], &[]),
            item(EvidenceKind::Text, &[Quadrant::C, Quadrant::D], &[]),
            item(EvidenceKind::ThirdParty, &[Quadrant::B], &[]),
            item(EvidenceKind::Role, &[Quadrant::A], &[]),
        ]);
        close(profile.alpha.a, 1.25, 1e-12);
        close(profile.alpha.b, 1.5, 1e-12);
        close(profile.alpha.c, 2.7, 1e-12);
        close(profile.alpha.d, 1.7, 1e-12);
        close(profile.weight, 2.45, 1e-12);
        assert_eq!(profile.observations, 4);
        assert_eq!(profile.leading(), Some(Quadrant::C));
        assert_eq!(profile.second(), Some(Quadrant::D));
        assert_eq!(profile.weakest(), Some(Quadrant::A));
    }

    #[test]
    fn evidence_against_a_quadrant_spreads_over_the_other_three() {
        let profile = of(&[item(EvidenceKind::Quote, &[], &[Quadrant::A])]);
        close(profile.alpha.a, 1.0, 1e-12);
        for other in [Quadrant::B, Quadrant::C, Quadrant::D] {
            close(profile.alpha[other], 1.0 + 1.0 / 3.0, 1e-12);
        }
        close(profile.weight, 1.0, 1e-12);
        assert_eq!(profile.leading(), None, "three tie at the top");
        assert_eq!(profile.certainty(), Certainty::Leaning);
    }

    #[test]
    fn a_questionnaire_weighs_three_in_total() {
        let mut items = vec![item(EvidenceKind::Questionnaire, &[Quadrant::B], &[]); 5];
        items.push(item(EvidenceKind::Questionnaire, &[], &[]));
        let mut elsewhere = item(EvidenceKind::Questionnaire, &[Quadrant::D], &[]);
        elsewhere.setting = Setting::Pressure;
        items.push(elsewhere);
        let profile = of(&items);
        close(profile.alpha.b, 1.0 + 5.0 * 0.5, 1e-12);
        close(profile.alpha.d, 1.0, 1e-12);
        assert_eq!(profile.observations, 5);
    }

    #[test]
    fn an_own_weight_is_used_when_it_is_a_usable_number() {
        for (own, expected) in [
            (Some(2.5), 2.5),
            (Some(0.0), 0.0),
            (Some(-1.0), 1.0),
            (Some(f64::NAN), 1.0),
            (Some(f64::INFINITY), 1.0),
            (None, 1.0),
        ] {
            let mut quote = item(EvidenceKind::Quote, &[Quadrant::A], &[]);
            quote.weight = own;
            close(of(&[quote]).alpha.a, 1.0 + expected, 1e-12);
        }
    }

    #[test]
    fn the_words_follow_the_probability() {
        let quotes =
            |count: usize| of(&vec![item(EvidenceKind::Quote, &[Quadrant::C], &[]); count]);
        assert_eq!(
            of(&[item(EvidenceKind::Text, &[Quadrant::C], &[])]).certainty(),
            Certainty::Unknown
        );
        assert_eq!(quotes(1).certainty(), Certainty::Leaning);
        assert_eq!(quotes(3).certainty(), Certainty::Likely);
        assert_eq!(quotes(8).certainty(), Certainty::Clear);
        // Ten guesses of 0.1 are one quote, whatever the rounding of the sum.
        let mut guess = item(EvidenceKind::Role, &[Quadrant::C], &[]);
        guess.weight = Some(0.1);
        assert_eq!(of(&vec![guess; 10]).certainty(), Certainty::Leaning);
    }

    #[test]
    fn the_words_change_at_80_and_at_95_percent() {
        // With alpha a, 1, 1, 1: P = 1 - 3/2^a + 3/3^a - 1/4^a, which is 0.80 at a = 3.572464 and
        // 0.95 at a = 5.770434.
        for (alpha, word) in [
            (3.5724, Certainty::Leaning),
            (3.5725, Certainty::Likely),
            (5.7704, Certainty::Likely),
            (5.7705, Certainty::Clear),
        ] {
            assert_eq!(with_alpha(alpha, 1.0, 1.0, 1.0).certainty(), word, "{alpha}");
        }
    }

    #[test]
    fn p_largest_has_its_closed_form_values() {
        // With alpha 2, 1, 1, 1: ∫ x e^-x (1 - e^-x)^3 dx = 1 - 3/4 + 3/9 - 1/16.
        let p = with_alpha(2.0, 1.0, 1.0, 1.0).p_largest();
        close(p.a, 1.0 - 3.0 / 4.0 + 3.0 / 9.0 - 1.0 / 16.0, 1e-9);
        close(p.b, (1.0 - p.a) / 3.0, 1e-9);
        // Two equals far above the rest share the first place.
        let p = with_alpha(500.0, 1.0, 500.0, 1.0).p_largest();
        close(p.a, 0.5, 1e-9);
        close(p.c, 0.5, 1e-9);
    }

    #[test]
    fn extreme_weights_stay_finite() {
        let mut loud = item(EvidenceKind::Quote, &[Quadrant::D], &[]);
        loud.weight = Some(f64::MAX);
        let reading = of(&vec![loud; 100]).reading();
        assert_eq!(reading.leading, Some(Quadrant::D));
        assert_eq!(reading.certainty, Certainty::Clear);
        close(reading.p_largest.d, 1.0, 1e-9);
        for (_, interval) in reading.intervals.iter() {
            assert!(interval.low.is_finite() && interval.low <= interval.high);
        }
    }

    #[test]
    fn a_group_is_the_mean_of_its_members_by_influence() {
        let (first, second) = (with_alpha(9.0, 1.0, 1.0, 1.0), with_alpha(1.0, 1.0, 1.0, 5.0));
        let group = Profile::group(&[(first, 3.0), (second, 1.0)]);
        close(group.share(Quadrant::A), 0.75 * 9.0 / 12.0 + 0.25 / 8.0, 1e-12);
        close(group.weight, 0.75 * 8.0 + 0.25 * 4.0, 1e-12);
        assert_eq!(group.observations, 2);
        assert_eq!(Profile::group(&[(first, 0.0), (second, f64::NAN)]), Profile::default());
        assert_eq!(Profile::group(&[]), Profile::default());
        assert!(Profile::group(&[(first, f64::MAX), (second, f64::MAX)]).weight.is_finite());
    }

    fn some_quadrants() -> impl Strategy<Value = Vec<Quadrant>> {
        proptest::sample::subsequence(Quadrant::ALL.to_vec(), 0..=4)
    }

    fn some_item() -> impl Strategy<Value = Evidence> {
        let kind = proptest::sample::select(vec![
            EvidenceKind::Questionnaire,
            EvidenceKind::Quote,
            EvidenceKind::Behaviour,
            EvidenceKind::Text,
            EvidenceKind::ThirdParty,
            EvidenceKind::Role,
        ]);
        (kind, some_quadrants(), some_quadrants(), any::<bool>()).prop_map(
            |(kind, supports, against, pressure)| {
                let mut evidence = item(kind, &supports, &against);
                if pressure {
                    evidence.setting = Setting::Pressure;
                }
                evidence
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn the_quadrature_sums_to_one(
            a in 1.0..500.0_f64, b in 1.0..500.0_f64, c in 1.0..500.0_f64, d in prop_oneof![1.0..2.0_f64, 1.0..500.0_f64],
        ) {
            let p = p_largest_by_quadrature(&PerQuadrant { a, b, c, d });
            let total: f64 = p.iter().map(|(_, p)| p).sum();
            prop_assert!((total - 1.0).abs() < 1e-9, "{total}");
            prop_assert!(p.iter().all(|(_, p)| (0.0..=1.0 + 1e-9).contains(p)));
            // The order of the probabilities is the order of the parameters.
            prop_assert!((a >= b) == (p.a >= p.b) || (a - b).abs() < 1e-6);
        }

        #[test]
        fn any_evidence_gives_a_proper_profile(evidence in proptest::collection::vec(some_item(), 0..40)) {
            let reading = of(&evidence).reading();
            let total: f64 = reading.shares.iter().map(|(_, share)| share).sum();
            prop_assert!((total - 1.0).abs() < 1e-9);
            for (quadrant, share) in reading.shares.iter() {
                let interval = reading.intervals[quadrant];
                prop_assert!(reading.profile.alpha[quadrant] >= 1.0);
                prop_assert!(0.0 <= interval.low && interval.low < interval.high && interval.high <= 1.0);
                prop_assert!(*share > 0.0);
            }
            prop_assert!(reading.leading.is_some() || reading.certainty <= Certainty::Leaning);
        }

        #[test]
        fn the_order_of_evidence_does_not_matter_and_dont_know_adds_nothing(
            evidence in proptest::collection::vec(some_item(), 0..20),
        ) {
            let mut other = evidence.clone();
            other.reverse();
            other.push(item(EvidenceKind::Quote, &[], &[]));
            let (left, right) = (of(&evidence), of(&other));
            for quadrant in Quadrant::ALL {
                prop_assert!((left.alpha[quadrant] - right.alpha[quadrant]).abs() < 1e-9);
            }
            prop_assert_eq!(left.observations, right.observations);
            prop_assert_eq!(left.leading(), right.leading());
        }

        #[test]
        fn a_group_of_one_is_that_person(evidence in proptest::collection::vec(some_item(), 0..20), influence in 0.1..10.0_f64) {
            let person = of(&evidence);
            let group = Profile::group(&[(person, influence)]);
            for quadrant in Quadrant::ALL {
                prop_assert!((group.alpha[quadrant] - person.alpha[quadrant]).abs() < 1e-9);
            }
        }
    }
}
