//! What a view may read, and where it puts what it wants done.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::app::action::Action;
use crate::app::clock::Clock;
use crate::app::coach::Coach;
use crate::app::drafts::Drafts;
use crate::app::edit::{CounterpartEdit, Edit, LibraryEdit, MeetingEdit, SessionEdit};
use crate::app::lists::Lists;
use crate::app::prospects::Outlook;
use crate::app::route::Route;
use crate::app::tasks::Wake;
use crate::app::workspace::Workspace;
use crate::content::catalog::Catalog;
use crate::content::text::Text;
use crate::domain::ids::{CounterpartId, MeetingId, SessionId};
use crate::domain::quadrant::{AnimalReading, Quadrant};
use crate::i18n::messages::{Arg, Messages};
use crate::ui::theme::tokens::Tokens;

/// The context of a page: shared references to read, drafts to type into, actions to push.
pub struct Cx<'a> {
    pub work: &'a Workspace,
    pub catalog: &'a Catalog,
    pub messages: &'a Messages,
    pub tokens: &'a Tokens,
    pub clock: &'a Clock,
    pub drafts: &'a mut Drafts,
    pub lists: &'a mut Lists,
    /// The readings of pitches and the lexicons.
    pub coach: &'a mut Coach,
    /// The prospects of plans.
    pub outlook: &'a mut Outlook,
    /// Wakes the window when a list has been worked out on a thread.
    pub wake: &'a Wake,
    pub actions: &'a mut Vec<Action>,
    /// Nothing may be changed: another window has the library, or it comes from a newer version.
    pub read_only: bool,
}

impl<'a> Cx<'a> {
    /// A message without arguments.
    pub fn t(&self, id: &'a str) -> &'a str {
        self.messages.text(id)
    }

    /// A message with arguments.
    pub fn tr(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.messages.with(id, args)
    }

    /// A text of the content in the user's language.
    pub fn c(&self, text: &'a Text) -> &'a str {
        text.get(self.messages.language())
    }

    /// The name of a tactic card, of the deck or of my own; `None` for one that is gone.
    pub fn card_name(&self, id: &str) -> Option<String> {
        let own = || self.work.library().deck.own(id).map(|card| card.name.clone());
        self.catalog.tactic(id).map(|card| self.c(&card.name).to_owned()).or_else(own)
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn today(&self) -> Date {
        self.clock.today()
    }

    pub fn animals(&self) -> AnimalReading {
        self.work.library().animals
    }

    /// The name of a quadrant: "Analytical".
    pub fn quadrant_name(&self, quadrant: Quadrant) -> &'a str {
        let catalog: &'a Catalog = self.catalog;
        catalog.quadrant(quadrant).name.get(self.messages.language())
    }

    pub fn push(&mut self, action: Action) {
        self.actions.push(action);
    }

    pub fn go(&mut self, route: Route) {
        self.actions.push(Action::Go(route));
    }

    pub fn edit_library(&mut self, edit: LibraryEdit) {
        self.actions.push(Action::Edit(Edit::Library(edit)));
    }

    pub fn edit_counterpart(&mut self, id: CounterpartId, edit: CounterpartEdit) {
        self.actions.push(Action::Edit(Edit::Counterpart(id, edit)));
    }

    pub fn edit_session(&mut self, id: SessionId, edit: SessionEdit) {
        self.actions.push(Action::Edit(Edit::Session(id, edit)));
    }

    pub fn edit_meeting(&mut self, session: SessionId, meeting: MeetingId, edit: MeetingEdit) {
        self.edit_session(session, SessionEdit::Meeting(meeting, edit));
    }
}
