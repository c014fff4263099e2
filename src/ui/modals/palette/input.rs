//! The keys of the palette, and what an input method has to do with them.

use egui::{Context, Event, Id, ImeEvent, Key, Modifiers, Ui};

use crate::app::finder::Part;

/// So many lines further on a page key moves.
const PAGE: usize = 8;

/// The keys that were pressed; they are taken before the field sees them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Keys {
    up: bool,
    down: bool,
    page_up: bool,
    page_down: bool,
    pub enter: bool,
    /// Removes the chosen recent search.
    pub remove: bool,
    pub part: Option<Part>,
}

const PART_KEYS: [(Key, Part); 5] = [
    (Key::Num1, Part::All),
    (Key::Num2, Part::People),
    (Key::Num3, Part::Negotiations),
    (Key::Num4, Part::Playbook),
    (Key::Num5, Part::Commands),
];

pub(super) fn take(ui: &Ui, field: Id, typed: &str) -> Keys {
    // Enter on another control, reached with Tab, belongs to that control.
    let typing = ui.memory(|memory| memory.focused().is_none_or(|focused| focused == field));
    ui.input_mut(|input| {
        // Enter and the arrows belong to an input method while it composes.
        if input.events.iter().any(|event| matches!(event, Event::Ime(_))) {
            return Keys::default();
        }
        let part = PART_KEYS
            .into_iter()
            .find(|(key, _)| input.consume_key(Modifiers::COMMAND, *key))
            .map(|(_, part)| part);
        Keys {
            up: input.consume_key(Modifiers::NONE, Key::ArrowUp),
            down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
            page_up: input.consume_key(Modifiers::NONE, Key::PageUp),
            page_down: input.consume_key(Modifiers::NONE, Key::PageDown),
            enter: typing && input.consume_key(Modifiers::NONE, Key::Enter),
            remove: typed.is_empty() && input.consume_key(Modifiers::NONE, Key::Delete),
            part,
        }
    })
}

impl Keys {
    /// Moves the selection; step by step it goes round at both ends. Returns whether it was moved.
    pub fn follow(self, selected: &mut usize, count: usize) -> bool {
        let last = count.saturating_sub(1);
        *selected = (*selected).min(last);
        if self.down {
            *selected = if *selected >= last { 0 } else { *selected + 1 };
        }
        if self.up {
            *selected = selected.checked_sub(1).unwrap_or(last);
        }
        if self.page_down {
            *selected = (*selected + PAGE).min(last);
        }
        if self.page_up {
            *selected = selected.saturating_sub(PAGE);
        }
        self.up || self.down || self.page_up || self.page_down
    }
}

/// Whether an input method composes text in the field; `before` is the answer of the last frame.
pub(super) fn is_composing(ui: &Ui, before: bool) -> bool {
    ui.input(|input| {
        input.events.iter().fold(before, |composing, event| match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
            Event::Ime(ImeEvent::Commit(_)) => false,
            _ => composing,
        })
    })
}

/// For a text that was put into the field and is typed on.
pub(super) fn put_cursor_at_end(ctx: &Context, field: Id, text: &str) {
    let mut state = egui::TextEdit::load_state(ctx, field).unwrap_or_default();
    let end = egui::text::CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    state.store(ctx, field);
    ctx.memory_mut(|memory| memory.request_focus(field));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_goes_round_and_survives_a_shorter_list() {
        let down = Keys { down: true, ..Keys::default() };
        let up = Keys { up: true, ..Keys::default() };
        let mut selected = 2;
        down.follow(&mut selected, 3);
        assert_eq!(selected, 0);
        up.follow(&mut selected, 3);
        assert_eq!(selected, 2);
        assert!(!Keys::default().follow(&mut selected, 1));
        assert_eq!(selected, 0);
        down.follow(&mut selected, 0);
        assert_eq!(selected, 0);
    }

    #[test]
    fn a_page_ends_at_the_ends_of_the_list() {
        let mut selected = 3;
        Keys { page_down: true, ..Keys::default() }.follow(&mut selected, 20);
        assert_eq!(selected, 11);
        Keys { page_down: true, ..Keys::default() }.follow(&mut selected, 15);
        assert_eq!(selected, 14);
        Keys { page_up: true, ..Keys::default() }.follow(&mut selected, 15);
        assert_eq!(selected, 6);
        Keys { page_up: true, ..Keys::default() }.follow(&mut selected, 15);
        assert_eq!(selected, 0);
    }
}
