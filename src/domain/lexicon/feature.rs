//! The features of a passage: its terms, and what it looks like.
//!
//! Terms are runs of one to four tokens, pairs with one token between, parts of English words, and
//! how the passage and its sentences begin. Each is known by its hash; a lexicon writes them out.

use std::ops::Range;

use super::token::{Token, TokenKind, hash, join, shape_of};

/// The kinds of terms; a lexicon writes the sign before the tokens.
const RUN: &str = "=";
const GAP: &str = "_";
const PART: &str = "~";
const FIRST: &str = "^";
const OPENS: &str = "'";
const SHAPE: &str = "#";

/// Parts of words have so many letters; a word is written between `<` and `>`.
const PARTS: Range<usize> = 4..6;
/// Runs of Chinese characters are longer than those of words, which mean more each.
const LONGEST_RUN: usize = 4;
const LONGEST_WORD_RUN: usize = 3;

/// Gives the hash of each term with the bytes of the text where it stands.
pub fn terms(text: &str, tokens: &[Token], give: &mut impl FnMut(u64, Range<usize>)) {
    let kind = |sign| hash(sign);
    let (run, gap, part, first, opens, shape) =
        (kind(RUN), kind(GAP), kind(PART), kind(FIRST), kind(OPENS), kind(SHAPE));
    let mut begins = true;
    for (position, token) in tokens.iter().enumerate() {
        let mut term = run;
        let mut words = 0;
        for follower in tokens.get(position..).unwrap_or_default().iter().take(LONGEST_RUN) {
            words += usize::from(follower.kind == TokenKind::Word);
            if words > LONGEST_WORD_RUN || (words > 0 && words == LONGEST_RUN) {
                break;
            }
            term = join(term, follower.hash);
            give(term, token.span.start..follower.span.end);
        }
        if let Some(other) = tokens.get(position + 2) {
            give(join(join(gap, token.hash), other.hash), token.span.start..other.span.end);
        }
        if token.kind == TokenKind::Number {
            give(join(shape, token.shape), token.span.clone());
        }
        if token.kind == TokenKind::Word {
            parts(text, token, part, give);
        }
        if position == 0 {
            give(join(first, token.hash), token.span.clone());
            if let Some(second) = tokens.get(1) {
                let both = join(join(first, token.hash), second.hash);
                give(both, token.span.start..second.span.end);
            }
        }
        let stops = match token.kind {
            TokenKind::Break => true,
            TokenKind::Sign => matches!(
                text.get(token.span.clone()),
                Some("." | "!" | "?" | "。" | "！" | "？" | ";" | "；" | ":" | "：")
            ),
            _ => false,
        };
        if begins && !stops && token.kind != TokenKind::Sign {
            give(join(opens, token.hash), token.span.clone());
            begins = false;
        }
        begins |= stops;
    }
}

/// The parts of a word.
fn parts(text: &str, token: &Token, kind: u64, give: &mut impl FnMut(u64, Range<usize>)) {
    let Some(word) = text.get(token.span.clone()) else { return };
    let mut letters = [0_u8; 34];
    if !word.is_ascii() || word.len() + 2 > letters.len() {
        return;
    }
    let length = word.len() + 2;
    let bytes = std::iter::once(b'<').chain(word.bytes()).chain(std::iter::once(b'>'));
    for (slot, byte) in letters.iter_mut().zip(bytes) {
        *slot = byte.to_ascii_lowercase();
    }
    for size in PARTS {
        for part in letters.get(..length).unwrap_or_default().windows(size) {
            let Ok(part) = std::str::from_utf8(part) else { continue };
            give(join(kind, hash(part)), token.span.clone());
        }
    }
}

/// The hash of a term as a lexicon writes it: its kind, then its tokens, between spaces.
pub fn hash_of_term(written: &str) -> u64 {
    let mut tokens = written.split(' ');
    let kind = hash(tokens.next().unwrap_or_default());
    tokens.fold(kind, |term, token| join(term, hash(token)))
}

/// Gives each term as a lexicon writes it. Slow; for learning a lexicon.
pub fn written_terms(text: &str, tokens: &[Token], give: &mut impl FnMut(String)) {
    let normal = |token: &Token| {
        super::token::normal(text.get(token.span.clone()).unwrap_or_default(), token.kind)
    };
    let names: Vec<String> = tokens.iter().map(normal).collect();
    let mut known: std::collections::HashMap<u64, String> = std::collections::HashMap::new();
    let mut put = |written: String| {
        known.insert(hash_of_term(&written), written);
    };
    for position in 0..tokens.len() {
        for length in 1..=LONGEST_RUN {
            if let Some(run) = names.get(position..position + length) {
                put(format!("{RUN} {}", run.join(" ")));
            }
        }
        if let Some([one, _, other]) = names.get(position..position + 3) {
            put(format!("{GAP} {one} {other}"));
        }
        let (Some(name), Some(token)) = (names.get(position), tokens.get(position)) else {
            continue;
        };
        put(format!("{FIRST} {name}"));
        if let Some(second) = names.get(position + 1) {
            put(format!("{FIRST} {name} {second}"));
        }
        put(format!("{OPENS} {name}"));
        let part = text.get(token.span.clone()).unwrap_or_default();
        if token.kind == TokenKind::Number {
            put(format!("{SHAPE} {}", shape_of(part)));
        }
        if token.kind == TokenKind::Word && part.is_ascii() {
            let word = format!("<{}>", part.to_ascii_lowercase());
            for size in PARTS {
                for from in 0..(word.len() + 1).saturating_sub(size) {
                    put(format!("{PART} {}", word.get(from..from + size).unwrap_or_default()));
                }
            }
        }
    }
    terms(text, tokens, &mut |term, _| {
        if let Some(written) = known.get(&term) {
            give(written.clone());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn every_term_can_be_written_out_and_read_back() {
        let text = "Your drivers' 31 runs: nobody waits any longer.\n明年，两成 by 2040";
        let tokens = tokens(text);
        let mut hashes = Vec::new();
        terms(text, &tokens, &mut |term, _| hashes.push(term));
        let mut written = Vec::new();
        written_terms(text, &tokens, &mut |term| written.push(term));
        assert_eq!(written.iter().map(|term| hash_of_term(term)).collect::<Vec<_>>(), hashes);
        for term in
            ["= any long", "_ nobody any", "~ <nobo", "^ your", "' nobody", "# 99", "= 明 年"]
        {
            assert!(written.iter().any(|other| other == term), "{term} in {written:?}");
        }
    }
}
