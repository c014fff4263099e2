//! What agreed deals were worth to me, one after the other.

use egui::{Align2, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2};

use super::Scene;
use crate::domain::statistics::Proportion;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

pub(super) const HEIGHT: f32 = 230.0;
const LABELS: f32 = 32.0;
/// The least height of the chart, and what stands around it.
const CHART: f32 = 118.0;
const AROUND_CHART: f32 = 112.0;
/// Older ones would only be a smear.
const MOST: usize = 60;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene, place: Rect) {
    let tokens = cx.tokens;
    let deals = &scene.counted.deals;
    let caption = cx.tr("statistics-deals-count", &[("count", Arg::from(deals.len()))]);
    Card::new(cx.t("statistics-deals")).caption(caption).show(ui, tokens, place, |ui| {
        if deals.is_empty() {
            let none = text::body(cx.t("statistics-deals-none"), tokens);
            ui.add(egui::Label::new(none).wrap());
            return;
        }
        let words = summary(cx, deals);
        ui.add(egui::Label::new(text::value(words.as_str(), tokens)).wrap());
        let height = (place.height() - AROUND_CHART).clamp(CHART, 2.0 * CHART);
        chart(ui, cx, deals, &words, height);
        let scale = if deals.len() > MOST {
            cx.tr("statistics-deals-scale-last", &[("count", Arg::from(MOST))])
        } else {
            cx.t("statistics-deals-scale").to_owned()
        };
        ui.add(egui::Label::new(text::caption(scale, tokens)).wrap());
    });
}

/// The mean of all, and of the later half against the earlier one when there are enough of both.
fn summary(cx: &Cx<'_>, deals: &[f64]) -> String {
    let points = |worth: Option<f64>| format!("{:.0}", worth.unwrap_or(0.0) * 100.0);
    let mean_of_all = points(mean(deals));
    let all = cx.tr("statistics-deals-mean", &[("mean", mean_of_all.into())]);
    let more = match halves(deals) {
        Some((earlier, later)) => {
            let args = [
                ("earlier", Arg::from(points(mean(earlier)))),
                ("later", points(mean(later)).into()),
            ];
            cx.tr("statistics-deals-halves", &args)
        }
        None => cx.t("statistics-too-few-to-compare").to_owned(),
    };
    cx.tr("sentences", &[("one", all.into()), ("two", more.into())])
}

pub(super) fn mean(values: &[f64]) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "counts of deals")]
    let count = values.len() as f64;
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count)
}

/// The earlier and the later half; `None` while one of them would be too small to say anything.
pub(super) fn halves<T>(values: &[T]) -> Option<(&[T], &[T])> {
    let (earlier, later) = values.split_at_checked(values.len() / 2)?;
    (earlier.len() >= Proportion::ENOUGH).then_some((earlier, later))
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, deals: &[f64], spoken: &str, height: f32) {
    let tokens = cx.tokens;
    let size = Vec2::new(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, spoken));
    let plot = Rect::from_min_max(
        pos2(rect.left() + LABELS, rect.top() + 8.0),
        pos2(rect.right() - 8.0, rect.bottom() - 8.0),
    );
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    #[expect(clippy::cast_possible_truncation, reason = "a worth is between 0 and 1")]
    let y = |worth: f64| plot.bottom() - worth.clamp(0.0, 1.0) as f32 * plot.height();
    for (tick, label) in [(0.0, "0"), (0.5, "50"), (1.0, "100")] {
        ui.painter().hline(plot.x_range(), y(tick), Stroke::new(1.0, tokens.grid));
        let place = pos2(plot.left() - 6.0, y(tick));
        ui.painter().text(place, Align2::RIGHT_CENTER, label, font.clone(), tokens.text_3);
    }
    let shown = deals.get(deals.len().saturating_sub(MOST)..).unwrap_or_default();
    let last = u16::try_from(shown.len().saturating_sub(1)).unwrap_or(u16::MAX).max(1);
    let points: Vec<Pos2> = (0_u16..)
        .zip(shown)
        .map(|(index, worth)| {
            let share = if shown.len() == 1 { 0.5 } else { f32::from(index) / f32::from(last) };
            pos2(plot.left() + share * plot.width(), y(*worth))
        })
        .collect();
    ui.painter().add(Shape::line(points.clone(), Stroke::new(1.5, tokens.accent_line)));
    for point in points {
        ui.painter().circle_filled(point, 3.5, tokens.accent);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_compared_only_when_both_are_large_enough() {
        assert_eq!(halves(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), None);
        let all: Vec<u8> = (0..11).collect();
        let (earlier, later) = halves(&all).unwrap();
        assert_eq!((earlier.len(), later.len()), (5, 6));
        assert_eq!(mean(&[0.2, 0.4]), Some(0.300_000_000_000_000_04));
        assert_eq!(mean(&[]), None);
    }
}
