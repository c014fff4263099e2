//! One answer of an item: a box that is chosen as a whole, with its key.

use std::sync::Arc;

use egui::{CornerRadius, EventFilter, Galley, Id, Rect, Response, Sense, Stroke, Ui, Vec2, pos2};

use super::sheet::Sheet;
use crate::domain::questionnaire::paper::Mark;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::focus::keep_keys;
use crate::ui::widgets::text;

const PADDING: Vec2 = Vec2::new(16.0, 14.0);
const KEY: f32 = 24.0;
const GAP: f32 = 14.0;

/// The id of an answer, so that the focus can be given to it before it is drawn.
pub(super) fn id(sheet: &Sheet<'_>, index: usize, mark: Mark) -> Id {
    let item = sheet.items.get(index).map(|item| item.id.as_str());
    Id::unique(("questionnaire-choice", sheet.key(), item, mark.sign()))
}

/// The key that gives the answer.
pub(super) fn key(mark: Mark) -> &'static str {
    match mark {
        Mark::First => "1",
        Mark::Second => "2",
        Mark::DontKnow => "0",
    }
}

pub(super) fn show<'a>(
    ui: &mut Ui,
    cx: &Cx<'a>,
    sheet: &Sheet<'a>,
    index: usize,
    mark: Mark,
    large: bool,
) -> Option<Response> {
    let tokens = cx.tokens;
    let item = sheet.items.get(index)?;
    let label = sheet.said(cx, item, mark);
    let width = ui.available_width();
    let galley = galley(ui, cx, label, (mark, large), width - 2.0 * PADDING.x - KEY - GAP);
    let padding = match (mark, large) {
        (Mark::DontKnow, _) => PADDING.y * 0.6,
        (_, false) => PADDING.y * 0.85,
        (_, true) => PADDING.y * 1.5,
    };
    let height = galley.size().y.max(KEY) + 2.0 * padding;
    let (_, rect) = ui.allocate_space(Vec2::new(width, height));
    let response = ui.interact(rect, id(sheet, index, mark), Sense::click());
    // Left and right go from item to item here; up and down go from answer to answer.
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    keep_keys(ui, &response, filter);
    let selected = sheet.mark(index) == Some(mark);
    let enabled = ui.is_enabled();
    let spoken = sheet.sentence(cx, item, mark);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::RadioButton, enabled, selected, &spoken)
    });
    let (fill, line) = match (selected, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent),
        (false, true) => (tokens.hover, tokens.border_strong),
        (false, false) => (tokens.surface, tokens.border_strong),
    };
    let corner = CornerRadius::same(radius::CONTROL);
    let stroke = Stroke::new(if selected { 2.0 } else { 1.0 }, line);
    ui.painter().rect(rect, corner, fill, stroke, egui::StrokeKind::Inside);
    paint_key(ui, cx, rect, mark, selected);
    let left = rect.left() + PADDING.x + KEY + GAP;
    let at = pos2(left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.text);
    focus_ring(ui, &response, tokens);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    Some(response)
}

/// The key in a frame, which is full when the answer is chosen.
fn paint_key(ui: &Ui, cx: &Cx<'_>, rect: Rect, mark: Mark, selected: bool) {
    let tokens = cx.tokens;
    let centre = pos2(rect.left() + PADDING.x + KEY / 2.0, rect.center().y);
    let place = Rect::from_center_size(centre, Vec2::splat(KEY));
    let corner = CornerRadius::same(radius::TAG);
    let (fill, line, colour) = if selected {
        (tokens.accent, tokens.accent, tokens.on_accent)
    } else {
        (tokens.sunken, tokens.border_strong, tokens.text_2)
    };
    let stroke = Stroke::new(1.0, line);
    ui.painter().rect(place, corner, fill, stroke, egui::StrokeKind::Inside);
    let font = egui::FontId::new(type_size::BODY, Weight::SemiBold.family());
    ui.painter().text(centre, egui::Align2::CENTER_CENTER, key(mark), font, colour);
}

fn galley(ui: &Ui, cx: &Cx<'_>, label: &str, shown: (Mark, bool), room: f32) -> Arc<Galley> {
    let style = match shown {
        (Mark::DontKnow, _) => text::body(label, cx.tokens),
        (_, false) => text::value(label, cx.tokens).size(type_size::HEADING),
        (_, true) => text::value(label, cx.tokens).size(type_size::TITLE),
    };
    egui::WidgetText::from(style).into_galley(
        ui,
        Some(egui::TextWrapMode::Wrap),
        room,
        egui::TextStyle::Body,
    )
}
