//! What deals are worth to both sides: possible deals as a cloud, those that no other deal beats as
//! a line, and marks for the deals that have a name. The pointer and the arrow keys tell the terms.

use egui::{
    Align2, Color32, CornerRadius, EventFilter, FontId, Id, Key, Painter, Pos2, Rect, Response,
    Sense, Shape, Stroke, Ui, Vec2, pos2,
};

use super::glyph::Glyph;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, radius, type_size};
use crate::ui::widgets::focus::keep_keys;

/// What something is worth to me and to them, 0 to 1.
pub type Worth = (f64, f64);

const LEFT: f32 = 48.0;
const BOTTOM: f32 = 38.0;
const TOP: f32 = 8.0;
const RIGHT: f32 = 12.0;
/// A mark is hit from so far away, and the line from so far.
const NEAR_MARK: f32 = 13.0;
const NEAR_LINE: f32 = 10.0;

/// A deal that has a name.
#[derive(Debug, Clone)]
pub struct Mark {
    pub glyph: Glyph,
    pub colour: Color32,
    pub at: Worth,
    /// The least and the most for both, where not all is settled.
    pub range: Option<(Worth, Worth)>,
    pub name: String,
    /// "us 69, them 58".
    pub worth: String,
    /// Whether its name is written beside it.
    pub labelled: bool,
}

/// What is pointed at: a mark, or a point of the line, by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    Mark(usize),
    Line(usize),
}

#[must_use = "show the chart"]
pub struct FrontierChart<'a> {
    pub cloud: &'a [Worth],
    /// Best for me first.
    pub line: &'a [Worth],
    /// What no deal is worth to both.
    pub floors: Worth,
    pub marks: &'a [Mark],
    /// From where one stands to where one could be.
    pub way: Option<(Worth, Worth)>,
    pub x_title: &'a str,
    pub y_title: &'a str,
    pub my_floor: String,
    pub their_floor: String,
    /// The spoken summary.
    pub summary: String,
    /// What a deal says, for who cannot see it.
    pub told: &'a dyn Fn(Picked) -> String,
}

