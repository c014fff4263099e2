//! The thread that compares what is known of a library with what lies on the disk.

use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant, SystemTime};

use super::cache::Seal;
use super::change::IndexChange;
use super::files;
use super::known::Known;
use super::pass::{Done, Pass};
use super::texts::{Place, Texts, want};
use crate::domain::evidence::EvidenceWeights;
use crate::store::error::StoreError;
use crate::store::folder::LibraryFolder;
use crate::store::progress::Progress;
use crate::store::record::RecordKey;
use crate::store::search::TextIndex;

/// The cache is written anew when more records than this have changed, and more than one in a
/// hundred: a few are read sooner than the cache is written.
const FEW: usize = 64;

/// Validates a library in the background: once at the start, and again whenever that is asked for.
/// Dropping it ends the work.
///
/// What the app has in memory is newer than what is read here. The app names each record that it
/// changes, and each that was saved, with [`Indexer::touched`]; nothing older is reported of it then.
///
/// The texts of a large library are reported only when they are [wanted](Indexer::want_texts).
#[derive(Debug)]
pub struct Indexer {
    pub(super) shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

pub(super) struct Shared {
    pub folder: LibraryFolder,
    state: Mutex<State>,
    /// Something changed, for those who wait on either side.
    changed: Condvar,
    notify: Mutex<Box<dyn Fn() + Send>>,
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").field("state", &self.state).finish_non_exhaustive()
    }
}

#[derive(Debug, Default)]
pub(super) struct State {
    changes: Vec<IndexChange>,
    pub texts: Texts,
    /// Passes asked for, and passes that have ended.
    asked: u64,
    ended: u64,
    /// Records that the app knows better than the pass that is running.
    touched: HashSet<RecordKey>,
    progress: Progress,
    stopping: bool,
}

impl Shared {
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells everybody who waits, on either side.
    pub fn wake(&self) {
        self.changed.notify_all();
    }

    /// Reports what the app does not know better.
    fn report(&self, changes: Vec<IndexChange>) {
        let mut state = self.state();
        let State { changes: waiting, touched, .. } = &mut *state;
        let is_news = |change: &IndexChange| change.key().is_none_or(|key| !touched.contains(&key));
        waiting.extend(changes.into_iter().filter(is_news));
        drop(state);
        self.notify();
    }

    pub fn notify(&self) {
        (self.notify.lock().unwrap_or_else(PoisonError::into_inner))();
    }
}

impl State {
    /// One more pass; one that has not begun yet will do.
    fn ask(&mut self) {
        self.asked = self.asked.max(self.ended + 1 + u64::from(self.asked > self.ended));
    }

    /// The texts are lost: a pass makes them anew.
    pub fn make_anew(&mut self) {
        self.texts.lose();
        self.ask();
    }

    pub fn report_texts(&mut self, texts: TextIndex) {
        self.texts.wanted = false;
        self.texts.given = true;
        self.changes.push(IndexChange::Texts(texts));
    }
}

/// What the thread works with.
pub(super) struct Work {
    pub folder: LibraryFolder,
    pub weights: EvidenceWeights,
    pub known: Known,
    /// The cached texts that belong to what is known.
    pub texts: Seal,
    /// Texts longer than this, in bytes, are kept in memory only while they are wanted.
    pub most_texts: usize,
    pub writable: bool,
    pub sweep_before: Option<SystemTime>,
}

