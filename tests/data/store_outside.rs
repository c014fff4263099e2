//! Other programs change the library while it is open: sync engines, editors, another computer.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::label::LabelChange;
use counterpoint::store::error::Action;
use counterpoint::store::{Record, RecordKey, SaveReport, Saver, StoreError, history, trash};

use super::fixture::{
    Fixture, as_record, counterpart, counterpart_key, session, session_key, snapshot,
};

const LONG: Duration = Duration::from_secs(20);

fn saver(fixture: &Fixture) -> Saver {
    Saver::spawn(fixture.folder.clone(), || {}).expect("a saver")
}

fn person(change: impl FnOnce(&mut Counterpart)) -> Counterpart {
    let mut record = counterpart(10);
    change(&mut record);
    record
}

/// Writes a record as another program would, in its own way.
fn write(fixture: &Fixture, record: &Counterpart) {
    let text = ron::to_string(record).expect("text");
    fixture.put(RecordKey::Counterpart(record.id), text.as_bytes());
}

fn read(fixture: &Fixture, number: u128) -> Counterpart {
    ron::from_str(&fixture.text(counterpart_key(number))).expect("a whole file")
}

fn file(fixture: &Fixture) -> PathBuf {
    fixture.folder.file(counterpart_key(10))
}

/// Waits until looking at the file brings something.
fn look(saver: &Saver, path: PathBuf) -> Vec<SaveReport> {
    saver.look(vec![path]);
    reports_within(saver, Duration::from_secs(10))
}

fn reports_within(saver: &Saver, time: Duration) -> Vec<SaveReport> {
    let start = Instant::now();
    while start.elapsed() < time {
        let reports = saver.take_reports();
        if !reports.is_empty() {
            return reports;
        }
        thread::sleep(Duration::from_millis(5));
    }
    Vec::new()
}

const SOON: Duration = Duration::from_millis(150);

#[test]
fn both_changes_of_a_file_are_kept_and_the_other_one_is_among_the_versions() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let base = as_record(counterpart(10));
    let theirs = person(|person| person.organisation = "theirs".to_owned());
    write(&fixture, &theirs);
    let mine = as_record(person(|person| person.title = "mine".to_owned()));
    saver.save(mine.clone(), Some(base.clone()));
    // Typed before the first answer is known.
    assert!(saver.flush(LONG));
    let more = as_record(person(|person| person.title = "mine and more".to_owned()));
    saver.save(more.clone(), Some(base));
    assert!(saver.flush(LONG));

    let both = read(&fixture, 10);
    assert_eq!((both.title.as_str(), both.organisation.as_str()), ("mine and more", "theirs"));
    let reports = saver.take_reports();
    let [
        SaveReport::Merged { asked, theirs: told, conflicts, by_others: true, .. },
        SaveReport::Merged { asked: later, written, conflicts: none, by_others: false, .. },
    ] = &reports[..]
    else {
        panic!("{reports:?}")
    };
    assert_eq!((asked, told), (&mine, &as_record(theirs.clone())));
    assert_eq!((later, written), (&more, &as_record(both)));
    assert!(conflicts.is_empty() && none.is_empty(), "{conflicts:?} {none:?}");
    let versions = history::versions(&fixture.folder, counterpart_key(10));
    assert_eq!(versions.len(), 1, "the answer to the first change is no work of others");
    let kept = history::read(&fixture.folder, &versions[0]).expect("readable");
    assert_eq!(kept, as_record(theirs));
}

#[test]
fn a_version_by_another_program_is_kept_however_recent_the_last_one_is() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let mut base = as_record(counterpart(10));
    for count in 0..3 {
        write(&fixture, &person(|person| person.organisation = format!("theirs {count}")));
        let mine = as_record(person(|person| person.title = format!("mine {count}")));
        saver.save(mine, Some(base.clone()));
        assert!(saver.flush(LONG));
        base = as_record(read(&fixture, 10));
    }
    assert_eq!(history::versions(&fixture.folder, counterpart_key(10)).len(), 3);
}

#[test]
fn a_file_that_reads_like_what_is_known_is_no_change() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    write(&fixture, &counterpart(10));
    let mine = as_record(person(|person| person.title = "mine".to_owned()));
    saver.save(mine.clone(), Some(as_record(counterpart(10))));
    assert!(saver.flush(LONG));
    assert_eq!(saver.take_reports(), [SaveReport::Saved { record: mine }]);
}

