//! The kite: shares of the four quadrants with their 80 % intervals.

use egui::{
    Align2, Color32, CornerRadius, FontId, Mesh, Pos2, Rect, Response, Sense, Shape, Stroke, Ui,
    Vec2, pos2,
};

use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::i18n::{Arg, Messages};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, radius, type_size};

/// The corners of the map in the order in which the outline visits them.
const OUTLINE: [Quadrant; 4] = [Quadrant::A, Quadrant::D, Quadrant::C, Quadrant::B];

/// The kite of one reading: its outline with round marks and its band. Another one lies over it for
/// comparison, dashed and with marks of its own shape.
#[must_use = "show the chart"]
pub struct Kite<'a> {
    pub reading: &'a ProfileReading,
    pub compare: Option<&'a ProfileReading>,
    /// The names of the quadrants, for the corners; letters alone when `None`.
    pub names: Option<PerQuadrant<&'a str>>,
}

/// One sentence with the shares, for a screen reader.
pub fn summary(reading: &ProfileReading, messages: &Messages) -> String {
    let share = |quadrant: Quadrant| messages.percent(reading.shares[quadrant]);
    messages.with(
        "kite-summary",
        &[
            ("a", Arg::from(share(Quadrant::A))),
            ("b", Arg::from(share(Quadrant::B))),
            ("c", Arg::from(share(Quadrant::C))),
            ("d", Arg::from(share(Quadrant::D))),
            ("count", Arg::from(reading.profile.observations)),
        ],
    )
}

/// The reading in a word: "Likely C (87%)".
pub fn word(reading: &ProfileReading, messages: &Messages) -> String {
    let certainty = messages.word("certainty", reading.certainty.id());
    match reading.leading {
        _ if reading.certainty == Certainty::Unknown => certainty.to_owned(),
        Some(lead) => messages.with(
            "profile-word",
            &[
                ("certainty", Arg::from(certainty)),
                ("letter", Arg::from(lead.letter())),
                ("percent", Arg::from(messages.percent(reading.p_largest[lead]))),
            ],
        ),
        None => messages.text("profile-word-tied").to_owned(),
    }
}

/// The word without a figure: "Likely C".
pub fn short_word(certainty: Certainty, leading: Option<Quadrant>, messages: &Messages) -> String {
    let word = messages.word("certainty", certainty.id());
    match leading {
        _ if certainty == Certainty::Unknown => word.to_owned(),
        Some(lead) => messages.with(
            "profile-word-short",
            &[("certainty", Arg::from(word)), ("letter", Arg::from(lead.letter()))],
        ),
        None => messages.text("profile-word-tied").to_owned(),
    }
}

