//! Concessions over time, and what their offers say about their weights.

use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::domain::bargaining::concession::{Concession, ConcessionPlan};
use crate::domain::bargaining::frequency::estimate;

fn amounts(plan: &ConcessionPlan) -> Vec<String> {
    plan.offers.iter().map(|offer| offer.amount.to_string()).collect()
}

#[test]
fn the_share_given_away_follows_the_formula() {
    let even = Concession::new(0.0, 1.0);
    assert_eq!(even.given(0.25), 0.25);
    // 0.1 + 0.9 x 0.5^2
    assert!((Concession::new(0.1, 0.5).given(0.5) - 0.325).abs() < 1e-12);
    // 0.5^(1/2)
    assert!((Concession::new(0.0, 2.0).given(0.5) - 0.5_f64.sqrt()).abs() < 1e-12);
    assert!((even.target(0.4, 0.9, 0.5) - 0.65).abs() < 1e-12);
}

#[test]
fn a_plan_starts_at_the_opening_and_ends_at_the_limit_in_round_steps() {
    let plan = ConcessionPlan::new(120_000.into(), 90_000.into(), 4, Concession::new(0.0, 2.0));
    assert_eq!(amounts(&plan), ["120000", "105000", "99000", "94000", "90000"]);
    let steps: Vec<Decimal> = plan.offers.iter().map(|offer| offer.step).collect();
    assert_eq!(steps, [0, 15_000, 6_000, 5_000, 4_000].map(Decimal::from));
    let buyer = ConcessionPlan::new(100.into(), 200.into(), 2, Concession::new(0.0, 1.0));
    assert_eq!(amounts(&buyer), ["100", "150", "200"]);
}

