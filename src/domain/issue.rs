//! What is negotiated: the price and the other issues, what each is worth to a side, and where the
//! two sides could meet (coaching models, section 5).

use std::cmp::Ordering;

use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::ids::IssueId;

/// What an offer can say something about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// The price, in the currency of the session.
    Price,
    Issue(IssueId),
}

/// How the values of an issue are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueKind {
    /// An amount; the unit is a currency.
    Money,
    /// A number with its unit.
    #[default]
    Number,
    Date,
    /// One of a list.
    Choice,
}

impl IssueKind {
    pub const ALL: [Self; 4] = [Self::Number, Self::Money, Self::Date, Self::Choice];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
        }
    }

    /// Whether a value is written in this way. One that was offered before the kind of its issue
    /// was changed is not.
    pub fn takes(self, value: IssueValue) -> bool {
        match value {
            IssueValue::Number(_) => matches!(self, Self::Number | Self::Money),
            IssueValue::Day(_) => self == Self::Date,
            IssueValue::Choice(_) => self == Self::Choice,
        }
    }
}

/// What somebody says about an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IssueValue {
    /// Of a price, an amount or a number.
    Number(Decimal),
    Day(Date),
    /// The key of a [`Choice`].
    Choice(u32),
}

/// One entry of a choice list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Names it in offers; drawn at random, so that none is ever given twice.
    pub key: u32,
    pub name: String,
    /// What it is worth to me, 0 to 100.
    #[serde(default)]
    pub mine: u8,
    /// My guess of what it is worth to them, 0 to 100.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theirs: Option<u8>,
}

/// How the worth of a number, an amount or a date runs between walk-away (0) and target (1).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Curve {
    /// Each step is worth the same.
    #[default]
    Linear,
    /// Only the target counts: 1 from there on, 0 before.
    Threshold,
    /// Through these points, each a value and its worth from 0 to 100; straight in between.
    Points(Vec<(IssueValue, u8)>),
}

impl Curve {
    /// Stable id, used in message keys.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::Threshold => "threshold",
            Self::Points(_) => "points",
        }
    }
}

/// What one side wants of an issue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Stakes {
    /// 0 to 100; what counts is its share of the sum over all issues. `None`: not said yet.
    pub weight: Option<u8>,
    pub target: Option<IssueValue>,
    /// The walk-away: worse than this, no deal.
    pub reservation: Option<IssueValue>,
    pub curve: Curve,
    /// How far the reservation of the other side may be off, as a number of the unit or of days;
    /// of my own, nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub give_or_take: Option<Decimal>,
}

/// What is negotiated besides the price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub id: IssueId,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub kind: IssueKind,
    /// "days after invoice"; the ISO 4217 code of an amount.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    #[serde(default)]
    pub mine: Stakes,
    /// My estimates.
    #[serde(default)]
    pub theirs: Stakes,
}

/// Which way a side wants the numbers to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    Up,
    Down,
}

impl Direction {
    pub fn opposite(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }

    /// How much better `to` is than `from`; negative when it is worse, `None` when the difference
    /// does not fit a decimal.
    pub fn gain(self, from: Decimal, to: Decimal) -> Option<Decimal> {
        match self {
            Self::Up => to.checked_sub(from),
            Self::Down => from.checked_sub(to),
        }
    }

    /// Whether `to` is as good as `from`, or better.
    pub fn is_no_worse(self, from: Decimal, to: Decimal) -> bool {
        match self {
            Self::Up => to >= from,
            Self::Down => to <= from,
        }
    }

    /// How much of the way from `from` to `to` a value has come, 0..=1; all of it when there is
    /// none to go.
    pub fn share(self, from: Decimal, to: Decimal, value: Decimal) -> f64 {
        if self.is_no_worse(to, value) {
            return 1.0;
        }
        if !self.is_no_worse(from, value) {
            return 0.0;
        }
        (distance(from, value) / distance(from, to)).clamp(0.0, 1.0)
    }
}

impl IssueValue {
    /// The value as a number that can be compared and subtracted: a date as its day, counted from
    /// 1970. `None` for a choice, whose order is in the eye of each side.
    pub fn number(self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(number),
            Self::Day(day) => Some(Decimal::from(day_number(day))),
            Self::Choice(_) => None,
        }
    }
}

/// How far apart two numbers are, whatever their size: exact before it is rounded to an `f64`,
/// except where the difference does not fit a decimal.
pub fn distance(one: Decimal, other: Decimal) -> f64 {
    let exact = one.checked_sub(other).and_then(|difference| difference.to_f64());
    let rough = || one.to_f64().unwrap_or_default() - other.to_f64().unwrap_or_default();
    exact.unwrap_or_else(rough).abs()
}

/// The day, counted from the first of January 1970.
pub fn day_number(day: Date) -> i64 {
    let start = Date::constant(1970, 1, 1);
    i64::from((day - start).get_days())
}

