//! The tokens as an egui style.

use egui::style::{Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::{Context, CornerRadius, FontId, Margin, Shadow, Stroke, TextStyle, Vec2, Visuals};

use super::fonts::Weight;
use super::tokens::{Theme, Tokens, radius, size, type_size};

/// Gives both themes to the context.
pub fn install(ctx: &Context, theme: &Theme) {
    for which in [egui::Theme::Light, egui::Theme::Dark] {
        let tokens = theme.tokens(which);
        ctx.style_mut_of(which, |style| {
            style.visuals = visuals(tokens, which == egui::Theme::Dark);
            style.text_styles = [
                (TextStyle::Small, FontId::new(type_size::CAPTION, Weight::Regular.family())),
                (TextStyle::Body, FontId::new(type_size::BODY, Weight::Regular.family())),
                (TextStyle::Button, FontId::new(type_size::BODY, Weight::Medium.family())),
                (TextStyle::Heading, FontId::new(type_size::HEADING, Weight::SemiBold.family())),
                (TextStyle::Monospace, FontId::new(type_size::BODY, Weight::Regular.family())),
            ]
            .into();
            style.spacing.item_spacing = Vec2::new(8.0, 8.0);
            style.spacing.button_padding = Vec2::new(12.0, 6.0);
            style.spacing.interact_size = Vec2::new(32.0, size::SMALL_CONTROL_HEIGHT);
            style.spacing.menu_margin = Margin::same(6);
            style.spacing.window_margin = Margin::same(20);
            style.spacing.combo_width = 120.0;
            style.spacing.tooltip_width = 320.0;
            style.interaction.selectable_labels = false;
            style.interaction.tooltip_delay = 0.4;
            style.animation_time = 0.08;
        });
    }
}

fn visuals(tokens: &Tokens, dark: bool) -> Visuals {
    let corner = CornerRadius::same(radius::CONTROL);
    let widget = |bg, stroke: Stroke, fg| WidgetVisuals {
        bg_fill: bg,
        weak_bg_fill: bg,
        bg_stroke: stroke,
        corner_radius: corner,
        fg_stroke: Stroke::new(1.0, fg),
        expansion: 0.0,
    };
    let focus = Stroke::new(2.0, tokens.accent);
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = None;
    visuals.widgets = Widgets {
        noninteractive: widget(tokens.surface, Stroke::new(1.0, tokens.border), tokens.text_2),
        inactive: widget(tokens.surface, Stroke::new(1.0, tokens.border_strong), tokens.text),
        hovered: widget(tokens.hover, Stroke::new(1.0, tokens.border_strong), tokens.text),
        active: widget(tokens.hover, focus, tokens.text),
        open: widget(tokens.hover, Stroke::new(1.0, tokens.accent_line), tokens.text),
    };
    visuals.selection = Selection {
        bg_fill: tokens.accent_line.gamma_multiply(0.8),
        stroke: Stroke::new(2.0, tokens.accent),
    };
    visuals.hyperlink_color = tokens.accent_text;
    visuals.faint_bg_color = tokens.sunken;
    visuals.extreme_bg_color = tokens.surface;
    visuals.text_edit_bg_color = Some(tokens.surface);
    visuals.code_bg_color = tokens.sunken;
    visuals.warn_fg_color = tokens.warn;
    visuals.error_fg_color = tokens.warn;
    visuals.weak_text_color = Some(tokens.text_3);
    visuals.window_corner_radius = CornerRadius::same(radius::CARD);
    visuals.menu_corner_radius = corner;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.border);
    visuals.panel_fill = tokens.bg;
    let shadow = Shadow { offset: [0, 6], blur: 20, spread: 0, color: tokens.popup_shadow };
    visuals.window_shadow = shadow;
    visuals.popup_shadow = shadow;
    visuals.text_cursor = TextCursorStyle {
        stroke: Stroke::new(2.0, tokens.accent),
        // A blinking cursor would repaint an idle window twice a second.
        blink: false,
        ..visuals.text_cursor
    };
    visuals
}
