//! A light scanner over RON text: it tells words and punctuation from strings and comments.
//!
//! It finds what the parser lets through (numbers that are not finite, map keys given twice) and
//! what must be known before a file is parsed (its schema). It never fails: on broken text it just
//! stops early, and the parser then says what is wrong.

use std::collections::HashSet;

/// A piece of RON text outside comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// An identifier, a number, `true`, `Some` and the like.
    Word,
    /// A string or character literal.
    Literal,
    /// A bracket, colon or comma.
    Punctuation(char),
}

#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    pub kind: TokenKind,
    pub text: &'a str,
    /// Byte offset of the first byte.
    pub start: usize,
}

/// Walks over the tokens of `text`.
#[derive(Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Skips white space and comments.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.at += block_comment(trimmed);
            } else {
                return;
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.skip_blank();
        let rest = self.rest();
        let first = rest.chars().next()?;
        let (kind, length) = if let Some(length) = literal(rest) {
            (TokenKind::Literal, length)
        } else if is_word(first) {
            // `r#name` is one word.
            let raw = if rest.starts_with("r#") { 2 } else { 0 };
            let tail = rest.get(raw..).unwrap_or("");
            let end = tail.find(|c| !is_word(c)).unwrap_or(tail.len());
            (TokenKind::Word, raw + end)
        } else {
            (TokenKind::Punctuation(first), first.len_utf8())
        };
        let start = self.at;
        self.at += length;
        Some(Token { kind, text: rest.get(..length).unwrap_or(rest), start })
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-')
}

/// The length of a block comment at the start of `text`; comments nest.
fn block_comment(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest.starts_with("*/") {
            depth = depth.saturating_sub(1);
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of the string or character literal at the start of `text`, if there is one.
fn literal(text: &str) -> Option<usize> {
    let body = text.strip_prefix('b').unwrap_or(text);
    let prefix = text.len() - body.len();
    if let Some(raw) = body.strip_prefix('r') {
        let after = raw.trim_start_matches('#');
        let hashes = raw.len() - after.len();
        let inside = after.strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&end).map_or(inside.len(), |at| at + end.len());
        return Some(prefix + 1 + hashes + 1 + length);
    }
    let quote = body.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut escaped = false;
    for (at, c) in body.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == quote {
            return Some(prefix + at + 1);
        }
    }
    Some(text.len())
}

/// The value of the outermost field `schema`, without parsing the rest.
pub fn declared_schema(text: &str) -> Option<u32> {
    let mut depth = 0_usize;
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next() {
        match token.kind {
            TokenKind::Punctuation('(' | '[' | '{') => depth += 1,
            TokenKind::Punctuation(')' | ']' | '}') => depth = depth.saturating_sub(1),
            TokenKind::Word if depth == 1 && token.text == "schema" => {
                let colon = tokens.next()?;
                if colon.kind == TokenKind::Punctuation(':') {
                    let version = tokens.next()?.text.parse::<u64>().ok()?;
                    // One too large for us is newer all the same.
                    return Some(u32::try_from(version).unwrap_or(u32::MAX));
                }
            }
            _ => {}
        }
    }
    None
}

/// Something that the parser would let through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// Byte offset.
    pub at: usize,
    /// The name of the field; empty when there is none.
    pub field: String,
    pub message: String,
}

