//! Rows of a list that can be clicked as a whole.

use egui::{CornerRadius, Layout, Response, Sense, Stroke, Ui, UiBuilder, Vec2};

use crate::ui::theme::tokens::Tokens;

/// A full-width row; `name` is what a screen reader says.
pub fn row(
    ui: &mut Ui,
    tokens: &Tokens,
    salt: impl egui::AsIdSalt,
    height: f32,
    selected: bool,
    name: &str,
    content: impl FnOnce(&mut Ui),
) -> Response {
    let (_, rect) = ui.allocate_space(Vec2::new(ui.available_width(), height));
    let id = ui.make_persistent_id(salt);
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), selected, name)
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let fill = if selected {
        tokens.accent_soft
    } else if response.hovered() {
        tokens.hover
    } else {
        egui::Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
    if response.has_focus() {
        let ring = Stroke::new(2.0, tokens.accent);
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::same(4),
            ring,
            egui::StrokeKind::Inside,
        );
    }
    let mut child = ui.new_child(
        UiBuilder::new()
            .id_salt(id)
            .max_rect(rect.shrink2(Vec2::new(12.0, 4.0)))
            .layout(Layout::left_to_right(egui::Align::Center)),
    );
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    content(&mut child);
    response
}
