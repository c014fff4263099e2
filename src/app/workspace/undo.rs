//! Undo: every step of the session of work, across pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::{Change, Workspace};
use crate::app::edit::{Field, Restored};
use crate::domain::label::LabelChange;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::merge;
use crate::store::record::{Record, RecordKey};
use crate::store::search::RecordText;

/// Keystrokes in one field that are closer together than this are one step of undo.
const TYPING_PAUSE: SignedDuration = SignedDuration::from_millis(1500);

/// Older steps than this many are forgotten.
const UNDO_LIMIT: usize = 500;

/// One step that can be taken back.
#[derive(Debug)]
pub(super) enum Step {
    /// A record before and after; `before` is missing for a new record.
    Swap {
        before: Option<Record>,
        after: Record,
    },
    /// Records that did not carry the label before.
    Labelled(Vec<RecordKey>, LabelChange),
    Removed(Vec<Removed>),
    /// Records that were brought back from the trash.
    Restored(Vec<Removed>),
}

/// What is kept of a record that was taken away.
#[derive(Debug)]
pub(super) struct Removed {
    pub key: RecordKey,
    /// If it was in memory; else it is in the trash alone.
    pub record: Option<Record>,
    pub summary: SummaryOf,
    pub text: Option<RecordText>,
}

/// The summary of a counterpart or of a negotiation.
#[derive(Debug, Clone, PartialEq)]
pub enum SummaryOf {
    Counterpart(Arc<CounterpartSummary>),
    Session(Arc<SessionSummary>),
}

#[derive(Debug)]
struct Entry {
    step: Step,
    field: Option<Field>,
    at: Timestamp,
}

#[derive(Debug, Default)]
pub(super) struct Undo {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    /// Waits for the record to be in memory.
    awaiting: Option<(Way, RecordKey)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Undo,
    Redo,
}

impl SummaryOf {
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Counterpart(summary) => RecordKey::Counterpart(summary.id),
            Self::Session(summary) => RecordKey::Session(summary.id),
        }
    }
}

impl Step {
    pub fn swap(before: Option<Record>, after: Record) -> Self {
        Self::Swap { before, after }
    }

    fn touches(&self, keys: &mut BTreeSet<RecordKey>) {
        if let Self::Swap { after, .. } = self {
            keys.insert(after.key());
        }
    }
}

impl Undo {
    /// Adds a step; keystrokes that follow closely in one field become part of the last.
    pub fn push(&mut self, step: Step, field: Option<Field>, now: Timestamp) {
        self.undone.clear();
        self.awaiting = None;
        if let Some(last) = self.done.last_mut()
            && field.is_some()
            && last.field == field
            && last.at.duration_until(now) < TYPING_PAUSE
            && let (Step::Swap { after, .. }, Step::Swap { after: newer, .. }) =
                (&mut last.step, &step)
        {
            *after = newer.clone();
            last.at = now;
            return;
        }
        self.done.push(Entry { step, field, at: now });
        if self.done.len() > UNDO_LIMIT {
            self.done.remove(0);
        }
    }

    /// Takes records out of every step; steps without a record are forgotten.
    fn forget(&mut self, keys: &BTreeSet<RecordKey>) {
        let keep = |entry: &mut Entry| match &mut entry.step {
            Step::Swap { after, .. } => !keys.contains(&after.key()),
            Step::Labelled(labelled, _) => {
                labelled.retain(|key| !keys.contains(key));
                !labelled.is_empty()
            }
            Step::Removed(records) | Step::Restored(records) => {
                records.retain(|one| !keys.contains(&one.key));
                !records.is_empty()
            }
        };
        self.done.retain_mut(keep);
        self.undone.retain_mut(keep);
        self.awaiting = None;
    }

    /// Records of which steps hold a version: these stay in memory.
    pub fn touched(&self) -> BTreeSet<RecordKey> {
        let mut keys = BTreeSet::new();
        self.done.iter().chain(&self.undone).for_each(|entry| entry.step.touches(&mut keys));
        keys
    }
}

impl Workspace {
    pub fn can_undo(&self) -> bool {
        !self.undo.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undo.undone.is_empty()
    }

    /// Takes the last step back; when its record is not in memory, once it is.
    pub fn undo(&mut self, now: Timestamp) -> Vec<Change> {
        if self.awaits_record(Way::Undo) {
            return Vec::new();
        }
        let Some(entry) = self.undo.done.pop() else { return Vec::new() };
        let (step, changes) = match entry.step {
            Step::Swap { before: Some(before), after } => {
                let changes = self.exchange(&after, &before, now);
                (Step::Swap { before: Some(before), after }, changes)
            }
            Step::Swap { before: None, after } => {
                let (_, changes) = self.take_away_keys(&[after.key()]);
                (Step::Swap { before: None, after }, changes)
            }
            Step::Labelled(keys, change) => {
                let changes = self.put_label(&keys, &change.opposite());
                (Step::Labelled(keys, change), changes)
            }
            Step::Removed(removed) => {
                let changes = self.bring_back(&removed, now);
                (Step::Removed(removed), changes)
            }
            Step::Restored(restored) => {
                let (restored, changes) = self.take_away(&restored);
                (Step::Restored(restored), changes)
            }
        };
        self.undo.undone.push(Entry { step, field: None, at: now });
        changes
    }

