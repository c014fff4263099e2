//! What the app says about each quadrant.

use serde::Deserialize;

use super::text::Text;
use crate::domain::quadrant::Quadrant;

/// Everything about one quadrant.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuadrantContent {
    pub id: Quadrant,
    /// One or two words: "Analytical".
    pub name: Text,
    /// A short line under the animal.
    pub tagline: Text,
    /// How they think.
    pub thinks: Text,
    /// Stock phrases by which they can be heard.
    pub talk: Vec<Text>,
    /// What others unkindly say of them.
    pub misjudged: Vec<Text>,
    /// What stands behind the unkind view, fairly put.
    pub fair_view: Text,
    pub wants: Text,
    pub decides: Text,
    pub open: Text,
    pub argue: Text,
    pub concede: Text,
    pub close: Text,
    pub irritates: Vec<Text>,
    #[serde(rename = "do")]
    pub do_: Vec<Text>,
    pub avoid: Vec<Text>,
    pub under_pressure: Text,
    /// Sentences that land with them, sayable aloud.
    pub sentences: Vec<Text>,
    pub being: BeingContent,
}

/// Advice for someone who is this type.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BeingContent {
    pub strengths: Vec<Text>,
    pub blind_spots: Vec<Text>,
    pub wants: Text,
    pub decides: Text,
    pub open: Text,
    pub argue: Text,
    pub concede: Text,
    pub close: Text,
    pub irritates: Vec<Text>,
    #[serde(rename = "do")]
    pub do_: Vec<Text>,
    pub avoid: Vec<Text>,
    pub under_pressure: Text,
    pub sentences: Vec<Text>,
}

/// More about one quadrant, for the moments around a meeting.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MomentsContent {
    pub id: Quadrant,
    /// How to handle the objection that they typically bring.
    pub objection: Text,
    /// How to follow up after a meeting with them.
    pub follow_up: Text,
    /// What one may have noticed after a meeting: signs of this quadrant.
    pub notice: Vec<Text>,
}
