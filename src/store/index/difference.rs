//! What has become of the files since they were looked at last.

use super::known::Known;
use super::stamp::Stamp;
use crate::store::record::RecordKey;

/// What is not as it was known.
pub(super) struct Difference {
    /// Files that are new or have changed, with their stamps.
    pub unread: Vec<(RecordKey, Option<Stamp>)>,
    /// Records that were known and whose files are not there.
    pub gone: Vec<RecordKey>,
}

impl Difference {
    /// Both lists are in the order of the keys.
    pub fn between(known: &Known, records: &[(RecordKey, Option<Stamp>)]) -> Self {
        let mut difference = Self { unread: Vec::new(), gone: Vec::new() };
        let mut old = known.stamps.iter().peekable();
        let mut gone = |key: RecordKey| {
            if known.contains(key) {
                difference.gone.push(key);
            }
        };
        for (key, stamp) in records {
            while let Some((missing, _)) = old.next_if(|(old, _)| old < key) {
                gone(*missing);
            }
            let before = old.next_if(|(old, _)| old == key).and_then(|(_, stamp)| *stamp);
            if stamp.is_none() || before != *stamp {
                difference.unread.push((*key, *stamp));
            }
        }
        for (missing, _) in old {
            gone(*missing);
        }
        difference
    }
}
