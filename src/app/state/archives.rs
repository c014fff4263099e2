//! Backups: when one is made, and restoring one.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::AppState;
use crate::app::archives::{ArchiveReport, Making, Restoring, proposed_folder, size};
use crate::app::fault::Fault;
use crate::app::keeping::{Keeping, KeepingReport};
use crate::app::modal::Modal;
use crate::i18n::Arg;
use crate::store::Progress;
use crate::store::archive::Archive;
use crate::store::error::StoreError;

/// How long closing waits for a backup to be put down.
const STOP_TIMEOUT: Duration = Duration::from_millis(1500);

impl AppState {
    /// Sees to it that what is kept is about the open library, and that the backup of the day is
    /// made once everything has been compared with the disk.
    ///
    /// This runs with each frame, so also when the user comes back to a window that stayed open
    /// over night. A library that nobody looks at does not change, and needs no backup.
    pub(super) fn tend_keeping(&mut self) {
        let path = self.library.as_ref().map(|library| &library.path);
        if self.keeping.library.as_ref() != path {
            let path = path.cloned();
            let restoring = self.keeping.restoring.take();
            self.keeping = Keeping { library: path, restoring, ..Keeping::default() };
        }
        let Some(library) = &self.library else { return };
        if library.indexing().is_some() {
            return;
        }
        let now = self.clock.now();
        let archives = &mut self.keeping.archives;
        if library.may_be_archived() && archives.begin_daily(now) {
            let progress = Progress::default();
            archives.making = Some(Making { progress: progress.clone(), by_hand: false });
            self.tasks.make_archive(library.folder.clone(), false, now, progress);
        } else if archives.kept.is_none() && archives.making.is_none() && !archives.is_looking {
            archives.is_looking = true;
            self.tasks.list_archives(library.folder.clone());
        }
    }

    pub(super) fn back_up(&mut self) {
        let Some(library) = self.library.as_ref().filter(|library| library.may_be_archived())
        else {
            self.warn(self.messages.text("read-only-no-edit").to_owned());
            return;
        };
        let archives = &mut self.keeping.archives;
        if let Some(making) = &mut archives.making {
            making.by_hand = true;
            return;
        }
        let progress = Progress::default();
        archives.making = Some(Making { progress: progress.clone(), by_hand: true });
        self.tasks.make_archive(library.folder.clone(), true, self.clock.now(), progress);
    }

    pub(super) fn kept(&mut self, report: KeepingReport) {
        match report {
            KeepingReport::Versions { library, now, versions } => {
                if self.keeping.library.as_ref() == Some(&library) {
                    self.versions_read(now, versions);
                }
            }
            KeepingReport::Trash { library, serial, entries, done } => {
                if self.keeping.library.as_ref() == Some(&library) {
                    self.trash_read(serial, entries, done);
                }
            }
            KeepingReport::Archives { library, report } => self.archives_reported(&library, report),
        }
    }

    fn archives_reported(&mut self, library: &Path, report: ArchiveReport) {
        let is_open = self.keeping.library.as_deref() == Some(library);
        match report {
            ArchiveReport::Listed(kept) if is_open => {
                self.keeping.archives.is_looking = false;
                self.keeping.archives.kept = Some(kept);
            }
            ArchiveReport::Made { result, kept } if is_open => self.archive_made(result, kept),
            ArchiveReport::Found(found) => {
                let Some(restoring) = &mut self.keeping.restoring else { return };
                if restoring.library != library {
                    return;
                }
                if let Some(Modal::RestoreBackup { path, .. }) = &mut self.modal
                    && path.is_empty()
                    && let Some(newest) = found.first()
                {
                    *path = proposed_folder(library, &newest.archive).display().to_string();
                }
                restoring.found = Some(found);
            }
            ArchiveReport::Restored { into, result } => {
                let Some(restoring) = &mut self.keeping.restoring else { return };
                restoring.running = None;
                match result {
                    Ok(()) => restoring.done = Some(into),
                    Err(StoreError::Cancelled { .. }) => {}
                    Err(error) => restoring.failure = Some(error),
                }
            }
            ArchiveReport::Listed(_) | ArchiveReport::Made { .. } => {}
        }
    }

    fn archive_made(&mut self, result: Result<Option<Archive>, StoreError>, kept: Vec<Archive>) {
        let archives = &mut self.keeping.archives;
        let by_hand = archives.making.take().is_some_and(|making| making.by_hand);
        archives.kept = Some(kept);
        match result {
            Ok(made) => {
                archives.failure = None;
                archives.is_failure_told = false;
                if by_hand {
                    let told = match made {
                        Some(made) => {
                            let size = size(&self.messages, made.size);
                            self.messages.with("backups-done", &[("size", Arg::from(size))])
                        }
                        None => self.messages.text("backups-nothing").to_owned(),
                    };
                    self.tell(told);
                }
            }
            Err(StoreError::Cancelled { .. }) => {}
            Err(error) => {
                tracing::error!(%error, "the backup failed");
                let told_before = std::mem::replace(&mut archives.is_failure_told, true);
                archives.failure = Some(error.clone());
                if by_hand {
                    self.warn_of(&error);
                } else if !told_before {
                    let fault = Fault::new(&error, &self.messages).sentence(&self.messages);
                    let args = [("error", Arg::from(fault))];
                    self.warn(self.messages.with("backups-failed-toast", &args));
                }
            }
        }
    }

    /// Opens the window that restores a backup of the library in this folder.
    pub(super) fn show_backups(&mut self, library: PathBuf) {
        if self.keeping.restoring.as_ref().is_none_or(|restoring| restoring.running.is_none()) {
            self.keeping.restoring =
                Some(Restoring { library: library.clone(), ..Restoring::default() });
            self.tasks.find_archives(library);
        }
        self.modal = Some(Modal::RestoreBackup { chosen: None, path: String::new() });
    }

    pub(super) fn restore_backup(&mut self, archive: PathBuf, into: PathBuf) {
        let Some(restoring) = &mut self.keeping.restoring else { return };
        let progress = Progress::default();
        restoring.running = Some(progress.clone());
        restoring.failure = None;
        self.tasks.restore_archive(restoring.library.clone(), archive, into, progress);
    }

    pub(super) fn stop_restoring(&self) {
        let running = self.keeping.restoring.as_ref().and_then(|one| one.running.as_ref());
        if let Some(progress) = running {
            progress.cancel();
        }
    }

    /// Puts down a backup that is being made or unpacked, so that no half of it stays behind.
    pub(super) fn stop_keeping(&mut self) {
        self.keeping.archives.stop();
        self.stop_restoring();
        let start = Instant::now();
        let busy = |state: &Self| {
            let restoring = state.keeping.restoring.as_ref();
            state.keeping.archives.making.is_some()
                || restoring.is_some_and(|restoring| restoring.running.is_some())
        };
        while busy(self) && start.elapsed() < STOP_TIMEOUT {
            std::thread::sleep(Duration::from_millis(5));
            self.receive();
        }
    }
}