#[test]
fn an_edit_wins_over_a_deletion_and_over_a_damaged_file() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    fs::remove_file(file(&fixture)).expect("deleted");
    let mine = as_record(person(|person| person.title = "mine".to_owned()));
    saver.save(mine.clone(), Some(as_record(counterpart(10))));
    assert!(saver.flush(LONG));
    assert_eq!(saver.take_reports(), [SaveReport::Saved { record: mine.clone() }]);
    assert_eq!(as_record(read(&fixture, 10)), mine);

    fixture.put(counterpart_key(10), b"half a rec");
    let again = as_record(person(|person| person.title = "again".to_owned()));
    saver.save(again.clone(), Some(mine));
    assert!(saver.flush(LONG));
    let reports = saver.take_reports();
    let [SaveReport::Damaged(problem), SaveReport::Saved { .. }] = &reports[..] else {
        panic!("{reports:?}")
    };
    let Action::Quarantined { to } = &problem.action else { panic!("{problem:?}") };
    assert_eq!(fs::read(to).expect("kept"), b"half a rec");
    assert_eq!(as_record(read(&fixture, 10)), again);
}

#[test]
fn a_record_of_a_newer_version_is_never_replaced_and_the_edit_is_kept() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let newer = "(schema: 99, id: \"x\")";
    fixture.put(counterpart_key(10), newer.as_bytes());
    let mine = as_record(person(|person| person.title = "mine".to_owned()));
    saver.save(mine.clone(), Some(as_record(counterpart(10))));
    assert!(!saver.flush(LONG));
    let reports = saver.take_reports();
    assert!(
        matches!(&reports[..], [SaveReport::Failed { error: StoreError::Newer { .. }, .. }]),
        "{reports:?}"
    );
    assert_eq!(saver.pending_records(), [mine]);
    assert_eq!(fixture.text(counterpart_key(10)), newer);
}

#[test]
fn own_writes_are_no_news_and_changes_by_others_are() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let mine = person(|person| person.title = "mine".to_owned());
    saver.save(as_record(mine), Some(as_record(counterpart(10))));
    saver.remove(session_key(20));
    let change = LabelChange::Tag { tag: "VIP".to_owned(), on: true };
    saver.label(vec![counterpart_key(11)], change);
    assert!(saver.flush(LONG));
    assert_eq!(saver.take_reports().len(), 3);
    let keys = [counterpart_key(10), counterpart_key(11), session_key(20)];
    saver.look(keys.iter().map(|key| fixture.folder.file(*key)).collect());
    assert_eq!(reports_within(&saver, SOON), [], "own writes");

    let theirs = person(|person| person.title = "theirs".to_owned());
    write(&fixture, &theirs);
    let changed = SaveReport::Changed { record: as_record(theirs) };
    assert_eq!(look(&saver, file(&fixture)), [changed]);
    saver.look(vec![file(&fixture)]);
    assert_eq!(reports_within(&saver, SOON), [], "told once");
    fs::remove_file(file(&fixture)).expect("deleted");
    assert_eq!(look(&saver, file(&fixture)), [SaveReport::Gone { key: counterpart_key(10) }]);
}

#[test]
fn a_change_that_was_told_but_not_taken_up_is_merged() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    write(&fixture, &person(|person| person.organisation = "theirs".to_owned()));
    assert_eq!(look(&saver, file(&fixture)).len(), 1);
    let mine = as_record(person(|person| person.title = "mine".to_owned()));
    saver.save(mine, Some(as_record(counterpart(10))));
    assert!(saver.flush(LONG));
    let both = read(&fixture, 10);
    assert_eq!((both.title.as_str(), both.organisation.as_str()), ("mine", "theirs"));
}

#[test]
fn a_half_written_file_is_given_time_and_never_moved() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let whole = ron::to_string(&person(|person| person.title = "theirs".to_owned())).expect("text");
    fixture.put(counterpart_key(10), &whole.as_bytes()[..whole.len() / 2]);
    saver.look(vec![file(&fixture)]);
    assert_eq!(reports_within(&saver, SOON), []);
    fixture.put(counterpart_key(10), whole.as_bytes());
    let reports = reports_within(&saver, LONG);
    assert!(matches!(&reports[..], [SaveReport::Changed { .. }]), "{reports:?}");

    fixture.put(counterpart_key(10), b"(damaged");
    let start = Instant::now();
    let reports = look(&saver, file(&fixture));
    assert!(start.elapsed() > Duration::from_millis(400), "{:?}", start.elapsed());
    let [SaveReport::Damaged(problem)] = &reports[..] else { panic!("{reports:?}") };
    assert_eq!(problem.action, Action::None);
    assert_eq!(fixture.text(counterpart_key(10)), "(damaged");
    assert_eq!(fixture.quarantined(), Vec::<PathBuf>::new());
}

#[test]
fn a_conflict_copy_is_told_once_and_other_files_are_not() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let own = file(&fixture);
    let name = own.file_stem().expect("a name").to_string_lossy();
    let copy = own.with_file_name(format!("{name}.sync-conflict-20261123-101500-ABCDEFG.ron"));
    fs::copy(&own, &copy).expect("copied");
    let others =
        [own.with_file_name("notes.txt"), fixture.path().join(".cache/x"), "/etc/x".into()];
    saver.look(others.to_vec());
    assert_eq!(look(&saver, copy.clone()), [SaveReport::Copy(copy.clone())]);
    saver.look(vec![copy]);
    assert_eq!(reports_within(&saver, SOON), []);
}

