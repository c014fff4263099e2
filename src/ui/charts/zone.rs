//! The zone of possible agreement on one topic: what each side accepts as a bar, where both accept
//! it as a tinted zone, our last offer as a line.

use egui::{
    Align2, Color32, CornerRadius, FontId, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2,
};

use super::axis::ticks;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

/// What one side would take, as numbers along the axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    pub target: f64,
    pub limit: f64,
    /// How far the limit may be off.
    pub give_or_take: f64,
}

#[must_use = "show the chart"]
pub struct ZoneChart<'a> {
    pub us: Option<Reach>,
    pub them: Option<Reach>,
    /// Where both accept it.
    pub zone: Option<(f64, f64)>,
    pub offer: Option<f64>,
    /// The name of a side, put before what stands at its limit.
    pub names: (&'a str, &'a str),
    pub zone_label: String,
    pub offer_label: String,
    /// A number of the axis as it is written.
    pub write: &'a dyn Fn(f64) -> String,
    /// The spoken summary.
    pub summary: String,
}

const BAR: f32 = 18.0;
const TOP: f32 = 24.0;
const GAP: f32 = 20.0;
const AXIS: f32 = 24.0;

impl ZoneChart<'_> {
    /// The height that the chart needs.
    pub const HEIGHT: f32 = TOP + 2.0 * BAR + GAP + 14.0 + AXIS;

    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> Response {
        let size = Vec2::new(ui.available_width(), Self::HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &self.summary));
        let Some((low, high)) = self.range() else { return response };
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let painter = ui.painter_at(rect);
        let plot =
            Rect::from_min_max(rect.min + Vec2::new(6.0, TOP), rect.max - Vec2::new(6.0, AXIS));
        #[expect(clippy::cast_possible_truncation, reason = "screen positions")]
        let x = |value: f64| plot.left() + ((value - low) / (high - low)) as f32 * plot.width();
        let strong = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        if let Some((from, to)) = self.zone {
            let zone = Rect::from_x_y_ranges(x(from)..=x(to).max(x(from) + 2.0), plot.y_range());
            painter.rect_filled(zone, CornerRadius::ZERO, tokens.ok_soft);
            for edge in [zone.left(), zone.right()] {
                let line = [pos2(edge, plot.top()), pos2(edge, plot.bottom())];
                painter.extend(Shape::dashed_line(&line, Stroke::new(1.0, tokens.ok), 3.0, 3.0));
            }
            label(&painter, rect, zone.center().x, rect.top() + 10.0, &self.zone_label, tokens.ok);
        }
        axis(&painter, tokens, plot, &ticks(low, high, ticks_for(plot)), &x, self.write);
        let sides = [
            (self.us, tokens.accent, tokens.on_accent, self.names.0),
            (self.them, tokens.warn, tokens.surface, self.names.1),
        ];
        let mut top = plot.top() + 6.0;
        for (reach, colour, ink, name) in sides {
            if let Some(reach) = reach {
                let ends = |one: f64, other: f64| {
                    Rect::from_x_y_ranges(
                        x(one.min(other))..=x(one.max(other)).max(x(one.min(other)) + 3.0),
                        top..=top + BAR,
                    )
                };
                let corner = CornerRadius::same(4);
                if reach.give_or_take > 0.0 {
                    let beyond = (reach.limit - reach.target).signum() * reach.give_or_take;
                    let faded = ends(reach.limit - beyond, reach.limit + beyond);
                    painter.rect_filled(faded, corner, colour.gamma_multiply(0.28));
                    // What is sure even if the guess is off is drawn in full, the rest paler.
                    painter.rect_filled(
                        ends(reach.target, reach.limit),
                        corner,
                        colour.gamma_multiply(0.75),
                    );
                    if reach.give_or_take < (reach.limit - reach.target).abs() {
                        let sure = ends(reach.target, reach.limit - beyond);
                        painter.rect_filled(sure, corner, colour);
                    }
                } else {
                    painter.rect_filled(ends(reach.target, reach.limit), corner, colour);
                }
                self.inside(&painter, ends(reach.target, reach.limit), reach, ink, name, &strong);
            }
            top += BAR + GAP;
        }
        if let Some(offer) = self.offer {
            let at = x(offer);
            let middle = plot.top() + 6.0 + BAR + GAP / 2.0;
            painter.vline(at, plot.top() - 4.0..=plot.bottom(), Stroke::new(1.5, tokens.text));
            painter.circle_filled(pos2(at, middle), 3.5, tokens.text);
            let width = painter
                .layout_no_wrap(self.offer_label.clone(), strong.clone(), tokens.text)
                .size()
                .x;
            let (align, place) = if at + 8.0 + width < rect.right() {
                (Align2::LEFT_CENTER, at + 8.0)
            } else {
                (Align2::RIGHT_CENTER, at - 8.0)
            };
            painter.text(pos2(place, middle), align, &self.offer_label, strong, tokens.text);
        }
        response
    }

    /// The limit with the name of the side, and the target if there is room, inside of the bar.
    fn inside(
        &self,
        painter: &egui::Painter,
        bar: Rect,
        reach: Reach,
        ink: Color32,
        name: &str,
        font: &FontId,
    ) {
        let limit_left = reach.limit <= reach.target;
        let limit = format!("{name} {}", (self.write)(reach.limit));
        let target = (self.write)(reach.target);
        let width =
            |text: &str| painter.layout_no_wrap(text.to_owned(), font.clone(), ink).size().x;
        let room = bar.width() - 12.0;
        let (left, right) =
            (bar.left_center() + Vec2::new(6.0, 0.0), bar.right_center() - Vec2::new(6.0, 0.0));
        let (limit_at, limit_align, target_at, target_align) = if limit_left {
            (left, Align2::LEFT_CENTER, right, Align2::RIGHT_CENTER)
        } else {
            (right, Align2::RIGHT_CENTER, left, Align2::LEFT_CENTER)
        };
        let needed = width(&limit);
        if needed <= room {
            painter.text(limit_at, limit_align, &limit, font.clone(), ink);
        }
        if needed + 12.0 + width(&target) <= room {
            painter.text(target_at, target_align, &target, font.clone(), ink);
        }
    }

    /// The lowest and the highest number to show, with a margin.
    fn range(&self) -> Option<(f64, f64)> {
        let of = |reach: Reach| {
            let around = [reach.limit - reach.give_or_take, reach.limit + reach.give_or_take];
            around.into_iter().chain([reach.target])
        };
        let sides = [self.us, self.them].into_iter().flatten().flat_map(of);
        let all: Vec<f64> = sides.chain(self.offer).filter(|one| one.is_finite()).collect();
        let low = all.iter().copied().reduce(f64::min)?;
        let high = all.iter().copied().reduce(f64::max)?;
        let margin = ((high - low) * 0.06).max(high.abs() * 0.005).max(1e-6);
        Some((low - margin, high + margin))
    }
}

