//! Opening and making a library.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::disk::TEMPORARY_PREFIX;
use super::error::{Action, Problem, StoreError};
use super::folder::{LibraryFolder, RECORD_FOLDERS};
use super::lock::{self, Access, LibraryLock, ReadOnlyReason};
use super::quarantine::quarantine;
use super::read::{Records, count_record_files, problem, read_library, read_records};
use super::record::{Record, RecordKey};
use super::save::make_folder;
use crate::domain::counterpart::Counterpart;
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::domain::session::Session;

/// The ways to get at the content of a library folder.
#[derive(Debug, Clone, Copy)]
pub struct Library;

/// A library that is open. Dropping it (or its lock) lets other processes write.
#[derive(Debug)]
pub struct Opened {
    pub folder: LibraryFolder,
    /// Held as long as this process may write.
    pub lock: Option<LibraryLock>,
    pub library: LibraryRecord,
    pub counterparts: Vec<Counterpart>,
    pub sessions: Vec<Session>,
    /// Files that could not be used; the rest is loaded.
    pub problems: Vec<Problem>,
    pub access: Access,
}

/// The content of a library, read without a lock and without changing anything.
#[derive(Debug)]
pub struct Contents {
    pub library: LibraryRecord,
    pub counterparts: Vec<Counterpart>,
    pub sessions: Vec<Session>,
    pub problems: Vec<Problem>,
}

impl Library {
    /// Opens a library for writing, or for reading when it cannot be written. Damaged files are
    /// moved to the quarantine if the library is writable.
    pub fn open(path: &Path) -> Result<Opened, StoreError> {
        let folder = LibraryFolder::new(path);
        find_library(&folder)?;
        let now = Timestamp::now();
        let (mut lock, mut access) = match lock::acquire(&folder, now) {
            Ok(lock) => (Some(lock), Access::Writable),
            Err(reason) => (None, Access::ReadOnly(reason)),
        };
        let Contents { library, counterparts, sessions, mut problems } = contents(&folder)?;
        if library.schema > SCHEMA {
            lock = None;
            access = Access::ReadOnly(ReadOnlyReason::NewerLibrary { schema: library.schema });
        }
        if access.is_writable() {
            sweep(&folder);
        }
        for problem in &mut problems {
            problem.action = Action::Skipped;
            if access.is_writable() && problem.error.is_damage() {
                set_aside(&folder, problem, now);
            }
        }
        Ok(Opened { folder, lock, library, counterparts, sessions, problems, access })
    }

    /// Reads a library as it is: no lock, no change, whoever has it open.
    pub fn read(path: &Path) -> Result<Contents, StoreError> {
        let folder = LibraryFolder::new(path);
        find_library(&folder)?;
        contents(&folder)
    }

    /// Makes a library in a folder that is missing or empty, and opens it.
    pub fn create(path: &Path, library: LibraryRecord) -> Result<Opened, StoreError> {
        find_empty(path)?;
        make_folder(path)?;
        for name in RECORD_FOLDERS {
            make_folder(&path.join(name))?;
        }
        LibraryFolder::new(path).save(&Record::Library(Arc::new(library)), Timestamp::now())?;
        Self::open(path)
    }
}

/// Says what stands in the way of a new library.
pub(super) fn find_empty(path: &Path) -> Result<(), StoreError> {
    match fs::read_dir(path) {
        Ok(mut entries) => match entries.next() {
            Some(_) => Err(StoreError::FolderNotEmpty { path: path.to_owned() }),
            None => Ok(()),
        },
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound => Ok(()),
            io::ErrorKind::NotADirectory => Err(StoreError::FileInTheWay { path: path.to_owned() }),
            _ => Err(StoreError::read(path, error)),
        },
    }
}

/// Says clearly what is wrong when the folder holds no `library.ron`.
pub(super) fn find_library(folder: &LibraryFolder) -> Result<(), StoreError> {
    find_folder(folder)?;
    let file = folder.file(RecordKey::Library);
    match fs::metadata(&file) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let path = folder.path().to_owned();
            Err(match count_record_files(folder) {
                0 => StoreError::NotALibrary { path },
                records => StoreError::LibraryFileMissing { path, records },
            })
        }
        Err(error) => Err(StoreError::read(&file, error)),
    }
}

pub(super) fn find_folder(folder: &LibraryFolder) -> Result<(), StoreError> {
    let path = folder.path().to_owned();
    match fs::metadata(&path) {
        Ok(found) if found.is_dir() => Ok(()),
        Ok(_) => Err(StoreError::FileInTheWay { path }),
        Err(error) => Err(match error.kind() {
            io::ErrorKind::NotFound => StoreError::NoSuchFolder { path },
            io::ErrorKind::NotADirectory => StoreError::FileInTheWay { path },
            _ => StoreError::read(&path, error),
        }),
    }
}

fn contents(folder: &LibraryFolder) -> Result<Contents, StoreError> {
    let library = read_library(folder).map_err(|error| match error {
        StoreError::Parse { path, line, column, field, message } => StoreError::Parse {
            path,
            line,
            column,
            field,
            message: format!(
                "{message}; mend the line, or run \"counterpoint check DIR --repair\""
            ),
        },
        other => other,
    })?;
    let Records { counterparts, sessions, mut problems } = read_records(folder);
    if library.schema > SCHEMA {
        let path = folder.file(RecordKey::Library);
        let error = StoreError::Newer { path: path.clone(), schema: library.schema, known: SCHEMA };
        problems.insert(0, problem(Some(RecordKey::Library), &path, error));
    }
    Ok(Contents { library, counterparts, sessions, problems })
}

/// Moves the file of a problem to the quarantine; it stays where it is when that fails.
pub(super) fn set_aside(folder: &LibraryFolder, problem: &mut Problem, now: Timestamp) {
    problem.action = match quarantine(folder, &problem.file, now) {
        Ok(to) => Action::Quarantined { to },
        Err(error) => {
            tracing::warn!(%error, "a damaged file could not be moved");
            Action::Skipped
        }
    };
}

/// Deletes half-written files that a crash left behind. Only while the lock is held.
fn sweep(folder: &LibraryFolder) {
    let folders = RECORD_FOLDERS.iter().map(|name| folder.path().join(name));
    for path in folders.chain([folder.path().to_owned()]) {
        let Ok(entries) = fs::read_dir(path) else { continue };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(TEMPORARY_PREFIX)
                && name.ends_with(".tmp")
                && let Err(error) = fs::remove_file(entry.path())
            {
                tracing::warn!(%error, "a half-written file could not be deleted");
            }
        }
    }
}
