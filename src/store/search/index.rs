//! The texts of all records, and what has changed since they were put together.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::base::Base;
use super::text::{RecordText, View};
use crate::store::record::RecordKey;

/// The texts of all people and negotiations. Cloning copies two pointers, so a thread can search a
/// snapshot while the records go on changing; a change while a clone is out copies the pointers to
/// the texts changed so far.
#[derive(Debug, Clone, Default)]
pub struct TextIndex {
    pub(super) base: Arc<Base>,
    pub(super) changed: Arc<BTreeMap<RecordKey, Changed>>,
    /// Equal for two indexes only if they hold the same texts.
    pub(super) state: u64,
}

/// What has become of a record since the base was made.
#[derive(Debug, Clone)]
pub(super) struct Changed {
    /// The number of the record's old text in the base.
    pub old: Option<usize>,
    /// `None` when the record is gone.
    pub text: Option<Arc<RecordText>>,
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
        Self { base: Arc::new(base), changed: Arc::default(), state: new_state() }
    }

    /// Takes in the text of a new or changed record.
    pub fn put(&mut self, key: RecordKey, text: RecordText) {
        if key != RecordKey::Library {
            self.change(key, Some(Arc::new(text)));
        }
    }

    pub fn remove(&mut self, key: RecordKey) {
        if self.contains(key) {
            self.change(key, None);
        }
    }

    fn change(&mut self, key: RecordKey, text: Option<Arc<RecordText>>) {
        let old = self.base.find(key);
        let changed = Arc::make_mut(&mut self.changed);
        if old.is_none() && text.is_none() {
            changed.remove(&key);
        } else {
            changed.insert(key, Changed { old, text });
        }
        self.state = new_state();
    }

    /// How many records have a text.
    pub fn len(&self) -> usize {
        let gone = self.changed.values().filter(|changed| changed.old.is_some()).count();
        let new = self.changed.values().filter(|changed| changed.text.is_some()).count();
        self.base.len() - gone + new
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn contains(&self, key: RecordKey) -> bool {
        match self.changed.get(&key) {
            Some(changed) => changed.text.is_some(),
            None => self.base.find(key).is_some(),
        }
    }

    /// The memory that the index holds, in bytes.
    pub fn bytes_len(&self) -> usize {
        let text = |text: &Arc<RecordText>| text.bytes_len() + size_of::<RecordText>();
        let changed = self.changed.values().map(|changed| {
            size_of::<(RecordKey, Changed)>() + changed.text.as_ref().map_or(0, text)
        });
        self.base.bytes_len() + changed.sum::<usize>()
    }

    /// The same texts in one piece, without what has been replaced. Copies every text, so it is not
    /// for the thread of the window.
    pub fn compacted(&self) -> Self {
        if self.changed.is_empty() { self.clone() } else { Self::on(Base::of(&self.views())) }
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
        self.changed
            .iter()
            .filter_map(|(key, changed)| changed.text.as_ref().map(|text| text.view(*key)))
    }
}
