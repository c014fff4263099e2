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
        if is_news(height(ui, name, 0.0), needed) {
            ui.data_mut(|data| data.insert_temp(key(name), needed));
            ui.ctx().request_discard("the height of a card has changed");
        }
    });
}

/// Whether a height is to be noted. A little too high does no harm; a pixel that comes and goes with
/// the place of the card must not have every frame laid out twice.
fn is_news(noted: f32, needed: f32) -> bool {
    needed > noted || needed < noted - SLACK
}

const SLACK: f32 = 8.0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pixel_up_and_down_comes_to_rest() {
        let mut noted = 0.0;
        let mut changes = 0;
        for needed in [300.0, 301.0, 300.0, 301.0, 299.0, 300.0] {
            if is_news(noted, needed) {
                noted = needed;
                changes += 1;
            }
        }
        assert_eq!((noted, changes), (301.0, 2));
        assert!(is_news(noted, 250.0), "a card with less in it becomes smaller");
    }
}
