//! A way out when the library's disk is full or gone: what could not be saved, saved elsewhere.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::error::StoreError;
use super::folder::{LibraryFolder, RECORD_FOLDERS};
use super::open::find_empty;
use super::record::{Record, RecordKey};
use super::save::make_folder;
use crate::domain::library::LibraryRecord;

/// Writes records that could not be saved as a small library of its own into a missing or empty
/// folder, and says how many they are. A `library.ron` among them takes the place of `library`.
///
/// Each file is on the disk when this returns; after a failure the folder is left as it was.
pub fn rescue(
    into: &Path,
    library: &LibraryRecord,
    records: &[Record],
) -> Result<usize, StoreError> {
    find_empty(into)?;
    let written = write(into, library, records);
    if written.is_err() {
        let folder = LibraryFolder::new(into);
        let files = records.iter().map(|record| folder.file(record.key()));
        for file in files.chain([folder.file(RecordKey::Library)]) {
            let _ = std::fs::remove_file(file);
        }
        for name in RECORD_FOLDERS {
            let _ = std::fs::remove_dir(into.join(name));
        }
    }
    written
}

fn write(into: &Path, library: &LibraryRecord, records: &[Record]) -> Result<usize, StoreError> {
    for name in RECORD_FOLDERS {
        make_folder(&into.join(name))?;
    }
    let folder = LibraryFolder::new(into);
    let now = Timestamp::now();
    // `library.ron` last: a folder that is only half written is no library.
    let (own, others): (Vec<_>, Vec<_>) =
        records.iter().partition(|record| record.key() == RecordKey::Library);
    for record in others {
        folder.save(record, now)?;
    }
    let fallback = Record::Library(Arc::new(library.clone()));
    folder.save(own.last().copied().unwrap_or(&fallback), now)?;
    Ok(records.len())
}
