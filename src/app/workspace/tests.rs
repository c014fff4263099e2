use std::collections::BTreeMap;

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::app::edit::{CounterpartEdit, LibraryEdit};
use crate::content::catalog::Catalog;
use crate::domain::ids::LibraryId;
use crate::store::index::IndexChange;

mod late;
mod outside;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn numbered(number: u128) -> CounterpartId {
    CounterpartId(Uuid::from_u128(number))
}

fn person() -> CounterpartId {
    numbered(7)
}

fn key() -> RecordKey {
    person().into()
}

/// A library on a disk that is played here: changes go to it, records come from it.
struct Played {
    work: Workspace,
    disk: BTreeMap<RecordKey, Record>,
    trash: BTreeMap<RecordKey, Record>,
}

impl Played {
    /// People 1 to 9, none of them in memory.
    fn new() -> Self {
        let library = LibraryRecord::new(LibraryId(Uuid::from_u128(1)), at(0), "EUR");
        let weights = *Catalog::bundled().unwrap().weights();
        let people: Vec<_> =
            (1..10).map(|number| Arc::new(Counterpart::new(numbered(number), at(0)))).collect();
        let summaries =
            people.iter().map(|person| Arc::new(CounterpartSummary::of(person, &weights)));
        let (sessions, texts) = (Shelf::default(), TextIndex::default());
        let work = Workspace::new(library, summaries.collect(), sessions, texts, weights);
        let records = people.into_iter().map(Record::Counterpart);
        let disk = records.map(|record| (record.key(), record)).collect();
        Self { work, disk, trash: BTreeMap::new() }
    }

    fn with_person_open() -> Self {
        let mut played = Self::new();
        played.work.counterpart(person());
        played.load(at(0));
        played
    }

    /// Loads what pages have asked for.
    fn load(&mut self, now: Timestamp) {
        for key in self.work.take_wanted() {
            let changes = self.work.loaded(self.disk[&key].clone(), now);
            self.follow(changes);
        }
    }

    fn apply(&mut self, edit: Edit, now: Timestamp) -> usize {
        let changes = self.work.apply(edit, now);
        let count = changes.len();
        self.follow(changes);
        self.load(now);
        count
    }

    fn undo(&mut self, now: Timestamp) {
        let changes = self.work.undo(now);
        self.follow(changes);
    }

    fn redo(&mut self, now: Timestamp) {
        let changes = self.work.redo(now);
        self.follow(changes);
    }

    /// Does on the disk what the saver would do, and reports it.
    fn follow(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Put { record, .. } => {
                    self.disk.insert(record.key(), record.clone());
                    self.work.saved(record);
                }
                Change::Remove(key) => {
                    let record = self.disk.remove(&key).unwrap();
                    self.trash.insert(key, record);
                    self.work.removed(key);
                }
                Change::Restore(key) => {
                    let record = self.trash.remove(&key).unwrap();
                    self.disk.insert(key, record.clone());
                    self.work.restored(record, at(0));
                }
                Change::Label(keys, change) => {
                    for key in keys {
                        let record = labelled(self.disk[&key].clone(), &change);
                        self.disk.insert(key, record.clone());
                        self.work.labelled(record, at(0));
                    }
                }
            }
        }
    }

    fn on_disk(&self, id: CounterpartId) -> &Counterpart {
        match &self.disk[&id.into()] {
            Record::Counterpart(record) => record,
            other => panic!("{other:?}"),
        }
    }

    fn name(&mut self) -> String {
        if self.work.counterpart(person()).is_none() {
            self.load(at(0));
        }
        self.work.counterpart(person()).unwrap().name.clone()
    }
}

fn named(text: &str) -> Edit {
    Edit::Counterpart(person(), CounterpartEdit::Name(text.to_owned()))
}

fn noted(text: &str) -> Edit {
    Edit::Counterpart(person(), CounterpartEdit::Notes(text.to_owned()))
}

fn tag(on: bool) -> LabelChange {
    LabelChange::Tag { tag: "VIP".to_owned(), on }
}

#[test]
fn keystrokes_that_follow_closely_are_one_step_of_undo() {
    let mut played = Played::with_person_open();
    played.apply(named("L"), at(1));
    played.apply(named("Li"), at(2));
    played.apply(named("Li Y"), at(60));
    played.undo(at(61));
    assert_eq!(played.name(), "Li");
    played.undo(at(62));
    assert_eq!(played.name(), "");
    assert!(!played.work.can_undo());
    played.redo(at(63));
    played.redo(at(64));
    assert_eq!(played.name(), "Li Y");
}

#[test]
fn an_edit_that_changes_nothing_is_no_step_and_no_write() {
    let mut played = Played::with_person_open();
    assert_eq!(played.apply(named(""), at(1)), 0);
    assert!(!played.work.can_undo());
}

#[test]
fn an_edit_of_a_record_that_is_not_in_memory_is_made_once_it_is() {
    let mut played = Played::new();
    assert!(played.work.counterpart(person()).is_none());
    assert_eq!(played.work.apply(named("林悦"), at(1)).len(), 0);
    played.load(at(1));
    assert_eq!(played.name(), "林悦");
    assert_eq!(played.on_disk(person()).name, "林悦");
    assert_eq!(played.work.person(person()).unwrap().name, "林悦");
    played.undo(at(2));
    assert_eq!(played.name(), "");
}

