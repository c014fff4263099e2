//! The four phases of a negotiation (coaching models, section 5).

use serde::{Deserialize, Serialize};

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    #[default]
    Preparation,
    Opening,
    Middle,
    Late,
}

impl Phase {
    pub const ALL: [Self; 4] = [Self::Preparation, Self::Opening, Self::Middle, Self::Late];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Preparation => "preparation",
            Self::Opening => "opening",
            Self::Middle => "middle",
            Self::Late => "late",
        }
    }
}
