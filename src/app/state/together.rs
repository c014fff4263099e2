//! Several people side by side.

use super::AppState;
use crate::app::lists::together::Together;
use crate::app::route::Route;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::profile::Certainty;

impl AppState {
    /// Shows those people side by side who are meant by the page: everybody at the table of a
    /// negotiation, the chosen rows of the list, or the person on the page.
    pub(super) fn show_together(&mut self) {
        let Some(library) = &self.library else { return };
        let chosen = library.lists.chosen_people.ids();
        let (people, session): (Vec<CounterpartId>, Option<SessionId>) =
            match self.navigation.current() {
                Route::Negotiation { session, .. } => {
                    let table = library.work.negotiation(*session);
                    let people = table.map(|table| table.counterparts.to_vec());
                    (people.unwrap_or_default(), Some(*session))
                }
                _ if (2..=Together::MOST).contains(&chosen.len()) => (chosen.to_vec(), None),
                Route::Counterparts { selected: Some(id) } => (vec![*id], None),
                _ => (Vec::new(), None),
            };
        let me = library.work.my_reading().normal.certainty != Certainty::Unknown;
        self.navigation.go(Route::Together { people, me, session });
    }
}
