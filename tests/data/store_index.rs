//! Opening a library without its records: lists from the cache, validated behind.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime};

use counterpoint::content::catalog::Catalog;
use counterpoint::domain::evidence::EvidenceWeights;
use counterpoint::domain::ids::EntryId;
use counterpoint::domain::summary::{CounterpartSummary, SessionSummary};
use counterpoint::store::index::{CACHE_FOLDER, Index, IndexChange, Lists, Opened};
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::store::{Access, Action, Library, Record, RecordKey, StoreError};
use tempfile::TempDir;

use super::fixture::{
    Fixture, as_record, at, counterpart, counterpart_key, session, session_key, snapshot,
};

const LONG: Duration = Duration::from_mins(1);

pub fn weights() -> EvidenceWeights {
    *Catalog::bundled().expect("content").weights()
}

/// Opens a library and waits until it is validated.
pub fn open(path: &Path) -> Opened {
    let mut opened = Library::open(path, &weights(), || {}).expect("opened");
    let indexer = opened.indexer.as_ref().expect("an indexer");
    assert!(indexer.wait(LONG));
    for change in indexer.take_changes() {
        opened.index.apply(change);
    }
    opened
}

/// Opens a library, waits, and says what the first pass reported besides its end and the texts.
fn open_and_report(path: &Path) -> (Index, Vec<IndexChange>) {
    // The patience of opening takes some changes in already, so only what is left can be seen: a
    // rescan would report nothing twice.
    let opened = open(path);
    let indexer = opened.indexer.as_ref().expect("an indexer");
    indexer.rescan();
    assert!(indexer.wait(LONG));
    (opened.index.clone(), indexer.take_changes())
}

fn names(index: &Index) -> Vec<String> {
    let people = index.counterparts.iter().map(|one| one.name.clone());
    people.chain(index.sessions.iter().map(|one| one.title.clone())).collect()
}

/// Puts the time of the last change of every record an hour back, as of a library used yesterday.
fn age(path: &Path) {
    let old = SystemTime::now() - Duration::from_hours(1);
    for folder in ["counterparts", "sessions"] {
        for entry in fs::read_dir(path.join(folder)).expect("a folder") {
            let file = File::options().append(true).open(entry.expect("an entry").path());
            file.expect("a file").set_modified(old).expect("set");
        }
    }
}

/// A library of 200 sessions with its cache on the disk.
fn cached() -> TempDir {
    let temp = TempDir::new().expect("a temporary folder");
    let sample = sample_records(&SampleOptions { sessions: 200, ..SampleOptions::default() });
    let path = temp.path();
    Library::write_new(path, &sample.library, &sample.counterparts, &sample.sessions)
        .expect("written");
    age(path);
    drop(open(path));
    assert!(path.join(CACHE_FOLDER).join("summaries").exists());
    temp
}

fn lists(path: &Path) -> Lists {
    Library::read(path, &weights()).expect("readable")
}

#[test]
fn a_small_library_is_complete_when_it_is_open() {
    let fixture = Fixture::new();
    let opened = open(fixture.path());
    let weights = weights();
    let people: Vec<_> = opened.index.counterparts.iter().map(|one| (**one).clone()).collect();
    assert_eq!(people, [10, 11].map(|n| CounterpartSummary::of(&counterpart(n), &weights)));
    let sessions: Vec<_> = opened.index.sessions.iter().map(|one| (**one).clone()).collect();
    assert_eq!(sessions, [SessionSummary::of(&session(20))]);
    assert_eq!(opened.index.texts.len(), 3);
    assert_eq!(opened.access, Access::Writable);
    assert!(!fixture.path().join(CACHE_FOLDER).exists(), "a few records are read sooner");
}

