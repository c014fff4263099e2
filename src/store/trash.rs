//! What was removed, and the ways out of the trash: back into the library, or gone for good.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::backup::{free_place, stamped_files};
use super::decode::decode;
use super::disk::settle;
use super::error::StoreError;
use super::folder::{LibraryFolder, RECORD_FOLDERS};
use super::history::{self, Version, sized};
use super::record::{Record, RecordKey};
use super::save::{make_folder_on, move_file_on};

/// What the names of copies that were put aside end in, behind the time.
const COPY_ENDING: &str = ".copy.ron";

/// One removed record: what it was when it was removed at the time `at`.
pub type Trashed = Version;

/// Everything in the trash, the last removed first. Nothing is parsed.
///
/// A record that was removed, brought back by a new save and removed again is there twice.
pub fn list(folder: &LibraryFolder) -> Vec<Trashed> {
    let mut trashed: Vec<_> = RECORD_FOLDERS
        .iter()
        .flat_map(|name| {
            let entries = fs::read_dir(folder.path().join("trash").join(name)).ok();
            entries.into_iter().flatten().flatten()
        })
        .filter_map(|entry| {
            let path = entry.path();
            let key = key_of(&path)?;
            Some(sized(key, stamped_files(&path)))
        })
        .flatten()
        .collect();
    trashed.sort_by(|a, b| b.at.cmp(&a.at).then(a.key.cmp(&b.key)));
    trashed
}

/// Reads a record without taking it out of the trash.
pub fn read(folder: &LibraryFolder, trashed: &Trashed) -> Result<Record, StoreError> {
    history::read(folder, trashed)
}

/// The key of a record's own folder in the trash, for example `trash/sessions/ID`.
fn key_of(path: &Path) -> Option<RecordKey> {
    let id = path.file_name()?.to_str()?;
    match path.parent()?.file_name()?.to_str()? {
        "counterparts" => id.parse().ok().map(RecordKey::Counterpart),
        "sessions" => id.parse().ok().map(RecordKey::Session),
        _ => None,
    }
}

impl LibraryFolder {
    /// Moves the newest readable version from the trash back to its place. A record that is there
    /// already is not touched: it is what was asked for, or somebody's newer work.
    pub fn restore(&self, key: RecordKey) -> Result<Record, StoreError> {
        let path = self.file(key);
        if let Some(found) = self.current(key)? {
            // An earlier attempt may have moved it without living to see it on the disk.
            settle(self.disk(), &path).map_err(|error| StoreError::write(&path, error))?;
            return decode(&path, key, &found);
        }
        let trash = self.trash(key);
        let mut failure = StoreError::read(&trash, io::ErrorKind::NotFound.into());
        for version in sized(key, stamped_files(&trash)).collect::<Vec<_>>().into_iter().rev() {
            match history::read(self, &version) {
                Ok(record) => {
                    if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
                        make_folder_on(self.disk(), folder)?;
                    }
                    move_file_on(self.disk(), &version.path, &path)?;
                    return Ok(record);
                }
                // A disk that fails now may read it later; an older version is no replacement.
                Err(error @ StoreError::Read { .. }) => return Err(error),
                Err(error) => failure = error,
            }
        }
        Err(failure)
    }

    /// Moves a second file of a record, such as a conflict copy that was merged, to the trash of the
    /// record, and says where it is now. It is no removed version: it is neither listed nor restored.
    pub fn put_aside(
        &self,
        file: &Path,
        key: RecordKey,
        now: Timestamp,
    ) -> Result<PathBuf, StoreError> {
        let trash = self.trash(key);
        make_folder_on(self.disk(), &trash)?;
        let (_, to) = free_place(&trash, now, COPY_ENDING);
        move_file_on(self.disk(), file, &to)?;
        Ok(to)
    }

    /// Deletes a removed record for good: from the trash, with its versions and with what lies of
    /// it in the quarantine. Of a record that is in the library only the trash goes.
    ///
    /// Archives of the library made before keep it; they are not changed.
    pub fn erase(&self, key: RecordKey) -> Result<(), StoreError> {
        let is_there = self.current(key)?.is_some();
        self.delete_folder(&self.trash(key))?;
        if is_there {
            return Ok(());
        }
        self.delete_folder(&self.backups(key))?;
        let name = key.file();
        let name = name.file_stem().unwrap_or_default().to_string_lossy().into_owned() + ".";
        let Ok(entries) = fs::read_dir(self.quarantine()) else { return Ok(()) };
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(&name) {
                let path = entry.path();
                self.disk().remove(&path).map_err(|error| StoreError::write(&path, error))?;
            }
        }
        Ok(())
    }

    fn delete_folder(&self, path: &Path) -> Result<(), StoreError> {
        let failed = |error| StoreError::write(path, error);
        match self.disk().remove_folder(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(failed(error)),
            // Also when it was gone: an earlier attempt may not have seen it on the disk.
            _ => match path.parent().filter(|parent| parent.is_dir()) {
                Some(parent) => self.disk().sync_folder(parent).map_err(failed),
                None => Ok(()),
            },
        }
    }
}
