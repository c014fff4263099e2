//! What tells from outside whether a file has changed.

use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A file changed within this many nanoseconds may be changed once more without another time: some
/// disks count in steps of two seconds.
const COARSEST_CLOCK: i64 = 2_000_000_000;

/// The time of the last change, and the size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Nanoseconds since 1970, by the clock of the disk.
    modified: i64,
    /// Bytes.
    len: u64,
}

impl Stamp {
    /// `None` on a disk that keeps no times, or for one that cannot be real.
    pub fn of(found: &Metadata) -> Option<Self> {
        Some(Self { modified: nanoseconds(found.modified().ok()?)?, len: found.len() })
    }

    /// Whether a change after the moment `at` would have given another stamp.
    pub fn is_settled(self, at: SystemTime) -> bool {
        nanoseconds(at).is_some_and(|at| self.modified < at.saturating_sub(COARSEST_CLOCK))
    }
}

fn nanoseconds(time: SystemTime) -> Option<i64> {
    match time.duration_since(UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_nanos()).ok(),
        Err(before) => i64::try_from(before.duration().as_nanos()).ok().map(|before| -before),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_file_changed_just_now_or_in_the_future_is_not_settled() {
        let at = UNIX_EPOCH + Duration::from_secs(1000);
        let stamp = |seconds: i64| Stamp { modified: seconds * 1_000_000_000, len: 1 };
        assert!(stamp(997).is_settled(at));
        assert!(stamp(-5).is_settled(at));
        for young in [998, 999, 1000, 2000] {
            assert!(!stamp(young).is_settled(at), "{young}");
        }
    }
}
