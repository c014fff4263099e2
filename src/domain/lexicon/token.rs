//! Cutting a passage into tokens, in any mixture of English and Chinese.
//!
//! An English word is a token in its stem, a Chinese character is one, a number is one by its kind,
//! and so is every other sign that is not white space.

use std::ops::Range;

use super::segment::is_han;

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text.
    pub span: Range<usize>,
    pub kind: TokenKind,
    /// What stands for the token in a lexicon: see [`normal`].
    pub hash: u64,
    /// The hash of the shape of a number, where `9` stands for every digit.
    pub shape: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters outside Chinese.
    Word,
    Number,
    /// One Chinese character.
    Han,
    /// The end of a line.
    Break,
    /// Any other sign.
    Sign,
}

/// The end of a line, as a lexicon writes it.
const BREAK: &str = "⏎";

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// The hash of a token as a lexicon writes it (FNV-1a).
pub fn hash(token: &str) -> u64 {
    token.bytes().fold(SEED, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

/// Puts one more token into the hash of a term.
pub fn join(term: u64, token: u64) -> u64 {
    (term.rotate_left(23) ^ token).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The tokens of a passage in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 3);
    let mut normal = String::new();
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let mut end = start + sign.len_utf8();
        let mut extend = |accept: &dyn Fn(char, Option<char>) -> bool| {
            while let Some((at, next)) = signs.peek().copied() {
                let after = text.get(at + next.len_utf8()..).and_then(|rest| rest.chars().next());
                if !accept(next, after) {
                    break;
                }
                end = at + next.len_utf8();
                signs.next();
            }
        };
        let kind = if sign == '\n' {
            TokenKind::Break
        } else if sign.is_whitespace() {
            continue;
        } else if is_han(sign) {
            TokenKind::Han
        } else if sign.is_ascii_digit() {
            extend(&|next, after| {
                let inside = matches!(next, '.' | ',' | ':' | '/' | '-')
                    && after.is_some_and(|after| after.is_ascii_digit());
                next.is_ascii_digit() || inside
            });
            TokenKind::Number
        } else if sign.is_alphabetic() {
            extend(&|next, after| {
                let inside = matches!(next, '\'' | '’')
                    && after.is_some_and(|after| after.is_alphabetic() && !is_han(after));
                (next.is_alphabetic() && !is_han(next)) || inside
            });
            TokenKind::Word
        } else {
            TokenKind::Sign
        };
        let Some(part) = text.get(start..end) else { continue };
        let mut shape = 0;
        normal.clear();
        match kind {
            TokenKind::Word => stem(part, &mut normal),
            TokenKind::Number => {
                let more = rest_of_telephone_number(part, text.get(end..).unwrap_or_default());
                end += more;
                while signs.next_if(|(at, _)| *at < end).is_some() {}
                let part = text.get(start..end).unwrap_or_default();
                normal.push_str(number(part));
                shape = hash(&shape_of(part));
            }
            TokenKind::Break => normal.push_str(BREAK),
            TokenKind::Han | TokenKind::Sign => normal.push(plain(sign)),
        }
        found.push(Token { span: start..end, kind, hash: hash(&normal), shape });
    }
    found
}

/// The token as a lexicon writes it.
pub fn normal(part: &str, kind: TokenKind) -> String {
    let mut normal = String::new();
    match kind {
        TokenKind::Word => stem(part, &mut normal),
        TokenKind::Number => normal.push_str(number(part)),
        TokenKind::Break => normal.push_str(BREAK),
        TokenKind::Han | TokenKind::Sign => normal.extend(part.chars().map(plain)),
    }
    normal
}

/// Full-width signs count as their ASCII twins.
fn plain(sign: char) -> char {
    match sign {
        '，' => ',',
        '：' => ':',
        '；' => ';',
        '！' => '!',
        '？' => '?',
        '（' => '(',
        '）' => ')',
        '％' => '%',
        '’' => '\'',
        '“' | '”' => '"',
        other => other,
    }
}

/// Groups of digits in a telephone number.
const LONGEST_TELEPHONE_NUMBER: usize = 8;

