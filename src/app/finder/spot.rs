//! The place in a record at which the words stand that were searched for.

use crate::app::route::{NegotiationTab, Route};
use crate::domain::ids::MeetingId;
use crate::domain::session::{Meeting, Session};
use crate::store::record::{Record, RecordKey};
use crate::store::search::{FieldId, Passage, Query, fold, highlights, passage};

/// Where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub passage: Passage,
    /// The page of a negotiation that shows the field.
    pub tab: NegotiationTab,
}

impl Spot {
    /// `None` when the words stand nowhere but in titles and names.
    pub fn of(record: &Record, query: &Query) -> Option<Self> {
        let passage = passage(record, query)?;
        let tab = match record {
            Record::Session(session) => tab_of(passage.field, session, query),
            Record::Counterpart(_) | Record::Library(_) => NegotiationTab::Plan,
        };
        Some(Self { passage, tab })
    }

    /// Marks other words. False if the passage has none of them.
    pub fn follow(&mut self, query: &Query) -> bool {
        self.passage.highlights = highlights(&self.passage.text, query);
        !self.passage.highlights.is_empty()
    }

    /// The page on which a record shows what was found.
    pub fn route(key: RecordKey, spot: Option<&Self>) -> Option<Route> {
        match key {
            RecordKey::Library => None,
            RecordKey::Counterpart(id) => Some(Route::counterpart(id)),
            RecordKey::Session(session) => {
                let tab = spot.map_or(NegotiationTab::Plan, |spot| spot.tab);
                Some(Route::Negotiation { session, tab })
            }
        }
    }
}

fn tab_of(field: FieldId, session: &Session, query: &Query) -> NegotiationTab {
    match field {
        "pitch" | "walk" => NegotiationTab::Walk,
        "log" | "offer" | "claim" => NegotiationTab::Meeting,
        "words" | "commitment" | "keep" | "change" | "debrief" => {
            let meeting = meeting_with(session, field, query);
            meeting.map_or(NegotiationTab::Plan, NegotiationTab::Outcome)
        }
        _ => NegotiationTab::Plan,
    }
}

/// The first meeting in which a text of the field has the most of the words, as it is with the
/// passage.
fn meeting_with(session: &Session, field: FieldId, query: &Query) -> Option<MeetingId> {
    let mut best = (0, None);
    for meeting in &session.meetings {
        for text in texts_of(meeting, field) {
            let folded = fold(text);
            let terms = query.terms().iter().filter(|term| folded.contains(*term)).count();
            if terms > best.0 {
                best = (terms, Some(meeting.id));
            }
        }
    }
    best.1
}

fn texts_of<'a>(meeting: &'a Meeting, field: FieldId) -> Vec<&'a str> {
    let outcome = &meeting.outcome;
    match field {
        "words" => outcome.words.iter().map(String::as_str).collect(),
        "commitment" => {
            let promises = outcome.commitments.iter();
            let texts = |promise: &'a crate::domain::outcome::Commitment| {
                [&promise.action, promise.person.as_deref().unwrap_or_default(), &promise.cost]
            };
            promises.flat_map(texts).collect()
        }
        "keep" => vec![&meeting.keep],
        "change" => vec![&meeting.change],
        _ => vec![&meeting.debrief],
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::SessionId;
    use crate::store::search::Scope;

    fn session() -> Session {
        let now = Timestamp::UNIX_EPOCH;
        let (id, meeting) = (SessionId(Uuid::from_u128(1)), MeetingId(Uuid::from_u128(2)));
        let mut session = Session::new(id, now, "EUR", meeting);
        let mut second = session.meetings.first().cloned().unwrap();
        second.id = MeetingId(Uuid::from_u128(3));
        second.outcome.words.push("great trial".to_owned());
        second.debrief = "ask about forklifts".to_owned();
        second.change = "bring the samples".to_owned();
        session.plan.their_alternative = "another winter with ice".to_owned();
        session.meetings.push(second);
        session.plan.goal = "a pilot at the harbour".to_owned();
        session.pitch = "fewer spoilt pallets".to_owned();
        session
    }

    fn tab(word: &str) -> Option<NegotiationTab> {
        let query = Query::parse(word, Scope::Everything);
        Spot::of(&Record::Session(Arc::new(session())), &query).map(|spot| spot.tab)
    }

    #[test]
    fn each_field_has_the_page_on_which_it_is_shown() {
        let second = MeetingId(Uuid::from_u128(3));
        assert_eq!(tab("harbour"), Some(NegotiationTab::Plan));
        assert_eq!(tab("pallets"), Some(NegotiationTab::Walk));
        assert_eq!(tab("trial"), Some(NegotiationTab::Outcome(second)));
        assert_eq!(tab("forklift"), Some(NegotiationTab::Outcome(second)));
        assert_eq!(tab("samples"), Some(NegotiationTab::Outcome(second)));
        assert_eq!(tab("ice"), Some(NegotiationTab::Plan));
        assert_eq!(tab("nowhere"), None);
    }

    #[test]
    fn a_passage_follows_the_words_that_it_has() {
        let query = |word| Query::parse(word, Scope::Everything);
        let mut spot = Spot::of(&Record::Session(Arc::new(session())), &query("spo")).unwrap();
        assert!(spot.follow(&query("spoilt")));
        let range = spot.passage.highlights.first().cloned().unwrap();
        assert_eq!(spot.passage.text.get(range), Some("spoilt"));
        assert!(!spot.follow(&query("spoon")));
    }
}
