//! Judging the parts of a longer text, and finding in each the words that tell.

use std::ops::Range;

use super::layout::length;
use super::model::{Lexicon, Seen};
use super::segment::{Sentence, paragraphs, sentences, size};

/// A part of a text that is judged as a whole is about as long as what the lexicons were learned
/// from, in words.
const WHOLE: f32 = 62.0;
/// A part of a longer paragraph has at least so many words, unless the paragraph ends.
const ENOUGH: f32 = 18.0;
/// Words that tell are shown up to this many for a passage.
const MOST_CUES: usize = 3;
/// A sentence belongs to a passage when it bears so much of what its strongest sentence does.
const BEARS: f32 = 0.45;

/// Runs of paragraphs that are short enough to be judged together, as bytes of the text.
pub fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<(Range<usize>, f32)> = Vec::new();
    for paragraph in paragraphs(text) {
        let words = words_in(text.get(paragraph.clone()).unwrap_or_default());
        match found.last_mut() {
            Some((last, sum)) if *sum + words <= WHOLE => {
                last.end = paragraph.end;
                *sum += words;
            }
            _ => found.push((paragraph, words)),
        }
    }
    found.into_iter().map(|(span, _)| span).collect()
}

/// The parts of a block that are judged each by itself: the whole of a short one, else runs of
/// sentences. Bytes of the text.
pub fn parts(text: &str, block: &Range<usize>) -> Vec<Range<usize>> {
    let inside = text.get(block.clone()).unwrap_or_default();
    let all = sentences(inside);
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Vec::new() };
    let moved = |from: &Sentence, to: &Sentence| {
        block.start + from.span.start..block.start + to.span.end
    };
    if all.iter().map(length).sum::<f32>() <= WHOLE {
        return vec![moved(first, last)];
    }
    let mut found = Vec::new();
    let mut run: Option<(&Sentence, &Sentence, f32)> = None;
    for sentence in &all {
        run = match run {
            Some((from, to, words)) if words >= ENOUGH => {
                found.push(moved(from, to));
                Some((sentence, sentence, length(sentence)))
            }
            Some((from, _, words)) => Some((from, sentence, words + length(sentence))),
            None => Some((sentence, sentence, length(sentence))),
        };
    }
    found.extend(run.map(|(from, to, _)| moved(from, to)));
    found
}

fn words_in(text: &str) -> f32 {
    let (words, characters) = size(text);
    length(&Sentence { span: 0..0, words, characters })
}

/// The sentences of a part that bear a label, and the words that tell. `all` asks for the whole
/// part. Bytes of the part.
pub fn bearing(
    lexicon: &Lexicon,
    part: &str,
    seen: &Seen,
    label: usize,
    all: bool,
) -> (Range<usize>, Vec<Range<usize>>) {
    let evidence = lexicon.evidence(seen, label);
    let sentences = sentences(part);
    let weight_of = |span: &Range<usize>| -> f32 {
        let inside = evidence.iter().filter(|(at, _)| span.start <= at.start && at.end <= span.end);
        inside.map(|(_, weight)| weight).sum()
    };
    let weights: Vec<f32> = sentences.iter().map(|sentence| weight_of(&sentence.span)).collect();
    let most = weights.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut bear = sentences
        .iter()
        .zip(&weights)
        .filter(|(_, weight)| all || **weight >= most * BEARS || **weight >= most)
        .map(|(sentence, _)| &sentence.span);
    let span = match bear.next() {
        Some(first) => first.start..bear.next_back().map_or(first.end, |last| last.end),
        None => 0..part.len(),
    };
    let cues = strongest(evidence, &span);
    (span, cues)
}

/// The places inside a span that weigh most, in the order of the text.
fn strongest(mut evidence: Vec<(Range<usize>, f32)>, span: &Range<usize>) -> Vec<Range<usize>> {
    evidence.retain(|(at, _)| span.start <= at.start && at.end <= span.end);
    evidence.sort_by_key(|(at, _)| (at.start, at.end));
    evidence.dedup_by(|(at, weight), (other, sum)| {
        let same = at == other;
        if same {
            *sum += *weight;
        }
        same
    });
    evidence.retain(|(_, weight)| *weight > 0.0);
    evidence.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let mut cues: Vec<Range<usize>> = Vec::new();
    for (at, _) in evidence {
        if cues.len() == MOST_CUES {
            break;
        }
        if cues.iter().all(|cue| cue.end <= at.start || at.end <= cue.start) {
            cues.push(at);
        }
    }
    cues.sort_by_key(|cue| cue.start);
    cues
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_paragraphs_are_judged_together_and_long_ones_in_parts() {
        let short = "Where from?\n\n(i) the trap\n(ii) the siphon";
        assert_eq!(blocks(short), [0..short.len()]);
        assert_eq!(parts(short, &(0..short.len())), [0..short.len()]);
        let long = "One two three four five six seven eight nine ten eleven. ".repeat(8);
        let found = parts(&long, &(0..long.len()));
        assert_eq!(found.len(), 4);
        assert!(found.windows(2).all(|pair| pair[0].end < pair[1].start));
        let two = format!("{long}\n\n{long}");
        assert_eq!(blocks(&two).len(), 2);
    }

    #[test]
    fn the_words_that_weigh_most_are_shown_once() {
        let evidence =
            vec![(0..4, 1.0), (0..4, 1.5), (2..6, 2.0), (8..9, 0.5), (10..12, -3.0), (20..22, 9.0)];
        assert_eq!(strongest(evidence, &(0..12)), [0..4, 8..9]);
    }
}
