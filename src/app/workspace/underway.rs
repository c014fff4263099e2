//! What was handed to the saver for records as a whole, until it says what became of it.

use std::collections::HashMap;

use super::Change;
use crate::store::record::RecordKey;

/// A change that is not visible in the record in memory, if there is one at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Task {
    Remove,
    Restore,
    Label,
}

/// The tasks of each record in their order. Records that are to be saved are in memory and need no
/// entry here.
#[derive(Debug, Default)]
pub(super) struct Underway(HashMap<RecordKey, Vec<Task>>);

impl Underway {
    pub fn hand_out(&mut self, change: &Change) {
        match change {
            // The saver takes a removal back that has not happened yet. One that has is answered
            // while the record is in memory again.
            Change::Put { record, .. } => {
                if let Some(tasks) = self.0.get_mut(&record.key()) {
                    tasks.pop_if(|task| *task == Task::Remove);
                    if tasks.is_empty() {
                        self.0.remove(&record.key());
                    }
                }
            }
            Change::Remove(key) => {
                let tasks = self.0.entry(*key).or_default();
                if tasks.last() != Some(&Task::Remove) {
                    tasks.push(Task::Remove);
                }
            }
            Change::Restore(key) => self.0.entry(*key).or_default().push(Task::Restore),
            Change::Label(keys, _) => {
                for key in keys {
                    self.0.entry(*key).or_default().push(Task::Label);
                }
            }
        }
    }

    /// A task was carried out, and whatever came before it is over.
    pub fn done(&mut self, key: RecordKey, done: Task) {
        self.end(key, |task| task == done, true);
    }

    /// The first task that the saver can give up was given up.
    pub fn dropped(&mut self, key: RecordKey) {
        self.end(key, |task| task != Task::Remove, false);
    }

    fn end(&mut self, key: RecordKey, is_meant: impl Fn(Task) -> bool, with_earlier: bool) {
        let Some(tasks) = self.0.get_mut(&key) else { return };
        if let Some(place) = tasks.iter().position(|task| is_meant(*task)) {
            let from = if with_earlier { 0 } else { place };
            tasks.drain(from..=place);
        }
        if tasks.is_empty() {
            self.0.remove(&key);
        }
    }

    /// Whether anything of the record is still to be answered.
    pub fn waits(&self, key: RecordKey) -> bool {
        self.0.contains_key(&key)
    }

    pub fn has(&self, key: RecordKey, task: Task) -> bool {
        self.0.get(&key).is_some_and(|tasks| tasks.contains(&task))
    }

    /// Whether the record will be in the trash when all is done.
    pub fn removes(&self, key: RecordKey) -> bool {
        self.0.get(&key).is_some_and(|tasks| tasks.last() == Some(&Task::Remove))
    }
}
