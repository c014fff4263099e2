//! Cases, spaces, the frontier, the count of acceptable deals and the four solutions.

use proptest::prelude::*;

use super::brute::{acceptable, all, any_case, beats, case, frontier, issue, space};
use crate::domain::bargaining::space::Units;
use crate::domain::bargaining::{
    Case, Deal, Fault, Frontier, Side, Solutions, Space, Stopped, Watch, count_feasible,
};

fn small() -> Case {
    case(
        vec![
            issue(0.6, 0.4, &[1.0, 0.5, 0.0], &[0.0, 0.7, 1.0]),
            issue(0.4, 0.6, &[0.0, 1.0], &[1.0, 0.0]),
        ],
        0.0,
        0.0,
    )
}

fn fault(change: impl FnOnce(&mut Case)) -> (String, Fault) {
    let mut case = small();
    change(&mut case);
    let error = Space::new(&case).expect_err("a fault");
    assert!(error.to_string().contains(&error.field), "{error}");
    (error.field, error.fault)
}

#[test]
fn a_faulty_field_is_named() {
    let (field, found) = fault(|case| {
        case.issues[1].mine.pop();
    });
    assert_eq!(field, "issues[1].mine");
    assert_eq!(found, Fault::WrongLength { values: 1, options: 2 });
    let (field, found) = fault(|case| case.issues[0].theirs[2] = 1.5);
    assert_eq!((field.as_str(), found), ("issues[0].theirs[2]", Fault::OutOfRange { value: 1.5 }));
    let (field, found) = fault(|case| case.issues[0].mine[1] = f64::NAN);
    assert_eq!(field, "issues[0].mine[1]");
    assert!(matches!(found, Fault::OutOfRange { .. }));
    let (field, found) = fault(|case| case.issues[1].their_weight = -0.1);
    assert_eq!(
        (field.as_str(), found),
        ("issues[1].their_weight", Fault::BadWeight { value: -0.1 })
    );
    let (field, _) = fault(|case| case.issues[1].my_weight = f64::INFINITY);
    assert_eq!(field, "issues[1].my_weight");
    let (_, found) = fault(|case| case.issues.iter_mut().for_each(|issue| issue.my_weight = 0.0));
    assert_eq!(found, Fault::NoWeight);
    assert_eq!(fault(|case| case.issues.clear()), ("issues".to_owned(), Fault::NoIssues));
    let (field, found) = fault(|case| case.issues[0].options.clear());
    assert_eq!((field.as_str(), found), ("issues[0].options", Fault::NoOptions));
    assert_eq!(fault(|case| case.their_reservation = 1.1).0, "their_reservation");
    let (_, found) = fault(|case| {
        case.issues = vec![issue(1.0, 1.0, &[0.5; 10], &[0.5; 10]); 31];
    });
    assert_eq!(found, Fault::TooManyDeals);
}

#[test]
fn utilities_are_weighted_sums_with_normalised_weights() {
    let mut case = small();
    for issue in &mut case.issues {
        issue.my_weight *= 50.0;
    }
    let space = space(&case);
    assert_eq!(space.deals(), 6);
    assert_eq!(space.utility(&[1, 0]), (0.3, 0.88));
    assert_eq!(space.deal(&[1, 0]), Some(Deal { me: 0.3, them: 0.88, choices: vec![1, 0] }));
    assert_eq!(space.deal(&[3, 0]), None);
    assert_eq!(space.deal(&[1]), None);
    assert!((space.weights(0).0 - 0.6).abs() < 1e-12);
}

#[test]
fn sums_that_are_equal_on_paper_are_equal() {
    // 0.1 + 0.2 against 0.3, and thirds and sixths against halves.
    for weights in [[0.1, 0.2, 0.3], [1.0, 2.0, 3.0], [1.0 / 6.0, 1.0 / 3.0, 0.5]] {
        for top in [1.0, 0.7, 1.0 / 3.0, 8.0 / 9.0] {
            let issues = weights.map(|weight| issue(weight, 1.0, &[0.0, top], &[0.0, 1.0]));
            let space = space(&case(issues.to_vec(), 0.0, 0.0));
            let units = |choices: [usize; 3]| space.units_of(&choices).expect("it exists").me;
            assert_eq!(units([1, 1, 0]), units([0, 0, 1]), "{weights:?} {top}");
        }
    }
}

#[test]
fn a_deal_worth_exactly_the_reservation_is_acceptable() {
    for (weights, values, reservation) in [
        ([0.1, 0.9], [1.0, 0.2 / 0.9], 0.3),
        ([0.3, 0.7], [1.0, 0.0], 0.3),
        ([1.0, 2.0], [1.0, 0.0], 1.0 / 3.0),
        ([0.288_126_350_273_74, 0.711_873_649_726_26], [1.0, 0.0], 0.288_126_350_273_74),
    ] {
        let issues = [0, 1].map(|at| issue(weights[at], 1.0, &[values[at]], &[1.0]));
        let space = space(&case(issues.to_vec(), reservation, 1.0));
        assert!(space.is_feasible(&[0, 0]), "{weights:?} {reservation}");
        assert!((space.reservation(Side::Me) - reservation).abs() < 1e-12);
    }
}

