//! What a check tells, and what a repair takes from the archives.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use counterpoint::store::archive::{self, Archive, Kind};
use counterpoint::store::check::{check, repair};
use counterpoint::store::error::Remedy;
use counterpoint::store::{Action, LibraryFolder, Progress, Record, RecordKey, StoreError};

use super::fixture::{
    Fixture, as_record, at, counterpart, counterpart_key, session, session_key, snapshot,
};

fn archive(fixture: &Fixture, now: &str) -> Archive {
    archive::create(&fixture.folder, Kind::Daily, at(now), &Progress::default()).expect("made")
}

/// Saves the counterpart with this title and leaves no backup.
fn titled(fixture: &Fixture, title: &str) {
    let mut record = counterpart(10);
    record.title = title.to_owned();
    fixture.save(&as_record(record));
    let _ = fs::remove_dir_all(fixture.path().join("backups"));
}

fn title(fixture: &Fixture) -> String {
    match fixture.folder.load(counterpart_key(10)).expect("readable") {
        Record::Counterpart(record) => record.title.clone(),
        _ => String::new(),
    }
}

#[test]
fn without_a_backup_the_newest_archive_with_a_readable_version_is_taken() {
    let fixture = Fixture::new();
    titled(&fixture, "one");
    archive(&fixture, "2026-11-20T08:00:00Z");
    titled(&fixture, "two");
    let good = archive(&fixture, "2026-11-21T08:00:00Z");
    fixture.put(counterpart_key(10), b"(damaged");
    archive(&fixture, "2026-11-22T08:00:00Z");
    let broken = archive(&fixture, "2026-11-23T08:00:00Z");
    fs::write(&broken.path, "PK").expect("written");
    let report = repair(fixture.path()).expect("mended");
    assert_eq!(report.counterparts, 2);
    assert_eq!(report.problems[0].remedy, Some(Remedy::RestoredFrom { backup: good.path.clone() }));
    assert!(report.problems[0].message().contains("20261121T080000.000Z.zip"));
    assert_eq!(title(&fixture), "two");
    assert_eq!(fixture.quarantined().len(), 1, "the damaged file is kept");
    assert!(check(fixture.path()).expect("checked").is_clean());
}

#[test]
fn a_readable_backup_comes_before_the_archives() {
    let fixture = Fixture::new();
    archive(&fixture, "2026-11-23T12:00:00Z");
    let mut record = counterpart(10);
    for (hour, title) in [("09", "one"), ("10", "two")] {
        record.title = title.to_owned();
        let now = at(&format!("2026-11-23T{hour}:00:00Z"));
        fixture.folder.save(&as_record(record.clone()), now).expect("saved");
    }
    fixture.put(counterpart_key(10), b"(damaged");
    repair(fixture.path()).expect("mended");
    assert_eq!(title(&fixture), "one");
}

#[test]
fn a_missing_library_file_comes_from_the_archive_with_its_owner() {
    let fixture = Fixture::new();
    let before = fixture.text(RecordKey::Library);
    archive(&fixture, "2026-11-20T08:00:00Z");
    fs::remove_file(fixture.folder.file(RecordKey::Library)).expect("removed");
    let _ = fs::remove_dir_all(fixture.path().join("backups"));
    let report = repair(fixture.path()).expect("mended");
    assert!(matches!(report.problems[0].remedy, Some(Remedy::RestoredFrom { .. })));
    assert_eq!(fixture.text(RecordKey::Library), before);
}

#[test]
fn conflict_copies_are_told_and_left_to_the_user() {
    let fixture = Fixture::new();
    let id = session(20).id;
    let names = [
        "library (conflicted copy 2026-11-23).ron".to_owned(),
        format!("sessions/{id}.sync-conflict-20261123-101500-ABCDEFG.ron"),
    ];
    for name in &names {
        fs::write(fixture.path().join(name), "(not even readable").expect("written");
    }
    let mut before = snapshot(fixture.path());
    for report in [check(fixture.path()), repair(fixture.path())] {
        let report = report.expect("checked");
        assert_eq!((report.counterparts, report.sessions), (2, 1));
        let told: Vec<_> =
            report.problems.iter().map(|problem| problem.file_in(fixture.path())).collect();
        assert_eq!(told, names);
        for problem in &report.problems {
            assert_eq!(problem.action, Action::None);
            assert!(matches!(problem.error, StoreError::ConflictCopy { .. }));
            assert!(problem.message().contains("sync program"), "{}", problem.message());
        }
    }
    let after = snapshot(fixture.path());
    // The lock file holds a note of who had it last.
    before.retain(|(file, _)| !file.ends_with("library.lock"));
    assert!(before.iter().all(|file| after.contains(file)), "nothing was moved");
}

#[test]
fn a_folder_that_is_gone_with_its_records_is_told() {
    let fixture = Fixture::new();
    let sessions = fixture.path().join("sessions");
    let missing = |path: &Path| {
        let report = check(path).expect("checked");
        report.problems.iter().find_map(|problem| match problem.error {
            StoreError::RecordsMissing { records, .. } => Some(records),
            _ => None,
        })
    };
    // Nothing knows of the record but its own file.
    let copy = fixture.temp.path().join("copy");
    let made = archive(&fixture, "2026-11-20T08:00:00Z");
    archive::restore(&made.path, &LibraryFolder::new(&copy), &Progress::default())
        .expect("restored");
    fs::remove_dir_all(copy.join("sessions")).expect("removed");
    assert_eq!(missing(&copy), None);

    let mut record = session(20);
    record.title = "changed".to_owned();
    let later = at("2026-11-23T09:00:00Z");
    fixture.folder.save(&Record::Session(Arc::new(record)), later).expect("saved");
    assert_eq!(missing(fixture.path()), None);
    fs::rename(&sessions, fixture.temp.path().join("elsewhere")).expect("moved");
    assert_eq!(missing(fixture.path()), Some(1), "an archive and a backup know it");
    fs::remove_dir_all(fixture.path().join("archives")).expect("removed");
    assert_eq!(missing(fixture.path()), Some(1), "a backup knows it");
    let report = repair(fixture.path()).expect("checked");
    assert!(report.problems.iter().all(|problem| problem.action == Action::None));
    assert!(!sessions.exists(), "the sync program may still bring it");
}

#[test]
fn records_that_were_removed_are_not_missing() {
    let fixture = Fixture::new();
    archive(&fixture, "2026-11-20T08:00:00Z");
    fixture.folder.remove(session_key(20), at("2026-11-23T09:00:00Z")).expect("removed");
    fs::remove_dir(fixture.path().join("sessions")).expect("empty");
    assert!(check(fixture.path()).expect("checked").is_clean());
}
