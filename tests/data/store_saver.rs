//! Saving in the background: soon, not too often, never lost.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::fixture::{Fixture, as_record, counterpart, counterpart_key, session};
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::label::LabelChange;
use counterpoint::store::disk::{Disk, atomic_write_on};
use counterpoint::store::{LibraryFolder, Record, SaveReport, Saver, StoreError, atomic_write};

const LONG: Duration = Duration::from_secs(20);

/// Counts the files written, and can be full.
#[derive(Debug, Default)]
struct TestDisk {
    full: AtomicBool,
    written: AtomicUsize,
}

impl Disk for TestDisk {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if self.full.load(Ordering::SeqCst) {
            let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
            file.write_all(half)?;
            return Err(no_space());
        }
        self.written.fetch_add(1, Ordering::SeqCst);
        file.write_all(bytes)
    }
}

/// The error that the system gives when a disk is full.
fn no_space() -> io::Error {
    #[cfg(target_os = "linux")]
    if let Ok(mut full) = fs::OpenOptions::new().write(true).open("/dev/full")
        && let Err(error) = full.write_all(b"x")
    {
        return error;
    }
    io::ErrorKind::StorageFull.into()
}

fn saver_on(fixture: &Fixture, disk: &Arc<TestDisk>) -> Saver {
    let disk: Arc<dyn Disk> = Arc::<TestDisk>::clone(disk);
    Saver::spawn(LibraryFolder::on_disk(fixture.path(), disk), || {}).expect("a saver")
}

fn titled(title: &str) -> Record {
    let mut record = counterpart(10);
    record.title = String::from(title);
    as_record(record)
}

/// What the file of the record holds before a test.
fn on_disk() -> Record {
    as_record(counterpart(10))
}

fn saved(title: &str) -> SaveReport {
    SaveReport::Saved { record: titled(title) }
}

