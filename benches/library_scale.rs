//! What a library of a thousand, ten thousand and a hundred thousand negotiations costs: opening it,
//! the first list, one record, comparing everything with the disk, and an index from nothing.
//!
//! The name of each measurement ends with its limit, on four cores and a local disk.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has to stop")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use counterpoint::content::catalog::Catalog;
use counterpoint::domain::evidence::EvidenceWeights;
use counterpoint::domain::library::SCHEMA;
use counterpoint::domain::summary::SessionSummary;
use counterpoint::store::index::{CACHE_FOLDER, Opened};
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::store::{Library, RecordKey};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};

const LONG: Duration = Duration::from_mins(10);

/// A sample library with its cache, made once and kept.
fn library(sessions: usize) -> PathBuf {
    let name = format!("schema-{SCHEMA}-{sessions}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench-libraries").join(name);
    // `library.ron` is written last.
    if !path.join("library.ron").exists() {
        let _ = fs::remove_dir_all(&path);
        let sample = sample_records(&SampleOptions { sessions, ..SampleOptions::default() });
        Library::write_new(&path, &sample.library, &sample.counterparts, &sample.sessions).unwrap();
    }
    // Twice: what was written just now is not trusted yet.
    validated(&path);
    std::thread::sleep(Duration::from_secs(3));
    validated(&path);
    path
}

fn weights() -> EvidenceWeights {
    *Catalog::bundled().unwrap().weights()
}

fn open(path: &Path) -> Opened {
    Library::open(path, &weights(), || {}).unwrap()
}

fn validated(path: &Path) -> Opened {
    let mut opened = open(path);
    let indexer = opened.indexer.as_ref().unwrap();
    assert!(indexer.wait(LONG));
    for change in indexer.take_changes() {
        opened.index.apply(change);
    }
    opened
}

/// The order of the list of negotiations, and what is seen of it.
fn first_list(opened: &Opened) -> Vec<Arc<SessionSummary>> {
    let mut all = opened.index.sessions.as_slice().to_vec();
    all.sort_unstable_by_key(|one| std::cmp::Reverse((one.updated, one.id)));
    all.truncate(50);
    all
}

/// Measures `work` without what is done before and after it.
fn timed<T>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: String,
    mut before: impl FnMut(),
    mut work: impl FnMut() -> T,
) {
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|times| {
            let mut total = Duration::ZERO;
            for _ in 0..times {
                before();
                let start = Instant::now();
                let result = black_box(work());
                total += start.elapsed();
                drop(result);
            }
            total
        });
    });
}

fn scale(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("library");
    group.sample_size(10);
    for (sessions, open_limit, rescan_limit) in
        [(1_000, "80 ms", "10 ms"), (10_000, "80 ms", "40 ms"), (100_000, "100 ms", "200 ms")]
    {
        let path = library(sessions);
        let name = |what: &str, limit: &str| format!("{what}, {sessions} (limit {limit})");
        timed(&mut group, name("open until lists stand", open_limit), || {}, || open(&path));
        let opened = validated(&path);
        timed(&mut group, name("first list", "16 ms"), || {}, || first_list(&opened));
        let key = RecordKey::Session(first_list(&opened).first().unwrap().id);
        let load = || opened.folder.load(key).unwrap();
        timed(&mut group, name("load one record", "1 ms"), || {}, load);
        let indexer = opened.indexer.as_ref().unwrap();
        let rescan = || {
            indexer.rescan();
            assert!(indexer.wait(LONG));
            indexer.take_changes()
        };
        timed(&mut group, name("compare all with the disk", rescan_limit), || {}, rescan);
    }
    group.finish();
}

/// Without a cache every record is read; the library can be used meanwhile.
fn cold(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("index from nothing");
    group.sample_size(10);
    for (sessions, limit) in [(1_000, "100 ms"), (10_000, "1 s")] {
        let path = library(sessions);
        let forget = || fs::remove_dir_all(path.join(CACHE_FOLDER)).unwrap_or_default();
        let name = format!("{sessions} (limit {limit})");
        timed(&mut group, name, forget, || validated(&path));
    }
    group.finish();
}

criterion_group!(benches, scale, cold);
criterion_main!(benches);
