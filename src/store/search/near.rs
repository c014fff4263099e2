//! What a term with one typing error may have meant.

use std::cmp::Reverse;
use std::ops::Range;

use memchr::memmem;

use super::blocks::on_all_cores;
use super::find::{Ranked, keep_best};
use super::rank::NOWHERE;
use super::scan::Search;
use crate::store::progress::Progress;
use crate::store::record::RecordKey;

/// With fewer hits than this, near names and titles are offered too.
pub(super) const FEW: usize = 5;

/// At most so many are offered.
const MOST: usize = 10;

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;

const BLOCK_RECORDS: usize = 16 * 1024;

/// The records, besides those `found`, that have every term, at least one of them only nearly, as a
/// word of a title or name. Only words of Latin letters can be near. `None` when cancelled.
pub(super) fn find(
    search: &Search<'_>,
    found: &[u32],
    cancel: &Progress,
) -> Option<Vec<RecordKey>> {
    let is_word = |term: &String| {
        term.len() >= SHORTEST && term.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let words: Vec<bool> = search.query.terms().iter().map(is_word).collect();
    if !words.contains(&true) {
        return Some(Vec::new());
    }
    let terms = search.query.terms().iter().zip(&words);
    let near_words: Vec<&[u8]> =
        terms.filter_map(|(term, is_word)| is_word.then_some(term.as_bytes())).collect();
    let blocks = search.records(BLOCK_RECORDS);
    let near = on_all_cores(&blocks, cancel, |numbers| {
        let near = with_near_words(search, &near_words, numbers.clone());
        let near = near.into_iter().filter_map(|number| near_hit(search, &words, number, found));
        let mut near: Vec<Ranked> = near.collect();
        keep_best(&mut near, MOST);
        near
    })?;
    let mut near = near.concat();
    keep_best(&mut near, MOST);
    Some(near.into_iter().map(|ranked| ranked.key).collect())
}

/// The numbers of the records that have a word near to one of `words` in their head.
fn with_near_words(search: &Search<'_>, words: &[&[u8]], numbers: Range<usize>) -> Vec<usize> {
    let (heads, first) = search.heads(&numbers);
    let mut places = Vec::new();
    for word in words {
        for piece in pieces(word) {
            let with_piece = memmem::find_iter(heads, &piece).map(|at| word_at(heads, at));
            let near = with_piece
                .filter(|found| heads.get(found.clone()).is_some_and(|found| is_near(found, word)));
            places.extend(near.map(|found| first + found.start));
        }
    }
    places.sort_unstable();
    let mut found: Vec<usize> = Vec::new();
    for place in places {
        let number = search.head_at(found.last().copied().unwrap_or(numbers.start), place);
        if found.last() != Some(&number) {
            found.push(number);
        }
    }
    // Those behind the base are few; each is looked at.
    found.extend(search.behind_base(&numbers));
    found
}

/// Every word near to `word` has one of these pieces: one typing error leaves one half whole,
/// unless it swaps the letters where the halves meet.
fn pieces(word: &[u8]) -> [Vec<u8>; 3] {
    let (first, second) = word.split_at(word.len() / 2);
    let mut swapped = word.to_vec();
    if let Some(before) = first.len().checked_sub(1) {
        swapped.swap(before, first.len());
    }
    [first.to_vec(), second.to_vec(), swapped]
}

/// The word that has a byte.
fn word_at(text: &[u8], at: usize) -> Range<usize> {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, &[]));
    let is_border = |byte: &u8| !byte.is_ascii_alphanumeric();
    let start = before.iter().rposition(is_border).map_or(0, |border| border + 1);
    let end = after.iter().position(is_border).map_or(text.len(), |border| at + border);
    start..end
}

fn near_hit(search: &Search<'_>, words: &[bool], number: usize, found: &[u32]) -> Option<Ranked> {
    let view = search.view(number)?;
    let names = view.head.get(..view.ends.names as usize)?;
    let terms = || search.query.terms().iter().zip(words).enumerate();
    let near = |term: &str, is_word: bool| {
        if is_word { near_word(names, term.as_bytes()) } else { None }
    };
    let best = terms().filter_map(|(_, (term, is_word))| near(term, *is_word)).min()?;
    let is_found =
        || u32::try_from(number).is_ok_and(|number| found.binary_search(&number).is_ok());
    if search.is_replaced(number)
        || !search.passes(&view)
        || !search.in_scope(view.key)
        || is_found()
    {
        return None;
    }
    let has = |(at, (term, is_word)): (usize, (&String, &bool))| {
        near(term, *is_word).is_some() || search.rank(at, number, &view, None) != NOWHERE
    };
    terms().all(has).then(|| Ranked {
        score: u32::from(best >= view.ends.title as usize),
        updated: Reverse(view.updated),
        key: view.key,
    })
}

/// Where a text has a word that is at most one typing error away from `term`.
fn near_word(text: &[u8], term: &[u8]) -> Option<usize> {
    let mut start = 0;
    for word in text.split(|byte| !byte.is_ascii_alphanumeric()) {
        if is_near(word, term) {
            return Some(start);
        }
        start += word.len() + 1;
    }
    None
}

/// Whether one letter too many, too few or wrong, or two that changed places, make the difference.
fn is_near(one: &[u8], other: &[u8]) -> bool {
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other);
    let same = same.count();
    match (one.get(..one.len() - same), other.get(..other.len() - same)) {
        (Some([a, b]), Some([c, d])) => a == d && b == c,
        (Some(one), Some(other)) => one.len() <= 1 && other.len() <= 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typing_error_is_near() {
        for word in [
            "schmidt", "schmdit", "schmid", "schmidtt", "schmitt", "xschmidt", "shcmidt", "scmhidt",
        ] {
            assert!(is_near(word.as_bytes(), b"schmidt"), "{word}");
            let has_piece = |piece: &Vec<u8>| memmem::find(word.as_bytes(), piece).is_some();
            assert!(pieces(b"schmidt").iter().any(has_piece), "{word}");
        }
        for word in ["schmi", "schmidttt", "hscmid", "scmhitd", "", "tschmid"] {
            assert!(!is_near(word.as_bytes(), b"schmidt"), "{word}");
        }
        let text = "director\nhans schmidt, 王schmidt\n".as_bytes();
        assert_eq!(near_word(text, b"schmdit"), Some(14));
        assert_eq!(near_word(text, b"herta"), None);
    }
}