#[test]
fn labels_of_many_records_wait_for_what_is_typed_and_keep_their_order() {
    let fixture = Fixture::quick();
    let numbers = 100..400;
    for number in numbers.clone() {
        write(&fixture, &counterpart(number));
    }
    let saver = saver(&fixture);
    let keys: Vec<_> = numbers.clone().map(counterpart_key).collect();
    let change = LabelChange::Tag { tag: "VIP".to_owned(), on: true };
    saver.label(keys.clone(), change.clone());
    let east = LabelChange::Tag { tag: "East".to_owned(), on: true };
    saver.label(keys.clone(), east);
    // What is taken off before it is on is answered too: somebody waits for each answer.
    let passing = LabelChange::Tag { tag: "passing".to_owned(), on: true };
    saver.label(keys.clone(), passing.clone());
    saver.label(keys, passing.opposite());
    assert!(saver.waiting() > 300, "{}", saver.waiting());
    let mine = as_record(person(|person| person.title = "mine".to_owned()));
    saver.save(mine.clone(), Some(as_record(counterpart(10))));
    // A record that is typed in while its labels wait keeps both, in their order.
    let mut typed = counterpart(399);
    typed.title = "typed".to_owned();
    saver.save(as_record(typed), Some(as_record(counterpart(399))));
    let mut reports = Vec::new();
    while !saver.is_idle() {
        reports.extend(saver.take_reports());
        thread::sleep(Duration::from_millis(1));
    }
    reports.extend(saver.take_reports());
    let saved =
        reports.iter().position(|report| *report == SaveReport::Saved { record: mine.clone() });
    assert!(saved.is_some_and(|index| index < 300), "{saved:?}");
    let labelled = reports.iter().filter(|report| matches!(report, SaveReport::Labelled { .. }));
    assert_eq!(labelled.count(), 1200);
    for number in numbers {
        assert_eq!(read(&fixture, number).labels.tags, ["VIP", "East"]);
    }
    assert_eq!(read(&fixture, 399).title, "typed");
    let updated = read(&fixture, 100).updated;
    assert_eq!(updated, counterpart(100).updated, "a label says nothing new of a person");
}

#[test]
fn a_label_that_can_never_be_set_is_told_and_dropped() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    fixture.put(counterpart_key(11), b"(");
    let change = LabelChange::Archived { on: true };
    saver.label(vec![counterpart_key(99), counterpart_key(11), counterpart_key(10)], change);
    assert!(saver.flush(LONG));
    let reports = saver.take_reports();
    let failed =
        reports.iter().filter(|report| matches!(report, SaveReport::Failed { dropped: true, .. }));
    assert_eq!(failed.count(), 2, "{reports:?}");
    assert!(read(&fixture, 10).labels.archived);
}

#[test]
fn the_trash_gives_back_its_newest_version_with_the_last_edit() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let key = counterpart_key(10);
    let last = as_record(person(|person| person.title = "typed just before".to_owned()));
    saver.save(last.clone(), Some(as_record(counterpart(10))));
    saver.remove(key);
    assert!(saver.flush(LONG));
    assert!(!file(&fixture).exists());
    let trashed = trash::list(&fixture.folder);
    assert_eq!(trashed.iter().map(|one| one.key).collect::<Vec<_>>(), [key]);
    assert_eq!(trash::read(&fixture.folder, &trashed[0]), Ok(last.clone()));
    // An older version that was removed in another year, and one that nobody can read.
    let trash = fixture.folder.trash(key);
    fs::write(trash.join("20200101T000000.000Z.ron"), "(old").expect("written");
    fs::write(trash.join("29990101T000000.000Z.ron"), "(damaged").expect("written");
    saver.take_reports();
    saver.restore(key);
    assert!(saver.flush(LONG));
    assert_eq!(saver.take_reports(), [SaveReport::Restored { record: last.clone() }]);
    assert_eq!(as_record(read(&fixture, 10)), last);
    saver.restore(key);
    assert!(saver.flush(LONG));
    assert_eq!(
        saver.take_reports(),
        [SaveReport::Restored { record: last }],
        "it is there already"
    );
    saver.restore(counterpart_key(77));
    assert!(saver.flush(LONG));
    let mut reports = Vec::new();
    while reports.len() < 2 {
        let more = reports_within(&saver, LONG);
        assert!(!more.is_empty(), "{reports:?}");
        reports.extend(more);
    }
    let [SaveReport::Failed { dropped: true, .. }, SaveReport::Gone { key }] = &reports[..] else {
        panic!("{reports:?}")
    };
    assert_eq!(*key, counterpart_key(77), "whoever shows it already learns that it is not there");
}