impl Indexer {
    /// Starts the thread and the first pass. `notify` is called on it whenever something was reported.
    pub(super) fn spawn(
        work: Work,
        notify: impl Fn() + Send + 'static,
    ) -> Result<Self, StoreError> {
        let shared = Arc::new(Shared {
            folder: work.folder.clone(),
            state: Mutex::new(State { asked: 1, ..State::default() }),
            changed: Condvar::new(),
            notify: Mutex::new(Box::new(notify)),
        });
        let for_thread = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("library-indexer".to_owned())
            .spawn(move || run(work, &for_thread))
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
        state.ask();
        drop(state);
        self.shared.wake();
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

fn run(mut work: Work, shared: &Arc<Shared>) {
    let _ending = Ending(shared);
    work.take_texts(shared);
    let mut is_first = true;
    while let Some(task) = next(shared) {
        let Task::Pass { progress, anew } = task else {
            report_texts(&work.known, shared);
            continue;
        };
        if anew {
            work.forget_texts();
        }
        let pass = Pass {
            folder: &work.folder,
            weights: &work.weights,
            writable: work.writable,
            is_first,
            sweep_before: work.sweep_before.take(),
            with_texts: true,
            as_a_whole: is_first || anew,
            progress: &progress,
            report: &|changes| shared.report(changes),
        };
        let Some(done) = pass.run(&mut work.known) else { return };
        forget_touched(shared, &mut work.known);
        work.hand_out_texts(&done, shared);
        is_first = false;
        shared.report(vec![IndexChange::Done]);
        shared.state().ended += 1;
        shared.wake();
        work.write_cache(&done, shared);
    }
}

enum Task {
    Pass {
        progress: Progress,
        /// Every record has to be read, as the texts are lost.
        anew: bool,
    },
    /// Texts that are in memory are wanted.
    Texts,
}

/// Waits for something to do. `None` when the work is over.
fn next(shared: &Shared) -> Option<Task> {
    let mut state = shared.state();
    while state.ended == state.asked && !state.texts.is_due() && !state.stopping {
        state = shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
    if state.stopping {
        return None;
    }
    if state.ended == state.asked {
        return Some(Task::Texts);
    }
    state.touched.clear();
    state.progress = Progress::default();
    let anew = state.texts.begin_anew();
    Some(Task::Pass { progress: state.progress.clone(), anew })
}

fn report_texts(known: &Known, shared: &Shared) {
    shared.state().report_texts(known.index.texts.clone());
    shared.notify();
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

impl Work {
    /// Texts of a small library are reported at once. Those that are missing or do not belong to the
    /// summaries are made anew, from every record.
    fn take_texts(&mut self, shared: &Shared) {
        if self.known.stamps.is_empty() {
            return;
        }
        if self.texts.len > self.most_texts as u64 {
            self.known.index.texts = TextIndex::without_base();
            shared.state().texts.place = self.place();
            return;
        }
        match files::read_texts(&self.folder, self.texts) {
            Some(texts) => {
                self.known.index.texts = texts;
                report_texts(&self.known, shared);
            }
            None => self.forget_texts(),
        }
    }

    fn place(&self) -> Place {
        Place::Cached { seal: self.texts, newer: self.known.index.texts.clone() }
    }

    fn forget_texts(&mut self) {
        self.known.index.texts = TextIndex::default();
        self.known.stamps.iter_mut().for_each(|(_, stamp)| *stamp = None);
    }

    /// Says where the texts are now, and reports them to whom the changes alone do not tell all.
    fn hand_out_texts(&self, done: &Done, shared: &Arc<Shared>) {
        let texts = &self.known.index.texts;
        let mut state = shared.state();
        let due = &mut state.texts;
        due.wanted |= due.given && done.put_together;
        if texts.is_whole() {
            due.place = Place::Indexer;
            if due.wanted || (!due.given && texts.bytes_len() <= self.most_texts) {
                state.report_texts(texts.clone());
            }
        } else if !due.is_lost {
            due.place = self.place();
            if due.wanted {
                drop(state);
                want(shared);
            }
        }
    }

    fn write_cache(&mut self, done: &Done, shared: &Shared) {
        if !self.writable || done.changed <= FEW.max(self.known.stamps.len() / 100) {
            return;
        }
        // Whoever wants texts meanwhile gets them from here.
        shared.state().texts.place = Place::Indexer;
        if !self.known.index.texts.is_whole() {
            match files::read_texts(&self.folder, self.texts) {
                Some(mut texts) => {
                    texts.take_over(self.known.index.texts.clone());
                    self.known.index.texts = texts;
                }
                None => {
                    shared.state().make_anew();
                    return;
                }
            }
        }
        let known = &self.known;
        let cached = known.to_cache();
        let texts = &known.index.texts;
        match files::write(&self.folder, cached, texts, &self.weights, done.looked) {
            Ok(seal) => self.texts = seal,
            Err(error) => {
                tracing::warn!(%error, "the cache was not written");
                return;
            }
        }
        if texts.bytes_len() > self.most_texts {
            let whole = std::mem::replace(&mut self.known.index.texts, TextIndex::without_base());
            let mut state = shared.state();
            state.texts.place = self.place();
            if state.texts.wanted {
                state.report_texts(whole);
                drop(state);
                shared.notify();
            }
        }
    }
}
