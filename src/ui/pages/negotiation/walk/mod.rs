//! The pitch, and the seventeen questions asked of it.

mod coverage;
mod pitch;
mod quadrant_card;
mod questions;
mod speech;

use egui::{Rect, ScrollArea, Sense, Ui, Vec2};

use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::layout::{Cell, Column, canvas};

const QUADRANT: Cell = Cell { min: 300.0, grow: 1.0 };

/// Text and coverage at the left; the quadrants at the right as on every map.
const COLUMNS: [Column<'static>; 3] = [
    Column {
        weight: 1.5,
        cells: &[Cell { min: 260.0, grow: 1.0 }, Cell { min: 340.0, grow: 0.0 }],
    },
    Column { weight: 1.0, cells: &[QUADRANT, QUADRANT] },
    Column { weight: 1.0, cells: &[QUADRANT, QUADRANT] },
];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    if ui.available_width() < size::NARROW_CANVAS {
        narrow(ui, cx, session);
        return;
    }
    canvas(ui, &COLUMNS, |ui, index, place| card(ui, cx, session, index, place));
}

fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, index: usize, place: Rect) {
    match index {
        0 => pitch::card(ui, cx, session, place),
        1 => coverage::card(ui, cx, session, place),
        2 => quadrant_card::show(ui, cx, session, Quadrant::A, place),
        3 => quadrant_card::show(ui, cx, session, Quadrant::B, place),
        4 => quadrant_card::show(ui, cx, session, Quadrant::D, place),
        _ => quadrant_card::show(ui, cx, session, Quadrant::C, place),
    }
}

/// The quadrants keep their places on the map; the text and the coverage go above and below it.
fn narrow(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    const PITCH: f32 = 240.0;
    const COVERAGE: f32 = 320.0;
    const QUADRANT: f32 = 380.0;
    let gap = size::CARD_GAP;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width();
        let height = PITCH + COVERAGE + (QUADRANT + gap) * 2.0 + gap;
        let (room, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
        let half = (width - gap) / 2.0;
        let place = |column: f32, top: f32, width: f32, height: f32| {
            let corner = room.min + Vec2::new(column * (half + gap), top);
            Rect::from_min_size(corner, Vec2::new(width, height))
        };
        let (first, second) = (PITCH + gap, PITCH + QUADRANT + gap * 2.0);
        let places = [
            place(0.0, 0.0, width, PITCH),
            place(0.0, second + QUADRANT + gap, width, COVERAGE),
            place(0.0, first, half, QUADRANT),
            place(0.0, second, half, QUADRANT),
            place(1.0, first, half, QUADRANT),
            place(1.0, second, half, QUADRANT),
        ];
        for (index, place) in places.into_iter().enumerate() {
            card(ui, cx, session, index, place);
        }
    });
}
