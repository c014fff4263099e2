//! The texts of all records, and what has changed since they were put together.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::base::Base;
use super::text::{RecordText, View};
use crate::domain::label::Labels;
use crate::store::record::RecordKey;

/// The texts of all people and negotiations. Cloning copies two pointers, so a thread can search a
/// snapshot while the records go on changing; a change while a clone is out copies the pointers to
/// the texts changed so far.
///
/// The base of a large index can be shed and read again from the cache; what has changed since it
/// was made is kept all the time.
#[derive(Debug, Clone, Default)]
pub struct TextIndex {
    pub(super) base: Arc<Base>,
    pub(super) changed: Arc<BTreeMap<RecordKey, Changed>>,
    /// Equal for two indexes only if they hold the same texts.
    pub(super) state: u64,
    /// The base is elsewhere, and nobody knows here which records it has.
    is_shed: bool,
}

/// What has become of a record since the base was made.
#[derive(Debug, Clone)]
pub(super) struct Changed {
    /// The number of the record's old text in the base.
    pub old: Option<usize>,
    pub now: Now,
}

#[derive(Debug, Clone)]
pub(super) enum Now {
    Text(Arc<RecordText>),
    /// The record is gone.
    Gone,
    /// The text is in the base that was shed; these are its labels now.
    Labelled(Labels),
}

impl Changed {
    pub fn text(&self) -> Option<&Arc<RecordText>> {
        match &self.now {
            Now::Text(text) => Some(text),
            Now::Gone | Now::Labelled(_) => None,
        }
    }
}

fn new_state() -> u64 {
    static STATES: AtomicU64 = AtomicU64::new(1);
    STATES.fetch_add(1, Ordering::Relaxed)
}

impl TextIndex {
    /// Of two texts with the same key the later stays. `RecordKey::Library` has no text.
    pub fn from_records(records: impl IntoIterator<Item = (RecordKey, RecordText)>) -> Self {
        let mut records: Vec<_> = records.into_iter().collect();
        // The sort is stable, so the later of two stands behind the earlier.
        records.sort_by_key(|(key, _)| *key);
        records.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        let views: Vec<View<'_>> = records.iter().map(|(key, text)| text.view(*key)).collect();
        Self::on(Base::of(&views))
    }

    pub(super) fn on(base: Base) -> Self {
        Self { base: Arc::new(base), state: new_state(), ..Self::default() }
    }

    /// An index whose base is elsewhere: whatever changes is kept until it has been read.
    pub fn without_base() -> Self {
        Self { is_shed: true, state: new_state(), ..Self::default() }
    }

    /// Whether the texts of all records are here, and not only of those that have changed.
    pub fn is_whole(&self) -> bool {
        !self.is_shed
    }

    /// Lets go of the base and keeps what has changed since it was made. To have it whole again, read
    /// the base and let it [take over](TextIndex::take_over) this one.
    pub fn shed(&mut self) {
        let changed = std::mem::replace(self, Self::without_base()).changed;
        self.changed = changed;
        if self.changed.values().any(|changed| changed.old.is_some()) {
            let changed = Arc::make_mut(&mut self.changed);
            for changed in changed.values_mut() {
                changed.old = None;
            }
        }
    }

    /// Takes in the text of a new or changed record.
    pub fn put(&mut self, key: RecordKey, text: RecordText) {
        if key != RecordKey::Library {
            self.change(key, Now::Text(Arc::new(text)));
        }
    }

    pub fn remove(&mut self, key: RecordKey) {
        if self.is_shed || self.contains(key) {
            self.change(key, Now::Gone);
        }
    }

    pub(super) fn change(&mut self, key: RecordKey, now: Now) {
        let old = self.base.find(key);
        // That a record is gone is kept even if the base has not got it: the next one may.
        Arc::make_mut(&mut self.changed).insert(key, Changed { old, now });
        self.state = new_state();
    }

    /// How many records have a text here.
    pub fn len(&self) -> usize {
        let gone = self.changed.values().filter(|changed| changed.old.is_some()).count();
        let new = self.changed.values().filter(|changed| changed.text().is_some()).count();
        self.base.len() - gone + new
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the text of a record is here.
    pub fn contains(&self, key: RecordKey) -> bool {
        match self.changed.get(&key) {
            Some(changed) => changed.text().is_some(),
            None => self.base.find(key).is_some(),
        }
    }

    /// The memory that the index holds, in bytes.
    pub fn bytes_len(&self) -> usize {
        let text = |text: &Arc<RecordText>| text.bytes_len() + size_of::<RecordText>();
        let changed = self
            .changed
            .values()
            .map(|changed| size_of::<(RecordKey, Changed)>() + changed.text().map_or(0, text));
        self.base.bytes_len() + changed.sum::<usize>()
    }

    /// The same texts in one piece, without what has been replaced. Copies every text, so it is not
    /// for the thread of the window. An index without base stays as it is.
    pub fn compacted(&self) -> Self {
        if self.changed.is_empty() || self.is_shed {
            self.clone()
        } else {
            Self::on(Base::of(&self.views()))
        }
    }

    /// All texts in the order of their keys.
    pub(super) fn views(&self) -> Vec<View<'_>> {
        let unchanged = self.base.views().filter(|view| !self.changed.contains_key(&view.key));
        let mut views: Vec<View<'_>> = unchanged.chain(self.changed_views()).collect();
        // Two sorted runs, which the sort merges.
        views.sort_by_key(|view| view.key);
        views
    }

    /// The texts outside the base, in the order of their keys.
    pub(super) fn changed_views(&self) -> impl Iterator<Item = View<'_>> {
        self.changed.iter().filter_map(|(key, changed)| changed.text().map(|text| text.view(*key)))
    }
}
