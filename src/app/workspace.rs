//! The open library in memory: summaries of everything, the records in use, and undo.

mod outside;
mod records;
mod underway;
mod undo;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use self::records::Records;
use self::underway::Underway;
pub use self::undo::SummaryOf;
use self::undo::{Removed, Step, Undo};
use super::agenda::Agenda;
use super::edit::Edit;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::label::{LabelChange, Labels};
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;
pub use crate::domain::summary::PersonReading;
use crate::domain::summary::{
    CounterpartSummary, NextMeeting, OpenPromise, SessionSummary, UntestedClaim,
};
use crate::store::StoreError;
use crate::store::record::{Record, RecordKey};
use crate::store::search::{RecordText, TextIndex};
use crate::store::shelf::Shelf;

/// What the disk has to follow.
#[derive(Debug, Clone)]
pub enum Change {
    /// `base` is the record as it is known to be on the disk.
    Put {
        record: Record,
        base: Option<Record>,
    },
    Remove(RecordKey),
    /// Back from the trash.
    Restore(RecordKey),
    /// Records that are not in memory.
    Label(Vec<RecordKey>, LabelChange),
}

/// All summaries of the open library and the records in use. [`Workspace::apply`] is the only way
/// to change a record.
#[derive(Debug)]
pub struct Workspace {
    library: Arc<LibraryRecord>,
    my_reading: PersonReading,
    counterparts: Shelf<CounterpartSummary>,
    sessions: Shelf<SessionSummary>,
    texts: TextIndex,
    agenda: Agenda,
    records: Records,
    /// Edits of records that are still being loaded.
    waiting: Vec<Edit>,
    /// Handed to the saver and not yet answered.
    underway: Underway,
    /// Grows with each change of a summary, so that what is derived from them can be kept.
    revision: u64,
    weights: EvidenceWeights,
    undo: Undo,
}

impl Workspace {
    pub fn new(
        library: LibraryRecord,
        counterparts: Shelf<CounterpartSummary>,
        sessions: Shelf<SessionSummary>,
        texts: TextIndex,
        weights: EvidenceWeights,
    ) -> Self {
        let mut records = Records::default();
        let library = Arc::new(library);
        records.put_from_disk(Record::Library(Arc::clone(&library)));
        Self {
            my_reading: PersonReading::of(&library.owner.evidence, &weights),
            agenda: sessions.iter().map(Arc::as_ref).collect(),
            library,
            counterparts,
            sessions,
            texts,
            records,
            waiting: Vec::new(),
            underway: Underway::default(),
            revision: 0,
            weights,
            undo: Undo::default(),
        }
    }

    pub fn library(&self) -> &LibraryRecord {
        &self.library
    }

    /// The record of a person. `None` while it is not in memory; asking has it loaded.
    pub fn counterpart(&self, id: CounterpartId) -> Option<&Counterpart> {
        if !self.has_counterpart(id) {
            return None;
        }
        match self.records.get(RecordKey::Counterpart(id))? {
            Record::Counterpart(record) => Some(record),
            _ => None,
        }
    }

