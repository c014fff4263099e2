//! What the numbers of an issue mean, in words: what a step costs me, what it is worth to them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::stakes;
use crate::domain::issue::{Curve, Issue, IssueKind, IssueValue};
use crate::domain::ledger::Side;
use crate::i18n::{Arg, Messages};
use crate::ui::charts::axis::round_step;

/// A topic is cut into about so many steps to be talked about.
const STEPS: u32 = 8;
/// From this ratio on a topic is worth clearly more to one side than to the other.
const CLEARLY: f64 = 1.5;

/// What the numbers of one side mean. Points are of a whole deal of 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meaning {
    /// Target or walk-away is missing, or they are the same.
    Unknown,
    Each {
        step: Decimal,
        points: f64,
        all: f64,
    },
    /// Nothing short of the target counts.
    AllOrNothing {
        target: IssueValue,
        all: f64,
    },
    /// The stretch on which most is lost.
    Steepest {
        from: IssueValue,
        to: IssueValue,
        points: f64,
        all: f64,
    },
    /// The best and the worst entry of a list.
    Between {
        best: u32,
        worst: u32,
        points: f64,
    },
}

/// `share` is the part of the weight that the issue has on this side, 0..=1.
pub fn meaning(issue: &Issue, side: Side, share: f64) -> Meaning {
    found(issue, side, share).unwrap_or(Meaning::Unknown)
}

fn found(issue: &Issue, side: Side, share: f64) -> Option<Meaning> {
    let (stakes, all) = (stakes::of(issue, side), share * 100.0);
    if issue.kind == IssueKind::Choice {
        return between(issue, side, all);
    }
    if let Curve::Points(points) = &stakes.curve {
        let mut points: Vec<_> =
            points.iter().filter_map(|(at, worth)| Some((at.number()?, *at, *worth))).collect();
        points.sort_by_key(|(number, ..)| *number);
        let stretch = |[one, other]: &[(Decimal, IssueValue, u8); 2]| {
            let points = f64::from(one.2.abs_diff(other.2)) * share;
            let (from, to) = if one.2 > other.2 { (one.1, other.1) } else { (other.1, one.1) };
            Meaning::Steepest { from, to, points, all }
        };
        let drop = |found: &Meaning| match found {
            Meaning::Steepest { points, .. } => *points,
            _ => 0.0,
        };
        let stretches = points.array_windows::<2>().map(stretch);
        return stretches.max_by(|one, other| drop(one).total_cmp(&drop(other)));
    }
    let (target, limit) = (stakes.target?, stakes.reservation?);
    stakes.direction()?;
    if stakes.curve == Curve::Threshold {
        return Some(Meaning::AllOrNothing { target, all });
    }
    let span = target.number()?.checked_sub(limit.number()?)?.abs().to_f64()?;
    let step = step(issue.kind, span)?;
    Some(Meaning::Each { points: all * step.to_f64()? / span, step, all })
}

fn between(issue: &Issue, side: Side, all: f64) -> Option<Meaning> {
    let worth = |key| match side {
        Side::Us => issue.choice(key).map(|choice| choice.mine),
        Side::Them => issue.choice(key).and_then(|choice| choice.theirs),
    };
    let known = issue.choices.iter().filter_map(|choice| Some((worth(choice.key)?, choice.key)));
    let known: Vec<(u8, u32)> = known.collect();
    let best = known.iter().max_by_key(|(worth, _)| *worth)?;
    let worst = known.iter().min_by_key(|(worth, _)| *worth)?;
    let points = f64::from(best.0.min(100) - worst.0.min(100)) / 100.0 * all;
    (best.0 > worst.0).then_some(Meaning::Between { best: best.1, worst: worst.1, points })
}

/// A round step; of dates whole days, and whole weeks when they are far apart.
fn step(kind: IssueKind, span: f64) -> Option<Decimal> {
    if kind == IssueKind::Date {
        return Some(Decimal::from(if span > 21.0 { 7 } else { 1 }));
    }
    let step = round_step(span, STEPS)?;
    Some(Decimal::from_f64_retain(step)?.round_sf(2)?.normalize())
}

/// As it is shown: tenths below ten.
fn rounded(points: f64) -> f64 {
    if points >= 9.95 { points.round() } else { (points * 10.0).round() / 10.0 }
}

fn number(messages: &Messages, points: f64) -> String {
    let number = Decimal::from_f64_retain(rounded(points)).and_then(|number| number.round_sf(3));
    messages.number(number.unwrap_or_default())
}

/// "4 points", "1.5 points".
pub fn points(messages: &Messages, points: f64) -> String {
    let (number, shown) = (number(messages, points), rounded(points));
    messages.with("issue-points", &[("number", number.into()), ("count", shown.into())])
}

