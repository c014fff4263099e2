//! A passage quoted: short, in one line, with the words that tell in a heavier face.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId};

use super::marks::{Found, Marks};
use crate::domain::lexicon::is_han;
use crate::ui::theme::fonts::Weight;

/// A quotation begins at most so far before the first word that tells; Chinese characters are twice
/// as wide.
const LEAD: usize = 24;
/// And is at most so long.
const MOST: usize = 160;

/// A piece of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    pub is_cue: bool,
}

/// The passage in pieces.
pub(super) fn pieces(marks: &Marks, found: &Found) -> Vec<Piece> {
    let first = found.cues.iter().map(|cue| cue.start).min().unwrap_or(found.span.start);
    let head = marks.slice(&(found.span.start..first));
    let mut width = 0;
    let lead = head.char_indices().rev().take_while(|(_, sign)| {
        width += if is_han(*sign) { 2 } else { 1 };
        width <= LEAD
    });
    let skipped = match lead.last() {
        // From the beginning of a word, if one begins.
        Some((at, _)) if at > 0 => {
            let rest = head.get(at..).unwrap_or_default();
            at + rest.find(char::is_whitespace).unwrap_or_default()
        }
        _ => 0,
    };
    let start = found.span.start + skipped;
    let end = marks.slice(&(start..found.span.end)).char_indices().nth(MOST);
    let end = end.map_or(found.span.end, |(at, _)| start + at);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |text: &str, is_cue: bool| {
        let mut line = String::with_capacity(text.len());
        for sign in text.chars() {
            let sign = if sign.is_whitespace() { ' ' } else { sign };
            if sign != ' ' || !line.ends_with(' ') {
                line.push(sign);
            }
        }
        if !line.is_empty() {
            pieces.push(Piece { text: line, is_cue });
        }
    };
    let mut cues = found.cues.clone();
    cues.sort_by_key(|cue| cue.start);
    let mut at = start;
    for cue in cues {
        let cue = cue.start.max(at)..cue.end.min(end);
        if cue.start >= cue.end {
            continue;
        }
        add(marks.slice(&(at..cue.start)), false);
        add(marks.slice(&cue), true);
        at = cue.end;
    }
    add(marks.slice(&(at..end)), false);
    if let (true, Some(first)) = (skipped > 0, pieces.first_mut()) {
        first.text = format!("…{}", first.text.trim_start());
    }
    if let (true, Some(last)) = (end < found.span.end, pieces.last_mut()) {
        last.text.push('…');
    }
    pieces
}

/// The quotation as it is drawn.
pub(super) fn job(pieces: &[Piece], size: f32, colour: Color32, cue: Color32) -> LayoutJob {
    let format = |weight: Weight, colour: Color32| {
        TextFormat::simple(FontId::new(size, weight.family()), colour)
    };
    let mut job = LayoutJob::default();
    job.append("“", 0.0, format(Weight::Regular, colour));
    for piece in pieces {
        let (weight, colour) =
            if piece.is_cue { (Weight::SemiBold, cue) } else { (Weight::Regular, colour) };
        job.append(&piece.text, 0.0, format(weight, colour));
    }
    job.append("”", 0.0, format(Weight::Regular, colour));
    job
}

/// The words that tell, each once: "31 kilowatt hours · a day".
pub(super) fn cues(marks: &Marks, found: &Found, separator: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for cue in &found.cues {
        let word = marks.slice(cue).trim();
        if !word.is_empty() && !words.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            words.push(word);
        }
    }
    words.join(separator)
}

/// A span in one line, cut after so many characters.
pub(super) fn one_line(marks: &Marks, span: &Range<usize>, most: usize) -> String {
    let words = marks.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default().trim_end()),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::super::marks::fixture::marks;
    use super::*;
    use crate::domain::walk::QuestionId::A2;

    fn quoted(text: &str, cue: &str) -> String {
        let mut found = marks(text, &[(A2, text)]);
        let start = text.find(cue).unwrap();
        found.passages[0].cues = std::iter::once(start..start + cue.len()).collect();
        let pieces = pieces(&found, &found.passages[0]);
        let marked = |piece: &Piece| {
            if piece.is_cue { format!("<{}>", piece.text) } else { piece.text.clone() }
        };
        pieces.iter().map(marked).collect()
    }

    #[test]
    fn the_words_that_tell_are_apart_and_the_line_begins_near_them() {
        assert_eq!(quoted("It saves 12 %\n a year.", "12 %"), "It saves <12 %> a year.");
        let long = "Whoever has seen the hall in winter knows that it saves 12 % a year.";
        assert_eq!(quoted(long, "12 %"), "…knows that it saves <12 %> a year.");
        let long = "去年冬天凡是来过现场的人都看得清清楚楚明明白白，一年能省四十万元。";
        assert_eq!(quoted(long, "四十万元"), "…清楚楚明明白白，一年能省<四十万元>。");
        assert_eq!(quoted("一年能省四十万元。", "四十万元"), "一年能省<四十万元>。");
    }

    #[test]
    fn a_span_is_shown_in_one_line() {
        let found = marks("one two\nthree", &[]);
        assert_eq!(one_line(&found, &(0..13), 40), "one two three");
        assert_eq!(one_line(&found, &(0..13), 5), "one t…");
    }
}
