//! Which words name a topic: its name, its unit, or their first letters.

use super::line::{Kind, Line, Span, Token, is_chinese};
use crate::domain::issue::{Issue, IssueKind};
use crate::i18n::units::Unit;

/// How well words name a topic, and where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    pub strength: u8,
    pub span: Span,
}

const WHOLE: u8 = 8;
const UNIT: u8 = 5;
const BEGINNING: u8 = 4;
const LETTER: u8 = 2;

/// Words that stand beside numbers without naming anything.
const SMALL_WORDS: [&str; 29] = [
    "a", "an", "and", "are", "at", "by", "for", "from", "if", "in", "is", "it", "net", "no", "of",
    "on", "or", "per", "plus", "so", "than", "that", "the", "then", "to", "we", "with", "within",
    "x",
];

pub fn is_small_word(word: &str) -> bool {
    SMALL_WORDS.contains(&word)
}

/// What of a text from `from` on is the beginning of a label: whole words of the text, or the whole
/// label. Returns its end.
fn beginning(line: &Line, from: usize, label: &[char]) -> Option<usize> {
    let mut end = None;
    for (count, sign) in label.iter().enumerate() {
        let place = from + count;
        if line.at(place) != Some(*sign) {
            return end;
        }
        if ends_word(line, place + 1) {
            end = Some(place + 1);
        }
    }
    // "month" in "months".
    let whole = from + label.len();
    let plural = line.at(whole) == Some('s') && ends_word(line, whole + 1);
    if plural && label.len() > 1 { Some(whole + 1) } else { end }
}

/// Whether a word may end before `place`.
fn ends_word(line: &Line, place: usize) -> bool {
    let (Some(before), Some(after)) = (line.at(place.wrapping_sub(1)), line.at(place)) else {
        return true;
    };
    !after.is_alphanumeric()
        || is_chinese(after)
        || is_chinese(before)
        || before.is_ascii_digit() != after.is_ascii_digit()
}

/// Whether a word may begin at a place.
fn begins_word(line: &Line, place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|before| line.at(before));
    before.is_none_or(|before| !before.is_alphanumeric() || is_chinese(before))
}

fn signs(label: &str) -> Vec<char> {
    label.trim().to_lowercase().chars().collect()
}

/// A unit right behind a number.
pub fn unit_after(line: &Line, from: usize, issue: &Issue) -> Option<Match> {
    let from = from + usize::from(line.at(from) == Some(' '));
    if issue.kind != IssueKind::Number {
        return None;
    }
    let label = signs(&issue.unit);
    let words = issue.unit.split_whitespace().count();
    let written = beginning(line, from, &label).map(|to| Match {
        strength: match to - from {
            // "days" is as much the unit of "days" as of "days after invoice".
            length if length >= label.len() && words > 1 => WHOLE,
            1 if label.len() > 1 => LETTER + 1,
            _ => UNIT,
        },
        span: Span { from, to },
    });
    let known = Unit::of(&issue.unit)
        .and_then(|unit| named_unit(line, from, unit))
        .map(|to| Match { strength: UNIT, span: Span { from, to } });
    let later = |first: Match, other: Match| {
        if (other.span.to, other.strength) > (first.span.to, first.strength) {
            other
        } else {
            first
        }
    };
    match (written, known) {
        (Some(written), Some(known)) => Some(later(written, known)),
        (written, known) => written.or(known),
    }
}

/// Any common unit right behind a number: such a number is no price.
pub fn any_unit_after(line: &Line, from: usize) -> bool {
    let from = from + usize::from(line.at(from) == Some(' '));
    let units =
        [Unit::Minute, Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Percent];
    units.into_iter().any(|unit| named_unit(line, from, unit).is_some())
}

fn named_unit(line: &Line, from: usize, unit: Unit) -> Option<usize> {
    unit.names().iter().find_map(|name| {
        let to = from + name.chars().count();
        let same = line.plain(Span { from, to }) == **name;
        (same && (!name.is_ascii() || ends_word(line, to))).then_some(to)
    })
}

