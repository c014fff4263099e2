//! Damaged files are moved aside, never deleted.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::error::StoreError;
use super::folder::LibraryFolder;
use super::save::{make_folder, move_file};
use super::stamp;

/// Moves a file to `quarantine/NAME.TIMESTAMP.ron` and says where it is now.
pub(super) fn quarantine(
    folder: &LibraryFolder,
    file: &Path,
    now: Timestamp,
) -> Result<PathBuf, StoreError> {
    let target = folder.quarantine();
    make_folder(&target)?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    let stamp = stamp::to_name(now);
    let mut to = target.join(format!("{name}.{stamp}.ron"));
    // Two files of the same name may be damaged at the same moment, one in each folder.
    for count in 2.. {
        if !to.exists() {
            break;
        }
        to = target.join(format!("{name}.{stamp}.{count}.ron"));
    }
    move_file(file, &to)?;
    Ok(to)
}
