use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;
use crate::domain::bargaining::Space;
use crate::domain::ids::IssueId;
use crate::domain::issue::{Choice, Curve, Stakes};
use crate::domain::plan::PriceStakes;

fn number(value: i64) -> Option<IssueValue> {
    Some(IssueValue::Number(Decimal::from(value)))
}

fn stakes(weight: u8, target: i64, reservation: i64) -> Stakes {
    Stakes {
        weight: Some(weight),
        target: number(target),
        reservation: number(reservation),
        ..Stakes::default()
    }
}

fn days() -> Issue {
    Issue {
        mine: stakes(30, 30, 75),
        theirs: Stakes { give_or_take: Some(Decimal::from(15)), ..stakes(10, 90, 45) },
        ..Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Number)
    }
}

fn plan() -> Plan {
    Plan {
        target: Some(Decimal::from(1480)),
        reservation: Some(Decimal::from(1180)),
        price: PriceStakes {
            weight: Some(60),
            their_weight: Some(90),
            their_target: Some(Decimal::from(1050)),
            their_reservation: Some(Decimal::from(1320)),
            ..PriceStakes::default()
        },
        issues: vec![days()],
        ..Plan::default()
    }
}

fn standing(price: i64, days: Option<i64>) -> Standing {
    let days = days.and_then(number).map(|value| (IssueId(Uuid::from_u128(1)), value));
    Standing { price: Some(Decimal::from(price)), values: days.into_iter().collect() }
}

#[test]
fn the_space_holds_what_both_could_take() {
    let space = DealSpace::of(&plan(), "CNY");
    let prices = &space.options[0];
    assert_eq!(prices.first().copied(), number(1180));
    assert_eq!(prices.last().copied(), number(1320));
    assert!(prices.contains(&number(1240).unwrap()));
    assert_eq!(space.options[1].first().copied(), number(45));
    assert_eq!(space.options[1].last().copied(), number(75));
    assert_eq!(space.left_out, []);
    assert_eq!(space.mirrored, []);
    // 60 of 90 and 90 of 100.
    assert!((space.weight(Topic::Price, Side::Us).unwrap() - 2.0 / 3.0).abs() < 1e-12);
    assert!((space.weight(Topic::Price, Side::Them).unwrap() - 0.9).abs() < 1e-12);
    let exact = Space::new(&space.case).expect("a case of a plan is a valid one");
    assert_eq!(exact.deals(), (prices.len() * space.options[1].len()) as u128);
}

#[test]
fn known_worths() {
    let space = DealSpace::of(&plan(), "CNY");
    let valued = space.value(&standing(1330, Some(30))).unwrap();
    assert!((valued.me.0 - (2.0 / 3.0 * 0.5 + 1.0 / 3.0)).abs() < 1e-12);
    assert_eq!(valued.me.0, valued.me.1);
    assert_eq!(valued.them.0, 0.0, "beyond their walk-away on both");
    let open = space.value(&standing(1330, None)).unwrap();
    assert!((open.me.1 - open.me.0 - 1.0 / 3.0).abs() < 1e-12);
    assert_eq!(open.open, 1);
    assert_eq!(space.value(&Standing::default()), None);
    assert_eq!(space.beyond_my_limits(&standing(1170, Some(75))), [Topic::Price]);
}

#[test]
fn what_is_not_known_of_them_is_mirrored_and_said_so() {
    let mut plan = plan();
    plan.price = PriceStakes::default();
    let space = DealSpace::of(&plan, "CNY");
    assert_eq!(space.mirrored, [Topic::Price]);
    assert_eq!(space.options[0].last().copied(), number(1480));
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    let worth = |side| worth(&price, side, number(1405).unwrap()).unwrap();
    assert!((worth(Side::Us) + worth(Side::Them) - 1.0).abs() < 1e-12);
    plan.target = None;
    assert_eq!(DealSpace::of(&plan, "CNY").left_out, [Topic::Price]);
}

#[test]
fn limits_that_do_not_meet_are_named() {
    let mut plan = plan();
    plan.price.their_reservation = Some(Decimal::from(1150));
    let space = DealSpace::of(&plan, "CNY");
    assert_eq!(space.apart, [Topic::Price]);
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    let by = Decimal::from(30);
    assert_eq!(Zone::of(&price), Zone::Apart { by, perhaps: false });
    plan.price.give_or_take = Some(Decimal::from(40));
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    assert_eq!(Zone::of(&price), Zone::Apart { by, perhaps: true });
}

