//! The trash: what was removed, to be brought back or deleted for good.

use std::collections::BTreeSet;

use egui::{Context, Id, Layout, ScrollArea, Ui};

use super::frame::{self, Window};
use crate::app::action::Action;
use crate::app::history::when;
use crate::app::keeping::KeepingAction;
use crate::app::state::AppState;
use crate::app::trash_view::{TrashEntry, TrashView};
use crate::app::workspace::{SummaryOf, Workspace};
use crate::i18n::{Arg, Messages};
use crate::store::record::RecordKey;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tick::row_box;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 680.0;
const ROW_HEIGHT: f32 = size::TALL_ROW_HEIGHT - 6.0;

/// The confirmation names so many records at most.
const NAMED: usize = 5;

/// What the user has typed and chosen so far.
pub(super) struct Typed<'a> {
    pub filter: &'a mut String,
    pub selected: &'a mut BTreeSet<RecordKey>,
    pub asks_to_erase: &'a mut Option<Vec<RecordKey>>,
    pub opened: bool,
}

pub(super) fn show(
    ctx: &Context,
    state: &mut AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    actions: &mut Vec<Action>,
) -> bool {
    // Taken out while it is shown, as it is filtered by what is in the library.
    let Some(mut trash) = state.keeping.trash.take() else { return true };
    let mut closed = true;
    if let Some(library) = &state.library {
        trash.filter(typed.filter, &library.work);
        let view = View {
            state,
            work: &library.work,
            trash: &trash,
            tokens,
            read_only: library.is_read_only(),
        };
        let mut wanted = Vec::new();
        closed = match typed.asks_to_erase.clone() {
            Some(keys) => view.confirmation(ctx, &keys, typed, &mut wanted),
            None => view.list(ctx, typed, &mut wanted),
        };
        actions.extend(wanted.into_iter().map(Action::Keeping));
    }
    state.keeping.trash = Some(trash);
    closed
}

struct View<'a> {
    state: &'a AppState,
    work: &'a Workspace,
    trash: &'a TrashView,
    tokens: &'a Tokens,
    read_only: bool,
}

