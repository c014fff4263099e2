//! Whatever call to the disk fails, and at whatever moment: nothing is lost and nothing is half.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::label::LabelChange;
use counterpoint::store::disk::Disk;
use counterpoint::store::rescue::rescue;
use counterpoint::store::{Library, LibraryFolder, Record, SaveReport, Saver, StoreError, history};
use proptest::prelude::*;

use super::faults::{FAULTS, Fault, FaultyDisk};
use super::fixture::{
    Fixture, as_record, counterpart, counterpart_key, library, session, snapshot,
};

/// How many runs of a script go on at the same time.
const TOGETHER: usize = 12;

const LONG: Duration = Duration::from_secs(20);

/// One thing that happens to one of three people.
#[derive(Debug, Clone)]
enum Event {
    /// The user types.
    Save(u128),
    Remove(u128),
    Restore(u128),
    Label(u128),
    /// Another program changes the file.
    Outside(u128),
    /// Time enough for everything to be written.
    Pause,
}

fn script() -> impl Strategy<Value = Vec<Event>> {
    let number = 10_u128..13;
    let event = prop_oneof![
        4 => number.clone().prop_map(Event::Save),
        2 => number.clone().prop_map(Event::Remove),
        2 => number.clone().prop_map(Event::Restore),
        2 => number.clone().prop_map(Event::Label),
        2 => number.prop_map(Event::Outside),
        2 => Just(Event::Pause),
    ];
    prop::collection::vec(event, 3..12)
}

/// Somebody who works with a library, and what they expect to find in it.
struct User {
    fixture: Fixture,
    disk: Arc<FaultyDisk>,
    saver: Saver,
    memory: BTreeMap<u128, Counterpart>,
    on_disk: BTreeMap<u128, Counterpart>,
    /// Title by the user, notes by the other program, number of tags; `None` in the trash.
    expected: BTreeMap<u128, (String, String, usize)>,
    trashed: BTreeMap<u128, (String, String, usize)>,
    count: usize,
}

fn inner(record: Record) -> Counterpart {
    match record {
        Record::Counterpart(record) => Arc::unwrap_or_clone(record),
        other => panic!("{other:?}"),
    }
}

impl User {
    fn new(disk: FaultyDisk) -> Self {
        let fixture = Fixture::quick();
        let disk = Arc::new(disk);
        let folder = LibraryFolder::on_disk(
            fixture.path(),
            Arc::<FaultyDisk>::clone(&disk) as Arc<dyn Disk>,
        );
        let saver = Saver::spawn(folder, || {}).expect("a saver");
        let (mut memory, mut expected) = (BTreeMap::new(), BTreeMap::new());
        for number in 10..12 {
            let record = counterpart(number);
            expected.insert(number, (record.title.clone(), record.notes.clone(), 0));
            memory.insert(number, record);
        }
        let on_disk = memory.clone();
        let trashed = BTreeMap::new();
        Self { fixture, disk, saver, memory, on_disk, expected, trashed, count: 0 }
    }

    fn act(&mut self, event: &Event) -> Result<(), TestCaseError> {
        self.count += 1;
        let count = self.count;
        match *event {
            Event::Save(number) => {
                if self.trashed.contains_key(&number) {
                    return Ok(());
                }
                let base = self.on_disk.get(&number).cloned().map(as_record);
                let record = self.memory.entry(number).or_insert_with(|| counterpart(number));
                record.title = format!("title {count}");
                let fresh = (String::new(), record.notes.clone(), 0);
                self.expected.entry(number).or_insert(fresh).0.clone_from(&record.title);
                self.saver.save(as_record(record.clone()), base);
            }
            Event::Remove(number) => {
                self.settle()?;
                let Some(expected) = self.expected.remove(&number) else { return Ok(()) };
                self.trashed.insert(number, expected);
                self.memory.remove(&number);
                self.on_disk.remove(&number);
                self.saver.remove(counterpart_key(number));
            }
            Event::Restore(number) => {
                let Some(expected) = self.trashed.remove(&number) else { return Ok(()) };
                self.expected.insert(number, expected);
                self.saver.restore(counterpart_key(number));
                self.settle()?;
            }
            Event::Label(number) => {
                let Some(expected) = self.expected.get_mut(&number) else { return Ok(()) };
                expected.2 += 1;
                let change = LabelChange::Tag { tag: format!("tag {count}"), on: true };
                self.saver.label(vec![counterpart_key(number)], change);
            }
            Event::Outside(number) => {
                self.settle()?;
                let Some(expected) = self.expected.get_mut(&number) else { return Ok(()) };
                let mut record = read(&self.fixture, number).expect("a whole file");
                record.notes = format!("notes {count}");
                expected.1.clone_from(&record.notes);
                let text = ron::to_string(&record).expect("text");
                self.fixture.put(counterpart_key(number), text.as_bytes());
            }
            Event::Pause => self.settle()?,
        }
        Ok(())
    }

