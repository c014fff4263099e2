//! Learning one lexicon: choosing its terms, weighing them, and setting its thresholds.

use std::collections::HashMap;
use std::error::Error;
use std::fs;
use std::thread;

use counterpoint::domain::lexicon::{Label, feature, layout, tokens};

use super::corpus::{Passage, Task};
use super::machine::{Row, Settings, score, train_both};
use super::write::{Learned, written};

/// A term has to stand in so many passages.
const FEWEST_PASSAGES: usize = 2;
/// So many terms stay in a lexicon.
const MOST_TERMS: usize = 60_000;
/// Of cues, whose utterances are short; more of them gain nothing.
const MOST_TERMS_OF_CUES: usize = 30_000;
/// The counts of the layout weigh so much against the terms.
const LAYOUT: f32 = 0.5;
/// Thresholds are set on passages that were left out, one part in so many at a time.
const PARTS: usize = 8;
/// So much of ordinary talk is let pass.
const LET_PASS: f32 = 0.935;
const SETTINGS: Settings = Settings { cost: 5.0, rounds: 60 };

/// The passages as vectors over the terms, and after them the counts of the layout.
struct Table {
    /// Terms with their rarity.
    terms: Vec<(String, f32)>,
    rows: Vec<Row>,
}

pub fn learn(task: Task) -> Result<(), Box<dyn Error>> {
    let passages = task.training()?;
    let names = task.labels();
    let all = Table::of(&passages, None);
    let most = if task.is_cues() { MOST_TERMS_OF_CUES } else { MOST_TERMS };
    let strongest = all.strongest(&weights(&all, &passages, names.len(), None), most);
    let table = Table::of(&passages, Some(&strongest));
    let final_weights = weights(&table, &passages, names.len(), None);
    let unseen = unseen_scores(&table, &passages, names.len());
    let mut labels: Vec<Label> = Vec::new();
    let mut report = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let truth: Vec<bool> = passages.iter().map(|one| one.labels.contains(&index)).collect();
        let (threshold, f1) = best_threshold(&unseen[index], &truth);
        report.push(format!("{name} {f1:.2}"));
        labels.push(Label {
            name: name.clone(),
            bias: final_weights[index].last().copied().unwrap_or_default(),
            threshold,
            slope: slope(&unseen[index], &truth, threshold),
            step: 0.0,
        });
    }
    if task.is_hear() {
        set_talk(&mut labels, &unseen, &passages);
    }
    println!(
        "{}: {} passages, {} terms; F1 on passages left out: {}",
        task.name(),
        passages.len(),
        table.terms.len(),
        report.join(", ")
    );
    let count = table.terms.len();
    let weights = final_weights
        .into_iter()
        .map(|mut weights| {
            weights.truncate(count + layout::NAMES.len());
            weights.iter_mut().skip(count).for_each(|weight| *weight *= LAYOUT);
            weights
        })
        .collect();
    let mut learned = Learned { labels, terms: table.terms, weights, passages: passages.len() };
    fs::create_dir_all(task.lexicon().parent().ok_or("the lexicon has no folder")?)?;
    fs::write(task.lexicon(), written(&mut learned))?;
    Ok(())
}

impl Table {
    /// Over the given terms, or over all that stand in passages enough.
    fn of(passages: &[Passage], chosen: Option<&[String]>) -> Self {
        let cut: Vec<Vec<String>> =
            passages.iter().map(|passage| distinct(&passage.text)).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for term in cut.iter().flatten() {
            *counts.entry(term).or_default() += 1;
        }
        let mut terms: Vec<(String, f32)> = match chosen {
            Some(chosen) => chosen.iter().map(|term| (term.clone(), 0.0)).collect(),
            None => counts
                .iter()
                .filter(|(_, count)| **count >= FEWEST_PASSAGES)
                .map(|(term, _)| ((*term).to_owned(), 0.0))
                .collect(),
        };
        terms.sort_by(|one, other| one.0.cmp(&other.0));
        for (term, rarity) in &mut terms {
            let count = counts.get(term.as_str()).copied().unwrap_or_default();
            let rarest = ((1.0 + passages.len() as f32) / (1.0 + count as f32)).ln() + 1.0;
            *rarity = (rarest * 100.0).round() / 100.0;
        }
        let places: HashMap<&str, usize> =
            terms.iter().enumerate().map(|(place, (term, _))| (term.as_str(), place)).collect();
        let rows = passages
            .iter()
            .zip(&cut)
            .map(|(passage, cut)| {
                let mut row: Row = cut
                    .iter()
                    .filter_map(|term| places.get(term.as_str()))
                    .map(|place| (*place as u32, terms[*place].1))
                    .collect();
                let length = row.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
                for (_, value) in &mut row {
                    *value /= length.max(f32::MIN_POSITIVE);
                }
                let counts = layout::counts(&passage.text, &tokens(&passage.text));
                let of_layout = counts.into_iter().enumerate().filter(|(_, count)| *count != 0.0);
                row.extend(
                    of_layout.map(|(index, count)| ((terms.len() + index) as u32, count * LAYOUT)),
                );
                row
            })
            .collect();
        Self { terms, rows }
    }

    fn width(&self) -> usize {
        self.terms.len() + layout::NAMES.len()
    }