impl Kite<'_> {
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, messages: &Messages, side: f32) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
        let mut spoken = summary(self.reading, messages);
        if let Some(compare) = self.compare {
            let other = summary(compare, messages);
            spoken = messages
                .with("kite-both", &[("one", Arg::from(&spoken)), ("other", Arg::from(&other))]);
        }
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &spoken));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        self.paint_ground(ui, tokens, rect);
        let scale = self.scale();
        // Corner points stay clear of the names in the corners.
        let plot = rect.shrink((side * 0.09).max(if self.names.is_some() { 26.0 } else { 10.0 }));
        let corner = |quadrant: Quadrant, share: f64| place(plot, quadrant, share / scale);

        let painter = ui.painter_at(rect);
        let grid = Stroke::new(1.0, tokens.border_strong.gamma_multiply(0.6));
        painter.line_segment([plot.left_top(), plot.right_bottom()], grid);
        painter.line_segment([plot.left_bottom(), plot.right_top()], grid);
        for ring in [0.25, 0.5, 0.75, 1.0] {
            if ring > scale {
                break;
            }
            let points = OUTLINE.map(|quadrant| corner(quadrant, ring));
            painter.extend(Shape::dashed_line(&closed(points), grid, 2.0, 3.0));
        }
        let band = tokens.accent.gamma_multiply(0.22);
        painter.add(band_mesh(
            OUTLINE.map(|quadrant| corner(quadrant, self.reading.intervals[quadrant].low)),
            OUTLINE.map(|quadrant| corner(quadrant, self.reading.intervals[quadrant].high)),
            band,
        ));
        let compared = |painter: &egui::Painter| {
            let Some(compare) = self.compare else { return };
            let points = OUTLINE.map(|quadrant| corner(quadrant, compare.shares[quadrant]));
            compare_line(painter, tokens, &closed(points));
            for point in points {
                compare_mark(painter, tokens, point);
            }
        };
        let points = OUTLINE.map(|quadrant| corner(quadrant, self.reading.shares[quadrant]));
        if self.reading.profile.observations == 0 {
            // Nothing is known: the outline is only where everybody starts.
            let start = Stroke::new(1.5, tokens.text_3);
            painter.extend(Shape::dashed_line(&closed(points), start, 1.5, 3.5));
            compared(&painter);
            return response.on_hover_text(spoken);
        }
        painter.add(Shape::line(closed(points), Stroke::new(2.0, tokens.accent)));
        for (quadrant, point) in OUTLINE.into_iter().zip(points) {
            let ring = Stroke::new(1.5, tokens.surface);
            painter.circle(point, 4.5, tokens.quadrants[quadrant].solid, ring);
        }
        // On top, so that its marks show where both lie close together.
        compared(&painter);
        response.on_hover_text(spoken)
    }

    /// The share at the rim: the largest value shown, so that the picture fills its place.
    fn scale(&self) -> f64 {
        let highest = |reading: &ProfileReading| {
            Quadrant::ALL
                .map(|quadrant| reading.intervals[quadrant].high)
                .into_iter()
                .fold(0.0, f64::max)
        };
        let compare = self.compare.map_or(0.0, |reading| {
            Quadrant::ALL.map(|quadrant| reading.shares[quadrant]).into_iter().fold(0.0, f64::max)
        });
        highest(self.reading).max(compare).max(0.5)
    }

    fn paint_ground(&self, ui: &Ui, tokens: &Tokens, rect: Rect) {
        let gap = 2.0;
        for quadrant in Quadrant::ALL {
            let (right, lower) = on_map(quadrant);
            let centre = rect.center();
            let x = if right { centre.x + gap } else { rect.left() };
            let y = if lower { centre.y + gap } else { rect.top() };
            let size = rect.size() / 2.0 - Vec2::splat(gap);
            let colours = &tokens.quadrants[quadrant];
            let place = Rect::from_min_size(pos2(x, y), size);
            ui.painter().rect_filled(place, CornerRadius::same(radius::CONTROL), colours.soft);
            let (align, at) = match (right, lower) {
                (false, false) => (Align2::LEFT_TOP, place.left_top() + Vec2::new(8.0, 6.0)),
                (true, false) => (Align2::RIGHT_TOP, place.right_top() + Vec2::new(-8.0, 6.0)),
                (false, true) => (Align2::LEFT_BOTTOM, place.left_bottom() + Vec2::new(8.0, -6.0)),
                (true, true) => {
                    (Align2::RIGHT_BOTTOM, place.right_bottom() + Vec2::new(-8.0, -6.0))
                }
            };
            let label = match &self.names {
                Some(names) if right => format!("{} {quadrant}", names[quadrant]),
                Some(names) => format!("{quadrant} {}", names[quadrant]),
                None => quadrant.letter().to_owned(),
            };
            let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
            ui.painter().text(at, align, label, font, colours.text);
        }
    }
}

/// The line of the outline to compare with.
pub fn compare_line(painter: &egui::Painter, tokens: &Tokens, points: &[Pos2]) {
    painter.extend(Shape::dashed_line(points, Stroke::new(1.5, tokens.text_2), 4.0, 3.0));
}

/// Its mark: a hollow diamond.
pub fn compare_mark(painter: &egui::Painter, tokens: &Tokens, at: Pos2) {
    const HALF: f32 = 4.5;
    let points = [(0.0, -HALF), (HALF, 0.0), (0.0, HALF), (-HALF, 0.0)];
    let points = points.map(|(x, y)| at + Vec2::new(x, y)).to_vec();
    painter.add(Shape::convex_polygon(points, tokens.surface, Stroke::new(1.5, tokens.text_2)));
}

/// Right half, lower half.
fn on_map(quadrant: Quadrant) -> (bool, bool) {
    match quadrant {
        Quadrant::A => (false, false),
        Quadrant::B => (false, true),
        Quadrant::C => (true, true),
        Quadrant::D => (true, false),
    }
}

/// The point on a quadrant's diagonal at `part` of the way to the corner.
fn place(plot: Rect, quadrant: Quadrant, part: f64) -> Pos2 {
    let (right, lower) = on_map(quadrant);
    let corner = pos2(
        if right { plot.right() } else { plot.left() },
        if lower { plot.bottom() } else { plot.top() },
    );
    #[expect(clippy::cast_possible_truncation, reason = "a part is between 0 and 1")]
    let part = part.clamp(0.0, 1.0) as f32;
    plot.center() + (corner - plot.center()) * part
}

fn closed(points: [Pos2; 4]) -> Vec<Pos2> {
    let [a, b, c, d] = points;
    vec![a, b, c, d, a]
}

/// The area between the inner and the outer outline.
fn band_mesh(inner: [Pos2; 4], outer: [Pos2; 4], colour: Color32) -> Shape {
    let mut mesh = Mesh::default();
    for point in inner.into_iter().chain(outer) {
        mesh.colored_vertex(point, colour);
    }
    for corner in 0..4_u32 {
        let next = (corner + 1) % 4;
        mesh.add_triangle(corner, next, corner + 4);
        mesh.add_triangle(next, next + 4, corner + 4);
    }
    Shape::mesh(mesh)
}
