//! Keeping the versions that a save replaces, close together for recent ones and further apart the
//! older they are.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::disk::{make_folders, write_copy};
use super::folder::LibraryFolder;
use super::record::RecordKey;
use super::stamp;

/// A record keeps at most this many earlier versions.
pub const MAX_BACKUPS: usize = 40;

/// Autosave runs at every pause of the typing; a version is kept only after this time.
pub const BACKUP_INTERVAL: SignedDuration = SignedDuration::from_mins(10);

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// The earlier versions of a record with the time when they were kept, oldest first.
pub fn list(folder: &LibraryFolder, key: RecordKey) -> Vec<(Timestamp, PathBuf)> {
    stamped_files(&folder.backups(key))
}

/// The files `TIMESTAMP.ron` of a folder, oldest first.
pub(super) fn stamped_files(folder: &Path) -> Vec<(Timestamp, PathBuf)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut versions: Vec<_> = entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let at = stamp::from_name(path.file_name()?.to_str()?.strip_suffix(".ron")?)?;
            Some((at, path))
        })
        .collect();
    versions.sort();
    versions
}

/// A file name for `now` with this ending that is not taken; a moment later if it is.
pub(super) fn free_place(folder: &Path, now: Timestamp, ending: &str) -> (Timestamp, PathBuf) {
    let mut at = now;
    loop {
        let path = folder.join(format!("{}{ending}", stamp::to_name(at)));
        let later = at.checked_add(SignedDuration::from_millis(1));
        match later {
            Ok(later) if path.exists() => at = later,
            _ => return (at, path),
        }
    }
}

/// Keeps `previous`, the content that is about to be replaced, unless the last version is recent.
pub(super) fn keep(
    folder: &LibraryFolder,
    key: RecordKey,
    previous: &[u8],
    now: Timestamp,
) -> io::Result<()> {
    // A version from the future comes from a wrong clock and says nothing about the interval.
    let versions = list(folder, key);
    let newest = versions.iter().map(|(at, _)| *at).filter(|at| *at <= now).max();
    if newest.is_some_and(|newest| now.duration_since(newest) < BACKUP_INTERVAL) {
        return Ok(());
    }
    keep_always(folder, key, previous, now)
}

/// Keeps `previous` however recent the last version is: another program wrote it.
pub(super) fn keep_always(
    folder: &LibraryFolder,
    key: RecordKey,
    previous: &[u8],
    now: Timestamp,
) -> io::Result<()> {
    let target = folder.backups(key);
    make_folders(folder.disk(), &target)?;
    let (at, path) = free_place(&target, now, ".ron");
    write_copy(folder.disk(), folder.path(), &folder.file(key), &path, previous)?;
    let versions = list(folder, key);
    let times: Vec<_> = versions.iter().map(|(at, _)| *at).collect();
    for surplus in surplus(&times, at) {
        for (_, old) in versions.iter().filter(|(at, _)| *at == surplus) {
            // The version is kept, which is what was asked; the next one thins again.
            if let Err(error) = folder.disk().remove(old) {
                tracing::warn!(%error, "an old version was not deleted");
            }
        }
    }
    Ok(())
}

