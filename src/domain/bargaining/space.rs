//! A case in whole numbers: sums are exact, and deals that are worth the same are equal.
//!
//! Weights and values come as floating-point numbers, in which 0.1 + 0.2 is not 0.3. A space holds
//! whole numbers W and V with weight = W / c and value = V / d, where `d` is a denominator common
//! to all values of a side and `c` drops out when weights are divided by their sum. A utility is
//! then the whole number sum(W V) over `one` = d sum(W). Where no short fraction or decimal fits
//! (more than nine digits), weights and values are rounded; what is then called equal differs by
//! less than 1e-8.

use serde::{Deserialize, Serialize};

use super::case::{Case, CaseError};

/// Utilities are sums below this, so that two of them can be multiplied in 128 bits.
const LARGEST: f64 = 4e18;
/// All fractions up to this denominator are tried, then powers of ten.
const LARGEST_DENOMINATOR: u32 = 20_000;
/// Powers of ten that are tried after it: up to nine decimals.
const DECIMALS: [f64; 4] = [1e6, 1e7, 1e8, 1e9];
/// Denominator of values that are no short fraction and whose weights are none either.
const ROUNDED: f64 = 1e9;
/// Finer than this, floating-point numbers have no digits left.
const FINEST: f64 = 1e15;
/// How far, in parts of 1, a number may lie from a fraction that it stands for.
const NOISE: f64 = 4.0 * f64::EPSILON;
/// Reservations have twelve decimals.
const TRILLION: i128 = 1_000_000_000_000;

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    Me,
    Them,
}

/// A choice of one option for every issue, and what it is worth to both, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deal {
    pub me: f64,
    pub them: f64,
    /// The place of the option of each issue, in the order of the issues.
    pub choices: Vec<usize>,
}

/// What both sides get, in units of the space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Units {
    pub me: i64,
    pub them: i64,
}

impl Units {
    pub(super) fn plus(self, other: Self) -> Self {
        Self { me: self.me + other.me, them: self.them + other.them }
    }
}

/// The figures of one side.
#[derive(Debug, Clone, PartialEq)]
struct Scale {
    /// Units of a utility of 1.
    one: i64,
    /// A deal is acceptable from here on.
    reservation: i64,
    /// The reservation in units, from which gains are counted.
    origin: i64,
    /// The same as given, for showing.
    reservation_given: f64,
}

/// All deals of a case, with exact utilities.
#[derive(Debug, Clone, PartialEq)]
pub struct Space {
    /// For each issue and option what it adds to the utilities of both.
    units: Vec<Vec<Units>>,
    /// The same as floating-point numbers, normalised.
    shares: Vec<Vec<(f64, f64)>>,
    me: Scale,
    them: Scale,
    /// The weights, divided by their sum.
    weights: Vec<(f64, f64)>,
}

impl Space {
    /// # Errors
    /// What [`Case::validate`] finds.
    pub fn new(case: &Case) -> Result<Self, CaseError> {
        case.validate()?;
        let column = |weight: fn(&super::CaseIssue) -> f64| -> Vec<f64> {
            case.issues.iter().map(weight).collect()
        };
        let rows = |values: fn(&super::CaseIssue) -> &Vec<f64>| -> Vec<&[f64]> {
            case.issues.iter().map(|issue| values(issue).as_slice()).collect()
        };
        let me = Column::new(&column(|i| i.my_weight), &rows(|i| &i.mine), case.my_reservation);
        let them =
            Column::new(&column(|i| i.their_weight), &rows(|i| &i.theirs), case.their_reservation);
        let units = pair(me.units, them.units, |me, them| Units { me, them });
        let shares = pair(me.shares, them.shares, |me, them| (me, them));
        let weights = me.weights.into_iter().zip(them.weights).collect();
        Ok(Self { units, shares, me: me.scale, them: them.scale, weights })
    }

    pub fn issues(&self) -> usize {
        self.units.len()
    }

