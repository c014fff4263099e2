//! Hearing: which quadrant an utterance or a note of behaviour suggests, and by which words
//! (coaching models, sections 1 and 2). It suggests; the user decides.

use std::ops::Range;

use super::lexicon::passage::{bearing, blocks, parts};
use super::lexicon::{Lexicon, Lexicons, Seen};
use super::quadrant::Quadrant;

/// What a text suggests.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heard {
    /// `None` for ordinary talk.
    pub quadrant: Option<Quadrant>,
    /// How sure the suggestion is, 0..=1; of ordinary talk, how sure it is that it suggests nothing.
    pub confidence: f64,
    /// The sentences that suggest a quadrant, in the order of the text.
    pub passages: Vec<HeardPassage>,
}

/// A sentence that suggests a quadrant.
#[derive(Debug, Clone, PartialEq)]
pub struct HeardPassage {
    pub quadrant: Quadrant,
    pub confidence: f64,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The words that tell, inside the span.
    pub cues: Vec<Range<usize>>,
}

impl Heard {
    /// Listens to one utterance, a note, or a whole e-mail.
    pub fn of(text: &str, lexicons: &Lexicons) -> Self {
        let mut passages = Vec::new();
        let mut silence: f64 = 1.0;
        for block in blocks(text) {
            for part in parts(text, &block) {
                let inside = text.get(part.clone()).unwrap_or_default();
                let lexicon = lexicons.hear.of(inside);
                let seen = lexicon.see(inside);
                let (suggested, confidence) = judge(lexicon, &seen);
                let Some(quadrant) = suggested else {
                    silence = silence.min(confidence);
                    continue;
                };
                let (span, cues) = bearing(lexicon, inside, &seen, quadrant as usize, false);
                let moved = |span: &Range<usize>| part.start + span.start..part.start + span.end;
                passages.push(HeardPassage {
                    quadrant,
                    confidence,
                    span: moved(&span),
                    cues: cues.iter().map(moved).collect(),
                });
            }
        }
        let sum = |quadrant: Quadrant| -> f64 {
            let of = passages.iter().filter(|passage| passage.quadrant == quadrant);
            of.map(|passage| passage.confidence).sum()
        };
        let loudest =
            Quadrant::ALL.into_iter().max_by(|one, other| sum(*one).total_cmp(&sum(*other)));
        let quadrant = loudest.filter(|_| !passages.is_empty());
        let confidence = match quadrant {
            Some(quadrant) => {
                let all: f64 = passages.iter().map(|passage| passage.confidence).sum();
                let best = passages.iter().filter(|passage| passage.quadrant == quadrant);
                let best = best.map(|passage| passage.confidence).fold(0.0, f64::max);
                best * sum(quadrant) / all
            }
            None => silence,
        };
        Self { quadrant, confidence, passages }
    }
}

/// What one part suggests, and how sure that is.
///
/// The lexicon has a label for each quadrant and one for ordinary talk. Their scores, times the
/// slope, are compared as in a multinomial logistic model; from the threshold of the last label on
/// a part is ordinary talk.
fn judge(lexicon: &Lexicon, seen: &Seen) -> (Option<Quadrant>, f64) {
    let scores = lexicon.scores(seen);
    let labels = lexicon.labels();
    let (Some(talk), true) = (labels.last(), scores.len() == Quadrant::ALL.len() + 1) else {
        return (None, 0.0);
    };
    let raw: Vec<f64> = scores.iter().map(|score| f64::from(score * talk.slope).exp()).collect();
    let sum: f64 = raw.iter().sum();
    let chances = raw.iter().map(|chance| chance / sum);
    let ordinary = raw.last().map_or(1.0, |chance| chance / sum);
    let best =
        Quadrant::ALL.into_iter().zip(chances).max_by(|(_, one), (_, other)| one.total_cmp(other));
    match best {
        Some((quadrant, chance)) if ordinary < f64::from(talk.threshold) => {
            (Some(quadrant), chance)
        }
        _ => (None, ordinary),
    }
}
