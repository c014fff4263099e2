//! The data table of the kite: each quadrant's share with its 80 % interval and P(largest), as bars
//! and numbers.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, Vec2, pos2};

use crate::domain::profile::ProfileReading;
use crate::domain::quadrant::Quadrant;
use crate::i18n::{Arg, Messages};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};
use crate::ui::widgets::tag::quadrant_tag;

const ROW: f32 = 22.0;
const TAG: f32 = 26.0;
const SHARE: f32 = 38.0;
const RANGE: f32 = 48.0;
const LARGEST: f32 = 42.0;
/// A bar shorter than this shows nothing.
const SHORTEST_BAR: f32 = 24.0;

/// Shows the table in the width that is there.
pub fn shares(ui: &mut Ui, tokens: &Tokens, messages: &Messages, reading: &ProfileReading) {
    ui.spacing_mut().item_spacing.y = 2.0;
    head(ui, tokens, messages);
    for quadrant in Quadrant::ALL {
        row(ui, tokens, messages, reading, quadrant);
    }
}

fn head(ui: &mut Ui, tokens: &Tokens, messages: &Messages) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 16.0), Sense::hover());
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    let mut right = rect.right_center();
    for (key, width) in
        [("shares-largest", LARGEST), ("shares-range", RANGE), ("shares-share", SHARE)]
    {
        let label = messages.text(key);
        ui.painter().text(right, Align2::RIGHT_CENTER, label, font.clone(), tokens.text_3);
        right.x -= width;
    }
    response.on_hover_text(messages.text("shares-explained"));
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
    // Before anything is known there is nothing to lead.
    let known = reading.profile.observations > 0;
    let largest = messages.percent(reading.p_largest[quadrant]);
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
            ("largest", Arg::from(&largest)),
        ],
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    let tag = Rect::from_min_size(rect.left_top() + Vec2::new(0.0, 1.0), Vec2::splat(20.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(tag), |ui| quadrant_tag(ui, tokens, quadrant));
    let bar = Rect::from_min_max(
        pos2(rect.left() + TAG, rect.center().y - 4.0),
        pos2(rect.right() - SHARE - RANGE - LARGEST, rect.center().y + 4.0),
    );
    if bar.width() >= SHORTEST_BAR {
        paint_bar(ui, tokens, reading, quadrant, bar);
    }
    let font = |weight: Weight| FontId::new(type_size::CAPTION, weight.family());
    let leads = reading.leading == Some(quadrant);
    let weight = if leads { Weight::SemiBold } else { Weight::Regular };
    let colour = if leads { tokens.text } else { tokens.text_2 };
    let painter = ui.painter();
    let right = rect.right_center();
    let largest = if known { largest.as_str() } else { "–" };
    painter.text(right, Align2::RIGHT_CENTER, largest, font(weight), colour);
    let right = right - Vec2::new(LARGEST, 0.0);
    painter.text(right, Align2::RIGHT_CENTER, range, font(Weight::Regular), tokens.text_3);
    let right = right - Vec2::new(RANGE, 0.0);
    painter.text(right, Align2::RIGHT_CENTER, share, font(weight), colour);
    response.on_hover_text(spoken);
}

fn paint_bar(ui: &Ui, tokens: &Tokens, reading: &ProfileReading, quadrant: Quadrant, bar: Rect) {
    let interval = reading.intervals[quadrant];
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
}

/// A percentage without its sign.
fn bare(messages: &Messages, share: f64) -> String {
    messages.percent(share).trim_end_matches('%').to_owned()
}
