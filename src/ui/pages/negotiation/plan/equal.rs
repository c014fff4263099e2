//! Which package is worth so many points to a side: every topic at a value of just that worth.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::issues::stakes;
use crate::domain::deal_space::worth;
use crate::domain::issue::{Curve, Issue, IssueKind, IssueValue, Topic, day_of_number};
use crate::domain::ledger::Side;
use crate::domain::plan::Plan;

/// A value of every topic of which enough is known, each worth about `points` of 100 to the side.
pub(super) fn package(
    plan: &Plan,
    currency: &str,
    side: Side,
    points: u8,
) -> Vec<(Topic, Issue, IssueValue)> {
    let share = Decimal::from(points.min(100)) / Decimal::ONE_HUNDRED;
    let of = |topic| {
        let issue = plan.as_issue(topic, currency)?;
        let value = value(&issue, side, share)?;
        Some((topic, issue, value))
    };
    plan.topics().filter_map(of).collect()
}

fn value(issue: &Issue, side: Side, share: Decimal) -> Option<IssueValue> {
    let wanted = share.to_f64()?;
    let off = |value: IssueValue| {
        let worth = worth(issue, side, value)?;
        Some((worth - wanted).abs())
    };
    let nearest = |values: Vec<IssueValue>| {
        let known = values.into_iter().filter_map(|value| Some((value, off(value)?)));
        let best = known.min_by(|(_, one), (_, other)| one.total_cmp(other));
        best.map(|(value, _)| value)
    };
    if issue.kind == IssueKind::Choice {
        let known = match side {
            Side::Us => issue.choices.iter().any(|choice| choice.mine > 0),
            Side::Them => issue.choices.iter().any(|choice| choice.theirs.is_some()),
        };
        let values = issue.choices.iter().map(|choice| IssueValue::Choice(choice.key));
        return nearest(values.filter(|_| known).collect());
    }
    let stakes = stakes::of(issue, side);
    let (from, to) = (stakes.reservation?.number()?, stakes.target?.number()?);
    stakes.direction()?;
    let between = |share: Decimal| {
        let number = from.checked_add(to.checked_sub(from)?.checked_mul(share)?)?;
        match issue.kind {
            IssueKind::Date => Some(IssueValue::Day(day_of_number(number.round().to_i64()?)?)),
            _ => Some(IssueValue::Number(rounded(number, from, to))),
        }
    };
    match stakes.curve {
        Curve::Linear => between(share),
        Curve::Threshold if share.is_zero() => between(Decimal::ZERO),
        Curve::Threshold => between(Decimal::ONE),
        Curve::Points(_) => {
            let steps = (0..=100).filter_map(|step| between(Decimal::new(step, 2)));
            nearest(steps.collect())
        }
    }
}

/// As many digits as tell a hundredth of the range; whole numbers stay whole.
fn rounded(number: Decimal, from: Decimal, to: Decimal) -> Decimal {
    let range = (to - from).abs();
    let is_whole = from.is_integer() && to.is_integer() && range >= Decimal::from(3);
    let digits = range.to_f64().map_or(0.0, f64::log10).floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 28")]
    let places = if is_whole { 0 } else { (1.0 - digits).clamp(0.0, 6.0) as u32 };
    number.round_dp(places).normalize()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::IssueId;
    use crate::domain::issue::Choice;

    fn number(value: i64) -> IssueValue {
        IssueValue::Number(Decimal::from(value))
    }

    #[test]
    fn half_of_the_worth_is_half_way() {
        let mut plan = Plan {
            target: Some(Decimal::from(1480)),
            reservation: Some(Decimal::from(1180)),
            ..Plan::default()
        };
        let mut payment = Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Number);
        payment.mine.target = Some(number(30));
        payment.mine.reservation = Some(number(75));
        let mut list = Issue::new(IssueId(Uuid::from_u128(2)), IssueKind::Choice);
        let choice = |key, mine| Choice { key, name: String::new(), mine, theirs: None };
        list.choices = vec![choice(1, 100), choice(2, 55), choice(3, 0)];
        let mut unknown = payment.clone();
        unknown.id = IssueId(Uuid::from_u128(3));
        unknown.mine.target = None;
        plan.issues = vec![payment, list, unknown];
        let values = |points| -> Vec<IssueValue> {
            let package = package(&plan, "CNY", Side::Us, points);
            package.into_iter().map(|(_, _, value)| value).collect()
        };
        assert_eq!(values(40), [number(1300), number(57), IssueValue::Choice(2)]);
        assert_eq!(values(0), [number(1180), number(75), IssueValue::Choice(3)]);
        assert_eq!(values(100), [number(1480), number(30), IssueValue::Choice(1)]);
        assert!(package(&plan, "CNY", Side::Them, 50).is_empty());
    }
}
