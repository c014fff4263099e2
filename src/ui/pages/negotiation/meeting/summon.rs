//! Shortcuts that call an entry while one talks; the same keys again change what is entered.

use egui::{Align, Response, Ui, Vec2};

use crate::app::command::UiCommand;
use crate::ui::context::Cx;
use crate::ui::shell::{key_hint, keys};
use crate::ui::theme::tokens::Tokens;

/// The head of a card, above its entry.
const HEAD: f32 = 48.0;

/// What a shortcut asks of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summons {
    None,
    /// The field got the focus just now and should come into view.
    Focus,
    /// The field had the focus already: go on to the next kind.
    Next,
}

/// Answers the command if it called this entry: gives the focus to the field `id`.
pub fn summons(ui: &Ui, cx: &mut Cx<'_>, command: UiCommand, id: egui::Id) -> Summons {
    if cx.drafts.called != Some(command) {
        return Summons::None;
    }
    cx.drafts.called = None;
    if ui.memory(|memory| memory.has_focus(id)) {
        return Summons::Next;
    }
    ui.memory_mut(|memory| memory.request_focus(id));
    // The text may have grown elsewhere since the field had its cursor; one goes on at its end.
    egui::text_edit::TextEditState::default().store(ui.ctx(), id);
    Summons::Focus
}

/// Scrolls to an entry that was called, with the head of its card above it and what it tells below.
pub fn bring_up(ui: &Ui, field: &Response) {
    ui.scroll_to_rect(field.rect.expand2(Vec2::new(0.0, HEAD)), Some(Align::Min));
}

/// The keys of the command in a small frame.
pub fn hint(ui: &mut Ui, tokens: &Tokens, command: UiCommand) {
    if let Some(shortcut) = command.shortcut() {
        let keys = keys(ui, &shortcut);
        key_hint(ui, tokens, &keys);
    }
}

/// The option after `current`, and the first after the last.
pub fn next_of<T: Copy + PartialEq>(options: &[T], current: T) -> T {
    let position =
        options.iter().position(|option| *option == current).map_or(0, |index| index + 1);
    options.get(position).or_else(|| options.first()).copied().unwrap_or(current)
}
