//! One search: what is asked, in which records, and what came of it.

use std::sync::Arc;

use super::fit::{Fit, Texts, fit};
use crate::domain::summary::{CounterpartSummary, SessionSummary};
use crate::store::Progress;
use crate::store::record::RecordKey;
use crate::store::search::{Archived, Found, Query, Scope, TextIndex, find};
use crate::store::shelf::Shelf;

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Question {
    pub text: String,
    pub scope: Scope,
    /// Archived records too.
    pub archived: bool,
}

impl Question {
    fn query(&self) -> Query {
        let archived = if self.archived { Archived::Included } else { Archived::LeftOut };
        Query::parse(&self.text, self.scope).with_archived(archived)
    }
}

/// A record that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordHit {
    pub key: RecordKey,
    pub fit: Fit,
    /// Its name is nearly what was typed.
    pub approximate: bool,
}

/// What a search found.
#[derive(Debug)]
pub struct Results {
    pub question: Question,
    /// Best first.
    pub hits: Vec<RecordHit>,
    found: Found,
    /// Of the records that were searched.
    pub(super) revision: u64,
}

impl Results {
    pub fn query(&self) -> &Query {
        &self.found.query
    }

    /// How many people were found, whatever the scope.
    pub fn people(&self) -> usize {
        self.found.people
    }

    /// How many negotiations were found, whatever the scope.
    pub fn negotiations(&self) -> usize {
        self.found.negotiations
    }
}

/// The records as they are when the search begins.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub texts: TextIndex,
    pub people: Shelf<CounterpartSummary>,
    pub negotiations: Shelf<SessionSummary>,
    pub revision: u64,
}

#[derive(Debug)]
pub(super) struct Asked {
    pub question: Question,
    pub snapshot: Snapshot,
    pub previous: Option<Arc<Results>>,
    pub cancel: Progress,
}

impl Asked {
    /// `None` when it was cancelled.
    pub fn search(self) -> Option<Results> {
        let query = self.question.query();
        let previous = self.previous.as_ref().map(|previous| &previous.found);
        let found = find(&self.snapshot.texts, &query, previous, &self.cancel)?;
        let hits = found.hits.iter().map(|hit| RecordHit {
            key: hit.key,
            fit: self.snapshot.fit(&query, hit.key),
            approximate: hit.approximate,
        });
        Some(Results {
            hits: hits.collect(),
            question: self.question,
            found,
            revision: self.snapshot.revision,
        })
    }
}

impl Snapshot {
    /// How well a record fits that the engine has found.
    fn fit(&self, query: &Query, key: RecordKey) -> Fit {
        let by_summary = match key {
            RecordKey::Library => None,
            RecordKey::Counterpart(id) => self.people.get(id).and_then(|person| {
                fit(
                    query,
                    &Texts {
                        titles: &[&person.name, &person.latin_name],
                        beside: &[&person.title, &person.organisation],
                        tags: &person.labels.tags,
                    },
                )
            }),
            RecordKey::Session(id) => self.negotiations.get(id).and_then(|session| {
                let people = session.counterparts.iter().filter_map(|id| self.people.get(*id));
                let beside: Vec<&str> = people
                    .flat_map(|one| [&one.name, &one.latin_name, &one.title, &one.organisation])
                    .map(String::as_str)
                    .collect();
                let (titles, tags) = ([session.title.as_str()], &session.labels.tags);
                fit(query, &Texts { titles: &titles, beside: &beside, tags })
            }),
        };
        by_summary.unwrap_or(Fit::Text)
    }
}
