//! How a position gives way over time (coaching models, section 10), and a plan of offers in money.
//!
//! F(t) = k + (1 - k) (t / T)^(1 / e) is the share of the way that is given away at time t (Faratin,
//! Sierra and Jennings 1998). With e below 1 (tough, Boulware) little is given until the end, so the
//! steps grow; with e above 1 (conceder) much is given at once and the steps taper.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// Most steps of a plan.
pub const MAX_STEPS: usize = 100;
/// Exponents outside give curves that nobody can tell apart.
const EXPONENTS: (f64, f64) = (0.01, 100.0);
/// Amounts are rounded to cents at the finest, unless opening or limit have more decimals.
const CENTS: u32 = 2;

/// The shape of a concession over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Concession {
    /// The share that is given away at the start, 0 to 1.
    pub start: f64,
    /// e: below 1 tough, above 1 conceder.
    pub exponent: f64,
}

impl Concession {
    /// Brings both figures into their ranges: the start into 0..=1, the exponent into 0.01..=100.
    /// What is not a number becomes 0 and 1.
    pub fn new(start: f64, exponent: f64) -> Self {
        let start = if start.is_nan() { 0.0 } else { start.clamp(0.0, 1.0) };
        let exponent =
            if exponent.is_nan() { 1.0 } else { exponent.clamp(EXPONENTS.0, EXPONENTS.1) };
        Self { start, exponent }
    }

    /// F: the share given away at `time`, itself a share of the whole time (t / T). 0 to 1, never
    /// falling; 1 at the end.
    pub fn given(&self, time: f64) -> f64 {
        let Self { start, exponent } = Self::new(self.start, self.exponent);
        let time = if time.is_nan() { 0.0 } else { time.clamp(0.0, 1.0) };
        (start + (1.0 - start) * time.powf(1.0 / exponent)).clamp(0.0, 1.0)
    }

    /// The utility to ask for at a time: min + (1 - F)(max - min).
    pub fn target(&self, min: f64, max: f64, time: f64) -> f64 {
        min + (1.0 - self.given(time)) * (max - min)
    }
}

/// One offer of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedOffer {
    pub amount: Decimal,
    /// The way from the offer before, 0 or more in either direction; 0 for the first. At most the
    /// largest decimal.
    pub step: Decimal,
}

/// Offers from an opening to a limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConcessionPlan {
    /// The opening first, the limit last.
    pub offers: Vec<PlannedOffer>,
    /// Offers between the opening and the limit are multiples of this.
    pub rounding: Decimal,
}

impl ConcessionPlan {
    /// A plan of `steps` steps (1 to 100) from the opening to the limit, in either direction, at
    /// equal intervals of time. Amounts are round, go in one direction only, and the last is the
    /// limit. With a start above 0 in the shape, the opening has given that share away.
    ///
    /// Amounts are rounded to a coarse 1, 2 or 5 as long as no two offers become the same, at the
    /// finest to cents, or to a decimal more than opening and limit have. Where the steps are
    /// smaller than that, as few offers as possible are the same.
    pub fn new(opening: Decimal, limit: Decimal, steps: usize, shape: Concession) -> Self {
        let steps = steps.clamp(1, MAX_STEPS);
        let exact: Vec<Decimal> = (0..=steps)
            .map(|step| {
                #[expect(clippy::cast_precision_loss, reason = "at most a hundred")]
                let time = step as f64 / steps as f64;
                let given = Decimal::from_f64(shape.given(time)).unwrap_or(Decimal::ONE);
                between(opening, limit, given)
            })
            .collect();
        let mut best: Option<(usize, Decimal, Vec<Decimal>)> = None;
        for unit in roundings(opening, limit, steps) {
            let amounts = round_all(&exact, opening, limit, shape, unit);
            let different = amounts.iter().collect::<BTreeSet<_>>().len();
            if best.as_ref().is_none_or(|(most, ..)| different > *most) {
                best = Some((different, unit, amounts));
            }
            if different > steps {
                break;
            }
        }
        let (_, rounding, amounts) = best.unwrap_or((0, Decimal::ZERO, exact));
        let mut before = None;
        let offers = amounts
            .into_iter()
            .map(|amount| {
                let last = before.replace(amount).unwrap_or(amount);
                PlannedOffer { amount, step: amount.saturating_sub(last).abs() }
            })
            .collect();
        Self { offers, rounding }
    }
}

/// The amount at a share of the way.
fn between(opening: Decimal, limit: Decimal, share: Decimal) -> Decimal {
    let along = || opening.checked_add(limit.checked_sub(opening)?.checked_mul(share)?);
    // A way that does not fit a decimal leads from one end of the decimals to the other.
    let weighed = || {
        let left = Decimal::ONE.checked_sub(share)?;
        opening.checked_mul(left)?.checked_add(limit.checked_mul(share)?)
    };
    along().or_else(weighed).unwrap_or(limit)
}

/// All amounts rounded; the ends stay as they are, and nothing goes past them or back.
fn round_all(
    exact: &[Decimal],
    opening: Decimal,
    limit: Decimal,
    shape: Concession,
    unit: Decimal,
) -> Vec<Decimal> {
    let (low, high) = (opening.min(limit), opening.max(limit));
    let end = exact.len().saturating_sub(1);
    let mut rounded = Vec::with_capacity(exact.len());
    for (index, amount) in exact.iter().enumerate() {
        let at_opening = index == 0 && shape.given(0.0) <= 0.0;
        let amount = if index == end {
            limit
        } else if at_opening {
            opening
        } else {
            nearest(*amount, unit).clamp(low, high)
        };
        rounded.push(amount);
    }
    rounded
}

/// The nearest multiple of a unit.
fn nearest(amount: Decimal, unit: Decimal) -> Decimal {
    match amount.checked_div(unit) {
        Some(count) => count.round().checked_mul(unit).unwrap_or(amount).normalize(),
        None => amount,
    }
}

/// Round units, the coarsest first: 1, 2 and 5 times powers of ten, from about a quarter of a mean
/// step down to the finest that opening and limit give reason for.
fn roundings(opening: Decimal, limit: Decimal, steps: usize) -> Vec<Decimal> {
    let float = |amount: Decimal| amount.to_f64().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "at most a hundred")]
    let coarsest = (float(limit) - float(opening)).abs() / steps as f64 / 4.0;
    let given = opening.normalize().scale().max(limit.normalize().scale());
    let finest = given.saturating_add(1).clamp(CENTS, Decimal::MAX_SCALE);
    let parts = (0..=finest).rev().map(|decimals| (1, decimals));
    let wholes = (1..=27).map(|zeros| (10_i128.pow(zeros), 0));
    let leading = [1_i128, 2, 5];
    let units: Vec<Decimal> = parts
        .chain(wholes)
        .flat_map(|(power, decimals)| {
            leading.map(|leading| Decimal::from_i128_with_scale(leading * power, decimals))
        })
        .collect();
    let usable = units.partition_point(|unit| float(*unit) <= coarsest).max(1);
    units.into_iter().take(usable).rev().collect()
}
