//! What the other side's own offers say about their weights: the frequency model.
//!
//! Who keeps an issue where it is from offer to offer while moving on others cares about it, and
//! an option that is asked for often is worth much. The model goes back to van Krimpen, Looije and
//! Hajizadeh (2012). It starts from weights that the caller gives. The
//! [`Table`](crate::domain::table::Table) gives equal ones, as in the paper, and not my own
//! estimate: once I take what comes out over as my estimate, the same offers would count twice.

/// What an issue that was kept gains, against weights that sum to 1, each time.
const GAIN: f64 = 0.1;
/// Below so many offers the estimate is a guess.
pub const FEW_OFFERS: usize = 4;

/// An offer of the other side: the option of each issue, or `None` where they said nothing.
pub type SaidOffer = Vec<Option<usize>>;

/// Weights and values as their offers suggest them.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// By issue; they sum to 1.
    pub weights: Vec<f64>,
    /// By issue, how far the weight has moved from the prior.
    pub moved: Vec<f64>,
    /// By issue and option, 0 to 1, the most wanted option 1. `None` for an issue of which they
    /// have said nothing.
    pub values: Vec<Option<Vec<f64>>>,
    /// How many offers of theirs name an issue.
    pub offers: usize,
    /// How many times an issue could be seen kept or moved.
    pub observations: usize,
}

impl Estimate {
    /// Whether it rests on so few offers that it is hardly more than the prior.
    pub fn is_a_guess(&self) -> bool {
        self.offers < FEW_OFFERS
    }

    /// Whether the offers have moved a weight at all.
    pub fn tells(&self) -> bool {
        self.moved.iter().any(|by| by.abs() > 1e-9)
    }
}

/// Estimates their weights from their offers, oldest first. `options` has the number of options of
/// each issue; `prior` the weights to start from, brought to a sum of 1. Options that do not exist
/// count as not said.
pub fn estimate(options: &[usize], prior: &[f64], offers: &[SaidOffer]) -> Estimate {
    let prior = normalised(options.len(), prior);
    let said = |offer: &SaidOffer, issue: usize| -> Option<usize> {
        let option = offer.get(issue).copied().flatten()?;
        (option < options.get(issue).copied().unwrap_or(0)).then_some(option)
    };
    let mut weights = prior.clone();
    let mut observations = 0;
    // An issue is compared with the last time that it was named.
    let mut last: Vec<Option<usize>> = vec![None; options.len()];
    for offer in offers {
        let mut kept = vec![false; options.len()];
        let mut moved = false;
        for (issue, (before, kept)) in last.iter_mut().zip(&mut kept).enumerate() {
            let Some(now) = said(offer, issue) else { continue };
            if let Some(before) = *before {
                observations += 1;
                *kept = before == now;
                moved |= before != now;
            }
            *before = Some(now);
        }
        // Repeating a whole offer says nothing about which issue matters.
        if moved {
            for (weight, kept) in weights.iter_mut().zip(kept) {
                *weight += if kept { GAIN } else { 0.0 };
            }
            weights = normalised(options.len(), &weights);
        }
    }
    let values = options.iter().enumerate().map(|(issue, count)| {
        let mut counts = vec![0_u32; *count];
        for option in offers.iter().filter_map(|offer| said(offer, issue)) {
            if let Some(count) = counts.get_mut(option) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max().filter(|most| *most > 0)?;
        Some(counts.into_iter().map(|count| f64::from(count) / f64::from(most)).collect())
    });
    Estimate {
        moved: weights.iter().zip(&prior).map(|(now, before)| now - before).collect(),
        values: values.collect(),
        offers: offers
            .iter()
            .filter(|offer| (0..options.len()).any(|issue| said(offer, issue).is_some()))
            .count(),
        observations,
        weights,
    }
}

/// Weights with a sum of 1; equal ones where the given do not say anything.
fn normalised(issues: usize, weights: &[f64]) -> Vec<f64> {
    let usable = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
    let sum: f64 = weights.iter().take(issues).copied().map(usable).sum();
    #[expect(clippy::cast_precision_loss, reason = "few issues")]
    let equal = 1.0 / issues.max(1) as f64;
    (0..issues)
        .map(|issue| {
            let weight = usable(weights.get(issue).copied().unwrap_or(0.0));
            if sum > 0.0 && sum.is_finite() { weight / sum } else { equal }
        })
        .collect()
}
