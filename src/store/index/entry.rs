//! Summaries as the cache holds them. The forms of the domain are made for text: times, days and
//! prices would be written out and parsed again, and some cannot be read from bytes at all.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::stamp::Stamp;
use crate::domain::digest::Digest;
use crate::domain::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use crate::domain::label::Labels;
use crate::domain::outcome::{Party, Verdict};
use crate::domain::potato::PotatoKind;
use crate::domain::profile::ProfileReading;
use crate::domain::summary::{
    CounterpartSummary, NextMeeting, OpenPromise, PersonReading, PriceState, SessionSummary,
    UntestedClaim,
};

/// Seconds since 1970 and nanoseconds.
#[derive(Serialize, Deserialize)]
#[serde(into = "(i64, i32)", try_from = "(i64, i32)")]
#[derive(Clone, Copy)]
struct Moment(Timestamp);

impl From<Moment> for (i64, i32) {
    fn from(Moment(at): Moment) -> Self {
        (at.as_second(), at.subsec_nanosecond())
    }
}

impl TryFrom<(i64, i32)> for Moment {
    type Error = jiff::Error;

    fn try_from((second, nanosecond): (i64, i32)) -> Result<Self, jiff::Error> {
        Timestamp::new(second, nanosecond).map(Self)
    }
}

type DayParts = (i16, i8, i8);

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "DayParts", try_from = "DayParts")]
struct Day(Date);

impl From<Day> for DayParts {
    fn from(Day(day): Day) -> Self {
        (day.year(), day.month(), day.day())
    }
}

impl TryFrom<DayParts> for Day {
    type Error = jiff::Error;

    fn try_from((year, month, day): DayParts) -> Result<Self, jiff::Error> {
        Date::new(year, month, day).map(Self)
    }
}

type LocalParts = (DayParts, (i8, i8, i8), i32);

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "LocalParts", try_from = "LocalParts")]
struct Local(DateTime);

impl From<Local> for LocalParts {
    fn from(Local(at): Local) -> Self {
        (Day(at.date()).into(), (at.hour(), at.minute(), at.second()), at.subsec_nanosecond())
    }
}

impl TryFrom<LocalParts> for Local {
    type Error = jiff::Error;

    fn try_from((day, (hour, minute, second), nano): LocalParts) -> Result<Self, jiff::Error> {
        let time = jiff::civil::Time::new(hour, minute, second, nano)?;
        Ok(Self(Day::try_from(day)?.0.to_datetime(time)))
    }
}

/// The digits of a price and how many of them stand behind the point.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(into = "(i128, u32)", try_from = "(i128, u32)")]
struct Amount(Decimal);

impl From<Amount> for (i128, u32) {
    fn from(Amount(amount): Amount) -> Self {
        (amount.mantissa(), amount.scale())
    }
}

impl TryFrom<(i128, u32)> for Amount {
    type Error = rust_decimal::Error;

    fn try_from((mantissa, scale): (i128, u32)) -> Result<Self, rust_decimal::Error> {
        Decimal::try_from_i128_with_scale(mantissa, scale).map(Self)
    }
}

/// A person with the stamp of the file; without one the file has to be read again.
#[derive(Serialize, Deserialize)]
pub(super) struct PersonEntry<'a> {
    pub stamp: Option<Stamp>,
    id: CounterpartId,
    updated: Moment,
    name: &'a str,
    latin_name: &'a str,
    title: &'a str,
    organisation: &'a str,
    #[serde(borrow)]
    tags: Vec<&'a str>,
    archived: bool,
    normal: ProfileReading,
    pressure: ProfileReading,
}

/// A negotiation with the stamp of the file; without one the file has to be read again.
#[derive(Serialize, Deserialize)]
pub(super) struct SessionEntry<'a> {
    pub stamp: Option<Stamp>,
    id: SessionId,
    updated: Moment,
    title: &'a str,
    counterparts: Vec<CounterpartId>,
    #[serde(borrow)]
    tags: Vec<&'a str>,
    archived: bool,
    my_party: Party,
    currency: &'a str,
    #[serde(borrow)]
    next: Option<NextEntry<'a>>,
    price: PriceEntry,
    last_offer: Option<Moment>,
    verdict: Option<Verdict>,
    #[serde(borrow)]
    promises: Vec<PromiseEntry<'a>>,
    #[serde(borrow)]
    untested: Vec<ClaimEntry<'a>>,
    promises_kept: u32,
    walk_answered: u16,
    plan_written: u8,
    digest: Option<Box<Digest>>,
}

#[derive(Serialize, Deserialize)]
struct NextEntry<'a> {
    id: MeetingId,
    number: u32,
    planned: Option<Local>,
    started: Option<Moment>,
    place: &'a str,
}

#[derive(Serialize, Deserialize)]
enum PriceEntry {
    NoOffers,
    OneSide,
    Met,
    Apart(Amount),
}

