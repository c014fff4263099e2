#![allow(clippy::float_cmp, reason = "values that are exact by construction")]

use jiff::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::ids::{EntryId, IssueId, SessionId};
use crate::domain::issue::Choice;
use crate::domain::ledger::{MoveKind, WarningKind};
use crate::domain::plan::Values;
use crate::domain::session::Meeting;

use Side::{Them, Us};

const MEETINGS: [MeetingId; 2] = [MeetingId(Uuid::from_u128(1)), MeetingId(Uuid::from_u128(2))];
const DAYS: IssueId = IssueId(Uuid::from_u128(11));
const SERVICE: IssueId = IssueId(Uuid::from_u128(12));

fn number(value: i64) -> IssueValue {
    IssueValue::Number(Decimal::from(value))
}

/// A seller: price 100 (target) to 80 (walk-away), days of payment 30 to 90, a service to choose.
fn session() -> Session {
    let start = Timestamp::from_second(0).unwrap();
    let mut session = Session::new(SessionId(Uuid::from_u128(5)), start, "EUR", MEETINGS[0]);
    session.meetings.push(Meeting::new(MEETINGS[1]));
    session.plan.target = Some(Decimal::from(100));
    session.plan.reservation = Some(Decimal::from(80));
    let mut days = Issue::new(DAYS, IssueKind::Number);
    days.mine.target = Some(number(30));
    days.mine.reservation = Some(number(90));
    let mut service = Issue::new(SERVICE, IssueKind::Choice);
    service.choices = [(1, "Gold", 20), (2, "Basic", 100)]
        .map(|(key, name, mine)| Choice { key, name: name.to_owned(), mine, theirs: None })
        .to_vec();
    session.plan.issues = vec![days, service];
    session
}

fn say(
    session: &mut Session,
    meeting: usize,
    side: Side,
    price: Option<i64>,
    values: &[(IssueId, IssueValue)],
) {
    let count = i64::try_from(session.offers.len()).unwrap() + 1;
    session.offers.push(Offer {
        id: EntryId(Uuid::from_u128(100 + u128::from(count.unsigned_abs()))),
        at: Timestamp::from_second(count * 60).unwrap(),
        meeting: MEETINGS[meeting],
        side,
        price: price.map(Decimal::from),
        values: values.iter().copied().collect::<Values>(),
        terms: String::new(),
    });
}

fn concerns(session: &Session) -> Vec<(usize, Caution)> {
    let table = Table::of(session, &MEETINGS, MEETINGS[1]);
    let place = |id| session.offers.iter().position(|offer| offer.id == id).unwrap();
    let found = table.concerns(&session.plan).into_iter();
    found.map(|concern| (place(concern.offer), concern.caution)).collect()
}

#[test]
fn what_is_not_said_again_is_carried_forward_and_not_changed() {
    let mut session = session();
    say(&mut session, 0, Us, Some(100), &[(DAYS, number(30))]);
    say(&mut session, 0, Them, Some(70), &[(DAYS, number(90)), (SERVICE, IssueValue::Choice(1))]);
    say(&mut session, 0, Us, Some(95), &[(DAYS, number(30))]);
    say(&mut session, 1, Us, None, &[(SERVICE, IssueValue::Choice(1))]);
    let table = Table::of(&session, &MEETINGS, MEETINGS[1]);
    let changed: Vec<_> = table.rows.iter().map(|row| row.changed.clone()).collect();
    let (days, service) = (Topic::Issue(DAYS), Topic::Issue(SERVICE));
    assert_eq!(changed[0], [Topic::Price, days]);
    assert_eq!(changed[2], [Topic::Price], "the days were named again, not changed");
    assert_eq!(changed[3], [service]);
    assert_eq!(table.last_word(Us, Topic::Price), Some(IssueValue::Number(Decimal::from(95))));
    assert_eq!(table.settled(service), Some(IssueValue::Choice(1)));
    assert_eq!(table.settled(days), None);
    assert_eq!(table.rows[0].worth.unwrap().open, 1);
    assert_eq!(table.rows[3].worth.unwrap().open, 0);
}

