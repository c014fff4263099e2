//! Buttons: one solid primary action, outlined secondary ones, quiet links.

use egui::{Button, Color32, CornerRadius, FontId, Response, RichText, Stroke, Ui, Vec2};

use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, radius, size, type_size};

/// Around the label of a button of usual size.
const PADDING: Vec2 = Vec2::new(14.0, 6.0);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Primary,
    Secondary,
    Quiet,
}

/// A button with an optional icon before its label.
#[must_use = "show the button"]
pub struct ActionButton<'a> {
    label: &'a str,
    icon: Option<&'a str>,
    kind: Kind,
    small: bool,
    enabled: bool,
    icon_only: bool,
    selected: bool,
    colour: Option<Color32>,
    tooltip: Option<&'a str>,
    min_width: f32,
}

impl<'a> ActionButton<'a> {
    fn new(label: &'a str, kind: Kind) -> Self {
        Self {
            label,
            icon: None,
            kind,
            small: false,
            enabled: true,
            icon_only: false,
            selected: false,
            colour: None,
            tooltip: None,
            min_width: 0.0,
        }
    }

    /// The page's main action; at most one in the top bar.
    pub fn primary(label: &'a str) -> Self {
        Self::new(label, Kind::Primary)
    }

    pub fn secondary(label: &'a str) -> Self {
        Self::new(label, Kind::Secondary)
    }

    /// A link-like button without a frame.
    pub fn quiet(label: &'a str) -> Self {
        Self::new(label, Kind::Quiet)
    }

    /// A small square with an icon; the label is its accessible name and tooltip.
    pub fn icon_only(icon: &'a str, label: &'a str) -> Self {
        Self { icon: Some(icon), icon_only: true, small: true, ..Self::new(label, Kind::Quiet) }
    }

    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    pub fn selected(mut self, selected: bool) -> Self {
        self.selected = selected;
        self
    }

    /// Another colour of text and icon.
    pub fn colour(mut self, colour: Color32) -> Self {
        self.colour = Some(colour);
        self
    }

    /// At least so wide, so that what stands beside it keeps its place when the label changes.
    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// The width that a button of usual size needs for a label.
    pub fn width_of(ui: &Ui, label: &str, with_icon: bool) -> f32 {
        let font = FontId::new(type_size::BODY, Weight::SemiBold.family());
        let colour = ui.visuals().text_color();
        let text = ui.painter().layout_no_wrap(label.to_owned(), font, colour).size().x.ceil();
        let icon = if with_icon { 15.0 + ui.spacing().icon_spacing } else { 0.0 };
        text + icon + 2.0 * PADDING.x
    }

    /// Shown on hover; on a disabled button it should say why.
    pub fn tooltip(mut self, tooltip: &'a str) -> Self {
        self.tooltip = Some(tooltip);
        self
    }

    pub fn show(self, ui: &mut Ui, tokens: &Tokens) -> Response {
        let text_colour = match (self.enabled, self.colour, self.kind) {
            (false, _, _) => tokens.disabled,
            (true, Some(colour), _) => colour,
            (true, None, Kind::Primary) => tokens.on_accent,
            (true, None, Kind::Secondary) => tokens.text,
            (true, None, Kind::Quiet) => tokens.accent_text,
        };
        let fill = match self.kind {
            Kind::Primary if self.enabled => tokens.accent,
            Kind::Primary => tokens.hover,
            _ if self.selected => tokens.accent_soft,
            Kind::Secondary => tokens.surface,
            Kind::Quiet => Color32::TRANSPARENT,
        };
        let stroke = match self.kind {
            Kind::Secondary if self.selected => Stroke::new(1.0, tokens.accent),
            Kind::Secondary => Stroke::new(1.0, tokens.border_strong),
            // A line that does not show makes it exactly as wide as the button below it in a list.
            Kind::Primary => Stroke::new(1.0, fill),
            Kind::Quiet => Stroke::NONE,
        };
        let height = if self.small { size::SMALL_CONTROL_HEIGHT } else { size::CONTROL_HEIGHT };
        let points = if self.small { type_size::CAPTION } else { type_size::BODY };
        let label = RichText::new(self.label)
            .font(FontId::new(points, Weight::SemiBold.family()))
            .color(text_colour);
        let picture = self.icon.map(|name| icons::sized(name, 15.0).tint(text_colour).alt_text(""));
        let button = match (picture, self.icon_only) {
            (Some(picture), true) => Button::new(picture).min_size(Vec2::splat(height)),
            (Some(picture), false) => {
                Button::new((picture, label)).min_size(Vec2::new(self.min_width, height))
            }
            (None, _) => Button::new(label).min_size(Vec2::new(self.min_width, height)),
        };
        let button =
            button.fill(fill).stroke(stroke).wrap_mode(egui::TextWrapMode::Extend).corner_radius(
                CornerRadius::same(if self.small { radius::SMALL } else { radius::CONTROL }),
            );
        // A scope would keep buttons from flowing on to the next line of a wrapped row.
        let padding = match (self.icon_only, self.small) {
            (true, _) => Vec2::splat(4.0),
            (false, true) => Vec2::new(9.0, 3.0),
            (false, false) => PADDING,
        };
        let usual = std::mem::replace(&mut ui.spacing_mut().button_padding, padding);
        let response = ui.add_enabled(self.enabled, button);
        ui.spacing_mut().button_padding = usual;
        if self.icon_only {
            let (label, enabled) = (self.label, self.enabled);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, label));
        }
        if response.hovered() && self.kind == Kind::Primary {
            let veil = tokens.on_accent.gamma_multiply(0.10);
            ui.painter().rect_filled(response.rect, CornerRadius::same(radius::CONTROL), veil);
        }
        focus_ring(ui, &response, tokens);
        match (self.tooltip, self.icon_only) {
            (Some(tooltip), _) => response.on_hover_text(tooltip).on_disabled_hover_text(tooltip),
            (None, true) => response.on_hover_text(self.label),
            (None, false) => response,
        }
    }
}

/// Draws the keyboard focus around a widget that has it.
pub fn focus_ring(ui: &Ui, response: &Response, tokens: &Tokens) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(1.0),
            CornerRadius::same(radius::CONTROL),
            Stroke::new(2.0, tokens.accent),
            egui::StrokeKind::Outside,
        );
    }
}
