//! Only one process writes a library; the others read.

use std::fmt;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::disk::TEMPORARY_PREFIX;
use super::error::StoreError;
use super::folder::LibraryFolder;

/// How often a lock file that is replaced at the same moment is tried again.
const ATTEMPTS: usize = 5;

/// Who has the library open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    pub host: String,
    pub pid: u32,
    pub since: Timestamp,
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "process {} on {} since {}", self.pid, self.host, self.since)
    }
}

/// What stands in the lock file. It is for people: the lock of the system alone decides.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    host: String,
    pid: u32,
    since: Timestamp,
    /// The number of the lock file on its disk, where the system has such a thing. A note that a
    /// sync engine brought from another computer carries a foreign one.
    #[serde(default)]
    file: Option<u64>,
}

/// Whether the library may be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    Writable,
    ReadOnly(ReadOnlyReason),
}

impl Access {
    pub fn is_writable(&self) -> bool {
        *self == Self::Writable
    }
}

/// Why a library is open for reading alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadOnlyReason {
    /// Another process has it open; who that is, when its note can be read.
    AlreadyOpen { holder: Option<Holder> },
    /// The folder cannot be written.
    NoPermission,
    /// `library.ron` was written by a newer version of the program.
    NewerLibrary { schema: u32 },
    /// An older version of the program wrote the library, and the archive that must come before
    /// the upgrade could not be made. Nothing was changed.
    NotArchived { error: Box<StoreError> },
    /// The disk cannot lock files, or the lock failed in another way.
    NoLock { reason: String },
}

/// Holds the library for this process until it is dropped.
#[derive(Debug)]
pub struct LibraryLock {
    _file: File,
}

/// Takes the lock, or says why the library can only be read.
///
/// The lock is the system's: it ends with the process that holds it, however that ends. What is
/// written in the lock file neither blocks nor frees anything.
pub(super) fn acquire(
    folder: &LibraryFolder,
    now: Timestamp,
) -> Result<LibraryLock, ReadOnlyReason> {
    let path = folder.lock_file();
    for _ in 0..ATTEMPTS {
        let opened =
            OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&path);
        let mut file = opened.map_err(|error| refusal(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(ReadOnlyReason::AlreadyOpen { holder: read_holder(&mut file) });
            }
            Err(TryLockError::Error(error)) => return Err(refusal(&error)),
        }
        // A sync engine may have put another file in its place between the two calls.
        if file_number(fs::metadata(&path)) != file_number(file.metadata()) {
            continue;
        }
        probe(folder.path()).map_err(|error| refusal(&error))?;
        // The note is for people; the lock holds without it.
        if let Err(error) = write_note(&mut file, now) {
            tracing::warn!(%error, "the note in the lock file was not written");
        }
        return Ok(LibraryLock { _file: file });
    }
    Err(ReadOnlyReason::NoLock { reason: "the lock file keeps being replaced".to_owned() })
}

/// The lock file may be there while its folder cannot be written any more.
fn probe(folder: &Path) -> io::Result<()> {
    tempfile::Builder::new().prefix(TEMPORARY_PREFIX).suffix(".tmp").tempfile_in(folder)?.close()
}

fn refusal(error: &io::Error) -> ReadOnlyReason {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            ReadOnlyReason::NoPermission
        }
        _ => ReadOnlyReason::NoLock { reason: error.to_string() },
    }
}

fn write_note(file: &mut File, since: Timestamp) -> io::Result<()> {
    let number = file_number(file.metadata());
    let note = Note { host: host_name(), pid: std::process::id(), since, file: number };
    let text = ron::to_string(&note).map_err(io::Error::other)?;
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(text.as_bytes())?;
    file.flush()
}

/// Who holds the lock, unless the note was written for another lock file.
fn read_holder(file: &mut File) -> Option<Holder> {
    let number = file_number(file.metadata());
    let mut text = String::new();
    file.take(4096).read_to_string(&mut text).ok()?;
    let note: Note = ron::from_str(&text).ok()?;
    let is_ours = note.file.is_none() || note.file == number;
    is_ours.then_some(Holder { host: note.host, pid: note.pid, since: note.since })
}

/// Tells one file from another that has the same name.
fn file_number(found: io::Result<fs::Metadata>) -> Option<u64> {
    #[cfg(unix)]
    return found.ok().map(|found| std::os::unix::fs::MetadataExt::ino(&found));
    #[cfg(not(unix))]
    return found.ok().and(None);
}

fn host_name() -> String {
    fs::read_to_string("/proc/sys/kernel/hostname")
        .ok()
        .or_else(|| std::env::var("HOSTNAME").ok())
        .or_else(|| std::env::var("COMPUTERNAME").ok())
        .map_or_else(|| "this computer".to_owned(), |name| name.trim().to_owned())
}

impl ReadOnlyReason {
    /// The reason as an error, for commands that must write.
    pub fn into_error(self, folder: &LibraryFolder) -> StoreError {
        let path = folder.path().to_owned();
        match self {
            Self::AlreadyOpen { holder } => StoreError::InUse { path, holder },
            Self::NoPermission => StoreError::write(&path, io::ErrorKind::PermissionDenied.into()),
            Self::NewerLibrary { schema } => {
                StoreError::Newer { path, schema, known: crate::domain::library::SCHEMA }
            }
            Self::NotArchived { error } => *error,
            Self::NoLock { reason } => StoreError::write(&path, io::Error::other(reason)),
        }
    }
}
