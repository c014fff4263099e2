//! How much the answers hang on guesses: their weights are drawn again and again from what they
//! could be, and every deal is looked at in each draw.

use super::case::{Case, CaseError};
use super::chance::Chance;
use super::frontier::Frontier;
use super::space::{Space, Units};
use super::watch::{Stopped, Watch};

/// A deal is near the frontier when no deal is better for both by more than this.
pub const NEAR: f64 = 0.02;
/// Draws, if nothing else is wanted.
pub const DRAWS: usize = 200;

/// How far the guesses about the other side may be off. Missing entries are 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Doubt {
    /// By issue, 0 to 1: a weight lies anywhere between weight x (1 - doubt) and x (1 + doubt).
    pub weights: Vec<f64>,
}

impl Doubt {
    /// The same doubt of every weight.
    pub fn of_weights(issues: usize, doubt: f64) -> Self {
        Self { weights: vec![doubt; issues] }
    }

    fn weight(&self, issue: usize) -> f64 {
        let doubt = self.weights.get(issue).copied().filter(|doubt| doubt.is_finite());
        doubt.unwrap_or(0.0).clamp(0.0, 1.0)
    }
}

/// What the doubt means for one deal.
#[derive(Debug, Clone, PartialEq)]
pub struct DealOdds {
    pub choices: Vec<usize>,
    /// The share of draws in which it is on or [`NEAR`] the frontier.
    pub near_frontier: f64,
    /// The share of draws in which it gives them at least their reservation.
    pub acceptable: f64,
    /// Their utility: 10 %, 50 % and 90 % of the draws are at or below.
    pub low: f64,
    pub middle: f64,
    pub high: f64,
    /// What each weight alone can do, the one that matters most first.
    pub effects: Vec<WeightEffect>,
}

/// Their utility when the weight of one issue is at either end and all others are as estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightEffect {
    pub issue: usize,
    /// Their utility with the least weight of the issue.
    pub at_least: f64,
    /// Their utility with the greatest weight.
    pub at_most: f64,
}

impl WeightEffect {
    /// How much their utility hangs on the weight.
    pub fn range(&self) -> f64 {
        (self.at_most - self.at_least).abs()
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SensitivityError {
    #[error(transparent)]
    Case(#[from] CaseError),
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// Looks at deals in `draws` cases that could be the true one. The same seed gives the same draws.
/// Deals that do not exist are left out.
///
/// # Errors
/// What is wrong with the case, or that the work was stopped.
pub fn sensitivity(
    case: &Case,
    deals: &[Vec<usize>],
    doubt: &Doubt,
    draws: usize,
    seed: u64,
    watch: &Watch<'_>,
) -> Result<Vec<DealOdds>, SensitivityError> {
    let space = Space::new(case)?;
    let mut watched: Vec<Watched> = deals
        .iter()
        .filter(|deal| space.units_of(deal).is_some())
        .map(|deal| Watched { choices: deal.clone(), ..Watched::default() })
        .collect();
    let mut chance = Chance::new(seed);
    for draw in 0..draws {
        watch.step(draw, draws)?;
        let drawn = drawn(case, doubt, &mut chance);
        // With full doubt of all weights a draw may leave none; it says nothing.
        let Ok(space) = Space::new(&drawn) else { continue };
        let frontier = Frontier::new(&space, &watch.quiet())?;
        let best: Vec<Units> = frontier.units().collect();
        for deal in &mut watched {
            deal.look(&space, &best, case.their_reservation);
        }
    }
    watch.step(draws, draws)?;
    Ok(watched.into_iter().map(|deal| deal.odds(case, &space, doubt)).collect())
}

/// A case that could be the true one, without reservations: what lies on the frontier does not
/// hang on them.
fn drawn(case: &Case, doubt: &Doubt, chance: &mut Chance) -> Case {
    let mut drawn = case.clone();
    drawn.my_reservation = 0.0;
    drawn.their_reservation = 0.0;
    for (index, issue) in drawn.issues.iter_mut().enumerate() {
        let swing = 2.0 * chance.unit() - 1.0;
        issue.their_weight *= (1.0 + doubt.weight(index) * swing).max(0.0);
    }
    drawn
}

/// What has been seen of a deal.
#[derive(Debug, Default)]
struct Watched {
    choices: Vec<usize>,
    near: usize,
    acceptable: usize,
    theirs: Vec<f64>,
}

impl Watched {
    fn look(&mut self, space: &Space, best: &[Units], their_reservation: f64) {
        let Some(units) = space.units_of(&self.choices) else { return };
        let one = space.one();
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "small")]
        let margin = |one: i64| (one as f64 * NEAR) as i64;
        // The frontier falls in my utility and rises in theirs: of the points that are better for
        // me by the margin, the last is the best for them.
        let end = best.partition_point(|point| point.me > units.me + margin(one.me));
        let beaten = end
            .checked_sub(1)
            .and_then(|last| best.get(last))
            .is_some_and(|point| point.them > units.them + margin(one.them));
        let (_, them) = space.utility(&self.choices);
        self.near += usize::from(!beaten);
        self.acceptable += usize::from(them >= their_reservation - 1e-9);
        self.theirs.push(them);
    }

    fn odds(mut self, case: &Case, space: &Space, doubt: &Doubt) -> DealOdds {
        if self.theirs.is_empty() {
            // Without a draw the estimate itself is all there is.
            self.theirs.push(space.utility(&self.choices).1);
        }
        self.theirs.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "few draws")]
        let share = |count: usize| count as f64 / self.theirs.len() as f64;
        DealOdds {
            near_frontier: share(self.near),
            acceptable: share(self.acceptable),
            low: quantile(&self.theirs, 0.1),
            middle: quantile(&self.theirs, 0.5),
            high: quantile(&self.theirs, 0.9),
            effects: effects(case, &self.choices, doubt),
            choices: self.choices,
        }
    }
}

/// A quantile of sorted figures, between two of them in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "few draws")]
    let place = share * sorted.len().saturating_sub(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded down")]
    let below = place.floor() as usize;
    let at = |index: usize| sorted.get(index).or(sorted.last()).copied().unwrap_or(0.0);
    at(below) + (at(below + 1) - at(below)) * place.fract()
}

/// Their utility with each weight at its ends, one at a time.
fn effects(case: &Case, choices: &[usize], doubt: &Doubt) -> Vec<WeightEffect> {
    let parts: Vec<(f64, f64)> = case
        .issues
        .iter()
        .zip(choices)
        .map(|(issue, choice)| {
            (issue.their_weight, issue.theirs.get(*choice).copied().unwrap_or(0.0))
        })
        .collect();
    let utility = |changed: usize, factor: f64| {
        let (mut sum, mut weights) = (0.0, 0.0);
        for (issue, (weight, value)) in parts.iter().enumerate() {
            let weight = if issue == changed { weight * factor } else { *weight };
            sum += weight * value;
            weights += weight;
        }
        if weights > 0.0 { sum / weights } else { 0.0 }
    };
    let mut effects: Vec<WeightEffect> = (0..parts.len())
        .map(|issue| WeightEffect {
            issue,
            at_least: utility(issue, 1.0 - doubt.weight(issue)),
            at_most: utility(issue, 1.0 + doubt.weight(issue)),
        })
        .collect();
    effects.sort_by(|a, b| b.range().total_cmp(&a.range()));
    effects
}
