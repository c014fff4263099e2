//! Making archives.

use std::fs::{self, File};
use std::io;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use super::*;
use crate::store::archive::{list, restore, verify};
use crate::store::{Record, RecordKey, StoreError};

/// A disk with room for so many bytes.
struct Room(AtomicI64);

impl Disk for Room {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let wanted = i64::try_from(bytes.len()).unwrap();
        let left = self.0.fetch_sub(wanted, Ordering::Relaxed);
        if left < wanted {
            let fits = usize::try_from(left.max(0)).unwrap();
            io::Write::write_all(file, &bytes[..fits])?;
            return Err(io::ErrorKind::StorageFull.into());
        }
        io::Write::write_all(file, bytes)
    }
}

/// A disk that does not hold what was written, and does not say so.
struct Liar;

impl Disk for Liar {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let mut bytes = bytes.to_vec();
        for byte in bytes.iter_mut().skip(60).step_by(500) {
            *byte ^= 0x10;
        }
        io::Write::write_all(file, &bytes)
    }
}

/// A disk that cannot say that the content is safe.
struct NoSync;

impl Disk for NoSync {
    fn sync(&self, _file: &File) -> io::Result<()> {
        Err(io::Error::other("broken"))
    }
}

/// A disk during whose first write the user cancels.
struct Cancelling(Progress);

impl Disk for Cancelling {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        self.0.cancel();
        io::Write::write_all(file, bytes)
    }
}

#[test]
fn an_archive_holds_the_whole_library_and_nothing_else() {
    let sample = Sample::new(40);
    let progress = Progress::default();
    let made = create(&sample.folder, Kind::Daily, at("2026-11-23T08:15:00Z"), &progress).unwrap();
    assert!(made.path.ends_with("archives/20261123T081500.000Z.zip"));
    assert_eq!(list(&sample.folder), std::slice::from_ref(&made));
    let (done, all) = progress.state();
    assert_eq!((done, all), (96, 96), "48 files packed and read back");
    let verified = verify(&made.path, &Progress::default()).unwrap();
    let content = sample.content();
    assert_eq!(verified.files, content.len());
    let bytes: usize = content.iter().map(|(_, content)| content.len()).sum();
    assert_eq!(verified.bytes, bytes as u64);
    let copy = LibraryFolder::new(&sample.temp.path().join("copy"));
    restore(&made.path, &copy, &Progress::default()).unwrap();
    assert_eq!(files(copy.path()), content);
}

