//! Every schema that was ever released opens, and nothing in it is lost.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::content::catalog::Catalog;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::library::{LibraryRecord, SCHEMA};
use counterpoint::domain::session::Session;
use counterpoint::store::archive::{self, Kind};
use counterpoint::store::check::check;
use counterpoint::store::disk::Disk;
use counterpoint::store::index::Opened;
use counterpoint::store::migrate::{
    prepare, upgrade_counterpart, upgrade_library, upgrade_session,
};
use counterpoint::store::ron_text::{parse, to_proven_text};
use counterpoint::store::{
    Access, Library, LibraryFolder, Progress, ReadOnlyReason, Record, RecordKey, StoreError,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::TempDir;

use super::fixture::{now, snapshot};

fn released(schema: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/v{schema}"))
}

/// A copy of the library that a released version wrote.
fn copy_of(schema: u32) -> (TempDir, PathBuf) {
    let temp = TempDir::new().expect("a temporary folder");
    let to = temp.path().join("library");
    let from = released(schema);
    for (file, content) in snapshot(&from) {
        let target = to.join(file.strip_prefix(&from).expect("below"));
        fs::create_dir_all(target.parent().expect("a parent")).expect("made");
        fs::write(target, content).expect("written");
    }
    (temp, to)
}

/// `library.ron` as it was parsed.
fn library_of(folder: &LibraryFolder) -> LibraryRecord {
    let file = folder.file(RecordKey::Library);
    parse(&file, &fs::read_to_string(&file).expect("a file")).expect("a record")
}

/// What this version writes for the text of an older one, after the upgrade.
fn rewritten<T>(file: &Path, text: &str, upgrade: fn(&mut T)) -> String
where
    T: Serialize + DeserializeOwned + PartialEq,
{
    let mut record: T = parse(file, text).expect("readable");
    upgrade(&mut record);
    to_proven_text(file, &record).expect("written")
}

fn rewritten_file(file: &Path) -> (String, String) {
    let text = fs::read_to_string(file).expect("a file");
    let after = match file.parent().and_then(Path::file_name).and_then(|name| name.to_str()) {
        Some("counterparts") => rewritten::<Counterpart>(file, &text, upgrade_counterpart),
        Some("sessions") => rewritten::<Session>(file, &text, upgrade_session),
        _ => rewritten::<LibraryRecord>(file, &text, upgrade_library),
    };
    (text, after)
}

fn opened(path: &Path) -> Opened {
    let catalog = Catalog::bundled().expect("the content");
    Library::open(path, catalog.weights(), || ()).expect("opened")
}

fn is_schema(line: &str) -> bool {
    line.starts_with("  schema: ")
}

#[test]
fn every_field_of_every_released_schema_stands_in_the_upgraded_record() {
    for schema in 1..=SCHEMA {
        let files = snapshot(&released(schema));
        assert!(files.len() > 5, "the fixture of schema {schema} is there");
        for (file, _) in files {
            let (before, after) = rewritten_file(&file);
            // The text has a field on each line, so a lost field, entry or value is a lost line.
            let mut lines = after.lines();
            for line in before.lines().filter(|line| !is_schema(line)) {
                assert!(lines.any(|other| other == line), "{}: {line}", file.display());
            }
            assert!(after.contains(&format!("\n  schema: {SCHEMA},\n")), "{}", file.display());
        }
    }
}

#[test]
fn a_record_of_the_present_schema_is_written_as_it_was() {
    for (file, _) in snapshot(&released(SCHEMA)) {
        let (before, after) = rewritten_file(&file);
        assert_eq!(before, after, "{}", file.display());
    }
}

#[test]
fn the_fixture_of_schema_2_has_tags_and_archived_records() {
    let mut found = Vec::new();
    for (file, _) in snapshot(&released(2)) {
        let text = fs::read_to_string(&file).expect("a file");
        let labels = match file.parent().and_then(Path::file_name).and_then(|name| name.to_str()) {
            Some("counterparts") => parse::<Counterpart>(&file, &text).expect("a record").labels,
            Some("sessions") => parse::<Session>(&file, &text).expect("a record").labels,
            _ => continue,
        };
        found.push((labels.tags.join("|"), labels.archived));
    }
    let found: Vec<_> = found.iter().map(|(tags, archived)| (tags.as_str(), *archived)).collect();
    let expected = [
        ("重点客户|cold chain", false),
        ("", false),
        ("", false),
        ("", true),
        ("pilot", true),
        ("cold chain|Q3 “board paper”", false),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_fixture_of_schema_3_has_influence_and_a_kept_pitch() {
    let sessions = snapshot(&released(3)).into_iter().filter_map(|(file, _)| {
        let text = fs::read_to_string(&file).expect("a file");
        parse::<Session>(&file, &text).ok()
    });
    let weighed: Vec<Session> = sessions.filter(|session| !session.influence.is_empty()).collect();
    let [session] = weighed.as_slice() else { panic!("one session has influence") };
    assert_eq!(session.influence_of(session.counterparts[0]), 4);
    assert_eq!(session.pitches[0].name, "First try");
    assert_eq!(session.pitches[0].walk.answered(), 1);
}

#[test]
fn the_fixture_of_schema_4_has_every_kind_of_issue_a_deck_and_a_prediction() {
    let mut kinds = Vec::new();
    let (mut agreed, mut packages, mut predicted, mut unpriced, mut effects) = (0, 0, 0, 0, 0);
    for (file, _) in snapshot(&released(4)) {
        let text = fs::read_to_string(&file).expect("a file");
        let Ok(session) = parse::<Session>(&file, &text) else { continue };
        kinds.extend(session.plan.issues.iter().map(|issue| issue.kind.id()));
        agreed += usize::from(session.agreed.is_some_and(|agreed| !agreed.values.is_empty()));
        packages += session.plan.packages.len();
        predicted += session.meetings.iter().filter(|one| one.prediction.is_some()).count();
        unpriced += session.offers.iter().filter(|offer| offer.price.is_none()).count();
        effects += session.log.iter().filter(|line| line.effect.is_some()).count();
    }
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["choice", "date", "money", "number"]);
    assert_eq!((agreed, packages, predicted, unpriced, effects), (1, 2, 10, 1, 8));
    let deck = library_of(&LibraryFolder::new(&released(4))).deck;
    let own = deck.cards.first().expect("a card").card_id();
    assert!(deck.favourites.contains(&own) && deck.favourites.len() == 3);
}

#[test]
fn entries_written_without_id_get_one_that_stays() {
    let file = Path::new("x.ron");
    let text = "(schema: 1, id: \"019d4d59-6f00-79ec-bb68-0a6c96304829\", \
         updated: \"2026-06-15T18:20:00Z\", title: \"x\", currency: \"CNY\", meetings: [\
         (id: \"019e6e06-cd00-74b0-bbd1-7ea2850bd243\", outcome: (commitments: [\
         (party: buyer, action: \"a\"), (party: buyer, action: \"b\")])), \
         (id: \"019e6e06-cd00-74b0-bbd1-7ea2850bd244\", outcome: (commitments: [\
         (party: buyer, action: \"c\")]))])";
    let first = rewritten::<Session>(file, text, upgrade_session);
    assert_eq!(first, rewritten::<Session>(file, text, upgrade_session));
    let record: Session = parse(file, &first).expect("readable");
    let mut ids: Vec<_> = record.promises().filter_map(|(_, promise)| promise.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    assert_eq!(rewritten::<Session>(file, &first, upgrade_session), first, "saved, they stay");
}

#[test]
fn the_archive_is_made_before_the_library_is_written() {
    let (_temp, path) = copy_of(1);
    let before = snapshot(&path);
    let folder = LibraryFolder::new(&path);
    let upgraded =
        prepare(&folder, &library_of(&folder), now(), &Progress::default()).expect("prepared");
    assert_eq!(upgraded.schema, SCHEMA);
    assert_eq!(upgraded, library_of(&folder), "an older program opens it for reading alone");
    let archives = archive::list(&folder);
    assert_eq!(archives.len(), 1);
    assert_eq!(archives[0].kind, Kind::BeforeMigration);
    // Everything but library.ron is as it was, and the archive holds everything as it was.
    let after = snapshot(&path);
    for (file, content) in &before {
        let same = after.iter().any(|(other, now)| other == file && now == content);
        assert_eq!(same, !file.ends_with("library.ron"), "{}", file.display());
    }
    let copy = LibraryFolder::new(&path.with_extension("copy"));
    archive::restore(&archives[0].path, &copy, &Progress::default()).expect("restored");
    let restored: Vec<_> = snapshot(copy.path())
        .into_iter()
        .map(|(file, content)| (path.join(file.strip_prefix(copy.path()).expect("below")), content))
        .collect();
    assert_eq!(restored, before);
}

#[test]
fn a_library_of_the_present_schema_or_a_newer_one_is_left_alone() {
    let (_temp, path) = copy_of(SCHEMA);
    let folder = LibraryFolder::new(&path);
    let mut library = library_of(&folder);
    let file = folder.file(RecordKey::Library);
    for schema in [SCHEMA, SCHEMA + 1, 4_000_000_000] {
        let text = fs::read_to_string(&file).expect("a file");
        let old = format!("schema: {},", library.schema);
        fs::write(&file, text.replacen(&old, &format!("schema: {schema},"), 1)).expect("written");
        library = library_of(&folder);
        let before = snapshot(&path);
        let same = prepare(&folder, &library, now(), &Progress::default()).expect("prepared");
        assert_eq!(same, library, "forward only");
        assert_eq!(snapshot(&path), before);
    }
    assert!(matches!(
        folder.save(&Record::Library(Arc::new(library)), now()),
        Err(StoreError::Newer { .. })
    ));
}

/// A disk that is full.
struct Full;

impl Disk for Full {
    fn write(&self, _file: &mut File, _bytes: &[u8]) -> io::Result<()> {
        Err(io::ErrorKind::StorageFull.into())
    }
}

#[test]
fn an_archive_that_fails_leaves_every_byte_as_it_was() {
    let (_temp, path) = copy_of(1);
    let before = snapshot(&path);
    let full = LibraryFolder::on_disk(&path, Arc::new(Full));
    let result = prepare(&full, &library_of(&full), now(), &Progress::default());
    assert!(matches!(result, Err(StoreError::Write { .. })), "{result:?}");
    assert_eq!(snapshot(&path), before);

    let folder = LibraryFolder::new(&path);
    let cancelled = Progress::default();
    cancelled.cancel();
    let result = prepare(&folder, &library_of(&folder), now(), &cancelled);
    assert!(matches!(result, Err(StoreError::Cancelled { .. })), "{result:?}");
    assert_eq!(snapshot(&path), before);
}

#[test]
fn an_interrupted_upgrade_is_done_again() {
    let (_temp, path) = copy_of(1);
    let folder = LibraryFolder::new(&path);
    // The archive was made, and the program ended before library.ron was written.
    archive::create(&folder, Kind::BeforeMigration, now(), &Progress::default()).expect("made");
    let library = library_of(&folder);
    prepare(&folder, &library, now(), &Progress::default()).expect("prepared");
    assert_eq!(archive::list(&folder).len(), 2, "the first could be of another state");
    prepare(&folder, &library, now(), &Progress::default()).expect("prepared");
    assert_eq!(archive::list(&folder).len(), 2, "done once, even for a record of the old schema");
}

#[test]
fn a_library_of_each_released_schema_opens_for_writing() {
    for schema in 1..=SCHEMA {
        let (_temp, path) = copy_of(schema);
        let opened = opened(&path);
        assert_eq!(opened.access, Access::Writable);
        assert_eq!(opened.library.schema, SCHEMA);
        assert_eq!(library_of(&opened.folder).schema, SCHEMA);
        let archives = archive::list(&opened.folder);
        assert_eq!(archives.len(), usize::from(schema < SCHEMA));
        drop(opened);
        let report = check(&path).expect("checked");
        assert!(report.is_clean(), "{:?}", report.problems);
        assert_eq!(report.counterparts + report.sessions + 1, snapshot(&released(schema)).len());
    }
}

#[test]
fn a_library_that_cannot_be_archived_opens_for_reading_alone() {
    let (_temp, path) = copy_of(1);
    // A file stands where the archives should lie.
    fs::write(path.join("archives"), "x").expect("written");
    let before: Vec<_> = snapshot(&path);
    let opened = opened(&path);
    let Access::ReadOnly(ReadOnlyReason::NotArchived { .. }) = opened.access else {
        panic!("{:?}", opened.access)
    };
    assert!(opened.lock.is_none());
    drop(opened);
    let mut after = snapshot(&path);
    after.retain(|(file, _)| {
        !file.ends_with("library.lock") && !file.starts_with(path.join(".cache"))
    });
    assert_eq!(after, before);
}
