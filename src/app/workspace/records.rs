//! The full records that are in memory: those on the page, those that were changed, some of late.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use crate::store::StoreError;
use crate::store::record::{Record, RecordKey};

/// More records than this that nobody needs are let go.
const MOST_HELD: usize = 256;

#[derive(Debug)]
struct Held {
    record: Record,
    /// What is known to be on the disk; `None` for a record that was never there.
    on_disk: Option<Record>,
    used: Cell<u64>,
}

impl Held {
    fn is_on_disk(&self) -> bool {
        self.on_disk.as_ref().is_some_and(|saved| saved.is_same(&self.record))
    }
}

/// Records in memory, and the wish for more of them.
#[derive(Debug, Default)]
pub(super) struct Records {
    held: BTreeMap<RecordKey, Held>,
    /// Asked for by a page and not in memory. A page may ask in each frame; the app loads them.
    wanted: RefCell<BTreeSet<RecordKey>>,
    /// Being loaded.
    asked: BTreeSet<RecordKey>,
    /// Being loaded, but what is read may be older than what is known by now.
    outdated: BTreeSet<RecordKey>,
    /// Could not be loaded; asked for again only after a change on the disk.
    failed: BTreeMap<RecordKey, StoreError>,
    moment: Cell<u64>,
}

impl Records {
    /// The record, if it is in memory. If not, it is wanted.
    pub fn get(&self, key: RecordKey) -> Option<&Record> {
        let Some(held) = self.held.get(&key) else {
            if !self.failed.contains_key(&key) {
                self.wanted.borrow_mut().insert(key);
            }
            return None;
        };
        let now = self.moment.get() + 1;
        self.moment.set(now);
        held.used.set(now);
        Some(&held.record)
    }

    /// The record, if it is in memory; without wanting it.
    pub fn peek(&self, key: RecordKey) -> Option<&Record> {
        self.held.get(&key).map(|held| &held.record)
    }

    pub fn on_disk(&self, key: RecordKey) -> Option<&Record> {
        self.held.get(&key)?.on_disk.as_ref()
    }

    /// Whether the record has changes that are not known to be on the disk.
    pub fn is_changed(&self, key: RecordKey) -> bool {
        self.held.get(&key).is_some_and(|held| !held.is_on_disk())
    }

    pub fn want(&self, key: RecordKey) {
        self.wanted.borrow_mut().insert(key);
    }

    /// What is to be loaded now. What has to wait stays wanted.
    pub fn take_wanted(&mut self, has_to_wait: impl Fn(RecordKey) -> bool) -> BTreeSet<RecordKey> {
        let mut wanted = self.wanted.take();
        let later = wanted.extract_if(.., |key| has_to_wait(*key)).collect();
        self.wanted.replace(later);
        self.asked.extend(&wanted);
        wanted
    }

    /// Notes the end of a load. When there was news meanwhile the record is wanted anew, and what
    /// was read is not to be used.
    pub fn is_outdated(&mut self, key: RecordKey) -> bool {
        self.asked.remove(&key);
        let outdated = self.outdated.remove(&key);
        if outdated {
            self.want(key);
        }
        outdated
    }

    /// The record or its file has changed: what is being read may be older, what could not be read
    /// may be whole again.
    pub fn news(&mut self, key: RecordKey) {
        self.failed.remove(&key);
        if self.asked.contains(&key) {
            self.outdated.insert(key);
        }
    }

    pub fn put(&mut self, record: Record) {
        let key = record.key();
        match self.held.get_mut(&key) {
            Some(held) => held.record = record,
            None => {
                let used = Cell::new(self.moment.get());
                self.held.insert(key, Held { record, on_disk: None, used });
            }
        }
    }

    /// Takes up a record as it is on the disk.
    pub fn put_from_disk(&mut self, record: Record) {
        let key = record.key();
        self.failed.remove(&key);
        let used = Cell::new(self.moment.get());
        self.held.insert(key, Held { on_disk: Some(record.clone()), record, used });
    }

    /// Notes what is on the disk now.
    pub fn saved(&mut self, record: Record) {
        if let Some(held) = self.held.get_mut(&record.key()) {
            held.on_disk = Some(record);
        }
    }

    pub fn remove(&mut self, key: RecordKey) -> Option<Record> {
        self.failed.remove(&key);
        self.held.remove(&key).map(|held| held.record)
    }

    pub fn fail(&mut self, key: RecordKey, error: StoreError) {
        self.failed.insert(key, error);
    }

    pub fn failure(&self, key: RecordKey) -> Option<&StoreError> {
        self.failed.get(&key)
    }

    /// Lets go of records that were not used for long, except those that `keep` names and those
    /// that are not on the disk as they are.
    pub fn tidy(&mut self, keep: impl Fn(RecordKey) -> bool) {
        if self.held.len() <= MOST_HELD * 2 {
            return;
        }
        let mut idle: Vec<(u64, RecordKey)> = self
            .held
            .iter()
            .filter(|(key, held)| held.is_on_disk() && !keep(**key))
            .map(|(key, held)| (held.used.get(), *key))
            .collect();
        idle.sort_unstable();
        let surplus = idle.len().saturating_sub(MOST_HELD);
        for (_, key) in idle.into_iter().take(surplus) {
            self.held.remove(&key);
        }
    }
}
