//! Packages, moves and trades, and how far they hold when the guesses are off.

use proptest::prelude::*;

use super::brute::{acceptable, any_case, beats, case, frontier, issue, space};
use crate::domain::bargaining::swaps::{cheap_for_me, cheap_for_them, improvements, moves, trades};
use crate::domain::bargaining::{
    Case, Doubt, PackageWish, Space, Stopped, Watch, packages, sensitivity,
};

const QUIET: fn() -> Watch<'static> = Watch::none;

/// Ten issues of ten options, which want opposite things and weigh them differently.
fn ten_by_ten() -> Case {
    let issues = (0..10_u32)
        .map(|at| {
            let mine: Vec<f64> = (0..10_u32).map(|n| f64::from(n) / 9.0).collect();
            let theirs: Vec<f64> = mine.iter().map(|value| 1.0 - value.powi(2)).collect();
            issue(1.0 + f64::from(at * 7 % 10), 1.0 + f64::from(at * 3 % 10), &mine, &theirs)
        })
        .collect();
    case(issues, 0.3, 0.3)
}

#[test]
fn packages_are_equal_for_me_and_favour_different_issues_in_ten_billion_deals() {
    let space = space(&ten_by_ten());
    assert_eq!(space.deals(), 10_000_000_000);
    let frontier = frontier(&space);
    for count in 2..=4 {
        let wish = PackageWish { count, around: Some(0.6), ..PackageWish::default() };
        let found = packages(&space, &frontier, &wish, &QUIET()).expect("not stopped");
        assert_eq!(found.len(), count);
        let mut favoured: Vec<usize> = found.iter().map(|package| package.favours).collect();
        favoured.sort_unstable();
        favoured.dedup();
        assert!(favoured.len() >= 2);
        for package in &found {
            assert!(space.is_feasible(&package.deal.choices));
            assert!((package.deal.me - 0.6).abs() <= 0.01 + 1e-12);
            assert_eq!(space.deal(&package.deal.choices).as_ref(), Some(&package.deal));
        }
    }
}

#[test]
fn a_package_favours_the_issue_where_it_gives_them_most() {
    // Two issues that weigh the same for me: giving either is the same to me.
    let issues = vec![issue(1.0, 1.0, &[1.0, 0.0], &[0.0, 1.0]); 2];
    let space = space(&case(issues, 0.0, 0.0));
    let found =
        packages(&space, &frontier(&space), &PackageWish::default(), &QUIET()).expect("found");
    let found: Vec<_> =
        found.into_iter().map(|package| (package.deal.choices, package.favours)).collect();
    assert_eq!(found, [(vec![0, 1], 1), (vec![1, 0], 0)]);
}

#[test]
fn where_all_deals_are_worth_different_to_me_there_are_no_packages() {
    let issues = vec![issue(1.0, 1.0, &[1.0, 0.5, 0.0], &[0.0, 0.5, 1.0])];
    let space = space(&case(issues, 0.0, 0.0));
    let found = packages(&space, &frontier(&space), &PackageWish::default(), &QUIET());
    assert_eq!(found, Ok(Vec::new()));
}

#[test]
fn what_is_cheap_for_me_and_valuable_to_them_comes_first() {
    let issues = vec![
        issue(0.5, 0.2, &[1.0, 0.0], &[0.0, 1.0]),
        issue(0.1, 0.5, &[1.0, 0.0], &[0.0, 1.0]),
        issue(0.4, 0.3, &[0.5, 1.0, 0.5], &[0.0, 0.1, 0.9]),
    ];
    let space = space(&case(issues, 0.0, 0.0));
    let found: Vec<_> =
        cheap_for_me(&space, &[0, 0, 0]).iter().map(|one| (one.issue, one.to)).collect();
    // Free moves by gain, then 0.5 for 0.1, then 0.2 for 0.5.
    assert_eq!(found, [(2, 2), (2, 1), (1, 1), (0, 1)]);
    let wanted: Vec<_> =
        cheap_for_them(&space, &[1, 1, 2]).iter().map(|one| (one.issue, one.to)).collect();
    // 0.5 for 0.2, then 0.2 for 0.24, then 0.1 for 0.5.
    assert_eq!(wanted, [(0, 0), (2, 1), (1, 0)]);
    assert!(moves(&space, &[9, 9, 9]).is_empty());
}

