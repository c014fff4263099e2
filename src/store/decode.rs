//! A record from the bytes of one of its files: the current one, a version, one in the trash.

use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::migrate::{upgrade_counterpart, upgrade_library, upgrade_session};
use super::record::{Record, RecordKey};
use super::ron_text;
use super::save::refuse_newer;

/// Reads a record of the given key and brings it up to date, as [`LibraryFolder::load`] does.
///
/// [`LibraryFolder::load`]: super::folder::LibraryFolder::load
/// `path` is for the message only.
pub(super) fn decode(path: &Path, key: RecordKey, bytes: &[u8]) -> Result<Record, StoreError> {
    refuse_newer(path, bytes)?;
    let text = ron_text::decode(path, bytes)?;
    let record = match key {
        RecordKey::Library => Record::Library(parse(path, &text, upgrade_library)?),
        RecordKey::Counterpart(_) => Record::Counterpart(parse(path, &text, upgrade_counterpart)?),
        RecordKey::Session(_) => Record::Session(parse(path, &text, upgrade_session)?),
    };
    if record.key() == key {
        Ok(record)
    } else {
        let found = record.key().file();
        let found = found.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Err(StoreError::WrongName { path: path.to_owned(), found })
    }
}

fn parse<T: DeserializeOwned>(
    path: &Path,
    text: &str,
    upgrade: impl FnOnce(&mut T),
) -> Result<Arc<T>, StoreError> {
    let mut record = ron_text::parse(path, text)?;
    upgrade(&mut record);
    Ok(Arc::new(record))
}
