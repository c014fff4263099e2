//! Where both sides could meet on one issue.

use rust_decimal::Decimal;

use super::stance::{direction, numbers};
use crate::domain::issue::{Direction, Issue};
use crate::domain::ledger::Side;

/// The zone of possible agreement on a number, an amount or a date; days are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// A walk-away is missing, or which way both want it.
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
        let limit = |side| numbers(issue, side).walk_away;
        let (Some(mine), Some(theirs)) = (limit(Side::Us), limit(Side::Them)) else {
            return Self::Unknown;
        };
        let directions = (direction(issue, Side::Us), direction(issue, Side::Them));
        let (Some(wanted), Some(their_way)) = directions else { return Self::Unknown };
        if wanted == their_way {
            return Self::SameWay;
        }
        let slack = issue.theirs.give_or_take.unwrap_or_default().abs();
        if !wanted.is_no_worse(mine, theirs) {
            return wanted
                .gain(theirs, mine)
                .map_or(Self::Unknown, |by| Self::Apart { by, perhaps: by <= slack });
        }
        // How far they go, if I am wrong about them.
        let worst = match wanted {
            Direction::Up => theirs.checked_sub(slack),
            Direction::Down => theirs.checked_add(slack),
        };
        let ordered = |other: Decimal| (mine.min(other), mine.max(other));
        let sure = worst.filter(|worst| wanted.is_no_worse(mine, *worst)).map(ordered);
        let (low, high) = ordered(theirs);
        Self::Between { low, high, sure }
    }
}
