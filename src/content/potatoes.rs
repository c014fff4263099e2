//! How to test a hot potato, by kind.

use serde::Deserialize;

use super::text::Text;
use crate::domain::potato::PotatoKind;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PotatoContent {
    pub id: PotatoKind,
    pub name: Text,
    /// How such a claim sounds, in their words.
    pub sounds_like: Vec<Text>,
    /// Three questions to ask at once.
    pub tests: [TestQuestion; 3],
    /// Whose problem it is and why.
    pub whose: Text,
    /// Options that leave the problem theirs when the limit is real.
    pub if_real: Vec<Text>,
    /// How to go on, without shaming, when it was a position.
    pub if_bluff: Vec<Text>,
    /// What to do while it stays unclear.
    pub if_unknown: Text,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestQuestion {
    /// Sayable aloud.
    pub ask: Text,
    /// What answer points to a real limit, what to a position.
    pub listen_for: Text,
}
