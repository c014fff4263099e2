//! What lists and the Today page show of a record, so that a large library need not be in memory.

use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::counterpart::{Counterpart, Named};
use super::digest::Digest;
use super::evidence::{Evidence, EvidenceWeights, Setting};
use super::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use super::label::Labels;
use super::ledger::Ledger;
use super::outcome::{CommitmentState, Party, Verdict, judge};
use super::plan::Plan;
use super::potato::PotatoKind;
use super::profile::{Profile, ProfileReading};
use super::session::Session;

/// The profile of one person in both settings.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PersonReading {
    pub normal: ProfileReading,
    pub pressure: ProfileReading,
}

impl PersonReading {
    pub fn of(evidence: &[Evidence], weights: &EvidenceWeights) -> Self {
        // Of many people nothing is known in one of the settings, and a reading is much arithmetic.
        static UNKNOWN: LazyLock<ProfileReading> = LazyLock::new(|| Profile::default().reading());
        let reading = |setting| {
            let profile = Profile::from_evidence(evidence, setting, weights);
            if profile == UNKNOWN.profile { *UNKNOWN } else { profile.reading() }
        };
        Self { normal: reading(Setting::Normal), pressure: reading(Setting::Pressure) }
    }

    pub fn get(&self, setting: Setting) -> &ProfileReading {
        match setting {
            Setting::Normal => &self.normal,
            Setting::Pressure => &self.pressure,
        }
    }
}

/// A person as lists show them.
#[derive(Debug, Clone, PartialEq)]
pub struct CounterpartSummary {
    pub id: CounterpartId,
    pub updated: Timestamp,
    pub name: String,
    pub latin_name: String,
    pub title: String,
    pub organisation: String,
    pub labels: Labels,
    pub reading: PersonReading,
}

impl Named for CounterpartSummary {
    fn own_name(&self) -> &str {
        &self.name
    }

    fn latin_name(&self) -> &str {
        &self.latin_name
    }
}

impl CounterpartSummary {
    pub fn of(person: &Counterpart, weights: &EvidenceWeights) -> Self {
        Self {
            id: person.id,
            updated: person.updated,
            name: person.name.clone(),
            latin_name: person.latin_name.clone(),
            title: person.title.clone(),
            organisation: person.organisation.clone(),
            labels: person.labels.clone(),
            reading: PersonReading::of(&person.evidence, weights),
        }
    }

    /// How many observations the profile rests on, in both settings.
    pub fn observations(&self) -> usize {
        self.reading.normal.profile.observations + self.reading.pressure.profile.observations
    }
}

/// A negotiation as lists show it. There may be a hundred thousand of them in memory, so what most
/// do not have is boxed.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSummary {
    pub id: SessionId,
    pub updated: Timestamp,
    pub title: String,
    pub counterparts: Box<[CounterpartId]>,
    pub labels: Labels,
    pub my_party: Party,
    pub currency: Currency,
    /// The meeting that is running or comes next.
    pub next: Option<Box<NextMeeting>>,
    pub price: PriceState,
    /// When the last offer was made, by either side.
    pub last_offer: Option<Timestamp>,
    /// What the last meeting that has ended came to.
    pub verdict: Option<Verdict>,
    pub promises: Box<[OpenPromise]>,
    pub untested: Box<[UntestedClaim]>,
    pub promises_kept: u32,
    /// Questions of the walk that are answered.
    pub walk_answered: u16,
    /// Parts of the plan that are written, of [`SessionSummary::PLAN_PARTS`].
    pub plan_written: u8,
    /// What it adds to the statistics.
    pub digest: Option<Box<Digest>>,
}

/// The code of a currency. The three letters of ISO 4217 take no memory of their own; anything else
/// that was written by hand is kept as it is.
#[derive(Clone, PartialEq, Eq)]
pub struct Currency(Code);

#[derive(Clone, PartialEq, Eq)]
enum Code {
    Iso([u8; 3]),
    Other(Box<str>),
}

impl From<&str> for Currency {
    fn from(code: &str) -> Self {
        Self(match code.as_bytes() {
            &[a, b, c] if code.is_ascii() => Code::Iso([a, b, c]),
            _ => Code::Other(code.into()),
        })
    }
}

impl Deref for Currency {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Code::Iso(letters) => std::str::from_utf8(letters).unwrap_or_default(),
            Code::Other(code) => code,
        }
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

/// The meeting that is running or comes next.
#[derive(Debug, Clone, PartialEq)]
pub struct NextMeeting {
    pub id: MeetingId,
    /// Its position in the session, counted from 1.
    pub number: usize,
    pub planned: Option<DateTime>,
    pub started: Option<Timestamp>,
    pub place: String,
}

