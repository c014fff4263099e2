//! What each phase is for, its checklist and its typical mistakes.

use serde::Deserialize;

use super::text::Text;
use crate::domain::phase::Phase;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhaseContent {
    pub id: Phase,
    pub name: Text,
    /// What the phase is for, one sentence.
    pub purpose: Text,
    pub checklist: Vec<ChecklistItem>,
    pub mistakes: Vec<Text>,
    /// How to know that the phase is over.
    pub leave_when: Text,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// Stable, kebab-case, unique over all phases.
    pub id: String,
    pub text: Text,
}
