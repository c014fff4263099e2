//! The values of an issue that could be agreed, few enough to be combined with those of the others.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::LeftOut;
use super::stance::{accepts, choice_worth, least_choice, numbers, worth};
use crate::domain::issue::{Choice, Issue, IssueKind, IssueValue, day_of_number};
use crate::domain::ledger::Side;

/// How many steps the range of an issue is cut into at most; the ends and targets come on top.
const STEPS: u8 = 12;

/// A value that could be agreed, and what it is worth to both, 0..=1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Possible {
    pub value: IssueValue,
    pub me: f64,
    pub them: f64,
}

/// All values of an issue that could be agreed.
pub struct Found {
    /// In order, and at least one.
    pub options: Vec<Possible>,
    /// No value suits both.
    pub apart: bool,
}

/// The values between what the two sides want, in steps of a round number, without those that one
/// of them would not take. When nothing is left, those that I would take.
///
/// # Errors
/// What keeps the issue from being counted.
pub fn options(issue: &Issue) -> Result<Found, LeftOut> {
    let all = match issue.kind {
        IssueKind::Choice => choices(issue),
        _ => values(issue),
    }?;
    let taken = |by: Side| all.iter().filter(move |found| found.by(by));
    let both = || taken(Side::Us).filter(|found| found.by(Side::Them));
    let apart = both().next().is_none();
    let of = |found: &Candidate| found.possible;
    let options: Vec<Possible> =
        if apart { taken(Side::Us).map(of).collect() } else { both().map(of).collect() };
    if options.is_empty() { Err(LeftOut::NoLimits) } else { Ok(Found { options, apart }) }
}

/// A value with who would take it.
struct Candidate {
    possible: Possible,
    us: bool,
    them: bool,
}

impl Candidate {
    fn by(&self, side: Side) -> bool {
        match side {
            Side::Us => self.us,
            Side::Them => self.them,
        }
    }
}

fn choices(issue: &Issue) -> Result<Vec<Candidate>, LeftOut> {
    let said = issue.choices.iter().any(|choice| choice.mine > 0 || choice.theirs.is_some());
    if !said {
        return Err(LeftOut::NoPoints);
    }
    // A list may be long: the least is looked up once.
    let least = Side::BOTH.map(|side| least_choice(issue, side));
    let candidate = |choice: &Choice| {
        let [me, them] = Side::BOTH.map(|side| choice_worth(choice, side));
        let [my_least, their_least] = least;
        Candidate {
            possible: Possible { value: IssueValue::Choice(choice.key), me, them },
            us: me >= my_least,
            them: them >= their_least,
        }
    };
    // Should a key be there twice, it means the first.
    let mut seen = BTreeSet::new();
    Ok(issue.choices.iter().filter(|choice| seen.insert(choice.key)).map(candidate).collect())
}

fn values(issue: &Issue) -> Result<Vec<Candidate>, LeftOut> {
    let candidate = |value| {
        let worth = |side| worth(issue, side, value).unwrap_or(0.0);
        Candidate {
            possible: Possible { value, me: worth(Side::Us), them: worth(Side::Them) },
            us: accepts(issue, Side::Us, value),
            them: accepts(issue, Side::Them, value),
        }
    };
    Ok(sorted_numbers(issue)?
        .into_iter()
        .filter_map(|number| value(issue.kind, number))
        .map(candidate)
        .collect())
}

fn sorted_numbers(issue: &Issue) -> Result<Vec<Decimal>, LeftOut> {
    let (mine, theirs) = (numbers(issue, Side::Us), numbers(issue, Side::Them));
    let (Some(target), Some(walk_away)) = (mine.target, mine.walk_away) else {
        return Err(LeftOut::NoLimits);
    };
    if target == walk_away {
        return Ok(vec![target]);
    }
    let points: Vec<Decimal> = [Some(target), Some(walk_away), theirs.target, theirs.walk_away]
        .into_iter()
        .flatten()
        .collect();
    // Cut finely where a deal can be; what lies outside is not a deal for one of us.
    let inside = |number: &Decimal| {
        value(issue.kind, *number).is_some_and(|value| {
            accepts(issue, Side::Us, value) && accepts(issue, Side::Them, value)
        })
    };
    let mut found: Vec<Decimal> = points.iter().copied().filter(inside).collect();
    if found.is_empty() {
        found.clone_from(&points);
    }
    let steps = match issue.kind {
        IssueKind::Date => Steps::Days,
        // Nobody offers half a day of payment when all was said in whole ones.
        _ if points.iter().all(Decimal::is_integer) => Steps::Whole,
        _ => Steps::Fine,
    };
    if let (Some(low), Some(high)) = (found.iter().min(), found.iter().max()) {
        let between = between(*low, *high, steps);
        found.extend(between);
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// The round numbers from `low` to `high`; none where a decimal has no room for them.
fn between(low: Decimal, high: Decimal, steps: Steps) -> Vec<Decimal> {
    let first = || {
        let step = round_step(high.checked_sub(low)?, steps)?;
        Some((step, low.checked_div(step)?.ceil().checked_mul(step)?))
    };
    let Some((step, first)) = first() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = first;
    // One more than steps, as both ends may be round. Beside a large number a small step is lost.
    for _ in 0..=STEPS {
        if at > high {
            break;
        }
        if at >= low {
            found.push(at);
        }
        match at.checked_add(step) {
            Some(next) if next > at => at = next,
            _ => break,
        }
    }
    found
}

fn value(kind: IssueKind, number: Decimal) -> Option<IssueValue> {
    match kind {
        IssueKind::Date => day_of_number(number.to_i64()?).map(IssueValue::Day),
        _ => Some(IssueValue::Number(number.normalize())),
    }
}

/// At most so many of the values: of a list those that are not worse for both than another one,
/// and of these, as of numbers, evenly spread ones with the first and the last.
pub fn thinned(options: &mut Vec<Possible>, most: usize) {
    if options.len() <= most {
        return;
    }
    if options.iter().any(|option| matches!(option.value, IssueValue::Choice(_))) {
        options.sort_by(|one, other| {
            other.me.total_cmp(&one.me).then(other.them.total_cmp(&one.them))
        });
        let mut best = f64::NEG_INFINITY;
        options.retain(|option| {
            let is_better = option.them > best;
            best = best.max(option.them);
            is_better
        });
    }
    let (count, last) = (options.len(), options.len().saturating_sub(1));
    if count <= most {
        return;
    }
    let gaps = most.saturating_sub(1).max(1);
    let mut kept: Vec<usize> = (0..most).map(|place| place * last / gaps).collect();
    kept.dedup();
    let mut place = 0;
    options.retain(|_| {
        place += 1;
        kept.contains(&(place - 1))
    });
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
        return wanted.checked_div(unit)?.ceil().checked_mul(unit);
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
