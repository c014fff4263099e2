//! Expectations before meetings against what came: how well I know what will happen.

use egui::{Align, Rect, Sense, Stroke, Ui, Vec2};

use super::deals::halves;
use super::{Scene, said};
use crate::app::route::Route;
use crate::domain::prediction::{Calibration, Scored};
use crate::domain::statistics::{Proportion, Statistics};
use crate::i18n::Arg;
use crate::ui::charts::calibration::CalibrationChart;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

pub(super) const HEIGHT: f32 = 400.0;
const CHART: Vec2 = Vec2::new(290.0, 216.0);
const ROW: f32 = 24.0;
const GAP: f32 = 16.0;
const TRACKS: [Track; 2] = [Track::Share(1.0), Track::Share(1.0)];
/// What always saying "half and half" would score.
const HALF_AND_HALF: f64 = 0.25;
const CLOSE: f64 = 0.12;

/// Whether what I said and what came agree, as far as the numbers can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leaning {
    TooSure,
    TooCautious,
    Fits,
}

impl Leaning {
    fn of(calibration: &Calibration) -> Option<Self> {
        let came = Proportion { hits: calibration.right, of: calibration.verdicts };
        let (low, high) = came.interval().filter(|_| came.is_enough())?;
        let sure = mean_sure(calibration)?;
        Some(if sure > high {
            Self::TooSure
        } else if sure < low {
            Self::TooCautious
        } else {
            Self::Fits
        })
    }

    fn message(self) -> &'static str {
        match self {
            Self::TooSure => "statistics-too-sure",
            Self::TooCautious => "statistics-too-cautious",
            Self::Fits => "statistics-sure-fits",
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of meetings")]
fn mean_sure(calibration: &Calibration) -> Option<f64> {
    let sum: f64 = calibration.bands.iter().map(|band| band.sure * band.count as f64).sum();
    (calibration.verdicts > 0).then(|| sum / calibration.verdicts as f64)
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene, place: Rect) {
    let tokens = cx.tokens;
    let found = &scene.counted.calibration;
    let caption = cx.tr("statistics-expected-count", &[("count", Arg::from(found.verdicts))]);
    Card::new(cx.t("statistics-expected")).caption(caption).show(ui, tokens, place, |ui| {
        if found.verdicts == 0 && found.ranges == 0 {
            none(ui, cx);
            return;
        }
        if found.verdicts > 0 {
            let spoken = spoken(cx, found);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                let percent = |share: f64| cx.messages.percent(share);
                let chart = CalibrationChart {
                    bands: &found.bands,
                    across: cx.t("statistics-axis-sure"),
                    up: cx.t("statistics-axis-came"),
                    diagonal: cx.t("statistics-axis-even"),
                    percent: &percent,
                    summary: spoken.clone(),
                };
                chart.show(ui, tokens, CHART);
                ui.vertical(|ui| table(ui, cx, found));
            });
            ui.add(egui::Label::new(text::value(spoken, tokens)).wrap());
        }
        for words in remarks(cx, &scene.counted) {
            ui.add(egui::Label::new(text::body(words, tokens)).wrap());
        }
    });
}

fn none(ui: &mut Ui, cx: &mut Cx<'_>) {
    ui.add(egui::Label::new(text::body(cx.t("statistics-expected-none"), cx.tokens)).wrap());
    let button = ActionButton::secondary(cx.t("statistics-to-negotiations")).small();
    if button.show(ui, cx.tokens).clicked() {
        cx.go(Route::Negotiations);
    }
}

/// What the chart says: how sure I was, and how often it came true.
fn spoken(cx: &Cx<'_>, found: &Calibration) -> String {
    let came = Proportion { hits: found.right, of: found.verdicts };
    let words = said::share(cx, "statistics-came-true", came);
    let (Some(leaning), Some(sure)) = (Leaning::of(found), mean_sure(found)) else { return words };
    let more = cx.tr(leaning.message(), &[("sure", cx.messages.percent(sure).into())]);
    cx.tr("sentences", &[("one", words.into()), ("two", more.into())])
}

