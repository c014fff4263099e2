//! Searches that led somewhere.

use serde::{Deserialize, Serialize};

use crate::store::search::fold;

/// So many are kept.
const MOST: usize = 8;

/// A longer text was pasted and will not be searched for again.
const LONGEST: usize = 100;

/// The latest searches, the last first, none twice.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecentSearches(Vec<String>);

impl RecentSearches {
    pub fn remember(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > LONGEST {
            return;
        }
        self.forget(text);
        self.0.insert(0, text.to_owned());
        self.0.truncate(MOST);
    }

    pub fn forget(&mut self, text: &str) {
        let folded = fold(text);
        self.0.retain(|other| fold(other) != folded);
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_eight_are_kept_and_none_twice() {
        let mut recent = RecentSearches::default();
        for text in ["a", "b", " Lin ", "c", "d", "e", "f", "g", "lin", "  ", "h"] {
            recent.remember(text);
        }
        let kept: Vec<&str> = recent.iter().collect();
        assert_eq!(kept, ["h", "lin", "g", "f", "e", "d", "c", "b"]);
        recent.forget("LIN");
        assert!(!recent.iter().any(|text| text == "lin"));
    }
}
