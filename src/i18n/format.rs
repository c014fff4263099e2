//! Dates, numbers and money as the user's language writes them.

use jiff::civil::{Date, DateTime, Time};
use rust_decimal::Decimal;

use super::messages::Messages;

/// A day further away than this is given as a date.
const NEAR_DAYS: i32 = 30;

/// Currencies that have no cents.
const WITHOUT_CENTS: [&str; 4] = ["JPY", "KRW", "VND", "CLP"];

impl Messages {
    /// "15 Jun 2026", "2026年6月15日".
    pub fn date(&self, date: Date) -> String {
        self.date_as("date-medium", "month-short", date)
    }

    /// "15 Jun", "6月15日".
    pub fn date_short(&self, date: Date) -> String {
        self.date_as("date-short", "month-short", date)
    }

    /// "Monday 15 June 2026", "2026年6月15日星期一".
    pub fn weekday_date(&self, date: Date) -> String {
        self.date_as("date-long", "month", date)
    }

    /// "14:05".
    pub fn time(&self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// "15 Jun 2026, 14:05", "2026年6月15日 14:05".
    pub fn date_time(&self, at: DateTime) -> String {
        let (date, time) = (self.date(at.date()), self.time(at.time()));
        self.with("date-time", &[("date", date.into()), ("time", time.into())])
    }

    /// "today", "tomorrow", "yesterday", "in 3 days", "2 days ago"; a date when far away.
    pub fn relative_day(&self, date: Date, today: Date) -> String {
        self.day(date, today, "day-ago")
    }

    /// As [`Self::relative_day`], for a day on which something was due: "2 days late".
    pub fn due_day(&self, date: Date, today: Date) -> String {
        self.day(date, today, "day-late")
    }

    /// "1,340.5": grouped, all digits, no zeros at the end.
    pub fn number(&self, number: Decimal) -> String {
        let digits = grouped(number.abs().normalize());
        format!("{}{digits}", if is_negative(number) { "−" } else { "" })
    }

    /// "CNY 1,340", "1,340 元". Cents are shown when there are any.
    pub fn money(&self, amount: Decimal, currency: &str) -> String {
        let sign = if is_negative(amount) { "−" } else { "" };
        format!("{sign}{}", self.bare_money(amount, currency))
    }

    /// As [`Self::money`], with a plus sign for a gain: "+CNY 60", "+60 元".
    pub fn signed_money(&self, amount: Decimal, currency: &str) -> String {
        let sign = if amount > Decimal::ZERO { "+" } else { "" };
        format!("{sign}{}", self.money(amount, currency))
    }

    /// A share of one as a percentage: 0.87 is "87%". Only nothing is "0%", only all is "100%".
    pub fn percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        if !percent.is_finite() {
            "–".to_owned()
        } else if percent > 0.0 && percent < 0.5 {
            "<1%".to_owned()
        } else if (99.5..100.0).contains(&percent) {
            ">99%".to_owned()
        } else {
            format!("{percent:.0}%").replace("-0%", "0%").replace('-', "−")
        }
    }

    fn bare_money(&self, amount: Decimal, currency: &str) -> String {
        let code = currency.trim();
        let mut amount = amount.abs().normalize();
        if amount.scale() == 1 && !WITHOUT_CENTS.contains(&code) {
            amount.rescale(2);
        }
        let name_id = format!("currency-{code}");
        let name = if self.has(&name_id) { self.text(&name_id) } else { code };
        let text =
            self.with("money", &[("amount", grouped(amount).into()), ("currency", name.into())]);
        text.trim().to_owned()
    }

    fn date_as(&self, id: &str, month_set: &str, date: Date) -> String {
        let month = date.month().to_string();
        let weekday = date.weekday().to_monday_one_offset().to_string();
        self.with(
            id,
            &[
                ("day", date.day().to_string().into()),
                ("month", self.word(month_set, &month).into()),
                ("year", date.year().to_string().into()),
                ("weekday", self.word("weekday", &weekday).into()),
            ],
        )
    }

    fn day(&self, date: Date, today: Date, past: &str) -> String {
        let days = days_between(today, date);
        match days {
            0 => self.text("day-today").to_owned(),
            1 => self.text("day-tomorrow").to_owned(),
            -1 if past == "day-ago" => self.text("day-yesterday").to_owned(),
            2..=NEAR_DAYS => self.with("day-ahead", &[("count", days.into())]),
            _ if days < 0 && (past == "day-late" || days >= -NEAR_DAYS) => {
                self.with(past, &[("count", (-days).into())])
            }
            _ => self.date(date),
        }
    }
}

/// From one day to another, negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i32 {
    // The difference of two dates counts in days unless asked otherwise.
    (to - from).get_days()
}

fn is_negative(number: Decimal) -> bool {
    number < Decimal::ZERO
}

