#![allow(clippy::float_cmp, reason = "values that are exact by construction")]

use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;
use crate::domain::bargaining::Space;
use crate::domain::ids::IssueId;
use crate::domain::issue::{Choice, Curve, IssueKind, Stakes};
use crate::domain::plan::PriceStakes;

#[expect(clippy::unnecessary_wraps, reason = "targets and walk-aways are optional")]
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
    let space = DealSpace::of(&plan(), Party::Seller, "CNY");
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
    let space = DealSpace::of(&plan(), Party::Seller, "CNY");
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
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.mirrored, [Topic::Price]);
    assert_eq!(space.options[0].last().copied(), number(1480));
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    let worth = |side| worth(&price, side, number(1405).unwrap()).unwrap();
    assert!((worth(Side::Us) + worth(Side::Them) - 1.0).abs() < 1e-12);
    plan.target = None;
    let left_out = DealSpace::of(&plan, Party::Seller, "CNY").left_out;
    assert_eq!(left_out, [(Topic::Price, LeftOut::NoLimits)]);
}

#[test]
fn limits_that_do_not_meet_are_named() {
    let mut plan = plan();
    plan.price.their_reservation = Some(Decimal::from(1150));
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
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
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.options, [[IssueValue::Choice(1), IssueValue::Choice(2)]]);
    assert_eq!(space.left_out, [(Topic::Price, LeftOut::NoLimits)]);
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
    let options = &DealSpace::of(&plan, Party::Seller, "CNY").options[0];
    assert_eq!(options.first().copied(), day(3, 1));
    assert_eq!(options.last().copied(), day(5, 10));
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn priced(target: &str, reservation: &str) -> Plan {
    Plan {
        target: Some(decimal(target)),
        reservation: Some(decimal(reservation)),
        ..Plan::default()
    }
}

#[test]
fn steps_that_are_lost_beside_a_large_number_end() {
    for (target, reservation) in [
        ("1000000000000000000000000000.5", "1000000000000000000000000000"),
        ("7000000000000000000000000000.5", "7000000000000000000000000000"),
        ("100.00000000000000000000000001", "100"),
        ("79228162514264337593543950335", "-79228162514264337593543950335"),
    ] {
        let space = DealSpace::of(&priced(target, reservation), Party::Seller, "CNY");
        let options = &space.options[0];
        let ends = [decimal(reservation), decimal(target)].map(IssueValue::Number);
        assert!(options.contains(&ends[0]) && options.contains(&ends[1]), "{options:?}");
        let worths = &space.case.issues[0].mine;
        assert_eq!((worths[0], worths.last().copied()), (0.0, Some(1.0)), "{target}");
        assert_eq!(space.case.validate(), Ok(()));
    }
}

#[test]
fn values_further_apart_than_a_decimal_are_valued() {
    let issue = Issue {
        mine: Stakes {
            curve: Curve::Points(vec![
                (IssueValue::Number(Decimal::MIN), 0),
                (IssueValue::Number(Decimal::MAX), 100),
            ]),
            target: Some(IssueValue::Number(decimal(&format!("5{}", "0".repeat(28))))),
            reservation: number(0),
            ..Stakes::default()
        },
        ..Issue::new(IssueId(Uuid::from_u128(1)), IssueKind::Number)
    };
    assert!((worth(&issue, Side::Us, number(0).unwrap()).unwrap() - 0.5).abs() < 1e-9);
    let id = Topic::Issue(issue.id);
    let plan = Plan { issues: vec![issue], ..Plan::default() };
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    let far = IssueValue::Number(-decimal(&format!("5{}", "0".repeat(28))));
    assert_eq!(space.nearest(id, far), Some(0));
}

#[test]
fn their_walk_away_counts_without_their_target() {
    let mut plan = plan();
    plan.price.their_target = None;
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.options[0].first().copied(), number(1180));
    assert_eq!(space.options[0].last().copied(), number(1320));
    assert_eq!(space.mirrored, [Topic::Price], "what they want most is assumed");
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    let (low, high) = (Decimal::from(1180), Decimal::from(1320));
    assert_eq!(Zone::of(&price), Zone::Between { low, high, sure: Some((low, high)) });
    let them = |value| worth(&price, Side::Them, number(value).unwrap());
    assert_eq!([1400, 1320, 1250, 1180, 1100].map(them), [0.0, 0.0, 0.5, 1.0, 1.0].map(Some));
    plan.price.their_reservation = Some(Decimal::from(1150));
    assert_eq!(DealSpace::of(&plan, Party::Seller, "CNY").apart, [Topic::Price]);
}

#[test]
fn their_target_counts_without_their_walk_away() {
    let mut plan = plan();
    plan.price.their_reservation = None;
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    let them = |value| worth(&price, Side::Them, number(value).unwrap());
    assert_eq!([1480, 1265, 1050].map(them), [0.0, 0.5, 1.0].map(Some));
    assert_eq!(DealSpace::of(&plan, Party::Seller, "CNY").mirrored, [Topic::Price]);
}

