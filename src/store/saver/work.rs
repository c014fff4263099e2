//! Carrying out one change: the only place from which records are written.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::queue::Step;
use super::report::SaveReport;
use crate::domain::label::LabelChange;
use crate::store::backup;
use crate::store::decode::decode;
use crate::store::disk::settle;
use crate::store::error::{Action, Problem, StoreError};
use crate::store::folder::LibraryFolder;
use crate::store::merge::{Merged, three_way};
use crate::store::quarantine::quarantine_copy;
use crate::store::record::{Record, RecordKey};
use crate::store::save::{refuse_newer, text_of};

/// Tells one content of a file from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print {
    length: usize,
    hash: u64,
}

impl Print {
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        Self { length: bytes.len(), hash: hasher.finish() }
    }
}

/// What the saver last wrote to a file or saw in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// What was asked for last, so that whoever saves next knows it.
    Agreed(Print),
    /// Written here, but not as it was asked for: a merged, labelled or restored record.
    Ours(Print),
    /// Written by another program, and told.
    Theirs(Print),
    /// Moved to the trash, or told to be gone.
    Absent,
    /// A change of it was given up. Whoever asked for it believes that it is done, so that whatever
    /// is there is news.
    Doubtful,
}

impl Content {
    pub fn is(self, found: Print) -> bool {
        matches!(self, Self::Agreed(print) | Self::Ours(print) | Self::Theirs(print)
            if print == found)
    }
}

#[derive(Debug, Clone)]
pub(super) struct Known {
    pub content: Content,
    pub last: Option<Last>,
}

/// What was asked for last, and what whoever asked for it may come with next.
///
/// Somebody who types on saves again before the answer is there, or when only an earlier answer is.
/// A base from this line comes from them: they know all that was asked for, and the last of it is
/// the nearer base. Any other base comes from somebody who has not seen what is in the file.
#[derive(Debug, Clone)]
pub(super) struct Last {
    asked: Record,
    /// The first base, and what was asked for and written since, in its order.
    line: Vec<Option<Record>>,
}

impl Last {
    /// What was asked for last, if `base` shows that whoever saves knows it.
    fn known_to(&self, base: Option<&Record>) -> Option<&Record> {
        self.position(base).map(|_| &self.asked)
    }

    fn position(&self, base: Option<&Record>) -> Option<usize> {
        self.line.iter().position(|known| match (known, base) {
            (Some(known), Some(base)) => known.is_same(base),
            (None, None) => true,
            _ => false,
        })
    }

    /// The line with one more record. What lies before its base is not given as a base again.
    fn with(before: Option<&Self>, base: Option<&Record>, asked: &Record) -> Self {
        let from = before.and_then(|last| last.line.get(last.position(base)?..));
        let mut line = from.map_or_else(|| vec![base.cloned()], <[_]>::to_vec);
        line.push(Some(asked.clone()));
        Self { asked: asked.clone(), line }
    }

    /// Something else was written than was asked for, and is told.
    fn answered(mut self, written: &Record) -> Self {
        self.line.push(Some(written.clone()));
        self
    }
}

/// A file that may have been replaced although the attempt failed.
#[derive(Debug)]
struct Attempt {
    print: Print,
    known: Known,
    report: SaveReport,
}

/// The hands of the saver.
#[derive(Debug)]
pub(super) struct Work {
    pub folder: LibraryFolder,
    pub known: HashMap<RecordKey, Known>,
    attempts: HashMap<RecordKey, Attempt>,
    /// Contents by other programs that are kept aside already, should the save after it fail.
    aside: HashMap<RecordKey, Print>,
    /// Conflict copies that were told.
    pub copies: HashSet<PathBuf>,
    /// What happened besides the end of the change, in its order.
    pub reports: Vec<SaveReport>,
}

impl Work {
    pub fn new(folder: LibraryFolder) -> Self {
        Self {
            folder,
            known: HashMap::new(),
            attempts: HashMap::new(),
            aside: HashMap::new(),
            copies: HashSet::new(),
            reports: Vec::new(),
        }
    }

