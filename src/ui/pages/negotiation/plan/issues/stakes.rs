//! What a side wants of a topic, written to where the record keeps it: the price has places of its
//! own in the plan.

use rust_decimal::Decimal;

use crate::app::edit::SessionEdit;
use crate::domain::issue::{Curve, Issue, IssueKind, IssueValue, Stakes, Topic};
use crate::domain::ledger::Side;
use crate::domain::plan::Plan;
use crate::domain::session::Session;

/// A change of what one side wants.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    Weight(Option<u8>),
    Target(Option<IssueValue>),
    Limit(Option<IssueValue>),
    GiveOrTake(Option<Decimal>),
    Curve(Curve),
}

pub fn of(issue: &Issue, side: Side) -> &Stakes {
    match side {
        Side::Us => &issue.mine,
        Side::Them => &issue.theirs,
    }
}

/// The edit that brings about a change; `None` for a topic that is gone.
pub fn edit(session: &Session, topic: Topic, side: Side, change: Change) -> Option<SessionEdit> {
    if let Change::Weight(weight) = change {
        return Some(SessionEdit::Weights(side, vec![(topic, weight)]));
    }
    if topic == Topic::Price {
        return Some(edit_price(session, side, change));
    }
    let mut issue = session.plan.as_issue(topic, &session.currency)?;
    let stakes = match side {
        Side::Us => &mut issue.mine,
        Side::Them => &mut issue.theirs,
    };
    match change {
        Change::Weight(weight) => stakes.weight = weight,
        Change::Target(value) => stakes.target = value,
        Change::Limit(value) => stakes.reservation = value,
        Change::GiveOrTake(number) => stakes.give_or_take = number,
        Change::Curve(curve) => stakes.curve = curve,
    }
    Some(SessionEdit::SetIssue(Box::new(issue)))
}

fn edit_price(session: &Session, side: Side, change: Change) -> SessionEdit {
    let mut price = session.plan.price.clone();
    let number = |value: Option<IssueValue>| value.and_then(IssueValue::number);
    match (side, change) {
        (Side::Us, Change::Target(value)) => return SessionEdit::Target(number(value)),
        (Side::Us, Change::Limit(value)) => return SessionEdit::Reservation(number(value)),
        (Side::Them, Change::Target(value)) => price.their_target = number(value),
        (Side::Them, Change::Limit(value)) => price.their_reservation = number(value),
        (_, Change::GiveOrTake(number)) => price.give_or_take = number,
        (Side::Us, Change::Curve(curve)) => price.curve = curve,
        (Side::Them, Change::Curve(curve)) => price.their_curve = curve,
        (Side::Us, Change::Weight(weight)) => price.weight = weight,
        (Side::Them, Change::Weight(weight)) => price.their_weight = weight,
    }
    SessionEdit::PriceStakes(Box::new(price))
}

/// The share of each topic in the weights of a side, 0..=1; a weight that was not said counts as
/// the mean of the others. `None` while no weight was said.
pub fn shares(plan: &Plan, currency: &str, side: Side) -> Option<Vec<f64>> {
    let said: Vec<Option<f64>> = plan
        .topics()
        .filter_map(|topic| plan.as_issue(topic, currency))
        .map(|issue| of(&issue, side).weight.map(f64::from))
        .collect();
    let known: Vec<f64> = said.iter().copied().flatten().collect();
    let sum: f64 = known.iter().sum();
    if sum <= 0.0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of issues")]
    let mean = sum / known.len() as f64;
    let filled: Vec<f64> = said.into_iter().map(|weight| weight.unwrap_or(mean)).collect();
    let sum: f64 = filled.iter().sum();
    Some(filled.into_iter().map(|weight| weight / sum).collect())
}

/// The share of one topic; an equal part while no weight was said.
pub fn share(plan: &Plan, currency: &str, topic: Topic, side: Side) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of issues")]
    let equal = 1.0 / (plan.issues.len() + 1) as f64;
    let place = plan.topics().position(|other| other == topic);
    let shares = shares(plan, currency, side);
    shares.zip(place).and_then(|(shares, place)| shares.get(place).copied()).unwrap_or(equal)
}

/// The issue as one of another kind; values that it cannot have are left out.
pub fn as_kind(mut issue: Issue, kind: IssueKind, currency: &str) -> Issue {
    let is_number = |kind| matches!(kind, IssueKind::Money | IssueKind::Number);
    if issue.kind == kind {
        return issue;
    }
    if !(is_number(issue.kind) && is_number(kind)) {
        for stakes in [&mut issue.mine, &mut issue.theirs] {
            *stakes = Stakes { weight: stakes.weight, ..Stakes::default() };
        }
    }
    match kind {
        IssueKind::Money => currency.clone_into(&mut issue.unit),
        _ if issue.kind == IssueKind::Money => issue.unit.clear(),
        _ => {}
    }
    issue.kind = kind;
    issue
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;

    fn plan(weights: [Option<u8>; 3]) -> Plan {
        let [price, first, second] = weights;
        let issue = |id, weight| {
            let mut issue = Issue::new(IssueId(Uuid::from_u128(id)), IssueKind::Number);
            issue.mine.weight = weight;
            issue
        };
        let mut plan = Plan { issues: vec![issue(1, first), issue(2, second)], ..Plan::default() };
        plan.price.weight = price;
        plan
    }

    #[test]
    fn shares_have_a_sum_of_one() {
        let shares = |weights| shares(&plan(weights), "EUR", Side::Us);
        assert_eq!(shares([Some(30), Some(60), Some(10)]), Some(vec![0.3, 0.6, 0.1]));
        let sum: f64 = shares([Some(50), Some(25), None]).unwrap().iter().sum();
        assert!((sum - 1.0).abs() < 1e-12);
        assert_eq!(shares([None, None, None]), None);
        assert_eq!(shares([Some(0), None, None]), None);
        let one = share(&plan([None, None, None]), "EUR", Topic::Price, Side::Us);
        assert!((one - 1.0 / 3.0).abs() < 1e-12);
    }

    #[test]
    fn another_kind_keeps_what_it_can() {
        let mut issue = Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Number);
        issue.mine.weight = Some(20);
        issue.mine.target = Some(IssueValue::Number(Decimal::from(30)));
        let money = as_kind(issue.clone(), IssueKind::Money, "CNY");
        assert_eq!((money.mine.target, money.unit.as_str()), (issue.mine.target, "CNY"));
        let date = as_kind(money, IssueKind::Date, "CNY");
        assert_eq!((date.mine.target, date.mine.weight), (None, Some(20)));
        assert_eq!(date.unit, "");
    }
}
