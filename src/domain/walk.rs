//! The quadrant walk: 17 questions to ask of a pitch (coaching models, section 4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::quadrant::Quadrant;

/// One of the 17 questions. The order of the variants is the order of the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QuestionId {
    A1,
    A2,
    A3,
    A4,
    A5,
    D1,
    D2,
    D3,
    D4,
    B1,
    B2,
    B3,
    B4,
    C1,
    C2,
    C3,
    C4,
}

/// Does the pitch do what the question asks?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    Partly,
    No,
}

impl Answer {
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }
}

/// An answer with the reason for it. A question without an entry is not answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WalkEntry {
    #[serde(default)]
    pub answer: Option<Answer>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The answers given for one pitch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Walk {
    pub entries: BTreeMap<QuestionId, WalkEntry>,
}

impl QuestionId {
    pub const ALL: [Self; 17] = [
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::D1,
        Self::D2,
        Self::D3,
        Self::D4,
        Self::B1,
        Self::B2,
        Self::B3,
        Self::B4,
        Self::C1,
        Self::C2,
        Self::C3,
        Self::C4,
    ];

    pub fn quadrant(self) -> Quadrant {
        match self {
            Self::A1 | Self::A2 | Self::A3 | Self::A4 | Self::A5 => Quadrant::A,
            Self::D1 | Self::D2 | Self::D3 | Self::D4 => Quadrant::D,
            Self::B1 | Self::B2 | Self::B3 | Self::B4 => Quadrant::B,
            Self::C1 | Self::C2 | Self::C3 | Self::C4 => Quadrant::C,
        }
    }
}
