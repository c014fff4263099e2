//! The open library in memory: records, what is derived from them, and undo.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::edit::{Edit, Field};
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceWeights, Setting};
use crate::domain::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use crate::domain::library::LibraryRecord;
use crate::domain::profile::{Profile, ProfileReading};
use crate::domain::session::{Meeting, Session};
use crate::store::record::{Record, RecordKey};
use crate::store::{Access, LibraryFolder, LibraryLock, Opened, Problem};

/// Keystrokes in one field that are closer together than this are one step of undo.
const TYPING_PAUSE: SignedDuration = SignedDuration::from_millis(1500);

/// Older steps than this many are forgotten.
const UNDO_LIMIT: usize = 500;

/// The profile of one person in both settings.
#[derive(Debug, Clone)]
pub struct PersonReading {
    pub normal: ProfileReading,
    pub pressure: ProfileReading,
}

impl PersonReading {
    fn of(evidence: &[Evidence], weights: &EvidenceWeights) -> Self {
        let reading = |setting| Profile::from_evidence(evidence, setting, weights).reading();
        Self { normal: reading(Setting::Normal), pressure: reading(Setting::Pressure) }
    }

    pub fn get(&self, setting: Setting) -> &ProfileReading {
        match setting {
            Setting::Normal => &self.normal,
            Setting::Pressure => &self.pressure,
        }
    }
}

/// What the disk has to follow.
#[derive(Debug, Clone)]
pub enum Change {
    Put(Record),
    Remove(RecordKey),
}

/// One record before and after a step.
#[derive(Debug)]
struct Swap {
    key: RecordKey,
    before: Option<Record>,
    after: Option<Record>,
}

#[derive(Debug)]
struct Step {
    swap: Swap,
    field: Option<Field>,
    at: Timestamp,
}

/// A library that was read from the disk, with everything that is derived from it.
#[derive(Debug)]
pub struct Loaded {
    pub work: Workspace,
    pub folder: LibraryFolder,
    pub lock: Option<LibraryLock>,
    pub access: Access,
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Works out all profiles, which takes a while in a large library.
    pub fn new(opened: Opened, weights: EvidenceWeights) -> Self {
        Self {
            work: Workspace::new(opened.library, opened.counterparts, opened.sessions, weights),
            folder: opened.folder,
            lock: opened.lock,
            access: opened.access,
            problems: opened.problems,
        }
    }
}

/// All records of the open library. [`Workspace::apply`] is the only way to change them.
#[derive(Debug)]
pub struct Workspace {
    library: Arc<LibraryRecord>,
    counterparts: BTreeMap<CounterpartId, Arc<Counterpart>>,
    sessions: BTreeMap<SessionId, Arc<Session>>,
    /// Derived from the evidence whenever a record changes, as a list asks for it in each frame.
    readings: BTreeMap<CounterpartId, PersonReading>,
    my_reading: PersonReading,
    weights: EvidenceWeights,
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl Workspace {
    pub fn new(
        mut library: LibraryRecord,
        mut counterparts: Vec<Counterpart>,
        mut sessions: Vec<Session>,
        weights: EvidenceWeights,
    ) -> Self {
        name_evidence(library.id.0, &mut library.owner.evidence);
        for person in &mut counterparts {
            name_evidence(person.id.0, &mut person.evidence);
        }
        for session in &mut sessions {
            let record = session.id.0;
            let outcomes = session.meetings.iter_mut().map(|meeting| &mut meeting.outcome);
            let commitments = outcomes.flat_map(|outcome| &mut outcome.commitments);
            for (position, commitment) in commitments.enumerate() {
                commitment.id.get_or_insert_with(|| EntryId::derived(record, position));
            }
        }
        let readings = counterparts
            .iter()
            .map(|person| (person.id, PersonReading::of(&person.evidence, &weights)))
            .collect();
        Self {
            my_reading: PersonReading::of(&library.owner.evidence, &weights),
            library: Arc::new(library),
            counterparts: counterparts.into_iter().map(|item| (item.id, Arc::new(item))).collect(),
            sessions: sessions.into_iter().map(|item| (item.id, Arc::new(item))).collect(),
            readings,
            weights,
            undo: Vec::new(),
            redo: Vec::new(),
        }
    }

    pub fn library(&self) -> &LibraryRecord {
        &self.library
    }

    pub fn counterpart(&self, id: CounterpartId) -> Option<&Counterpart> {
        self.counterparts.get(&id).map(Arc::as_ref)
    }

    pub fn counterparts(&self) -> impl ExactSizeIterator<Item = &Counterpart> {
        self.counterparts.values().map(Arc::as_ref)
    }

    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.sessions.get(&id).map(Arc::as_ref)
    }