#[test]
fn what_the_cache_shows_is_what_the_records_say() {
    let temp = cached();
    let from_cache = open(temp.path());
    fs::remove_dir_all(temp.path().join(CACHE_FOLDER)).expect("removed");
    drop(from_cache.lock);
    let from_records = open(temp.path());
    assert_eq!(
        from_cache.index.counterparts.as_slice(),
        from_records.index.counterparts.as_slice()
    );
    assert_eq!(from_cache.index.sessions.as_slice(), from_records.index.sessions.as_slice());
    for person in from_records.index.counterparts.iter() {
        let key = RecordKey::Counterpart(person.id);
        assert_eq!(from_cache.index.texts.text_of(key), from_records.index.texts.text_of(key));
    }
    for session in from_records.index.sessions.iter() {
        let key = RecordKey::Session(session.id);
        assert_eq!(from_cache.index.texts.text_of(key), from_records.index.texts.text_of(key));
    }
    // The cache is written when the lists are there already.
    let tag = temp.path().join(CACHE_FOLDER).join("CACHEDIR.TAG");
    let start = Instant::now();
    while !tag.exists() && start.elapsed() < LONG {
        std::thread::sleep(Duration::from_millis(5));
    }
    let text = fs::read_to_string(tag);
    assert!(text.expect("the note").starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
}

#[test]
fn an_unchanged_library_is_not_read_again() {
    let temp = cached();
    // A file that cannot be told from the one before by name, size and time is not looked into.
    let opened = open(temp.path());
    let first = opened.index.sessions.as_slice()[0].clone();
    let file = opened.folder.file(RecordKey::Session(first.id));
    drop(opened);
    let modified = fs::metadata(&file).expect("found").modified().expect("a time");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, text.replacen("title: \"", "title: (", 1)).expect("written");
    File::options().append(true).open(&file).expect("a file").set_modified(modified).expect("set");
    let opened = open(temp.path());
    assert_eq!(opened.index.problems, []);
    assert_eq!(opened.index.sessions.get(first.id), Some(&first));
}

#[test]
fn what_was_changed_added_and_removed_meanwhile_is_found() {
    let temp = cached();
    let opened = open(temp.path());
    let folder = opened.folder.clone();
    let ids: Vec<_> = opened.index.sessions.iter().map(|one| one.id).collect();
    drop(opened);
    let key = RecordKey::Session(ids[0]);
    let text = fs::read_to_string(folder.file(key)).expect("text");
    let with_title = text.replacen("title: \"", "title: \"New ", 1);
    fs::write(folder.file(key), with_title).expect("written");
    fs::remove_file(folder.file(RecordKey::Session(ids[1]))).expect("removed");
    folder.save(&as_record(counterpart(77)), at("2026-11-23T09:00:00Z")).expect("saved");
    let before = snapshot(temp.path());
    let read = lists(temp.path());
    assert_eq!(snapshot(temp.path()), before, "reading changes nothing");
    let opened = open(temp.path());
    for index in [&read.index, &opened.index] {
        let changed = index.sessions.get(ids[0]).expect("the session");
        assert!(changed.title.starts_with("New "), "{}", changed.title);
        assert!(!index.sessions.contains(ids[1]));
        assert!(names(index).contains(&counterpart(77).name));
        assert_eq!(index.problems, []);
    }
    assert!(!opened.index.texts.contains(RecordKey::Session(ids[1])));
    let person = opened.folder.load(counterpart_key(77)).expect("loaded");
    assert_eq!(person, as_record(counterpart(77)));
    assert!(opened.index.texts.contains(counterpart_key(77)));
}

#[test]
fn a_file_written_while_the_cache_was_made_is_read_again() {
    let temp = TempDir::new().expect("a temporary folder");
    let people: Vec<_> = (100..200).map(counterpart).collect();
    Library::write_new(temp.path(), &super::fixture::library(), &people, &[]).expect("written");
    // The files are younger than two seconds, so the cache cannot be sure of them.
    drop(open(temp.path()));
    assert!(temp.path().join(CACHE_FOLDER).join("summaries").exists());
    let file = temp.path().join(counterpart_key(100).file());
    let modified = fs::metadata(&file).expect("found").modified().expect("a time");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, text.replacen("Wang Wei 100", "Wang Wei 999", 1)).expect("written");
    File::options().append(true).open(&file).expect("a file").set_modified(modified).expect("set");
    let opened = open(temp.path());
    assert_eq!(opened.index.counterparts.as_slice()[0].latin_name, "Wang Wei 999");
}

