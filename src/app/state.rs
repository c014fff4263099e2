//! The whole state of the running app, and the one function that changes it.

mod archives;
mod commands;
mod files;
mod heard;
mod history;
mod merging;
mod opening;
mod outside;
mod printing;
mod sharing;
mod together;
mod told;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use self::told::{Told, records_in};
use super::action::Action;
use super::clock::Clock;
use super::coach::Coach;
use super::command::UiCommand;
use super::cover::Cover;
use super::edit::Edit;
use super::fault::Fault;
use super::keeping::Keeping;
use super::modal::{LibraryPurpose, Modal};
pub use super::open_library::OpenLibrary;
use super::pasted::Pasting;
use super::place::Sight;
use super::preferences::Preferences;
use super::prospects::Outlook;
use super::route::{Navigation, Route};
use super::state_file::StateFile;
use super::tasks::{Tasks, Viewer, Wake};
use super::toast::Toasts;
use super::workspace::Change;
use crate::content::catalog::Catalog;
use crate::domain::ids::SessionId;
use crate::i18n::{Language, Messages};
use crate::platform::{folders, viewer};
use crate::store::error::StoreError;

/// How long closing waits for a slow disk.
const FINISH_TIMEOUT: Duration = Duration::from_secs(10);

/// The title of the window is cut after this many characters.
const LONGEST_TITLE: usize = 200;

/// What the window shows when no library is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Closed {
    /// The very first start: choose how to begin.
    FirstRun,
    Loading,
    /// The library of the last time could not be opened.
    Failed {
        path: PathBuf,
        error: StoreError,
    },
}

/// Where the app keeps its own things.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// `None` keeps no state between starts.
    pub state_file: Option<PathBuf>,
    pub default_library: PathBuf,
    /// Where pages are saved that are to be printed.
    pub documents: PathBuf,
    /// Opens a file with the program that the system has for it; `None` opens nothing.
    pub viewer: Option<Viewer>,
}

impl Places {
    /// The user's own folders.
    pub fn of_user() -> Self {
        Self {
            state_file: folders::state_file(),
            default_library: folders::default_library(),
            documents: folders::documents(),
            viewer: Some(viewer::open),
        }
    }
}

pub struct AppState {
    /// Saved in `state.ron`: language, theme, page, half-typed entries.
    pub preferences: Preferences,
    state_file: StateFile,
    pub places: Places,
    /// Transient: the history of pages; only the current one is saved.
    pub navigation: Navigation,
    /// Transient: the records themselves are on disk.
    pub library: Option<OpenLibrary>,
    pub closed: Closed,
    /// Transient: what keeps others from reading the screen.
    pub cover: Cover,
    /// Transient: the window over the page.
    pub modal: Option<Modal>,
    /// Transient: what stands at the path typed into the modal.
    pub sight: Sight,
    /// Transient: earlier versions, trash and backups, as far as they were looked at.
    pub keeping: Keeping,
    /// Transient: the brief that was written last.
    kept_brief: Option<Box<files::KeptBrief>>,
    /// Transient: what is found in pitches.
    pub coach: Coach,
    /// Transient: what the plans on the screen leave open.
    pub outlook: Outlook,
    /// Transient: the reading of what was pasted.
    pub pasting: Pasting,
    pub toasts: Toasts,
    pub messages: Messages,
    pub catalog: Catalog,
    pub clock: Clock,
    /// Transient: the user was told on closing that something is not saved.
    warned_of_loss: bool,
    tasks: Tasks,
}

impl AppState {
    pub fn new(
        preferences: Preferences,
        places: Places,
        catalog: Catalog,
        clock: Clock,
        wake: Wake,
    ) -> Self {
        let language = preferences.language.unwrap_or_else(folders::system_language);
        Self {
            state_file: StateFile::start(places.state_file.clone(), &preferences),
            navigation: Navigation::starting_at(preferences.route.clone()),
            preferences,
            places,
            library: None,
            closed: Closed::FirstRun,
            cover: Cover::default(),
            modal: None,
            sight: Sight::default(),
            keeping: Keeping::default(),
            kept_brief: None,
            coach: Coach::default(),
            outlook: Outlook::default(),
            pasting: Pasting::default(),
            toasts: Toasts::default(),
            messages: Messages::new(language),
            tasks: Tasks::new(wake, *catalog.weights()),
            catalog,
            clock,
            warned_of_loss: false,
        }
    }