    pub fn sessions(&self) -> impl ExactSizeIterator<Item = &Session> {
        self.sessions.values().map(Arc::as_ref)
    }

    /// The people at the table of a session, in its order.
    pub fn people_of<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Counterpart> {
        session.counterparts.iter().filter_map(|id| self.counterpart(*id))
    }

    pub fn reading(&self, id: CounterpartId) -> Option<&PersonReading> {
        self.readings.get(&id)
    }

    pub fn my_reading(&self) -> &PersonReading {
        &self.my_reading
    }

    pub fn weights(&self) -> &EvidenceWeights {
        &self.weights
    }

    /// Meetings that have not ended, soonest first; those without a date come last.
    pub fn next_meetings(&self) -> Vec<(&Session, &Meeting)> {
        let mut meetings: Vec<_> = self
            .sessions()
            .filter_map(|session| session.current_meeting().map(|meeting| (session, meeting)))
            .collect();
        meetings.sort_by_key(|(session, meeting)| {
            (
                meeting.started.is_none(),
                meeting.planned.is_none(),
                meeting.planned,
                std::cmp::Reverse(session.updated),
            )
        });
        meetings
    }

    /// The meeting before `meeting` in the session.
    pub fn previous_meeting(session: &Session, meeting: MeetingId) -> Option<&Meeting> {
        let position = session.meetings.iter().position(|other| other.id == meeting)?;
        session.meetings.get(position.checked_sub(1)?)
    }

    /// Carries out an edit and says what the disk has to follow; `None` when nothing changed.
    pub fn apply(&mut self, edit: Edit, now: Timestamp) -> Option<Change> {
        let field = edit.field();
        let swap = self.swap_for(edit, now)?;
        let change = self.put(swap.key, swap.after.clone());
        self.redo.clear();
        match self.undo.last_mut() {
            Some(last)
                if field.is_some()
                    && last.field == field
                    && last.at.duration_until(now) < TYPING_PAUSE =>
            {
                last.swap.after = swap.after;
                last.at = now;
            }
            _ => self.undo.push(Step { swap, field, at: now }),
        }
        if self.undo.len() > UNDO_LIMIT {
            self.undo.remove(0);
        }
        Some(change)
    }

    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last step back.
    pub fn undo(&mut self, now: Timestamp) -> Option<Change> {
        let mut step = self.undo.pop()?;
        step.swap.before = step.swap.before.map(|record| touched(record, now));
        let change = self.put(step.swap.key, step.swap.before.clone());
        self.redo.push(step);
        Some(change)
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self, now: Timestamp) -> Option<Change> {
        let mut step = self.redo.pop()?;
        step.swap.after = step.swap.after.map(|record| touched(record, now));
        step.field = None;
        let change = self.put(step.swap.key, step.swap.after.clone());
        self.undo.push(step);
        Some(change)
    }