#[test]
fn deals_of_equal_worth_share_a_point_that_counts_them_and_shows_the_first() {
    let issues = vec![issue(1.0, 1.0, &[1.0, 0.5], &[0.0, 0.5]); 3];
    let frontier = frontier(&space(&case(issues, 0.0, 0.0)));
    let points: Vec<_> = frontier.points().map(|point| (point.deals, point.deal.choices)).collect();
    let expected = [(1, vec![0, 0, 0]), (3, vec![0, 0, 1]), (3, vec![0, 1, 1]), (1, vec![1, 1, 1])];
    assert_eq!(points, expected);
    assert_eq!(frontier.deals(), 8);
    assert!(frontier.is_exact());
}

#[test]
fn without_an_acceptable_deal_there_is_no_frontier_and_no_solution() {
    let mut case = small();
    case.my_reservation = 0.9;
    case.their_reservation = 0.9;
    let space = space(&case);
    let frontier = frontier(&space);
    assert!(frontier.is_empty());
    assert_eq!(Solutions::new(&space, &frontier), Solutions::default());
}

#[test]
fn a_side_that_can_gain_nothing_leaves_the_choice_to_the_other() {
    // At my reservation of 1 only my best option is acceptable, with two ways for them.
    let issues =
        vec![issue(1.0, 1.0, &[1.0, 0.0], &[0.0, 1.0]), issue(0.0, 1.0, &[0.5, 0.5], &[0.2, 0.8])];
    let space = space(&case(issues, 1.0, 0.0));
    let solutions = Solutions::new(&space, &frontier(&space));
    let expected = space.deal(&[0, 1]);
    assert_eq!(solutions.kalai_smorodinsky, expected);
    assert_eq!(solutions.nash, expected);
    assert_eq!(solutions.egalitarian, expected);
    assert_eq!(solutions.max_sum, expected);
}

#[test]
fn a_gain_of_nothing_is_nothing_although_the_weight_is_no_short_number() {
    // The second deal is worth exactly my reservation, the first nothing to them: both products
    // are 0, and the higher sum decides.
    let issues = vec![issue(0.032_533_432_321_275_785, 0.1, &[1.0, 0.25], &[0.0, 0.25])];
    let space = space(&case(issues, 0.25, 0.0));
    assert_eq!(Solutions::new(&space, &frontier(&space)).nash, space.deal(&[0]));
}

#[test]
fn a_reservation_between_two_values_is_not_rounded_to_one_of_them() {
    let issues = vec![issue(1.0, 1.0, &[0.5, 1.0], &[1.0, 0.5])];
    let space = space(&case(issues, 0.3, 0.3));
    let gain = space.gain(space.units_of(&[0]).expect("it exists"));
    let (me, them) = space.as_utility(gain);
    assert!((me - 0.2).abs() < 1e-9 && (them - 0.7).abs() < 1e-9, "{me} {them}");
}

#[test]
fn a_thinned_frontier_says_so_and_keeps_its_ends() {
    let issues: Vec<_> = (1..=10_u32)
        .map(|n| {
            let n = f64::from(n);
            issue(
                1.0 + n.sqrt(),
                1.0 + n.ln(),
                &[1.0, 1.0 / n.sqrt(), 0.0],
                &[0.0, n.sqrt() / 4.0, 1.0],
            )
        })
        .collect();
    let space = space(&case(issues, 0.0, 0.0));
    let full = frontier(&space);
    let thin = Frontier::with_limit(&space, 100, &Watch::none()).expect("not stopped");
    assert!(full.is_exact() && !thin.is_exact());
    assert!(thin.len() <= 100 && thin.len() > 20, "{}", thin.len());
    assert_eq!(thin.point(0), full.point(0));
    assert_eq!(thin.points().last(), full.points().last());
}

#[test]
fn where_deals_are_too_many_to_count_the_estimate_is_close_and_says_so() {
    // Only the first issue matters to me, and two of its five options are enough: 40 %.
    let mut issues = vec![issue(0.0, 1.0, &[0.5; 5], &[0.5; 5]); 30];
    issues[0] = issue(1.0, 1.0, &[0.0, 0.2, 0.4, 0.6, 0.8], &[0.5; 5]);
    let space = space(&case(issues, 0.6, 0.5));
    let found = count_feasible(&space, &Watch::none()).expect("not stopped");
    assert!(!found.exact);
    let share = found.deals * 1_000 / space.deals();
    assert!((395..=405).contains(&share), "{share}");
}

#[test]
fn long_work_stops_when_asked() {
    let space = space(&small());
    let stop = || true;
    let watch = Watch::new(&stop, &|_| {});
    assert_eq!(Frontier::new(&space, &watch), Err(Stopped));
}

