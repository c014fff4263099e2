//! What other programs and the threads of the library bring.

use super::*;

#[test]
fn undo_of_a_record_that_is_not_in_memory_spares_what_others_changed() {
    let mut played = Played::with_person_open();
    played.apply(named("Lin"), at(1));
    // The file goes and comes back with something new in it.
    let theirs = changed_elsewhere(&played, |person| person.notes = "冷链".to_owned());
    played.work.gone_outside(key());
    played.disk.insert(key(), theirs.clone());
    assert!(played.work.changed_outside(theirs, at(2)).0.is_empty());
    assert!(played.work.record(key()).is_none());

    assert!(played.work.undo(at(3)).is_empty(), "there is nothing to build on yet");
    played.load(at(4));
    let there = played.on_disk(person());
    assert_eq!((&*there.name, &*there.notes), ("", "冷链"));
    played.redo(at(5));
    assert_eq!(played.name(), "Lin");
}

#[test]
fn a_whole_record_is_replaced_once_it_is_in_memory_so_that_undo_does_not_remove_it() {
    let mut played = Played::new();
    let mut other = played.on_disk(person()).clone();
    other.name = "Lin".to_owned();
    played.work.apply(Edit::Replace(Record::Counterpart(Arc::new(other))), at(1));
    played.load(at(1));
    assert_eq!(played.on_disk(person()).name, "Lin");
    played.undo(at(2));
    assert_eq!(played.name(), "");
}

#[test]
fn a_record_in_memory_is_read_anew_after_the_indexer_found_its_file_changed() {
    let mut played = Played::with_person_open();
    played.apply(named("Lin"), at(1));
    let theirs = changed_elsewhere(&played, |person| person.notes = "冷链".to_owned());
    let Record::Counterpart(record) = &theirs else { panic!() };
    let summary = Arc::new(CounterpartSummary::of(record, played.work.weights()));
    played.disk.insert(key(), theirs);
    played.work.indexed(vec![IndexChange::Counterpart(summary, None)]);
    assert!(played.work.record(key()).is_some(), "undo builds on it");
    played.load(at(2));
    played.undo(at(3));
    let there = played.on_disk(person());
    assert_eq!((&*there.name, &*there.notes), ("", "冷链"));
}

#[test]
fn what_the_indexer_read_before_a_label_reached_the_disk_does_not_take_it_off() {
    let mut played = Played::new();
    let Record::Counterpart(record) = &played.disk[&key()] else { panic!() };
    let summary = Arc::new(CounterpartSummary::of(record, played.work.weights()));
    played.work.apply(Edit::Label(vec![key()], tag(true)), at(1));
    played.work.indexed(vec![IndexChange::Counterpart(summary, None)]);
    assert!(played.work.person(person()).unwrap().labels.has_tag("VIP"));
}

#[test]
fn a_label_that_was_given_up_is_not_shown_any_more() {
    for id in [person(), numbered(3)] {
        let mut played = Played::new();
        let old = played.disk[&id.into()].clone();
        played.work.apply(Edit::Label(vec![id.into()], tag(true)), at(1));
        if id == person() {
            played.work.loaded(old.clone(), at(1));
        }
        played.work.dropped(id.into());
        assert!(played.work.changed_outside(old, at(2)).0.is_empty());
        assert!(!played.work.person(id).unwrap().labels.has_tag("VIP"));
        assert!(!played.work.is_changed(id.into()));
    }
}

#[test]
fn a_save_after_a_label_knows_what_the_label_left_in_the_file() {
    let mut played = Played::new();
    let old = played.disk[&key()].clone();
    played.work.apply(Edit::Label(vec![key()], tag(true)), at(1));
    played.work.loaded(old.clone(), at(1));
    let written = labelled(old, &tag(true)).touched(at(2));
    assert!(played.work.labelled(written.clone(), at(3)).is_empty());
    let changes = played.work.apply(named("Lin"), at(4));
    assert!(matches!(&changes[..], [Change::Put { base: Some(base), .. }] if *base == written));
}

#[test]
fn a_record_that_could_not_be_read_is_tried_again_after_news_of_it() {
    let mut played = Played::new();
    let error = || StoreError::read(std::path::Path::new("a file"), std::io::Error::other("x"));
    for news in 0..3 {
        played.work.counterpart(person());
        played.work.take_wanted();
        played.work.not_loaded(key(), error());
        assert!(played.work.failure(key()).is_some());
        let record = played.disk[&key()].clone();
        let changes = match news {
            0 => played.work.changed_outside(record, at(1)).0,
            1 => played.work.restored(record, at(1)),
            _ => played.work.labelled(record, at(1)),
        };
        assert!(changes.is_empty() && played.work.failure(key()).is_none());
    }
}

#[test]
fn a_row_that_came_back_while_its_record_went_to_the_trash_goes_with_it() {
    let mut played = Played::new();
    let record = played.disk[&key()].clone();
    let changes = played.work.apply(Edit::Remove(vec![key()]), at(1));
    played.work.changed_outside(record.clone(), at(2));
    played.work.restored(record, at(2));
    assert!(!played.work.has_counterpart(person()), "it is being removed");
    played.follow(changes);
    assert!(!played.work.has_counterpart(person()));
}

/// The person as another program changes it.
fn changed_elsewhere(played: &Played, change: impl FnOnce(&mut Counterpart)) -> Record {
    let mut person = played.on_disk(person()).clone();
    change(&mut person);
    person.updated = at(500);
    Record::Counterpart(Arc::new(person))
}

#[test]
fn a_change_by_another_program_is_shown_and_survives_undo_of_what_was_done_before() {
    let mut played = Played::with_person_open();
    played.apply(named("Lin"), at(1));
    let theirs = changed_elsewhere(&played, |person| person.notes = "冷链".to_owned());
    let (changes, conflicts) = played.work.changed_outside(theirs, at(2));
    assert!(changes.is_empty() && conflicts.is_empty());
    assert_eq!(played.work.counterpart(person()).unwrap().notes, "冷链");
    played.undo(at(3));
    let person = played.work.counterpart(person()).unwrap();
    assert_eq!((person.name.as_str(), person.notes.as_str()), ("", "冷链"));
}

#[test]
fn what_is_typed_while_another_program_writes_is_merged_with_it() {
    let mut played = Played::with_person_open();
    let theirs = changed_elsewhere(&played, |person| {
        person.notes = "冷链".to_owned();
        person.title = "CFO".to_owned();
    });
    // Typed, and not on the disk yet.
    played.work.apply(noted("cold chain"), at(1));
    played.work.apply(named("Lin"), at(1));
    let (changes, conflicts) = played.work.changed_outside(theirs, at(2));
    assert_eq!(changes.len(), 1);
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    let person = played.work.counterpart(person()).unwrap();
    let shown = (person.name.as_str(), person.title.as_str(), person.notes.as_str());
    assert_eq!(shown, ("Lin", "CFO", "cold chain"));
}

#[test]
fn a_deletion_by_another_program_spares_what_is_not_saved() {
    let mut played = Played::with_person_open();
    played.work.apply(named("Lin"), at(1));
    played.work.gone_outside(key());
    assert!(played.work.has_counterpart(person()));
    played.work.gone_outside(numbered(3).into());
    assert!(!played.work.has_counterpart(numbered(3)));
}
