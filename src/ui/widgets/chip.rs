//! Chips: short facts, and filters that can be switched.

use egui::{Color32, CornerRadius, Response, Ui};

use super::button::ActionButton;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

/// The meaning of a chip's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Neutral,
    Accent,
    Ok,
    Warn,
}

impl Tone {
    fn colours(self, tokens: &Tokens) -> (Color32, Color32) {
        match self {
            Self::Neutral => (tokens.hover, tokens.text_2),
            Self::Accent => (tokens.accent_soft, tokens.accent_text),
            Self::Ok => (tokens.ok_soft, tokens.ok),
            Self::Warn => (tokens.warn_soft, tokens.warn),
        }
    }
}

/// A short fact.
pub fn chip(ui: &mut Ui, tokens: &Tokens, tone: Tone, label: &str) -> Response {
    let (fill, colour) = tone.colours(tokens);
    let font = egui::FontId::new(type_size::CAPTION, Weight::Medium.family());
    let galley = ui.painter().layout_no_wrap(label.to_owned(), font, colour);
    // A frame would take the height of the row that it stands in.
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + egui::Vec2::new(18.0, 6.0), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, ui.is_enabled(), label));
    ui.painter().rect_filled(rect, CornerRadius::same(12), fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    response
}

/// A filter that is on or off.
pub fn filter_chip(ui: &mut Ui, tokens: &Tokens, selected: bool, label: &str) -> Response {
    let response = ActionButton::secondary(label).small().selected(selected).show(ui, tokens);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, ui.is_enabled(), selected, label)
    });
    response
}

/// A thin bar for a share from 0 to 1.
pub fn bar(ui: &mut Ui, tokens: &Tokens, width: f32, share: f64, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(egui::Vec2::new(width, 8.0), egui::Sense::hover());
    let corner = CornerRadius::same(4);
    ui.painter().rect_filled(rect, corner, tokens.hover);
    #[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
    let filled = share.clamp(0.0, 1.0) as f32 * rect.width();
    if filled > 0.5 {
        let mut part = rect;
        part.set_width(filled);
        ui.painter().rect_filled(part, corner, colour);
    }
}
