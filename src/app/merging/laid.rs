//! A merge in words, to be shown.

use super::PendingMerge;
use crate::app::comparison::{Line, Shown, Wording, lines};
use crate::store::merge::Difference;
use crate::store::record::Record;

/// What a merge is about, field by field. `before` is mine, `after` is theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Laid {
    pub fields: Vec<LaidField>,
    /// What merges without contradiction: the record before and after.
    pub quiet: Vec<Line>,
}

/// A field that contradicts.
#[derive(Debug, Clone, PartialEq)]
pub struct LaidField {
    /// The position of its conflict.
    pub conflict: usize,
    pub line: Line,
}

impl Laid {
    /// `current` is the record as it is now.
    pub fn new(merge: &PendingMerge, current: &Record, wording: &Wording<'_>) -> Self {
        let contradictions = merge.contradictions(current);
        let all: Vec<Difference> = contradictions.iter().map(|(_, it)| it.clone()).collect();
        let worded = lines(current, &merge.theirs, &all, wording);
        let fields = contradictions.into_iter().map(|(conflict, difference)| {
            let line = worded.iter().find(|line| line.path == difference.path).cloned();
            LaidField { conflict, line: line.unwrap_or_else(|| as_it_is(difference)) }
        });
        let fields = fields.collect();
        let quiet = lines(&merge.mine, &merge.merged, &merge.quiet_changes(), wording);
        Self { fields, quiet }
    }
}

/// A field that has no name for users still has to be decided.
fn as_it_is(difference: Difference) -> Line {
    let written = |value: Option<serde_json::Value>| value.map(|value| value.to_string());
    let (before, after) = (written(difference.before), written(difference.after));
    let name = difference.path.to_string();
    Line {
        path: difference.path,
        place: None,
        name,
        is_entry: false,
        shown: Shown::Whole { before, after },
    }
}
