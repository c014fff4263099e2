//! Edits of a counterpart.

use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Evidence;
use crate::domain::ids::EntryId;
use crate::domain::questionnaire;

#[derive(Debug, Clone, PartialEq)]
pub enum CounterpartEdit {
    Name(String),
    LatinName(String),
    Title(String),
    Organisation(String),
    Notes(String),
    AddEvidence(Evidence),
    /// Several observations in one step.
    AddObservations(Vec<Evidence>),
    /// Replaces the observation that carries the same id.
    ChangeEvidence(Evidence),
    RemoveEvidence(EntryId),
    /// Answers to the questionnaire.
    Answers(questionnaire::Change),
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
            Self::AddObservations(observations) => record.evidence.extend(observations),
            Self::ChangeEvidence(changed) => {
                if let Some(item) = record.evidence.iter_mut().find(|item| item.id == changed.id) {
                    *item = changed;
                }
            }
            Self::RemoveEvidence(id) => record.evidence.retain(|item| item.id != Some(id)),
            Self::Answers(change) => change.apply(&mut record.evidence),
        }
    }
}
