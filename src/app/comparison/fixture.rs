//! Records in which every field is filled, for tests. Written out in full, so that a new field has
//! to be filled here too.

use jiff::Timestamp;
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, IssueId, LibraryId, MeetingId, SessionId};
use crate::domain::issue::{Choice, Curve, Issue, IssueKind, IssueValue, Stakes};
use crate::domain::label::Labels;
use crate::domain::ledger::{Offer, Side};
use crate::domain::library::{LibraryRecord, Owner, SCHEMA};
use crate::domain::outcome::{Commitment, CommitmentState, Outcome, Party, Verdict};
use crate::domain::phase::Phase;
use crate::domain::plan::{
    ConcessionSteps, Package, Plan, PriceStakes, TeamMember, TeamRole, Values,
};
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict, Whose};
use crate::domain::prediction::Prediction;
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::domain::session::{
    Agreement, Effect, LogEntry, LogKind, Meeting, PitchVersion, Session,
};
use crate::domain::tactic::{Deck, Mark, OwnCard};
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
        deck: Deck {
            favourites: ["trade".to_owned(), card().card_id()].into(),
            train: ["silence".to_owned()].into(),
            cards: vec![card()],
        },
    }
}

pub fn card() -> OwnCard {
    OwnCard {
        id: entry(20),
        name: "A walk first".to_owned(),
        phase: Phase::Opening,
        mark: Mark::Fair,
        cues: "The price list lies open".to_owned(),
        how: "Ask to see the hall".to_owned(),
        counter: "After the price".to_owned(),
        note: "Works in plants".to_owned(),
    }
}

pub const PAYMENT: IssueId = IssueId(Uuid::from_u128(30));
pub const START: IssueId = IssueId(Uuid::from_u128(31));
pub const CABLING: IssueId = IssueId(Uuid::from_u128(32));
pub const BONUS: IssueId = IssueId(Uuid::from_u128(33));

fn number(value: i64) -> IssueValue {
    IssueValue::Number(Decimal::from(value))
}

/// An issue of each kind.
fn issues() -> Vec<Issue> {
    let stakes = |target, reservation, curve| Stakes {
        weight: Some(30),
        target: Some(target),
        reservation: Some(reservation),
        curve,
        give_or_take: Some(Decimal::from(15)),
    };
    let issue = |id, name: &str, kind, unit: &str, stakes: Stakes| Issue {
        id,
        name: name.to_owned(),
        kind,
        unit: unit.to_owned(),
        choices: Vec::new(),
        mine: stakes.clone(),
        theirs: stakes,
    };
    let payment =
        stakes(number(30), number(75), Curve::Points(vec![(number(45), 80), (number(75), 0)]));
    let day = |day| IssueValue::Day(date(2027, 1, day));
    let choice =
        |key, name: &str| Choice { key, name: name.to_owned(), mine: 80, theirs: Some(40) };
    vec![
        issue(PAYMENT, "Payment", IssueKind::Number, "days", payment),
        issue(START, "Start", IssueKind::Date, "", stakes(day(8), day(29), Curve::Threshold)),
        Issue {
            choices: vec![choice(4011, "Our fitters"), choice(5977, "Their electricians")],
            ..issue(CABLING, "Cabling", IssueKind::Choice, "", Stakes::default())
        },
        issue(
            BONUS,
            "Bonus",
            IssueKind::Money,
            "EUR",
            stakes(number(2000), number(500), Curve::Linear),
        ),
    ]
}

/// Something about each issue.
pub fn values() -> Values {
    [
        (PAYMENT, number(45)),
        (START, IssueValue::Day(date(2027, 1, 15))),
        (CABLING, IssueValue::Choice(5977)),
        (BONUS, number(1500)),
    ]
    .into()
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
            price: PriceStakes {
                weight: Some(40),
                curve: Curve::Threshold,
                their_weight: Some(50),
                their_target: Some(Decimal::from(80)),
                their_reservation: Some(Decimal::from(110)),
                give_or_take: Some(Decimal::from(5)),
                their_curve: Curve::Linear,
            },
            issues: issues(),
            alternative: "The other chain".to_owned(),
            alternative_worth: Some(40),
            their_alternative: "Another summer as it is".to_owned(),
            their_alternative_worth: Some(35),
            gives: "A training day".to_owned(),
            packages: vec![Package {
                id: entry(40),
                name: "Best price".to_owned(),
                price: Some(Decimal::from(118)),
                values: values(),
            }],
            concessions: Some(ConcessionSteps {
                opening: Some(Decimal::from(130)),
                stop: Some(Decimal::from(100)),
                steps: 3,
                softness: 150,
                in_return: vec!["Three years".to_owned(), "Payment in 30 days".to_owned()],
            }),
            questions: "Who decides?".to_owned(),
            unsaid: "Our stock".to_owned(),
            team: vec![TeamMember {
                id: entry(41),
                name: "He Jun".to_owned(),
                role: TeamRole::Numbers,
                note: "Checks each package".to_owned(),
            }],
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
            minutes: Some(75),
            prediction: Some(Prediction {
                at: at(),
                verdict: Some(Verdict::NoSale),
                sure: 70,
                low: Some(Decimal::from(100)),
                high: Some(Decimal::from(115)),
            }),
            keep: "The walk first".to_owned(),
            change: "Ask earlier".to_owned(),
            debrief: "A cold room".to_owned(),
        }],
        offers: vec![Offer {
            id: entry(4),
            at: at(),
            meeting,
            side: Side::Us,
            price: Some(Decimal::from(120)),
            values: values(),
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
            person: Some(CounterpartId(Uuid::from_u128(7))),
            whose: Some(Whose::Theirs),
            answer: "Compared both".to_owned(),
        }],
        log: vec![LogEntry {
            id: entry(6),
            at: at(),
            meeting,
            kind: LogKind::TacticSeen,
            text: "Walked out".to_owned(),
            tactic: Some("focus-on-issue".to_owned()),
            phase: Some(Phase::Middle),
            person: Some(CounterpartId(Uuid::from_u128(7))),
            effect: Some(Effect::Backfired),
        }],
        agreed: Some(Agreement {
            at: at(),
            meeting,
            price: Some(Decimal::from(112)),
            values: values(),
        }),
    }
}
