//! The frontier and the balanced deals of large cases, beside trying every deal in the same run.
#![allow(clippy::expect_used, reason = "a benchmark that cannot be set up has to stop")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use counterpoint::domain::bargaining::{
    Analysis, Case, CaseIssue, Frontier, PackageWish, Solutions, Space, Watch,
};
use criterion::{Criterion, criterion_group, criterion_main};

/// The options of each issue of a travel case: 188,160 deals.
const TRAVEL: [usize; 7] = [7, 7, 4, 4, 6, 5, 8];
/// What both may take, in milliseconds.
const LIMITS: [(&str, u64); 2] = [("188,160 deals", 50), ("ten issues of ten options", 200)];

/// How the values of an issue come about.
#[derive(Debug, Clone, Copy)]
enum Values {
    /// Anything from 0 to 1.
    Any,
    /// Tenths, so that many deals are worth the same.
    Tenths,
    /// The other side wants the opposite: every deal lies on the frontier.
    Opposite,
}

/// Even numbers from 0 to 1, the same each time.
fn numbers() -> impl FnMut() -> f64 {
    let mut state = 7_u32;
    move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1_u32 << 24)
    }
}

fn case(options: &[usize], values: Values) -> Case {
    let mut next = numbers();
    let issues = options.iter().map(|count| {
        let mut list = || -> Vec<f64> {
            let exact = (0..*count).map(|_| next());
            match values {
                Values::Tenths => exact.map(|value| (value * 10.0).round() / 10.0).collect(),
                Values::Any | Values::Opposite => exact.collect(),
            }
        };
        let (mine, theirs) = (list(), list());
        let (my_weight, their_weight) = (next() + 0.1, next() + 0.1);
        let opposite = matches!(values, Values::Opposite);
        CaseIssue {
            name: String::new(),
            options: vec![String::new(); *count],
            my_weight,
            their_weight: if opposite { my_weight } else { their_weight },
            theirs: if opposite { mine.iter().map(|value| 1.0 - value).collect() } else { theirs },
            mine,
        }
    });
    let issues = issues.collect();
    Case { name: String::new(), issues, my_reservation: 0.0, their_reservation: 0.0 }
}

/// The plain way: every deal, sorted by my utility, and the highest of theirs so far.
fn enumerate(case: &Case) -> (usize, (f64, f64)) {
    let sum = |weight: fn(&CaseIssue) -> f64| case.issues.iter().map(weight).sum::<f64>();
    let (mine, theirs) = (sum(|issue| issue.my_weight), sum(|issue| issue.their_weight));
    let mut deals = vec![(0.0, 0.0)];
    for issue in &case.issues {
        let options: Vec<(f64, f64)> = issue
            .mine
            .iter()
            .zip(&issue.theirs)
            .map(|(me, them)| (issue.my_weight * me / mine, issue.their_weight * them / theirs))
            .collect();
        let longer = |deal: &(f64, f64)| {
            let (me, them) = *deal;
            options.iter().map(move |added| (me + added.0, them + added.1)).collect::<Vec<_>>()
        };
        deals = deals.iter().flat_map(longer).collect();
    }
    deals.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| b.1.total_cmp(&a.1)));
    let mut highest = f64::MIN;
    let mut frontier = 0;
    let mut nash = (0.0, 0.0);
    for (me, them) in deals {
        if them > highest {
            highest = them;
            frontier += 1;
            if me * them > nash.0 * nash.1 {
                nash = (me, them);
            }
        }
    }
    (frontier, nash)
}

fn solve(case: &Case) -> (Frontier, Solutions) {
    let space = Space::new(case).expect("a valid case");
    let frontier = Frontier::new(&space, &Watch::none()).expect("nobody stops it");
    let solutions = Solutions::new(&space, &frontier);
    (frontier, solutions)
}

fn limits(cases: &[(&str, Case)]) {
    for (name, case) in cases {
        let limit = LIMITS.iter().find(|(of, _)| name.starts_with(of)).map_or(0, |(_, ms)| *ms);
        let mut times: Vec<Duration> = (0..9)
            .map(|_| {
                let started = Instant::now();
                black_box(solve(case));
                started.elapsed()
            })
            .collect();
        times.sort_unstable();
        let median = times.get(times.len() / 2).copied().unwrap_or_default();
        let (frontier, _) = solve(case);
        let verdict = if median <= Duration::from_millis(limit) { "within" } else { "ABOVE" };
        println!(
            "{name}: {} points, exact: {}, in {median:.2?}, {verdict} the limit of {limit} ms",
            frontier.len(),
            frontier.is_exact(),
        );
    }
}

fn bargaining(criterion: &mut Criterion) {
    let ten = [10; 10];
    let cases = [
        ("188,160 deals", case(&TRAVEL, Values::Any)),
        ("188,160 deals, tenths", case(&TRAVEL, Values::Tenths)),
        ("188,160 deals, opposite", case(&TRAVEL, Values::Opposite)),
        ("ten issues of ten options", case(&ten, Values::Any)),
        ("ten issues of ten options, tenths", case(&ten, Values::Tenths)),
        ("ten issues of ten options, opposite", case(&ten, Values::Opposite)),
    ];
    limits(&cases);
    let mut group = criterion.benchmark_group("frontier and balanced deals");
    group.sample_size(10);
    group.measurement_time(Duration::from_secs(2));
    for (name, case) in &cases {
        group.bench_function(*name, |bencher| bencher.iter(|| solve(case)));
    }
    if let Some((name, case)) = cases.first() {
        let plain = enumerate(case);
        let (frontier, solutions) = solve(case);
        assert_eq!(plain.0, frontier.len(), "both ways find the same frontier");
        let nash = solutions.nash.map(|deal| (deal.me, deal.them)).unwrap_or_default();
        assert!((nash.0 - plain.1.0).abs() + (nash.1 - plain.1.1).abs() < 1e-9);
        group.bench_function(format!("{name}, trying every deal"), |bencher| {
            bencher.iter(|| enumerate(case));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("everything of a case");
    group.sample_size(10);
    group.measurement_time(Duration::from_secs(2));
    for (name, case) in &cases {
        let space = Space::new(case).expect("a valid case");
        let wish = PackageWish::default();
        group.bench_function(*name, |bencher| {
            bencher.iter(|| Analysis::new(&space, &wish, &Watch::none()));
        });
    }
    group.finish();
}

criterion_group!(benches, bargaining);
criterion_main!(benches);
