//! Where both sides could meet on one issue.

use rust_decimal::Decimal;

use super::stakes;
use crate::domain::issue::{Direction, Issue, IssueKind, IssueValue};
use crate::domain::ledger::Side;

/// The zone of possible agreement on a number, an amount or a date; days are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// A walk-away is missing, or which way a side wants it.
    Unknown,
    /// Both accept what lies between, as far as I know. `sure` is what they would accept even if
    /// my guess of their walk-away is off by the give-or-take; `None` when nothing is left of it.
    Between { low: Decimal, high: Decimal, sure: Option<(Decimal, Decimal)> },
    /// The walk-aways do not meet, by this much; `perhaps` when they could, if I am wrong about
    /// theirs by the give-or-take.
    Apart { by: Decimal, perhaps: bool },
    /// They want the same as I do.
    SameWay,
}

impl Zone {
    pub fn of(issue: &Issue) -> Self {
        let limit = |side| stakes(issue, side).reservation.and_then(IssueValue::number);
        let (Some(mine), Some(theirs)) = (limit(Side::Us), limit(Side::Them)) else {
            return Self::Unknown;
        };
        let directions = (issue.mine.direction(), issue.theirs.direction());
        let (Some(wanted), Some(their_way)) = directions else { return Self::Unknown };
        if wanted == their_way {
            return Self::SameWay;
        }
        let slack = issue.theirs.give_or_take.unwrap_or_default().abs();
        // How far they go beyond my walk-away, as I guess it, and at the worst.
        let room = |theirs: Decimal| wanted.gain(mine, theirs);
        let worst = match wanted {
            Direction::Up => theirs.checked_sub(slack),
            Direction::Down => theirs.checked_add(slack),
        };
        match room(theirs) {
            None => Self::Unknown,
            Some(by) if by < Decimal::ZERO => {
                Self::Apart { by: by.abs(), perhaps: by.abs() <= slack }
            }
            Some(_) => {
                let ordered = |other: Decimal| (mine.min(other), mine.max(other));
                let sure =
                    worst.filter(|worst| room(*worst).is_some_and(|room| room >= Decimal::ZERO));
                let (low, high) = ordered(theirs);
                Self::Between { low, high, sure: sure.map(ordered) }
            }
        }
    }
}

/// Whether a side would take a value, as far as is known.
pub fn accepts(issue: &Issue, side: Side, value: IssueValue) -> bool {
    if issue.kind != IssueKind::Choice {
        return stakes(issue, side).accepts(value);
    }
    let points = |value: IssueValue| super::worth(issue, side, value);
    match stakes(issue, side).reservation.and_then(points) {
        Some(least) => points(value).is_some_and(|points| points >= least),
        None => true,
    }
}
