//! Bringing in another library, and keeping what cannot be saved.

use std::path::{Path, PathBuf};

use super::AppState;
use crate::i18n::Arg;
use crate::store::import::Imported;
use crate::store::{LibraryFolder, Progress, StoreError};

impl AppState {
    /// Starts to bring in the records of the library at `path`.
    pub(super) fn import(&mut self, path: &Path) {
        let Some(library) = &mut self.library else { return };
        if library.is_read_only() || library.import.is_some() {
            return;
        }
        let progress = Progress::default();
        library.import = Some(progress.clone());
        let (from, into) = (LibraryFolder::new(path), library.folder.clone());
        self.tasks.import(from, into, self.clock.now(), progress);
    }

    pub(super) fn cancel_import(&mut self) {
        if let Some(progress) = self.library.as_ref().and_then(|library| library.import.as_ref()) {
            progress.cancel();
        }
    }

    pub(super) fn imported(&mut self, into: &Path, result: Result<Imported, StoreError>) {
        let Some(library) = self.library.as_mut().filter(|library| library.path == into) else {
            return;
        };
        library.import = None;
        library.rescan();
        let imported = match result {
            Ok(imported) => imported,
            Err(error) => {
                self.warn_of(&error);
                return;
            }
        };
        let count = |count: usize| [("count", Arg::from(count))];
        let args = [("added", Arg::from(imported.added)), ("same", Arg::from(imported.same))];
        let mut told = vec![self.messages.with("import-done", &args)];
        if imported.differing > 0 {
            told.push(self.messages.with("import-differing", &count(imported.differing)));
        }
        if imported.unreadable > 0 {
            told.push(self.messages.with("import-unreadable", &count(imported.unreadable)));
        }
        if imported.cancelled {
            told.push(self.messages.text("import-stopped").to_owned());
        }
        self.tell(told.join(" "));
    }

    /// Writes what could not be saved into a library of its own at `path`.
    pub(super) fn rescue(&mut self, path: PathBuf) {
        let Some(library) = &self.library else { return };
        let Some(saver) = library.saver() else { return };
        self.tasks.rescue(path, library.work.library().clone(), saver.pending_records());
    }

    pub(super) fn rescued(&mut self, path: &Path, result: Result<usize, StoreError>) {
        match result {
            Ok(count) => {
                let path = path.display().to_string();
                let args = [("path", Arg::from(path)), ("count", count.into())];
                self.tell(self.messages.with("rescue-done", &args));
            }
            Err(error) => self.warn_of(&error),
        }
    }
}
