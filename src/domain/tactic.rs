//! What I keep of the deck of tactics: favourites, cards of my own, and what I want to train.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::ids::EntryId;
use super::phase::Phase;

/// Whether a tactic may be advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    #[default]
    Fair,
    /// Within the rules, at a cost to trust.
    Hard,
    /// Known so that it can be countered; never advised.
    Unethical,
}

impl Mark {
    pub const ALL: [Self; 3] = [Self::Fair, Self::Hard, Self::Unethical];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fair => "fair",
            Self::Hard => "hard",
            Self::Unethical => "unethical",
        }
    }
}

/// What I keep of the deck.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Deck {
    /// Ids of cards.
    pub favourites: BTreeSet<String>,
    /// Ids of cards that I want to train.
    pub train: BTreeSet<String>,
    /// Cards that I wrote.
    pub cards: Vec<OwnCard>,
}

/// A card that I wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnCard {
    pub id: EntryId,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub phase: Phase,
    #[serde(default)]
    pub mark: Mark,
    /// How to recognise it; what they say, one to a line.
    #[serde(default)]
    pub cues: String,
    /// How to use it.
    #[serde(default)]
    pub how: String,
    /// What to answer, in one line that can be said aloud.
    #[serde(default)]
    pub counter: String,
    #[serde(default)]
    pub note: String,
}

impl OwnCard {
    /// A card to be written.
    pub fn new(id: EntryId) -> Self {
        Self {
            id,
            name: String::new(),
            phase: Phase::Opening,
            mark: Mark::default(),
            cues: String::new(),
            how: String::new(),
            counter: String::new(),
            note: String::new(),
        }
    }

    /// The id by which logs and favourites name the card.
    pub fn card_id(&self) -> String {
        format!("own-{}", self.id)
    }
}

impl Deck {
    pub(super) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The card of mine with this id.
    pub fn own(&self, id: &str) -> Option<&OwnCard> {
        self.cards.iter().find(|card| card.card_id() == id)
    }
}
