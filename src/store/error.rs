//! What can go wrong with a library folder, and the wording of it.

use std::io;
use std::path::{Path, PathBuf};

use super::lock::Holder;
use super::record::RecordKey;

/// An I/O failure in a form that can be kept, compared and sent between threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IoFailure {
    pub kind: io::ErrorKind,
    /// What the operating system says.
    pub reason: String,
}

impl From<io::Error> for IoFailure {
    fn from(error: io::Error) -> Self {
        Self { kind: error.kind(), reason: error.to_string() }
    }
}

impl IoFailure {
    /// What the user can do about it.
    pub fn advice(&self) -> &'static str {
        match self.kind {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                "the disk is full: free some space"
            }
            io::ErrorKind::PermissionDenied => "ask for permission to the folder, or use another",
            io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only: use another folder",
            io::ErrorKind::InvalidFilename => "the name is not allowed here: use a shorter one",
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::IsADirectory => "name a file, not a folder",
            io::ErrorKind::NotADirectory => {
                "a file and a folder have been mixed up: move the wrong one away"
            }
            _ => "check the disk and the path, then try again",
        }
    }
}

/// Every error of the store. Each names the file and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    #[error("{}: there is no such folder; check the path, or make a new library", .path.display())]
    NoSuchFolder { path: PathBuf },
    #[error("{}: a file stands where the library folder should be; choose another path", .path.display())]
    FileInTheWay { path: PathBuf },
    #[error("{}: this folder is not a library (it has no library.ron); choose another folder", .path.display())]
    NotALibrary { path: PathBuf },
    #[error("{}: library.ron is missing although the folder holds {records} record files; \
             put the file back, or run \"counterpoint check DIR --repair\"", .path.display())]
    LibraryFileMissing { path: PathBuf, records: usize },
    #[error("{}: the folder is not empty; choose an empty or a new folder", .path.display())]
    FolderNotEmpty { path: PathBuf },
    #[error("{}: cannot be read: {}; {}", .path.display(), .failure.reason, .failure.advice())]
    Read { path: PathBuf, failure: IoFailure },
    #[error("{}: cannot be written: {}; {}", .path.display(), .failure.reason, .failure.advice())]
    Write { path: PathBuf, failure: IoFailure },
    #[error("{}:{line}:{column}: {}{message}", .path.display(), in_field(.field))]
    Parse {
        path: PathBuf,
        line: usize,
        column: usize,
        /// The path of the field, for example `evidence[2].weight`; empty when not known.
        field: String,
        message: String,
    },
    #[error("{}: written by a newer version of the program (schema {schema}, this program knows \
             {known}); it is left untouched: update the program", .path.display())]
    Newer { path: PathBuf, schema: u32, known: u32 },
    #[error("{}: the record inside has the id {found}, which is not the name of the file; \
             if it is wanted, name it {found}.ron and put it back", .path.display())]
    WrongName { path: PathBuf, found: String },
    #[error("{}: not a regular file; move it away", .path.display())]
    NotARegularFile { path: PathBuf },
    #[error("{}: {size} bytes are more than the {limit} that a record may have; \
             move the file away or make it smaller", .path.display())]
    TooLarge { path: PathBuf, size: u64, limit: u64 },
    #[error("{}: not written, because it would not read back the same: {message}; \
             undo the last change", .path.display())]
    Unfaithful { path: PathBuf, message: String },
    #[error("{}: the library is open in another window{}; close it there first",
             .path.display(), held_by(.holder.as_ref()))]
    InUse { path: PathBuf, holder: Option<Holder> },
    #[error("{}: this archive cannot be used: {message}; choose another one", .path.display())]
    BadArchive { path: PathBuf, message: String },
    #[error("{}: a sync program kept this second version of {}; compare the two, then delete the \
             one that is not wanted", .path.display(), .of.display())]
    ConflictCopy { path: PathBuf, of: PathBuf },
    #[error("{}: the folder is missing although {records} of its records are known from backups and \
             archives; let the sync program finish or put the folder back, or restore an archive \
             with \"counterpoint check NEWDIR --restore ARCHIVE\"", .path.display())]
    RecordsMissing { path: PathBuf, records: usize },
    #[error("{}: stopped as asked; nothing was left behind", .path.display())]
    Cancelled { path: PathBuf },
    #[error("{}: the library cannot be removed, only its records", .path.display())]
    CannotRemoveLibrary { path: PathBuf },
    #[error("a thread could not be started: {}", .failure.reason)]
    NoThread { failure: IoFailure },
}

