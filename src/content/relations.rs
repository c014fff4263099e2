//! Advice on the relation between two thinkers.

use serde::Deserialize;

use super::text::Text;
use crate::domain::quadrant::Quadrant;

/// One of the four relations; `id` is `same`, `compatible`, `contrasting` or `cross`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelationContent {
    pub id: String,
    pub name: Text,
    pub gains: Text,
    pub risks: Text,
    pub advice: Text,
}

/// Advice for one ordered pair: I think like `me`, they think like `them`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairContent {
    pub me: Quadrant,
    pub them: Quadrant,
    /// What happens between the two, in two sentences.
    pub summary: Text,
    pub opening: Rewording,
    pub middle: Rewording,
    pub late: Rewording,
}

/// What I tend to say, and what to say instead; both sayable aloud.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rewording {
    pub tend: Text,
    pub instead: Text,
}
