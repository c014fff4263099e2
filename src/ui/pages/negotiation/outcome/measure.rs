//! How a result compares with the plan on one topic.

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::issue::{Issue, IssueKind, IssueValue};
use crate::i18n::units::Unit;
use crate::i18n::{parse_amount, parse_date};

/// Where a result lies between my walk-away and my target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// 0 at the walk-away, 1 at the target; it goes on beyond both.
    pub share: f64,
    /// How far beyond the target or behind the walk-away; `None` in between, and for a choice.
    pub beyond: Option<Decimal>,
}

/// `None` while the plan does not say what I want of the topic.
pub(super) fn place(issue: &Issue, value: IssueValue) -> Option<Place> {
    if issue.kind == IssueKind::Choice {
        return place_of_choice(issue, value);
    }
    let limits = (issue.mine.target?.number()?, issue.mine.reservation?.number()?);
    let (target, limit) = limits;
    let direction = issue.mine.direction()?;
    let span = direction.gain(limit, target)?;
    let gain = direction.gain(limit, value.number()?)?;
    let beyond = if gain > span {
        gain.checked_sub(span)
    } else {
        (gain < Decimal::ZERO).then(|| gain.abs())
    };
    Some(Place { share: gain.to_f64()? / span.to_f64()?, beyond })
}

fn place_of_choice(issue: &Issue, value: IssueValue) -> Option<Place> {
    let points = |value: Option<IssueValue>| match value? {
        IssueValue::Choice(key) => issue.choice(key).map(|choice| f64::from(choice.mine.min(100))),
        _ => None,
    };
    let got = points(Some(value))?;
    let best = issue.choices.iter().map(|choice| choice.mine.min(100)).max().map(f64::from)?;
    let (target, limit) =
        (points(issue.mine.target).unwrap_or(best), points(issue.mine.reservation).unwrap_or(0.0));
    (target > limit).then(|| Place { share: (got - limit) / (target - limit), beyond: None })
}

/// A value of an issue as it is typed, with or without its unit; choices are not typed.
pub(super) fn read(text: &str, issue: &Issue, today: Date) -> Option<IssueValue> {
    match issue.kind {
        IssueKind::Choice => None,
        IssueKind::Date => parse_date(text, today).map(IssueValue::Day),
        IssueKind::Money => parse_amount(text).map(IssueValue::Number),
        IssueKind::Number => parse_amount(without_unit(text, &issue.unit)).map(IssueValue::Number),
    }
}

/// Of an issue in months "36m" is 36, not 36 million.
fn without_unit<'a>(text: &'a str, unit: &str) -> &'a str {
    let text = text.trim();
    let end = text.char_indices().rfind(|(_, sign)| sign.is_numeric());
    let Some((number, rest)) =
        end.and_then(|(at, sign)| text.split_at_checked(at + sign.len_utf8()))
    else {
        return text;
    };
    let rest = rest.trim().to_lowercase();
    let known = Unit::of(unit).is_some_and(|unit| unit.names().contains(&rest.as_str()));
    if known || rest == unit.trim().to_lowercase() { number } else { text }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;
    use crate::domain::issue::Choice;

    fn number(value: i64) -> IssueValue {
        IssueValue::Number(Decimal::from(value))
    }

    fn days() -> Issue {
        let mut issue = Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Number);
        "days".clone_into(&mut issue.unit);
        issue.mine.target = Some(number(30));
        issue.mine.reservation = Some(number(90));
        issue
    }

    #[test]
    fn a_result_is_placed_between_walk_away_and_target() {
        let at = |value| place(&days(), number(value)).unwrap();
        assert_eq!(at(60), Place { share: 0.5, beyond: None });
        assert_eq!(at(30), Place { share: 1.0, beyond: None });
        assert_eq!(at(15), Place { share: 1.25, beyond: Some(Decimal::from(15)) });
        assert_eq!(at(96), Place { share: -0.1, beyond: Some(Decimal::from(6)) });
        let mut open = days();
        open.mine.target = None;
        assert_eq!(place(&open, number(40)), None);
    }

    #[test]
    fn a_choice_is_placed_by_what_it_is_worth_to_me() {
        let mut issue = Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Choice);
        let choice = |key, mine| Choice { key, name: String::new(), mine, theirs: None };
        issue.choices = vec![choice(1, 100), choice(2, 60), choice(3, 20)];
        issue.mine.reservation = Some(IssueValue::Choice(3));
        let middle = place(&issue, IssueValue::Choice(2));
        assert_eq!(middle, Some(Place { share: 0.5, beyond: None }));
        assert!(place(&issue, IssueValue::Choice(9)).is_none());
    }

    #[test]
    fn numbers_may_carry_their_unit() {
        let today = date(2026, 6, 16);
        for text in ["45", "45 days", "45d", "45 天"] {
            assert_eq!(read(text, &days(), today), Some(number(45)), "{text}");
        }
        assert_eq!(read("soon", &days(), today), None);
        assert_eq!(read("45 apples", &days(), today), None);
    }
}