    /// Changes the page when its record is gone.
    fn drop_route_to_missing_record(&mut self) {
        let Some(library) = &self.library else { return };
        match *self.navigation.current() {
            Route::Counterparts { selected: Some(id) }
            | Route::Questionnaire { person: Some(id) }
                if !library.work.has_counterpart(id) =>
            {
                self.navigation.replace(Route::Counterparts { selected: None });
            }
            Route::Negotiation { session, .. } if !library.work.has_session(session) => {
                self.navigation.replace(Route::Negotiations);
            }
            _ => {}
        }
    }

    /// The negotiation that is shown as the other side may read it.
    pub fn calm(&self) -> Option<SessionId> {
        match self.navigation.current() {
            Route::Negotiation { session, .. } if self.cover.calm && self.library.is_some() => {
                Some(*session)
            }
            _ => None,
        }
    }

    /// What the current page is about, followed by the name of the app; of a covered screen nothing
    /// that tells what it covers.
    pub fn page_title(&self) -> String {
        if self.cover.blank {
            return self.messages.text("blank-title").to_owned();
        }
        if self.calm().is_some() {
            return self.messages.text("calm-title").to_owned();
        }
        let app = self.messages.text("app-name");
        let Some(library) = &self.library else { return app.to_owned() };
        let record = match self.navigation.current() {
            Route::Counterparts { selected: Some(id) }
            | Route::Questionnaire { person: Some(id) } => {
                library.work.person(*id).map(|person| self.messages.name_of(person))
            }
            Route::Together { .. } => Some(self.messages.text("command-side-by-side").to_owned()),
            Route::Statistics => Some(self.messages.text("statistics-title").to_owned()),
            Route::Negotiation { session, .. } => {
                library.work.negotiation(*session).map(|session| {
                    let people = library.work.people_of(&session.counterparts);
                    self.messages.title_of(&session.title, people)
                })
            }
            _ => None,
        };
        let area = UiCommand::ALL
            .into_iter()
            .find(|command| command.area() == Some(self.navigation.current().area()))
            .map(|command| self.messages.text(command.message()));
        let record = record.filter(|name| !name.trim().is_empty());
        let parts = [record.as_deref(), area, Some(app)];
        let title = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        title.chars().filter(|sign| !sign.is_control()).take(LONGEST_TITLE).collect()
    }

    pub fn language(&self) -> Language {
        self.messages.language()
    }

    pub fn tell(&mut self, text: String) {
        self.toasts.add(text, false, None, self.clock.now());
    }

    pub fn warn(&mut self, text: String) {
        self.toasts.add(text, true, None, self.clock.now());
    }

    /// Warns of a fault of the disk in the user's language.
    fn warn_of(&mut self, error: &StoreError) {
        let told = Fault::new(error, &self.messages).sentence(&self.messages);
        self.warn(told);
    }

    /// Brings the saved preferences up to date; the writer thread does the rest.
    pub fn keep_preferences(&mut self) {
        self.preferences.route = self.navigation.current().clone();
        self.state_file.follow(&self.preferences);
    }

    /// Waits until everything is on disk. False when something is not.
    pub fn finish(&mut self) -> bool {
        self.keep_preferences();
        self.stop_keeping();
        let start = Instant::now();
        // Edits of a record that is still being read are not with the saver yet.
        while self.library.as_ref().is_some_and(OpenLibrary::has_waiting_edits)
            && start.elapsed() < FINISH_TIMEOUT
        {
            self.take_loaded(Duration::from_millis(10));
        }
        let left = FINISH_TIMEOUT.saturating_sub(start.elapsed());
        let saved = self.library.as_ref().is_none_or(|library| library.finish(left));
        if !saved {
            tracing::error!("some changes could not be saved");
        }
        saved
    }

    /// Whether the window may close: everything is on the disk, or the user was told that it is not
    /// and closes once more.
    pub fn may_close(&mut self) -> bool {
        if self.finish() || self.warned_of_loss {
            return true;
        }
        self.warned_of_loss = true;
        // Nobody can answer a question that is hidden.
        self.cover = Cover::default();
        self.warn(self.messages.text("close-unsaved").to_owned());
        self.ask_for_library(LibraryPurpose::Rescue);
        false
    }

