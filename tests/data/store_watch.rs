//! Changes by other programs are seen.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use counterpoint::store::LibraryFolder;
use counterpoint::store::watch::{Seen, Watcher};
use tempfile::TempDir;

/// Usually a fifth of a second; a busy machine takes longer.
const SOON: Duration = Duration::from_secs(4);
/// Longer than a batch and the wait for a folder that is gone.
const QUIET: Duration = Duration::from_millis(800);

struct Watched {
    temp: TempDir,
    root: PathBuf,
    seen: Receiver<Seen>,
    _watcher: Watcher,
}

fn watched() -> Watched {
    let temp = tempfile::tempdir().unwrap();
    let root = temp.path().join("library");
    make(&root);
    let (sender, seen) = mpsc::channel();
    let watcher = Watcher::spawn(&LibraryFolder::new(&root), move |seen| {
        let _ = sender.send(seen);
    });
    Watched { temp, root, seen, _watcher: watcher.unwrap() }
}

fn make(root: &Path) {
    for folder in ["counterparts", "sessions", "backups", ".cache"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("library.ron"), "()").unwrap();
}

impl Watched {
    /// What is reported until it is enough or the time is over.
    fn until(&self, enough: impl Fn(&[Seen]) -> bool) -> Vec<Seen> {
        let end = Instant::now() + SOON;
        let mut all = Vec::new();
        while !enough(&all) {
            let left = end.saturating_duration_since(Instant::now());
            let Ok(seen) = self.seen.recv_timeout(left) else {
                panic!("not seen in time, only {all:?}");
            };
            all.push(seen);
        }
        all
    }

    fn expect_file(&self, name: &str) {
        let path = self.root.join(name);
        self.until(|all| files(all).contains(&path));
    }

    fn expect_everything(&self) {
        self.until(|all| all.contains(&Seen::Everything));
    }

    fn expect_nothing(&self) {
        assert_eq!(self.seen.recv_timeout(QUIET).ok(), None);
    }

    /// Lets what is under way arrive.
    fn drain(&self) {
        while self.seen.recv_timeout(QUIET).is_ok() {}
    }
}

fn files(all: &[Seen]) -> Vec<PathBuf> {
    let files = all.iter().filter_map(|seen| match seen {
        Seen::Files(files) => Some(files.clone()),
        Seen::Everything => None,
    });
    files.flatten().collect()
}

#[test]
fn records_that_are_written_replaced_and_removed_are_seen() {
    let library = watched();
    fs::write(library.root.join("sessions/a.ron"), "1").unwrap();
    library.expect_file("sessions/a.ron");
    fs::write(library.root.join("library.ron"), "(1)").unwrap();
    library.expect_file("library.ron");
    // A sync engine writes a file of its own and renames it; so do most editors.
    let temporary = library.root.join("counterparts/.b.ron.tmp");
    fs::write(&temporary, "2").unwrap();
    fs::rename(&temporary, library.root.join("counterparts/b.ron")).unwrap();
    library.expect_file("counterparts/b.ron");
    // Others move the old one away first.
    fs::rename(library.root.join("sessions/a.ron"), library.root.join("sessions/a.ron~")).unwrap();
    fs::write(library.root.join("sessions/a.ron"), "3").unwrap();
    library.expect_file("sessions/a.ron");
    library.drain();
    fs::remove_file(library.root.join("sessions/a.ron")).unwrap();
    library.expect_file("sessions/a.ron");
}

#[test]
fn reading_and_foreign_files_are_not_reported() {
    let library = watched();
    for name in [
        "library.lock",
        "sessions/.saving-x.tmp",
        "sessions/.hidden.ron",
        "sessions/a.ron.tmp",
        "backups/old.ron",
        ".cache/texts",
    ] {
        fs::write(library.root.join(name), "x").unwrap();
    }
    fs::create_dir_all(library.root.join("trash/sessions")).unwrap();
    fs::read(library.root.join("library.ron")).unwrap();
    fs::read_dir(library.root.join("sessions")).unwrap().for_each(drop);
    library.expect_nothing();
}

#[test]
fn many_files_come_in_few_reports() {
    let library = watched();
    for number in 0..500 {
        fs::write(library.root.join(format!("sessions/{number}.ron")), "x").unwrap();
    }
    let all = library.until(|all| files(all).len() >= 500 || all.contains(&Seen::Everything));
    assert!(all.len() < 20, "{} reports", all.len());
}

#[test]
fn a_folder_of_records_that_is_replaced_is_watched_on() {
    let library = watched();
    let sessions = library.root.join("sessions");
    fs::rename(&sessions, library.root.join("elsewhere")).unwrap();
    fs::create_dir(&sessions).unwrap();
    library.expect_everything();
    library.drain();
    fs::write(sessions.join("new.ron"), "x").unwrap();
    library.expect_file("sessions/new.ron");
    library.drain();
    fs::write(library.root.join("elsewhere/old.ron"), "x").unwrap();
    library.expect_nothing();
    fs::remove_dir_all(&sessions).unwrap();
    library.expect_everything();
    fs::create_dir(&sessions).unwrap();
    library.expect_everything();
    library.drain();
    fs::write(sessions.join("again.ron"), "x").unwrap();
    library.expect_file("sessions/again.ron");
}

#[test]
fn a_library_that_goes_away_and_comes_back_is_watched_on() {
    let library = watched();
    fs::remove_dir_all(&library.root).unwrap();
    library.expect_everything();
    library.drain();
    // Nothing is reported over and over meanwhile.
    library.expect_nothing();
    make(&library.root);
    library.expect_everything();
    library.drain();
    fs::write(library.root.join("sessions/a.ron"), "x").unwrap();
    library.expect_file("sessions/a.ron");
    library.drain();
    // Moved away, and another put in its place at once.
    fs::rename(&library.root, library.temp.path().join("moved")).unwrap();
    make(&library.root);
    library.expect_everything();
    library.drain();
    fs::write(library.temp.path().join("moved/sessions/old.ron"), "x").unwrap();
    library.expect_nothing();
    fs::write(library.root.join("counterparts/b.ron"), "x").unwrap();
    library.expect_file("counterparts/b.ron");
}

#[test]
fn a_folder_that_is_not_there_cannot_be_watched() {
    let temp = tempfile::tempdir().unwrap();
    let missing = LibraryFolder::new(&temp.path().join("missing"));
    let error = Watcher::spawn(&missing, |_| {}).unwrap_err();
    assert!(error.to_string().contains("missing"), "{error}");
}
