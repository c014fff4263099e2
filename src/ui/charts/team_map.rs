//! The team map: each person a point between the four corners, with the range in which it lies.

use egui::{
    Align2, Color32, CornerRadius, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, pos2,
};

use crate::domain::group::MapPoint;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, radius, type_size};

/// Radius of the round with the initials.
const DOT: f32 = 14.0;
/// In a crowd the rounds are a little smaller.
const SMALL_DOT: f32 = 13.0;
/// From so many people on it is a crowd: ranges are drawn for the one under the pointer alone.
pub const CROWD: usize = 10;
/// Rounds are kept apart in so many passes.
const PASSES: usize = 90;

/// One person on the map.
#[derive(Debug, Clone)]
pub struct Dot<'a> {
    pub initials: &'a str,
    /// Shown under the pointer.
    pub told: &'a str,
    pub point: MapPoint,
    pub lead: Option<Quadrant>,
    pub certainty: Certainty,
    pub is_me: bool,
}

#[must_use = "show the chart"]
pub struct TeamMap<'a> {
    pub dots: &'a [Dot<'a>],
    /// The names of the quadrants, for the corners.
    pub names: PerQuadrant<&'a str>,
    /// One sentence with what the map shows, for a screen reader. The data stand beside it in a table.
    pub spoken: &'a str,
}

