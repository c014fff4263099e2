//! What waits to be written, and in which order.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::time::{Duration, Instant};

use crate::domain::label::LabelChange;
use crate::store::record::{Record, RecordKey};

/// A record that keeps changing is written at most this often.
pub const SAVE_INTERVAL: Duration = Duration::from_millis(300);

/// A failed change is tried again after this time, and at once when anything else is changed.
pub const RETRY_INTERVAL: Duration = Duration::from_secs(2);

/// One change of one record.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Save {
        record: Record,
        /// What the file held when the record was changed first, as far as known.
        base: Option<Record>,
    },
    Remove,
    Restore,
    Erase,
    Label(LabelChange),
}

/// The changes of one record in their order.
#[derive(Debug)]
struct Line {
    steps: VecDeque<Step>,
    due: Instant,
    /// When the last attempt failed.
    failed: Option<Instant>,
}

impl Line {
    /// Labels of many records must not make the user's own typing wait.
    fn is_labels(&self) -> bool {
        self.steps.iter().all(|step| matches!(step, Step::Label(_)))
    }
}

/// Everything that waits. A step that is being carried out is not in it.
#[derive(Debug, Default)]
pub(super) struct Queue {
    lines: HashMap<RecordKey, Line>,
    ordinary: BTreeSet<(Instant, RecordKey)>,
    labels: BTreeSet<(Instant, RecordKey)>,
    /// After a failure of the disk, labels pause: thousands of them need not fail one by one.
    labels_from: Option<Instant>,
    /// Records of which the last attempt failed.
    failed: BTreeSet<RecordKey>,
    /// When each record was last attempted, as long as that matters.
    attempted: HashMap<RecordKey, Instant>,
    steps: usize,
}

impl Queue {
    /// The number of changes that wait.
    pub fn len(&self) -> usize {
        self.steps
    }

    pub fn is_empty(&self) -> bool {
        self.steps == 0
    }

    pub fn contains(&self, key: RecordKey) -> bool {
        self.lines.contains_key(&key)
    }

    /// Adds a change after the others of its record.
    pub fn push(&mut self, key: RecordKey, step: Step, now: Instant) {
        // Whatever failed before gets another chance.
        self.labels_from = None;
        for failed in self.failed.clone() {
            let due = self.next_due(failed, now);
            self.reschedule(failed, |line| line.due = line.due.min(due));
        }
        let due = self.next_due(key, now);
        let mut line =
            self.unlist(key).unwrap_or_else(|| Line { steps: VecDeque::new(), due, failed: None });
        match (step, line.steps.back_mut()) {
            (Step::Save { record: newer, .. }, Some(Step::Save { record, .. })) => *record = newer,
            (step @ Step::Save { .. }, Some(Step::Remove)) => {
                // Taken back before it happened.
                line.steps.pop_back();
                match (step, line.steps.back_mut()) {
                    (Step::Save { record: newer, .. }, Some(Step::Save { record, .. })) => {
                        *record = newer;
                    }
                    (step, _) => line.steps.push_back(step),
                }
            }
            (Step::Remove, Some(Step::Remove)) => {}
            (step, _) => line.steps.push_back(step),
        }
        self.list(key, line);
    }

    /// Takes the first change of a record, to carry it out.
    pub fn take(&mut self, key: RecordKey, now: Instant) -> Option<Step> {
        let mut line = self.unlist(key)?;
        let step = line.steps.pop_front();
        self.attempted.retain(|_, at| now.duration_since(*at) < SAVE_INTERVAL);
        if !line.is_labels() || matches!(step, Some(Step::Save { .. })) {
            self.attempted.insert(key, now);
        }
        line.failed = None;
        line.due = now;
        self.list(key, line);
        step
    }

    /// Puts a change that failed in front of the others of its record again.
    pub fn put_back(&mut self, key: RecordKey, step: Step, now: Instant) {
        let due = now + RETRY_INTERVAL;
        let line = self.unlist(key);
        let mut line = line.unwrap_or_else(|| Line { steps: VecDeque::new(), due, failed: None });
        line.failed = Some(now);
        // What came meanwhile is tried soon, it may be what mends the failure.
        if line.due <= now {
            line.due = due;
        }
        match (step, line.steps.front_mut()) {
            (Step::Save { base: Some(older), .. }, Some(Step::Save { base, .. })) => {
                *base = Some(older);
            }
            (Step::Save { base: None, .. }, Some(Step::Save { .. })) => {}
            (step, _) => line.steps.push_front(step),
        }
        if line.is_labels() {
            self.labels_from = Some(due);
        }
        self.list(key, line);
    }

    /// Makes everything due.
    pub fn hurry(&mut self, now: Instant) {
        self.labels_from = None;
        for key in self.lines.keys().copied().collect::<Vec<_>>() {
            self.reschedule(key, |line| line.due = line.due.min(now));
        }
    }

    /// The ordinary change that comes first, with its time.
    pub fn next_ordinary(&self) -> Option<(Instant, RecordKey)> {
        self.ordinary.first().copied()
    }

    /// The label that comes first, with its time.
    pub fn next_label(&self) -> Option<(Instant, RecordKey)> {
        let (due, key) = self.labels.first().copied()?;
        Some((self.labels_from.map_or(due, |from| due.max(from)), key))
    }

    /// Whether all that waits has failed since `start`.
    pub fn has_all_failed_since(&self, start: Instant) -> bool {
        // Labels pause together: the first stands for all.
        let labels_failed = self.labels_from.is_some();
        self.lines.values().all(|line| {
            line.failed.is_some_and(|at| at >= start) || (labels_failed && line.is_labels())
        })
    }

