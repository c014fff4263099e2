//! Moments as parts of file names: UTC, in the order of time, legal on every system.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

const FORMAT: &str = "%Y%m%dT%H%M%S.%3fZ";

/// For example `20261123T081500.250Z`.
pub fn to_name(at: Timestamp) -> String {
    at.strftime(FORMAT).to_string()
}

pub fn from_name(name: &str) -> Option<Timestamp> {
    let local = DateTime::strptime(FORMAT, name).ok()?;
    Some(local.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_reads_back_and_sorts_by_time() {
        let at: Timestamp = "2026-11-23T08:15:00.25Z".parse().expect("timestamp");
        let later: Timestamp = "2026-12-01T00:00:00Z".parse().expect("timestamp");
        assert_eq!(to_name(at), "20261123T081500.250Z");
        assert_eq!(from_name(&to_name(at)), Some(at));
        assert!(to_name(at) < to_name(later));
        assert_eq!(from_name("notes"), None);
    }
}
