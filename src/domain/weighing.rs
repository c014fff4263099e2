//! Weights from comparing issues two at a time: easier to answer than a number out of nothing.
//!
//! Each answer says by what factor one issue matters more than the other. The logarithms of the
//! weights are the least-squares fit to the logarithms of the answers (the logarithmic least
//! squares of the analytic hierarchy process; with every pair answered it is the geometric mean of
//! the rows, Crawford and Williams 1985).

/// How much more one issue matters than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preference {
    MuchMore,
    More,
    Same,
    Less,
    MuchLess,
}

impl Preference {
    pub const ALL: [Self; 5] = [Self::MuchMore, Self::More, Self::Same, Self::Less, Self::MuchLess];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::MuchMore => "much-more",
            Self::More => "more",
            Self::Same => "same",
            Self::Less => "less",
            Self::MuchLess => "much-less",
        }
    }

    /// The factor between the two weights: 4, 2, 1, 1/2 or 1/4.
    pub fn factor(self) -> f64 {
        match self {
            Self::MuchMore => 4.0,
            Self::More => 2.0,
            Self::Same => 1.0,
            Self::Less => 0.5,
            Self::MuchLess => 0.25,
        }
    }
}

/// One answer: how much more the first issue matters than the second, by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    pub first: usize,
    pub second: usize,
    pub preference: Preference,
}

/// Weights that fit the answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// In percent, with a sum of 100 unless rounding leaves one over.
    pub weights: Vec<u8>,
    /// The answer that fits the others worst, when it is off by more than a factor of two: worth
    /// another thought.
    pub odd: Option<usize>,
}

/// How often the sums are balanced; far more than small numbers of issues need.
const ROUNDS: usize = 500;

/// The weights of `issues` issues by the answers; answers about issues that do not exist are left
/// out. Answers say nothing about issues that no chain of them connects: each group of connected
/// issues has the same geometric mean of weights, and so has an issue that was never compared.
#[expect(clippy::cast_precision_loss, reason = "a handful of issues")]
pub fn weigh(issues: usize, answers: &[Compared]) -> Weighed {
    let known: Vec<(usize, Compared)> = answers
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, one)| one.first < issues && one.second < issues && one.first != one.second)
        .collect();
    // The fit makes each logarithm the mean of what its comparisons say it should be.
    let mut logs = vec![0.0_f64; issues];
    let at = |logs: &[f64], issue: usize| logs.get(issue).copied().unwrap_or_default();
    for _ in 0..ROUNDS {
        for issue in 0..issues {
            let said = known.iter().filter_map(|(_, one)| {
                let ratio = one.preference.factor().ln();
                if one.first == issue {
                    Some(at(&logs, one.second) + ratio)
                } else {
                    (one.second == issue).then(|| at(&logs, one.first) - ratio)
                }
            });
            let said: Vec<f64> = said.collect();
            if let (false, Some(log)) = (said.is_empty(), logs.get_mut(issue)) {
                *log = said.iter().sum::<f64>() / said.len() as f64;
            }
        }
    }
    centre(&mut logs, &known);
    let at = |logs: &[f64], issue: usize| logs.get(issue).copied().unwrap_or_default();
    let off = |one: &Compared| {
        (at(&logs, one.first) - at(&logs, one.second) - one.preference.factor().ln()).abs()
    };
    let odd = known
        .iter()
        .max_by(|(_, one), (_, other)| off(one).total_cmp(&off(other)))
        .filter(|(_, one)| off(one) > std::f64::consts::LN_2 + 1e-9)
        .map(|(position, _)| *position);
    let sum: f64 = logs.iter().map(|log| log.exp()).sum();
    let shares = logs.iter().map(|log| log.exp() / sum * 100.0);
    Weighed { weights: percent(&shares.collect::<Vec<_>>()), odd }
}

/// Moves the logarithms of each group of connected issues so that their mean is 0.
#[expect(clippy::cast_precision_loss, reason = "a handful of issues")]
fn centre(logs: &mut [f64], known: &[(usize, Compared)]) {
    let mut groups: Vec<usize> = (0..logs.len()).collect();
    for (_, one) in known {
        let group = |issue: usize| groups.get(issue).copied();
        let (Some(first), Some(second)) = (group(one.first), group(one.second)) else { continue };
        for group in groups.iter_mut().filter(|group| **group == second) {
            *group = first;
        }
    }
    for group in 0..logs.len() {
        let is_in = |of: &usize| *of == group;
        let count = groups.iter().filter(|of| is_in(of)).count();
        let sum: f64 =
            logs.iter().zip(&groups).filter(|(_, of)| is_in(of)).map(|(log, _)| log).sum();
        for (log, _) in logs.iter_mut().zip(&groups).filter(|(_, of)| is_in(of)) {
            *log -= sum / count as f64;
        }
    }
}

