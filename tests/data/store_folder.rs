//! Which folders can be opened, by whom, and how a library is mended.

use std::fs;

use super::fixture::{
    Fixture, as_record, at, counterpart, counterpart_key, library, open, session, snapshot, weights,
};
use counterpoint::store::check::{check, repair};
use counterpoint::store::error::Remedy;
use counterpoint::store::{Access, Action, Library, ReadOnlyReason, RecordKey, StoreError};
use tempfile::TempDir;

#[test]
fn a_folder_that_is_no_library_is_named_and_left_alone() {
    let temp = TempDir::new().expect("a temporary folder");
    let missing = temp.path().join("missing");
    assert_eq!(
        Library::open(&missing, &weights(), || {}).expect_err("missing"),
        StoreError::NoSuchFolder { path: missing }
    );
    fs::write(temp.path().join("holiday.txt"), "x").expect("written");
    let error = Library::open(temp.path(), &weights(), || {}).expect_err("no library");
    assert!(matches!(error, StoreError::NotALibrary { .. }), "{error}");
    assert!(matches!(repair(temp.path()), Err(StoreError::NotALibrary { .. })));
    let error = Library::create(temp.path(), library()).expect_err("not empty");
    assert!(matches!(error, StoreError::FolderNotEmpty { .. }), "{error}");
    assert_eq!(snapshot(temp.path()).len(), 1);
}

#[test]
fn a_file_where_the_folder_should_be_is_named() {
    let temp = TempDir::new().expect("a temporary folder");
    let file = temp.path().join("file");
    fs::write(&file, "x").expect("written");
    for path in [file.clone(), file.join("below")] {
        let error = Library::open(&path, &weights(), || {}).expect_err("a file");
        assert!(matches!(error, StoreError::FileInTheWay { .. }), "{error}");
        let error = Library::create(&path, library()).expect_err("a file");
        assert!(matches!(error, StoreError::FileInTheWay { .. }), "{error}");
    }
    assert_eq!(fs::read_to_string(&file).expect("the file"), "x");
}

#[test]
fn a_file_in_the_place_of_a_record_folder_is_a_problem_and_fails_the_save_by_name() {
    let fixture = Fixture::new();
    let folder = fixture.path().join("counterparts");
    fs::remove_dir_all(&folder).expect("removed");
    fs::write(&folder, "x").expect("written");
    let opened = fixture.open();
    assert_eq!(opened.sessions, [session(20)]);
    assert_eq!(opened.problems.len(), 1);
    let error = opened.folder.save(&as_record(counterpart(10)), at("2026-11-23T09:00:00Z"));
    let error = error.expect_err("not a folder");
    assert!(matches!(error, StoreError::Write { .. }), "{error:?}");
    assert!(error.to_string().contains("counterparts"), "{error}");
}

#[test]
fn a_library_that_is_gone_is_not_made_anew_by_a_save() {
    let fixture = Fixture::new();
    fs::remove_dir_all(fixture.path()).expect("unplugged");
    let now = at("2026-11-23T09:00:00Z");
    for result in [
        fixture.folder.save(&as_record(counterpart(10)), now),
        fixture.folder.remove(counterpart_key(10), now),
    ] {
        assert!(matches!(result, Err(StoreError::Write { .. })), "{result:?}");
    }
    assert!(!fixture.path().exists());
}

#[test]
fn a_whole_library_is_written_at_once_and_only_into_an_empty_folder() {
    let temp = TempDir::new().expect("a temporary folder");
    let path = temp.path().join("new");
    let people: Vec<_> = (100..200).map(counterpart).collect();
    let sessions: Vec<_> = (200..250).map(session).collect();
    Library::write_new(&path, &library(), &people, &sessions).expect("written");
    let again = Library::write_new(&path, &library(), &[], &[]).expect_err("not empty");
    assert!(matches!(again, StoreError::FolderNotEmpty { .. }), "{again}");
    let read = Library::read_all(&path).expect("readable");
    assert_eq!(read.problems, []);
    assert_eq!((read.counterparts, read.sessions), (people, sessions));
    assert!(!path.join("library.lock").exists(), "reading takes no lock");
}

#[test]
fn a_library_that_cannot_be_written_in_full_leaves_nothing_behind() {
    let temp = TempDir::new().expect("a temporary folder");
    let mut bad = counterpart(101);
    bad.evidence[0].weight = Some(f64::NAN);
    let error = Library::write_new(temp.path(), &library(), &[counterpart(100), bad], &[]);
    assert!(matches!(error, Err(StoreError::Unfaithful { .. })), "{error:?}");
    assert_eq!(snapshot(temp.path()), []);
    assert_eq!(fs::read_dir(temp.path()).expect("a folder").count(), 0);
}

#[test]
fn a_library_is_made_in_a_missing_or_an_empty_folder() {
    let temp = TempDir::new().expect("a temporary folder");
    let deep = temp.path().join("a/b/c");
    Library::create(&deep, library()).expect("made");
    assert_eq!(open(&deep).library, library());
    let empty = temp.path().join("empty");
    fs::create_dir(&empty).expect("made");
    Library::create(&empty, library()).expect("made");
    assert_eq!(open(&empty).access, Access::Writable);
    let again = Library::create(&empty, library()).expect_err("a library is there");
    assert!(matches!(again, StoreError::FolderNotEmpty { .. }));
}

