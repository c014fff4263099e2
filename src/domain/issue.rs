//! What is negotiated: the price and the other issues, what each is worth to a side, and where the
//! two sides could meet (coaching models, section 5).

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
        let (target, reservation) = (self.target?.number()?, self.reservation?.number()?);
        match target.cmp(&reservation) {
            std::cmp::Ordering::Greater => Some(Direction::Up),
            std::cmp::Ordering::Less => Some(Direction::Down),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// What a number, an amount or a date is worth to this side, 0 at the walk-away to 1 at the
    /// target and beyond. `None` while target or walk-away is missing, or for another kind of value.
    pub fn worth(&self, value: IssueValue) -> Option<f64> {
        let value = value.number()?;
        if let Curve::Points(points) = &self.curve {
            return worth_by_points(points, value);
        }
        let (target, reservation) = (self.target?.number()?, self.reservation?.number()?);
        let direction = self.direction()?;
        let span = direction.gain(reservation, target)?.to_f64()?;
        let gain = direction.gain(reservation, value)?.to_f64()?;
        Some(match self.curve {
            Curve::Threshold => f64::from(u8::from(gain >= span)),
            _ => (gain / span).clamp(0.0, 1.0),
        })
    }

    /// Whether a value is no worse than the walk-away; `true` while there is none.
    pub fn accepts(&self, value: IssueValue) -> bool {
        let accepted = || {
            let (value, reservation) = (value.number()?, self.reservation?.number()?);
            let direction = self.direction()?;
            Some(direction.gain(reservation, value)? >= Decimal::ZERO)
        };
        accepted().unwrap_or(true)
    }
}

fn worth_by_points(points: &[(IssueValue, u8)], value: Decimal) -> Option<f64> {
    let mut known: Vec<(Decimal, f64)> = points
        .iter()
        .filter_map(|(at, worth)| Some((at.number()?, f64::from((*worth).min(100)) / 100.0)))
        .collect();
    known.sort_by_key(|(at, _)| *at);
    let (first, last) = (known.first()?, known.last()?);
    if value <= first.0 {
        return Some(first.1);
    }
    if value >= last.0 {
        return Some(last.1);
    }
    known.array_windows::<2>().find_map(|[low, high]| {
        let inside = low.0 <= value && value < high.0;
        let share = (value - low.0).to_f64()? / (high.0 - low.0).to_f64()?;
        inside.then(|| low.1 + share * (high.1 - low.1))
    })
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

    pub fn choice(&self, key: u32) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.key == key)
    }
}
