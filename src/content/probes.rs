//! Questions to ask in ordinary talk that tell how somebody thinks.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::catalog::{ContentError, PROBES, check_ids};
use super::text::Text;
use crate::domain::quadrant::Quadrant;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Probe {
    pub id: String,
    /// The quadrants that the answer tells apart.
    pub between: Vec<Quadrant>,
    /// The question, to be said aloud.
    pub ask: Text,
    /// What an answer of each of these quadrants sounds like.
    pub listen: Vec<Sound>,
}

/// What an answer of one quadrant sounds like.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sound {
    pub quadrant: Quadrant,
    pub text: Text,
}

/// A probe says what to listen for with each of its quadrants, and there is one for each pair.
pub(super) fn check(probes: &[Probe]) -> Result<(), ContentError> {
    let file = PROBES;
    check_ids(file, probes.iter().map(|probe| &probe.id))?;
    for probe in probes {
        let between: BTreeSet<_> = probe.between.iter().collect();
        let heard: BTreeSet<_> = probe.listen.iter().map(|sound| &sound.quadrant).collect();
        let twice = between.len() < probe.between.len() || heard.len() < probe.listen.len();
        if between.len() < 2 || between != heard || twice {
            return Err(ContentError::WrongId { file, id: probe.id.clone() });
        }
    }
    Ok(())
}
