//! Lines under a text: each quadrant has a shape and a colour of its own, and its letter stands
//! where a passage begins. Only what is in sight is drawn.

use std::ops::Range;

use egui::epaint::text::PlacedRow;
use egui::text::CharIndex;
use egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    Vec2, pos2,
};

use super::marks::Marks;
use super::shown::Lit;
use crate::domain::quadrant::Quadrant;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

/// The line height of a text with lines under it: room for three of them and a letter.
pub(super) const LINE_HEIGHT: f32 = 30.0;

/// From the baseline to the first line.
const BELOW: f32 = 4.0;
/// From one line to the next.
const STEP: f32 = 4.0;
/// How strong the line of a passage is beside the words that tell.
const PASSAGE: f32 = 0.5;
/// How strong everything is that is not lit, while something is.
const DIMMED: f32 = 0.3;

/// A text on the screen.
pub(super) struct Sheet<'a> {
    pub painter: &'a Painter,
    pub tokens: &'a Tokens,
    pub galley: &'a Galley,
    pub at: Pos2,
    pub marks: &'a Marks,
    pub lit: Lit,
    pub framed: Option<Range<usize>>,
}

impl Sheet<'_> {
    /// What lies behind the text: the ground of the passages that are lit, and the frame.
    pub(super) fn grounds(&self) -> Vec<Shape> {
        let mut shapes = Vec::new();
        let framed = self.framed.as_ref().map(|span| self.marks.chars(span));
        for (start, row) in self.rows() {
            let ground = |shapes: &mut Vec<Shape>, chars: &Range<usize>, fill| {
                if let Some(place) = self.place(start, row, chars) {
                    let place = place.shrink2(Vec2::new(0.0, 4.0)).expand2(Vec2::new(1.0, 0.0));
                    shapes.push(Shape::rect_filled(place, CornerRadius::same(3), fill));
                }
            };
            let chars = start..start + row.glyphs.len();
            if matches!(self.lit, Lit::All | Lit::Irritating) {
                for one in self.marks.irritating_in(chars.clone()) {
                    ground(&mut shapes, &one.chars, self.tokens.warn_soft);
                }
            }
            match self.lit {
                Lit::All | Lit::Irritating => {}
                Lit::Question(question) => {
                    let fill = self.tokens.quadrants[question.quadrant()].soft;
                    for found in self.marks.of_question(question) {
                        ground(&mut shapes, &found.chars, fill);
                    }
                }
                Lit::Quadrant(quadrant) => {
                    let runs = self.marks.runs_in(chars).filter(|run| run.quadrant == quadrant);
                    for run in runs {
                        ground(&mut shapes, &run.chars, self.tokens.quadrants[quadrant].soft);
                    }
                }
            }
            let place = framed.as_ref().and_then(|chars| self.place(start, row, chars));
            if let Some(place) = place {
                let place = place.shrink2(Vec2::new(0.0, 3.0)).expand2(Vec2::new(2.0, 0.0));
                let stroke = Stroke::new(1.5, self.tokens.accent);
                let corner = CornerRadius::same(4);
                shapes.push(Shape::rect_filled(place, corner, self.tokens.accent_soft));
                shapes.push(Shape::rect_stroke(place, corner, stroke, StrokeKind::Inside));
            }
        }
        shapes
    }

    /// The lines, heavy under the words that tell, the letters, and the marks of irritating words.
    pub(super) fn lines(&self) {
        let mut shapes = Vec::new();
        for (start, row) in self.rows() {
            let chars = start..start + row.glyphs.len();
            let mut lettered: Option<(usize, f32)> = None;
            for run in self.marks.runs_in(chars.clone()) {
                let Some(place) = self.place(start, row, &run.chars) else { continue };
                let colours = &self.tokens.quadrants[run.quadrant];
                let strength = if self.is_lit(run.quadrant) { 1.0 } else { DIMMED };
                let y = self.baseline(row, start, &run.chars) + BELOW + STEP * f32::from(run.level);
                let line = |place: Rect| place.left()..place.right().max(place.left() + 3.0);
                let whole = colours.solid.gamma_multiply(strength * PASSAGE);
                shapes.extend(line_of(run.quadrant, line(place), y, whole));
                let inside = run.chars.start.max(chars.start)..run.chars.end.min(chars.end);
                for cue in self.marks.cues_in(run.quadrant, inside) {
                    if let Some(place) = self.place(start, row, cue) {
                        let colour = colours.solid.gamma_multiply(strength);
                        shapes.extend(line_of(run.quadrant, line(place), y, colour));
                    }
                }
                if run.chars.start >= start {
                    let beside = lettered.filter(|(at, _)| *at == run.chars.start);
                    let left = beside.map_or(place.left(), |(_, right)| right);
                    let colour = colours.text.gamma_multiply(strength);
                    let right = self.sign(left, row, run.quadrant.letter(), colour);
                    lettered = Some((run.chars.start, right));
                }
            }
            for one in self.marks.irritating_in(chars) {
                let Some(place) = self.place(start, row, &one.chars) else { continue };
                let strong = matches!(self.lit, Lit::All | Lit::Irritating);
                let colour = self.tokens.warn.gamma_multiply(if strong { 1.0 } else { DIMMED });
                let below = self.marks.runs_in(one.chars.clone()).map(|run| run.level + 1).max();
                let level = f32::from(below.unwrap_or_default());
                let y = self.baseline(row, start, &one.chars) + BELOW + STEP * level;
                shapes.push(zigzag(place.left()..place.right(), y, colour));
                if one.chars.end <= start + row.glyphs.len() {
                    self.sign(place.right(), row, "!", colour);
                }
            }
        }
        self.painter.extend(shapes);
    }

    /// The place of the first of these characters.
    pub(super) fn place_of(&self, span: &Range<usize>) -> Option<Rect> {
        let chars = self.marks.chars(span);
        let mut start = 0;
        self.galley.rows.iter().find_map(|row| {
            let place = self.place(start, row, &chars);
            start += row.char_count_including_newline().0;
            place
        })
    }

    /// The character under a point, if there is text.
    pub(super) fn char_at(&self, point: Pos2) -> Option<usize> {
        self.rows().find_map(|(start, row)| {
            let place = row.rect().translate(self.at.to_vec2());
            let inside = place.contains(point);
            let before = point.x - place.left();
            let column = row.glyphs.iter().position(|glyph| before < glyph.max_x())?;
            inside.then_some(start + column)
        })
    }

    /// The rows in sight, each with the number of characters before it.
    fn rows(&self) -> impl Iterator<Item = (usize, &PlacedRow)> {
        let (mut before, sight) = (0, self.painter.clip_rect());
        let counted = self.galley.rows.iter().map(move |row| {
            let start = before;
            before += row.char_count_including_newline().0;
            (start, row)
        });
        let top = sight.top() - LINE_HEIGHT - self.at.y;
        let bottom = sight.bottom() - self.at.y;
        counted
            .skip_while(move |(_, row)| row.max_y() < top)
            .take_while(move |(_, row)| row.min_y() <= bottom)
    }

    /// The part of these characters that stands in a row.
    fn place(&self, start: usize, row: &PlacedRow, chars: &Range<usize>) -> Option<Rect> {
        let from = chars.start.max(start) - start;
        let to = chars.end.min(start + row.glyphs.len()).checked_sub(start)?;
        if from >= to {
            return None;
        }
        let place = row.rect().translate(self.at.to_vec2());
        let x = |column: usize| place.left() + row.x_offset(CharIndex(column));
        Some(Rect::from_min_max(pos2(x(from), place.top()), pos2(x(to), place.bottom())))
    }

    fn baseline(&self, row: &PlacedRow, start: usize, chars: &Range<usize>) -> f32 {
        let glyph = row.glyphs.get(chars.start.saturating_sub(start));
        let inside = glyph.map_or(row.size.y * 0.65, |glyph| glyph.pos.y);
        (self.at.y + row.pos.y + inside).round()
    }

    /// A small sign above the text; returns where it ends.
    fn sign(&self, left: f32, row: &PlacedRow, sign: &str, colour: Color32) -> f32 {
        let font = FontId::new(type_size::MARK, Weight::SemiBold.family());
        let at = pos2(left, self.at.y + row.pos.y - 3.0);
        self.painter.text(at, Align2::LEFT_TOP, sign, font, colour).right() + 1.0
    }

    fn is_lit(&self, quadrant: Quadrant) -> bool {
        match self.lit {
            Lit::All => true,
            Lit::Quadrant(lit) => lit == quadrant,
            Lit::Question(question) => question.quadrant() == quadrant,
            Lit::Irritating => false,
        }
    }
}

