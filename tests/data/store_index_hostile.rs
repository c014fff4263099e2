//! Folders that nobody would make on purpose.

use std::fs::{self, File};
use std::path::Path;

use counterpoint::store::index::CACHE_FOLDER;
use counterpoint::store::{Access, Action, Library, StoreError};

use super::fixture::{Fixture, counterpart_key, library, session_key, snapshot};
use super::store_index::{open, weights};

fn uuid(number: u32) -> String {
    format!("01930000-0000-7000-8000-{number:012}")
}

/// Puts every kind of strange file beside the three good records.
fn strange(fixture: &Fixture) -> usize {
    let sessions = fixture.path().join("sessions");
    let deep = format!("(schema: 1, walk: {}", "[(".repeat(10_000));
    fs::write(sessions.join(format!("{}.ron", uuid(1))), deep).expect("written");
    let large = File::create(sessions.join(format!("{}.ron", uuid(2)))).expect("a file");
    large.set_len(1 << 30).expect("sparse");
    fs::create_dir(sessions.join(format!("{}.ron", uuid(3)))).expect("a folder");
    // The name and the id inside disagree.
    fs::copy(fixture.folder.file(session_key(20)), sessions.join(format!("{}.ron", uuid(4))))
        .expect("copied");
    fs::write(sessions.join("notes.ron"), "my notes").expect("written");
    fs::write(sessions.join("a\\b.ron"), "(").expect("written");
    fs::write(sessions.join(format!("{}.ron", uuid(5).to_uppercase())), "(").expect("written");
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        let name = std::ffi::OsStr::from_bytes(b"\xFF\xFE.ron");
        fs::write(sessions.join(name), "(").expect("written");
        let loop_name = sessions.join(format!("{}.ron", uuid(6)));
        std::os::unix::fs::symlink(&loop_name, &loop_name).expect("a loop");
        let pipe = sessions.join(format!("{}.ron", uuid(7)));
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) { 10 } else { 9 }
    }
    #[cfg(not(unix))]
    7
}

#[test]
fn every_strange_file_is_a_problem_and_the_rest_is_shown() {
    let fixture = Fixture::new();
    let strange = strange(&fixture);
    let read = Library::read(fixture.path(), &weights()).expect("readable");
    let files = snapshot_names(fixture.path());
    assert_eq!(read.index.problems.len(), strange, "{:#?}", read.index.problems);
    assert!(read.index.problems.iter().all(|problem| problem.action == Action::None));
    assert_eq!(snapshot_names(fixture.path()), files, "reading moves nothing");
    let opened = open(fixture.path());
    assert_eq!(opened.index.problems.len(), strange, "{:#?}", opened.index.problems);
    assert_eq!((opened.index.counterparts.len(), opened.index.sessions.len()), (2, 1));
    let damaged = opened.index.problems.iter().filter(|problem| problem.error.is_damage());
    assert_eq!(damaged.count(), fixture.quarantined().len());
    assert!(fixture.folder.file(session_key(20)).exists());
    // Once more: what was moved away is no problem any more, the rest is the same.
    let moved = fixture.quarantined().len();
    drop(opened);
    assert_eq!(open(fixture.path()).index.problems.len(), strange - moved);
    assert_eq!(fixture.quarantined().len(), moved);
}

fn snapshot_names(path: &Path) -> Vec<std::ffi::OsString> {
    let mut names: Vec<_> = ["sessions", "counterparts"]
        .iter()
        .flat_map(|folder| fs::read_dir(path.join(folder)).expect("a folder"))
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    names.sort();
    names
}

#[test]
fn strange_files_in_the_place_of_the_cache_are_left_alone() {
    for file in ["summaries", "texts"] {
        let fixture = Fixture::new();
        let cache = fixture.path().join(CACHE_FOLDER);
        fs::create_dir(&cache).expect("a folder");
        fs::create_dir(cache.join(file)).expect("a folder");
        assert_eq!(open(fixture.path()).index.sessions.len(), 1);
        fs::remove_dir(cache.join(file)).expect("removed");
        File::create(cache.join(file)).expect("a file").set_len(1 << 34).expect("sparse");
        assert_eq!(open(fixture.path()).index.sessions.len(), 1);
        fs::remove_dir_all(&cache).expect("removed");
        fs::write(&cache, "a file").expect("written");
        assert_eq!(open(fixture.path()).index.sessions.len(), 1);
        assert_eq!(fs::read_to_string(&cache).expect("the file"), "a file");
    }
}

#[test]
fn damaged_files_stay_where_another_process_has_the_library_open() {
    let fixture = Fixture::new();
    let first = open(fixture.path());
    fixture.put(counterpart_key(10), b"(");
    let second = open(fixture.path());
    assert!(matches!(second.access, Access::ReadOnly(_)));
    assert_eq!(second.index.problems[0].action, Action::Skipped);
    assert!(fixture.folder.file(counterpart_key(10)).exists());
    drop(first);
}

#[test]
fn a_folder_that_cannot_be_listed_is_a_problem() {
    let fixture = Fixture::new();
    let folder = fixture.path().join("counterparts");
    fs::remove_dir_all(&folder).expect("removed");
    fs::write(&folder, "x").expect("written");
    let opened = open(fixture.path());
    assert_eq!(opened.index.sessions.len(), 1);
    assert!(
        matches!(opened.index.problems[..], [ref one] if matches!(one.error, StoreError::Read { .. }))
    );
}

#[test]
fn half_written_files_from_before_the_lock_are_swept_and_younger_ones_are_not() {
    let fixture = Fixture::new();
    let places = ["sessions/.saving-abc.tmp", ".saving-def.tmp"];
    for place in places {
        fs::write(fixture.path().join(place), "(schema: 1, i").expect("written");
    }
    let young = fixture.path().join("sessions/.saving-young.tmp");
    let file = File::create(&young).expect("a file");
    let later = std::time::SystemTime::now() + std::time::Duration::from_mins(1);
    file.set_modified(later).expect("set");
    let opened = open(fixture.path());
    assert_eq!(opened.index.problems, []);
    assert!(places.iter().all(|place| !fixture.path().join(place).exists()));
    assert!(young.exists());
}

#[test]
fn twenty_thousand_tiny_files_are_no_trouble() {
    let temp = tempfile::TempDir::new().expect("a temporary folder");
    Library::write_new(temp.path(), &library(), &[], &[]).expect("written");
    let sessions = temp.path().join("sessions");
    let text = |id: &str| {
        format!(
            "(schema: 2, id: \"{id}\", updated: \"2026-11-23T08:00:00Z\", title: \"x\", currency: \"EUR\")"
        )
    };
    for number in 0..20_000 {
        let id = uuid(number);
        fs::write(sessions.join(format!("{id}.ron")), text(&id)).expect("written");
    }
    for _ in 0..2 {
        let opened = open(temp.path());
        assert_eq!(opened.index.sessions.len(), 20_000);
        assert_eq!(opened.index.texts.len(), 20_000);
        assert_eq!(opened.index.problems, []);
    }
    fs::remove_dir_all(&sessions).expect("removed");
    let opened = open(temp.path());
    assert_eq!((opened.index.sessions.len(), opened.index.texts.len()), (0, 0));
    let before = snapshot(temp.path()).len();
    Library::read(temp.path(), &weights()).expect("readable");
    assert_eq!(snapshot(temp.path()).len(), before);
}