#[test]
fn other_weights_make_the_cache_useless() {
    let temp = cached();
    let mut other = weights();
    other.quote *= 2.0;
    let with = |weights: &EvidenceWeights| {
        let lists = Library::read(temp.path(), weights).expect("readable");
        lists.index.counterparts.iter().map(|one| one.reading.clone()).collect::<Vec<_>>()
    };
    assert_ne!(with(&weights()), with(&other));
}

#[test]
fn texts_that_do_not_belong_to_the_summaries_are_made_anew() {
    let temp = cached();
    let texts = temp.path().join(CACHE_FOLDER).join("texts");
    let whole = fs::read(&texts).expect("the texts");
    for bytes in [&whole[..whole.len() / 2], &[], b"CPTEXTS\x02 something else", b"CPTEXTS\x01"] {
        fs::write(&texts, bytes).expect("written");
        let opened = open(temp.path());
        let all = opened.index.counterparts.len() + opened.index.sessions.len();
        assert_eq!(opened.index.texts.len(), all);
    }
    fs::remove_file(&texts).expect("removed");
    assert!(!open(temp.path()).index.texts.is_empty());
}

#[test]
fn a_rescan_finds_what_changed_and_says_each_thing_once() {
    let fixture = Fixture::new();
    let mut opened = open(fixture.path());
    let indexer = opened.indexer.take().expect("an indexer");
    let rescan = || {
        indexer.rescan();
        assert!(indexer.wait(LONG));
        let mut changes = indexer.take_changes();
        assert!(matches!(changes.pop(), Some(IndexChange::Done)));
        changes
    };
    assert!(rescan().is_empty());
    fixture.edit(session_key(20), "Session 20", "Another name");
    let copy = format!("sessions/{}.sync-conflict-20261123-101500-ABCDEFG.ron", session(20).id);
    fs::copy(fixture.folder.file(session_key(20)), fixture.path().join(&copy)).expect("copied");
    let beside = "library.sync-conflict-20261123-101500-ABCDEFG.ron";
    fs::copy(fixture.path().join("library.ron"), fixture.path().join(beside)).expect("copied");
    let newer = fixture.text(counterpart_key(11)).replacen("schema: ", "schema: 9", 1);
    fixture.put(counterpart_key(11), newer.as_bytes());
    let changes = rescan();
    let found = |wanted: fn(&IndexChange) -> bool| changes.iter().any(wanted);
    assert_eq!(changes.len(), 5, "{changes:?}");
    assert!(found(
        |change| matches!(change, IndexChange::Session(one, Some(_)) if one.title == "Another name")
    ));
    assert!(found(
        |change| matches!(change, IndexChange::Gone(key) if *key == counterpart_key(11))
    ));
    assert!(found(|change| matches!(change, IndexChange::Problem(problem)
        if matches!(problem.error, StoreError::Newer { .. }) && problem.action == Action::Skipped)));
    assert!(found(|change| matches!(change, IndexChange::Copy(path, _) if path.ends_with(
        format!("{}.sync-conflict-20261123-101500-ABCDEFG.ron", session(20).id)))));
    assert!(rescan().is_empty());
    assert!(fixture.path().join(copy).exists());
    assert_eq!(fixture.quarantined().len(), 0);
}

#[test]
fn a_file_that_is_being_written_while_the_library_is_open_stays_and_so_does_its_record() {
    let fixture = Fixture::new();
    let mut opened = open(fixture.path());
    let indexer = opened.indexer.take().expect("an indexer");
    let rescan = || {
        indexer.rescan();
        assert!(indexer.wait(LONG));
        indexer.take_changes()
    };
    let whole = fixture.text(counterpart_key(10)).replacen("Wang Wei 10", "Wang Wei 999", 1);
    let half = whole.get(..whole.len() / 2).expect("half of it").to_owned();
    fixture.put(counterpart_key(10), half.as_bytes());
    let changes = rescan();
    let [IndexChange::Problem(problem), IndexChange::Done] = &changes[..] else {
        panic!("{changes:?}")
    };
    assert!(problem.error.is_damage() && problem.action == Action::Skipped, "{problem:?}");
    assert_eq!(fixture.text(counterpart_key(10)), half);
    assert!(matches!(rescan()[..], [IndexChange::Done]), "told once");
    fixture.put(counterpart_key(10), whole.as_bytes());
    let changes = rescan();
    let [IndexChange::Counterpart(person, _), IndexChange::Done] = &changes[..] else {
        panic!("{changes:?}")
    };
    assert_eq!(person.latin_name, "Wang Wei 999");
    assert_eq!(fixture.quarantined().len(), 0);

    fixture.put(counterpart_key(10), half.as_bytes());
    rescan();
    drop((indexer, opened));
    let again = open(fixture.path());
    assert_eq!((again.index.counterparts.len(), fixture.quarantined().len()), (1, 1));
}

