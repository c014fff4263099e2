//! When an archive is made, and which old ones go.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::layout::sources;
use super::unpack::Entries;
use super::{Archive, Kind, create, list};
use crate::store::error::StoreError;
use crate::store::folder::LibraryFolder;
use crate::store::progress::Progress;

/// Some disks round the time of a change to two seconds.
const ROUNDED: SignedDuration = SignedDuration::from_secs(2);

/// How many days, weeks and months keep an archive each; every year keeps one.
const DAYS: usize = 7;
const WEEKS: usize = 5;
const MONTHS: usize = 12;

/// Makes the archive of the day if it is due, and then deletes those that are no longer needed.
/// Only the holder of the lock may call this.
pub fn daily(
    folder: &LibraryFolder,
    now: Timestamp,
    progress: &Progress,
) -> Result<Option<Archive>, StoreError> {
    if !is_due(folder, now)? {
        return Ok(None);
    }
    let made = create(folder, Kind::Daily, now, progress)?;
    prune(folder, now)?;
    Ok(Some(made))
}

/// Whether there is no archive yet of this day (in UTC) and the library has changed since the last.
pub fn is_due(folder: &LibraryFolder, now: Timestamp) -> Result<bool, StoreError> {
    // An archive from the future comes from a wrong clock and says nothing about today.
    let Some(last) = list(folder).into_iter().rfind(|archive| archive.at <= now) else {
        return Ok(true);
    };
    if day(last.at) == day(now) {
        return Ok(false);
    }
    // One that cannot be read is as good as none.
    let Ok(entries) = Entries::open(&last.path) else { return Ok(true) };
    let archived: BTreeMap<String, u64> = entries.sizes().collect();
    let sources = sources(folder.path())?;
    if sources.len() != archived.len() {
        return Ok(true);
    }
    Ok(sources.iter().any(|source| {
        let Ok(found) = fs::metadata(&source.path) else { return true };
        let modified = found.modified().ok().and_then(|time| Timestamp::try_from(time).ok());
        // A sync engine may put a file with an old time in the place of another.
        archived.get(&source.name) != Some(&found.len())
            || modified.is_none_or(|modified| modified > last.at - ROUNDED)
    }))
}

/// Deletes the archives that the scheme does not keep, and says which.
pub fn prune(folder: &LibraryFolder, now: Timestamp) -> Result<Vec<PathBuf>, StoreError> {
    let archives = list(folder);
    let made: Vec<_> = archives.iter().map(|archive| (archive.at, archive.kind)).collect();
    let mut deleted = Vec::new();
    for (archive, kept) in archives.into_iter().zip(keep(&made, now)) {
        if !kept {
            folder
                .disk()
                .remove(&archive.path)
                .map_err(|error| StoreError::write(&archive.path, error))?;
            deleted.push(archive.path);
        }
    }
    Ok(deleted)
}

/// Which archives are kept; they are given oldest first.
///
/// Days, weeks and months count only when they have an archive. So a clock that is wrong, or a
/// library that rests, takes no more away than the same number of archives would on ordinary days.
/// An archive that is later than now comes from a wrong clock: it stays and counts for nothing.
pub(super) fn keep(made: &[(Timestamp, Kind)], now: Timestamp) -> Vec<bool> {
    let mut kept: Vec<bool> =
        made.iter().map(|(at, kind)| *kind == Kind::BeforeMigration || *at > now).collect();
    let days: Vec<_> = made.iter().map(|(at, _)| day(*at)).collect();
    keep_newest(&mut kept, &days, made, now, DAYS, |day| day);
    keep_newest(&mut kept, &days, made, now, WEEKS, |day| {
        let week = day.iso_week_date();
        (week.year(), week.week())
    });
    keep_newest(&mut kept, &days, made, now, MONTHS, |day| (day.year(), day.month()));
    keep_newest(&mut kept, &days, made, now, usize::MAX, Date::year);
    kept
}

/// Keeps the newest archive of each of the last `periods`.
fn keep_newest<P: PartialEq>(
    kept: &mut [bool],
    days: &[Date],
    made: &[(Timestamp, Kind)],
    now: Timestamp,
    mut periods: usize,
    period: impl Fn(Date) -> P,
) {
    let mut last = None;
    for ((kept, day), (at, kind)) in kept.iter_mut().zip(days).zip(made).rev() {
        let this = period(*day);
        if *at > now || *kind != Kind::Daily || last.as_ref() == Some(&this) {
            continue;
        }
        if periods == 0 {
            return;
        }
        periods -= 1;
        *kept = true;
        last = Some(this);
    }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}
