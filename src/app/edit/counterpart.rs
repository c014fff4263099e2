//! Edits of a counterpart.

use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Evidence;
use crate::domain::ids::EntryId;

#[derive(Debug, Clone, PartialEq)]
pub enum CounterpartEdit {
    Name(String),
    LatinName(String),
    Title(String),
    Organisation(String),
    Notes(String),
    AddEvidence(Evidence),
    /// Replaces the observation that carries the same id.
    ChangeEvidence(Evidence),
    RemoveEvidence(EntryId),
}

impl CounterpartEdit {
    pub(super) fn field(&self) -> Option<&'static str> {
        match self {
            Self::Name(_) => Some("name"),
            Self::LatinName(_) => Some("latin-name"),
            Self::Title(_) => Some("title"),
            Self::Organisation(_) => Some("organisation"),
            Self::Notes(_) => Some("notes"),
            _ => None,
        }
    }

    pub fn apply(self, record: &mut Counterpart) {
        match self {
            Self::Name(text) => record.name = text,
            Self::LatinName(text) => record.latin_name = text,
            Self::Title(text) => record.title = text,
            Self::Organisation(text) => record.organisation = text,
            Self::Notes(text) => record.notes = text,
            Self::AddEvidence(evidence) => record.evidence.push(evidence),
            Self::ChangeEvidence(changed) => {
                if let Some(item) = record.evidence.iter_mut().find(|item| item.id == changed.id) {
                    *item = changed;
                }
            }
            Self::RemoveEvidence(id) => record.evidence.retain(|item| item.id != Some(id)),
        }
    }
}
