//! What lies in the two folders of records, by name and stamp, without reading it.

use std::ffi::OsStr;
use std::fs::{self, DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};
use std::thread;

use uuid::Uuid;

use super::stamp::Stamp;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::store::conflict_copy::{CopyName, FileKind, classify};
use crate::store::disk::TEMPORARY_PREFIX;
use crate::store::error::{Problem, StoreError};
use crate::store::folder::LibraryFolder;
use crate::store::read::problem;
use crate::store::record::RecordKey;

/// The folders whose files are records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Shelving {
    Counterparts,
    Sessions,
}

impl Shelving {
    pub const ALL: [Self; 2] = [Self::Counterparts, Self::Sessions];

    pub fn folder(self) -> &'static str {
        match self {
            Self::Counterparts => "counterparts",
            Self::Sessions => "sessions",
        }
    }

    pub fn of(key: RecordKey) -> Option<Self> {
        match key {
            RecordKey::Library => None,
            RecordKey::Counterpart(_) => Some(Self::Counterparts),
            RecordKey::Session(_) => Some(Self::Sessions),
        }
    }

    fn key(self, id: Uuid) -> RecordKey {
        match self {
            Self::Counterparts => RecordKey::Counterpart(CounterpartId(id)),
            Self::Sessions => RecordKey::Session(SessionId(id)),
        }
    }
}

/// Everything that a look at the folders found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Files with the name of a record and their stamps, in the order of the keys. Without a stamp a
    /// file has to be read.
    pub records: Vec<(RecordKey, Option<Stamp>)>,
    /// Other RON files: they should be records, but their names are none.
    pub strangers: Vec<(Shelving, PathBuf)>,
    pub copies: Vec<(PathBuf, CopyName)>,
    /// Files that were being written.
    pub leftovers: Vec<PathBuf>,
    /// Folders that cannot be listed: what is known of their records stands.
    pub unlisted: Vec<(Shelving, Problem)>,
}

/// Entries of a folder are handed on in portions of this size.
const PORTION: usize = 256;

type Portion = (Shelving, Vec<DirEntry>);

impl Found {
    /// Lists both folders, while `threads` threads look at what was listed so far.
    pub fn look(folder: &LibraryFolder, threads: usize) -> Self {
        let (sender, receiver) = mpsc::channel();
        let receiver = Mutex::new(receiver);
        let mut found = Self::default();
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .filter_map(|_| {
                    let builder = thread::Builder::new().name("library-looker".to_owned());
                    builder.spawn_scoped(scope, || Self::of(&receiver)).ok()
                })
                .collect();
            for shelving in Shelving::ALL {
                let path = folder.path().join(shelving.folder());
                match list(shelving, &path, &sender) {
                    Ok(()) => {}
                    // A folder that is not there holds nothing.
                    Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                    Err(error) => {
                        let error = StoreError::read(&path, error);
                        found.unlisted.push((shelving, problem(None, &path, error)));
                    }
                }
            }
            drop(sender);
            // What is left, or everything when no thread could be started.
            found.add(Self::of(&receiver));
            for part in workers.into_iter().filter_map(|worker| worker.join().ok()) {
                found.add(part);
            }
        });
        // A copy of `library.ron` lies beside it.
        for entry in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            if let FileKind::ConflictCopy(copy) = classify(Path::new(&entry.file_name())) {
                found.copies.push((entry.path(), copy));
            }
        }
        found.records.sort_unstable_by_key(|(key, _)| *key);
        found.copies.sort_by(|(one, _), (other, _)| one.cmp(other));
        found.strangers.sort();
        found
    }

    fn of(portions: &Mutex<Receiver<Portion>>) -> Self {
        let mut found = Self::default();
        loop {
            let next = portions.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok((shelving, entries)) = next else { return found };
            for entry in entries {
                found.sort_in(shelving, &entry);
            }
        }
    }

    fn add(&mut self, mut part: Self) {
        self.records.append(&mut part.records);
        self.strangers.append(&mut part.strangers);
        self.copies.append(&mut part.copies);
        self.leftovers.append(&mut part.leftovers);
    }

    fn sort_in(&mut self, shelving: Shelving, entry: &DirEntry) {
        let name = entry.file_name();
        if let Some(id) = record_id(&name) {
            let looked = entry.metadata().ok().filter(Metadata::is_file);
            self.records.push((shelving.key(id), looked.as_ref().and_then(Stamp::of)));
            return;
        }
        let bytes = name.as_encoded_bytes();
        if bytes.starts_with(TEMPORARY_PREFIX.as_bytes()) && bytes.ends_with(b".tmp") {
            self.leftovers.push(entry.path());
            return;
        }
        match classify(&Path::new(shelving.folder()).join(&name)) {
            FileKind::ConflictCopy(copy) => self.copies.push((entry.path(), copy)),
            // A record's name in an unusual spelling is not the name of its file.
            FileKind::Record(_) | FileKind::Foreign if is_ron(&name) => {
                self.strangers.push((shelving, entry.path()));
            }
            FileKind::Record(_) | FileKind::Foreign | FileKind::Ignored => {}
        }
    }
}

fn list(shelving: Shelving, path: &Path, to: &Sender<Portion>) -> io::Result<()> {
    let mut portion = Vec::with_capacity(PORTION);
    for entry in fs::read_dir(path)? {
        portion.push(entry?);
        if portion.len() == PORTION {
            let full = std::mem::replace(&mut portion, Vec::with_capacity(PORTION));
            // The receiver outlives the listing.
            let _ = to.send((shelving, full));
        }
    }
    let _ = to.send((shelving, portion));
    Ok(())
}

fn is_ron(name: &OsStr) -> bool {
    let hidden = name.as_encoded_bytes().starts_with(b".");
    !hidden && Path::new(name).extension().is_some_and(|extension| extension == "ron")
}

/// The id in a name that is exactly what the program calls the file.
fn record_id(name: &OsStr) -> Option<Uuid> {
    let stem = name.to_str()?.strip_suffix(".ron")?;
    let is_canonical = stem.len() == 36 && !stem.bytes().any(|byte| byte.is_ascii_uppercase());
    if is_canonical { Uuid::try_parse(stem).ok() } else { None }
}

/// The stamp of a regular file. Anything else has none, and reading it will say what it is.
pub(super) fn stamp_of(path: &Path) -> Option<Stamp> {
    fs::symlink_metadata(path).ok().filter(Metadata::is_file).as_ref().and_then(Stamp::of)
}