/// One sentence on one side; `None` while nothing can be said.
pub fn sentence(messages: &Messages, issue: &Issue, side: Side, share: f64) -> Option<String> {
    let word = |what: &str, args: &[(&str, Arg<'_>)]| {
        Some(messages.with(&format!("issue-means-{what}-{}", side.id()), args))
    };
    let term = |value| messages.term(issue, value);
    let of = |worth| points(messages, worth);
    match meaning(issue, side, share) {
        Meaning::Unknown => None,
        Meaning::Each { step, points, all } => {
            let step = messages.difference(issue, step);
            word(
                "each",
                &[("step", step.into()), ("points", of(points).into()), ("all", of(all).into())],
            )
        }
        Meaning::AllOrNothing { target, all } => {
            word("threshold", &[("target", term(target).into()), ("all", of(all).into())])
        }
        Meaning::Steepest { from, to, points, all } => word(
            "steepest",
            &[
                ("from", term(from).into()),
                ("to", term(to).into()),
                ("points", of(points).into()),
                ("all", of(all).into()),
                ("number", number(messages, all).into()),
            ],
        ),
        Meaning::Between { best, worst, points } => word(
            "between",
            &[
                ("best", term(IssueValue::Choice(best)).into()),
                ("worst", term(IssueValue::Choice(worst)).into()),
                ("points", of(points).into()),
            ],
        ),
    }
}

/// Whether a topic is worth clearly more to one of the sides, step by step where both count evenly.
pub fn dearer_to(issue: &Issue, mine: f64, theirs: f64) -> Option<Side> {
    let rate = |side, share| match meaning(issue, side, share) {
        Meaning::Each { step, points, .. } => Some(points / step.to_f64()?),
        _ => None,
    };
    let (us, them) = match (rate(Side::Us, mine), rate(Side::Them, theirs)) {
        (Some(us), Some(them)) => (us, them),
        _ => (mine, theirs),
    };
    if us >= them * CLEARLY { Some(Side::Us) } else { (them >= us * CLEARLY).then_some(Side::Them) }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;
    use crate::domain::issue::{Choice, Stakes};
    use crate::i18n::Language;

    fn number(value: i64) -> IssueValue {
        IssueValue::Number(Decimal::from(value))
    }

    /// Days of payment, 30 at best and 75 at worst for me; they want 90 and could live with 45.
    fn payment() -> Issue {
        let mut issue = Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Number);
        "days".clone_into(&mut issue.unit);
        let stakes = |target, limit| Stakes {
            target: Some(number(target)),
            reservation: Some(number(limit)),
            ..Stakes::default()
        };
        issue.mine = stakes(30, 75);
        issue.theirs = stakes(90, 45);
        issue
    }

    #[test]
    fn a_step_has_its_points() {
        let issue = payment();
        let Meaning::Each { step, points, all } = meaning(&issue, Side::Us, 0.36) else {
            panic!("an even curve")
        };
        assert_eq!((step, all), (Decimal::TEN, 36.0));
        assert!((points - 8.0).abs() < 1e-9);
        let en = Messages::new(Language::English);
        let said = sentence(&en, &issue, Side::Us, 0.36).unwrap();
        assert!(said.contains("10 days") && said.contains("8 points"), "{said}");
        assert_eq!(dearer_to(&issue, 0.36, 0.10), Some(Side::Us));
        assert_eq!(dearer_to(&issue, 0.10, 0.36), Some(Side::Them));
        assert_eq!(dearer_to(&issue, 0.20, 0.20), None);
    }

    #[test]
    fn thresholds_points_and_lists_are_told_as_what_they_are() {
        let mut issue = payment();
        issue.mine.curve = Curve::Threshold;
        let all_or_nothing = Meaning::AllOrNothing { target: number(30), all: 50.0 };
        assert_eq!(meaning(&issue, Side::Us, 0.5), all_or_nothing);
        issue.mine.curve =
            Curve::Points(vec![(number(30), 100), (number(45), 90), (number(75), 0)]);
        let steepest =
            Meaning::Steepest { from: number(45), to: number(75), points: 45.0, all: 50.0 };
        assert_eq!(meaning(&issue, Side::Us, 0.5), steepest);
        issue.theirs.curve = issue.mine.curve.clone();
        let said = sentence(&Messages::new(Language::English), &issue, Side::Them, 0.4).unwrap();
        assert!(said.ends_with("36 points of 40."), "{said}");
        issue.mine.target = None;
        issue.mine.curve = Curve::Linear;
        assert_eq!(meaning(&issue, Side::Us, 0.5), Meaning::Unknown);
        let mut list = Issue::new(IssueId(Uuid::from_u128(2)), IssueKind::Choice);
        let choice = |key, mine| Choice { key, name: String::new(), mine, theirs: None };
        list.choices = vec![choice(4, 20), choice(9, 80)];
        let between = Meaning::Between { best: 9, worst: 4, points: 30.0 };
        assert_eq!(meaning(&list, Side::Us, 0.5), between);
        assert_eq!(meaning(&list, Side::Them, 0.5), Meaning::Unknown);
    }

    #[test]
    fn points_read_well() {
        let en = Messages::new(Language::English);
        assert_eq!(points(&en, 1.0), "1 point");
        assert_eq!(points(&en, 3.96), "4 points");
        assert_eq!(points(&en, 1.54), "1.5 points");
        assert_eq!(points(&en, 36.4), "36 points");
    }
}
