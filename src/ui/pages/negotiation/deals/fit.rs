//! Cards as high as what is in them, so that the page scrolls and no card within it.

use egui::{Id, Rect, Ui};

use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::card::Card;

/// The height that a card needed when it was shown last; `first` until then.
pub fn height(ui: &Ui, card: &'static str, first: f32) -> f32 {
    ui.data(|data| data.get_temp(key(card))).unwrap_or(first)
}

fn key(card: &'static str) -> Id {
    Id::unique(("deals-height", card))
}

/// Shows a card and notes the height that it needs. When that has changed, the frame is laid out
/// again before anybody sees it.
pub fn show(
    ui: &mut Ui,
    tokens: &Tokens,
    (name, card): (&'static str, Card<'_>),
    place: Rect,
    actions: impl FnOnce(&mut Ui),
    content: impl FnOnce(&mut Ui),
) {
    card.fixed().show_with_actions(ui, tokens, place, actions, |ui| {
        content(ui);
        let needed = (ui.min_rect().bottom() - place.top() + size::CARD_PADDING).ceil();
        if (height(ui, name, 0.0) - needed).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(key(name), needed));
            ui.ctx().request_discard("the height of a card has changed");
        }
    });
}
