//! What waits to be merged in an open library.

use std::collections::BTreeSet;
use std::path::Path;

use super::{FoundCopy, MergeId, PendingMerge, Reading};
use crate::app::open_library::OpenLibrary;
use crate::store::record::RecordKey;

impl OpenLibrary {
    /// Everything that waits to be looked over.
    pub fn merge_ids(&self) -> Vec<MergeId> {
        let files = self.merges.iter().map(|merge| MergeId::File(merge.key()));
        files.chain(self.copies.iter().map(|copy| MergeId::Copy(copy.path.clone()))).collect()
    }

    pub fn copy(&self, path: &Path) -> Option<&FoundCopy> {
        self.copies.iter().find(|copy| copy.path == path)
    }

    /// How many records have copies beside them.
    pub fn records_with_copies(&self) -> usize {
        self.copies.iter().map(|copy| copy.name.key).collect::<BTreeSet<_>>().len()
    }

    pub(in crate::app) fn copy_mut(&mut self, path: &Path) -> Option<&mut FoundCopy> {
        self.copies.iter_mut().find(|copy| copy.path == path)
    }

    /// The merge of that name, once it is known.
    pub fn pending(&self, id: &MergeId) -> Option<&PendingMerge> {
        match id {
            MergeId::File(key) => self.merges.iter().find(|merge| merge.key() == *key),
            MergeId::Copy(path) => self.copy(path)?.pending(),
        }
    }

    pub(in crate::app) fn pending_mut(&mut self, id: &MergeId) -> Option<&mut PendingMerge> {
        match id {
            MergeId::File(key) => self.merges.iter_mut().find(|merge| merge.key() == *key),
            MergeId::Copy(path) => match &mut self.copy_mut(path)?.reading {
                Reading::Differs(merge) => Some(merge),
                _ => None,
            },
        }
    }

    /// The record that a merge is about.
    pub fn key_of(&self, id: &MergeId) -> Option<RecordKey> {
        match id {
            MergeId::File(key) => Some(*key),
            MergeId::Copy(path) => Some(self.copy(path)?.name.key),
        }
    }

    pub(in crate::app) fn forget_merge(&mut self, id: &MergeId) {
        match id {
            MergeId::File(key) => self.merges.retain(|merge| merge.key() != *key),
            MergeId::Copy(path) => self.copies.retain(|copy| copy.path != *path),
        }
    }

    pub(in crate::app) fn has_record(&self, key: RecordKey) -> bool {
        match key {
            RecordKey::Library => true,
            RecordKey::Counterpart(id) => self.work.has_counterpart(id),
            RecordKey::Session(id) => self.work.has_session(id),
        }
    }
}