#[cfg(unix)]
#[test]
fn an_archive_is_as_private_as_the_library_file() {
    use std::os::unix::fs::PermissionsExt;
    let sample = Sample::new(1);
    let library = sample.folder.file(RecordKey::Library);
    fs::set_permissions(&library, fs::Permissions::from_mode(0o600)).unwrap();
    let made = sample.archive("2026-11-23T08:00:00Z");
    let mode = fs::metadata(&made.path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn two_archives_of_one_moment_are_two_files() {
    let sample = Sample::new(1);
    let now = at("2026-11-23T08:15:00Z");
    for kind in [Kind::Daily, Kind::Daily, Kind::BeforeMigration] {
        create(&sample.folder, kind, now, &Progress::default()).unwrap();
    }
    let kinds: Vec<_> = list(&sample.folder).iter().map(|archive| archive.kind).collect();
    assert_eq!(kinds, [Kind::BeforeMigration, Kind::Daily, Kind::Daily]);
}

#[test]
fn a_disk_that_fills_up_at_any_place_leaves_nothing_behind() {
    let sample = Sample::new(3);
    let size = i64::try_from(sample.archive("2026-11-22T08:00:00Z").size).unwrap();
    let before = files(sample.path());
    for room in (0..size).step_by(97).chain([size - 1]) {
        let folder = sample.on(Room(AtomicI64::new(room)));
        let result = create(&folder, Kind::Daily, at("2026-11-23T08:00:00Z"), &Progress::default());
        let Err(StoreError::Write { failure, .. }) = result else { panic!("{room}: {result:?}") };
        assert_eq!(failure.kind, io::ErrorKind::StorageFull);
        assert_eq!(files(sample.path()), before, "{room}");
    }
    let folder = sample.on(Room(AtomicI64::new(size)));
    create(&folder, Kind::Daily, at("2026-11-23T08:00:00Z"), &Progress::default()).unwrap();
}

#[test]
fn an_archive_that_does_not_read_back_right_is_none() {
    let sample = Sample::new(3);
    let before = files(sample.path());
    for folder in [sample.on(Liar), sample.on(NoSync)] {
        let result = create(&folder, Kind::Daily, at("2026-11-23T08:00:00Z"), &Progress::default());
        assert!(result.is_err(), "{result:?}");
        assert_eq!(files(sample.path()), before);
        assert!(!sample.path().join("archives").exists());
    }
}

#[test]
fn a_cancelled_archive_leaves_nothing_behind() {
    let sample = Sample::new(600);
    let before = files(sample.path());
    let early = Progress::default();
    early.cancel();
    let late = Progress::default();
    for (folder, progress) in
        [(sample.folder.clone(), &early), (sample.on(Cancelling(late.clone())), &late)]
    {
        let result = create(&folder, Kind::Daily, at("2026-11-23T08:00:00Z"), progress);
        assert!(matches!(result, Err(StoreError::Cancelled { .. })), "{result:?}");
        assert_eq!(files(sample.path()), before);
    }
}

#[test]
fn what_a_crash_left_half_written_goes_with_the_next_archive() {
    let sample = Sample::new(1);
    let rest = sample.path().join("archives/.saving-abc.tmp");
    put(&rest, b"PK");
    sample.archive("2026-11-23T08:00:00Z");
    assert!(!rest.exists());
}

#[test]
fn a_damaged_or_missing_library_file_gives_no_archive() {
    let sample = Sample::new(1);
    let library = sample.folder.file(RecordKey::Library);
    let create =
        || create(&sample.folder, Kind::Daily, at("2026-11-23T08:00:00Z"), &Progress::default());
    fs::write(&library, "(schema: 2").unwrap();
    assert!(matches!(create(), Err(StoreError::Parse { .. })));
    fs::remove_file(&library).unwrap();
    assert!(matches!(create(), Err(StoreError::NotALibrary { .. })));
    fs::remove_dir_all(sample.path()).unwrap();
    assert!(matches!(create(), Err(StoreError::Write { .. })));
    assert!(!sample.path().exists(), "an unplugged drive does not come to life");
}

#[test]
fn records_that_change_and_move_meanwhile_do_not_break_an_archive() {
    let sample = Sample::new(200);
    let stop = AtomicBool::new(false);
    let names = std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut moment = at("2026-11-23T08:00:00Z");
            for round in 0_u32.. {
                for number in (100..300).step_by(7) {
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                    let mut record = session(number);
                    record.pitch = format!("{round} ").repeat(400);
                    moment += jiff::SignedDuration::from_secs(1);
                    let key = RecordKey::Session(record.id);
                    if number % 2 == 0 {
                        sample.folder.save(&Record::Session(Arc::new(record)), moment).unwrap();
                    } else {
                        // To the trash and back, as an undo does it.
                        let file = sample.folder.file(key);
                        let trash = sample.folder.trash(key);
                        fs::create_dir_all(&trash).unwrap();
                        let removed = trash.join("20261123T081500.250Z.ron");
                        fs::rename(&file, &removed).unwrap();
                        std::thread::yield_now();
                        fs::rename(&removed, &file).unwrap();
                    }
                }
            }
        });
        let names: Vec<_> = (1..3)
            .map(|day| {
                let made = sample.archive(&format!("2026-11-2{day}T08:00:00Z"));
                verify(&made.path, &Progress::default()).unwrap();
                let copy = sample.temp.path().join(format!("copy{day}"));
                let copy = LibraryFolder::new(&copy);
                restore(&made.path, &copy, &Progress::default()).unwrap();
                let names: Vec<_> = files(copy.path()).into_iter().map(|(name, _)| name).collect();
                let damaged = Library::read_all(copy.path()).unwrap().problems.len();
                (names, damaged)
            })
            .collect();
        stop.store(true, Ordering::Relaxed);
        names
    });
    for (names, damaged) in names {
        assert_eq!(damaged, 2, "the two that were damaged before");
        for number in 100..300 {
            let id = session(number).id.to_string();
            let found = names.iter().any(|name| name.to_string_lossy().contains(&id));
            assert!(found, "{number} is in its folder or in the trash");
        }
    }
}

#[test]
fn the_name_of_an_archive_says_when_and_why_it_was_made() {
    use crate::store::archive::{meaning_of, name_of};
    for kind in [Kind::Daily, Kind::BeforeMigration] {
        let now = at("2026-11-23T08:15:00.25Z");
        assert_eq!(meaning_of(&name_of(now, kind)), Some((now, kind)));
    }
    for other in ["holiday.zip", "20261123T081500.250Z.ron", "20261123T081500.250Z copy.zip"] {
        assert_eq!(meaning_of(other), None, "{other}");
    }
}
