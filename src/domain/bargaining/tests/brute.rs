//! Small random cases, and answers found by trying every deal.

use proptest::prelude::*;

use crate::domain::bargaining::space::Units;
use crate::domain::bargaining::{Case, CaseIssue, Frontier, Space, Watch};

pub fn issue(my_weight: f64, their_weight: f64, mine: &[f64], theirs: &[f64]) -> CaseIssue {
    CaseIssue {
        name: "issue".to_owned(),
        options: mine.iter().map(|value| format!("at {value}")).collect(),
        my_weight,
        their_weight,
        mine: mine.to_vec(),
        theirs: theirs.to_vec(),
    }
}

pub fn case(issues: Vec<CaseIssue>, my_reservation: f64, their_reservation: f64) -> Case {
    Case { name: "case".to_owned(), issues, my_reservation, their_reservation }
}

pub fn space(case: &Case) -> Space {
    Space::new(case).expect("a valid case")
}

pub fn frontier(space: &Space) -> Frontier {
    Frontier::new(space, &Watch::none()).expect("nobody stops it")
}

/// Every deal in the order of choices.
pub fn all(space: &Space) -> Vec<Vec<usize>> {
    (0..space.issues()).fold(vec![Vec::new()], |deals, issue| {
        let longer = |deal: &Vec<usize>| {
            let deal = deal.clone();
            (0..space.options(issue)).map(move |option| {
                let mut deal = deal.clone();
                deal.push(option);
                deal
            })
        };
        deals.iter().flat_map(longer).collect()
    })
}

/// Every acceptable deal with its exact utilities, in the order of choices.
pub fn acceptable(space: &Space) -> Vec<(Units, Vec<usize>)> {
    let deals = all(space).into_iter().filter(|deal| space.is_feasible(deal));
    deals.map(|deal| (space.units_of(&deal).expect("it exists"), deal)).collect()
}

pub fn beats(one: Units, other: Units) -> bool {
    one != other && one.me >= other.me && one.them >= other.them
}

/// Values in quarters make many ties; the others make none.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => proptest::sample::select(vec![0.0, 0.25, 0.5, 1.0]),
        1 => 0.0..=1.0_f64,
    ]
}

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => proptest::sample::select(vec![0.0, 0.1, 0.2, 0.3, 1.0, 2.0]),
        1 => 0.0..=1.0_f64,
    ]
}

fn any_issue() -> impl Strategy<Value = CaseIssue> {
    (weight(), weight(), 1..=4_usize).prop_flat_map(|(mine, theirs, options)| {
        let values = || proptest::collection::vec(value(), options);
        (values(), values()).prop_map(move |(my, their)| issue(mine, theirs, &my, &their))
    })
}

fn reservation() -> impl Strategy<Value = f64> {
    prop_oneof![2 => Just(0.0), 2 => proptest::sample::select(vec![0.25, 0.5]), 1 => 0.0..0.7_f64]
}

/// Cases of up to 256 deals.
pub fn any_case() -> impl Strategy<Value = Case> {
    let issues = proptest::collection::vec(any_issue(), 1..=4);
    (issues, reservation(), reservation())
        .prop_map(|(issues, my, their)| case(issues, my, their))
        .prop_filter("somebody must care", |case| case.validate().is_ok())
}
