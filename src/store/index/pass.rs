//! One pass over the library: what has changed is read, and everything that differs is reported.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use jiff::Timestamp;

use super::aside::{Moved, move_away};
use super::change::{Index, IndexChange};
use super::difference::Difference;
use super::known::Known;
use super::scan::{Found, Shelving, stamp_of};
use super::stamp::Stamp;
use super::sweep::sweep;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::error::{Action, Problem, StoreError};
use crate::store::folder::LibraryFolder;
use crate::store::load::read_record;
use crate::store::progress::Progress;
use crate::store::read::{key_of, problem};
use crate::store::record::RecordKey;
use crate::store::search::{RecordText, TextIndex};

/// A cold disk answers many questions at once better than one after the other.
const READING_THREADS: usize = 16;

/// Looking at files that were seen lately takes no waiting.
const LOOKING_THREADS: usize = 8;

/// When the first pass reads more files than this, their texts are put together as a whole.
const BULK: usize = 1024;

/// Changes are reported at least this often, and in lists of this length.
const REPORT_INTERVAL: Duration = Duration::from_millis(40);
const REPORT_LENGTH: usize = 512;

/// A file that looks damaged may be half written by another program: it gets this time.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// What a pass works with.
pub(super) struct Pass<'a> {
    pub folder: &'a LibraryFolder,
    pub weights: &'a EvidenceWeights,
    /// Damaged files are moved away only by the process that holds the lock.
    pub writable: bool,
    /// And only by the first pass of an opening: later somebody may be writing what looks damaged,
    /// and what was last known of the record stands.
    pub is_first: bool,
    /// Half-written files from before this moment are swept.
    pub sweep_before: Option<SystemTime>,
    /// Without it texts are not made.
    pub with_texts: bool,
    /// The texts of many files may be put together as a whole, and are not reported then.
    pub as_a_whole: bool,
    pub progress: &'a Progress,
    pub report: &'a dyn Fn(Vec<IndexChange>),
}

/// How much there was to do.
pub(super) struct Done {
    /// When the stamps began to be taken.
    pub looked: Instant,
    /// How many records are different from what was known.
    pub changed: usize,
    /// Whether texts were put together without being reported.
    pub put_together: bool,
}

/// A file to be read.
#[derive(Debug, Clone)]
struct Job {
    shelving: Shelving,
    path: PathBuf,
    /// The record of that name.
    key: Option<RecordKey>,
    stamp: Option<Stamp>,
}

/// What a file gives.
enum Reading {
    Counterpart(Arc<CounterpartSummary>, RecordText),
    Session(Arc<SessionSummary>, RecordText),
}

