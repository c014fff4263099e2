//! The pitch in the order in which it is presented: facts, then the picture, then the steps, then
//! the people. What stands where, what is missing, and the key phrases.

use std::ops::Range;

use super::marks::{Found, Marks};
use crate::domain::lexicon::is_han;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::domain::walk::{Answer, QuestionId, Walk};

/// The sentences of a pitch by quadrant, as places in the list of sentences.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub parts: PerQuadrant<Vec<Line>>,
    /// Sentences in which nothing was found.
    pub rest: Vec<usize>,
}

/// A sentence with the questions it bears on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub sentence: usize,
    pub questions: Vec<QuestionId>,
}

impl Outline {
    pub(super) fn of(marks: &Marks) -> Self {
        let mut outline = Self::default();
        for (index, sentence) in marks.sentences.iter().enumerate() {
            let mut questions: Vec<QuestionId> =
                marks.passages_in(&sentence.span).map(|found| found.question).collect();
            questions.sort_unstable();
            questions.dedup();
            if questions.is_empty() {
                outline.rest.push(index);
            }
            for quadrant in Quadrant::ALL {
                let questions: Vec<_> = questions
                    .iter()
                    .copied()
                    .filter(|question| question.quadrant() == quadrant)
                    .collect();
                if !questions.is_empty() {
                    outline.parts[quadrant].push(Line { sentence: index, questions });
                }
            }
        }
        outline
    }
}

/// The questions of a quadrant that are neither found nor ticked.
pub(super) fn missing(marks: &Marks, walk: &Walk, quadrant: Quadrant) -> Vec<QuestionId> {
    let ticked = |question: &QuestionId| {
        matches!(walk.answer(*question), Some(Answer::Yes | Answer::Partly))
    };
    QuestionId::of(quadrant)
        .filter(|question| marks.count(*question) == 0 && !ticked(question))
        .collect()
}

/// The widest key phrase; a Chinese character is as wide as two letters.
const LONGEST: usize = 96;
/// What parts a sentence into clauses.
const CLAUSE: [char; 14] =
    ['.', ',', ';', ':', '!', '?', '，', '。', '；', '：', '！', '？', '—', '\n'];

/// The key phrases of a quadrant in the order of the text: the strongest passage of each question,
/// cut to the clause with the words that tell.
pub(super) fn key_phrases(marks: &Marks, quadrant: Quadrant) -> Vec<Range<usize>> {
    let mut phrases: Vec<Range<usize>> = QuestionId::of(quadrant)
        .filter_map(|question| {
            let strongest = |best: &'_ Found, next: &'_ Found| next.strength > best.strength;
            marks.of_question(question).reduce(
                |best, next| {
                    if strongest(best, next) { next } else { best }
                },
            )
        })
        .map(|found| phrase(marks, found))
        .collect();
    phrases.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    phrases.dedup_by(|next, kept| next.start < kept.end);
    phrases
}

fn phrase(marks: &Marks, found: &Found) -> Range<usize> {
    let text = marks.slice(&found.span);
    if within(text, LONGEST).is_none() && !text.contains('\n') {
        return trimmed(marks, found.span.clone());
    }
    let inside = |at: usize| at.saturating_sub(found.span.start).min(text.len());
    let first = inside(found.cues.iter().map(|cue| cue.start).min().unwrap_or(found.span.start));
    let last = inside(found.cues.iter().map(|cue| cue.end).max().unwrap_or(found.span.start));
    let last = last.max(first);
    let between_digits = |at: usize| {
        let digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
        digit(text.get(..at).and_then(|part| part.chars().next_back()))
            && digit(text.get(at..).and_then(|part| part.chars().nth(1)))
    };
    let stops = || text.match_indices(CLAUSE).filter(|(at, _)| !between_digits(*at));
    let start = stops().take_while(|(at, _)| *at < first).last();
    let start = start.map_or(0, |(at, sign)| at + sign.len());
    let end = stops().find(|(at, _)| *at >= last).map_or(text.len(), |(at, _)| at);
    let clause = text.get(start..end).unwrap_or_default();
    let end = within(clause, LONGEST).map_or(end, |at| {
        // At the end of a clause that says something, else of a word, if there is one.
        let cut = clause.get(..at).unwrap_or_default();
        let stop = cut.rmatch_indices(CLAUSE).find(|(at, _)| !between_digits(start + at));
        let stop = stop.map(|(at, _)| at).filter(|at| *at >= LONGEST / 3);
        start + stop.or_else(|| cut.rfind(char::is_whitespace)).unwrap_or(at)
    });
    trimmed(marks, found.span.start + start..found.span.start + end)
}

