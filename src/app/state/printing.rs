//! Pages to be printed: written to a file, and opened with the system's viewer.

use std::path::PathBuf;

use super::AppState;
use super::files::file_name;
use crate::app::route::Route;
use crate::app::tasks::Page;
use crate::brief::Document;
use crate::brief::questionnaire::{self, Sheets};
use crate::domain::ids::CounterpartId;
use crate::domain::questionnaire::Respondent;
use crate::i18n::{Arg, Language, Messages};
use crate::store::error::StoreError;

impl AppState {
    /// The counterpart whom the page is about, if it is one.
    pub(super) fn person_on_page(&self) -> Option<CounterpartId> {
        let work = &self.library.as_ref()?.work;
        let id = match *self.navigation.current() {
            Route::Counterparts { selected } => selected,
            Route::Questionnaire { person } => person,
            Route::Negotiation { session, .. } => match &*work.negotiation(session)?.counterparts {
                [only] => Some(*only),
                _ => None,
            },
            _ => None,
        };
        id.filter(|id| work.has_counterpart(*id))
    }

    pub(super) fn print_questionnaire(
        &mut self,
        person: Option<CounterpartId>,
        respondent: Respondent,
    ) {
        let Some(library) = &self.library else { return };
        let person = person.and_then(|id| library.work.person(id));
        let name = person.map(|person| self.messages.name_of(person)).unwrap_or_default();
        // The page in the user's language comes first.
        let mut languages = [Messages::new(Language::English), Messages::new(Language::Chinese)];
        languages.sort_by_key(|messages| messages.language() != self.language());
        let page = questionnaire::write(&Sheets {
            items: self.catalog.questionnaire(),
            respondent,
            name: &name,
            languages: &languages,
        });
        let title = self.messages.text("questionnaire-file-name");
        let whole = format!("{title} {name}");
        let file = format!("{} {}", file_name(&whole, title), self.clock.today());
        let page = Page::Html(page);
        self.tasks.print_page(self.places.documents.clone(), file, page, self.places.viewer);
    }

    pub(super) fn print_document(&self, name: &str, document: Box<Document>) {
        let name = file_name(name, self.messages.text("brief-file-name"));
        let file = format!("{name} {}", self.clock.today());
        let page = Page::Pdf(document, self.paper());
        self.tasks.print_page(self.places.documents.clone(), file, page, self.places.viewer);
    }

    pub(super) fn printed(&mut self, result: Result<PathBuf, StoreError>, opened: bool) {
        match result {
            Ok(path) => {
                let args = [("path", Arg::from(path.display().to_string()))];
                let key = if opened { "questionnaire-printed" } else { "questionnaire-not-opened" };
                self.tell(self.messages.with(key, &args));
            }
            Err(error) => self.warn_of(&error),
        }
    }
}
