//! The palette: one field to find everything, go anywhere and give any command.

mod input;
mod list;
mod parts;
mod row;

use egui::{Context, Frame, Id, Key, KeyboardShortcut, Layout, Margin, Modifiers, Ui};

use self::input::Keys;
use super::frame::{self, Window};
use super::search::{self, Line, Listing, Target};
use crate::app::action::Action;
use crate::app::finder::{Finder, Part, Question};
use crate::app::state::{AppState, OpenLibrary};
use crate::store::record::RecordKey;
use crate::ui::shell::keys;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 720.0;
const LIST_HEIGHT: f32 = 432.0;

/// The height of everything in the palette but the list.
const AROUND_LIST: f32 = 150.0;

/// About the height of the sentences that say so when nothing is found.
const NOTHING_HEIGHT: f32 = 80.0;

/// What the user has typed and chosen so far.
pub(super) struct Typed<'a> {
    pub query: &'a mut String,
    pub selected: &'a mut usize,
    pub opened: bool,
}

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    finder: &mut Finder,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(library) = &state.library else { return true };
    if typed.opened {
        finder.reset();
    }
    let messages = &state.messages;
    let title = messages.text("search");
    let window = Window { name: "palette", title, width: WIDTH, bare: true };
    let mut chosen = None;
    let mut listing = None;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let keys = input::take(ui, query_id(), typed.query);
        Frame::new().inner_margin(Margin { bottom: 8, ..Margin::same(12) }).show(ui, |ui| {
            query_field(ui, state, tokens, typed, finder);
        });
        if let Some(part) = keys.part {
            choose_part(finder, typed, part);
        }
        let shown = ask(ui, state, library, finder);
        if let Some(part) = parts::show(ui, state, tokens, finder, &shown) {
            choose_part(finder, typed, part);
        }
        card::rule(ui, tokens);
        let count = shown.lines.iter().filter(|line| line.can_be_chosen()).count();
        let moved = keys.follow(typed.selected, count);
        let line = shown.line_at(*typed.selected);
        let chosen_line = line.and_then(|line| shown.lines.get(line));
        if keys.remove
            && let Some(Line::Recent(text)) = chosen_line
        {
            actions.push(Action::ForgetSearch(text.clone()));
        }
        chosen = entered(keys, finder, chosen_line, |finder, key| {
            finder.locate([key], library, &state.wake());
        });
        if shown.is_nothing {
            nothing(ui, state, tokens, &shown);
        }
        if !shown.lines.is_empty() {
            let mut shared =
                list::Input { state, library, finder, tokens, listing: &shown, actions };
            let around = AROUND_LIST + if shown.is_nothing { NOTHING_HEIGHT } else { 0.0 };
            let room = (frame::room_below(ui.ctx()) - around).clamp(96.0, LIST_HEIGHT);
            let clicked = list::show(ui, &mut shared, (line, moved), room);
            chosen = chosen.take().or(clicked);
        }
        card::rule(ui, tokens);
        foot(ui, state, library, tokens, &shown);
        listing = Some(shown);
    });
    match (chosen, listing) {
        (Some(Target::More), _) => finder.choice.expanded = true,
        (Some(Target::Search(text)), _) => {
            input::put_cursor_at_end(ctx, query_id(), &text);
            typed.query.clone_from(&text);
            finder.choice.text = text;
            *typed.selected = 0;
        }
        (Some(target), Some(listing)) => {
            finder.stop();
            actions.extend(search::actions(state, &target, &listing.text));
            return false;
        }
        _ => {}
    }
    if closed {
        finder.stop();
    }
    closed
}

fn query_id() -> Id {
    Id::unique("palette-query")
}

fn query_field(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    finder: &mut Finder,
) {
    let messages = &state.messages;
    let field = Field::new(messages.text("search"))
        .hint(messages.text("palette-hint"))
        .hide_label()
        .id(query_id());
    let response = field.show(ui, tokens, typed.query);
    let nothing_focused = ui.memory(|memory| memory.focused().is_none());
    if typed.opened || nothing_focused {
        response.request_focus();
    }
    let choice = &mut finder.choice;
    choice.composing = response.has_focus() && input::is_composing(ui, choice.composing);
    // What an input method composes stands in the field, but nobody has typed it yet.
    if !choice.composing && choice.text != *typed.query {
        choice.text.clone_from(typed.query);
        choice.expanded = false;
        choice.waiting = false;
        *typed.selected = 0;
    }
}

