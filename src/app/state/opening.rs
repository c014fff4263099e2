//! Opening, making and closing libraries, and what background work reports of them.

use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;

use super::{AppState, Closed, OpenLibrary};
use crate::app::modal::LibraryPurpose;
use crate::app::modal::Modal;
use crate::app::open_library::Loaded;
use crate::app::place::Place;
use crate::app::route::Navigation;
use crate::app::route::Route;
use crate::app::tasks::Report;
use crate::domain::ids::LibraryId;
use crate::domain::library::LibraryRecord;
use crate::i18n::Language;
use crate::platform::folders;
use crate::store::error::StoreError;
use crate::store::index::Opened;
use crate::store::open::Library;
use crate::store::sample::SampleOptions;
use crate::store::sample::sample_records;

/// How long leaving a library waits for what is not saved yet.
const LEAVING_TIMEOUT: Duration = Duration::from_secs(2);

impl AppState {
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
        // It would find its own lock, and open for reading alone.
        if self
            .library
            .as_ref()
            .is_some_and(|library| library.path == path && !library.is_read_only())
        {
            self.tell(self.messages.text("library-current").to_owned());
            return;
        }
        if self.library.is_none() {
            self.closed = Closed::Loading;
        }
        self.tasks.open_library(path, self.preferences.route.clone());
    }

    /// Takes over a library that is already open, for tests and headless pictures.
    pub fn adopt(&mut self, path: &Path, opened: Opened) {
        let weights = *self.catalog.weights();
        self.take_over(path, Loaded::new(opened, weights, &self.preferences.route));
    }

    pub(super) fn take_over(&mut self, path: &Path, opened: Loaded) {
        let seen = self.tasks.reporter(Report::Seen);
        match OpenLibrary::start(path, opened, &self.tasks.wake(), seen) {
            Ok(library) => {
                if let Some(old) = self.library.replace(library) {
                    old.close();
                }
            }
            Err(error) => {
                self.closed = Closed::Failed { path: path.to_owned(), error };
                return;
            }
        }
        self.take_indexed();
        self.show_problems();
        self.preferences.remember_library(path);
        self.drop_route_to_missing_record();
    }

    /// Whether the open library may be left for another one. What cannot be saved keeps it open, and
    /// the user is asked where to save it.
    fn may_leave(&mut self) -> bool {
        let saved = self.library.as_ref().is_none_or(|library| library.finish(LEAVING_TIMEOUT));
        if !saved {
            self.warn(self.messages.text("leave-unsaved").to_owned());
            self.ask_for_library(LibraryPurpose::Rescue);
        }
        saved
    }

    /// Shows what is wrong with the files, once the comparison with the disk is done.
    pub(super) fn show_problems(&mut self) {
        let Some(library) = &self.library else { return };
        if library.indexing().is_none() && !library.problems.is_empty() {
            self.modal = Some(Modal::Problems);
        }
    }

    /// Takes in what background work reported.
    pub fn receive(&mut self) {
        while let Some(report) = self.tasks.next_report() {
            match report {
                Report::LibraryOpened { path, result, is_new } => {
                    self.library_opened(path, *result, is_new);
                }
                Report::PathPicked { picked, open_for } => self.path_picked(picked, open_for),
                Report::PlaceSeen { path, place } => self.sight.answer(&path, place),
                Report::FileWritten { path, result } => self.file_written(&path, result),
                Report::Printed { result, opened } => self.printed(result, opened),
                Report::Seen(seen) => self.seen(seen),
                Report::Imported { into, result } => self.imported(&into, result),
                Report::Rescued { path, result } => self.rescued(&path, result),
                Report::CopyRead { path, reading } => self.copy_read(&path, *reading),
                Report::CopiesPutAside { library, failed } => {
                    self.copies_put_aside(&library, failed);
                }
                Report::Kept(report) => self.kept(report),
            }
        }
        self.take_indexed();
        self.take_loaded(Duration::ZERO);
        self.take_saved();
        self.tend_keeping();
    }

    /// Whether something is on its way that will change what is shown.
    pub fn is_working(&self) -> bool {
        self.coach.is_underway()
            || self.outlook.is_underway()
            || self.pasting.is_underway()
            || self.library.as_ref().is_some_and(OpenLibrary::is_working)
    }

    pub(super) fn library_opened(
        &mut self,
        path: PathBuf,
        result: Result<Loaded, StoreError>,
        is_new: bool,
    ) {
        match result {
            Ok(opened) => {
                if !self.may_leave() {
                    return;
                }
                let read_only = opened.is_read_only();
                if self.library.is_some() || is_new {
                    self.navigation = Navigation::starting_at(Route::Today);
                }
                let described = !opened.work().library().owner.evidence.is_empty();
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
                if self.library.is_none() && !is_new {
                    self.closed = Closed::Failed { path, error };
                } else {
                    if self.library.is_none() {
                        self.closed = Closed::FirstRun;
                    }
                    self.warn_of(&error);
                }
            }
        }
    }

    pub(super) fn use_library_path(&mut self, purpose: LibraryPurpose, path: PathBuf) {
        match purpose {
            LibraryPurpose::Open => self.open_library(path),
            LibraryPurpose::Create => self.create_library(path, false),
            LibraryPurpose::Sample => self.create_library(path, true),
            LibraryPurpose::Rescue => self.rescue(path),
            LibraryPurpose::Import => self.import(&path),
        }
    }

    pub(super) fn ask_for_library(&mut self, purpose: LibraryPurpose) {
        let path = match (&self.library, purpose) {
            (Some(library), LibraryPurpose::Open | LibraryPurpose::Import) => library.path.clone(),
            (_, LibraryPurpose::Rescue) => folders::documents().join("Counterpoint"),
            _ => self.places.default_library.clone(),
        };
        self.modal = Some(Modal::Library { purpose, path: path.display().to_string() });
    }

    pub(super) fn create_library(&mut self, path: PathBuf, sample: bool) {
        if self.library.is_none() {
            self.closed = Closed::Loading;
        }
        let now = self.clock.now();
        let language = self.language();
        let today = self.clock.today();
        let id = LibraryId(self.clock.new_id());
        self.tasks.create_library(path, move |path| {
            // The folder may hold a library from before, which is never written over.
            if Place::look(path) == Place::Library {
                Ok(())
            } else if sample {
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
) -> Result<(), StoreError> {
    let currency = match language {
        Language::English => "EUR",
        Language::Chinese => "CNY",
    };
    Library::create(path, LibraryRecord::new(id, now, currency))
}

fn create_sample(path: &Path, options: &SampleOptions) -> Result<(), StoreError> {
    let sample = sample_records(options);
    Library::write_new(path, &sample.library, &sample.counterparts, &sample.sessions)
}
