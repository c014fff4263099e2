//! Domains of the negotiation competition ANAC 2010, whose solutions are known.

use std::cmp::Reverse;

use super::brute::{all, frontier, space};
use crate::domain::bargaining::{Deal, Solutions, Space, Watch, count_feasible};

const ENGLAND_ZIMBABWE: &str =
    include_str!("../../../../tests/fixtures/cases/england-zimbabwe.ron");
const ITEX_CYPRESS: &str = include_str!("../../../../tests/fixtures/cases/itex-cypress.ron");
const TRAVEL: &str = include_str!("../../../../tests/fixtures/cases/travel.ron");

fn domain(text: &str) -> Space {
    space(&ron::from_str(text).expect("a case"))
}

/// The digits that are published, rounded.
const PUBLISHED: f64 = 6e-5;

fn is_near(deal: Option<&Deal>, me: f64, them: f64, tolerance: f64) {
    let deal = deal.expect("a deal");
    let near = (deal.me - me).abs() < tolerance && (deal.them - them).abs() < tolerance;
    assert!(near, "({}, {}) is not ({me}, {them})", deal.me, deal.them);
}

#[test]
fn england_zimbabwe_has_its_known_frontier_and_solutions() {
    let space = domain(ENGLAND_ZIMBABWE);
    assert_eq!(space.deals(), 576);
    assert_eq!(count_feasible(&space, &Watch::none()).expect("not stopped").deals, 576);
    let frontier = frontier(&space);
    assert_eq!(frontier.deals(), 25);
    let solutions = Solutions::new(&space, &frontier);
    is_near(solutions.nash.as_ref(), 0.9109, 0.7332, PUBLISHED);
    is_near(solutions.kalai_smorodinsky.as_ref(), 0.8223, 0.7866, PUBLISHED);
}

#[test]
fn itex_cypress_has_its_known_frontier_and_solutions() {
    let space = domain(ITEX_CYPRESS);
    assert_eq!(space.deals(), 180);
    let frontier = frontier(&space);
    assert_eq!(frontier.deals(), 18);
    let solutions = Solutions::new(&space, &frontier);
    // Published is (0.7215, 0.6705). The public profiles give 0.6708 for them; where the last digits
    // come from is not known. The next deal of the frontier is much further away.
    is_near(solutions.nash.as_ref(), 0.7215, 0.6705, 5e-4);
    assert_eq!(solutions.nash, solutions.kalai_smorodinsky);
}

/// 188,160 deals: what trying them all finds, with the same exact sums.
#[test]
fn travel_has_the_frontier_that_trying_every_deal_finds() {
    let space = domain(TRAVEL);
    assert_eq!(space.deals(), 188_160);
    let mut deals: Vec<_> = all(&space)
        .into_iter()
        .map(|choices| (space.units_of(&choices).expect("it exists"), choices))
        .collect();
    deals.sort_by_key(|(units, choices)| (Reverse((units.me, units.them)), choices.clone()));
    let mut highest = -1;
    let mut expected = Vec::new();
    for (units, choices) in deals {
        if units.them > highest {
            highest = units.them;
            expected.push(choices);
        }
    }
    let frontier = frontier(&space);
    assert!(frontier.is_exact() && expected.len() > 5, "{}", expected.len());
    let found: Vec<_> = frontier.points().map(|point| point.deal.choices).collect();
    assert_eq!(found, expected);
}
