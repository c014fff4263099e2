//! Search over all records as the user types: at once in a small library, on a thread in a large
//! one. The same thread looks up where in a record the words stand.

mod choice;
mod fit;
mod recent;
mod results;
mod spot;
mod worker;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;

pub use self::choice::{Choice, Part};
pub use self::fit::{Fit, Texts, fit};
pub use self::recent::RecentSearches;
pub use self::results::{Question, RecordHit, Results};
pub use self::spot::Spot;

use self::results::{Asked, Snapshot};
use self::worker::{Answer, Job, Wanted, Worker};
use super::derived::Derived;
use super::open_library::OpenLibrary;
use super::tasks::Wake;
use crate::store::Progress;
use crate::store::record::RecordKey;

/// Up to this many records are searched at once: it is shorter than a frame.
const AT_ONCE: usize = 2_000;

/// While many records change by themselves, as in the first seconds, a large library is not
/// searched again more often than this.
const PAUSE: Duration = Duration::from_millis(400);

/// The search of an open library. Transient.
#[derive(Debug, Default)]
pub struct Finder {
    pub choice: Choice,
    tags: Derived<u64, Vec<String>>,
    worker: Option<Worker>,
    shown: Option<Arc<Results>>,
    underway: Option<Underway>,
    /// Counts the searches, so that a late answer is known as one.
    number: u64,
    finished: Option<Instant>,
    places: Places,
}

#[derive(Debug)]
struct Underway {
    number: u64,
    question: Question,
    cancel: Progress,
}

/// Where the words of the shown results stand in the records.
#[derive(Debug, Default)]
struct Places {
    /// Grows with each text that is searched for.
    number: u64,
    cancel: Progress,
    spots: BTreeMap<RecordKey, Spot>,
    asked: BTreeSet<(RecordKey, Timestamp)>,
    answered: BTreeSet<RecordKey>,
}

impl Finder {
    /// Begins anew, as when the palette is opened.
    pub fn reset(&mut self) {
        self.stop();
        self.choice = Choice::default();
        self.shown = None;
        self.places = Places { number: self.places.number + 1, ..Places::default() };
    }

    /// Stops what is underway.
    pub fn stop(&mut self) {
        if let Some(underway) = self.underway.take() {
            underway.cancel.cancel();
        }
        self.places.pause();
    }

    /// Sees to it that the results are those for `question` in the records as they are now. Until
    /// they are, the previous ones stay. Returns when to ask again, if the records have changed and
    /// it is too soon to search them again.
    pub fn ask(
        &mut self,
        question: &Question,
        library: &OpenLibrary,
        wake: &Wake,
    ) -> Option<Duration> {
        self.receive();
        let work = &library.work;
        let is_answered = self.is_answered(question);
        if is_answered && self.shown.as_ref().is_some_and(|one| one.revision == work.revision()) {
            if let Some(underway) = self.underway.take() {
                underway.cancel.cancel();
            }
            return None;
        }
        // Nothing would be found in what is not there. The window wakes when it is.
        if library.is_waiting_for_texts() {
            return None;
        }
        // What changed meanwhile is seen when it is done.
        if self.underway.as_ref().is_some_and(|underway| underway.question == *question) {
            return None;
        }
        let is_small = work.people().len() + work.negotiations().len() <= AT_ONCE;
        let since = self.finished.map(|finished| finished.elapsed());
        if let Some(since) = since.filter(|since| is_answered && !is_small && *since < PAUSE) {
            return Some(PAUSE.saturating_sub(since));
        }
        if let Some(underway) = self.underway.take() {
            underway.cancel.cancel();
        }
        if !is_answered {
            // A slow disk must not keep the search waiting.
            self.places.pause();
        }
        self.number += 1;
        let cancel = Progress::default();
        let asked = Asked {
            question: question.clone(),
            snapshot: Snapshot {
                texts: work.texts().clone(),
                people: work.people().clone(),
                negotiations: work.negotiations().clone(),
                revision: work.revision(),
            },
            previous: self.shown.clone(),
            cancel: cancel.clone(),
        };
        // Better late than not at all, should the system give no thread.
        if is_small || !self.has_worker(wake) {
            if let Some(results) = asked.search() {
                self.show(results);
            }
            return None;
        }
        let (number, question) = (self.number, question.clone());
        self.send(Job::Find { number, asked });
        self.underway = Some(Underway { number, question, cancel });
        None
    }