impl FrontierChart<'_> {
    /// Shows the chart; returns what the pointer or the keyboard stands on.
    pub fn show(
        self,
        ui: &mut Ui,
        tokens: &Tokens,
        size: Vec2,
        salt: &str,
    ) -> (Response, Option<Picked>) {
        let (_, rect) = ui.allocate_space(size);
        let id = ui.make_persistent_id(salt);
        let response = ui.interact(rect, id, Sense::click());
        let plot = Rect::from_min_max(
            rect.min + Vec2::new(LEFT, TOP),
            rect.max - Vec2::new(RIGHT, BOTTOM),
        );
        let picked = self.picked(ui, &response, plot);
        let spoken = picked.map_or_else(|| self.summary.clone(), |picked| (self.told)(picked));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &spoken));
        if ui.is_rect_visible(rect) && plot.is_positive() {
            self.paint(ui, tokens, rect, plot, picked);
            if response.has_focus() {
                let ring = Stroke::new(2.0, tokens.accent);
                let inside = egui::StrokeKind::Inside;
                ui.painter().rect_stroke(rect, f32::from(radius::SMALL), ring, inside);
            }
        }
        (response, picked)
    }

    /// What is pointed at. The arrows walk over the marks while the chart has the focus.
    fn picked(&self, ui: &Ui, response: &Response, plot: Rect) -> Option<Picked> {
        let key: Id = response.id.with("mark");
        let hovered = response.hover_pos().and_then(|pointer| self.hit(pointer, plot));
        if response.clicked() {
            response.request_focus();
            if let Some(Picked::Mark(mark)) = hovered {
                ui.data_mut(|data| data.insert_temp(key, mark));
            }
        }
        if !response.has_focus() {
            return hovered;
        }
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        keep_keys(ui, response, filter);
        let last = self.marks.len().checked_sub(1)?;
        let before: Option<usize> = ui.data(|data| data.get_temp(key));
        let now = ui.input(|input| {
            let pressed = |keys: [Key; 2]| keys.into_iter().any(|key| input.key_pressed(key));
            let before = before.map(|before| before.min(last));
            if pressed([Key::ArrowLeft, Key::ArrowUp]) {
                Some(before.map_or(last, |before| before.checked_sub(1).unwrap_or(last)))
            } else if pressed([Key::ArrowRight, Key::ArrowDown]) {
                Some(before.map_or(0, |before| if before == last { 0 } else { before + 1 }))
            } else {
                before
            }
        });
        if let Some(now) = now {
            ui.data_mut(|data| data.insert_temp(key, now));
        }
        hovered.or(now.map(Picked::Mark))
    }

    /// The mark at a position, or else the point of the line.
    fn hit(&self, pointer: Pos2, plot: Rect) -> Option<Picked> {
        let nearest = |points: &mut dyn Iterator<Item = Pos2>, within: f32| {
            let far = points.map(|at| at.distance(pointer)).enumerate();
            let (index, distance) = far.min_by(|(_, one), (_, other)| one.total_cmp(other))?;
            (distance <= within).then_some(index)
        };
        nearest(&mut self.places(plot).into_iter(), NEAR_MARK).map(Picked::Mark).or_else(|| {
            let line = &mut self.line.iter().map(|at| place(*at, plot));
            nearest(line, NEAR_LINE).map(Picked::Line)
        })
    }

    fn paint(&self, ui: &Ui, tokens: &Tokens, rect: Rect, plot: Rect, picked: Option<Picked>) {
        let painter = ui.painter_at(rect);
        let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
        let strong = FontId::new(type_size::CAPTION, Weight::Medium.family());
        let floor = place(self.floors, plot);
        let both = Rect::from_min_max(pos2(floor.x, plot.top()), pos2(plot.right(), floor.y));
        painter.rect_filled(both, CornerRadius::ZERO, tokens.ok_soft);
        self.axes(&painter, tokens, rect, plot, &font);
        for point in self.cloud {
            painter.circle_filled(place(*point, plot), 2.0, tokens.border_strong);
        }
        let dash = Stroke::new(1.5, tokens.ok);
        let across = [pos2(plot.left(), floor.y), pos2(plot.right(), floor.y)];
        let up = [pos2(floor.x, plot.top()), pos2(floor.x, plot.bottom())];
        painter.extend(Shape::dashed_line(&across, dash, 4.0, 3.0));
        painter.extend(Shape::dashed_line(&up, dash, 4.0, 3.0));
        self.floor_labels(&painter, tokens, plot, floor, &strong);
        let line: Vec<Pos2> = self.line.iter().map(|point| place(*point, plot)).collect();
        if let [only] = line.as_slice() {
            painter.circle_filled(*only, 3.0, tokens.accent);
        }
        painter.add(Shape::line(line, Stroke::new(2.0, tokens.accent)));
        for mark in self.marks {
            let Some((low, high)) = mark.range else { continue };
            let (low, high) = (place(low, plot), place(high, plot));
            let open = Rect::from_two_pos(low, high);
            let corner = CornerRadius::same(radius::TAG);
            painter.rect_filled(open, corner, mark.colour.gamma_multiply(0.12));
            let edge = Stroke::new(1.0, mark.colour.gamma_multiply(0.6));
            painter.rect_stroke(open, corner, edge, egui::StrokeKind::Inside);
        }
        if let Some((from, to)) = self.way {
            let ends = [place(from, plot), place(to, plot)];
            let stroke = Stroke::new(1.5, tokens.text_2);
            painter.extend(Shape::dashed_line(&ends, stroke, 2.0, 3.0));
        }
        self.labels(&painter, tokens, plot);
        let places = self.places(plot);
        for (mark, at) in self.marks.iter().zip(&places) {
            let really = place(mark.at, plot);
            if really.distance(*at) > 1.0 {
                painter.line_segment([really, *at], Stroke::new(1.0, mark.colour));
                painter.circle_filled(really, 2.5, mark.colour);
            }
            mark.glyph.paint(&painter, tokens, *at, mark.colour);
        }
        let at = match picked {
            Some(Picked::Mark(index)) => places.get(index).map(|at| (*at, 12.0)),
            Some(Picked::Line(index)) => self.line.get(index).map(|at| (place(*at, plot), 5.0)),
            None => None,
        };
        if let Some((at, size)) = at {
            painter.circle_stroke(at, size, Stroke::new(2.0, tokens.text));
        }
    }

    /// Where the marks are drawn: packages beside their place when something else stands there.
    fn places(&self, plot: Rect) -> Vec<Pos2> {
        let at = |mark: &Mark| place(mark.at, plot);
        let is_number = |mark: &Mark| matches!(mark.glyph, Glyph::Number(_));
        let mut taken: Vec<Pos2> =
            self.marks.iter().filter(|mark| !is_number(mark)).map(at).collect();
        let mut places = Vec::with_capacity(self.marks.len());
        for mark in self.marks {
            let here = at(mark);
            if !is_number(mark) {
                places.push(here);
                continue;
            }
            let free = beside(here, &taken);
            taken.push(free);
            places.push(free);
        }
        places
    }

    fn axes(&self, painter: &Painter, tokens: &Tokens, rect: Rect, plot: Rect, font: &FontId) {
        let grid = Stroke::new(1.0, tokens.grid);
        for tick in [0_u8, 20, 40, 60, 80, 100] {
            let share = f64::from(tick) / 100.0;
            let at = place((share, share), plot);
            painter.hline(plot.x_range(), at.y, grid);
            painter.vline(at.x, plot.y_range(), grid);
            let label = tick.to_string();
            let left = pos2(plot.left() - 8.0, at.y);
            painter.text(left, Align2::RIGHT_CENTER, &label, font.clone(), tokens.text_3);
            let below = pos2(at.x, plot.bottom() + 5.0);
            painter.text(below, Align2::CENTER_TOP, &label, font.clone(), tokens.text_3);
        }
        let below = pos2(plot.center().x, rect.bottom());
        painter.text(below, Align2::CENTER_BOTTOM, self.x_title, font.clone(), tokens.text_2);
        let title = painter.layout_no_wrap(self.y_title.to_owned(), font.clone(), tokens.text_2);
        let at = pos2(rect.left(), plot.center().y + title.size().x / 2.0);
        let upright = egui::epaint::TextShape::new(at, title, tokens.text_2);
        painter.add(upright.with_angle(-std::f32::consts::FRAC_PI_2));
    }

    /// The names of the floors, where they are out of the way.
    fn floor_labels(
        &self,
        painter: &Painter,
        tokens: &Tokens,
        plot: Rect,
        floor: Pos2,
        font: &FontId,
    ) {
        let theirs = if plot.bottom() - floor.y > 20.0 {
            (pos2(plot.left() + 6.0, floor.y + 4.0), Align2::LEFT_TOP)
        } else {
            (pos2(plot.left() + 6.0, floor.y - 4.0), Align2::LEFT_BOTTOM)
        };
        painter.text(theirs.0, theirs.1, &self.their_floor, font.clone(), tokens.ok);
        // Above the label of their floor when both floors are low.
        let up = if floor.x < plot.left() + 120.0 && plot.bottom() - floor.y <= 40.0 {
            24.0
        } else {
            4.0
        };
        let at = pos2(floor.x + 6.0, plot.bottom() - up);
        painter.text(at, Align2::LEFT_BOTTOM, &self.my_floor, font.clone(), tokens.ok);
    }

    /// The names of marks, each where it covers no other name and no mark.
    fn labels(&self, painter: &Painter, tokens: &Tokens, plot: Rect) {
        let bold = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        let plain = FontId::new(type_size::CAPTION, Weight::Regular.family());
        let mut taken: Vec<Rect> = self
            .marks
            .iter()
            .map(|mark| Rect::from_center_size(place(mark.at, plot), Vec2::splat(18.0)))
            .chain(
                self.places(plot)
                    .into_iter()
                    .map(|at| Rect::from_center_size(at, Vec2::splat(18.0))),
            )
            .chain(
                self.line
                    .iter()
                    .map(|at| Rect::from_center_size(place(*at, plot), Vec2::splat(2.0))),
            )
            .collect();
        for mark in self.marks.iter().filter(|mark| mark.labelled) {
            let name = painter.layout_no_wrap(mark.name.clone(), bold.clone(), tokens.text);
            let worth = painter.layout_no_wrap(mark.worth.clone(), plain.clone(), tokens.text_2);
            let size = Vec2::new(name.size().x.max(worth.size().x), name.size().y + worth.size().y);
            let at = place(mark.at, plot);
            let Some(room) = free_place(at, size, plot, &taken) else { continue };
            taken.push(room);
            let near =
                pos2(at.x.clamp(room.left(), room.right()), at.y.clamp(room.top(), room.bottom()));
            painter.line_segment([at, near], Stroke::new(1.0, tokens.text_3));
            let ground = room.expand2(Vec2::new(4.0, 2.0));
            let corner = CornerRadius::same(radius::TAG);
            painter.rect_filled(ground, corner, tokens.surface.gamma_multiply(0.85));
            let below = room.min + Vec2::new(0.0, name.size().y);
            painter.galley(room.min, name, tokens.text);
            painter.galley(below, worth, tokens.text_2);
        }
    }
}