/// One tick for about so many points.
fn ticks_for(plot: Rect) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
    let count = (plot.width() / 75.0).clamp(2.0, 8.0) as u32;
    count
}

fn axis(
    painter: &egui::Painter,
    tokens: &Tokens,
    plot: Rect,
    ticks: &[f64],
    x: &impl Fn(f64) -> f32,
    write: &dyn Fn(f64) -> String,
) {
    painter.hline(plot.x_range(), plot.bottom(), Stroke::new(1.0, tokens.border_strong));
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    let mut free_from = f32::NEG_INFINITY;
    for tick in ticks {
        let at = x(*tick);
        painter.vline(
            at,
            plot.bottom()..=plot.bottom() + 4.0,
            Stroke::new(1.0, tokens.border_strong),
        );
        let text = painter.layout_no_wrap(write(*tick), font.clone(), tokens.text_3);
        let half = text.size().x / 2.0;
        let clip = painter.clip_rect();
        if at - half >= free_from && at - half >= clip.left() && at + half <= clip.right() {
            free_from = at + half + 8.0;
            painter.galley(pos2(at - half, plot.bottom() + 6.0), text, tokens.text_3);
        }
    }
}

/// A label in the middle of a place, kept inside of the chart.
fn label(painter: &egui::Painter, rect: Rect, x: f32, y: f32, text: &str, colour: Color32) {
    let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
    let galley = painter.layout_no_wrap(text.to_owned(), font, colour);
    let half = galley.size() / 2.0;
    let most = (rect.right() - half.x).max(rect.left() + half.x);
    let x = x.clamp(rect.left() + half.x, most);
    painter.galley(pos2(x, y) - half, galley, colour);
}
