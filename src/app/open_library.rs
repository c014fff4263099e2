//! The library that is open in this window, with the threads that serve it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::finder::Finder;
use super::lists::Lists;
use super::loader::Loader;
use super::merging::{FoundCopy, PendingMerge};
use super::route::Route;
use super::tasks::Wake;
use super::workspace::{Change, Workspace};
use crate::domain::evidence::EvidenceWeights;
use crate::store::error::{Problem, StoreError};
use crate::store::index::{Index, IndexChange, Indexer, Opened};
use crate::store::lock::{Access, LibraryLock};
use crate::store::record::RecordKey;
use crate::store::saver::Saver;
use crate::store::watch::{Seen, Watcher};
use crate::store::{LibraryFolder, Progress};

/// So long after the last search the texts of a large library stay in memory.
const TEXTS_STAY: Duration = Duration::from_mins(2);

/// A library that is open in this window.
pub struct OpenLibrary {
    pub path: PathBuf,
    pub folder: LibraryFolder,
    pub work: Workspace,
    /// Transient: what the long lists show.
    pub lists: Lists,
    /// Transient: the search that the palette shows.
    pub finder: Finder,
    pub access: Access,
    /// What was wrong with the files; shown until dismissed.
    pub problems: Vec<Problem>,
    /// Copies that a sync program made of records which were changed in two places.
    pub copies: Vec<FoundCopy>,
    /// Records that were changed here and elsewhere, to be looked over.
    pub merges: Vec<PendingMerge>,
    /// Another library whose records are being brought in.
    pub import: Option<Progress>,
    /// Why records are not on the disk as they should be. They are still in memory.
    pub(super) save_errors: BTreeMap<RecordKey, StoreError>,
    /// Writes in the background; `None` when the library is read-only.
    pub(super) saver: Option<Saver>,
    pub(super) loader: Loader,
    /// Compares the summaries with the files: at the start, and when it is asked to.
    pub(super) indexer: Option<Indexer>,
    /// When somebody searched last, as long as the texts are kept for the next search.
    searched: Option<Instant>,
    /// What the indexer found and nobody has taken in yet.
    pub(super) found: VecDeque<IndexChange>,
    /// Reports what other programs change; `None` where the system cannot.
    pub(super) watcher: Option<Watcher>,
    /// Holds the lock for as long as the library is open.
    pub(super) lock: Option<LibraryLock>,
}

/// A library that was read from the disk, with everything that is derived from it at once.
pub struct Loaded {
    work: Workspace,
    folder: LibraryFolder,
    lock: Option<LibraryLock>,
    access: Access,
    problems: Vec<Problem>,
    copies: Vec<FoundCopy>,
    indexer: Option<Indexer>,
}

impl Loaded {
    /// Reads the records that the first page needs, so that it is whole from the first frame on.
    pub fn new(opened: Opened, weights: EvidenceWeights, route: &Route) -> Self {
        let Opened { folder, library, index, indexer, access, lock } = opened;
        let Index { counterparts, sessions, texts, problems, copies } = index;
        let mut work = Workspace::new(library, counterparts, sessions, texts, weights);
        for key in first_records(&work, route) {
            if let Ok(record) = folder.load(key) {
                work.loaded(record, Timestamp::UNIX_EPOCH);
            }
        }
        let copies = copies.into_iter().map(|(path, name)| FoundCopy::new(path, name)).collect();
        Self { work, folder, lock, access, problems, copies, indexer }
    }

    pub fn work(&self) -> &Workspace {
        &self.work
    }

    pub fn is_read_only(&self) -> bool {
        !self.access.is_writable()
    }
}

fn first_records(work: &Workspace, route: &Route) -> Vec<RecordKey> {
    match *route {
        Route::Today => work.latest_offer().map(RecordKey::Session).into_iter().collect(),
        Route::Counterparts { selected } => {
            let newest = || work.people().iter().max_by_key(|person| (person.updated, person.id));
            let person = selected.or_else(|| newest().map(|person| person.id));
            person.map(RecordKey::Counterpart).into_iter().collect()
        }
        Route::Questionnaire { person: Some(id) } => vec![RecordKey::Counterpart(id)],
        Route::Negotiation { session, .. } => {
            let people = work.negotiation(session).map(|session| session.counterparts.to_vec());
            let people = people.unwrap_or_default().into_iter().map(RecordKey::Counterpart);
            std::iter::once(RecordKey::Session(session)).chain(people).collect()
        }
        _ => Vec::new(),
    }
}

impl OpenLibrary {
    /// Starts the threads that serve the library.
    pub(super) fn start(
        path: &Path,
        loaded: Loaded,
        wake: &Wake,
        on_change: impl Fn(Seen) + Send + 'static,
    ) -> Result<Self, StoreError> {
        let folder = loaded.folder;
        let saver = if loaded.access.is_writable() {
            let wake = Arc::clone(wake);
            Some(Saver::spawn(folder.clone(), move || wake())?)
        } else {
            None
        };
        Ok(Self {
            path: path.to_owned(),
            loader: Loader::spawn(folder.clone(), Arc::clone(wake))?,
            // Without it the app looks by itself whenever the window gets the focus.
            watcher: Watcher::spawn(&folder, on_change)
                .inspect_err(|error| tracing::warn!(%error, "changes are not seen at once"))
                .ok(),
            folder,
            work: loaded.work,
            lists: Lists::default(),
            finder: Finder::default(),
            access: loaded.access,
            problems: loaded.problems,
            copies: loaded.copies,
            merges: Vec::new(),
            searched: None,
            found: VecDeque::new(),
            import: None,
            save_errors: BTreeMap::new(),
            saver,
            indexer: loaded.indexer,
            lock: loaded.lock,
        })
    }

