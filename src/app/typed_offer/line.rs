//! A typed line cut into numbers, words and breaks.

use rust_decimal::Decimal;

use crate::i18n::parse::{half_width, parse_amount};

/// A line as it was typed, and the same in half-width small letters, sign by sign.
#[derive(Debug, Clone)]
pub struct Line {
    shown: Vec<char>,
    pub plain: Vec<char>,
    /// What has been understood already.
    used: Vec<bool>,
}

/// A part of a line, by the places of its signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub from: usize,
    pub to: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `None` when it could mean two things, such as 1,5 or 30-45.
    Number(Option<Typed>),
    /// A run of letters, or one sign such as % or $.
    Word,
    /// A run of Chinese characters, which may hold several words.
    Run,
    /// A comma or another sign that parts what stands on its two sides.
    Break,
}

/// A number, and what it is with the multiplier behind it: 1.2k, 13.4 万.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed {
    pub bare: Decimal,
    pub multiplied: Option<(Decimal, usize)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub span: Span,
    /// Whether a space stands before it.
    pub spaced: bool,
}

/// What multiplies a number that it stands behind; letters only without a space in between.
const MULTIPLIERS: [&str; 12] =
    ["thousand", "million", "bn", "mn", "k", "m", "w", "百万", "千万", "万", "亿", "千"];

impl Line {
    pub fn new(text: &str) -> Self {
        let shown: Vec<char> = text.chars().collect();
        let small = |sign: &char| {
            let half = half_width(*sign);
            half.to_lowercase().next().unwrap_or(half)
        };
        let plain = shown.iter().map(small).collect();
        Self { used: vec![false; shown.len()], plain, shown }
    }

    /// The part as it was typed.
    pub fn shown(&self, span: Span) -> String {
        self.shown.get(span.from..span.to).unwrap_or_default().iter().collect()
    }

    pub fn plain(&self, span: Span) -> String {
        self.plain.get(span.from..span.to).unwrap_or_default().iter().collect()
    }

    pub fn at(&self, place: usize) -> Option<char> {
        self.plain.get(place).copied()
    }

    pub fn mark(&mut self, span: Span) {
        self.used.get_mut(span.from..span.to).unwrap_or_default().fill(true);
    }

    pub fn is_free(&self, span: Span) -> bool {
        !self.used.get(span.from..span.to).unwrap_or_default().contains(&true)
    }

    /// Takes out what stands in quotation marks: it is kept word by word.
    pub fn take_quoted(&mut self) -> Vec<String> {
        let (mut spans, mut quoted) = (Vec::new(), Vec::new());
        let mut from = 0;
        let opens = |from: usize| {
            let signs = self.plain.iter().enumerate().skip(from);
            signs.into_iter().find_map(|(place, sign)| Some((place, closing(*sign)?)))
        };
        while let Some((open, close)) = opens(from) {
            let rest = self.plain.iter().enumerate().skip(open + 1);
            let Some((end, _)) = rest.into_iter().find(|(_, sign)| **sign == close) else { break };
            spans.push(Span { from: open, to: end + 1 });
            from = end + 1;
        }
        for span in spans {
            let inside = Span { from: span.from + 1, to: span.to - 1 };
            quoted.push(self.shown(inside));
            self.mark(span);
        }
        quoted
    }

    /// What has not been understood, without the signs at its ends.
    pub fn left(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        for (sign, used) in self.shown.iter().zip(&self.used) {
            match (used, parts.last_mut()) {
                (false, Some(part)) => part.push(*sign),
                (true, Some(part)) if !part.is_empty() => parts.push(String::new()),
                _ => {}
            }
        }
        let trimmed = |part: String| {
            part.trim_matches(|sign: char| sign.is_whitespace() || is_break(half_width(sign)))
                .to_owned()
        };
        parts.into_iter().map(trimmed).filter(|part| !part.is_empty()).collect()
    }

