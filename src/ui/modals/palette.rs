//! The palette: one field to go anywhere and to give any command.

use egui::{Context, Frame, Id, Key, Layout, Margin, Modifiers, ScrollArea, Ui};

use super::frame::{self, Window};
use super::search::{self, Hit, Target};
use crate::app::action::Action;
use crate::app::state::AppState;
use crate::ui::shell::{key_hint, keys};
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 640.0;
const LIST_HEIGHT: f32 = 400.0;

/// What the user has typed and chosen so far.
pub(super) struct Typed<'a> {
    pub query: &'a mut String,
    pub selected: &'a mut usize,
    pub opened: bool,
}

/// The keys of the palette; they are taken before the field sees them.
#[derive(Debug, Clone, Copy, Default)]
struct Keys {
    up: bool,
    down: bool,
    enter: bool,
}

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    actions: &mut Vec<Action>,
) -> bool {
    let messages = &state.messages;
    let title = messages.text("search");
    let window = Window { name: "palette", title, width: WIDTH, bare: true };
    let mut chosen = None;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let keys = take_keys(ui);
        Frame::new()
            .inner_margin(Margin::same(12))
            .show(ui, |ui| query_field(ui, state, tokens, typed));
        let (hits, count) = search::search(state, typed.query);
        let moved = follow_keys(keys, typed.selected, hits.len());
        if keys.enter {
            chosen = hits.get(*typed.selected).map(|hit| hit.target.clone());
        }
        card::rule(ui, tokens);
        let room = frame::room_below(ui.ctx()) - 96.0;
        if hits.is_empty() {
            nothing(ui, state, tokens, typed.query);
        } else {
            list(
                ui,
                state,
                tokens,
                &hits,
                (*typed.selected, moved),
                room.min(LIST_HEIGHT),
                &mut chosen,
            );
        }
        card::rule(ui, tokens);
        Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
            ui.horizontal(|ui| {
                text::one_line(ui, text::caption(counted(state, hits.len(), count), tokens));
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    text::one_line(ui, text::caption(messages.text("palette-keys"), tokens));
                });
            });
        });
    });
    if let Some(target) = chosen {
        // Closed first: the command may open another window.
        actions.push(Action::CloseModal);
        actions.push(target.action());
        return false;
    }
    closed
}

fn take_keys(ui: &Ui) -> Keys {
    ui.input_mut(|input| {
        // Enter and the arrows belong to an input method while it composes.
        if input.events.iter().any(|event| matches!(event, egui::Event::Ime(_))) {
            return Keys::default();
        }
        Keys {
            up: input.consume_key(Modifiers::NONE, Key::ArrowUp),
            down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
        }
    })
}

fn query_field(ui: &mut Ui, state: &AppState, tokens: &Tokens, typed: &mut Typed<'_>) {
    let messages = &state.messages;
    let id = Id::unique("palette-query");
    let before = typed.query.clone();
    let field =
        Field::new(messages.text("search")).hint(messages.text("palette-hint")).hide_label().id(id);
    let response = field.show(ui, tokens, typed.query);
    let nothing_focused = ui.memory(|memory| memory.focused().is_none());
    if typed.opened || nothing_focused {
        response.request_focus();
    }
    if *typed.query != before {
        *typed.selected = 0;
    }
}

/// Moves the selection; it goes round at both ends.
fn follow_keys(keys: Keys, selected: &mut usize, count: usize) -> bool {
    let last = count.saturating_sub(1);
    *selected = (*selected).min(last);
    if keys.down {
        *selected = if *selected >= last { 0 } else { *selected + 1 };
    }
    if keys.up {
        *selected = selected.checked_sub(1).unwrap_or(last);
    }
    keys.up || keys.down
}

fn list(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    hits: &[Hit],
    (selected, moved): (usize, bool),
    height: f32,
    chosen: &mut Option<Target>,
) {
    ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (index, hit) in hits.iter().enumerate() {
                let spoken =
                    format!("{}: {}", state.messages.word("hit", hit.kind.id()), hit.title);
                let salt = ("hit", hit.kind.id(), &hit.title, index);
                let is_selected = index == selected;
                let response =
                    row(ui, tokens, salt, size::ROW_HEIGHT, is_selected, &spoken, |ui| {
                        hit_row(ui, state, tokens, hit);
                    });
                if is_selected && moved {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    *chosen = Some(hit.target.clone());
                }
            }
        });
}

fn hit_row(ui: &mut Ui, state: &AppState, tokens: &Tokens, hit: &Hit) {
    let picture = if hit.coloured {
        icons::sized(hit.icon, 20.0)
    } else {
        icons::sized(hit.icon, 16.0).tint(tokens.text_3)
    };
    ui.add_sized([20.0, 20.0], picture.alt_text(""));
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        ui.label(text::caption(state.messages.word("hit", hit.kind.id()), tokens));
        if let Target::Command(command) = &hit.target
            && let Some(shortcut) = command.shortcut()
        {
            let keys = keys(ui, &shortcut);
            key_hint(ui, tokens, &keys);
        }
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            text::one_line(ui, text::value(&hit.title, tokens));
            if ui.available_width() > 40.0 && !hit.detail.is_empty() {
                text::one_line(ui, text::caption(&hit.detail, tokens));
            }
        });
    });
}

fn nothing(ui: &mut Ui, state: &AppState, tokens: &Tokens, query: &str) {
    let messages = &state.messages;
    Frame::new().inner_margin(Margin::same(24)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            let line = messages.with("palette-none", &[("query", query.trim().into())]);
            text::one_line(ui, text::value(line, tokens));
            ui.add_space(4.0);
            ui.add(
                egui::Label::new(text::caption(messages.text("palette-none-help"), tokens)).wrap(),
            );
        });
    });
}

fn counted(state: &AppState, shown: usize, count: usize) -> String {
    if shown < count {
        state.messages.with("palette-more", &[("shown", shown.into()), ("count", count.into())])
    } else {
        state.messages.with("palette-count", &[("count", count.into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_goes_round_and_survives_a_shorter_list() {
        let down = Keys { down: true, ..Keys::default() };
        let up = Keys { up: true, ..Keys::default() };
        let mut selected = 2;
        follow_keys(down, &mut selected, 3);
        assert_eq!(selected, 0);
        follow_keys(up, &mut selected, 3);
        assert_eq!(selected, 2);
        follow_keys(Keys::default(), &mut selected, 1);
        assert_eq!(selected, 0);
        follow_keys(down, &mut selected, 0);
        assert_eq!(selected, 0);
    }
}
