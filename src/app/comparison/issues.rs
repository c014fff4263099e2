//! What is said about issues, in words: the names, units and choices stand in the plan.

use rust_decimal::Decimal;
use serde_json::Value;

use super::Compared;
use crate::domain::issue::{Curve, Issue, IssueKind, IssueValue};
use crate::i18n::Arg;
use crate::store::record::Record;

/// The issues of both versions, the later one first.
#[derive(Default)]
pub(super) struct Issues(Vec<Issue>);

impl Issues {
    pub(super) fn of(before: &Record, after: &Record) -> Self {
        let issues = |record: &Record| match record {
            Record::Session(session) => session.plan.issues.clone(),
            Record::Library(_) | Record::Counterpart(_) => Vec::new(),
        };
        Self([issues(after), issues(before)].concat())
    }

    pub(super) fn get(&self, id: &str) -> Option<&Issue> {
        self.0.iter().find(|issue| issue.id.to_string() == id)
    }

    /// The name of a choice. An issue of the version before may have one that is gone.
    fn choice(&self, issue: Option<&Issue>, key: u32) -> Option<&str> {
        let same = |other: &&Issue| issue.is_none_or(|issue| issue.id == other.id);
        let choice = self.0.iter().filter(same).find_map(|issue| issue.choice(key))?;
        Some(choice.name.as_str()).filter(|name| !name.is_empty())
    }
}

impl Compared<'_> {
    /// What an issue is called.
    pub(super) fn issue_name(&self, id: &str) -> String {
        let name = self.issues.get(id).map(|issue| issue.name.trim());
        let name = name.filter(|name| !name.is_empty());
        name.unwrap_or_else(|| self.wording.messages.text("comparison-some-issue")).to_owned()
    }

    /// One value, with the unit of the issue if that is known.
    pub(super) fn value_of(&self, issue: Option<&Issue>, value: &Value) -> Option<String> {
        let messages = self.wording.messages;
        Some(match serde_json::from_value(value.clone()).ok()? {
            IssueValue::Number(number) => match issue {
                Some(issue) if issue.kind == IssueKind::Money => {
                    messages.money(number, &issue.unit)
                }
                Some(issue) if !issue.unit.trim().is_empty() => {
                    let args = [
                        ("value", Arg::from(messages.number(number))),
                        ("unit", Arg::from(issue.unit.trim())),
                    ];
                    messages.with("comparison-value-unit", &args)
                }
                _ => messages.number(number),
            },
            IssueValue::Day(day) => messages.date(day),
            IssueValue::Choice(key) => {
                let name = self.issues.choice(issue, key);
                name.unwrap_or_else(|| messages.text("comparison-some-choice")).to_owned()
            }
        })
    }

    /// "Payment: 45 days", for each issue in the order of the plan.
    pub(super) fn values(&self, value: &Value) -> Option<String> {
        let messages = self.wording.messages;
        let said = value.as_object()?;
        let place = |id: &str| self.issues.0.iter().position(|issue| issue.id.to_string() == id);
        let mut said: Vec<_> = said.iter().collect();
        said.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
        let one = |(id, value): &(&String, &Value)| {
            let text = self.value_of(self.issues.get(id), value)?;
            let args = [("label", Arg::from(self.issue_name(id))), ("text", Arg::from(text))];
            Some(messages.with("label-text", &args))
        };
        let said: Vec<_> = said.iter().filter_map(one).collect();
        Some(said.join(messages.text("list-separator")))
    }

    /// The name of a curve, with its points if it has any.
    pub(super) fn curve(&self, issue: Option<&Issue>, value: &Value) -> Option<String> {
        let messages = self.wording.messages;
        let curve: Curve = serde_json::from_value(value.clone()).ok()?;
        let word = messages.word("curve", curve.id()).to_owned();
        let Curve::Points(points) = curve else { return Some(word) };
        let point = |(at, worth): &(IssueValue, u8)| {
            let at = serde_json::to_value(at).ok().and_then(|at| self.value_of(issue, &at));
            let worth = messages.number(Decimal::from(*worth));
            let args = [("value", Arg::from(at?)), ("worth", Arg::from(worth))];
            Some(messages.with("comparison-point", &args))
        };
        let points: Vec<_> = points.iter().filter_map(point).collect();
        let text = points.join(messages.text("list-separator"));
        Some(messages.with("label-text", &[("label", word.into()), ("text", text.into())]))
    }
}
