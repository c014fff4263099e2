//! What a keystroke in the search costs, beside scanning the same bytes for the same text on all
//! cores without asking which record a hit belongs to.
//!
//! The two are measured in turns, and their ratio is printed with its limit.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has to stop")]

use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

use counterpoint::store::progress::Progress;
use counterpoint::store::record::RecordKey;
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::store::search::{
    Found, Query, RecordText, Scope, Section, TextIndex, find, fold,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use memchr::memmem;

const SIZES: [usize; 2] = [10_000, 100_000];

/// A search may take so many times the plain scan.
const LIMIT: f64 = 1.5;

const ROUNDS: usize = 15;

/// What is typed, and what had been typed and searched before.
const QUERIES: [(&str, &str, Option<&str>); 9] = [
    ("rare", "zirconium", None),
    ("nearly a name", "lindqvits", None),
    ("common", "price", None),
    ("one letter", "e", None),
    ("two Chinese signs", "价格", None),
    ("one Chinese sign", "王", None),
    ("three terms", "deliver price week", None),
    ("narrowing a common term", "price lo", Some("price l")),
    ("narrowing a rare term", "lindq", Some("lind")),
];

struct Corpus {
    texts: TextIndex,
    /// The same bytes in one piece.
    plain: Vec<u8>,
}

fn corpus(sessions: usize) -> Corpus {
    let sample = sample_records(&SampleOptions { sessions, ..SampleOptions::default() });
    let people = sample
        .counterparts
        .iter()
        .map(|person| (RecordKey::Counterpart(person.id), RecordText::of_counterpart(person)));
    let deals = sample
        .sessions
        .iter()
        .map(|session| (RecordKey::Session(session.id), RecordText::of_session(session)));
    let started = Instant::now();
    let records: Vec<_> = people.chain(deals).collect();
    let made = started.elapsed();
    let mut plain = Vec::new();
    for section in [Section::Title, Section::Names, Section::Tags, Section::Body] {
        for (_, text) in &records {
            plain.extend_from_slice(text.section(section).as_bytes());
        }
    }
    let count = records.len();
    let texts = TextIndex::from_records(records);
    println!(
        "{sessions} negotiations: {count} texts of {} bytes on average in {made:.0?} on one core; \
         index {:.1} MB for {:.1} MB of text",
        plain.len() / count,
        megabytes(texts.bytes_len()),
        megabytes(plain.len()),
    );
    Corpus { texts, plain }
}

#[expect(clippy::cast_precision_loss, reason = "for people to read")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

fn search(corpus: &Corpus, typed: &str, previous: Option<&Found>) -> Found {
    let query = Query::parse(typed, Scope::Everything);
    find(&corpus.texts, &query, previous, &Progress::default()).unwrap()
}

/// Counts a text in all bytes, each core its share.
fn plain_scan(corpus: &Corpus, typed: &str) -> usize {
    let longest = typed.split(' ').max_by_key(|term| term.len()).unwrap_or_default();
    let needle = fold(longest);
    let finder = memmem::Finder::new(&needle);
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let share = corpus.plain.len().div_ceil(cores);
    thread::scope(|scope| {
        let chunks = corpus.plain.chunks(share);
        let count = |bytes| finder.find_iter(bytes).count();
        let started: Vec<_> = chunks
            .map(|bytes| thread::Builder::new().spawn_scoped(scope, move || count(bytes)).unwrap())
            .collect();
        started.into_iter().map(|thread| thread.join().unwrap()).sum()
    })
}

fn time(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn ratios(sessions: usize, corpus: &Corpus) {
    for (name, typed, before) in QUERIES {
        let previous = before.map(|before| search(corpus, before, None));
        let mut searches = Vec::new();
        let mut scans = Vec::new();
        for _ in 0..ROUNDS {
            searches.push(time(|| {
                black_box(search(corpus, typed, previous.as_ref()));
            }));
            scans.push(time(|| {
                black_box(plain_scan(corpus, typed));
            }));
        }
        let (search_time, scan) = (median(searches), median(scans));
        let ratio = search_time.as_secs_f64() / scan.as_secs_f64();
        let verdict = if ratio <= LIMIT { "within" } else { "ABOVE" };
        let found = search(corpus, typed, previous.as_ref());
        println!(
            "{sessions:>6}, {name:<24} {:>6} found in {search_time:>8.2?}, scan {scan:>8.2?}: \
             {ratio:.2}, {verdict} the limit of {LIMIT}",
            found.total(),
        );
    }
}

fn keystroke(criterion: &mut Criterion) {
    for sessions in SIZES {
        let corpus = corpus(sessions);
        ratios(sessions, &corpus);
        let mut group = criterion.benchmark_group(format!("search per keystroke, {sessions}"));
        group.sample_size(20);
        group.measurement_time(Duration::from_secs(2));
        for (name, typed, before) in QUERIES {
            let previous = before.map(|before| search(&corpus, before, None));
            group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
                bencher.iter(|| search(&corpus, typed, previous.as_ref()));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, keystroke);
criterion_main!(benches);
