//! Finding listed phrases: whole words in English, anywhere in Chinese.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use super::segment::is_han;

/// A phrase with its other forms, and longer phrases in which it is harmless. Lower case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase {
    pub forms: Vec<String>,
    pub unless: Vec<String>,
}

/// Many phrases, ready to be found.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    automaton: Option<AhoCorasick>,
    /// Which phrase each pattern belongs to; `None` for a harmless one.
    owners: Vec<Option<usize>>,
}

impl Phrases {
    pub fn new(phrases: &[Phrase]) -> Self {
        let mut patterns: Vec<&str> = Vec::new();
        let mut owners = Vec::new();
        for (index, phrase) in phrases.iter().enumerate() {
            patterns.extend(phrase.forms.iter().map(String::as_str));
            owners.extend(phrase.forms.iter().map(|_| Some(index)));
            patterns.extend(phrase.unless.iter().map(String::as_str));
            owners.extend(phrase.unless.iter().map(|_| None));
        }
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns);
        Self { automaton: automaton.ok(), owners }
    }

    /// The phrases in a text, in order: which one, and where.
    pub fn find(&self, text: &str) -> Vec<(usize, Range<usize>)> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        automaton
            .find_iter(text)
            .filter_map(|found| {
                let owner = self.owners.get(found.pattern().as_usize()).copied().flatten()?;
                stands_alone(text, &found.range()).then(|| (owner, found.range()))
            })
            .collect()
    }
}

/// Whether no letter of the same word stands before or behind.
fn stands_alone(text: &str, span: &Range<usize>) -> bool {
    let goes_on = |one: Option<char>, other: Option<char>| {
        let letter =
            |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() && !is_han(sign));
        letter(one) && letter(other)
    };
    let before = text.get(..span.start).and_then(|text| text.chars().next_back());
    let after = text.get(span.end..).and_then(|text| text.chars().next());
    let inside = text.get(span.clone()).unwrap_or_default();
    !goes_on(before, inside.chars().next()) && !goes_on(inside.chars().next_back(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_as_words_and_not_where_they_are_harmless() {
        let phrase = |forms: &[&str], unless: &[&str]| Phrase {
            forms: forms.iter().map(|text| (*text).to_owned()).collect(),
            unless: unless.iter().map(|text| (*text).to_owned()).collect(),
        };
        let phrases = Phrases::new(&[
            phrase(&["fair", "fairer"], &["trade fair"]),
            phrase(&["to be honest"], &[]),
            phrase(&["说实话"], &[]),
        ]);
        let found = |text: &str| -> Vec<usize> {
            phrases.find(text).into_iter().map(|(phrase, _)| phrase).collect()
        };
        assert_eq!(found("To be honest, a FAIR price"), [1, 0]);
        assert!(found("At the trade fair we had affairs and a fairway").is_empty());
        assert_eq!(found("我说实话吧"), [2]);
    }
}
