//! What reaches the app from the disk: loaded records, answers of the saver, changes by others.

use std::time::{Duration, Instant};

use super::AppState;
use crate::app::merging::{FoundCopy, PendingMerge};
use crate::app::modal::Modal;
use crate::store::conflict_copy::{FileKind, classify};
use crate::store::index::IndexChange;
use crate::store::merge::Merged;
use crate::store::record::RecordKey;
use crate::store::saver::SaveReport;
use crate::store::watch::Seen;

/// How long a page waits for its record before it is drawn without. A record is read in a fraction
/// of this from a local disk.
const PATIENCE: Duration = Duration::from_millis(4);

/// So many findings of the indexer are taken in before the time is looked at.
const AT_ONCE: usize = 512;

impl AppState {
    /// Has the records loaded that the page has just asked for. Returns whether some came at once,
    /// so that the page should be drawn again.
    pub fn fetch_wanted(&mut self) -> bool {
        let Some(library) = &mut self.library else { return false };
        // The modal saves the brief from wherever it was called.
        if let Some(Modal::SaveBrief { session, .. }) = self.modal {
            let seats = library.work.session(session).map(|session| session.counterparts.clone());
            for person in seats.unwrap_or_default() {
                library.work.counterpart(person);
            }
        }
        let wanted = library.work.take_wanted();
        if wanted.is_empty() {
            return false;
        }
        library.loader.ask(wanted);
        self.take_loaded(PATIENCE)
    }

    pub(super) fn take_loaded(&mut self, patience: Duration) -> bool {
        let now = self.clock.now();
        let Some(library) = &mut self.library else { return false };
        let loaded = library.loader.take(patience);
        let some = !loaded.is_empty();
        let mut changes = Vec::new();
        let mut failures = Vec::new();
        for (key, result) in loaded {
            match result {
                Ok(record) => changes.extend(library.work.loaded(record, now)),
                Err(error) => {
                    if library.work.not_loaded(key, error.clone()) {
                        failures.push(error);
                    }
                }
            }
        }
        self.follow(changes);
        for error in failures {
            self.warn_of(&error);
        }
        if some {
            self.accept_when_loaded();
        }
        some
    }

    /// Takes in what the indexer found; a little at a time, as a whole library may have changed.
    pub(super) fn take_indexed(&mut self) {
        let Some(library) = &mut self.library else { return };
        if let Some(indexer) = &library.indexer {
            library.found.extend(indexer.take_changes());
        }
        let start = Instant::now();
        let mut done = false;
        while !library.found.is_empty() && start.elapsed() < PATIENCE {
            let some = library.found.len().min(AT_ONCE);
            let found: Vec<IndexChange> = library.found.drain(..some).collect();
            let mut changes = Vec::with_capacity(some);
            for change in found {
                match change {
                    IndexChange::Problem(problem) => library.add_problem(problem),
                    IndexChange::Copy(path, name) => library.add_copy(FoundCopy::new(path, name)),
                    IndexChange::Done => done = true,
                    change => changes.push(change),
                }
            }
            library.work.indexed(changes);
        }
        let more = !library.found.is_empty();
        if more {
            (self.tasks.wake())();
        }
        if done {
            self.drop_route_to_missing_record();
            self.show_problems();
        }
    }

    /// Another program changed the library: the saver looks what it means for each record. Without
    /// a saver all summaries are compared with the files.
    pub(super) fn seen(&mut self, seen: Seen) {
        let Some(library) = &self.library else { return };
        match (library.saver(), seen) {
            (Some(saver), Seen::Files(paths)) => saver.look(paths),
            (Some(saver), Seen::Everything) => {
                // The indexer looks at people and negotiations alone.
                saver.look(vec![library.folder.file(RecordKey::Library)]);
                library.rescan();
            }
            (None, _) => library.rescan(),
        }
    }

    /// The window has the focus again. Where changes of other programs are not reported, this is the
    /// moment to look for them.
    pub fn focused(&mut self) {
        if self.library.as_ref().is_some_and(|library| library.watcher.is_none()) {
            self.seen(Seen::Everything);
        }
    }

