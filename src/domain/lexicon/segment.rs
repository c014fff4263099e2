//! Cutting a text into paragraphs and sentences.

use std::ops::Range;

/// One sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, without white space around.
    pub span: Range<usize>,
    /// Words outside Chinese.
    pub words: usize,
    /// Chinese characters.
    pub characters: usize,
}

impl Sentence {
    /// English words in a sentence that is hard to follow by ear.
    const LONG_WORDS: f32 = 25.0;
    /// Chinese characters in such a sentence.
    const LONG_CHARACTERS: f32 = 45.0;

    /// Whether the sentence is too long to be followed by ear.
    pub fn is_long(&self) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "a sentence is short")]
        let share =
            self.words as f32 / Self::LONG_WORDS + self.characters as f32 / Self::LONG_CHARACTERS;
        share > 1.0
    }
}

/// The paragraphs of a text: runs of lines between blank lines, as bytes of the text.
pub fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        if line.trim().is_empty() {
            open = false;
        } else {
            match found.last_mut() {
                Some(last) if open => last.end = end,
                _ => found.push(start..end),
            }
            open = true;
        }
        start = end;
    }
    found
}

/// The sentences of a text, line by line.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut from = 0;
        let mut signs = line.char_indices().peekable();
        while let Some((at, sign)) = signs.next() {
            let next = signs.peek().map(|(_, next)| *next);
            if ends_sentence(sign, next) {
                push(&mut found, text, start + from..start + at + sign.len_utf8());
                from = at + sign.len_utf8();
            }
        }
        push(&mut found, text, start + from..start + line.len());
        start += line.len();
    }
    found
}

/// A stop ends a sentence where the text goes on with white space or a new Chinese sentence.
fn ends_sentence(sign: char, next: Option<char>) -> bool {
    let closes = |next: char| matches!(next, '.' | '!' | '?' | '"' | '”' | '’' | ')' | '。' | '！' | '？' | '」' | '）');
    match sign {
        '。' | '！' | '？' | '；' => next.is_none_or(|next| !closes(next)),
        '.' | '!' | '?' | '…' => next.is_none_or(char::is_whitespace),
        '"' | '”' | '’' | ')' | '」' | '）' => false,
        _ => false,
    }
}

fn push(found: &mut Vec<Sentence>, text: &str, span: Range<usize>) {
    let Some(part) = text.get(span.clone()) else { return };
    let trimmed = part.trim();
    if !trimmed.chars().any(char::is_alphanumeric) {
        return;
    }
    let start = span.start + (part.len() - part.trim_start().len());
    let (words, characters) = size(trimmed);
    found.push(Sentence { span: start..start + trimmed.len(), words, characters });
}

/// Words outside Chinese, and Chinese characters.
pub fn size(text: &str) -> (usize, usize) {
    let (mut words, mut characters, mut inside) = (0, 0, false);
    for sign in text.chars() {
        let han = is_han(sign);
        // An apostrophe, a hyphen, or a point between digits does not end a word.
        let continues = inside && matches!(sign, '\'' | '’' | '-' | '.' | ',' | '%');
        let word = !han && (sign.is_alphanumeric() || continues);
        characters += usize::from(han);
        words += usize::from(word && !inside);
        inside = word;
    }
    (words, characters)
}

/// Whether the sign is a Chinese character.
pub fn is_han(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}