/// The data of the chart.
fn table(ui: &mut Ui, cx: &Cx<'_>, found: &Calibration) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    let heads = [cx.t("statistics-axis-sure"), cx.t("statistics-axis-came")];
    line(ui, heads, |ui, label| {
        text::one_line(ui, text::label(label, tokens).color(tokens.text_3));
    });
    for band in &found.bands {
        let sure = cx.messages.percent(band.sure);
        let came = said::counts(cx, Proportion { hits: band.right, of: band.count });
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), 1.0), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.border));
        line(ui, [sure.as_str(), came.as_str()], |ui, label| {
            text::one_line(ui, text::body(label, tokens));
        });
    }
}

fn line(ui: &mut Ui, labels: [&str; 2], show: impl Fn(&mut Ui, &str)) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    for (index, (place, label)) in split(rect, 8.0, &TRACKS).into_iter().zip(labels).enumerate() {
        cell(ui, ("cell", index), place, Align::Min, |ui| show(ui, label));
    }
}

/// The score, how it developed, and the price ranges.
fn remarks(cx: &Cx<'_>, counted: &Statistics) -> Vec<String> {
    let found = &counted.calibration;
    let mut said = Vec::new();
    let enough = found.verdicts >= Proportion::ENOUGH;
    if let Some(brier) = found.brier.filter(|_| enough) {
        let key = if brier <= CLOSE {
            "statistics-score-close"
        } else if brier < HALF_AND_HALF {
            "statistics-score-better"
        } else {
            "statistics-score-worse"
        };
        said.push(cx.tr(key, &[("score", Arg::from(format!("{brier:.2}")))]));
    }
    said.extend(development(cx, &counted.predictions));
    if found.ranges > 0 {
        let held = Proportion { hits: found.held, of: found.ranges };
        let args = [("hits", Arg::from(held.hits)), ("of", held.of.into())];
        let counts = cx.tr("statistics-ranges", &args);
        let key = match held.interval().filter(|_| held.is_enough()) {
            Some((_, high)) if high < 0.8 => "statistics-ranges-narrow",
            Some((low, _)) if low > 0.8 => "statistics-ranges-wide",
            Some(_) => "statistics-ranges-fit",
            None => "statistics-too-few",
        };
        let more = cx.t(key).to_owned();
        said.push(cx.tr("sentences", &[("one", counts.into()), ("two", more.into())]));
    }
    said
}

/// The score of the earlier half against that of the later one.
fn development(cx: &Cx<'_>, predictions: &[Scored]) -> Option<String> {
    let verdicts: Vec<Scored> =
        predictions.iter().filter(|one| one.verdict.is_some()).copied().collect();
    let (earlier, later) = halves(&verdicts)?;
    let score = |part: &[Scored]| Calibration::of(part).brier;
    let (before, after) = (score(earlier)?, score(later)?);
    let args = [
        ("before", Arg::from(format!("{before:.2}"))),
        ("after", format!("{after:.2}").into()),
        ("count", later.len().into()),
    ];
    Some(cx.tr("statistics-score-over-time", &args))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn calibration(sure: u8, right: usize, of: usize) -> Calibration {
        let scored: Vec<Scored> = (0..of)
            .map(|index| Scored {
                at: Timestamp::UNIX_EPOCH,
                verdict: Some((sure, index < right)),
                price: None,
            })
            .collect();
        Calibration::of(&scored)
    }

    #[test]
    fn small_numbers_say_nothing_about_sureness() {
        assert_eq!(Leaning::of(&calibration(95, 0, 4)), None);
        assert_eq!(Leaning::of(&calibration(95, 2, 8)), Some(Leaning::TooSure));
        assert_eq!(Leaning::of(&calibration(70, 6, 8)), Some(Leaning::Fits));
        assert_eq!(Leaning::of(&calibration(30, 9, 10)), Some(Leaning::TooCautious));
        assert_eq!(
            mean_sure(&calibration(70, 6, 8)).map(|sure| (sure * 100.0).round()),
            Some(70.0)
        );
    }
}
