//! A session with everything in it, for the tests of the brief.

use jiff::Timestamp;
use jiff::civil::{DateTime, date};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, IssueId, MeetingId, SessionId};
use crate::domain::issue::{Choice, Issue, IssueKind, IssueValue, Stakes};
use crate::domain::ledger::{Offer, Side};
use crate::domain::library::Owner;
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::plan::{ConcessionSteps, Package, TeamMember, TeamRole, Values};
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict, Whose};
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

pub(super) const PAYMENT: IssueId = IssueId(Uuid::from_u128(201));
pub(super) const TERM: IssueId = IssueId(Uuid::from_u128(202));
pub(super) const START: IssueId = IssueId(Uuid::from_u128(203));
pub(super) const SERVICE: IssueId = IssueId(Uuid::from_u128(204));

pub(super) fn number(value: i64) -> IssueValue {
    IssueValue::Number(Decimal::from(value))
}

fn stakes(weight: u8, target: IssueValue, reservation: IssueValue) -> Stakes {
    Stakes {
        weight: Some(weight),
        target: Some(target),
        reservation: Some(reservation),
        ..Stakes::default()
    }
}

pub(super) fn issue(
    id: IssueId,
    name: &str,
    (kind, unit): (IssueKind, &str),
    [mine, theirs]: [(u8, IssueValue, IssueValue); 2],
) -> Issue {
    Issue {
        name: name.to_owned(),
        unit: unit.to_owned(),
        mine: stakes(mine.0, mine.1, mine.2),
        theirs: stakes(theirs.0, theirs.1, theirs.2),
        ..Issue::new(id, kind)
    }
}

/// The full session with four issues besides the price, and everything that a plan can hold.
pub(super) fn issues_session() -> Session {
    let mut session = full_session();
    let plan = &mut session.plan;
    plan.price.weight = Some(40);
    plan.price.their_weight = Some(30);
    plan.price.their_target = Some(Decimal::from(1000));
    plan.price.their_reservation = Some(Decimal::from(1250));
    plan.price.give_or_take = Some(Decimal::from(60));
    let day = |month, day| IssueValue::Day(date(2026, month, day));
    let days = (IssueKind::Number, "days after invoice");
    let mut payment = issue(
        PAYMENT,
        "Payment",
        days,
        [(25, number(30), number(60)), (10, number(90), number(45))],
    );
    payment.theirs.give_or_take = Some(Decimal::from(10));
    let months = (IssueKind::Number, "months");
    let term =
        issue(TERM, "Term", months, [(20, number(36), number(12)), (35, number(12), number(24))]);
    let start = issue(
        START,
        "First site live",
        (IssueKind::Date, ""),
        [(5, day(9, 1), day(7, 15)), (20, day(7, 1), day(8, 15))],
    );
    let mut service = Issue::new(SERVICE, IssueKind::Choice);
    service.name = "Service level".to_owned();
    service.choices = [(1, "Gold", 20, 100), (2, "Silver", 100, 60), (3, "Basic", 60, 10)]
        .map(|(key, name, mine, theirs)| Choice {
            key,
            name: name.to_owned(),
            mine,
            theirs: Some(theirs),
        })
        .into();
    service.mine.weight = Some(10);
    plan.issues = vec![payment, term, start, service];
    plan.alternative_worth = Some(45);
    plan.their_alternative = "Stay with the paper logs for a year".to_owned();
    plan.their_alternative_worth = Some(30);
    plan.gives = "- Training on site\n- A spare sensor per site".to_owned();
    let package = |id, name: &str, price, values: &[(IssueId, IssueValue)]| Package {
        id: EntryId(uuid(id)),
        name: name.to_owned(),
        price: Some(Decimal::from(price)),
        values: values.iter().copied().collect(),
    };
    plan.packages = vec![
        package(301, "Long term", 1270, &[(PAYMENT, number(45)), (TERM, number(36))]),
        package(302, "Quick money", 1300, &[(PAYMENT, number(30)), (TERM, number(24))]),
        package(303, "", 1320, &[(TERM, number(12)), (SERVICE, IssueValue::Choice(2))]),
    ];
    plan.concessions = Some(ConcessionSteps {
        opening: Some(Decimal::from(1480)),
        in_return: vec![
            "36 months".into(),
            "30 days".into(),
            "a reference".into(),
            "the board date".into(),
        ],
        ..ConcessionSteps::default()
    });
    let member = |id, name: &str, role, note: &str| TeamMember {
        id: EntryId(uuid(id)),
        name: name.to_owned(),
        role,
        note: note.to_owned(),
    };
    plan.team = vec![
        member(401, "Wang Lei", TeamRole::Numbers, "checks every package before it is said"),
        member(402, "Zhou Min", TeamRole::Observer, ""),
    ];
    session.meetings[1].minutes = Some(90);
    let mut say = |place: usize, values: &[(IssueId, IssueValue)]| {
        session.offers[place].values = values.iter().copied().collect();
    };
    say(0, &[(PAYMENT, number(30)), (TERM, number(36)), (SERVICE, IssueValue::Choice(2))]);
    say(1, &[(PAYMENT, number(90)), (TERM, number(12)), (SERVICE, IssueValue::Choice(2))]);
    say(3, &[(PAYMENT, number(75))]);
    say(4, &[(TERM, number(30))]);
    session.potatoes.push(HotPotato {
        id: EntryId(uuid(51)),
        kind: PotatoKind::Authority,
        claim: "Only the board can sign this".to_owned(),
        verdict: PotatoVerdict::Real,
        whose: Some(Whose::Theirs),
        answer: "A one-page paper for the board, by Friday".to_owned(),
        ..session.potatoes[0].clone()
    });
    let broken = Commitment {
        state: CommitmentState::Broken,
        ..promise(Party::Buyer, "Name the person in finance", "Lin Yue", 8)
    };
    session.meetings[0].outcome.commitments.push(broken);
    session
}

/// A session as it is when it has just been made.
pub(super) fn fresh_session() -> Session {
    Session::new(SessionId(uuid(9)), Timestamp::UNIX_EPOCH, "CNY", MeetingId(uuid(100)))
}
