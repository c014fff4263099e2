//! Which rows of a long list are chosen, to do something with all of them at once.

use std::sync::Arc;

/// The chosen rows of one list, by id. They stay chosen while the list is sorted or filtered.
#[derive(Debug)]
pub struct Selection<I> {
    /// In the order of the ids, none twice.
    chosen: Arc<Vec<I>>,
    /// The row that was chosen last: where a range begins.
    anchor: Option<I>,
    /// Grows with each change, so that what is derived from the chosen rows can be kept.
    version: u64,
    /// How many of the chosen rows the filter hides.
    hidden: usize,
    /// The shown rows and the version that `hidden` was counted for.
    counted: Option<(Arc<Vec<I>>, u64)>,
}

impl<I> Default for Selection<I> {
    fn default() -> Self {
        Self { chosen: Arc::default(), anchor: None, version: 0, hidden: 0, counted: None }
    }
}

impl<I: Copy + Ord> Selection<I> {
    /// The chosen ids in their order.
    pub fn ids(&self) -> &Arc<Vec<I>> {
        &self.chosen
    }

    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    pub fn contains(&self, id: I) -> bool {
        self.chosen.binary_search(&id).is_ok()
    }

    /// Grows with each change.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// How many chosen rows the filter hides.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// How many chosen rows are shown.
    pub fn shown(&self) -> usize {
        self.chosen.len() - self.hidden
    }

    /// Chooses a row, or no longer.
    pub fn toggle(&mut self, id: I) {
        let chosen = Arc::make_mut(&mut self.chosen);
        match chosen.binary_search(&id) {
            Ok(at) => drop(chosen.remove(at)),
            Err(at) => chosen.insert(at, id),
        }
        self.anchor = Some(id);
        self.version += 1;
    }

    /// Chooses every row from the one that was chosen last to `to`, in the order of the list.
    /// Without such a row, `to` alone.
    pub fn extend(&mut self, rows: impl IntoIterator<Item = I>, to: I) {
        let anchor = self.anchor.unwrap_or(to);
        let mut range = Vec::new();
        let mut awaited = None;
        for row in rows {
            match awaited {
                None if row == anchor || row == to => {
                    awaited = Some(if row == anchor { to } else { anchor });
                    range.push(row);
                    if anchor == to {
                        break;
                    }
                }
                None => {}
                Some(end) => {
                    range.push(row);
                    if row == end {
                        awaited = None;
                        break;
                    }
                }
            }
        }
        // The row at the other end is not in the list.
        if range.is_empty() || (awaited.is_some() && anchor != to) {
            range = vec![to];
            self.anchor = Some(to);
        }
        self.anchor = self.anchor.or(Some(to));
        range.sort_unstable();
        self.choose(&range);
    }

    /// Chooses all of these, besides what is chosen already; `ids` are in their order.
    pub fn choose_all(&mut self, ids: &Arc<Vec<I>>) {
        if self.chosen.is_empty() {
            self.chosen = Arc::clone(ids);
            self.version += 1;
        } else {
            self.choose(ids);
        }
    }

    fn choose(&mut self, ids: &[I]) {
        let mut merged = Vec::with_capacity(self.chosen.len() + ids.len());
        let (mut old, mut new) = (self.chosen.iter().peekable(), ids.iter().peekable());
        loop {
            let next = match (old.peek(), new.peek()) {
                (Some(one), Some(other)) if one <= other => old.next(),
                (_, Some(_)) => new.next(),
                (_, None) => old.next(),
            };
            let Some(next) = next else { break };
            if merged.last() != Some(next) {
                merged.push(*next);
            }
        }
        self.chosen = Arc::new(merged);
        self.version += 1;
    }

    /// Chooses none of these any more; `ids` are in their order.
    pub fn leave_out(&mut self, ids: &[I]) {
        self.keep_only(ids, false);
    }