#[test]
fn a_second_opener_reads_only_and_is_told_who_writes() {
    let fixture = Fixture::new();
    let first = fixture.open();
    let second = fixture.open();
    let Access::ReadOnly(ReadOnlyReason::AlreadyOpen { holder }) = &second.access else {
        panic!("{:?}", second.access)
    };
    assert!(second.lock.is_none());
    if cfg!(unix) {
        assert_eq!(holder.as_ref().map(|holder| holder.pid), Some(std::process::id()));
    }
    assert_eq!(second.counterparts.len(), 2);
    let error = repair(fixture.path()).expect_err("in use");
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    drop(first);
    assert_eq!(fixture.open().access, Access::Writable);
}

#[cfg(unix)]
#[test]
fn a_folder_without_permission_opens_for_reading_only() {
    use std::os::unix::fs::PermissionsExt;
    let fixture = Fixture::new();
    let _ = fs::remove_file(fixture.folder.lock_file());
    fs::set_permissions(fixture.path(), fs::Permissions::from_mode(0o555)).expect("changed");
    // The superuser may write everywhere; then there is nothing to see here.
    let may_write = fs::write(fixture.path().join("probe"), "x").is_ok();
    let opened = fixture.open();
    fs::set_permissions(fixture.path(), fs::Permissions::from_mode(0o755)).expect("changed");
    if may_write {
        assert_eq!(opened.access, Access::Writable);
    } else {
        assert_eq!(opened.access, Access::ReadOnly(ReadOnlyReason::NoPermission));
        assert_eq!(opened.counterparts.len(), 2);
    }
}

#[test]
fn what_a_crash_left_half_written_is_swept_by_the_next_writer() {
    let fixture = Fixture::new();
    let rest = fixture.path().join("sessions/.saving-abc.tmp");
    fs::write(&rest, "(schema: 1, i").expect("written");
    let opened = fixture.open();
    assert_eq!(opened.problems, []);
    assert!(!rest.exists());
}

#[test]
fn a_damaged_library_file_is_named_with_the_way_out() {
    let fixture = Fixture::new();
    fixture.edit(RecordKey::Library, "owner:", "owner");
    let error = Library::open(fixture.path(), &weights(), || {}).expect_err("damaged");
    assert!(matches!(error, StoreError::Parse { .. }));
    assert!(error.to_string().contains("check DIR --repair"), "{error}");
    assert!(fixture.folder.file(RecordKey::Library).exists());
}

#[test]
fn a_missing_library_file_beside_records_is_reported_and_mended() {
    let fixture = Fixture::new();
    fs::remove_file(fixture.folder.file(RecordKey::Library)).expect("removed");
    let error = Library::open(fixture.path(), &weights(), || {}).expect_err("missing");
    assert!(matches!(error, StoreError::LibraryFileMissing { records: 3, .. }), "{error}");
    let report = repair(fixture.path()).expect("mended");
    assert_eq!(report.problems[0].remedy, Some(Remedy::NewLibraryFile));
    let opened = fixture.open();
    assert_eq!(opened.counterparts.len(), 2);
    assert_eq!(opened.library.currency, "CNY");
}

#[test]
fn a_check_changes_nothing() {
    let fixture = Fixture::new();
    fixture.put(counterpart_key(10), b"(");
    fixture.edit(RecordKey::Library, "owner:", "owner");
    let before = snapshot(fixture.path());
    let report = check(fixture.path()).expect("checked");
    assert_eq!((report.counterparts, report.sessions), (1, 1));
    assert_eq!(report.problems.len(), 2);
    assert!(report.problems.iter().all(|problem| problem.action == Action::None));
    assert_eq!(report.problems[1].file_in(fixture.path()), {
        let id = counterpart(10).id;
        format!("counterparts/{id}.ron")
    });
    assert_eq!(snapshot(fixture.path()), before);
}

#[test]
fn a_repair_takes_the_newest_version_that_can_be_read() {
    let fixture = Fixture::new();
    let key = counterpart_key(10);
    let mut record = counterpart(10);
    for (time, title) in [("09:00", "one"), ("10:00", "two"), ("11:00", "three")] {
        record.title = title.to_owned();
        let at = at(&format!("2026-11-23T{time}:00Z"));
        fixture.folder.save(&as_record(record.clone()), at).expect("saved");
    }
    let versions = counterpoint::store::backup::list(&fixture.folder, key);
    assert_eq!(versions.len(), 3);
    fs::write(&versions[2].1, "(").expect("the newest version is damaged too");
    fixture.put(key, b"damaged");
    let report = repair(fixture.path()).expect("mended");
    assert_eq!(report.counterparts, 2);
    let backup = versions[1].1.clone();
    assert_eq!(report.problems[0].remedy, Some(Remedy::RestoredFrom { backup }));
    assert!(matches!(report.problems[0].action, Action::Quarantined { .. }));
    let opened = fixture.open();
    assert_eq!(opened.problems, []);
    assert_eq!(opened.counterparts[0].title, "one");
    assert!(check(fixture.path()).expect("checked").is_clean());
}

#[test]
fn a_repair_without_backup_sets_the_damaged_file_aside() {
    let fixture = Fixture::new();
    fixture.put(counterpart_key(10), b"damaged");
    let report = repair(fixture.path()).expect("mended");
    assert_eq!(report.counterparts, 1);
    assert_eq!(report.problems[0].remedy, None);
    assert_eq!(fixture.quarantined().len(), 1);
}
