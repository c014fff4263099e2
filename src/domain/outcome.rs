//! Outcomes are judged by what the customer agreed to do, never by what was said
//! (coaching models, section 6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::EntryId;

/// Which side of the table, seen from the deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    #[default]
    Buyer,
    Seller,
}

/// Whether a promised action was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommitmentState {
    #[default]
    Open,
    Kept,
    /// A broken promise no longer counts towards the verdict.
    Broken,
}

impl CommitmentState {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Broken => "broken",
        }
    }
}

/// An action that somebody agreed to do, by a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// Missing in outcome files written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<EntryId>,
    pub party: Party,
    pub action: String,
    #[serde(default)]
    pub person: Option<String>,
    #[serde(default)]
    pub due: Option<Date>,
    /// What the action costs them, in their effort, money or standing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cost: String,
    /// A signature, a payment or a purchase order.
    #[serde(default)]
    pub binding: bool,
    #[serde(default)]
    pub state: CommitmentState,
}

/// What came of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Outcome {
    #[serde(default)]
    pub refused: bool,
    #[serde(default)]
    pub decided_elsewhere: bool,
    /// Words heard: kept for the record, worth nothing.
    #[serde(default)]
    pub words: Vec<String>,
    #[serde(default)]
    pub commitments: Vec<Commitment>,
}
