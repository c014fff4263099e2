//! Who may write: the lock is the system's, the note in it is for people.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use counterpoint::store::{Access, ReadOnlyReason};

use super::fixture::Fixture;

const FOLDER: &str = "STORE_LOCK_TEST_FOLDER";

/// A process that has the library open until it is killed.
fn open_and_wait(path: &std::path::Path) -> ! {
    let opened = super::fixture::open(path);
    println!("\nopen {}", opened.access.is_writable());
    loop {
        std::thread::park();
    }
}

#[test]
fn the_lock_of_a_killed_process_is_free_at_once_and_said_who_had_it() {
    if let Some(path) = std::env::var_os(FOLDER) {
        open_and_wait(std::path::Path::new(&path));
    }
    let fixture = Fixture::new();
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "--nocapture"])
        .arg("store_lock::the_lock_of_a_killed_process_is_free_at_once_and_said_who_had_it")
        .env(FOLDER, fixture.path())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child");
    let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    let opened = lines.map_while(Result::ok).find(|line| line.starts_with("open"));
    assert_eq!(opened.as_deref(), Some("open true"));
    let second = fixture.open();
    let Access::ReadOnly(ReadOnlyReason::AlreadyOpen { holder }) = &second.access else {
        panic!("{:?}", second.access)
    };
    if cfg!(unix) {
        let holder = holder.as_ref().expect("a note");
        assert_eq!(holder.pid, child.id());
        assert!(!holder.host.is_empty());
        let age = jiff::Timestamp::now().duration_since(holder.since).as_secs();
        assert!((0..60).contains(&age), "{age} s");
    }
    child.kill().expect("killed");
    child.wait().expect("gone");
    assert!(fixture.folder.lock_file().exists(), "its note is still there");
    assert_eq!(fixture.open().access, Access::Writable);
}

#[test]
fn a_note_from_another_computer_neither_blocks_nor_is_believed() {
    let fixture = Fixture::new();
    let note = "(host:\"elsewhere\",pid:1,since:\"2026-01-01T00:00:00Z\",file:Some(12))";
    for text in [note, "", "(", "\u{0}\u{0}\u{0}"] {
        fs::write(fixture.folder.lock_file(), text).expect("written");
        assert_eq!(fixture.open().access, Access::Writable, "{text}");
    }
    let first = fixture.open();
    // A sync engine writes over the note while the library is open here.
    fs::write(fixture.folder.lock_file(), note).expect("written");
    let second = fixture.open();
    let nobody = ReadOnlyReason::AlreadyOpen { holder: None };
    if cfg!(unix) {
        assert_eq!(second.access, Access::ReadOnly(nobody));
    }
    drop(first);
    assert_eq!(fixture.open().access, Access::Writable);
}

#[test]
fn a_place_where_no_file_can_be_locked_opens_for_reading_and_says_why() {
    let fixture = Fixture::new();
    let _ = fs::remove_file(fixture.folder.lock_file());
    fs::create_dir(fixture.folder.lock_file()).expect("in the way");
    let opened = fixture.open();
    let Access::ReadOnly(ReadOnlyReason::NoLock { reason }) = &opened.access else {
        panic!("{:?}", opened.access)
    };
    assert!(!reason.is_empty());
    assert_eq!(opened.counterparts.len(), 2);
}