    /// Lets the saver write everything; after a failure the disk is mended, and it must work.
    fn settle(&mut self) -> Result<(), TestCaseError> {
        let before = self.files();
        let ok = self.saver.flush(LONG);
        if !ok {
            prop_assert!(self.saver.waiting() > 0, "what failed is kept");
            let after = self.files();
            for number in 10..13 {
                let record = after.get(&number);
                // Old or new, and never half: each file reads as a record, or as nothing at all.
                prop_assert!(record.is_none_or(Result::is_ok), "{record:?}");
                if record.is_none() {
                    let trash = self.fixture.folder.trash(counterpart_key(number));
                    let is_trashed = trash.is_dir() && !snapshot(&trash).is_empty();
                    prop_assert!(is_trashed || !before.contains_key(&number), "{number} is gone");
                }
            }
            let failed = |report: &SaveReport| matches!(report, SaveReport::Failed { .. });
            let reports = self.take_reports();
            prop_assert!(reports.iter().any(failed), "{reports:?}");
            self.disk.mend();
            prop_assert!(self.saver.flush(LONG), "it goes through once the disk works");
        }
        self.take_reports();
        prop_assert_eq!(self.saver.pending_records(), vec![]);
        for number in 10..13 {
            let found = read(&self.fixture, number);
            let found = found.map(|found| (found.title, found.notes, found.labels.tags.len()));
            prop_assert_eq!(found.as_ref(), self.expected.get(&number), "{}", number);
        }
        Ok(())
    }

    fn files(&self) -> BTreeMap<u128, Result<Counterpart, String>> {
        (10..13)
            .filter_map(|number| {
                let path = self.fixture.folder.file(counterpart_key(number));
                let text = fs::read_to_string(path).ok()?;
                Some((number, ron::from_str(&text).map_err(|error| format!("{error}: {text}"))))
            })
            .collect()
    }

    /// Takes in what the saver tells, as the window does.
    fn take_reports(&mut self) -> Vec<SaveReport> {
        let reports = self.saver.take_reports();
        for report in &reports {
            let (asked, written) = match report.clone() {
                SaveReport::Saved { record } => (None, inner(record)),
                SaveReport::Restored { record } | SaveReport::Labelled { record } => {
                    (None, inner(record))
                }
                SaveReport::Merged { asked, written, .. } => (Some(inner(asked)), inner(written)),
                _ => continue,
            };
            let number = written.id.0.as_u128() & 0xFF;
            let is_clean = self.memory.get(&number) == self.on_disk.get(&number);
            if is_clean || self.memory.get(&number) == asked.as_ref() {
                self.memory.insert(number, written.clone());
            }
            self.on_disk.insert(number, written);
        }
        reports
    }
}

fn read(fixture: &Fixture, number: u128) -> Option<Counterpart> {
    let text = fs::read_to_string(fixture.folder.file(counterpart_key(number))).ok()?;
    Some(ron::from_str(&text).expect("a whole file"))
}

