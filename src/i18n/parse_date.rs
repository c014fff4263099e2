//! Reading dates as people type them, in either language.
//!
//! Forms that could mean two days, such as 6/7, are refused.

use jiff::Span;
use jiff::civil::Date;

use super::format::days_between;
use super::parse::half_width;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const CHINESE_WEEKDAYS: [char; 7] = ['一', '二', '三', '四', '五', '六', '日'];

const NAMED_DAYS: [(&str, i64); 9] = [
    ("today", 0),
    ("tomorrow", 1),
    ("yesterday", -1),
    ("今天", 0),
    ("明天", 1),
    ("后天", 2),
    ("大后天", 3),
    ("昨天", -1),
    ("前天", -2),
];

/// A day: "2026-06-15", "15 Jun", "Jun 15, 2026", "15.6.", "6月15日", "tomorrow", "后天", "+7",
/// "in 3 days", "Friday", "下周一". Without a year it is the nearest such day, before or after today.
pub fn parse_date(text: &str, today: Date) -> Option<Date> {
    let text = plain(text);
    let text = text.trim();
    NAMED_DAYS
        .iter()
        .find_map(|(name, days)| (*name == text).then_some(*days))
        .or_else(|| day_offset(text))
        .map_or_else(
            || {
                calendar_date(text, today)
                    .or_else(|| month_name_date(text, today))
                    .or_else(|| weekday(text, today))
            },
            |days| add_days(today, days),
        )
}

/// Half-width, lower case.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(half_width).flat_map(char::to_lowercase).collect()
}

fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// "+7", "-3", "in 3 days", "3天后".
fn day_offset(text: &str) -> Option<i64> {
    let number = |digits: &str| -> Option<i64> {
        let digits = digits.trim();
        let readable = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        if readable { digits.parse().ok() } else { None }
    };
    if let Some(days) = text.strip_prefix('+') {
        number(days)
    } else if let Some(days) = text.strip_prefix('-') {
        number(days).map(|days| -days)
    } else if let Some(rest) = text.strip_prefix("in ") {
        number(rest.strip_suffix("days").or_else(|| rest.strip_suffix("day"))?)
    } else {
        number(text.strip_suffix("天后")?)
    }
}

/// Dates written in numbers.
fn calendar_date(text: &str, today: Date) -> Option<Date> {
    if let Some((year, rest)) = text.split_once('年') {
        let (month, day) = month_and_day(rest)?;
        return Date::new(digits(year.trim())?, month, day).ok();
    }
    if text.contains('月') {
        let (month, day) = month_and_day(text)?;
        return nearest(month, day, today);
    }
    for separator in ['-', '/'] {
        let parts: Vec<&str> = text.split(separator).collect();
        // The year stands first, with four digits; anything else could mean two days.
        if let [year, month, day] = parts.as_slice()
            && year.len() == 4
        {
            return Date::new(digits(year)?, digits(month)?, digits(day)?).ok();
        }
    }
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            Date::new(digits(year)?, digits(month)?, digits(day)?).ok()
        }
        [day, month, ""] => nearest(digits(month)?, digits(day)?, today),
        [day, month, year] if year.len() == 4 => {
            Date::new(digits(year)?, digits(month)?, digits(day)?).ok()
        }
        _ => None,
    }
}

/// "6月15日", "6月15号", "6月15".
fn month_and_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.trim().split_once('月')?;
    let day = day.trim().trim_end_matches(['日', '号']);
    Some((digits(month.trim())?, digits(day.trim())?))
}

/// "15 Jun", "15 June 2026", "Jun 15", "June 15, 2026".
fn month_name_date(text: &str, today: Date) -> Option<Date> {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let (first, second, year) = match words.as_slice() {
        [first, second] => (*first, *second, None),
        [first, second, year] if year.len() == 4 => (*first, *second, Some(digits(year)?)),
        _ => return None,
    };
    let (month, day) = match (named(&MONTHS, first), named(&MONTHS, second)) {
        (Some(month), None) => (month, digits(second)?),
        (None, Some(month)) => (month, digits(first)?),
        _ => return None,
    };
    match year {
        Some(year) => Date::new(year, month, day).ok(),
        None => nearest(month, day, today),
    }
}

