//! Values of the price and of issues, as the user's language writes them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::messages::Messages;
use super::units::Unit;
use crate::domain::issue::{Issue, IssueKind, IssueValue, Topic, day_of_number};

impl Messages {
    /// "Price", or the name that an issue was given.
    pub fn topic_name<'a>(&'a self, topic: Topic, issue: &'a Issue) -> &'a str {
        match (topic, issue.name.trim()) {
            (Topic::Price, _) => self.text("topic-price"),
            (Topic::Issue(_), "") => self.text("topic-unnamed"),
            (Topic::Issue(_), name) => name,
        }
    }

    /// With its unit: "CNY 1,300", "30 days", "15 Jun 2026", "Gold".
    pub fn term(&self, issue: &Issue, value: IssueValue) -> String {
        match value {
            IssueValue::Number(number) => self.amount_of(issue, number),
            IssueValue::Day(day) => self.date(day),
            IssueValue::Choice(_) => self.bare_term(issue, value),
        }
    }

    /// Without its unit, for a column whose head names it: "1,300", "30", "15 Jun", "Gold".
    pub fn bare_term(&self, issue: &Issue, value: IssueValue) -> String {
        match value {
            IssueValue::Number(number) => self.number(number),
            IssueValue::Day(day) => self.date_short(day),
            IssueValue::Choice(key) => {
                issue.choice(key).map_or_else(|| "–".to_owned(), |choice| choice.name.clone())
            }
        }
    }

    /// A number of a ledger without its unit; dates are days there.
    pub fn bare_number(&self, issue: &Issue, number: Decimal) -> String {
        let day = || day_of_number(number.round().to_i64()?);
        match issue.kind {
            IssueKind::Date => day().map_or_else(String::new, |day| self.date_short(day)),
            _ => self.number(number),
        }
    }

    /// A difference of two values: "CNY 40", "15 days"; of dates in days.
    pub fn difference(&self, issue: &Issue, amount: Decimal) -> String {
        match issue.kind {
            IssueKind::Date => self.in_unit(Unit::Day, amount),
            IssueKind::Choice => self.number(amount),
            IssueKind::Money | IssueKind::Number => self.amount_of(issue, amount),
        }
    }

    /// The unit alone, short enough for the head of a column; empty where there is none.
    pub fn short_unit(&self, issue: &Issue) -> String {
        let unit = issue.unit.trim();
        match issue.kind {
            IssueKind::Date | IssueKind::Choice => String::new(),
            IssueKind::Money if unit.is_empty() => String::new(),
            IssueKind::Money => {
                let id = format!("currency-{unit}");
                if self.has(&id) { self.text(&id).to_owned() } else { unit.to_owned() }
            }
            IssueKind::Number => match Unit::of(unit) {
                Some(known) => self.word("unit-short", known.id()).to_owned(),
                None => unit.to_owned(),
            },
        }
    }

    fn amount_of(&self, issue: &Issue, number: Decimal) -> String {
        let unit = issue.unit.trim();
        match issue.kind {
            IssueKind::Money => self.money(number, unit),
            _ => match Unit::of(unit) {
                Some(known) => self.in_unit(known, number),
                None if unit.is_empty() => self.number(number),
                None => format!("{} {unit}", self.number(number)),
            },
        }
    }

    fn in_unit(&self, unit: Unit, number: Decimal) -> String {
        // Plural forms ask for the number itself.
        let count = number.abs().to_f64().unwrap_or(2.0);
        let args = [("number", self.number(number).into()), ("count", count.into())];
        self.with(&format!("unit-{}", unit.id()), &args)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;
    use crate::domain::issue::Choice;
    use crate::i18n::Language;

    fn issue(kind: IssueKind, unit: &str) -> Issue {
        let mut issue = Issue::new(IssueId(Uuid::from_u128(1)), kind);
        unit.clone_into(&mut issue.unit);
        issue.choices = vec![Choice { key: 4, name: "Gold".to_owned(), mine: 10, theirs: None }];
        issue
    }

    #[test]
    fn values_are_written_with_their_unit() {
        let (en, zh) = (Messages::new(Language::English), Messages::new(Language::Chinese));
        let number = |value: i64| IssueValue::Number(Decimal::from(value));
        let days = issue(IssueKind::Number, "days after invoice");
        assert_eq!(en.term(&days, number(30)), "30 days");
        assert_eq!(en.term(&days, number(1)), "1 day");
        assert_eq!(zh.term(&days, number(30)), "30 天");
        assert_eq!(en.difference(&issue(IssueKind::Date, ""), Decimal::from(3)), "3 days");
        let money = issue(IssueKind::Money, "USD");
        assert_eq!(en.term(&money, number(500)), "USD 500");
        assert_eq!(en.bare_term(&money, number(1500)), "1,500");
        assert_eq!(en.term(&issue(IssueKind::Number, "doors"), number(5)), "5 doors");
        let choice = issue(IssueKind::Choice, "");
        assert_eq!(en.term(&choice, IssueValue::Choice(4)), "Gold");
        assert_eq!(en.term(&choice, IssueValue::Choice(5)), "–");
        let when = issue(IssueKind::Date, "");
        assert_eq!(en.term(&when, IssueValue::Day(date(2026, 6, 15))), "15 Jun 2026");
        let day = Decimal::from(crate::domain::issue::day_number(date(2026, 6, 15)));
        assert_eq!(en.bare_number(&when, day), "15 Jun");
        assert_eq!(en.short_unit(&days), "days");
        assert!(en.missing().is_empty() && zh.missing().is_empty());
    }
}
