//! Writing a whole library at once, where saving record by record would wait for the disk each time.

use std::path::Path;
use std::thread;

use super::disk::{Disk, atomic_write_on};
use super::error::StoreError;
use super::folder::{LibraryFolder, RECORD_FOLDERS};
use super::open::{Library, find_empty};
use super::record::RecordKey;
use super::ron_text::to_proven_text;
use super::save::make_folder_on;
use crate::domain::counterpart::Counterpart;
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;

impl Library {
    /// Writes a new library with its records into a folder that is missing or empty.
    ///
    /// `library.ron` comes last: a folder that is only half written is no library. The same records
    /// give the same bytes.
    pub fn write_new(
        path: &Path,
        library: &LibraryRecord,
        counterparts: &[Counterpart],
        sessions: &[Session],
    ) -> Result<(), StoreError> {
        Self::write_into(&LibraryFolder::new(path), library, counterparts, sessions)
    }

    /// [`Library::write_new`] on the folder's own disk.
    pub fn write_into(
        folder: &LibraryFolder,
        library: &LibraryRecord,
        counterparts: &[Counterpart],
        sessions: &[Session],
    ) -> Result<(), StoreError> {
        find_empty(folder.path())?;
        let written = write_all(folder, library, counterparts, sessions);
        if written.is_err() {
            // The folder was empty: what is in it now is half a library that nobody wants.
            let _ = folder.disk().remove(&folder.file(RecordKey::Library));
            for name in RECORD_FOLDERS {
                let _ = folder.disk().remove_folder(&folder.path().join(name));
            }
        }
        written
    }
}

fn write_all(
    folder: &LibraryFolder,
    library: &LibraryRecord,
    counterparts: &[Counterpart],
    sessions: &[Session],
) -> Result<(), StoreError> {
    let path = folder.path();
    let disk = folder.disk();
    make_folder_on(disk, path)?;
    for name in RECORD_FOLDERS {
        make_folder_on(disk, &path.join(name))?;
    }
    in_parallel(counterparts, |record| {
        let file = folder.file(RecordKey::Counterpart(record.id));
        put(disk, &file, &to_proven_text(&file, record)?)
    })?;
    in_parallel(sessions, |record| {
        let file = folder.file(RecordKey::Session(record.id));
        put(disk, &file, &to_proven_text(&file, record)?)
    })?;
    for name in RECORD_FOLDERS {
        let folder = path.join(name);
        disk.sync_folder(&folder).map_err(|error| StoreError::write(&folder, error))?;
    }
    let file = folder.file(RecordKey::Library);
    let text = to_proven_text(&file, library)?;
    atomic_write_on(disk, &file, text.as_bytes()).map_err(|error| StoreError::write(&file, error))
}

fn put(disk: &dyn Disk, file: &Path, text: &str) -> Result<(), StoreError> {
    let written = disk.create(file).and_then(|mut file| disk.write(&mut file, text.as_bytes()));
    written.map_err(|error| StoreError::write(file, error))
}

/// Runs `work` on every record, sharing them over several threads; the first error ends it.
fn in_parallel<T: Sync>(
    records: &[T],
    work: impl Fn(&T) -> Result<(), StoreError> + Sync,
) -> Result<(), StoreError> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = records.len().div_ceil(threads).max(16);
    let work = |records: &[T]| records.iter().try_for_each(&work);
    let work = &work;
    thread::scope(|scope| {
        let started: Vec<_> = records
            .chunks(share)
            .map(|records| {
                let handle = thread::Builder::new()
                    .name("library-writer".to_owned())
                    .spawn_scoped(scope, move || work(records));
                (records, handle)
            })
            .collect();
        started.into_iter().try_for_each(|(records, handle)| {
            // Without a thread the work is done here.
            let result = handle.ok().and_then(|handle| handle.join().ok());
            result.unwrap_or_else(|| work(records))
        })
    })
}
