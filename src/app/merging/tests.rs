use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::*;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId};
use crate::store::merge::three_way;

fn person(change: impl FnOnce(&mut Counterpart)) -> Record {
    let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(7)), Timestamp::UNIX_EPOCH);
    "Buyer".clone_into(&mut person.title);
    person.evidence = vec![evidence("first")];
    change(&mut person);
    Record::Counterpart(Arc::new(person))
}

fn evidence(text: &str) -> Evidence {
    Evidence {
        id: Some(EntryId(Uuid::from_u128(0xfeed_0000_0000_0000))),
        supports: Vec::new(),
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting: Setting::Normal,
        date: jiff::civil::date(2026, 11, 3),
        text: text.to_owned(),
        source: String::new(),
        weight: None,
    }
}

fn as_person(record: &Record) -> &Counterpart {
    match record {
        Record::Counterpart(person) => person,
        other => panic!("{other:?}"),
    }
}

fn pending(
    mine: impl FnOnce(&mut Counterpart),
    theirs: impl FnOnce(&mut Counterpart),
) -> PendingMerge {
    let (base, mine, theirs) = (person(|_| {}), person(mine), person(theirs));
    let merged = three_way(Some(&base), &mine, &theirs).unwrap();
    PendingMerge::new(Some(base), mine, theirs, merged)
}

fn titled(title: &str) -> impl FnOnce(&mut Counterpart) {
    let title = title.to_owned();
    move |person| person.title = title
}

#[test]
fn each_field_takes_the_version_that_is_chosen() {
    let both = |title: &str, organisation: &str| {
        let (title, organisation) = (title.to_owned(), organisation.to_owned());
        move |person: &mut Counterpart| {
            person.title = title;
            person.organisation = organisation;
        }
    };
    let mut merge = pending(both("mine", "my firm"), both("theirs", "their firm"));
    assert_eq!(merge.conflicts.len(), 2);
    assert_eq!(merge.decided(&merge.merged).record, merge.merged);
    let title = merge.conflicts.iter().position(|it| it.path.to_string() == "title").unwrap();
    merge.choose(title, Version::Theirs);
    let decided = merge.decided(&merge.merged);
    let person = as_person(&decided.record);
    assert_eq!((&*person.title, &*person.organisation), ("theirs", "my firm"));
    merge.choose_all(Version::Theirs);
    assert_eq!(as_person(&merge.decided(&merge.merged).record).organisation, "their firm");
    assert_eq!(merge.decided(&merge.merged).lost, [0; 0]);
}

#[test]
fn an_entry_that_i_removed_and_the_other_side_changed_stays_unless_i_say_so() {
    let changed = |person: &mut Counterpart| person.evidence = vec![evidence("changed there")];
    let mut merge = pending(|person| person.evidence.clear(), changed);
    assert_eq!(merge.chosen, [Version::Theirs]);
    assert_eq!(as_person(&merge.decided(&merge.merged).record).evidence.len(), 1);
    merge.choose(0, Version::Mine);
    assert!(as_person(&merge.decided(&merge.merged).record).evidence.is_empty());

    let mut merge = pending(changed, |person| person.evidence.clear());
    assert_eq!(merge.chosen, [Version::Mine]);
    merge.choose(0, Version::Theirs);
    assert!(as_person(&merge.decided(&merge.merged).record).evidence.is_empty());
}

#[test]
fn what_was_typed_since_is_shown_and_kept() {
    let merge = pending(titled("mine"), titled("theirs"));
    let current = person(|person| {
        titled("mine and more")(person);
        "a note".clone_into(&mut person.notes);
    });
    assert_eq!(merge.decided(&current).record, current);
    let contradictions = merge.contradictions(&current);
    assert_eq!(contradictions[0].1.before, Some("mine and more".into()));
    assert!(merge.contradictions(&person(titled("theirs"))).is_empty(), "they agree now");
}

#[test]
fn a_place_that_is_gone_is_named() {
    let text = |text: &str| {
        let entry = evidence(text);
        move |person: &mut Counterpart| person.evidence = vec![entry]
    };
    let mut merge = pending(text("mine"), text("theirs"));
    merge.choose_all(Version::Theirs);
    let current = person(|person| person.evidence.clear());
    assert_eq!(merge.decided(&current), Decided { record: current, lost: vec![0] });
}

#[test]
fn quiet_changes_are_those_of_the_other_side_that_contradict_nothing() {
    let merge = pending(titled("mine"), |person| {
        titled("theirs")(person);
        "their firm".clone_into(&mut person.organisation);
    });
    let paths: Vec<String> = merge.quiet_changes().iter().map(|it| it.path.to_string()).collect();
    assert_eq!(paths, ["organisation"]);
}

#[test]
fn a_merge_is_renewed_with_the_choices_made() {
    let mut merge = pending(titled("mine"), |person| {
        titled("theirs")(person);
        "their firm".clone_into(&mut person.organisation);
    });
    merge.choose_all(Version::Theirs);
    let current = person(|person| {
        titled("mine")(person);
        "my firm".clone_into(&mut person.organisation);
    });
    let next = merge.onto(&current).unwrap();
    assert_eq!(next.conflicts.len(), 2);
    assert!(!next.is_covered_by(&merge) && merge.is_covered_by(&next));
    let title = next.conflicts.iter().position(|it| it.path.to_string() == "title").unwrap();
    assert_eq!((next.chosen[title], next.chosen[1 - title]), (Version::Theirs, Version::Mine));
}