/// A line in the shape of its quadrant: A is one line, B two, C a wave, D dots.
pub(super) fn line_of(quadrant: Quadrant, x: Range<f32>, y: f32, colour: Color32) -> Vec<Shape> {
    let straight = |y: f32, width: f32| {
        Shape::line_segment([pos2(x.start, y), pos2(x.end, y)], Stroke::new(width, colour))
    };
    match quadrant {
        Quadrant::A => vec![straight(y, 2.0)],
        Quadrant::B => vec![straight(y - 0.75, 1.0), straight(y + 1.75, 1.0)],
        Quadrant::C => vec![wave(x, y, colour)],
        Quadrant::D => {
            let path = [pos2(x.start + 1.0, y), pos2(x.end, y)];
            Shape::dotted_line(&path, colour, 4.0, 1.1)
        }
    }
}

fn wave(x: Range<f32>, y: f32, colour: Color32) -> Shape {
    let bends = [0.0, 1.0, 1.4, 1.0, 0.0, -1.0, -1.4, -1.0];
    let mut points = Vec::new();
    let mut at = x.start;
    for bend in bends.into_iter().cycle() {
        if at > x.end {
            break;
        }
        points.push(pos2(at, y + bend));
        at += 1.0;
    }
    Shape::line(points, Stroke::new(1.3, colour))
}

/// Sharp teeth, unlike the wave.
pub(super) fn zigzag(x: Range<f32>, y: f32, colour: Color32) -> Shape {
    let mut points = Vec::new();
    let mut at = x.start;
    for bend in [1.5, -1.5].into_iter().cycle() {
        if at > x.end {
            break;
        }
        points.push(pos2(at, y + bend));
        at += 2.5;
    }
    Shape::line(points, Stroke::new(1.2, colour))
}