    /// Carries out one action.
    pub fn update(&mut self, action: Action) {
        match action {
            Action::Go(route) => self.navigation.go(route),
            Action::Replace(route) => self.navigation.replace(route),
            Action::Edit(edit) => self.edit(edit),
            Action::EditAndTell(edit, told) => self.edit_and_tell(edit, told),
            Action::Hear(words) => self.show_heard(words),
            Action::PasteText(person) => self.show_paste(person),
            Action::GoThrough(who, words) => self.go_through(who, &words),
            Action::Command(command) => self.command(command),
            Action::NewNegotiation(with) => self.new_negotiation(with),
            Action::SetLanguage(language) => {
                self.preferences.language = language;
                self.messages = Messages::new(language.unwrap_or_else(folders::system_language));
            }
            Action::SetTheme(theme) => self.preferences.theme = theme,
            Action::SetTextSize(size) => self.preferences.text_size = size,
            Action::IncludeLimits(include) => self.preferences.include_limits = include,
            Action::SetPaper(paper) => self.preferences.paper = Some(paper),
            Action::OpenLibrary(path) => {
                self.modal = None;
                self.open_library(path);
            }
            Action::RepairLibrary(path) => {
                self.closed = Closed::Loading;
                self.tasks.repair_library(path);
            }
            Action::CreateLibrary { path, sample } => {
                self.modal = None;
                self.create_library(path, sample);
            }
            Action::ShowModal(modal) => self.modal = Some(modal),
            Action::CloseModal => self.modal = None,
            Action::LookAt(path) => {
                self.sight.ask(&path);
                self.tasks.look_at(path);
            }
            Action::BrowseForModal => self.browse_for_modal(),
            Action::SaveBrief { session, format } => self.ask_where_to_save(session, format),
            Action::SaveBriefTo(path) => {
                if let Some(Modal::SaveBrief { session, format, .. }) = self.modal
                    && self.write_brief(session, format, path)
                {
                    self.modal = None;
                }
            }
            Action::PrintDocument { name, document } => self.print_document(&name, document),
            Action::PrintQuestionnaire { person, respondent } => {
                self.print_questionnaire(person, respondent);
            }
            Action::DismissToast(id) => self.toasts.dismiss(id),
            Action::RememberSearch(text) => {
                self.preferences.drafts.recent_searches.remember(&text);
            }
            Action::ForgetSearch(text) => self.preferences.drafts.recent_searches.forget(&text),
            Action::DismissProblems => {
                if let Some(library) = &mut self.library {
                    library.problems.clear();
                }
                self.modal = None;
            }
            Action::Merge(action) => self.merge(action),
            Action::AskForRescue => self.ask_for_library(LibraryPurpose::Rescue),
            Action::Rescue(path) => {
                self.modal = None;
                self.rescue(path);
            }
            Action::Import(path) => {
                self.modal = None;
                self.import(&path);
            }
            Action::CancelImport => self.cancel_import(),
            Action::Keeping(action) => self.keeping_action(action),
            Action::RetrySave => {
                if let Some(saver) = self.library.as_ref().and_then(OpenLibrary::saver) {
                    saver.save_now();
                }
            }
        }
    }

    fn edit(&mut self, edit: Edit) {
        let now = self.clock.now();
        let Some(library) = &mut self.library else { return };
        if library.is_read_only() {
            self.warn(self.messages.text("read-only-no-edit").to_owned());
            return;
        }
        let told = Told::of(&edit);
        let changes = library.work.apply(edit, now);
        let done = records_in(&changes);
        self.follow(changes);
        if let Some(text) = told.and_then(|told| told.text(&self.messages, done)) {
            let undo = (done > 0).then_some(UiCommand::Undo);
            self.toasts.add(text, false, undo, now);
            self.drop_route_to_missing_record();
        }
    }

    fn follow(&mut self, changes: Vec<Change>) {
        if !changes.is_empty() {
            // Undo would take back this change now, not the one that it was offered for.
            self.toasts.withdraw(UiCommand::Undo);
        }
        if let Some(library) = &mut self.library {
            library.follow(changes);
        }
    }

    /// Wakes the window from another thread.
    pub fn wake(&self) -> Wake {
        self.tasks.wake()
    }
}
