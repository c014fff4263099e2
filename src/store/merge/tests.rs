mod plans;

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::fixture::{counterpart, evidence, library, person, record, session};
use super::{
    Conflict, MergeError, Merged, base_for, differences, three_way, with_mine, with_theirs,
};
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, EntryId, LibraryId};
use crate::domain::potato::PotatoVerdict;
use crate::store::record::Record;

/// Merges what the two edits make of the counterpart.
fn merged(mine: impl Fn(&mut Counterpart), theirs: impl Fn(&mut Counterpart)) -> Merged {
    merged_from(&counterpart(), mine, theirs)
}

fn merged_from(
    base: &Counterpart,
    mine: impl Fn(&mut Counterpart),
    theirs: impl Fn(&mut Counterpart),
) -> Merged {
    let (mut a, mut b) = (base.clone(), base.clone());
    mine(&mut a);
    theirs(&mut b);
    three_way(Some(&person(base)), &person(&a), &person(&b)).unwrap()
}

fn read(record: &Record) -> &Counterpart {
    let Record::Counterpart(person) = record else { panic!("{record:?}") };
    person
}

fn paths(conflicts: &[Conflict]) -> Vec<String> {
    conflicts.iter().map(|conflict| conflict.path.to_string()).collect()
}

fn texts(person: &Counterpart) -> Vec<&str> {
    person.evidence.iter().map(|item| item.text.as_str()).collect()
}

