//! Judging the parts of a longer text, and finding in each the words that tell.

use std::ops::Range;

use super::layout::{begins_with_item, has_layout, is_heading, length};
use super::model::{Lexicon, Seen};
use super::segment::{Sentence, is_han, paragraphs, sentences, size};
use super::token::{Token, TokenKind, tokens};

/// A part of a text that is judged as a whole is about as long as what the lexicons were learned
/// from, in words.
const WHOLE: f32 = 62.0;
/// A part of a longer paragraph has at least so many words, unless the paragraph ends.
const ENOUGH: f32 = 18.0;
/// Words that tell are shown up to this many for a passage.
const MOST_CUES: usize = 3;
/// A word tells when it weighs so much of what the strongest does.
const TELLS: f32 = 0.4;
/// Tokens in a run of words that tell.
const LONGEST_CUE: usize = 6;
/// A sentence belongs to a passage when it bears so much of what its strongest sentence does.
const BEARS: f32 = 0.45;

/// The paragraphs of a text, and headings and lists with what belongs to them, as bytes of the text.
pub fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<(Range<usize>, f32)> = Vec::new();
    for paragraph in paragraphs(text) {
        let inside = text.get(paragraph.clone()).unwrap_or_default();
        let words = words_in(inside);
        let belongs = |last: &Range<usize>| {
            let before = text.get(last.clone()).unwrap_or_default();
            is_heading(before) || (has_layout(before) && begins_with_item(inside))
        };
        match found.last_mut() {
            Some((last, sum)) if *sum + words <= WHOLE && belongs(last) => {
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
    let moved =
        |from: &Sentence, to: &Sentence| block.start + from.span.start..block.start + to.span.end;
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
    let cues = strongest(part, &evidence, &span);
    (span, cues)
}

/// The runs of words inside a span that weigh most, in the order of the text. Each term gives its
/// weight to its tokens in equal parts.
fn strongest(
    text: &str,
    evidence: &[(Range<usize>, f32)],
    span: &Range<usize>,
) -> Vec<Range<usize>> {
    let tokens: Vec<Token> = tokens(text);
    let mut weights = vec![0.0_f32; tokens.len()];
    for (at, weight) in evidence {
        if at.start < span.start || span.end < at.end {
            continue;
        }
        let first = tokens.partition_point(|token| token.span.start < at.start);
        let last = tokens.partition_point(|token| token.span.start < at.end);
        for slot in weights.get_mut(first..last).unwrap_or_default() {
            *slot += weight / ratio(last - first);
        }
    }
    let says = |token: &Token| !matches!(token.kind, TokenKind::Sign | TokenKind::Break);
    let most = tokens.iter().zip(&weights).filter(|(token, _)| says(token));
    let most = most.map(|(_, weight)| *weight).fold(0.0, f32::max);
    let mut runs: Vec<(Range<usize>, f32, usize)> = Vec::new();
    let mut open = false;
    for (token, weight) in tokens.iter().zip(&weights) {
        if !says(token) || *weight <= 0.0 || *weight < most * TELLS {
            open = false;
            continue;
        }
        match runs.last_mut() {
            Some((run, sum, length)) if open && *length < LONGEST_CUE => {
                run.end = token.span.end;
                *sum += weight;
                *length += 1;
            }
            _ => runs.push((token.span.clone(), *weight, 1)),
        }
        open = true;
    }
    // One Chinese character by itself tells a reader nothing.
    let one_character = |run: &Range<usize>| {
        let mut signs = text.get(run.clone()).unwrap_or_default().chars();
        signs.next().is_some_and(is_han) && signs.next().is_none()
    };
    if runs.iter().any(|(run, ..)| !one_character(run)) {
        runs.retain(|(run, ..)| !one_character(run));
    }
    runs.sort_by(|(_, one, _), (_, other, _)| other.total_cmp(one));
    let mut cues: Vec<Range<usize>> =
        runs.into_iter().take(MOST_CUES).map(|(run, ..)| run).collect();
    cues.sort_by_key(|cue| cue.start);
    cues
}

#[expect(clippy::cast_precision_loss, reason = "a term has few tokens")]
fn ratio(count: usize) -> f32 {
    count.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_belongs_to_its_heading_and_a_long_paragraph_is_judged_in_parts() {
        let list = "Where from?\n\n(i) the trap\n(ii) the siphon\n\n(iii) the neighbour";
        let whole = 0..list.len();
        assert_eq!((blocks(list).len(), blocks(list).first()), (1, Some(&whole)));
        assert_eq!((parts(list, &whole).len(), parts(list, &whole).first()), (1, Some(&whole)));
        assert_eq!(blocks("One thing is said.\n\nThen another.").len(), 2);
        let long = "One two three four five six seven eight nine ten eleven. ".repeat(8);
        let found = parts(&long, &(0..long.len()));
        assert_eq!(found.len(), 4);
        assert!(found.windows(2).all(|pair| pair[0].end < pair[1].start));
    }

    #[test]
    fn the_words_that_weigh_most_are_shown_as_runs() {
        let text = "it costs less because of you, dear";
        let evidence = [(9..21, 2.0), (14..21, 1.5), (0..2, 0.1), (30..34, -3.0), (9..13, 0.8)];
        assert_eq!(strongest(text, &evidence, &(0..34)).first(), Some(&(9..21)));
        let evidence = [(6..9, 2.0), (0..6, 2.0)];
        assert_eq!(strongest("停机自然就少了", &evidence, &(0..21)).first(), Some(&(0..9)));
    }
}