/// Shares of 100 as whole numbers with the same sum: the largest remainders are rounded up.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
fn percent(shares: &[f64]) -> Vec<u8> {
    let mut whole: Vec<u8> = shares.iter().map(|share| share.clamp(0.0, 100.0) as u8).collect();
    let given: usize = whole.iter().map(|share| usize::from(*share)).sum();
    let mut order: Vec<(usize, f64)> =
        shares.iter().map(|share| share.fract()).enumerate().collect();
    order.sort_by(|one, other| other.1.total_cmp(&one.1));
    for (position, _) in order.into_iter().take(100_usize.saturating_sub(given)) {
        if let Some(share) = whole.get_mut(position) {
            *share += 1;
        }
    }
    whole
}

/// The pairs in the order in which they are asked: each issue soon meets another, so that a few
/// answers are enough for a first picture, and the rest makes it firmer.
pub fn pairs(issues: usize) -> Vec<(usize, usize)> {
    let apart = |step: usize| (0..issues.saturating_sub(step)).map(move |i| (i, i + step));
    (1..issues).flat_map(apart).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(first: usize, second: usize, preference: Preference) -> Compared {
        Compared { first, second, preference }
    }

    #[test]
    fn known_weights() {
        use Preference::{More, MuchMore, Same};
        assert_eq!(weigh(2, &[said(0, 1, MuchMore)]).weights, [80, 20]);
        let chain = [said(0, 1, More), said(1, 2, More)];
        assert_eq!(weigh(3, &chain), Weighed { weights: vec![57, 29, 14], odd: None });
        assert_eq!(weigh(4, &[]).weights, [25, 25, 25, 25]);
        let round = [said(0, 1, MuchMore), said(1, 2, MuchMore), said(0, 2, Same)];
        assert_eq!(weigh(3, &round).odd, Some(0));
    }

    #[test]
    fn an_issue_that_was_never_compared_lies_in_the_middle() {
        use Preference::{MuchLess, MuchMore};
        // 2, 1/2 and in between 1.
        assert_eq!(weigh(3, &[said(0, 1, MuchMore)]).weights, [57, 14, 29]);
        assert_eq!(weigh(3, &[said(1, 0, MuchLess)]).weights, [57, 14, 29]);
        // The same answer in two groups gives the same weights, whichever is asked first.
        let apart = [said(0, 1, MuchMore), said(3, 2, MuchLess)];
        assert_eq!(weigh(4, &apart).weights, [40, 10, 40, 10]);
    }

    #[test]
    fn a_few_pairs_connect_every_issue() {
        assert_eq!(pairs(4), [(0, 1), (1, 2), (2, 3), (0, 2), (1, 3), (0, 3)]);
        assert_eq!(pairs(1), []);
    }

    proptest! {
        #[test]
        fn answers_that_agree_are_kept(logs in proptest::collection::vec(0..3_u8, 2..6)) {
            // Weights that are powers of two, compared without rounding.
            let mut answers = Vec::new();
            for (first, second) in pairs(logs.len()) {
                let preference = match i16::from(logs[first]) - i16::from(logs[second]) {
                    2 => Preference::MuchMore,
                    1 => Preference::More,
                    0 => Preference::Same,
                    -1 => Preference::Less,
                    _ => Preference::MuchLess,
                };
                answers.push(said(first, second, preference));
            }
            let found = weigh(logs.len(), &answers);
            prop_assert_eq!(found.odd, None);
            let sum: f64 = logs.iter().map(|log| 2_f64.powi(i32::from(*log))).sum();
            for (log, weight) in logs.iter().zip(&found.weights) {
                let exact = 2_f64.powi(i32::from(*log)) / sum * 100.0;
                prop_assert!((f64::from(*weight) - exact).abs() < 1.0);
            }
            prop_assert_eq!(found.weights.iter().map(|weight| usize::from(*weight)).sum::<usize>(), 100);
        }
    }
}
