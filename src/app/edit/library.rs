//! Edits of the library's own record.

use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::library::LibraryRecord;
use crate::domain::quadrant::AnimalReading;

#[derive(Debug, Clone, PartialEq)]
pub enum LibraryEdit {
    OwnerName(String),
    /// Replaces my answers to the questionnaire; other evidence about me stays.
    OwnerAnswers(Vec<Evidence>),
    Currency(String),
    Animals(AnimalReading),
}

impl LibraryEdit {
    pub(super) fn field(&self) -> Option<&'static str> {
        match self {
            Self::OwnerName(_) => Some("owner-name"),
            Self::Currency(_) => Some("currency"),
            _ => None,
        }
    }

    pub fn apply(self, record: &mut LibraryRecord) {
        match self {
            Self::OwnerName(name) => record.owner.name = name,
            Self::OwnerAnswers(answers) => {
                record.owner.evidence.retain(|item| item.kind != EvidenceKind::Questionnaire);
                record.owner.evidence.extend(answers);
            }
            Self::Currency(currency) => record.currency = currency,
            Self::Animals(animals) => record.animals = animals,
        }
    }
}
