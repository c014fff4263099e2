//! Finding records, best first.

use std::cmp::Reverse;

use super::blocks::on_all_cores;
use super::index::TextIndex;
use super::near;
use super::query::{Query, Scope};
use super::scan::Search;
use crate::store::progress::Progress;
use crate::store::record::RecordKey;

/// So many hits are ranked and listed; the others are only counted.
pub const MOST_HITS: usize = 200;

/// A record that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub key: RecordKey,
    /// A name or title is nearly what was asked for, one typing error away.
    pub approximate: bool,
}

/// What a search found.
#[derive(Debug, Clone)]
pub struct Found {
    pub query: Query,
    /// Within the scope, best first, at most [`MOST_HITS`]; then what is only approximate.
    pub hits: Vec<Hit>,
    /// How many people were found, whatever the scope.
    pub people: usize,
    /// How many negotiations were found, whatever the scope.
    pub negotiations: usize,
    /// The numbers of all that was found, ascending.
    matched: Vec<u32>,
    state: u64,
}

impl Found {
    /// How many records were found within the scope.
    pub fn total(&self) -> usize {
        match self.query.scope {
            Scope::Everything => self.people + self.negotiations,
            Scope::People => self.people,
            Scope::Negotiations => self.negotiations,
        }
    }
}

/// Searches all texts; `None` when it was cancelled.
///
/// A record is found if each term occurs in one of its fields, or, for a negotiation, in the names,
/// jobs and organisations of its people. If `previous` found at least as much in the same texts,
/// only its hits are searched, unless they are most of the records.
pub fn find(
    texts: &TextIndex,
    query: &Query,
    previous: Option<&Found>,
    cancel: &Progress,
) -> Option<Found> {
    let search = Search::begin(texts, query, cancel)?;
    let wider = previous.filter(|found| {
        // Scanning on is faster than going from hit to hit when nearly all are hits.
        let few = found.matched.len() <= texts.len() / 2;
        few && found.state == texts.state && query.narrows(&found.query)
    });
    let blocks = match wider {
        Some(found) => Search::blocks_of(&found.matched),
        None => search.blocks(),
    };
    let results = on_all_cores(&blocks, cancel, |block| search.block(block))?;
    let mut matched = Vec::with_capacity(results.iter().map(|result| result.matched.len()).sum());
    let mut best = Vec::new();
    for result in results {
        matched.extend(result.matched);
        best.extend(result.best);
    }
    keep_best(&mut best, MOST_HITS);
    let people = matched.iter().filter(|number| search.is_person(**number as usize)).count();
    let mut found = Found {
        query: query.clone(),
        hits: best.iter().map(|ranked| Hit { key: ranked.key, approximate: false }).collect(),
        people,
        negotiations: matched.len() - people,
        matched,
        state: texts.state,
    };
    if found.total() < near::FEW {
        let near = near::find(&search, &found.matched, cancel)?;
        found.hits.extend(near.into_iter().map(|key| Hit { key, approximate: true }));
    }
    Some(found)
}

/// A hit with what decides its place: the smaller comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked {
    /// The sum of the ranks of all terms.
    pub score: u32,
    pub updated: Reverse<i64>,
    pub key: RecordKey,
}

/// Leaves the best, sorted.
pub(super) fn keep_best(hits: &mut Vec<Ranked>, most: usize) {
    if hits.len() > most {
        hits.select_nth_unstable(most);
        hits.truncate(most);
    }
    hits.sort_unstable();
}
