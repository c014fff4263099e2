//! "Where are we now?": the offers of both sides as steps, the last meeting dashed behind them.

use egui::{
    Align, Align2, CornerRadius, FontId, Layout, Pos2, Rect, Response, Sense, Shape, Stroke, Ui,
    Vec2, pos2,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};
use crate::ui::widgets::text;

/// One side's prices in the order in which they were named; `round` counts all offers.
pub type Steps = Vec<(usize, Decimal)>;

/// Two labels closer together than this would be drawn over one another.
const LABEL_HEIGHT: f32 = 15.0;
/// No label of a price takes more room than this.
const WIDEST_LABEL: f32 = 110.0;
/// How strong the part of the zone is drawn that rests on a guess.
const GUESSED: f32 = 0.5;
/// The width of the projected meeting point.
const PROJECTED: f32 = 22.0;

#[must_use = "show the chart"]
pub struct OffersChart<'a> {
    pub ours: &'a Steps,
    pub theirs: &'a Steps,
    pub rounds: usize,
    /// Our and their prices of the last meeting, over the same width.
    pub last_ours: &'a Steps,
    pub last_theirs: &'a Steps,
    pub last_rounds: usize,
    /// Between which two values a deal is possible, as far as I know.
    pub zone: Option<(Decimal, Decimal)>,
    /// The part of the zone that does not rest on a guess; it is drawn stronger.
    pub sure: Option<(Decimal, Decimal)>,
    /// Where both would meet if they went on like this: the least, the likely, the most.
    pub projected: Option<(Decimal, Decimal, Decimal)>,
    /// How a value is written.
    pub label: &'a dyn Fn(Decimal) -> String,
    /// The spoken summary.
    pub summary: String,
}

impl OffersChart<'_> {
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, size: Vec2) -> Response {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &self.summary));
        let Some((low, high)) = self.range() else { return response };
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
        let strong = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        let width = |label: &str, font: &FontId| {
            let galley = ui.painter().layout_no_wrap(label.to_owned(), font.clone(), tokens.text);
            galley.size().x.min(WIDEST_LABEL)
        };
        let ticks: Vec<(f64, String)> =
            ticks(low, high).into_iter().map(|tick| (tick, self.tick_label(tick))).collect();
        let left = ticks.iter().map(|(_, label)| width(label, &font)).fold(24.0, f32::max) + 10.0;
        let ends: Vec<(Decimal, egui::Color32)> =
            [(self.ours, tokens.accent), (self.theirs, tokens.warn)]
                .into_iter()
                .filter_map(|(steps, colour)| steps.last().map(|(_, price)| (*price, colour)))
                .collect();
        let right = ends
            .iter()
            .map(|(price, _)| width(&(self.label)(*price), &strong))
            .fold(12.0, f32::max)
            + 14.0;
        let plot =
            Rect::from_min_max(rect.min + Vec2::new(left, 8.0), rect.max - Vec2::new(right, 8.0));
        if !plot.is_positive() {
            return response;
        }
        let painter = ui.painter_at(rect);
        #[expect(clippy::cast_possible_truncation, reason = "screen positions")]
        let y = |price: f64| plot.bottom() - ((price - low) / (high - low)) as f32 * plot.height();
        if let Some((from, to)) = self.zone {
            let (top, bottom) = (y(as_f64(from.max(to))), y(as_f64(from.min(to))));
            let zone = Rect::from_min_max(pos2(plot.left(), top), pos2(plot.right(), bottom));
            painter.rect_filled(zone, 0.0, tokens.ok_soft.gamma_multiply(GUESSED));
            if let Some((from, to)) = self.sure {
                let (top, bottom) = (y(as_f64(from.max(to))), y(as_f64(from.min(to))));
                let sure = Rect::from_min_max(pos2(plot.left(), top), pos2(plot.right(), bottom));
                painter.rect_filled(sure, 0.0, tokens.ok_soft);
            }
            for edge in [top, bottom] {
                let line = [pos2(plot.left(), edge), pos2(plot.right(), edge)];
                painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, tokens.ok), 3.0, 3.0));
            }
        }
        for (tick, label) in ticks {
            let at = y(tick);
            painter.hline(plot.x_range(), at, Stroke::new(1.0, tokens.grid));
            painter.text(
                pos2(plot.left() - 8.0, at),
                Align2::RIGHT_CENTER,
                label,
                font.clone(),
                tokens.text_3,
            );
        }
        let dashed = Stroke::new(1.5, tokens.text_3);
        for steps in [self.last_ours, self.last_theirs] {
            let points = staircase(steps, self.last_rounds, plot, &y);
            painter.extend(Shape::dashed_line(&points, dashed, 4.0, 3.0));
        }
        for (steps, colour) in [(self.ours, tokens.accent), (self.theirs, tokens.warn)] {
            let points = staircase(steps, self.rounds, plot, &y);
            painter.add(Shape::line(points, Stroke::new(2.0, colour)));
            for (round, price) in steps {
                let at = pos2(round_x(*round, self.rounds, plot), y(as_f64(*price)));
                painter.circle(at, 4.0, tokens.surface, Stroke::new(2.0, colour));
            }
        }
        if let Some((low, point, high)) = self.projected {
            let (top, bottom) = (y(as_f64(high)), y(as_f64(low)));
            let left = plot.right() - PROJECTED;
            let band = Rect::from_min_max(pos2(left, top), pos2(plot.right(), bottom));
            painter.rect_filled(band, 3.0, tokens.text_3.gamma_multiply(0.22));
            let at = y(as_f64(point));
            painter.hline(band.x_range(), at, Stroke::new(2.0, tokens.text_2));
        }
        let mut places: Vec<f32> = ends.iter().map(|(price, _)| y(as_f64(*price))).collect();
        keep_apart(&mut places);
        for ((price, colour), at) in ends.into_iter().zip(places) {
            let at = pos2(plot.right() + 8.0, at);
            painter.text(at, Align2::LEFT_CENTER, (self.label)(price), strong.clone(), colour);
        }
        response
    }

    /// A tick without the rounding errors of binary fractions.
    fn tick_label(&self, tick: f64) -> String {
        let exact = Decimal::from_f64_retain(tick).and_then(|tick| tick.round_sf(6));
        exact.map_or_else(String::new, |tick| (self.label)(tick.normalize()))
    }

    /// The lowest and the highest price to show, with a margin.
    fn range(&self) -> Option<(f64, f64)> {
        let offers = [self.ours, self.theirs, self.last_ours, self.last_theirs];
        let prices = offers.into_iter().flatten().map(|(_, price)| *price);
        let zone = self.zone.into_iter().flat_map(|(from, to)| [from, to]);
        let all: Vec<f64> = prices.chain(zone).map(as_f64).collect();
        let low = all.iter().copied().reduce(f64::min)?;
        let high = all.iter().copied().reduce(f64::max)?;
        let margin = ((high - low) * 0.08).max(high.abs() * 0.01).max(1e-6);
        Some((low - margin, high + margin))
    }
}

