//! Quick entry from anywhere, and pasting.

use super::AppState;
use crate::app::command::UiCommand;
use crate::app::edit::Edit;
use crate::app::heard::{HeardDraft, Who, set_aside};
use crate::app::modal::Modal;
use crate::app::route::Route;
use crate::domain::ids::CounterpartId;

impl AppState {
    /// Opens the quick entry, with these words if there are some.
    pub(super) fn show_heard(&mut self, words: Option<String>) {
        if !self.is_enabled(UiCommand::Heard) {
            return;
        }
        let words = words.filter(|words| !words.trim().is_empty());
        let people = self.people_on_page();
        let here = self.who_is_at_hand();
        let drafts = &mut self.preferences.drafts;
        let is_other = words.as_ref().is_some_and(|words| drafts.heard.entry.text != *words);
        // On the page of somebody else one does not go on about the person before.
        let is_elsewhere =
            drafts.heard.who.person.is_some_and(|id| !people.is_empty() && !people.contains(&id));
        if drafts.heard.is_begun() && (is_other || is_elsewhere) {
            // What was half typed can be brought back.
            set_aside(&mut drafts.heard_aside, std::mem::take(&mut drafts.heard));
        }
        if !drafts.heard.is_begun() {
            drafts.heard = HeardDraft { who: here, ..HeardDraft::default() };
        }
        if let Some(words) = words {
            drafts.heard.entry.text = words;
        }
        self.forget_missing_people();
        self.modal = Some(Modal::Heard { selected: 0 });
    }

    /// Opens the box for an e-mail or notes; what was pasted before and not finished is still there.
    pub(super) fn show_paste(&mut self, person: Option<CounterpartId>) {
        if !self.is_enabled(UiCommand::PasteText) {
            return;
        }
        let who = person.map_or_else(|| self.who_is_at_hand(), |id| self.who(id));
        let draft = &mut self.preferences.drafts.pasted;
        if draft.text.trim().is_empty() || !draft.who.is_clear() {
            draft.who = who;
        }
        self.forget_missing_people();
        self.modal = Some(Modal::Paste { selected: 0 });
    }

    /// Opens the box for an e-mail or notes with words from an entry, below what is there already.
    pub(super) fn go_through(&mut self, who: Who, words: &str) {
        if !self.is_enabled(UiCommand::PasteText) {
            return;
        }
        let draft = &mut self.preferences.drafts.pasted;
        let is_free = draft.text.trim().is_empty();
        if is_free || draft.who.person == who.person {
            draft.who = who;
            draft.append(words);
        } else {
            // The words stay in the entry they come from.
            self.warn(self.messages.text("paste-other-first").to_owned());
        }
        self.forget_missing_people();
        self.modal = Some(Modal::Paste { selected: 0 });
    }

    fn forget_missing_people(&mut self) {
        let Some(library) = &self.library else { return };
        let drafts = &mut self.preferences.drafts;
        for who in [&mut drafts.heard.who, &mut drafts.pasted.who] {
            if who.person.is_some_and(|id| !library.work.has_counterpart(id)) {
                *who = Who::default();
            }
        }
    }

    fn who(&self, id: CounterpartId) -> Who {
        let person = self.library.as_ref().and_then(|library| library.work.person(id));
        person.map_or_else(Who::default, |person| Who::person(id, self.messages.name_of(person)))
    }

    /// The people whom the page is about.
    fn people_on_page(&self) -> Vec<CounterpartId> {
        let Some(library) = &self.library else { return Vec::new() };
        let work = &library.work;
        let mut people = match self.navigation.current() {
            Route::Counterparts { selected: person } | Route::Questionnaire { person } => {
                person.iter().copied().collect()
            }
            Route::Together { people, .. } => people.clone(),
            Route::Negotiation { session, .. } => work
                .negotiation(*session)
                .map(|session| session.counterparts.to_vec())
                .unwrap_or_default(),
            _ => Vec::new(),
        };
        people.retain(|id| work.has_counterpart(*id));
        people
    }

    /// The first person whom the page is about, else the one who was changed last.
    fn who_is_at_hand(&self) -> Who {
        let Some(library) = &self.library else { return Who::default() };
        let latest = || {
            let people = library.work.people().iter().filter(|person| !person.labels.archived);
            people.max_by_key(|person| person.updated).map(|person| person.id)
        };
        let here = self.people_on_page().first().copied();
        let guess = |id| Who { is_guessed: true, ..self.who(id) };
        here.map(|id| self.who(id)).or_else(|| latest().map(guess)).unwrap_or_default()
    }

    /// Carries out an edit and says what was done, with an offer to undo it.
    pub(super) fn edit_and_tell(&mut self, edit: Edit, told: String) {
        let now = self.clock.now();
        let Some(library) = &mut self.library else { return };
        if library.is_read_only() {
            self.warn(self.messages.text("read-only-no-edit").to_owned());
            return;
        }
        let changes = library.work.apply(edit, now);
        if changes.is_empty() && !library.work.has_waiting_edits() {
            return;
        }
        // An edit that waits for its record cannot be taken back yet.
        let undo = (!changes.is_empty()).then_some(UiCommand::Undo);
        self.follow(changes);
        self.toasts.add(told, false, undo, now);
    }
}