#[test]
fn an_earlier_meeting_does_not_know_what_came_later() {
    let mut session = session();
    say(&mut session, 0, Us, Some(100), &[]);
    say(&mut session, 1, Us, Some(90), &[]);
    let table = Table::of(&session, &MEETINGS, MEETINGS[0]);
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.last_word(Us, Topic::Price), Some(number(100)));
}

#[test]
fn which_way_is_good_is_seen_from_the_first_offers_when_the_plan_is_silent() {
    let mut session = session();
    session.plan.issues[0].mine = Default::default();
    say(&mut session, 0, Us, None, &[(DAYS, number(30))]);
    let silent = Table::of(&session, &MEETINGS, MEETINGS[1]);
    assert!(!silent.topic(Topic::Issue(DAYS)).unwrap().directed);
    say(&mut session, 0, Them, None, &[(DAYS, number(90))]);
    let table = Table::of(&session, &MEETINGS, MEETINGS[1]);
    let days = table.topic(Topic::Issue(DAYS)).unwrap();
    assert!(days.directed);
    assert_eq!(days.ledger.wants(Us), Direction::Down);
    assert_eq!(days.ledger.gap_now(), Some(Decimal::from(60)));
}

#[test]
fn giving_for_nothing_is_one_concern_for_all_its_topics() {
    let mut session = session();
    say(&mut session, 0, Us, Some(100), &[(DAYS, number(30))]);
    say(&mut session, 0, Us, Some(98), &[(DAYS, number(40))]);
    let both = vec![Topic::Price, Topic::Issue(DAYS)];
    assert_eq!(concerns(&session), [(1, Caution::About(both, WarningKind::BidAgainstMyself))]);
}

#[test]
fn a_concession_that_was_answered_on_another_topic_is_a_trade() {
    let mut session = session();
    say(&mut session, 0, Us, Some(100), &[(DAYS, number(30))]);
    say(&mut session, 0, Them, Some(60), &[(DAYS, number(90))]);
    say(&mut session, 0, Us, Some(97), &[]);
    say(&mut session, 0, Them, None, &[(DAYS, number(80))]);
    say(&mut session, 0, Us, Some(95), &[]);
    assert_eq!(concerns(&session), [], "they gave days for the price");
    say(&mut session, 0, Us, Some(94), &[]);
    let kinds =
        concerns(&session).into_iter().map(|(offer, caution)| (offer, gravity_of(&caution)));
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        [(5, "bid-against-myself"), (5, "two-concessions-in-a-row")]
    );
}

fn gravity_of(caution: &Caution) -> &'static str {
    match caution {
        Caution::About(_, kind) => kind.id(),
        Caution::BelowAlternative { .. } => "below-alternative",
    }
}

#[test]
fn a_package_below_my_alternative_is_called_out_only_when_it_is_certain() {
    let mut session = session();
    session.plan.alternative_worth = Some(40);
    say(&mut session, 0, Us, Some(82), &[(DAYS, number(80))]);
    let ids = |session: &Session| -> Vec<_> {
        concerns(session).iter().map(|(_, caution)| gravity_of(caution)).collect()
    };
    assert!(!ids(&session).contains(&"below-alternative"), "the service is open");
    say(&mut session, 0, Them, Some(60), &[]);
    say(&mut session, 0, Us, None, &[(SERVICE, IssueValue::Choice(1))]);
    assert!(ids(&session).contains(&"below-alternative"));
}

#[test]
fn limits_of_every_topic_are_watched() {
    let mut session = session();
    say(&mut session, 0, Us, Some(100), &[(DAYS, number(30))]);
    say(&mut session, 0, Them, Some(60), &[(DAYS, number(120))]);
    say(&mut session, 0, Us, None, &[(DAYS, number(95))]);
    let by = Decimal::from(5);
    let beyond = WarningKind::BeyondReservation { by };
    assert!(concerns(&session).contains(&(2, Caution::About(vec![Topic::Issue(DAYS)], beyond))));
}

