//! How a price is meant to give way: planned offers as steps, those that were really made beside
//! them, and the walk-away below which nothing goes.

use egui::{Align2, FontId, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::axis::ticks;
use super::glyph::Glyph;
use crate::i18n::Messages;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

const TOP: f32 = 10.0;
const RIGHT: f32 = 12.0;
const BOTTOM: f32 = 22.0;
/// Closer together than this two lines of text cover one another.
const LINE: f32 = 16.0;

#[must_use = "show the chart"]
pub struct StepsChart<'a> {
    /// The opening first.
    pub planned: &'a [Decimal],
    /// What we really offered, in order.
    pub made: &'a [Decimal],
    pub walk_away: Option<Decimal>,
    pub walk_away_label: String,
    /// Stands where we are now, in bold, and what comes next below it.
    pub now: (&'a str, String),
    pub opening: &'a str,
    /// The spoken summary.
    pub summary: String,
}

impl StepsChart<'_> {
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, messages: &Messages, size: Vec2) -> Response {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &self.summary));
        let Some((low, high)) = self.range() else { return response };
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter_at(rect);
        let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
        let strong = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        let lines = ticks(low, high, 4);
        let labels: Vec<String> = lines.iter().map(|tick| written(*tick, messages)).collect();
        let widest = labels
            .iter()
            .map(|label| painter.layout_no_wrap(label.clone(), font.clone(), tokens.text).size().x);
        let left = widest.fold(20.0, f32::max) + 10.0;
        let plot = Rect::from_min_max(
            rect.min + Vec2::new(left, TOP),
            rect.max - Vec2::new(RIGHT, BOTTOM),
        );
        if !plot.is_positive() {
            return response;
        }
        #[expect(clippy::cast_possible_truncation, reason = "screen positions")]
        let y = |price: f64| plot.bottom() - ((price - low) / (high - low)) as f32 * plot.height();
        let slots = self.planned.len().max(self.made.len()).max(2);
        let x = |slot: f32| plot.left() + slot / span(slots) * plot.width();
        for (tick, label) in lines.iter().zip(labels) {
            painter.hline(plot.x_range(), y(*tick), Stroke::new(1.0, tokens.grid));
            let at = pos2(plot.left() - 8.0, y(*tick));
            painter.text(at, Align2::RIGHT_CENTER, label, font.clone(), tokens.text_3);
        }
        for slot in 0..slots {
            let label = if slot == 0 { self.opening.to_owned() } else { slot.to_string() };
            let at = pos2(x(position(slot)), plot.bottom() + 5.0);
            let align = if slot == 0 { Align2::LEFT_TOP } else { Align2::CENTER_TOP };
            painter.text(at, align, label, font.clone(), tokens.text_3);
        }
        if let Some(limit) = self.walk_away {
            let at = y(as_f64(limit));
            let ends = [pos2(plot.left(), at), pos2(plot.right(), at)];
            painter.extend(Shape::dashed_line(&ends, Stroke::new(1.5, tokens.warn), 4.0, 3.0));
            let below = plot.bottom() - at > LINE;
            let (off, align) =
                if below { (3.0, Align2::LEFT_TOP) } else { (-3.0, Align2::LEFT_BOTTOM) };
            let place = pos2(plot.left() + 6.0, at + off);
            painter.text(place, align, &self.walk_away_label, strong.clone(), tokens.warn);
        }
        let now = match self.made.len() {
            0 => None,
            made => Some(position(made) - 0.5),
        };
        self.plan(&painter, tokens, now, &x, &y);
        self.made(&painter, tokens, &x, &y);
        if let Some(now) = now {
            let at = x(now.min(span(slots)));
            let line = [pos2(at, plot.top()), pos2(at, plot.bottom())];
            let faint = Stroke::new(1.0, tokens.text_3);
            painter.extend(Shape::dashed_line(&line, faint, 2.0, 3.0));
            let name = painter.layout_no_wrap(self.now.0.to_owned(), strong, tokens.text);
            let next = painter.layout_no_wrap(self.now.1.clone(), font, tokens.text_2);
            let room = name.size().x.max(next.size().x);
            // To the left of the line where there is no room to the right.
            let left = if at + 6.0 + room > rect.right() { at - 6.0 - room } else { at + 6.0 };
            let below = pos2(left, plot.top() + name.size().y);
            painter.galley(pos2(left, plot.top()), name, tokens.text);
            painter.galley(below, next, tokens.text_2);
        }
        response
    }

    /// What is planned: drawn out until now, dashed from there.
    fn plan(
        &self,
        painter: &egui::Painter,
        tokens: &Tokens,
        now: Option<f32>,
        x: &impl Fn(f32) -> f32,
        y: &impl Fn(f64) -> f32,
    ) {
        let mut before: Option<Pos2> = None;
        for (slot, price) in self.planned.iter().enumerate() {
            let at = pos2(x(position(slot)), y(as_f64(*price)));
            if let Some(before) = before {
                let corner = pos2(at.x, before.y);
                let passed = now.is_none_or(|now| position(slot) <= now);
                if passed {
                    let line = vec![before, corner, at];
                    painter.add(Shape::line(line, Stroke::new(2.0, tokens.accent)));
                } else {
                    let line = [before, corner, at];
                    let stroke = Stroke::new(1.5, tokens.accent);
                    painter.extend(Shape::dashed_line(&line, stroke, 4.0, 3.0));
                }
            }
            before = Some(at);
        }
        for (slot, price) in self.planned.iter().enumerate() {
            let at = pos2(x(position(slot)), y(as_f64(*price)));
            painter.circle(at, 4.0, tokens.surface, Stroke::new(2.0, tokens.accent));
        }
    }

    fn made(
        &self,
        painter: &egui::Painter,
        tokens: &Tokens,
        x: &impl Fn(f32) -> f32,
        y: &impl Fn(f64) -> f32,
    ) {
        let places: Vec<Pos2> = self
            .made
            .iter()
            .enumerate()
            .map(|(slot, price)| pos2(x(position(slot)), y(as_f64(*price))))
            .collect();
        painter.add(Shape::line(places.clone(), Stroke::new(1.5, tokens.text)));
        for at in places {
            Glyph::Diamond.paint(painter, tokens, at, tokens.text);
        }
    }

    /// The lowest and the highest price to show, with a margin.
    fn range(&self) -> Option<(f64, f64)> {
        let prices = self.planned.iter().chain(self.made).copied().chain(self.walk_away);
        let all: Vec<f64> = prices.map(as_f64).collect();
        let low = all.iter().copied().reduce(f64::min)?;
        let high = all.iter().copied().reduce(f64::max)?;
        let margin = ((high - low) * 0.12).max(high.abs() * 0.01).max(1e-6);
        Some((low - margin, high + margin * 0.6))
    }
}