    /// The tokens from a place on, without what was understood already.
    pub fn tokens(&self, from: usize) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut place = from;
        let mut spaced = true;
        while let Some(sign) = self.at(place) {
            if sign.is_whitespace() || self.used.get(place) == Some(&true) {
                spaced = true;
                place += 1;
                continue;
            }
            let kind_and_end = if let Some(number) = self.number(place, spaced) {
                number
            } else if is_chinese(sign) {
                (Kind::Run, self.run(place, is_chinese))
            } else if sign.is_alphabetic() {
                (Kind::Word, self.run(place, |sign| sign.is_alphabetic() && !is_chinese(sign)))
            } else if is_break(sign) {
                (Kind::Break, place + 1)
            } else {
                (Kind::Word, place + 1)
            };
            let (kind, to) = kind_and_end;
            tokens.push(Token { kind, span: Span { from: place, to }, spaced });
            spaced = false;
            place = to;
        }
        tokens
    }

    fn run(&self, from: usize, belongs: impl Fn(char) -> bool) -> usize {
        (from..self.plain.len())
            .find(|place| !self.at(*place).is_some_and(&belongs))
            .unwrap_or(self.plain.len())
    }

    fn digits(&self, from: usize) -> usize {
        self.run(from, |sign| sign.is_ascii_digit())
    }

    fn is_digit(&self, place: usize) -> bool {
        self.at(place).is_some_and(|sign| sign.is_ascii_digit())
    }

    /// The number that begins here, and where it ends.
    fn number(&self, from: usize, spaced: bool) -> Option<(Kind, usize)> {
        let signed = spaced && matches!(self.at(from), Some('-' | '+')) && self.is_digit(from + 1);
        let start = from + usize::from(signed);
        if !self.is_digit(start) {
            return None;
        }
        let mut end = self.digits(start);
        let short = end - start <= 3;
        let separator = self.at(end).filter(|sign| matches!(sign, ',' | ' '));
        while short
            && separator.is_some()
            && self.at(end) == separator
            && self.digits(end + 1) == end + 4
        {
            end += 4;
        }
        if self.at(end) == Some('.') && self.is_digit(end + 1) {
            end = self.digits(end + 1);
        }
        if let Some(unclear) = self.unclear_end(end) {
            return Some((Kind::Number(None), unclear));
        }
        let bare = parse_amount(&self.plain(Span { from, to: end }));
        let multiplied = self.multiplier(end).and_then(|to| {
            let text: String = self.plain(Span { from, to });
            Some((parse_amount(&text)?, to))
        });
        Some((Kind::Number(bare.map(|bare| Typed { bare, multiplied })), end))
    }

    /// Where digits go on behind a sign that makes the number mean two things.
    fn unclear_end(&self, end: usize) -> Option<usize> {
        let joins = |sign: char| matches!(sign, ',' | '.' | '-' | '~' | '/' | '至' | '到' | '～');
        if !self.at(end).is_some_and(joins) || !self.is_digit(end + 1) {
            return None;
        }
        let after = self.digits(end + 1);
        // A Chinese comma parts: 1180，75天. With nothing but digits behind it may be a fraction.
        let chinese_comma = self.shown.get(end) == Some(&'，');
        if chinese_comma && after < self.plain.len() {
            return None;
        }
        let mut end = after;
        while self.at(end).is_some_and(joins) && self.is_digit(end + 1) {
            end = self.digits(end + 1);
        }
        Some(end)
    }

    fn multiplier(&self, end: usize) -> Option<usize> {
        MULTIPLIERS.iter().find_map(|word| {
            let gap = usize::from(!word.is_ascii() && self.at(end) == Some(' '));
            let to = end + gap + word.chars().count();
            let matches = self.plain(Span { from: end + gap, to }) == **word;
            let ends = !word.is_ascii()
                || !self.at(to).is_some_and(|sign| sign.is_alphabetic() && !is_chinese(sign));
            (matches && ends).then_some(to)
        })
    }
}

pub fn is_chinese(sign: char) -> bool {
    matches!(sign, '\u{3400}'..='\u{9fff}')
}

pub fn is_break(sign: char) -> bool {
    matches!(sign, ',' | ';' | ':' | '/' | '=' | '·' | '.' | '(' | ')' | '+' | '-' | '&' | '|')
}

fn closing(open: char) -> Option<char> {
    match open {
        '“' => Some('”'),
        '"' => Some('"'),
        '「' => Some('」'),
        '『' => Some('』'),
        _ => None,
    }
}
