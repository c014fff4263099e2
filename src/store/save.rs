//! Saving one record, and moving one to the trash.

use std::io;
use std::path::Path;

use jiff::Timestamp;

use super::backup;
use super::disk::{Disk, RealDisk, atomic_write_on, make_folders, move_to, settle};
use super::error::StoreError;
use super::folder::LibraryFolder;
use super::record::{Record, RecordKey};
use super::ron_scan::declared_schema;
use super::ron_text::to_proven_text;
use crate::domain::library::SCHEMA;

impl LibraryFolder {
    /// Replaces the file of a record as a whole, whatever it holds. When this returns, the record
    /// is on the disk.
    ///
    /// The version that it replaces goes to the backups, unless one was kept a short while ago.
    pub fn save(&self, record: &Record, now: Timestamp) -> Result<(), StoreError> {
        let key = record.key();
        let path = self.file(key);
        let text = text_of(&path, record)?;
        match self.current(key)? {
            Some(found) if found == text.as_bytes() => {
                return settle(self.disk(), &path).map_err(|error| StoreError::write(&path, error));
            }
            Some(found) => {
                refuse_newer(&path, &found)?;
                self.keep_soon(key, &found, now);
            }
            None => {}
        }
        self.replace(key, text.as_bytes())
    }

    /// What the file of a record holds; `None` when there is none.
    ///
    /// A library on a drive that was unplugged is an error: it must not come to life again
    /// somewhere else.
    pub(super) fn current(&self, key: RecordKey) -> Result<Option<Vec<u8>>, StoreError> {
        let library = self.path();
        std::fs::metadata(library).map_err(|error| StoreError::write(library, error))?;
        let path = self.file(key);
        match self.disk().read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::write(&path, error)),
        }
    }

    /// Keeps a version that is about to be replaced by a later one of the same person's work.
    pub(super) fn keep_soon(&self, key: RecordKey, bytes: &[u8], now: Timestamp) {
        // The new version matters more than the old one: a failure here is no obstacle.
        if let Err(error) = backup::keep(self, key, bytes, now) {
            tracing::warn!(%error, "no backup was kept");
        }
    }

    /// Puts `bytes` in the place of a record.
    pub(super) fn replace(&self, key: RecordKey, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.file(key);
        if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
            make_folder_on(self.disk(), folder)?;
        }
        atomic_write_on(self.disk(), &path, bytes).map_err(|error| StoreError::write(&path, error))
    }

    /// Moves the file of a record to the trash. A record that is not there is removed already.
    pub fn remove(&self, key: RecordKey, now: Timestamp) -> Result<(), StoreError> {
        let path = self.file(key);
        if key == RecordKey::Library {
            return Err(StoreError::CannotRemoveLibrary { path });
        }
        let Some(found) = self.current(key)? else {
            // An earlier attempt may have moved it without living to see it on the disk.
            let folders = [self.trash(key).join("."), path];
            let mut folders =
                folders.iter().filter_map(|path| path.parent()).filter(|path| path.is_dir());
            return folders.try_for_each(|folder| {
                self.disk().sync_folder(folder).map_err(|error| StoreError::write(folder, error))
            });
        };
        refuse_newer(&path, &found)?;
        let trash = self.trash(key);
        make_folder_on(self.disk(), &trash)?;
        let (_, to) = backup::free_place(&trash, now, ".ron");
        move_file_on(self.disk(), &path, &to)
    }
}

/// The text of a record, proven to read back as the same.
pub(super) fn text_of(path: &Path, record: &Record) -> Result<String, StoreError> {
    if record.schema() > SCHEMA {
        return Err(newer(path, record.schema()));
    }
    match record {
        Record::Library(record) => to_proven_text(path, &**record),
        Record::Counterpart(record) => to_proven_text(path, &**record),
        Record::Session(record) => to_proven_text(path, &**record),
    }
}

fn newer(path: &Path, schema: u32) -> StoreError {
    StoreError::Newer { path: path.to_owned(), schema, known: SCHEMA }
}

/// A file that a newer version of the program wrote is never replaced.
pub(super) fn refuse_newer(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    match declared_schema(&String::from_utf8_lossy(content)) {
        Some(schema) if schema > SCHEMA => Err(newer(path, schema)),
        _ => Ok(()),
    }
}

/// Makes a folder with its parents.
pub(super) fn make_folder(path: &Path) -> Result<(), StoreError> {
    make_folder_on(&RealDisk, path)
}

/// [`make_folder`] on a given disk.
pub(super) fn make_folder_on(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    make_folders(disk, path).map_err(|error| StoreError::write(path, error))
}

/// Moves a file within the library; both folders are on the disk when this returns.
pub(super) fn move_file_on(disk: &dyn Disk, from: &Path, to: &Path) -> Result<(), StoreError> {
    move_to(disk, from, to).map_err(|error| StoreError::write(from, error))
}