    /// Carries out one change. After an error nothing has happened, or it is done by trying again.
    pub fn carry_out(&mut self, key: RecordKey, step: &Step) -> Result<SaveReport, StoreError> {
        let now = Timestamp::now();
        match step {
            Step::Save { record, base } => self.save(record, base.as_ref(), now),
            Step::Remove => {
                self.folder.remove(key, now)?;
                self.known.insert(key, Known { content: Content::Absent, last: None });
                Ok(SaveReport::Removed { key })
            }
            Step::Restore => {
                let record = self.folder.restore(key)?;
                if let Ok(Some(found)) = self.folder.current(key) {
                    let content = Content::Ours(Print::of(&found));
                    self.known.insert(key, Known { content, last: None });
                }
                Ok(SaveReport::Restored { record })
            }
            Step::Erase => {
                self.folder.erase(key)?;
                Ok(SaveReport::Erased { key })
            }
            Step::Label(change) => self.label(key, change),
        }
    }

    fn save(
        &mut self,
        record: &Record,
        base: Option<&Record>,
        now: Timestamp,
    ) -> Result<SaveReport, StoreError> {
        let key = record.key();
        let path = self.folder.file(key);
        let text = text_of(&path, record)?;
        let saved = SaveReport::Saved { record: record.clone() };
        let found = self.folder.current(key)?;
        if let Some(mut earlier) = self.finish_attempt(key, found.as_deref())? {
            match &mut earlier {
                SaveReport::Merged { asked, .. } if asked == record => {
                    // Whoever asks knows the answer by the record that was handed over.
                    *asked = record.clone();
                    return Ok(earlier);
                }
                _ => self.reports.push(earlier),
            }
        }
        let last = self.last(key);
        let is_known = last.is_some_and(|last| last.known_to(base).is_some());
        let last = Some(Last::with(last, base, record));
        let known = Known { content: Content::Agreed(Print::of(text.as_bytes())), last };
        // One that is gone is written again: an edit wins over a deletion.
        if let Some(found) = found {
            refuse_newer(&path, &found)?;
            if found == text.as_bytes() {
                self.settle(&path)?;
                self.known.insert(key, known);
                return Ok(saved);
            }
            let agreed = Content::Agreed(Print::of(&found));
            let is_agreed = self.known.get(&key).is_some_and(|known| known.content == agreed);
            if !(is_known && is_agreed) {
                match decode(&path, key, &found) {
                    Ok(theirs) if Some(&theirs) == base || theirs == *record => {}
                    Ok(theirs) => return self.unite(record, base, theirs, &found, now),
                    Err(error) if error.is_damage() => self.set_aside(key, error, &found, now)?,
                    Err(error) => return Err(error),
                }
            }
            self.folder.keep_soon(key, &found, now);
        }
        self.write(key, text.as_bytes(), known, saved)
    }

    /// Writes what both sides changed. A version that is not wholly in it stays among the backups.
    fn unite(
        &mut self,
        record: &Record,
        base: Option<&Record>,
        theirs: Record,
        found: &[u8],
        now: Timestamp,
    ) -> Result<SaveReport, StoreError> {
        let key = record.key();
        let path = self.folder.file(key);
        let last = self.last(key);
        let nearer = last.and_then(|last| last.known_to(base));
        let merged = three_way(nearer.or(base), record, &theirs);
        let is_whole = merged.as_ref().is_ok_and(|merged| merged.conflicts.is_empty());
        let Merged { record: written, conflicts } = merged.unwrap_or_else(|error| {
            tracing::warn!(%error, "two versions of a record could not be merged");
            Merged { record: record.clone(), conflicts: Vec::new() }
        });
        let text = text_of(&path, &written)?;
        let print = Print::of(found);
        let known = Known {
            content: Content::Ours(Print::of(text.as_bytes())),
            last: Some(Last::with(last, base, record).answered(&written)),
        };
        // Its own answer to an earlier change is no work of another program.
        let by_others = self.known.get(&key).is_none_or(|known| {
            known.content != Content::Ours(print) && known.content != Content::Agreed(print)
        });
        if is_whole && !by_others {
            self.folder.keep_soon(key, found, now);
        } else if self.aside.get(&key) != Some(&print) {
            backup::keep_always(&self.folder, key, found, now)
                .map_err(|error| StoreError::write(&self.folder.backups(key), error))?;
            self.aside.insert(key, print);
        }
        let asked = record.clone();
        let report = SaveReport::Merged { asked, written, theirs, conflicts, by_others };
        self.write(key, text.as_bytes(), known, report)
    }

