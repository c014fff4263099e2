//! The deals that no other deal beats.
//!
//! Utilities are sums over the issues, so of all ways to settle some of the issues only those can
//! be part of an unbeaten deal that no other way of settling the same issues beats. Issues are
//! therefore added one by one, and after each only the unbeaten partial deals are kept: the work
//! grows with the size of the frontier, not with the number of deals.
//!
//! Issues are added from the last to the first. Of several deals that are worth the same to both,
//! the first in the order of choices then falls out by preferring the lower option at each issue.

use super::space::{Deal, Space, Units};
use super::watch::{Stopped, Watch};

/// So many partial deals are kept after each issue; beyond that they are thinned out.
pub const MAX_POINTS: usize = 200_000;
/// So many partial deals are looked at for one issue; beyond that, they are thinned out before.
const MAX_CANDIDATES: usize = 16_000_000;

/// One point of the frontier: a pair of utilities that no deal beats.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontierPoint {
    /// The first deal, in the order of choices, that is worth this to both.
    pub deal: Deal,
    /// How many deals are worth exactly this to both; at least 1, at most `u64::MAX`.
    pub deals: u64,
}

/// The acceptable deals that no other deal beats: none is at least as good for both sides and
/// better for one. Acceptable means that both get at least their reservation.
///
/// Deals that are worth the same to both share one point, which counts them.
#[derive(Debug, Clone, PartialEq)]
pub struct Frontier {
    /// Best for me first.
    entries: Vec<Entry>,
    /// The options of the first deal of each entry, one after the other.
    choices: Vec<u16>,
    issues: usize,
    exact: bool,
}

#[derive(Debug, Clone, PartialEq)]
struct Entry {
    units: Units,
    deals: u64,
    me: f64,
    them: f64,
}

/// A partial deal: the issues from some place on are settled.
#[derive(Debug, Clone, Copy)]
struct Partial {
    units: Units,
    deals: u64,
    /// Its place among the partial deals before the last issue was added.
    from: u32,
    /// The option of the issue that was added last.
    option: u16,
}

impl Frontier {
    /// Works out the frontier.
    ///
    /// # Errors
    /// [`Stopped`] if that was wished.
    pub fn new(space: &Space, watch: &Watch<'_>) -> Result<Self, Stopped> {
        Self::with_limit(space, MAX_POINTS, watch)
    }

    /// The same with another limit of partial deals that are kept.
    ///
    /// # Errors
    /// [`Stopped`] if that was wished.
    pub fn with_limit(space: &Space, limit: usize, watch: &Watch<'_>) -> Result<Self, Stopped> {
        let table = space.table();
        let mut reachable = best_before(table);
        let mut exact = true;
        let mut partials = vec![Partial { units: Units::default(), deals: 1, from: 0, option: 0 }];
        let mut trace: Vec<Vec<(u32, u16)>> = Vec::with_capacity(table.len());
        for (done, options) in table.iter().rev().enumerate() {
            watch.step(done, table.len())?;
            // Two issues of a thousand options each must not take the memory of the machine.
            let most = MAX_CANDIDATES / options.len().max(1);
            if partials.len() > most {
                partials = thinned(&partials, most);
                exact = false;
                trace.pop();
                trace.push(traced(&partials));
            }
            partials = add_issue(&partials, options, watch)?;
            // What is still to come cannot lift these above the reservations.
            let best = reachable.pop().unwrap_or_default();
            partials.retain(|partial| space.feasible_units(partial.units.plus(best)));
            if partials.len() > limit {
                partials = thinned(&partials, limit);
                exact = false;
            }
            trace.push(traced(&partials));
        }
        watch.step(table.len(), table.len())?;
        Ok(Self::collect(space, &partials, &trace, exact))
    }

    fn collect(
        space: &Space,
        partials: &[Partial],
        trace: &[Vec<(u32, u16)>],
        exact: bool,
    ) -> Self {
        let issues = space.issues();
        let mut choices = Vec::with_capacity(partials.len() * issues);
        let mut entries = Vec::with_capacity(partials.len());
        let mut deal = Vec::with_capacity(issues);
        for (index, partial) in partials.iter().enumerate() {
            deal.clear();
            let mut at = index;
            for level in trace.iter().rev() {
                let Some((from, option)) = level.get(at) else { break };
                deal.push(usize::from(*option));
                choices.push(*option);
                at = *from as usize;
            }
            let (me, them) = space.utility(&deal);
            entries.push(Entry { units: partial.units, deals: partial.deals, me, them });
        }
        Self { entries, choices, issues, exact }
    }

