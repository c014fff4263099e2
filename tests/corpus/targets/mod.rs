//! What must hold whatever bytes a file of the library holds. One function for each kind of file:
//! a fuzzer looks for bytes that break it, and a test feeds it the kept ones. It tells whether the
//! bytes were accepted.
#![allow(dead_code)] // Each fuzzer uses one of them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a broken promise must stop the fuzzer"
)]

pub mod archive;
pub mod cache;
pub mod merge;
pub mod record;

/// Stops at a broken promise.
pub type Target = fn(&[u8]) -> bool;

/// The targets by the names of their folders in the corpus.
pub const TARGETS: [(&str, Target); 5] = [
    ("record", record::check),
    ("summaries", cache::check_summaries),
    ("texts", cache::check_texts),
    ("merge", merge::check),
    ("archive", archive::check),
];