fn temporary_files(path: &Path) -> Vec<String> {
    let names = snapshot(path).into_iter().map(|(path, _)| path.display().to_string());
    names.filter(|name| name.contains(".saving-")).collect()
}

/// Returns whether a fault fired.
fn run(script: &[Event], disk: FaultyDisk) -> Result<bool, TestCaseError> {
    let mut user = User::new(disk);
    for event in script {
        user.act(event)?;
    }
    user.settle()?;
    let fired = user.disk.has_fired();
    let User { fixture, saver, .. } = user;
    drop(saver);
    prop_assert_eq!(temporary_files(fixture.path()), Vec::<String>::new());
    let opened = fixture.open();
    prop_assert_eq!(opened.problems, vec![]);
    Ok(fired)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_fault_at_any_call_loses_nothing(script in script(), lasting: bool, first in 0_usize..6) {
        // All faults take their turn, each script begins with another one. The calls of a script
        // are tried several at a time, because each run waits for the disk.
        for call in (1..).step_by(TOGETHER) {
            let results: Vec<_> = thread::scope(|scope| {
                let runs: Vec<_> = (call..call + TOGETHER)
                    .map(|call| {
                        let fault = FAULTS[(first + call) % FAULTS.len()];
                        let script = &script;
                        scope.spawn(move || run(script, FaultyDisk::failing(fault, call, lasting)))
                    })
                    .collect();
                runs.into_iter().map(|run| run.join().expect("a result")).collect()
            });
            let fired: Vec<bool> = results.into_iter().collect::<Result<_, _>>()?;
            if fired.contains(&false) {
                break;
            }
        }
    }
}

/// A saver on a disk that fails at one call, says so, and works again.
fn saver_failing_at(fixture: &Fixture, fault: Fault, call: usize) -> (Saver, Arc<FaultyDisk>) {
    let disk = Arc::new(FaultyDisk::failing(fault, call, false));
    let folder =
        LibraryFolder::on_disk(fixture.path(), Arc::<FaultyDisk>::clone(&disk) as Arc<dyn Disk>);
    (Saver::spawn(folder, || {}).expect("a saver"), disk)
}

fn person(change: impl FnOnce(&mut Counterpart)) -> Record {
    let mut record = counterpart(10);
    change(&mut record);
    as_record(record)
}

#[test]
fn a_merge_is_told_once_with_its_conflicts_whatever_call_fails() {
    for fault in FAULTS {
        for call in 1.. {
            let fixture = Fixture::quick();
            let theirs = person(|person| person.title = "theirs".to_owned());
            let text = ron::to_string(&inner(theirs.clone())).expect("text");
            fixture.put(counterpart_key(10), text.as_bytes());
            let (saver, disk) = saver_failing_at(&fixture, fault, call);
            saver.save(
                person(|person| person.title = "mine".to_owned()),
                Some(as_record(counterpart(10))),
            );
            let _ = saver.flush(LONG);
            disk.mend();
            assert!(saver.flush(LONG));
            let reports = saver.take_reports();
            let merges: Vec<_> = reports
                .iter()
                .filter_map(|report| match report {
                    SaveReport::Merged { theirs, conflicts, .. } => Some((theirs, conflicts.len())),
                    _ => None,
                })
                .collect();
            assert_eq!(merges, [(&theirs, 1)], "{fault:?} at call {call}: {reports:?}");
            let versions = history::versions(&fixture.folder, counterpart_key(10));
            let kept = versions.iter().map(|version| history::read(&fixture.folder, version));
            assert!(kept.flatten().any(|kept| kept == theirs), "{fault:?} at call {call}");
            if !disk.has_fired() {
                break;
            }
        }
    }
}

