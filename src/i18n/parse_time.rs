//! Reading times as people type them, in either language, alone or after a day.

use jiff::civil::{Date, DateTime, Time};

use super::parse_date::{digits, parse_date, plain};

/// A time of day: "14:05", "9 am", "2:30pm", "14点", "下午2点半".
pub fn parse_time(text: &str) -> Option<Time> {
    let text = plain(text);
    let mut rest = text.trim();
    let mut afternoon = None;
    for (word, is_afternoon) in
        [("上午", false), ("早上", false), ("中午", true), ("下午", true), ("晚上", true)]
    {
        if let Some(after) = rest.strip_prefix(word) {
            (rest, afternoon) = (after.trim_start(), Some(is_afternoon));
        }
    }
    for (word, is_afternoon) in [("am", false), ("a.m.", false), ("pm", true), ("p.m.", true)] {
        if let Some(before) = rest.strip_suffix(word) {
            if afternoon.is_some() {
                return None;
            }
            (rest, afternoon) = (before.trim_end(), Some(is_afternoon));
        }
    }
    let (hour, minute) = hour_and_minute(rest, afternoon.is_some())?;
    let hour = match (afternoon, hour) {
        (None, hour) => hour,
        (Some(false), 12) => 0,
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 0..=11) | (Some(true), 12..=23) => hour,
        _ => return None,
    };
    Time::new(hour, minute, 0, 0).ok()
}

/// A day and a time in this order: "15 Jun 14:05", "2026-06-15T09:30", "明天下午2点".
/// A time alone is a time today.
pub fn parse_date_time(text: &str, today: Date) -> Option<DateTime> {
    let text = plain(text);
    let text = text.trim();
    if let Some(time) = parse_time(text) {
        return Some(today.to_datetime(time));
    }
    let splits: Vec<usize> = text.char_indices().map(|(index, _)| index).skip(1).collect();
    splits.into_iter().rev().find_map(|index| {
        let (left, right) = text.split_at(index);
        let right = match right.strip_prefix([' ', 't', ',']) {
            Some(after) => after,
            // Digits that run together cannot be told apart.
            None if left.ends_with(|last: char| last.is_ascii()) => return None,
            None => right,
        };
        let date = parse_date(left.trim_end_matches([',', ' ']), today)?;
        Some(date.to_datetime(parse_time(right)?))
    })
}

fn hour_and_minute(text: &str, bare_hour: bool) -> Option<(i8, i8)> {
    if let Some((hour, minute)) = text.split_once(':') {
        return (minute.len() == 2).then_some((digits(hour)?, digits(minute)?));
    }
    if let Some((hour, minute)) = text.split_once('点') {
        let minute = match minute.trim().trim_end_matches('分') {
            "" | "整" => 0,
            "半" => 30,
            "一刻" => 15,
            "三刻" => 45,
            minute => digits(minute)?,
        };
        return Some((digits(hour.trim())?, minute));
    }
    if bare_hour { Some((digits(text)?, 0)) } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::messages::Messages;
    use super::*;
    use jiff::civil::{date, time};
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 6, 10);

    #[test]
    fn times_are_read_as_people_type_them() {
        for (text, hour, minute) in [
            ("14:05", 14, 5),
            ("9:30", 9, 30),
            ("１４：０５", 14, 5),
            ("2pm", 14, 0),
            ("2:30 PM", 14, 30),
            ("12 am", 0, 0),
            ("12pm", 12, 0),
            ("14点", 14, 0),
            ("下午2点半", 14, 30),
            ("上午9点05分", 9, 5),
            ("晚上8:15", 20, 15),
        ] {
            assert_eq!(parse_time(text), Some(time(hour, minute, 0, 0)), "{text}");
        }
        for text in ["", "14", "25:00", "9:5", "9:60", "13 am", "noonish", "点"] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_with_a_time() {
        for (text, expected) in [
            ("2026-06-15 14:05", date(2026, 6, 15).at(14, 5, 0, 0)),
            ("2026-06-15T09:30", date(2026, 6, 15).at(9, 30, 0, 0)),
            ("15 Jun, 9:30", date(2026, 6, 15).at(9, 30, 0, 0)),
            ("tomorrow 2 pm", date(2026, 6, 11).at(14, 0, 0, 0)),
            ("明天下午2点", date(2026, 6, 11).at(14, 0, 0, 0)),
            ("6月15日9点", date(2026, 6, 15).at(9, 0, 0, 0)),
            ("16:00", TODAY.at(16, 0, 0, 0)),
        ] {
            assert_eq!(parse_date_time(text, TODAY), Some(expected), "{text}");
        }
        assert_eq!(parse_date_time("15 Jun", TODAY), None);
        assert_eq!(parse_date_time("2026-06-1514:05", TODAY), None);
    }

    proptest! {
        #[test]
        fn a_written_moment_reads_back(day in 1_i8..=28, month in 1_i8..=12, hour in 0_i8..24, minute in 0_i8..60) {
            let at = date(2027, month, day).at(hour, minute, 0, 0);
            for language in Language::ALL {
                let written = Messages::new(language).date_time(at);
                prop_assert_eq!(parse_date_time(&written, TODAY), Some(at));
            }
        }

        #[test]
        fn no_text_brings_it_down(text in any::<String>()) {
            let _ = parse_date_time(&text, TODAY);
        }

        #[test]
        fn no_text_of_its_own_letters_brings_it_down(
            text in "[-+/.: ,0-9年月日周下点半ampjun]{0,16}",
        ) {
            let _ = parse_date_time(&text, TODAY);
        }
    }
}
