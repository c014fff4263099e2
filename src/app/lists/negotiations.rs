//! The list of negotiations.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{has_words, words_of};
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::shelf::Shelf;

/// What the list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum NegotiationOrder {
    /// Meetings to come, the soonest first, then the rest, the latest change first.
    #[default]
    NextMeeting,
    /// The latest change first.
    Changed,
    Title,
}

impl NegotiationOrder {
    pub const ALL: [Self; 3] = [Self::NextMeeting, Self::Changed, Self::Title];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::NextMeeting => "next-meeting",
            Self::Changed => "changed",
            Self::Title => "title",
        }
    }
}

/// Which negotiations the list shows, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NegotiationFilter {
    /// Words of the title, the people or their organisations.
    pub text: String,
    pub tag: Option<String>,
    /// The archived ones instead of the others.
    pub archived: bool,
    pub order: NegotiationOrder,
}

impl NegotiationFilter {
    /// Whether it hides anything besides the archived negotiations.
    pub fn is_active(&self) -> bool {
        !self.text.trim().is_empty() || self.tag.is_some()
    }
}

/// What the list depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NegotiationListKey {
    pub revision: u64,
    pub filter: NegotiationFilter,
}

/// The negotiations that pass the filter, in order.
#[derive(Debug, Default)]
pub struct NegotiationList {
    pub rows: Vec<SessionId>,
    /// The same in the order of their ids.
    pub shown: Arc<Vec<SessionId>>,
    /// Negotiations in the archive, or out of it, as the filter asks, whatever the words; in the
    /// order of their ids.
    pub members: Arc<Vec<SessionId>>,
    /// How many pass the words and the tag on the other side: in the archive, or out of it.
    pub elsewhere: usize,
}

impl NegotiationList {
    pub fn of(
        sessions: &Shelf<SessionSummary>,
        people: &Shelf<CounterpartSummary>,
        filter: &NegotiationFilter,
    ) -> Self {
        let words = words_of(&filter.text);
        let known = people_by_word(people, &words);
        let (mut members, mut elsewhere) = (Vec::new(), 0);
        let mut rows: Vec<&Arc<SessionSummary>> = Vec::new();
        for session in sessions.iter() {
            let is_here = session.labels.archived == filter.archived;
            if is_here {
                members.push(session.id);
            }
            let tagged = filter.tag.as_ref().is_none_or(|tag| session.labels.has_tag(tag));
            match tagged && passes(session, &words, &known) {
                true if is_here => rows.push(session),
                true => elsewhere += 1,
                false => {}
            }
        }
        let members = Arc::new(members);
        let shown = if rows.len() == members.len() {
            Arc::clone(&members)
        } else {
            Arc::new(rows.iter().map(|session| session.id).collect())
        };
        match filter.order {
            NegotiationOrder::NextMeeting => rows.sort_by_key(|session| {
                let next = session.next.as_ref();
                let planned = next.and_then(|meeting| meeting.planned);
                (
                    next.is_none(),
                    next.is_some_and(|meeting| meeting.started.is_none()),
                    next.is_some() && planned.is_none(),
                    planned,
                    Reverse(session.updated),
                )
            }),
            NegotiationOrder::Changed => rows.sort_by_key(|session| Reverse(session.updated)),
            NegotiationOrder::Title => {
                rows.sort_by_cached_key(|session| {
                    let title = session.title.trim().to_lowercase();
                    (title.is_empty(), title, Reverse(session.updated))
                });
            }
        }
        Self {
            rows: rows.into_iter().map(|session| session.id).collect(),
            shown,
            members,
            elsewhere,
        }
    }
}

/// For each word, the people who carry it.
fn people_by_word(
    people: &Shelf<CounterpartSummary>,
    words: &[String],
) -> Vec<HashSet<CounterpartId>> {
    let mut found = vec![HashSet::new(); words.len()];
    if words.is_empty() {
        return found;
    }
    for person in people.iter() {
        let fields = [&person.name, &person.latin_name, &person.organisation];
        let fields = fields.map(|field| field.to_lowercase());
        for (word, found) in words.iter().zip(&mut found) {
            if fields.iter().any(|field| field.contains(word)) {
                found.insert(person.id);
            }
        }
    }
    found
}

fn passes(session: &SessionSummary, words: &[String], known: &[HashSet<CounterpartId>]) -> bool {
    if words.is_empty() {
        return true;
    }
    let title = [session.title.to_lowercase()];
    words.iter().zip(known).all(|(word, people)| {
        has_words(std::slice::from_ref(word), &title)
            || session.counterparts.iter().any(|person| people.contains(person))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::catalog::Catalog;
    use crate::store::sample::{SampleOptions, sample_records};

    fn shelves() -> (Shelf<SessionSummary>, Shelf<CounterpartSummary>) {
        let sample = sample_records(&SampleOptions { sessions: 30, ..SampleOptions::default() });
        let weights = *Catalog::bundled().unwrap().weights();
        let sessions = sample.sessions.iter().map(|one| Arc::new(SessionSummary::of(one)));
        let people = sample
            .counterparts
            .iter()
            .map(|person| Arc::new(CounterpartSummary::of(person, &weights)));
        (sessions.collect(), people.collect())
    }

    #[test]
    fn meetings_to_come_stand_first_and_then_the_latest_change() {
        let (sessions, people) = shelves();
        let list = NegotiationList::of(&sessions, &people, &NegotiationFilter::default());
        assert_eq!((list.rows.len(), list.members.len()), (30, 30));
        let rows: Vec<_> = list.rows.iter().map(|id| sessions.get(*id).unwrap()).collect();
        let held = rows.iter().position(|session| session.next.is_none()).unwrap();
        assert!(held > 0 && rows[held..].iter().all(|session| session.next.is_none()));
        assert!(rows[held..].is_sorted_by_key(|session| Reverse(session.updated)));
    }

    #[test]
    fn words_are_looked_for_in_titles_and_in_the_people_at_the_table() {
        let (sessions, people) = shelves();
        let session = sessions.iter().find(|one| !one.counterparts.is_empty()).unwrap();
        let person = people.get(session.counterparts[0]).unwrap();
        let word = session.title.split_whitespace().next().unwrap();
        let text = format!("{} {word}", person.name.to_uppercase());
        let filter = NegotiationFilter { text, ..Default::default() };
        let list = NegotiationList::of(&sessions, &people, &filter);
        assert!(list.rows.contains(&session.id) && list.rows.len() < 30);
        assert_eq!((list.shown.len(), list.members.len()), (list.rows.len(), 30));
        assert!(list.shown.is_sorted());
    }

    #[test]
    fn archived_negotiations_have_a_list_of_their_own() {
        let (mut sessions, people) = shelves();
        let mut one = SessionSummary::clone(&sessions.as_slice()[3]);
        one.labels.archived = true;
        one.labels.tags.push("华东".to_owned());
        let id = one.id;
        sessions.put(Arc::new(one));
        let archive = NegotiationFilter { archived: true, ..Default::default() };
        assert_eq!(NegotiationList::of(&sessions, &people, &archive).rows, [id]);
        let rest = NegotiationList::of(&sessions, &people, &NegotiationFilter::default());
        assert_eq!(rest.rows.len(), 29);
        let tag = NegotiationFilter { tag: Some("华东".to_owned()), ..archive };
        assert_eq!(NegotiationList::of(&sessions, &people, &tag).rows, [id]);
    }
}
