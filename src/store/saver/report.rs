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
    /// A change of a record is not on the disk.
    Failed {
        key: RecordKey,
        error: StoreError,
        /// A label, restore or erasure that can never be carried out is given up: what is in the
        /// file is told afterwards. Everything else is kept and tried again.
        dropped: bool,
    },
    /// The file held something else than whoever saved knew. `written` unites both; `theirs` is kept
    /// among the versions of the record if it is not wholly in it, and always if it is by others.
    Merged {
        asked: Record,
        written: Record,
        theirs: Record,
        conflicts: Vec<Conflict>,
        /// False if `theirs` was written here, such as a label or an earlier save.
        by_others: bool,
    },
    /// Another program changed a record for which nothing waits here, or a change was given up.
    Changed {
        record: Record,
    },
    /// Another program deleted a record for which nothing waits here, or it could not be restored.
    Gone {
        key: RecordKey,
    },
    /// A file cannot be read as a record. Moved nowhere, unless `action` says so.
    Damaged(Problem),
    /// A sync engine put a second file of a record beside it.
    Copy(PathBuf),
}

impl SaveReport {
    /// The record that the report is about.
    pub fn key(&self) -> Option<RecordKey> {
        match self {
            Self::Saved { record }
            | Self::Restored { record }
            | Self::Labelled { record }
            | Self::Merged { written: record, .. }
            | Self::Changed { record } => Some(record.key()),
            Self::Removed { key }
            | Self::Erased { key }
            | Self::Failed { key, .. }
            | Self::Gone { key } => Some(*key),
            Self::Damaged(_) | Self::Copy(_) => None,
        }
    }
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
            SaveReport::Failed { key, dropped, .. } => {
                let last = self.last.entry(*key).or_default();
                let earlier = last.failed.take();
                // One that was given up is not undone by what succeeds later.
                last.failed = (!dropped).then_some(index);
                [earlier, None]
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
