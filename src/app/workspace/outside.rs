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
    /// The records that pages have asked for and that are not in memory.
    pub fn take_wanted(&mut self) -> BTreeSet<RecordKey> {
        self.records.take_wanted()
    }

    /// Takes up a record that was loaded, and carries out the edits that waited for it.
    pub fn loaded(&mut self, record: Record, now: Timestamp) -> Vec<Change> {
        let key = record.key();
        if !self.is_known(key) || self.records.peek(key).is_some() {
            return Vec::new();
        }
        // A label may be on its way to the disk.
        let labels = self.labels(key).cloned();
        let record = with_labels(record, labels);
        self.records.put_from_disk(record);
        let keep = self.undo.touched();
        self.records.tidy(|key| key == RecordKey::Library || keep.contains(&key));
        let (ready, waiting) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition::<Vec<_>, _>(|edit| edit.needs() == Some(key));
        self.waiting = waiting;
        ready.into_iter().flat_map(|edit| self.apply(edit, now)).collect()
    }

    /// A record that pages have asked for cannot be loaded. Returns whether edits of it are lost.
    pub fn not_loaded(&mut self, key: RecordKey, error: StoreError) -> bool {
        self.records.fail(key, error);
        let before = self.waiting.len();
        self.waiting.retain(|edit| edit.needs() != Some(key));
        self.waiting.len() != before
    }

    /// Notes that a record is on the disk as it is here.
    pub fn saved(&mut self, record: Record) {
        self.records.saved(record);
    }

    /// The record, if it is in memory.
    pub fn record(&self, key: RecordKey) -> Option<&Record> {
        self.records.peek(key)
    }

    /// Takes up a record that came back from the trash.
    pub fn restored(&mut self, record: &Record) {
        if self.records.peek(record.key()).is_none() {
            self.derive(record);
        }
    }

    /// Takes up a record that was labelled on the disk, unless it has been removed since. It may have
    /// been labelled once more meanwhile, which is on its way to the disk.
    pub fn labelled(&mut self, record: Record) {
        if self.records.peek(record.key()).is_none()
            && let Some(labels) = self.labels(record.key()).cloned()
        {
            self.derive(&with_labels(record, Some(labels)));
        }
    }

    /// Whether the record in memory has something that is not known to be on the disk.
    pub fn is_changed(&self, key: RecordKey) -> bool {
        self.records.is_changed(key)
    }

    /// Another program changed a file. What was typed here since is kept and merged.
    pub fn changed_outside(
        &mut self,
        theirs: Record,
        now: Timestamp,
    ) -> (Vec<Change>, Vec<Conflict>) {
        let key = theirs.key();
        let base = self.records.on_disk(key).cloned();
        self.take_in(key, base.as_ref(), theirs, now)
    }

    /// The saver found a file changed and wrote `written` instead of `asked`.
    pub fn merged_outside(
        &mut self,
        asked: &Record,
        written: Record,
        now: Timestamp,
    ) -> Vec<Change> {
        self.take_in(written.key(), Some(asked), written, now).0
    }

    /// Another program deleted a file. A record with unsaved changes stays.
    pub fn gone_outside(&mut self, key: RecordKey) {
        if key != RecordKey::Library && !self.is_changed(key) {
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
            (Some(mine), Some(base)) => mine.is_same(base),
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
        let change = self.put(merged.record.touched(now));
        (vec![change], merged.conflicts)
    }

    /// Takes in what the indexer found. A record with unsaved changes is not touched: the saver
    /// merges it with the file.
    pub fn indexed(&mut self, changes: Vec<IndexChange>) {
        let (mut people, mut sessions) = (Vec::new(), Vec::new());
        for change in changes {
            match change {
                IndexChange::Counterpart(summary, text) => {
                    let key = RecordKey::Counterpart(summary.id);
                    if !self.is_changed(key) {
                        self.records.forget(key);
                        if let Some(text) = text {
                            self.texts.put(key, text);
                        }
                        people.push(summary);
                    }
                }
                IndexChange::Session(summary, text) => {
                    let key = RecordKey::Session(summary.id);
                    if !self.is_changed(key) {
                        self.records.forget(key);
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