impl View<'_> {
    fn messages(&self) -> &Messages {
        &self.state.messages
    }

    fn list(&self, ctx: &Context, typed: &mut Typed<'_>, wanted: &mut Vec<KeepingAction>) -> bool {
        let (messages, tokens) = (self.messages(), self.tokens);
        let title = messages.text("trash-title");
        let window = Window { name: "trash", title, width: WIDTH, bare: false };
        frame::show(ctx, tokens, messages, &window, |ui| {
            ui.add(egui::Label::new(text::caption(messages.text("trash-intro"), tokens)).wrap());
            if self.trash.count() == 0 {
                self.empty(ui);
                return;
            }
            let field = Field::new(messages.text("trash-filter"))
                .hint(messages.text("trash-filter-hint"))
                .hide_label()
                .id(Id::unique("trash-filter"));
            let response = field.show(ui, tokens, typed.filter);
            // The trash is read on a thread: the field comes later than the window.
            if typed.opened || ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
            self.counts(ui, typed);
            card::rule(ui, tokens);
            let room = (frame::room_below(ctx) - 230.0).clamp(size::TALL_ROW_HEIGHT, 460.0);
            // As high for each filter: the field must not move away while it is typed into.
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let rows = f32::from(u16::try_from(self.trash.count()).unwrap_or(u16::MAX));
                ui.set_min_height(room.min(rows * ROW_HEIGHT));
                if self.trash.shown() == 0 {
                    ui.label(text::body(messages.text("trash-no-match"), tokens));
                } else {
                    self.rows(ui, typed, room, wanted);
                }
            });
            self.foot(ui, typed, wanted);
        })
    }

    fn empty(&self, ui: &mut Ui) {
        let (messages, tokens) = (self.messages(), self.tokens);
        ui.add_space(8.0);
        if self.trash.is_read {
            ui.label(text::strong(messages.text("trash-empty"), tokens));
            let why = text::body(messages.text("trash-empty-text"), tokens);
            ui.add(egui::Label::new(why).wrap());
        } else {
            ui.label(text::body(messages.text("trash-reading"), tokens));
        }
    }

    /// How many there are, and choosing all or none of them.
    fn counts(&self, ui: &mut Ui, typed: &mut Typed<'_>) {
        let (messages, tokens) = (self.messages(), self.tokens);
        let (shown, count) = (self.trash.shown(), self.trash.count());
        ui.horizontal(|ui| {
            let args = [("shown", Arg::from(shown)), ("count", Arg::from(count))];
            let counted = if shown == count { "trash-count" } else { "trash-shown" };
            text::one_line(ui, text::caption(messages.with(counted, &args), tokens));
            if !self.trash.is_read {
                text::one_line(ui, text::caption(messages.text("trash-reading"), tokens));
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let all = messages.with("trash-choose-all", &[("count", shown.into())]);
                let is_all = self.trash.iter().all(|entry| typed.selected.contains(&entry.key));
                let label = if is_all { messages.text("trash-choose-none") } else { &all };
                let button = ActionButton::quiet(label).small().enabled(shown > 0);
                if button.show(ui, tokens).clicked() {
                    if is_all {
                        typed.selected.clear();
                    } else {
                        typed.selected.extend(self.trash.iter().map(|entry| entry.key));
                    }
                }
            });
        });
    }

    fn rows(&self, ui: &mut Ui, typed: &mut Typed<'_>, room: f32, wanted: &mut Vec<KeepingAction>) {
        let height = ROW_HEIGHT;
        let area = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
        area.show_rows(ui, height, self.trash.shown(), |ui, range| {
            for entry in range.filter_map(|index| self.trash.get(index)) {
                self.row(ui, entry, height, typed, wanted);
            }
        });
    }

    fn row(
        &self,
        ui: &mut Ui,
        entry: &TrashEntry,
        height: f32,
        typed: &mut Typed<'_>,
        wanted: &mut Vec<KeepingAction>,
    ) {
        let (messages, tokens) = (self.messages(), self.tokens);
        let (name, detail) = self.described(entry);
        let selected = typed.selected.contains(&entry.key);
        let spoken = messages.with("trash-choose-row", &[("name", Arg::from(&name))]);
        let mut ticked = false;
        let response = row(ui, tokens, entry.key, height, selected, &name, |ui| {
            ticked = row_box(ui, tokens, selected, &spoken).clicked();
            let icon = match entry.key {
                RecordKey::Session(_) => "negotiations",
                _ => "counterparts",
            };
            ui.add(icons::sized(icon, 16.0).tint(tokens.text_3).alt_text(""));
            ui.add_space(4.0);
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                if entry.restored.is_some() {
                    let label = messages.text("trash-restore");
                    let button = ActionButton::secondary(label).small().enabled(!self.read_only);
                    let response = button.show(ui, tokens);
                    response.widget_info(|| {
                        let args = [("name", Arg::from(&name))];
                        let name = messages.with("trash-restore-named", &args);
                        egui::WidgetInfo::labeled(egui::Role::Button, !self.read_only, name)
                    });
                    if response.clicked() {
                        typed.selected.remove(&entry.key);
                        wanted.push(KeepingAction::RestoreTrashed(vec![entry.key]));
                    }
                }
                let at = when(messages, &self.state.clock, entry.at);
                let removed = messages.with("trash-removed", &[("when", Arg::from(at))]);
                ui.label(text::caption(removed, tokens));
                ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                    let mode = egui::TextWrapMode::Truncate;
                    let (title, line) = (text::value(&name, tokens), text::caption(detail, tokens));
                    text::pair_in_middle(ui, height - 8.0, title, line, mode);
                });
            });
        });
        if (ticked || response.clicked()) && !typed.selected.remove(&entry.key) {
            typed.selected.insert(entry.key);
        }
    }

    /// The name of a removed record, and what it is.
    fn described(&self, entry: &TrashEntry) -> (String, String) {
        let messages = self.messages();
        let kind = match entry.key {
            RecordKey::Session(_) => messages.text("trash-negotiation"),
            _ => messages.text("trash-person"),
        };
        let Some(restored) = &entry.restored else {
            let id =
                entry.key.file().file_stem().unwrap_or_default().to_string_lossy().into_owned();
            return (format!("{kind} {id}"), messages.text("trash-unreadable").to_owned());
        };
        let separator = messages.text("keeping-separator");
        let (name, parts): (String, Vec<String>) = match &restored.summary {
            SummaryOf::Counterpart(person) => {
                let name = messages.name_of(person.as_ref());
                let parts = [&person.title, &person.organisation];
                (name, parts.into_iter().map(|part| part.trim().to_owned()).collect())
            }
            SummaryOf::Session(session) => {
                let people = || self.work.people_of(&session.counterparts);
                let names = people().map(|person| messages.name_of(person)).take(3);
                (messages.title_of(&session.title, people()), names.collect())
            }
        };
        let name = if name.is_empty() { messages.text("nameless").to_owned() } else { name };
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let detail: Vec<String> = std::iter::once(kind.to_owned()).chain(parts).collect();
        (name, detail.join(separator))
    }

    fn foot(&self, ui: &mut Ui, typed: &mut Typed<'_>, wanted: &mut Vec<KeepingAction>) {
        let (messages, tokens) = (self.messages(), self.tokens);
        // What was restored or came back otherwise is no longer chosen.
        let chosen: Vec<&TrashEntry> =
            self.trash.iter().filter(|entry| typed.selected.contains(&entry.key)).collect();
        let restorable: Vec<RecordKey> =
            chosen.iter().filter(|one| one.restored.is_some()).map(|one| one.key).collect();
        let number = |id: &str, count: usize| messages.with(id, &[("count", count.into())]);
        frame::foot(ui, |ui| {
            let many = number("trash-restore-many", restorable.len());
            let label = if restorable.len() > 1 { &many } else { messages.text("trash-restore") };
            let restore = ActionButton::primary(label)
                .icon("undo")
                .enabled(!restorable.is_empty() && !self.read_only)
                .tooltip(messages.text(if chosen.is_empty() {
                    "trash-erase-none"
                } else {
                    "trash-empty-text"
                }));
            if restore.show(ui, tokens).clicked() {
                typed.selected.clear();
                wanted.push(KeepingAction::RestoreTrashed(restorable));
            }
            let many = number("trash-erase-many", chosen.len());
            let label = if chosen.len() > 1 { &many } else { messages.text("trash-erase") };
            let erase = ActionButton::secondary(label)
                .icon("trash")
                .enabled(!chosen.is_empty() && !self.read_only);
            if erase.show(ui, tokens).clicked() {
                *typed.asks_to_erase = Some(chosen.iter().map(|entry| entry.key).collect());
            }
        });
    }

    /// Names what is deleted, and says where it still is.
    fn confirmation(
        &self,
        ctx: &Context,
        keys: &[RecordKey],
        typed: &mut Typed<'_>,
        wanted: &mut Vec<KeepingAction>,
    ) -> bool {
        let (messages, tokens) = (self.messages(), self.tokens);
        let title = messages.text("trash-erase-title");
        let window = Window { name: "trash-erase", title, width: 520.0, bare: false };
        let number = |id: &str, count: usize| messages.with(id, &[("count", count.into())]);
        let mut keep = false;
        let closed = frame::show(ctx, tokens, messages, &window, |ui| {
            ui.label(text::body(number("trash-erase-what", keys.len()), tokens));
            let named: BTreeSet<&RecordKey> = keys.iter().take(NAMED).collect();
            card::inset(ui, tokens.sunken, tokens.border, |ui| {
                ui.set_width(ui.available_width());
                for entry in self.trash.iter().filter(|entry| named.contains(&entry.key)) {
                    let (name, detail) = self.described(entry);
                    ui.horizontal(|ui| {
                        text::one_line(ui, text::strong(&name, tokens)).on_hover_text(&name);
                        if ui.available_width() > 40.0 {
                            text::one_line(ui, text::caption(detail, tokens));
                        }
                    });
                }
                let more = keys.len().saturating_sub(NAMED);
                if more > 0 {
                    ui.label(text::body(number("trash-erase-more", more), tokens));
                }
            });
            frame::remark(ui, tokens, true, messages.text("trash-erase-backups"));
            frame::foot(ui, |ui| {
                let erase = ActionButton::secondary(messages.text("trash-erase-do"))
                    .icon("trash")
                    .colour(tokens.warn);
                if erase.show(ui, tokens).clicked() {
                    wanted.push(KeepingAction::Erase(keys.to_vec()));
                    typed.selected.clear();
                    *typed.asks_to_erase = None;
                }
                let button = ActionButton::primary(messages.text("trash-erase-keep"));
                let response = button.show(ui, tokens);
                // The harmless answer is the one that Enter gives.
                if ui.memory(|memory| memory.focused().is_none()) {
                    response.request_focus();
                }
                keep = response.clicked();
            });
        });
        if keep || closed {
            *typed.asks_to_erase = None;
        }
        false
    }
}
