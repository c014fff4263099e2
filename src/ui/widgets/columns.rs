//! Cells side by side in one row of a table, at the same places in every row.

use egui::{Align, Layout, Rect, Ui, UiBuilder};

/// The width of one column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Track {
    /// In points.
    Fixed(f32),
    /// A share of what the fixed ones leave.
    Share(f32),
}

/// The places of the cells of a row in `rect`, with `gap` between them.
pub fn split(rect: Rect, gap: f32, tracks: &[Track]) -> Vec<Rect> {
    let (mut fixed, mut total) = (0.0, 0.0);
    for track in tracks {
        match track {
            Track::Fixed(width) => fixed += width,
            Track::Share(part) => total += part,
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a table has a handful of columns")]
    let gaps = gap * tracks.len().saturating_sub(1) as f32;
    let spare = (rect.width() - fixed - gaps).max(0.0);
    let mut left = rect.left();
    tracks
        .iter()
        .map(|track| {
            let width = match track {
                Track::Fixed(width) => *width,
                Track::Share(part) => spare * part / total,
            };
            let place = Rect::from_min_max(
                egui::pos2(left, rect.top()),
                egui::pos2(left + width, rect.bottom()),
            );
            left += width + gap;
            place
        })
        .collect()
}

/// Shows the content of one cell; `align` is `Align::Max` for numbers.
pub fn cell<R>(
    ui: &mut Ui,
    salt: impl egui::AsIdSalt,
    rect: Rect,
    align: Align,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    let layout = match align {
        Align::Max => Layout::right_to_left(Align::Center),
        Align::Min | Align::Center => Layout::left_to_right(Align::Center),
    };
    let mut child = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout));
    let ring = egui::Vec2::splat(3.0);
    child.set_clip_rect(rect.expand2(ring).intersect(ui.clip_rect()));
    content(&mut child)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_fill_what_the_fixed_columns_leave() {
        let rect = Rect::from_min_size(egui::pos2(10.0, 0.0), egui::vec2(300.0, 20.0));
        let cells = split(rect, 10.0, &[Track::Fixed(80.0), Track::Share(1.0), Track::Share(3.0)]);
        assert!((cells[1].width() - 50.0).abs() < 0.01);
        assert!((cells[2].right() - 310.0).abs() < 0.01);
    }
}
