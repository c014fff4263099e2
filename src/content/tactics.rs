//! The deck of tactic cards.

use serde::Deserialize;

use super::text::Text;
use crate::domain::phase::Phase;
use crate::domain::quadrant::PerQuadrant;
use crate::domain::tactic::Mark;

/// The cards that the deck always has; it may have more.
pub const IDS: [&str; 32] = [
    "ask-for-more",
    "bracketing",
    "never-first-offer",
    "flinch",
    "reluctant-party",
    "squeeze",
    "no-confrontation",
    "focus-on-issue",
    "anchoring",
    "precise-number",
    "higher-authority",
    "falling-service-value",
    "split-the-difference",
    "set-aside",
    "change-something",
    "third-party",
    "trade",
    "hot-potato",
    "equal-packages",
    "calibrated-question",
    "label-and-summarise",
    "silence",
    "good-guy-bad-guy",
    "nibble",
    "tapering",
    "withdrawn-offer",
    "easy-acceptance",
    "deadline",
    "fait-accompli",
    "decoy",
    "red-herring",
    "own-draft",
];

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TacticContent {
    /// Stable, kebab-case.
    pub id: String,
    pub phase: Phase,
    pub mark: Mark,
    pub name: Text,
    /// One line.
    pub summary: Text,
    /// How to recognise it: what they do.
    pub recognise: Vec<Text>,
    /// How it sounds in the other side's own words.
    pub their_words: Vec<Text>,
    pub why: Text,
    /// How to use it fairly, step by step; for an unethical one, the fair alternative.
    pub use_fairly: Vec<Text>,
    pub counter: Vec<Text>,
    /// The counter in one line that can be said aloud.
    pub counter_line: Text,
    /// A line for each quadrant of the other side.
    pub say: PerQuadrant<Text>,
    pub risk: Text,
    /// Ids of related cards.
    pub related: Vec<String>,
    /// The name by which it is known in the field.
    pub source_name: Text,
}
