//! The top bar of a page: breadcrumb over title at the left, actions at the right.

use egui::{Layout, Ui, UiBuilder, Vec2};

use super::button::ActionButton;
use super::text;
use crate::app::route::Route;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::{Tokens, size};

/// One step of the breadcrumb; the last one is where we are and has no route.
pub struct Crumb {
    pub label: String,
    pub route: Option<Route>,
}

impl Crumb {
    pub fn to(label: impl Into<String>, route: Route) -> Self {
        Self { label: label.into(), route: Some(route) }
    }

    pub fn here(label: impl Into<String>) -> Self {
        Self { label: label.into(), route: None }
    }
}

/// Shows the bar; `actions` are laid out from right to left, so the primary one comes first.
pub fn top_bar(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    crumbs: &[Crumb],
    title: &str,
    actions: impl FnOnce(&mut Ui, &mut Cx<'_>),
) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(
        Vec2::new(ui.available_width(), size::TOP_BAR_HEIGHT - size::CARD_GAP),
        egui::Sense::hover(),
    );
    let mut right = ui.new_child(
        UiBuilder::new()
            .id_salt("actions")
            .max_rect(rect)
            .layout(Layout::right_to_left(egui::Align::Center)),
    );
    actions(&mut right, cx);
    let mut left_rect = rect;
    left_rect.set_right((right.min_rect().left() - 16.0).max(rect.left() + 120.0));
    let mut left = ui.new_child(
        UiBuilder::new()
            .id_salt("title")
            .max_rect(left_rect)
            .layout(Layout::top_down(egui::Align::Min)),
    );
    left.set_clip_rect(left_rect.intersect(ui.clip_rect()));
    left.spacing_mut().item_spacing.y = 2.0;
    left.add_space(4.0);
    left.horizontal(|ui| breadcrumb(ui, tokens, crumbs, cx));
    text::one_line(&mut left, text::title(title, tokens))
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    ui.add_space(8.0);
}

fn breadcrumb(ui: &mut Ui, tokens: &Tokens, crumbs: &[Crumb], cx: &mut Cx<'_>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    for (index, crumb) in crumbs.iter().enumerate() {
        if index > 0 {
            ui.label(text::caption("/", tokens).color(tokens.disabled));
        }
        match &crumb.route {
            Some(route) => {
                let link = egui::Button::new(text::caption(&crumb.label, tokens))
                    .frame(false)
                    .truncate()
                    .min_size(Vec2::ZERO);
                let response = ui.add(link).on_hover_cursor(egui::CursorIcon::PointingHand);
                super::button::focus_ring(ui, &response, tokens);
                if response.clicked() {
                    cx.go(route.clone());
                }
            }
            None => {
                text::one_line(ui, text::caption(&crumb.label, tokens));
            }
        }
    }
}

/// What a page shows when it has nothing to show yet: why, and the one thing to do about it.
/// Returns whether that was chosen.
pub fn empty_state(
    ui: &mut Ui,
    tokens: &Tokens,
    icon: &str,
    title: &str,
    explanation: &str,
    action: Option<&str>,
) -> bool {
    let mut chosen = false;
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.22).clamp(12.0, 140.0));
        let picture = crate::ui::theme::icons::sized(icon, 36.0).tint(tokens.text_3);
        ui.add(picture.alt_text(""));
        ui.add_space(8.0);
        ui.label(text::heading(title, tokens));
        ui.scope(|ui| {
            ui.set_max_width(420.0);
            ui.label(text::body(explanation, tokens));
        });
        ui.add_space(8.0);
        if let Some(action) = action {
            chosen = ActionButton::primary(action).icon("plus").show(ui, tokens).clicked();
        }
    });
    chosen
}
