//! Which words of a text changed.

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Same,
    /// Only in the text before.
    Gone,
    /// Only in the text after.
    New,
    /// Unchanged text that is left out.
    Skipped,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub mark: Mark,
    pub text: String,
}

/// More steps than this the comparison of two lists may not take.
const MOST_STEPS: usize = 400_000;

/// An unchanged stretch that is longer than this many characters is cut in its middle.
const LONG_STRETCH: usize = 160;

/// A sentence longer than this many characters that was rewritten is followed by a new line.
const REWRITTEN: usize = 16;

/// So many characters of a cut stretch stay at each side.
const KEPT: usize = 60;

/// Compares two texts by lines, and changed lines by words. `Same` and `Gone` together are the text
/// before, `Same` and `New` the text after.
pub fn compare(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (lines(before), lines(after));
    let mut pieces = Vec::new();
    for (mark, gone, fresh) in hunks(&old, &new) {
        if mark == Mark::Same {
            push(&mut pieces, Mark::Same, &gone);
            continue;
        }
        let (gone_words, new_words) = (words(&gone), words(&fresh));
        let inner = hunks(&gone_words, &new_words);
        let same: usize = inner.iter().filter(|hunk| hunk.0 == Mark::Same).map(|h| h.1.len()).sum();
        // Two sentences that share a few words only are read more easily one after the other.
        if same * 3 < gone.len().max(fresh.len()) {
            push(&mut pieces, Mark::Gone, &gone);
            push(&mut pieces, Mark::New, &fresh);
            continue;
        }
        for (mark, gone, fresh) in inner {
            if mark == Mark::Same {
                push(&mut pieces, Mark::Same, &gone);
            } else {
                push(&mut pieces, Mark::Gone, &gone);
                push(&mut pieces, Mark::New, &fresh);
            }
        }
    }
    pieces
}

/// Compares two lists of words or names.
pub fn compare_lists(before: &[String], after: &[String], separator: &str) -> Vec<Piece> {
    let old: Vec<&str> = before.iter().map(String::as_str).collect();
    let new: Vec<&str> = after.iter().map(String::as_str).collect();
    let mut pieces: Vec<Piece> = Vec::new();
    for (mark, text) in marked(&old, &new) {
        if !pieces.is_empty() {
            pieces.push(Piece { mark: Mark::Same, text: separator.to_owned() });
        }
        pieces.push(Piece { mark, text: text.to_owned() });
    }
    pieces
}

/// Makes a comparison easy to read: the middle of long unchanged stretches is left out, and a
/// rewritten sentence begins on a line of its own.
pub fn shortened(pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    let mut short: Vec<Piece> = Vec::new();
    for (index, piece) in pieces.into_iter().enumerate() {
        let count = piece.text.chars().count();
        let rewritten = piece.mark == Mark::New
            && short.last().is_some_and(|before| {
                before.mark == Mark::Gone
                    && !before.text.ends_with('\n')
                    && before.text.chars().count() > REWRITTEN
            });
        if rewritten {
            short.push(Piece { mark: Mark::Skipped, text: "\n".to_owned() });
        }
        if piece.mark != Mark::Same || count <= LONG_STRETCH {
            short.push(piece);
            continue;
        }
        let same = |text: String| Piece { mark: Mark::Same, text };
        if index > 0 {
            short.push(same(piece.text.chars().take(KEPT).collect()));
        }
        short.push(Piece { mark: Mark::Skipped, text: " … ".to_owned() });
        if index < last {
            short.push(same(piece.text.chars().skip(count - KEPT).collect()));
        }
    }
    short
}

fn push(pieces: &mut Vec<Piece>, mark: Mark, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.mark == mark => last.text.push_str(text),
        _ => pieces.push(Piece { mark, text: text.to_owned() }),
    }
}

/// The lines of a text, and the ends of lines by themselves: a line stays the same when another one
/// is written below it.
fn lines(text: &str) -> Vec<&str> {
    let ended = text.split_inclusive('\n').flat_map(|line| match line.strip_suffix('\n') {
        Some(line) => [line, "\n"],
        None => [line, ""],
    });
    ended.filter(|part| !part.is_empty()).collect()
}

/// The words of a text, each with the white space behind it; signs that are words by themselves,
/// as in Chinese, stand alone.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, sign) in text.char_indices() {
        let joins = (sign.is_whitespace() && sign != '\n' && before != '\n')
            || (in_word(before) && in_word(sign))
            || (!sign.is_alphanumeric() && in_word(before) && sign == '\'');
        if at > start && !joins {
            words.extend(text.get(start..at));
            start = at;
        }
        before = sign;
    }
    words.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    words
}

/// Whether a sign is a part of a longer word.
fn in_word(sign: char) -> bool {
    sign.is_alphanumeric() && !('\u{2e80}'..='\u{ffef}').contains(&sign)
}

/// Stretches that are the same, and those that differ with both of their texts.
fn hunks(old: &[&str], new: &[&str]) -> Vec<(Mark, String, String)> {
    let mut hunks: Vec<(Mark, String, String)> = Vec::new();
    for (mark, text) in marked(old, new) {
        let changed = if mark == Mark::Same { Mark::Same } else { Mark::Gone };
        if hunks.last().is_none_or(|last| last.0 != changed) {
            hunks.push((changed, String::new(), String::new()));
        }
        if let Some((_, gone, fresh)) = hunks.last_mut() {
            if mark == Mark::New { fresh } else { gone }.push_str(text);
        }
    }
    hunks
}