/// The place of a deal on the screen.
#[expect(clippy::cast_possible_truncation, reason = "screen positions")]
fn place((me, them): Worth, plot: Rect) -> Pos2 {
    pos2(plot.left() + me as f32 * plot.width(), plot.bottom() - them as f32 * plot.height())
}

/// The nearest place, below the line if there is one, where a sign covers no other.
fn beside(at: Pos2, taken: &[Pos2]) -> Pos2 {
    const APART: f32 = 20.0;
    let around = [20.0, 30.0, 40.0].into_iter().flat_map(|far| {
        // To the left and down first: up and to the right lies the line.
        [0.75, 0.6, 0.9, 0.45, 1.05, 0.3, 0.15, 0.0].map(|turn: f32| {
            let (sine, cosine) = (turn * std::f32::consts::PI).sin_cos();
            at + Vec2::new(cosine, sine) * far
        })
    });
    let free = |place: &Pos2| taken.iter().all(|other| other.distance(*place) >= APART);
    std::iter::once(at).chain(around).find(free).unwrap_or(at)
}

/// A place for a label of this size near a mark that covers nothing; the nearest first.
fn free_place(at: Pos2, size: Vec2, plot: Rect, taken: &[Rect]) -> Option<Rect> {
    let mut places = Vec::new();
    for gap in [16.0, 34.0, 56.0, 84.0] {
        for (right, down) in [(1.0, -1.0), (-1.0, 1.0), (1.0, 1.0), (-1.0, -1.0)] {
            let x = if right > 0.0 { at.x + gap } else { at.x - gap - size.x };
            let y = if down > 0.0 { at.y + gap * 0.6 } else { at.y - gap * 0.6 - size.y };
            places.push(Rect::from_min_size(pos2(x, y), size));
        }
    }
    let plot = plot.shrink(4.0);
    places.into_iter().find(|room| {
        plot.contains_rect(*room) && !taken.iter().any(|other| other.intersects(room.expand(4.0)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot() -> Rect {
        Rect::from_min_size(pos2(50.0, 10.0), Vec2::new(400.0, 300.0))
    }

    #[test]
    fn more_for_me_is_further_right_and_more_for_them_further_up() {
        assert_eq!(place((0.0, 0.0), plot()), pos2(50.0, 310.0));
        assert_eq!(place((1.0, 1.0), plot()), pos2(450.0, 10.0));
    }

    #[test]
    fn names_of_marks_in_the_same_place_do_not_cover_one_another() {
        let size = Vec2::new(90.0, 30.0);
        let at = place((0.6, 0.6), plot());
        let mut taken = vec![Rect::from_center_size(at, Vec2::splat(18.0))];
        for _ in 0..4 {
            let room = free_place(at, size, plot(), &taken).unwrap();
            assert!(plot().contains_rect(room));
            assert!(taken.iter().all(|other| !other.intersects(room)));
            taken.push(room);
        }
    }

    #[test]
    fn signs_in_the_same_place_stand_beside_one_another() {
        let at = place((0.6, 0.5), plot());
        let mut taken = vec![at];
        for _ in 0..4 {
            let free = beside(at, &taken);
            assert!(taken.iter().all(|other| other.distance(free) >= 20.0), "{taken:?}");
            taken.push(free);
        }
        assert_eq!(beside(at, &[]), at);
    }

    #[test]
    fn a_name_stays_inside_at_the_corner() {
        let at = place((1.0, 1.0), plot());
        let room = free_place(at, Vec2::new(90.0, 30.0), plot(), &[]).unwrap();
        assert!(plot().contains_rect(room));
        assert!(free_place(at, Vec2::new(900.0, 30.0), plot(), &[]).is_none());
    }
}
