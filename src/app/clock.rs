//! Time and new ids come in through here, so that tests can fix both.

use std::cell::Cell;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::domain::ids::EntryId;

/// The source of "now" and of new ids.
#[derive(Debug)]
pub struct Clock {
    fixed: Option<Cell<Timestamp>>,
    zone: TimeZone,
    /// How many ids a fixed clock has given out.
    issued: Cell<u64>,
}

impl Clock {
    pub fn system() -> Self {
        Self { fixed: None, zone: TimeZone::system(), issued: Cell::new(0) }
    }

    /// A clock that stands still in UTC; its ids count up.
    pub fn fixed(now: Timestamp) -> Self {
        Self { fixed: Some(Cell::new(now)), zone: TimeZone::UTC, issued: Cell::new(0) }
    }

    /// Moves a fixed clock on; a system clock moves by itself.
    pub fn advance(&self, by: SignedDuration) {
        if let Some(fixed) = &self.fixed
            && let Ok(later) = fixed.get().checked_add(by)
        {
            fixed.set(later);
        }
    }

    pub fn now(&self) -> Timestamp {
        self.fixed.as_ref().map_or_else(Timestamp::now, Cell::get)
    }

    pub fn local_now(&self) -> DateTime {
        self.local(self.now())
    }

    pub fn today(&self) -> Date {
        self.local_now().date()
    }

    /// A moment as local date and time.
    pub fn local(&self, at: Timestamp) -> DateTime {
        at.to_zoned(self.zone.clone()).datetime()
    }

    /// A new UUID v7.
    pub fn new_id(&self) -> Uuid {
        let Some(fixed) = &self.fixed else { return Uuid::now_v7() };
        let count = self.issued.get() + 1;
        self.issued.set(count);
        let mut random = [0; 10];
        random[2..].copy_from_slice(&count.to_be_bytes());
        let millis = u64::try_from(fixed.get().as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }

    pub fn new_entry(&self) -> EntryId {
        EntryId(self.new_id())
    }
}
