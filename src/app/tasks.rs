//! Work off the UI thread: named threads that report back and wake the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::archives::{self, ArchiveReport};
use super::keeping::KeepingReport;
use super::merging::{FoundCopy, Reading, read_copy};
use super::open_library::Loaded;
use super::place::Place;
use super::route::Route;
use super::{history, pdf, trash_view};
use crate::brief::Document;
use crate::brief::paper::Paper;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::library::LibraryRecord;
use crate::platform::dialogs::Answer;
use crate::store::archive;
use crate::store::error::StoreError;
use crate::store::import::{Imported, import};
use crate::store::open::Library;
use crate::store::rescue::rescue;
use crate::store::watch::Seen;
use crate::store::{LibraryFolder, Progress, Record};

/// Wakes the window so that it looks for reports.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Opens a file with the program that the system has for it.
pub type Viewer = fn(&Path) -> std::io::Result<()>;

/// A page to be printed.
pub enum Page {
    /// A finished page for the browser.
    Html(String),
    /// A document that is set as a PDF.
    Pdf(Box<Document>, Paper),
}

impl Page {
    fn extension(&self) -> &'static str {
        match self {
            Self::Html(_) => "html",
            Self::Pdf(..) => "pdf",
        }
    }

    /// What the file holds. For a PDF that takes a while.
    fn bytes(self) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Html(page) => Ok(page.into_bytes()),
            Self::Pdf(document, paper) => {
                pdf::write(&document, paper).map_err(std::io::Error::other)
            }
        }
    }
}

/// What a finished task reports.
pub enum Report {
    LibraryOpened {
        path: PathBuf,
        result: Box<Result<Loaded, StoreError>>,
        is_new: bool,
    },
    /// Another program changed the library.
    Seen(Seen),
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
    /// A page that is to be printed was written; `opened` is false if nothing shows it.
    Printed {
        result: Result<PathBuf, StoreError>,
        opened: bool,
    },
    Imported {
        into: PathBuf,
        result: Result<Imported, StoreError>,
    },
    Rescued {
        path: PathBuf,
        result: Result<usize, StoreError>,
    },
    CopyRead {
        path: PathBuf,
        reading: Box<Reading>,
    },
    CopiesPutAside {
        library: PathBuf,
        failed: Vec<(FoundCopy, StoreError)>,
    },
    Kept(KeepingReport),
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

