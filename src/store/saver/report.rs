//! What the saver tells.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::store::error::{Problem, StoreError};
use crate::store::merge::Conflict;
use crate::store::record::{Record, RecordKey};

/// What became of a change, or what another program did to a file.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveReport {
    Saved {
        record: Record,
    },
    Removed {
        key: RecordKey,
    },
    /// A removed record is gone for good.
    Erased {
        key: RecordKey,
    },
    /// A record is back from the trash, or was there already.
    Restored {
        record: Record,
    },
    Labelled {
        record: Record,
    },
    /// A change of a record is kept and tried again. A label, restore or erasure that can never be
    /// carried out is dropped instead.
    Failed {
        key: RecordKey,
        error: StoreError,
    },
    /// The file had been changed by another program. `written` unites both; `theirs` is kept among
    /// the versions of the record.
    Merged {
        asked: Record,
        written: Record,
        theirs: Record,
        conflicts: Vec<Conflict>,
    },
    /// Another program changed a record for which nothing waits here.
    Changed {
        record: Record,
    },
    /// Another program deleted a record for which nothing waits here.
    Gone {
        key: RecordKey,
    },
    /// A file cannot be read as a record. Moved nowhere, unless `action` says so.
    Damaged(Problem),
    /// A sync engine put a second file of a record beside it.
    Copy(PathBuf),
}

/// Reports in their order, until they are taken.
#[derive(Debug, Default)]
pub(super) struct Reports {
    list: Vec<Option<SaveReport>>,
    /// Where the last `Saved` and the last `Failed` of each record stand. A later `Saved` supersedes
    /// both, a later `Failed` the other `Failed`; everything else is told in full.
    last: HashMap<RecordKey, Last>,
}

#[derive(Debug, Default)]
struct Last {
    saved: Option<usize>,
    failed: Option<usize>,
}

impl Reports {
    pub fn add(&mut self, report: SaveReport) {
        let index = self.list.len();
        let superseded = match &report {
            SaveReport::Saved { record } => {
                let last = self.last.entry(record.key()).or_default();
                [last.saved.replace(index), last.failed.take()]
            }
            SaveReport::Failed { key, .. } => {
                let last = self.last.entry(*key).or_default();
                [last.failed.replace(index), None]
            }
            SaveReport::Merged { written: record, .. }
            | SaveReport::Labelled { record }
            | SaveReport::Restored { record }
            | SaveReport::Changed { record } => {
                // What was saved before belongs to the story of this one.
                let last = self.last.remove(&record.key()).unwrap_or_default();
                [last.failed, None]
            }
            SaveReport::Removed { key } | SaveReport::Erased { key } | SaveReport::Gone { key } => {
                let last = self.last.remove(key).unwrap_or_default();
                [last.failed, None]
            }
            SaveReport::Damaged(_) | SaveReport::Copy(_) => [None, None],
        };
        for index in superseded.into_iter().flatten() {
            if let Some(earlier) = self.list.get_mut(index) {
                *earlier = None;
            }
        }
        self.list.push(Some(report));
    }

    pub fn take(&mut self) -> Vec<SaveReport> {
        self.last.clear();
        std::mem::take(&mut self.list).into_iter().flatten().collect()
    }
}
