//! Records and folders for the tests of the store.
#![allow(dead_code)] // Each test file uses some of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use counterpoint::content::catalog::Catalog;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::evidence::{Evidence, EvidenceKind, EvidenceWeights, Setting};
use counterpoint::domain::ids::{CounterpartId, EntryId, LibraryId, MeetingId, SessionId};
use counterpoint::domain::library::LibraryRecord;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::session::Session;
use counterpoint::domain::walk::{Answer, QuestionId, WalkEntry};
use counterpoint::store::index::Indexer;
use counterpoint::store::{
    Access, Library, LibraryFolder, LibraryLock, Opened, Problem, Record, RecordKey,
};
use jiff::Timestamp;
use tempfile::TempDir;
use uuid::Uuid;

pub fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

pub fn now() -> Timestamp {
    at("2026-11-23T08:00:00Z")
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + number)
}

pub fn library() -> LibraryRecord {
    let mut record = LibraryRecord::new(LibraryId(id(1)), now(), "EUR");
    record.owner.name = String::from("林悦");
    record
}

pub fn counterpart(number: u128) -> Counterpart {
    let mut record = Counterpart::new(CounterpartId(id(number)), now());
    record.name = format!("王伟 {number}");
    record.latin_name = format!("Wang Wei {number}");
    record.notes = String::from("第一行\n\"quoted\" and \\ backslash # and \"# hash\n🦊");
    record.evidence.push(Evidence {
        id: Some(EntryId(id(number + 1000))),
        supports: vec![Quadrant::C],
        against: Vec::new(),
        kind: EvidenceKind::ThirdParty,
        setting: Setting::Pressure,
        date: "2026-11-02".parse().expect("a date"),
        text: "我们是一家人".to_owned(),
        source: String::new(),
        weight: Some(0.125),
    });
    record
}

pub fn session(number: u128) -> Session {
    let mut record =
        Session::new(SessionId(id(number)), now(), "CNY", MeetingId(id(number + 5000)));
    record.title = format!("Session {number}");
    record.plan.target = Some("120.50".parse().expect("a price"));
    let entry = WalkEntry { answer: Some(Answer::Partly), note: "数字".to_owned() };
    record.walk.entries.insert(QuestionId::A2, entry.clone());
    record.walk.entries.insert(QuestionId::C4, entry);
    record
}

pub fn counterpart_key(number: u128) -> RecordKey {
    RecordKey::Counterpart(CounterpartId(id(number)))
}

pub fn session_key(number: u128) -> RecordKey {
    RecordKey::Session(SessionId(id(number)))
}

pub fn as_record(counterpart: Counterpart) -> Record {
    Record::Counterpart(Arc::new(counterpart))
}

pub fn weights() -> EvidenceWeights {
    *Catalog::bundled().expect("content").weights()
}

/// An open library with all of its records.
pub struct Whole {
    pub folder: LibraryFolder,
    pub library: LibraryRecord,
    pub counterparts: Vec<Counterpart>,
    pub sessions: Vec<Session>,
    pub problems: Vec<Problem>,
    pub access: Access,
    _indexer: Option<Indexer>,
    pub lock: Option<LibraryLock>,
}

/// Opens a library, waits until it is compared with the disk, and reads every record.
pub fn open(path: &Path) -> Whole {
    let mut opened = Library::open(path, &weights(), || {}).expect("opened");
    let indexer = opened.indexer.as_ref().expect("an indexer");
    assert!(indexer.wait(Duration::from_mins(1)));
    for change in indexer.take_changes() {
        opened.index.apply(change);
    }
    let Opened { folder, library, index, indexer, access, lock } = opened;
    let load = |key: RecordKey| folder.load(key).expect("a record of the index");
    let people = index.counterparts.iter().map(|one| match load(one.id.into()) {
        Record::Counterpart(record) => Counterpart::clone(&record),
        other => panic!("{other:?}"),
    });
    let sessions = index.sessions.iter().map(|one| match load(one.id.into()) {
        Record::Session(record) => Session::clone(&record),
        other => panic!("{other:?}"),
    });
    Whole {
        counterparts: people.collect(),
        sessions: sessions.collect(),
        library,
        problems: index.problems,
        access,
        _indexer: indexer,
        lock,
        folder,
    }
}

/// A library with two counterparts and one session; nobody has it open.
pub struct Fixture {
    pub temp: TempDir,
    pub folder: LibraryFolder,
}

impl Fixture {
    pub fn new() -> Self {
        let temp = TempDir::new().expect("a temporary folder");
        let path = temp.path().join("library");
        Library::create(&path, library()).expect("a new library");
        let fixture = Self { temp, folder: LibraryFolder::new(&path) };
        fixture.save(&as_record(counterpart(10)));
        fixture.save(&as_record(counterpart(11)));
        fixture.save(&Record::Session(Arc::new(session(20))));
        fixture
    }

    /// The same library, copied without waiting for the disk, for tests that need hundreds.
    pub fn quick() -> Self {
        static ORIGINAL: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
        let files = ORIGINAL.get_or_init(|| {
            let original = Self::new();
            let files = snapshot(original.path()).into_iter();
            files
                .map(|(path, content)| {
                    (path.strip_prefix(original.path()).expect("inside").to_owned(), content)
                })
                .collect()
        });
        let temp = TempDir::new().expect("a temporary folder");
        let path = temp.path().join("library");
        for (file, content) in files {
            let file = path.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("made");
            fs::write(file, content).expect("written");
        }
        Self { temp, folder: LibraryFolder::new(&path) }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn save(&self, record: &Record) {
        self.folder.save(record, now()).expect("saved");
    }

    pub fn open(&self) -> Whole {
        open(self.path())
    }

    pub fn text(&self, key: RecordKey) -> String {
        fs::read_to_string(self.folder.file(key)).expect("the file of the record")
    }

    /// Replaces `from` in the file of a record, as an editor would.
    pub fn edit(&self, key: RecordKey, from: &str, to: &str) {
        let text = self.text(key);
        assert!(text.contains(from), "{from} is not in\n{text}");
        self.put(key, text.replacen(from, to, 1).as_bytes());
    }

    pub fn put(&self, key: RecordKey, bytes: &[u8]) {
        fs::write(self.folder.file(key), bytes).expect("written");
    }

    pub fn quarantined(&self) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.folder.quarantine()) else { return Vec::new() };
        entries.map(|entry| entry.expect("an entry").path()).collect()
    }
}

/// Every file below a folder with its content.
pub fn snapshot(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let content = fs::read(&path).expect("a file");
                files.push((path, content));
            }
        }
    }
    files.sort();
    files
}
