//! The whole state of the running app, and the one function that changes it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::action::{Action, BriefFormat};
use super::clock::Clock;
use super::command::UiCommand;
use super::edit::Edit;
use super::modal::{LibraryPurpose, Modal};
use super::preferences::{Preferences, ThemeChoice};
use super::route::{Navigation, NegotiationTab, Route};
use super::state_file::StateFile;
use super::tasks::{Report, Tasks, Wake};
use super::toast::Toasts;
use super::workspace::{Change, Loaded, Workspace};
use crate::brief;
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, LibraryId, MeetingId, SessionId};
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;
use crate::i18n::{Arg, Language, Messages};
use crate::platform::{dialogs, folders};
use crate::store::error::{Problem, StoreError};
use crate::store::lock::Access;
use crate::store::open::{Library, Opened};
use crate::store::sample::{SampleOptions, sample_records};
use crate::store::saver::{SaveReport, Saver};

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
    pub save_error: Option<String>,
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
    Failed { path: PathBuf, message: String },
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
    pub toasts: Toasts,
    pub messages: Messages,
    pub catalog: Catalog,
    pub clock: Clock,
    tasks: Tasks,
}

impl AppState {
    pub fn new(preferences: Preferences, places: Places, catalog: Catalog, clock: Clock, wake: Wake) -> Self {
        let language = preferences.language.unwrap_or_else(folders::system_language);
        Self {
            state_file: StateFile::start(places.state_file.clone(), &preferences),
            navigation: Navigation::starting_at(preferences.route.clone()),
            preferences,
            places,
            library: None,
            closed: Closed::FirstRun,
            modal: None,
            toasts: Toasts::default(),
            messages: Messages::new(language),
            tasks: Tasks::new(wake, *catalog.weights()),
            catalog,
            clock,
        }
    }

    /// Opens the library of the last time, if there was one.
    pub fn open_last_library(&mut self) {
        let remembered = self.preferences.library.clone();
        let default = self.places.default_library.clone();
        let path = remembered.or_else(|| default.join("library.ron").exists().then_some(default));
        if let Some(path) = path {
            self.open_library(path);
        }
    }

    pub fn open_library(&mut self, path: PathBuf) {
        if self.library.is_none() {
            self.closed = Closed::Loading;
        }
        self.tasks.open_library(path);
    }

    /// Takes over a library that is already open, for tests and headless pictures.
    pub fn adopt(&mut self, path: &Path, opened: Opened) {
        let weights = *self.catalog.weights();
        self.take_over(path, Loaded::new(opened, weights));
    }

    fn take_over(&mut self, path: &Path, opened: Loaded) {
        let wake = self.tasks.wake();
        let saver = if opened.access.is_writable() {
            Saver::spawn(opened.folder.clone(), move || wake())
                .inspect_err(|error| self.toasts.add(error.to_string(), true, None, self.clock.now()))
                .ok()
        } else {
            None
        };
        self.library = Some(OpenLibrary {
            path: path.to_owned(),
            work: opened.work,
            access: opened.access,
            problems: opened.problems,
            saver,
            save_error: None,
            _lock: opened.lock,
        });
        if self.library.as_ref().is_some_and(|library| !library.problems.is_empty()) {
            self.modal = Some(Modal::Problems);
        }
        self.preferences.remember_library(path);
        self.drop_route_to_missing_record();
    }

