//! Backups of the whole library: the daily one, one at will, and the way back from one.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use crate::i18n::{Arg, Messages};
use crate::store::archive::{self, Archive, Kind};
use crate::store::error::StoreError;
use crate::store::{LibraryFolder, Progress};

/// The backups of the open library.
#[derive(Debug, Default)]
pub struct Archives {
    /// Oldest first; `None` until a thread has looked.
    pub kept: Option<Vec<Archive>>,
    /// The one that is being made.
    pub making: Option<Making>,
    /// Why the last attempt failed.
    pub failure: Option<StoreError>,
    /// A thread looks what is kept.
    pub(super) is_looking: bool,
    /// The day (in UTC, as the backups count) of the last automatic attempt.
    pub(super) tried_on: Option<Date>,
    /// The user was told that it fails.
    pub(super) is_failure_told: bool,
}

#[derive(Debug)]
pub struct Making {
    pub progress: Progress,
    /// The user asked for it.
    pub by_hand: bool,
}

/// A backup as the list to choose from shows it.
#[derive(Debug, Clone)]
pub struct Found {
    pub archive: Archive,
    /// People and negotiations in it; `None` for one that cannot be read.
    pub contents: Option<(usize, usize)>,
}

/// Restoring a backup into a folder of its own.
#[derive(Debug, Default)]
pub struct Restoring {
    /// The library whose backups these are.
    pub library: PathBuf,
    /// Newest first; `None` until a thread has looked.
    pub found: Option<Vec<Found>>,
    /// The backup that is being unpacked.
    pub running: Option<Progress>,
    pub failure: Option<StoreError>,
    /// The library that came of it.
    pub done: Option<PathBuf>,
}

/// What a thread found out.
#[derive(Debug)]
pub enum ArchiveReport {
    Listed(Vec<Archive>),
    /// The attempt to make one; without an archive none was due.
    Made {
        result: Result<Option<Archive>, StoreError>,
        kept: Vec<Archive>,
    },
    /// The backups of a library with what is in them.
    Found(Vec<Found>),
    Restored {
        into: PathBuf,
        result: Result<(), StoreError>,
    },
}

impl Archives {
    /// Whether the backup of this day is still to be tried. Notes that it is.
    pub(super) fn begin_daily(&mut self, now: Timestamp) -> bool {
        let today = day(now);
        if self.tried_on == Some(today) || self.making.is_some() {
            return false;
        }
        self.tried_on = Some(today);
        true
    }

    /// Stops what is being made, at the next safe place.
    pub(super) fn stop(&self) {
        if let Some(making) = &self.making {
            making.progress.cancel();
        }
    }
}

impl Drop for Archives {
    /// The library is closed: nobody waits for its backup.
    fn drop(&mut self) {
        self.stop();
    }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// Makes a backup: the daily one if it is due, or one because the user asked. For a thread.
pub(super) fn make(
    folder: &LibraryFolder,
    by_hand: bool,
    now: Timestamp,
    progress: &Progress,
) -> ArchiveReport {
    let result = if by_hand {
        // Nothing older goes for it: it may be made because something has gone wrong since.
        archive::create(folder, Kind::Daily, now, progress).map(Some)
    } else {
        archive::daily(folder, now, progress)
    };
    ArchiveReport::Made { result, kept: archive::list(folder) }
}

/// Lists the backups of a library with what is in them, newest first. For a thread.
pub(super) fn find(library: &Path) -> ArchiveReport {
    let archives = archive::list(&LibraryFolder::new(library)).into_iter().rev();
    let found = archives.map(|archive| {
        let contents = archive::contents(&archive.path)
            .inspect_err(|error| tracing::warn!(%error, "a backup cannot be read"))
            .ok()
            .map(|contents| (contents.counterparts, contents.sessions));
        Found { archive, contents }
    });
    ArchiveReport::Found(found.collect())
}

/// The folder that is proposed for a restored backup: beside the library, with the day.
pub fn proposed_folder(library: &Path, archive: &Archive) -> PathBuf {
    let name = library.file_name().unwrap_or_default().to_string_lossy().into_owned();
    library.with_file_name(format!("{name} {}", day(archive.at)).trim())
}

/// A number of bytes in a unit that fits: "4.2 MB".
pub fn size(messages: &Messages, bytes: u64) -> String {
    let units = ["size-bytes", "size-kb", "size-mb", "size-gb"];
    let mut unit = 0;
    let mut number = Decimal::from(bytes);
    let thousand = Decimal::ONE_THOUSAND;
    while number >= thousand && unit + 1 < units.len() {
        number /= thousand;
        unit += 1;
    }
    let places = u32::from(unit > 0 && number < Decimal::TEN);
    let number = messages.number(number.round_dp(places));
    let id = units.get(unit).copied().unwrap_or_default();
    messages.with(id, &[("number", Arg::from(number))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn sizes_read_as_people_write_them() {
        let messages = Messages::new(Language::English);
        for (bytes, shown) in [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (1_250, "1.2 KB"),
            (45_600, "46 KB"),
            (4_210_000, "4.2 MB"),
            (7_000_000_000_000, "7,000 GB"),
        ] {
            assert_eq!(size(&messages, bytes), shown);
        }
        assert!(messages.missing().is_empty());
    }

    #[test]
    fn the_daily_backup_is_tried_once_a_day() {
        let mut archives = Archives::default();
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert!(archives.begin_daily(at("2026-11-23T09:00:00Z")));
        assert!(!archives.begin_daily(at("2026-11-23T17:00:00Z")));
        assert!(archives.begin_daily(at("2026-11-24T08:00:00Z")));
    }

    #[test]
    fn a_restored_backup_is_proposed_beside_its_library() {
        let archive = Archive {
            path: PathBuf::new(),
            at: "2026-11-20T09:00:00Z".parse().unwrap(),
            kind: Kind::Daily,
            size: 1,
        };
        let proposed = proposed_folder(Path::new("/home/me/Deals"), &archive);
        assert_eq!(proposed, Path::new("/home/me/Deals 2026-11-20"));
    }
}
