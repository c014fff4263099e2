//! Earlier versions of records, bounded in number.

use std::fs;
use std::io;
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};

use super::disk::atomic_write_on;
use super::folder::LibraryFolder;
use super::record::RecordKey;
use super::stamp;

/// A record keeps at most this many earlier versions.
pub const MAX_BACKUPS: usize = 20;

/// Autosave runs at every pause of the typing; a version is kept only after this time.
pub const BACKUP_INTERVAL: SignedDuration = SignedDuration::from_mins(10);

/// The earlier versions of a record with the time when they were kept, oldest first.
pub fn list(folder: &LibraryFolder, key: RecordKey) -> Vec<(Timestamp, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder.backups(key)) else { return Vec::new() };
    let mut versions: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let at = stamp::from_name(path.file_name()?.to_str()?.strip_suffix(".ron")?)?;
            Some((at, path))
        })
        .collect();
    versions.sort();
    versions
}

/// Keeps `previous`, the content that is about to be replaced, unless the last version is recent.
pub(super) fn keep(
    folder: &LibraryFolder,
    key: RecordKey,
    previous: &[u8],
    now: Timestamp,
) -> io::Result<()> {
    let mut versions = list(folder, key);
    // A version from the future comes from a wrong clock and says nothing about the interval.
    let newest = versions.iter().map(|(at, _)| *at).filter(|at| *at <= now).max();
    if newest.is_some_and(|newest| now.duration_since(newest) < BACKUP_INTERVAL) {
        return Ok(());
    }
    let target = folder.backups(key);
    fs::create_dir_all(&target)?;
    let path = target.join(format!("{}.ron", stamp::to_name(now)));
    atomic_write_on(folder.disk(), &path, previous)?;
    versions.push((now, path));
    versions.sort();
    let surplus = versions.len().saturating_sub(MAX_BACKUPS);
    for (_, oldest) in versions.iter().take(surplus) {
        fs::remove_file(oldest)?;
    }
    Ok(())
}