impl Pass<'_> {
    /// `None` when the pass was cancelled.
    pub fn run(&self, known: &mut Known) -> Option<Done> {
        let looked = Instant::now();
        let found = Found::look(self.folder, LOOKING_THREADS);
        self.progress.set_all(found.records.len() + found.strangers.len());
        if let Some(before) = self.sweep_before {
            sweep(self.folder, &found.leftovers, before);
        }
        let Found { mut records, strangers, copies, unlisted, .. } = found;
        let mut changes = Vec::new();
        for (shelving, problem) in unlisted {
            // What was known of a folder that cannot be listed just now stands.
            let old = known.stamps.iter().filter(|(key, _)| Shelving::of(*key) == Some(shelving));
            records.extend(old);
            note(known, problem, None, &mut changes);
        }
        // What was listed before the failure comes before what was known, and stays.
        records.sort_by_key(|(key, _)| *key);
        records.dedup_by_key(|(key, _)| *key);
        let copies = copies.into_iter().filter(|(path, _)| known.copies.insert(path.clone()));
        changes.extend(copies.map(|(path, name)| IndexChange::Copy(path, name)));
        let Difference { unread, gone } = Difference::between(known, &records);
        let mut changed = gone.len();
        for key in gone {
            known.index.remove(key);
            changes.push(IndexChange::Gone(key));
        }
        let jobs = self.jobs(known, &unread, strangers);
        self.progress.add(records.len() - jobs.iter().filter(|job| job.key.is_some()).count());

        let bulk = self.with_texts && self.as_a_whole && jobs.len() > BULK;
        let mut intake =
            Intake { pass: self, known, changes, bulk, texts: Vec::new(), failed: Vec::new() };
        self.read(&jobs, &mut intake)?;
        let again = intake.damaged();
        if !again.is_empty() && self.writable {
            if again.iter().any(|job| !is_settled(job)) {
                thread::sleep(SECOND_LOOK);
            }
            let again: Vec<_> =
                again.into_iter().map(|job| Job { stamp: stamp_of(&job.path), ..job }).collect();
            self.read(&again, &mut intake)?;
        }
        changed += jobs.len();
        let failed = intake.finish();
        // A summary that was kept does not belong to what is in the file.
        let reported: HashSet<_> = known.reported.keys().filter_map(|path| key_of(path)).collect();
        for (key, stamp) in &mut records {
            if failed.contains(key) || reported.contains(key) {
                *stamp = None;
            }
        }
        known.stamps = records;
        Some(Done { looked, changed, put_together: bulk })
    }

    /// The files that have to be read, in the order of the keys.
    fn jobs(
        &self,
        known: &Known,
        unread: &[(RecordKey, Option<Stamp>)],
        strangers: Vec<(Shelving, PathBuf)>,
    ) -> Vec<Job> {
        let mut jobs = Vec::new();
        for (key, stamp) in unread {
            let Some(shelving) = Shelving::of(*key) else { continue };
            let path = self.folder.file(*key);
            if !known.is_reported(&path, *stamp) {
                jobs.push(Job { shelving, path, key: Some(*key), stamp: *stamp });
            }
        }
        for (shelving, path) in strangers {
            let stamp = stamp_of(&path);
            if !known.is_reported(&path, stamp) {
                jobs.push(Job { shelving, path, key: None, stamp });
            }
        }
        jobs
    }

    /// Reads files on several threads and takes each in as it comes.
    fn read(&self, jobs: &[Job], intake: &mut Intake<'_, '_>) -> Option<()> {
        let Self { weights, with_texts, progress, .. } = *self;
        let next = AtomicUsize::new(0);
        let (sender, receiver) = mpsc::channel();
        let work = |sender: mpsc::Sender<_>| {
            while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                let reading = job.read(weights, with_texts);
                if progress.is_cancelled() || sender.send((job, reading)).is_err() {
                    return;
                }
            }
        };
        let work = &work;
        thread::scope(|scope| {
            let threads = READING_THREADS.min(jobs.len().div_ceil(4));
            let mut started = 0;
            for _ in 0..threads {
                let sender = sender.clone();
                let builder = thread::Builder::new().name("library-reader".to_owned());
                started += usize::from(builder.spawn_scoped(scope, move || work(sender)).is_ok());
            }
            if started == 0 {
                work(sender);
            } else {
                drop(sender);
            }
            let mut due = Instant::now() + REPORT_INTERVAL;
            loop {
                match receiver.recv_timeout(due.saturating_duration_since(Instant::now())) {
                    Ok((job, reading)) => intake.take(job, reading),
                    Err(RecvTimeoutError::Timeout) => {}
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                if intake.changes.len() >= REPORT_LENGTH || Instant::now() >= due {
                    intake.report();
                    due = Instant::now() + REPORT_INTERVAL;
                }
            }
        });
        (!self.progress.is_cancelled()).then_some(())
    }
}

impl Job {
    fn read(&self, weights: &EvidenceWeights, with_texts: bool) -> Result<Reading, StoreError> {
        match self.shelving {
            Shelving::Counterparts => {
                let person = read_record(&self.path)?;
                let text = with_texts.then(|| RecordText::of_counterpart(&person));
                let summary = Arc::new(CounterpartSummary::of(&person, weights));
                Ok(Reading::Counterpart(summary, text.unwrap_or_default()))
            }
            Shelving::Sessions => {
                let session = read_record(&self.path)?;
                let text = with_texts.then(|| RecordText::of_session(&session));
                let summary = Arc::new(SessionSummary::of(&session));
                Ok(Reading::Session(summary, text.unwrap_or_default()))
            }
        }
    }
}

/// Whether the file has been as it is for a while.
fn is_settled(job: &Job) -> bool {
    job.stamp.is_some_and(|stamp| stamp.is_settled(SystemTime::now()))
}

/// Reports a problem unless the same was said before.
fn note(known: &mut Known, problem: Problem, stamp: Option<Stamp>, to: &mut Vec<IndexChange>) {
    let now = (stamp, problem.error.clone());
    let before = known.reported.insert(problem.file.clone(), now);
    if before.is_none_or(|(_, error)| error != problem.error) {
        to.push(IndexChange::Problem(problem));
    }
}

/// Takes in what was read, on the thread that knows everything.
struct Intake<'a, 'p> {
    pass: &'a Pass<'p>,
    known: &'a mut Known,
    changes: Vec<IndexChange>,
    bulk: bool,
    texts: Vec<(RecordKey, RecordText)>,
    /// Files that could not be used. The damaged among them get a second look.
    failed: Vec<(Job, StoreError)>,
}

