//! How a position gives way over time (coaching models, section 10), and a plan of offers in money.
//!
//! F(t) = k + (1 - k) (t / T)^(1 / e) is the share of the way that is given away at time t (Faratin,
//! Sierra and Jennings 1998). With e below 1 (tough, Boulware) little is given until the end, so the
//! steps grow; with e above 1 (conceder) much is given at once and the steps taper.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

/// Most steps of a plan.
pub const MAX_STEPS: usize = 100;
/// Exponents outside give curves that nobody can tell apart.
const EXPONENTS: (f64, f64) = (0.01, 100.0);

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
    /// The way from the offer before, 0 or more in either direction; 0 for the first.
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
    /// finest to cents.
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
        let units = roundings(opening, limit, steps);
        let finest = Decimal::new(1, 2);
        let rounding = units
            .into_iter()
            .find(|unit| {
                let amounts = round_all(&exact, opening, limit, shape, *unit);
                amounts.windows(2).all(|pair| pair.first() != pair.last())
            })
            .unwrap_or(finest);
        let amounts = round_all(&exact, opening, limit, shape, rounding);
        let mut before = None;
        let offers = amounts
            .into_iter()
            .map(|amount| {
                let last = before.replace(amount).unwrap_or(amount);
                PlannedOffer { amount, step: (amount - last).abs() }
            })
            .collect();
        Self { offers, rounding }
    }
}

/// The amount at a share of the way. Falls back to the limit where the decimals overflow.
fn between(opening: Decimal, limit: Decimal, share: Decimal) -> Decimal {
    limit
        .checked_sub(opening)
        .and_then(|way| way.checked_mul(share))
        .and_then(|part| opening.checked_add(part))
        .unwrap_or(limit)
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

/// Round units from about a tenth of a mean step down to a cent: 1, 2 and 5 times powers of ten.
fn roundings(opening: Decimal, limit: Decimal, steps: usize) -> Vec<Decimal> {
    let way = limit.checked_sub(opening).unwrap_or_default().abs().to_f64().unwrap_or(0.0);
    #[expect(clippy::cast_precision_loss, reason = "at most a hundred")]
    let coarsest = way / steps as f64 / 4.0;
    let mut units = Vec::new();
    for exponent in 0..=20_u32 {
        for leading in [1_i64, 2, 5] {
            let unit = 10_i64.checked_pow(exponent).and_then(|power| power.checked_mul(leading));
            let Some(unit) = unit else { continue };
            units.push(Decimal::new(unit, 2));
        }
    }
    units.retain(|unit| unit.to_f64().is_some_and(|unit| unit <= coarsest));
    units.reverse();
    units
}
