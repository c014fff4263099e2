//! What is in an archive, without unpacking it.

use std::path::Path;

use super::layout::is_entry;
use super::unpack::Entries;
use crate::store::error::StoreError;

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
    for (name, _) in entries.sizes().filter(|(name, _)| is_entry(name) && name.ends_with(".ron")) {
        match name.split('/').next() {
            Some("counterparts") => contents.counterparts += 1,
            Some("sessions") => contents.sessions += 1,
            _ => {}
        }
    }
    Ok(contents)
}
