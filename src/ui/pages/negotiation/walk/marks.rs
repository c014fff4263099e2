//! What was found in a pitch, ready to be drawn and listed: places as characters, lines stacked.
//!
//! It is worked out when the text or its reading changes, and not in every frame.

#[cfg(test)]
pub(super) mod fixture;
mod places;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use egui::{Id, Ui};
use uuid::Uuid;

use self::places::Places;

use super::outline::Outline;
use super::speech::Length;
use crate::app::coach::{Carry, ReadPitch};
use crate::domain::lexicon::Sentence;
use crate::domain::pitch::{Passage, Script, blanks};
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::domain::walk::{Answer, QuestionId};
use crate::ui::context::Cx;

/// From this strength on, a passage answers its question with yes rather than partly.
const CLEAR: f32 = 0.75;

/// A passage where it stands in the text now.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub question: QuestionId,
    /// Bytes of the text.
    pub span: Range<usize>,
    pub chars: Range<usize>,
    /// Bytes of the text, inside the span.
    pub cues: Vec<Range<usize>>,
    pub strength: f32,
}

/// Irritating words where they stand in the text now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Irritating {
    pub span: Range<usize>,
    pub chars: Range<usize>,
    pub script: Script,
    pub phrase: usize,
}

/// A line under the text: passages of one quadrant that overlap are one run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    pub quadrant: Quadrant,
    pub chars: Range<usize>,
    /// Lines that overlap stand below one another; 0 is next to the text.
    pub level: u8,
}

/// How an answer agrees with what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Agrees,
    /// Found, but not answered: this is what the app suggests.
    Suggested(Answer),
    /// Answered with no, but found.
    Denied,
    /// Answered with yes or partly, but nothing is found in what is written.
    Gone,
}

/// Everything found in one text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    read: Option<Arc<ReadPitch>>,
    pub text: Arc<str>,
    /// In the order of the text.
    pub passages: Vec<Found>,
    pub irritating: Vec<Irritating>,
    pub runs: Vec<Run>,
    pub sentences: Vec<Sentence>,
    /// Blanks of patterns that are still to be filled in, as bytes.
    pub blanks: Vec<Range<usize>>,
    pub length: Length,
    /// The words that tell, as characters: in order, without overlaps.
    cues: PerQuadrant<Vec<Range<usize>>>,
    by_question: BTreeMap<QuestionId, Vec<usize>>,
    /// The farthest end of the passages up to each one, in bytes.
    reach: Vec<usize>,
    /// The farthest end of the runs up to each one, in characters.
    run_reach: Vec<usize>,
    outline: OnceLock<Outline>,
    places: Places,
}

/// The marks of a text under an id of its own: of the session, or of the kept version.
pub(super) fn marks_of(ui: &Ui, cx: &mut Cx<'_>, slot: Uuid, text: &str) -> Arc<Marks> {
    let read = cx.coach.read(slot, text, cx.wake);
    let id = Id::unique(("pitch-marks", slot));
    let kept: Option<Arc<Marks>> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(|kept| kept.is_of(text, read.as_ref())) {
        return kept;
    }
    let marks = Arc::new(Marks::new(text, read));
    ui.data_mut(|data| data.insert_temp(id, Arc::clone(&marks)));
    marks
}

impl Marks {
    pub(super) fn new(text: &str, read: Option<Arc<ReadPitch>>) -> Self {
        let places = Places::of(text);
        let mut marks = Self {
            text: Arc::from(text),
            length: Length::of(text),
            blanks: blanks(text),
            ..Self::default()
        };
        if let Some(read) = &read {
            let carry = Carry::between(&read.text, text);
            marks.passages =
                read.reading.passages.iter().filter_map(|one| found(one, carry, &places)).collect();
            marks.passages.sort_by_key(|one| (one.span.start, one.span.end, one.question));
            let irritations = read.reading.irritations.iter();
            marks.irritating = irritations
                .filter_map(|one| {
                    let span = carry.span(&one.span)?;
                    let chars = places.chars(&span);
                    Some(Irritating { span, chars, script: one.script, phrase: one.phrase })
                })
                .collect();
            let sentences = read.reading.sentences.iter();
            marks.sentences = sentences
                .filter_map(|one| Some(Sentence { span: carry.span(&one.span)?, ..one.clone() }))
                .collect();
        }
        for (index, passage) in marks.passages.iter().enumerate() {
            marks.by_question.entry(passage.question).or_default().push(index);
        }
        marks.reach = reach(marks.passages.iter().map(|one| one.span.end));
        marks.runs = runs(&marks.passages);
        marks.run_reach = reach(marks.runs.iter().map(|run| run.chars.end));
        marks.cues = cues(&marks.passages, &places);
        marks.places = places;
        marks.read = read;
        marks
    }

    fn is_of(&self, text: &str, read: Option<&Arc<ReadPitch>>) -> bool {
        let same_reading = match (&self.read, read) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        same_reading && *self.text == *text
    }

    /// The same reading carried over to an edited text.
    pub(super) fn carried_to(&self, text: &str) -> Self {
        Self::new(text, self.read.clone())
    }

    /// Whether this very text has been read.
    pub(super) fn is_current(&self) -> bool {
        self.read.as_ref().is_some_and(|read| *read.text == *self.text)
    }

    /// Whether the text, or what it was a moment ago, has been read.
    pub(super) fn is_read(&self) -> bool {
        self.read.is_some()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The passages that bear on a question, in the order of the text.
    pub(super) fn of_question(&self, question: QuestionId) -> impl Iterator<Item = &Found> {
        let places = self.by_question.get(&question).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|index| self.passages.get(*index))
    }