/// Where a text becomes wider than this; `None` if it does not.
fn within(text: &str, width: usize) -> Option<usize> {
    let mut taken = 0;
    let wider = text.char_indices().find(|(_, sign)| {
        taken += if is_han(*sign) { 2 } else { 1 };
        taken > width
    });
    wider.map(|(at, _)| at)
}

fn trimmed(marks: &Marks, span: Range<usize>) -> Range<usize> {
    let text = marks.slice(&span);
    let edge = |sign: char| sign.is_whitespace() || matches!(sign, '-' | '*' | '•');
    let start = span.start + text.len() - text.trim_start_matches(edge).len();
    let ends = |sign: char| {
        edge(sign) || (CLAUSE.contains(&sign) && !matches!(sign, '!' | '?' | '！' | '？'))
    };
    let end = span.start + text.trim_end_matches(ends).len();
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use QuestionId::{A1, A2, A5, B1, C3, D4};

    use super::super::marks::fixture::marks;
    use super::*;
    use crate::domain::walk::WalkEntry;

    const TEXT: &str = "Good morning. Losses fell by 3 % because your team checks twice. In two years you ship all by night.";

    #[test]
    fn sentences_come_under_their_quadrants_in_order() {
        let found = marks(
            TEXT,
            &[
                (A2, "3 %"),
                (A5, "because your team checks twice"),
                (C3, "your team"),
                (D4, "In two years"),
            ],
        );
        let outline = Outline::of(&found);
        let line =
            |sentence, questions: &[QuestionId]| Line { sentence, questions: questions.to_vec() };
        assert_eq!(outline.parts[Quadrant::A], [line(1, &[A2, A5])]);
        assert_eq!(outline.parts[Quadrant::C], [line(1, &[C3])]);
        assert_eq!(outline.parts[Quadrant::D], [line(2, &[D4])]);
        assert_eq!(outline.parts[Quadrant::B], []);
        assert_eq!(outline.rest, [0]);
    }

    #[test]
    fn a_passage_over_two_sentences_brings_both() {
        let found = marks("One. Two. Three.", &[(B1, "One. Two.")]);
        let sentences: Vec<_> =
            Outline::of(&found).parts[Quadrant::B].iter().map(|line| line.sentence).collect();
        assert_eq!(sentences, [0, 1]);
    }

    #[test]
    fn missing_is_what_is_neither_found_nor_ticked() {
        let found = marks(TEXT, &[(A2, "3 %")]);
        let mut walk = Walk::default();
        let entry = |answer| WalkEntry { answer: Some(answer), note: String::new() };
        walk.entries.insert(A1, entry(Answer::Yes));
        walk.entries.insert(A5, entry(Answer::No));
        let missing = missing(&found, &walk, Quadrant::A);
        assert_eq!(missing, [QuestionId::A3, QuestionId::A4, A5]);
    }

    #[test]
    fn key_phrases_are_clauses_around_the_words_that_tell() {
        let text = "Whatever the season brings to your dock and to everyone who works there, losses fell by 3.5 % within a year, and nobody was hired.";
        let mut found = marks(text, &[(A2, text)]);
        let at = text.find("3.5 %").unwrap();
        found.passages[0].cues = std::iter::once(at..at + 5).collect();
        let phrases = key_phrases(&found, Quadrant::A);
        let texts: Vec<_> = phrases.iter().map(|span| found.slice(span)).collect();
        assert_eq!(texts, ["losses fell by 3.5 % within a year"]);
    }

    #[test]
    fn long_clauses_end_with_a_word_and_chinese_ones_in_time() {
        let cut = |text: &str| {
            let found = marks(text, &[(A2, text)]);
            let phrases = key_phrases(&found, Quadrant::A);
            found.slice(&phrases[0]).to_owned()
        };
        let text = "Losses fell by a third in the cold hall of the northern plant and in every lorry that left it before noon on that day";
        let expected = "Losses fell by a third in the cold hall of the northern plant and in every lorry that left it";
        assert_eq!(cut(text), expected);
        let text = "从去年夏天到今年春天北厂冷库和每一辆出厂的冷藏车的损耗率都在下降而且没有多用一个人也没有多花一分钱更没有人加班到深夜";
        assert_eq!(cut(text).chars().count(), 48);
    }

    #[test]
    fn short_passages_stay_whole_and_overlapping_ones_come_once() {
        let found = marks(TEXT, &[(A2, "fell by 3 %"), (A5, "by 3 % because your team checks")]);
        let phrases = key_phrases(&found, Quadrant::A);
        let texts: Vec<_> = phrases.iter().map(|span| found.slice(span)).collect();
        assert_eq!(texts, ["fell by 3 %"]);
    }
}