#[derive(Serialize, Deserialize)]
struct PromiseEntry<'a> {
    meeting: MeetingId,
    id: Option<EntryId>,
    party: Party,
    action: &'a str,
    #[serde(borrow)]
    person: Option<&'a str>,
    due: Option<Day>,
}

#[derive(Serialize, Deserialize)]
struct ClaimEntry<'a> {
    id: EntryId,
    at: Moment,
    kind: PotatoKind,
    claim: &'a str,
}

fn words(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn labels(tags: &[&str], archived: bool) -> Labels {
    Labels { tags: tags.iter().map(|&tag| tag.to_owned()).collect(), archived }
}

/// Counts in a record are far below the limit.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl<'a> PersonEntry<'a> {
    pub fn of(stamp: Option<Stamp>, summary: &'a CounterpartSummary) -> Self {
        Self {
            stamp,
            id: summary.id,
            updated: Moment(summary.updated),
            name: &summary.name,
            latin_name: &summary.latin_name,
            title: &summary.title,
            organisation: &summary.organisation,
            tags: words(&summary.labels.tags),
            archived: summary.labels.archived,
            normal: summary.reading.normal,
            pressure: summary.reading.pressure,
        }
    }

    pub fn summary(&self) -> CounterpartSummary {
        CounterpartSummary {
            id: self.id,
            updated: self.updated.0,
            name: self.name.to_owned(),
            latin_name: self.latin_name.to_owned(),
            title: self.title.to_owned(),
            organisation: self.organisation.to_owned(),
            labels: labels(&self.tags, self.archived),
            reading: PersonReading { normal: self.normal, pressure: self.pressure },
        }
    }
}

impl<'a> SessionEntry<'a> {
    pub fn of(stamp: Option<Stamp>, summary: &'a SessionSummary) -> Self {
        let next = summary.next.as_ref().map(|next| NextEntry {
            id: next.id,
            number: count(next.number),
            planned: next.planned.map(Local),
            started: next.started.map(Moment),
            place: &next.place,
        });
        let promises = summary.promises.iter().map(|promise| PromiseEntry {
            meeting: promise.meeting,
            id: promise.id,
            party: promise.party,
            action: &promise.action,
            person: promise.person.as_deref(),
            due: promise.due.map(Day),
        });
        let untested = summary.untested.iter().map(|claim| ClaimEntry {
            id: claim.id,
            at: Moment(claim.at),
            kind: claim.kind,
            claim: &claim.claim,
        });
        Self {
            stamp,
            id: summary.id,
            updated: Moment(summary.updated),
            title: &summary.title,
            counterparts: summary.counterparts.to_vec(),
            tags: words(&summary.labels.tags),
            archived: summary.labels.archived,
            my_party: summary.my_party,
            currency: &summary.currency,
            next,
            price: match summary.price {
                PriceState::NoOffers => PriceEntry::NoOffers,
                PriceState::OneSide => PriceEntry::OneSide,
                PriceState::Met => PriceEntry::Met,
                PriceState::Apart(gap) => PriceEntry::Apart(Amount(gap)),
            },
            last_offer: summary.last_offer.map(Moment),
            verdict: summary.verdict,
            promises: promises.collect(),
            untested: untested.collect(),
            promises_kept: summary.promises_kept,
            walk_answered: summary.walk_answered,
            plan_written: summary.plan_written,
            digest: summary.digest.clone(),
        }
    }

    pub fn summary(self) -> SessionSummary {
        let next = self.next.map(|next| {
            Box::new(NextMeeting {
                id: next.id,
                number: next.number as usize,
                planned: next.planned.map(|Local(at)| at),
                started: next.started.map(|Moment(at)| at),
                place: next.place.to_owned(),
            })
        });
        let promises = self.promises.iter().map(|promise| OpenPromise {
            meeting: promise.meeting,
            id: promise.id,
            party: promise.party,
            action: promise.action.to_owned(),
            person: promise.person.map(ToOwned::to_owned),
            due: promise.due.map(|Day(day)| day),
        });
        let untested = self.untested.iter().map(|claim| UntestedClaim {
            id: claim.id,
            at: claim.at.0,
            kind: claim.kind,
            claim: claim.claim.to_owned(),
        });
        SessionSummary {
            id: self.id,
            updated: self.updated.0,
            title: self.title.to_owned(),
            counterparts: self.counterparts.into(),
            labels: labels(&self.tags, self.archived),
            my_party: self.my_party,
            currency: self.currency.into(),
            next,
            price: match self.price {
                PriceEntry::NoOffers => PriceState::NoOffers,
                PriceEntry::OneSide => PriceState::OneSide,
                PriceEntry::Met => PriceState::Met,
                PriceEntry::Apart(Amount(gap)) => PriceState::Apart(gap),
            },
            last_offer: self.last_offer.map(|Moment(at)| at),
            verdict: self.verdict,
            promises: promises.collect(),
            untested: untested.collect(),
            promises_kept: self.promises_kept,
            walk_answered: self.walk_answered,
            plan_written: self.plan_written,
            digest: self.digest,
        }
    }
}
