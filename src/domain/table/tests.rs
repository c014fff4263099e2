use jiff::Timestamp;
use uuid::Uuid;

use super::*;
use crate::domain::ids::{EntryId, IssueId, SessionId};
use crate::domain::issue::Choice;
use crate::domain::ledger::WarningKind;
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
