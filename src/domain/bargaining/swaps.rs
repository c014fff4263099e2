//! What could be changed in a deal: single moves, trades over two issues, and how much both sides
//! leave on the table.

use std::cmp::{Ordering, Reverse};

use super::frontier::Frontier;
use super::space::{Deal, Space, Units};

/// For trades, so many moves of each issue are looked at.
const MOVES_OF_ISSUE: usize = 40;
/// So many trades beyond the limit are held before the worst are dropped.
const MANY_TRADES: usize = 20_000;

/// Another option for one issue, and what that changes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Move {
    pub issue: usize,
    pub from: usize,
    pub to: usize,
    /// Change of my utility; negative is a cost.
    pub me: f64,
    /// Change of their utility.
    pub them: f64,
    units: Units,
}

/// Two moves at once that leave nobody worse off and somebody better off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trade {
    pub moves: [Move; 2],
    /// Change of my utility, 0 or more.
    pub me: f64,
    /// Change of their utility, 0 or more.
    pub them: f64,
}

/// A deal of the frontier that is at least as good for both as a given deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Improvement {
    pub deal: Deal,
    /// What I gain over the given deal.
    pub my_gain: f64,
    pub their_gain: f64,
}

/// What both could have instead of a given deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Improvements {
    /// The most for me with nothing lost for them.
    pub best_for_me: Improvement,
    /// The most for them with nothing lost for me.
    pub best_for_them: Improvement,
    /// The greatest product of both gains.
    pub balanced: Improvement,
}

/// Every other option of every issue, in the order of issues and options; nothing for choices
/// that do not exist.
pub fn moves(space: &Space, choices: &[usize]) -> Vec<Move> {
    if space.units_of(choices).is_none() {
        return Vec::new();
    }
    let mut moves = Vec::new();
    for (issue, (options, from)) in space.table().iter().zip(choices).enumerate() {
        let Some(now) = options.get(*from) else { continue };
        for (to, then) in options.iter().enumerate().filter(|(to, _)| to != from) {
            let units = Units { me: then.me - now.me, them: then.them - now.them };
            let (me, them) = space.as_utility(units);
            moves.push(Move { issue, from: *from, to, me, them, units });
        }
    }
    moves
}

/// The moves that give them something, cheapest for me first: by what they gain for each unit that
/// it costs me. Moves that cost me nothing come before all others, the greatest gain first.
pub fn cheap_for_me(space: &Space, choices: &[usize]) -> Vec<Move> {
    let mut found = moves(space, choices);
    found.retain(|change| change.units.them > 0);
    found.sort_by(|a, b| by_gain_per_cost(a.units, b.units));
    found
}

/// The moves that give me something, cheapest for them first; the mirror of [`cheap_for_me`].
pub fn cheap_for_them(space: &Space, choices: &[usize]) -> Vec<Move> {
    let turned = |units: Units| Units { me: units.them, them: units.me };
    let mut found = moves(space, choices);
    found.retain(|change| change.units.me > 0);
    found.sort_by(|a, b| by_gain_per_cost(turned(a.units), turned(b.units)));
    found
}

/// Compares their gain for each unit of my cost, the greater first.
fn by_gain_per_cost(a: Units, b: Units) -> Ordering {
    match (a.me >= 0, b.me >= 0) {
        (true, true) => (Reverse(a.them), Reverse(a.me)).cmp(&(Reverse(b.them), Reverse(b.me))),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        (false, false) => {
            // a.them / -a.me against b.them / -b.me, without division.
            let left = i128::from(a.them) * i128::from(-b.me);
            let right = i128::from(b.them) * i128::from(-a.me);
            right.cmp(&left).then_with(|| b.them.cmp(&a.them))
        }
    }
}

/// Trades over two issues after which one side is better off and none worse, at most `limit`:
/// those with the greatest smaller gain first, then the greatest sum. Moves that are good for both
/// by themselves need no trade and are left out. Of an issue with very many options, the forty
/// moves with the greatest sum of both changes are looked at.
pub fn trades(space: &Space, choices: &[usize], limit: usize) -> Vec<Trade> {
    let all = moves(space, choices);
    let of_issue = |issue: usize| -> Vec<Move> {
        let mut found: Vec<Move> = all
            .iter()
            .filter(|change| {
                change.issue == issue && !(change.units.me >= 0 && change.units.them >= 0)
            })
            .copied()
            .collect();
        // What is worse for both can be part of no trade that is worth making.
        found.retain(|change| change.units.me > 0 || change.units.them > 0);
        if found.len() > MOVES_OF_ISSUE {
            found.sort_by(|a, b| (b.me + b.them).total_cmp(&(a.me + a.them)));
            found.truncate(MOVES_OF_ISSUE);
        }
        found
    };
    let by_issue: Vec<Vec<Move>> = (0..space.issues()).map(of_issue).collect();
    let mut found = Vec::new();
    for (at, ones) in by_issue.iter().enumerate() {
        for others in by_issue.iter().skip(at + 1) {
            for one in ones {
                for other in others {
                    let units = one.units.plus(other.units);
                    if units.me >= 0 && units.them >= 0 && units != Units::default() {
                        let (me, them) = space.as_utility(units);
                        found.push(Trade { moves: [*one, *other], me, them });
                    }
                }
            }
            if found.len() > limit.saturating_add(MANY_TRADES) {
                keep_best(&mut found, limit);
            }
        }
    }
    keep_best(&mut found, limit);
    found
}

/// Sorts trades, the best first, and drops all beyond the limit.
fn keep_best(found: &mut Vec<Trade>, limit: usize) {
    found.sort_by(|a, b| {
        let smaller = |trade: &Trade| trade.me.min(trade.them);
        smaller(b).total_cmp(&smaller(a)).then_with(|| (b.me + b.them).total_cmp(&(a.me + a.them)))
    });
    found.truncate(limit);
}

/// What both sides could have instead of a deal; `None` if the deal lies on the frontier, does not
/// exist, or is beaten by no acceptable deal.
pub fn improvements(space: &Space, frontier: &Frontier, choices: &[usize]) -> Option<Improvements> {
    let now = space.units_of(choices)?;
    let better: Vec<(usize, Units)> = frontier
        .units()
        .enumerate()
        .filter(|(_, units)| units.me >= now.me && units.them >= now.them && *units != now)
        .collect();
    let gain = |units: &Units| Units { me: units.me - now.me, them: units.them - now.them };
    let product = |units: &Units| {
        let gain = gain(units);
        let sum = gain.me.saturating_add(gain.them);
        (i128::from(gain.me) * i128::from(gain.them), sum)
    };
    let improvement = |(index, units): &(usize, Units)| {
        let deal = frontier.point(*index)?.deal;
        let (my_gain, their_gain) = space.as_utility(gain(units));
        Some(Improvement { deal, my_gain, their_gain })
    };
    Some(Improvements {
        best_for_me: better.iter().max_by_key(|(_, units)| units.me).and_then(improvement)?,
        best_for_them: better.iter().max_by_key(|(_, units)| units.them).and_then(improvement)?,
        balanced: better.iter().max_by_key(|(_, units)| product(units)).and_then(improvement)?,
    })
}