impl TeamMap<'_> {
    /// Shows the map in a square of this side; returns the person who was clicked.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, side: f32) -> Option<usize> {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, self.spoken));
        if !ui.is_rect_visible(rect) {
            return None;
        }
        self.paint_ground(ui, tokens, rect);
        let painter = ui.painter_at(rect);
        let dot = if self.dots.len() >= CROWD { SMALL_DOT } else { DOT };
        let plot = rect.shrink(dot + 16.0);
        let scale = self.scale();
        let anchors: Vec<Pos2> =
            self.dots.iter().map(|one| at(plot, one.point.right, one.point.up, scale)).collect();
        let places = apart(&anchors, rect.shrink(dot + 2.0), dot);
        let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|_| response.hovered());
        let under = pointer.and_then(|pointer| {
            let near = |place: &Pos2| place.distance(pointer);
            let nearest = places
                .iter()
                .enumerate()
                .min_by(|(_, one), (_, other)| near(one).total_cmp(&near(other)));
            nearest.filter(|(_, place)| near(place) <= dot + 3.0).map(|(index, _)| index)
        });
        for (index, one) in self.dots.iter().enumerate() {
            if self.dots.len() < CROWD || under == Some(index) {
                painter.add(range(tokens, plot, scale, one, under == Some(index)));
            }
        }
        for ((anchor, place), one) in anchors.iter().zip(&places).zip(self.dots) {
            if anchor.distance(*place) > dot * 0.6 {
                painter.line_segment([*anchor, *place], Stroke::new(1.0, tokens.text_3));
                painter.circle_filled(*anchor, 2.0, line_of(tokens, one));
            }
        }
        for (place, one) in places.iter().zip(self.dots) {
            paint_dot(&painter, tokens, *place, dot, one);
        }
        let index = under?;
        let one = self.dots.get(index)?;
        let response = response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text_at_pointer(one.told);
        response.clicked().then_some(index)
    }

    /// Few people stand near a corner, so the map ends a little beyond whoever is furthest out.
    fn scale(&self) -> f64 {
        let reach = |one: &Dot<'_>| one.point.right.abs().max(one.point.up.abs());
        (self.dots.iter().map(reach).fold(0.3, f64::max) + 0.12).min(1.0)
    }

    fn paint_ground(&self, ui: &Ui, tokens: &Tokens, rect: Rect) {
        let gap = 2.0;
        let centre = rect.center();
        for quadrant in Quadrant::ALL {
            let (right, lower) = match quadrant {
                Quadrant::A => (false, false),
                Quadrant::B => (false, true),
                Quadrant::C => (true, true),
                Quadrant::D => (true, false),
            };
            let x = if right { centre.x + gap } else { rect.left() };
            let y = if lower { centre.y + gap } else { rect.top() };
            let size = rect.size() / 2.0 - Vec2::splat(gap);
            let place = Rect::from_min_size(pos2(x, y), size);
            let colours = &tokens.quadrants[quadrant];
            ui.painter().rect_filled(place, CornerRadius::same(radius::CONTROL), colours.soft);
            let (align, corner) = match (right, lower) {
                (false, false) => (Align2::LEFT_TOP, place.left_top() + Vec2::new(8.0, 6.0)),
                (true, false) => (Align2::RIGHT_TOP, place.right_top() + Vec2::new(-8.0, 6.0)),
                (false, true) => (Align2::LEFT_BOTTOM, place.left_bottom() + Vec2::new(8.0, -6.0)),
                (true, true) => {
                    (Align2::RIGHT_BOTTOM, place.right_bottom() + Vec2::new(-8.0, -6.0))
                }
            };
            let name = self.names[quadrant];
            let label =
                if right { format!("{name} {quadrant}") } else { format!("{quadrant} {name}") };
            let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
            ui.painter().text(corner, align, label, font, colours.text);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a place on the map is between -1 and 1")]
fn at(plot: Rect, right: f64, up: f64, scale: f64) -> Pos2 {
    let along = |value: f64| (value / scale) as f32 / 2.0;
    plot.center() + Vec2::new(along(right) * plot.width(), -along(up) * plot.height())
}

fn line_of(tokens: &Tokens, one: &Dot<'_>) -> Color32 {
    match one.lead {
        _ if one.is_me => tokens.accent,
        Some(lead) => tokens.quadrants[lead].solid,
        None => tokens.text_3,
    }
}

/// The 80 % ranges to the right and upwards as an oval.
fn range(tokens: &Tokens, plot: Rect, scale: f64, one: &Dot<'_>, strong: bool) -> Shape {
    let point = &one.point;
    let low = at(plot, point.right_range.low, point.up_range.low, scale);
    let high = at(plot, point.right_range.high, point.up_range.high, scale);
    let oval = Rect::from_two_pos(low, high);
    let colour = line_of(tokens, one);
    let (fill, line) = if strong { (0.18, 0.9) } else { (0.07, 0.35) };
    Shape::Ellipse(egui::epaint::EllipseShape {
        center: oval.center(),
        radius: oval.size() / 2.0,
        fill: colour.gamma_multiply(fill),
        stroke: Stroke::new(1.0, colour.gamma_multiply(line)),
        angle: 0.0,
    })
}

/// The surer the quadrant, the fuller the round: filled, ringed, dashed.
fn paint_dot(painter: &egui::Painter, tokens: &Tokens, place: Pos2, dot: f32, one: &Dot<'_>) {
    let line = line_of(tokens, one);
    let full = one.is_me || (one.certainty == Certainty::Clear && one.lead.is_some());
    let ink = match one.lead {
        _ if one.is_me => tokens.on_accent,
        _ if full => tokens.surface,
        Some(lead) => tokens.quadrants[lead].text,
        None => tokens.text_2,
    };
    painter.circle_filled(place, dot, if full { line } else { tokens.surface });
    if !full {
        if one.certainty == Certainty::Likely && one.lead.is_some() {
            painter.circle_stroke(place, dot - 1.0, Stroke::new(2.0, line));
        } else {
            let ring: Vec<Pos2> = (0..=48_u8)
                .map(|step| {
                    let angle = f32::from(step) / 48.0 * std::f32::consts::TAU;
                    place + (dot - 1.0) * Vec2::angled(angle)
                })
                .collect();
            painter.extend(Shape::dashed_line(&ring, Stroke::new(1.5, line), 3.5, 2.5));
        }
    }
    // Chinese signs are as wide as they are high.
    let places: u8 = one.initials.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum();
    let size = type_size::CAPTION - if places > 2 { 2.0 } else { 1.0 };
    let font = FontId::new(size, Weight::SemiBold.family());
    painter.text(place, Align2::CENTER_CENTER, one.initials, font, ink);
}

/// Moves rounds of this radius apart that lie on one another, as little as will do, inside of `room`.
fn apart(anchors: &[Pos2], room: Rect, dot: f32) -> Vec<Pos2> {
    let wanted = 2.0 * dot + 2.0;
    let mut places = anchors.to_vec();
    for pass in 0..PASSES {
        let mut moves = vec![Vec2::ZERO; places.len()];
        let mut crowded = false;
        for (index, one) in places.iter().enumerate() {
            for (other_index, other) in places.iter().enumerate().skip(index + 1) {
                let between = *other - *one;
                let distance = between.length();
                if distance >= wanted {
                    continue;
                }
                crowded = true;
                // Those on the same spot go different ways, the same in each frame.
                #[expect(clippy::cast_precision_loss, reason = "a few dozen people")]
                let turn = (index * 7 + other_index * 3) as f32;
                let way = if distance > 0.01 { between / distance } else { Vec2::angled(turn) };
                let push = way * ((wanted - distance) * 0.3);
                if let Some(step) = moves.get_mut(index) {
                    *step -= push;
                }
                if let Some(step) = moves.get_mut(other_index) {
                    *step += push;
                }
            }
        }
        // Back towards the true place, less and less, so that they come to rest apart.
        #[expect(clippy::cast_precision_loss, reason = "less than a hundred")]
        let pull = 0.04 * (1.0 - pass as f32 / PASSES as f32);
        for ((place, step), anchor) in places.iter_mut().zip(moves).zip(anchors) {
            *place += step + (*anchor - *place) * pull;
            *place = place.clamp(room.min, room.max);
        }
        if !crowded {
            break;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_on_one_spot_is_spread_out_and_stays_on_the_map() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), Vec2::splat(480.0));
        let anchors = vec![room.center(); 30];
        let places = apart(&anchors, room, SMALL_DOT);
        for (index, one) in places.iter().enumerate() {
            assert!(room.contains(*one));
            for other in &places[index + 1..] {
                assert!(one.distance(*other) >= 2.0 * SMALL_DOT * 0.85, "{}", one.distance(*other));
            }
        }
        assert_eq!(places, apart(&anchors, room, SMALL_DOT), "the same in each frame");
    }

    #[test]
    fn whoever_has_room_stands_where_they_belong() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), Vec2::splat(480.0));
        let anchors = [pos2(50.0, 50.0), pos2(200.0, 50.0)];
        assert_eq!(apart(&anchors, room, DOT), anchors);
    }

    #[test]
    fn left_is_left_and_up_is_up() {
        let plot = Rect::from_min_size(pos2(0.0, 0.0), Vec2::splat(100.0));
        assert_eq!(at(plot, -1.0, 1.0, 1.0), pos2(0.0, 0.0), "A, top left");
        assert_eq!(at(plot, 0.5, -0.5, 0.5), pos2(100.0, 100.0), "C, bottom right");
    }
}
