//! Restoring a backup into a folder of its own.

use std::path::{Path, PathBuf};

use egui::{Context, Id, Layout, ScrollArea, Ui};

use super::frame::{self, Window};
use crate::app::action::Action;
use crate::app::archives::{Found, Restoring, proposed_folder, size as size_of};
use crate::app::fault::Fault;
use crate::app::history::when;
use crate::app::keeping::KeepingAction;
use crate::app::place::Place;
use crate::app::state::AppState;
use crate::i18n::Arg;
use crate::platform::folders;
use crate::store::Progress;
use crate::store::archive::Kind;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::bar;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

const WIDTH: f32 = 620.0;

/// How often a running bar is drawn anew.
const REFRESH: std::time::Duration = std::time::Duration::from_millis(120);

/// What the user has typed and chosen so far.
pub(super) struct Typed<'a> {
    pub chosen: &'a mut Option<PathBuf>,
    pub path: &'a mut String,
    pub opened: bool,
}

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(restoring) = &state.keeping.restoring else { return true };
    let messages = &state.messages;
    let title = messages.text("restore-title");
    let window = Window { name: "restore-backup", title, width: WIDTH, bare: false };
    let mut view = View { state, restoring, tokens, actions };
    let mut done = false;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        done = match (&restoring.running, &restoring.done) {
            (Some(progress), _) => {
                view.running(ui, progress);
                false
            }
            (None, Some(path)) => view.done(ui, path),
            (None, None) => {
                view.choose(ui, typed);
                false
            }
        };
    });
    // A slip of the mouse does not stop the work; the button does.
    (closed && restoring.running.is_none()) || done
}

struct View<'a, 'b> {
    state: &'a AppState,
    restoring: &'a Restoring,
    tokens: &'a Tokens,
    actions: &'b mut Vec<Action>,
}

impl View<'_, '_> {
    fn choose(&mut self, ui: &mut Ui, typed: &mut Typed<'_>) {
        let (messages, tokens) = (&self.state.messages, self.tokens);
        ui.add(egui::Label::new(text::body(messages.text("restore-intro"), tokens)).wrap());
        let Some(found) = &self.restoring.found else {
            ui.label(text::body(messages.text("backups-looking"), tokens));
            return;
        };
        let newest = found.iter().find(|one| one.contents.is_some());
        let chosen = typed.chosen.as_ref();
        let chosen = chosen.and_then(|path| found.iter().find(|one| one.archive.path == *path));
        let Some(chosen) = chosen.or(newest) else {
            ui.add_space(4.0);
            ui.label(text::strong(messages.text("restore-none"), tokens));
            let why = text::body(messages.text("restore-none-text"), tokens);
            ui.add(egui::Label::new(why).wrap());
            return;
        };
        ui.label(text::caption(messages.text("restore-choose"), tokens));
        self.list(ui, found, chosen, typed);
        ui.add_space(6.0);
        let field = Field::new(messages.text("restore-into")).id(Id::unique("restore-path"));
        let response = field.show(ui, tokens, typed.path);
        let path = folders::typed(typed.path);
        let place = frame::place_at(self.state, &path, typed.opened, self.actions);
        let (message, is_fault, is_good) = judge(&path, place);
        frame::remark(ui, tokens, is_fault, messages.text(message));
        if let Some(error) = &self.restoring.failure {
            let told = Fault::new(error, messages).sentence(messages);
            frame::remark(ui, tokens, true, &told);
        }
        let archive = chosen.archive.path.clone();
        let is_good = is_good && chosen.contents.is_some();
        frame::foot(ui, |ui| {
            let go = ActionButton::primary(messages.text("restore-do")).enabled(is_good);
            let go = go.show(ui, tokens).clicked();
            if (go || submitted(ui, &response)) && is_good {
                let into = path;
                self.push(KeepingAction::RestoreBackup { archive, into });
            }
            let browse = ActionButton::secondary(messages.text("browse")).icon("folder");
            if browse.show(ui, tokens).clicked() {
                self.actions.push(Action::BrowseForModal);
            }
            if ActionButton::quiet(messages.text("cancel")).show(ui, tokens).clicked() {
                self.actions.push(Action::CloseModal);
            }
        });
    }

    fn push(&mut self, action: KeepingAction) {
        self.actions.push(Action::Keeping(action));
    }