    /// Does the step again that was taken back last; when its record is not in memory, once it is.
    pub fn redo(&mut self, now: Timestamp) -> Vec<Change> {
        if self.awaits_record(Way::Redo) {
            return Vec::new();
        }
        let Some(entry) = self.undo.undone.pop() else { return Vec::new() };
        let (step, changes) = match entry.step {
            Step::Swap { before: Some(before), after } => {
                let changes = self.exchange(&before, &after, now);
                (Step::Swap { before: Some(before), after }, changes)
            }
            Step::Swap { before: None, after } => {
                let changes = vec![self.put(after.clone().touched(now))];
                (Step::Swap { before: None, after }, changes)
            }
            Step::Labelled(keys, change) => {
                let changes = self.put_label(&keys, &change);
                (Step::Labelled(keys, change), changes)
            }
            Step::Removed(removed) => {
                let (removed, changes) = self.take_away(&removed);
                (Step::Removed(removed), changes)
            }
            Step::Restored(restored) => {
                let changes = self.bring_back(&restored, now);
                (Step::Restored(restored), changes)
            }
        };
        self.undo.done.push(Entry { step, field: None, at: now });
        changes
    }

    /// Has the record loaded that the next step exchanges a part of: a whole version from memory
    /// would take back what others have changed since.
    fn awaits_record(&mut self, way: Way) -> bool {
        let steps = if way == Way::Undo { &self.undo.done } else { &self.undo.undone };
        let Some(Step::Swap { before: Some(_), after }) = steps.last().map(|entry| &entry.step)
        else {
            return false;
        };
        let key = after.key();
        let is_missing = self.is_known(key) && self.records.peek(key).is_none();
        if is_missing {
            self.records.want(key);
            self.undo.awaiting = Some((way, key));
        }
        is_missing
    }

    /// Carries out the step that waited for this record.
    pub(super) fn resume(&mut self, key: RecordKey, now: Timestamp) -> Vec<Change> {
        match self.undo.awaiting.take_if(|(_, awaited)| *awaited == key) {
            Some((Way::Undo, _)) => self.undo(now),
            Some((Way::Redo, _)) => self.redo(now),
            None => Vec::new(),
        }
    }

    /// The record cannot be loaded. Returns whether a step waited for it.
    pub(super) fn give_up_step(&mut self, key: RecordKey) -> bool {
        self.undo.awaiting.take_if(|(_, awaited)| *awaited == key).is_some()
    }

    /// Takes a record from one version to another. What came from elsewhere in between stays: only
    /// the difference of the two versions is made.
    ///
    /// A record that another program has deleted stays deleted.
    fn exchange(&mut self, from: &Record, to: &Record, now: Timestamp) -> Vec<Change> {
        let Some(current) = self.records.peek(to.key()) else { return Vec::new() };
        let next = if current.is_same(from) {
            to.clone()
        } else {
            merge::three_way(Some(from), to, current)
                .map_or_else(|_| to.clone(), |merged| merged.record)
        };
        vec![self.put(next.touched(now))]
    }

    /// Brings removed records back; those that are here already stay as they are.
    pub(super) fn restore(&mut self, restored: Vec<Restored>, now: Timestamp) -> Vec<Change> {
        let back: Vec<Removed> = restored
            .into_iter()
            .filter(|one| !self.is_known(one.summary.key()))
            .map(|Restored { summary, text }| {
                let key = summary.key();
                Removed { key, record: None, summary, text: Some(text) }
            })
            .collect();
        let changes = self.bring_back(&back, now);
        if !back.is_empty() {
            self.undo.push(Step::Restored(back), None, now);
        }
        changes
    }

    /// Forgets every step that would bring records back which are deleted for good.
    pub fn forget_erased(&mut self, keys: &BTreeSet<RecordKey>) {
        self.undo.forget(keys);
    }

    fn take_away(&mut self, records: &[Removed]) -> (Vec<Removed>, Vec<Change>) {
        let keys: Vec<RecordKey> = records.iter().map(|one| one.key).collect();
        self.take_away_keys(&keys)
    }

    pub(super) fn take_away_keys(&mut self, keys: &[RecordKey]) -> (Vec<Removed>, Vec<Change>) {
        let removed = self.take_out_many(keys);
        let changes = removed.iter().map(|one| self.handed(Change::Remove(one.key))).collect();
        (removed, changes)
    }

    /// Brings records back; those that were not in memory from the trash, in one pass.
    fn bring_back(&mut self, removed: &[Removed], now: Timestamp) -> Vec<Change> {
        let (mut people, mut sessions) = (Vec::new(), Vec::new());
        let mut changes = Vec::with_capacity(removed.len());
        for one in removed {
            if let Some(record) = &one.record {
                changes.push(self.put(record.clone().touched(now)));
                continue;
            }
            if let Some(text) = &one.text {
                self.texts.put(one.key, text.clone());
            }
            match &one.summary {
                SummaryOf::Counterpart(summary) => people.push(Arc::clone(summary)),
                SummaryOf::Session(summary) => sessions.push(Arc::clone(summary)),
            }
            changes.push(self.handed(Change::Restore(one.key)));
        }
        self.shelve(people, sessions);
        changes
    }
}
