//! Packages of equal worth to me that favour different issues for the other side (MESO): which of
//! them they like tells what matters to them (coaching models, section 10).
//!
//! Candidates are the best deals for them in a band of equal worth to me, once as they are and once
//! for each issue with what that issue gives them counted several times. Of the candidates, the
//! packages are those whose smallest difference is greatest. In a small space the candidates come
//! from trying every deal; in a large one from adding the issues one by one and keeping, for each
//! narrow stretch of my utility, the best partial deal.

mod band;

use super::frontier::Frontier;
use super::solutions::Solutions;
use super::space::{Deal, Side, Space};
use super::watch::{Stopped, Watch};
use band::{Band, Deals};

/// How many packages are possible.
pub const COUNTS: std::ops::RangeInclusive<usize> = 2..=4;
/// Two packages must differ by so much in what the issues give them, all issues taken together.
const LEAST_DIFFERENCE: f64 = 0.02;
/// A package must leave them this share of the best gain that its band has for them.
const GOOD_SHARE: f64 = 0.75;
/// What an issue gives them counts so many times more where it is favoured.
const EMPHASES: [f64; 2] = [1.0, 4.0];
/// So many issues are favoured, those of the greatest weight for them first.
const FAVOURED_ISSUES: usize = 18;
/// So many levels of my utility are tried when the first has fewer than two packages.
const LEVELS: usize = 60;

/// What packages are wanted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PackageWish {
    /// 2 to 4.
    pub count: usize,
    /// The greatest difference of my utility between two packages, 0 to 1.
    pub tolerance: f64,
    /// My utility, in the middle; `None` for that of the Nash deal.
    pub around: Option<f64>,
}

impl Default for PackageWish {
    fn default() -> Self {
        Self { count: 3, tolerance: 0.02, around: None }
    }
}

/// One of several deals that are worth the same to me.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub deal: Deal,
    /// The issue where this package gives them most compared with the others.
    pub favours: usize,
}