    /// How many options an issue has; 0 for an issue that does not exist.
    pub fn options(&self, issue: usize) -> usize {
        self.units.get(issue).map_or(0, Vec::len)
    }

    /// How many deals there are.
    pub fn deals(&self) -> u128 {
        self.units.iter().map(|options| options.len() as u128).product()
    }

    /// The weights of an issue for me and for them, each divided by the sum of its side.
    pub fn weights(&self, issue: usize) -> (f64, f64) {
        self.weights.get(issue).copied().unwrap_or_default()
    }

    /// What an option adds to my utility and to theirs.
    pub fn contribution(&self, issue: usize, option: usize) -> (f64, f64) {
        self.shares.get(issue).and_then(|options| options.get(option)).copied().unwrap_or_default()
    }

    /// My utility and theirs, 0 to 1, rounded to twelve decimals. Choices that do not exist add
    /// nothing.
    pub fn utility(&self, choices: &[usize]) -> (f64, f64) {
        let (me, them) = choices
            .iter()
            .enumerate()
            .map(|(issue, option)| self.contribution(issue, *option))
            .fold((0.0, 0.0), |sum, share| (sum.0 + share.0, sum.1 + share.1));
        (rounded(me), rounded(them))
    }

    /// The deal of these choices; `None` unless they name one option that exists for each issue.
    pub fn deal(&self, choices: &[usize]) -> Option<Deal> {
        self.units_of(choices).map(|_| self.known_deal(choices.to_vec()))
    }

    /// The reservation of a side, as given.
    pub fn reservation(&self, side: Side) -> f64 {
        self.scale(side).reservation_given
    }

    /// Whether both sides get at least their reservation. False for choices that do not exist.
    pub fn is_feasible(&self, choices: &[usize]) -> bool {
        self.units_of(choices).is_some_and(|units| self.feasible_units(units))
    }

    /// The exact utilities of a deal, comparable within this space only.
    pub fn units_of(&self, choices: &[usize]) -> Option<Units> {
        if choices.len() != self.issues() {
            return None;
        }
        self.units.iter().zip(choices).try_fold(Units::default(), |sum, (options, choice)| {
            options.get(*choice).map(|units| sum.plus(*units))
        })
    }

    /// The deal of choices that are known to exist.
    pub(super) fn known_deal(&self, choices: Vec<usize>) -> Deal {
        let (me, them) = self.utility(&choices);
        Deal { me, them, choices }
    }

    pub(super) fn feasible_units(&self, units: Units) -> bool {
        units.me >= self.me.reservation && units.them >= self.them.reservation
    }

    /// What each option of each issue adds.
    pub(super) fn table(&self) -> &[Vec<Units>] {
        &self.units
    }

    /// The units of a utility of 1 for each side.
    pub(super) fn one(&self) -> Units {
        Units { me: self.me.one, them: self.them.one }
    }

    /// The lowest acceptable utilities.
    pub(super) fn floor(&self) -> Units {
        Units { me: self.me.reservation, them: self.them.reservation }
    }

    /// What both get above their reservations, 0 or more for an acceptable deal. What lies within
    /// the rounding of the units is 0.
    pub(super) fn gain(&self, units: Units) -> Units {
        let above = |units: i64, scale: &Scale| {
            let gain = units - scale.origin;
            if gain <= scale.origin - scale.reservation { 0 } else { gain }
        };
        Units { me: above(units.me, &self.me), them: above(units.them, &self.them) }
    }

    /// Units as utilities, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "for showing and for distances")]
    pub(super) fn as_utility(&self, units: Units) -> (f64, f64) {
        (units.me as f64 / self.me.one as f64, units.them as f64 / self.them.one as f64)
    }

    /// My utilities from `low` to `high` in units: the first and the last whole number inside.
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "below 2^63")]
    pub(super) fn my_units(&self, low: f64, high: f64) -> (i64, i64) {
        let one = self.me.one as f64;
        // Both ends belong to the range, in spite of noise.
        ((low * one - 1e-6).ceil() as i64, (high * one + 1e-6).floor() as i64)
    }

    fn scale(&self, side: Side) -> &Scale {
        match side {
            Side::Me => &self.me,
            Side::Them => &self.them,
        }
    }
}

