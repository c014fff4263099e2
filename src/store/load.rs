//! Reading one record: in its own file, of a schema that this program knows, and brought up to date.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::error::StoreError;
use super::folder::LibraryFolder;
use super::migrate;
use super::read::{read_library, read_text};
use super::record::{Record, RecordKey};
use super::ron_scan::declared_schema;
use super::ron_text::parse;
use crate::domain::counterpart::Counterpart;
use crate::domain::library::SCHEMA;
use crate::domain::session::Session;

impl LibraryFolder {
    /// Reads one record. Entries written by hand without an id have one afterwards.
    ///
    /// A file of a newer schema, or with another id than its name says, is an error.
    pub fn load(&self, key: RecordKey) -> Result<Record, StoreError> {
        let path = self.file(key);
        match key {
            RecordKey::Library => {
                let mut record = read_library(self)?;
                refuse_newer(&path, Some(record.schema))?;
                migrate::upgrade_library(&mut record);
                Ok(Record::Library(Arc::new(record)))
            }
            RecordKey::Counterpart(_) => {
                read_record(&path).map(|record| Record::Counterpart(Arc::new(record)))
            }
            RecordKey::Session(_) => {
                read_record(&path).map(|record| Record::Session(Arc::new(record)))
            }
        }
    }
}

/// A record whose id names its file.
pub(super) trait Filed: DeserializeOwned + Send {
    fn key(&self) -> RecordKey;
    fn schema(&self) -> u32;
    fn upgrade(&mut self);
}

impl Filed for Counterpart {
    fn key(&self) -> RecordKey {
        RecordKey::Counterpart(self.id)
    }

    fn schema(&self) -> u32 {
        self.schema
    }

    fn upgrade(&mut self) {
        migrate::upgrade_counterpart(self);
    }
}

impl Filed for Session {
    fn key(&self) -> RecordKey {
        RecordKey::Session(self.id)
    }

    fn schema(&self) -> u32 {
        self.schema
    }

    fn upgrade(&mut self) {
        migrate::upgrade_session(self);
    }
}

/// Reads the record in a file below `counterparts/` or `sessions/`.
pub(super) fn read_record<T: Filed>(path: &Path) -> Result<T, StoreError> {
    // A link may lead in a circle or out of the library: it is named, and not followed.
    if fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink()) {
        return Err(StoreError::NotARegularFile { path: path.to_owned() });
    }
    let text = read_text(path)?;
    let record: Result<T, _> = parse(path, &text);
    let schema = record.as_ref().ok().map(T::schema).or_else(|| declared_schema(&text));
    refuse_newer(path, schema)?;
    let mut record = record?;
    let file = record.key().file();
    if file.file_name() != path.file_name() {
        let found = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        return Err(StoreError::WrongName { path: path.to_owned(), found });
    }
    record.upgrade();
    Ok(record)
}

fn refuse_newer(path: &Path, schema: Option<u32>) -> Result<(), StoreError> {
    match schema {
        Some(schema) if schema > SCHEMA => {
            Err(StoreError::Newer { path: path.to_owned(), schema, known: SCHEMA })
        }
        _ => Ok(()),
    }
}
