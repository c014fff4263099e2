//! The calibration chart: how sure I said I was, against how often it came true.

use egui::{Align2, FontId, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2};

use crate::domain::prediction::Band;
use crate::domain::statistics::Proportion;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

#[must_use = "show the chart"]
pub struct CalibrationChart<'a> {
    pub bands: &'a [Band],
    /// What runs to the right, and what upwards.
    pub across: &'a str,
    pub up: &'a str,
    /// Stands at the diagonal.
    pub diagonal: &'a str,
    pub percent: &'a dyn Fn(f64) -> String,
    /// The spoken summary; the data stand beside the chart in a table.
    pub summary: String,
}

/// With four verdicts nobody is less sure than this.
const LEFT: f64 = 0.25;
const AXIS: f32 = 38.0;
const BOTTOM: f32 = 36.0;
const TOP: f32 = 26.0;
const SIGN_GAP: Vec2 = Vec2::new(6.0, 0.0);

impl CalibrationChart<'_> {
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, size: Vec2) -> Response {
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &self.summary));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter_at(rect);
        let plot =
            Rect::from_min_max(rect.min + Vec2::new(AXIS, TOP), rect.max - Vec2::new(20.0, BOTTOM));
        #[expect(clippy::cast_possible_truncation, reason = "shares are between 0 and 1")]
        let at = |sure: f64, came: f64| {
            pos2(
                plot.left() + ((sure - LEFT) / (1.0 - LEFT)) as f32 * plot.width(),
                plot.bottom() - came as f32 * plot.height(),
            )
        };
        let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
        for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
            let y = at(LEFT, tick).y;
            painter.hline(plot.x_range(), y, Stroke::new(1.0, tokens.grid));
            let label = (self.percent)(tick);
            let place = pos2(plot.left() - 6.0, y);
            painter.text(place, Align2::RIGHT_CENTER, label, font.clone(), tokens.text_3);
            if tick >= LEFT {
                let place = pos2(at(tick, 0.0).x, plot.bottom() + 4.0);
                let label = (self.percent)(tick);
                painter.text(place, Align2::CENTER_TOP, label, font.clone(), tokens.text_3);
            }
        }
        let place = pos2(plot.center().x, rect.bottom());
        painter.text(place, Align2::CENTER_BOTTOM, self.across, font.clone(), tokens.text_2);
        painter.text(rect.left_top(), Align2::LEFT_TOP, self.up, font.clone(), tokens.text_2);
        let line = [at(LEFT, LEFT), at(1.0, 1.0)];
        let stroke = Stroke::new(1.0, tokens.border_strong);
        painter.extend(Shape::dashed_line(&line, stroke, 4.0, 4.0));
        let place = rect.right_top();
        let said = painter.text(place, Align2::RIGHT_TOP, self.diagonal, font, tokens.text_3);
        let sign = [said.left_center() - Vec2::new(26.0, 0.0), said.left_center() - SIGN_GAP];
        painter.extend(Shape::dashed_line(&sign, stroke, 4.0, 4.0));
        let most = self.bands.iter().map(|band| band.count).max().unwrap_or(1);
        for band in self.bands {
            let share = Proportion { hits: band.right, of: band.count };
            if let Some((low, high)) = share.interval() {
                let reach = Stroke::new(2.0, tokens.accent_line);
                painter.line_segment([at(band.sure, low), at(band.sure, high)], reach);
            }
        }
        for band in self.bands {
            let place = at(band.sure, band.hit_rate());
            let radius = radius(band.count, most);
            painter.circle(place, radius, tokens.accent, Stroke::new(1.5, tokens.surface));
            let strong = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
            // A larger number does not fit; the table has it.
            let count = if band.count < 1000 { band.count.to_string() } else { String::new() };
            painter.text(place, Align2::CENTER_CENTER, count, strong, tokens.on_accent);
        }
        response
    }
}

/// The area of a dot grows with the count; the smallest still holds its number.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a handful of predictions"
)]
fn radius(count: usize, most: usize) -> f32 {
    let share = count as f64 / most.max(1) as f64;
    (8.0 + 8.0 * share.sqrt()) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_grow_with_their_count() {
        assert!(radius(1, 10) >= 8.0 && radius(1, 10) < radius(4, 10));
        assert!((radius(10, 10) - 16.0).abs() < 1e-6);
        assert!(radius(0, 0).is_finite());
    }
}
