//! Reading a pitch: the passages that bear on the 17 questions, irritating words, long sentences
//! (coaching models, section 4). It suggests; only people tick.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::thread;

use super::lexicon::layout::has_layout;
use super::lexicon::passage::{bearing, blocks, parts};
use super::lexicon::{Lexicons, Sentence, sentences};
use super::walk::QuestionId;

/// From so many unread paragraphs on threads are worth their start.
const ENOUGH_FOR_THREADS: usize = 24;
const MOST_THREADS: usize = 8;

/// The longest blank, in bytes: what stands in longer brackets is an aside.
const LONGEST_BLANK: usize = 90;

/// The blanks of a text, "[number]" or "【多少】", as bytes.
pub fn blanks(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, sign) in text.char_indices() {
        match sign {
            '[' => open = Some((at, ']')),
            '【' => open = Some((at, '】')),
            '\n' => open = None,
            _ => {}
        }
        if let Some((start, closing)) = open
            && sign == closing
        {
            let inside = text.get(start..at).unwrap_or_default();
            if at - start <= LONGEST_BLANK && inside.chars().any(char::is_alphabetic) {
                found.push(start..at + sign.len_utf8());
            }
            open = None;
        }
    }
    found
}

/// A part of the pitch that bears on a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    pub question: QuestionId,
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The words that tell, inside the span.
    pub cues: Vec<Range<usize>>,
    /// How sure the reading is, 0..=1; a passage is only given from one half upwards.
    pub strength: f32,
}

/// The script in which an irritating phrase is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    Latin,
    Chinese,
}

/// Words that irritate listeners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Irritation {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// Which list of the content has the phrase, and where.
    pub script: Script,
    pub phrase: usize,
}

/// What was found in a pitch, everything in the order of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PitchReading {
    pub passages: Vec<Passage>,
    pub irritations: Vec<Irritation>,
    pub sentences: Vec<Sentence>,
}

/// The readings of the paragraphs of the last text, so that typing costs one paragraph.
#[derive(Debug, Default)]
pub struct ParagraphCache {
    /// By the paragraph's own words; spans count from its start.
    read: HashMap<Box<str>, Arc<PitchReading>>,
}

impl PitchReading {
    pub fn of(text: &str, lexicons: &Lexicons) -> Self {
        Self::with_cache(text, lexicons, &mut ParagraphCache::default())
    }

    /// The same, without reading again the paragraphs that the cache has.
    pub fn with_cache(text: &str, lexicons: &Lexicons, cache: &mut ParagraphCache) -> Self {
        let blocks: Vec<(usize, &str)> = blocks(text)
            .into_iter()
            .filter_map(|block| Some((block.start, text.get(block)?)))
            .collect();
        let mut read: HashMap<&str, Arc<Self>> = HashMap::with_capacity(blocks.len());
        let mut unread: Vec<&str> = Vec::new();
        for (_, block) in &blocks {
            match cache.read.remove(*block) {
                Some(known) => {
                    read.insert(block, known);
                }
                None if !read.contains_key(block) => unread.push(block),
                None => {}
            }
        }
        read.extend(Self::of_blocks(&unread, lexicons));
        let mut found = Self::default();
        for (start, block) in &blocks {
            if let Some(part) = read.get(block) {
                found.add(part, *start);
            }
        }
        // Only what the text has now is kept.
        cache.read = read.into_iter().map(|(block, part)| (Box::from(block), part)).collect();
        found
    }

    /// Reads paragraphs, a long list of them on several threads.
    fn of_blocks<'t>(blocks: &[&'t str], lexicons: &Lexicons) -> Vec<(&'t str, Arc<Self>)> {
        let read = |blocks: &[&'t str]| -> Vec<(&'t str, Arc<Self>)> {
            let one = |block: &&'t str| (*block, Arc::new(Self::of_block(block, lexicons)));
            blocks.iter().map(one).collect()
        };
        let threads = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
        if blocks.len() < ENOUGH_FOR_THREADS || threads == 1 {
            return read(blocks);
        }
        thread::scope(|scope| {
            let shares: Vec<_> = blocks
                .chunks(blocks.len().div_ceil(threads))
                .map(|share| scope.spawn(|| read(share)))
                .collect();
            // A share whose thread failed is missing, as if nothing had been found there.
            shares.into_iter().filter_map(|share| share.join().ok()).flatten().collect()
        })
    }

    fn of_block(text: &str, lexicons: &Lexicons) -> Self {
        let mut passages = Vec::new();
        for part in parts(text, &(0..text.len())) {
            let inside = text.get(part.clone()).unwrap_or_default();
            let lexicon = lexicons.walk.of(inside);
            let seen = lexicon.see(inside);
            let scores = lexicon.scores(&seen);
            let judged = lexicon.labels().iter().zip(scores).zip(QuestionId::ALL).enumerate();
            for (index, ((label, score), question)) in judged {
                // Layout can be seen; no lexicon has to guess it.
                let shows = question != QuestionId::B4 || has_layout(inside);
                if score < label.threshold || !shows {
                    continue;
                }
                let whole = matches!(question, QuestionId::B3 | QuestionId::B4);
                let (span, cues) = bearing(lexicon, inside, &seen, index, whole);
                // A pattern says nothing until somebody has filled its blanks.
                if !blanks(inside.get(span.clone()).unwrap_or_default()).is_empty() {
                    continue;
                }
                let moved = |span: &Range<usize>| part.start + span.start..part.start + span.end;
                passages.push(Passage {
                    question,
                    span: moved(&span),
                    cues: cues.iter().map(moved).collect(),
                    strength: label.strength(score),
                });
            }
        }
        let listed = [
            (Script::Latin, &lexicons.irritators_latin),
            (Script::Chinese, &lexicons.irritators_chinese),
        ];
        let mut irritations: Vec<Irritation> = listed
            .into_iter()
            .flat_map(|(script, phrases)| {
                let found = phrases.find(text).into_iter();
                found.map(move |(phrase, span)| Irritation { span, script, phrase })
            })
            .collect();
        irritations.sort_by_key(|irritation| irritation.span.start);
        Self { passages, irritations, sentences: sentences(text) }
    }

    /// Adds what was found in a part of the text that begins at `start`.
    fn add(&mut self, part: &Self, start: usize) {
        let moved = |span: &Range<usize>| span.start + start..span.end + start;
        self.passages.extend(part.passages.iter().map(|passage| Passage {
            span: moved(&passage.span),
            cues: passage.cues.iter().map(moved).collect(),
            ..passage.clone()
        }));
        let irritations = part.irritations.iter();
        self.irritations.extend(
            irritations.map(|found| Irritation { span: moved(&found.span), ..found.clone() }),
        );
        let sentences = part.sentences.iter();
        self.sentences
            .extend(sentences.map(|found| Sentence { span: moved(&found.span), ..found.clone() }));
    }

    /// The passages that bear on one question.
    pub fn of_question(&self, question: QuestionId) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |passage| passage.question == question)
    }
}
