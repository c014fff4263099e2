//! Summaries in the order of their ids, shared with threads that sort and search them.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::summary::{CounterpartSummary, SessionSummary};

/// What stands on a shelf.
pub trait Shelved {
    type Id: Copy + Ord;

    fn id(&self) -> Self::Id;
}

impl Shelved for CounterpartSummary {
    type Id = CounterpartId;

    fn id(&self) -> CounterpartId {
        self.id
    }
}

impl Shelved for SessionSummary {
    type Id = SessionId;

    fn id(&self) -> SessionId {
        self.id
    }
}

/// Summaries sorted by id. Cloning copies one pointer; a change while a clone is out copies the
/// pointers to the summaries, not the summaries.
#[derive(Debug)]
pub struct Shelf<T> {
    items: Arc<Vec<Arc<T>>>,
}

impl<T> Clone for Shelf<T> {
    fn clone(&self) -> Self {
        Self { items: Arc::clone(&self.items) }
    }
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { items: Arc::default() }
    }
}

impl<T: Shelved> FromIterator<Arc<T>> for Shelf<T> {
    /// Of two summaries with the same id the later stays.
    fn from_iter<I: IntoIterator<Item = Arc<T>>>(items: I) -> Self {
        let mut items: Vec<Arc<T>> = items.into_iter().collect();
        // The sort is stable, so the later of two stands behind the earlier.
        items.sort_by_key(|item| item.id());
        items.dedup_by(|later, earlier| {
            let same = later.id() == earlier.id();
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        Self { items: Arc::new(items) }
    }
}

impl<T: Shelved> Shelf<T> {
    fn find(&self, id: T::Id) -> Result<usize, usize> {
        self.items.binary_search_by_key(&id, |item| item.id())
    }

    pub fn get(&self, id: T::Id) -> Option<&Arc<T>> {
        self.find(id).ok().and_then(|at| self.items.get(at))
    }

    pub fn contains(&self, id: T::Id) -> bool {
        self.find(id).is_ok()
    }

    /// Puts a summary in its place and returns the one that stood there.
    pub fn put(&mut self, item: Arc<T>) -> Option<Arc<T>> {
        let place = self.find(item.id());
        let items = Arc::make_mut(&mut self.items);
        match place {
            Ok(at) => items.get_mut(at).map(|old| std::mem::replace(old, item)),
            Err(at) => {
                items.insert(at, item);
                None
            }
        }
    }

    /// Puts many summaries in their places at the cost of one pass over the shelf. Of two with the
    /// same id the later stays.
    pub fn put_many(&mut self, items: Vec<Arc<T>>) {
        if items.is_empty() {
            return;
        }
        let old = std::mem::take(Arc::make_mut(&mut self.items));
        // The sort is stable and made for runs that are in order already.
        *self = old.into_iter().chain(items).collect();
    }

    pub fn remove(&mut self, id: T::Id) -> Option<Arc<T>> {
        let at = self.find(id).ok()?;
        Some(Arc::make_mut(&mut self.items).remove(at))
    }

    /// Takes many summaries away at the cost of one pass over the shelf.
    pub fn remove_many(&mut self, ids: &BTreeSet<T::Id>) -> Vec<Arc<T>> {
        if ids.is_empty() {
            return Vec::new();
        }
        let items = Arc::make_mut(&mut self.items);
        items.extract_if(.., |item| ids.contains(&item.id())).collect()
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<T>> + DoubleEndedIterator {
        self.items.iter()
    }

    pub fn as_slice(&self) -> &[Arc<T>] {
        &self.items
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Clone, PartialEq)]
    struct Item(u8, u32);

    impl Shelved for Item {
        type Id = u8;

        fn id(&self) -> u8 {
            self.0
        }
    }

    proptest! {
        #[test]
        fn however_items_come_they_stand_in_order_and_the_last_of_an_id_stays(
            batches in prop::collection::vec(prop::collection::vec(0..40_u8, 0..20), 0..8)
        ) {
            let mut numbered = 0;
            let mut batches_of_items = Vec::new();
            for ids in &batches {
                let item = |id: &u8| { numbered += 1; Arc::new(Item(*id, numbered)) };
                batches_of_items.push(ids.iter().map(item).collect::<Vec<_>>());
            }
            let (mut one_by_one, mut many) = (Shelf::default(), Shelf::default());
            for batch in &batches_of_items {
                for item in batch {
                    one_by_one.put(Arc::clone(item));
                }
                many.put_many(batch.clone());
            }
            let at_once: Shelf<Item> = batches_of_items.into_iter().flatten().collect();
            prop_assert_eq!(one_by_one.as_slice(), many.as_slice());
            prop_assert_eq!(one_by_one.as_slice(), at_once.as_slice());
            prop_assert!(many.as_slice().is_sorted_by_key(|item| item.0));
            for id in 0..40 {
                let there = many.get(id).map(|item| item.1);
                prop_assert_eq!(there, many.iter().find(|item| item.0 == id).map(|item| item.1));
            }
        }
    }
}
