//! What was handed to the saver, until it says what became of it.

use std::collections::HashMap;

use super::Change;
use crate::store::record::{Record, RecordKey};

#[derive(Debug)]
enum Task {
    /// The record may be equal to what is known to be on the disk: what was changed and changed back
    /// is written all the same, and over what other programs did meanwhile.
    Save(Record),
    Remove,
    Restore,
    Label,
}

/// The tasks of each record in their order, which is the order of the answers too.
#[derive(Debug, Default)]
pub(super) struct Underway(HashMap<RecordKey, Vec<Task>>);

impl Underway {
    pub fn hand_out(&mut self, change: &Change) {
        match change {
            // The saver takes a removal back that has not happened yet, and of saves that follow one
            // another it may answer for the last alone.
            Change::Put { record, .. } => {
                let tasks = self.0.entry(record.key()).or_default();
                while tasks.pop_if(|task| matches!(task, Task::Save(_) | Task::Remove)).is_some() {}
                tasks.push(Task::Save(record.clone()));
            }
            Change::Remove(key) => {
                let tasks = self.0.entry(*key).or_default();
                if !matches!(tasks.last(), Some(Task::Remove)) {
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

    /// The saver has answered for a record. An answer for an earlier one, equal or not, is not the
    /// answer for the one that was handed out last.
    pub fn saved(&mut self, asked: &Record) {
        let is_meant = |task: &Task| matches!(task, Task::Save(one) if one.is_shared_with(asked));
        self.end(asked.key(), is_meant, true);
    }

    /// A record was removed. If one is still to be saved before it is to be removed, this was an
    /// earlier removal, which could not be taken back any more.
    pub fn removed(&mut self, key: RecordKey) {
        let tasks = self.0.get(&key).map(Vec::as_slice).unwrap_or_default();
        let first = tasks.iter().find(|task| matches!(task, Task::Save(_) | Task::Remove));
        if matches!(first, Some(Task::Remove)) {
            self.end(key, |task| matches!(task, Task::Remove), true);
        }
    }

    pub fn restored(&mut self, key: RecordKey) {
        self.end(key, |task| matches!(task, Task::Restore), true);
    }

    pub fn labelled(&mut self, key: RecordKey) {
        self.end(key, |task| matches!(task, Task::Label), true);
    }

    /// The first task that the saver can give up was given up.
    pub fn dropped(&mut self, key: RecordKey) {
        self.end(key, |task| matches!(task, Task::Restore | Task::Label), false);
    }

    /// Ends the first task that is meant; if it was carried out, whatever came before it is over too.
    fn end(&mut self, key: RecordKey, is_meant: impl Fn(&Task) -> bool, with_earlier: bool) {
        let Some(tasks) = self.0.get_mut(&key) else { return };
        if let Some(place) = tasks.iter().position(is_meant) {
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

    pub fn saves(&self, key: RecordKey) -> bool {
        self.has(key, |task| matches!(task, Task::Save(_)))
    }

    pub fn restores(&self, key: RecordKey) -> bool {
        self.has(key, |task| matches!(task, Task::Restore))
    }

    pub fn labels(&self, key: RecordKey) -> bool {
        self.has(key, |task| matches!(task, Task::Label))
    }

    fn has(&self, key: RecordKey, is_meant: impl Fn(&Task) -> bool) -> bool {
        self.0.get(&key).is_some_and(|tasks| tasks.iter().any(is_meant))
    }

    /// Whether the record will be in the trash when all is done.
    pub fn removes(&self, key: RecordKey) -> bool {
        self.0.get(&key).is_some_and(|tasks| matches!(tasks.last(), Some(Task::Remove)))
    }
}