/// Every entry of both lists with its mark, in order.
fn marked<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Mark, &'a str)> {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (rest(old, head), rest(new, head));
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new);
    let tail = tail.count();
    let (old_middle, new_middle) = (without_end(old_rest, tail), without_end(new_rest, tail));
    let mut result: Vec<_> = old.iter().take(head).map(|text| (Mark::Same, *text)).collect();
    result.extend(middle(old_middle, new_middle));
    result.extend(rest(old, old.len() - tail).iter().map(|text| (Mark::Same, *text)));
    result
}

fn rest<'b, 'a>(list: &'b [&'a str], from: usize) -> &'b [&'a str] {
    list.get(from..).unwrap_or_default()
}

fn without_end<'b, 'a>(list: &'b [&'a str], count: usize) -> &'b [&'a str] {
    list.get(..list.len() - count).unwrap_or_default()
}

/// By the longest common subsequence, where that is affordable.
fn middle<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Mark, &'a str)> {
    let gone = |list: &[&'a str]| list.iter().map(|text| (Mark::Gone, *text)).collect::<Vec<_>>();
    let fresh = |list: &[&'a str]| list.iter().map(|text| (Mark::New, *text)).collect::<Vec<_>>();
    if old.is_empty() || new.is_empty() || old.len().saturating_mul(new.len()) > MOST_STEPS {
        return [gone(old), fresh(new)].concat();
    }
    let width = new.len() + 1;
    // The length of the longest common subsequence of what follows each pair of places.
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    let length = |lengths: &[u32], i: usize, j: usize| {
        lengths.get(i * width + j).copied().unwrap_or_default()
    };
    for (i, old) in old.iter().enumerate().rev() {
        for (j, new) in new.iter().enumerate().rev() {
            let best = if old == new {
                length(&lengths, i + 1, j + 1) + 1
            } else {
                length(&lengths, i + 1, j).max(length(&lengths, i, j + 1))
            };
            if let Some(place) = lengths.get_mut(i * width + j) {
                *place = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut result = Vec::new();
    while let (Some(left), Some(right)) = (old.get(i), new.get(j)) {
        if left == right {
            result.push((Mark::Same, *left));
            (i, j) = (i + 1, j + 1);
        } else if length(&lengths, i + 1, j) >= length(&lengths, i, j + 1) {
            result.push((Mark::Gone, *left));
            i += 1;
        } else {
            result.push((Mark::New, *right));
            j += 1;
        }
    }
    result.extend(gone(rest(old, i)));
    result.extend(fresh(rest(new, j)));
    result
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn side(pieces: &[Piece], other: Mark) -> String {
        pieces.iter().filter(|piece| piece.mark != other).map(|piece| piece.text.as_str()).collect()
    }

    fn changed(pieces: &[Piece]) -> Vec<(Mark, &str)> {
        pieces
            .iter()
            .filter(|piece| piece.mark != Mark::Same)
            .map(|piece| (piece.mark, piece.text.trim()))
            .collect()
    }

    #[test]
    fn only_the_changed_words_are_marked() {
        let pieces =
            compare("She asks for three references.\nB", "She asks for two references.\nB");
        assert_eq!(changed(&pieces), [(Mark::Gone, "three"), (Mark::New, "two")]);
        let pieces = compare("她要求看三个案例", "她要求看两个案例");
        assert_eq!(changed(&pieces), [(Mark::Gone, "三"), (Mark::New, "两")]);
        let pieces = compare("first\nsecond\n", "first\nsecond\nthird\n");
        assert_eq!(changed(&pieces), [(Mark::New, "third")]);
        let pieces = compare("It stops.", "It stops.\nAnd it starts.");
        assert_eq!(changed(&pieces), [(Mark::New, "And it starts.")]);
    }

    #[test]
    fn a_rewritten_sentence_is_shown_as_a_whole() {
        let pieces = compare("Call the buyer tomorrow", "We wait until they write again");
        assert_eq!(pieces.len(), 2);
    }

    #[test]
    fn long_unchanged_stretches_are_cut() {
        let long = "word ".repeat(200);
        let short = shortened(compare(&format!("{long}old"), &format!("{long}new")));
        let length: usize = short.iter().map(|piece| piece.text.chars().count()).sum();
        assert!(length < 100, "{short:?}");
        assert!(short.iter().any(|piece| piece.mark == Mark::Skipped));
    }

    #[test]
    fn lists_are_compared_by_entry() {
        let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let pieces = compare_lists(&list(&["a", "b"]), &list(&["a", "c"]), " · ");
        assert_eq!(changed(&pieces), [(Mark::Gone, "b"), (Mark::New, "c")]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_between_the_marks(before in "[ab \n中。]{0,60}", after in "[ab \n中。]{0,60}") {
            let pieces = compare(&before, &after);
            prop_assert_eq!(side(&pieces, Mark::New), before);
            prop_assert_eq!(side(&pieces, Mark::Gone), after);
        }
    }
}
