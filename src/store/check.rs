//! Checking and repairing a library.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::archive::{self, Version, is_version};
use super::backup;
use super::conflict_copy::{FileKind, classify};
use super::disk::atomic_write_on;
use super::error::{Action, Problem, Remedy, StoreError};
use super::folder::{LibraryFolder, RECORD_FOLDERS};
use super::lock;
use super::open::{find_folder, find_library, set_aside};
use super::read::{Records, problem, read_library, read_records};
use super::record::{Record, RecordKey};
use super::save::make_folder;
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
/// that can be read takes its place, from the backups or else from the archives.
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
        if problem.error.is_damage() {
            set_aside(&folder, problem, now);
        } else if !is_only_told(&problem.error) {
            problem.action = Action::Skipped;
        }
    }
    let gone: Vec<RecordKey> = problems.iter().filter_map(gone_record).collect();
    let mut versions = newest_versions(&folder, &gone).into_iter();
    for problem in &mut problems {
        let Some(key) = gone_record(problem) else { continue };
        if let Some(version) = versions.next().flatten() {
            problem.remedy = Some(put_back(&folder, key, version)?);
        }
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
    for name in RECORD_FOLDERS {
        records.problems.extend(missing_folder(folder, name));
    }
    // A copy is no damaged record, even if it lies among the records.
    records.problems.retain(|problem| copied(folder, &problem.file).is_none());
    for name in [""].into_iter().chain(RECORD_FOLDERS) {
        records.problems.extend(conflict_copies(folder, name));
    }
    if let Some(error) = library {
        records.problems.insert(0, problem(Some(RecordKey::Library), &path, error));
    }
    Ok(records)
}

/// Problems of a library that are no file which was left out.
fn is_only_told(error: &StoreError) -> bool {
    matches!(
        error,
        StoreError::LibraryFileMissing { .. }
            | StoreError::RecordsMissing { .. }
            | StoreError::ConflictCopy { .. }
    )
}

/// The record of which a file is a conflict copy, if it is one.
fn copied(folder: &LibraryFolder, file: &Path) -> Option<RecordKey> {
    match classify(file.strip_prefix(folder.path()).ok()?) {
        FileKind::ConflictCopy(copy) => Some(copy.key),
        _ => None,
    }
}

/// The conflict copies in one folder of the library. They are the user's to decide on.
fn conflict_copies(folder: &LibraryFolder, name: &str) -> Vec<Problem> {
    let entries = fs::read_dir(folder.path().join(name)).into_iter().flatten().flatten();
    let mut copies: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.path();
            let of = folder.file(copied(folder, &path)?);
            let error = StoreError::ConflictCopy { path: path.clone(), of };
            // The key is that of another file, which is in its place.
            Some(problem(None, &path, error))
        })
        .collect();
    copies.sort_by(|one, other| one.file.cmp(&other.file));
    copies
}

/// A folder of records that is gone with them, as when a sync program has not finished.
fn missing_folder(folder: &LibraryFolder, name: &str) -> Option<Problem> {
    let path = folder.path().join(name);
    if fs::symlink_metadata(&path).is_ok() {
        return None;
    }
    let mut known = archive::newest_names(folder, name);
    known.extend(names_in(&folder.path().join("backups").join(name)));
    // What was removed on purpose is in the trash.
    let removed = names_in(&folder.path().join("trash").join(name));
    let records = known.difference(&removed).count();
    let error = StoreError::RecordsMissing { path: path.clone(), records };
    (records > 0).then(|| problem(None, &path, error))
}

/// The records that have a folder of their own in this one.
fn names_in(path: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().into_string().ok()).collect()
}

/// The record whose file is not in its place any more.
fn gone_record(problem: &Problem) -> Option<RecordKey> {
    let missing = matches!(problem.error, StoreError::LibraryFileMissing { .. });
    let set_aside = matches!(problem.action, Action::Quarantined { .. });
    problem.key.filter(|_| missing || set_aside)
}

/// For each record the newest version that can be read: from the backups, or else from the archives,
/// which are made less often.
fn newest_versions(folder: &LibraryFolder, keys: &[RecordKey]) -> Vec<Option<Version>> {
    let mut versions: Vec<_> = keys.iter().map(|key| newest_backup(folder, *key)).collect();
    let lacking: Vec<_> = keys
        .iter()
        .zip(&versions)
        .filter(|(_, found)| found.is_none())
        .map(|(key, _)| *key)
        .collect();
    let archived = archive::newest_readable(folder, &lacking);
    let empty = versions.iter_mut().filter(|found| found.is_none());
    for (place, found) in empty.zip(archived) {
        *place = found;
    }
    versions
}

fn newest_backup(folder: &LibraryFolder, key: RecordKey) -> Option<Version> {
    backup::list(folder, key).into_iter().rev().find_map(|(_, from)| {
        let bytes = fs::read(&from).ok()?;
        is_version(key, &bytes).then_some(Version { from, bytes })
    })
}

fn put_back(
    folder: &LibraryFolder,
    key: RecordKey,
    version: Version,
) -> Result<Remedy, StoreError> {
    let path = folder.file(key);
    if let Some(parent) = path.parent() {
        make_folder(parent)?;
    }
    atomic_write_on(folder.disk(), &path, &version.bytes)
        .map_err(|error| StoreError::write(&path, error))?;
    Ok(Remedy::RestoredFrom { backup: version.from })
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
