//! What a value means to one side, with what is not known of them filled in from what I want.

use rust_decimal::Decimal;

use crate::domain::issue::{Choice, Direction, Issue, IssueKind, IssueValue, Numbers, Stakes};
use crate::domain::ledger::Side;

pub fn stakes(issue: &Issue, side: Side) -> &Stakes {
    match side {
        Side::Us => &issue.mine,
        Side::Them => &issue.theirs,
    }
}

/// What a side wants of a number, an amount or a date.
pub fn numbers(issue: &Issue, side: Side) -> Numbers {
    issue.numbers(stakes(issue, side))
}

/// Which way a side wants the numbers to go: as its target and walk-away tell, or against the
/// other side.
pub fn direction(issue: &Issue, side: Side) -> Option<Direction> {
    let other = match side {
        Side::Us => Side::Them,
        Side::Them => Side::Us,
    };
    let against = || numbers(issue, other).direction().map(Direction::opposite);
    numbers(issue, side).direction().or_else(against)
}

/// Whether I wrote all that their worth follows from; else some of it is taken from my side.
pub fn knows_them(issue: &Issue) -> bool {
    if issue.kind == IssueKind::Choice {
        return issue.choices.iter().any(|choice| choice.theirs.is_some());
    }
    let theirs = numbers(issue, Side::Them);
    theirs.has_points() || (theirs.target.is_some() && theirs.walk_away.is_some())
}

/// What a value is worth to a side, 0..=1; `None` for a value of another kind, and while too
/// little is known.
///
/// What I did not write about them mirrors me: with nothing written, a value is worth to them what
/// it is not worth to me. With a walk-away alone their worth runs evenly from there to my
/// walk-away, with a target alone from my target to theirs. An entry of a list is worth the rest
/// of my points.
pub fn worth(issue: &Issue, side: Side, value: IssueValue) -> Option<f64> {
    if !issue.kind.takes(value) {
        return None;
    }
    if let IssueValue::Choice(key) = value {
        return Some(choice_worth(issue.choice(key)?, side));
    }
    let value = issue.number(value)?;
    let mine = numbers(issue, Side::Us);
    let my_worth = || mine.worth(value, direction(issue, Side::Us));
    let theirs = match side {
        Side::Us => return my_worth(),
        Side::Them => numbers(issue, Side::Them),
    };
    let their_way = direction(issue, Side::Them);
    if theirs.has_points() {
        return theirs.worth(value, their_way);
    }
    match (theirs.target, theirs.walk_away) {
        (Some(_), Some(_)) => theirs.worth(value, their_way),
        (None, Some(walk_away)) => Some(beyond(walk_away, mine.walk_away?, value, their_way?)),
        (Some(target), None) => Some(their_way?.share(mine.target?, target, value)),
        (None, None) => Some(1.0 - my_worth()?),
    }
}

/// From 0 at the walk-away to 1 at what is assumed to be the best; where that is no better than
/// the walk-away, anything better is all that can be had.
fn beyond(walk_away: Decimal, best: Decimal, value: Decimal, way: Direction) -> f64 {
    if way.is_no_worse(value, walk_away) { 0.0 } else { way.share(walk_away, best, value) }
}

/// What an entry of a list is worth to a side, 0..=1.
pub fn choice_worth(choice: &Choice, side: Side) -> f64 {
    let mine = choice.mine.min(100);
    let points = match side {
        Side::Us => mine,
        Side::Them => choice.theirs.unwrap_or(100 - mine).min(100),
    };
    f64::from(points) / 100.0
}

/// The least worth of an entry of a list that a side takes.
pub fn least_choice(issue: &Issue, side: Side) -> f64 {
    match stakes(issue, side).reservation {
        Some(IssueValue::Choice(key)) => {
            issue.choice(key).map_or(0.0, |choice| choice_worth(choice, side))
        }
        _ => 0.0,
    }
}

/// Whether a side would take a value; `true` while that cannot be told.
pub fn accepts(issue: &Issue, side: Side, value: IssueValue) -> bool {
    if let IssueValue::Choice(_) = value {
        let least = least_choice(issue, side);
        return worth(issue, side, value).is_none_or(|worth| worth >= least);
    }
    let accepted = || {
        let value = issue.number(value)?;
        numbers(issue, side).accepts(value, direction(issue, side))
    };
    accepted().unwrap_or(true)
}