    /// The latest results; of an earlier question while a search is underway.
    pub fn results(&self) -> Option<&Results> {
        self.shown.as_deref()
    }

    /// Whether the results are those for `question`.
    pub fn is_answered(&self, question: &Question) -> bool {
        self.shown.as_ref().is_some_and(|shown| shown.question == *question)
    }

    /// Whether something is on its way that will change what is shown.
    pub fn is_working(&self) -> bool {
        self.underway.is_some()
            || self.tags.is_underway()
            || self.places.asked.iter().any(|(key, _)| !self.places.answered.contains(key))
    }

    /// Has it looked up where the words stand in these records.
    pub fn locate(
        &mut self,
        keys: impl IntoIterator<Item = RecordKey>,
        library: &OpenLibrary,
        wake: &Wake,
    ) {
        if !self.has_worker(wake) {
            return;
        }
        let Some(results) = &self.shown else { return };
        let query = results.query().clone();
        let work = &library.work;
        let mut wanted = Vec::new();
        for key in keys {
            let updated = match key {
                RecordKey::Library => None,
                RecordKey::Counterpart(id) => work.person(id).map(|person| person.updated),
                RecordKey::Session(id) => work.negotiation(id).map(|session| session.updated),
            };
            let Some(updated) = updated else { continue };
            if self.places.asked.insert((key, updated)) {
                wanted.push(Wanted { key, updated, record: work.record(key).cloned() });
            }
        }
        if !wanted.is_empty() {
            let number = self.places.number;
            let cancel = self.places.cancel.clone();
            let folder = library.folder.clone();
            self.send(Job::Locate { number, query, wanted, folder, cancel });
        }
    }

    /// Where the words stand in a record, if that is known.
    pub fn spot(&self, key: RecordKey) -> Option<&Spot> {
        self.places.spots.get(&key)
    }

    /// Whether it has been looked up where the present words stand in a record.
    pub fn is_located(&self, key: RecordKey) -> bool {
        self.places.answered.contains(&key)
    }

    /// Every tag in use, in the order of the alphabet; nothing while they are being collected.
    pub fn tags(&mut self, library: &OpenLibrary, wake: &Wake) -> Arc<Vec<String>> {
        let work = &library.work;
        let (people, negotiations) = (work.people().clone(), work.negotiations().clone());
        let records = people.len() + negotiations.len();
        let tags = self.tags.get(&work.revision(), records, wake, move || {
            let of_people = people.iter().flat_map(|person| &person.labels.tags);
            let of_negotiations = negotiations.iter().flat_map(|session| &session.labels.tags);
            let tags: BTreeSet<&String> = of_people.chain(of_negotiations).collect();
            tags.into_iter().cloned().collect()
        });
        tags.unwrap_or_default()
    }

    fn has_worker(&mut self, wake: &Wake) -> bool {
        if self.worker.is_none() {
            self.worker = Worker::spawn(wake);
        }
        self.worker.is_some()
    }

    fn send(&self, job: Job) {
        if let Some(worker) = &self.worker {
            worker.send(job);
        }
    }

    fn receive(&mut self) {
        while let Some(answer) = self.worker.as_ref().and_then(Worker::answer) {
            match answer {
                Answer::Found { number, results } => {
                    if self.underway.as_ref().is_some_and(|underway| underway.number == number) {
                        self.underway = None;
                        self.show(*results);
                    }
                }
                Answer::Located { number, key, spot } if number == self.places.number => {
                    self.places.answered.insert(key);
                    match spot {
                        Some(spot) => self.places.spots.insert(key, spot),
                        None => self.places.spots.remove(&key),
                    };
                }
                Answer::Located { .. } => {}
            }
        }
    }

    fn show(&mut self, results: Results) {
        let before = self.shown.as_ref().map(|shown| &shown.question.text);
        if before != Some(&results.question.text) {
            self.places.follow(&results);
        }
        self.finished = Some(Instant::now());
        self.shown = Some(Arc::new(results));
    }
}

impl Places {
    fn pause(&mut self) {
        std::mem::take(&mut self.cancel).cancel();
        self.asked.retain(|(key, _)| self.answered.contains(key));
    }

    /// Other words are searched for. A passage that has them too stays until it is known better, so
    /// that the list does not flicker at each letter.
    fn follow(&mut self, results: &Results) {
        self.pause();
        self.number += 1;
        self.spots.retain(|_, spot| spot.follow(results.query()));
        self.asked.clear();
        self.answered.clear();
    }
}
