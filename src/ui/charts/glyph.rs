//! The signs of deals in a chart and in its legend: a shape tells them apart without colour.

use egui::{Align2, Color32, FontId, Painter, Pos2, Shape, Stroke, Vec2, pos2};

use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glyph {
    Star,
    Triangle,
    Square,
    Disc,
    Diamond,
    /// Hollow: not all of it is settled.
    OpenDiamond,
    /// A package.
    Number(usize),
}

impl Glyph {
    pub fn paint(self, painter: &Painter, tokens: &Tokens, at: Pos2, colour: Color32) {
        let rim = Stroke::new(1.5, tokens.surface);
        let around = |corners: usize, size: f32| polygon(at, corners, size);
        match self {
            Self::Star => star(painter, at, colour, tokens.surface),
            Self::Triangle => {
                painter.add(Shape::convex_polygon(around(3, 8.0), colour, rim));
            }
            Self::Square => {
                let side = Vec2::splat(5.0);
                let corners = vec![
                    at - side,
                    at + Vec2::new(side.x, -side.y),
                    at + side,
                    at + Vec2::new(-side.x, side.y),
                ];
                painter.add(Shape::convex_polygon(corners, colour, rim));
            }
            Self::Disc => {
                painter.circle(at, 5.5, colour, rim);
            }
            Self::Diamond => {
                painter.add(Shape::convex_polygon(around(4, 8.0), colour, rim));
            }
            Self::OpenDiamond => {
                let edge = Stroke::new(2.0, colour);
                painter.add(Shape::convex_polygon(around(4, 7.0), tokens.surface, edge));
            }
            Self::Number(number) => {
                painter.circle(at, 9.0, tokens.surface, Stroke::new(1.5, colour));
                let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
                painter.text(at, Align2::CENTER_CENTER, number.to_string(), font, colour);
            }
        }
    }
}

/// The corners of a polygon with one of them at the top.
fn polygon(at: Pos2, corners: usize, size: f32) -> Vec<Pos2> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of corners")]
    let turn = |corner: usize| std::f32::consts::TAU * corner as f32 / corners as f32;
    (0..corners)
        .map(|corner| {
            let (sine, cosine) = turn(corner).sin_cos();
            pos2(at.x + sine * size, at.y - cosine * size)
        })
        .collect()
}

/// Five tips around a disc: a painter fills convex shapes only.
fn star(painter: &Painter, at: Pos2, colour: Color32, rim: Color32) {
    for (size, core, colour) in [(11.0, 5.6, rim), (9.0, 4.2, colour)] {
        let tips = polygon(at, 5, size);
        let inner = polygon(at, 10, core);
        for (index, tip) in tips.iter().enumerate() {
            let near = |step: usize| inner.get((2 * index + step) % 10).copied().unwrap_or(at);
            let corners = vec![at, near(9), *tip, near(1)];
            painter.add(Shape::convex_polygon(corners, colour, Stroke::NONE));
        }
        painter.circle_filled(at, core * 0.9, colour);
    }
}
