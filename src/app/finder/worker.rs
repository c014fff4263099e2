//! The thread that searches a large library and reads records for passages.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use jiff::Timestamp;

use super::results::{Asked, Results};
use super::spot::Spot;
use crate::app::tasks::Wake;
use crate::store::record::{Record, RecordKey};
use crate::store::search::Query;
use crate::store::{LibraryFolder, Progress};

/// So many records are kept that were read: the next letter mostly leaves the same in the list.
const MOST_KEPT: usize = 100;

#[derive(Debug)]
pub(super) enum Job {
    Find {
        number: u64,
        asked: Asked,
    },
    Locate {
        number: u64,
        query: Query,
        wanted: Vec<Wanted>,
        folder: LibraryFolder,
        cancel: Progress,
    },
}

/// A record in which the words are to be found.
#[derive(Debug)]
pub(super) struct Wanted {
    pub key: RecordKey,
    /// When it was last changed, as far as its summary knows.
    pub updated: Timestamp,
    /// If it is in memory.
    pub record: Option<Record>,
}

#[derive(Debug)]
pub(super) enum Answer {
    Found { number: u64, results: Box<Results> },
    Located { number: u64, key: RecordKey, spot: Option<Spot> },
}

/// Dropping it ends the thread after the job at hand.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Sender<Job>,
    answers: Receiver<Answer>,
}

impl Worker {
    /// `None` when the system gives no thread. `wake` is called after each answer.
    pub fn spawn(wake: &Wake) -> Option<Self> {
        let (jobs, todo) = channel();
        let (sender, answers) = channel();
        let wake = Arc::clone(wake);
        std::thread::Builder::new()
            .name("search".to_owned())
            .spawn(move || run(&todo, &sender, &wake))
            .inspect_err(|error| tracing::error!(%error, "the search has no thread"))
            .ok()?;
        Some(Self { jobs, answers })
    }

    pub fn send(&self, job: Job) {
        if self.jobs.send(job).is_err() {
            tracing::error!("the thread of the search has ended");
        }
    }

    /// The next answer, if one is there.
    pub fn answer(&self) -> Option<Answer> {
        self.answers.try_recv().ok()
    }
}

fn run(jobs: &Receiver<Job>, answers: &Sender<Answer>, wake: &Wake) {
    let mut kept = BTreeMap::new();
    // Without a receiver the app has no use for the thread any more.
    let tell = |answer| {
        let told = answers.send(answer).is_ok();
        wake();
        told
    };
    for job in jobs {
        match job {
            Job::Find { number, asked } => {
                let Some(results) = asked.search() else { continue };
                if !tell(Answer::Found { number, results: Box::new(results) }) {
                    return;
                }
            }
            Job::Locate { number, query, wanted, folder, cancel } => {
                for wanted in wanted {
                    if cancel.is_cancelled() {
                        break;
                    }
                    let key = wanted.key;
                    let record = record(wanted, &folder, &mut kept);
                    let spot = record.and_then(|record| Spot::of(&record, &query));
                    if !tell(Answer::Located { number, key, spot }) {
                        return;
                    }
                }
            }
        }
    }
}

fn record(
    wanted: Wanted,
    folder: &LibraryFolder,
    kept: &mut BTreeMap<RecordKey, Record>,
) -> Option<Record> {
    if wanted.record.is_some() {
        return wanted.record;
    }
    if let Some(record) = kept.get(&wanted.key).filter(|one| one.updated() == wanted.updated) {
        return Some(record.clone());
    }
    // A record that cannot be read says so when it is opened.
    let record = folder.load(wanted.key).ok()?;
    if kept.len() >= MOST_KEPT {
        kept.clear();
    }
    kept.insert(wanted.key, record.clone());
    Some(record)
}