    fn swap_for(&self, edit: Edit, now: Timestamp) -> Option<Swap> {
        match edit {
            Edit::Library(edit) => {
                let mut next = (*self.library).clone();
                edit.apply(&mut next);
                (next != *self.library).then(|| Swap {
                    key: RecordKey::Library,
                    before: Some(Record::Library(Arc::clone(&self.library))),
                    after: Some(touched(Record::Library(Arc::new(next)), now)),
                })
            }
            Edit::AddCounterpart(record) => Some(Swap {
                key: RecordKey::Counterpart(record.id),
                before: None,
                after: Some(Record::Counterpart(Arc::from(record))),
            }),
            Edit::Counterpart(id, edit) => {
                let current = self.counterparts.get(&id)?;
                let mut next = (**current).clone();
                edit.apply(&mut next);
                (next != **current).then(|| Swap {
                    key: RecordKey::Counterpart(id),
                    before: Some(Record::Counterpart(Arc::clone(current))),
                    after: Some(touched(Record::Counterpart(Arc::new(next)), now)),
                })
            }
            Edit::RemoveCounterpart(id) => Some(Swap {
                key: RecordKey::Counterpart(id),
                before: Some(Record::Counterpart(Arc::clone(self.counterparts.get(&id)?))),
                after: None,
            }),
            Edit::AddSession(record) => Some(Swap {
                key: RecordKey::Session(record.id),
                before: None,
                after: Some(Record::Session(Arc::from(record))),
            }),
            Edit::Session(id, edit) => {
                let current = self.sessions.get(&id)?;
                let mut next = (**current).clone();
                edit.apply(&mut next);
                (next != **current).then(|| Swap {
                    key: RecordKey::Session(id),
                    before: Some(Record::Session(Arc::clone(current))),
                    after: Some(touched(Record::Session(Arc::new(next)), now)),
                })
            }
            Edit::RemoveSession(id) => Some(Swap {
                key: RecordKey::Session(id),
                before: Some(Record::Session(Arc::clone(self.sessions.get(&id)?))),
                after: None,
            }),
        }
    }

    fn put(&mut self, key: RecordKey, record: Option<Record>) -> Change {
        let Some(record) = record else {
            match key {
                RecordKey::Library => {}
                RecordKey::Counterpart(id) => {
                    self.counterparts.remove(&id);
                    self.readings.remove(&id);
                }
                RecordKey::Session(id) => {
                    self.sessions.remove(&id);
                }
            }
            return Change::Remove(key);
        };
        match &record {
            Record::Library(library) => {
                self.my_reading = PersonReading::of(&library.owner.evidence, &self.weights);
                self.library = Arc::clone(library);
            }
            Record::Counterpart(person) => {
                let reading = PersonReading::of(&person.evidence, &self.weights);
                self.readings.insert(person.id, reading);
                self.counterparts.insert(person.id, Arc::clone(person));
            }
            Record::Session(session) => {
                self.sessions.insert(session.id, Arc::clone(session));
            }
        }
        Change::Put(record)
    }
}

/// Gives ids to observations that were written by hand without them, so that they can be edited.
fn name_evidence(record: Uuid, evidence: &mut [Evidence]) {
    for (position, item) in evidence.iter_mut().enumerate() {
        item.id.get_or_insert_with(|| EntryId::derived(record, position));
    }
}

