//! Hand-made readings for tests.

use super::*;
use crate::domain::lexicon::sentences;
use crate::domain::pitch::{Irritation, PitchReading};

/// The reading of a text in which each of these parts bears on its question.
pub(in super::super) fn marks(text: &str, parts: &[(QuestionId, &str)]) -> Marks {
    let passages = parts
        .iter()
        .map(|(question, part)| {
            let start = text.find(part).expect("the part stands in the text");
            let span = start..start + part.len();
            let cues = std::iter::once(span.start..span.start + 1).collect();
            Passage { question: *question, span, cues, strength: 0.9 }
        })
        .collect();
    let reading = PitchReading { passages, sentences: sentences(text), ..Default::default() };
    Marks::new(text, Some(Arc::new(ReadPitch { text: Arc::from(text), reading })))
}

pub(in super::super) fn irritation(start: usize, end: usize) -> Irritation {
    Irritation { span: start..end, script: Script::Latin, phrase: 0 }
}
