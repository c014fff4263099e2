//! What tells one passage from another: weighted terms, learned from labelled passages.
//!
//! The lexicons are content (`assets/lexicon/*.tsv`). They are learned from the passages in
//! `training/` by `cargo run --release --example lexicons -- learn`, and measured on passages that
//! no lexicon has seen.

pub mod feature;
pub mod layout;
mod model;
pub mod passage;
mod phrase;
mod segment;
mod token;

pub use model::{Label, Lexicon, LexiconError, Seen};
pub use phrase::{Phrase, Phrases};
pub use segment::{Sentence, is_han, paragraphs, sentences, size};
pub use token::{Token, TokenKind, normal, tokens};

/// A lexicon for each script.
#[derive(Debug, Default, Clone)]
pub struct Scripts {
    pub latin: Lexicon,
    pub chinese: Lexicon,
}

/// Everything that a pitch and an utterance are read with.
#[derive(Debug, Default, Clone)]
pub struct Lexicons {
    /// The 17 questions of the walk.
    pub walk: Scripts,
    /// The four quadrants, and ordinary talk.
    pub hear: Scripts,
    /// Tactics and hot potatoes in the other side's words.
    pub cues: Scripts,
    /// Words that irritate, by the script in which they are listed.
    pub irritators_latin: Phrases,
    pub irritators_chinese: Phrases,
}

impl Scripts {
    /// The lexicon for a text: the Chinese one when a good part of the text is Chinese.
    pub fn of(&self, text: &str) -> &Lexicon {
        let (words, characters) = size(text);
        if characters * 2 > words { &self.chinese } else { &self.latin }
    }
}
