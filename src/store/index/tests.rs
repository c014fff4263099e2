//! What the cache keeps, and what becomes of a damaged one.

use proptest::prelude::*;

use super::cache::{self, Cached, START, Seal};
use super::stamp::Stamp;
use crate::content::catalog::Catalog;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::sample::{SampleOptions, sample_records};
use crate::store::shelf::Shelf;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

static WEIGHTS: LazyLock<EvidenceWeights> =
    LazyLock::new(|| *Catalog::bundled().expect("content").weights());

/// More than one block of negotiations.
static CACHED: LazyLock<Cached> = LazyLock::new(|| {
    let options = SampleOptions { sessions: 1100, ..SampleOptions::default() };
    let sample = sample_records(&options);
    let stamp =
        Stamp::of(&std::env::current_dir().and_then(|path| path.metadata()).expect("a file"));
    let people = sample.counterparts.iter().map(|one| CounterpartSummary::of(one, &WEIGHTS));
    let people: Shelf<_> = people.take(50).map(Arc::new).collect();
    let sessions: Shelf<_> = sample.sessions.iter().map(SessionSummary::of).map(Arc::new).collect();
    Cached {
        counterparts: people.iter().map(|one| (stamp, Arc::clone(one))).collect(),
        sessions: sessions.iter().map(|one| (None, Arc::clone(one))).collect(),
        texts: Seal { len: 7, crc: 8 },
    }
});

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let later = SystemTime::now() + Duration::from_mins(1);
    cache::write(&CACHED, &WEIGHTS, later).expect("written")
});

/// Gives every part the checksum that its content has, as somebody would who means harm.
fn sealed(mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let word = |bytes: &[u8], at: usize| {
        Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?) as usize)
    };
    let len = bytes.len() as u64;
    bytes.get_mut(START - 8..START)?.copy_from_slice(&len.to_le_bytes());
    let table = START + 16;
    let blocks = word(&bytes, START + 12)?;
    let end = blocks.checked_mul(16)?.checked_add(table)?;
    let mut start = end + 4;
    for at in (table..end).step_by(16) {
        let stop = start.checked_add(word(&bytes, at + 8)?)?;
        let crc = crc32fast::hash(bytes.get(start..stop)?);
        bytes.get_mut(at + 12..at + 16)?.copy_from_slice(&crc.to_le_bytes());
        start = stop;
    }
    let crc = crc32fast::hash(bytes.get(..end)?);
    bytes.get_mut(end..end + 4)?.copy_from_slice(&crc.to_le_bytes());
    Some(bytes)
}

#[test]
fn a_cache_gives_back_what_was_put_in() {
    assert_eq!(cache::read(&BYTES, &WEIGHTS).as_ref(), Some(&*CACHED));
    assert_eq!(cache::declared_len(&BYTES[..START], &WEIGHTS), Some(BYTES.len() as u64));
    assert_eq!(sealed(BYTES.clone()).as_ref(), Some(&*BYTES));
    let empty = cache::write(&Cached::default(), &WEIGHTS, UNIX_EPOCH).expect("written");
    assert_eq!(cache::read(&empty, &WEIGHTS), Some(Cached::default()));
}

#[test]
fn a_file_younger_than_the_look_at_it_is_kept_without_stamp() {
    let bytes = cache::write(&CACHED, &WEIGHTS, UNIX_EPOCH).expect("written");
    let read = cache::read(&bytes, &WEIGHTS).expect("readable");
    assert!(read.counterparts.iter().all(|(stamp, _)| stamp.is_none()));
    assert_eq!(read.counterparts.len(), 50);
}

#[test]
fn a_cache_out_of_order_or_with_an_entry_twice_is_none() {
    let people = &CACHED.counterparts;
    for wrong in [vec![people[1].clone(), people[0].clone()], vec![people[0].clone(); 2]] {
        let cached = Cached { counterparts: wrong, ..Cached::default() };
        let bytes = cache::write(&cached, &WEIGHTS, UNIX_EPOCH).expect("written");
        assert_eq!(cache::read(&bytes, &WEIGHTS), None);
    }
}

#[test]
fn a_cache_for_other_weights_is_none() {
    let mut other = *WEIGHTS;
    other.role += 0.5;
    assert_eq!(cache::read(&BYTES, &other), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_changed_byte_makes_a_cache_useless(at in 0..BYTES.len(), bits in 1_u8..) {
        let mut bytes = BYTES.clone();
        bytes[at] ^= bits;
        prop_assert_eq!(cache::read(&bytes, &WEIGHTS), None);
    }

    #[test]
    fn so_does_a_changed_byte_of_the_head(at in 0..200_usize, bits in 1_u8..) {
        let mut bytes = BYTES.clone();
        bytes[at] ^= bits;
        prop_assert_eq!(cache::read(&bytes, &WEIGHTS), None);
    }

    #[test]
    fn a_cut_or_lengthened_cache_is_useless(at in 0..BYTES.len(), more in any::<Vec<u8>>()) {
        prop_assert_eq!(cache::read(&BYTES[..at], &WEIGHTS), None);
        if !more.is_empty() {
            let longer = [&**BYTES, &more].concat();
            prop_assert_eq!(cache::read(&longer, &WEIGHTS), None);
        }
    }

    /// With right checksums the content is still only read, never believed.
    #[test]
    fn nonsense_with_right_checksums_does_no_harm(
        changes in prop::collection::vec((START..BYTES.len(), any::<u8>()), 1..20),
        head in prop::collection::vec((START..START + 84, any::<u8>()), 0..3),
    ) {
        let mut bytes = BYTES.clone();
        for (at, byte) in changes.into_iter().chain(head) {
            bytes[at] = byte;
        }
        if let Some(bytes) = sealed(bytes)
            && let Some(read) = cache::read(&bytes, &WEIGHTS)
        {
            prop_assert!(read.counterparts.len() + read.sessions.len() <= 3 * 1024);
        }
    }

    #[test]
    fn anything_else_is_no_cache(bytes in any::<Vec<u8>>()) {
        prop_assert_eq!(cache::read(&bytes, &WEIGHTS), None);
        let tail = [&BYTES[..START - 8], &bytes].concat();
        prop_assert_eq!(cache::read(&tail, &WEIGHTS), None);
    }
}
