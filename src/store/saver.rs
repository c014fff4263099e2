//! Saving in the background: the newest value of every changed record reaches the disk soon.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::error::StoreError;
use super::folder::LibraryFolder;
use super::record::{Record, RecordKey};

/// A record that keeps changing is written at most this often.
pub const SAVE_INTERVAL: Duration = Duration::from_millis(300);

/// A failed save is tried again after this time, and at once when anything else is saved.
pub const RETRY_INTERVAL: Duration = Duration::from_secs(2);

/// What became of the last change of a record.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveReport {
    Saved {
        key: RecordKey,
    },
    Removed {
        key: RecordKey,
    },
    /// The change is kept and tried again.
    Failed {
        key: RecordKey,
        error: StoreError,
    },
}

impl SaveReport {
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Saved { key } | Self::Removed { key } | Self::Failed { key, .. } => *key,
        }
    }
}

#[derive(Debug, Clone)]
enum Change {
    Save(Record),
    Remove,
}

#[derive(Debug)]
struct Pending {
    change: Change,
    due: Instant,
    /// When the last attempt failed.
    failed: Option<Instant>,
}

#[derive(Debug, Default)]
struct State {
    pending: BTreeMap<RecordKey, Pending>,
    /// When each record was last attempted, as long as that matters.
    attempted: HashMap<RecordKey, Instant>,
    /// The newest report of each record.
    reports: BTreeMap<RecordKey, SaveReport>,
    writing: bool,
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
    /// Starts the thread. `notify` is called on it after every attempt.
    pub fn spawn(
        folder: LibraryFolder,
        notify: impl Fn() + Send + 'static,
    ) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared::default());
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("library-saver".to_owned())
            .spawn(move || run(&folder, &for_thread, &notify))
            .map_err(|error| StoreError::NoSaver { failure: error.into() })?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// Saves a record soon. A value still waiting is replaced.
    pub fn save(&self, record: Record) {
        self.change(record.key(), Change::Save(record));
    }

    /// Moves a record to the trash soon. Saving it again brings it back.
    pub fn remove(&self, key: RecordKey) {
        self.change(key, Change::Remove);
    }

    /// Writes everything that waits at once, without waiting for it.
    pub fn save_now(&self) {
        let now = Instant::now();
        for pending in self.shared.state().pending.values_mut() {
            pending.due = now;
        }
        self.shared.work.notify_one();
    }

    fn change(&self, key: RecordKey, change: Change) {
        let now = Instant::now();
        let mut guard = self.shared.state();
        let state = &mut *guard;
        // Whatever failed before gets another chance.
        for (key, pending) in state.pending.iter_mut().filter(|(_, one)| one.failed.is_some()) {
            pending.due = pending.due.min(next_due(&state.attempted, *key, now));
        }
        let due = next_due(&state.attempted, key, now);
        state
            .pending
            .entry(key)
            .and_modify(|pending| pending.change = change.clone())
            .or_insert(Pending { change, due, failed: None });
        self.shared.work.notify_one();
    }

    /// Waits until every change is on the disk. False when the time is over, or when what is left
    /// has been tried now and failed.
    pub fn flush(&self, timeout: Duration) -> bool {
        let start = Instant::now();
        let mut state = self.shared.state();
        for pending in state.pending.values_mut() {
            pending.due = start;
        }
        self.shared.work.notify_one();
        loop {
            if state.pending.is_empty() && !state.writing {
                return true;
            }
            let all_failed = !state.writing
                && state.pending.values().all(|one| one.failed.is_some_and(|at| at >= start));
            let left = timeout.saturating_sub(start.elapsed());
            if all_failed || left.is_zero() {
                return false;
            }
            let waited = self.shared.done.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// The newest report of each record since the last call.
    pub fn take_reports(&self) -> Vec<SaveReport> {
        std::mem::take(&mut self.shared.state().reports).into_values().collect()
    }

    /// True when nothing waits to be written.
    pub fn is_idle(&self) -> bool {
        let state = self.shared.state();
        state.pending.is_empty() && !state.writing
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

/// At once for a record that has been quiet, else when its interval is over.
fn next_due(attempted: &HashMap<RecordKey, Instant>, key: RecordKey, now: Instant) -> Instant {
    attempted.get(&key).map_or(now, |at| now.max(*at + SAVE_INTERVAL))
}

fn run(folder: &LibraryFolder, shared: &Shared, notify: &(impl Fn() + Send)) {
    let mut state = shared.state();
    loop {
        let now = Instant::now();
        let next = state.pending.iter().min_by_key(|(_, one)| one.due);
        let next = next.map(|(key, one)| (*key, one.due));
        let key = match next {
            Some((key, due)) if due <= now || state.stopping => key,
            None if state.stopping => return,
            Some((_, due)) => {
                let waited = shared.work.wait_timeout(state, due - now);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
                continue;
            }
            None => {
                state = shared.work.wait(state).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
        };
        let Some(pending) = state.pending.remove(&key) else { continue };
        state.writing = true;
        state.attempted.retain(|_, at| now.duration_since(*at) < SAVE_INTERVAL);
        state.attempted.insert(key, now);
        drop(state);

        let result = match &pending.change {
            Change::Save(record) => folder.save(record, Timestamp::now()),
            Change::Remove => folder.remove(key, Timestamp::now()),
        };

        state = shared.state();
        state.writing = false;
        finish(&mut state, key, pending, result);
        drop(state);
        shared.done.notify_all();
        notify();
        state = shared.state();
    }
}

/// Records the end of an attempt. A failed change waits for the next one, unless a newer value
/// came meanwhile or the saver stops.
fn finish(state: &mut State, key: RecordKey, pending: Pending, result: Result<(), StoreError>) {
    let now = Instant::now();
    let report = match (result, &pending.change) {
        (Ok(()), Change::Save(_)) => SaveReport::Saved { key },
        (Ok(()), Change::Remove) => SaveReport::Removed { key },
        (Err(error), _) => {
            tracing::warn!(%error, "a record was not saved");
            if !state.stopping {
                state
                    .pending
                    .entry(key)
                    .and_modify(|newer| newer.failed = Some(now))
                    .or_insert(Pending { failed: Some(now), due: now + RETRY_INTERVAL, ..pending });
            }
            SaveReport::Failed { key, error }
        }
    };
    state.reports.insert(key, report);
}
