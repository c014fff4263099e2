//! Quadrant letters and animals. A quadrant is always a letter together with its colour.

use egui::{Align2, CornerRadius, FontId, Response, Sense, Stroke, Ui, Vec2};

use super::button::focus_ring;
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, radius, type_size};

fn paint_letter(ui: &Ui, tokens: &Tokens, rect: egui::Rect, quadrant: Quadrant, filled: bool) {
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
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Label, true, quadrant.letter())
    });
    response
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
        let stroke = Stroke::new(2.0, tokens.warn);
        ui.painter().line_segment([rect.left_bottom(), rect.right_top()], stroke);
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
    picture.paint_at(ui, egui::Rect::from_center_size(rect.center(), Vec2::splat(diameter * share)));
    response
}
