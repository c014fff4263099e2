//! What the pitch coach says: suggestions for what is missing, and words that irritate.

use serde::Deserialize;

use super::text::Text;
use crate::domain::walk::QuestionId;

/// What to add to a pitch that lacks what one question asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoachContent {
    pub question: QuestionId,
    pub suggestions: Vec<Suggestion>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Suggestion {
    /// The kind of sentence, in a few words.
    pub kind: Text,
    /// Where in the pitch it belongs, and why there.
    pub place: Text,
    /// The sentence with blanks in brackets.
    pub pattern: Text,
    /// The sentence filled in, from another trade.
    pub example: Text,
}

/// Words that irritate listeners, by the language in which they are said.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irritators {
    pub en: Vec<Irritator>,
    pub zh: Vec<Irritator>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irritator {
    /// As it occurs in text, in lower case.
    pub phrase: String,
    /// Other forms of it.
    pub variants: Vec<String>,
    pub why: Text,
    pub instead: Text,
    /// Longer phrases in which it is harmless.
    pub unless: Vec<String>,
}
