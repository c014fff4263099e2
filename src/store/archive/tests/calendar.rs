//! When an archive is due, and which old ones go.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use jiff::SignedDuration;
use jiff::civil::Date;
use proptest::prelude::*;

use super::*;
use crate::store::archive::schedule::keep;
use crate::store::archive::{daily, is_due, list, prune};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn day(at: Timestamp) -> Date {
    at.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// What is left of `made` after the scheme was applied once.
fn left(made: &[(Timestamp, Kind)], now: Timestamp) -> Vec<(Timestamp, Kind)> {
    let kept = keep(made, now);
    made.iter().zip(kept).filter(|(_, kept)| *kept).map(|(archive, _)| *archive).collect()
}

/// One archive for each of so many days, the last of them today.
fn every_day(days: i32, now: Timestamp) -> Vec<(Timestamp, Kind)> {
    (0..days).rev().map(|back| (now - DAY * back, Kind::Daily)).collect()
}

#[test]
fn three_years_of_days_leave_days_weeks_months_and_years() {
    let now = at("2026-11-23T08:00:00Z");
    let left = left(&every_day(3 * 365, now), now);
    let dates: Vec<_> = left.iter().map(|(at, _)| day(*at).to_string()).collect();
    assert_eq!(
        dates,
        [
            "2023-12-31",
            "2024-12-31",
            "2025-12-31",
            "2026-01-31",
            "2026-02-28",
            "2026-03-31",
            "2026-04-30",
            "2026-05-31",
            "2026-06-30",
            "2026-07-31",
            "2026-08-31",
            "2026-09-30",
            "2026-10-31",
            "2026-11-01",
            "2026-11-08",
            "2026-11-15",
            "2026-11-17",
            "2026-11-18",
            "2026-11-19",
            "2026-11-20",
            "2026-11-21",
            "2026-11-22",
            "2026-11-23",
        ]
    );
}

fn any_archives() -> impl Strategy<Value = Vec<(Timestamp, Kind)>> {
    let hours = prop::collection::btree_set(0..40_000_i64, 0..120);
    (hours, any::<u64>()).prop_map(|(hours, seed)| {
        let first = at("2022-01-01T00:30:00Z");
        hours
            .into_iter()
            .map(|hour| {
                let before = (seed >> (hour % 64)).trailing_zeros() >= 4;
                let kind = if before { Kind::BeforeMigration } else { Kind::Daily };
                (first + SignedDuration::from_hours(hour), kind)
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn the_newest_those_before_an_upgrade_and_those_of_the_future_stay(
        made in any_archives(), hour in 0..40_000_i64
    ) {
        let now = at("2022-01-01T01:00:00Z") + SignedDuration::from_hours(hour);
        let left = left(&made, now);
        for archive in &made {
            let (at, kind) = *archive;
            if at > now || kind == Kind::BeforeMigration {
                prop_assert!(left.contains(archive));
            }
        }
        let newest = made.iter().rfind(|(at, kind)| *at <= now && *kind == Kind::Daily);
        prop_assert!(newest.is_none_or(|newest| left.contains(newest)));
        prop_assert!(newest.is_none() || !left.is_empty());
    }

    #[test]
    fn every_day_week_month_and_year_that_is_promised_has_its_newest(made in any_archives()) {
        let now = at("2027-01-01T00:00:00Z");
        let daily: Vec<_> =
            made.iter().filter(|(_, kind)| *kind == Kind::Daily).map(|(at, _)| *at).collect();
        let left: BTreeSet<_> = left(&made, now).into_iter().map(|(at, _)| at).collect();
        for at in &daily {
            let newer = |same: fn(Date) -> (i16, i16)| {
                daily.iter().any(|other| other > at && same(day(*other)) == same(day(*at)))
            };
            let age = now.duration_since(*at);
            let last_of_day = newer(|date| (date.year(), date.day_of_year()));
            let last_of_week = newer(|date| {
                (date.iso_week_date().year(), date.iso_week_date().week().into())
            });
            let last_of_month = newer(|date| (date.year(), date.month().into()));
            let last_of_year = newer(|date| (date.year(), 0));
            let promised = (age < DAY * 7 && !last_of_day)
                || (age < DAY * 28 && !last_of_week)
                || (age < DAY * 330 && !last_of_month)
                || !last_of_year;
            prop_assert!(!promised || left.contains(at), "{at} is gone");
        }
    }

    #[test]
    fn the_number_of_archives_is_bounded(made in any_archives()) {
        let left = left(&made, at("2027-01-01T00:00:00Z"));
        let daily = left.iter().filter(|(_, kind)| *kind == Kind::Daily);
        // Five years are in the range of the archives.
        prop_assert!(daily.count() <= 7 + 5 + 12 + 5);
    }

    #[test]
    fn thinning_day_by_day_gives_what_thinning_at_once_gives(made in any_archives()) {
        let made: Vec<_> = made.into_iter().filter(|(_, kind)| *kind == Kind::Daily).collect();
        let mut days = Vec::new();
        for archive in &made {
            days.push(*archive);
            days = left(&days, archive.0);
        }
        prop_assert_eq!(days, left(&made, at("2027-01-01T00:00:00Z")));
    }

    #[test]
    fn thinning_again_takes_nothing_more(made in any_archives(), hour in 0..40_000_i64) {
        let now = at("2022-01-01T01:00:00Z") + SignedDuration::from_hours(hour);
        let once = left(&made, now);
        prop_assert_eq!(left(&once, now), once);
    }

    #[test]
    fn a_clock_that_runs_wrong_takes_no_more_than_as_many_ordinary_days(
        wrong_days in 1..20_i32, years in 1..30_i64
    ) {
        let now = at("2026-11-23T08:00:00Z");
        let mut archives = left(&every_day(400, now), now);
        let good = archives.clone();
        // The clock jumps, archives are made, and it is put right again.
        for wrong in 0..wrong_days {
            let then = now + DAY * i32::try_from(365 * years).unwrap() + DAY * wrong;
            archives.push((then, Kind::Daily));
            archives = left(&archives, then);
        }
        let mut ordinary = good.clone();
        for later in 1..=wrong_days {
            ordinary.push((now + DAY * later, Kind::Daily));
            ordinary = left(&ordinary, now + DAY * later);
        }
        let survivors = |archives: &[(Timestamp, Kind)]| {
            good.iter().filter(|archive| archives.contains(archive)).count()
        };
        // A jump ends a week and a month early.
        prop_assert!(survivors(&archives) + 2 >= survivors(&ordinary));
        prop_assert!(archives.contains(good.last().unwrap()), "the last good one stays");
        let back = left(&archives, now + DAY);
        prop_assert!(archives.iter().all(|archive| back.contains(archive)));
    }
}

/// Gives every file of the library this time of change.
fn touch_all(sample: &Sample, at: Timestamp) {
    for (name, _) in files(sample.path()) {
        touch(&sample.path().join(name), at);
    }
}

fn touch(path: &Path, at: Timestamp) {
    let seconds = u64::try_from(at.as_second()).unwrap();
    let time = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

#[test]
fn an_archive_is_due_once_a_day_and_only_after_a_change() {
    let sample = Sample::new(3);
    touch_all(&sample, at("2026-11-20T08:00:00Z"));
    let due = |now: &str| is_due(&sample.folder, at(now)).unwrap();
    assert!(due("2026-11-23T08:00:00Z"), "there is none");
    sample.archive("2026-11-23T08:00:00Z");
    assert!(!due("2026-11-23T23:00:00Z"), "one a day");
    assert!(!due("2026-11-24T08:00:00Z"), "nothing has changed");
    let file = sample.path().join("sessions/损坏.ron");
    touch(&file, at("2026-11-23T09:00:00Z"));
    assert!(!due("2026-11-23T23:00:00Z"));
    assert!(due("2026-11-24T08:00:00Z"), "a newer file");
    touch(&file, at("2026-11-20T09:00:00Z"));
    let content = fs::read(&file).unwrap();
    fs::write(&file, "longer than it was before, with the time of a sync engine").unwrap();
    touch(&file, at("2026-11-20T09:00:00Z"));
    assert!(due("2026-11-24T08:00:00Z"), "another size");
    fs::write(&file, content).unwrap();
    touch(&file, at("2026-11-20T09:00:00Z"));
    assert!(!due("2026-11-24T08:00:00Z"));
    // A move to the trash leaves the time and the number of files as they are.
    let trash = sample.path().join("trash/sessions/b");
    fs::create_dir_all(&trash).unwrap();
    fs::rename(&file, trash.join("20261123T081500.250Z.ron")).unwrap();
    assert!(due("2026-11-24T08:00:00Z"), "a record was removed");
}

#[test]
fn an_archive_from_the_future_does_not_keep_today_from_having_one() {
    let sample = Sample::new(1);
    touch_all(&sample, at("2026-11-20T08:00:00Z"));
    sample.archive("2036-11-23T08:00:00Z");
    let now = at("2026-11-23T08:00:00Z");
    let made = daily(&sample.folder, now, &Progress::default()).unwrap().unwrap();
    assert_eq!(made.at, now);
    assert_eq!(daily(&sample.folder, now, &Progress::default()).unwrap(), None);
    assert_eq!(list(&sample.folder).len(), 2);
}

#[test]
fn a_damaged_last_archive_is_as_good_as_none() {
    let sample = Sample::new(1);
    touch_all(&sample, at("2026-11-20T08:00:00Z"));
    let made = sample.archive("2026-11-23T08:00:00Z");
    let now = at("2026-11-24T08:00:00Z");
    assert!(!is_due(&sample.folder, now).unwrap());
    let bytes = fs::read(&made.path).unwrap();
    fs::write(&made.path, &bytes[..bytes.len() / 2]).unwrap();
    assert!(is_due(&sample.folder, now).unwrap());
}

#[test]
fn files_with_other_names_are_not_deleted() {
    let sample = Sample::new(1);
    let archives = sample.path().join("archives");
    for back in 0..30 {
        let stamp = crate::store::stamp::to_name(at("2026-11-23T08:00:00Z") - DAY * back);
        put(&archives.join(format!("{stamp}.zip")), b"PK");
        put(&archives.join(format!("{stamp} of the boss.zip")), b"PK");
    }
    let deleted = prune(&sample.folder, at("2026-11-23T09:00:00Z")).unwrap();
    assert_eq!(list(&sample.folder).len() + deleted.len(), 30);
    assert!(!deleted.is_empty());
    assert_eq!(files(&archives).len(), 60 - deleted.len());
}
