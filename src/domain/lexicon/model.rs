//! A lexicon: what each term of a passage speaks for, and how a passage is judged by it.
//!
//! The score of a passage for a label is a weighted sum over its distinct terms, divided by the
//! length of the passage as a vector of terms, plus the weighted counts of its layout, plus a bias:
//! a linear classifier over terms weighted by rarity. Everything that decides is in the file of the
//! lexicon; see [`Lexicon::parse`].

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

use super::feature::{hash_of_term, terms};
use super::layout;
use super::token::tokens;

/// What was learned from labelled passages in one script.
#[derive(Debug, Default, Clone)]
pub struct Lexicon {
    labels: Vec<Label>,
    places: HashMap<u64, u32, BuildHasherDefault<AlreadyHashed>>,
    /// The square of the rarity of each term.
    rarity: Vec<f32>,
    /// The weights of each term for every label, in steps of [`Label::step`].
    weights: Vec<i8>,
    layout: Vec<[f32; layout::NAMES.len()]>,
}

/// What a passage can be judged to be.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Label {
    pub name: String,
    pub bias: f32,
    /// Scores from here on count.
    pub threshold: f32,
    /// How steeply the strength rises around the threshold.
    pub slope: f32,
    /// What one step of a weight is worth.
    pub step: f32,
}

/// What is wrong with a line of a lexicon.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the lexicon: {what}")]
pub struct LexiconError {
    pub line: usize,
    pub what: &'static str,
}

/// A passage as one lexicon sees it: where each of its terms stands in the text.
#[derive(Debug)]
pub struct Seen {
    terms: Vec<(u32, Range<usize>)>,
    counts: [f32; layout::NAMES.len()],
}

/// A hash that is one already.
#[derive(Debug, Default, Clone, Copy)]
struct AlreadyHashed(u64);

impl Hasher for AlreadyHashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

impl Label {
    /// How sure a score is, 0..=1: one half at the threshold.
    pub fn strength(&self, score: f32) -> f32 {
        1.0 / (1.0 + (-(score - self.threshold) * self.slope).exp())
    }
}

impl Lexicon {
    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// Looks up the terms of a passage.
    pub fn see(&self, text: &str) -> Seen {
        let tokens = tokens(text);
        let mut found = Vec::with_capacity(tokens.len() * 6);
        terms(text, &tokens, &mut |term, span| {
            if let Some(place) = self.places.get(&term) {
                found.push((*place, span));
            }
        });
        Seen { terms: found, counts: layout::counts(text, &tokens) }
    }

