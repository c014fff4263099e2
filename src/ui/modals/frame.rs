//! The frame of a modal: backdrop, surface, title and the closing cross.

use std::path::Path;

use egui::{Align2, Context, CornerRadius, Frame, Id, Layout, Margin, Stroke, Ui, Vec2};

use crate::app::action::Action;
use crate::app::place::Place;
use crate::app::state::AppState;
use crate::i18n::Messages;
use crate::ui::theme::tokens::{Tokens, radius};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

/// Room that a modal leaves at the edges of the window.
const EDGE: f32 = 32.0;

/// What a modal needs to be shown.
pub(super) struct Window<'a> {
    pub name: &'static str,
    pub title: &'a str,
    pub width: f32,
    /// Shown without title and cross, as the palette is.
    pub bare: bool,
}

/// Shows the modal and returns whether the user closed it: Escape, the cross, or a click beside it.
pub(super) fn show(
    ctx: &Context,
    tokens: &Tokens,
    messages: &Messages,
    window: &Window<'_>,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let frame = Frame::new()
        .fill(tokens.surface)
        .stroke(Stroke::new(1.0, tokens.border_strong))
        .corner_radius(CornerRadius::same(radius::CARD))
        .shadow(ctx.global_style().visuals.window_shadow)
        .inner_margin(if window.bare { Margin::same(0) } else { Margin::same(20) });
    let width = window.width.min(ctx.content_rect().width() - EDGE * 2.0);
    let id = Id::unique(("modal", window.name));
    let mut modal = egui::Modal::new(id).frame(frame).backdrop_color(tokens.backdrop);
    if window.bare {
        // A list that grows and shrinks must not move the field above it.
        let top = (ctx.content_rect().height() * 0.1).round();
        modal = modal
            .area(egui::Modal::default_area(id).anchor(Align2::CENTER_TOP, Vec2::new(0.0, top)));
    }
    let shown = modal.show(ctx, |ui| {
        ui.set_width(width);
        ui.set_max_height(room_below(ctx));
        ui.response()
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Window, true, window.title));
        let mut crossed = false;
        if !window.bare {
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let cross = ActionButton::icon_only("cross", messages.text("close"))
                        .colour(tokens.text_3);
                    crossed = cross.show(ui, tokens).clicked();
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::title(window.title, tokens));
                    });
                });
            });
            ui.add_space(4.0);
        }
        content(ui);
        crossed
    });
    let crossed = shown.inner;
    crossed || shown.should_close()
}

/// The height that the content of a modal may take before it scrolls.
pub(super) fn room_below(ctx: &Context) -> f32 {
    (ctx.content_rect().height() - EDGE * 4.0).max(160.0)
}

/// The buttons at the foot, laid out from right to left.
pub(super) fn foot(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), content);
    });
}

/// A sentence on the state of what was typed, with a sign before it.
pub(super) fn remark(ui: &mut Ui, tokens: &Tokens, is_warning: bool, sentence: &str) {
    let (icon, colour) =
        if is_warning { ("warning", tokens.warn) } else { ("info", tokens.text_3) };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add(crate::ui::theme::icons::sized(icon, 14.0).tint(colour).alt_text(""));
        ui.add(egui::Label::new(text::caption(sentence, tokens).color(colour)).wrap());
    });
}

/// What stands at the typed path; `None` while a thread looks. `opened` asks anew, as the disk may
/// have changed since the last time.
pub(super) fn place_at(
    state: &AppState,
    path: &Path,
    opened: bool,
    actions: &mut Vec<Action>,
) -> Option<Place> {
    if opened || state.sight.asked() != Some(path) {
        actions.push(Action::LookAt(path.to_owned()));
        return None;
    }
    state.sight.found()
}
