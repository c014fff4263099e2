//! Opening a library without reading its records: lists stand at once, and are validated behind.

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::change::Index;
use super::files::read_summaries;
use super::indexer::{Indexer, Work};
use super::known::Known;
use super::pass::Pass;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::store::error::{Action, StoreError};
use crate::store::folder::LibraryFolder;
use crate::store::lock::{self, Access, LibraryLock, ReadOnlyReason};
use crate::store::migrate;
use crate::store::open::{Library, find_library, read_library_record};
use crate::store::progress::Progress;
use crate::store::search::TextIndex;

/// A small library is complete when it is shown.
const PATIENCE: Duration = Duration::from_millis(80);

/// With more records than this it would not be in that time, so nobody waits.
const TOO_MANY: usize = 20_000;

/// Texts longer than this, in bytes, are in memory only while somebody searches.
const MOST_TEXTS: usize = 32 << 20;

/// A library that is open. Drop the indexer before the lock, which lets other processes write.
#[derive(Debug)]
pub struct Opened {
    pub folder: LibraryFolder,
    pub library: LibraryRecord,
    /// What is known so far; the indexer reports what is different.
    pub index: Index,
    pub indexer: Option<Indexer>,
    pub access: Access,
    /// Held as long as this process may write.
    pub lock: Option<LibraryLock>,
}

/// The lists of a library, read without a lock and without changing anything.
#[derive(Debug)]
pub struct Lists {
    pub folder: LibraryFolder,
    pub library: LibraryRecord,
    /// Without texts.
    pub index: Index,
}

impl Library {
    /// Opens a library for writing, or for reading when it cannot be written. Records are read one by
    /// one when they are needed, with [`LibraryFolder::load`].
    ///
    /// Damaged files are moved to the quarantine if the library is writable. `notify` is called on
    /// another thread whenever the indexer has something to report.
    pub fn open(
        path: &Path,
        weights: &EvidenceWeights,
        notify: impl Fn() + Send + 'static,
    ) -> Result<Opened, StoreError> {
        let start = Instant::now();
        let folder = LibraryFolder::new(path);
        find_library(&folder)?;
        let now = Timestamp::now();
        let (mut lock, mut access) = match lock::acquire(&folder, now) {
            Ok(lock) => (Some(lock), Access::Writable),
            Err(reason) => (None, Access::ReadOnly(reason)),
        };
        // The note in the lock file was written just now, by the clock of the disk.
        let locked = fs::metadata(folder.lock_file()).and_then(|found| found.modified()).ok();
        let (mut library, problems) = read_library_record(&folder)?;
        if library.schema > SCHEMA {
            lock = None;
            access = Access::ReadOnly(ReadOnlyReason::NewerLibrary { schema: library.schema });
        }
        if access.is_writable() {
            match migrate::prepare(&folder, &library, now, &Progress::default()) {
                Ok(upgraded) => library = upgraded,
                Err(error) => {
                    lock = None;
                    let reason = ReadOnlyReason::NotArchived { error: Box::new(error) };
                    access = Access::ReadOnly(reason);
                }
            }
        } else {
            migrate::upgrade_library(&mut library);
        }
        let writable = access.is_writable();
        let cached = read_summaries(&folder, weights).unwrap_or_default();
        let texts = cached.texts;
        let known = Known::from_cache(cached);
        let texts_to_come = TextIndex::without_base();
        let mut index = Index { problems, texts: texts_to_come, ..known.index.clone() };
        for problem in &mut index.problems {
            problem.action = Action::Skipped;
        }
        let work = Work {
            folder: folder.clone(),
            weights: *weights,
            known,
            texts,
            most_texts: MOST_TEXTS,
            writable,
            sweep_before: locked.filter(|_| writable),
        };
        let indexer = Indexer::spawn(work, notify)?;
        if index.counterparts.len() + index.sessions.len() <= TOO_MANY {
            indexer.wait(PATIENCE.saturating_sub(start.elapsed()));
        }
        for change in indexer.take_changes() {
            index.apply(change);
        }
        Ok(Opened { folder, library, index, indexer: Some(indexer), access, lock })
    }

    /// The lists of a library as it is: no lock, no change, whoever has it open. Waits until they are
    /// validated.
    pub fn read(path: &Path, weights: &EvidenceWeights) -> Result<Lists, StoreError> {
        let folder = LibraryFolder::new(path);
        find_library(&folder)?;
        let (mut library, problems) = read_library_record(&folder)?;
        migrate::upgrade_library(&mut library);
        let cached = read_summaries(&folder, weights).unwrap_or_default();
        let mut known = Known::from_cache(cached);
        let index = Mutex::new(Index { problems, ..known.index.clone() });
        let pass = Pass {
            folder: &folder,
            weights,
            writable: false,
            is_first: true,
            sweep_before: None,
            with_texts: false,
            as_a_whole: true,
            progress: &Progress::default(),
            report: &|changes| {
                if let Ok(mut index) = index.lock() {
                    for change in changes {
                        index.apply(change);
                    }
                }
            },
        };
        pass.run(&mut known);
        let mut index = index.into_inner().unwrap_or_default();
        for problem in &mut index.problems {
            problem.action = Action::None;
        }
        Ok(Lists { folder, library, index })
    }
}
