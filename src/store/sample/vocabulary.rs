//! The word lists from which people and deals are invented.

use std::sync::LazyLock;

use serde::Deserialize;

use super::script::asset;
use crate::content::text::Text;
use crate::domain::evidence::EvidenceKind;
use crate::domain::potato::PotatoKind;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::LogKind;

#[derive(Debug)]
pub(super) struct Vocabulary {
    pub names: Names,
    pub heard: HeardWords,
    pub goods: Vec<Good>,
    pub table: TableWords,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    /// In characters and in Latin letters.
    pub surnames: Vec<(String, String)>,
    pub given: Vec<(String, String)>,
    pub first: Vec<String>,
    pub last: Vec<String>,
    pub places: Vec<Text>,
    pub trades: Vec<Text>,
    pub regions: Vec<Text>,
    pub titles: Vec<JobTitle>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct JobTitle {
    pub lean: Quadrant,
    pub title: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeardWords {
    pub role: Text,
    pub role_source: Text,
    pub notes: Vec<Text>,
    pub sources: Vec<Text>,
    pub written: Text,
    pub told: Text,
    pub lines: Vec<HeardLine>,
    pub pressure: Vec<HeardLine>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeardLine {
    pub quadrant: Quadrant,
    pub kind: EvidenceKind,
    pub text: Text,
}

/// A thing to sell, with a usual price and the step in which it is haggled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Good {
    pub title: Text,
    pub unit: Text,
    pub price: i64,
    pub step: i64,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableWords {
    pub goals: Vec<Text>,
    pub alternatives: Vec<Text>,
    pub questions: Vec<Text>,
    pub unsaid: Vec<Text>,
    pub pitches: Vec<Text>,
    pub places: Vec<Text>,
    pub our_terms: Vec<Text>,
    pub their_terms: Vec<Text>,
    pub claims: Vec<ClaimWords>,
    pub unclear: Text,
    pub log: Vec<LogWords>,
    pub words: Vec<Text>,
    pub buyer_actions: Vec<ActionWords>,
    pub orders: Vec<ActionWords>,
    pub seller_actions: Vec<Text>,
    pub vague: Text,
    pub debriefs: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClaimWords {
    pub kind: PotatoKind,
    pub claim: Text,
    pub real: Text,
    pub bluff: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LogWords {
    pub kind: LogKind,
    pub text: Text,
    #[serde(default)]
    pub tactic: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ActionWords {
    pub action: Text,
    pub cost: Text,
}

/// The lists, parsed once.
pub(super) fn vocabulary() -> &'static Vocabulary {
    static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary {
        names: asset!("words-names.ron"),
        heard: asset!("words-heard.ron"),
        goods: asset!("words-goods.ron"),
        table: asset!("words-table.ron"),
    });
    &VOCABULARY
}

/// Puts `values` in the place of their `{names}`, language by language.
pub(super) fn fill(template: &Text, values: &[(&str, &Text)]) -> Text {
    let mut filled = template.clone();
    for (name, value) in values {
        let slot = format!("{{{name}}}");
        filled.en = filled.en.replace(&slot, &value.en);
        filled.zh = filled.zh.replace(&slot, &value.zh);
    }
    filled
}
