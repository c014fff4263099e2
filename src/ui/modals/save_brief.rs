//! Save the brief as a file, never over another one without being told to.

use std::path::Path;

use egui::{Context, Id, Ui};

use super::frame::{self, Window};
use crate::app::action::{Action, BriefFormat};
use crate::app::place::Place;
use crate::app::state::AppState;
use crate::brief::paper::Paper;
use crate::i18n::Arg;
use crate::platform::folders;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

const WIDTH: f32 = 560.0;

/// What the user has typed so far.
pub(super) struct Typed<'a> {
    pub format: &'a mut BriefFormat,
    pub path: &'a mut String,
    pub overwrite: &'a mut bool,
    pub opened: bool,
}

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    actions: &mut Vec<Action>,
) -> bool {
    let messages = &state.messages;
    let window = Window {
        name: "save-brief",
        title: messages.text("save-brief"),
        width: WIDTH,
        bare: false,
    };
    let mut cancelled = false;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        kind(ui, state, tokens, typed, actions);
        let field = Field::new(messages.text("save-brief-path")).id(Id::unique("save-brief-path"));
        let response = field.show(ui, tokens, typed.path);
        if typed.opened {
            response.request_focus();
        }
        if response.changed() {
            *typed.overwrite = false;
        }
        let path = folders::typed(typed.path);
        let place = frame::place_at(state, &path, typed.opened, actions);
        remarks(ui, state, tokens, typed, &path, place);
        let allowed = match place {
            Some(Place::Missing) => !path.as_os_str().is_empty(),
            Some(Place::File) => *typed.overwrite,
            _ => false,
        };
        frame::foot(ui, |ui| {
            let verb = messages.text("save-brief-do");
            let go = ActionButton::primary(verb)
                .icon("save")
                .enabled(allowed)
                .show(ui, tokens)
                .clicked();
            if allowed && (go || submitted(ui, &response)) {
                actions.push(Action::SaveBriefTo(path));
            }
            let browse = ActionButton::secondary(messages.text("browse")).icon("folder");
            if browse.show(ui, tokens).clicked() {
                actions.push(Action::BrowseForModal);
            }
            cancelled = ActionButton::quiet(messages.text("cancel")).show(ui, tokens).clicked();
        });
    });
    cancelled || closed
}

/// What kind of file, and for a PDF the sheet.
fn kind(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    actions: &mut Vec<Action>,
) {
    let messages = &state.messages;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let formats =
            BriefFormat::ALL.map(|format| (format, messages.word("brief-format", format.id())));
        let name = messages.text("brief-format");
        if let Some(format) = segmented(ui, tokens, name, Some(*typed.format), &formats) {
            *typed.path = with_extension(typed.path, *typed.format, format);
            *typed.format = format;
            *typed.overwrite = false;
        }
        if *typed.format == BriefFormat::Pdf {
            let papers = Paper::ALL.map(|paper| (paper, messages.word("brief-paper", paper.id())));
            let name = messages.text("brief-paper");
            actions.extend(
                segmented(ui, tokens, name, Some(state.paper()), &papers).map(Action::SetPaper),
            );
        }
    });
    let about = match *typed.format {
        BriefFormat::Pdf => "save-brief-pdf",
        BriefFormat::Html => "save-brief-html",
        BriefFormat::Markdown => "save-brief-markdown",
    };
    ui.add(egui::Label::new(text::body(messages.text(about), tokens)).wrap());
}

/// The path with the ending of another format, if it has that of the one before.
fn with_extension(path: &str, before: BriefFormat, after: BriefFormat) -> String {
    let stem = path.strip_suffix(before.extension()).filter(|stem| stem.ends_with('.'));
    stem.map_or_else(|| path.to_owned(), |stem| format!("{stem}{}", after.extension()))
}

fn remarks(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    path: &Path,
    place: Option<Place>,
) {
    let messages = &state.messages;
    match place {
        _ if path.as_os_str().is_empty() => {
            frame::remark(ui, tokens, true, messages.text("save-brief-no-path"));
        }
        None | Some(Place::Missing) => {}
        Some(Place::EmptyFolder | Place::OtherFolder | Place::Library) => {
            frame::remark(ui, tokens, true, messages.text("save-brief-is-folder"));
        }
        Some(Place::MissingFolder) => {
            let folder = path.parent().unwrap_or(path).display().to_string();
            let line = messages.with("save-brief-folder-missing", &[("folder", Arg::from(folder))]);
            frame::remark(ui, tokens, true, &line);
        }
        Some(Place::File) => {
            frame::remark(ui, tokens, true, messages.text("save-brief-exists"));
            ui.checkbox(
                typed.overwrite,
                text::value(messages.text("save-brief-overwrite"), tokens),
            );
        }
    }
    if state.preferences.include_limits {
        frame::remark(ui, tokens, true, messages.text("save-brief-limits-in"));
    } else {
        frame::remark(ui, tokens, false, messages.text("save-brief-limits-out"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_ending_of_the_format_before_is_changed() {
        let change = |path| with_extension(path, BriefFormat::Html, BriefFormat::Pdf);
        assert_eq!(change("/a/b.html"), "/a/b.pdf");
        assert_eq!(change("/a/b.htm"), "/a/b.htm");
        assert_eq!(change("/a/html"), "/a/html");
        assert_eq!(change(""), "");
    }
}
