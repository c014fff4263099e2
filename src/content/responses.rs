//! How to respond: advice for each ordered pair of thinkers, moment by moment.

use serde::Deserialize;

use super::relations::Rewording;
use super::text::Text;
use crate::domain::quadrant::Quadrant;

/// Advice for one ordered pair: I think like `me`, they think like `them`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseContent {
    pub me: Quadrant,
    pub them: Quadrant,
    /// What I tend to write when arranging the meeting, and what reaches them.
    pub preparation: Rewording,
    pub open: Advice,
    pub argue: Advice,
    /// Their typical objection.
    pub objection: Advice,
    pub concede: Advice,
    pub close: Advice,
    pub follow_up: Advice,
    /// When it gets tense.
    pub pressure: Advice,
    #[serde(rename = "do")]
    pub do_: Vec<Text>,
    pub avoid: Vec<Text>,
}

/// What to do, and a sentence that can be said aloud.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    pub how: Text,
    pub say: Text,
}

/// A moment for which there is advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moment {
    Open,
    Argue,
    Objection,
    Concede,
    Close,
    FollowUp,
    Pressure,
}

impl Moment {
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Argue,
        Self::Objection,
        Self::Concede,
        Self::Close,
        Self::FollowUp,
        Self::Pressure,
    ];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Argue => "argue",
            Self::Objection => "objection",
            Self::Concede => "concede",
            Self::Close => "close",
            Self::FollowUp => "follow-up",
            Self::Pressure => "pressure",
        }
    }
}

impl ResponseContent {
    pub fn at(&self, moment: Moment) -> &Advice {
        match moment {
            Moment::Open => &self.open,
            Moment::Argue => &self.argue,
            Moment::Objection => &self.objection,
            Moment::Concede => &self.concede,
            Moment::Close => &self.close,
            Moment::FollowUp => &self.follow_up,
            Moment::Pressure => &self.pressure,
        }
    }
}
