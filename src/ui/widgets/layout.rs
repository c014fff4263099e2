//! The canvas: cards in columns that end at the same bottom edge, or stacked where it is narrow.

use egui::{Rect, ScrollArea, Sense, Ui, Vec2, pos2};

use crate::ui::theme::tokens::size;

/// One card's place in a column.
#[derive(Debug, Clone, Copy)]
pub struct Cell {
    /// Height below which the page scrolls rather than squeeze the card.
    pub min: f32,
    /// Share of the spare height.
    pub grow: f32,
}

/// A column of cards.
#[derive(Debug, Clone)]
pub struct Column<'a> {
    /// Share of the width.
    pub weight: f32,
    pub cells: &'a [Cell],
}

/// Lays out all cells, in order of columns, and shows each in its place.
pub fn canvas(ui: &mut Ui, columns: &[Column<'_>], show: impl FnMut(&mut Ui, usize, Rect)) {
    canvas_from(ui, size::NARROW_CANVAS, columns, show);
}

/// The same with another width below which the columns are stacked.
pub fn canvas_from(
    ui: &mut Ui,
    narrow_below: f32,
    columns: &[Column<'_>],
    mut show: impl FnMut(&mut Ui, usize, Rect),
) {
    let room = ui.available_rect_before_wrap();
    let narrow = room.width() < narrow_below;
    let rects = if narrow { stacked(room, columns) } else { side_by_side(room, columns) };
    let bottom = rects.iter().map(Rect::bottom).fold(room.top(), f32::max);
    // The same widgets with the same ids whether it scrolls or not: a banner above that takes some of
    // the room must not take the cursor out of a field.
    // The bar stands in the margin of the page, not on the edge of the cards, if there is one.
    let margin = (ui.clip_rect().right() - room.right()).clamp(0.0, 14.0);
    let usual = std::mem::replace(&mut ui.spacing_mut().scroll.bar_outer_margin, -margin);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().scroll.bar_outer_margin = usual;
        let height = bottom - room.top();
        let width = ui.available_width();
        let (place, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
        let inner = Rect::from_min_size(place.min, Vec2::new(width, height));
        let rects = if narrow { stacked(inner, columns) } else { side_by_side(inner, columns) };
        for (index, rect) in rects.into_iter().enumerate() {
            show(ui, index, rect);
        }
    });
    ui.spacing_mut().scroll.bar_outer_margin = usual;
}

fn gaps(count: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a page has a handful of cards")]
    let gaps = count.saturating_sub(1) as f32;
    gaps * size::CARD_GAP
}

fn stacked(room: Rect, columns: &[Column<'_>]) -> Vec<Rect> {
    let mut top = room.top();
    let mut rects = Vec::new();
    for cell in columns.iter().flat_map(|column| column.cells) {
        rects.push(Rect::from_min_size(pos2(room.left(), top), Vec2::new(room.width(), cell.min)));
        top += cell.min + size::CARD_GAP;
    }
    rects
}

fn side_by_side(room: Rect, columns: &[Column<'_>]) -> Vec<Rect> {
    let width = room.width() - gaps(columns.len());
    let weights: f32 = columns.iter().map(|column| column.weight).sum();
    let needed = columns
        .iter()
        .map(|column| {
            column.cells.iter().map(|cell| cell.min).sum::<f32>() + gaps(column.cells.len())
        })
        .fold(0.0, f32::max);
    let height = room.height().max(needed);
    let mut left = room.left();
    let mut rects = Vec::new();
    for column in columns {
        let column_width = width * column.weight / weights;
        let fixed =
            column.cells.iter().map(|cell| cell.min).sum::<f32>() + gaps(column.cells.len());
        let grow_all: f32 = column.cells.iter().map(|cell| cell.grow).sum();
        let spare = height - fixed;
        let mut top = room.top();
        for cell in column.cells {
            let share = if grow_all > 0.0 { cell.grow / grow_all } else { 0.0 };
            let cell_height = cell.min + spare * share;
            rects.push(Rect::from_min_size(pos2(left, top), Vec2::new(column_width, cell_height)));
            top += cell_height + size::CARD_GAP;
        }
        left += column_width + size::CARD_GAP;
    }
    rects
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: [Cell; 2] = [Cell { min: 100.0, grow: 1.0 }, Cell { min: 50.0, grow: 0.0 }];

    #[test]
    fn columns_end_at_the_same_bottom_edge() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(1200.0, 600.0));
        let one = [Cell { min: 100.0, grow: 1.0 }];
        let columns = [Column { weight: 2.0, cells: &CELLS }, Column { weight: 1.0, cells: &one }];
        let rects = side_by_side(room, &columns);
        assert!((rects[1].bottom() - 600.0).abs() < 0.01);
        assert!((rects[2].bottom() - 600.0).abs() < 0.01);
        assert!((rects[2].right() - 1200.0).abs() < 0.01);
    }

    #[test]
    fn a_narrow_canvas_stacks_without_overlap() {
        let room = Rect::from_min_size(pos2(0.0, 0.0), Vec2::new(600.0, 600.0));
        let rects = stacked(room, &[Column { weight: 1.0, cells: &CELLS }]);
        assert!(rects[0].bottom() < rects[1].top());
    }
}
