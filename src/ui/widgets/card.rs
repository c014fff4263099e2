//! Cards: a titled surface that fills its place and scrolls inside when it must.

use egui::{
    Color32, CornerRadius, Frame, Layout, Margin, Rect, ScrollArea, Shadow, Stroke, Ui, UiBuilder,
};

use super::text;
use crate::ui::theme::tokens::{Tokens, radius, size};

/// A card in a given place.
#[must_use = "show the card"]
pub struct Card<'a> {
    title: &'a str,
    caption: String,
    stroke: Option<Color32>,
    fill: Option<Color32>,
    scroll: bool,
}

impl<'a> Card<'a> {
    pub fn new(title: &'a str) -> Self {
        Self { title, caption: String::new(), stroke: None, fill: None, scroll: true }
    }

    /// A quiet line after the title.
    pub fn caption(mut self, caption: impl Into<String>) -> Self {
        self.caption = caption.into();
        self
    }

    pub fn stroke(mut self, colour: Color32) -> Self {
        self.stroke = Some(colour);
        self
    }

    pub fn fill(mut self, colour: Color32) -> Self {
        self.fill = Some(colour);
        self
    }

    /// The content does its own scrolling, or has none.
    pub fn fixed(mut self) -> Self {
        self.scroll = false;
        self
    }

    /// Shows the card in `rect`.
    pub fn show(self, ui: &mut Ui, tokens: &Tokens, rect: Rect, content: impl FnOnce(&mut Ui)) {
        self.show_with_actions(ui, tokens, rect, |_| {}, content);
    }

    /// The same, with actions at the right end of the header, laid out from right to left.
    pub fn show_with_actions(
        self,
        ui: &mut Ui,
        tokens: &Tokens,
        rect: Rect,
        actions: impl FnOnce(&mut Ui),
        content: impl FnOnce(&mut Ui),
    ) {
        let corner = CornerRadius::same(radius::CARD);
        let shadow = Shadow { offset: [0, 1], blur: 2, spread: 0, color: tokens.shadow };
        ui.painter().add(shadow.as_shape(rect, corner));
        ui.painter().rect(
            rect,
            corner,
            self.fill.unwrap_or(tokens.surface),
            Stroke::new(1.0, self.stroke.unwrap_or(tokens.border)),
            egui::StrokeKind::Inside,
        );
        let inner = rect.shrink(size::CARD_PADDING);
        let mut child = ui.new_child(
            UiBuilder::new()
                .id_salt(self.title)
                .max_rect(inner)
                .layout(Layout::top_down(egui::Align::Min)),
        );
        child.set_clip_rect(rect.intersect(ui.clip_rect()));
        if !self.title.is_empty() {
            child.horizontal(|ui| {
                ui.set_min_height(24.0);
                ui.label(text::heading(self.title, tokens));
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    actions(ui);
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        if !self.caption.is_empty() {
                            text::one_line(ui, text::caption(&self.caption, tokens));
                        }
                    });
                });
            });
        }
        if self.scroll {
            // The bar has its place in the padding, not on top of the text.
            let in_padding = 4.0 - size::CARD_PADDING;
            let outer =
                std::mem::replace(&mut child.spacing_mut().scroll.bar_outer_margin, in_padding);
            ScrollArea::vertical().id_salt("body").auto_shrink(false).show(&mut child, |ui| {
                ui.spacing_mut().scroll.bar_outer_margin = outer;
                ui.set_width(ui.available_width());
                content(ui);
            });
        } else {
            content(&mut child);
        }
    }
}

/// A tinted box inside a card, for a highlight or a choice.
pub fn inset<R>(
    ui: &mut Ui,
    fill: Color32,
    stroke: Color32,
    content: impl FnOnce(&mut Ui) -> R,
) -> R {
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, stroke))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            content(ui)
        })
        .inner
}

/// A line between two rows.
pub fn rule(ui: &mut Ui, tokens: &Tokens) {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::Vec2::new(width, 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, tokens.border));
}
