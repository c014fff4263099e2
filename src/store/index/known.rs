//! What is known of the files of a library: their stamps, and what was reported of them.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cache::Cached;
use super::change::Index;
use super::stamp::Stamp;
use crate::store::error::StoreError;
use crate::store::record::RecordKey;

/// The state between two passes.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub index: Index,
    /// In the order of the keys. Without a stamp a file is read at the next pass.
    pub stamps: Vec<(RecordKey, Option<Stamp>)>,
    /// Files that cannot be used, as they were when that was reported.
    pub reported: HashMap<PathBuf, (Option<Stamp>, StoreError)>,
    /// Conflict copies that were reported.
    pub copies: HashSet<PathBuf>,
}

impl Known {
    pub fn from_cache(cached: Cached) -> Self {
        let people = cached.counterparts.iter();
        let people = people.map(|(stamp, one)| (RecordKey::Counterpart(one.id), *stamp));
        let sessions = cached.sessions.iter();
        let sessions = sessions.map(|(stamp, one)| (RecordKey::Session(one.id), *stamp));
        let stamps = people.chain(sessions).collect();
        let index = Index {
            counterparts: cached.counterparts.into_iter().map(|(_, one)| one).collect(),
            sessions: cached.sessions.into_iter().map(|(_, one)| one).collect(),
            ..Index::default()
        };
        Self { index, stamps, ..Self::default() }
    }

    /// What a cache has to hold, without the seal of the texts.
    pub fn to_cache(&self) -> Cached {
        let people = self.index.counterparts.iter();
        let sessions = self.index.sessions.iter();
        Cached {
            counterparts: people
                .map(|one| (self.stamp(RecordKey::Counterpart(one.id)), Arc::clone(one)))
                .collect(),
            sessions: sessions
                .map(|one| (self.stamp(RecordKey::Session(one.id)), Arc::clone(one)))
                .collect(),
            ..Cached::default()
        }
    }

    pub fn contains(&self, key: RecordKey) -> bool {
        match key {
            RecordKey::Library => false,
            RecordKey::Counterpart(id) => self.index.counterparts.contains(id),
            RecordKey::Session(id) => self.index.sessions.contains(id),
        }
    }

    pub fn stamp(&self, key: RecordKey) -> Option<Stamp> {
        let at = self.stamps.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.stamps.get(at).and_then(|(_, stamp)| *stamp)
    }

    /// Whether this very file was found unusable before.
    pub fn is_reported(&self, path: &Path, stamp: Option<Stamp>) -> bool {
        stamp.is_some() && self.reported.get(path).is_some_and(|(known, _)| *known == stamp)
    }
}