    /// The terms that bear most on any label.
    fn strongest(&self, weights: &[Vec<f32>], most: usize) -> Vec<String> {
        let strength = |place: usize| {
            let strengths = weights.iter().map(|weights| weights[place].abs());
            strengths.fold(0.0, f32::max)
        };
        let mut order: Vec<usize> = (0..self.terms.len()).collect();
        order.sort_by(|one, other| strength(*other).total_cmp(&strength(*one)));
        order.into_iter().take(most).map(|place| self.terms[place].0.clone()).collect()
    }
}

fn distinct(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    feature::written_terms(text, &tokens(text), &mut |term| terms.push(term));
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// The part of the passages to which one belongs, for leaving out.
fn part(index: usize) -> usize {
    index.wrapping_mul(0x9e37_79b9) / 64 % PARTS
}

/// The weights for each label, learned from all passages or without one part.
fn weights(
    table: &Table,
    passages: &[Passage],
    labels: usize,
    without: Option<usize>,
) -> Vec<Vec<f32>> {
    let used: Vec<usize> = (0..passages.len())
        .filter(|index| without.is_none_or(|without| part(*index) != without))
        .collect();
    let rows: Vec<&Row> = used.iter().map(|index| &table.rows[*index]).collect();
    let truth = |label: usize| -> Vec<bool> {
        used.iter().map(|index| passages[*index].labels.contains(&label)).collect()
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..labels)
            .map(|label| {
                let (rows, truth) = (&rows, truth(label));
                let terms = table.terms.len();
                scope.spawn(move || train_both(rows, &truth, table.width(), terms, SETTINGS))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread learned")).collect()
    })
}

/// The score of each passage for each label, by weights that were learned without it.
fn unseen_scores(table: &Table, passages: &[Passage], labels: usize) -> Vec<Vec<f32>> {
    let mut scores = vec![vec![0.0; passages.len()]; labels];
    for left_out in 0..PARTS {
        let weights = weights(table, passages, labels, Some(left_out));
        for (scores, weights) in scores.iter_mut().zip(&weights) {
            for (index, slot) in scores.iter_mut().enumerate() {
                if part(index) == left_out {
                    *slot = score(&table.rows[index], weights);
                }
            }
        }
    }
    scores
}

/// The threshold with the best F1, and that F1.
fn best_threshold(scores: &[f32], truth: &[bool]) -> (f32, f32) {
    let mut ranked: Vec<(f32, bool)> = scores.iter().copied().zip(truth.iter().copied()).collect();
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let positives = truth.iter().filter(|is| **is).count() as f32;
    let (mut best, mut hits) = ((0.0, 0.0), 0.0);
    for (position, pair) in ranked.windows(2).enumerate() {
        hits += f32::from(u8::from(pair[0].1));
        let f1 = 2.0 * hits / (position as f32 + 1.0 + positives);
        if f1 > best.1 {
            best = (f32::midpoint(pair[0].0, pair[1].0), f1);
        }
    }
    best
}

/// The slope of the logistic curve through the threshold that fits the truth best.
fn slope(scores: &[f32], truth: &[bool], threshold: f32) -> f32 {
    let loss = |slope: f32| -> f32 {
        scores
            .iter()
            .zip(truth)
            .map(|(score, is)| {
                let sign = if *is { 1.0 } else { -1.0 };
                (1.0 + (-(score - threshold) * slope * sign).exp()).ln()
            })
            .sum()
    };
    let candidates = (1..60).map(|step| step as f32 * 0.2);
    candidates.min_by(|one, other| loss(*one).total_cmp(&loss(*other))).unwrap_or(2.0)
}

/// Ordinary talk: the last label carries the slope of the comparison of all, and from which
/// probability on a text counts as ordinary.
fn set_talk(labels: &mut [Label], unseen: &[Vec<f32>], passages: &[Passage]) {
    let none = labels.len() - 1;
    let chances = |index: usize, slope: f32| -> Vec<f32> {
        let raw: Vec<f32> = unseen.iter().map(|scores| (scores[index] * slope).exp()).collect();
        let sum: f32 = raw.iter().sum();
        raw.into_iter().map(|chance| chance / sum).collect()
    };
    let loss = |slope: f32| -> f32 {
        (0..passages.len())
            .map(|index| -chances(index, slope)[passages[index].labels[0]].ln())
            .sum()
    };
    let slopes = (1..60).map(|step| step as f32 * 0.2);
    let slope = slopes.min_by(|one, other| loss(*one).total_cmp(&loss(*other))).unwrap_or(2.0);
    let ordinary: Vec<usize> =
        (0..passages.len()).filter(|index| passages[*index].labels[0] == none).collect();
    let let_pass = |limit: f32| {
        ordinary.iter().filter(|index| chances(**index, slope)[none] >= limit).count() as f32
            / ordinary.len() as f32
    };
    // Better to miss a hint than to read one into ordinary talk.
    let limits = (10..70).rev().map(|step| step as f32 * 0.01);
    let limit = limits.into_iter().find(|limit| let_pass(*limit) >= LET_PASS).unwrap_or(0.1);
    println!("ordinary talk from {limit:.2} on: {:.3} let pass", let_pass(limit));
    for label in labels.iter_mut() {
        label.slope = slope;
    }
    labels[none].threshold = limit;
}
