//! Work off the UI thread: named threads that report back and wake the window.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::platform::dialogs::Answer;
use crate::store::error::StoreError;
use super::workspace::Loaded;
use crate::domain::evidence::EvidenceWeights;
use crate::store::open::{Library, Opened};

/// Wakes the window so that it looks for reports.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a finished task reports.
pub enum Report {
    LibraryOpened { path: PathBuf, result: Box<Result<Loaded, StoreError>>, is_new: bool },
    PathPicked(Option<PathBuf>),
    FileWritten { path: PathBuf, result: Result<(), StoreError> },
}

pub struct Tasks {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    wake: Wake,
    /// How many tasks have not reported yet.
    running: usize,
    weights: EvidenceWeights,
}

impl Tasks {
    pub fn new(wake: Wake, weights: EvidenceWeights) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, wake, running: 0, weights }
    }

    pub fn wake(&self) -> Wake {
        Arc::clone(&self.wake)
    }

    fn spawn(&mut self, name: &str, work: impl FnOnce() -> Report + Send + 'static) {
        let sender = self.sender.clone();
        let wake = self.wake();
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // The receiver is gone only when the app has ended.
            let _ = sender.send(work());
            wake();
        });
        match spawned {
            Ok(_) => self.running += 1,
            Err(error) => tracing::error!(%error, name, "the thread could not be started"),
        }
    }

    pub fn open_library(&mut self, path: PathBuf) {
        self.load("open-library", path, false, Library::open);
    }

    /// Repairs the library, then opens it.
    pub fn repair_library(&mut self, path: PathBuf) {
        self.load("repair-library", path, false, |path| {
            crate::store::check::repair(path).and_then(|_| Library::open(path))
        });
    }

    /// Makes the library with `create`.
    pub fn create_library(
        &mut self,
        path: PathBuf,
        create: impl FnOnce(&std::path::Path) -> Result<Opened, StoreError> + Send + 'static,
    ) {
        self.load("create-library", path, true, create);
    }

    /// Opens a library with `open` and works out the profiles of everybody in it.
    fn load(
        &mut self,
        name: &str,
        path: PathBuf,
        is_new: bool,
        open: impl FnOnce(&std::path::Path) -> Result<Opened, StoreError> + Send + 'static,
    ) {
        let weights = self.weights;
        self.spawn(name, move || {
            let result = Box::new(open(&path).map(|opened| Loaded::new(opened, weights)));
            Report::LibraryOpened { path, result, is_new }
        });
    }

    pub fn await_dialog(&mut self, answer: Answer) {
        self.spawn("file-dialog", move || Report::PathPicked(pollster::block_on(answer)));
    }

    pub fn write_file(&mut self, path: PathBuf, bytes: Vec<u8>) {
        self.spawn("write-file", move || {
            let result = crate::store::atomic_write(&path, &bytes)
                .map_err(|error| StoreError::write(&path, error));
            Report::FileWritten { path, result }
        });
    }

    /// The next report, if one is there.
    pub fn next_report(&mut self) -> Option<Report> {
        let report = self.receiver.try_recv().ok()?;
        self.running = self.running.saturating_sub(1);
        Some(report)
    }

    pub fn are_running(&self) -> bool {
        self.running > 0
    }
}
