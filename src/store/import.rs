//! Bringing the records of another library into this one.

use std::fs;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use jiff::Timestamp;

use super::conflict_copy::{FileKind, classify};
use super::disk::atomic_write_on;
use super::error::StoreError;
use super::folder::{LibraryFolder, RECORD_FOLDERS};
use super::progress::Progress;
use super::record::{Record, RecordKey};
use super::ron_text::to_proven_text;
use super::stamp;

/// Most of the time is spent waiting for the disk.
const THREADS: usize = 8;

/// What became of the records of the other library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    pub added: usize,
    /// Records that are in this library as they are in the other one.
    pub same: usize,
    /// Records that both libraries have, with different content. They lie beside this library's own
    /// as copies to be merged.
    pub differing: usize,
    /// Files that could not be read; they stay where they are.
    pub unreadable: usize,
    /// Whether it was stopped before the end.
    pub cancelled: bool,
}

/// Copies every counterpart and negotiation of `from` into `into`. Nothing of `into` is replaced,
/// and nothing of `from` is touched. When it is stopped or fails, what was copied stays.
///
/// # Errors
/// When `from` cannot be listed, or a record cannot be written.
pub fn import(
    from: &LibraryFolder,
    into: &LibraryFolder,
    now: Timestamp,
    progress: &Progress,
) -> Result<Imported, StoreError> {
    let keys = record_keys(from)?;
    progress.set_all(keys.len());
    let next = AtomicUsize::new(0);
    let work = || -> Result<Imported, StoreError> {
        let mut imported = Imported::default();
        while let Some(key) = keys.get(next.fetch_add(1, Ordering::Relaxed)) {
            if progress.is_cancelled() {
                imported.cancelled = true;
                break;
            }
            bring(from, into, *key, now, &mut imported).inspect_err(|_| progress.cancel())?;
            progress.add(1);
        }
        Ok(imported)
    };
    thread::scope(|scope| {
        let started: Vec<_> = (1..THREADS)
            .filter_map(|_| {
                let builder = thread::Builder::new().name("library-import".to_owned());
                builder.spawn_scoped(scope, work).ok()
            })
            .collect();
        let mut all = work();
        for handle in started {
            let Ok(part) = handle.join() else { continue };
            all = all.and_then(|all| Ok(all.with(part?)));
        }
        all
    })
}

impl Imported {
    fn with(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            same: self.same + other.same,
            differing: self.differing + other.differing,
            unreadable: self.unreadable + other.unreadable,
            cancelled: self.cancelled || other.cancelled,
        }
    }
}

fn record_keys(from: &LibraryFolder) -> Result<Vec<RecordKey>, StoreError> {
    let mut keys = Vec::new();
    for name in RECORD_FOLDERS {
        let folder = from.path().join(name);
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => return Err(StoreError::read(&folder, error)),
        };
        for entry in entries.flatten() {
            let path = std::path::Path::new(name).join(entry.file_name());
            if let FileKind::Record(key) = classify(&path) {
                keys.push(key);
            }
        }
    }
    keys.sort_unstable();
    Ok(keys)
}

fn bring(
    from: &LibraryFolder,
    into: &LibraryFolder,
    key: RecordKey,
    now: Timestamp,
    imported: &mut Imported,
) -> Result<(), StoreError> {
    let Ok(theirs) = from.load(key) else {
        imported.unreadable += 1;
        return Ok(());
    };
    let is_there = fs::symlink_metadata(into.file(key)).is_ok();
    if !is_there {
        into.save(&theirs, now)?;
        imported.added += 1;
    } else if into.load(key).is_ok_and(|mine| mine.is_same(&theirs)) {
        imported.same += 1;
    } else {
        write_beside(into, &theirs, now)?;
        imported.differing += 1;
    }
    Ok(())
}

/// Writes the record as a conflict copy of the one that is there.
fn write_beside(into: &LibraryFolder, record: &Record, now: Timestamp) -> Result<(), StoreError> {
    let name = format!("imported-{}.ron", stamp::to_name(now));
    let path = into.file(record.key()).with_extension(name);
    let text = match record {
        Record::Library(record) => to_proven_text(&path, &**record),
        Record::Counterpart(record) => to_proven_text(&path, &**record),
        Record::Session(record) => to_proven_text(&path, &**record),
    }?;
    atomic_write_on(into.disk(), &path, text.as_bytes())
        .map_err(|error| StoreError::write(&path, error))
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;
    use crate::domain::session::Session;
    use crate::store::sample::{SampleOptions, sample_records};
    use crate::store::{Library, Record};

    fn libraries() -> (TempDir, LibraryFolder, LibraryFolder, Vec<Session>) {
        let place = TempDir::new().unwrap();
        let sample = sample_records(&SampleOptions { sessions: 12, ..SampleOptions::default() });
        let (one, two) = (place.path().join("one"), place.path().join("two"));
        Library::write_new(&one, &sample.library, &sample.counterparts, &sample.sessions[..8])
            .unwrap();
        Library::write_new(&two, &sample.library, &sample.counterparts, &sample.sessions[4..])
            .unwrap();
        (place, LibraryFolder::new(&one), LibraryFolder::new(&two), sample.sessions)
    }

    #[test]
    fn new_records_are_added_and_different_ones_lie_beside() {
        let (_place, from, into, sessions) = libraries();
        let now = Timestamp::now();
        let mut changed = sessions[5].clone();
        changed.plan.goal = "Something else".to_owned();
        from.save(&Record::Session(changed.clone().into()), now).unwrap();
        fs::write(from.path().join("sessions/notes.ron"), "not a record").unwrap();
        fs::write(from.file(sessions[0].id.into()), "broken").unwrap();
        let before = fs::read(into.file(changed.id.into())).unwrap();
        let progress = Progress::default();
        let imported = import(&from, &into, now, &progress).unwrap();
        let people = Library::read_all(into.path()).unwrap().counterparts.len();
        let expected =
            Imported { added: 3, same: people + 3, differing: 1, unreadable: 1, cancelled: false };
        assert_eq!(imported, expected);
        assert_eq!(progress.state().0, progress.state().1);
        assert_eq!(fs::read(into.file(changed.id.into())).unwrap(), before);
        let copies =
            fs::read_dir(into.path().join("sessions")).unwrap().flatten().filter(|entry| {
                let path = std::path::Path::new("sessions").join(entry.file_name());
                matches!(classify(&path), FileKind::ConflictCopy(_))
            });
        assert_eq!(copies.count(), 1);
    }

    #[test]
    fn a_stopped_import_leaves_whole_records_and_says_so() {
        let (_place, from, into, _) = libraries();
        let progress = Progress::default();
        progress.cancel();
        let imported = import(&from, &into, Timestamp::now(), &progress).unwrap();
        assert!(imported.cancelled && imported.added == 0);
    }
}
