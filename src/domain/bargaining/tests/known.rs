//! Domains of the negotiation competition ANAC 2010, whose solutions are known.

use std::fs;

use super::brute::{frontier, space};
use crate::domain::bargaining::{Deal, Solutions, Space, Watch, count_feasible};

fn domain(name: &str) -> Space {
    let path = format!("{}/tests/fixtures/cases/{name}.ron", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the fixture");
    space(&ron::from_str(&text).expect("a case"))
}

fn is_near(deal: Option<&Deal>, me: f64, them: f64) {
    let deal = deal.expect("a deal");
    let near = (deal.me - me).abs() < 6e-5 && (deal.them - them).abs() < 6e-5;
    assert!(near, "({}, {}) is not ({me}, {them})", deal.me, deal.them);
}

#[test]
fn england_zimbabwe_has_its_known_frontier_and_solutions() {
    let space = domain("england-zimbabwe");
    assert_eq!(space.deals(), 576);
    assert_eq!(count_feasible(&space, &Watch::none()).expect("not stopped").deals, 576);
    let frontier = frontier(&space);
    assert_eq!(frontier.deals(), 25);
    let solutions = Solutions::new(&space, &frontier);
    is_near(solutions.nash.as_ref(), 0.9109, 0.7332);
    is_near(solutions.kalai_smorodinsky.as_ref(), 0.8223, 0.7866);
}

#[test]
fn itex_cypress_has_its_known_frontier_and_solutions() {
    let space = domain("itex-cypress");
    assert_eq!(space.deals(), 180);
    let frontier = frontier(&space);
    assert_eq!(frontier.deals(), 18);
    let solutions = Solutions::new(&space, &frontier);
    is_near(solutions.nash.as_ref(), 0.7215, 0.6708);
    assert_eq!(solutions.nash, solutions.kalai_smorodinsky);
}
