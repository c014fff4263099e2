//! What comes from the disk: loaded records, the answers of the saver, changes by other programs.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::{Change, Workspace};
use crate::domain::label::Labels;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::StoreError;
use crate::store::index::IndexChange;
use crate::store::merge::{self, Conflict};
use crate::store::record::{Record, RecordKey};

impl Workspace {
    /// The records that are to be loaded: pages have asked for them, or their files have changed.
    /// One that is still to come back from the trash is asked for later.
    pub fn take_wanted(&mut self) -> BTreeSet<RecordKey> {
        self.records.take_wanted(|key| self.underway.restores(key))
    }

    /// Takes up a record that was read from its file, and carries out the edits that waited for it.
    pub fn loaded(&mut self, record: Record, now: Timestamp) -> Vec<Change> {
        let key = record.key();
        if self.records.is_outdated(key) || !self.is_known(key) {
            return Vec::new();
        }
        // The saver merges unsaved changes with the file.
        if !self.is_changed(key) {
            let record = self.with_labels_underway(record);
            if self.updated(key) != Some(record.updated()) && !self.underway.waits(key) {
                self.derive(&record);
            }
            self.records.put_from_disk(record);
        }
        let keep = self.undo.touched();
        self.records.tidy(|key| {
            key == RecordKey::Library || keep.contains(&key) || self.underway.saves(key)
        });
        let (ready, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition::<Vec<_>, _>(|edit| edit.needs() == Some(key));
        self.waiting = waiting;
        let mut changes: Vec<Change> =
            ready.into_iter().flat_map(|edit| self.apply(edit, now)).collect();
        changes.extend(self.resume(key, now));
        changes
    }

    /// A record that pages have asked for cannot be loaded. Returns whether edits of it are lost.
    pub fn not_loaded(&mut self, key: RecordKey, error: StoreError) -> bool {
        if self.records.is_outdated(key) || self.records.peek(key).is_some() {
            return false;
        }
        self.records.fail(key, error);
        if self.give_up_step(key) {
            return true;
        }
        let before = self.waiting.len();
        self.waiting.retain(|edit| edit.needs() != Some(key));
        self.waiting.len() != before
    }

    /// Whether edits wait for a record to be loaded.
    pub fn has_waiting_edits(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Notes that a record is on the disk as it was handed out.
    pub fn saved(&mut self, record: Record) {
        self.records.news(record.key());
        self.underway.saved(&record);
        self.records.saved(record);
    }

    /// What is known to be on the disk of a record in memory.
    pub fn on_disk(&self, key: RecordKey) -> Option<&Record> {
        self.records.on_disk(key)
    }

    /// The record, if it is in memory.
    pub fn record(&self, key: RecordKey) -> Option<&Record> {
        self.records.peek(key)
    }

    /// Takes up a record that came back from the trash, unless it has been removed since.
    pub fn restored(&mut self, record: Record, now: Timestamp) -> Vec<Change> {
        self.underway.restored(record.key());
        self.answered(record, now)
    }

    /// Takes up a record that was labelled on the disk, unless it has been removed since.
    pub fn labelled(&mut self, record: Record, now: Timestamp) -> Vec<Change> {
        self.underway.labelled(record.key());
        self.answered(record, now)
    }

    fn answered(&mut self, record: Record, now: Timestamp) -> Vec<Change> {
        let key = record.key();
        self.records.news(key);
        if self.underway.removes(key) {
            return Vec::new();
        }
        let base = self.records.on_disk(key).cloned();
        let record = self.with_labels_underway(record);
        self.take_in(key, base.as_ref(), record, now).0
    }

    /// A record was moved to the trash. What was shown of it meanwhile, and does not come back, goes.
    pub fn removed(&mut self, key: RecordKey) {
        self.underway.removed(key);
        self.records.news(key);
        if !self.underway.waits(key) && self.records.peek(key).is_none() {
            self.take_out(key);
        }
    }

    /// The saver has given up a label or a restore. What the file holds is told after this.
    pub fn dropped(&mut self, key: RecordKey) {
        self.underway.dropped(key);
        self.records.news(key);
    }

    /// Whether the record in memory has something that is not known to be on the disk, or is still on
    /// its way there.
    pub fn is_changed(&self, key: RecordKey) -> bool {
        self.records.is_changed(key) || self.underway.saves(key)
    }

    /// Another program changed a file. What was typed here since is kept and merged.
    pub fn changed_outside(
        &mut self,
        theirs: Record,
        now: Timestamp,
    ) -> (Vec<Change>, Vec<Conflict>) {
        let key = theirs.key();
        self.records.news(key);
        if self.underway.removes(key) {
            return (Vec::new(), Vec::new());
        }
        let base = self.records.on_disk(key).cloned();
        let theirs = self.with_labels_underway(theirs);
        self.take_in(key, base.as_ref(), theirs, now)
    }

    /// The saver found a file changed and wrote `written` instead of `asked`.
    pub fn merged_outside(
        &mut self,
        asked: &Record,
        written: Record,
        now: Timestamp,
    ) -> Vec<Change> {
        let key = written.key();
        self.records.news(key);
        self.underway.saved(asked);
        if self.underway.removes(key) {
            return Vec::new();
        }
        let written = self.with_labels_underway(written);
        self.take_in(key, Some(asked), written, now).0
    }

    /// Another program deleted a file. A record with unsaved changes stays, and one of which the
    /// saver has still to tell.
    pub fn gone_outside(&mut self, key: RecordKey) {
        self.records.news(key);
        if key != RecordKey::Library && !self.is_changed(key) && !self.underway.waits(key) {
            self.take_out(key);
        }
    }

    fn take_in(
        &mut self,
        key: RecordKey,
        base: Option<&Record>,
        theirs: Record,
        now: Timestamp,
    ) -> (Vec<Change>, Vec<Conflict>) {
        let mine = self.records.peek(key).cloned();
        let untouched = match (&mine, base) {
            (Some(mine), Some(base)) => !self.underway.saves(key) && mine.is_same(base),
            (Some(_), None) => false,
            (None, _) => true,
        };
        if untouched {
            self.derive(&theirs);
            if mine.is_some() {
                self.records.put_from_disk(theirs);
            }
            return (Vec::new(), Vec::new());
        }
        let Some(mine) = mine else { return (Vec::new(), Vec::new()) };
        let Ok(merged) = merge::three_way(base, &mine, &theirs) else {
            return (Vec::new(), Vec::new());
        };
        self.records.saved(theirs);
        if merged.record.is_same(&mine) {
            // It is on its way to the disk.
            return (Vec::new(), merged.conflicts);
        }
        let change = self.put(merged.record.touched(now));
        (vec![change], merged.conflicts)
    }

    /// The record with the labels that are on their way to its file.
    fn with_labels_underway(&self, record: Record) -> Record {
        let key = record.key();
        let labels = self.underway.labels(key).then(|| self.labels(key).cloned());
        with_labels(record, labels.flatten())
    }

    fn updated(&self, key: RecordKey) -> Option<Timestamp> {
        match key {
            RecordKey::Library => Some(self.library.updated),
            RecordKey::Counterpart(id) => self.person(id).map(|person| person.updated),
            RecordKey::Session(id) => self.negotiation(id).map(|session| session.updated),
        }
    }

    /// Takes in what the indexer found. A record with changes that are not on the disk yet is not
    /// touched: the saver merges it with the file, and tells what came of it.
    pub fn indexed(&mut self, changes: Vec<IndexChange>) {
        let (mut people, mut sessions) = (Vec::new(), Vec::new());
        for change in changes {
            match change {
                IndexChange::Counterpart(summary, text) => {
                    let key = RecordKey::Counterpart(summary.id);
                    if self.is_news_of(key) {
                        if let Some(text) = text {
                            self.texts.put(key, text);
                        }
                        people.push(summary);
                    }
                }
                IndexChange::Session(summary, text) => {
                    let key = RecordKey::Session(summary.id);
                    if self.is_news_of(key) {
                        if let Some(text) = text {
                            self.texts.put(key, text);
                        }
                        sessions.push(summary);
                    }
                }
                IndexChange::Gone(key) => {
                    self.shelve(std::mem::take(&mut people), std::mem::take(&mut sessions));
                    self.gone_outside(key);
                }
                IndexChange::Texts(texts) => {
                    let newer = std::mem::replace(&mut self.texts, texts);
                    self.texts.take_over(newer);
                    self.revision += 1;
                }
                IndexChange::Problem(_) | IndexChange::Copy(..) | IndexChange::Done => {}
            }
        }
        self.shelve(std::mem::take(&mut people), std::mem::take(&mut sessions));
    }

    /// Whether what the indexer read of a record is newer than what is here. A record in memory is
    /// then read anew: steps of undo need it.
    fn is_news_of(&mut self, key: RecordKey) -> bool {
        if self.is_changed(key) || self.underway.waits(key) {
            return false;
        }
        self.records.news(key);
        if self.records.peek(key).is_some() {
            self.records.want(key);
        }
        true
    }

    /// Lets go of the texts, but for what has changed: they can be had again from the indexer.
    pub fn shed_texts(&mut self) {
        self.texts.shed();
    }

    /// Puts summaries in their places, in one pass.
    pub(super) fn shelve(
        &mut self,
        people: Vec<Arc<CounterpartSummary>>,
        sessions: Vec<Arc<SessionSummary>>,
    ) {
        for session in &sessions {
            let before = self.sessions.get(session.id).map(Arc::as_ref);
            self.agenda.replace(before, Some(session));
        }
        self.sessions.put_many(sessions);
        self.counterparts.put_many(people);
        self.revision += 1;
    }
}

fn with_labels(record: Record, labels: Option<Labels>) -> Record {
    let Some(labels) = labels else { return record };
    match record {
        Record::Counterpart(mut person) if person.labels != labels => {
            Arc::make_mut(&mut person).labels = labels;
            Record::Counterpart(person)
        }
        Record::Session(mut session) if session.labels != labels => {
            Arc::make_mut(&mut session).labels = labels;
            Record::Session(session)
        }
        record => record,
    }
}
