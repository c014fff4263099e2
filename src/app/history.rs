//! The earlier versions of one record, compared with the record as it is now.

use jiff::Timestamp;
use jiff::civil::Date;

use super::clock::Clock;
use super::comparison::{Line, worth_showing};
use crate::i18n::{Arg, Language, Messages};
use crate::store::LibraryFolder;
use crate::store::error::StoreError;
use crate::store::history::{self, Version};
use crate::store::merge::{Difference, differences};
use crate::store::record::{Record, RecordKey};

/// An earlier version, read and compared.
#[derive(Debug)]
pub struct Past {
    pub version: Version,
    pub record: Result<Record, StoreError>,
    /// What changed from this version to now.
    pub differences: Vec<Difference>,
}

/// What the window of earlier versions shows.
#[derive(Debug)]
pub struct History {
    pub key: RecordKey,
    /// Newest first; `None` until they have been read.
    pub versions: Option<Vec<Past>>,
    pub chosen: usize,
    /// The record with which the versions were compared, and the one with which they are now being
    /// compared on a thread.
    compared: Option<Record>,
    underway: Option<Record>,
    /// A version may have been kept since: to be read again once everything is saved.
    pub(super) is_stale: bool,
    lines: Option<Lines>,
}

/// The comparison of the chosen version in words.
#[derive(Debug)]
struct Lines {
    chosen: usize,
    language: Language,
    text: Vec<Line>,
}

impl History {
    pub fn new(key: RecordKey) -> Self {
        Self {
            key,
            versions: None,
            chosen: 0,
            compared: None,
            underway: None,
            is_stale: false,
            lines: None,
        }
    }

    /// Whether the versions have to be compared with the record anew. Notes that it is being done.
    pub(super) fn begin(&mut self, now: &Record, is_saved: bool) -> bool {
        if self.underway.is_some() {
            return false;
        }
        let is_current = self.compared.as_ref().is_some_and(|compared| compared.is_same(now));
        if is_current && !(self.is_stale && is_saved) {
            return false;
        }
        self.is_stale &= !is_saved;
        self.underway = Some(now.clone());
        true
    }

    /// Takes in what a thread has read. The version that was chosen stays chosen.
    pub(super) fn take(&mut self, now: Record, versions: Vec<Past>) {
        if !self.underway.take().is_some_and(|underway| underway.is_same(&now)) {
            return;
        }
        let path = self.chosen().map(|past| past.version.path.clone());
        let place = path.and_then(|path| versions.iter().position(|one| one.version.path == path));
        self.chosen = place.unwrap_or(0);
        self.compared = Some(now);
        self.versions = Some(versions);
        self.lines = None;
    }

    pub fn chosen(&self) -> Option<&Past> {
        self.versions.as_ref()?.get(self.chosen)
    }

    /// The record with which the versions were compared.
    pub fn compared(&self) -> Option<&Record> {
        self.compared.as_ref()
    }

    /// The comparison of the chosen version in words, made by `put_into_words` when it is not there.
    pub fn lines(
        &mut self,
        language: Language,
        put_into_words: impl FnOnce(&Record, &Record, &[Difference]) -> Vec<Line>,
    ) -> &[Line] {
        let current = self
            .lines
            .as_ref()
            .is_some_and(|lines| lines.chosen == self.chosen && lines.language == language);
        if !current {
            let lines = match (self.chosen(), &self.compared) {
                (Some(Past { record: Ok(record), differences, .. }), Some(now)) => {
                    put_into_words(record, now, differences)
                }
                _ => Vec::new(),
            };
            self.lines = Some(Lines { chosen: self.chosen, language, text: lines });
        }
        self.lines.as_ref().map_or(&[], |lines| &lines.text)
    }
}

/// Reads the earlier versions of a record, newest first, and compares each with the record as it is
/// now. For a thread.
pub(super) fn read(folder: &LibraryFolder, now: &Record) -> Vec<Past> {
    let mut versions = history::versions(folder, now.key());
    versions.reverse();
    versions
        .into_iter()
        .map(|version| {
            let record = history::read(folder, &version);
            let differences = record
                .as_ref()
                .map_or_else(|_| Vec::new(), |record| worth_showing(differences(record, now)));
            Past { version, record, differences }
        })
        .collect()
}

/// A moment in words: "today 09:12", "15 Jun 2026 09:12".
pub fn when(messages: &Messages, clock: &Clock, at: Timestamp) -> String {
    let local = clock.local(at);
    let day = day(messages, local.date(), clock.today());
    let args = [("day", Arg::from(day)), ("time", Arg::from(messages.time(local.time())))];
    messages.with("versions-when", &args)
}

/// Two days are named; of a day further away its date tells more than a count.
fn day(messages: &Messages, date: Date, today: Date) -> String {
    let is_near = date == today || date.tomorrow().is_ok_and(|next| next == today);
    if is_near { messages.relative_day(date, today) } else { messages.date(date) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::domain::counterpart::Counterpart;
    use crate::domain::ids::CounterpartId;

    fn person(name: &str) -> Record {
        let id = CounterpartId(Uuid::from_u128(1));
        let mut person = Counterpart::new(id, Timestamp::UNIX_EPOCH);
        name.clone_into(&mut person.name);
        Record::Counterpart(Arc::new(person))
    }

    fn past(name: &str, now: &Record) -> Past {
        let record = person(name);
        let path = format!("/{name}.ron").into();
        let version = Version { key: record.key(), at: Timestamp::UNIX_EPOCH, path, size: 1 };
        Past { version, differences: differences(&record, now), record: Ok(record) }
    }

    #[test]
    fn the_chosen_version_stays_chosen_when_a_newer_one_comes() {
        let (one, two) = (person("one"), person("two"));
        let mut history = History::new(one.key());
        assert!(history.begin(&one, true));
        assert!(!history.begin(&one, true), "it is being read already");
        history.take(one.clone(), vec![past("b", &one), past("a", &one)]);
        assert!(!history.begin(&one, true));
        history.chosen = 1;
        assert!(history.begin(&two, true));
        history.take(two.clone(), vec![past("one", &two), past("b", &two), past("a", &two)]);
        assert_eq!(history.chosen, 2);
        history.is_stale = true;
        assert!(!history.begin(&two, false), "not before it is saved");
        assert!(history.begin(&two, true));
    }

    #[test]
    fn near_days_are_named_and_others_dated() {
        let clock = Clock::fixed("2026-11-23T10:00:00Z".parse().unwrap());
        let messages = Messages::new(Language::English);
        let when = |at: &str| when(&messages, &clock, at.parse().unwrap());
        assert_eq!(when("2026-11-23T09:12:00Z"), "today 09:12");
        assert_eq!(when("2026-11-22T23:05:00Z"), "yesterday 23:05");
        assert_eq!(when("2026-11-03T09:12:00Z"), "3 Nov 2026 09:12");
    }
}
