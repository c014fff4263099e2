//! The text of a record: read, brought up to date, summed up, written.

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::evidence::EvidenceWeights;
use counterpoint::domain::library::{LibraryRecord, SCHEMA};
use counterpoint::domain::session::Session;
use counterpoint::domain::summary::{CounterpartSummary, SessionSummary};
use counterpoint::store::index::cache::{self, Cached};
use counterpoint::store::ron_text::{decode, parse, to_proven_text};
use counterpoint::store::search::{Query, RecordText, Scope, TextIndex, highlights, passage};
use counterpoint::store::{LibraryFolder, Record, RecordKey, StoreError, migrate};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::TempDir;

/// A record of this size takes every way through the reader; larger ones only take longer.
const LONGEST: usize = 64 * 1024;

/// The file of a record whose id is not known.
const NAMELESS: &str = "01930000-0000-7000-8000-000000000001";

pub const WEIGHTS: EvidenceWeights = EvidenceWeights {
    questionnaire_total: 4.0,
    quote: 2.0,
    behaviour: 1.5,
    text: 1.0,
    third_party: 1.0,
    role: 0.5,
};

thread_local! {
    static FOLDER: TempDir = folder();
}

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    for name in ["counterparts", "sessions"] {
        fs::create_dir(folder.path().join(name)).expect("a folder");
    }
    folder
}

pub fn check(bytes: &[u8]) -> bool {
    if bytes.len() > LONGEST {
        return false;
    }
    let nameless = NAMELESS.parse().map(RecordKey::Session).expect("an id");
    let text = decode(Path::new("x.ron"), bytes);
    let Ok(text) = text.as_deref().inspect_err(|error| tells_place(error)) else {
        loads_as(nameless, bytes, None);
        return false;
    };
    let library = read::<LibraryRecord>(text, migrate::upgrade_library);
    let person = read::<Counterpart>(text, migrate::upgrade_counterpart);
    let session = read::<Session>(text, migrate::upgrade_session);
    let records = [
        library.map(|record| Record::Library(Arc::new(record))),
        person.map(|record| Record::Counterpart(Arc::new(record))),
        session.map(|record| Record::Session(Arc::new(record))),
    ];
    if records.iter().all(Option::is_none) {
        loads_as(nameless, bytes, None);
        loads_as(RecordKey::Library, bytes, None);
    }
    for record in records.iter().flatten() {
        loads_as(record.key(), bytes, Some(record));
        is_cached_and_searched(record, text);
    }
    records.iter().any(Option::is_some)
}

/// The record brought up to date, if the text is one. What was read can be written, and gives the
/// same text ever after.
fn read<T>(text: &str, upgrade: fn(&mut T)) -> Option<T>
where
    T: Clone + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let path = Path::new("x.ron");
    let mut record: T = parse(path, text).inspect_err(tells_place).ok()?;
    upgrade(&mut record);
    let once = record.clone();
    upgrade(&mut record);
    assert_eq!(record, once, "upgraded again, it changed again");
    let written = to_proven_text(path, &record).expect("what was read can be written");
    let mut back: T = parse(path, &written).expect("what was written can be read");
    upgrade(&mut back);
    assert_eq!(to_proven_text(path, &back).as_deref(), Ok(written.as_str()));
    // Line ends may come out as LF.
    if !text.contains(['\r', '\\']) {
        assert_eq!(back, record);
    }
    Some(record)
}

fn tells_place(error: &StoreError) {
    let StoreError::Parse { line, column, message, .. } = error else { panic!("{error:?}") };
    assert!(*line > 0 && *column > 0 && !message.is_empty(), "{error}");
}

/// The file of a record is read as its text is, or refused as one of a newer schema.
fn loads_as(key: RecordKey, bytes: &[u8], expected: Option<&Record>) {
    FOLDER.with(|temp| {
        let folder = LibraryFolder::new(temp.path());
        let file = folder.file(key);
        fs::write(&file, bytes).expect("written");
        let loaded = folder.load(key);
        fs::remove_file(&file).expect("removed");
        match (&loaded, expected) {
            (Ok(record), Some(expected)) => assert_eq!(record, expected),
            (Err(StoreError::Newer { schema, .. }), Some(expected)) => {
                assert!(*schema > SCHEMA && *schema == expected.schema());
            }
            (Err(StoreError::Parse { .. } | StoreError::Newer { .. }), None) => {}
            // The text is that of a library and has an id of its own.
            _ => panic!("{loaded:?} instead of {expected:?}"),
        }
    });
}

/// Whatever can be read can be listed and found.
fn is_cached_and_searched(record: &Record, text: &str) {
    let mut cached = Cached::default();
    let folded = match record {
        Record::Library(_) => return,
        Record::Counterpart(person) => {
            let weights = person.evidence.iter().filter_map(|item| item.weight);
            assert!(weights.into_iter().all(f64::is_finite));
            let summary = CounterpartSummary::of(person, &WEIGHTS);
            cached.counterparts.push((None, Arc::new(summary)));
            RecordText::of_counterpart(person)
        }
        Record::Session(session) => {
            cached.sessions.push((None, Arc::new(SessionSummary::of(session))));
            RecordText::of_session(session)
        }
    };
    let bytes = cache::write(&cached, &WEIGHTS, std::time::UNIX_EPOCH).expect("written");
    assert_eq!(cache::read(&bytes, &WEIGHTS), Some(cached));

    let texts = TextIndex::from_records([(record.key(), folded.clone())]);
    let mut bytes = Vec::new();
    texts.to_writer(&mut bytes).expect("written");
    let back = TextIndex::from_bytes(&bytes).expect("readable");
    assert_eq!(back.text_of(record.key()), Some(folded));

    let words: String = text.chars().rev().skip(text.len() / 3).take(12).collect();
    let query = Query::parse(&words.chars().rev().collect::<String>(), Scope::Everything);
    passage(record, &query);
    let mut end = 0;
    for range in highlights(text, &query) {
        assert!(range.start >= end && text.get(range.clone()).is_some(), "{range:?}");
        end = range.end;
    }
}
