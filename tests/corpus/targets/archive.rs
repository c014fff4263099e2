//! An archive from anywhere: refused, or restored as it was checked.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::store::disk::Disk;
use counterpoint::store::{Library, LibraryFolder, Progress, archive};
use tempfile::TempDir;

use super::record::WEIGHTS;

const LONGEST: usize = 64 * 1024;

/// A disk that need not last.
struct Memory;

impl Disk for Memory {
    fn sync(&self, _: &fs::File) -> io::Result<()> {
        Ok(())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

pub fn check(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST {
        return false;
    }
    let temp = TempDir::new().expect("a temporary folder");
    let file = temp.path().join("archive.zip");
    fs::write(&file, bytes).expect("written");
    let into = temp.path().join("into");
    let progress = Progress::default();
    let verified = archive::verify(&file, &progress);
    let folder = LibraryFolder::on_disk(&into, Arc::new(Memory));
    let restored = archive::restore(&file, &folder, &progress);
    let counted = archive::contents(&file);
    // Nothing lies beside the folder.
    let beside = fs::read_dir(temp.path()).expect("a folder").count();
    match (verified, restored) {
        (Ok(verified), Ok(())) => {
            assert_eq!(beside, 2);
            let files = files(&into);
            assert_eq!(files.len(), verified.files);
            assert_eq!(files.iter().map(|(_, size)| size).sum::<u64>(), verified.bytes);
            let counted = counted.expect("what was checked can be counted");
            assert!(counted.counterparts + counted.sessions < verified.files);
            // It need not be a library that this program knows, but it does no harm.
            let _ = Library::read(&into, &WEIGHTS);
            true
        }
        (Err(_), Err(_)) => {
            assert_eq!(beside, 1, "what was refused left something");
            false
        }
        // Checksums say nothing of names: two that this disk takes for one, or one that is a file
        // and a folder at once, or one that is too long.
        (Ok(_), Err(error)) => {
            assert!(matches!(error, counterpoint::store::StoreError::Write { .. }), "{error:?}");
            assert_eq!(beside, 1, "what was refused left something");
            false
        }
        (Err(error), Ok(())) => panic!("restored in spite of {error}"),
    }
}

/// Every file below a folder and its size. Nothing else lies there.
fn files(path: &Path) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let meta = fs::symlink_metadata(&path).expect("there");
            if meta.is_dir() {
                folders.push(path);
            } else {
                assert!(meta.is_file(), "{}", path.display());
                found.push((path, meta.len()));
            }
        }
    }
    found
}