/// What the lines mean, in one row; the past, the zone and the projection only where they are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Legend<'a> {
    pub ours: &'a str,
    pub theirs: &'a str,
    pub last: Option<&'a str>,
    pub zone: Option<&'a str>,
    pub projected: Option<&'a str>,
}

impl Legend<'_> {
    pub fn show(&self, ui: &mut Ui, tokens: &Tokens) {
        ui.allocate_ui_with_layout(
            Vec2::new(ui.available_width(), 18.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let line = |ui: &mut Ui, stroke: Stroke, dashed: bool, label: &str| {
                    let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 12.0), Sense::hover());
                    let ends = [rect.left_center(), rect.right_center()];
                    if dashed {
                        ui.painter().extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
                    } else {
                        ui.painter().line_segment(ends, stroke);
                    }
                    text::one_line(ui, text::caption(label, tokens));
                    ui.add_space(8.0);
                };
                line(ui, Stroke::new(2.0, tokens.accent), false, self.ours);
                line(ui, Stroke::new(2.0, tokens.warn), false, self.theirs);
                if let Some(label) = self.last {
                    line(ui, Stroke::new(1.5, tokens.text_3), true, label);
                }
                if let Some(label) = self.zone {
                    let (rect, _) = ui.allocate_exact_size(Vec2::new(16.0, 10.0), Sense::hover());
                    let edge = Stroke::new(1.0, tokens.ok);
                    let inside = egui::StrokeKind::Inside;
                    ui.painter().rect(rect, CornerRadius::same(2), tokens.ok_soft, edge, inside);
                    text::one_line(ui, text::caption(label, tokens).color(tokens.ok));
                    ui.add_space(8.0);
                }
                if let Some(label) = self.projected {
                    let (rect, _) = ui.allocate_exact_size(Vec2::new(14.0, 12.0), Sense::hover());
                    ui.painter().rect_filled(rect, 2.0, tokens.text_3.gamma_multiply(0.22));
                    let line = Stroke::new(2.0, tokens.text_2);
                    ui.painter().hline(rect.x_range(), rect.center().y, line);
                    text::one_line(ui, text::caption(label, tokens));
                }
            },
        );
    }
}

fn as_f64(price: Decimal) -> f64 {
    price.to_f64().unwrap_or(0.0)
}

/// Moves two labels apart that would cover one another.
fn keep_apart(places: &mut [f32]) {
    if let [first, second] = places
        && (*first - *second).abs() < LABEL_HEIGHT
    {
        let middle = f32::midpoint(*first, *second);
        let half = LABEL_HEIGHT / 2.0;
        let upper_first = *first <= *second;
        *first = if upper_first { middle - half } else { middle + half };
        *second = if upper_first { middle + half } else { middle - half };
    }
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

    #[test]
    fn labels_of_the_same_price_do_not_cover_one_another() {
        let mut places = [50.0, 50.0];
        keep_apart(&mut places);
        assert!(places[1] - places[0] >= LABEL_HEIGHT);
        let mut far = [10.0, 80.0];
        keep_apart(&mut far);
        assert!((far[0] - 10.0).abs() < f32::EPSILON);
    }
}
