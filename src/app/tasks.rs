//! Work off the UI thread: named threads that report back and wake the window.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use super::place::Place;
use super::workspace::Loaded;
use crate::domain::evidence::EvidenceWeights;
use crate::platform::dialogs::Answer;
use crate::store::error::StoreError;
use crate::store::open::{Library, Opened};

/// Wakes the window so that it looks for reports.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a finished task reports.
pub enum Report {
    LibraryOpened {
        path: PathBuf,
        result: Box<Result<Loaded, StoreError>>,
        is_new: bool,
    },
    /// What the native dialog answered, and how long it was open.
    PathPicked {
        picked: Option<PathBuf>,
        open_for: Duration,
    },
    PlaceSeen {
        path: PathBuf,
        place: Place,
    },
    FileWritten {
        path: PathBuf,
        result: Result<(), StoreError>,
    },
}

pub struct Tasks {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    wake: Wake,
    weights: EvidenceWeights,
}

impl Tasks {
    pub fn new(wake: Wake, weights: EvidenceWeights) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, wake, weights }
    }

    pub fn wake(&self) -> Wake {
        Arc::clone(&self.wake)
    }

    fn spawn(&self, name: &str, work: impl FnOnce() -> Report + Send + 'static) {
        let sender = self.sender.clone();
        let wake = self.wake();
        let spawned = std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // The receiver is gone only when the app has ended.
            let _ = sender.send(work());
            wake();
        });
        if let Err(error) = spawned {
            tracing::error!(%error, name, "the thread could not be started");
        }
    }

    pub fn open_library(&self, path: PathBuf) {
        self.load("open-library", path, false, Library::open);
    }

    /// Repairs the library, then opens it.
    pub fn repair_library(&self, path: PathBuf) {
        self.load("repair-library", path, false, |path| {
            crate::store::check::repair(path).and_then(|_| Library::open(path))
        });
    }

    /// Makes the library with `create`.
    pub fn create_library(
        &self,
        path: PathBuf,
        create: impl FnOnce(&std::path::Path) -> Result<Opened, StoreError> + Send + 'static,
    ) {
        self.load("create-library", path, true, create);
    }

    /// Opens a library with `open` and works out the profiles of everybody in it.
    fn load(
        &self,
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

    pub fn await_dialog(&self, answer: Answer) {
        self.spawn("file-dialog", move || {
            let asked = Instant::now();
            let picked = pollster::block_on(answer);
            Report::PathPicked { picked, open_for: asked.elapsed() }
        });
    }

    pub fn look_at(&self, path: PathBuf) {
        self.spawn("look-at-path", move || {
            let place = Place::look(&path);
            Report::PlaceSeen { path, place }
        });
    }

    pub fn write_file(&self, path: PathBuf, bytes: Vec<u8>) {
        self.spawn("write-file", move || {
            let result = crate::store::atomic_write(&path, &bytes)
                .map_err(|error| StoreError::write(&path, error));
            Report::FileWritten { path, result }
        });
    }

    /// The next report, if one is there.
    pub fn next_report(&self) -> Option<Report> {
        self.receiver.try_recv().ok()
    }
}
