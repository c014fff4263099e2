//! Checking and repairing a library.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::backup;
use super::disk::atomic_write_on;
use super::error::{Action, Problem, Remedy, StoreError};
use super::folder::LibraryFolder;
use super::lock;
use super::open::{find_folder, find_library, set_aside};
use super::read::{Records, is_readable_version, problem, read_library, read_records};
use super::record::{Record, RecordKey};
use crate::domain::ids::LibraryId;
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::domain::session::Session;

/// The currency of a new `library.ron` when no session tells one.
const FALLBACK_CURRENCY: &str = "EUR";

/// What a check found.
#[derive(Debug)]
pub struct CheckReport {
    pub counterparts: usize,
    pub sessions: usize,
    pub problems: Vec<Problem>,
}

/// Reads every file of a library. Nothing on the disk is changed.
pub fn check(path: &Path) -> Result<CheckReport, StoreError> {
    let folder = LibraryFolder::new(path);
    let Records { counterparts, sessions, problems } = read_everything(&folder)?;
    Ok(CheckReport { counterparts: counterparts.len(), sessions: sessions.len(), problems })
}

/// Checks a library and mends it: a damaged file goes to the quarantine, and the newest version
/// among the backups that can be read takes its place.
pub fn repair(path: &Path) -> Result<CheckReport, StoreError> {
    let folder = LibraryFolder::new(path);
    find_folder(&folder)?;
    let now = Timestamp::now();
    // A folder that is no library gets no lock file.
    read_everything(&folder)?;
    let _lock = lock::acquire(&folder, now).map_err(|reason| reason.into_error(&folder))?;
    let Records { counterparts, sessions, mut problems } = read_everything(&folder)?;
    let (mut counterparts, mut session_count) = (counterparts.len(), sessions.len());
    for problem in &mut problems {
        let missing = matches!(problem.error, StoreError::LibraryFileMissing { .. });
        if problem.error.is_damage() {
            set_aside(&folder, problem, now);
        } else if !missing {
            problem.action = Action::Skipped;
        }
        let gone = missing || matches!(problem.action, Action::Quarantined { .. });
        let Some(key) = problem.key.filter(|_| gone) else { continue };
        problem.remedy = restore(&folder, key)?;
        match (key, &problem.remedy) {
            (RecordKey::Library, None) => {
                write_new_library(&folder, &sessions, now)?;
                problem.remedy = Some(Remedy::NewLibraryFile);
            }
            (RecordKey::Counterpart(_), Some(_)) => counterparts += 1,
            (RecordKey::Session(_), Some(_)) => session_count += 1,
            _ => {}
        }
    }
    Ok(CheckReport { counterparts, sessions: session_count, problems })
}

/// All records; a `library.ron` that is damaged or missing is one of the problems.
fn read_everything(folder: &LibraryFolder) -> Result<Records, StoreError> {
    let path = folder.file(RecordKey::Library);
    let library = match find_library(folder) {
        Ok(()) => match read_library(folder) {
            Ok(library) if library.schema > SCHEMA => Some(StoreError::Newer {
                path: path.clone(),
                schema: library.schema,
                known: SCHEMA,
            }),
            Ok(_) => None,
            Err(error) => Some(error),
        },
        Err(error @ StoreError::LibraryFileMissing { .. }) => Some(error),
        Err(error) => return Err(error),
    };
    let mut records = read_records(folder);
    if let Some(error) = library {
        records.problems.insert(0, problem(Some(RecordKey::Library), &path, error));
    }
    Ok(records)
}

/// Puts the newest version that can be read in the place of a record.
fn restore(folder: &LibraryFolder, key: RecordKey) -> Result<Option<Remedy>, StoreError> {
    let versions = backup::list(folder, key);
    let newest = versions.into_iter().rev().find(|(_, path)| is_readable_version(path, key));
    let Some((_, backup)) = newest else { return Ok(None) };
    let content = fs::read(&backup).map_err(|error| StoreError::read(&backup, error))?;
    let path = folder.file(key);
    atomic_write_on(folder.disk(), &path, &content)
        .map_err(|error| StoreError::write(&path, error))?;
    Ok(Some(Remedy::RestoredFrom { backup }))
}

/// Without `library.ron` no record can be opened; an empty one is better than none.
fn write_new_library(
    folder: &LibraryFolder,
    sessions: &[Session],
    now: Timestamp,
) -> Result<(), StoreError> {
    let currency = sessions.last().map_or(FALLBACK_CURRENCY, |session| &session.currency);
    let library = LibraryRecord::new(LibraryId(Uuid::now_v7()), now, currency);
    folder.save(&Record::Library(Arc::new(library)), now)
}

impl CheckReport {
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }
}