/// Twelve decimals, so that noise is not shown.
fn rounded(utility: f64) -> f64 {
    (utility * 1e12).round() / 1e12
}

fn pair<A, B, T>(a: Vec<Vec<A>>, b: Vec<Vec<B>>, make: fn(A, B) -> T) -> Vec<Vec<T>> {
    a.into_iter()
        .zip(b)
        .map(|(a, b)| a.into_iter().zip(b).map(|(a, b)| make(a, b)).collect())
        .collect()
}

/// One side of a valid case.
struct Column {
    units: Vec<Vec<i64>>,
    shares: Vec<Vec<f64>>,
    weights: Vec<f64>,
    scale: Scale,
}

impl Column {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "kept below LARGEST"
    )]
    fn new(weights: &[f64], values: &[&[f64]], reservation: f64) -> Self {
        let sum: f64 = weights.iter().sum();
        let all = || values.iter().flat_map(|values| values.iter().copied());
        let of_values = denominator(&all()).filter(|d| d * sum.max(1.0) <= LARGEST / ROUNDED);
        let of_values = of_values.or_else(|| denominator(&all()));
        let of_weights = denominator(&weights.iter().copied())
            .filter(|c| c * sum * of_values.unwrap_or(ROUNDED) <= LARGEST);
        let exact = of_values.is_some() && of_weights.is_some();
        // What one side leaves of the room goes to the precision of the other.
        let factor = of_weights
            .unwrap_or_else(|| (LARGEST / of_values.unwrap_or(ROUNDED)).min(FINEST) / sum);
        // A power of ten, so that what is a short decimal all the same stays exact.
        let power = |room: f64| 10_f64.powi((room.min(FINEST).log10() + 1e-9).floor() as i32);
        let divisor = of_values.unwrap_or_else(|| power(LARGEST / (factor * sum)));
        let whole_weights: Vec<i64> =
            weights.iter().map(|weight| (weight * factor).round() as i64).collect();
        // Finer units, so that a reservation between two values is not rounded to one of them.
        let room = LARGEST / (whole_weights.iter().sum::<i64>() as f64 * divisor);
        let finer = if exact { 10_i64.pow(room.log10().clamp(0.0, 12.0) as u32) } else { 1 };
        let whole_weights: Vec<i64> = whole_weights.iter().map(|weight| weight * finer).collect();
        let units = whole_weights.iter().zip(values).map(|(weight, values)| {
            values.iter().map(|value| weight * (value * divisor).round() as i64).collect()
        });
        let one = whole_weights.iter().sum::<i64>() * divisor as i64;
        let normalised: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
        let shares = normalised
            .iter()
            .zip(values)
            .map(|(weight, values)| values.iter().map(|value| weight * value).collect());
        // A deal worth exactly the reservation must not fall to a rounding of its own.
        let slack = if exact { 0 } else { 2_000 };
        let limit = (reservation * 1e12).round() as i128;
        let in_units = |limit: i128| {
            let scaled = (limit.max(0) * i128::from(one) + TRILLION - 1) / TRILLION;
            i64::try_from(scaled).unwrap_or(i64::MAX)
        };
        let scale = Scale {
            one,
            reservation: in_units(limit - slack),
            origin: in_units(limit),
            reservation_given: reservation,
        };
        Self { units: units.collect(), shares: shares.collect(), weights: normalised, scale }
    }
}

/// The smallest common denominator of numbers that look like short fractions or decimals.
fn denominator(numbers: &(impl Iterator<Item = f64> + Clone)) -> Option<f64> {
    let fits = |d: f64| {
        numbers.clone().all(|number| {
            let scaled = number * d;
            (scaled - scaled.round()).abs() <= NOISE * d * number.max(f64::EPSILON)
        })
    };
    (1..=LARGEST_DENOMINATOR).map(f64::from).chain(DECIMALS).find(|d| fits(*d))
}
