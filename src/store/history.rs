//! Looking back: the earlier versions of a record.

use std::fs;
use std::path::PathBuf;

use jiff::Timestamp;

use super::backup;
use super::decode::decode;
use super::error::StoreError;
use super::folder::LibraryFolder;
use super::record::{Record, RecordKey};

/// One earlier version of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub key: RecordKey,
    /// When it was replaced by a later one, or removed.
    pub at: Timestamp,
    pub path: PathBuf,
    /// In bytes.
    pub size: u64,
}

/// The earlier versions of a record, oldest first. Nothing is parsed.
pub fn versions(folder: &LibraryFolder, key: RecordKey) -> Vec<Version> {
    sized(key, backup::list(folder, key)).collect()
}

/// Reads one version. The file stays where it is.
pub fn read(folder: &LibraryFolder, version: &Version) -> Result<Record, StoreError> {
    let bytes = folder.disk().read(&version.path);
    let bytes = bytes.map_err(|error| StoreError::read(&version.path, error))?;
    decode(&version.path, version.key, &bytes)
}

/// Adds the sizes; a file that is gone meanwhile is left out.
pub(super) fn sized(
    key: RecordKey,
    files: Vec<(Timestamp, PathBuf)>,
) -> impl Iterator<Item = Version> {
    files.into_iter().filter_map(move |(at, path)| {
        let size = fs::metadata(&path).ok()?.len();
        Some(Version { key, at, path, size })
    })
}
