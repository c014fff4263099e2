//! What the models and the store cost: reading a profile, saving a record, opening a library.
//!
//! Saving is measured beside the bare sequence of calls that any safe save needs, in one run, so
//! that their ratio can be read whatever the disk.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has to stop")]

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use counterpoint::content::catalog::Catalog;
use counterpoint::domain::evidence::{Evidence, EvidenceKind, Setting};
use counterpoint::domain::profile::Profile;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::session::Session;
use counterpoint::store::record::Record;
use counterpoint::store::sample::{SampleLibrary, SampleOptions, sample_records};
use counterpoint::store::{Library, LibraryFolder};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jiff::Timestamp;
use jiff::civil::date;

fn sample(sessions: usize) -> SampleLibrary {
    sample_records(&SampleOptions { sessions, ..SampleOptions::default() })
}

fn write(path: &Path, sample: &SampleLibrary) {
    Library::write_new(path, &sample.library, &sample.counterparts, &sample.sessions).unwrap();
}

/// Observations of all kinds that do not agree with one another.
fn observations(count: usize) -> Vec<Evidence> {
    let quadrants = Quadrant::ALL.into_iter().cycle();
    let kinds = EvidenceKind::BY_HAND.into_iter().cycle();
    let pairs = quadrants.zip(kinds).take(count);
    pairs
        .map(|(quadrant, kind)| Evidence {
            id: None,
            supports: vec![quadrant],
            against: Vec::new(),
            kind,
            setting: Setting::Normal,
            date: date(2026, 6, 16),
            text: String::new(),
            source: String::new(),
            weight: None,
        })
        .collect()
}

/// From evidence to everything that is shown of a profile.
fn profile(criterion: &mut Criterion) {
    let catalog = Catalog::bundled().unwrap();
    let mut group = criterion.benchmark_group("profile");
    for count in [1, 10, 100] {
        let evidence = observations(count);
        group.bench_with_input(
            BenchmarkId::from_parameter(count),
            &evidence,
            |bencher, evidence| {
                bencher.iter(|| {
                    let evidence = black_box(evidence);
                    Profile::from_evidence(evidence, Setting::Normal, catalog.weights()).reading()
                });
            },
        );
    }
    group.finish();
}

/// The calls without which a save is not safe: temporary file, fsync, rename, fsync of the folder.
fn bare_save(folder: &Path, bytes: &[u8]) {
    let temporary = folder.join("bare.tmp");
    let mut file = File::create(&temporary).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    fs::rename(&temporary, folder.join("bare.ron")).unwrap();
    File::open(folder).unwrap().sync_all().unwrap();
}

/// The session with the most to save.
fn largest_session(sample: &SampleLibrary) -> Session {
    let size = |session: &&Session| session.log.len() + session.offers.len();
    sample.sessions.iter().max_by_key(size).unwrap().clone()
}

fn save(criterion: &mut Criterion) {
    let place = tempfile::tempdir().unwrap();
    let library = place.path().join("library");
    let sample = sample(6);
    write(&library, &sample);
    let folder = LibraryFolder::new(&library);
    let first = largest_session(&sample);
    let mut second = first.clone();
    second.pitch.push_str(" And one more sentence.");
    // A record that has not changed is not written, so two versions take turns.
    let versions = [first, second].map(|session| Record::Session(Arc::new(session)));
    let file = versions.first().map(|record| folder.file(record.key())).unwrap();
    let bytes = fs::read(&file).unwrap();

    let mut group = criterion.benchmark_group("save");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    let bare = place.path().join("bare");
    fs::create_dir(&bare).unwrap();
    group.bench_function("bare calls", |bencher| bencher.iter(|| bare_save(&bare, &bytes)));
    group.bench_function("session", |bencher| {
        let mut next = versions.iter().cycle();
        bencher.iter(|| folder.save(next.next().unwrap(), Timestamp::now()).unwrap());
    });
    group.finish();
}

criterion_group!(benches, profile, save);
criterion_main!(benches);
