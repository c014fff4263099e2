//! Saving one record, and moving one to the trash.

use std::fs;
use std::io;
use std::path::Path;

use jiff::Timestamp;

use super::backup;
use super::disk::{atomic_write_on, sync_folder};
use super::error::StoreError;
use super::folder::LibraryFolder;
use super::record::{Record, RecordKey};
use super::ron_scan::declared_schema;
use super::ron_text::to_proven_text;
use super::stamp;
use crate::domain::library::SCHEMA;

impl LibraryFolder {
    /// Replaces the file of a record as a whole. When this returns, the record is on the disk.
    ///
    /// The version that it replaces goes to the backups, unless one was kept a short while ago.
    pub fn save(&self, record: &Record, now: Timestamp) -> Result<(), StoreError> {
        let key = record.key();
        let path = self.file(key);
        if record.schema() > SCHEMA {
            return Err(newer(&path, record.schema()));
        }
        let text = match record {
            Record::Library(record) => to_proven_text(&path, &**record),
            Record::Counterpart(record) => to_proven_text(&path, &**record),
            Record::Session(record) => to_proven_text(&path, &**record),
        }?;
        self.find()?;
        match fs::read(&path) {
            Ok(previous) if previous == text.as_bytes() => return Ok(()),
            Ok(previous) => {
                refuse_newer(&path, &previous)?;
                // The new version matters more than the old one: a failure here is no obstacle.
                if let Err(error) = backup::keep(self, key, &previous, now) {
                    tracing::warn!(file = %path.display(), %error, "no backup was kept");
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if let Some(folder) = path.parent().filter(|folder| !folder.exists()) {
                    make_folder(folder)?;
                }
            }
            Err(error) => return Err(StoreError::write(&path, error)),
        }
        atomic_write_on(self.disk(), &path, text.as_bytes())
            .map_err(|error| StoreError::write(&path, error))
    }

    /// A library on a drive that was unplugged must not come to life again somewhere else.
    fn find(&self) -> Result<(), StoreError> {
        fs::metadata(self.path()).map_err(|error| StoreError::write(self.path(), error))?;
        Ok(())
    }

    /// Moves the file of a record to the trash. A record that is not there is removed already.
    pub fn remove(&self, key: RecordKey, now: Timestamp) -> Result<(), StoreError> {
        let path = self.file(key);
        if key == RecordKey::Library {
            return Err(StoreError::CannotRemoveLibrary { path });
        }
        self.find()?;
        match fs::read(&path) {
            Ok(content) => refuse_newer(&path, &content)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(StoreError::read(&path, error)),
        }
        let trash = self.trash(key);
        make_folder(&trash)?;
        move_file(&path, &trash.join(format!("{}.ron", stamp::to_name(now))))
    }
}

fn newer(path: &Path, schema: u32) -> StoreError {
    StoreError::Newer { path: path.to_owned(), schema, known: SCHEMA }
}

/// A file that a newer version of the program wrote is never replaced.
fn refuse_newer(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    match declared_schema(&String::from_utf8_lossy(content)) {
        Some(schema) if schema > SCHEMA => Err(newer(path, schema)),
        _ => Ok(()),
    }
}

/// Makes a folder with its parents.
pub(super) fn make_folder(path: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(path).map_err(|error| StoreError::write(path, error))?;
    // The parent of a bare name is the working folder, written as nothing.
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    sync_folder(parent.unwrap_or(Path::new("."))).map_err(|error| StoreError::write(path, error))
}

/// Moves a file within the library; both folders are on the disk when this returns.
pub(super) fn move_file(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::rename(from, to).map_err(|error| StoreError::write(from, error))?;
    for folder in [to.parent(), from.parent()].into_iter().flatten() {
        sync_folder(folder).map_err(|error| StoreError::write(folder, error))?;
    }
    Ok(())
}