#[test]
fn what_is_taken_back_after_a_failure_stays_taken_back() {
    for fault in FAULTS {
        for call in 1.. {
            let fixture = Fixture::quick();
            let (saver, disk) = saver_failing_at(&fixture, fault, call);
            let base = as_record(counterpart(10));
            saver.save(person(|person| person.title = "typed".to_owned()), Some(base.clone()));
            let _ = saver.flush(LONG);
            disk.mend();
            // The title as it was, and something new.
            let last = person(|person| person.notes = "new".to_owned());
            saver.save(last.clone(), Some(base));
            assert!(saver.flush(LONG));
            let found = read(&fixture, 10).map(as_record);
            assert_eq!(found, Some(last.clone()), "{fault:?} at call {call}");
            let reports = saver.take_reports();
            assert_eq!(reports.last(), Some(&SaveReport::Saved { record: last }));
            assert!(!reports.iter().any(|report| matches!(report, SaveReport::Merged { .. })));
            if !disk.has_fired() {
                break;
            }
        }
    }
}

#[test]
fn every_kind_of_call_fails_in_some_script() {
    let mut user = User::new(FaultyDisk::default());
    let script = [
        Event::Save(10),
        Event::Save(12),
        Event::Remove(10),
        Event::Pause,
        Event::Restore(10),
        Event::Outside(10),
        Event::Save(10),
    ];
    for event in &script {
        user.act(event).expect("as expected");
    }
    user.settle().expect("as expected");
    let calls = user.disk.calls();
    for call in
        ["read", "temporary", "write", "sync", "persist", "rename", "make folder", "sync folder"]
    {
        assert!(calls.contains(&call), "{call}");
    }
}

#[test]
fn a_whole_library_is_written_or_not_whatever_call_fails() {
    let people: Vec<_> = (100..104).map(counterpart).collect();
    let sessions = [session(200)];
    for call in 1.. {
        let temp = tempfile::TempDir::new().expect("a temporary folder");
        let path = temp.path().join("new");
        let fault = FAULTS[call % FAULTS.len()];
        let disk = Arc::new(FaultyDisk::failing(fault, call, false));
        let folder =
            LibraryFolder::on_disk(&path, Arc::<FaultyDisk>::clone(&disk) as Arc<dyn Disk>);
        let written = Library::write_into(&folder, &library(), &people, &sessions);
        if !disk.has_fired() {
            written.expect("written");
            break;
        }
        let error = written.expect_err("it must not claim success");
        assert!(matches!(error, StoreError::Write { .. }), "{error}");
        assert!(!path.exists() || snapshot(&path).is_empty(), "call {call}: half a library");
        assert_eq!(temporary_files(temp.path()), Vec::<String>::new());
    }
}

#[test]
fn what_could_not_be_saved_is_rescued_to_another_place() {
    let fixture = Fixture::new();
    let disk = FaultyDisk::failing(Fault::Error(std::io::ErrorKind::StorageFull), 1, true);
    let folder = LibraryFolder::on_disk(fixture.path(), Arc::new(disk));
    let saver = Saver::spawn(folder, || {}).expect("a saver");
    let mut record = counterpart(10);
    record.title = "unsaved".to_owned();
    saver.save(as_record(record.clone()), Some(as_record(counterpart(10))));
    saver.save(as_record(counterpart(30)), None);
    saver.remove(counterpart_key(11));
    assert!(!saver.flush(LONG));
    assert_eq!(saver.waiting(), 3);
    let pending = saver.pending_records();
    assert_eq!(pending, [as_record(record.clone()), as_record(counterpart(30))]);

    let into = fixture.temp.path().join("stick/rescued");
    assert_eq!(rescue(&into, &library(), &pending), Ok(2));
    let read = Library::read_all(&into).expect("a library");
    assert_eq!(read.problems, []);
    assert_eq!(read.counterparts, [record, counterpart(30)]);
    let again = rescue(&into, &library(), &pending);
    assert!(matches!(again, Err(StoreError::FolderNotEmpty { .. })), "{again:?}");
    let mut bad = counterpart(31);
    bad.evidence[0].weight = Some(f64::NAN);
    let other = fixture.temp.path().join("other");
    assert!(rescue(&other, &library(), &[as_record(counterpart(30)), as_record(bad)]).is_err());
    assert_eq!(snapshot(&other), []);
}