#[test]
fn an_issue_that_they_hold_while_moving_on_others_weighs_more_for_them() {
    let mut session = session();
    for (price, days) in [(60, 90), (64, 90), (68, 90), (72, 90)] {
        say(&mut session, 0, Them, Some(price), &[(DAYS, number(days))]);
    }
    let estimate = Table::of(&session, &MEETINGS, MEETINGS[1]).their_weights().unwrap();
    assert_eq!(estimate.offers, 4);
    assert!(estimate.weights[1] > estimate.weights[0]);
    session.plan.issues[0].theirs.weight = Some(90);
    let again = Table::of(&session, &MEETINGS, MEETINGS[1]).their_weights().unwrap();
    assert_eq!(again.weights, estimate.weights, "taking it over does not change it");
}

#[test]
fn what_they_hold_without_naming_it_again_weighs_more_for_them() {
    let mut session = session();
    say(&mut session, 0, Them, Some(60), &[(DAYS, number(90))]);
    let table = |session: &Session| Table::of(session, &MEETINGS, MEETINGS[1]).their_weights();
    assert_eq!(table(&session), None);
    for price in [64, 68, 72] {
        say(&mut session, 0, Them, Some(price), &[]);
    }
    // An offer in words alone is none to count.
    say(&mut session, 0, Them, None, &[]);
    let estimate = table(&session).unwrap();
    assert!(estimate.weights[1] > estimate.weights[0] + 0.1, "{:?}", estimate.weights);
    assert_eq!(estimate.offers, 4);
}

#[test]
fn offers_that_move_on_everything_give_no_weights_to_take_over() {
    let mut session = session();
    for (price, days) in [(60, 90), (64, 85), (68, 80)] {
        let service = IssueValue::Choice(u32::from(price % 8 == 0) + 1);
        say(&mut session, 0, Them, Some(price), &[(DAYS, number(days)), (SERVICE, service)]);
    }
    assert_eq!(Table::of(&session, &MEETINGS, MEETINGS[1]).their_weights(), None);
}

#[test]
fn a_give_or_take_beyond_their_target_does_not_turn_what_they_want() {
    let mut session = session();
    session.plan.issues.clear();
    session.plan.price.their_target = Some(Decimal::from(85));
    session.plan.price.their_reservation = Some(Decimal::from(100));
    let worth = |session: &mut Session, slack: i32, price: i32| {
        session.plan.price.give_or_take = Some(Decimal::from(slack));
        let table = Table::of(session, &MEETINGS, MEETINGS[1]);
        let terms = Standing { price: Some(Decimal::from(price)), ..Standing::default() };
        table.their_worth(session, &terms).unwrap()
    };
    for slack in [5, 14, 15, 16, 20, 1000] {
        let (low, high) = worth(&mut session, slack, 118);
        let best = 1.0 - 33.0 / (15.0 + f64::from(slack));
        assert_eq!(low, 0.0, "{slack}");
        assert!((high - best.max(0.0)).abs() < 1e-9, "{slack}: {high}");
        assert_eq!(worth(&mut session, slack, 85), (1.0, 1.0), "{slack}");
    }
}

#[test]
fn a_doubtful_day_stays_a_day_before_their_target() {
    let day = |number: i64| day_of_number(number).map(IssueValue::Day);
    let theirs = Stakes {
        target: day(100),
        reservation: day(90),
        give_or_take: Some(Decimal::from(30)),
        ..Stakes::default()
    };
    assert_eq!(shifted(&theirs, Decimal::ONE), day(99));
    assert_eq!(shifted(&theirs, Decimal::NEGATIVE_ONE), day(60));
    let undecided = Stakes { reservation: day(100), ..theirs };
    assert_eq!(shifted(&undecided, Decimal::ONE), None);
}

