//! Edits of the library's own record.

use crate::domain::library::LibraryRecord;
use crate::domain::quadrant::AnimalReading;
use crate::domain::questionnaire;

#[derive(Debug, Clone, PartialEq)]
pub enum LibraryEdit {
    OwnerName(String),
    /// My answers to the questionnaire.
    Answers(questionnaire::Change),
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
            Self::Answers(change) => change.apply(&mut record.owner.evidence),
            Self::Currency(currency) => record.currency = currency,
            Self::Animals(animals) => record.animals = animals,
        }
    }
}
