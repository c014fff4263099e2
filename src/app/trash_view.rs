//! The trash as a list: read on a thread, filtered by words.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::edit::Restored;
use super::workspace::{SummaryOf, Workspace};
use crate::domain::evidence::EvidenceWeights;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::LibraryFolder;
use crate::store::record::{Record, RecordKey};
use crate::store::search::{RecordText, fold};
use crate::store::trash::{self, Trashed};

/// So many records are read before they are shown.
const BATCH: usize = 200;

/// A removed record, in its newest version.
#[derive(Debug, Clone)]
pub struct TrashEntry {
    pub key: RecordKey,
    /// When it was removed.
    pub at: Timestamp,
    /// `None` for a file that cannot be read; it can only be deleted.
    pub restored: Option<Restored>,
    /// What it is found by.
    folded: String,
}

/// What the window of the trash shows.
#[derive(Debug)]
pub struct TrashView {
    pub(super) serial: u64,
    /// The last removed first.
    entries: Vec<TrashEntry>,
    pub is_read: bool,
    /// The places of the entries that the filter lets through, and for what that was found.
    shown: Vec<usize>,
    shown_for: Option<(String, u64, usize)>,
    /// How many are in the trash, whatever the filter.
    count: usize,
}

impl TrashView {
    pub(super) fn new(serial: u64) -> Self {
        Self {
            serial,
            entries: Vec::new(),
            is_read: false,
            shown: Vec::new(),
            shown_for: None,
            count: 0,
        }
    }

    pub(super) fn take(&mut self, entries: Vec<TrashEntry>, done: bool) {
        self.entries.extend(entries);
        self.is_read |= done;
    }

    /// Brings up to date which entries are shown: those with all words of the filter, without what
    /// is in the library (again).
    pub fn filter(&mut self, filter: &str, work: &Workspace) {
        let wanted = (fold(filter), work.revision(), self.entries.len());
        if self.shown_for.as_ref() == Some(&wanted) {
            return;
        }
        let words: Vec<&str> = wanted.0.split(' ').filter(|word| !word.is_empty()).collect();
        self.count = 0;
        self.shown.clear();
        for (place, entry) in self.entries.iter().enumerate() {
            if is_in_library(entry.key, work) {
                continue;
            }
            self.count += 1;
            if words.iter().all(|word| entry.folded.contains(word)) {
                self.shown.push(place);
            }
        }
        self.shown_for = Some(wanted);
    }

    /// How many entries the filter lets through.
    pub fn shown(&self) -> usize {
        self.shown.len()
    }

    /// How many are in the trash.
    pub fn count(&self) -> usize {
        self.count
    }

    /// One of the shown entries.
    pub fn get(&self, index: usize) -> Option<&TrashEntry> {
        self.entries.get(*self.shown.get(index)?)
    }

    /// The shown entries.
    pub fn iter(&self) -> impl Iterator<Item = &TrashEntry> {
        self.shown.iter().filter_map(|place| self.entries.get(*place))
    }

    /// What is needed to bring records back.
    pub(super) fn restored(&self, keys: &[RecordKey]) -> Vec<Restored> {
        let keys: BTreeSet<RecordKey> = keys.iter().copied().collect();
        let wanted = self.entries.iter().filter(|entry| keys.contains(&entry.key));
        wanted.filter_map(|entry| entry.restored.clone()).collect()
    }

    /// Forgets what is deleted for good.
    pub(super) fn erased(&mut self, keys: &BTreeSet<RecordKey>) {
        self.entries.retain(|entry| !keys.contains(&entry.key));
        self.shown_for = None;
    }
}

fn is_in_library(key: RecordKey, work: &Workspace) -> bool {
    match key {
        RecordKey::Library => true,
        RecordKey::Counterpart(id) => work.has_counterpart(id),
        RecordKey::Session(id) => work.has_session(id),
    }
}

impl TrashEntry {
    fn read(folder: &LibraryFolder, trashed: &Trashed, weights: &EvidenceWeights) -> Self {
        let record = trash::read(folder, trashed)
            .inspect_err(|error| tracing::warn!(%error, "a removed record cannot be read"))
            .ok();
        Self::of(trashed.key, trashed.at, record.as_ref(), weights)
    }

    fn of(
        key: RecordKey,
        at: Timestamp,
        record: Option<&Record>,
        weights: &EvidenceWeights,
    ) -> Self {
        let (folded, restored) = match record {
            Some(Record::Counterpart(person)) => {
                let summary = CounterpartSummary::of(person, weights);
                let found_by =
                    [&*person.name, &*person.latin_name, &*person.title, &*person.organisation];
                let text = RecordText::of_counterpart(person);
                let summary = SummaryOf::Counterpart(Arc::new(summary));
                (fold(&found_by.join(" ")), Some(Restored { summary, text }))
            }
            Some(Record::Session(session)) => {
                let summary = SummaryOf::Session(Arc::new(SessionSummary::of(session)));
                let text = RecordText::of_session(session);
                (fold(&session.title), Some(Restored { summary, text }))
            }
            Some(Record::Library(_)) | None => (String::new(), None),
        };
        Self { key, at, restored, folded }
    }
}

/// Reads the trash and gives it to `tell` in batches. For a thread.
pub(super) fn read(
    folder: &LibraryFolder,
    weights: &EvidenceWeights,
    mut tell: impl FnMut(Vec<TrashEntry>),
) {
    let mut seen = BTreeSet::new();
    // A record that was removed more than once comes back in its newest version.
    let mut trashed = trash::list(folder);
    trashed.retain(|one| seen.insert(one.key));
    for batch in trashed.chunks(BATCH) {
        tell(batch.iter().map(|one| TrashEntry::read(folder, one, weights)).collect());
    }
}
