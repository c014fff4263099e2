//! Restoring a library from an archive.

use std::fs::{self, File};
use std::io;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::store::StoreError;
use crate::store::archive::restore;

/// A disk that fails at the given write, counted from 0.
struct FailsAt(usize, AtomicUsize);

impl Disk for FailsAt {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if self.1.fetch_add(1, Ordering::Relaxed) == self.0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        io::Write::write_all(file, bytes)
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
fn a_folder_with_anything_in_it_is_refused() {
    let sample = Sample::new(2);
    let made = sample.archive("2026-11-23T08:00:00Z");
    let before = files(sample.path());
    let result = restore(&made.path, &sample.folder, &Progress::default());
    assert!(matches!(result, Err(StoreError::FolderNotEmpty { .. })), "{result:?}");
    assert_eq!(files(sample.path()), before);
    let file = sample.temp.path().join("file");
    fs::write(&file, "x").unwrap();
    let result = restore(&made.path, &LibraryFolder::new(&file), &Progress::default());
    assert!(matches!(result, Err(StoreError::FileInTheWay { .. })), "{result:?}");
}

#[test]
fn a_failing_disk_leaves_the_folder_as_it_was() {
    let sample = Sample::new(5);
    let made = sample.archive("2026-11-23T08:00:00Z");
    let missing = sample.temp.path().join("missing");
    let empty = sample.temp.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let count = sample.content().len();
    for fails_at in 0..count {
        for path in [&missing, &empty] {
            let disk = FailsAt(fails_at, AtomicUsize::new(0));
            let into = LibraryFolder::on_disk(path, Arc::new(disk));
            let result = restore(&made.path, &into, &Progress::default());
            assert!(matches!(result, Err(StoreError::Write { .. })), "{fails_at}: {result:?}");
        }
        assert!(!missing.exists());
        assert_eq!(fs::read_dir(&empty).unwrap().count(), 0, "{fails_at}");
    }
    let disk = FailsAt(count, AtomicUsize::new(0));
    restore(&made.path, &LibraryFolder::on_disk(&empty, Arc::new(disk)), &Progress::default())
        .unwrap();
}

#[test]
fn a_cancelled_restore_leaves_nothing_half() {
    let sample = Sample::new(600);
    let made = sample.archive("2026-11-23T08:00:00Z");
    let path = sample.temp.path().join("copy");
    let progress = Progress::default();
    let into = LibraryFolder::on_disk(&path, Arc::new(Cancelling(progress.clone())));
    let result = restore(&made.path, &into, &progress);
    assert!(matches!(result, Err(StoreError::Cancelled { .. })), "{result:?}");
    assert!(!path.exists());
}

#[test]
fn a_library_file_is_written_last() {
    let sample = Sample::new(5);
    let made = sample.archive("2026-11-23T08:00:00Z");
    let count = sample.content().len();
    let path = sample.temp.path().join("copy");
    // The last write of all fails: everything else had been written by then.
    let into = LibraryFolder::on_disk(&path, Arc::new(FailsAt(count - 1, AtomicUsize::new(0))));
    let Err(StoreError::Write { path: failed, .. }) =
        restore(&made.path, &into, &Progress::default())
    else {
        panic!("it must fail")
    };
    assert!(failed.ends_with("library.ron"), "{}", failed.display());
}