/// The record with a new time of change.
fn touched(record: Record, now: Timestamp) -> Record {
    match record {
        Record::Library(mut library) => {
            Arc::make_mut(&mut library).updated = now;
            Record::Library(library)
        }
        Record::Counterpart(mut person) => {
            Arc::make_mut(&mut person).updated = now;
            Record::Counterpart(person)
        }
        Record::Session(mut session) => {
            Arc::make_mut(&mut session).updated = now;
            Record::Session(session)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::edit::{CounterpartEdit, LibraryEdit};
    use crate::content::catalog::Catalog;
    use crate::domain::ids::LibraryId;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn person() -> CounterpartId {
        CounterpartId(Uuid::from_u128(7))
    }

    fn workspace() -> Workspace {
        let library = LibraryRecord::new(LibraryId(Uuid::from_u128(1)), at(0), "EUR");
        let people = vec![Counterpart::new(person(), at(0))];
        Workspace::new(library, people, Vec::new(), *Catalog::bundled().unwrap().weights())
    }

    fn named(text: &str) -> Edit {
        Edit::Counterpart(person(), CounterpartEdit::Name(text.to_owned()))
    }

    fn name(work: &Workspace) -> &str {
        &work.counterpart(person()).unwrap().name
    }

    #[test]
    fn keystrokes_that_follow_closely_are_one_step_of_undo() {
        let mut work = workspace();
        work.apply(named("L"), at(1));
        work.apply(named("Li"), at(2));
        work.apply(named("Li Y"), at(60));
        work.undo(at(61));
        assert_eq!(name(&work), "Li");
        work.undo(at(62));
        assert_eq!(name(&work), "");
        assert!(!work.can_undo());
        work.redo(at(63));
        work.redo(at(64));
        assert_eq!(name(&work), "Li Y");
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step_and_no_write() {
        let mut work = workspace();
        assert!(work.apply(named(""), at(1)).is_none());
        assert!(!work.can_undo());
    }

    #[test]
    fn a_removed_counterpart_comes_back_whole() {
        let mut work = workspace();
        work.apply(named("林悦"), at(1));
        work.apply(Edit::RemoveCounterpart(person()), at(5));
        assert!(work.counterpart(person()).is_none() && work.reading(person()).is_none());
        assert!(matches!(work.undo(at(6)), Some(Change::Put(_))));
        assert_eq!(name(&work), "林悦");
        assert!(work.reading(person()).is_some());
    }

    #[test]
    fn an_undone_record_counts_as_changed_now() {
        let mut work = workspace();
        work.apply(named("L"), at(1));
        work.undo(at(9));
        assert_eq!(work.counterpart(person()).unwrap().updated, at(9));
    }

    #[test]
    fn evidence_written_by_hand_without_ids_can_be_removed() {
        let mut record = Counterpart::new(person(), at(0));
        let line = "(kind: quote, date: \"2026-11-02\", supports: [\"C\"])";
        record.evidence = vec![ron::from_str(line).unwrap(), ron::from_str(line).unwrap()];
        let library = LibraryRecord::new(LibraryId(Uuid::from_u128(1)), at(0), "EUR");
        let weights = *Catalog::bundled().unwrap().weights();
        let mut work = Workspace::new(library, vec![record], Vec::new(), weights);
        let id = work.counterpart(person()).unwrap().evidence[0].id.unwrap();
        work.apply(Edit::Counterpart(person(), CounterpartEdit::RemoveEvidence(id)), at(1));
        assert_eq!(work.counterpart(person()).unwrap().evidence.len(), 1);
    }

    proptest! {
        #[test]
        fn undoing_everything_gives_the_first_state_and_redoing_the_last(
            texts in prop::collection::vec((0..4_u8, "[a-c]{0,3}"), 1..40)
        ) {
            let mut work = workspace();
            for (second, (kind, text)) in texts.into_iter().enumerate() {
                let edit = match kind {
                    0 => named(&text),
                    1 => Edit::Counterpart(person(), CounterpartEdit::Notes(text)),
                    2 => Edit::Library(LibraryEdit::OwnerName(text)),
                    _ => Edit::RemoveCounterpart(person()),
                };
                work.apply(edit, at(i64::try_from(second).unwrap()));
            }
            let shown = |work: &Workspace| {
                let person = work.counterpart(person()).map(|it| (it.name.clone(), it.notes.clone()));
                (person, work.library().owner.name.clone())
            };
            let last = shown(&work);
            while work.can_undo() {
                work.undo(at(1000));
            }
            prop_assert_eq!(shown(&work), (Some((String::new(), String::new())), String::new()));
            while work.can_redo() {
                work.redo(at(2000));
            }
            prop_assert_eq!(shown(&work), last);
        }
    }
}
