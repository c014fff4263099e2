//! Second versions of records: looking them over, merging, putting copies aside.

use std::path::{Path, PathBuf};

use super::AppState;
use crate::app::command::UiCommand;
use crate::app::comparison::Wording;
use crate::app::edit::Edit;
use crate::app::merging::{
    Decided, FoundCopy, Laid, MergeAction, MergeId, Merging, PendingMerge, Reading, is_missing,
};
use crate::app::modal::Modal;
use crate::app::open_library::OpenLibrary;
use crate::i18n::Arg;
use crate::store::error::StoreError;
use crate::store::record::Record;

impl AppState {
    /// Whether there are second versions to be looked over.
    pub fn has_merges(&self) -> bool {
        let library = self.library.as_ref();
        library.is_some_and(|library| !library.merges.is_empty() || !library.copies.is_empty())
    }

    pub(super) fn merge(&mut self, action: MergeAction) {
        if self.library.as_ref().is_none_or(OpenLibrary::is_read_only) {
            self.warn(self.messages.text("read-only-no-edit").to_owned());
            return;
        }
        match action {
            MergeAction::Show => {
                // It asks for what is being done now.
                self.toasts.withdraw_text(self.messages.text("merge-conflicts"));
                match self.merge_ids().as_slice() {
                    [] => self.modal = None,
                    [only] => self.open_merge(only),
                    _ => self.modal = Some(Modal::Merge(Merging::default())),
                }
            }
            MergeAction::ShowList => self.modal = Some(Modal::Merge(Merging::default())),
            MergeAction::Open(id) => self.open_merge(&id),
            MergeAction::Choose(conflict, version) => {
                if let Some(merge) = self.shown_merge() {
                    merge.choose(conflict, version);
                }
            }
            MergeAction::ChooseAll(version) => {
                if let Some(merge) = self.shown_merge() {
                    merge.choose_all(version);
                }
            }
            MergeAction::Accept => self.accept_merge(),
            MergeAction::BringBack => self.bring_back(),
            MergeAction::PutAside => {
                if let Some(MergeId::Copy(path)) = self.shown_id() {
                    self.put_aside(path, "merge-told-aside");
                    self.show_next_merge();
                }
            }
            MergeAction::PutAsideAll => self.put_aside_all(),
            MergeAction::Leave => {
                let id = self.shown_id();
                if let (Some(library), Some(id)) = (&mut self.library, id) {
                    library.forget_merge(&id);
                }
                self.show_next_merge();
            }
        }
        self.read_next_copy();
    }

    fn merge_ids(&self) -> Vec<MergeId> {
        self.library.as_ref().map(OpenLibrary::merge_ids).unwrap_or_default()
    }

    fn shown_id(&self) -> Option<MergeId> {
        match &self.modal {
            Some(Modal::Merge(merging)) => merging.open.clone(),
            _ => None,
        }
    }

    fn shown_merge(&mut self) -> Option<&mut PendingMerge> {
        let id = self.shown_id()?;
        self.library.as_mut()?.pending_mut(&id)
    }

    fn show_next_merge(&mut self) {
        match self.merge_ids().into_iter().next() {
            Some(next) => self.open_merge(&next),
            None => self.modal = None,
        }
    }

    fn open_merge(&mut self, id: &MergeId) {
        self.modal = Some(Modal::Merge(Merging { open: Some(id.clone()), ..Merging::default() }));
        let Some(library) = &mut self.library else { return };
        if let MergeId::Copy(path) = id {
            let key = library.key_of(id);
            let current = key.and_then(|key| library.work.record(key)).cloned();
            let is_there = key.is_some_and(|key| library.has_record(key));
            let Some(copy) = library.copy_mut(path) else { return };
            // Read anew when either side may have changed since.
            let is_current = match (&copy.reading, &current) {
                (Reading::Differs(merge), Some(current)) => merge.mine.is_same(current),
                (Reading::Orphan(_), _) => !is_there,
                (reading, _) => matches!(reading, Reading::Waiting | Reading::Underway),
            };
            if !is_current
                && let Reading::Differs(merge) =
                    std::mem::replace(&mut copy.reading, Reading::Waiting)
            {
                copy.earlier = Some(merge);
            }
        }
        self.lay_merge();
    }

    /// Puts the shown merge into words.
    pub(super) fn lay_merge(&mut self) {
        let Some(Modal::Merge(merging)) = &mut self.modal else { return };
        let Some(library) = &self.library else { return };
        let Some(merge) = merging.open.as_ref().and_then(|id| library.pending(id)) else {
            merging.laid = None;
            return;
        };
        let work = &library.work;
        let person = |id| work.person(id).map(|person| self.messages.name_of(person));
        let wording = Wording {
            messages: &self.messages,
            catalog: &self.catalog,
            clock: &self.clock,
            person: &person,
        };
        let current = work.record(merge.key()).unwrap_or(&merge.mine);
        let laid = Laid::new(merge, current, &wording);
        // With nothing to choose, what comes in is all there is to see.
        merging.unfolded |= laid.fields.is_empty();
        merging.laid = Some(laid);
    }