/// What looks like giving for nothing and was not answered, found by looking through all rows
/// between two bids of ours.
fn for_nothing(table: &Table<'_>) -> Vec<(EntryId, &'static str, Topic)> {
    let conceded = |on: &OnTable<'_>, side| -> Vec<EntryId> {
        let moves = on.ledger.moves(side).into_iter();
        let is_one = |change: crate::domain::ledger::Move| change.kind() == MoveKind::Concession;
        moves
            .filter(|(_, change)| change.is_some_and(is_one))
            .map(|(bid, _)| bid.offer.id)
            .collect()
    };
    let place = |id| table.rows.iter().position(|row| row.offer.id == id).unwrap();
    let mut found = Vec::new();
    for on in table.topics.iter().filter(|on| on.directed) {
        let bids: Vec<EntryId> = on.ledger.of(Us).map(|bid| bid.offer.id).collect();
        for warning in on.ledger.warnings(None) {
            let earlier =
                |ids: &[EntryId]| ids.iter().copied().rfind(|id| place(*id) < place(warning.offer));
            let (from, any) = match warning.kind {
                WarningKind::BidAgainstMyself => (earlier(&bids), true),
                WarningKind::TwoConcessionsInARow => (earlier(&conceded(on, Us)), false),
                _ => continue,
            };
            let between = &table.rows[place(from.unwrap())..place(warning.offer)];
            let mut answers = between.iter().filter(|row| row.offer.side == Them);
            let answered = answers.any(|row| {
                let gave = |on: &OnTable<'_>| conceded(on, Them).contains(&row.offer.id);
                any || table.topics.iter().filter(|on| on.directed).any(gave)
            });
            if !answered {
                found.push((warning.offer, warning.kind.id(), on.topic));
            }
        }
    }
    found.sort();
    found
}

proptest! {
    #[test]
    fn giving_for_nothing_is_what_a_look_at_every_offer_in_between_finds(
        said in proptest::collection::vec(
            (any::<bool>(), proptest::option::of(85..100_i64), proptest::option::of(30..60_i64)),
            0..14,
        ),
    ) {
        let mut session = session();
        for (us, price, days) in said {
            let days: Vec<_> = days.map(|days| (DAYS, number(days))).into_iter().collect();
            say(&mut session, 0, if us { Us } else { Them }, price, &days);
        }
        let table = Table::of(&session, &MEETINGS, MEETINGS[1]);
        let mut found = Vec::new();
        for concern in table.concerns(&session.plan) {
            let Caution::About(topics, kind) = concern.caution else { continue };
            if matches!(kind, WarningKind::BidAgainstMyself | WarningKind::TwoConcessionsInARow) {
                found.extend(topics.into_iter().map(|topic| (concern.offer, kind.id(), topic)));
            }
        }
        found.sort();
        prop_assert_eq!(found, for_nothing(&table));
    }
}

/// Concerns are looked for at each drawing of the page, so the work grows with the offers and not
/// with their square or cube.
#[test]
fn a_long_negotiation_on_many_issues_is_looked_through_in_no_time() {
    let mut session = session();
    let ids: Vec<IssueId> = (0..20).map(|id| IssueId(Uuid::from_u128(50 + id))).collect();
    session.plan.issues = ids
        .iter()
        .map(|id| {
            let mut issue = Issue::new(*id, IssueKind::Number);
            issue.mine.target = Some(number(1000));
            issue.mine.reservation = Some(number(0));
            issue
        })
        .collect();
    for round in 0..400 {
        let (side, start, step) = if round % 4 == 3 { (Them, 0, 1) } else { (Us, 1000, -1) };
        let values: Vec<_> = ids.iter().map(|id| (*id, number(start + step * round))).collect();
        say(&mut session, 0, side, Some(start + step * round), &values);
    }
    let table = Table::of(&session, &MEETINGS, MEETINGS[1]);
    let start = std::time::Instant::now();
    let found = table.concerns(&session.plan);
    let taken = start.elapsed();
    assert!(found.len() > 100);
    // A hundred times what it takes unoptimised.
    assert!(taken < std::time::Duration::from_secs(2), "{taken:?}");
}