    /// The last record to be saved of each line, unless it is to be removed after that.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.lines.values().filter_map(|line| {
            let deciding = line
                .steps
                .iter()
                .rev()
                .find(|step| !matches!(step, Step::Label(_) | Step::Restore));
            match deciding {
                Some(Step::Save { record, .. }) => Some(record),
                _ => None,
            }
        })
    }

    /// At once for a record that has been quiet, else when its interval is over.
    fn next_due(&self, key: RecordKey, now: Instant) -> Instant {
        self.attempted.get(&key).map_or(now, |at| now.max(*at + SAVE_INTERVAL))
    }

    fn reschedule(&mut self, key: RecordKey, change: impl FnOnce(&mut Line)) {
        if let Some(mut line) = self.unlist(key) {
            change(&mut line);
            self.list(key, line);
        }
    }

    fn unlist(&mut self, key: RecordKey) -> Option<Line> {
        let line = self.lines.remove(&key)?;
        self.steps -= line.steps.len();
        self.failed.remove(&key);
        self.ordinary.remove(&(line.due, key));
        self.labels.remove(&(line.due, key));
        Some(line)
    }

    /// Enters a line in all places; an empty one in none.
    fn list(&mut self, key: RecordKey, line: Line) {
        if line.steps.is_empty() {
            return;
        }
        self.steps += line.steps.len();
        if line.failed.is_some() {
            self.failed.insert(key);
        }
        let places = if line.is_labels() { &mut self.labels } else { &mut self.ordinary };
        places.insert((line.due, key));
        self.lines.insert(key, line);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::domain::counterpart::Counterpart;
    use crate::domain::ids::CounterpartId;

    fn key(number: u128) -> RecordKey {
        RecordKey::Counterpart(CounterpartId(Uuid::from_u128(number)))
    }

    fn record(number: u128, title: &str) -> Record {
        let id = CounterpartId(Uuid::from_u128(number));
        let mut record = Counterpart::new(id, Timestamp::UNIX_EPOCH);
        record.title = title.to_owned();
        Record::Counterpart(Arc::new(record))
    }

    fn save(title: &str, base: &str) -> Step {
        Step::Save { record: record(1, title), base: Some(record(1, base)) }
    }

    fn on() -> Step {
        Step::Label(LabelChange::Archived { on: true })
    }

    /// What is to be done for record 1, in its order.
    fn steps(queue: &mut Queue) -> Vec<String> {
        let title = |record: &Record| match record {
            Record::Counterpart(record) => record.title.clone(),
            _ => String::new(),
        };
        std::iter::from_fn(|| queue.take(key(1), Instant::now()))
            .map(|step| match step {
                Step::Save { record, base } => {
                    format!(
                        "{} on {}",
                        title(&record),
                        base.as_ref().map(title).unwrap_or_default()
                    )
                }
                Step::Label(_) => "label".to_owned(),
                other => format!("{other:?}"),
            })
            .collect()
    }

    #[test]
    fn saves_become_one_with_the_first_base_and_nothing_else_is_left_out() {
        let now = Instant::now();
        let mut queue = Queue::default();
        for step in [save("a", "0"), save("b", "a"), on(), save("c", "b"), Step::Remove] {
            queue.push(key(1), step, now);
        }
        assert_eq!(queue.len(), 4);
        queue.push(key(1), save("d", "c"), now);
        assert_eq!(steps(&mut queue), ["b on 0", "label", "d on b"], "the removal is taken back");
        assert!(
            queue.is_empty() && queue.next_ordinary().is_none() && queue.next_label().is_none()
        );
    }

    #[test]
    fn a_save_that_failed_leaves_its_base_to_the_newer_one() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.push(key(1), save("a", "0"), now);
        let failed = queue.take(key(1), now).expect("a step");
        queue.push(key(1), save("b", "a"), now);
        queue.put_back(key(1), failed, now);
        assert_eq!(queue.records().cloned().collect::<Vec<_>>(), [record(1, "b")]);
        assert_eq!(steps(&mut queue), ["b on 0"]);
    }

    #[test]
    fn what_follows_a_failure_waits_with_it() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.push(key(1), save("a", "0"), now);
        queue.push(key(1), Step::Remove, now);
        let failed = queue.take(key(1), now).expect("a step");
        queue.put_back(key(1), failed, now);
        assert_eq!(queue.next_ordinary(), Some((now + RETRY_INTERVAL, key(1))));
        assert!(queue.has_all_failed_since(now));
        queue.push(key(2), Step::Restore, now);
        let due = queue.next_ordinary().expect("a step").0;
        assert!(due <= now + SAVE_INTERVAL, "any change gives it another chance");
        assert_eq!(steps(&mut queue), ["a on 0", "Remove"]);
    }

    #[test]
    fn a_failed_label_makes_the_others_pause_and_nothing_else() {
        let now = Instant::now();
        let mut queue = Queue::default();
        for number in 1..100 {
            queue.push(key(number), on(), now);
        }
        let failed = queue.take(key(1), now).expect("a step");
        queue.put_back(key(1), failed, now);
        assert_eq!(queue.next_label().map(|(due, _)| due), Some(now + RETRY_INTERVAL));
        assert!(queue.has_all_failed_since(now));
        queue.push(key(7), save("typed", "0"), now);
        assert_eq!(queue.next_ordinary(), Some((now, key(7))), "with its label");
        assert_eq!(queue.next_label().map(|(due, _)| due), Some(now));
        assert_eq!(queue.len(), 100);
    }
}
