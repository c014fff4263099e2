//! Pages as values: a route can be written down, restored, and walked back and forth.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{CounterpartId, MeetingId, SessionId};
use crate::domain::phase::Phase;
use crate::domain::quadrant::Quadrant;

/// Every page of the app.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Route {
    #[default]
    Today,
    /// How I think: my profile, and my questionnaire.
    Myself,
    /// The questionnaire about a counterpart; mine stands on the page `Myself`.
    Questionnaire {
        person: Option<CounterpartId>,
    },
    Counterparts {
        selected: Option<CounterpartId>,
    },
    /// Several people side by side.
    Together {
        people: Vec<CounterpartId>,
        /// I am shown among them.
        me: bool,
        /// Everybody at the table of this negotiation, with their say.
        session: Option<SessionId>,
    },
    Negotiations,
    /// What all negotiations come to.
    Statistics,
    Negotiation {
        session: SessionId,
        tab: NegotiationTab,
    },
    Playbook {
        entry: PlaybookEntry,
    },
    Settings,
}

/// The steps of one negotiation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NegotiationTab {
    /// Goal, price, people.
    Plan,
    /// What a deal could be.
    Deals,
    /// The pitch and the quadrant walk.
    Walk,
    Meeting,
    Outcome(MeetingId),
    Brief,
}

/// What the playbook shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PlaybookEntry {
    #[default]
    Index,
    Quadrant(Quadrant),
    Relations,
    /// I think like the first, they think like the second.
    Pair(Quadrant, Quadrant),
    Walk,
    Phase(Phase),
    Tactic(String),
    Potatoes,
}

/// The main areas, as the rail lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    Today,
    Counterparts,
    Negotiations,
    Playbook,
    Settings,
}

impl Area {
    /// Stable id, used in logs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Today => "today",
            Self::Counterparts => "counterparts",
            Self::Negotiations => "negotiations",
            Self::Playbook => "playbook",
            Self::Settings => "settings",
        }
    }
}

impl Route {
    pub fn area(&self) -> Area {
        match self {
            Self::Today | Self::Myself | Self::Questionnaire { person: None } => Area::Today,
            Self::Questionnaire { person: Some(_) } => Area::Counterparts,
            Self::Counterparts { .. } | Self::Together { session: None, .. } => Area::Counterparts,
            Self::Negotiations
            | Self::Statistics
            | Self::Negotiation { .. }
            | Self::Together { session: Some(_), .. } => Area::Negotiations,
            Self::Playbook { .. } => Area::Playbook,
            Self::Settings => Area::Settings,
        }
    }

    pub fn counterpart(id: CounterpartId) -> Self {
        Self::Counterparts { selected: Some(id) }
    }

    /// The questionnaire about a counterpart, or mine.
    pub fn questionnaire(person: Option<CounterpartId>) -> Self {
        person.map_or(Self::Myself, |id| Self::Questionnaire { person: Some(id) })
    }

    pub fn tactic(id: &str) -> Self {
        Self::Playbook { entry: PlaybookEntry::Tactic(id.to_owned()) }
    }
}

/// Where the user has been.
#[derive(Debug, Default)]
pub struct Navigation {
    current: Route,
    back: Vec<Route>,
    forward: Vec<Route>,
}

/// Older pages than this many are forgotten.
const HISTORY_LIMIT: usize = 200;

impl Navigation {
    pub fn starting_at(route: Route) -> Self {
        Self { current: route, ..Self::default() }
    }

    pub fn current(&self) -> &Route {
        &self.current
    }

    pub fn go(&mut self, route: Route) {
        if route == self.current {
            return;
        }
        self.back.push(std::mem::replace(&mut self.current, route));
        if self.back.len() > HISTORY_LIMIT {
            self.back.remove(0);
        }
        self.forward.clear();
    }

    /// Shows another page in place of this one, for a page that is gone.
    pub fn replace(&mut self, route: Route) {
        self.current = route;
    }

    pub fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }

    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    pub fn back(&mut self) {
        if let Some(route) = self.back.pop() {
            self.forward.push(std::mem::replace(&mut self.current, route));
        }
    }

    pub fn forward(&mut self) {
        if let Some(route) = self.forward.pop() {
            self.back.push(std::mem::replace(&mut self.current, route));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_and_forward_return_to_the_same_pages() {
        let mut navigation = Navigation::starting_at(Route::Today);
        navigation.go(Route::Negotiations);
        navigation.go(Route::Settings);
        navigation.back();
        assert_eq!(navigation.current(), &Route::Negotiations);
        navigation.back();
        assert_eq!(navigation.current(), &Route::Today);
        navigation.forward();
        assert_eq!(navigation.current(), &Route::Negotiations);
        navigation.go(Route::Today);
        assert!(!navigation.can_go_forward());
    }

    #[test]
    fn a_route_survives_being_written_down() {
        let route = Route::tactic("hot-potato");
        let written = ron::to_string(&route).unwrap();
        assert_eq!(ron::from_str::<Route>(&written).unwrap(), route);
        assert_eq!(ron::from_str::<Route>("Myself").unwrap(), Route::Myself);
        let person = CounterpartId(uuid::Uuid::from_u128(7));
        let route = Route::questionnaire(Some(person));
        let written = ron::to_string(&route).unwrap();
        assert_eq!(ron::from_str::<Route>(&written).unwrap(), route);
        assert_eq!(Route::questionnaire(None), Route::Myself);
    }
}
