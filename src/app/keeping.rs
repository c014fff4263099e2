//! What is kept of the library beside its records: earlier versions, the trash, backups.

use std::path::PathBuf;

use super::archives::{ArchiveReport, Archives, Restoring};
use super::history::{History, Past};
use super::trash_view::{TrashEntry, TrashView};
use crate::store::merge::FieldPath;
use crate::store::record::{Record, RecordKey};

/// What the windows over the page show of it.
#[derive(Debug, Default)]
pub struct Keeping {
    /// The library that all of it is about.
    pub(super) library: Option<PathBuf>,
    pub history: Option<History>,
    pub trash: Option<TrashView>,
    pub archives: Archives,
    /// A backup that is being unpacked, or was.
    pub restoring: Option<Restoring>,
}

/// What a view can ask for.
#[derive(Debug, Clone)]
pub enum KeepingAction {
    ShowVersions(RecordKey),
    /// Chooses one of the listed versions.
    ChooseVersion(usize),
    /// Puts the chosen version in the place of the record.
    RestoreVersion,
    /// Takes one field from the chosen version; the name is for the message.
    RestoreField {
        path: FieldPath,
        name: String,
    },
    ShowTrash,
    /// Restores records from the trash that is listed.
    RestoreTrashed(Vec<RecordKey>),
    /// Deletes removed records for good.
    Erase(Vec<RecordKey>),
    BackUp,
    StopBackup,
    /// Lists the backups of the library in this folder, to restore one.
    ShowBackups(PathBuf),
    RestoreBackup {
        archive: PathBuf,
        into: PathBuf,
    },
    StopRestoring,
}

/// What a thread found out.
#[derive(Debug)]
pub enum KeepingReport {
    Versions {
        library: PathBuf,
        now: Record,
        versions: Vec<Past>,
    },
    /// More of the trash; `serial` tells one reading from the next.
    Trash {
        library: PathBuf,
        serial: u64,
        entries: Vec<TrashEntry>,
        done: bool,
    },
    Archives {
        library: PathBuf,
        report: ArchiveReport,
    },
}
