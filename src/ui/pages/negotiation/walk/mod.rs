//! The pitch, and the seventeen questions asked of it.

mod coverage;
mod pitch;
mod quadrant_card;
mod questions;
mod speech;

use egui::Ui;

use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::widgets::layout::{Cell, Column, canvas};

const QUADRANT: Cell = Cell { min: 300.0, grow: 1.0 };

/// Text and coverage at the left; the quadrants at the right as on every map.
const COLUMNS: [Column<'static>; 3] = [
    Column {
        weight: 1.5,
        cells: &[Cell { min: 260.0, grow: 1.0 }, Cell { min: 322.0, grow: 0.0 }],
    },
    Column { weight: 1.0, cells: &[QUADRANT, QUADRANT] },
    Column { weight: 1.0, cells: &[QUADRANT, QUADRANT] },
];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    canvas(ui, &COLUMNS, |ui, index, place| match index {
        0 => pitch::card(ui, cx, session, place),
        1 => coverage::card(ui, cx, session, place),
        2 => quadrant_card::show(ui, cx, session, Quadrant::A, place),
        3 => quadrant_card::show(ui, cx, session, Quadrant::B, place),
        4 => quadrant_card::show(ui, cx, session, Quadrant::D, place),
        _ => quadrant_card::show(ui, cx, session, Quadrant::C, place),
    });
}
