//! The height that the content of a card took when it was last shown, so that the page gives the
//! card as much and nothing has to be scrolled inside of it.

use egui::{Id, Ui};

/// Title, which is as high as its buttons, and padding of a card.
const FRAME: f32 = 69.0;
/// A change smaller than this is no reason to lay the page out again.
const SLACK: f32 = 1.0;

/// The height of a card whose content is measured; `usual` before it was shown.
pub(super) fn height(ui: &Ui, name: &'static str, usual: f32) -> f32 {
    ui.data(|data| data.get_temp(id(name))).unwrap_or(usual)
}

/// Shows the content of a card and remembers its height. The page is laid out again before anybody
/// sees it when the height is not the one that the card was given.
pub(super) fn measured(ui: &mut Ui, name: &'static str, content: impl FnOnce(&mut Ui)) {
    let shown = ui.scope(content).response.rect.height();
    let needed = (shown + FRAME).ceil();
    let given: Option<f32> = ui.data(|data| data.get_temp(id(name)));
    if given.is_none_or(|given| (given - needed).abs() > SLACK) {
        ui.data_mut(|data| data.insert_temp(id(name), needed));
        ui.ctx().request_discard("a card of the plan has another height");
    }
}

fn id(name: &'static str) -> Id {
    Id::unique(("plan-card-height", name))
}
