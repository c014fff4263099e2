//! Where the terms stand in a record, in the user's own spelling.

use std::ops::Range;

use super::fields::{self, FieldId, Section};
use super::fold::{fold_each, fold_onto};
use super::query::Query;
use crate::store::record::Record;

/// About so many columns are shown; a Chinese sign takes two.
const COLUMNS: usize = 90;

/// So many of them stand before the hit.
const COLUMNS_BEFORE: usize = 30;

/// A cut rather stands at a space, if one is so near.
const COLUMNS_TO_SPACE: usize = 12;

const CUT: char = '…';

/// A piece of a record around a hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub field: FieldId,
    /// One line, with … where the field goes on.
    pub text: String,
    /// The bytes of `text` in which terms stand, ascending, without overlap.
    pub highlights: Vec<Range<usize>>,
}

/// The piece around the hit, of the field that has the most terms; titles of negotiations and names
/// of people are left out, as they are shown anyway. `None` when no other field has a term.
pub fn passage(record: &Record, query: &Query) -> Option<Passage> {
    let mut best: Option<(usize, FieldId, &str)> = None;
    let mut folded = String::new();
    let mut give = |section, field, text| {
        if section == Section::Title {
            return;
        }
        folded.clear();
        fold_onto(&mut folded, text);
        let terms = query.terms().iter().filter(|term| folded.contains(*term)).count();
        if terms > best.map_or(0, |(most, ..)| most) {
            best = Some((terms, field, text));
        }
    };
    match record {
        Record::Library(_) => {}
        Record::Counterpart(person) => fields::of_counterpart(person, &mut give),
        Record::Session(session) => fields::of_session(session, &mut give),
    }
    let (_, field, text) = best?;
    let line = one_line(text);
    let highlights = highlights(&line, query);
    let (text, highlights) = cut(&line, &highlights);
    Some(Passage { field, text, highlights })
}

/// The bytes of a text in which terms of the query stand, ascending, without overlap; on the
/// borders of signs.
pub fn highlights(text: &str, query: &Query) -> Vec<Range<usize>> {
    let mut folded = String::with_capacity(text.len());
    // For each byte of the folded text, the place from which it comes.
    let mut places = Vec::with_capacity(text.len());
    fold_each(text, |place, sign| {
        folded.push(sign);
        places.resize(folded.len(), place);
    });
    let text_end = text.trim_end_matches(is_blank).len();
    let mut found = Vec::new();
    for term in query.terms() {
        for (start, term) in folded.match_indices(term.as_str()) {
            let Some(first) = places.get(start).copied() else { continue };
            let last = places.get(start + term.len() - 1).copied();
            // What has been dropped behind a sign belongs to it, and so does the other half of ß.
            let mut after = places.iter().skip(start + term.len());
            let end = after.find(|place| Some(**place) != last).copied().unwrap_or(text_end);
            found.push(first..end);
        }
    }
    found.sort_unstable_by_key(|range| (range.start, range.end));
    let mut highlights: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match highlights.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => highlights.push(range),
        }
    }
    highlights
}

fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || sign.is_control()
}

/// The text with single spaces only.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Cuts out the surroundings of the first highlight.
fn cut(line: &str, highlights: &[Range<usize>]) -> (String, Vec<Range<usize>>) {
    let hit = highlights.first().cloned().unwrap_or(0..0);
    let (before, rest) = line.split_at_checked(hit.start).unwrap_or(("", line));
    let start = start_of_tail(before, COLUMNS_BEFORE);
    let before_columns = columns(before.get(start..).unwrap_or_default());
    let hit_len = hit.len();
    let (matched, after) = rest.split_at_checked(hit_len).unwrap_or((rest, ""));
    let left = COLUMNS.saturating_sub(before_columns + columns(matched));
    let end = hit.end + end_of_start(after, left);

    let mut text = String::new();
    if start > 0 {
        text.push(CUT);
    }
    let shift = text.len();
    text.push_str(line.get(start..end).unwrap_or_default());
    if end < line.len() {
        text.push(CUT);
    }
    let inside = highlights.iter().filter(|range| range.start < end);
    let moved = inside.map(|range| range.start + shift - start..range.end.min(end) + shift - start);
    (text, moved.collect())
}

/// Where the last columns of a text begin, if possible behind a space.
fn start_of_tail(text: &str, most: usize) -> usize {
    let mut left = most;
    let mut start = text.len();
    let mut word = None;
    let mut joins = false;
    for (place, sign) in text.char_indices().rev() {
        let Some(rest) = left.checked_sub(width(sign)) else {
            let near = |place: &usize| columns(text.get(start..*place).unwrap_or_default());
            let word = word.filter(|place| near(place) <= COLUMNS_TO_SPACE);
            return word.unwrap_or(if joins { place } else { start });
        };
        left = rest;
        if sign == ' ' {
            word = Some(start);
        }
        joins = width(sign) == 0;
        start = place;
    }
    0
}

/// Where the first columns of a text end, if possible before a space.
fn end_of_start(text: &str, most: usize) -> usize {
    let mut left = most;
    let mut word = None;
    for (place, sign) in text.char_indices() {
        let Some(rest) = left.checked_sub(width(sign)) else {
            let near = |from: &usize| columns(text.get(*from..place).unwrap_or_default());
            return word.filter(|from| near(from) <= COLUMNS_TO_SPACE).unwrap_or(place);
        };
        left = rest;
        if sign == ' ' {
            word = Some(place);
        }
    }
    text.len()
}

fn columns(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// The columns of a sign; 0 for what is drawn onto the sign before, which is never cut off from it.
fn width(sign: char) -> usize {
    match sign {
        '\u{300}'..='\u{36f}'
        | '\u{200d}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f3fb}'..='\u{1f3ff}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}
