//! Round numbers for axes and for words: steps of 1, 2 or 5 times a power of ten.

/// The smallest round step that cuts a range into at most `parts`; `None` for an empty range.
pub fn round_step(range: f64, parts: u32) -> Option<f64> {
    let rough = range / f64::from(parts.max(1));
    if !rough.is_finite() || rough <= 0.0 {
        return None;
    }
    let magnitude = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].into_iter().map(|factor| factor * magnitude);
    // A step may be short of the rough one by a rounding error.
    steps.into_iter().find(|step| *step >= rough * (1.0 - 1e-9))
}

/// The round numbers from `low` to `high`, about `parts` of them.
pub fn ticks(low: f64, high: f64, parts: u32) -> Vec<f64> {
    let Some(step) = round_step(high - low, parts) else { return Vec::new() };
    let first = (low / step).ceil();
    let mut ticks = Vec::new();
    let mut at = first * step;
    while at <= high && ticks.len() <= parts as usize * 2 {
        ticks.push(at);
        at += step;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_and_ticks_are_round() {
        assert_eq!(round_step(300.0, 6), Some(50.0));
        assert_eq!(round_step(45.0, 9), Some(5.0));
        assert_eq!(round_step(0.0, 5), None);
        assert_eq!(round_step(f64::INFINITY, 5), None);
        assert_eq!(ticks(1010.0, 1490.0, 5), [1100.0, 1200.0, 1300.0, 1400.0]);
    }
}
