//! A process that ends at any moment: what it has acknowledged is there, and nothing is half.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use counterpoint::domain::label::LabelChange;
use counterpoint::store::{Access, LibraryFolder, Record, Saver};

use super::faults::{Fault, FaultyDisk};
use super::fixture::{self, Fixture, Whole, as_record, counterpart, counterpart_key, snapshot};

const LONG: Duration = Duration::from_secs(20);

/// Kills in all, and how many processes live at the same time.
const KILLS: usize = 520;
const LANES: usize = 8;

const KILL_TEST: &str = "store_crash::a_process_killed_at_any_moment_loses_no_acknowledged_save";
const CALL_TEST: &str = "store_crash::a_process_that_ends_at_any_call_to_the_disk_loses_nothing";

/// Set in the process that starts the children.
const DRIVER: &str = "STORE_CRASH_TEST_DRIVER";
/// Set in the children.
const FOLDER: &str = "STORE_CRASH_TEST_FOLDER";
/// The call to the disk at which the process ends.
const CALL: &str = "STORE_CRASH_TEST_CALL";

/// Starts this test binary as another process that does what the test named does with `FOLDER`.
fn start(test: &str, fixture: &Fixture, call: usize) -> Child {
    Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FOLDER, fixture.path())
        .env(CALL, call.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child")
}

/// Runs a test again in a process of its own, which starts the children. A child holds what its
/// parent has open for a moment, a lock too: the locks of the tests beside this one must not be
/// among it.
fn run_apart(test: &str) {
    let status = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", test, "--nocapture"])
        .env(DRIVER, "1")
        .status()
        .expect("a process");
    assert!(status.success(), "see above");
}

/// Tells the parent that everything up to `count` is on the disk.
fn acknowledge(count: usize) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "ack {count}").and_then(|()| out.flush()).expect("told");
}

/// The acknowledgements of a child; `at_first` is called after the first.
fn acknowledged(child: &mut Child, at_first: impl FnOnce(&mut Child)) -> usize {
    let out = child.stdout.take().expect("a pipe");
    let mut lines = BufReader::new(out).lines().map_while(Result::ok);
    let count = |line: String| line.rsplit_once("ack ").and_then(|(_, count)| count.parse().ok());
    let first = lines.by_ref().find_map(count);
    at_first(child);
    lines.filter_map(count).last().or(first).unwrap_or(0)
}

/// Opens the library as the next start of the program does.
fn open_after_crash(fixture: &Fixture, round: usize) -> Whole {
    let opened = fixture.open();
    assert_eq!(opened.access, Access::Writable, "round {round}: a dead process holds no lock");
    assert_eq!(opened.problems, [], "round {round}");
    for (path, _) in snapshot(fixture.path()) {
        let path = path.to_string_lossy();
        assert!(!path.contains(".saving-"), "round {round}: {path} is left");
    }
    opened
}

fn titled(number: u128, count: usize) -> Record {
    let mut record = counterpart(number);
    record.title = count.to_string();
    // Files of many sizes, so that a kill meets writes of many lengths.
    record.notes = "字".repeat(count * 37 % 3000);
    as_record(record)
}

/// Opens a library in a child. While the parent starts other children, they hold what it has open
/// for a moment, a lock too.
fn open_in_child(path: &Path) -> Whole {
    for _ in 0..200 {
        let opened = fixture::open(path);
        if opened.access.is_writable() {
            return opened;
        }
        thread::sleep(Duration::from_millis(5));
    }
    panic!("the lock stays")
}

/// Edits and saves for ever.
fn edit_until_killed(path: &Path) -> ! {
    let opened = open_in_child(path);
    let saver = Saver::spawn(opened.folder.clone(), || {}).expect("a saver");
    let mut base = as_record(opened.counterparts[0].clone());
    let start: usize = opened.counterparts[0].title.parse().unwrap_or(0);
    for count in start + 1.. {
        let record = titled(10, count);
        saver.save(record.clone(), Some(base));
        base = record;
        if count % 3 == 0 {
            saver.remove(counterpart_key(11));
            saver.restore(counterpart_key(11));
        }
        assert!(saver.flush(LONG));
        acknowledge(count);
    }
    unreachable!("the count does not end")
}

#[test]
fn a_process_killed_at_any_moment_loses_no_acknowledged_save() {
    if let Some(path) = std::env::var_os(FOLDER) {
        edit_until_killed(Path::new(&path));
    }
    if std::env::var_os(DRIVER).is_none() {
        return run_apart(KILL_TEST);
    }
    let started = AtomicUsize::new(0);
    let lane = |lane: u64| {
        let fixture = Fixture::quick();
        let mut chance = fastrand::Rng::with_seed(lane);
        let mut reached = 0;
        loop {
            let round = started.fetch_add(1, Ordering::Relaxed);
            if round >= KILLS {
                return;
            }
            // So that each round keeps a backup before its first save.
            let _ = fs::remove_dir_all(fixture.path().join("backups"));
            let mut child = start(KILL_TEST, &fixture, 0);
            let acknowledged = acknowledged(&mut child, |child| {
                thread::sleep(Duration::from_micros(chance.u64(0..12_000)));
                child.kill().expect("killed");
            });
            child.wait().expect("gone");
            assert!(acknowledged > reached, "round {round}: {acknowledged} after {reached}");
            let opened = open_after_crash(&fixture, round);
            let on_disk: usize = opened.counterparts[0].title.parse().expect("a count");
            assert!(on_disk >= acknowledged, "round {round}: {on_disk} < {acknowledged}");
            assert_eq!(as_record(opened.counterparts[0].clone()), titled(10, on_disk));
            // The kill may have met the moment between the trash and the way back.
            if opened.counterparts.len() == 1 {
                let restored = fixture.folder.restore(counterpart_key(11)).expect("in the trash");
                assert_eq!(restored, as_record(counterpart(11)));
            } else {
                assert_eq!(opened.counterparts[1], counterpart(11));
            }
            reached = on_disk;
        }
    };
    thread::scope(|scope| {
        for number in 0..LANES as u64 {
            scope.spawn(move || lane(number));
        }
    });
}

