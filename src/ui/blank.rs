//! The page that hides everything: the time, and a word that tells nothing.

use std::time::Duration;

use egui::{CentralPanel, Context, Event, Frame, Id, Key, Ui};

use super::shell::keys;
use super::theme::tokens::Tokens;
use super::widgets::text;
use crate::app::command::{BLANK_KEYS, UiCommand};
use crate::app::state::AppState;

/// A second press in a fright must not bring the page back.
const HOLD: f64 = 0.4;

/// The key that hides everything, and where the page is to go on.
#[derive(Debug, Default)]
pub struct BlankKey {
    /// Transient: what had the focus when everything was hidden.
    focus: Option<Id>,
    /// Transient: when it was hidden.
    since: f64,
}

impl BlankKey {
    /// Before anything is drawn: whether a press of the key hides everything, or brings it back.
    /// Takes the key from whatever would have got it.
    pub fn pressed(&mut self, ctx: &Context, blank: bool) -> bool {
        let (pressed, now) = ctx.input_mut(|input| (take(&mut input.events), input.time));
        if !pressed || (blank && now - self.since < HOLD) {
            return false;
        }
        if blank {
            if let Some(id) = self.focus.take() {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
        } else {
            self.focus = ctx.memory(egui::Memory::focused);
            self.since = now;
        }
        true
    }
}

/// Takes every press of the key; true for one that is not the repetition of a key held down.
fn take(events: &mut Vec<Event>) -> bool {
    let mut pressed = false;
    events.retain(|event| match event {
        Event::Key { key, pressed: down, repeat, modifiers, .. } => {
            let called = BLANK_KEYS.iter().any(|shortcut| {
                shortcut.logical_key == *key && modifiers.matches_logically(shortcut.modifiers)
            });
            pressed |= called && *down && !repeat;
            !called
        }
        _ => true,
    });
    pressed
}

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, tokens: &Tokens) {
    let frame = Frame::new().fill(tokens.bg);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let now = state.clock.local(state.clock.now());
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.4);
            ui.label(text::display(state.messages.time(now.time()), tokens));
            ui.label(text::title(state.messages.text("blank-title"), tokens).color(tokens.text_3));
            if let Some(shortcut) = UiCommand::Blank.shortcut() {
                let keys = keys(ui, &shortcut);
                ui.add_space(16.0);
                ui.label(text::caption(keys, tokens));
            }
        });
        let left = 60 - u64::try_from(now.time().second()).unwrap_or(0).min(59);
        ui.ctx().request_repaint_after(Duration::from_secs(left));
    });
    // Nothing of what is typed may reach a field that had the focus.
    ui.input_mut(|input| input.events.retain(|event| !is_text(event)));
}

fn is_text(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Paste(_) | Event::Key { key: Key::Enter, .. })
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers, repeat: bool) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat, modifiers }
    }

    #[test]
    fn a_key_held_down_is_one_press() {
        let none = Modifiers::NONE;
        let mut events =
            vec![key(Key::F10, none, false), key(Key::F10, none, true), key(Key::A, none, false)];
        assert!(take(&mut events));
        assert_eq!(events.len(), 1);
        assert!(!take(&mut vec![key(Key::F10, none, true)]));
    }

    #[test]
    fn the_second_key_wants_its_modifier() {
        assert!(take(&mut vec![key(Key::Backtick, Modifiers::COMMAND, false)]));
        assert!(!take(&mut vec![key(Key::Backtick, Modifiers::NONE, false)]));
    }
}
