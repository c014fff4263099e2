//! Precision and recall on the test half.

use std::error::Error;

use counterpoint::content::lexicons::lexicons;
use counterpoint::domain::cue::{Cues, Sign, signs};
use counterpoint::domain::hearing::Heard;
use counterpoint::domain::pitch::PitchReading;

use super::corpus::{Half, Passage, Task};

pub fn evaluate(show_mistakes: bool) -> Result<(), Box<dyn Error>> {
    for task in Task::ALL {
        let passages = task.evaluation(Half::Test)?;
        println!("\n{} ({} passages of the test half)", task.name(), passages.len());
        let found: Vec<Vec<usize>> = passages.iter().map(|one| judged(task, &one.text)).collect();
        if task.is_hear() {
            by_quadrant(task, &passages, &found);
        } else {
            by_label(task, &passages, &found);
        }
        if show_mistakes {
            mistakes(task, &passages, &found);
        }
    }
    Ok(())
}

/// What the app says of a passage.
fn judged(task: Task, text: &str) -> Vec<usize> {
    if task.is_walk() {
        let reading = PitchReading::of(text, lexicons());
        let mut found: Vec<usize> =
            reading.passages.iter().map(|passage| passage.question as usize).collect();
        found.sort_unstable();
        found.dedup();
        found
    } else if task.is_cues() {
        let names = task.labels();
        let cues = Cues::of(text, lexicons());
        let place = |(index, name): (usize, &String)| {
            let found = |sign: &Sign| cues.cues.iter().any(|cue| cue.sign == *sign);
            signs(name).iter().all(found).then_some(index)
        };
        names.iter().enumerate().filter_map(place).collect()
    } else {
        vec![Heard::of(text, lexicons()).quadrant.map_or(4, |quadrant| quadrant as usize)]
    }
}

/// Precision, recall and F1 of a label.
fn figures(passages: &[Passage], found: &[Vec<usize>], label: usize) -> (f64, f64, f64) {
    let count = |wanted: &dyn Fn(bool, bool) -> bool| {
        let pairs = passages.iter().zip(found);
        pairs
            .filter(|(one, found)| wanted(one.labels.contains(&label), found.contains(&label)))
            .count() as f64
    };
    let (hits, given, there) =
        (count(&|is, found| is && found), count(&|_, found| found), count(&|is, _| is));
    let part = |of: f64| if of > 0.0 { hits / of } else { 0.0 };
    (part(given), part(there), 2.0 * hits / (given + there).max(1.0))
}

fn by_label(task: Task, passages: &[Passage], found: &[Vec<usize>]) {
    println!("      precision  recall    F1");
    let mut sum = 0.0;
    let names = task.labels();
    for (label, name) in names.iter().enumerate() {
        let (precision, recall, f1) = figures(passages, found, label);
        println!("{name:20} {precision:9.2} {recall:7.2} {f1:5.2}");
        sum += f1;
    }
    println!("macro F1 {:.3}", sum / names.len() as f64);
}

fn by_quadrant(task: Task, passages: &[Passage], found: &[Vec<usize>]) {
    let right = passages.iter().zip(found).filter(|(one, found)| one.labels == **found).count();
    println!("top-1 accuracy {:.3}", right as f64 / passages.len() as f64);
    for (label, name) in task.labels().iter().enumerate() {
        let (precision, recall, f1) = figures(passages, found, label);
        println!("{name:5} precision {precision:.2}, recall {recall:.2}, F1 {f1:.2}");
    }
}

fn mistakes(task: Task, passages: &[Passage], found: &[Vec<usize>]) {
    let names = task.labels();
    let named = |labels: &[usize]| {
        labels.iter().map(|label| names[*label].as_str()).collect::<Vec<_>>().join(" ")
    };
    for (passage, found) in passages.iter().zip(found) {
        if passage.labels != *found {
            println!("[{}] read as [{}]: {:?}", named(&passage.labels), named(found), passage.text);
        }
    }
}
