//! Open or make a library: a typed path, with what stands there said beside it.

use std::path::Path;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Context, Id, Ui};

use super::frame::{self, Window};
use crate::app::action::Action;
use crate::app::modal::LibraryPurpose;
use crate::app::place::Place;
use crate::app::state::AppState;
use crate::platform::folders;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::text;

const WIDTH: f32 = 560.0;

/// What the user has typed so far.
pub(super) struct Typed<'a> {
    pub purpose: LibraryPurpose,
    pub path: &'a mut String,
    pub opened: bool,
}

/// What is to be said of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Finding {
    message: &'static str,
    is_fault: bool,
    is_good: bool,
    /// There is a library to open instead.
    openable: bool,
}

/// Judges a path for a purpose.
fn judge(
    purpose: LibraryPurpose,
    path: &Path,
    current: Option<&Path>,
    place: Option<Place>,
) -> Finding {
    let fault = |message| Finding { message, is_fault: true, is_good: false, openable: false };
    let fine = |message| Finding { message, is_fault: false, is_good: true, openable: false };
    if path.as_os_str().is_empty() {
        return fault("library-no-path");
    }
    if path.is_relative() {
        return fault("library-relative");
    }
    if current == Some(path) {
        return fault("library-current");
    }
    let Some(place) = place else {
        return Finding { is_good: false, ..fine("place-looking") };
    };
    match (purpose, place) {
        (_, Place::File) => fault("library-file-in-way"),
        (LibraryPurpose::Open | LibraryPurpose::Import, Place::Library) => fine("library-found"),
        (LibraryPurpose::Open | LibraryPurpose::Import, Place::Missing | Place::MissingFolder) => {
            fault("library-missing")
        }
        (LibraryPurpose::Open | LibraryPurpose::Import, _) => fault("library-not-one"),
        (LibraryPurpose::Rescue, Place::Library) => fault("library-not-empty"),
        (_, Place::Library) => Finding { openable: true, ..fault("library-already-one") },
        (_, Place::OtherFolder) => fault("library-not-empty"),
        (_, Place::Missing | Place::MissingFolder) => fine("library-new-folder"),
        (_, Place::EmptyFolder) => fine("library-empty-folder"),
    }
}

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    actions: &mut Vec<Action>,
) -> bool {
    let messages = &state.messages;
    let purpose = typed.purpose.id();
    let word = |part: &str| messages.word("library", &format!("{purpose}-{part}")).to_owned();
    let (title, explanation, verb) = (word("title"), word("help"), word("do"));
    let window = Window { name: "library", title: &title, width: WIDTH, bare: false };
    let mut cancelled = false;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        ui.add(egui::Label::new(text::body(&explanation, tokens)).wrap());
        let field = Field::new(messages.text("library-path")).id(Id::unique("library-modal-path"));
        let response = field.show(ui, tokens, typed.path);
        if typed.opened {
            response.request_focus();
            select_all(ui, response.id, typed.path);
        }
        let path = folders::typed(typed.path);
        let current = state.library.as_ref().map(|library| library.path.as_path());
        let place = frame::place_at(state, &path, typed.opened, actions);
        let finding = judge(typed.purpose, &path, current, place);
        frame::remark(ui, tokens, finding.is_fault, messages.text(finding.message));
        frame::foot(ui, |ui| {
            let go =
                ActionButton::primary(&verb).enabled(finding.is_good).show(ui, tokens).clicked();
            if finding.openable {
                let open = ActionButton::secondary(messages.text("library-open-it"));
                if open.show(ui, tokens).clicked() {
                    actions.push(Action::OpenLibrary(path.clone()));
                }
            }
            if (go || submitted(ui, &response)) && finding.is_good {
                actions.push(match typed.purpose {
                    LibraryPurpose::Open => Action::OpenLibrary(path),
                    LibraryPurpose::Create => Action::CreateLibrary { path, sample: false },
                    LibraryPurpose::Sample => Action::CreateLibrary { path, sample: true },
                    LibraryPurpose::Rescue => Action::Rescue(path),
                    LibraryPurpose::Import => Action::Import(path),
                });
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

/// Selects the path that is there already, so that typing replaces it.
fn select_all(ui: &Ui, field: Id, text: &str) {
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    let (start, end) = (CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(CCursorRange::two(start, end)));
    state.store(ui.ctx(), field);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_judged_by_what_stands_there() {
        let path = std::env::temp_dir().join("library");
        let check = |purpose, place| judge(purpose, &path, None, Some(place));
        for (purpose, place, message, is_fault) in [
            (LibraryPurpose::Open, Place::Library, "library-found", false),
            (LibraryPurpose::Open, Place::Missing, "library-missing", true),
            (LibraryPurpose::Open, Place::EmptyFolder, "library-not-one", true),
            (LibraryPurpose::Create, Place::EmptyFolder, "library-empty-folder", false),
            (LibraryPurpose::Create, Place::Missing, "library-new-folder", false),
            (LibraryPurpose::Create, Place::OtherFolder, "library-not-empty", true),
            (LibraryPurpose::Sample, Place::File, "library-file-in-way", true),
        ] {
            let finding = check(purpose, place);
            assert_eq!((finding.message, finding.is_fault), (message, is_fault));
        }
        assert!(check(LibraryPurpose::Create, Place::Library).openable);
        let current = judge(LibraryPurpose::Open, &path, Some(&path), Some(Place::Library));
        assert_eq!(current.message, "library-current");
        let relative = judge(LibraryPurpose::Open, Path::new("here"), None, Some(Place::Library));
        assert_eq!(relative.message, "library-relative");
        let looking = judge(LibraryPurpose::Open, &path, None, None);
        assert!(!looking.is_good && !looking.is_fault, "nothing is done before the answer");
    }
}