/// Does one thing of each kind, and ends at the given call to the disk.
fn act_until_the_call(path: &Path) {
    let call = std::env::var(CALL).expect("a call").parse().expect("a number");
    let _lock = open_in_child(path).lock;
    let disk = Arc::new(FaultyDisk::failing(Fault::Abort, call, false));
    let saver = Saver::spawn(LibraryFolder::on_disk(path, disk), || {}).expect("a saver");
    for (count, act) in ACTS.iter().enumerate() {
        act(&saver, path);
        assert!(saver.flush(LONG));
        acknowledge(count + 1);
    }
}

type Act = fn(&Saver, &Path);

const ACTS: [Act; 7] = [
    |saver, _| saver.save(titled(10, 1), Some(as_record(counterpart(10)))),
    |saver, _| saver.save(titled(12, 2), None),
    |saver, _| saver.remove(counterpart_key(11)),
    |saver, _| saver.restore(counterpart_key(11)),
    |saver, _| {
        let change = LabelChange::Tag { tag: "VIP".to_owned(), on: true };
        saver.label(vec![counterpart_key(11)], change);
    },
    |saver, path| {
        let mut theirs = counterpart(10);
        theirs.title = "1".to_owned();
        theirs.organisation = "by another program".to_owned();
        let file = LibraryFolder::new(path).file(counterpart_key(10));
        fs::write(file, ron::to_string(&theirs).expect("text")).expect("written");
        saver.save(titled(10, 6), Some(titled(10, 1)));
    },
    |saver, path| {
        let file = LibraryFolder::new(path).file(counterpart_key(12));
        fs::write(file, "(damaged").expect("written");
        saver.save(titled(12, 7), Some(titled(12, 2)));
    },
];

#[test]
fn a_process_that_ends_at_any_call_to_the_disk_loses_nothing() {
    if let Some(path) = std::env::var_os(FOLDER) {
        act_until_the_call(Path::new(&path));
        return;
    }
    if std::env::var_os(DRIVER).is_none() {
        return run_apart(CALL_TEST);
    }
    let calls = AtomicUsize::new(1);
    let over = AtomicUsize::new(usize::MAX);
    let lane = || {
        loop {
            let call = calls.fetch_add(1, Ordering::Relaxed);
            if call >= over.load(Ordering::Relaxed) {
                return;
            }
            let fixture = Fixture::quick();
            let mut child = start(CALL_TEST, &fixture, call);
            let acknowledged = acknowledged(&mut child, |_| {});
            if child.wait().expect("gone").success() {
                over.fetch_min(call, Ordering::Relaxed);
            }
            find_acknowledged(&fixture, acknowledged, call);
        }
    };
    thread::scope(|scope| {
        for _ in 0..LANES {
            scope.spawn(lane);
        }
    });
    let calls = over.load(Ordering::Relaxed);
    assert!((40..200).contains(&calls), "{calls} calls");
}

/// What must be in the library after so many acknowledged acts.
fn find_acknowledged(fixture: &Fixture, acknowledged: usize, call: usize) {
    // The file that another program damaged is damaged until it is replaced.
    let damaged = fixture.folder.file(counterpart_key(12));
    if acknowledged == 6 && fs::read_to_string(&damaged).is_ok_and(|text| text == "(damaged") {
        fs::remove_file(damaged).expect("removed");
    }
    let opened = open_after_crash(fixture, call);
    let person = |number: u128| {
        opened.counterparts.iter().find(|person| person.id.0.as_u128() & 0xFF == number)
    };
    let at_least = |number: u128, count: usize| {
        let title = &person(number).expect("there").title;
        let found: usize = title.parse().unwrap_or(0);
        assert!(found >= count, "call {call}, {number}: {found} < {count}");
    };
    at_least(10, usize::from(acknowledged >= 1));
    if acknowledged >= 6 {
        at_least(10, 6);
        assert_eq!(person(10).expect("there").organisation, "by another program");
    }
    match acknowledged {
        ..=1 => {}
        2..=5 => at_least(12, 2),
        6 => {}
        _ => at_least(12, 7),
    }
    match person(11) {
        Some(person) => {
            assert_eq!(person.notes, counterpart(11).notes);
            assert!(acknowledged < 5 || person.labels.has_tag("VIP"), "call {call}");
        }
        None => {
            assert!((2..=3).contains(&acknowledged), "call {call}: {acknowledged}");
            fixture.folder.restore(counterpart_key(11)).expect("in the trash");
        }
    }
}
