//! Deals and their worth in words.

use crate::app::drafts::Balance;
use crate::domain::bargaining::swaps::Move;
use crate::domain::bargaining::{Deal, Solutions};
use crate::domain::deal_space::DealSpace;
use crate::domain::issue::{Issue, IssueValue, Topic};
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;

/// A worth from 0 to 1 in points of a hundred.
#[expect(clippy::cast_possible_truncation, reason = "between -100 and 100")]
pub fn points(worth: f64) -> i64 {
    (worth * 100.0).round() as i64
}

/// With its sign: "+4", "−3", "0".
pub fn signed(points: i64) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}

pub fn issue(session: &Session, topic: Topic) -> Option<Issue> {
    session.plan.as_issue(topic, &session.currency)
}

pub fn name(cx: &Cx<'_>, session: &Session, topic: Topic) -> String {
    let issue = issue(session, topic);
    issue.map_or_else(String::new, |issue| cx.messages.topic_name(topic, &issue).to_owned())
}

/// The names of topics in one line.
pub fn names(cx: &Cx<'_>, session: &Session, topics: &[Topic]) -> String {
    let names: Vec<String> = topics.iter().map(|topic| name(cx, session, *topic)).collect();
    names.join(cx.t("deals-comma"))
}

/// A value with its unit.
pub fn term(cx: &Cx<'_>, session: &Session, topic: Topic, value: IssueValue) -> String {
    issue(session, topic).map_or_else(String::new, |issue| cx.messages.term(&issue, value))
}

/// All terms in one line that can be read out: "Price CNY 1,300, Payment 45 days".
pub fn terms(cx: &Cx<'_>, session: &Session, terms: &[(Topic, IssueValue)]) -> String {
    let each = terms.iter().map(|(topic, value)| {
        let args = [
            ("name", Arg::from(name(cx, session, *topic))),
            ("value", Arg::from(term(cx, session, *topic, *value))),
        ];
        cx.tr("deals-term", &args)
    });
    each.collect::<Vec<_>>().join(cx.t("deals-comma"))
}

/// "us 69, them 58"; a range where not all is settled.
pub fn worth(cx: &Cx<'_>, me: (f64, f64), them: (f64, f64)) -> String {
    let args = [("me", Arg::from(range(me))), ("them", Arg::from(range(them)))];
    cx.tr("deals-worth", &args)
}

pub fn range((low, high): (f64, f64)) -> String {
    let (low, high) = (points(low), points(high));
    if low == high { low.to_string() } else { format!("{low}–{high}") }
}

pub fn of(balance: Balance, solutions: &Solutions) -> Option<&Deal> {
    match balance {
        Balance::Nash => solutions.nash.as_ref(),
        Balance::EqualShares => solutions.kalai_smorodinsky.as_ref(),
        Balance::EqualGain => solutions.egalitarian.as_ref(),
        Balance::MostInAll => solutions.max_sum.as_ref(),
    }
}

/// "Payment 45 → 60 days".
pub fn change(cx: &Cx<'_>, session: &Session, deals: &DealSpace, change: &Move) -> Option<String> {
    let topic = *deals.topics.get(change.issue)?;
    let options = deals.options.get(change.issue)?;
    let (from, to) = (*options.get(change.from)?, *options.get(change.to)?);
    let issue = issue(session, topic)?;
    let args = [
        ("name", Arg::from(cx.messages.topic_name(topic, &issue))),
        ("from", Arg::from(cx.messages.bare_term(&issue, from))),
        ("to", Arg::from(cx.messages.term(&issue, to))),
    ];
    Some(cx.tr("deals-change", &args))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worth_is_written_in_points() {
        assert_eq!((points(0.585), points(1.0), points(-0.031)), (59, 100, -3));
        assert_eq!([signed(4), signed(0), signed(-3)], ["+4", "0", "−3"]);
        assert_eq!(range((0.5, 0.501)), "50");
        assert_eq!(range((0.42, 0.6)), "42–60");
    }
}