    /// Whether something is on its way that will change what is shown.
    pub(super) fn is_working(&self) -> bool {
        self.indexing().is_some()
            || !self.found.is_empty()
            || self.is_waiting_for_texts()
            || self.loader.is_working()
            || self.finder.is_working()
            || self.lists.is_underway()
    }

    pub fn is_read_only(&self) -> bool {
        self.saver.is_none()
    }

    /// Whether this window may make backups: only the holder of the lock does.
    pub fn may_be_archived(&self) -> bool {
        !self.is_read_only() && self.lock.is_some()
    }

    pub fn is_saved(&self) -> bool {
        self.saver.as_ref().is_none_or(Saver::is_idle)
    }

    /// Why something is not on the disk, if something is not.
    pub fn save_error(&self) -> Option<&StoreError> {
        self.save_errors.values().next()
    }

    /// How many records wait to be written.
    pub fn waiting(&self) -> usize {
        self.saver.as_ref().map_or(0, Saver::waiting)
    }

    /// How far the comparison of the summaries with the files has come, while it runs.
    pub fn indexing(&self) -> Option<(usize, usize)> {
        let indexer = self.indexer.as_ref().filter(|indexer| !indexer.is_idle())?;
        Some(indexer.progress())
    }

    /// Has the texts of all records read when somebody searches, and lets go of those of a large
    /// library some time after. Returns when to look again.
    pub(super) fn tend_texts(&mut self, is_searching: bool) -> Option<Duration> {
        let indexer = self.indexer.as_ref()?;
        if is_searching {
            self.searched = Some(Instant::now());
            if !self.work.texts().is_whole() {
                indexer.want_texts();
            }
            return None;
        }
        let left = TEXTS_STAY.saturating_sub(self.searched?.elapsed());
        if !left.is_zero() {
            return Some(left);
        }
        self.searched = None;
        if indexer.release_texts() {
            self.work.shed_texts();
        }
        None
    }

    /// Whether the texts will be there in a moment. That they are made anew takes longer: until then
    /// what has a text is searched.
    pub(super) fn is_waiting_for_texts(&self) -> bool {
        !self.work.texts().is_whole()
            && self.indexer.as_ref().is_some_and(Indexer::is_reading_texts)
    }

    /// Has all summaries compared with the files once more.
    pub(super) fn rescan(&self) {
        if let Some(indexer) = &self.indexer {
            indexer.rescan();
        }
    }

    pub(super) fn saver(&self) -> Option<&Saver> {
        self.saver.as_ref()
    }

    /// Hands changes to the saver.
    pub(super) fn follow(&mut self, changes: Vec<Change>) {
        if self.saver.is_none() {
            return;
        }
        let mut keys = BTreeSet::new();
        for change in &changes {
            match change {
                Change::Put { record, .. } => {
                    keys.insert(record.key());
                }
                Change::Remove(key) | Change::Restore(key) => {
                    keys.insert(*key);
                }
                Change::Label(labelled, _) => keys.extend(labelled),
            }
        }
        self.touched(&keys);
        let Some(saver) = &self.saver else { return };
        for change in changes {
            match change {
                Change::Put { record, base } => saver.save(record, base),
                Change::Remove(key) => saver.remove(key),
                Change::Restore(key) => saver.restore(key),
                Change::Label(keys, change) => saver.label(keys, change),
            }
        }
    }

    /// What the indexer has read of these records is older than what is here.
    pub(super) fn touched(&mut self, keys: &BTreeSet<RecordKey>) {
        if keys.is_empty() {
            return;
        }
        if let Some(indexer) = &self.indexer {
            for key in keys {
                indexer.touched(*key);
            }
        }
        self.found.retain(|change| change.key().is_none_or(|key| !keys.contains(&key)));
    }

    pub(super) fn add_problem(&mut self, problem: Problem) {
        self.problems.retain(|other| other.file != problem.file);
        self.problems.push(problem);
    }

    pub(super) fn add_copy(&mut self, copy: FoundCopy) {
        if !self.copies.iter().any(|other| other.path == copy.path) {
            self.copies.push(copy);
        }
    }

    /// Whether edits wait for a record that is being read.
    pub(super) fn has_waiting_edits(&self) -> bool {
        self.work.has_waiting_edits() && self.loader.is_working()
    }

    /// Ends what serves the library on a thread of its own, as some of it may wait for the disk.
    pub(super) fn close(self) {
        if let Some(import) = &self.import {
            import.cancel();
        }
        let closing = std::thread::Builder::new().name("close-library".to_owned());
        if let Err(error) = closing.spawn(move || drop(self)) {
            tracing::error!(%error, "the thread that closes a library could not be started");
        }
    }

    /// Waits until everything is on the disk. False when something is not.
    pub(super) fn finish(&self, timeout: Duration) -> bool {
        self.saver.as_ref().is_none_or(|saver| saver.flush(timeout))
    }
}