    /// The score of a passage for every label, in their order.
    pub fn scores(&self, seen: &Seen) -> Vec<f32> {
        let mut places: Vec<u32> = seen.terms.iter().map(|(place, _)| *place).collect();
        places.sort_unstable();
        places.dedup();
        let width = self.labels.len();
        let mut sums = vec![0_i32; width];
        let mut length = 0.0_f32;
        for place in places {
            let place = place as usize;
            length += self.rarity.get(place).copied().unwrap_or_default();
            let row = self.weights.get(place * width..(place + 1) * width).unwrap_or_default();
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(*weight);
            }
        }
        let length = length.sqrt().max(f32::MIN_POSITIVE);
        let scored = self.labels.iter().zip(&sums).zip(&self.layout);
        #[expect(clippy::cast_precision_loss, reason = "sums of small weights")]
        scored
            .map(|((label, sum), layout)| {
                let by_layout: f32 =
                    layout.iter().zip(seen.counts).map(|(weight, count)| weight * count).sum();
                *sum as f32 * label.step / length + by_layout + label.bias
            })
            .collect()
    }

    /// The places of a passage that speak for a label or against it, with their weight; one entry
    /// for each term.
    pub fn evidence(&self, seen: &Seen, label: usize) -> Vec<(Range<usize>, f32)> {
        let width = self.labels.len();
        let step = self.labels.get(label).map_or(0.0, |label| label.step);
        let weighed = seen.terms.iter().map(|(place, span)| {
            let weight = self.weights.get(*place as usize * width + label).copied();
            (span.clone(), f32::from(weight.unwrap_or_default()) * step)
        });
        weighed.filter(|(_, weight)| *weight != 0.0).collect()
    }

    /// Reads a lexicon. Each line has fields between tabs:
    ///
    /// - `label`, name, bias, threshold, slope, step: one line a label, before everything else;
    /// - `layout`, name of a count, its weight for every label between spaces;
    /// - anything else is a term as [`written_terms`] gives it, its rarity, then `index:weight` for
    ///   each label that it bears on, weights in steps from -127 to 127.
    ///
    /// Lines that begin with `//` are comments.
    ///
    /// [`written_terms`]: super::feature::written_terms
    pub fn parse(text: &str) -> Result<Self, LexiconError> {
        let mut lexicon = Self::default();
        for (index, line) in text.lines().enumerate() {
            if line.is_empty() || line.starts_with("//") {
                continue;
            }
            let wrong = |what| LexiconError { line: index + 1, what };
            let mut fields = line.split('\t');
            match fields.next() {
                Some("label") => {
                    let name = fields.next().ok_or_else(|| wrong("the name is missing"))?;
                    let mut number = || -> Result<f32, LexiconError> {
                        let field = fields.next().and_then(|field| field.parse().ok());
                        field.ok_or_else(|| wrong("a number is missing"))
                    };
                    lexicon.labels.push(Label {
                        name: name.to_owned(),
                        bias: number()?,
                        threshold: number()?,
                        slope: number()?,
                        step: number()?,
                    });
                    lexicon.layout.push([0.0; layout::NAMES.len()]);
                }
                Some("layout") => {
                    let name = fields.next().unwrap_or_default();
                    let place = layout::NAMES.iter().position(|known| *known == name);
                    let place = place.ok_or_else(|| wrong("this count is not known"))?;
                    let weights = fields.next().unwrap_or_default().split(' ');
                    for (row, weight) in lexicon.layout.iter_mut().zip(weights) {
                        let weight = weight.parse().map_err(|_| wrong("a weight is no number"))?;
                        if let Some(slot) = row.get_mut(place) {
                            *slot = weight;
                        }
                    }
                }
                Some(term) => {
                    let rarity = fields.next().and_then(|field| field.parse::<f32>().ok());
                    let rarity = rarity.ok_or_else(|| wrong("the rarity is no number"))?;
                    let weights = fields.next().unwrap_or_default();
                    lexicon
                        .add_term(term, rarity, weights)
                        .ok_or_else(|| wrong("wrong weights"))?;
                }
                None => {}
            }
        }
        Ok(lexicon)
    }

    fn add_term(&mut self, term: &str, rarity: f32, weights: &str) -> Option<()> {
        let width = self.labels.len();
        let place = u32::try_from(self.rarity.len()).ok()?;
        self.places.insert(hash_of_term(term), place);
        self.rarity.push(rarity * rarity);
        let start = self.weights.len();
        self.weights.resize(start + width, 0);
        for entry in weights.split(' ').filter(|entry| !entry.is_empty()) {
            let (label, weight) = entry.split_once(':')?;
            let label: usize = label.parse().ok()?;
            let slot = self.weights.get_mut(start + label)?;
            *slot = weight.parse().ok()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = "// a test\n\
        label\tA5\t-1\t0\t2\t0.1\n\
        label\tD4\t-1\t0\t2\t0.1\n\
        layout\tS:question\t-3 0\n\
        = because\t2\t0:40\n\
        = <203x>\t2\t0:-5 1:60\n";

    #[test]
    fn terms_speak_for_their_labels() {
        let lexicon = Lexicon::parse(SMALL).unwrap();
        let scores = |text| lexicon.scores(&lexicon.see(text));
        assert_eq!(scores("nothing here"), [-1.0, -1.0]);
        let close = |found: Vec<f32>, wanted: [f32; 2]| {
            for (found, wanted) in found.iter().zip(wanted) {
                assert!((found - wanted).abs() < 1e-5, "{found} is not {wanted}");
            }
        };
        close(scores("Because it works"), [1.0, -1.0]);
        close(scores("Because, because it works"), [1.0, -1.0]);
        close(scores("Because it works?"), [-2.0, -1.0]);
        close(scores("because of 2041"), [3.5 / 8.0_f32.sqrt() - 1.0, 6.0 / 8.0_f32.sqrt() - 1.0]);
        assert_eq!(lexicon.evidence(&lexicon.see("So, because"), 0), [(4..11, 4.0)]);
    }

    #[test]
    fn a_wrong_line_is_named() {
        for (text, line) in [
            ("label\tA5\t-1\t0\t2\n", 1),
            ("label\tA5\t-1\t0\t2\t0.1\nlayout\tS:nothing\t1\n", 2),
            ("label\tA5\t-1\t0\t2\t0.1\n= a\tx\t0:1\n", 2),
            ("label\tA5\t-1\t0\t2\t0.1\n= a\t1\t1:1\n", 2),
            ("label\tA5\t-1\t0\t2\t0.1\n= a\t1\t0:200\n", 2),
        ] {
            assert_eq!(Lexicon::parse(text).unwrap_err().line, line, "{text}");
        }
    }

    #[test]
    fn strength_is_one_half_at_the_threshold_and_rises() {
        let label = Label { threshold: 0.3, slope: 2.0, ..Label::default() };
        assert!((label.strength(0.3) - 0.5).abs() < 1e-6);
        assert!(label.strength(1.0) > 0.6 && label.strength(-1.0) < 0.2);
    }
}