fn choose_part(finder: &mut Finder, typed: &mut Typed<'_>, part: Part) {
    finder.choice.set_part(part);
    if !finder.choice.composing {
        typed.query.clone_from(&finder.choice.text);
    }
    *typed.selected = 0;
}

/// Has the records searched and lists what is found.
fn ask(ui: &Ui, state: &AppState, library: &OpenLibrary, finder: &mut Finder) -> Listing {
    let question = question(finder);
    if let Some(later) = finder.ask(&question, library, &state.wake()) {
        ui.ctx().request_repaint_after(later);
    }
    search::listing(state, finder, library)
}

fn question(finder: &Finder) -> Question {
    Question {
        text: finder.choice.wanted().to_owned(),
        scope: finder.choice.part().scope(),
        archived: finder.choice.archived,
    }
}

/// What Enter chooses. Somebody who types fast presses it before the hits are there, or before it
/// is known where in a record the words stand: then it counts when they are. Pressed again, it takes
/// what is there.
fn entered(
    keys: Keys,
    finder: &mut Finder,
    line: Option<&Line>,
    locate: impl FnOnce(&mut Finder, RecordKey),
) -> Option<Target> {
    let insists = keys.enter && finder.choice.waiting;
    if !keys.enter && !finder.choice.waiting {
        return None;
    }
    finder.choice.waiting = true;
    if finder.choice.part().has_records() && !finder.is_answered(&question(finder)) {
        return None;
    }
    if let Some(key) =
        line.and_then(|line| search::being_located(finder, line)).filter(|_| !insists)
    {
        locate(finder, key);
        return None;
    }
    finder.choice.waiting = false;
    // Enter was meant for a hit if nobody has seen yet that there is none.
    let line = line.filter(|line| keys.enter || !matches!(line, Line::NewCounterpart(_)));
    search::target_of(finder, line?)
}

fn nothing(ui: &mut Ui, state: &AppState, tokens: &Tokens, listing: &Listing) {
    let messages = &state.messages;
    Frame::new().inner_margin(Margin::symmetric(24, 16)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            let shown: String = listing.text.chars().take(80).collect();
            let line = messages.with("palette-none", &[("query", shown.into())]);
            text::one_line(ui, text::value(line, tokens));
            ui.add_space(4.0);
            let help = text::caption(messages.text("palette-none-help"), tokens);
            ui.add(egui::Label::new(help).wrap());
        });
    });
}

fn foot(ui: &mut Ui, state: &AppState, library: &OpenLibrary, tokens: &Tokens, listing: &Listing) {
    let messages = &state.messages;
    Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let first = keys(ui, &KeyboardShortcut::new(Modifiers::COMMAND, Key::Num1));
                let help = if listing.text.is_empty() { "palette-help" } else { "palette-keys" };
                let help = messages.with(help, &[("first", first.into())]);
                ui.label(text::caption(help, tokens));
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    let count = text::caption(counted(state, library, listing), tokens);
                    let label = text::one_line(ui, count);
                    // Told by a screen reader whenever it changes.
                    ui.ctx().accesskit_node_builder(label.id, |node| {
                        node.set_live(egui::accesskit::Live::Polite);
                    });
                });
            });
        });
    });
}

/// Whether every record can be found by its text; just after the start some cannot yet.
fn has_all_texts(library: &OpenLibrary) -> bool {
    let work = &library.work;
    work.texts().len() >= work.people().len() + work.negotiations().len()
}

fn counted(state: &AppState, library: &OpenLibrary, listing: &Listing) -> String {
    let messages = &state.messages;
    let mut said = if listing.text.is_empty() {
        String::new()
    } else if listing.listed < listing.total {
        let args = [("shown", listing.listed.into()), ("count", listing.total.into())];
        messages.with("palette-more", &args)
    } else {
        messages.with("palette-count", &[("count", listing.total.into())])
    };
    if library.indexing().is_some() || !has_all_texts(library) {
        if !said.is_empty() {
            said.push_str(messages.text("list-separator"));
        }
        said.push_str(messages.text("search-incomplete"));
    }
    said
}
