//! The brief of a session, and files that the user saves outside the library.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::DateTime;

use super::AppState;
use crate::app::action::BriefFormat;
use crate::app::modal::Modal;
use crate::app::pdf;
use crate::brief;
use crate::brief::paper::Paper;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::SessionId;
use crate::domain::library::LibraryRecord;
use crate::domain::session::Session;
use crate::domain::statistics::Statistics;
use crate::i18n::{Arg, Language};
use crate::platform::dialogs;
use crate::platform::folders;
use crate::store::error::StoreError;

/// A dialog that is cancelled sooner than anybody can cancel it was never shown: the system has
/// none, and says so no other way.
const NOT_EVEN_SEEN: Duration = Duration::from_millis(300);

/// A brief with all that it was made from: the records themselves, as revisions begin anew with
/// each library that is opened.
pub(super) struct KeptBrief {
    session: Session,
    people: Vec<Counterpart>,
    library: LibraryRecord,
    statistics: Arc<Statistics>,
    /// The page names the minute.
    now: DateTime,
    include_limits: bool,
    language: Language,
    document: Arc<brief::Document>,
}

impl AppState {
    pub(super) fn path_picked(&mut self, picked: Option<PathBuf>, open_for: Duration) {
        let Some(picked) = picked else {
            if open_for < NOT_EVEN_SEEN && self.modal.is_some() {
                self.warn(self.messages.text("no-file-dialog").to_owned());
            }
            return;
        };
        match self.modal.take() {
            Some(Modal::Library { purpose, .. }) => self.use_library_path(purpose, picked),
            Some(Modal::SaveBrief { session, format, overwrite, .. }) => {
                if !self.write_brief(session, format, picked.clone()) {
                    let path = picked.display().to_string();
                    self.modal = Some(Modal::SaveBrief { session, format, path, overwrite });
                }
            }
            Some(Modal::RestoreBackup { chosen, .. }) => {
                let path = picked.display().to_string();
                self.modal = Some(Modal::RestoreBackup { chosen, path });
            }
            other => self.modal = other,
        }
    }

    pub(super) fn file_written(&mut self, path: &Path, result: Result<(), StoreError>) {
        let shown = path.display().to_string();
        match result {
            Ok(()) => self.tell(self.messages.with("file-saved", &[("path", Arg::from(shown))])),
            Err(error) => self.warn_of(&error),
        }
    }

    pub(super) fn browse_for_modal(&mut self) {
        let answer = match &self.modal {
            Some(Modal::Library { path, .. } | Modal::RestoreBackup { path, .. }) => {
                dialogs::pick_folder(self.messages.text("choose-folder"), Path::new(path))
            }
            Some(Modal::SaveBrief { path, format, .. }) => {
                let title = self.messages.text("save-brief");
                dialogs::save_file(title, Path::new(path), format.extension())
            }
            _ => return,
        };
        self.tasks.await_dialog(answer);
    }

    pub(super) fn ask_where_to_save(&mut self, session: SessionId, format: BriefFormat) {
        let Some(record) =
            self.library.as_ref().and_then(|library| library.work.negotiation(session))
        else {
            return;
        };
        let name = file_name(&record.title, self.messages.text("brief-file-name"));
        let date = self.clock.today();
        let file = format!("{name} {date}.{}", format.extension());
        let path = folders::documents().join(file).display().to_string();
        self.modal = Some(Modal::SaveBrief { session, format, path, overwrite: false });
        self.browse_for_modal();
    }

    /// The brief of a session as a document; it is written anew only when it would say something
    /// else.
    pub fn brief(&mut self, session: SessionId) -> Option<Arc<brief::Document>> {
        let wake = self.wake();
        let library = self.library.as_mut()?;
        let statistics = library.lists.statistics(&library.work, &wake);
        let record = library.work.session(session)?;
        let ids = record.counterparts.iter().filter(|id| library.work.has_counterpart(**id));
        // All of them are asked for before the first that is missing ends it.
        let people: Vec<Option<&Counterpart>> =
            ids.map(|id| library.work.counterpart(*id)).collect();
        let people: Vec<&Counterpart> = people.into_iter().collect::<Option<_>>()?;
        let statistics = statistics?;
        let (include_limits, language) =
            (self.preferences.include_limits, self.messages.language());
        let now = self.clock.local_now();
        let now = now.with().second(0).subsec_nanosecond(0).build().unwrap_or(now);
        if let Some(kept) = &self.kept_brief
            && kept.now == now
            && kept.include_limits == include_limits
            && kept.language == language
            && Arc::ptr_eq(&kept.statistics, &statistics)
            && kept.session == *record
            && kept.people.iter().eq(people.iter().copied())
            && kept.library == *library.work.library()
        {
            return Some(Arc::clone(&kept.document));
        }
        let document = Arc::new(brief::compose(&brief::BriefInput {
            session: record,
            counterparts: &people,
            owner: &library.work.library().owner,
            deck: &library.work.library().deck,
            statistics: &statistics,
            animals: library.work.library().animals,
            catalog: &self.catalog,
            messages: &self.messages,
            now,
            include_limits,
        }));
        self.kept_brief = Some(Box::new(KeptBrief {
            session: record.clone(),
            people: people.into_iter().cloned().collect(),
            library: library.work.library().clone(),
            statistics,
            now,
            include_limits,
            language,
            document: Arc::clone(&document),
        }));
        Some(document)
    }

    /// Writes the brief; false while its records are still being read.
    pub(super) fn write_brief(
        &mut self,
        session: SessionId,
        format: BriefFormat,
        path: PathBuf,
    ) -> bool {
        let Some(document) = self.brief(session) else { return false };
        let text = match format {
            BriefFormat::Pdf => {
                let document = Arc::unwrap_or_clone(document);
                self.tasks.write_pdf(path, document, self.paper());
                return true;
            }
            BriefFormat::Markdown => brief::markdown::write(&document),
            BriefFormat::Html => brief::html::write(&document),
        };
        self.tasks.write_file(path, text.into_bytes());
        true
    }

    /// The sheet that a PDF is set for.
    pub fn paper(&self) -> Paper {
        self.preferences.paper.unwrap_or_else(pdf::usual_paper)
    }
}

/// A file name made of a title: no separators, not too long, never empty.
pub(super) fn file_name(title: &str, fallback: &str) -> String {
    const LONGEST: usize = 60;
    let cleaned: String = title
        .chars()
        .map(|sign| if sign.is_control() || r#"/\:*?"<>|"#.contains(sign) { ' ' } else { sign })
        .take(LONGEST)
        .collect();
    let trimmed = cleaned.trim().trim_matches('.').trim();
    if trimmed.is_empty() { fallback.to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_file_name_that_every_system_takes() {
        assert_eq!(file_name("Price: 10/20 \"final\"?", "brief"), "Price  10 20  final");
        assert_eq!(file_name("../..", "brief"), "brief");
        assert_eq!(file_name("冷链监测", "brief"), "冷链监测");
        assert_eq!(file_name("", "brief"), "brief");
    }
}
