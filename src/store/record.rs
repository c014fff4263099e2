//! The records of a library and the files that hold them.

use std::path::PathBuf;
use std::sync::Arc;

use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;

/// Names a record, and with it a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordKey {
    Library,
    Counterpart(CounterpartId),
    Session(SessionId),
}

impl RecordKey {
    /// The path inside the library folder.
    pub fn file(self) -> PathBuf {
        match self {
            Self::Library => PathBuf::from("library.ron"),
            Self::Counterpart(id) => PathBuf::from(format!("counterparts/{id}.ron")),
            Self::Session(id) => PathBuf::from(format!("sessions/{id}.ron")),
        }
    }

    /// The path of the record's own folder below `backups/` and `trash/`.
    pub fn folder(self) -> PathBuf {
        match self {
            Self::Library => PathBuf::from("library"),
            Self::Counterpart(id) => PathBuf::from(format!("counterparts/{id}")),
            Self::Session(id) => PathBuf::from(format!("sessions/{id}")),
        }
    }
}

/// A record as it is saved. Cloning is cheap.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    Library(Arc<LibraryRecord>),
    Counterpart(Arc<Counterpart>),
    Session(Arc<Session>),
}

impl Record {
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Library(_) => RecordKey::Library,
            Self::Counterpart(record) => RecordKey::Counterpart(record.id),
            Self::Session(record) => RecordKey::Session(record.id),
        }
    }

    /// The schema version that the record carries.
    pub fn schema(&self) -> u32 {
        match self {
            Self::Library(record) => record.schema,
            Self::Counterpart(record) => record.schema,
            Self::Session(record) => record.schema,
        }
    }
}
