//! Quadrant letters and animals. A quadrant is always a letter together with its colour.

use egui::{Align2, CornerRadius, FontId, Response, Sense, Stroke, Ui, Vec2};

use super::button::focus_ring;
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, radius, size, type_size};

pub(super) fn paint_letter(
    ui: &Ui,
    tokens: &Tokens,
    rect: egui::Rect,
    quadrant: Quadrant,
    filled: bool,
) {
    let colours = &tokens.quadrants[quadrant];
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::TAG),
        if filled { colours.solid } else { colours.soft },
        Stroke::new(1.0, colours.line),
        egui::StrokeKind::Inside,
    );
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        quadrant.letter(),
        FontId::new(type_size::CAPTION, Weight::SemiBold.family()),
        if filled { tokens.surface } else { colours.text },
    );
}

/// The letter of a quadrant.
pub fn quadrant_tag(ui: &mut Ui, tokens: &Tokens, quadrant: Quadrant) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
    paint_letter(ui, tokens, rect, quadrant, false);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, quadrant.letter()));
    response
}

/// The letter of a quadrant that an observation speaks against: struck through.
pub fn against_tag(ui: &mut Ui, tokens: &Tokens, quadrant: Quadrant, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
    paint_letter(ui, tokens, rect, quadrant, false);
    strike(ui, tokens, rect);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, name));
    response.on_hover_text(name)
}

/// A filter for one quadrant, with how many people it leaves.
pub fn quadrant_filter(
    ui: &mut Ui,
    tokens: &Tokens,
    quadrant: Quadrant,
    count: usize,
    selected: bool,
    name: &str,
) -> Response {
    let font = FontId::new(type_size::CAPTION, Weight::Medium.family());
    let colour = if selected { tokens.accent_text } else { tokens.text_2 };
    let number = ui.painter().layout_no_wrap(count.to_string(), font, colour);
    let height = size::SMALL_CONTROL_HEIGHT;
    let width = 3.0 + 20.0 + 4.0 + number.size().x + 6.0;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let (fill, line) = match (selected, response.hovered()) {
        (true, _) => (tokens.accent_soft, tokens.accent),
        (false, true) => (tokens.hover, tokens.border_strong),
        (false, false) => (tokens.surface, tokens.border_strong),
    };
    let corner = CornerRadius::same(radius::SMALL);
    ui.painter().rect(rect, corner, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
    let tag =
        egui::Rect::from_center_size(rect.left_center() + Vec2::new(13.0, 0.0), Vec2::splat(20.0));
    paint_letter(ui, tokens, tag, quadrant, false);
    let at = egui::pos2(tag.right() + 4.0, rect.center().y - number.size().y / 2.0);
    ui.painter().galley(at, number, colour);
    let enabled = ui.is_enabled();
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, selected, name));
    focus_ring(ui, &response, tokens);
    response.on_hover_text(name)
}

fn strike(ui: &Ui, tokens: &Tokens, rect: egui::Rect) {
    let stroke = Stroke::new(2.0, tokens.warn);
    ui.painter().line_segment([rect.left_bottom(), rect.right_top()], stroke);
}

/// Where a person stands on one quadrant in an observation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    None,
    Supports,
    Against,
}

/// A letter that can be switched between no mark, supports and against.
pub fn quadrant_toggle(
    ui: &mut Ui,
    tokens: &Tokens,
    quadrant: Quadrant,
    mark: Mark,
    name: &str,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(26.0), Sense::click());
    paint_letter(ui, tokens, rect, quadrant, mark == Mark::Supports);
    if mark == Mark::Against {
        strike(ui, tokens, rect);
    }
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, ui.is_enabled(), mark != Mark::None, name)
    });
    focus_ring(ui, &response, tokens);
    response.on_hover_text(name)
}

/// The animal of a quadrant in a round field; without a quadrant, a neutral person.
pub fn animal(
    ui: &mut Ui,
    tokens: &Tokens,
    quadrant: Option<Quadrant>,
    reading: AnimalReading,
    diameter: f32,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(diameter), Sense::hover());
    let (fill, line) = quadrant.map_or((tokens.hover, tokens.border), |quadrant| {
        let colours = &tokens.quadrants[quadrant];
        (colours.soft, colours.line)
    });
    ui.painter().circle(rect.center(), diameter / 2.0, fill, Stroke::new(1.0, line));
    let picture = match quadrant {
        Some(quadrant) => icons::sized(icons::animal_name(quadrant, reading), diameter * 0.72),
        None => icons::sized("user", diameter * 0.5).tint(tokens.text_3),
    };
    let share = if quadrant.is_some() { 0.72 } else { 0.5 };
    picture
        .paint_at(ui, egui::Rect::from_center_size(rect.center(), Vec2::splat(diameter * share)));
    response
}