/// How far the two prices are apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PriceState {
    NoOffers,
    /// One side has not named a price.
    OneSide,
    /// The prices meet or cross.
    Met,
    Apart(Decimal),
}

/// A promise that is neither kept nor broken.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenPromise {
    pub meeting: MeetingId,
    pub id: Option<EntryId>,
    pub party: Party,
    pub action: String,
    pub person: Option<String>,
    pub due: Option<Date>,
}

/// A claim by the other side that nobody has tested.
#[derive(Debug, Clone, PartialEq)]
pub struct UntestedClaim {
    pub id: EntryId,
    pub at: Timestamp,
    pub kind: PotatoKind,
    pub claim: String,
}

impl SessionSummary {
    /// Goal, target, walk-away price, alternative, questions.
    pub const PLAN_PARTS: u8 = 5;

    pub fn of(session: &Session) -> Self {
        let next = session.current_meeting().map(|meeting| {
            Box::new(NextMeeting {
                id: meeting.id,
                number: session.meeting_number(meeting.id),
                planned: meeting.planned,
                started: meeting.started,
                place: meeting.place.clone(),
            })
        });
        let ended = session.meetings.iter().rev().find(|meeting| meeting.ended.is_some());
        let open = session.promises().filter(|(_, one)| one.state == CommitmentState::Open);
        let promises = open.map(|(meeting, promise)| OpenPromise {
            meeting,
            id: promise.id,
            party: promise.party,
            action: promise.action.clone(),
            person: promise.person.clone(),
            due: promise.due,
        });
        let kept = session.promises().filter(|(_, one)| one.state == CommitmentState::Kept);
        let untested = session.untested_potatoes().map(|potato| UntestedClaim {
            id: potato.id,
            at: potato.at,
            kind: potato.kind,
            claim: potato.claim.clone(),
        });
        Self {
            id: session.id,
            updated: session.updated,
            title: session.title.clone(),
            counterparts: session.counterparts.as_slice().into(),
            labels: session.labels.clone(),
            my_party: session.my_party,
            currency: Currency::from(session.currency.as_str()),
            next,
            price: PriceState::of(session),
            last_offer: session.offers.iter().map(|offer| offer.at).max(),
            verdict: ended.map(|meeting| judge(&meeting.outcome).verdict),
            promises: promises.collect(),
            untested: untested.collect(),
            // Far below the limits.
            promises_kept: u32::try_from(kept.count()).unwrap_or(u32::MAX),
            walk_answered: u16::try_from(session.walk.answered()).unwrap_or(u16::MAX),
            plan_written: plan_written(&session.plan),
            digest: Digest::of(session),
        }
    }
}

impl PriceState {
    fn of(session: &Session) -> Self {
        let (false, Some(focus)) = (session.offers.is_empty(), session.focus_meeting()) else {
            return Self::NoOffers;
        };
        let order = session.meeting_ids();
        match Ledger::new(&session.offers, session.my_party, &order, focus.id).gap_now() {
            None => Self::OneSide,
            Some(gap) if gap <= Decimal::ZERO => Self::Met,
            Some(gap) => Self::Apart(gap),
        }
    }
}

fn plan_written(plan: &Plan) -> u8 {
    let written = |text: &str| !text.trim().is_empty();
    let parts: [bool; SessionSummary::PLAN_PARTS as usize] = [
        written(&plan.goal),
        plan.target.is_some(),
        plan.reservation.is_some(),
        written(&plan.alternative),
        written(&plan.questions),
    ];
    parts.into_iter().map(u8::from).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_counts_what_is_written() {
        assert_eq!(plan_written(&Plan::default()), 0);
        let some = Plan { goal: "Sign".to_owned(), alternative: " ".to_owned(), ..Plan::default() };
        assert_eq!(plan_written(&some), 1);
    }

    #[test]
    fn a_currency_is_what_was_written() {
        for code in ["EUR", "", "元", "USDT", "€", "zł", "eu"] {
            assert_eq!(&*Currency::from(code), code);
            assert_eq!(format!("{:?}", Currency::from(code)), format!("{code:?}"));
        }
        assert_eq!(size_of::<Currency>(), 16);
    }

    #[test]
    fn a_reading_that_is_shared_is_the_one_that_would_be_made() {
        let weights = EvidenceWeights {
            questionnaire_total: 1.0,
            quote: 1.0,
            behaviour: 1.0,
            text: 1.0,
            third_party: 1.0,
            role: 1.0,
        };
        let reading = PersonReading::of(&[], &weights);
        assert_eq!(reading.normal, Profile::default().reading());
    }
}
