//! Earlier versions of records, and the trash.

use super::AppState;
use crate::app::command::UiCommand;
use crate::app::comparison::{Line, Wording, lines};
use crate::app::edit::Edit;
use crate::app::history::{History, Past, when};
use crate::app::keeping::KeepingAction;
use crate::app::modal::Modal;
use crate::app::route::Route;
use crate::app::trash_view::{TrashEntry, TrashView};
use crate::i18n::Arg;
use crate::store::merge::{self, Conflict, FieldPath};
use crate::store::record::{Record, RecordKey};

impl AppState {
    pub(super) fn keeping_action(&mut self, action: KeepingAction) {
        match action {
            KeepingAction::ShowVersions(key) => self.show_versions(key),
            KeepingAction::ChooseVersion(index) => {
                if let Some(history) = &mut self.keeping.history {
                    history.chosen = index;
                }
            }
            KeepingAction::RestoreVersion => self.restore_version(),
            KeepingAction::RestoreField { path, name } => self.restore_field(&path, &name),
            KeepingAction::ShowTrash => self.show_trash(),
            KeepingAction::RestoreTrashed(keys) => {
                let trash = self.keeping.trash.as_ref();
                let restored = trash.map(|trash| trash.restored(&keys)).unwrap_or_default();
                self.edit(Edit::Restore(restored));
            }
            KeepingAction::Erase(keys) => self.erase(keys),
            KeepingAction::BackUp => self.back_up(),
            KeepingAction::StopBackup => self.keeping.archives.stop(),
            KeepingAction::ShowBackups(library) => self.show_backups(library),
            KeepingAction::RestoreBackup { archive, into } => self.restore_backup(archive, into),
            KeepingAction::StopRestoring => self.stop_restoring(),
        }
    }

    /// The record that the page is about, for its earlier versions.
    pub fn record_on_page(&self) -> Option<RecordKey> {
        let library = self.library.as_ref()?;
        match *self.navigation.current() {
            Route::Counterparts { selected: Some(id) }
            | Route::Questionnaire { person: Some(id) }
                if library.work.has_counterpart(id) =>
            {
                Some(RecordKey::Counterpart(id))
            }
            Route::Counterparts { .. } => {
                let people = library.work.people().iter();
                let shown = people.max_by_key(|person| (person.updated, person.id))?;
                Some(RecordKey::Counterpart(shown.id))
            }
            Route::Negotiation { session, .. } if library.work.has_session(session) => {
                Some(RecordKey::Session(session))
            }
            Route::Myself | Route::Questionnaire { person: None } | Route::Settings => {
                Some(RecordKey::Library)
            }
            _ => None,
        }
    }

    pub(super) fn show_versions(&mut self, key: RecordKey) {
        self.keeping.history = Some(History::new(key));
        self.modal = Some(Modal::History);
    }

    /// Has the earlier versions read and compared while their window is open. Returns whether they
    /// are still about a record of the library.
    pub fn follow_history(&mut self) -> bool {
        let Some(library) = &self.library else { return false };
        let Some(history) = &mut self.keeping.history else { return false };
        let work = &library.work;
        let now = match history.key {
            RecordKey::Library => true,
            RecordKey::Counterpart(id) => {
                work.has_counterpart(id) && {
                    // Asking has it loaded.
                    work.counterpart(id);
                    true
                }
            }
            RecordKey::Session(id) => {
                work.has_session(id) && {
                    work.session(id);
                    true
                }
            }
        };
        if !now {
            return false;
        }
        if let Some(record) = work.record(history.key)
            && history.begin(record, library.is_saved())
        {
            self.tasks.read_versions(library.folder.clone(), record.clone());
        }
        true
    }

    pub(super) fn versions_read(&mut self, now: Record, versions: Vec<Past>) {
        if let Some(history) =
            self.keeping.history.as_mut().filter(|history| history.key == now.key())
        {
            history.take(now, versions);
        }
    }

    /// The comparison of the chosen version with now, in words.
    pub fn history_lines(&mut self) -> &[Line] {
        let Self { keeping, library, messages, catalog, clock, .. } = self;
        let (Some(history), Some(library)) = (&mut keeping.history, &*library) else { return &[] };
        let person = |id| library.work.person(id).map(|person| messages.name_of(person));
        let wording = Wording { messages, catalog, clock, person: &person };
        history.lines(messages.language(), |before, after, differences| {
            lines(before, after, differences, &wording)
        })
    }

    fn restore_version(&mut self) {
        let Some(past) = self.keeping.history.as_ref().and_then(History::chosen) else { return };
        let Ok(record) = &past.record else { return };
        let at = when(&self.messages, &self.clock, past.version.at);
        let told = self.messages.with("versions-restored", &[("when", Arg::from(at))]);
        self.replace(record.clone(), told);
    }

    fn restore_field(&mut self, path: &FieldPath, name: &str) {
        let Some(history) = &self.keeping.history else { return };
        let Some(library) = &self.library else { return };
        let difference =
            history.chosen().and_then(|past| past.differences.iter().find(|one| one.path == *path));
        let (Some(difference), Some(now)) = (difference, library.work.record(history.key)) else {
            return;
        };
        let conflict = Conflict {
            path: path.clone(),
            base: None,
            mine: difference.after.clone(),
            theirs: difference.before.clone(),
        };
        match merge::with_theirs(now, &conflict) {
            Ok(record) => {
                let told =
                    self.messages.with("versions-field-restored", &[("field", Arg::from(name))]);
                self.replace(record, told);
            }
            Err(error) => {
                tracing::warn!(%error, "a field could not be restored");
                self.warn(self.messages.text("versions-no-place").to_owned());
            }
        }
    }

    fn replace(&mut self, record: Record, told: String) {
        let revision = self.library.as_ref().map(|library| library.work.revision());
        self.edit(Edit::Replace(record));
        if let Some(history) = &mut self.keeping.history {
            history.is_stale = true;
        }
        if self.library.as_ref().map(|library| library.work.revision()) != revision {
            self.toasts.add(told, false, Some(UiCommand::Undo), self.clock.now());
        }
    }

    fn show_trash(&mut self) {
        let Some(library) = &self.library else { return };
        let serial = self.keeping.trash.as_ref().map_or(0, |trash| trash.serial + 1);
        self.keeping.trash = Some(TrashView::new(serial));
        self.tasks.read_trash(library.folder.clone(), serial);
        self.modal = Some(Modal::Trash {
            filter: String::new(),
            selected: Default::default(),
            asks_to_erase: None,
        });
    }

    pub(super) fn trash_read(&mut self, serial: u64, entries: Vec<TrashEntry>, done: bool) {
        if let Some(trash) = self.keeping.trash.as_mut().filter(|trash| trash.serial == serial) {
            trash.take(entries, done);
        }
    }

    fn erase(&mut self, keys: Vec<RecordKey>) {
        let Some(library) = &mut self.library else { return };
        let Some(saver) = library.saver.as_ref() else {
            self.warn(self.messages.text("read-only-no-edit").to_owned());
            return;
        };
        for key in &keys {
            saver.erase(*key);
        }
        let keys = keys.into_iter().collect();
        library.work.forget_erased(&keys);
        if let Some(trash) = &mut self.keeping.trash {
            trash.erased(&keys);
        }
        self.toasts.withdraw(UiCommand::Undo);
        self.tell(self.messages.with("trash-erased", &[("count", keys.len().into())]));
    }
}