    /// Has the next copy read while the window is open, the shown one first.
    fn read_next_copy(&mut self) {
        if !matches!(self.modal, Some(Modal::Merge(_))) {
            return;
        }
        let shown = self.shown_id();
        let Some(library) = &mut self.library else { return };
        if library.copies.iter().any(|copy| copy.reading == Reading::Underway) {
            return;
        }
        let waits = |copy: &FoundCopy| copy.reading == Reading::Waiting;
        let is_shown =
            |copy: &FoundCopy| matches!(&shown, Some(MergeId::Copy(path)) if *path == copy.path);
        let position = library.copies.iter().position(|copy| waits(copy) && is_shown(copy));
        let position = position.or_else(|| library.copies.iter().position(waits));
        let Some(copy) = position.and_then(|position| library.copies.get_mut(position)) else {
            return;
        };
        copy.reading = Reading::Underway;
        let mine = library.work.record(copy.name.key).cloned();
        self.tasks.read_copy(library.folder.clone(), copy.clone(), mine);
    }

    /// Takes in what a thread read of a copy.
    pub(super) fn copy_read(&mut self, path: &Path, reading: Reading) {
        let Some(library) = &mut self.library else { return };
        if matches!(&reading, Reading::Unreadable(error)
            if is_missing(error) && error.path() == Some(path))
        {
            // The sync program, or somebody, has settled it.
            library.forget_merge(&MergeId::Copy(path.to_owned()));
            if self.shown_id() == Some(MergeId::Copy(path.to_owned())) {
                self.tell(self.messages.text("merge-copy-gone").to_owned());
                self.show_next_merge();
            }
            self.read_next_copy();
            return;
        }
        // The merge becomes an edit, which needs the record in memory.
        if let Reading::Differs(merge) = &reading {
            library.work.want(merge.key());
        }
        if let Some(copy) = library.copy_mut(path) {
            copy.reading = reading;
            if let (Reading::Differs(merge), Some(earlier)) =
                (&mut copy.reading, copy.earlier.take())
            {
                merge.choose_as(&earlier);
            }
        }
        if self.shown_id() == Some(MergeId::Copy(path.to_owned())) {
            self.lay_merge();
        }
        self.read_next_copy();
    }

    fn accept_merge(&mut self) {
        let Some(id) = self.shown_id() else { return };
        let now = self.clock.now();
        let Some(library) = &mut self.library else { return };
        let Some(merge) = library.pending(&id).cloned() else { return };
        let key = merge.key();
        if !library.has_record(key) {
            self.warn(self.messages.text("merge-record-gone").to_owned());
            self.merge_is_stale(&id);
            return;
        }
        if !library.work.want(key) {
            let failed = library.work.failure(key).cloned();
            match (failed, &mut self.modal) {
                (Some(error), _) => self.warn_of(&error),
                (None, Some(Modal::Merge(merging))) => {
                    merging.accepting = true;
                    self.fetch_wanted();
                }
                _ => {}
            }
            return;
        }
        let Some(current) = library.work.record(key).cloned() else { return };
        let decided = match &id {
            MergeId::File(_) => merge.decided(&current),
            MergeId::Copy(_) if merge.mine.is_same(&current) => merge.decided(&merge.merged),
            MergeId::Copy(_) => match merge.onto(&current) {
                Some(next) if next.is_covered_by(&merge) => next.decided(&next.merged),
                _ => {
                    self.merge_is_stale(&id);
                    return;
                }
            },
        };
        let lost = self.names_of(&decided);
        let changed = !decided.record.is_same(&current);
        if changed {
            self.edit(Edit::Replace(decided.record));
        }
        let told = match (&id, changed) {
            (MergeId::File(_), true) => "merge-told-file",
            (MergeId::File(_), false) => "merge-told-mine",
            (MergeId::Copy(_), true) => "merge-told-copy",
            (MergeId::Copy(_), false) => "merge-told-nothing",
        };
        if let MergeId::Copy(path) = id {
            self.put_aside_quietly(&[path]);
        } else if let Some(library) = &mut self.library {
            library.forget_merge(&id);
        }
        let undo = changed.then_some(UiCommand::Undo);
        self.toasts.add(self.messages.text(told).to_owned(), false, undo, now);
        if !lost.is_empty() {
            let fields = lost.join(self.messages.text("list-separator"));
            self.warn(self.messages.with("merge-lost", &[("fields", Arg::from(fields))]));
        }
        self.show_next_merge();
    }