#[test]
fn a_trade_gives_on_one_issue_and_takes_on_another() {
    let issues =
        vec![issue(0.8, 0.2, &[1.0, 0.0], &[0.0, 1.0]), issue(0.2, 0.8, &[1.0, 0.0], &[0.0, 1.0])];
    let space = space(&case(issues, 0.0, 0.0));
    let found = trades(&space, &[1, 0], 10);
    assert_eq!(found.len(), 1);
    assert!((found[0].me - 0.6).abs() < 1e-9 && (found[0].them - 0.6).abs() < 1e-9);
    let better = improvements(&space, &frontier(&space), &[1, 0]).expect("there is better");
    assert_eq!(better.balanced.deal.choices, [0, 1]);
    assert!((better.balanced.my_gain - 0.6).abs() < 1e-9);
    assert_eq!(improvements(&space, &frontier(&space), &[0, 1]), None);
}

#[test]
fn without_doubt_every_draw_is_the_estimate() {
    let case = ten_by_ten();
    let deal = vec![5; 10];
    let odds = sensitivity(&case, std::slice::from_ref(&deal), &Doubt::default(), 5, 1, &QUIET());
    let odds = odds.expect("an answer");
    let them = space(&case).utility(&deal).1;
    assert!((odds[0].low - them).abs() < 1e-9 && (odds[0].high - them).abs() < 1e-9);
    assert_eq!(odds[0].acceptable, 1.0);
    assert!(odds[0].effects.iter().all(|effect| effect.range() < 1e-12));
}

#[test]
fn doubt_widens_the_range_and_the_heaviest_doubt_matters_most() {
    let issues = vec![
        issue(1.0, 1.0, &[1.0, 0.0], &[0.0, 1.0]),
        issue(1.0, 1.0, &[1.0, 0.0], &[0.0, 1.0]),
        issue(1.0, 1.0, &[1.0, 0.0], &[0.0, 1.0]),
    ];
    let case = case(issues, 0.0, 0.3);
    let deals = [vec![0, 1, 0], vec![9, 9, 9]];
    let doubt = Doubt { weights: vec![0.2, 0.9, 0.2] };
    let odds = sensitivity(&case, &deals, &doubt, 300, 7, &QUIET()).expect("an answer");
    assert_eq!(odds.len(), 1, "a deal that does not exist is left out");
    let odds = &odds[0];
    assert!(odds.low < 0.25 && odds.high > 0.4 && odds.low < odds.middle);
    assert!(odds.acceptable > 0.3 && odds.acceptable < 0.8, "{}", odds.acceptable);
    assert_eq!(odds.effects[0].issue, 1);
    let again = sensitivity(&case, &deals, &doubt, 300, 7, &QUIET()).expect("an answer");
    assert_eq!(&again[0], odds);
    let other = sensitivity(&case, &deals, &doubt, 300, 8, &QUIET()).expect("an answer");
    assert_ne!(&other[0], odds);
}

#[test]
fn a_wasteful_deal_is_never_near_the_frontier_and_a_balanced_one_often() {
    let issues =
        vec![issue(0.8, 0.2, &[1.0, 0.0], &[0.0, 1.0]), issue(0.2, 0.8, &[1.0, 0.0], &[0.0, 1.0])];
    let case = case(issues, 0.0, 0.0);
    let deals = [vec![1, 0], vec![0, 1]];
    let odds = sensitivity(&case, &deals, &Doubt::of_weights(2, 0.2), 100, 3, &QUIET());
    let odds = odds.expect("an answer");
    assert_eq!((odds[0].near_frontier, odds[1].near_frontier), (0.0, 1.0));
}

#[test]
fn drawing_and_looking_for_packages_stop_when_asked() {
    let case = ten_by_ten();
    let stop = || true;
    let watch = Watch::new(&stop, &|_| {});
    let space = space(&case);
    let found = packages(&space, &frontier(&space), &PackageWish::default(), &watch);
    assert_eq!(found, Err(Stopped));
    assert!(sensitivity(&case, &[vec![0; 10]], &Doubt::default(), 5, 1, &watch).is_err());
}

fn spread(values: impl Iterator<Item = f64> + Clone) -> f64 {
    values.clone().fold(f64::MIN, f64::max) - values.fold(f64::MAX, f64::min)
}

