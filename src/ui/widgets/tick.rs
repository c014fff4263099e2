//! A box to tick, with text that may run over several lines.

use egui::{
    CornerRadius, Layout, Rect, Response, RichText, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
};

use super::button::focus_ring;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, radius};

const BOX: f32 = 16.0;
const GAP: f32 = 10.0;

/// Shows the box and its text over the whole width; the response is clicked when it is to change.
pub fn tick(ui: &mut Ui, tokens: &Tokens, done: bool, name: &str, label: RichText) -> Response {
    let width = ui.available_width();
    let top_left = ui.cursor().min;
    let text_room = Rect::from_min_size(
        top_left + Vec2::new(BOX + GAP, 3.0),
        Vec2::new((width - BOX - GAP).max(40.0), f32::INFINITY),
    );
    let mut inner = ui.new_child(
        UiBuilder::new()
            .id_salt(("tick", name))
            .max_rect(text_room)
            .layout(Layout::top_down(egui::Align::Min)),
    );
    let text = inner.add(egui::Label::new(label).wrap().selectable(false).sense(Sense::empty()));
    let height = (text.rect.height() + 6.0).max(BOX + 8.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let place = Rect::from_min_size(rect.left_top() + Vec2::new(0.0, 3.5), Vec2::splat(BOX));
    paint_box(ui, tokens, place, done, response.hovered());
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, done, name));
    focus_ring(ui, &response, tokens);
    response
}

/// The box alone, for a table; `name` is its accessible name.
pub fn tick_box(ui: &mut Ui, tokens: &Tokens, done: bool, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(26.0), Sense::click());
    paint_box(
        ui,
        tokens,
        Rect::from_center_size(rect.center(), Vec2::splat(BOX)),
        done,
        response.hovered(),
    );
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, done, name));
    focus_ring(ui, &response, tokens);
    response.on_hover_text(name)
}

/// How much of a list is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    None,
    Some,
    All,
}

impl From<bool> for Chosen {
    fn from(chosen: bool) -> Self {
        if chosen { Self::All } else { Self::None }
    }
}

/// The box that chooses all rows of a list, or one of them.
pub fn choice_box(
    ui: &mut Ui,
    tokens: &Tokens,
    chosen: Chosen,
    sense: Sense,
    name: &str,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(26.0), sense);
    paint_choice(ui, tokens, rect, chosen, &response, name);
    response
}

/// The box that chooses the row that it stands in. It takes no focus: Space on the row does the
/// same. A click that just misses the box must not open the row.
pub fn row_box(ui: &mut Ui, tokens: &Tokens, chosen: bool, name: &str) -> Response {
    const AROUND: Vec2 = Vec2::new(8.0, 14.0);
    let (rect, place) = ui.allocate_exact_size(Vec2::splat(26.0), Sense::hover());
    let response = ui.interact(rect.expand2(AROUND), place.id.with("choose"), Sense::CLICK);
    paint_choice(ui, tokens, rect, chosen.into(), &response, name);
    response
}

fn paint_choice(
    ui: &Ui,
    tokens: &Tokens,
    rect: Rect,
    chosen: Chosen,
    response: &Response,
    name: &str,
) {
    let place = Rect::from_center_size(rect.center(), Vec2::splat(BOX));
    let corner = CornerRadius::same(radius::TAG);
    let sign = match chosen {
        Chosen::None => None,
        Chosen::Some => Some("minus"),
        Chosen::All => Some("check"),
    };
    if let Some(sign) = sign {
        ui.painter().rect_filled(place, corner, tokens.accent);
        icons::sized(sign, 12.0).tint(tokens.on_accent).paint_at(ui, place.shrink(2.0));
    } else {
        let fill = if response.hovered() { tokens.hover } else { tokens.surface };
        let stroke = Stroke::new(1.0, tokens.border_strong);
        ui.painter().rect(place, corner, fill, stroke, StrokeKind::Inside);
    }
    let (enabled, done) = (ui.is_enabled(), chosen == Chosen::All);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, done, name));
    focus_ring(ui, response, tokens);
}

fn paint_box(ui: &Ui, tokens: &Tokens, place: Rect, done: bool, hovered: bool) {
    let corner = CornerRadius::same(radius::TAG);
    if done {
        ui.painter().rect_filled(place, corner, tokens.ok);
        icons::sized("check", 12.0).tint(tokens.surface).paint_at(ui, place.shrink(2.0));
    } else {
        let fill = if hovered { tokens.hover } else { tokens.surface };
        let stroke = Stroke::new(1.0, tokens.border_strong);
        ui.painter().rect(place, corner, fill, stroke, StrokeKind::Inside);
    }
}