fn as_f64(price: Decimal) -> f64 {
    price.to_f64().unwrap_or(0.0)
}

#[expect(clippy::cast_precision_loss, reason = "a few dozen offers")]
fn position(slot: usize) -> f32 {
    slot as f32
}

fn span(slots: usize) -> f32 {
    position(slots.saturating_sub(1).max(1))
}

/// A tick without the rounding errors of binary fractions.
fn written(tick: f64, messages: &Messages) -> String {
    Decimal::from_f64_retain(tick)
        .and_then(|tick| tick.round_sf(6))
        .map_or_else(String::new, |tick| messages.number(tick.normalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_walk_away_and_what_was_really_offered_are_in_the_picture() {
        let number = |value: i64| Decimal::from(value);
        let planned = [number(1480), number(1250)];
        let chart = StepsChart {
            planned: &planned,
            made: &[number(1520)],
            walk_away: Some(number(1180)),
            walk_away_label: String::new(),
            now: ("", String::new()),
            opening: "",
            summary: String::new(),
        };
        let (low, high) = chart.range().unwrap();
        assert!(low < 1180.0 && high > 1520.0, "{low} to {high}");
        let nothing = StepsChart { planned: &[], made: &[], walk_away: None, ..chart };
        assert!(nothing.range().is_none());
    }
}
