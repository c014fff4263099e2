//! Values of an issue as people type them: "30", "30 days", "1.2k", "15 Jun".

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::issue::{Issue, IssueKind, IssueValue};
use crate::i18n::units::Unit;
use crate::i18n::{Messages, parse_amount, parse_date};
use crate::ui::widgets::typed::Shown;

/// A value of this issue; choices are not typed.
pub fn read(text: &str, issue: &Issue, today: Date) -> Option<IssueValue> {
    match issue.kind {
        IssueKind::Choice => None,
        IssueKind::Date => parse_date(text, today).map(IssueValue::Day),
        IssueKind::Money => parse_amount(text).map(IssueValue::Number),
        IssueKind::Number => read_number(text, &issue.unit).map(IssueValue::Number),
    }
}

/// How far a value may be off; for a date in days.
pub fn read_difference(text: &str, issue: &Issue) -> Option<Decimal> {
    let text = text.trim().trim_start_matches(['±', '+']);
    let number = match issue.kind {
        IssueKind::Money => parse_amount(text),
        IssueKind::Date => read_number(text, Unit::Day.id()),
        IssueKind::Number | IssueKind::Choice => read_number(text, &issue.unit),
    };
    number.filter(|number| *number >= Decimal::ZERO)
}

/// A weight, or a worth: 0 to 100, with or without a percent sign.
pub fn read_points(text: &str) -> Option<u8> {
    let number = parse_amount(text.trim().trim_end_matches(['%', '％']))?;
    number.round().to_u8().filter(|points| *points <= 100)
}

/// A number with or without its unit: of an issue in months "36m" is 36, not 36 million.
fn read_number(text: &str, unit: &str) -> Option<Decimal> {
    let text = text.trim();
    let digits_end = text
        .char_indices()
        .filter(|(_, sign)| sign.is_numeric())
        .map(|(place, sign)| place + sign.len_utf8())
        .next_back()?;
    let (number, rest) = text.split_at(digits_end);
    let rest = rest.trim().to_lowercase();
    let is_unit = |rest: &str| {
        let known = Unit::of(unit).is_some_and(|unit| unit.names().contains(&rest));
        known || unit.trim().to_lowercase() == rest
    };
    if !rest.is_empty() && is_unit(&rest) { parse_amount(number) } else { parse_amount(text) }
}

/// A value at rest and while it is typed over.
pub fn shown(messages: &Messages, issue: &Issue, value: Option<IssueValue>) -> Shown {
    let Some(value) = value else { return Shown::default() };
    let typing = match value {
        IssueValue::Number(number) => number.normalize().to_string(),
        IssueValue::Day(day) => messages.date(day),
        IssueValue::Choice(_) => String::new(),
    };
    Shown { resting: messages.bare_term(issue, value), typing }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;

    fn issue(kind: IssueKind, unit: &str) -> Issue {
        let mut issue = Issue::new(IssueId(Uuid::from_u128(1)), kind);
        unit.clone_into(&mut issue.unit);
        issue
    }

    #[test]
    fn numbers_may_carry_their_unit() {
        let today = date(2026, 6, 16);
        let number = |text: &str, unit: &str| {
            let value = read(text, &issue(IssueKind::Number, unit), today)?;
            value.number().map(|number| number.normalize().to_string())
        };
        assert_eq!(number("30", "days after invoice").as_deref(), Some("30"));
        assert_eq!(number("30 days", "days after invoice").as_deref(), Some("30"));
        assert_eq!(number("36m", "months").as_deref(), Some("36"));
        assert_eq!(number("36 个月", "个月").as_deref(), Some("36"));
        assert_eq!(number("1.2k", "pieces").as_deref(), Some("1200"));
        assert_eq!(number("12 pieces", "pieces").as_deref(), Some("12"));
        assert_eq!(number("99.5%", "%").as_deref(), Some("99.5"));
        assert_eq!(number("about ten", "days"), None);
        assert_eq!(number("30 apples", "days"), None);
    }

    #[test]
    fn points_and_differences_stay_in_their_range() {
        assert_eq!(read_points("35 %"), Some(35));
        assert_eq!(read_points("101"), None);
        assert_eq!(read_points("-1"), None);
        let days = issue(IssueKind::Date, "");
        assert_eq!(read_difference("±14 days", &days), Some(Decimal::from(14)));
        assert_eq!(read_difference("-3", &days), None);
        let today = date(2026, 6, 16);
        let day = read("1 Sep", &days, today);
        assert_eq!(day, Some(IssueValue::Day(date(2026, 9, 1))));
    }
}
