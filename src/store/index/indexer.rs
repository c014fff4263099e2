//! The thread that compares what is known of a library with what lies on the disk.

use std::collections::HashSet;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

use super::cache::Seal;
use super::change::IndexChange;
use super::files;
use super::known::Known;
use super::pass::{Done, Pass};
use crate::domain::evidence::EvidenceWeights;
use crate::store::error::StoreError;
use crate::store::folder::LibraryFolder;
use crate::store::progress::Progress;
use crate::store::record::RecordKey;

/// The cache is written anew when more records than this have changed, and more than one in a
/// hundred: a few are read sooner than the cache is written.
const FEW: usize = 64;

/// Validates a library in the background: once at the start, and again whenever that is asked for.
/// Dropping it ends the work.
///
/// What the app has in memory is newer than what is read here. The app names each record that it
/// changes, and each that was saved, with [`Indexer::touched`]; nothing older is reported of it then.
#[derive(Debug)]
pub struct Indexer {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    /// Something changed, for those who wait on either side.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    changes: Vec<IndexChange>,
    /// Passes asked for, and passes that have ended.
    asked: u64,
    ended: u64,
    /// Records that the app knows better than the pass that is running.
    touched: HashSet<RecordKey>,
    progress: Progress,
    stopping: bool,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the thread works with.
pub(super) struct Work {
    pub folder: LibraryFolder,
    pub weights: EvidenceWeights,
    pub known: Known,
    /// The cached texts that belong to what is known.
    pub texts: Seal,
    pub writable: bool,
    pub sweep_before: Option<SystemTime>,
}

impl Indexer {
    /// Starts the thread and the first pass. `notify` is called on it whenever something was reported.
    pub(super) fn spawn(
        work: Work,
        notify: impl Fn() + Send + 'static,
    ) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared::default());
        shared.state().asked = 1;
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("library-indexer".to_owned())
            .spawn(move || run(work, &for_thread, &notify))
            .map_err(|error| StoreError::NoThread { failure: error.into() })?;
        Ok(Self { shared, thread: Some(thread) })
    }

    /// What has been found since the last call, in order.
    pub fn take_changes(&self) -> Vec<IndexChange> {
        std::mem::take(&mut self.shared.state().changes)
    }

    /// Looked at and all files of the pass that is running or was the last.
    pub fn progress(&self) -> (usize, usize) {
        self.shared.state().progress.state()
    }

    /// Compares everything once more. A pass that is running ends first.
    pub fn rescan(&self) {
        let mut state = self.shared.state();
        // One that has not begun yet will do.
        state.asked = state.asked.max(state.ended + 1 + u64::from(state.asked > state.ended));
        self.shared.changed.notify_all();
    }

    /// The app has changed, saved or removed this record itself: what was read of it before is
    /// forgotten, here and in what has not been taken yet.
    pub fn touched(&self, key: RecordKey) {
        let mut state = self.shared.state();
        state.changes.retain(|change| change.key() != Some(key));
        if state.asked > state.ended {
            state.touched.insert(key);
        }
    }

    pub fn is_idle(&self) -> bool {
        let state = self.shared.state();
        state.ended == state.asked
    }

    /// Waits until every pass asked for has ended; then everything is in the next
    /// [`Indexer::take_changes`]. False when the time is over.
    pub fn wait(&self, timeout: Duration) -> bool {
        let start = Instant::now();
        let mut state = self.shared.state();
        while state.ended < state.asked {
            let left = timeout.saturating_sub(start.elapsed());
            if left.is_zero() {
                return false;
            }
            let waited = self.shared.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }
}

impl Drop for Indexer {
    fn drop(&mut self) {
        {
            let mut state = self.shared.state();
            state.stopping = true;
            state.progress.cancel();
        }
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that validates the library has panicked");
        }
    }
}

/// Whoever waits learns that the thread is gone, even if it panics.
struct Ending<'a>(&'a Shared);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.ended = state.asked;
        self.0.changed.notify_all();
    }
}

fn run(mut work: Work, shared: &Shared, notify: &dyn Fn()) {
    let _ending = Ending(shared);
    let report = |changes: Vec<IndexChange>| {
        let mut state = shared.state();
        let State { changes: waiting, touched, .. } = &mut *state;
        let is_news = |change: &IndexChange| change.key().is_none_or(|key| !touched.contains(&key));
        waiting.extend(changes.into_iter().filter(is_news));
        drop(state);
        notify();
    };
    load_texts(&mut work, &report);
    let mut is_first = true;
    while let Some(progress) = begin(shared) {
        let pass = Pass {
            folder: &work.folder,
            weights: &work.weights,
            writable: work.writable,
            sweep_before: work.sweep_before.take(),
            with_texts: true,
            is_first,
            progress: &progress,
            report: &report,
        };
        is_first = false;
        let Some(done) = pass.run(&mut work.known) else { return };
        forget_touched(shared, &mut work.known);
        report(vec![IndexChange::Done]);
        shared.state().ended += 1;
        shared.changed.notify_all();
        write_cache(&work, &done);
    }
}

/// Waits for a pass to be asked for. `None` when the work is over.
fn begin(shared: &Shared) -> Option<Progress> {
    let mut state = shared.state();
    while state.ended == state.asked && !state.stopping {
        state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
    if state.stopping {
        return None;
    }
    state.touched.clear();
    state.progress = Progress::default();
    Some(state.progress.clone())
}

/// Texts that are missing or do not belong to the summaries are made anew, from every record.
fn load_texts(work: &mut Work, report: &dyn Fn(Vec<IndexChange>)) {
    if work.known.stamps.is_empty() {
        return;
    }
    match files::read_texts(&work.folder, work.texts) {
        Some(texts) => {
            work.known.index.texts = texts.clone();
            report(vec![IndexChange::Texts(texts)]);
        }
        None => work.known.stamps.iter_mut().for_each(|(_, stamp)| *stamp = None),
    }
}

/// What was read of a touched record may be older than what the app has: it is read again next time.
fn forget_touched(shared: &Shared, known: &mut Known) {
    let touched = std::mem::take(&mut shared.state().touched);
    for (key, stamp) in &mut known.stamps {
        if touched.contains(key) {
            *stamp = None;
        }
    }
}

fn write_cache(work: &Work, done: &Done) {
    if !work.writable || done.changed <= FEW.max(work.known.stamps.len() / 100) {
        return;
    }
    let (known, folder) = (&work.known, &work.folder);
    let cached = known.to_cache();
    let written = files::write(folder, cached, &known.index.texts, &work.weights, done.looked);
    if let Err(error) = written {
        tracing::warn!(%error, "the cache was not written");
    }
}
