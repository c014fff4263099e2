//! The earlier versions of a record, and the chosen one beside the record as it is now.

use egui::{Context, EventFilter, Key, Layout, Response, ScrollArea, Ui, Vec2};

use super::frame::{self, Window};
use crate::app::action::Action;
use crate::app::comparison::{Line, Shown};
use crate::app::fault::Fault;
use crate::app::history::{Past, when};
use crate::app::keeping::KeepingAction;
use crate::app::open_library::OpenLibrary;
use crate::app::state::AppState;
use crate::i18n::Arg;
use crate::store::record::RecordKey;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::comparison::{self, Sides};
use crate::ui::widgets::focus::keep_keys;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

const WIDTH: f32 = 920.0;
const LIST_WIDTH: f32 = 236.0;
/// Below this width the list stands above the comparison.
const SIDE_BY_SIDE: f32 = 620.0;
/// More fields than this are not shown one by one; the whole version can be restored.
const MOST_LINES: usize = 200;

pub(super) fn show(
    ctx: &Context,
    state: &mut AppState,
    tokens: &Tokens,
    opened: bool,
    actions: &mut Vec<Action>,
) -> bool {
    // The record may be gone: then there is nothing to compare with.
    if !state.follow_history() {
        return true;
    }
    // Put into words before anything is drawn, as that takes the state as a whole.
    let lines = state.history_lines().to_vec();
    let state = &*state;
    let title = title(state);
    let window = Window { name: "history", title: &title, width: WIDTH, bare: false };
    let room = (frame::room_below(ctx) - 60.0).min(580.0);
    let mut wanted = Vec::new();
    let closed = frame::show(ctx, tokens, &state.messages, &window, |ui| {
        let mut view = View { state, tokens, lines: &lines, opened, wanted: &mut wanted };
        view.content(ui, room);
    });
    actions.extend(wanted.into_iter().map(Action::Keeping));
    closed
}

fn title(state: &AppState) -> String {
    let messages = &state.messages;
    let work = state.library.as_ref().map(|library| &library.work);
    let name = match state.keeping.history.as_ref().map(|history| history.key) {
        Some(RecordKey::Counterpart(id)) => {
            work.and_then(|work| work.person(id)).map(|person| messages.name_of(person))
        }
        Some(RecordKey::Session(id)) => work.and_then(|work| {
            let session = work.negotiation(id)?;
            let people = work.people_of(&session.counterparts);
            Some(messages.title_of(&session.title, people))
        }),
        _ => return messages.text("versions-of-library").to_owned(),
    };
    let name = name.filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| messages.text("nameless").to_owned());
    messages.with("versions-title", &[("name", Arg::from(name))])
}

/// Whether no control has the focus: the versions are read on a thread and come later than the
/// window.
fn wants_focus(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none())
}

enum Step {
    Up,
    Down,
}

/// The arrow that was pressed on a row. In the list the arrows choose, as in any list.
fn arrow(ui: &Ui, response: &Response) -> Option<Step> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    keep_keys(ui, response, filter);
    ui.input(|input| {
        let down = input.key_pressed(Key::ArrowDown).then_some(Step::Down);
        down.or_else(|| input.key_pressed(Key::ArrowUp).then_some(Step::Up))
    })
}

struct View<'a> {
    state: &'a AppState,
    tokens: &'a Tokens,
    lines: &'a [Line],
    opened: bool,
    wanted: &'a mut Vec<KeepingAction>,
}