/// A solution, and what it makes as great as possible.
type Measured<'a> = (&'a Option<Deal>, &'a dyn Fn(&Deal) -> f64);

proptest! {
    #[test]
    fn the_frontier_is_what_trying_every_deal_finds(case in any_case()) {
        let space = space(&case);
        let deals = acceptable(&space);
        let unbeaten: Vec<_> = deals
            .iter()
            .filter(|(units, _)| !deals.iter().any(|(other, _)| beats(*other, *units)))
            .collect();
        let frontier = frontier(&space);
        prop_assert!(frontier.is_exact());
        prop_assert_eq!(frontier.deals(), unbeaten.len() as u128);
        let mut pairs: Vec<Units> = unbeaten.iter().map(|(units, _)| *units).collect();
        pairs.sort_by_key(|units| std::cmp::Reverse((units.me, units.them)));
        pairs.dedup();
        prop_assert_eq!(frontier.len(), pairs.len());
        for (units, point) in pairs.into_iter().zip(frontier.points()) {
            let mut equal = unbeaten.iter().filter(|(other, _)| *other == units);
            prop_assert_eq!(point.deals, equal.clone().count() as u64);
            let first = equal.next().map(|(_, choices)| choices);
            prop_assert_eq!(Some(&point.deal.choices), first);
            prop_assert_eq!(space.deal(&point.deal.choices), Some(point.deal));
        }
    }

    #[test]
    fn the_count_of_acceptable_deals_is_exact(case in any_case()) {
        let space = space(&case);
        let found = count_feasible(&space, &Watch::none()).expect("not stopped");
        prop_assert!(found.exact);
        prop_assert_eq!(found.deals, acceptable(&space).len() as u128);
        prop_assert_eq!(space.deals(), all(&space).len() as u128);
    }

    #[test]
    fn utilities_agree_with_the_plain_formula(case in any_case()) {
        let space = space(&case);
        let sum = |weight: fn(&crate::domain::bargaining::CaseIssue) -> f64| -> f64 {
            case.issues.iter().map(weight).sum()
        };
        let (mine, theirs) = (sum(|i| i.my_weight), sum(|i| i.their_weight));
        for choices in all(&space) {
            let (mut me, mut them) = (0.0, 0.0);
            for (issue, choice) in case.issues.iter().zip(&choices) {
                me += issue.my_weight * issue.mine[*choice] / mine;
                them += issue.their_weight * issue.theirs[*choice] / theirs;
            }
            let found = space.utility(&choices);
            prop_assert!((found.0 - me).abs() < 2e-12 && (found.1 - them).abs() < 2e-12);
            let exact = space.as_utility(space.units_of(&choices).expect("it exists"));
            prop_assert!((exact.0 - me).abs() < 1e-8 && (exact.1 - them).abs() < 1e-8);
        }
    }

    /// The measures again in floating point: no acceptable deal has a higher one, and none with
    /// the same measure a higher sum.
    #[test]
    fn each_solution_is_the_best_of_all_acceptable_deals(case in any_case()) {
        let space = space(&case);
        let deals: Vec<Deal> =
            acceptable(&space).iter().filter_map(|(_, choices)| space.deal(choices)).collect();
        let solutions = Solutions::new(&space, &frontier(&space));
        let gain = |deal: &Deal| (deal.me - case.my_reservation, deal.them - case.their_reservation);
        let most = |pick: fn((f64, f64)) -> f64| {
            deals.iter().map(|deal| pick(gain(deal))).fold(0.0, f64::max)
        };
        let ideal = (most(|gain| gain.0), most(|gain| gain.1));
        let share = |gain: f64, ideal: f64| if ideal > 1e-9 { gain / ideal } else { 1.0 };
        let measures: [Measured<'_>; 4] = [
            (&solutions.nash, &|deal| gain(deal).0 * gain(deal).1),
            (&solutions.kalai_smorodinsky, &|deal| {
                share(gain(deal).0, ideal.0).min(share(gain(deal).1, ideal.1))
            }),
            (&solutions.egalitarian, &|deal| gain(deal).0.min(gain(deal).1)),
            (&solutions.max_sum, &|deal| deal.me + deal.them),
        ];
        for (found, measure) in measures {
            prop_assert_eq!(found.is_some(), !deals.is_empty());
            let Some(found) = found else { continue };
            let best = deals.iter().map(measure).fold(f64::MIN, f64::max);
            prop_assert!((measure(found) - best).abs() < 1e-7, "{} of {}", measure(found), best);
            let rivals = deals.iter().filter(|deal| measure(deal) > best - 1e-13);
            let sum = rivals.clone().map(|deal| deal.me + deal.them).fold(f64::MIN, f64::max);
            if measure(found) > best - 1e-13 {
                prop_assert!(found.me + found.them > sum - 1e-7);
                let first = rivals
                    .filter(|deal| (deal.me, deal.them) == (found.me, found.them))
                    .map(|deal| &deal.choices)
                    .next();
                prop_assert_eq!(Some(&found.choices), first);
            }
        }
    }
}