fn wait_until(what: &str, condition: impl Fn() -> bool) {
    let start = Instant::now();
    while !condition() {
        assert!(start.elapsed() < LONG, "{what}");
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn the_first_change_of_a_quiet_record_is_written_at_once() {
    let fixture = Fixture::new();
    let told = Arc::new(AtomicUsize::new(0));
    let teller = Arc::clone(&told);
    let saver = Saver::spawn(fixture.folder.clone(), move || {
        teller.fetch_add(1, Ordering::SeqCst);
    })
    .expect("a saver");
    saver.save(titled("first"), Some(on_disk()));
    wait_until("the change is written", || told.load(Ordering::SeqCst) == 1);
    assert!(saver.is_idle());
    assert_eq!(saver.take_reports(), [saved("first")]);
    assert_eq!(saver.take_reports(), []);
    assert_eq!(fixture.open().counterparts[0].title, "first");
}

#[test]
fn a_burst_of_changes_is_written_as_a_few_files_and_ends_with_the_last_value() {
    let fixture = Fixture::new();
    let disk = Arc::new(TestDisk::default());
    let saver = saver_on(&fixture, &disk);
    let start = Instant::now();
    let mut changes = 0;
    while start.elapsed() < Duration::from_secs(1) {
        changes += 1;
        saver.save(titled(&format!("change {changes}")), Some(on_disk()));
        thread::sleep(Duration::from_millis(2));
    }
    assert!(saver.flush(LONG));
    let written = disk.written.load(Ordering::SeqCst);
    // One at once, one every 300 ms, one at the end, and one backup.
    assert!((3..=8).contains(&written), "{written} files for {changes} changes");
    assert_eq!(fixture.open().counterparts[0].title, format!("change {changes}"));
}

#[test]
fn while_changes_keep_coming_the_disk_is_never_far_behind() {
    let fixture = Fixture::new();
    let saver = Saver::spawn(fixture.folder.clone(), || {}).expect("a saver");
    let start = Instant::now();
    for count in 0.. {
        let millis = start.elapsed().as_millis();
        if millis > 1500 {
            break;
        }
        saver.save(titled(&format!("{millis}")), Some(on_disk()));
        if count % 20 == 19 {
            let read = counterpoint::store::Library::read_all(fixture.path()).expect("readable");
            let on_disk: u128 = read.counterparts[0].title.parse().unwrap_or(0);
            assert!(millis - on_disk < 1000, "{on_disk} at {millis}");
        }
        thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_full_disk_is_reported_and_the_change_is_saved_when_there_is_space_again() {
    let fixture = Fixture::new();
    let before = fixture.text(counterpart_key(10));
    let disk = Arc::new(TestDisk::default());
    let saver = saver_on(&fixture, &disk);
    disk.full.store(true, Ordering::SeqCst);
    saver.save(titled("kept"), Some(on_disk()));
    assert!(!saver.flush(LONG), "it must not claim success");
    assert!(!saver.is_idle());
    let reports = saver.take_reports();
    let [SaveReport::Failed { key, error, dropped: false }] = &reports[..] else {
        panic!("{reports:?}")
    };
    let StoreError::Write { path, failure } = error else { panic!("{error:?}") };
    assert_eq!(*key, counterpart_key(10));
    assert_eq!(*path, fixture.folder.file(*key));
    assert_eq!(failure.kind, io::ErrorKind::StorageFull);
    assert!(failure.advice().contains("free some space"));
    assert_eq!(fixture.text(counterpart_key(10)), before, "the old version is whole");
    let rest = fs::read_dir(fixture.path().join("counterparts")).expect("a folder").count();
    assert_eq!(rest, 2, "nothing half-written is left");

    disk.full.store(false, Ordering::SeqCst);
    // Nobody does anything: the saver tries again by itself.
    wait_until("the change is saved", || saver.is_idle());
    assert_eq!(saver.take_reports(), [saved("kept")]);
    assert_eq!(fixture.open().counterparts[0].title, "kept");
}

#[test]
fn a_failed_save_is_tried_again_with_the_next_save_of_any_record() {
    let fixture = Fixture::new();
    let disk = Arc::new(TestDisk::default());
    let saver = saver_on(&fixture, &disk);
    disk.full.store(true, Ordering::SeqCst);
    saver.save(titled("kept"), Some(on_disk()));
    assert!(!saver.flush(LONG));
    disk.full.store(false, Ordering::SeqCst);
    let start = Instant::now();
    saver.save(Record::Session(Arc::new(session(21))), None);
    wait_until("both are saved", || saver.is_idle());
    assert!(start.elapsed() < Duration::from_millis(1500), "{:?}", start.elapsed());
    assert_eq!(fixture.open().counterparts[0].title, "kept");
}

#[test]
fn removing_and_saving_again_end_with_the_last_word() {
    let fixture = Fixture::new();
    let saver = Saver::spawn(fixture.folder.clone(), || {}).expect("a saver");
    saver.remove(counterpart_key(10));
    assert!(saver.flush(LONG));
    assert_eq!(saver.take_reports(), [SaveReport::Removed { key: counterpart_key(10) }]);
    assert_eq!(fixture.open().counterparts.len(), 1);
    saver.save(titled("undone"), Some(on_disk()));
    saver.remove(counterpart_key(11));
    saver.save(as_record(counterpart(11)), None);
    assert!(saver.flush(LONG));
    assert_eq!(fixture.open().counterparts.len(), 2);
}

#[test]
fn dropping_the_saver_writes_what_is_left() {
    let fixture = Fixture::new();
    let saver = Saver::spawn(fixture.folder.clone(), || {}).expect("a saver");
    for number in 100..160 {
        saver.save(as_record(counterpart(number)), None);
    }
    saver.save(titled("a"), Some(on_disk()));
    saver.save(titled("last"), Some(on_disk()));
    drop(saver);
    let opened = fixture.open();
    assert_eq!(opened.counterparts.len(), 62);
    assert_eq!(opened.counterparts[0].title, "last");
}

#[test]
fn a_save_on_an_old_base_takes_nothing_back_that_was_saved_since() {
    let fixture = Fixture::new();
    let saver = Saver::spawn(fixture.folder.clone(), || {}).expect("a saver");
    let mut first = counterpart(10);
    first.organisation = "first".to_owned();
    let mut second = first.clone();
    second.latin_name = "second".to_owned();
    for (record, base) in [(&first, counterpart(10)), (&second, first.clone())] {
        saver.save(as_record(record.clone()), Some(as_record(base)));
        assert!(saver.flush(LONG));
    }
    saver.take_reports();
    saver.save(titled("from an old version"), Some(on_disk()));
    assert!(saver.flush(LONG));
    let all = Counterpart { title: "from an old version".to_owned(), ..second.clone() };
    let merged = SaveReport::Merged {
        asked: titled("from an old version"),
        written: as_record(all.clone()),
        theirs: as_record(second),
        conflicts: Vec::new(),
        by_others: false,
    };
    assert_eq!(saver.take_reports(), [merged]);
    assert_eq!(fixture.open().counterparts[0], all);
}

#[test]
fn who_types_on_before_the_answers_are_there_is_not_merged_with_themselves() {
    let fixture = Fixture::new();
    let saver = Saver::spawn(fixture.folder.clone(), || {}).expect("a saver");
    // The answer to the second save comes after the third.
    for (title, base) in [("a", on_disk()), ("ab", on_disk()), ("abc", titled("a"))] {
        saver.save(titled(title), Some(base));
        assert!(saver.flush(LONG));
        assert_eq!(saver.take_reports(), [saved(title)]);
    }
    saver.label(vec![counterpart_key(10)], LabelChange::Archived { on: true });
    assert!(saver.flush(LONG));
    let reports = saver.take_reports();
    let [SaveReport::Labelled { record: Record::Counterpart(labelled) }] = &reports[..] else {
        panic!("{reports:?}")
    };
    let labelled = Counterpart::clone(labelled);
    saver.save(titled("abcd"), Some(titled("ab")));
    assert!(saver.flush(LONG));
    let reports = saver.take_reports();
    let [SaveReport::Merged { conflicts, by_others: false, .. }] = &reports[..] else {
        panic!("{reports:?}")
    };
    assert_eq!(*conflicts, []);
    let found = fixture.open().counterparts.remove(0);
    assert_eq!((found.title.as_str(), found.labels.archived), ("abcd", true));
    // The answer to the label alone is there, and what was saved since is not.
    let mut more = labelled;
    more.title = "abcde".to_owned();
    let told = Counterpart { title: "abc".to_owned(), ..more.clone() };
    saver.save(as_record(more), Some(as_record(told)));
    assert!(saver.flush(LONG));
    let reports = saver.take_reports();
    let [SaveReport::Merged { conflicts, by_others: false, .. }] = &reports[..] else {
        panic!("{reports:?}")
    };
    assert_eq!(*conflicts, []);
    assert_eq!(fixture.open().counterparts[0].title, "abcde");
}

/// Writes nothing until it is released.
#[derive(Debug, Default)]
struct SlowDisk {
    released: AtomicBool,
}

impl Disk for SlowDisk {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        wait_until("released", || self.released.load(Ordering::SeqCst));
        file.write_all(bytes)
    }
}

#[test]
fn what_is_typed_after_a_label_that_cannot_be_set_is_saved_when_the_saver_stops() {
    let fixture = Fixture::new();
    let disk = Arc::new(SlowDisk::default());
    let folder =
        LibraryFolder::on_disk(fixture.path(), Arc::<SlowDisk>::clone(&disk) as Arc<dyn Disk>);
    let saver = Saver::spawn(folder, || {}).expect("a saver");
    // Keeps it busy until it is to stop.
    saver.save(titled("first"), Some(on_disk()));
    saver.label(vec![counterpart_key(30)], LabelChange::Archived { on: true });
    saver.save(as_record(counterpart(30)), None);
    thread::scope(|scope| {
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(100));
            disk.released.store(true, Ordering::SeqCst);
        });
        drop(saver);
    });
    assert_eq!(fixture.folder.load(counterpart_key(30)), Ok(as_record(counterpart(30))));
}

