//! Half-written files that a crash left behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::files::cache_folder;
use crate::store::disk::TEMPORARY_PREFIX;
use crate::store::folder::LibraryFolder;

/// Deletes them, among `listed` and in the folders that are not listed anyway. Only while the lock is
/// held. What is younger than `before`, the moment of the lock by the clock of the disk, is being
/// written by this process.
pub(super) fn sweep(folder: &LibraryFolder, listed: &[PathBuf], before: SystemTime) {
    let mut files = listed.to_vec();
    for place in [folder.path().to_owned(), cache_folder(folder)] {
        let Ok(entries) = fs::read_dir(place) else { continue };
        files.extend(entries.flatten().map(|entry| entry.path()).filter(|path| is_leftover(path)));
    }
    for file in files {
        let written = fs::symlink_metadata(&file).and_then(|found| found.modified());
        if written.is_ok_and(|written| written <= before)
            && let Err(error) = fs::remove_file(&file)
        {
            tracing::warn!(%error, "a half-written file could not be deleted");
        }
    }
}

fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(TEMPORARY_PREFIX) && name.ends_with(".tmp")
}