/// The first number that is not finite, or the first key given twice in one map.
pub fn find_flaw(text: &str) -> Option<Flaw> {
    // One entry for each open bracket; the keys seen so far when it is a map.
    let mut open: Vec<Option<HashSet<&str>>> = Vec::new();
    let mut key: Option<(usize, usize)> = None;
    let mut expects_key = false;
    // The word before the last colon.
    let (mut word, mut field) = ("", "");
    for token in Tokens::new(text) {
        match token.kind {
            TokenKind::Punctuation(':') => field = word,
            TokenKind::Word => word = token.text,
            _ => {}
        }
        match token.kind {
            TokenKind::Punctuation('{') => {
                open.push(Some(HashSet::new()));
                key = None;
                expects_key = true;
                continue;
            }
            TokenKind::Punctuation('(' | '[') => open.push(None),
            TokenKind::Punctuation(')' | ']' | '}') => {
                open.pop();
            }
            TokenKind::Punctuation(':') if expects_key => {
                if let (Some(Some(keys)), Some((start, end))) = (open.last_mut(), key.take()) {
                    let name = text.get(start..end).unwrap_or("");
                    if !keys.insert(name) {
                        let message = format!("the key {name} is given twice in one map");
                        return Some(Flaw { at: start, field: String::new(), message });
                    }
                    expects_key = false;
                }
            }
            TokenKind::Punctuation(',') if matches!(open.last(), Some(Some(_))) => {
                key = None;
                expects_key = true;
                continue;
            }
            TokenKind::Word if is_not_finite(token.text) => {
                let message = format!("{} is not a finite number", token.text);
                return Some(Flaw { at: token.start, field: field.to_owned(), message });
            }
            _ => {}
        }
        let in_map = matches!(open.last(), Some(Some(_)));
        if in_map && expects_key && matches!(token.kind, TokenKind::Word | TokenKind::Literal) {
            let end = token.start + token.text.len();
            key = Some((key.map_or(token.start, |(start, _)| start), end));
        }
    }
    None
}

fn is_not_finite(word: &str) -> bool {
    let number = word.trim_end_matches("f64").trim_end_matches("f32");
    let digits = number.trim_start_matches(['+', '-']);
    matches!(digits, "inf" | "NaN")
        || (digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && number.replace('_', "").parse::<f64>().is_ok_and(|value| !value.is_finite()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Tokens::new(text)
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| token.text)
            .collect()
    }

    #[test]
    fn strings_and_comments_hide_their_words() {
        let text = r###"(a: "x \" y", // z
            b: r##"q "# q"##, /* m /* n */ o */ c: 'p', d: r#e, f: '"', g: 1)"###;
        assert_eq!(words(text), ["a", "b", "c", "d", "r#e", "f", "g", "1"]);
    }

    #[test]
    fn unfinished_text_ends_the_scan() {
        for text in ["(a: \"x", "(a: r#\"x\"", "/* a", "(a: 'x", "\"\\", "r#", "b", "(a: \"\\"] {
            assert!(Tokens::new(text).count() < 5, "{text}");
            assert_eq!(find_flaw(text), None, "{text}");
        }
    }

    #[test]
    fn the_schema_is_read_from_the_outermost_level_only() {
        assert_eq!(declared_schema("(inner: (schema: 9), schema: 2, rest: @@@)"), Some(2));
        assert_eq!(declared_schema("(schema: 4294967296)"), Some(u32::MAX));
        assert_eq!(declared_schema("(text: \"schema: 7\")"), None);
        assert_eq!(declared_schema("schema: 7"), None);
    }

    #[test]
    fn numbers_that_are_not_finite_are_found() {
        for bad in ["NaN", "inf", "-inf", "1e999", "-1e999", "1_0e999", "1e999f64"] {
            let flaw = find_flaw(&format!("(weight: {bad})")).expect(bad);
            assert_eq!((flaw.at, flaw.field.as_str()), (9, "weight"));
        }
        for good in ["1e308", "0.1", "\"NaN\"", "info", "Some(1)", "0xffe999"] {
            assert_eq!(find_flaw(&format!("(weight: {good})")), None, "{good}");
        }
    }

    #[test]
    fn a_key_given_twice_in_one_map_is_found() {
        let flaw =
            find_flaw("(walk: {A1: (note: \"x\"), D1: (note: \"x\"), A1: ()})").expect("flaw");
        assert_eq!(flaw.message, "the key A1 is given twice in one map");
        assert_eq!(flaw.at, 42);
        assert_eq!(find_flaw("(a: {A1: {A1: 1}, B1: {A1: 1}}, b: {A1: 1})"), None);
    }
}
