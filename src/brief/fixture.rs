//! A session with everything in it, for the tests of the brief.

use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use crate::domain::ledger::{Offer, Side};
use crate::domain::plan::Values;
use crate::domain::library::Owner;
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::domain::quadrant::Quadrant;
use crate::domain::session::{LogEntry, LogKind, Meeting, Session};
use crate::domain::walk::{Answer, QuestionId, WalkEntry};

pub(super) fn catalog() -> Catalog {
    Catalog::bundled().unwrap()
}

pub(super) fn now() -> DateTime {
    date(2026, 6, 15).at(9, 5, 0, 0)
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub(super) fn seen(quadrant: Quadrant, setting: Setting) -> Evidence {
    Evidence {
        id: None,
        supports: vec![quadrant],
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting,
        date: date(2026, 6, 1),
        text: String::new(),
        source: String::new(),
        weight: None,
    }
}

pub(super) fn lin() -> Counterpart {
    let mut lin = Counterpart::new(CounterpartId(uuid(1)), Timestamp::UNIX_EPOCH);
    lin.name = "林悦".to_owned();
    lin.latin_name = "Lin Yue".to_owned();
    lin.title = "Head of Purchasing".to_owned();
    lin.organisation = "Northern Cold Chain".to_owned();
    lin.evidence = vec![seen(Quadrant::C, Setting::Normal); 6];
    lin.evidence.extend(vec![seen(Quadrant::B, Setting::Pressure); 3]);
    lin
}

pub(super) fn owner() -> Owner {
    Owner { name: "Me".to_owned(), evidence: vec![seen(Quadrant::A, Setting::Normal); 5] }
}

fn offer(id: u128, meeting: u128, side: Side, time: &str, price: i64) -> Offer {
    Offer {
        id: EntryId(uuid(id)),
        at: at(time),
        meeting: MeetingId(uuid(meeting)),
        side,
        price: Some(Decimal::from(price)),
        values: Values::new(),
        terms: String::new(),
    }
}

fn promise(party: Party, action: &str, person: &str, day: i8) -> Commitment {
    Commitment {
        id: None,
        party,
        action: action.to_owned(),
        person: Some(person.to_owned()),
        due: Some(date(2026, 6, day)),
        cost: String::new(),
        binding: false,
        state: CommitmentState::Open,
    }
}

pub(super) fn full_session() -> Session {
    let mut session =
        Session::new(SessionId(uuid(9)), Timestamp::UNIX_EPOCH, "CNY", MeetingId(uuid(100)));
    session.title = "Cold-store monitoring, 38 sites".to_owned();
    session.plan.goal = "Lin Yue puts the 38-site contract before her board by 30 June.".to_owned();
    session.plan.price_unit = "per site and month".to_owned();
    session.plan.target = Some(Decimal::from(1300));
    session.plan.reservation = Some(Decimal::from(1170));
    session.plan.alternative = "Sell the pilot to the Harbour group".to_owned();
    session.plan.unsaid = "That the quarter is short of orders\n".to_owned();
    session.plan.questions =
        "- Who besides you has to agree?\n- What happens at the sites if nothing changes?\n- What would make your technicians glad of it?".to_owned();
    let first = &mut session.meetings[0];
    first.started = Some(at("2026-06-01T06:00:00Z"));
    first.ended = Some(at("2026-06-01T07:00:00Z"));
    first.outcome.commitments = vec![
        promise(Party::Buyer, "Send the temperature logs of ten sites", "Lin Yue", 12),
        promise(Party::Seller, "Draft the service agreement", "", 16),
    ];
    let mut second = Meeting::new(MeetingId(uuid(101)));
    second.planned = Some(date(2026, 6, 15).at(14, 0, 0, 0));
    second.place = "their office, room 402".to_owned();
    second.phase = Phase::Middle;
    session.meetings.push(second);
    session.offers = vec![
        offer(1, 100, Side::Us, "2026-06-01T06:10:00Z", 1480),
        offer(2, 100, Side::Them, "2026-06-01T06:20:00Z", 1050),
        offer(3, 100, Side::Us, "2026-06-01T06:30:00Z", 1400),
        offer(4, 101, Side::Them, "2026-06-14T06:00:00Z", 1110),
        offer(5, 101, Side::Us, "2026-06-14T06:10:00Z", 1340),
    ];
    session.potatoes = vec![HotPotato {
        id: EntryId(uuid(50)),
        at: at("2026-06-01T06:40:00Z"),
        meeting: MeetingId(uuid(100)),
        kind: PotatoKind::Budget,
        claim: "There is no more than 1,100 in the budget".to_owned(),
        asked: [true, false, false],
        verdict: PotatoVerdict::Untested,
        evidence: String::new(),
        person: None,
        whose: None,
        answer: String::new(),
    }];
    session.pitch = "Our sensors …".to_owned();
    for question in [QuestionId::A1, QuestionId::A2, QuestionId::C2] {
        session
            .walk
            .entries
            .insert(question, WalkEntry { answer: Some(Answer::Yes), note: String::new() });
    }
    session.log.push(LogEntry {
        id: EntryId(uuid(60)),
        at: at("2026-06-01T06:50:00Z"),
        meeting: MeetingId(uuid(100)),
        kind: LogKind::TacticSeen,
        text: String::new(),
        tactic: Some("flinch".to_owned()),
        phase: None,
        person: None,
        effect: None,
    });
    session
}

/// A session as it is when it has just been made.
pub(super) fn fresh_session() -> Session {
    Session::new(SessionId(uuid(9)), Timestamp::UNIX_EPOCH, "CNY", MeetingId(uuid(100)))
}
