//! Labels: what the user sorts people and negotiations by.

use serde::{Deserialize, Serialize};

/// The labels of one record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Labels {
    /// In the user's words and order, none twice.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Out of the lists, but not out of the library.
    #[serde(default)]
    pub archived: bool,
}

/// One change of the labels. It is its own opposite with `on` turned round, so many records can be
/// labelled, and the labels taken back, without holding the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LabelChange {
    Tag { tag: String, on: bool },
    Archived { on: bool },
}

impl Labels {
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && !self.archived
    }

    pub fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own == tag)
    }

    /// Makes the change and says whether anything became different. A tag is trimmed; an empty one
    /// is none.
    pub fn change(&mut self, change: &LabelChange) -> bool {
        match change {
            LabelChange::Tag { tag, on: true } => {
                let tag = tag.trim();
                let new = !tag.is_empty() && !self.has_tag(tag);
                if new {
                    self.tags.push(tag.to_owned());
                }
                new
            }
            LabelChange::Tag { tag, on: false } => {
                let before = self.tags.len();
                self.tags.retain(|own| own != tag.trim());
                self.tags.len() != before
            }
            LabelChange::Archived { on } => std::mem::replace(&mut self.archived, *on) != *on,
        }
    }
}

impl LabelChange {
    /// The change that takes this one back, where this one changed anything.
    pub fn opposite(&self) -> Self {
        match self {
            Self::Tag { tag, on } => Self::Tag { tag: tag.clone(), on: !on },
            Self::Archived { on } => Self::Archived { on: !on },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_changed_something_is_taken_back_by_its_opposite() {
        let mut labels = Labels { tags: vec!["VIP".to_owned()], archived: false };
        let before = labels.clone();
        let add = LabelChange::Tag { tag: " 华东 ".to_owned(), on: true };
        assert!(labels.change(&add));
        assert!(!labels.change(&add), "a tag is there once");
        assert_eq!(labels.tags, ["VIP", "华东"]);
        assert!(labels.change(&add.opposite()));
        assert!(labels.change(&LabelChange::Archived { on: true }));
        assert!(!labels.change(&LabelChange::Archived { on: true }));
        assert!(labels.change(&LabelChange::Archived { on: false }));
        assert_eq!(labels, before);
        assert!(!labels.change(&LabelChange::Tag { tag: "  ".to_owned(), on: true }));
    }
}