#[test]
fn a_removed_counterpart_comes_back_whole() {
    let mut played = Played::with_person_open();
    played.apply(named("林悦"), at(1));
    played.apply(Edit::remove_counterpart(person()), at(5));
    assert!(!played.work.has_counterpart(person()) && played.work.reading(person()).is_none());
    played.undo(at(6));
    assert_eq!(played.name(), "林悦");
    assert_eq!(played.on_disk(person()).name, "林悦");
}

#[test]
fn many_records_are_removed_and_brought_back_in_one_step_without_being_loaded() {
    let mut played = Played::new();
    let keys: Vec<RecordKey> = (1..6).map(|number| numbered(number).into()).collect();
    assert_eq!(played.apply(Edit::Remove(keys.clone()), at(1)), 5);
    assert_eq!((played.work.people().len(), played.disk.len()), (4, 4));
    played.undo(at(2));
    assert_eq!((played.work.people().len(), played.disk.len()), (9, 9));
    assert!(played.work.take_wanted().is_empty());
    played.redo(at(3));
    assert_eq!((played.work.people().len(), played.disk.len()), (4, 4));
}

#[test]
fn labelling_many_is_one_step_and_undo_spares_those_that_had_the_label() {
    let mut played = Played::with_person_open();
    played.apply(Edit::Label(vec![numbered(2).into()], tag(true)), at(1));
    let keys = (1..10).map(|number| numbered(number).into()).collect();
    played.apply(Edit::Label(keys, tag(true)), at(2));
    let tagged = |played: &Played| -> Vec<u128> {
        let tagged = played.work.people().iter().filter(|person| person.labels.has_tag("VIP"));
        tagged.map(|person| person.id.0.as_u128()).collect()
    };
    assert_eq!(tagged(&played).len(), 9);
    assert!(played.on_disk(person()).labels.has_tag("VIP"), "in memory");
    assert!(played.on_disk(numbered(4)).labels.has_tag("VIP"), "on the disk alone");
    played.undo(at(3));
    assert_eq!(tagged(&played), [2]);
    assert!(!played.on_disk(numbered(4)).labels.has_tag("VIP"));
    played.redo(at(4));
    assert_eq!(tagged(&played).len(), 9);
}

#[test]
fn a_record_that_was_labelled_while_it_was_being_read_keeps_the_label() {
    let mut played = Played::new();
    played.work.counterpart(person());
    let old = played.disk[&key()].clone();
    let changes = played.work.apply(Edit::Label(vec![key()], tag(true)), at(1));
    played.work.loaded(old, at(1));
    assert!(played.work.counterpart(person()).unwrap().labels.has_tag("VIP"));
    played.follow(changes);
    assert!(played.on_disk(person()).labels.has_tag("VIP"));
}

#[test]
fn a_late_answer_of_the_disk_does_not_bring_a_label_back_that_was_taken_off_meanwhile() {
    let mut played = Played::new();
    played.work.apply(Edit::Label(vec![key()], tag(true)), at(1));
    let written = labelled(played.disk[&key()].clone(), &tag(true));
    played.work.undo(at(2));
    played.work.labelled(written, at(2));
    assert!(!played.work.person(person()).unwrap().labels.has_tag("VIP"));
}

#[test]
fn an_undone_record_counts_as_changed_now() {
    let mut played = Played::with_person_open();
    played.apply(named("L"), at(1));
    played.undo(at(9));
    assert_eq!(played.work.counterpart(person()).unwrap().updated, at(9));
}

proptest! {
    // Each step works out profiles, which takes its time in a debug build.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn undoing_everything_gives_the_first_state_and_redoing_the_last(
        texts in prop::collection::vec((0..6_u8, "[a-c]{0,3}"), 1..40)
    ) {
        let mut played = Played::with_person_open();
        for (second, (kind, text)) in texts.into_iter().enumerate() {
            let edit = match kind {
                0 => named(&text),
                1 => noted(&text),
                2 => Edit::Library(LibraryEdit::OwnerName(text)),
                3 => Edit::Label(vec![key(), numbered(3).into()], tag(text.len() < 2)),
                4 => Edit::Label(vec![key()], LabelChange::Archived { on: text.len() < 2 }),
                _ => Edit::Remove(vec![key(), numbered(5).into()]),
            };
            played.apply(edit, at(i64::try_from(second).unwrap()));
        }
        let shown = |played: &Played| {
            let labels = [key(), numbered(3).into()].map(|key| played.work.labels(key).cloned());
            let name = played.work.person(person()).map(|person| person.name.clone());
            let owner = played.work.library().owner.name.clone();
            let disk: Vec<RecordKey> = played.disk.keys().copied().collect();
            (labels, name, owner, played.work.people().len(), disk)
        };
        let first = shown(&Played::with_person_open());
        let last = shown(&played);
        while played.work.can_undo() {
            played.undo(at(1000));
        }
        let back = shown(&played);
        prop_assert_eq!((&back.0, &back.1, &back.2, back.3), (&first.0, &first.1, &first.2, first.3));
        while played.work.can_redo() {
            played.redo(at(2000));
        }
        prop_assert_eq!(shown(&played), last);
    }
}