    /// How many points there are, each a different pair of utilities.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether no deal is acceptable to both.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether nothing was thinned out. Otherwise every point is a deal, but some points are
    /// missing, and some may be beaten by a little.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// How many deals lie on the frontier, those of equal worth counted.
    pub fn deals(&self) -> u128 {
        self.entries.iter().map(|entry| u128::from(entry.deals)).sum()
    }

    /// My utility and theirs at each point, best for me first.
    pub fn utilities(&self) -> impl ExactSizeIterator<Item = (f64, f64)> {
        self.entries.iter().map(|entry| (entry.me, entry.them))
    }

    /// The point at a place, best for me first.
    pub fn point(&self, index: usize) -> Option<FrontierPoint> {
        let entry = self.entries.get(index)?;
        let choices = self.choices_at(index).iter().map(|option| usize::from(*option)).collect();
        let deal = Deal { me: entry.me, them: entry.them, choices };
        Some(FrontierPoint { deal, deals: entry.deals })
    }

    /// All points, best for me first.
    pub fn points(&self) -> impl Iterator<Item = FrontierPoint> {
        (0..self.len()).filter_map(|index| self.point(index))
    }

    /// Every deal of the frontier, those of equal worth too, by point and then in the order of
    /// choices. `None` if there are more than `limit`, or if points are missing.
    ///
    /// # Errors
    /// [`Stopped`] if that was wished.
    pub fn all_deals(
        &self,
        space: &Space,
        limit: usize,
        watch: &Watch<'_>,
    ) -> Result<Option<Vec<Deal>>, Stopped> {
        if !self.exact || self.deals() > limit as u128 {
            return Ok(None);
        }
        if self.entries.iter().all(|entry| entry.deals == 1) {
            return Ok(Some(self.points().map(|point| point.deal).collect()));
        }
        // After each issue the unbeaten sums; a deal of the frontier is made of nothing else.
        let mut ends = vec![vec![Units::default()]];
        let mut partials = vec![Partial { units: Units::default(), deals: 1, from: 0, option: 0 }];
        for options in space.table().iter().rev() {
            partials = add_issue(&partials, options, watch)?;
            ends.push(partials.iter().map(|partial| partial.units).collect());
        }
        ends.reverse();
        let mut found = Vec::new();
        for entry in &self.entries {
            watch.check()?;
            equal_deals(space.table(), &ends, entry.units, &mut Vec::new(), &mut found);
        }
        Ok(Some(found.into_iter().map(|choices| space.known_deal(choices)).collect()))
    }

    /// The options of the first deal of a point.
    pub(super) fn choices_at(&self, index: usize) -> &[u16] {
        self.choices.get(index * self.issues..(index + 1) * self.issues).unwrap_or_default()
    }

    /// The exact utilities of each point.
    pub(super) fn units(&self) -> impl DoubleEndedIterator<Item = Units> + ExactSizeIterator {
        self.entries.iter().map(|entry| entry.units)
    }
}

/// Adds the deals that begin with `chosen` and are worth `rest` in the issues that follow.
fn equal_deals(
    table: &[Vec<Units>],
    ends: &[Vec<Units>],
    rest: Units,
    chosen: &mut Vec<usize>,
    found: &mut Vec<Vec<usize>>,
) {
    let depth = chosen.len();
    let Some(options) = table.get(depth) else {
        found.push(chosen.clone());
        return;
    };
    let Some(ends_after) = ends.get(depth + 1) else { return };
    for (option, added) in options.iter().enumerate() {
        let left = Units { me: rest.me - added.me, them: rest.them - added.them };
        // The ends fall in my utility.
        let place = ends_after.partition_point(|end| end.me > left.me);
        if ends_after.get(place) == Some(&left) {
            chosen.push(option);
            equal_deals(table, ends, left, chosen, found);
            chosen.pop();
        }
    }
}