    /// Has the texts there for the palette, and not much longer. Returns when to look again.
    pub fn tend_texts(&mut self) -> Option<Duration> {
        let is_searching = matches!(self.modal, Some(Modal::Palette { .. }));
        self.library.as_mut()?.tend_texts(is_searching)
    }

    /// Takes in what the saver did and saw.
    pub(super) fn take_saved(&mut self) {
        let reports = match self.library.as_ref().and_then(|library| library.saver.as_ref()) {
            Some(saver) => saver.take_reports(),
            None => return,
        };
        if let Some(library) = &mut self.library {
            library.touched(&reports.iter().filter_map(SaveReport::key).collect());
        }
        for report in reports {
            self.save_reported(report);
        }
    }

    fn save_reported(&mut self, report: SaveReport) {
        let now = self.clock.now();
        let Some(library) = &mut self.library else { return };
        match report {
            SaveReport::Saved { record } => {
                library.save_errors.remove(&record.key());
                library.work.saved(record);
            }
            SaveReport::Restored { record } => {
                library.save_errors.remove(&record.key());
                let changes = library.work.restored(record, now);
                self.follow(changes);
            }
            SaveReport::Labelled { record } => {
                library.save_errors.remove(&record.key());
                let changes = library.work.labelled(record, now);
                self.follow(changes);
            }
            SaveReport::Removed { key } => {
                library.save_errors.remove(&key);
                library.work.removed(key);
                self.drop_route_to_missing_record();
            }
            SaveReport::Erased { key } => {
                library.save_errors.remove(&key);
            }
            // Nothing waits: what the file holds is told next.
            SaveReport::Failed { key, error, dropped: true } => {
                library.save_errors.remove(&key);
                library.work.dropped(key);
                self.warn_of(&error);
            }
            SaveReport::Failed { key, error, dropped: false } => {
                library.save_errors.insert(key, error);
            }
            SaveReport::Merged { asked, written, theirs, conflicts, by_others } => {
                library.save_errors.remove(&written.key());
                let changes = library.work.merged_outside(&asked, written.clone(), now);
                self.follow(changes);
                if by_others || !conflicts.is_empty() {
                    let merged = Merged { record: written, conflicts };
                    self.tell_of_merge(PendingMerge::new(None, asked, theirs, merged));
                }
            }
            SaveReport::Changed { record } => {
                let theirs = record.clone();
                let mine = library.work.record(theirs.key()).cloned();
                let (changes, conflicts) = library.work.changed_outside(record, now);
                let merged = library.work.record(theirs.key()).cloned();
                self.follow(changes);
                if let (Some(mine), Some(record)) = (mine, merged)
                    && !conflicts.is_empty()
                {
                    let merged = Merged { record, conflicts };
                    self.tell_of_merge(PendingMerge::new(None, mine, theirs, merged));
                }
            }
            SaveReport::Gone { key } => {
                library.work.gone_outside(key);
                self.drop_route_to_missing_record();
            }
            SaveReport::Damaged(problem) => {
                library.add_problem(problem);
                self.show_problems();
            }
            SaveReport::Copy(path) => {
                let inside = path.strip_prefix(&library.path).unwrap_or(&path);
                if let FileKind::ConflictCopy(name) = classify(inside) {
                    library.add_copy(FoundCopy::new(path, name));
                }
            }
        }
    }

    /// Says that a record was changed elsewhere too; what contradicts is kept to be decided.
    fn tell_of_merge(&mut self, mut merge: PendingMerge) {
        let text = if merge.conflicts.is_empty() { "merge-done" } else { "merge-conflicts" };
        self.toasts.withdraw_text(self.messages.text(text));
        self.tell(self.messages.text(text).to_owned());
        if let Some(library) = &mut self.library
            && !merge.conflicts.is_empty()
        {
            let is_same = |other: &PendingMerge| other.key() == merge.key();
            if let Some(earlier) = library.merges.iter().position(is_same) {
                merge.add_earlier(library.merges.remove(earlier));
            }
            library.merges.push(merge);
            self.lay_merge();
        }
    }
}
