//! The files that could not be used: what is wrong, what was done, what to do.

use egui::{Context, ScrollArea, Ui};

use super::frame::{self, Window};
use crate::app::action::Action as AppAction;
use crate::app::state::AppState;
use crate::i18n::{Arg, Messages};
use crate::store::error::{Action, Problem, Remedy, StoreError};
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::{card, text};

const WIDTH: f32 = 680.0;

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    opened: bool,
    actions: &mut Vec<AppAction>,
) -> bool {
    let messages = &state.messages;
    let Some(library) = &state.library else { return true };
    let window = Window {
        name: "problems",
        title: messages.text("problems-title"),
        width: WIDTH,
        bare: false,
    };
    frame::show(ctx, tokens, messages, &window, |ui| {
        ui.add(egui::Label::new(text::body(messages.text("problems-intro"), tokens)).wrap());
        let room = frame::room_below(ui.ctx()) - 140.0;
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            for item in &library.problems {
                ui.push_id(&item.file, |ui| problem(ui, state, tokens, item, &library.path));
            }
        });
        frame::foot(ui, |ui| {
            let button = ActionButton::primary(messages.text("problems-dismiss")).show(ui, tokens);
            if opened {
                button.request_focus();
            }
            if button.clicked() {
                actions.push(AppAction::DismissProblems);
            }
        });
    })
}

fn problem(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    problem: &Problem,
    library: &std::path::Path,
) {
    let messages = &state.messages;
    let file = problem.file_in(library);
    let place = match &problem.error {
        StoreError::Parse { line, column, .. } => messages.with(
            "problems-place",
            &[("file", Arg::from(&file)), ("line", (*line).into()), ("column", (*column).into())],
        ),
        _ => file,
    };
    let (wrong, advice) = explain(messages, &problem.error);
    card::inset(ui, tokens.sunken, tokens.border, |ui| {
        text::one_line(ui, text::strong(&place, tokens)).on_hover_text(&place);
        for (key, line) in [
            ("problem-what", wrong),
            ("problem-done", done(messages, problem)),
            ("problem-todo", advice),
        ] {
            ui.horizontal_top(|ui| {
                ui.label(text::label(messages.text(key), tokens));
                ui.add(egui::Label::new(text::body(line, tokens)).wrap());
            });
        }
    });
}

/// What is wrong and what to do, in the user's language.
fn explain(messages: &Messages, error: &StoreError) -> (String, String) {
    let plain = |key: &str| messages.text(key).to_owned();
    match error {
        StoreError::Parse { field, message, .. } => {
            let message = if field.is_empty() {
                message.clone()
            } else {
                messages.with(
                    "store-parse-field",
                    &[("field", field.into()), ("message", message.into())],
                )
            };
            (
                messages.with("store-parse", &[("message", message.into())]),
                plain("store-parse-todo"),
            )
        }
        StoreError::WrongName { found, .. } => {
            let id = [("found", Arg::from(found))];
            (messages.with("store-wrong-name", &id), messages.with("store-wrong-name-todo", &id))
        }
        StoreError::Newer { .. } => (plain("store-newer"), plain("store-newer-todo")),
        StoreError::NotARegularFile { .. } => {
            (plain("store-not-regular"), plain("store-not-regular-todo"))
        }
        StoreError::TooLarge { size, .. } => (
            messages.with("store-too-large", &[("size", (*size).into())]),
            plain("store-too-large-todo"),
        ),
        StoreError::Read { failure, .. } | StoreError::Write { failure, .. } => {
            let reason = [("reason", Arg::from(&failure.reason))];
            (messages.with("store-io", &reason), plain("store-io-todo"))
        }
        StoreError::Unfaithful { .. } => {
            (plain("store-unfaithful"), plain("store-unfaithful-todo"))
        }
        other => (other.to_string(), plain("store-other-todo")),
    }
}

/// What was done about the file.
fn done(messages: &Messages, problem: &Problem) -> String {
    let path = |path: &std::path::Path| path.display().to_string();
    let mut parts = Vec::new();
    match &problem.action {
        Action::Quarantined { to } => {
            parts.push(messages.with("problem-quarantined", &[("path", path(to).into())]));
        }
        Action::Skipped => parts.push(messages.text("problem-skipped").to_owned()),
        Action::None => {}
    }
    match &problem.remedy {
        Some(Remedy::RestoredFrom { backup }) => {
            parts.push(messages.with("problem-restored", &[("path", path(backup).into())]));
        }
        Some(Remedy::NewLibraryFile) => {
            parts.push(messages.text("problem-new-library-file").to_owned());
        }
        None => {}
    }
    if parts.is_empty() {
        parts.push(messages.text("problem-none").to_owned());
    }
    parts.join(messages.text("brief-sentence-separator"))
}