/// The name of an issue at a place, as a whole or its first letters.
pub fn name_at(line: &Line, from: usize, name: &str) -> Option<Match> {
    let label = signs(name);
    let to = beginning(line, from, &label)?;
    let word: String = line.plain(Span { from, to });
    let length = to - from;
    let strength = if length >= label.len() {
        WHOLE
    } else if is_small_word(&word) {
        return None;
    } else if length > 1 {
        BEGINNING
    } else {
        LETTER
    };
    Some(Match { strength, span: Span { from, to } })
}

/// The whole name just before a place, whatever signs and numbers it has.
fn whole_name_before(line: &Line, to: usize, name: &str) -> Option<Match> {
    let label = signs(name);
    let is_gap = |place: usize| matches!(line.at(place), Some(' ' | ':' | '='));
    let end = (0..to).rev().find(|place| !is_gap(*place))? + 1;
    let from = end.checked_sub(label.len()).filter(|_| !label.is_empty())?;
    let span = Span { from, to };
    let same = line.plain.get(from..end) == Some(label.as_slice());
    (same && begins_word(line, from) && line.is_free(span))
        .then_some(Match { strength: WHOLE, span })
}

/// Whether a number is part of a name that is written out: "Phase 2 fee 500".
pub fn is_in_name(line: &Line, number: Span, name: &str) -> bool {
    let label = signs(name);
    let first = (number.to.saturating_sub(label.len())..=number.from).collect::<Vec<_>>();
    label.len() > number.to - number.from
        && first
            .into_iter()
            .any(|from| line.plain.get(from..from + label.len()) == Some(label.as_slice()))
}

/// The name of an issue in the free words just before the token at `index`.
pub fn name_before(line: &Line, tokens: &[Token], index: usize, name: &str) -> Option<Match> {
    let mut first = index;
    let mut end = tokens.get(index)?.span.from;
    let mut best = whole_name_before(line, end, name);
    while let Some(before) = first.checked_sub(1).and_then(|before| tokens.get(before)) {
        match before.kind {
            // "term: 24", "term = 24"
            Kind::Break
                if first == index && matches!(line.at(before.span.from), Some(':' | '=')) =>
            {
                end = before.span.from;
                first -= 1;
                continue;
            }
            Kind::Word if line.is_free(before.span) => {}
            // "Set-up fee"
            Kind::Break if !matches!(line.at(before.span.from), Some(',' | ';')) => {
                first -= 1;
                continue;
            }
            Kind::Run if line.is_free(before.span) => {
                let found = in_run(line, before.span, name);
                return better(best, found);
            }
            _ => break,
        }
        first -= 1;
        let from = before.span.from;
        if let Some(found) = name_at(line, from, name) {
            let reaches = line.plain(Span { from: found.span.to, to: end }).trim().is_empty();
            if reaches {
                best = better(
                    best,
                    Some(Match { strength: found.strength, span: Span { from, to: end } }),
                );
            }
        }
        if best.is_none() && is_part(line, before.span, name) {
            best = Some(Match { strength: BEGINNING, span: Span { from, to: end } });
        }
        if index - first >= 6 {
            break;
        }
    }
    best
}

/// "terms" for "Payment terms": a later word of the name.
fn is_part(line: &Line, span: Span, name: &str) -> bool {
    let word = line.plain(span);
    let long = word.chars().count() >= 3 && !is_small_word(&word);
    long && name.to_lowercase().split_whitespace().skip(1).any(|part| part.starts_with(&word))
}

fn better(one: Option<Match>, other: Option<Match>) -> Option<Match> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.strength > one.strength { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// The longest part of a Chinese run that is a part of the name.
pub fn in_run(line: &Line, run: Span, name: &str) -> Option<Match> {
    let label = signs(name);
    let mut best: Option<Match> = None;
    for from in run.from..run.to {
        for to in from + 1..=run.to {
            let part = line.plain.get(from..to)?;
            let Some(place) = label.windows(part.len()).position(|window| window == part) else {
                break;
            };
            let strength = if part.len() == label.len() {
                WHOLE
            } else if part.len() > 1 {
                BEGINNING
            } else if place == 0 && run.to - run.from == 1 {
                LETTER
            } else {
                continue;
            };
            if best.is_none_or(|best| {
                best.strength < strength || best.span.to - best.span.from < part.len()
            }) {
                best = Some(Match { strength, span: Span { from, to } });
            }
        }
    }
    best
}