/// The digits of a number that is not negative, grouped by three.
fn grouped(number: Decimal) -> String {
    let text = number.to_string();
    let (whole, fraction) =
        text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let mut result = String::with_capacity(text.len() + whole.len() / 3 + 1);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            result.push(',');
        }
        result.push(digit);
    }
    if let Some(fraction) = fraction {
        result.push('.');
        result.push_str(fraction);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::parse::parse_amount;
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn both() -> (Messages, Messages) {
        (Messages::new(Language::English), Messages::new(Language::Chinese))
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn dates_read_as_the_language_writes_them() {
        let (en, zh) = both();
        let day = date(2026, 6, 15);
        assert_eq!(en.date(day), "15 Jun 2026");
        assert_eq!(zh.date(day), "2026年6月15日");
        assert_eq!(en.date_short(day), "15 Jun");
        assert_eq!(zh.date_short(day), "6月15日");
        assert_eq!(en.weekday_date(day), "Monday 15 June 2026");
        assert_eq!(zh.weekday_date(day), "2026年6月15日星期一");
        let at = day.at(14, 5, 0, 0);
        assert_eq!(en.time(at.time()), "14:05");
        assert_eq!(en.date_time(at), "15 Jun 2026, 14:05");
        assert_eq!(zh.date_time(at), "2026年6月15日 14:05");
        assert!(en.missing().is_empty() && zh.missing().is_empty());
    }

    #[test]
    fn near_days_are_named_and_far_ones_dated() {
        let (en, zh) = both();
        let today = date(2026, 2, 27);
        let cases = [
            (date(2026, 2, 27), "today", "今天"),
            (date(2026, 2, 28), "tomorrow", "明天"),
            (date(2026, 2, 26), "yesterday", "昨天"),
            (date(2026, 3, 2), "in 3 days", "3 天后"),
            (date(2026, 2, 25), "2 days ago", "2 天前"),
            (date(2026, 6, 15), "15 Jun 2026", "2026年6月15日"),
            (date(2025, 6, 15), "15 Jun 2025", "2025年6月15日"),
        ];
        for (day, english, chinese) in cases {
            assert_eq!(en.relative_day(day, today), english);
            assert_eq!(zh.relative_day(day, today), chinese);
        }
        assert_eq!(en.due_day(date(2026, 2, 26), today), "1 day late");
        assert_eq!(zh.due_day(date(2026, 2, 25), today), "已逾期 2 天");
        assert_eq!(en.due_day(date(2026, 2, 28), today), "tomorrow");
        assert_eq!(en.due_day(date(2025, 2, 27), today), "365 days late");
    }

    #[test]
    fn numbers_are_grouped() {
        let (en, _) = both();
        for (text, shown) in [
            ("0", "0"),
            ("-0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("1340.50", "1,340.5"),
            ("-1234567.891", "−1,234,567.891"),
            ("0.001", "0.001"),
        ] {
            assert_eq!(en.number(decimal(text)), shown);
        }
    }

    #[test]
    fn money_names_the_currency() {
        let (en, zh) = both();
        assert_eq!(en.money(decimal("1340"), "CNY"), "CNY 1,340");
        assert_eq!(zh.money(decimal("1340"), "CNY"), "1,340 元");
        assert_eq!(en.money(decimal("1340.5"), "USD"), "USD 1,340.50");
        assert_eq!(zh.money(decimal("1340.5"), "USD"), "1,340.50 美元");
        assert_eq!(zh.money(decimal("-20"), "XYZ"), "−20 XYZ");
        assert_eq!(en.money(decimal("20"), ""), "20");
        assert_eq!(en.signed_money(decimal("60"), "CNY"), "+CNY 60");
        assert_eq!(en.signed_money(decimal("-60"), "CNY"), "−CNY 60");
        assert_eq!(zh.signed_money(decimal("60"), "CNY"), "+60 元");
        assert_eq!(zh.signed_money(decimal("0"), "CNY"), "0 元");
    }

    #[test]
    fn a_percentage_never_claims_all_or_nothing_by_rounding() {
        let (en, _) = both();
        for (share, shown) in [
            (0.87, "87%"),
            (0.0, "0%"),
            (0.001, "<1%"),
            (0.999, ">99%"),
            (1.0, "100%"),
            (-0.05, "−5%"),
            (-0.001, "0%"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(en.percent(share), shown);
        }
    }

    proptest! {
        #[test]
        fn a_written_number_reads_back(units in any::<i64>(), scale in 0_u32..12) {
            let (en, zh) = both();
            let number = Decimal::new(units, scale);
            prop_assert_eq!(parse_amount(&en.number(number)), Some(number));
            for currency in ["CNY", "USD", "EUR", "JPY", "XYZ"] {
                prop_assert_eq!(parse_amount(&en.money(number, currency)), Some(number));
                prop_assert_eq!(parse_amount(&zh.signed_money(number, currency)), Some(number));
            }
        }
    }
}
