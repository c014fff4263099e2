//! What is in an archive, without unpacking it.

use std::path::Path;

use super::unpack::Entries;
use crate::store::conflict_copy::{FileKind, classify};
use crate::store::error::StoreError;
use crate::store::record::RecordKey;

/// How many records an archive holds; removed and damaged ones are not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Contents {
    pub counterparts: usize,
    pub sessions: usize,
}

/// Counts the records in an archive by its list of files.
pub fn contents(archive: &Path) -> Result<Contents, StoreError> {
    let entries = Entries::open(archive)?;
    let mut contents = Contents::default();
    for (name, _) in entries.sizes() {
        match classify(Path::new(&name)) {
            FileKind::Record(RecordKey::Counterpart(_)) => contents.counterparts += 1,
            FileKind::Record(RecordKey::Session(_)) => contents.sessions += 1,
            _ => {}
        }
    }
    Ok(contents)
}
