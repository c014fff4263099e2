//! What the long lists show, filtered and sorted, kept until a record or the filter changes.

pub mod negotiations;
pub mod people;
pub mod tags;
pub mod together;

use std::sync::Arc;

use self::negotiations::{NegotiationList, NegotiationListKey};
use self::people::{PeopleList, PeopleListKey};
use self::tags::{TagUse, tags_in_use, tags_on};
use self::together::{Together, TogetherKey};
use super::derived::Derived;
use super::route::Route;
use super::selection::Selection;
use super::tasks::Wake;
use super::workspace::Workspace;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::profile_history::PersonHistory;
use crate::domain::statistics::Statistics;
use crate::domain::summary::CounterpartSummary;
use crate::store::record::RecordKey;

/// What a long list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Listed {
    People,
    Negotiations,
}

impl Listed {
    /// The list on a page.
    pub fn on(route: &Route) -> Option<Self> {
        match route {
            Route::Counterparts { .. } => Some(Self::People),
            Route::Negotiations => Some(Self::Negotiations),
            _ => None,
        }
    }
}

/// The list, the revision of the records, the version of the selection.
type ChosenKey = (Listed, u64, u64);

/// The derived lists of the open library, and what is chosen in them. Transient.
#[derive(Debug, Default)]
pub struct Lists {
    pub people: Derived<PeopleListKey, PeopleList>,
    pub negotiations: Derived<NegotiationListKey, NegotiationList>,
    /// People by name, for a choice of one: the revision of the records and what was typed.
    pub by_name: Derived<(u64, String), Vec<Arc<CounterpartSummary>>>,
    /// How the profile on the page came about: whose it is, and a print of the evidence.
    pub history: Derived<(CounterpartId, u64), (CounterpartId, PersonHistory)>,
    /// The people shown side by side.
    pub together: Derived<TogetherKey, Together>,
    pub chosen_people: Selection<CounterpartId>,
    pub chosen_negotiations: Selection<SessionId>,
    /// The list of people shows boxes to choose by.
    pub choosing_people: bool,
    /// The row that the keyboard stands on in the menu of tags.
    pub tag_row: usize,
    statistics: Derived<u64, Statistics>,
    statistics_with: Derived<(u64, CounterpartId), Statistics>,
    tags: Derived<u64, Vec<TagUse>>,
    chosen_tags: Derived<ChosenKey, Vec<(String, usize)>>,
}

impl Lists {
    /// Whether something is being worked out.
    pub fn is_underway(&self) -> bool {
        self.people.is_underway()
            || self.negotiations.is_underway()
            || self.by_name.is_underway()
            || self.history.is_underway()
            || self.together.is_underway()
            || self.statistics.is_underway()
            || self.statistics_with.is_underway()
            || self.tags.is_underway()
            || self.chosen_tags.is_underway()
    }

    /// What all negotiations come to; that of a moment ago while it is counted anew, `None` before
    /// there is any.
    pub fn statistics(&mut self, work: &Workspace, wake: &Wake) -> Option<Arc<Statistics>> {
        let sessions = work.negotiations().clone();
        let records = sessions.len();
        let count =
            move || Statistics::of(sessions.iter().filter_map(|session| session.digest.as_deref()));
        self.statistics.get(&work.revision(), records, wake, count)
    }

    /// The same of the negotiations with one person at the table. While those of another person are
    /// still shown, there is nothing to show.
    pub fn statistics_with(
        &mut self,
        person: CounterpartId,
        work: &Workspace,
        wake: &Wake,
    ) -> Option<Arc<Statistics>> {
        let sessions = work.negotiations().clone();
        let records = sessions.len();
        let count = move || {
            let with_them = sessions.iter().filter(|one| one.counterparts.contains(&person));
            Statistics::of(with_them.filter_map(|session| session.digest.as_deref()))
        };
        let found = self.statistics_with.get(&(work.revision(), person), records, wake, count);
        found.filter(|_| self.statistics_with.shown_key().is_some_and(|(_, of)| *of == person))
    }

    /// Every tag in use; those of a moment ago while they are gathered anew.
    pub fn tags(&mut self, work: &Workspace, wake: &Wake) -> Arc<Vec<TagUse>> {
        let (people, sessions) = (work.people().clone(), work.negotiations().clone());
        let records = people.len() + sessions.len();
        let gather = move || tags_in_use(&people, &sessions);
        self.tags.get(&work.revision(), records, wake, gather).unwrap_or_default()
    }

    /// The tags of the chosen records, with how many of them carry each.
    pub fn chosen_tags(
        &mut self,
        listed: Listed,
        work: &Workspace,
        wake: &Wake,
    ) -> Arc<Vec<(String, usize)>> {
        let key = |version| (listed, work.revision(), version);
        let found = match listed {
            Listed::People => {
                let (shelf, ids) = (work.people().clone(), Arc::clone(self.chosen_people.ids()));
                let (key, all) = (key(self.chosen_people.version()), shelf.len());
                let gather = move || tags_on(&shelf, &ids, |person| &person.labels);
                self.chosen_tags.get(&key, all, wake, gather)
            }
            Listed::Negotiations => {
                let shelf = work.negotiations().clone();
                let ids = Arc::clone(self.chosen_negotiations.ids());
                let (key, all) = (key(self.chosen_negotiations.version()), shelf.len());
                let gather = move || tags_on(&shelf, &ids, |session| &session.labels);
                self.chosen_tags.get(&key, all, wake, gather)
            }
        };
        found.unwrap_or_default()
    }

    /// How many rows are chosen, and how many of them the filter hides.
    pub fn chosen_count(&self, listed: Listed) -> (usize, usize) {
        match listed {
            Listed::People => (self.chosen_people.len(), self.chosen_people.hidden()),
            Listed::Negotiations => {
                (self.chosen_negotiations.len(), self.chosen_negotiations.hidden())
            }
        }
    }

    /// The records of the chosen rows.
    pub fn chosen_keys(&self, listed: Listed) -> Vec<RecordKey> {
        match listed {
            Listed::People => {
                self.chosen_people.ids().iter().map(|id| RecordKey::Counterpart(*id)).collect()
            }
            Listed::Negotiations => {
                self.chosen_negotiations.ids().iter().map(|id| RecordKey::Session(*id)).collect()
            }
        }
    }

    /// Chooses every row that is shown now.
    pub fn choose_shown(&mut self, listed: Listed) {
        match listed {
            Listed::People => {
                if let Some(list) = self.people.latest() {
                    self.chosen_people.choose_all(&list.shown_ids);
                    self.choosing_people = true;
                }
            }
            Listed::Negotiations => {
                if let Some(list) = self.negotiations.latest() {
                    self.chosen_negotiations.choose_all(&list.shown);
                }
            }
        }
    }

    /// Chooses nothing any more.
    pub fn choose_none(&mut self, listed: Listed) {
        match listed {
            Listed::People => {
                self.chosen_people.clear();
                self.choosing_people = false;
            }
            Listed::Negotiations => self.chosen_negotiations.clear(),
        }
    }
}

/// Whether every word of the filter is in one of the fields. Both have to be in lower case.
fn has_words(words: &[String], fields: &[String]) -> bool {
    words.iter().all(|word| fields.iter().any(|field| field.contains(word)))
}

fn words_of(filter: &str) -> Vec<String> {
    filter.split_whitespace().map(str::to_lowercase).collect()
}
