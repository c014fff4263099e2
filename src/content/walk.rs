//! The wording of the 17 questions.

use serde::Deserialize;

use super::text::Text;
use crate::domain::walk::QuestionId;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionContent {
    pub id: QuestionId,
    /// The question as asked of the pitch: "Does it cite facts?"
    pub question: Text,
    /// Two to four words for narrow places: "Facts cited".
    pub short: Text,
    /// When a passage satisfies the question.
    pub satisfied_by: Text,
    /// A sentence that satisfies it.
    pub example: Text,
    /// What looks like it and does not count.
    pub not_enough: Text,
    /// What to add when the answer is no: kind of sentence and where.
    pub suggestion: Text,
}
