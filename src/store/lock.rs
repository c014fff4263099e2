//! Only one process writes a library; the others read.

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::disk::TEMPORARY_PREFIX;
use super::error::StoreError;
use super::folder::LibraryFolder;

/// Who has the library open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The disk cannot lock files, or the lock failed in another way.
    NoLock { reason: String },
}

/// Holds the library for this process until it is dropped.
#[derive(Debug)]
pub struct LibraryLock {
    _file: File,
}

/// Takes the lock, or says why the library can only be read.
pub(super) fn acquire(
    folder: &LibraryFolder,
    now: Timestamp,
) -> Result<LibraryLock, ReadOnlyReason> {
    let opened = OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(folder.lock_file());
    let mut file = opened.map_err(|error| refusal(&error))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(ReadOnlyReason::AlreadyOpen { holder: read_holder(&mut file) });
        }
        Err(TryLockError::Error(error)) => return Err(refusal(&error)),
    }
    probe(folder.path()).map_err(|error| refusal(&error))?;
    let holder = Holder { host: host_name(), pid: std::process::id(), since: now };
    // The note is for people; the lock holds without it.
    if let Err(error) = write_holder(&mut file, &holder) {
        tracing::warn!(%error, "the note in the lock file was not written");
    }
    Ok(LibraryLock { _file: file })
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

fn write_holder(file: &mut File, holder: &Holder) -> io::Result<()> {
    let text = ron::to_string(holder).map_err(io::Error::other)?;
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(text.as_bytes())?;
    file.flush()
}

fn read_holder(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.take(4096).read_to_string(&mut text).ok()?;
    ron::from_str(&text).ok()
}

fn host_name() -> String {
    std::fs::read_to_string("/proc/sys/kernel/hostname")
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
            Self::NoLock { reason } => StoreError::write(&path, io::Error::other(reason)),
        }
    }
}