/// Finds packages: acceptable deals, none of which differs from another by more than the tolerance
/// in what it is worth to me. The best for them comes first.
///
/// Fewer than wanted come when no more differ enough; none when not even two do. Where the wished
/// level of my utility has no two packages, the nearest level that has some is taken.
///
/// # Errors
/// [`Stopped`] if that was wished.
pub fn packages(
    space: &Space,
    frontier: &Frontier,
    wish: &PackageWish,
    watch: &Watch<'_>,
) -> Result<Vec<Package>, Stopped> {
    let count = wish.count.clamp(*COUNTS.start(), *COUNTS.end());
    let tolerance = if wish.tolerance.is_nan() { 0.0 } else { wish.tolerance.clamp(0.0, 1.0) };
    let nash = || Solutions::new(space, frontier).nash.map(|deal| deal.me);
    let Some(middle) = wish.around.filter(|around| around.is_finite()).or_else(nash) else {
        return Ok(Vec::new());
    };
    let mut levels: Vec<f64> = frontier.utilities().map(|(me, _)| me).collect();
    levels.sort_by(|a, b| (a - middle).abs().total_cmp(&(b - middle).abs()));
    let deals = Deals::new(space, watch)?;
    for (tried, level) in std::iter::once(middle).chain(levels).take(LEVELS).enumerate() {
        watch.step(tried, LEVELS)?;
        let band = Band::around(space, level, tolerance);
        let candidates = candidates(space, &deals, &band, watch)?;
        let found = most_different(space, &candidates, count);
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

/// The best deals for them in a band, with and without a favoured issue.
fn candidates(
    space: &Space,
    deals: &Deals<'_>,
    band: &Band,
    watch: &Watch<'_>,
) -> Result<Vec<Deal>, Stopped> {
    let Some(best) = deals.best(band, None, watch)? else { return Ok(Vec::new()) };
    let reservation = space.reservation(Side::Them);
    let enough = reservation + GOOD_SHARE * (best.them - reservation);
    let mut issues: Vec<usize> = (0..space.issues()).collect();
    issues.sort_by(|a, b| space.weights(*b).1.total_cmp(&space.weights(*a).1));
    issues.truncate(FAVOURED_ISSUES);
    let mut found = vec![best];
    for issue in issues {
        for emphasis in EMPHASES {
            let Some(deal) = deals.best(band, Some((issue, emphasis)), watch)? else { continue };
            if deal.them >= enough && !found.contains(&deal) {
                found.push(deal);
            }
        }
    }
    Ok(found)
}

/// The `count` candidates whose smallest difference is greatest; of equal ones those with the
/// greatest sum for them. Fewer if they would not differ.
fn most_different(space: &Space, candidates: &[Deal], count: usize) -> Vec<Package> {
    let distance: Vec<Vec<f64>> = candidates
        .iter()
        .map(|one| candidates.iter().map(|other| difference(space, one, other)).collect())
        .collect();
    for count in (*COUNTS.start()..=count).rev() {
        let mut search = Search { candidates, distance: &distance, count, best: None };
        search.extend(&mut Vec::new(), f64::INFINITY, 0);
        if let Some((_, _, chosen)) = search.best {
            let mut deals: Vec<Deal> =
                chosen.iter().filter_map(|index| candidates.get(*index).cloned()).collect();
            deals.sort_by(|a, b| b.them.total_cmp(&a.them).then_with(|| a.choices.cmp(&b.choices)));
            return with_favours(space, deals);
        }
    }
    Vec::new()
}

/// How much two deals differ in what each issue gives them, 0 to 2.
fn difference(space: &Space, one: &Deal, other: &Deal) -> f64 {
    one.choices
        .iter()
        .zip(&other.choices)
        .enumerate()
        .map(|(issue, (a, b))| {
            (space.contribution(issue, *a).1 - space.contribution(issue, *b).1).abs()
        })
        .sum()
}

/// A search through all sets of candidates, which leaves out what cannot become better.
struct Search<'a> {
    candidates: &'a [Deal],
    distance: &'a [Vec<f64>],
    count: usize,
    /// The smallest difference, the sum of what they get, and the set.
    best: Option<(f64, f64, Vec<usize>)>,
}

impl Search<'_> {
    fn extend(&mut self, chosen: &mut Vec<usize>, smallest: f64, from: usize) {
        if chosen.len() == self.count {
            let them = chosen.iter().filter_map(|at| self.candidates.get(*at)).map(|d| d.them);
            let sum: f64 = them.sum();
            let better = self.best.as_ref().is_none_or(|(difference, best_sum, _)| {
                smallest > difference + 1e-12
                    || (smallest >= difference - 1e-12 && sum > best_sum + 1e-12)
            });
            if better {
                self.best = Some((smallest, sum, chosen.clone()));
            }
            return;
        }
        for next in from..self.candidates.len() {
            let nearest = chosen
                .iter()
                .filter_map(|at| self.distance.get(*at)?.get(next).copied())
                .fold(smallest, f64::min);
            let bound = self.best.as_ref().map_or(LEAST_DIFFERENCE, |best| best.0 - 1e-12);
            if nearest < bound {
                continue;
            }
            chosen.push(next);
            self.extend(chosen, nearest, next + 1);
            chosen.pop();
        }
    }
}

/// Names for each deal the issue where it gives them most compared with the mean of the others.
fn with_favours(space: &Space, deals: Vec<Deal>) -> Vec<Package> {
    let given = |deal: &Deal, issue: usize| {
        deal.choices.get(issue).map_or(0.0, |option| space.contribution(issue, *option).1)
    };
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let others = (deals.len() - 1).max(1) as f64;
    let favoured: Vec<usize> = deals
        .iter()
        .map(|deal| {
            let lead = |issue: usize| {
                let own = given(deal, issue);
                let all: f64 = deals.iter().map(|other| given(other, issue)).sum();
                own - (all - own) / others
            };
            let issues = 0..space.issues();
            // The first of equal issues.
            issues.rev().max_by(|a, b| lead(*a).total_cmp(&lead(*b))).unwrap_or(0)
        })
        .collect();
    deals.into_iter().zip(favoured).map(|(deal, favours)| Package { deal, favours }).collect()
}
