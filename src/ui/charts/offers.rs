//! "Where are we now?": the offers of both sides as steps, the last meeting dashed behind them.

use egui::{Align2, FontId, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::i18n::Messages;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

/// One side's prices in the order in which they were named; `round` counts all offers.
pub type Steps = Vec<(usize, Decimal)>;

#[must_use = "show the chart"]
pub struct OffersChart<'a> {
    pub ours: &'a Steps,
    pub theirs: &'a Steps,
    pub rounds: usize,
    /// Our and their prices of the last meeting, over the same width.
    pub last_ours: &'a Steps,
    pub last_theirs: &'a Steps,
    pub last_rounds: usize,
    /// My target and my reservation: the zone between them is acceptable to me.
    pub zone: Option<(Decimal, Decimal)>,
    /// The spoken summary.
    pub summary: String,
}

impl OffersChart<'_> {
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, messages: &Messages, size: Vec2) -> Response {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &self.summary));
        let Some((low, high)) = self.range() else { return response };
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter_at(rect);
        let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
        let plot = Rect::from_min_max(rect.min + Vec2::new(64.0, 10.0), rect.max - Vec2::new(72.0, 10.0));
        #[expect(clippy::cast_possible_truncation, reason = "screen positions")]
        let y = |price: f64| plot.bottom() - ((price - low) / (high - low)) as f32 * plot.height();
        if let Some((from, to)) = self.zone {
            let (top, bottom) = (y(as_f64(from.max(to))), y(as_f64(from.min(to))));
            let zone = Rect::from_min_max(pos2(plot.left(), top), pos2(plot.right(), bottom));
            painter.rect_filled(zone, 0.0, tokens.ok_soft);
            for edge in [top, bottom] {
                let line = [pos2(plot.left(), edge), pos2(plot.right(), edge)];
                painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, tokens.ok), 3.0, 3.0));
            }
        }
        for tick in ticks(low, high) {
            let at = y(tick);
            painter.hline(plot.x_range(), at, Stroke::new(1.0, tokens.grid));
            let label = Decimal::from_f64_retain(tick).map_or_else(String::new, |tick| {
                messages.number(tick.round_dp(2).normalize())
            });
            painter.text(pos2(plot.left() - 8.0, at), Align2::RIGHT_CENTER, label, font.clone(), tokens.text_3);
        }
        let dashed = Stroke::new(1.5, tokens.text_3);
        for steps in [self.last_ours, self.last_theirs] {
            let points = staircase(steps, self.last_rounds, plot, &y);
            painter.extend(Shape::dashed_line(&points, dashed, 4.0, 3.0));
        }
        let strong = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        for (steps, colour) in [(self.ours, tokens.accent), (self.theirs, tokens.warn)] {
            let points = staircase(steps, self.rounds, plot, &y);
            painter.add(Shape::line(points, Stroke::new(2.0, colour)));
            for (round, price) in steps {
                let at = pos2(round_x(*round, self.rounds, plot), y(as_f64(*price)));
                painter.circle(at, 4.0, tokens.surface, Stroke::new(2.0, colour));
            }
            if let Some((_, price)) = steps.last() {
                let at = pos2(plot.right() + 8.0, y(as_f64(*price)));
                painter.text(at, Align2::LEFT_CENTER, messages.number(*price), strong.clone(), colour);
            }
        }
        response
    }

    /// The lowest and the highest price to show, with a margin.
    fn range(&self) -> Option<(f64, f64)> {
        let offers = [self.ours, self.theirs, self.last_ours, self.last_theirs];
        let prices = offers.into_iter().flatten().map(|(_, price)| *price);
        let zone = self.zone.into_iter().flat_map(|(from, to)| [from, to]);
        let all: Vec<f64> = prices.chain(zone).map(as_f64).collect();
        let low = all.iter().copied().reduce(f64::min)?;
        let high = all.iter().copied().reduce(f64::max)?;
        let margin = ((high - low) * 0.08).max(high.abs() * 0.01).max(0.5);
        Some((low - margin, high + margin))
    }
}

fn as_f64(price: Decimal) -> f64 {
    price.to_f64().unwrap_or(0.0)
}

fn round_x(round: usize, rounds: usize, plot: Rect) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a meeting has few offers")]
    let part = round as f32 / rounds.max(1) as f32;
    plot.left() + part * plot.width()
}

fn staircase(steps: &Steps, rounds: usize, plot: Rect, y: &impl Fn(f64) -> f32) -> Vec<Pos2> {
    let mut points: Vec<Pos2> = Vec::new();
    for (round, price) in steps {
        let x = round_x(*round, rounds, plot);
        let at = y(as_f64(*price));
        if let Some(last) = points.last() {
            points.push(pos2(x, last.y));
        }
        points.push(pos2(x, at));
    }
    if let Some(last) = points.last() {
        points.push(pos2(plot.right(), last.y));
    }
    points
}

/// About five round numbers between `low` and `high`.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    let rough = (high - low) / 5.0;
    if !rough.is_finite() || rough <= 0.0 {
        return Vec::new();
    }
    let magnitude = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * magnitude)
        .find(|step| *step >= rough)
        .unwrap_or(magnitude * 10.0);
    let mut tick = (low / step).ceil() * step;
    let mut ticks = Vec::new();
    while tick <= high && ticks.len() < 12 {
        ticks.push(tick);
        tick += step;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside_the_range() {
        assert_eq!(ticks(1010.0, 1490.0), [1100.0, 1200.0, 1300.0, 1400.0]);
        assert!(ticks(5.0, 5.0).is_empty());
        assert!(ticks(0.0, f64::INFINITY).is_empty());
    }
}
