//! The data table of the kite: each quadrant's share with its 80 % interval, as bars and numbers.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, Vec2, pos2};

use crate::domain::profile::ProfileReading;
use crate::domain::quadrant::Quadrant;
use crate::i18n::{Arg, Messages};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};
use crate::ui::widgets::tag::quadrant_tag;

const ROW: f32 = 22.0;
const TAG: f32 = 28.0;
const SHARE: f32 = 38.0;
const RANGE: f32 = 58.0;

/// Shows the table in the width that is there.
pub fn shares(ui: &mut Ui, tokens: &Tokens, messages: &Messages, reading: &ProfileReading) {
    ui.spacing_mut().item_spacing.y = 2.0;
    head(ui, tokens, messages);
    for quadrant in Quadrant::ALL {
        row(ui, tokens, messages, reading, quadrant);
    }
}

fn head(ui: &mut Ui, tokens: &Tokens, messages: &Messages) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 16.0), Sense::hover());
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    let right = rect.right_center();
    let paint = |at, label: &str| {
        ui.painter().text(at, Align2::RIGHT_CENTER, label, font.clone(), tokens.text_3);
    };
    paint(right, messages.text("shares-range"));
    paint(right - Vec2::new(RANGE, 0.0), messages.text("shares-share"));
}

fn row(
    ui: &mut Ui,
    tokens: &Tokens,
    messages: &Messages,
    reading: &ProfileReading,
    quadrant: Quadrant,
) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let interval = reading.intervals[quadrant];
    let share = messages.percent(reading.shares[quadrant]);
    let range = messages.with(
        "shares-from-to",
        &[
            ("low", Arg::from(bare(messages, interval.low))),
            ("high", Arg::from(bare(messages, interval.high))),
        ],
    );
    let spoken = messages.with(
        "shares-row",
        &[
            ("letter", Arg::from(quadrant.letter())),
            ("share", Arg::from(&share)),
            ("low", Arg::from(messages.percent(interval.low))),
            ("high", Arg::from(messages.percent(interval.high))),
        ],
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    let tag = Rect::from_min_size(rect.left_top() + Vec2::new(0.0, 1.0), Vec2::splat(20.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(tag), |ui| quadrant_tag(ui, tokens, quadrant));
    let bar = Rect::from_min_max(
        pos2(rect.left() + TAG, rect.center().y - 4.0),
        pos2(rect.right() - SHARE - RANGE - 4.0, rect.center().y + 4.0),
    );
    let (corner, colours) = (CornerRadius::same(4), &tokens.quadrants[quadrant]);
    #[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
    let at = |share: f64| bar.left() + share.clamp(0.0, 1.0) as f32 * bar.width();
    let painter = ui.painter();
    painter.rect_filled(bar, corner, tokens.hover);
    let likely = Rect::from_min_max(
        pos2(at(interval.low), bar.top()),
        pos2(at(interval.high).max(at(interval.low) + 1.0), bar.bottom()),
    );
    let end = pos2(at(reading.shares[quadrant]), bar.bottom());
    painter.rect_filled(Rect::from_min_max(bar.left_top(), end), corner, colours.solid);
    painter.rect_filled(likely, corner, colours.solid.gamma_multiply(0.35));
    let font = |weight: Weight| FontId::new(type_size::CAPTION, weight.family());
    let leads = reading.leading == Some(quadrant);
    let weight = if leads { Weight::SemiBold } else { Weight::Regular };
    let colour = if leads { tokens.text } else { tokens.text_2 };
    let right = rect.right_center();
    painter.text(right, Align2::RIGHT_CENTER, range, font(Weight::Regular), tokens.text_3);
    painter.text(right - Vec2::new(RANGE, 0.0), Align2::RIGHT_CENTER, share, font(weight), colour);
}

/// A percentage without its sign, which stands in the head.
fn bare(messages: &Messages, share: f64) -> String {
    messages.percent(share).trim_end_matches('%').to_owned()
}
