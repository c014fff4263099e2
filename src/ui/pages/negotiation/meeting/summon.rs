//! Shortcuts that call an entry while one talks; the same keys again change what is entered.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::ui::shell::key_hint;
use crate::ui::theme::tokens::Tokens;

pub const OFFER: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::E);
pub const LOG: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::L);
pub const POTATO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::T);

/// What a shortcut asks of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Summons {
    None,
    /// The field got the focus just now and should come into view.
    Focus,
    /// The field had the focus already: go on to the next kind.
    Next,
}

/// Looks for the shortcut and gives the focus to the field `id`.
pub fn summons(ui: &Ui, shortcut: KeyboardShortcut, id: egui::Id) -> Summons {
    // What lies over the page has the keyboard.
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return Summons::None;
    }
    if !ui.ctx().input_mut(|input| input.consume_shortcut(&shortcut)) {
        return Summons::None;
    }
    if ui.memory(|memory| memory.has_focus(id)) {
        return Summons::Next;
    }
    ui.memory_mut(|memory| memory.request_focus(id));
    Summons::Focus
}

/// The keys in a small frame.
pub fn hint(ui: &mut Ui, tokens: &Tokens, shortcut: KeyboardShortcut) {
    let keys = ui.ctx().format_shortcut(&shortcut);
    key_hint(ui, tokens, &keys);
}

/// The option after `current`, and the first after the last.
pub fn next_of<T: Copy + PartialEq>(options: &[T], current: T) -> T {
    let position =
        options.iter().position(|option| *option == current).map_or(0, |index| index + 1);
    options.get(position).or_else(|| options.first()).copied().unwrap_or(current)
}
