//! Reading a copy and comparing it with its record, on a thread.

use std::io::ErrorKind;

use super::{FoundCopy, PendingMerge, Reading};
use crate::store::conflict_copy;
use crate::store::error::StoreError;
use crate::store::merge::{MergeError, base_for, three_way};
use crate::store::record::Record;
use crate::store::{LibraryFolder, history};

/// Reads a copy. `mine` is the record as it is in memory; without it the file is read.
pub fn read_copy(folder: &LibraryFolder, copy: &FoundCopy, mine: Option<Record>) -> Reading {
    let theirs = match conflict_copy::read(&copy.path, &copy.name) {
        Ok(theirs) => theirs,
        Err(error) => return Reading::Unreadable(error),
    };
    let mine = mine.map_or_else(|| folder.load(copy.name.key), Ok);
    let mine = match mine {
        Ok(mine) => mine,
        Err(error) if is_missing(&error) => return Reading::Orphan(theirs),
        Err(error) => return Reading::Unreadable(error),
    };
    let versions = history::versions(folder, copy.name.key);
    let versions = versions.iter().filter_map(|version| history::read(folder, version).ok());
    let base = base_for(versions, &mine, &theirs);
    match three_way(base.as_ref(), &mine, &theirs) {
        Ok(merged) => {
            let merge = PendingMerge::new(base, mine, theirs, merged);
            if merge.conflicts.is_empty() && merge.quiet_changes().is_empty() {
                Reading::NothingNew
            } else {
                Reading::Differs(Box::new(merge))
            }
        }
        Err(MergeError::DifferentRecords) => Reading::OtherLibrary,
        // Only a record that no file can hold ends here.
        Err(error) => Reading::Unreadable(StoreError::Unfaithful {
            path: copy.path.clone(),
            message: error.to_string(),
        }),
    }
}

/// Whether a file is not there.
pub fn is_missing(error: &StoreError) -> bool {
    matches!(error, StoreError::Read { failure, .. } if failure.kind == ErrorKind::NotFound)
}
