//! Writing a lexicon down.

use std::fmt::Write as _;

use counterpoint::domain::lexicon::{Label, layout};

/// Everything that goes into a lexicon. Weights by label, then by place; the layout comes after the
/// terms.
pub struct Learned {
    pub labels: Vec<Label>,
    pub terms: Vec<(String, f32)>,
    pub weights: Vec<Vec<f32>>,
    pub passages: usize,
}

pub fn written(learned: &mut Learned) -> String {
    let count = learned.terms.len();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "// Learned from {} labelled passages by `cargo run --release --example lexicons -- learn`; \
         do not edit by hand.",
        learned.passages
    );
    for (label, weights) in learned.labels.iter_mut().zip(&learned.weights) {
        let rarity = learned.terms.iter().map(|(_, rarity)| rarity);
        let largest =
            weights.iter().zip(rarity).map(|(w, rarity)| (w * rarity).abs()).fold(1e-6, f32::max);
        label.step = largest / 127.0;
        let Label { name, bias, threshold, slope, step } = &*label;
        let _ = writeln!(out, "label\t{name}\t{bias:.4}\t{threshold:.4}\t{slope:.3}\t{step:.7}");
    }
    for (place, name) in layout::NAMES.iter().enumerate() {
        let weights: Vec<String> = learned
            .weights
            .iter()
            .map(|weights| format!("{:.3}", weights[count + place]))
            .collect();
        let _ = writeln!(out, "layout\t{name}\t{}", weights.join(" "));
    }
    for (place, (term, rarity)) in learned.terms.iter().enumerate() {
        let mut fields = Vec::new();
        for (index, (label, weights)) in learned.labels.iter().zip(&learned.weights).enumerate() {
            let steps = (weights[place] * rarity / label.step).round();
            if steps != 0.0 {
                fields.push(format!("{index}:{steps}"));
            }
        }
        let _ = writeln!(out, "{term}\t{rarity:.2}\t{}", fields.join(" "));
    }
    out
}
