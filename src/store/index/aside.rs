//! Damaged files leave the library while its records may already be saved.

use std::fs;

use jiff::Timestamp;

use crate::store::decode::decode;
use crate::store::error::{Action, Problem};
use crate::store::folder::LibraryFolder;
use crate::store::open::set_aside;
use crate::store::save::move_file_on;

/// What became of a file that was to be moved away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// It is in the quarantine, or could not be moved: the problem says which.
    AsDamaged,
    /// The record had been saved just before, and is in its place.
    WasWhole,
}

/// Moves the file of a problem to the quarantine if it is damaged. What it holds can change until it
/// is moved, so that is looked at afterwards: a whole record goes back at once.
pub(super) fn move_away(folder: &LibraryFolder, problem: &mut Problem, now: Timestamp) -> Moved {
    if !problem.error.is_damage() {
        return Moved::AsDamaged;
    }
    set_aside(folder, problem, now);
    let (Action::Quarantined { to }, Some(key)) = (&problem.action, problem.key) else {
        return Moved::AsDamaged;
    };
    // The same bytes under a name that does not fit are damage; only the record's own file counts.
    let is_own = folder.file(key) == problem.file;
    let bytes = fs::read(to).ok().filter(|_| is_own);
    if bytes.is_none_or(|bytes| decode(&problem.file, key, &bytes).is_err()) {
        return Moved::AsDamaged;
    }
    // A still newer one stays, and the one that was moved is kept as what it is.
    if !problem.file.exists()
        && let Err(error) = move_file_on(folder.disk(), to, &problem.file)
    {
        tracing::error!(%error, "a whole record could not be put back");
        return Moved::AsDamaged;
    }
    Moved::WasWhole
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::counterpart::Counterpart;
    use crate::domain::ids::CounterpartId;
    use crate::store::error::StoreError;
    use crate::store::record::RecordKey;

    #[test]
    fn a_record_saved_in_the_moment_of_the_move_is_put_back() {
        let temp = tempfile::tempdir().expect("a temporary folder");
        let folder = LibraryFolder::new(temp.path());
        let id = CounterpartId(Uuid::from_u128(7));
        let file = folder.file(RecordKey::Counterpart(id));
        fs::create_dir(temp.path().join("counterparts")).expect("made");
        let whole = ron::to_string(&Counterpart::new(id, Timestamp::UNIX_EPOCH)).expect("text");
        let found = |text: &str| {
            fs::write(&file, text).expect("written");
            // As it was when it was read.
            let error = StoreError::WrongName { path: file.clone(), found: "other".to_owned() };
            let key = Some(RecordKey::Counterpart(id));
            let mut problem =
                Problem { key, file: file.clone(), error, action: Action::Skipped, remedy: None };
            let moved = move_away(&folder, &mut problem, Timestamp::UNIX_EPOCH);
            (moved, fs::read_to_string(&file).ok())
        };
        assert_eq!(found(&whole), (Moved::WasWhole, Some(whole.clone())));
        assert_eq!(found("(damaged"), (Moved::AsDamaged, None));
        let kept = fs::read_dir(folder.quarantine()).expect("the quarantine").count();
        assert_eq!(kept, 1, "the damaged one");
    }
}