#[test]
fn known_zones() {
    let decimal = |value: i64| Decimal::from(value);
    let zone = Zone::of(&days());
    let sure = Some((decimal(60), decimal(75)));
    assert_eq!(zone, Zone::Between { low: decimal(45), high: decimal(75), sure });
    let mut both_early = days();
    both_early.theirs = stakes(10, 20, 60);
    assert_eq!(Zone::of(&both_early), Zone::SameWay);
    both_early.theirs.reservation = None;
    assert_eq!(Zone::of(&both_early), Zone::Unknown);
}

#[test]
fn a_choice_is_worth_its_points() {
    let choice = |key, mine, theirs| Choice { key, name: key.to_string(), mine, theirs };
    let mut issue = Issue::new(IssueId(Uuid::from_u128(3)), IssueKind::Choice);
    issue.choices = vec![choice(1, 100, Some(0)), choice(2, 40, Some(70)), choice(3, 0, None)];
    assert_eq!(worth(&issue, Side::Us, IssueValue::Choice(2)), Some(0.4));
    assert_eq!(worth(&issue, Side::Them, IssueValue::Choice(3)), Some(1.0));
    assert_eq!(worth(&issue, Side::Us, IssueValue::Choice(9)), None);
    issue.mine.reservation = Some(IssueValue::Choice(2));
    let plan = Plan { issues: vec![issue], ..Plan::default() };
    let space = DealSpace::of(&plan, "CNY");
    assert_eq!(space.options, [[IssueValue::Choice(1), IssueValue::Choice(2)]]);
    assert_eq!(space.left_out, [Topic::Price]);
}

#[test]
fn dates_and_curves() {
    let day = |month, day| Some(IssueValue::Day(date(2026, month, day)));
    let mut issue = Issue::new(IssueId(Uuid::from_u128(4)), IssueKind::Date);
    issue.mine = Stakes { target: day(3, 1), reservation: day(5, 10), ..Stakes::default() };
    let worth = |issue: &Issue, value| worth(issue, Side::Us, value).unwrap();
    assert!((worth(&issue, day(4, 5).unwrap()) - 0.5).abs() < 1e-12);
    issue.mine.curve = Curve::Threshold;
    assert_eq!(worth(&issue, day(3, 2).unwrap()), 0.0);
    assert_eq!(worth(&issue, day(2, 27).unwrap()), 1.0);
    issue.mine.curve = Curve::Points(vec![(day(3, 11).unwrap(), 0), (day(3, 1).unwrap(), 80)]);
    assert!((worth(&issue, day(3, 6).unwrap()) - 0.4).abs() < 1e-12);
    let plan = Plan { issues: vec![issue], ..Plan::default() };
    let options = &DealSpace::of(&plan, "CNY").options[0];
    assert_eq!(options.first().copied(), day(3, 1));
    assert_eq!(options.last().copied(), day(5, 10));
}

fn any_stakes() -> impl Strategy<Value = Stakes> {
    let limit = || proptest::option::of(-50..50_i64);
    (proptest::option::of(0..=100_u8), limit(), limit()).prop_map(
        |(weight, target, reservation)| Stakes {
            weight,
            target: target.and_then(number),
            reservation: reservation.and_then(number),
            ..Stakes::default()
        },
    )
}

proptest! {
    #[test]
    fn every_plan_gives_a_valid_case_within_my_limits(
        issues in proptest::collection::vec((any_stakes(), any_stakes()), 1..4),
    ) {
        let plan = Plan {
            issues: (0_u128..)
                .zip(issues)
                .map(|(id, (mine, theirs))| Issue {
                    mine,
                    theirs,
                    ..Issue::new(IssueId(Uuid::from_u128(id)), IssueKind::Number)
                })
                .collect(),
            ..Plan::default()
        };
        let space = DealSpace::of(&plan, "EUR");
        if !space.topics.is_empty() {
            prop_assert_eq!(space.case.validate(), Ok(()));
            for side in Side::BOTH {
                let sum: f64 = space.topics.iter().filter_map(|topic| space.weight(*topic, side)).sum();
                prop_assert!((sum - 1.0).abs() < 1e-9);
            }
        }
        for (issue, options) in space.issues.iter().zip(&space.options) {
            prop_assert!(options.len() <= 20);
            for value in options {
                prop_assert!(zone::accepts(issue, Side::Us, *value));
            }
        }
        prop_assert_eq!(space.topics.len() + space.left_out.len(), plan.issues.len() + 1);
    }
}
