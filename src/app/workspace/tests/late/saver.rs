//! The saver of [`Late`], and the watcher that looks at files for it.

use std::path::Path;

use super::super::*;
use super::Late;
use crate::store::merge::three_way;
use crate::store::saver::SaveReport;

/// One step of the saver.
#[derive(Debug, Clone)]
pub(super) enum Task {
    Save(Record, Option<Record>),
    Remove,
    Restore,
    Label(LabelChange),
}

/// What the saver knows of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// What it wrote or told last; `Some(None)` for a file that is gone.
    content: Option<Option<Record>>,
    /// Whether that was what was asked for.
    agreed: bool,
    /// What was asked for last.
    asked: Option<Record>,
    /// The base of the first save, and what was asked for and written since.
    line: Vec<Option<Record>>,
}

impl Known {
    /// Something else was written than was asked for.
    fn answer(&mut self, written: &Record) {
        self.content = Some(Some(written.clone()));
        self.agreed = false;
        if !self.line.is_empty() {
            self.line.push(Some(written.clone()));
        }
    }
}

impl Late {
    pub(super) fn queue(&mut self, key: RecordKey, task: Task) {
        let last = self.tasks.iter().rposition(|(other, _)| *other == key);
        match (task, last.map(|place| (place, &mut self.tasks[place].1))) {
            (Task::Save(newer, _), Some((_, Task::Save(record, _)))) => *record = newer,
            (task @ Task::Save(..), Some((place, Task::Remove))) => {
                self.tasks.remove(place);
                self.queue(key, task);
            }
            (Task::Remove, Some((_, Task::Remove))) => {}
            (task, _) => self.tasks.push((key, task)),
        }
    }

    fn next_task(&mut self, choice: usize) -> Option<(RecordKey, Task)> {
        let (chosen, _) = self.tasks.get(choice % self.tasks.len().max(1))?;
        let first = self.tasks.iter().position(|(key, _)| key == chosen)?;
        Some(self.tasks.remove(first))
    }

    pub(super) fn save_one(&mut self, choice: usize) {
        let Some((key, task)) = self.next_task(choice) else { return };
        let known = self.known.entry(key).or_default();
        let found = self.disk.get(&key).cloned();
        let report = match task {
            Task::Save(record, base) => {
                let place = known.line.iter().position(|one| *one == base);
                let nearer = place.and(known.asked.clone());
                let agreed =
                    nearer.is_some() && known.agreed && known.content == Some(found.clone());
                known.line.drain(..place.unwrap_or(known.line.len()));
                if known.line.is_empty() {
                    known.line.push(base.clone());
                }
                known.line.push(Some(record.clone()));
                known.asked = Some(record.clone());
                let (written, report) = match found {
                    Some(theirs)
                        if !agreed && Some(&theirs) != base.as_ref() && theirs != record =>
                    {
                        let base = nearer.or(base);
                        let merged = three_way(base.as_ref(), &record, &theirs).unwrap();
                        let (asked, written) = (record.clone(), merged.record);
                        let conflicts = merged.conflicts;
                        let report = SaveReport::Merged {
                            asked,
                            written: written.clone(),
                            theirs,
                            conflicts,
                            by_others: true,
                        };
                        known.answer(&written);
                        (written, report)
                    }
                    _ => {
                        known.agreed = true;
                        known.content = Some(Some(record.clone()));
                        (record.clone(), SaveReport::Saved { record })
                    }
                };
                self.disk.insert(key, written);
                report
            }
            Task::Remove => {
                *known = Known { content: Some(None), ..Known::default() };
                self.trash.extend(self.disk.remove(&key).map(|record| (key, record)));
                SaveReport::Removed { key }
            }
            Task::Restore => {
                let Some(record) = found.or_else(|| self.trash.remove(&key)) else {
                    return self.drop_task(key);
                };
                *known = Known { content: Some(Some(record.clone())), ..Known::default() };
                self.disk.insert(key, record.clone());
                SaveReport::Restored { record }
            }
            Task::Label(change) => {
                let Some(found) = found else { return self.drop_task(key) };
                let record = labelled(found.clone(), &change);
                if record != found {
                    known.answer(&record);
                    self.disk.insert(key, record.clone());
                }
                SaveReport::Labelled { record }
            }
        };
        self.reports.push_back(report);
    }

    pub(super) fn error() -> StoreError {
        StoreError::read(Path::new("a file"), std::io::ErrorKind::PermissionDenied.into())
    }

    /// A task that cannot be carried out.
    fn drop_task(&mut self, key: RecordKey) {
        self.reports.push_back(SaveReport::Failed { key, error: Self::error(), dropped: true });
        if self.tasks.iter().all(|(other, _)| *other != key) {
            self.known.entry(key).or_default().content = None;
            self.look(key);
        }
    }

    pub(super) fn fail_one(&mut self, choice: usize) {
        let Some((key, task)) = self.next_task(choice) else { return };
        match task {
            Task::Restore | Task::Label(_) => self.drop_task(key),
            task => {
                let first = self.tasks.iter().position(|(other, _)| *other == key);
                self.tasks.insert(first.unwrap_or(self.tasks.len()), (key, task));
                let error = Self::error();
                self.reports.push_back(SaveReport::Failed { key, error, dropped: false });
            }
        }
    }

    /// The watcher has seen the file.
    pub(super) fn look(&mut self, key: RecordKey) {
        if self.tasks.iter().any(|(other, _)| *other == key) {
            return;
        }
        let found = self.disk.get(&key).cloned();
        let known = self.known.entry(key).or_default();
        if known.content.as_ref() == Some(&found) {
            return;
        }
        self.reports.push_back(match found {
            Some(record) => {
                known.agreed = false;
                known.content = Some(Some(record.clone()));
                SaveReport::Changed { record }
            }
            None => {
                *known = Known { content: Some(None), ..Known::default() };
                SaveReport::Gone { key }
            }
        });
    }
}