    /// The record of a negotiation. `None` while it is not in memory; asking has it loaded.
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        if !self.has_session(id) {
            return None;
        }
        match self.records.get(RecordKey::Session(id))? {
            Record::Session(record) => Some(record),
            _ => None,
        }
    }

    pub fn has_counterpart(&self, id: CounterpartId) -> bool {
        self.counterparts.contains(id)
    }

    pub fn has_session(&self, id: SessionId) -> bool {
        self.sessions.contains(id)
    }

    /// Why a record could not be loaded.
    pub fn failure(&self, key: RecordKey) -> Option<&StoreError> {
        self.records.failure(key)
    }

    pub fn person(&self, id: CounterpartId) -> Option<&CounterpartSummary> {
        self.counterparts.get(id).map(Arc::as_ref)
    }

    pub fn negotiation(&self, id: SessionId) -> Option<&SessionSummary> {
        self.sessions.get(id).map(Arc::as_ref)
    }

    /// Everybody, in the order in which they were added.
    pub fn people(&self) -> &Shelf<CounterpartSummary> {
        &self.counterparts
    }

    /// All negotiations, in the order in which they were added.
    pub fn negotiations(&self) -> &Shelf<SessionSummary> {
        &self.sessions
    }

    /// The text of everything, to be searched.
    pub fn texts(&self) -> &TextIndex {
        &self.texts
    }

    /// Grows with each change of a summary.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The people of a table, in its order.
    pub fn people_of<'a>(
        &'a self,
        ids: &'a [CounterpartId],
    ) -> impl Iterator<Item = &'a CounterpartSummary> {
        ids.iter().filter_map(|id| self.person(*id))
    }

    pub fn reading(&self, id: CounterpartId) -> Option<&PersonReading> {
        self.person(id).map(|person| &person.reading)
    }

    pub fn my_reading(&self) -> &PersonReading {
        &self.my_reading
    }

    pub fn weights(&self) -> &EvidenceWeights {
        &self.weights
    }

    /// Meetings that have not ended, soonest first; those without a date come last.
    pub fn next_meetings(
        &self,
    ) -> impl ExactSizeIterator<Item = Option<(&SessionSummary, &NextMeeting)>> {
        self.agenda.meetings().map(|id| {
            let session = self.negotiation(id)?;
            Some((session, session.next.as_deref()?))
        })
    }

    /// The negotiation with the next meeting.
    pub fn next_meeting(&self) -> Option<(&SessionSummary, &NextMeeting)> {
        self.next_meetings().flatten().next()
    }

    pub fn next_meeting_with(
        &self,
        person: CounterpartId,
    ) -> Option<(&SessionSummary, &NextMeeting)> {
        let session = self.negotiation(self.agenda.next_meeting_with(person)?)?;
        Some((session, session.next.as_deref()?))
    }

    /// Open promises of both sides, the earliest first, those without a day last.
    pub fn open_promises(
        &self,
    ) -> impl ExactSizeIterator<Item = Option<(&SessionSummary, &OpenPromise)>> {
        self.agenda.promises().map(|(id, at)| {
            let session = self.negotiation(id)?;
            Some((session, session.promises.get(at)?))
        })
    }

    pub fn promises_kept(&self) -> usize {
        self.agenda.promises_kept()
    }

    /// Claims that nobody has tested, the newest first.
    pub fn untested_claims(
        &self,
    ) -> impl ExactSizeIterator<Item = Option<(&SessionSummary, &UntestedClaim)>> {
        self.agenda.claims().map(|(id, at)| {
            let session = self.negotiation(id)?;
            Some((session, session.untested.get(at)?))
        })
    }

    /// The negotiation with the latest offer.
    pub fn latest_offer(&self) -> Option<SessionId> {
        self.agenda.latest_offer()
    }

    /// Carries out an edit and says what the disk has to follow; nothing when nothing changed.
    /// An edit of a record that is not in memory waits until it is.
    pub fn apply(&mut self, edit: Edit, now: Timestamp) -> Vec<Change> {
        if let Some(key) = edit.needs().filter(|key| self.is_known(*key))
            && self.records.peek(key).is_none()
        {
            self.records.want(key);
            self.waiting.push(edit);
            return Vec::new();
        }
        let session = match &edit {
            Edit::Session(id, _) => self.session(*id),
            _ => None,
        };
        let field = edit.field(session);
        match edit {
            Edit::Label(keys, change) => self.label(keys, change, now),
            Edit::Remove(keys) => self.remove(&keys, now),
            Edit::Restore(restored) => self.restore(restored, now),
            edit => {
                let Some(after) = self.edited(edit, now) else { return Vec::new() };
                let before = self.records.peek(after.key()).cloned();
                let change = self.put(after.clone());
                self.undo.push(Step::swap(before, after), field, now);
                vec![change]
            }
        }
    }

    /// The record as the edit leaves it; `None` when it does not change.
    fn edited(&self, edit: Edit, now: Timestamp) -> Option<Record> {
        match edit {
            Edit::Library(edit) => {
                let mut next = (*self.library).clone();
                edit.apply(&mut next);
                (next != *self.library).then(|| Record::Library(Arc::new(next)).touched(now))
            }
            Edit::AddCounterpart(record) => Some(Record::Counterpart(Arc::from(record))),
            Edit::AddSession(record) => Some(Record::Session(Arc::from(record))),
            Edit::Counterpart(id, edit) => {
                let current = self.counterpart(id)?;
                let mut next = current.clone();
                edit.apply(&mut next);
                (next != *current).then(|| Record::Counterpart(Arc::new(next)).touched(now))
            }
            Edit::Session(id, edit) => {
                let current = self.session(id)?;
                let mut next = current.clone();
                edit.apply(&mut next);
                (next != *current).then(|| Record::Session(Arc::new(next)).touched(now))
            }
            Edit::Replace(record) => {
                let current = self.records.peek(record.key());
                let same = current.is_some_and(|current| current.is_same(&record));
                (!same).then(|| record.touched(now))
            }
            Edit::Label(..) | Edit::Remove(_) | Edit::Restore(_) => None,
        }
    }

    /// Has a record loaded, if it is not in memory. Returns whether it is.
    pub fn want(&self, key: RecordKey) -> bool {
        self.is_known(key) && self.records.get(key).is_some()
    }

    fn is_known(&self, key: RecordKey) -> bool {
        match key {
            RecordKey::Library => true,
            RecordKey::Counterpart(id) => self.has_counterpart(id),
            RecordKey::Session(id) => self.has_session(id),
        }
    }

    /// Puts a record in its place, in memory, and everything that is derived from it.
    fn put(&mut self, record: Record) -> Change {
        let base = self.records.on_disk(record.key()).cloned();
        self.records.put(record.clone());
        self.records.news(record.key());
        self.derive(&record);
        self.handed(Change::Put { record, base })
    }

    /// Notes what the saver has to answer.
    fn handed(&mut self, change: Change) -> Change {
        self.underway.hand_out(&change);
        change
    }

    /// Brings up to date what is derived from a record.
    fn derive(&mut self, record: &Record) {
        match record {
            Record::Library(library) => {
                self.my_reading = PersonReading::of(&library.owner.evidence, &self.weights);
                self.library = Arc::clone(library);
                self.revision += 1;
            }
            Record::Counterpart(person) => {
                let summary = CounterpartSummary::of(person, &self.weights);
                let text = RecordText::of_counterpart(person);
                let is_new = self.person(person.id) != Some(&summary);
                if is_new || self.is_new_text(person.id.into(), &text) {
                    self.shelve_person(Arc::new(summary), Some(text));
                }
            }
            Record::Session(session) => {
                let summary = SessionSummary::of(session);
                let text = RecordText::of_session(session);
                let is_new = self.negotiation(session.id) != Some(&summary);
                if is_new || self.is_new_text(session.id.into(), &text) {
                    self.shelve_session(&Arc::new(summary), Some(text));
                }
            }
        }
    }

    /// When thousands of records were labelled, as many answers come that say what is shown already:
    /// they must not make every list and search begin anew.
    fn is_new_text(&self, key: RecordKey, text: &RecordText) -> bool {
        self.texts.text_of(key).as_ref() != Some(text)
    }

    fn shelve_person(&mut self, summary: Arc<CounterpartSummary>, text: Option<RecordText>) {
        if let Some(text) = text {
            self.texts.put(RecordKey::Counterpart(summary.id), text);
        }
        self.counterparts.put(summary);
        self.revision += 1;
    }

    fn shelve_session(&mut self, summary: &Arc<SessionSummary>, text: Option<RecordText>) {
        if let Some(text) = text {
            self.texts.put(RecordKey::Session(summary.id), text);
        }
        let before = self.sessions.put(Arc::clone(summary));
        self.agenda.replace(before.as_deref(), Some(summary));
        self.revision += 1;
    }

    /// Takes a record out of memory and of everything derived.
    fn take_out(&mut self, key: RecordKey) -> Option<Removed> {
        self.take_out_many(&[key]).pop()
    }

    /// Takes records out of memory and of everything derived, in one pass.
    fn take_out_many(&mut self, keys: &[RecordKey]) -> Vec<Removed> {
        let (mut people, mut sessions) = (BTreeSet::new(), BTreeSet::new());
        for key in keys {
            match *key {
                RecordKey::Library => {}
                RecordKey::Counterpart(id) => {
                    people.insert(id);
                }
                RecordKey::Session(id) => {
                    sessions.insert(id);
                }
            }
        }
        let people = self.counterparts.remove_many(&people).into_iter();
        let sessions = self.sessions.remove_many(&sessions);
        for session in &sessions {
            self.agenda.replace(Some(session), None);
        }
        let people = people.map(|one| (one.id.into(), SummaryOf::Counterpart(one)));
        let sessions = sessions.into_iter().map(|one| (one.id.into(), SummaryOf::Session(one)));
        let summaries: Vec<(RecordKey, SummaryOf)> = people.chain(sessions).collect();
        self.revision += 1;
        let removed = summaries.into_iter().map(|(key, summary)| {
            let text = self.texts.text_of(key);
            self.texts.remove(key);
            Removed { key, record: self.records.remove(key), summary, text }
        });
        removed.collect()
    }

    fn remove(&mut self, keys: &[RecordKey], now: Timestamp) -> Vec<Change> {
        let (removed, changes) = self.take_away_keys(keys);
        if !removed.is_empty() {
            self.undo.push(Step::Removed(removed), None, now);
        }
        changes
    }

    fn label(
        &mut self,
        mut keys: Vec<RecordKey>,
        change: LabelChange,
        now: Timestamp,
    ) -> Vec<Change> {
        keys.retain(|key| self.labels(*key).is_some_and(|labels| labels.clone().change(&change)));
        let changes = self.put_label(&keys, &change);
        if !keys.is_empty() {
            self.undo.push(Step::Labelled(keys, change), None, now);
        }
        changes
    }

    pub fn labels(&self, key: RecordKey) -> Option<&Labels> {
        match key {
            RecordKey::Library => None,
            RecordKey::Counterpart(id) => self.person(id).map(|person| &person.labels),
            RecordKey::Session(id) => self.negotiation(id).map(|session| &session.labels),
        }
    }

    /// Labels records; those in memory as a whole, the others by their summary alone: the disk
    /// follows record by record.
    fn put_label(&mut self, keys: &[RecordKey], change: &LabelChange) -> Vec<Change> {
        let mut changes = Vec::new();
        let mut elsewhere = Vec::new();
        for key in keys.iter().copied() {
            if !self.is_known(key) {
                continue;
            }
            if let Some(record) = self.records.peek(key).cloned() {
                // How a record is sorted is no change of what it says, so its time stays.
                changes.push(self.put(labelled(record, change)));
                continue;
            }
            elsewhere.push(key);
            match key {
                RecordKey::Library => {}
                RecordKey::Counterpart(id) => {
                    let Some(summary) = self.counterparts.get(id) else { continue };
                    let mut summary = CounterpartSummary::clone(summary);
                    summary.labels.change(change);
                    self.texts.set_labels(key, &summary.labels);
                    self.counterparts.put(Arc::new(summary));
                }
                RecordKey::Session(id) => {
                    let Some(before) = self.sessions.get(id).cloned() else { continue };
                    let mut after = SessionSummary::clone(&before);
                    after.labels.change(change);
                    self.texts.set_labels(key, &after.labels);
                    self.agenda.replace(Some(&before), Some(&after));
                    self.sessions.put(Arc::new(after));
                }
            }
        }
        self.revision += 1;
        if !elsewhere.is_empty() {
            changes.push(self.handed(Change::Label(elsewhere, change.clone())));
        }
        changes
    }
}

fn labelled(record: Record, change: &LabelChange) -> Record {
    match record {
        Record::Library(_) => record,
        Record::Counterpart(mut record) => {
            Arc::make_mut(&mut record).labels.change(change);
            Record::Counterpart(record)
        }
        Record::Session(mut record) => {
            Arc::make_mut(&mut record).labels.change(change);
            Record::Session(record)
        }
    }
}

#[cfg(test)]
mod tests;