impl Intake<'_, '_> {
    fn take(&mut self, job: &Job, reading: Result<Reading, StoreError>) {
        self.pass.progress.add(1);
        let index = &mut self.known.index;
        match reading {
            Ok(Reading::Counterpart(summary, text)) => {
                let key = RecordKey::Counterpart(summary.id);
                let old = index.counterparts.put(Arc::clone(&summary));
                let is_same = old.as_ref().is_some_and(|old| *old == summary);
                let text = self.keep_text(key, text, old.is_none() || is_same);
                if !(is_same && self.bulk) {
                    self.changes.push(IndexChange::Counterpart(summary, text));
                }
            }
            Ok(Reading::Session(summary, text)) => {
                let key = RecordKey::Session(summary.id);
                let old = index.sessions.put(Arc::clone(&summary));
                let is_same = old.as_ref().is_some_and(|old| *old == summary);
                let text = self.keep_text(key, text, old.is_none() || is_same);
                if !(is_same && self.bulk) {
                    self.changes.push(IndexChange::Session(summary, text));
                }
            }
            Err(error) => {
                self.failed.push((job.clone(), error));
                return;
            }
        }
        self.known.reported.remove(&job.path);
    }

    /// The text as it is reported: many are kept back, as they are reported as a whole. What the app
    /// has of the others may be from a change before, and must not prevail.
    fn keep_text(
        &mut self,
        key: RecordKey,
        text: RecordText,
        as_known: bool,
    ) -> Option<RecordText> {
        if !self.pass.with_texts {
            return None;
        }
        let reported = (!self.bulk || !as_known).then(|| text.clone());
        if self.bulk {
            self.texts.push((key, text));
        } else {
            self.known.index.texts.put(key, text);
        }
        reported
    }

    fn report(&mut self) {
        if !self.changes.is_empty() {
            (self.pass.report)(std::mem::take(&mut self.changes));
        }
    }

    /// The files whose content is broken; they are forgotten here, to be read again.
    fn damaged(&mut self) -> Vec<Job> {
        if !self.pass.writable {
            return Vec::new();
        }
        let (damaged, other) =
            std::mem::take(&mut self.failed).into_iter().partition(|(_, error)| error.is_damage());
        self.failed = other;
        let damaged: Vec<(Job, StoreError)> = damaged;
        damaged.into_iter().map(|(job, _)| job).collect()
    }

    /// Deals with what could not be used, puts the texts together, and says what must be read again
    /// next time.
    fn finish(mut self) -> HashSet<RecordKey> {
        let failed = std::mem::take(&mut self.failed);
        let keys = failed.iter().filter_map(|(job, _)| job.key).collect();
        for (job, error) in failed {
            self.refuse(&job, error);
        }
        if self.bulk {
            self.put_together();
        }
        self.report();
        keys
    }

    fn put_together(&mut self) {
        let read = std::mem::take(&mut self.texts);
        let Index { counterparts, sessions, texts, .. } = &mut self.known.index;
        *texts = if read.len() >= counterparts.len() + sessions.len() {
            TextIndex::from_records(read)
        } else {
            for (key, text) in read {
                texts.put(key, text);
            }
            texts.compacted()
        };
    }

    fn refuse(&mut self, job: &Job, error: StoreError) {
        let Pass { folder, weights, with_texts, writable, is_first, progress, .. } = *self.pass;
        let mut problem = problem(key_of(&job.path), &job.path, error);
        problem.action = Action::Skipped;
        if writable && is_first && problem.error.is_damage() {
            if progress.is_cancelled() {
                return;
            }
            // Saved anew since it was read, or in the moment in which it was moved?
            match job.read(weights, with_texts) {
                Ok(reading) => return self.take(job, Ok(reading)),
                Err(error) => problem.error = error,
            }
            if move_away(folder, &mut problem, Timestamp::now()) == Moved::WasWhole
                && let Ok(reading) = job.read(weights, with_texts)
            {
                return self.take(job, Ok(reading));
            }
        }
        let vanished = matches!(&problem.error, StoreError::Read { failure, .. }
            if failure.kind == std::io::ErrorKind::NotFound);
        // A disk that fails for a moment takes no record out of the list.
        let unread = matches!(problem.error, StoreError::Read { .. }) && !vanished;
        let stays = unread || (problem.error.is_damage() && !is_first);
        if let Some(key) = job.key.filter(|key| !stays && self.known.contains(*key)) {
            self.known.index.remove(key);
            self.changes.push(IndexChange::Gone(key));
        }
        if !vanished {
            let stamp = job.stamp.filter(|_| !unread);
            note(self.known, problem, stamp, &mut self.changes);
        }
    }
}