/// "Friday" and 周五 are the next one after today; 本周五 and 下周五 name the week.
fn weekday(text: &str, today: Date) -> Option<Date> {
    let today_number = i64::from(today.weekday().to_monday_zero_offset());
    if let Some(number) = named(&WEEKDAYS, text) {
        return add_days(today, days_until(i64::from(number) - 1, today_number));
    }
    let (week, rest) = if let Some(rest) = text.strip_prefix('下') {
        (Some(7), rest)
    } else if let Some(rest) = text.strip_prefix('本').or_else(|| text.strip_prefix('这')) {
        (Some(0), rest)
    } else {
        (None, text)
    };
    let name = ["星期", "礼拜", "周"].iter().find_map(|prefix| rest.strip_prefix(prefix))?;
    let mut letters = name.chars();
    let letter = letters.next().map(|letter| if letter == '天' { '日' } else { letter })?;
    if letters.next().is_some() {
        return None;
    }
    let wanted = CHINESE_WEEKDAYS.iter().position(|day| *day == letter)?;
    let wanted = i64::try_from(wanted).ok()?;
    add_days(
        today,
        week.map_or_else(|| days_until(wanted, today_number), |days| wanted - today_number + days),
    )
}

fn days_until(wanted: i64, today: i64) -> i64 {
    match (wanted - today).rem_euclid(7) {
        0 => 7,
        days => days,
    }
}

/// The position, counted from 1, of the one name that starts with `text` (three letters or more).
fn named(names: &[&str], text: &str) -> Option<i8> {
    let text = text.trim_end_matches('.');
    if text.len() < 3 {
        return None;
    }
    let index = names.iter().position(|name| name.starts_with(text))?;
    i8::try_from(index + 1).ok()
}

/// The day closest to today with this month and day.
fn nearest(month: i8, day: i8, today: Date) -> Option<Date> {
    (-4..=4)
        .filter_map(|years| Date::new(today.year().checked_add(years)?, month, day).ok())
        .min_by_key(|date| days_between(today, *date).abs())
}

/// A short number of plain digits.
pub(super) fn digits<T: TryFrom<i16>>(text: &str) -> Option<T> {
    let readable = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if readable { T::try_from(text.parse().ok()?).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::messages::Messages;
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// A Wednesday.
    const TODAY: Date = date(2026, 6, 10);

    #[test]
    fn days_are_read_as_people_type_them() {
        for (text, day) in [
            ("2026-06-15", date(2026, 6, 15)),
            ("2026/6/15", date(2026, 6, 15)),
            ("2026年6月15日", date(2026, 6, 15)),
            ("15 Jun", date(2026, 6, 15)),
            ("15 JUNE 2027", date(2027, 6, 15)),
            ("Jun 15, 2026", date(2026, 6, 15)),
            ("15.6.", date(2026, 6, 15)),
            ("15.6.2027", date(2027, 6, 15)),
            ("6月15日", date(2026, 6, 15)),
            ("６月１５号", date(2026, 6, 15)),
            ("20 Jan", date(2026, 1, 20)),
            ("3 Dec", date(2026, 12, 3)),
            ("29 Feb", date(2028, 2, 29)),
            ("Today", TODAY),
            ("tomorrow", date(2026, 6, 11)),
            ("明天", date(2026, 6, 11)),
            ("后天", date(2026, 6, 12)),
            ("+7", date(2026, 6, 17)),
            ("-1", date(2026, 6, 9)),
            ("in 3 days", date(2026, 6, 13)),
            ("3天后", date(2026, 6, 13)),
            ("Friday", date(2026, 6, 12)),
            ("wed", date(2026, 6, 17)),
            ("周五", date(2026, 6, 12)),
            ("下周一", date(2026, 6, 15)),
            ("本周一", date(2026, 6, 8)),
            ("星期天", date(2026, 6, 14)),
        ] {
            assert_eq!(parse_date(text, TODAY), Some(day), "{text}");
        }
    }

    #[test]
    fn days_that_could_be_two_or_none_are_refused() {
        for text in [
            "",
            "6/15",
            "6/7/2026",
            "06-07",
            "15.6",
            "31 Feb",
            "2026-13-01",
            "someday",
            "ju 5",
            "15",
            "+",
            "+9999999999999",
            "周八",
            "周",
            "五",
            "jun jul",
            "1 2 2026",
        ] {
            assert_eq!(parse_date(text, TODAY), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_written_day_reads_back(days in -20_000_i64..40_000) {
            let day = add_days(TODAY, days).unwrap();
            for language in Language::ALL {
                let messages = Messages::new(language);
                prop_assert_eq!(parse_date(&messages.date(day), TODAY), Some(day));
            }
        }

        #[test]
        fn no_text_brings_it_down(text in any::<String>()) {
            let _ = parse_date(&text, TODAY);
        }

        #[test]
        fn no_text_of_its_own_letters_brings_it_down(
            text in "[-+/.: ,0-9年月日周下点半ampjun]{0,16}",
        ) {
            let _ = parse_date(&text, TODAY);
        }
    }
}
