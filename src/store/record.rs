//! The records of a library and the files that hold them.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

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

impl From<CounterpartId> for RecordKey {
    fn from(id: CounterpartId) -> Self {
        Self::Counterpart(id)
    }
}

impl From<SessionId> for RecordKey {
    fn from(id: SessionId) -> Self {
        Self::Session(id)
    }
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

    /// Whether two handles hold equal records; handles to the same one are compared at no cost.
    pub fn is_same(&self, other: &Self) -> bool {
        self.is_shared_with(other) || self == other
    }

    /// Whether two handles hold one and the same record, and not only equal ones.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Library(one), Self::Library(two)) => Arc::ptr_eq(one, two),
            (Self::Counterpart(one), Self::Counterpart(two)) => Arc::ptr_eq(one, two),
            (Self::Session(one), Self::Session(two)) => Arc::ptr_eq(one, two),
            _ => false,
        }
    }

    pub fn updated(&self) -> Timestamp {
        match self {
            Self::Library(record) => record.updated,
            Self::Counterpart(record) => record.updated,
            Self::Session(record) => record.updated,
        }
    }

    /// The record with a new time of change.
    pub fn touched(self, now: Timestamp) -> Self {
        match self {
            Self::Library(mut record) => {
                Arc::make_mut(&mut record).updated = now;
                Self::Library(record)
            }
            Self::Counterpart(mut record) => {
                Arc::make_mut(&mut record).updated = now;
                Self::Counterpart(record)
            }
            Self::Session(mut record) => {
                Arc::make_mut(&mut record).updated = now;
                Self::Session(record)
            }
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