    /// Replaces a file and remembers what it holds, also when only the end of it fails.
    fn write(
        &mut self,
        key: RecordKey,
        bytes: &[u8],
        known: Known,
        report: SaveReport,
    ) -> Result<SaveReport, StoreError> {
        let attempt = Attempt { print: Print::of(bytes), known: known.clone(), report };
        match self.folder.replace(key, bytes) {
            Ok(()) => {
                self.attempts.remove(&key);
                self.aside.remove(&key);
                self.known.insert(key, known);
                Ok(attempt.report)
            }
            Err(error) => {
                self.attempts.insert(key, attempt);
                Err(error)
            }
        }
    }

    /// An attempt that failed may have put its content in place: then it is brought to its end.
    fn finish_attempt(
        &mut self,
        key: RecordKey,
        found: Option<&[u8]>,
    ) -> Result<Option<SaveReport>, StoreError> {
        let Some(attempt) = self.attempts.get(&key) else { return Ok(None) };
        if found.map(Print::of) == Some(attempt.print) {
            self.settle(&self.folder.file(key))?;
        } else {
            self.attempts.remove(&key);
        }
        let Some(attempt) = self.attempts.remove(&key) else { return Ok(None) };
        self.aside.remove(&key);
        self.known.insert(key, attempt.known);
        Ok(Some(attempt.report))
    }

    /// Keeps a file that is no record, before it is replaced.
    fn set_aside(
        &mut self,
        key: RecordKey,
        error: StoreError,
        found: &[u8],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let print = Print::of(found);
        if self.aside.get(&key) == Some(&print) {
            return Ok(());
        }
        let file = self.folder.file(key);
        let to = quarantine_copy(&self.folder, &file, found, now)?;
        self.aside.insert(key, print);
        let action = Action::Quarantined { to };
        self.reports.push(SaveReport::Damaged(Problem {
            key: Some(key),
            file,
            error,
            action,
            remedy: None,
        }));
        Ok(())
    }

    /// Reads a record, changes its labels and writes it.
    fn label(&mut self, key: RecordKey, change: &LabelChange) -> Result<SaveReport, StoreError> {
        let path = self.folder.file(key);
        let Some(found) = self.folder.current(key)? else {
            return Err(StoreError::read(&path, std::io::ErrorKind::NotFound.into()));
        };
        if let Some(earlier) = self.finish_attempt(key, Some(&found))? {
            if matches!(earlier, SaveReport::Labelled { .. }) {
                return Ok(earlier);
            }
            self.reports.push(earlier);
        }
        let mut record = decode(&path, key, &found)?;
        let changed = match &mut record {
            Record::Library(_) => false,
            // How a record is sorted is no change of what it says, so its time stays.
            Record::Counterpart(person) => Arc::make_mut(person).labels.change(change),
            Record::Session(session) => Arc::make_mut(session).labels.change(change),
        };
        let report = SaveReport::Labelled { record: record.clone() };
        if !changed {
            return Ok(report);
        }
        let text = text_of(&path, &record)?;
        let content = Content::Ours(Print::of(text.as_bytes()));
        let last = self.last(key).cloned().map(|last| last.answered(&record));
        self.write(key, text.as_bytes(), Known { content, last }, report)
    }

    /// A change was given up: the next look tells what is there, whatever was known.
    pub fn doubt(&mut self, key: RecordKey) {
        let last = self.known.remove(&key).and_then(|known| known.last);
        self.known.insert(key, Known { content: Content::Doubtful, last });
    }

    fn last(&self, key: RecordKey) -> Option<&Last> {
        self.known.get(&key)?.last.as_ref()
    }

    fn settle(&self, path: &Path) -> Result<(), StoreError> {
        settle(self.folder.disk(), path).map_err(|error| StoreError::write(path, error))
    }
}