/// What is needed to find the choices of partial deals again.
fn traced(partials: &[Partial]) -> Vec<(u32, u16)> {
    partials.iter().map(|partial| (partial.from, partial.option)).collect()
}

/// For each issue the most that the issues before it can add, for each side alone.
fn best_before(table: &[Vec<Units>]) -> Vec<Units> {
    let mut sum = Units::default();
    table
        .iter()
        .map(|options| {
            let before = sum;
            let me = options.iter().map(|units| units.me).max().unwrap_or(0);
            let them = options.iter().map(|units| units.them).max().unwrap_or(0);
            sum = sum.plus(Units { me, them });
            before
        })
        .collect()
}

/// All partial deals with one more issue settled, the beaten ones left out.
fn add_issue(
    partials: &[Partial],
    options: &[Units],
    watch: &Watch<'_>,
) -> Result<Vec<Partial>, Stopped> {
    let unbeaten: Vec<(u16, Units)> = (0_u16..)
        .zip(options)
        .filter(|(_, added)| {
            let beats =
                |other: &Units| other != *added && other.me >= added.me && other.them >= added.them;
            !options.iter().any(beats)
        })
        .map(|(option, added)| (option, *added))
        .collect();
    add_options(partials, &unbeaten, watch)
}

/// The same for some of the options: two halves are merged, so that every list is passed over few
/// times, and each pass leaves out what is beaten.
fn add_options(
    partials: &[Partial],
    options: &[(u16, Units)],
    watch: &Watch<'_>,
) -> Result<Vec<Partial>, Stopped> {
    match options {
        [] => Ok(Vec::new()),
        [(option, added)] => {
            watch.check()?;
            let shifted = (0_u32..).zip(partials).map(|(from, partial)| Partial {
                units: partial.units.plus(*added),
                deals: partial.deals,
                from,
                option: *option,
            });
            Ok(shifted.collect())
        }
        _ => {
            let (one, other) = options.split_at(options.len() / 2);
            let one = add_options(partials, one, watch)?;
            let other = add_options(partials, other, watch)?;
            Ok(merge(&one, &other))
        }
    }
}

/// Merges two lists that are sorted by my utility, falling, in which theirs rises.
fn merge(one: &[Partial], other: &[Partial]) -> Vec<Partial> {
    let mut result: Vec<Partial> = Vec::with_capacity(one.len() + other.len());
    let mut best_for_them = i64::MIN;
    let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
    loop {
        let next = match (left.peek(), right.peek()) {
            (Some(a), Some(b)) => {
                let a_first = (a.units.me, a.units.them) >= (b.units.me, b.units.them);
                if a_first { left.next() } else { right.next() }
            }
            (Some(_), None) => left.next(),
            (None, _) => right.next(),
        };
        let Some(next) = next else { return result };
        if next.units.them > best_for_them {
            best_for_them = next.units.them;
            result.push(*next);
        } else if let Some(last) = result.last_mut().filter(|last| last.units == next.units) {
            let deals = last.deals.saturating_add(next.deals);
            if next.option < last.option {
                *last = *next;
            }
            last.deals = deals;
        }
    }
}

/// Both ends, and of each of `limit` equal stretches of my utility and of theirs the first point.
fn thinned(partials: &[Partial], limit: usize) -> Vec<Partial> {
    let (Some(first), Some(last)) = (partials.first(), partials.last()) else { return Vec::new() };
    let mine = i128::from(first.units.me - last.units.me).max(1);
    let theirs = i128::from(last.units.them - first.units.them).max(1);
    let stretches = i128::try_from(limit / 4).unwrap_or(i128::MAX).max(1);
    let place = |partial: &Partial| {
        (
            i128::from(first.units.me - partial.units.me) * stretches / mine,
            i128::from(partial.units.them - first.units.them) * stretches / theirs,
        )
    };
    let end = partials.len() - 1;
    let mut before = None;
    partials
        .iter()
        .enumerate()
        .filter(|(index, partial)| {
            let here = place(partial);
            before.replace(here) != Some(here) || *index == end
        })
        .map(|(_, partial)| *partial)
        .collect()
}