#[test]
fn a_price_that_is_wanted_the_wrong_way_is_not_counted() {
    let space = DealSpace::of(&plan(), Party::Buyer, "CNY");
    assert_eq!(space.left_out, [(Topic::Price, LeftOut::WrongWay)]);
    assert_eq!(space.left_out_for(LeftOut::WrongWay), [Topic::Price]);
    assert_eq!(space.topics.len(), 1);
}

#[test]
fn values_of_another_kind_are_worth_nothing_known() {
    let mut issue = days();
    issue.kind = IssueKind::Date;
    let day = |day| IssueValue::Day(date(2026, 3, day));
    for side in Side::BOTH {
        assert_eq!(worth(&issue, side, number(45).unwrap()), None);
        assert_eq!(worth(&issue, side, day(1)), None, "the limits are numbers");
    }
    let topic = Topic::Issue(issue.id);
    let mut plan = Plan { issues: vec![issue], ..plan() };
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.left_out, [(topic, LeftOut::NoLimits)]);
    let issue = &mut plan.issues[0];
    (issue.mine.target, issue.mine.reservation) = (Some(day(1)), Some(day(20)));
    assert_eq!(Zone::of(issue), Zone::Unknown, "their walk-away is a number");
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.nearest(topic, number(45).unwrap()), None);
    assert_eq!(space.choices(&standing(1250, Some(45))), None);
    let valued = space.value(&standing(1250, Some(45))).unwrap();
    assert_eq!(valued.open, 1);
    assert!(valued.me.0 < valued.me.1);
    assert_eq!(space.beyond_my_limits(&standing(1250, Some(45))), []);
}

#[test]
fn a_list_counts_when_either_side_has_points() {
    let choice = |key, mine, theirs| Choice { key, name: String::new(), mine, theirs };
    let mut issue = Issue::new(IssueId(Uuid::from_u128(3)), IssueKind::Choice);
    let topic = Topic::Issue(issue.id);
    issue.choices = vec![choice(1, 0, Some(20)), choice(2, 0, Some(90))];
    let mut plan = Plan { issues: vec![issue], ..Plan::default() };
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!((space.topics.as_slice(), space.mirrored.len()), ([topic].as_slice(), 0));
    for choice in &mut plan.issues[0].choices {
        choice.theirs = None;
    }
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.left_out_for(LeftOut::NoPoints), [topic]);
}

#[test]
fn a_fixed_value_is_one_option() {
    let plan = priced("100", "100");
    let space = DealSpace::of(&plan, Party::Seller, "CNY");
    assert_eq!(space.options, [[number(100).unwrap()]]);
    assert_eq!((space.left_out.len(), space.is_open()), (0, false));
    let price = plan.as_issue(Topic::Price, "CNY").unwrap();
    assert_eq!(worth(&price, Side::Us, number(100).unwrap()), Some(1.0));
    assert_eq!(worth(&price, Side::Us, number(90).unwrap()), None, "no way is the better one");
}

#[test]
fn a_large_plan_is_cut_to_a_case_and_says_of_what() {
    let choice = |key: u32| Choice {
        key,
        name: String::new(),
        mine: u8::try_from(key % 101).unwrap(),
        theirs: Some(u8::try_from(key * 7 % 101).unwrap()),
    };
    let issue = |id: u128| Issue {
        choices: (1..=1000).map(choice).collect(),
        ..Issue::new(IssueId(Uuid::from_u128(id)), IssueKind::Choice)
    };
    let one = Plan { issues: vec![issue(1)], ..Plan::default() };
    let space = DealSpace::of(&one, Party::Seller, "CNY");
    let topic = space.topics[0];
    assert_eq!(space.thinned, [topic]);
    assert!(space.options[0].len() <= 100);
    let best = |worths: &[f64]| worths.iter().copied().fold(0.0, f64::max);
    let row = &space.case.issues[0];
    assert_eq!((best(&row.mine), best(&row.theirs)), (1.0, 1.0), "the best of both stay");
    // 63 is worth 63 to me and 37 to them.
    let near = space.nearest(topic, IssueValue::Choice(63)).expect("each entry has a nearest");
    assert!(row.mine[near] + row.theirs[near] >= 1.0);
    assert_eq!(common_choices(&one.issues[0]).len(), 1000);

    let many = Plan { issues: (1..=70).map(issue).collect(), ..Plan::default() };
    let space = DealSpace::of(&many, Party::Seller, "CNY");
    assert_eq!(space.left_out_for(LeftOut::TooMany).len(), 6);
    assert_eq!(space.thinned, space.topics);
    Space::new(&space.case).expect("a case of a plan is a valid one");
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    let near = (0..3_i64, 0..=28_u32)
        .prop_map(|(off, scale)| Decimal::ONE_HUNDRED + Decimal::new(off, scale.min(26)));
    prop_oneof![
        4 => (-50..50_i64).prop_map(Decimal::from),
        1 => near,
        2 => (any::<i128>(), 0..=28_u32)
            .prop_map(|(mantissa, scale)| Decimal::from_i128_with_scale(mantissa >> 32, scale)),
        1 => prop_oneof![Just(Decimal::MAX), Just(Decimal::MIN), Just(Decimal::ZERO)],
    ]
}

