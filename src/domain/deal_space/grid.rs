//! The values of an issue that could be agreed, few enough to be combined with those of the others.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::zone::accepts;
use crate::domain::issue::{Issue, IssueKind, IssueValue, day_of_number};
use crate::domain::ledger::Side;

/// How many steps the range of an issue is cut into at most; the ends and targets come on top.
const STEPS: i64 = 12;

pub struct Found {
    /// `None` while my target or my walk-away is missing.
    pub options: Option<Vec<IssueValue>>,
    /// No value suits both.
    pub apart: bool,
}

/// The values between what the two sides want, in steps of a round number, without those that one
/// of them would not take. When nothing is left, those that I would take.
pub fn options(issue: &Issue) -> Found {
    let all = match issue.kind {
        IssueKind::Choice => choices(issue),
        _ => numbers(issue),
    };
    let Some(all) = all else { return Found { options: None, apart: false } };
    let mine: Vec<IssueValue> =
        all.into_iter().filter(|value| accepts(issue, Side::Us, *value)).collect();
    let both: Vec<IssueValue> =
        mine.iter().copied().filter(|value| accepts(issue, Side::Them, *value)).collect();
    let apart = both.is_empty();
    let options = if apart { mine } else { both };
    Found { options: (!options.is_empty()).then_some(options), apart }
}

fn choices(issue: &Issue) -> Option<Vec<IssueValue>> {
    let known = issue.choices.iter().any(|choice| choice.mine > 0);
    known.then(|| issue.choices.iter().map(|choice| IssueValue::Choice(choice.key)).collect())
}

fn numbers(issue: &Issue) -> Option<Vec<IssueValue>> {
    issue.mine.direction()?;
    let points: Vec<Decimal> = [&issue.mine, &issue.theirs]
        .into_iter()
        .flat_map(|stakes| [stakes.target, stakes.reservation])
        .filter_map(|value| value?.number())
        .collect();
    // Cut finely where a deal can be; what lies outside is not a deal for one of us.
    let value = |number: Decimal| value(issue.kind, number);
    let inside = |number: &Decimal| {
        value(*number).is_some_and(|value| {
            accepts(issue, Side::Us, value) && accepts(issue, Side::Them, value)
        })
    };
    let mut ends: Vec<Decimal> = points.iter().copied().filter(inside).collect();
    if ends.is_empty() {
        ends.clone_from(&points);
    }
    let (low, high) = (*ends.iter().min()?, *ends.iter().max()?);
    let steps = match issue.kind {
        IssueKind::Date => Steps::Days,
        // Nobody offers half a day of payment when all was said in whole ones.
        _ if points.iter().all(Decimal::is_integer) => Steps::Whole,
        _ => Steps::Fine,
    };
    let step = round_step(high.checked_sub(low)?, steps);
    let mut numbers = ends;
    if let Some(step) = step {
        let mut at = (low / step).ceil().checked_mul(step)?;
        while at <= high {
            numbers.push(at);
            at = at.checked_add(step)?;
        }
    }
    numbers.sort();
    numbers.dedup();
    let values: Vec<IssueValue> = numbers.into_iter().filter_map(value).collect();
    Some(values)
}

fn value(kind: IssueKind, number: Decimal) -> Option<IssueValue> {
    match kind {
        IssueKind::Date => day_of_number(number.to_i64()?).map(IssueValue::Day),
        _ => Some(IssueValue::Number(number.normalize())),
    }
}

/// What the steps may be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Steps {
    Fine,
    Whole,
    Days,
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that cuts a range into at most [`STEPS`];
/// `None` for an empty range. Days are whole, and from three days on whole weeks.
fn round_step(range: Decimal, steps: Steps) -> Option<Decimal> {
    let wanted = range.checked_div(Decimal::from(STEPS))?;
    if wanted <= Decimal::ZERO {
        return None;
    }
    if steps == Steps::Days {
        let weeks = wanted > Decimal::TWO;
        let unit = Decimal::from(if weeks { 7 } else { 1 });
        return Some((wanted / unit).ceil() * unit);
    }
    let mut power = Decimal::ONE;
    while power >= wanted {
        power = power.checked_div(Decimal::TEN).filter(|power| *power > Decimal::ZERO)?;
    }
    loop {
        for step in [Decimal::ONE, Decimal::TWO, Decimal::new(25, 1), Decimal::from(5)] {
            let step = step.checked_mul(power)?;
            if step >= wanted && (steps == Steps::Fine || step.is_integer()) {
                return Some(step);
            }
        }
        power = power.checked_mul(Decimal::TEN)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        let cut = |range: &str, steps| round_step(range.parse().unwrap(), steps);
        let step = |range: &str| cut(range, Steps::Fine).map(|step| step.normalize());
        let whole = |range: &str| cut(range, Steps::Whole).map(|step| step.normalize());
        let expect = |text: &str| Some(text.parse::<Decimal>().unwrap());
        assert_eq!(step("140"), expect("20"));
        assert_eq!(step("12"), expect("1"));
        assert_eq!(step("0.3"), expect("0.025"));
        assert_eq!(step("25000"), expect("2500"));
        assert_eq!(step("0"), None);
        assert_eq!(
            (whole("30"), whole("3"), whole("400")),
            (expect("5"), expect("1"), expect("50"))
        );
        assert_eq!(cut("10", Steps::Days), expect("1"));
        assert_eq!(cut("100", Steps::Days), expect("14"));
    }
}
