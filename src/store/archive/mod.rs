//! Archives: the whole library as one zip file in `archives/`, made once a day and before an
//! upgrade. Any program that reads zip files can open one.
//!
//! An archive holds `library.ron`, the records, the trash, the quarantine and what sync engines
//! left beside them. It does not hold what can be made again (`.cache/`) nor what only repeats it
//! (`backups/`, other archives).

mod contents;
mod layout;
mod pack;
mod parallel;
mod recover;
mod schedule;
#[cfg(test)]
mod tests;
mod unpack;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

pub use contents::{Contents, contents};
pub use pack::create;
pub(super) use recover::{Version, is_version, newest_names, newest_readable};
pub use schedule::{daily, is_due, prune};
pub use unpack::{Verified, restore, verify};

use super::folder::LibraryFolder;
use super::stamp;

/// Why an archive was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// By the calendar, or because the user asked.
    Daily,
    /// Before records of an older version were upgraded. Kept for ever.
    BeforeMigration,
}

/// An archive that lies in `archives/`. Its name says all of it but the size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    pub path: PathBuf,
    /// When the packing began.
    pub at: Timestamp,
    pub kind: Kind,
    /// In bytes.
    pub size: u64,
}

/// The archives of a library, oldest first. They are not opened.
pub fn list(folder: &LibraryFolder) -> Vec<Archive> {
    let Ok(entries) = fs::read_dir(archives(folder)) else { return Vec::new() };
    let mut archives: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let (at, kind) = meaning_of(path.file_name()?.to_str()?)?;
            let found = fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
            Some(Archive { path, at, kind, size: found.len() })
        })
        .collect();
    archives.sort_by(|one, other| (one.at, &one.path).cmp(&(other.at, &other.path)));
    archives
}

/// Where the archives of a library lie.
fn archives(folder: &LibraryFolder) -> PathBuf {
    folder.path().join("archives")
}

const BEFORE_MIGRATION: &str = ".before-migration";

fn name_of(at: Timestamp, kind: Kind) -> String {
    let mark = match kind {
        Kind::Daily => "",
        Kind::BeforeMigration => BEFORE_MIGRATION,
    };
    format!("{}{mark}.zip", stamp::to_name(at))
}

/// A file with another name is none of ours: it is not listed, and so never deleted.
fn meaning_of(name: &str) -> Option<(Timestamp, Kind)> {
    let name = name.strip_suffix(".zip")?;
    match name.strip_suffix(BEFORE_MIGRATION) {
        Some(name) => Some((stamp::from_name(name)?, Kind::BeforeMigration)),
        None => Some((stamp::from_name(name)?, Kind::Daily)),
    }
}

/// The path of an entry as a message shows it: below the archive, like a folder.
fn inside(archive: &Path, entry: &str) -> PathBuf {
    archive.join(entry)
}
