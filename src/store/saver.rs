//! Saving in the background: the newest value of every changed record reaches the disk soon.
//!
//! The thread of the saver is the only one that writes records, and it never writes over what it
//! has not read: a file that another program changed is merged with the record that is saved.

mod look;
mod queue;
mod report;
mod work;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

pub use self::queue::{RETRY_INTERVAL, SAVE_INTERVAL};
pub use self::report::SaveReport;

use self::look::Seen;
use self::queue::{Queue, Step};
use self::report::Reports;
use self::work::{Print, Work};
use super::error::StoreError;
use super::folder::LibraryFolder;
use super::record::{Record, RecordKey};
use crate::domain::label::LabelChange;

/// A file that is no record is believed to be damaged when it has not changed for this time: a sync
/// engine or an editor may still be writing it.
pub const QUIET_TIME: Duration = Duration::from_millis(500);

/// A file to be looked at.
#[derive(Debug)]
struct Look {
    due: Instant,
    /// What it held when it was no record, if it was looked at before.
    unfinished: Option<Option<Print>>,
}

#[derive(Debug, Default)]
struct State {
    queue: Queue,
    looks: HashMap<PathBuf, Look>,
    reports: Reports,
    /// The change that is being carried out.
    current: Option<(RecordKey, Step)>,
    stopping: bool,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// Something changed: for the thread that saves.
    work: Condvar,
    /// An attempt ended: for those who wait in `flush`.
    done: Condvar,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A background thread that saves records. Dropping it writes what is left.
#[derive(Debug)]
pub struct Saver {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Saver {
    /// Starts the thread. `notify` is called on it after every attempt and when there is news.
    pub fn spawn(
        folder: LibraryFolder,
        notify: impl Fn() + Send + 'static,
    ) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared::default());
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("library-saver".to_owned())
            .spawn(move || run(folder, &for_thread, &notify))
            .map_err(|error| StoreError::NoThread { failure: error.into() })?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Saves a record soon. A value still waiting is replaced.
    ///
    /// `base` is what the caller knows to be in the file, `None` for a new record: what was read or
    /// reported last. Records that the caller itself saved since then, and of which it has not heard
    /// yet, are in `record` too. When the file holds something else, be it by another program or a
    /// save that the base is older than, both changes are united and the report is
    /// [`SaveReport::Merged`].
    pub fn save(&self, record: Record, base: Option<Record>) {
        self.change(record.key(), Step::Save { record, base });
    }

    /// Moves a record to the trash soon. Saving it again, or [`Saver::restore`], brings it back.
    pub fn remove(&self, key: RecordKey) {
        self.change(key, Step::Remove);
    }

    /// Brings the newest version of a record back from the trash soon.
    pub fn restore(&self, key: RecordKey) {
        self.change(key, Step::Restore);
    }

    /// Deletes a removed record for good soon, see [`LibraryFolder::erase`].
    pub fn erase(&self, key: RecordKey) {
        self.change(key, Step::Erase);
    }

    /// Changes the labels of records that need not be in memory, one after the other, when nothing
    /// else waits. Changes of the same record keep their order.
    pub fn label(&self, keys: Vec<RecordKey>, change: LabelChange) {
        let now = Instant::now();
        let step = Step::Label(change);
        let mut state = self.shared.state();
        for key in keys {
            state.queue.push(key, step.clone(), now);
        }
        self.shared.work.notify_one();
    }

    /// Looks at files that another program may have changed. What the saver wrote itself is no
    /// news; a file with changes waiting is merged when they are saved.
    pub fn look(&self, paths: Vec<PathBuf>) {
        let due = Instant::now();
        let mut state = self.shared.state();
        for path in paths {
            state.looks.insert(path, Look { due, unfinished: None });
        }
        self.shared.work.notify_one();
    }

    /// Writes everything that waits at once, without waiting for it.
    pub fn save_now(&self) {
        self.shared.state().queue.hurry(Instant::now());
        self.shared.work.notify_one();
    }

    fn change(&self, key: RecordKey, step: Step) {
        self.shared.state().queue.push(key, step, Instant::now());
        self.shared.work.notify_one();
    }

