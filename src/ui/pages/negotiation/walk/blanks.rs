//! Putting a pattern with its blanks into a pitch.

use std::ops::Range;

use crate::domain::lexicon::sentences;
use crate::domain::pitch::blanks;

/// A pitch with a pattern put in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Inserted {
    pub text: String,
    /// What to write over first: the first blank, or the end of the pattern.
    pub select: Range<usize>,
}

/// Puts a pattern in at a byte, or behind the sentence in whose middle the byte stands; at the end,
/// it gets a paragraph of its own.
pub(super) fn insert(text: &str, at: Option<usize>, pattern: &str) -> Inserted {
    let at = at.filter(|at| text.is_char_boundary(*at)).map(|at| end_of_sentence(text, at));
    let (mut before, after) = match at.and_then(|at| text.split_at_checked(at)) {
        Some((before, after)) if !after.trim().is_empty() => (before.to_owned(), after),
        _ => (text.trim_end().to_owned(), ""),
    };
    if after.is_empty() {
        if !before.is_empty() {
            before.push_str("\n\n");
        }
    } else if before.chars().next_back().is_some_and(wants_space) {
        before.push(' ');
    }
    let start = before.len();
    let mut text = before;
    text.push_str(pattern);
    let end = text.len();
    if after.chars().next().is_some_and(wants_space)
        && text.chars().next_back().is_some_and(wants_space)
    {
        text.push(' ');
    }
    text.push_str(after);
    let blank = blanks(pattern).into_iter().next();
    let select = blank.map_or(end..end, |blank| start + blank.start..start + blank.end);
    Inserted { text, select }
}

/// Whether a sign is parted by a space from the sentence beside it, as Chinese ones are not.
fn wants_space(sign: char) -> bool {
    !sign.is_whitespace()
        && !('\u{2e80}'..='\u{ffef}').contains(&sign)
        && !matches!(sign, '“' | '”')
}

/// The end of the sentence in whose middle a byte stands, else the byte itself.
fn end_of_sentence(text: &str, at: usize) -> usize {
    let sentences = sentences(text);
    let around = sentences.iter().find(|one| one.span.start < at && at < one.span.end);
    around.map_or(at, |sentence| sentence.span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_found_in_both_brackets() {
        let text = "From [number] to 【多少】, see [1] and [open\nend]";
        let found: Vec<_> = blanks(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(found, ["[number]", "【多少】"]);
    }

    #[test]
    fn a_pattern_goes_to_the_end_or_to_the_cursor() {
        let put = |text: &str, at| insert(text, at, "It saves [n].").text;
        assert_eq!(put("", None), "It saves [n].");
        assert_eq!(put("One.\n", None), "One.\n\nIt saves [n].");
        assert_eq!(put("One. Two.", Some(4)), "One. It saves [n]. Two.");
        assert_eq!(put("One. Two.", Some(6)), "One. Two.\n\nIt saves [n].");
        assert_eq!(put("One two. Three.", Some(3)), "One two. It saves [n]. Three.");
        assert_eq!(put("One.", Some(4)), "One.\n\nIt saves [n].");
        assert_eq!(put("One.", Some(0)), "It saves [n]. One.");
    }

    #[test]
    fn chinese_sentences_are_not_parted_by_spaces() {
        let put = insert("成本高。我们来改。", Some("成本高。".len()), "一年省【多少】。");
        assert_eq!(put.text, "成本高。一年省【多少】。我们来改。");
        assert_eq!(&put.text[put.select], "【多少】");
    }

    #[test]
    fn a_place_inside_a_character_is_not_used() {
        assert_eq!(insert("成本", Some(1), "x").text, "成本\n\nx");
    }
}