fn any_value() -> impl Strategy<Value = IssueValue> {
    let days = prop_oneof![
        Just(jiff::civil::Date::MIN),
        Just(jiff::civil::Date::MAX),
        (1..=12_i8, 1..=28_i8).prop_map(|(month, day)| date(2026, month, day)),
    ];
    prop_oneof![
        6 => any_decimal().prop_map(IssueValue::Number),
        2 => days.prop_map(IssueValue::Day),
        1 => (0..5_u32).prop_map(IssueValue::Choice),
    ]
}

fn any_stakes() -> impl Strategy<Value = Stakes> {
    let points = proptest::collection::vec((any_value(), 0..=120_u8), 0..5);
    let curve = prop_oneof![
        2 => Just(Curve::Linear),
        1 => Just(Curve::Threshold),
        1 => points.prop_map(|mut points| {
            points.extend(points.first().copied());
            Curve::Points(points)
        }),
    ];
    let value = || proptest::option::weighted(0.8, any_value());
    let slack = proptest::option::of(any_decimal());
    (proptest::option::of(0..=100_u8), value(), value(), curve, slack).prop_map(
        |(weight, target, reservation, curve, give_or_take)| Stakes {
            weight,
            target,
            reservation,
            curve,
            give_or_take,
        },
    )
}

fn any_issue() -> impl Strategy<Value = Issue> {
    let kind = prop_oneof![
        3 => Just(IssueKind::Number),
        1 => Just(IssueKind::Money),
        2 => Just(IssueKind::Date),
        1 => Just(IssueKind::Choice),
    ];
    let choices = proptest::collection::vec(
        (0..5_u32, 0..=120_u8, proptest::option::of(0..=120_u8))
            .prop_map(|(key, mine, theirs)| Choice { key, name: String::new(), mine, theirs }),
        0..6,
    );
    (kind, choices, any_stakes(), any_stakes()).prop_map(|(kind, choices, mine, theirs)| Issue {
        choices,
        mine,
        theirs,
        ..Issue::new(IssueId(Uuid::nil()), kind)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_plan_gives_a_valid_case_within_my_limits(
        issues in proptest::collection::vec(any_issue(), 1..4),
        (target, reservation) in (any_decimal(), any_decimal()),
        said in proptest::collection::vec(any_value(), 4),
    ) {
        let plan = Plan {
            target: Some(target),
            reservation: Some(reservation),
            issues: (1_u128..)
                .zip(issues)
                .map(|(id, issue)| Issue { id: IssueId(Uuid::from_u128(id)), ..issue })
                .collect(),
            ..Plan::default()
        };
        let space = DealSpace::of(&plan, Party::Seller, "EUR");
        if !space.topics.is_empty() {
            prop_assert_eq!(space.case.validate(), Ok(()));
            for side in Side::BOTH {
                let sum: f64 = space.topics.iter().filter_map(|topic| space.weight(*topic, side)).sum();
                prop_assert!((sum - 1.0).abs() < 1e-9);
            }
        }
        for ((issue, options), row) in space.issues.iter().zip(&space.options).zip(&space.case.issues) {
            prop_assert!(options.len() <= 20);
            for (value, mine) in options.iter().zip(&row.mine) {
                prop_assert!(issue.kind.takes(*value));
                prop_assert!(stance::accepts(issue, Side::Us, *value));
                // A key may be there twice; then the first one counts.
                prop_assert_eq!(worth(issue, Side::Us, *value), Some(*mine));
            }
        }
        prop_assert_eq!(space.topics.len() + space.left_out.len(), plan.issues.len() + 1);
        for issue in &plan.issues {
            let _ = Zone::of(issue);
            for value in &said {
                for side in Side::BOTH {
                    let worth = worth(issue, side, *value);
                    prop_assert!(worth.is_none_or(|worth| (0.0..=1.0).contains(&worth)));
                    prop_assert!(worth.is_none() || issue.kind.takes(*value));
                }
                let nearest = space.nearest(Topic::Issue(issue.id), *value);
                prop_assert!(nearest.is_none() || issue.kind.takes(*value));
            }
        }
        let values = plan.issues.iter().zip(&said).map(|(issue, value)| (issue.id, *value));
        let standing = Standing { price: Some(reservation), values: values.collect() };
        if let Some(valued) = space.value(&standing) {
            for (low, high) in [valued.me, valued.them] {
                prop_assert!(0.0 <= low && low <= high && high <= 1.0 + 1e-9);
            }
            prop_assert!(valued.open > 0 || valued.me.0 == valued.me.1);
        }
        let _ = (space.beyond_my_limits(&standing), space.choices(&standing));
    }
}
