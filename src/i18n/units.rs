//! Units of time and shares, however they are written: "days after invoice", "mo", 开票后天数.

/// A unit that numbers of an issue often have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Percent,
}

impl Unit {
    const ALL: [Self; 7] =
        [Self::Minute, Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year, Self::Percent];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Percent => "percent",
        }
    }

    /// Its names, in small letters, longer ones first.
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::Minute => &["minutes", "minute", "mins", "min", "分钟"],
            Self::Hour => &["hours", "hour", "hrs", "hr", "h", "小时", "钟头"],
            Self::Day => &["days", "day", "d", "工作日", "天", "日"],
            Self::Week => &["weeks", "week", "wks", "wk", "w", "星期", "周"],
            Self::Month => &["months", "month", "mths", "mth", "mos", "mo", "m", "个月", "月"],
            Self::Year => &["years", "year", "yrs", "yr", "y", "年"],
            Self::Percent => &["percentage", "percent", "pct", "%", "百分点", "百分比"],
        }
    }

    /// The unit that a description begins with or contains.
    pub fn of(description: &str) -> Option<Self> {
        let text = description.trim().to_lowercase();
        let words =
            || text.split(|character: char| !character.is_alphanumeric() && character != '%');
        let named = |word: &str| Self::ALL.into_iter().find(|unit| unit.names().contains(&word));
        words().find_map(named).or_else(|| {
            let contained = |unit: &Self| {
                unit.names().iter().any(|name| !name.is_ascii() && text.contains(name))
            };
            Self::ALL.into_iter().find(contained)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_however_they_are_written() {
        for (text, unit) in [
            ("days after invoice", Some(Unit::Day)),
            ("开票后天数", Some(Unit::Day)),
            ("个月", Some(Unit::Month)),
            ("Mo.", Some(Unit::Month)),
            ("calendar weeks", Some(Unit::Week)),
            ("小时", Some(Unit::Hour)),
            ("%", Some(Unit::Percent)),
            ("pieces", None),
            ("", None),
            ("EUR", None),
        ] {
            assert_eq!(Unit::of(text), unit, "{text}");
        }
    }
}
