//! Tests of the archives, with the libraries that they need.

mod calendar;
mod hostile;
mod making;
mod restoring;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;
use tempfile::TempDir;
use uuid::Uuid;

use super::{Archive, Kind, create};
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, LibraryId, MeetingId, SessionId};
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;
use crate::store::disk::Disk;
use crate::store::{Library, LibraryFolder, Progress};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 + number)
}

fn session(number: u128) -> Session {
    let now = Timestamp::UNIX_EPOCH;
    let mut session = Session::new(SessionId(id(number)), now, "EUR", MeetingId(id(number + 500)));
    session.title = format!("谈判 {number}");
    session
}

/// A library with two people and some sessions, and everything else that may lie in its folder.
struct Sample {
    temp: TempDir,
    folder: LibraryFolder,
}

/// What lies in the folder and does not belong into an archive.
const LEFT_OUT: [&str; 8] = [
    "backups/sessions/a/20260101T000000.000Z.ron",
    ".cache/summaries.bin",
    "library.lock",
    "sessions/.saving-abc.tmp",
    "sessions/.hidden.ron",
    "sessions/film.mp4",
    "notes.txt",
    "elsewhere/x.ron",
];

/// What lies in the folder besides the records and belongs into an archive.
const TAKEN_ALONG: [&str; 5] = [
    "library (conflicted copy 2026-11-20).ron",
    "sessions/a.sync-conflict-20261123-101500-ABCDEFG.ron",
    "sessions/损坏.ron",
    "trash/sessions/a/20261123T081500.250Z.ron",
    "quarantine/a.20261123T081500.250Z.ron",
];

impl Sample {
    fn new(sessions: u128) -> Self {
        let temp = TempDir::new().unwrap();
        let path = temp.path().join("library");
        let now = Timestamp::UNIX_EPOCH;
        let library = LibraryRecord::new(LibraryId(id(1)), now, "EUR");
        let people: Vec<_> =
            (10..12).map(|number| Counterpart::new(CounterpartId(id(number)), now)).collect();
        let sessions: Vec<_> = (100..100 + sessions).map(session).collect();
        Library::write_new(&path, &library, &people, &sessions).unwrap();
        for name in LEFT_OUT.iter().chain(&TAKEN_ALONG) {
            put(&path.join(name), name.as_bytes());
        }
        Self { temp, folder: LibraryFolder::new(&path) }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn on(&self, disk: impl Disk + 'static) -> LibraryFolder {
        LibraryFolder::on_disk(self.path(), Arc::new(disk))
    }

    fn archive(&self, now: &str) -> Archive {
        create(&self.folder, Kind::Daily, at(now), &Progress::default()).unwrap()
    }

    /// The files that belong into an archive, by their names in the library.
    fn content(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let all = files(self.path()).into_iter();
        all.filter(|(name, _)| !name.starts_with("archives"))
            .filter(|(name, _)| !LEFT_OUT.iter().any(|left_out| name == Path::new(left_out)))
            .collect()
    }
}

fn put(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Every file below a folder with its content, by its name there.
fn files(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap().path();
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let content = fs::read(&entry).unwrap();
                found.push((entry.strip_prefix(path).unwrap().to_owned(), content));
            }
        }
    }
    found.sort();
    found
}