    pub(super) fn count(&self, question: QuestionId) -> usize {
        self.by_question.get(&question).map_or(0, Vec::len)
    }

    pub(super) fn count_of_quadrant(&self, quadrant: Quadrant) -> usize {
        QuestionId::of(quadrant).map(|question| self.count(question)).sum()
    }

    /// How the answer agrees with the text.
    pub(super) fn standing(&self, question: QuestionId, answer: Option<Answer>) -> Standing {
        let count = self.count(question);
        match answer {
            None if count > 0 => {
                let clear = self.of_question(question).any(|found| found.strength >= CLEAR);
                Standing::Suggested(if clear { Answer::Yes } else { Answer::Partly })
            }
            Some(Answer::No) if count > 0 => Standing::Denied,
            Some(Answer::Yes | Answer::Partly)
                if count == 0 && self.is_current() && !self.is_blank() =>
            {
                Standing::Gone
            }
            _ => Standing::Agrees,
        }
    }

    /// The runs that reach into these characters.
    pub(super) fn runs_in(&self, chars: Range<usize>) -> impl Iterator<Item = &Run> {
        let first = self.run_reach.partition_point(|end| *end <= chars.start);
        let runs = self.runs.get(first..).unwrap_or_default().iter();
        let end = chars.end;
        runs.take_while(move |run| run.chars.start < end)
            .filter(move |run| run.chars.end > chars.start)
    }

    /// The words that tell, of one quadrant, that reach into these characters.
    pub(super) fn cues_in(
        &self,
        quadrant: Quadrant,
        chars: Range<usize>,
    ) -> impl Iterator<Item = &Range<usize>> {
        let cues = &self.cues[quadrant];
        let first = cues.partition_point(|cue| cue.end <= chars.start);
        let rest = cues.get(first..).unwrap_or_default().iter();
        rest.take_while(move |cue| cue.start < chars.end)
    }

    /// The irritating words that reach into these characters.
    pub(super) fn irritating_in(&self, chars: Range<usize>) -> impl Iterator<Item = &Irritating> {
        let first = self.irritating.partition_point(|one| one.chars.end <= chars.start);
        let rest = self.irritating.get(first..).unwrap_or_default().iter();
        rest.take_while(move |one| one.chars.start < chars.end)
    }

    /// The passages that reach into a span of bytes.
    pub(super) fn passages_in(&self, span: &Range<usize>) -> impl Iterator<Item = &Found> {
        let (start, end) = (span.start, span.end);
        let first = self.reach.partition_point(|reached| *reached <= start);
        let rest = self.passages.get(first..).unwrap_or_default().iter();
        rest.take_while(move |one| one.span.start < end).filter(move |one| one.span.end > start)
    }

    /// The sentences by quadrant.
    pub(super) fn outline(&self) -> &Outline {
        self.outline.get_or_init(|| Outline::of(self))
    }

    /// A span of bytes as characters.
    pub(super) fn chars(&self, span: &Range<usize>) -> Range<usize> {
        self.places.chars(span)
    }

    /// The text of a span.
    pub(super) fn slice(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

fn found(passage: &Passage, carry: Carry, places: &Places) -> Option<Found> {
    let span = carry.span(&passage.span)?;
    let cues = passage.cues.iter().filter_map(|cue| carry.span(cue)).collect();
    let chars = places.chars(&span);
    Some(Found { question: passage.question, span, chars, cues, strength: passage.strength })
}

/// The greatest of all values up to each one.
fn reach(ends: impl Iterator<Item = usize>) -> Vec<usize> {
    ends.scan(0, |farthest, end| {
        *farthest = end.max(*farthest);
        Some(*farthest)
    })
    .collect()
}

/// The lines under the text, in its order; `passages` are in order too.
fn runs(passages: &[Found]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for quadrant in Quadrant::WALK_ORDER {
        let mut last: Option<Run> = None;
        for passage in passages.iter().filter(|one| one.question.quadrant() == quadrant) {
            match &mut last {
                Some(run) if passage.chars.start < run.chars.end => {
                    run.chars.end = run.chars.end.max(passage.chars.end);
                }
                _ => {
                    let next = Run { quadrant, chars: passage.chars.clone(), level: 0 };
                    runs.extend(last.replace(next));
                }
            }
        }
        runs.extend(last);
    }
    runs.sort_by_key(|run| (run.chars.start, std::cmp::Reverse(run.chars.end)));
    stack(&mut runs);
    runs
}

/// The words that tell of each quadrant, those that overlap or touch as one.
fn cues(passages: &[Found], places: &Places) -> PerQuadrant<Vec<Range<usize>>> {
    let mut cues: PerQuadrant<Vec<Range<usize>>> = PerQuadrant::default();
    for passage in passages {
        let words = passage.cues.iter().map(|cue| places.chars(cue));
        cues[passage.question.quadrant()].extend(words.filter(|cue| !cue.is_empty()));
    }
    for quadrant in Quadrant::ALL {
        let words = &mut cues[quadrant];
        words.sort_by_key(|cue| (cue.start, cue.end));
        words.dedup_by(|next, kept| {
            let joins = next.start <= kept.end;
            if joins {
                kept.end = kept.end.max(next.end);
            }
            joins
        });
    }
    cues
}

/// Gives each run the first level that is free where it begins. There are never more levels than
/// quadrants, as the runs of one quadrant do not overlap.
fn stack(runs: &mut [Run]) {
    let mut ends = [0_usize; Quadrant::ALL.len()];
    for run in runs {
        for (level, end) in (0_u8..).zip(&mut ends) {
            if *end <= run.chars.start {
                *end = run.chars.end;
                run.level = level;
                break;
            }
        }
    }
}
