//! How many deals are acceptable to both.
//!
//! The issues are split in two halves, and all ways to settle each half are written down and
//! sorted. A pass over the one from its best for me, and over the other from its worst, meets all
//! pairs that are good enough for me; a tree of counts (Fenwick 1994) tells how many of those are
//! good enough for them. The work grows with the square root of the number of deals.

use super::space::{Space, Units};
use super::watch::{Stopped, Watch};

/// Largest half that is written down.
const MAX_HALF: u128 = 2_000_000;
/// Deals that are tried when there are too many to count.
const SAMPLES: u32 = 400_000;
/// Between two looks at the watch.
const BLOCK: usize = 100_000;

/// The options of some of the issues.
type Half<'a> = Vec<&'a [Units]>;

/// How many deals give both sides at least their reservation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Feasible {
    pub deals: u128,
    /// False for an estimate from a sample: the space is too large to count.
    pub exact: bool,
}

/// Counts the acceptable deals.
///
/// # Errors
/// [`Stopped`] if that was wished.
pub fn count_feasible(space: &Space, watch: &Watch<'_>) -> Result<Feasible, Stopped> {
    let table = space.table();
    let extreme = |pick: fn(&mut dyn Iterator<Item = i64>) -> i64| {
        table.iter().fold(Units::default(), |sum, options| {
            sum.plus(Units {
                me: pick(&mut options.iter().map(|units| units.me)),
                them: pick(&mut options.iter().map(|units| units.them)),
            })
        })
    };
    if space.feasible_units(extreme(|values| values.min().unwrap_or(0))) {
        return Ok(Feasible { deals: space.deals(), exact: true });
    }
    if !space.feasible_units(extreme(|values| values.max().unwrap_or(0))) {
        return Ok(Feasible { deals: 0, exact: true });
    }
    let Some((one, other)) = halves(table) else { return estimate(space, watch) };
    let mut one = sums(&one);
    let mut other = sums(&other);
    watch.check()?;
    one.sort_unstable_by_key(|units| std::cmp::Reverse(units.me));
    other.sort_unstable_by_key(|units| std::cmp::Reverse(units.me));
    watch.check()?;
    let floor = space.floor();
    let mut ranks: Vec<i64> = other.iter().map(|units| units.them).collect();
    ranks.sort_unstable();
    let mut tree = CountTree::new(ranks.len());
    let mut deals = 0_u128;
    // The worse the first half is for me, the better the second must be.
    let mut fitting = other.len();
    let mut inside = 0_usize;
    for units in &other {
        tree.add(ranks.partition_point(|them| *them < units.them));
        inside += 1;
    }
    for (done, units) in one.iter().enumerate() {
        if done % BLOCK == 0 {
            watch.check()?;
        }
        while let Some(worst) = fitting.checked_sub(1).and_then(|last| other.get(last)) {
            if worst.me + units.me >= floor.me {
                break;
            }
            tree.remove(ranks.partition_point(|them| *them < worst.them));
            inside -= 1;
            fitting -= 1;
        }
        let needed = floor.them - units.them;
        let too_low = tree.before(ranks.partition_point(|them| *them < needed));
        deals += (inside - too_low) as u128;
    }
    Ok(Feasible { deals, exact: true })
}

/// The issues in two halves with about as many combinations each; `None` if one is too large.
fn halves(table: &[Vec<Units>]) -> Option<(Half<'_>, Half<'_>)> {
    let mut issues: Vec<&[Units]> = table.iter().map(Vec::as_slice).collect();
    issues.sort_by_key(|options| std::cmp::Reverse(options.len()));
    let (mut one, mut other) = (Vec::new(), Vec::new());
    let (mut one_size, mut other_size) = (1_u128, 1_u128);
    for options in issues {
        let (half, size) = if one_size <= other_size {
            (&mut one, &mut one_size)
        } else {
            (&mut other, &mut other_size)
        };
        *size = size.saturating_mul(options.len() as u128);
        half.push(options);
    }
    (one_size.max(other_size) <= MAX_HALF).then_some((one, other))
}

/// What every way to settle these issues adds up to.
fn sums(issues: &[&[Units]]) -> Vec<Units> {
    issues.iter().fold(vec![Units::default()], |sums, options| {
        sums.iter().flat_map(|sum| options.iter().map(|units| sum.plus(*units))).collect()
    })
}

/// Tries deals drawn evenly. The draw is the same each time.
fn estimate(space: &Space, watch: &Watch<'_>) -> Result<Feasible, Stopped> {
    let mut chance = super::chance::Chance::new(1);
    let mut found = 0_u32;
    for sample in 0..SAMPLES {
        if sample % 10_000 == 0 {
            watch.check()?;
        }
        let units = space.table().iter().fold(Units::default(), |sum, options| {
            options.get(chance.below(options.len())).map_or(sum, |units| sum.plus(*units))
        });
        found += u32::from(space.feasible_units(units));
    }
    let deals = space.deals() / u128::from(SAMPLES) * u128::from(found);
    Ok(Feasible { deals, exact: false })
}

/// Counts by rank, with the count of all lower ranks in logarithmic time.
struct CountTree {
    counts: Vec<i64>,
}

impl CountTree {
    fn new(ranks: usize) -> Self {
        Self { counts: vec![0; ranks + 1] }
    }

    fn add(&mut self, rank: usize) {
        self.change(rank, 1);
    }

    fn remove(&mut self, rank: usize) {
        self.change(rank, -1);
    }

    fn change(&mut self, rank: usize, by: i64) {
        let mut at = rank + 1;
        while let Some(count) = self.counts.get_mut(at) {
            *count += by;
            at += at & at.wrapping_neg();
        }
    }

    /// How many are below a rank.
    fn before(&self, rank: usize) -> usize {
        let mut at = rank;
        let mut sum = 0;
        while at > 0 {
            sum += self.counts.get(at).copied().unwrap_or(0);
            at &= at - 1;
        }
        usize::try_from(sum).unwrap_or(0)
    }
}