    /// A way for another thread to report to the app.
    pub fn reporter<T>(
        &self,
        report: impl Fn(T) -> Report + Send + 'static,
    ) -> impl Fn(T) + Send + 'static
    where
        T: 'static,
    {
        let sender = self.sender.clone();
        let wake = self.wake();
        move |value| {
            // The receiver is gone only when the app has ended.
            let _ = sender.send(report(value));
            wake();
        }
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

    /// Opens a library, with the records that the page `route` needs.
    pub fn open_library(&self, path: PathBuf, route: Route) {
        self.load("open-library", path, false, route, |_| Ok(()));
    }

    /// Repairs the library, then opens it.
    pub fn repair_library(&self, path: PathBuf) {
        self.load("repair-library", path, false, Route::Today, |path| {
            crate::store::check::repair(path).map(drop)
        });
    }

    /// Makes the library with `create`, then opens it.
    pub fn create_library(
        &self,
        path: PathBuf,
        create: impl FnOnce(&Path) -> Result<(), StoreError> + Send + 'static,
    ) {
        self.load("create-library", path, true, Route::Today, create);
    }

    /// Opens a library after `prepare`.
    fn load(
        &self,
        name: &str,
        path: PathBuf,
        is_new: bool,
        route: Route,
        prepare: impl FnOnce(&Path) -> Result<(), StoreError> + Send + 'static,
    ) {
        let weights = self.weights;
        let wake = self.wake();
        self.spawn(name, move || {
            let notify = move || wake();
            let opened = prepare(&path).and_then(|()| Library::open(&path, &weights, notify));
            let result = Box::new(opened.map(|opened| Loaded::new(opened, weights, &route)));
            Report::LibraryOpened { path, result, is_new }
        });
    }

    /// Brings the records of one library into another.
    pub fn import(
        &self,
        from: LibraryFolder,
        into: LibraryFolder,
        now: Timestamp,
        progress: Progress,
    ) {
        self.spawn("import-library", move || {
            let result = import(&from, &into, now, &progress);
            Report::Imported { into: into.path().to_owned(), result }
        });
    }

    /// Writes records into a new library of their own.
    pub fn rescue(&self, path: PathBuf, library: LibraryRecord, records: Vec<Record>) {
        self.spawn("rescue-records", move || {
            let result = rescue(&path, &library, &records);
            Report::Rescued { path, result }
        });
    }

    /// Reads the earlier versions of a record and compares them with it.
    pub fn read_versions(&self, folder: LibraryFolder, now: Record) {
        self.spawn("read-versions", move || {
            let versions = history::read(&folder, &now);
            let library = folder.path().to_owned();
            Report::Kept(KeepingReport::Versions { library, now, versions })
        });
    }

    /// Reads the trash, batch by batch.
    pub fn read_trash(&self, folder: LibraryFolder, serial: u64) {
        let weights = self.weights;
        let library = folder.path().to_owned();
        let of = library.clone();
        let tell = self.reporter(move |entries| {
            let library = of.clone();
            Report::Kept(KeepingReport::Trash { library, serial, entries, done: false })
        });
        self.spawn("read-trash", move || {
            trash_view::read(&folder, &weights, tell);
            let entries = Vec::new();
            Report::Kept(KeepingReport::Trash { library, serial, entries, done: true })
        });
    }

    /// Makes a backup of a library.
    pub fn make_archive(
        &self,
        folder: LibraryFolder,
        by_hand: bool,
        now: Timestamp,
        progress: Progress,
    ) {
        self.archive_task("make-backup", folder.path().to_owned(), move || {
            archives::make(&folder, by_hand, now, &progress)
        });
    }

    pub fn list_archives(&self, folder: LibraryFolder) {
        self.archive_task("list-backups", folder.path().to_owned(), move || {
            ArchiveReport::Listed(archive::list(&folder))
        });
    }

    /// Lists the backups of a library with what is in them.
    pub fn find_archives(&self, library: PathBuf) {
        self.archive_task("find-backups", library.clone(), move || archives::find(&library));
    }

    /// Unpacks a backup of `library` into a new folder.
    pub fn restore_archive(
        &self,
        library: PathBuf,
        archive: PathBuf,
        into: PathBuf,
        progress: Progress,
    ) {
        self.archive_task("restore-backup", library, move || {
            let result = archive::restore(&archive, &LibraryFolder::new(&into), &progress);
            ArchiveReport::Restored { into, result }
        });
    }

    fn archive_task(
        &self,
        name: &str,
        library: PathBuf,
        work: impl FnOnce() -> ArchiveReport + Send + 'static,
    ) {
        self.spawn(name, move || Report::Kept(KeepingReport::Archives { library, report: work() }));
    }

    /// Reads a copy and compares it with its record. Without `mine` the file of the record is read.
    pub fn read_copy(&self, folder: LibraryFolder, copy: FoundCopy, mine: Option<Record>) {
        self.spawn("read-copy", move || {
            let reading = Box::new(read_copy(&folder, &copy, mine));
            Report::CopyRead { path: copy.path, reading }
        });
    }

    /// Moves copies to the trash.
    pub fn put_aside(&self, folder: LibraryFolder, copies: Vec<FoundCopy>, now: Timestamp) {
        self.spawn("put-copies-aside", move || {
            let put = |copy: FoundCopy| {
                let result = folder.put_aside(&copy.path, copy.name.key, now);
                result.err().map(|error| (copy, error))
            };
            let failed = copies.into_iter().filter_map(put).collect();
            Report::CopiesPutAside { library: folder.path().to_owned(), failed }
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

    /// Sets a document as a PDF and writes it to `path`.
    pub fn write_pdf(&self, path: PathBuf, document: Document, paper: Paper) {
        self.spawn("write-pdf", move || {
            let result = Page::Pdf(Box::new(document), paper)
                .bytes()
                .and_then(|bytes| crate::store::atomic_write(&path, &bytes))
                .map_err(|error| StoreError::write(&path, error));
            Report::FileWritten { path, result }
        });
    }

    /// Writes a page into a folder, never over another file, and opens it.
    pub fn print_page(&self, folder: PathBuf, name: String, page: Page, viewer: Option<Viewer>) {
        self.spawn("print-page", move || {
            let path = free_path(&folder, &name, page.extension());
            let result = page
                .bytes()
                .and_then(|bytes| crate::store::atomic_write(&path, &bytes))
                .map_err(|error| StoreError::write(&path, error));
            let open = |viewer: Viewer| {
                viewer(&path).inspect_err(|error| {
                    tracing::warn!(path = %path.display(), %error, "no viewer opened the page");
                })
            };
            let opened = result.is_ok() && viewer.is_some_and(|viewer| open(viewer).is_ok());
            Report::Printed { result: result.map(|()| path), opened }
        });
    }

    /// The next report, if one is there.
    pub fn next_report(&self) -> Option<Report> {
        self.receiver.try_recv().ok()
    }
}

/// The path of a page that is not there yet: "name.html", "name 2.html" and so on.
fn free_path(folder: &Path, name: &str, extension: &str) -> PathBuf {
    let numbered = |number: u64| match number {
        1 => folder.join(format!("{name}.{extension}")),
        number => folder.join(format!("{name} {number}.{extension}")),
    };
    let mut number = 1;
    while numbered(number).exists() {
        number += 1;
    }
    numbered(number)
}