    fn list(&self, ui: &mut Ui, found: &[Found], chosen: &Found, typed: &mut Typed<'_>) {
        let (messages, tokens) = (&self.state.messages, self.tokens);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let room = (frame::room_below(ui.ctx()) - 300.0).clamp(size::ROW_HEIGHT, 260.0);
            let area = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
            area.show_rows(ui, size::ROW_HEIGHT, found.len(), |ui, range| {
                for one in range.filter_map(|index| found.get(index)) {
                    let is_chosen = one.archive.path == chosen.archive.path;
                    let at = when(messages, &self.state.clock, one.archive.at);
                    let contents = self.contents(one);
                    let name = format!("{at}, {contents}");
                    let salt = &one.archive.path;
                    let response =
                        row(ui, tokens, salt, size::ROW_HEIGHT, is_chosen, &name, |ui| {
                            ui.set_min_height(size::ROW_HEIGHT - 8.0);
                            text::one_line(ui, text::value(&at, tokens));
                            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                                ui.label(text::caption(
                                    size_of(messages, one.archive.size),
                                    tokens,
                                ));
                                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                                    text::one_line(ui, text::caption(&contents, tokens))
                                });
                            });
                        });
                    if response.clicked() {
                        self.follow_choice(chosen, one, typed);
                    }
                }
            });
        });
    }

    /// The proposed folder carries the day of the backup, unless the user typed another one.
    fn follow_choice(&self, before: &Found, after: &Found, typed: &mut Typed<'_>) {
        let proposed = |one: &Found| {
            proposed_folder(&self.restoring.library, &one.archive).display().to_string()
        };
        if *typed.path == proposed(before) {
            *typed.path = proposed(after);
        }
        *typed.chosen = Some(after.archive.path.clone());
    }

    fn contents(&self, found: &Found) -> String {
        let messages = &self.state.messages;
        let Some((people, negotiations)) = found.contents else {
            return messages.text("restore-unreadable").to_owned();
        };
        let args = [("people", Arg::from(people)), ("negotiations", Arg::from(negotiations))];
        let contents = messages.with("restore-contents", &args);
        match found.archive.kind {
            Kind::Daily => contents,
            Kind::BeforeMigration => [
                contents.as_str(),
                messages.text("keeping-separator"),
                messages.text("restore-before-upgrade"),
            ]
            .concat(),
        }
    }

    fn running(&mut self, ui: &mut Ui, progress: &Progress) {
        let (messages, tokens) = (&self.state.messages, self.tokens);
        let share = share_of(progress);
        let percent = messages.percent(share);
        ui.label(text::body(
            messages.with("restore-running", &[("share", Arg::from(percent))]),
            tokens,
        ));
        let width = ui.available_width();
        bar(ui, tokens, width, share, tokens.accent);
        ui.ctx().request_repaint_after(REFRESH);
        frame::foot(ui, |ui| {
            let cancel = ActionButton::secondary(messages.text("restore-cancel"));
            if cancel.show(ui, tokens).clicked() {
                self.push(KeepingAction::StopRestoring);
            }
        });
    }

    /// Returns whether the user is through with it.
    fn done(&mut self, ui: &mut Ui, path: &Path) -> bool {
        let (messages, tokens) = (&self.state.messages, self.tokens);
        ui.label(text::strong(messages.text("restore-done"), tokens));
        let args = [("path", Arg::from(path.display().to_string()))];
        let told = messages.with("restore-done-where", &args);
        ui.add(egui::Label::new(text::body(told, tokens)).wrap());
        let mut done = false;
        frame::foot(ui, |ui| {
            let open = ActionButton::primary(messages.text("restore-open")).show(ui, tokens);
            if ui.memory(|memory| memory.focused().is_none()) {
                open.request_focus();
            }
            if open.clicked() {
                self.actions.push(Action::OpenLibrary(path.to_owned()));
            }
            let later = ActionButton::quiet(messages.text("restore-not-now"));
            done = later.show(ui, tokens).clicked();
        });
        done
    }
}

/// How much of the work is done, from 0 to 1.
pub(in crate::ui) fn share_of(progress: &Progress) -> f64 {
    let (done, all) = progress.state();
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    if all == 0 { 0.0 } else { (count(done) / count(all)).clamp(0.0, 1.0) }
}

/// What is to be said of the folder, whether that is a fault, and whether it can be used.
fn judge(path: &Path, place: Option<Place>) -> (&'static str, bool, bool) {
    if path.as_os_str().is_empty() {
        return ("library-no-path", true, false);
    }
    if path.is_relative() {
        return ("library-relative", true, false);
    }
    match place {
        None => ("place-looking", false, false),
        Some(Place::File) => ("library-file-in-way", true, false),
        Some(Place::Library) => ("restore-folder-taken", true, false),
        Some(Place::OtherFolder) => ("library-not-empty", true, false),
        Some(Place::Missing | Place::MissingFolder) => ("library-new-folder", false, true),
        Some(Place::EmptyFolder) => ("library-empty-folder", false, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_unpacked_only_where_nothing_is() {
        let path = std::env::temp_dir().join("restored");
        for (place, is_good) in [
            (Place::Missing, true),
            (Place::MissingFolder, true),
            (Place::EmptyFolder, true),
            (Place::OtherFolder, false),
            (Place::Library, false),
            (Place::File, false),
        ] {
            assert_eq!(judge(&path, Some(place)).2, is_good, "{place:?}");
        }
        assert!(!judge(&path, None).2);
        assert!(!judge(Path::new("here"), Some(Place::Missing)).2);
    }
}
