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

/// The sentences of a text. The end of a line ends a sentence too, unless the line is as long as
/// mail programs make them and the next one goes on.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut line = 0;
    let mut before = None;
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let end = at + sign.len_utf8();
        let next = signs.peek().map(|(_, next)| *next);
        let ends = if sign == '\n' {
            let rest = text.get(end..).unwrap_or_default();
            let is_wrapped = goes_on(text.get(line..at).unwrap_or_default(), rest);
            line = end;
            !is_wrapped
        } else {
            ends_sentence(before, sign, next)
        };
        before = Some(sign);
        if ends {
            push(&mut found, text, from..end);
            from = end;
        }
    }
    push(&mut found, text, from..text.len());
    found
}

/// Whether a line was broken by width alone and goes on in the rest of the text.
fn goes_on(line: &str, rest: &str) -> bool {
    const WIDE: usize = 50;
    let width: usize = line.chars().map(|sign| if is_han(sign) { 2 } else { 1 }).sum();
    let next = rest.chars().next();
    width >= WIDE
        && line
            .trim_end()
            .ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, ',' | '，' | '、'))
        && next.is_some_and(|next| next.is_lowercase() || next.is_ascii_digit() || is_han(next))
}

/// A stop ends a sentence, with the quotation marks and brackets that close behind it; a full stop
/// only before white space.
fn ends_sentence(before: Option<char>, sign: char, next: Option<char>) -> bool {
    let is_stop = |sign: char| matches!(sign, '.' | '!' | '?' | '…' | '。' | '！' | '？');
    let closes = |sign: char| matches!(sign, '"' | '”' | '’' | ')' | '」' | '）');
    if next.is_some_and(|next| is_stop(next) || closes(next)) {
        return false;
    }
    let spaced = next.is_none_or(char::is_whitespace);
    match sign {
        '。' | '！' | '？' | '；' => true,
        '.' | '!' | '?' | '…' => spaced,
        _ if closes(sign) => match before {
            Some('。' | '！' | '？') => true,
            Some(before) => is_stop(before) && spaced,
            None => false,
        },
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).iter().map(|sentence| &text[sentence.span.clone()]).collect()
    }

    #[test]
    fn sentences_end_at_stops_and_lines() {
        assert_eq!(
            cut("It is 3.5 m. Good! 好。对吧？"),
            ["It is 3.5 m.", "Good!", "好。", "对吧？"]
        );
        assert_eq!(cut("Scope\n- doors\n- motors"), ["Scope", "- doors", "- motors"]);
        assert_eq!(cut("他说：“好。”然后走了。"), ["他说：“好。”", "然后走了。"]);
        assert!(cut(" \n … \n").is_empty());
        let wrapped = "This is a line that a mail program has broken in the\nmiddle. Next.";
        assert_eq!(cut(wrapped).len(), 2);
    }

    #[test]
    fn a_long_sentence_is_one_that_cannot_be_followed_by_ear() {
        let words = "word ".repeat(26);
        assert!(sentences(&words)[0].is_long());
        assert!(sentences(&"字".repeat(46))[0].is_long());
        assert!(!sentences("Short and clear, 短而清楚。")[0].is_long());
    }

    #[test]
    fn paragraphs_are_runs_of_lines() {
        let text = "a\nb\n\n \nc";
        let found: Vec<&str> = paragraphs(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["a\nb\n", "c"]);
    }
}