#[test]
fn a_conceder_tapers_and_a_tough_one_gives_last() {
    let sizes = |exponent| {
        let shape = Concession::new(0.0, exponent);
        let plan = ConcessionPlan::new(1_000_000.into(), 700_000.into(), 5, shape);
        plan.offers.into_iter().skip(1).map(|offer| offer.step).collect::<Vec<_>>()
    };
    assert!(sizes(3.0).windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", sizes(3.0));
    assert!(sizes(0.3).windows(2).all(|pair| pair[0] <= pair[1]), "{:?}", sizes(0.3));
}

#[test]
fn odd_amounts_stay_as_given_at_both_ends() {
    let opening = Decimal::new(123_456_789, 4);
    let limit = Decimal::new(99_991, 1);
    let plan = ConcessionPlan::new(opening, limit, 3, Concession::new(0.0, 1.0));
    assert_eq!(plan.offers.first().map(|offer| offer.amount), Some(opening));
    assert_eq!(plan.offers.last().map(|offer| offer.amount), Some(limit));
}

#[test]
fn a_plan_of_less_than_a_cent_does_not_give_the_whole_way_at_once() {
    let shape = Concession::new(0.0, 2.0);
    let plan = ConcessionPlan::new(Decimal::new(125, 4), Decimal::new(115, 4), 4, shape);
    assert_eq!(amounts(&plan), ["0.0125", "0.0120", "0.0118", "0.01165", "0.0115"].map(short));
    // The last cent in more steps than it has parts: as many different offers as there are.
    let many = ConcessionPlan::new(Decimal::new(10_000, 2), Decimal::new(9_999, 2), 20, shape);
    let mut different = amounts(&many);
    different.dedup();
    assert!(different.len() > 8, "{different:?}");
}

fn short(amount: &str) -> String {
    amount.parse::<Decimal>().unwrap().normalize().to_string()
}

#[test]
fn a_way_from_one_end_of_the_numbers_to_the_other_is_gone_in_steps() {
    let plan = ConcessionPlan::new(Decimal::MAX, Decimal::MIN, 4, Concession::new(0.0, 1.0));
    let shown: Vec<f64> = plan.offers.iter().map(|offer| offer.amount.to_f64().unwrap()).collect();
    for (offer, share) in shown.iter().zip([1.0, 0.5, 0.0, -0.5, -1.0]) {
        assert!((offer / 7.9e28 - share).abs() < 0.01, "{shown:?}");
    }
    let whole = ConcessionPlan::new(Decimal::MAX, Decimal::MIN, 1, Concession::new(0.0, 1.0));
    assert_eq!(whole.offers[1].step, Decimal::MAX, "the way itself does not fit");
}

#[test]
fn an_issue_that_is_kept_while_others_move_gains_weight() {
    let offers =
        [vec![Some(0), Some(0), None], vec![Some(0), Some(1), None], vec![Some(0), Some(2), None]];
    let found = estimate(&[3, 3, 2], &[1.0, 1.0, 2.0], &offers);
    assert!(found.weights[0] > 0.25 && found.moved[0] > 0.0);
    assert!(found.weights[1] < 0.25 && found.weights[2] < 0.5);
    assert_eq!(found.values[0], Some(vec![1.0, 0.0, 0.0]));
    assert_eq!(found.values[1], Some(vec![1.0, 1.0, 1.0]));
    assert_eq!(found.values[2], None);
    assert_eq!((found.offers, found.observations), (3, 4));
    assert!(found.is_a_guess());
}

#[test]
fn one_offer_or_a_repeated_one_changes_no_weight() {
    let offer = vec![Some(0), Some(1)];
    let found = estimate(&[2, 2], &[0.3, 0.7], &[offer.clone(), offer]);
    assert!((found.weights[0] - 0.3).abs() < 1e-12);
    assert_eq!(found.moved, [0.0, 0.0]);
    assert_eq!(estimate(&[2, 2], &[0.0, 0.0], &[]).weights, [0.5, 0.5]);
}

proptest! {
    #[test]
    fn the_share_given_away_stays_in_bounds_and_never_falls(
        start in 0.0..=1.0_f64, exponent in 0.01..50.0_f64, a in 0.0..=1.0_f64, b in 0.0..=1.0_f64,
    ) {
        let shape = Concession::new(start, exponent);
        let (early, late) = (shape.given(a.min(b)), shape.given(a.max(b)));
        prop_assert!(early >= start - 1e-12 && late <= 1.0 && early <= late);
        prop_assert!((shape.given(1.0) - 1.0).abs() < 1e-12);
        prop_assert!((shape.given(0.0) - start).abs() < 1e-12);
        let (high, low) = (shape.target(0.2, 0.9, a.min(b)), shape.target(0.2, 0.9, a.max(b)));
        prop_assert!(high >= low && low >= 0.2 - 1e-12 && high <= 0.9 + 1e-12);
    }

    #[test]
    fn a_plan_goes_one_way_and_ends_at_the_limit(
        opening in -1_000_000_000..1_000_000_000_i64, limit in -1_000_000_000..1_000_000_000_i64,
        decimals in 0..4_u32, steps in 1..30_usize, start in 0.0..=1.0_f64,
        exponent in 0.05..20.0_f64,
    ) {
        let (opening, limit) = (Decimal::new(opening, decimals), Decimal::new(limit, decimals));
        let plan = ConcessionPlan::new(opening, limit, steps, Concession::new(start, exponent));
        prop_assert_eq!(plan.offers.len(), steps + 1);
        prop_assert_eq!(plan.offers.last().map(|offer| offer.amount), Some(limit));
        let (low, high) = (opening.min(limit), opening.max(limit));
        let mut before = None;
        for offer in &plan.offers {
            prop_assert!((low..=high).contains(&offer.amount));
            if let Some(before) = before.replace(offer.amount) {
                let falls = opening >= limit;
                let right = if falls { offer.amount <= before } else { offer.amount >= before };
                prop_assert!(right);
                prop_assert_eq!(offer.step, (before - offer.amount).abs());
            }
        }
    }

    #[test]
    fn offers_follow_the_shape_and_differ_where_the_decimals_allow_it(
        opening in 0..1_000_000_i64, way in 1..100_000_i64, decimals in 0..8_u32,
        steps in 1..13_u32, exponent in 0.2..5.0_f64,
    ) {
        let (opening, limit) = (Decimal::new(opening, decimals), Decimal::new(opening - way, decimals));
        let shape = Concession::new(0.0, exponent);
        let plan = ConcessionPlan::new(opening, limit, steps as usize, shape);
        let float = |amount: Decimal| amount.to_f64().unwrap();
        let way = float(opening) - float(limit);
        let exact =
            |step: u32| float(opening) - shape.given(f64::from(step) / f64::from(steps)) * way;
        let unit = float(plan.rounding);
        for (step, offer) in (0..).zip(&plan.offers) {
            prop_assert!((float(offer.amount) - exact(step)).abs() <= unit * 0.5001 + way * 1e-9);
        }
        let finest = 10_f64.powi(-i32::try_from((decimals + 1).max(2)).unwrap());
        if (1..=steps).all(|step| exact(step - 1) - exact(step) > finest * 1.001) {
            prop_assert!(plan.offers.windows(2).all(|pair| pair[0].amount > pair[1].amount));
        }
    }

    #[test]
    fn estimated_weights_are_shares(
        prior in proptest::collection::vec(0.0..5.0_f64, 4),
        offers in proptest::collection::vec(
            proptest::collection::vec(proptest::option::of(0..5_usize), 0..6), 0..12),
    ) {
        let found = estimate(&[3, 1, 4, 2], &prior, &offers);
        prop_assert!((found.weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert!(found.weights.iter().all(|weight| (0.0..=1.0).contains(weight)));
        prop_assert!(found.moved.iter().sum::<f64>().abs() < 1e-9);
        for values in found.values.iter().flatten() {
            prop_assert!(values.iter().all(|value| (0.0..=1.0).contains(value)));
            prop_assert!(values.contains(&1.0));
        }
    }
}
