//! Repeatable chance: every record draws from a stream of its own, so the first
//! records stay the same however many follow.

use fastrand::Rng;

/// What a stream of random numbers is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stream {
    LibraryIds = 1,
    CounterpartIds,
    SessionIds,
    People,
    Deals,
    Organisations,
    /// The issues and packages of a plan.
    PlanIds,
    /// What was expected of invented meetings, and what tactics did.
    Expectations,
}

/// The generator for one record.
pub(super) fn rng(seed: u64, stream: Stream, index: usize) -> Rng {
    Rng::with_seed(mix(mix(mix(seed) ^ stream as u64) ^ index as u64))
}

/// Spreads neighbouring numbers over the whole range (the finaliser of `SplitMix64`).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// One of the entries of a word list; the lists are never empty.
pub(super) fn pick<'list, T>(rng: &mut Rng, list: &'list [T]) -> &'list T {
    &list[rng.usize(..list.len())]
}

/// True in `percent` of a hundred cases.
pub(super) fn chance(rng: &mut Rng, percent: u8) -> bool {
    rng.u8(..100) < percent
}