/// How many bytes after the first group of digits belong to the same telephone number or other
/// number that only names something: groups of digits between single spaces or hyphens, the first
/// with a leading zero, or three and more of them. Thousands that are parted by spaces are a number.
fn rest_of_telephone_number(first: &str, rest: &str) -> usize {
    if !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let (mut end, mut groups, mut threes) = (0, 1, true);
    while groups < LONGEST_TELEPHONE_NUMBER
        && let Some(next) = rest.get(end..).and_then(|rest| rest.strip_prefix([' ', '-']))
    {
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            break;
        }
        threes &= digits == 3;
        groups += 1;
        end += 1 + digits;
    }
    let zero = first.len() > 1 && first.starts_with('0');
    let names = (zero && groups > 1) || (groups > 2 && !threes);
    if names { end } else { 0 }
}

/// The kind of a number: a year by its decade, a time, a number that only names something (a
/// telephone, an id), or any other number.
fn number(digits: &str) -> &'static str {
    match digits.as_bytes() {
        bytes if bytes.contains(&b' ') => "<id>",
        bytes if bytes.len() > 6 && bytes.iter().all(u8::is_ascii_digit) => "<id>",
        [b'1', b'9', _, _] => "<19xx>",
        [b'2', b'0', b'0' | b'1', _] => "<200x>",
        [b'2', b'0', b'2', _] => "<202x>",
        [b'2', b'0', b'3'..=b'9', _] => "<203x>",
        bytes if bytes.contains(&b':') => "<time>",
        _ => "<num>",
    }
}

/// `9` for each digit, at most six of them.
pub fn shape_of(digits: &str) -> String {
    digits.chars().take(6).map(|sign| if sign.is_ascii_digit() { '9' } else { sign }).collect()
}

const NUMERALS: [&str; 32] = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "million",
    "billion",
    "dozen",
    "hundreds",
];

/// Endings that are taken away while at least four letters stay, longest first.
const ENDINGS: [&str; 6] = ["ing", "ed", "es", "ly", "er", "s"];

/// Writes the stem of a word: lower case, without possessive and the commonest endings; a numeral
/// counts as a number in words.
fn stem(word: &str, out: &mut String) {
    for sign in word.chars() {
        out.extend(plain(sign).to_lowercase());
    }
    if NUMERALS.contains(&out.as_str()) {
        out.clear();
        out.push_str("<numw>");
        return;
    }
    if out.ends_with("'s") {
        out.truncate(out.len() - 2);
    }
    if let Some(ending) =
        ENDINGS.into_iter().find(|ending| out.ends_with(ending) && out.len() >= ending.len() + 4)
    {
        out.truncate(out.len() - ending.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normals(text: &str) -> Vec<String> {
        tokens(text)
            .into_iter()
            .map(|token| normal(&text[token.span.clone()], token.kind))
            .collect()
    }

    #[test]
    fn words_numbers_and_characters_are_tokens() {
        assert_eq!(
            normals("The driver's 31,5 kWh in 2040\n省了两成，by 9:30!"),
            [
                "the", "driv", "<num>", "kwh", "in", "<203x>", "⏎", "省", "了", "两", "成", ",",
                "by", "<time>", "!"
            ]
        );
    }

    #[test]
    fn a_telephone_number_is_one_token_and_measures_nothing() {
        assert_eq!(normals("Call 0171 555 32 10 now"), ["call", "<id>", "now"]);
        assert_eq!(normals("电话13800138000"), ["电", "话", "<id>"]);
        assert_eq!(
            normals("some 1 200 000 a year"),
            ["some", "<num>", "<num>", "<num>", "a", "year"]
        );
        assert_eq!(normals("24 7 31"), ["<id>"]);
        assert_eq!(normals("2 or 3"), ["<num>", "or", "<num>"]);
    }

    #[test]
    fn every_token_carries_the_hash_of_what_a_lexicon_writes() {
        let text = "Don’t pay 1999 twice（真的）";
        for token in tokens(text) {
            assert_eq!(token.hash, hash(&normal(&text[token.span.clone()], token.kind)));
        }
    }
}
