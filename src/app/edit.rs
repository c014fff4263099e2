//! The commands that change data, by area. Nothing else changes a record.

pub mod counterpart;
pub mod library;
pub mod session;

use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::session::Session;

pub use counterpart::CounterpartEdit;
pub use library::LibraryEdit;
pub use session::{CommitmentEdit, MeetingEdit, PotatoEdit, SessionEdit};

/// One change of the data, and one step of undo.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    Library(LibraryEdit),
    AddCounterpart(Box<Counterpart>),
    Counterpart(CounterpartId, CounterpartEdit),
    RemoveCounterpart(CounterpartId),
    AddSession(Box<Session>),
    Session(SessionId, SessionEdit),
    RemoveSession(SessionId),
}

/// Which field of which record a run of keystrokes goes to. Keystrokes in the same field that
/// follow one another closely are one step of undo.
pub type Field = (&'static str, uuid::Uuid, uuid::Uuid);

impl Edit {
    /// The text field that the edit types into; `None` for edits that are a step by themselves.
    pub fn field(&self) -> Option<Field> {
        let nil = uuid::Uuid::nil();
        match self {
            Self::Library(edit) => edit.field().map(|field| (field, nil, nil)),
            Self::Counterpart(id, edit) => edit.field().map(|field| (field, id.0, nil)),
            Self::Session(id, edit) => edit.field().map(|(field, part)| (field, id.0, part)),
            _ => None,
        }
    }
}