    /// Changes the page when its record is gone.
    fn drop_route_to_missing_record(&mut self) {
        let Some(library) = &self.library else { return };
        match *self.navigation.current() {
            Route::Counterparts { selected: Some(id) } if library.work.counterpart(id).is_none() => {
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
                library.work.counterpart(*id).map(Counterpart::full_name)
            }
            Route::Negotiation { session, .. } => {
                library.work.session(*session).map(|session| session.title.clone())
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

    pub fn is_busy(&self) -> bool {
        self.tasks.are_running()
    }

    /// Takes in what background work reported.
    pub fn receive(&mut self) {
        while let Some(report) = self.tasks.next_report() {
            match report {
                Report::LibraryOpened { path, result, is_new } => self.library_opened(path, *result, is_new),
                Report::PathPicked(picked) => self.path_picked(picked),
                Report::FileWritten { path, result } => self.file_written(&path, result),
            }
        }
        let reports = match self.library.as_ref().and_then(|library| library.saver.as_ref()) {
            Some(saver) => saver.take_reports(),
            None => Vec::new(),
        };
        for report in reports {
            self.save_reported(report);
        }
    }

    fn library_opened(&mut self, path: PathBuf, result: Result<Loaded, StoreError>, is_new: bool) {
        match result {
            Ok(opened) => {
                let read_only = !opened.access.is_writable();
                if self.library.is_some() || is_new {
                    self.navigation = Navigation::starting_at(Route::Today);
                }
                let described = !opened.work.library().owner.evidence.is_empty();
                self.take_over(&path, opened);
                if is_new && !described {
                    self.navigation = Navigation::starting_at(Route::Myself);
                }
                if read_only {
                    self.warn(self.messages.text("read-only-opened").to_owned());
                }
                if !matches!(self.modal, Some(Modal::Problems)) {
                    self.modal = None;
                }
            }
            Err(error) => {
                let message = error.to_string();
                if self.library.is_none() && !is_new {
                    self.closed = Closed::Failed { path, message };
                } else {
                    if self.library.is_none() {
                        self.closed = Closed::FirstRun;
                    }
                    self.warn(message);
                }
            }
        }
    }

    fn path_picked(&mut self, picked: Option<PathBuf>) {
        let Some(picked) = picked else { return };
        match self.modal.take() {
            Some(Modal::Library { purpose, .. }) => self.use_library_path(purpose, picked),
            Some(Modal::SaveBrief { session, format, .. }) => self.write_brief(session, format, picked),
            other => self.modal = other,
        }
    }

    fn use_library_path(&mut self, purpose: LibraryPurpose, path: PathBuf) {
        match purpose {
            LibraryPurpose::Open => self.open_library(path),
            LibraryPurpose::Create => self.create_library(path, false),
            LibraryPurpose::Sample => self.create_library(path, true),
        }
    }

    fn file_written(&mut self, path: &Path, result: Result<(), StoreError>) {
        let shown = path.display().to_string();
        match result {
            Ok(()) => self.tell(self.messages.with("file-saved", &[("path", Arg::from(shown))])),
            Err(error) => self.warn(error.to_string()),
        }
    }

    fn save_reported(&mut self, report: SaveReport) {
        let Some(library) = &mut self.library else { return };
        library.save_error = match report {
            SaveReport::Saved { .. } | SaveReport::Removed { .. } => None,
            SaveReport::Failed { error, .. } => Some(error.to_string()),
        };
    }

    pub fn tell(&mut self, text: String) {
        self.toasts.add(text, false, None, self.clock.now());
    }

    pub fn warn(&mut self, text: String) {
        self.toasts.add(text, true, None, self.clock.now());
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
                if let Some(saver) = self.library.as_ref().and_then(|library| library.saver.as_ref()) {
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
        let Some(saver) = self.library.as_ref().and_then(|library| library.saver.as_ref()) else {
            return;
        };
        match change {
            Some(Change::Put(record)) => saver.save(record),
            Some(Change::Remove(key)) => saver.remove(key),
            None => {}
        }
    }

    /// Whether the command can be given now.
    pub fn is_enabled(&self, command: UiCommand) -> bool {
        let Some(library) = &self.library else { return !command.needs_library() };
        match command {
            UiCommand::Back => self.navigation.can_go_back(),
            UiCommand::Forward => self.navigation.can_go_forward(),
            UiCommand::Undo => library.work.can_undo() && !library.is_read_only(),
            UiCommand::Redo => library.work.can_redo() && !library.is_read_only(),
            UiCommand::NewCounterpart | UiCommand::NewNegotiation => !library.is_read_only(),
            UiCommand::NextBrief => !library.work.next_meetings().is_empty(),
            _ => true,
        }
    }

    fn command(&mut self, command: UiCommand) {
        if !self.is_enabled(command) {
            return;
        }
        if let Some(route) = command.route() {
            self.navigation.go(route);
            return;
        }
        let now = self.clock.now();
        match command {
            UiCommand::Search => {
                self.modal = Some(Modal::Palette { query: String::new(), selected: 0 });
            }
            UiCommand::NewCounterpart => self.new_counterpart(),
            UiCommand::NewNegotiation => self.new_negotiation(None),
            UiCommand::NextBrief => self.show_next_brief(),
            UiCommand::Back => self.navigation.back(),
            UiCommand::Forward => self.navigation.forward(),
            UiCommand::Undo => {
                let change = self.library.as_mut().and_then(|library| library.work.undo(now));
                self.follow(change);
                self.drop_route_to_missing_record();
            }
            UiCommand::Redo => {
                let change = self.library.as_mut().and_then(|library| library.work.redo(now));
                self.follow(change);
                self.drop_route_to_missing_record();
            }
            UiCommand::Save => self.save_now(),
            UiCommand::OpenLibrary => self.ask_for_library(LibraryPurpose::Open),
            UiCommand::CreateLibrary => self.ask_for_library(LibraryPurpose::Create),
            UiCommand::ToggleTheme => {
                self.preferences.theme = match self.preferences.theme {
                    ThemeChoice::Dark => ThemeChoice::Light,
                    ThemeChoice::Light | ThemeChoice::System => ThemeChoice::Dark,
                };
            }
            UiCommand::LargerText => {
                self.preferences.text_size = self.preferences.text_size.larger();
            }
            UiCommand::SmallerText => {
                self.preferences.text_size = self.preferences.text_size.smaller();
            }
            UiCommand::Help => self.modal = Some(Modal::Help),
            UiCommand::GoToday
            | UiCommand::GoCounterparts
            | UiCommand::GoNegotiations
            | UiCommand::GoPlaybook
            | UiCommand::GoSettings
            | UiCommand::DescribeMyself => {}
        }
    }

    /// Asks the writer to write everything at once; it reports when that is done.
    fn save_now(&mut self) {
        let Some(library) = &self.library else { return };
        let message = match &library.saver {
            None => "read-only-no-edit",
            Some(saver) => {
                saver.save_now();
                "saved-now"
            }
        };
        self.tell(self.messages.text(message).to_owned());
    }

    fn new_counterpart(&mut self) {
        let record = Counterpart::new(CounterpartId(self.clock.new_id()), self.clock.now());
        let id = record.id;
        self.edit(Edit::AddCounterpart(Box::new(record)));
        self.navigation.go(Route::counterpart(id));
    }

    fn new_negotiation(&mut self, with: Option<CounterpartId>) {
        let Some(library) = &self.library else { return };
        let meeting = MeetingId(self.clock.new_id());
        let id = SessionId(self.clock.new_id());
        let mut record =
            Session::new(id, self.clock.now(), &library.work.library().currency, meeting);
        if let Some(person) = with.and_then(|id| library.work.counterpart(id)) {
            record.counterparts.push(person.id);
            let name = person.full_name();
            record.title = self.messages.with("negotiation-with", &[("name", Arg::from(name))]);
        }
        self.edit(Edit::AddSession(Box::new(record)));
        self.navigation.go(Route::Negotiation { session: id, tab: NegotiationTab::Plan });
    }

    fn show_next_brief(&mut self) {
        let Some(library) = &self.library else { return };
        if let Some((session, _)) = library.work.next_meetings().first() {
            let session = session.id;
            self.navigation.go(Route::Negotiation { session, tab: NegotiationTab::Brief });
        }
    }

    fn ask_for_library(&mut self, purpose: LibraryPurpose) {
        let path = match (&self.library, purpose) {
            (Some(library), LibraryPurpose::Open) => library.path.clone(),
            _ => self.places.default_library.clone(),
        };
        self.modal = Some(Modal::Library { purpose, path: path.display().to_string() });
    }

    fn browse_for_modal(&mut self) {
        let answer = match &self.modal {
            Some(Modal::Library { path, .. }) => {
                dialogs::pick_folder(self.messages.text("choose-folder"), Path::new(path))
            }
            Some(Modal::SaveBrief { path, format, .. }) => {
                let title = self.messages.text("save-brief");
                dialogs::save_file(title, Path::new(path), format.extension())
            }
            _ => return,
        };
        self.tasks.await_dialog(answer);
    }

    fn ask_where_to_save(&mut self, session: SessionId, format: BriefFormat) {
        let Some(record) = self.library.as_ref().and_then(|library| library.work.session(session)) else {
            return;
        };
        let name = file_name(&record.title, self.messages.text("brief-file-name"));
        let date = self.clock.today();
        let file = format!("{name} {date}.{}", format.extension());
        let path = folders::documents().join(file).display().to_string();
        self.modal = Some(Modal::SaveBrief { session, format, path, overwrite: false });
        self.browse_for_modal();
    }

    /// The brief of a session as a document.
    pub fn brief(&self, session: SessionId) -> Option<brief::Document> {
        let library = self.library.as_ref()?;
        let record = library.work.session(session)?;
        let people: Vec<&Counterpart> = library.work.people_of(record).collect();
        Some(brief::compose(&brief::BriefInput {
            session: record,
            counterparts: &people,
            owner: &library.work.library().owner,
            animals: library.work.library().animals,
            catalog: &self.catalog,
            messages: &self.messages,
            now: self.clock.local_now(),
            include_limits: self.preferences.include_limits,
        }))
    }

    fn write_brief(&mut self, session: SessionId, format: BriefFormat, path: PathBuf) {
        let Some(document) = self.brief(session) else { return };
        let text = match format {
            BriefFormat::Markdown => brief::markdown::write(&document),
            BriefFormat::Html => brief::html::write(&document),
        };
        self.tasks.write_file(path, text.into_bytes());
    }

    fn create_library(&mut self, path: PathBuf, sample: bool) {
        if self.library.is_none() {
            self.closed = Closed::Loading;
        }
        let now = self.clock.now();
        let language = self.language();
        let today = self.clock.today();
        let id = LibraryId(self.clock.new_id());
        self.tasks.create_library(path, move |path| {
            if sample {
                create_sample(path, &SampleOptions { today, language, ..SampleOptions::default() })
            } else {
                create_empty(path, id, language, now)
            }
        });
    }
}

fn create_empty(
    path: &Path,
    id: LibraryId,
    language: Language,
    now: Timestamp,
) -> Result<Opened, StoreError> {
    let currency = match language {
        Language::English => "EUR",
        Language::Chinese => "CNY",
    };
    Library::create(path, LibraryRecord::new(id, now, currency))
}

fn create_sample(path: &Path, options: &SampleOptions) -> Result<Opened, StoreError> {
    let sample = sample_records(options);
    Library::write_new(path, &sample.library, &sample.counterparts, &sample.sessions)?;
    Library::open(path)
}

/// A file name made of a title: no separators, not too long, never empty.
fn file_name(title: &str, fallback: &str) -> String {
    const LONGEST: usize = 60;
    let cleaned: String = title
        .chars()
        .map(|sign| if sign.is_control() || r#"/\:*?"<>|"#.contains(sign) { ' ' } else { sign })
        .take(LONGEST)
        .collect();
    let trimmed = cleaned.trim().trim_matches('.').trim();
    if trimmed.is_empty() { fallback.to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_file_name_that_every_system_takes() {
        assert_eq!(file_name("Price: 10/20 \"final\"?", "brief"), "Price  10 20  final");
        assert_eq!(file_name("../..", "brief"), "brief");
        assert_eq!(file_name("冷链监测", "brief"), "冷链监测");
        assert_eq!(file_name("", "brief"), "brief");
    }
}
