//! The whole state of the running app, and the one function that changes it.

mod commands;
mod files;
mod opening;

use std::path::PathBuf;
use std::time::Duration;

use super::action::Action;
use super::clock::Clock;
use super::command::UiCommand;
use super::edit::Edit;
use super::fault::Fault;
use super::modal::Modal;
use super::place::Sight;
use super::preferences::Preferences;
use super::route::{Navigation, Route};
use super::state_file::StateFile;
use super::tasks::{Tasks, Wake};
use super::toast::Toasts;
use super::workspace::{Change, Workspace};
use crate::content::catalog::Catalog;
use crate::i18n::{Language, Messages};
use crate::platform::folders;
use crate::store::error::{Problem, StoreError};
use crate::store::lock::Access;
use crate::store::saver::Saver;

/// How long closing waits for a slow disk.
const FINISH_TIMEOUT: Duration = Duration::from_secs(10);

/// The title of the window is cut after this many characters.
const LONGEST_TITLE: usize = 200;

/// A library that is open in this window.
pub struct OpenLibrary {
    pub path: PathBuf,
    pub work: Workspace,
    pub access: Access,
    /// What was wrong with the files; shown until dismissed.
    pub problems: Vec<Problem>,
    /// Writes in the background; `None` when the library is read-only.
    saver: Option<Saver>,
    /// What could not be saved last, with the record still in memory.
    pub save_error: Option<StoreError>,
    /// Holds the lock for as long as the library is open.
    _lock: Option<crate::store::lock::LibraryLock>,
}

impl OpenLibrary {
    pub fn is_read_only(&self) -> bool {
        self.saver.is_none()
    }

    pub fn is_saved(&self) -> bool {
        self.saver.as_ref().is_none_or(Saver::is_idle)
    }
}

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
}

impl Places {
    /// The user's own folders.
    pub fn of_user() -> Self {
        Self { state_file: folders::state_file(), default_library: folders::default_library() }
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
    /// Transient: the window over the page.
    pub modal: Option<Modal>,
    /// Transient: what stands at the path typed into the modal.
    pub sight: Sight,
    pub toasts: Toasts,
    pub messages: Messages,
    pub catalog: Catalog,
    pub clock: Clock,
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
            modal: None,
            sight: Sight::default(),
            toasts: Toasts::default(),
            messages: Messages::new(language),
            tasks: Tasks::new(wake, *catalog.weights()),
            catalog,
            clock,
        }
    }

    /// Changes the page when its record is gone.
    fn drop_route_to_missing_record(&mut self) {
        let Some(library) = &self.library else { return };
        match *self.navigation.current() {
            Route::Counterparts { selected: Some(id) }
                if library.work.counterpart(id).is_none() =>
            {
                self.navigation.replace(Route::Counterparts { selected: None });
            }
            Route::Negotiation { session, .. } if library.work.session(session).is_none() => {
                self.navigation.replace(Route::Negotiations);
            }
            _ => {}
        }
    }

    /// What the current page is about, followed by the name of the app.
    pub fn page_title(&self) -> String {
        let app = self.messages.text("app-name");
        let Some(library) = &self.library else { return app.to_owned() };
        let record = match self.navigation.current() {
            Route::Counterparts { selected: Some(id) } => {
                library.work.counterpart(*id).map(|person| self.messages.name_of(person))
            }
            Route::Negotiation { session, .. } => library
                .work
                .session(*session)
                .map(|session| self.messages.title_of(session, library.work.people_of(session))),
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

    /// Waits until everything is on disk; called when the window closes.
    pub fn finish(&mut self) {
        self.keep_preferences();
        if let Some(library) = &self.library
            && let Some(saver) = &library.saver
            && !saver.flush(FINISH_TIMEOUT)
        {
            tracing::error!("some changes could not be saved before the end");
        }
    }

    /// Carries out one action.
    pub fn update(&mut self, action: Action) {
        match action {
            Action::Go(route) => self.navigation.go(route),
            Action::Replace(route) => self.navigation.replace(route),
            Action::Edit(edit) => self.edit(edit),
            Action::Command(command) => self.command(command),
            Action::NewNegotiation(with) => self.new_negotiation(with),
            Action::SetLanguage(language) => {
                self.preferences.language = language;
                self.messages = Messages::new(language.unwrap_or_else(folders::system_language));
            }
            Action::SetTheme(theme) => self.preferences.theme = theme,
            Action::SetTextSize(size) => self.preferences.text_size = size,
            Action::IncludeLimits(include) => self.preferences.include_limits = include,
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
                if let Some(Modal::SaveBrief { session, format, .. }) = self.modal.take() {
                    self.write_brief(session, format, path);
                }
            }
            Action::DismissToast(id) => self.toasts.dismiss(id),
            Action::DismissProblems => {
                if let Some(library) = &mut self.library {
                    library.problems.clear();
                }
                self.modal = None;
            }
            Action::RetrySave => {
                if let Some(saver) =
                    self.library.as_ref().and_then(|library| library.saver.as_ref())
                {
                    saver.save_now();
                }
            }
        }
    }

    fn edit(&mut self, edit: Edit) {
        let now = self.clock.now();
        let removed = match &edit {
            Edit::RemoveCounterpart(_) => Some("counterpart-removed"),
            Edit::RemoveSession(_) => Some("negotiation-removed"),
            _ => None,
        };
        let Some(library) = &mut self.library else { return };
        if library.is_read_only() {
            self.warn(self.messages.text("read-only-no-edit").to_owned());
            return;
        }
        let change = library.work.apply(edit, now);
        self.follow(change);
        if let Some(message) = removed {
            let text = self.messages.text(message).to_owned();
            self.toasts.add(text, false, Some(UiCommand::Undo), now);
            self.drop_route_to_missing_record();
        }
    }

    fn follow(&mut self, change: Option<Change>) {
        if change.is_some() {
            // Undo would take back this change now, not the one that it was offered for.
            self.toasts.withdraw(UiCommand::Undo);
        }
        let Some(saver) = self.library.as_ref().and_then(|library| library.saver.as_ref()) else {
            return;
        };
        match change {
            Some(Change::Put(record)) => saver.save(record),
            Some(Change::Remove(key)) => saver.remove(key),
            None => {}
        }
    }
}
