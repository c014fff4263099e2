//! Evidence: one dated, sourced observation about how somebody thinks (coaching models, section 2).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::EntryId;
use super::quadrant::Quadrant;

/// Where an observation comes from; it decides how much the observation weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// The person answered a questionnaire item.
    Questionnaire,
    /// Their own words.
    Quote,
    /// Something they were seen to do.
    Behaviour,
    /// Something they wrote.
    Text,
    /// What somebody else says of them. Written `third-party` outside the library.
    ThirdParty,
    /// A guess from their job.
    Role,
}

impl EvidenceKind {
    /// The kinds a user can enter by hand, strongest first.
    pub const BY_HAND: [Self; 5] =
        [Self::Quote, Self::Behaviour, Self::Text, Self::ThirdParty, Self::Role];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Questionnaire => "questionnaire",
            Self::Quote => "quote",
            Self::Behaviour => "behaviour",
            Self::Text => "text",
            Self::ThirdParty => "third-party",
            Self::Role => "role",
        }
    }
}

/// Whether the person was at ease when observed. Each setting has a profile of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    #[default]
    Normal,
    /// Under pressure.
    Pressure,
}

impl Setting {
    /// Stable id, used in message keys and in the headless output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::Pressure => "pressure",
        }
    }
}

/// One observation. "Don't know" is an observation that neither supports nor speaks against anything.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Missing in evidence files written by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<EntryId>,
    #[serde(default)]
    pub supports: Vec<Quadrant>,
    #[serde(default)]
    pub against: Vec<Quadrant>,
    pub kind: EvidenceKind,
    #[serde(default)]
    pub setting: Setting,
    pub date: Date,
    /// What was heard, seen or read.
    #[serde(default)]
    pub text: String,
    /// Where and from whom, in the user's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Overrides the weight of the kind; a questionnaire item carries 3.0 / number of items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
}

/// The weight of one observation by kind (content, editable).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceWeights {
    /// Shared equally by all items of a questionnaire.
    pub questionnaire_total: f64,
    pub quote: f64,
    pub behaviour: f64,
    pub text: f64,
    pub third_party: f64,
    pub role: f64,
}