    /// Waits until every change is on the disk. False when the time is over, or when what is left
    /// has been tried now and failed.
    pub fn flush(&self, timeout: Duration) -> bool {
        let start = Instant::now();
        let mut state = self.shared.state();
        state.queue.hurry(start);
        self.shared.work.notify_one();
        loop {
            let writing = state.current.is_some();
            if state.queue.is_empty() && !writing {
                return true;
            }
            let all_failed = !writing && state.queue.has_all_failed_since(start);
            let left = timeout.saturating_sub(start.elapsed());
            if all_failed || left.is_zero() {
                return false;
            }
            let waited = self.shared.done.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The reports since the last call, in their order. Of the plain ones (`Saved`, `Removed`,
    /// `Failed`) each record has the newest alone.
    pub fn take_reports(&self) -> Vec<SaveReport> {
        self.shared.state().reports.take()
    }

    /// The number of changes that are not on the disk yet.
    pub fn waiting(&self) -> usize {
        let state = self.shared.state();
        state.queue.len() + usize::from(state.current.is_some())
    }

    /// True when nothing waits to be written.
    pub fn is_idle(&self) -> bool {
        self.waiting() == 0
    }

    /// The records that are not on the disk as they should be, in the order of their keys.
    pub fn pending_records(&self) -> Vec<Record> {
        let state = self.shared.state();
        let mut records: Vec<_> = state.queue.records().cloned().collect();
        if let Some((key, Step::Save { record, .. })) = &state.current
            && !state.queue.contains(*key)
        {
            records.push(record.clone());
        }
        records.sort_by_key(Record::key);
        records
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        self.shared.state().stopping = true;
        self.shared.work.notify_one();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that saves has panicked");
        }
    }
}

/// What the thread does next.
enum Next {
    Change(RecordKey),
    Look(PathBuf),
    Wait(Option<Duration>),
    Stop,
}

impl State {
    /// What people typed comes first, news of files second, labels of many records last.
    fn next(&self, now: Instant) -> Next {
        let ordinary = self.queue.next_ordinary();
        let label = self.queue.next_label();
        if self.stopping {
            return ordinary.or(label).map_or(Next::Stop, |(_, key)| Next::Change(key));
        }
        let look = self.looks.iter().min_by_key(|(_, look)| look.due);
        let look = look.map(|(path, look)| (look.due, path));
        match (ordinary, look, label) {
            (Some((due, key)), _, _) if due <= now => Next::Change(key),
            (_, Some((due, path)), _) if due <= now => Next::Look(path.clone()),
            (_, _, Some((due, key))) if due <= now => Next::Change(key),
            _ => {
                let dues = [ordinary.map(|it| it.0), look.map(|it| it.0), label.map(|it| it.0)];
                let due = dues.into_iter().flatten().min();
                Next::Wait(due.map(|due| due.duration_since(now)))
            }
        }
    }
}

fn run(folder: LibraryFolder, shared: &Shared, notify: &(impl Fn() + Send)) {
    let mut work = Work::new(folder);
    let mut state = shared.state();
    loop {
        let now = Instant::now();
        match state.next(now) {
            Next::Stop => return,
            Next::Wait(None) => {
                state = shared.work.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            Next::Wait(Some(time)) => {
                let waited = shared.work.wait_timeout(state, time);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
            Next::Look(path) => {
                let Some(look) = state.looks.remove(&path) else { continue };
                // The save will see it.
                if work.key_of(&path).is_some_and(|key| state.queue.contains(key)) {
                    continue;
                }
                drop(state);
                let seen = work.look(&path, look.unfinished);
                state = shared.state();
                match seen {
                    Seen::Nothing => {}
                    Seen::Unfinished(print) => {
                        let due = Instant::now() + QUIET_TIME;
                        // A newer wish to look at it stands.
                        state.looks.entry(path).or_insert(Look { due, unfinished: Some(print) });
                    }
                    Seen::News(report) => {
                        state.reports.add(report);
                        drop(state);
                        notify();
                        state = shared.state();
                    }
                }
            }
            Next::Change(key) => {
                let Some(step) = state.queue.take(key, now) else { continue };
                state.current = Some((key, step.clone()));
                drop(state);
                let result = work.carry_out(key, &step);
                state = shared.state();
                for report in work.reports.drain(..) {
                    state.reports.add(report);
                }
                let dropped = finish(&mut state, key, step, result);
                if dropped && !state.queue.contains(key) {
                    work.doubt(key);
                    let look = Look { due: Instant::now(), unfinished: None };
                    state.looks.insert(work.folder.file(key), look);
                }
                drop(state);
                shared.done.notify_all();
                notify();
                state = shared.state();
            }
        }
    }
}

/// Records the end of an attempt. A failed change waits for the next one, unless the saver stops or
/// trying again cannot help. What stands behind it is carried out in any case. Returns whether the
/// change was given up for good.
fn finish(
    state: &mut State,
    key: RecordKey,
    step: Step,
    result: Result<SaveReport, StoreError>,
) -> bool {
    state.current = None;
    let mut dropped = false;
    let report = result.unwrap_or_else(|error| {
        tracing::warn!(%error, "a change is not on the disk");
        dropped = is_final(&step, &error);
        if !dropped && !state.stopping {
            state.queue.put_back(key, step, Instant::now());
        }
        SaveReport::Failed { key, error, dropped }
    });
    state.reports.add(report);
    dropped
}

/// Whether trying again cannot help. What people typed is never given up.
fn is_final(step: &Step, error: &StoreError) -> bool {
    let by_disk = match error {
        StoreError::Write { .. } => true,
        StoreError::Read { failure, .. } => failure.kind != std::io::ErrorKind::NotFound,
        _ => false,
    };
    matches!(step, Step::Restore | Step::Erase | Step::Label(_)) && !by_disk
}
