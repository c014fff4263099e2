//! Hot potatoes: their problem thrown to me, to be tested at once (coaching models, section 5).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ids::{CounterpartId, EntryId, MeetingId};

/// What the claim is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PotatoKind {
    Budget,
    Authority,
    Deadline,
    Competitor,
    Policy,
    Other,
}

impl PotatoKind {
    pub const ALL: [Self; 6] = [
        Self::Budget,
        Self::Authority,
        Self::Deadline,
        Self::Competitor,
        Self::Policy,
        Self::Other,
    ];

    /// Stable id, used in message keys and in the headless output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::Authority => "authority",
            Self::Deadline => "deadline",
            Self::Competitor => "competitor",
            Self::Policy => "policy",
            Self::Other => "other",
        }
    }
}

/// What the test showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PotatoVerdict {
    /// Not tested yet: it warns on every later screen of the session and in the brief.
    #[default]
    Untested,
    /// A real limit: keep the problem theirs and look for options.
    Real,
    /// A position, not a limit.
    Bluff,
    /// Tested, and still not clear.
    Unknown,
}

impl PotatoVerdict {
    /// The three results of a test.
    pub const RESULTS: [Self; 3] = [Self::Real, Self::Bluff, Self::Unknown];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Untested => "untested",
            Self::Real => "real",
            Self::Bluff => "bluff",
            Self::Unknown => "unknown",
        }
    }
}

/// One claim by which the other side hands me a problem of theirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HotPotato {
    pub id: EntryId,
    pub at: Timestamp,
    pub meeting: MeetingId,
    pub kind: PotatoKind,
    /// In their words.
    pub claim: String,
    /// Which of the three test questions have been asked, by position.
    #[serde(default)]
    pub asked: [bool; 3],
    #[serde(default)]
    pub verdict: PotatoVerdict,
    /// What the verdict rests on.
    #[serde(default)]
    pub evidence: String,
    /// Who threw it, when there are several of them at the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<CounterpartId>,
    /// Whose problem it is; not decided at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whose: Option<Whose>,
    /// What we do about it, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
}

/// Who has to solve the problem of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    Theirs,
    Shared,
    Ours,
}

impl Whose {
    pub const ALL: [Self; 3] = [Self::Theirs, Self::Shared, Self::Ours];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Theirs => "theirs",
            Self::Shared => "shared",
            Self::Ours => "ours",
        }
    }
}

impl HotPotato {
    pub fn is_untested(&self) -> bool {
        self.verdict == PotatoVerdict::Untested
    }

    /// The position of the first test question that has not been asked.
    pub fn next_question(&self) -> Option<usize> {
        self.asked.iter().position(|asked| !asked)
    }
}
