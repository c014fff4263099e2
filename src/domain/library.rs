//! The library's own record: its owner and the settings that belong to the data.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::evidence::Evidence;
use super::ids::LibraryId;
use super::quadrant::AnimalReading;
use super::tactic::Deck;

/// The schema version that this program writes. A record with a higher one is never overwritten.
///
/// 2 added labels (tags, archived) to counterparts and sessions; 3 added influence and the kept
/// versions of the pitch to sessions; 4 added issues, packages, concession steps, team, predictions
/// and the agreement to sessions, and the deck to the library.
pub const SCHEMA: u32 = 4;

/// `library.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LibraryRecord {
    pub schema: u32,
    pub id: LibraryId,
    pub updated: Timestamp,
    pub owner: Owner,
    /// ISO 4217 code given to new sessions.
    pub currency: String,
    #[serde(default)]
    pub animals: AnimalReading,
    /// What I keep of the deck of tactics.
    #[serde(default, skip_serializing_if = "Deck::is_default")]
    pub deck: Deck,
}

/// The person who uses the app: "me".
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Owner {
    #[serde(default)]
    pub name: String,
    /// Evidence about my own thinking; the same model as for a counterpart.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

impl LibraryRecord {
    pub fn new(id: LibraryId, updated: Timestamp, currency: &str) -> Self {
        Self {
            schema: SCHEMA,
            id,
            updated,
            owner: Owner::default(),
            currency: currency.to_owned(),
            animals: AnimalReading::default(),
            deck: Deck::default(),
        }
    }
}
