//! The best deal for them among those that are worth about the same to me.

use crate::domain::bargaining::space::{Deal, Space, Units};
use crate::domain::bargaining::watch::{Stopped, Watch};

/// Up to so many deals, each is tried.
const SMALL: u128 = 60_000;
/// A band is cut in so many stretches, and the rest of my utility in stretches of the same width.
const STRETCHES_OF_BAND: i64 = 32;
/// At most so many stretches in all. A band that is narrower than one of them may be missed.
const MOST_STRETCHES: i64 = 6_000;

/// A range of my utility, above my reservation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Band {
    low: i64,
    high: i64,
}

impl Band {
    /// A band as wide as the tolerance, with `middle` in its middle.
    pub(super) fn around(space: &Space, middle: f64, tolerance: f64) -> Self {
        let middle = middle.clamp(0.0, 1.0);
        let (low, high) = space.my_units(middle - tolerance / 2.0, middle + tolerance / 2.0);
        Self { low: low.max(space.floor().me), high }
    }

    fn holds(&self, me: i64) -> bool {
        (self.low..=self.high).contains(&me)
    }
}

/// The acceptable deals of a space, written down if they are few.
pub(super) struct Deals<'a> {
    space: &'a Space,
    /// Sorted by my utility, with the place of the deal in the order of choices.
    small: Option<Vec<(Units, u32)>>,
}

impl<'a> Deals<'a> {
    pub(super) fn new(space: &'a Space, watch: &Watch<'_>) -> Result<Self, Stopped> {
        if space.deals() > SMALL {
            return Ok(Self { space, small: None });
        }
        let sums = space.table().iter().fold(vec![Units::default()], |sums, options| {
            sums.iter().flat_map(|sum| options.iter().map(|units| sum.plus(*units))).collect()
        });
        watch.check()?;
        let mut deals: Vec<(Units, u32)> =
            sums.into_iter().zip(0..).filter(|(units, _)| space.feasible_units(*units)).collect();
        deals.sort_by_key(|(units, place)| (units.me, *place));
        Ok(Self { space, small: Some(deals) })
    }

    /// The acceptable deal of the band that gives them most, where what `favoured` gives them
    /// counts the stated number of times more.
    pub(super) fn best(
        &self,
        band: &Band,
        favoured: Option<(usize, f64)>,
        watch: &Watch<'_>,
    ) -> Result<Option<Deal>, Stopped> {
        watch.check()?;
        let choices = match &self.small {
            Some(deals) => self.best_of_few(deals, band, favoured),
            None => self.best_of_many(band, favoured),
        };
        Ok(choices.map(|choices| self.space.known_deal(choices)))
    }

    fn score(&self, issue: usize, option: usize, favoured: Option<(usize, f64)>) -> f64 {
        let given = self.space.contribution(issue, option).1;
        match favoured {
            Some((favoured, emphasis)) if favoured == issue => given * (1.0 + emphasis),
            _ => given,
        }
    }

    fn best_of_few(
        &self,
        deals: &[(Units, u32)],
        band: &Band,
        favoured: Option<(usize, f64)>,
    ) -> Option<Vec<usize>> {
        let from = deals.partition_point(|(units, _)| units.me < band.low);
        let mut best: Option<(f64, Vec<usize>)> = None;
        for (units, place) in deals.iter().skip(from) {
            if !band.holds(units.me) {
                break;
            }
            let choices = self.choices(*place);
            let score = choices
                .iter()
                .enumerate()
                .map(|(issue, option)| self.score(issue, *option, favoured))
                .sum();
            // The first in the order of choices stays among equal ones.
            let better = best.as_ref().is_none_or(|(best_score, before)| {
                score > best_score + 1e-12 || (score >= best_score - 1e-12 && choices < *before)
            });
            if better {
                best = Some((score, choices));
            }
        }
        best.map(|(_, choices)| choices)
    }

    /// The choices of a deal from its place in their order.
    fn choices(&self, place: u32) -> Vec<usize> {
        let mut rest = place as usize;
        let mut choices: Vec<usize> = (0..self.space.issues())
            .rev()
            .map(|issue| {
                let options = self.space.options(issue).max(1);
                let option = rest % options;
                rest /= options;
                option
            })
            .collect();
        choices.reverse();
        choices
    }

    /// Adds the issues one by one. For each stretch of my utility the partial deal with the best
    /// score stays, as long as the other issues can still bring it into the band.
    fn best_of_many(&self, band: &Band, favoured: Option<(usize, f64)>) -> Option<Vec<usize>> {
        let one = self.space.one().me;
        let width = ((band.high - band.low) / STRETCHES_OF_BAND).max(one / MOST_STRETCHES).max(1);
        let stretch = |me: i64| usize::try_from(me / width).unwrap_or(0);
        let table = self.space.table();
        let mut least_after: i64 = table.iter().map(|options| ends(options).0).sum();
        let mut most_after: i64 = table.iter().map(|options| ends(options).1).sum();
        let mut layers: Vec<Vec<Option<Partial>>> = Vec::with_capacity(table.len() + 1);
        layers.push(vec![Some(Partial { me: 0, score: 0.0, from: 0, option: 0 })]);
        for (issue, options) in table.iter().enumerate() {
            let (least, most) = ends(options);
            least_after -= least;
            most_after -= most;
            let mut next: Vec<Option<Partial>> = vec![None; stretch(one) + 1];
            let before = layers.last()?;
            for (from, partial) in before.iter().enumerate() {
                let Some(partial) = partial else { continue };
                for (option, units) in options.iter().enumerate() {
                    let me = partial.me + units.me;
                    if me + most_after < band.low || me + least_after > band.high {
                        continue;
                    }
                    let score = partial.score + self.score(issue, option, favoured);
                    let Some(place) = next.get_mut(stretch(me)) else { continue };
                    if place.is_none_or(|held| score > held.score) {
                        *place = Some(Partial { me, score, from, option });
                    }
                }
            }
            layers.push(next);
        }
        let last = layers.last()?;
        let mut ends: Vec<(f64, usize)> = last
            .iter()
            .enumerate()
            .filter_map(|(at, partial)| partial.map(|partial| (partial.score, at, partial.me)))
            .filter(|(_, _, me)| band.holds(*me))
            .map(|(score, at, _)| (score, at))
            .collect();
        ends.sort_by(|a, b| b.0.total_cmp(&a.0));
        let deals = ends.into_iter().map(|(_, at)| trace(&layers, at));
        deals.into_iter().find(|choices| self.space.is_feasible(choices))
    }
}

#[derive(Debug, Clone, Copy)]
struct Partial {
    me: i64,
    score: f64,
    /// Its stretch before the last issue was added.
    from: usize,
    option: usize,
}

/// The least and the most that an issue can add for me.
fn ends(options: &[Units]) -> (i64, i64) {
    let least = options.iter().map(|units| units.me).min().unwrap_or(0);
    (least, options.iter().map(|units| units.me).max().unwrap_or(0))
}

fn trace(layers: &[Vec<Option<Partial>>], end: usize) -> Vec<usize> {
    let mut at = end;
    let mut choices = Vec::with_capacity(layers.len());
    for layer in layers.iter().skip(1).rev() {
        let Some(Some(partial)) = layer.get(at) else { break };
        choices.push(partial.option);
        at = partial.from;
    }
    choices.reverse();
    choices
}