#[test]
fn a_summary_that_is_kept_for_a_damaged_file_is_not_believed_at_the_next_opening() {
    let temp = cached();
    let mut opened = open(temp.path());
    let indexer = opened.indexer.take().expect("an indexer");
    let id = opened.index.sessions.as_slice()[0].id;
    let file = opened.folder.file(RecordKey::Session(id));
    fs::write(&file, "(").expect("written");
    age(temp.path());
    for at in ["2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"] {
        // Enough changes for the cache to be written, once with the damage known before.
        for mut person in (300..400).map(counterpart) {
            person.updated = self::at(at);
            opened.folder.save(&as_record(person), self::at(at)).expect("saved");
        }
        indexer.rescan();
        assert!(indexer.wait(LONG));
    }
    // The cache is written after the pass has ended.
    drop(indexer);
    drop(opened);
    let again = open(temp.path());
    assert!(!again.index.sessions.contains(id));
    let told = again.index.problems.iter().filter(|problem| problem.file == file);
    assert!(told.count() == 1 && !file.exists(), "{:?}", again.index.problems);
}

#[test]
fn nothing_is_reported_of_a_record_that_the_app_knows_better() {
    let fixture = Fixture::new();
    let mut opened = open(fixture.path());
    let indexer = opened.indexer.take().expect("an indexer");
    fixture.edit(session_key(20), "Session 20", "From outside");
    indexer.rescan();
    assert!(indexer.wait(LONG));
    indexer.touched(session_key(20));
    let changes = indexer.take_changes();
    assert!(matches!(changes[..], [IndexChange::Done]), "{changes:?}");
}

#[test]
fn notices_come_when_there_is_something_to_take() {
    let fixture = Fixture::new();
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let notify = move || {
        counted.fetch_add(1, Ordering::SeqCst);
    };
    let opened = Library::open(fixture.path(), &weights(), notify).expect("opened");
    let indexer = opened.indexer.as_ref().expect("an indexer");
    assert!(indexer.wait(LONG));
    assert!(indexer.is_idle());
    assert_eq!(indexer.progress(), (3, 3));
    let before = calls.load(Ordering::SeqCst);
    assert!(before > 0);
    indexer.rescan();
    assert!(indexer.wait(LONG));
    assert!(calls.load(Ordering::SeqCst) > before);
}

#[test]
fn a_record_written_by_hand_without_ids_is_loaded_with_some() {
    let fixture = Fixture::new();
    let id = counterpart(10).evidence[0].id.expect("an id");
    fixture.edit(counterpart_key(10), &format!("id: Some(\"{id}\"),"), "");
    let load = || fixture.folder.load(counterpart_key(10)).expect("loaded");
    let Record::Counterpart(person) = load() else { panic!("another record") };
    let record = person.id.0;
    assert_eq!(person.evidence[0].id, Some(EntryId::derived(record, 0)));
    assert_eq!(load(), Record::Counterpart(person), "the same at each reading");
    assert!(matches!(fixture.folder.load(session_key(99)), Err(StoreError::Read { .. })));
    let Ok(Record::Library(library)) = fixture.folder.load(RecordKey::Library) else {
        panic!("no library")
    };
    assert_eq!(*library, super::fixture::library());
}

#[test]
fn an_indexer_that_is_dropped_early_leaves_nothing_half_done() {
    let temp = cached();
    fs::remove_dir_all(temp.path().join(CACHE_FOLDER)).expect("removed");
    for _ in 0..5 {
        let opened = Library::open(temp.path(), &weights(), || {}).expect("opened");
        drop(opened.indexer);
    }
    let (index, again) = open_and_report(temp.path());
    assert_eq!(index.sessions.len(), 200);
    assert!(matches!(again[..], [IndexChange::Done]), "{again:?}");
}
