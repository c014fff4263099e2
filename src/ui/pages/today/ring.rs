//! A small ring with a percentage: how far something is done.

use std::f32::consts::TAU;

use egui::{Align2, FontId, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2};

use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, type_size};

const RADIUS: f32 = 17.0;
/// Room for the ring and its name below it.
pub(super) const SIZE: Vec2 = Vec2::new(60.0, 58.0);

/// A whole number from 0 to 100.
pub(super) fn percent(share: f64) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u8;
    // Only what is done in full is 100.
    if percent == 100 && share < 1.0 { 99 } else { percent }
}

/// Shows the ring; `spoken` names it for a screen reader.
pub(super) fn ring(ui: &mut Ui, tokens: &Tokens, name: &str, share: f64, spoken: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(SIZE, Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, spoken));
    let centre = Pos2::new(rect.center().x, rect.top() + RADIUS + 3.0);
    let percent = percent(share);
    let done = percent == 100;
    let painter = ui.painter();
    painter.circle_stroke(centre, RADIUS, Stroke::new(3.0, tokens.grid));
    let colour = if done { tokens.ok } else { tokens.accent };
    if percent > 0 {
        painter.add(Shape::line(arc(centre, share), Stroke::new(3.0, colour)));
    }
    if done {
        let place = Rect::from_center_size(centre, Vec2::splat(16.0));
        icons::icon("check").tint(tokens.ok).paint_at(ui, place);
    } else {
        let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
        painter.text(centre, Align2::CENTER_CENTER, percent.to_string(), font, tokens.text);
    }
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    ui.painter().text(rect.center_bottom(), Align2::CENTER_BOTTOM, name, font, tokens.text_3);
    response
}

/// From the top, clockwise.
fn arc(centre: Pos2, share: f64) -> Vec<Pos2> {
    const STEPS: u8 = 48;
    #[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
    let sweep = share.clamp(0.0, 1.0) as f32 * TAU;
    (0..=STEPS)
        .map(|step| {
            let angle = sweep * f32::from(step) / f32::from(STEPS) - TAU / 4.0;
            centre + Vec2::angled(angle) * RADIUS
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_is_a_hundred() {
        assert_eq!(percent(0.0), 0);
        assert_eq!(percent(0.996), 99);
        assert_eq!(percent(1.0), 100);
        assert_eq!(percent(f64::NAN), 0);
    }
}
