//! Opening and making a library.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use super::error::{Action, Problem, StoreError};
use super::folder::{LibraryFolder, RECORD_FOLDERS};
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

/// The content of a library, read without a lock and without changing anything.
#[derive(Debug)]
pub struct Contents {
    pub library: LibraryRecord,
    pub counterparts: Vec<Counterpart>,
    pub sessions: Vec<Session>,
    pub problems: Vec<Problem>,
}

impl Library {
    /// Reads a library with every record as it is: no lock, no change, whoever has it open.
    pub fn read_all(path: &Path) -> Result<Contents, StoreError> {
        let folder = LibraryFolder::new(path);
        find_library(&folder)?;
        contents(&folder)
    }

    /// Makes a library in a folder that is missing or empty.
    pub fn create(path: &Path, library: LibraryRecord) -> Result<(), StoreError> {
        find_empty(path)?;
        make_folder(path)?;
        for name in RECORD_FOLDERS {
            make_folder(&path.join(name))?;
        }
        LibraryFolder::new(path).save(&Record::Library(Arc::new(library)), Timestamp::now())
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

/// Reads `library.ron`; that it is newer than this program is a problem, and no error.
pub(super) fn read_library_record(
    folder: &LibraryFolder,
) -> Result<(LibraryRecord, Vec<Problem>), StoreError> {
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
    let mut problems = Vec::new();
    if library.schema > SCHEMA {
        let path = folder.file(RecordKey::Library);
        let error = StoreError::Newer { path: path.clone(), schema: library.schema, known: SCHEMA };
        problems.push(problem(Some(RecordKey::Library), &path, error));
    }
    Ok((library, problems))
}

fn contents(folder: &LibraryFolder) -> Result<Contents, StoreError> {
    let (library, mut problems) = read_library_record(folder)?;
    let Records { counterparts, sessions, problems: others } = read_records(folder);
    problems.extend(others);
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