impl View<'_> {
    fn content(&mut self, ui: &mut Ui, room: f32) {
        let messages = &self.state.messages;
        let Some(history) = &self.state.keeping.history else { return };
        let Some(versions) = &history.versions else {
            ui.label(text::body(messages.text("versions-reading"), self.tokens));
            return;
        };
        if versions.is_empty() {
            let (title, why) =
                (messages.text("versions-none"), messages.text("versions-none-text"));
            ui.label(text::strong(title, self.tokens));
            ui.add(egui::Label::new(text::body(why, self.tokens)).wrap());
            return;
        }
        // As high for each version: the rows must not move away from the pointer.
        ui.set_min_height(room);
        if ui.available_width() < SIDE_BY_SIDE {
            self.list(ui, versions, history.chosen, 132.0);
            ui.add_space(8.0);
            self.compared(ui, history.chosen(), room - 150.0);
            return;
        }
        ui.horizontal_top(|ui| {
            let list = Vec2::new(LIST_WIDTH, room);
            ui.allocate_ui_with_layout(list, Layout::top_down(egui::Align::Min), |ui| {
                ui.set_width(LIST_WIDTH);
                self.list(ui, versions, history.chosen, room);
            });
            ui.add_space(4.0);
            ui.vertical(|ui| self.compared(ui, history.chosen(), room));
        });
    }

    fn list(&mut self, ui: &mut Ui, versions: &[Past], chosen: usize, height: f32) {
        let tokens = self.tokens;
        let area = ScrollArea::vertical().id_salt("versions").max_height(height);
        let height = size::TALL_ROW_HEIGHT - 4.0;
        ui.spacing_mut().item_spacing.y = 0.0;
        // There are a few dozen at most.
        area.auto_shrink([false, true]).show(ui, |ui| {
            for (index, past) in versions.iter().enumerate() {
                let (until, differ) = (self.until(past), self.differ(past));
                let name = format!("{until}, {differ}");
                let salt = &past.version.path;
                let response = row(ui, tokens, salt, height, index == chosen, &name, |ui| {
                    ui.vertical(|ui| {
                        let mode = egui::TextWrapMode::Truncate;
                        let (title, line) =
                            (text::value(&until, tokens), text::caption(&differ, tokens));
                        text::pair_in_middle(ui, height - 8.0, title, line, mode);
                    });
                });
                if index == chosen && (self.opened || wants_focus(ui)) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                let next = arrow(ui, &response).map(|step| match step {
                    Step::Up => index.saturating_sub(1),
                    Step::Down => (index + 1).min(versions.len() - 1),
                });
                if next.is_some() {
                    // It goes to the row that is chosen in the next frame.
                    ui.memory_mut(|memory| memory.surrender_focus(response.id));
                }
                if let Some(index) = next.or_else(|| response.clicked().then_some(index)) {
                    self.wanted.push(KeepingAction::ChooseVersion(index));
                }
            }
        });
    }

    /// "Until yesterday 14:05".
    fn until(&self, past: &Past) -> String {
        let messages = &self.state.messages;
        let when = when(messages, &self.state.clock, past.version.at);
        messages.with("versions-until", &[("when", Arg::from(when))])
    }

    fn differ(&self, past: &Past) -> String {
        let messages = &self.state.messages;
        match &past.record {
            Ok(_) => messages.with("versions-fields", &[("count", past.differences.len().into())]),
            Err(_) => messages.text("versions-unreadable").to_owned(),
        }
    }

    fn compared(&mut self, ui: &mut Ui, past: Option<&Past>, room: f32) {
        let (messages, tokens) = (&self.state.messages, self.tokens);
        let Some(past) = past else { return };
        if let Err(error) = &past.record {
            let fault = Fault::new(error, messages).sentence(messages);
            ui.add(egui::Label::new(text::body(fault, tokens)).wrap());
            return;
        }
        let read_only = self.state.library.as_ref().is_none_or(OpenLibrary::is_read_only);
        let sides = Sides {
            before: messages.text("comparison-then"),
            after: messages.text("comparison-now"),
        };
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let restore = ActionButton::primary(messages.text("versions-restore"))
                    .icon("clock")
                    .tooltip(messages.text("versions-restore-tip"))
                    .enabled(!read_only && !self.lines.is_empty());
                if restore.show(ui, tokens).clicked() {
                    self.wanted.push(KeepingAction::RestoreVersion);
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    comparison::legend(ui, tokens, sides);
                    text::one_line(ui, text::caption(self.differ(past), tokens));
                });
            });
        });
        if self.lines.is_empty() {
            ui.label(text::body(messages.text("versions-same"), tokens));
            return;
        }
        let area = ScrollArea::vertical().id_salt(("compared", &past.version.path));
        area.max_height(room - 44.0).auto_shrink([false, true]).show(ui, |ui| {
            for line in self.lines.iter().take(MOST_LINES) {
                comparison::line(ui, tokens, messages, sides, line, |ui| {
                    self.restore_field(ui, line, read_only);
                });
            }
            let more = self.lines.len().saturating_sub(MOST_LINES);
            if more > 0 {
                let told = messages.with("versions-more", &[("count", more.into())]);
                ui.label(text::caption(told, tokens));
            }
        });
    }

    fn restore_field(&mut self, ui: &mut Ui, line: &Line, read_only: bool) {
        let messages = &self.state.messages;
        let is_new = line.is_entry && matches!(line.shown, Shown::Whole { before: None, .. });
        let (label, named, icon) = if is_new {
            ("versions-remove-entry", "versions-remove-entry-named", "cross")
        } else {
            ("versions-restore-field", "versions-restore-field-named", "undo")
        };
        let label = messages.text(label);
        let button = ActionButton::quiet(label).icon(icon).small().enabled(!read_only);
        let response = button.show(ui, self.tokens);
        let args = [("field", Arg::from(&line.name))];
        response.widget_info(|| {
            let name = messages.with(named, &args);
            egui::WidgetInfo::labeled(egui::Role::Button, !read_only, name)
        });
        if response.clicked() {
            let (path, name) = (line.path.clone(), line.name.clone());
            self.wanted.push(KeepingAction::RestoreField { path, name });
        }
    }
}