#[test]
fn changes_of_different_fields_are_united() {
    let merged =
        merged(|mine| mine.title = "CFO".into(), |theirs| theirs.latin_name = "Lin Yue".into());
    let person = read(&merged.record);
    assert_eq!((person.title.as_str(), person.latin_name.as_str()), ("CFO", "Lin Yue"));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn a_field_changed_on_both_sides_is_a_conflict_that_keeps_mine_until_theirs_is_taken() {
    let merged = merged(|mine| mine.name = "Lin".into(), |theirs| theirs.name = "Yue".into());
    let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
    assert_eq!(conflict.path.to_string(), "name");
    let values = [&conflict.base, &conflict.mine, &conflict.theirs];
    assert_eq!(values, [&Some(json!("林悦")), &Some(json!("Lin")), &Some(json!("Yue"))]);
    assert_eq!(read(&merged.record).name, "Lin");
    let theirs = with_theirs(&merged.record, conflict).unwrap();
    assert_eq!(read(&theirs).name, "Yue");
    assert_eq!(with_mine(&theirs, conflict).unwrap(), merged.record);
}

#[test]
fn a_text_emptied_on_one_side_and_changed_on_the_other_is_a_conflict() {
    let change = |person: &mut Counterpart| person.name = "Lin".into();
    let empty = |person: &mut Counterpart| person.name.clear();
    for (merged, name) in [(merged(change, empty), "Lin"), (merged(empty, change), "")] {
        assert_eq!(paths(&merged.conflicts), ["name"]);
        assert_eq!(read(&merged.record).name, name);
    }
}

#[test]
fn long_texts_are_merged_by_line() {
    let merged = merged(
        |mine| mine.notes = mine.notes.replace("figures", "charts"),
        |theirs| theirs.notes.push_str("\nhates mail"),
    );
    let notes = "likes charts\nasks for references\ndecides alone\nhates mail";
    assert_eq!(read(&merged.record).notes, notes);
    assert!(merged.conflicts.is_empty());
}

#[test]
fn new_entries_of_both_sides_stand_behind_their_neighbours_mine_first() {
    let merged = merged(
        |mine| {
            mine.evidence.insert(1, evidence(Some(1), "mine, second"));
            mine.evidence.push(evidence(Some(2), "mine, last"));
        },
        |theirs| {
            theirs.evidence.insert(0, evidence(Some(3), "theirs, first"));
            theirs.evidence.insert(2, evidence(Some(4), "theirs, second"));
            theirs.evidence.push(evidence(Some(5), "theirs, last"));
            theirs.evidence.push(evidence(Some(6), "theirs, very last"));
        },
    );
    assert_eq!(
        texts(read(&merged.record)),
        [
            "theirs, first",
            "said so",
            "mine, second",
            "theirs, second",
            "said so",
            "said so",
            "mine, last",
            "theirs, last",
            "theirs, very last"
        ]
    );
}

#[test]
fn the_order_that_one_side_changed_is_kept() {
    let merged = merged(
        |mine| mine.evidence.push(evidence(Some(1), "new")),
        |theirs| {
            theirs.evidence[0].text = "moved".into();
            theirs.evidence.rotate_left(1);
        },
    );
    assert_eq!(texts(read(&merged.record)), ["said so", "said so", "new", "moved"]);
}

#[test]
fn a_removed_entry_stays_only_if_the_other_side_changed_it() {
    let remove = |person: &mut Counterpart| drop(person.evidence.remove(1));
    let change = |person: &mut Counterpart| person.evidence[1].source = "mail".into();
    let quiet = merged(remove, |theirs| theirs.title = "CFO".into());
    assert_eq!(read(&quiet.record).evidence.len(), 2);
    assert!(quiet.conflicts.is_empty());
    for merged in [merged(remove, change), merged(change, remove)] {
        assert_eq!(read(&merged.record).evidence[1].source, "mail");
        let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
        assert_eq!(conflict.path.to_string(), format!("evidence[{}]", Uuid::from_u128(101)));
        let sides = [with_mine, with_theirs].map(|with| with(&merged.record, conflict).unwrap());
        let left = sides.each_ref().map(|side| read(side).evidence.len());
        let removed_by_me = conflict.mine.is_none();
        assert_eq!(left, if removed_by_me { [2, 3] } else { [3, 2] });
        // A decision can be taken back.
        let again = if removed_by_me { with_theirs } else { with_mine };
        let removed = if removed_by_me { &sides[0] } else { &sides[1] };
        assert_eq!(read(&again(removed, conflict).unwrap()).evidence.len(), 3);
    }
}

#[test]
fn tags_unite_like_a_set_and_a_removed_tag_stays_removed() {
    let mut base = counterpart();
    base.labels.tags = ["VIP", "old"].map(str::to_owned).into();
    let add =
        |tag: &'static str| move |person: &mut Counterpart| person.labels.tags.push(tag.into());
    let merged = merged_from(&base, add("mine"), |theirs| {
        theirs.labels.tags.retain(|tag| tag != "old");
        theirs.labels.tags.push("theirs".into());
        theirs.labels.archived = true;
    });
    let labels = &read(&merged.record).labels;
    assert_eq!(labels.tags, ["VIP", "mine", "theirs"]);
    assert!(labels.archived && merged.conflicts.is_empty());
    // The labels are left out of a file when they are empty.
    let both = merged_from(&counterpart(), add("mine"), add("theirs"));
    assert_eq!(read(&both.record).labels.tags, ["mine", "theirs"]);
    assert!(both.conflicts.is_empty());
    let cleared = merged_from(&base, |mine| mine.labels = Default::default(), add("theirs"));
    assert_eq!(read(&cleared.record).labels.tags, ["theirs"]);
}

#[test]
fn entries_written_by_hand_without_id_are_known_by_what_they_say() {
    let mut base = counterpart();
    let ids = |person: &mut Counterpart, ids: bool| {
        for (number, item) in person.evidence.iter_mut().enumerate() {
            *item = evidence(ids.then_some(200 + number as u128), &format!("note {number}"));
        }
    };
    for base_has_ids in [true, false] {
        ids(&mut base, base_has_ids);
        // The file has no ids yet, the record in memory has; both were changed.
        let merged = merged_from(
            &base,
            |mine| {
                ids(mine, true);
                mine.evidence[0].source = "mail".into();
            },
            |theirs| {
                ids(theirs, false);
                theirs.evidence.insert(1, evidence(None, "by hand"));
                theirs.evidence.remove(3);
            },
        );
        let person = read(&merged.record);
        for text in ["note 0", "by hand", "note 1"] {
            assert_eq!(
                texts(person).iter().filter(|found| **found == text).count(),
                1,
                "{person:?}"
            );
        }
        assert!(!texts(person).contains(&"note 2"));
        assert!(person.evidence.iter().any(|item| item.source == "mail"));
    }
}

#[test]
fn an_id_that_stands_twice_makes_the_list_one_value() {
    let mut base = counterpart();
    base.evidence[1].id = base.evidence[0].id;
    let merged = merged_from(
        &base,
        |mine| mine.evidence[0].text = "mine".into(),
        |theirs| theirs.evidence[1].text = "theirs".into(),
    );
    assert_eq!(paths(&merged.conflicts), ["evidence"]);
    assert_eq!(texts(read(&merged.record))[0], "mine");
    let theirs = with_theirs(&merged.record, &merged.conflicts[0]).unwrap();
    assert_eq!(texts(read(&theirs))[1], "theirs");
}

#[test]
fn questions_asked_on_both_sides_are_all_asked() {
    let base = session();
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.potatoes[0].asked[0] ^= true;
    theirs.potatoes[0].asked[2] ^= true;
    theirs.potatoes[0].verdict = PotatoVerdict::Real;
    let merged = three_way(Some(&record(&base)), &record(&mine), &record(&theirs)).unwrap();
    let Record::Session(session) = &merged.record else { panic!("{merged:?}") };
    let potato = &session.potatoes[0];
    let expected =
        [mine.potatoes[0].asked[0], base.potatoes[0].asked[1], theirs.potatoes[0].asked[2]];
    assert_eq!((potato.asked, potato.verdict), (expected, PotatoVerdict::Real));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn without_a_base_lists_unite_and_the_filled_value_wins() {
    let (mut mine, mut theirs) = (counterpart(), counterpart());
    mine.title = "CFO".into();
    mine.organisation = "North".into();
    mine.evidence.remove(0);
    theirs.organisation = "South".into();
    theirs.labels.archived = true;
    theirs.evidence[2].weight = None;
    let merged = three_way(None, &person(&mine), &person(&theirs)).unwrap();
    let person = read(&merged.record);
    assert_eq!((person.title.as_str(), person.organisation.as_str()), ("CFO", "North"));
    assert_eq!((person.evidence.len(), person.evidence[2].weight), (3, Some(0.1)));
    assert_eq!(paths(&merged.conflicts), ["labels.archived", "organisation"]);
}

#[test]
fn the_later_time_and_the_higher_schema_win_without_a_conflict() {
    let merged = merged(
        |mine| {
            mine.updated = Timestamp::from_second(20).unwrap();
            mine.schema = 1;
        },
        |theirs| theirs.updated = Timestamp::from_second(30).unwrap(),
    );
    let person = read(&merged.record);
    assert_eq!((person.updated.as_second(), person.schema), (30, counterpart().schema));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn different_records_are_not_merged() {
    let other = Counterpart::new(CounterpartId(Uuid::from_u128(8)), Timestamp::UNIX_EPOCH);
    let (one, other) = (person(&counterpart()), person(&other));
    assert_eq!(three_way(None, &one, &other), Err(MergeError::DifferentRecords));
    assert_eq!(three_way(Some(&other), &one, &one), Err(MergeError::DifferentRecords));
    let mut foreign = library();
    foreign.id = LibraryId(Uuid::from_u128(10));
    let libraries = [library(), foreign].map(|library| Record::Library(Arc::new(library)));
    assert_eq!(three_way(None, &libraries[0], &libraries[1]), Err(MergeError::DifferentRecords));
}

#[test]
fn evidence_about_myself_is_merged_too() {
    let (mut mine, mut theirs) = (library(), library());
    mine.owner.evidence.push(evidence(Some(1), "mine"));
    theirs.owner.evidence.push(evidence(Some(2), "theirs"));
    theirs.owner.name = "Ann".into();
    let [base, mine, theirs] =
        [library(), mine, theirs].map(|side| Record::Library(Arc::new(side)));
    let merged = three_way(Some(&base), &mine, &theirs).unwrap();
    let Record::Library(library) = &merged.record else { panic!("{merged:?}") };
    assert_eq!((library.owner.evidence.len(), library.owner.name.as_str()), (2, "Ann"));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn a_conflict_whose_place_has_gone_is_an_error() {
    let merged = merged(
        |mine| mine.evidence[0].text = "mine".into(),
        |theirs| theirs.evidence[0].text = "theirs".into(),
    );
    let mut without = read(&merged.record).clone();
    without.evidence.remove(0);
    let taken = with_theirs(&person(&without), &merged.conflicts[0]);
    assert!(matches!(taken, Err(MergeError::NoSuchPlace { .. })), "{taken:?}");
}

#[test]
fn differences_name_entries_by_id() {
    let (before, mut after) = (counterpart(), counterpart());
    after.name = "Lin".into();
    after.evidence[1].text = "changed".into();
    after.evidence.remove(0);
    let found = differences(&person(&before), &person(&after));
    let found: Vec<_> = found.iter().map(|change| change.path.to_string()).collect();
    let [first, second] = [100, 101].map(Uuid::from_u128);
    assert_eq!(
        found,
        [format!("evidence[{first}]"), format!("evidence[{second}].text"), "name".into()]
    );
}

/// An id that was made on one computer, not derived from that of the record.
const ONCE: u128 = 1 << 100;

/// A counterpart at a second of its history.
fn version(second: i64, change: impl Fn(&mut Counterpart)) -> Counterpart {
    let mut person = counterpart();
    person.updated = Timestamp::from_second(second).unwrap();
    change(&mut person);
    person
}

#[test]
fn the_base_is_the_newest_version_older_than_an_entry_of_both_sides() {
    let shared = |person: &mut Counterpart| person.evidence.push(evidence(Some(ONCE), "shared"));
    let titled = |person: &mut Counterpart| person.title = "CFO".into();
    let both = |person: &mut Counterpart| {
        titled(person);
        shared(person);
    };
    let [first, second, third] = [version(1, |_| {}), version(2, titled), version(3, both)];
    let all = [&third, &first, &second].map(person);
    let mine = version(10, both);
    let mut theirs = version(11, both);
    theirs.notes.clear();
    let base = |mine: &Counterpart, theirs: &Counterpart| {
        base_for(all.iter().cloned(), &person(mine), &person(theirs))
    };
    assert_eq!(base(&mine, &theirs), Some(person(&second)));
    // With the base, what they removed is removed.
    let merged = three_way(Some(&person(&second)), &person(&mine), &person(&theirs)).unwrap();
    assert_eq!((read(&merged.record).notes.as_str(), merged.conflicts.len()), ("", 0));
}

#[test]
fn a_version_that_the_other_side_may_not_have_seen_is_no_base() {
    let base = |versions: &[&Counterpart], mine: &Counterpart, theirs: &Counterpart| {
        base_for(versions.iter().copied().map(person), &person(mine), &person(theirs))
    };
    // They began before I wrote the title, and saved after it.
    let titled = |person: &mut Counterpart| person.title = "CFO".into();
    let (first, second) = (version(1, |_| {}), version(2, titled));
    let mine = version(10, |mine| {
        titled(mine);
        mine.notes.push_str("\nmine");
    });
    let theirs = version(11, |theirs| theirs.organisation = "North".into());
    assert_eq!(base(&[&first, &second], &mine, &theirs), None);
    // A copy was merged in before: its entry is on both sides, and proves nothing for my versions.
    let [mut mine, mut theirs] = [mine, theirs];
    for side in [&mut mine, &mut theirs] {
        side.evidence.push(evidence(Some(ONCE), "from the first copy"));
    }
    assert_eq!(base(&[&first, &second], &mine, &theirs), Some(person(&first)));
    let merged = three_way(Some(&person(&first)), &person(&mine), &person(&theirs)).unwrap();
    assert_eq!(read(&merged.record).title, "CFO");
}

#[test]
fn an_id_derived_from_a_position_proves_nothing() {
    let by_hand = |person: &mut Counterpart| {
        let id = EntryId::derived(person.id.0, 3).0.as_u128();
        person.evidence.push(evidence(Some(id), "by hand"));
    };
    let [mine, theirs] = [10, 11].map(|second| person(&version(second, by_hand)));
    let first = person(&version(1, |_| {}));
    assert_eq!(base_for([first].into_iter(), &mine, &theirs), None);
}