#[test]
fn an_export_replaces_a_file_as_a_whole_or_leaves_it() {
    let fixture = Fixture::new();
    let path = fixture.temp.path().join("brief.md");
    atomic_write(&path, b"one").expect("written");
    atomic_write(&path, "二".as_bytes()).expect("written");
    let disk = TestDisk { full: AtomicBool::new(true), ..TestDisk::default() };
    let error = atomic_write_on(&disk, &path, b"three").expect_err("full");
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    assert_eq!(fs::read_to_string(&path).expect("the file"), "二");
    assert!(atomic_write(&fixture.temp.path().join("no/such/folder"), b"x").is_err());
    assert!(atomic_write(fixture.temp.path(), b"x").is_err());
}

/// Notes what the file to be replaced held when the new content was forced to the disk.
#[derive(Debug, Default)]
struct SyncDisk {
    target: PathBuf,
    at_sync: Mutex<Vec<String>>,
    broken: AtomicBool,
}

impl Disk for SyncDisk {
    fn sync(&self, file: &File) -> io::Result<()> {
        let length = file.metadata()?.len();
        let held = fs::read_to_string(&self.target)?;
        self.at_sync.lock().expect("the notes").push(format!("{held}, then {length} bytes"));
        if self.broken.load(Ordering::SeqCst) { Err(io::ErrorKind::Other.into()) } else { Ok(()) }
    }
}

#[test]
fn new_content_is_on_the_disk_before_it_takes_the_place_of_the_old() {
    let fixture = Fixture::new();
    let target = fixture.temp.path().join("brief.md");
    fs::write(&target, "one").expect("written");
    let disk = SyncDisk { target: target.clone(), ..SyncDisk::default() };
    atomic_write_on(&disk, &target, b"three").expect("written");
    assert_eq!(*disk.at_sync.lock().expect("the notes"), ["one, then 5 bytes"]);
    disk.broken.store(true, Ordering::SeqCst);
    assert!(atomic_write_on(&disk, &target, b"four").is_err());
    assert_eq!(fs::read_to_string(&target).expect("the file"), "three");
    assert_eq!(fs::read_dir(fixture.temp.path()).expect("a folder").count(), 2, "no rest is left");
}

#[cfg(unix)]
#[test]
fn an_export_through_a_link_or_into_a_pipe_leaves_both_in_place() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt};
    let fixture = Fixture::new();
    let (file, link) = (fixture.temp.path().join("brief.md"), fixture.temp.path().join("link.md"));
    fs::write(&file, "one").expect("written");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).expect("changed");
    std::os::unix::fs::symlink(&file, &link).expect("linked");
    atomic_write(&link, b"two").expect("written");
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!(fs::read_to_string(&file).expect("the file"), "two");
    let mode = fs::metadata(&file).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600, "a private file stays private");

    let pipe = fixture.temp.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let reader = Command::new("cat").arg(&pipe).stdout(Stdio::piped()).spawn().expect("a reader");
    atomic_write(&pipe, b"three").expect("written");
    assert_eq!(reader.wait_with_output().expect("read").stdout, b"three");
    assert!(fs::symlink_metadata(&pipe).expect("the pipe").file_type().is_fifo());
}
