//! Reading a library: every record that can be used, and a problem for every file that cannot.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::thread;

use uuid::Uuid;

use super::conflict_copy::{FileKind, classify};
use super::error::{Action, Problem, StoreError};
use super::folder::LibraryFolder;
use super::load::{Filed, read_record};
use super::record::RecordKey;
use super::ron_scan::declared_schema;
use super::ron_text::{decode, parse};
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::domain::session::Session;

/// A larger file is no record of this program.
pub const MAX_FILE_SIZE: u64 = 64 * 1024 * 1024;

/// More threads than this do not read faster.
const MAX_THREADS: usize = 8;

/// The records of a library besides `library.ron`.
#[derive(Debug, Default)]
pub(super) struct Records {
    pub counterparts: Vec<Counterpart>,
    pub sessions: Vec<Session>,
    pub problems: Vec<Problem>,
}

/// Reads `library.ron`. A newer one is read as far as this version understands it.
pub(super) fn read_library(folder: &LibraryFolder) -> Result<LibraryRecord, StoreError> {
    let path = folder.file(RecordKey::Library);
    let text = read_text(&path)?;
    let library: Result<LibraryRecord, _> = parse(&path, &text);
    match (library, declared_schema(&text)) {
        (Err(StoreError::Parse { .. }), Some(schema)) if schema > SCHEMA => {
            Err(StoreError::Newer { path, schema, known: SCHEMA })
        }
        (library, _) => library,
    }
}

/// Reads all other records, on several threads. Nothing on the disk is changed.
pub(super) fn read_records(folder: &LibraryFolder) -> Records {
    let mut records = Records::default();
    let (counterparts, problems) = read_folder::<Counterpart>(folder, "counterparts");
    records.counterparts = counterparts;
    records.problems.extend(problems);
    let (sessions, problems) = read_folder::<Session>(folder, "sessions");
    records.sessions = sessions;
    records.problems.extend(problems);
    records
}

/// How many files look like records, whether they can be read or not.
pub(super) fn count_record_files(folder: &LibraryFolder) -> usize {
    super::folder::RECORD_FOLDERS
        .iter()
        .map(|name| record_files(&folder.path().join(name)).map_or(0, |files| files.len()))
        .sum()
}

pub(super) fn problem(key: Option<RecordKey>, file: &Path, error: StoreError) -> Problem {
    Problem { key, file: file.to_owned(), error, action: Action::None, remedy: None }
}

fn read_folder<T: Filed>(folder: &LibraryFolder, name: &str) -> (Vec<T>, Vec<Problem>) {
    let path = folder.path().join(name);
    let files = match record_files(&path) {
        Ok(files) => files,
        Err(error) => {
            return (Vec::new(), vec![problem(None, &path, StoreError::read(&path, error))]);
        }
    };
    let mut records = Vec::with_capacity(files.len());
    let mut problems = Vec::new();
    for result in read_all(&files) {
        match result {
            Ok(record) => records.push(record),
            Err(problem) => problems.push(*problem),
        }
    }
    (records, problems)
}

/// The files that should be records, in the order of their names, without conflict copies. A missing
/// folder has none.
fn record_files(parent: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = match fs::read_dir(parent) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        let is_ron = path.extension().is_some_and(|extension| extension == "ron");
        let place = Path::new(parent.file_name().unwrap_or_default()).join(entry.file_name());
        // What a sync program put beside a record waits for the user, and is not damaged.
        let is_copy = || matches!(classify(&place), FileKind::ConflictCopy(_));
        if is_ron && !hidden && !is_copy() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Reads the files in their order, sharing them over several threads.
fn read_all<T: Filed>(files: &[PathBuf]) -> Vec<Result<T, Box<Problem>>> {
    let threads = thread::available_parallelism().map_or(1, usize::from).min(MAX_THREADS);
    let share = files.len().div_ceil(threads).max(16);
    let read_share = |files: &[PathBuf]| files.iter().map(|file| read_file(file)).collect();
    thread::scope(|scope| {
        let started: Vec<_> = files
            .chunks(share)
            .map(|files| {
                let handle = thread::Builder::new()
                    .name("library-reader".to_owned())
                    .spawn_scoped(scope, move || -> Vec<_> { read_share(files) });
                (files, handle)
            })
            .collect();
        let mut results = Vec::with_capacity(files.len());
        for (files, handle) in started {
            // Without a thread the work is done here.
            let share = handle.ok().and_then(|handle| handle.join().ok());
            results.extend(share.unwrap_or_else(|| read_share(files)));
        }
        results
    })
}

fn read_file<T: Filed>(path: &Path) -> Result<T, Box<Problem>> {
    read_record(path).map_err(|error| Box::new(problem(key_of(path), path, error)))
}

/// The record that the name of a file promises.
pub(super) fn key_of(path: &Path) -> Option<RecordKey> {
    let id = path.file_stem()?.to_str()?.parse::<Uuid>().ok()?;
    let folder = path.parent()?.file_name()?.to_str()?;
    match folder {
        "counterparts" => Some(RecordKey::Counterpart(CounterpartId(id))),
        "sessions" => Some(RecordKey::Session(SessionId(id))),
        _ => None,
    }
}

/// The text of a file, if it is one that may be read.
pub(crate) fn read_text(path: &Path) -> Result<String, StoreError> {
    let failed = |error| StoreError::read(path, error);
    let found = fs::metadata(path).map_err(failed)?;
    if !found.is_file() {
        return Err(StoreError::NotARegularFile { path: path.to_owned() });
    }
    read_bounded(path)
}

/// The text of a file that the user names; it may be a pipe.
pub(crate) fn read_input(path: &Path) -> Result<String, StoreError> {
    let found = fs::metadata(path).map_err(|error| StoreError::read(path, error))?;
    if found.is_dir() {
        return Err(StoreError::read(path, io::ErrorKind::IsADirectory.into()));
    }
    read_bounded(path)
}

fn read_bounded(path: &Path) -> Result<String, StoreError> {
    let failed = |error| StoreError::read(path, error);
    let too_large =
        |size| StoreError::TooLarge { path: path.to_owned(), size, limit: MAX_FILE_SIZE };
    let file = fs::File::open(path).map_err(failed)?;
    let size = file.metadata().map_err(failed)?.len();
    if size > MAX_FILE_SIZE {
        return Err(too_large(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.take(MAX_FILE_SIZE + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_SIZE {
        return Err(too_large(bytes.len() as u64));
    }
    decode(path, &bytes)
}