fn in_field(field: &str) -> String {
    if field.is_empty() { String::new() } else { format!("field {field}: ") }
}

fn held_by(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |holder| format!(" ({holder})"))
}

impl StoreError {
    pub fn read(path: &Path, error: io::Error) -> Self {
        Self::Read { path: path.to_owned(), failure: error.into() }
    }

    pub fn write(path: &Path, error: io::Error) -> Self {
        Self::Write { path: path.to_owned(), failure: error.into() }
    }

    /// The file or folder concerned.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NoSuchFolder { path }
            | Self::FileInTheWay { path }
            | Self::NotALibrary { path }
            | Self::LibraryFileMissing { path, .. }
            | Self::FolderNotEmpty { path }
            | Self::Read { path, .. }
            | Self::Write { path, .. }
            | Self::Parse { path, .. }
            | Self::Newer { path, .. }
            | Self::WrongName { path, .. }
            | Self::NotARegularFile { path }
            | Self::TooLarge { path, .. }
            | Self::Unfaithful { path, .. }
            | Self::InUse { path, .. }
            | Self::BadArchive { path, .. }
            | Self::ConflictCopy { path, .. }
            | Self::RecordsMissing { path, .. }
            | Self::Cancelled { path }
            | Self::CannotRemoveLibrary { path } => Some(path),
            Self::NoThread { .. } => None,
        }
    }

    /// Line and column, counted from 1; the start of the file when the whole file is meant.
    pub fn position(&self) -> (usize, usize) {
        match self {
            Self::Parse { line, column, .. } => (*line, *column),
            _ => (1, 1),
        }
    }

    /// Whether the content of the file itself is broken, so that it belongs into quarantine.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Parse { .. } | Self::WrongName { .. })
    }
}

/// What was done about a file that could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Moved away, never deleted.
    Quarantined { to: PathBuf },
    /// Left where it is and not loaded.
    Skipped,
    /// Only reported.
    None,
}

impl Action {
    /// Stable id, used in message keys and in the headless output.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Quarantined { .. } => "quarantined",
            Self::Skipped => "skipped",
            Self::None => "none",
        }
    }
}

/// A file of the library that could not be used. The rest is loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which record the file should hold, when its name tells.
    pub key: Option<RecordKey>,
    pub file: PathBuf,
    pub error: StoreError,
    pub action: Action,
    pub remedy: Option<Remedy>,
}

/// What a repair put in the place of a damaged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    RestoredFrom {
        backup: PathBuf,
    },
    /// No version of `library.ron` could be read, so an empty one was written.
    NewLibraryFile,
}

impl Problem {
    /// The file as a path inside the library, with forward slashes.
    pub fn file_in(&self, library: &Path) -> String {
        let inside = self.file.strip_prefix(library).unwrap_or(&self.file);
        inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
    }

    /// What happened, in one sentence for people.
    pub fn message(&self) -> String {
        let mut message = self.error.to_string();
        match &self.action {
            Action::Quarantined { to } => {
                message = format!("{message}; the file is kept as {}", to.display());
            }
            Action::None if self.error.is_damage() => {
                message.push_str("; \"counterpoint check DIR --repair\" sets it aside");
            }
            Action::Skipped | Action::None => {}
        }
        match &self.remedy {
            Some(Remedy::RestoredFrom { backup }) => {
                format!("{message}; restored from {}", backup.display())
            }
            Some(Remedy::NewLibraryFile) => {
                format!("{message}; a new library.ron without owner was written")
            }
            None => message,
        }
    }
}
