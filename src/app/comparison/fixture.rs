//! Records in which every field is filled, for tests. Written out in full, so that a new field has
//! to be filled here too.

use jiff::Timestamp;
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, LibraryId, MeetingId, SessionId};
use crate::domain::label::Labels;
use crate::domain::ledger::{Offer, Side};
use crate::domain::library::{LibraryRecord, Owner, SCHEMA};
use crate::domain::outcome::{Commitment, CommitmentState, Outcome, Party};
use crate::domain::phase::Phase;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::domain::plan::{Plan, Values};
use crate::domain::session::{LogEntry, LogKind, Meeting, PitchVersion, Session};
use crate::domain::tactic::Deck;
use crate::domain::walk::{Answer, QuestionId, Walk, WalkEntry};

pub fn at() -> Timestamp {
    "2026-11-03T09:12:00Z".parse().unwrap()
}

fn entry(id: u128) -> EntryId {
    EntryId(Uuid::from_u128(id))
}

pub fn evidence(id: u128, text: &str) -> Evidence {
    Evidence {
        id: Some(entry(id)),
        supports: vec![Quadrant::A, Quadrant::D],
        against: vec![Quadrant::C],
        kind: EvidenceKind::ThirdParty,
        setting: Setting::Pressure,
        date: date(2026, 11, 3),
        text: text.to_owned(),
        source: "Mr. Falk".to_owned(),
        weight: Some(0.5),
    }
}

fn labels() -> Labels {
    Labels { tags: vec!["VIP".to_owned()], archived: true }
}

pub fn library() -> LibraryRecord {
    LibraryRecord {
        schema: SCHEMA,
        id: LibraryId(Uuid::from_u128(9)),
        updated: at(),
        owner: Owner { name: "Me".to_owned(), evidence: vec![evidence(1, "I like figures")] },
        currency: "EUR".to_owned(),
        animals: AnimalReading::FoxIsC,
        deck: Deck::default(),
    }
}

pub fn counterpart() -> Counterpart {
    Counterpart {
        schema: SCHEMA,
        id: CounterpartId(Uuid::from_u128(7)),
        updated: at(),
        name: "林悦".to_owned(),
        latin_name: "Lin Yue".to_owned(),
        title: "Buyer".to_owned(),
        organisation: "Harbour Foods".to_owned(),
        labels: labels(),
        notes: "Likes figures.\nAsks for references.".to_owned(),
        evidence: vec![evidence(1, "Show me the numbers"), evidence(2, "Who else uses it?")],
    }
}

fn walk() -> Walk {
    let entry = WalkEntry { answer: Some(Answer::Partly), note: "One figure".to_owned() };
    Walk { entries: [(QuestionId::A1, entry)].into() }
}

pub fn session() -> Session {
    let meeting = MeetingId(Uuid::from_u128(2));
    let promise = Commitment {
        id: Some(entry(3)),
        party: Party::Buyer,
        action: "Send the consumption figures".to_owned(),
        person: Some("Lin Yue".to_owned()),
        due: Some(date(2026, 11, 10)),
        cost: "Two days of work".to_owned(),
        binding: true,
        state: CommitmentState::Kept,
    };
    Session {
        schema: SCHEMA,
        id: SessionId(Uuid::from_u128(1)),
        updated: at(),
        title: "Cold chain".to_owned(),
        counterparts: vec![CounterpartId(Uuid::from_u128(7))],
        labels: labels(),
        influence: [(CounterpartId(Uuid::from_u128(7)), 4)].into(),
        my_party: Party::Seller,
        currency: "EUR".to_owned(),
        plan: Plan {
            goal: "Two sites this year".to_owned(),
            price_unit: "per site and month".to_owned(),
            target: Some(Decimal::from(120)),
            reservation: Some(Decimal::from(95)),
            alternative: "The other chain".to_owned(),
            questions: "Who decides?".to_owned(),
            unsaid: "Our stock".to_owned(),
            ..Plan::default()
        },
        pitch: "Fewer losses in the cold chain.".to_owned(),
        walk: walk(),
        pitches: vec![PitchVersion {
            id: entry(8),
            at: at(),
            name: "First try".to_owned(),
            text: "We cool everything.".to_owned(),
            walk: walk(),
        }],
        meetings: vec![Meeting {
            id: meeting,
            planned: Some(date(2026, 11, 3).at(9, 0, 0, 0)),
            place: "Their office".to_owned(),
            started: Some(at()),
            ended: Some(at()),
            phase: Phase::Late,
            done: vec!["agenda".to_owned()],
            outcome: Outcome {
                refused: true,
                decided_elsewhere: true,
                words: vec!["Looks good".to_owned()],
                commitments: vec![promise],
            },
            debrief: "Ask earlier".to_owned(),
            ..Meeting::new(meeting)
        }],
        offers: vec![Offer {
            id: entry(4),
            at: at(),
            meeting,
            side: Side::Us,
            price: Some(Decimal::from(120)),
            values: Values::new(),
            terms: "Thirty days".to_owned(),
        }],
        potatoes: vec![HotPotato {
            id: entry(5),
            at: at(),
            meeting,
            kind: PotatoKind::Budget,
            claim: "There is no budget".to_owned(),
            asked: [true, false, false],
            verdict: PotatoVerdict::Bluff,
            evidence: "They bought elsewhere".to_owned(),
            person: None,
            whose: None,
            answer: String::new(),
        }],
        log: vec![LogEntry {
            id: entry(6),
            at: at(),
            meeting,
            kind: LogKind::TacticSeen,
            text: "Walked out".to_owned(),
            tactic: Some("focus-on-issue".to_owned()),
            phase: Some(Phase::Middle),
            person: None,
            effect: None,
        }],
        agreed: None,
    }
}
