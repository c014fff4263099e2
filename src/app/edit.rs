//! The commands that change data, by area. Nothing else changes a record.

pub mod counterpart;
pub mod library;
pub mod session;

use super::workspace::SummaryOf;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::label::LabelChange;
use crate::domain::session::Session;
use crate::store::record::{Record, RecordKey};
use crate::store::search::RecordText;

pub use counterpart::CounterpartEdit;
pub use library::LibraryEdit;
pub use session::{CommitmentEdit, MeetingEdit, PotatoEdit, SessionEdit};

/// One change of the data, and one step of undo.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Library(LibraryEdit),
    AddCounterpart(Box<Counterpart>),
    Counterpart(CounterpartId, CounterpartEdit),
    AddSession(Box<Session>),
    Session(SessionId, SessionEdit),
    /// Puts a whole record in the place of the present one: an earlier version, a merged one.
    Replace(Record),
    /// Labels counterparts or negotiations, any number of them at once.
    Label(Vec<RecordKey>, LabelChange),
    /// Takes counterparts or negotiations away, any number of them at once.
    Remove(Vec<RecordKey>),
    /// Brings removed counterparts or negotiations back, any number of them at once.
    Restore(Vec<Restored>),
}

/// What lists show of a removed record at once when it is brought back; the disk follows.
#[derive(Debug, Clone, PartialEq)]
pub struct Restored {
    pub summary: SummaryOf,
    pub text: RecordText,
}

/// Which field of which record a run of keystrokes goes to. Keystrokes in the same field that
/// follow one another closely are one step of undo.
///
/// The name of the field, the record, the part of the record, and which one of several of it.
pub type Field = (&'static str, uuid::Uuid, uuid::Uuid, usize);

impl Edit {
    pub fn remove_counterpart(id: CounterpartId) -> Self {
        Self::Remove(vec![RecordKey::Counterpart(id)])
    }

    pub fn remove_session(id: SessionId) -> Self {
        Self::Remove(vec![RecordKey::Session(id)])
    }

    /// The text field that the edit types into; `None` for edits that are a step by themselves.
    /// `session` is the session before the edit, if it is an edit of one.
    pub fn field(&self, session: Option<&Session>) -> Option<Field> {
        let nil = uuid::Uuid::nil();
        match self {
            Self::Library(edit) => edit.field().map(|(field, part)| (field, nil, part, 0)),
            Self::Counterpart(id, edit) => edit.field().map(|field| (field, id.0, nil, 0)),
            Self::Session(id, edit) => {
                let (field, part, index) = edit.field(session?)?;
                Some((field, id.0, part, index))
            }
            _ => None,
        }
    }

    /// The record that has to be in memory for the edit.
    pub fn needs(&self) -> Option<RecordKey> {
        match self {
            Self::Counterpart(id, _) => Some(RecordKey::Counterpart(*id)),
            Self::Session(id, _) => Some(RecordKey::Session(*id)),
            Self::Replace(record) => Some(record.key()),
            _ => None,
        }
    }
}