/// The day with a number; `None` beyond the calendar.
pub fn day_of_number(number: i64) -> Option<Date> {
    let start = Date::constant(1970, 1, 1);
    start.checked_add(jiff::Span::new().try_days(number).ok()?).ok()
}

impl Stakes {
    /// Which way this side wants the numbers to go, as target and reservation tell.
    pub fn direction(&self) -> Option<Direction> {
        self.numbers(IssueValue::number).direction()
    }

    /// What a number, an amount or a date is worth to this side, 0 at the walk-away to 1 at the
    /// target and beyond. `None` while target or walk-away is missing, for a choice, and beside a
    /// target that is the walk-away. Numbers and dates are not told apart, see [`Issue::number`].
    pub fn worth(&self, value: IssueValue) -> Option<f64> {
        let numbers = self.numbers(IssueValue::number);
        numbers.worth(value.number()?, numbers.direction())
    }

    /// Whether a value is no worse than the walk-away; `true` while that cannot be told.
    pub fn accepts(&self, value: IssueValue) -> bool {
        let numbers = self.numbers(IssueValue::number);
        let accepted = || numbers.accepts(value.number()?, numbers.direction());
        accepted().unwrap_or(true)
    }

    fn numbers(&self, number: impl Fn(IssueValue) -> Option<Decimal>) -> Numbers {
        let mut points: Vec<(Decimal, f64)> = match &self.curve {
            Curve::Points(points) => points
                .iter()
                .filter_map(|(at, worth)| {
                    Some((number(*at)?, f64::from((*worth).min(100)) / 100.0))
                })
                .collect(),
            Curve::Linear | Curve::Threshold => Vec::new(),
        };
        points.sort_by_key(|(at, _)| *at);
        Numbers {
            target: self.target.and_then(&number),
            walk_away: self.reservation.and_then(&number),
            all_or_nothing: self.curve == Curve::Threshold,
            points,
        }
    }
}

/// What a side wants, in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    pub target: Option<Decimal>,
    pub walk_away: Option<Decimal>,
    all_or_nothing: bool,
    /// The curve through points, in order; empty for the other curves.
    points: Vec<(Decimal, f64)>,
}

impl Numbers {
    pub fn direction(&self) -> Option<Direction> {
        match self.target?.cmp(&self.walk_away?) {
            Ordering::Greater => Some(Direction::Up),
            Ordering::Less => Some(Direction::Down),
            Ordering::Equal => None,
        }
    }

    /// Whether the worth is given by points.
    pub fn has_points(&self) -> bool {
        !self.points.is_empty()
    }

    /// What a number is worth to a side that wants it to go this way, 0..=1. Where target and
    /// walk-away are the same, 1 from there on and 0 before.
    pub fn worth(&self, value: Decimal, direction: Option<Direction>) -> Option<f64> {
        if let Some(worth) = worth_by_points(&self.points, value) {
            return Some(worth);
        }
        let (target, walk_away) = (self.target?, self.walk_away?);
        if value == target {
            return Some(1.0);
        }
        let direction = direction?;
        if self.all_or_nothing || target == walk_away {
            return Some(f64::from(u8::from(direction.is_no_worse(target, value))));
        }
        Some(direction.share(walk_away, target, value))
    }

    /// Whether a number is no worse than the walk-away; `None` when that cannot be told.
    pub fn accepts(&self, value: Decimal, direction: Option<Direction>) -> Option<bool> {
        let walk_away = self.walk_away?;
        Some(value == walk_away || direction?.is_no_worse(walk_away, value))
    }
}

/// `None` without points.
fn worth_by_points(points: &[(Decimal, f64)], value: Decimal) -> Option<f64> {
    let (first, last) = (points.first()?, points.last()?);
    if value <= first.0 {
        return Some(first.1);
    }
    if value >= last.0 {
        return Some(last.1);
    }
    let [low, high] =
        points.array_windows::<2>().find(|[low, high]| low.0 <= value && value < high.0)?;
    Some(low.1 + Direction::Up.share(low.0, high.0, value) * (high.1 - low.1))
}

impl Issue {
    pub fn new(id: IssueId, kind: IssueKind) -> Self {
        Self {
            id,
            name: String::new(),
            kind,
            unit: String::new(),
            choices: Vec::new(),
            mine: Stakes::default(),
            theirs: Stakes::default(),
        }
    }

    /// A value of this issue as a number; `None` for a choice and for a value of another kind.
    pub fn number(&self, value: IssueValue) -> Option<Decimal> {
        value.number().filter(|_| self.kind.takes(value))
    }

    /// What a side wants of this issue, without what is written in another kind of value.
    pub fn numbers(&self, stakes: &Stakes) -> Numbers {
        stakes.numbers(|value| self.number(value))
    }

    pub fn choice(&self, key: u32) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.key == key)
    }
}