    /// Leaves out the ids that are in `ids`, or those that are not; `ids` are in their order.
    fn keep_only(&mut self, ids: &[I], kept: bool) {
        let mut others = ids.iter().peekable();
        let rest: Vec<I> = self
            .chosen
            .iter()
            .filter(|id| {
                while others.next_if(|other| other < id).is_some() {}
                others.peek().is_some_and(|other| other == id) == kept
            })
            .copied()
            .collect();
        if rest.len() != self.chosen.len() {
            self.chosen = Arc::new(rest);
            self.version += 1;
        }
    }

    pub fn clear(&mut self) {
        if !self.chosen.is_empty() {
            self.chosen = Arc::default();
            self.version += 1;
        }
        self.anchor = None;
    }

    /// Drops what is gone from the list and counts what the filter hides. `members` are all rows
    /// that the list could show, `shown` those that it shows, both in the order of their ids.
    pub fn follow(&mut self, members: &Arc<Vec<I>>, shown: &Arc<Vec<I>>) {
        let is_counted = self.counted.as_ref().is_some_and(|(counted, version)| {
            Arc::ptr_eq(counted, shown) && *version == self.version
        });
        if is_counted {
            return;
        }
        if !Arc::ptr_eq(&self.chosen, members) {
            self.keep_only(members, true);
        }
        self.hidden = if Arc::ptr_eq(&self.chosen, shown) {
            0
        } else {
            let mut visible = shown.iter().peekable();
            let hidden = self.chosen.iter().filter(|id| {
                while visible.next_if(|other| other < id).is_some() {}
                visible.peek() != Some(id)
            });
            hidden.count()
        };
        self.counted = Some((Arc::clone(shown), self.version));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn arc(ids: impl IntoIterator<Item = u8>) -> Arc<Vec<u8>> {
        Arc::new(ids.into_iter().collect())
    }

    #[test]
    fn a_range_runs_from_the_row_chosen_last_in_the_order_of_the_list() {
        let rows = [9, 3, 7, 1, 5];
        let mut selection = Selection::default();
        selection.toggle(7);
        selection.extend(rows, 5);
        assert_eq!(**selection.ids(), [1, 5, 7]);
        selection.extend(rows, 9);
        assert_eq!(**selection.ids(), [1, 3, 5, 7, 9], "from the same row upwards");
        selection.clear();
        selection.extend(rows, 3);
        assert_eq!(**selection.ids(), [3], "nothing was chosen before");
        selection.extend(rows, 1);
        assert_eq!(**selection.ids(), [1, 3, 7]);
    }

    #[test]
    fn a_range_from_a_row_that_is_filtered_away_is_the_one_row() {
        let mut selection = Selection::default();
        selection.toggle(4);
        selection.extend([9, 3, 7], 3);
        assert_eq!(**selection.ids(), [3, 4]);
        selection.extend([9, 3, 7], 7);
        assert_eq!(**selection.ids(), [3, 4, 7]);
    }

    #[test]
    fn what_is_filtered_away_stays_chosen_and_what_is_gone_does_not() {
        let mut selection = Selection::default();
        selection.choose_all(&arc([1, 2, 3, 4]));
        selection.follow(&arc([1, 2, 3, 4, 5]), &arc([2, 5]));
        assert_eq!((selection.len(), selection.hidden(), selection.shown()), (4, 3, 1));
        selection.follow(&arc([2, 4, 5]), &arc([2, 4, 5]));
        assert_eq!(**selection.ids(), [2, 4]);
        assert_eq!(selection.hidden(), 0);
    }

    proptest! {
        #[test]
        fn many_at_once_are_the_same_as_one_by_one(
            first: BTreeSet<u8>, second: BTreeSet<u8>, third: BTreeSet<u8>,
        ) {
            let mut selection = Selection::default();
            selection.choose_all(&arc(first.iter().copied()));
            selection.choose_all(&arc(second.iter().copied()));
            let union: Vec<u8> = first.union(&second).copied().collect();
            prop_assert_eq!(&**selection.ids(), &union);
            let list: Vec<u8> = third.iter().copied().collect();
            selection.leave_out(&list);
            let left: Vec<u8> = union.into_iter().filter(|id| !third.contains(id)).collect();
            prop_assert_eq!(&**selection.ids(), &left);
            prop_assert!(left.iter().all(|id| selection.contains(*id)));
        }
    }
}