fn same_contributions(space: &Space, one: &[usize], other: &[usize]) -> bool {
    one.iter().zip(other).enumerate().all(|(issue, (a, b))| {
        let (a, b) = (space.contribution(issue, *a).1, space.contribution(issue, *b).1);
        (a - b).abs() < 1e-12
    })
}

proptest! {
    #[test]
    fn packages_are_acceptable_equal_for_me_and_different_for_them(
        case in any_case(), count in 2..=4_usize, tolerance in 0.0..0.1_f64, level in 0.0..1.0_f64,
    ) {
        let space = space(&case);
        let frontier = frontier(&space);
        for around in [None, Some(level)] {
            let wish = PackageWish { count, tolerance, around };
            let found = packages(&space, &frontier, &wish, &QUIET()).expect("not stopped");
            prop_assert!(found.len() != 1 && found.len() <= count);
            prop_assert!(found.iter().all(|one| space.is_feasible(&one.deal.choices)));
            if !found.is_empty() {
                let mine = spread(found.iter().map(|package| package.deal.me));
                prop_assert!(mine <= tolerance + 1e-8, "{} above {}", mine, tolerance);
            }
            for (at, one) in found.iter().enumerate() {
                prop_assert!(one.favours < space.issues());
                for other in found.iter().skip(at + 1) {
                    prop_assert!(
                        !same_contributions(&space, &one.deal.choices, &other.deal.choices)
                    );
                }
            }
        }
    }

    #[test]
    fn trades_are_all_two_issue_changes_that_hurt_nobody(case in any_case(), pick in any::<u64>()) {
        let space = space(&case);
        let choices: Vec<usize> = (0..space.issues())
            .map(|issue| usize::try_from(pick >> (issue * 8) & 0xff).unwrap() % space.options(issue))
            .collect();
        let now = space.units_of(&choices).unwrap();
        let single_is_free = |issue: usize, to: usize| {
            let mut changed = choices.clone();
            changed[issue] = to;
            let units = space.units_of(&changed).unwrap();
            units.me >= now.me && units.them >= now.them
        };
        let mut expected = 0;
        for one in 0..space.issues() {
            for other in one + 1..space.issues() {
                for (a, b) in (0..space.options(one)).flat_map(|a| {
                    (0..space.options(other)).map(move |b| (a, b))
                }) {
                    if a == choices[one] || b == choices[other] {
                        continue;
                    }
                    let mut changed = choices.clone();
                    changed[one] = a;
                    changed[other] = b;
                    let units = space.units_of(&changed).unwrap();
                    expected += usize::from(
                        beats(units, now) && !single_is_free(one, a) && !single_is_free(other, b),
                    );
                }
            }
        }
        prop_assert_eq!(trades(&space, &choices, 10_000).len(), expected);
    }

    #[test]
    fn improvements_exist_exactly_for_deals_that_an_acceptable_deal_beats(case in any_case()) {
        let space = space(&case);
        let frontier = frontier(&space);
        let deals = acceptable(&space);
        for (units, choices) in deals.iter().take(40) {
            let beaten = deals.iter().any(|(other, _)| beats(*other, *units));
            let found = improvements(&space, &frontier, choices);
            prop_assert_eq!(found.is_some(), beaten);
            if let Some(found) = found {
                for one in [&found.best_for_me, &found.best_for_them, &found.balanced] {
                    prop_assert!(one.my_gain >= 0.0 && one.their_gain >= 0.0);
                    prop_assert!(one.my_gain + one.their_gain > 0.0);
                }
            }
        }
    }

    #[test]
    fn every_deal_of_the_frontier_is_listed_when_they_are_few(case in any_case()) {
        let space = space(&case);
        let frontier = frontier(&space);
        let deals = acceptable(&space);
        let mut expected: Vec<Vec<usize>> = deals
            .iter()
            .filter(|(units, _)| !deals.iter().any(|(other, _)| beats(*other, *units)))
            .map(|(_, choices)| choices.clone())
            .collect();
        let listed = frontier.all_deals(&space, expected.len(), &QUIET()).expect("not stopped");
        let mut listed: Vec<Vec<usize>> =
            listed.expect("few").into_iter().map(|deal| deal.choices).collect();
        expected.sort();
        listed.sort();
        prop_assert_eq!(&listed, &expected);
        if let Some(fewer) = expected.len().checked_sub(1) {
            prop_assert_eq!(frontier.all_deals(&space, fewer, &QUIET()), Ok(None));
        }
    }
}
