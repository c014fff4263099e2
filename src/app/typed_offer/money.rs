//! Signs and names of currencies beside a number.

use super::line::{Line, Span};
use crate::domain::issue::{IssueKind, Topic};
use crate::domain::plan::Plan;

/// Longer ones first.
const NAMES: [(&str, &str); 30] = [
    ("人民币", "CNY"),
    ("新加坡元", "SGD"),
    ("新台币", "TWD"),
    ("瑞士法郎", "CHF"),
    ("dollars", "USD"),
    ("dollar", "USD"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("us$", "USD"),
    ("hk$", "HKD"),
    ("nt$", "TWD"),
    ("cn¥", "CNY"),
    ("rmb", "CNY"),
    ("s$", "SGD"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("美元", "USD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("日元", "JPY"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("韩元", "KRW"),
    ("元", "CNY"),
    ("块", "CNY"),
    ("¥", "CNY"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₩", "KRW"),
];

/// A currency that stands at a place or ends there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    pub code: String,
    pub span: Span,
}

fn known(plan: &Plan, currency: &str) -> Vec<(String, String)> {
    let money = plan.issues.iter().filter(|issue| issue.kind == IssueKind::Money);
    let codes = money.map(|issue| issue.unit.trim()).chain([currency]);
    let codes = codes.filter(|code| !code.is_empty());
    let codes = codes.map(|code| (code.to_lowercase(), code.to_owned()));
    // Every sign counts, also one that no topic has: it shows that the number is an amount.
    let names = NAMES.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned()));
    let usual = ["CNY", "USD", "EUR", "GBP", "JPY", "CHF", "HKD", "SGD"];
    let usual = usual.into_iter().map(|code| (code.to_lowercase(), code.to_owned()));
    codes.chain(names).chain(usual).collect()
}

/// The currency right behind a number.
pub fn after(line: &Line, from: usize, plan: &Plan, currency: &str) -> Option<Currency> {
    let glued = line.at(from) != Some(' ');
    let from = from + usize::from(!glued);
    known(plan, currency).into_iter().find_map(|(name, code)| {
        let to = from + name.chars().count();
        let follows = line.at(to).is_some_and(|sign| sign.is_ascii_alphanumeric());
        // "1300 EUR 500": it belongs to the number that follows.
        let next =
            (to..line.plain.len()).find_map(|place| line.at(place).filter(|sign| *sign != ' '));
        let number = next.is_some_and(|sign| sign.is_ascii_digit());
        let belongs = glued || !name.is_ascii() || !number;
        let same = belongs && line.plain(Span { from, to }) == name;
        (same && !(follows && name.is_ascii()))
            .then_some(Currency { code, span: Span { from, to } })
    })
}

/// The currency right before a number.
pub fn before(line: &Line, to: usize, plan: &Plan, currency: &str) -> Option<Currency> {
    let to = to - usize::from(to > 0 && line.at(to - 1) == Some(' '));
    let leading = |name: &str| !name.chars().all(super::line::is_chinese) || name == "人民币";
    let known = known(plan, currency).into_iter().filter(|(name, _)| leading(name));
    known.into_iter().find_map(|(name, code)| {
        let from = to.checked_sub(name.chars().count())?;
        let joined = from.checked_sub(1).and_then(|place| line.at(place));
        let letters = name.chars().all(|sign| sign.is_ascii_alphabetic());
        let joined = letters && joined.is_some_and(|sign| sign.is_ascii_alphanumeric());
        let span = Span { from, to };
        (line.plain(span) == name && !joined && line.is_free(span))
            .then_some(Currency { code, span })
    })
}

/// Which topics an amount in a currency can be about: issues that have it while the price has
/// another, else the price.
pub fn topics_in(code: &str, plan: &Plan, currency: &str) -> Vec<Topic> {
    let same = |other: &str| other.trim().eq_ignore_ascii_case(code);
    if same(currency) {
        return vec![Topic::Price];
    }
    let issues =
        plan.issues.iter().filter(|issue| issue.kind == IssueKind::Money && same(&issue.unit));
    let topics: Vec<Topic> = issues.map(|issue| Topic::Issue(issue.id)).collect();
    if topics.is_empty() { vec![Topic::Price] } else { topics }
}
