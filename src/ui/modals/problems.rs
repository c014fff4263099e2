//! The files that could not be used: what is wrong, what was done, what to do.

use egui::{Context, ScrollArea, Ui};

use super::frame::{self, Window};
use crate::app::action::Action as AppAction;
use crate::app::fault::Fault;
use crate::app::state::AppState;
use crate::i18n::Messages;
use crate::store::error::{Action, Problem, Remedy};
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
    let fault = Fault::of_problem(problem, library, messages);
    card::inset(ui, tokens.sunken, tokens.border, |ui| {
        text::one_line(ui, text::strong(&fault.place, tokens)).on_hover_text(&fault.place);
        let lines = [
            ("problem-what", fault.wrong),
            ("problem-done", done(messages, problem)),
            ("problem-todo", fault.to_do),
        ];
        let width_of = |key: &str| {
            let label = egui::WidgetText::from(text::label(messages.text(key), tokens));
            let mode = Some(egui::TextWrapMode::Extend);
            label.into_galley(ui, mode, f32::INFINITY, egui::TextStyle::Body).size().x
        };
        let widest = lines.iter().map(|(key, _)| width_of(key)).fold(0.0, f32::max);
        for (key, line) in lines {
            ui.horizontal_top(|ui| {
                let width = ui.label(text::label(messages.text(key), tokens)).rect.width();
                ui.add_space(widest - width);
                ui.add(egui::Label::new(text::body(line, tokens)).wrap());
            });
        }
    });
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
