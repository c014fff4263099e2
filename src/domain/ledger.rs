//! The offer ledger: "compared with last time, where are we now?" (coaching models, section 5).

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, MeetingId};

/// Who made an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Us,
    Them,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Us, Self::Them];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Them => "them",
        }
    }
}

/// A price that one side put on the table, with the other terms in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub id: EntryId,
    pub at: Timestamp,
    pub meeting: MeetingId,
    pub side: Side,
    /// In the currency of the session.
    pub price: Decimal,
    #[serde(default)]
    pub terms: String,
}