/// Which of the versions kept at `times` (sorted) may go when `now` is the time of the last.
///
/// Of the last hour all stay, then one for three hours of a day, one for a day of two weeks, and
/// one for a week. Whatever is still above [`MAX_BACKUPS`] goes where the versions stand closest
/// for their age, so that the distances grow with the years. The first version and the newest are
/// never among them.
pub fn surplus(times: &[Timestamp], now: Timestamp) -> Vec<Timestamp> {
    let age = |at: &Timestamp| now.duration_since(*at).as_secs();
    let mut kept: Vec<Timestamp> = Vec::with_capacity(times.len());
    let mut gone = Vec::new();
    // From the newest to the oldest: of each period the last version stays.
    for (index, at) in times.iter().enumerate().rev() {
        let period = |at: &Timestamp| {
            let length = match age(at) {
                age if age <= HOUR => return None,
                age if age <= DAY => 3 * HOUR,
                age if age <= 14 * DAY => DAY,
                _ => 7 * DAY,
            };
            Some((length, at.as_second().div_euclid(length)))
        };
        let is_surplus = period(at).is_some() && kept.last().map(period) == Some(period(at));
        if is_surplus && index > 0 {
            gone.push(*at);
        } else {
            kept.push(*at);
        }
    }
    while kept.len() > MAX_BACKUPS {
        let newest_real = kept.iter().position(|at| *at <= now);
        let closeness = |index: usize| -> Option<i64> {
            let (later, at, earlier) =
                (kept.get(index - 1)?, kept.get(index)?, kept.get(index + 1)?);
            let gap = later.duration_since(*earlier).as_secs();
            // In thousandths of the age, which counts as an hour at least.
            Some(gap.saturating_mul(1000) / age(at).max(HOUR))
        };
        let closest = (1..kept.len().saturating_sub(1))
            .filter(|index| Some(*index) != newest_real)
            .min_by_key(|index| closeness(*index));
        let Some(closest) = closest else { break };
        gone.push(kept.remove(closest));
    }
    gone
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).expect("a timestamp")
    }

    /// Keeps a version at each of the times, as saves do, and returns what is left of them.
    fn keep_all(seconds: impl IntoIterator<Item = i64>) -> Vec<Timestamp> {
        let mut kept = Vec::new();
        for now in seconds.into_iter().map(at) {
            kept.push(now);
            kept.sort();
            let gone = surplus(&kept, now);
            kept.retain(|at| !gone.contains(at));
        }
        kept
    }

    proptest! {
        #[test]
        fn the_first_and_the_newest_version_stay_and_the_number_is_bounded(
            gaps in prop::collection::vec(
                prop_oneof![
                    600_i64..1200,
                    3_000_i64..20_000,
                    50_000_i64..400_000,
                    1_000_000_i64..9_000_000
                ],
                1..300,
            ),
        ) {
            let mut now = 0;
            let seconds: Vec<_> = gaps.iter().map(|gap| { now += gap; now }).collect();
            let kept = keep_all(seconds.iter().copied());
            prop_assert!(kept.len() <= MAX_BACKUPS, "{}", kept.len());
            prop_assert_eq!(kept.first().copied(), seconds.first().map(|first| at(*first)));
            prop_assert_eq!(kept.last().copied(), seconds.last().map(|last| at(*last)));
            let of_last_hour = seconds.iter().filter(|second| now - **second <= HOUR);
            prop_assert!(of_last_hour.map(|second| at(*second)).all(|at| kept.contains(&at)));
        }

        #[test]
        fn times_in_any_order_and_from_the_future_do_no_harm(
            seconds in prop::collection::vec(-400_000_000_i64..400_000_000, 0..200),
            now in -400_000_000_i64..400_000_000,
        ) {
            let mut times: Vec<_> = seconds.into_iter().chain([now]).map(at).collect();
            times.sort();
            times.dedup();
            let gone = surplus(&times, at(now));
            prop_assert!(times.len() - gone.len() <= MAX_BACKUPS);
            prop_assert!(!gone.contains(&at(now)));
            prop_assert!(!gone.contains(&times[0]));
            prop_assert!(times.last().is_none_or(|last| !gone.contains(last)));
        }
    }

    #[test]
    fn years_of_daily_work_leave_versions_from_every_age() {
        // Six versions an hour apart on each day of five years.
        let days = 5 * 365;
        let kept =
            keep_all((0..days).flat_map(|day| (0..6).map(move |hour| day * DAY + hour * HOUR)));
        let now = at((days - 1) * DAY + 5 * HOUR);
        let between = |from: i64, to: i64| {
            let age =
                |at: &&Timestamp| (from..to).contains(&(now.duration_since(**at).as_secs() / DAY));
            kept.iter().filter(age).count()
        };
        assert!(between(0, 1) >= 2, "today");
        assert!(between(1, 8) >= 5, "this week");
        assert!(between(14, 60) >= 4, "these weeks");
        assert!(between(60, 365) >= 5, "this year");
        assert!(between(365, 2 * 365) >= 1 && between(2 * 365, 4 * 365) >= 1, "years ago");
    }
}