#[test]
fn two_removals_in_the_same_moment_are_both_in_the_trash() {
    let fixture = Fixture::new();
    let now = super::fixture::now();
    for title in ["one", "two"] {
        fixture.save(&as_record(person(|person| person.title = title.to_owned())));
        fixture.folder.remove(counterpart_key(10), now).expect("removed");
    }
    assert_eq!(trash::list(&fixture.folder).len(), 2);
}

#[test]
fn copies_put_aside_lie_in_the_trash_and_never_come_back_as_the_record() {
    let fixture = Fixture::new();
    let (own, key) = (file(&fixture), counterpart_key(10));
    let now = super::fixture::now();
    let theirs = person(|person| person.title = "theirs".to_owned());
    for name in ["one.ron", "two.ron"] {
        let copy = own.with_file_name(name);
        fs::write(&copy, ron::to_string(&theirs).expect("text")).expect("written");
        let to = fixture.folder.put_aside(&copy, key, now).expect("moved");
        assert!(to.exists() && !copy.exists());
    }
    assert_eq!(fs::read_dir(fixture.folder.trash(key)).expect("the trash").count(), 2);
    assert_eq!(read(&fixture, 10), counterpart(10));
    // Removed before the copies were put aside, as far as the names tell.
    let earlier = now - Duration::from_mins(1);
    fixture.folder.remove(key, earlier).expect("removed");
    assert_eq!(trash::list(&fixture.folder).len(), 1, "copies are no removed records");
    assert_eq!(fixture.folder.restore(key), Ok(as_record(counterpart(10))));
    let missing = fixture.folder.put_aside(&own.with_file_name("x.ron"), counterpart_key(10), now);
    assert!(matches!(missing, Err(StoreError::Write { .. })), "{missing:?}");
}

#[test]
fn what_is_erased_is_nowhere_in_the_folder() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    let secret =
        |count: usize| as_record(person(|person| person.notes = format!("secret {count} 秘密")));
    saver.save(secret(1), Some(as_record(counterpart(10))));
    assert!(saver.flush(LONG));
    let key = counterpart_key(10);
    // Versions, a damaged file in the quarantine and two removals.
    write(&fixture, &person(|person| person.notes = "secret theirs 秘密".to_owned()));
    saver.save(secret(2), Some(secret(1)));
    assert!(saver.flush(LONG));
    fixture.put(key, "secret damaged 秘密".as_bytes());
    saver.save(secret(3), Some(secret(2)));
    saver.remove(key);
    assert!(saver.flush(LONG));
    let holds_secret = || {
        snapshot(fixture.path())
            .into_iter()
            .filter(|(_, content)| String::from_utf8_lossy(content).contains("秘密"))
            .count()
    };
    assert!(holds_secret() >= 3, "{}", holds_secret());
    saver.erase(key);
    assert!(saver.flush(LONG));
    assert_eq!(holds_secret(), 0);
    assert!(saver.take_reports().contains(&SaveReport::Erased { key }));
    saver.erase(counterpart_key(11));
    assert!(saver.flush(LONG));
    assert_eq!(read(&fixture, 11), counterpart(11), "what is in the library stays");
}

#[test]
fn the_trash_of_thousands_is_listed_the_last_removed_first() {
    let fixture = Fixture::quick();
    let text = ron::to_string(&session(1)).expect("text");
    for number in 0..3000 {
        let folder = fixture.folder.trash(session_key(number));
        fs::create_dir_all(&folder).expect("made");
        let name = format!("20261123T08{:02}{:02}.000Z.ron", number / 60, number % 60);
        fs::write(folder.join(name), &text).expect("written");
    }
    fs::create_dir_all(fixture.path().join("trash/sessions/notes")).expect("made");
    let start = Instant::now();
    let trashed = trash::list(&fixture.folder);
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert_eq!(trashed.len(), 3000);
    assert_eq!(trashed[0].key, session_key(2999));
    assert_eq!(trashed[0].size, text.len() as u64);
}

#[test]
fn reports_of_other_programs_are_never_dropped() {
    let fixture = Fixture::new();
    let saver = saver(&fixture);
    for count in 0..5 {
        let theirs = person(|person| person.title = format!("theirs {count}"));
        write(&fixture, &theirs);
        saver.look(vec![file(&fixture)]);
        thread::sleep(Duration::from_millis(60));
    }
    let changed = saver.take_reports();
    assert_eq!(changed.len(), 5, "{changed:?}");
    let session = Record::Session(Arc::new(session(20)));
    for _ in 0..3 {
        saver.save(session.clone(), None);
        assert!(saver.flush(LONG));
    }
    assert_eq!(saver.take_reports(), [SaveReport::Saved { record: session }]);
}