    /// Makes the merge that waited for its record.
    pub(super) fn accept_when_loaded(&mut self) {
        let (Some(library), Some(Modal::Merge(merging))) = (&self.library, &mut self.modal) else {
            return;
        };
        let key = merging.open.as_ref().and_then(|id| library.key_of(id));
        let work = &library.work;
        let is_answered = |key| work.record(key).is_some() || work.failure(key).is_some();
        if merging.accepting && key.is_some_and(is_answered) {
            merging.accepting = false;
            self.accept_merge();
            self.read_next_copy();
        }
    }

    /// The fields whose place is gone.
    fn names_of(&self, decided: &Decided) -> Vec<String> {
        let Some(Modal::Merge(Merging { laid: Some(laid), .. })) = &self.modal else {
            return Vec::new();
        };
        let is_lost = |conflict| decided.lost.contains(&conflict);
        let lost = laid.fields.iter().filter(|field| is_lost(field.conflict));
        lost.map(|field| field.line.name.clone()).collect()
    }

    /// The record is no longer the one that was looked over: the differences are shown anew.
    fn merge_is_stale(&mut self, id: &MergeId) {
        match id {
            MergeId::File(_) => {
                if let Some(library) = &mut self.library {
                    library.forget_merge(id);
                }
                self.show_next_merge();
            }
            MergeId::Copy(_) => {
                self.open_merge(id);
                if let Some(Modal::Merge(merging)) = &mut self.modal {
                    merging.is_renewed = true;
                }
            }
        }
    }

    fn bring_back(&mut self) {
        let Some(MergeId::Copy(path)) = self.shown_id() else { return };
        let now = self.clock.now();
        let Some(library) = &self.library else { return };
        let Some(Reading::Orphan(record)) = library.copy(&path).map(|copy| &copy.reading) else {
            return;
        };
        let record = record.clone();
        if library.has_record(record.key()) {
            // It has come back by itself.
            self.merge_is_stale(&MergeId::Copy(path));
            return;
        }
        self.edit(Edit::Replace(record));
        self.put_aside_quietly(&[path]);
        let told = self.messages.text("merge-told-back").to_owned();
        self.toasts.add(told, false, Some(UiCommand::Undo), now);
        self.show_next_merge();
    }

    fn put_aside(&mut self, path: PathBuf, told: &str) {
        self.put_aside_quietly(&[path]);
        self.tell(self.messages.text(told).to_owned());
    }

    fn put_aside_all(&mut self) {
        let Some(library) = &self.library else { return };
        let nothing_new = library.copies.iter().filter(|it| it.reading == Reading::NothingNew);
        let paths: Vec<PathBuf> = nothing_new.map(|copy| copy.path.clone()).collect();
        let count = [("count", Arg::from(paths.len()))];
        let told = self.messages.with("merge-told-aside-many", &count);
        self.put_aside_quietly(&paths);
        self.tell(told);
        if self.merge_ids().is_empty() {
            self.modal = None;
        }
    }

    /// Moves copies to the trash on a thread, and out of what waits at once.
    fn put_aside_quietly(&mut self, paths: &[PathBuf]) {
        let now = self.clock.now();
        let Some(library) = &mut self.library else { return };
        let is_meant = |copy: &mut FoundCopy| paths.contains(&copy.path);
        let copies: Vec<FoundCopy> = library.copies.extract_if(.., is_meant).collect();
        self.tasks.put_aside(library.folder.clone(), copies, now);
    }

    /// Copies that could not be moved wait again. Those of a library that is no longer open are
    /// found when it is opened again.
    pub(super) fn copies_put_aside(&mut self, of: &Path, failed: Vec<(FoundCopy, StoreError)>) {
        let Some(library) = self.library.as_mut().filter(|library| library.path == of) else {
            return;
        };
        let first = failed.first().map(|(_, error)| error.clone());
        for (copy, _) in failed.into_iter().filter(|(_, error)| !is_missing(error)) {
            library.add_copy(FoundCopy::new(copy.path, copy.name));
        }
        if let Some(error) = first.filter(|error| !is_missing(error)) {
            self.warn_of(&error);
        }
    }

    /// The record of a merge, for its name.
    pub fn merged_record(&self, id: &MergeId) -> Option<&Record> {
        let library = self.library.as_ref()?;
        if let Some(merge) = library.pending(id) {
            return Some(&merge.merged);
        }
        match id {
            MergeId::Copy(path) => match &library.copy(path)?.reading {
                Reading::Orphan(record) => Some(record),
                _ => None,
            },
            MergeId::File(_) => None,
        }
    }
}
