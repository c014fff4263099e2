//! The library folder: where everything lies, and the disk it lies on.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, RealDisk};
use super::record::RecordKey;

/// The sub-folders that hold records.
pub const RECORD_FOLDERS: [&str; 2] = ["counterparts", "sessions"];

/// A library folder. Cloning is cheap; no file is touched before it is asked for.
#[derive(Clone)]
pub struct LibraryFolder {
    path: PathBuf,
    disk: Arc<dyn Disk>,
}

impl fmt::Debug for LibraryFolder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LibraryFolder").field("path", &self.path).finish_non_exhaustive()
    }
}

impl LibraryFolder {
    pub fn new(path: &Path) -> Self {
        Self::on_disk(path, Arc::new(RealDisk))
    }

    /// A folder whose files are written through `disk`.
    pub fn on_disk(path: &Path, disk: Arc<dyn Disk>) -> Self {
        Self { path: path.to_owned(), disk }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    /// The file of a record.
    pub fn file(&self, key: RecordKey) -> PathBuf {
        self.path.join(key.file())
    }

    /// Where the earlier versions of a record are kept.
    pub fn backups(&self, key: RecordKey) -> PathBuf {
        self.path.join("backups").join(key.folder())
    }

    /// Where a removed record is kept.
    pub fn trash(&self, key: RecordKey) -> PathBuf {
        self.path.join("trash").join(key.folder())
    }

    /// Where damaged files are kept.
    pub fn quarantine(&self) -> PathBuf {
        self.path.join("quarantine")
    }

    pub fn lock_file(&self) -> PathBuf {
        self.path.join("library.lock")
    }
}
