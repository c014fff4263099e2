//! Damaged files are kept aside, never deleted.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::disk::write_copy;
use super::error::StoreError;
use super::folder::LibraryFolder;
use super::save::{make_folder_on, move_file_on};
use super::stamp;

/// Moves a file to `quarantine/NAME.TIMESTAMP.ron` and says where it is now.
pub(super) fn quarantine(
    folder: &LibraryFolder,
    file: &Path,
    now: Timestamp,
) -> Result<PathBuf, StoreError> {
    let to = place_for(folder, file, now)?;
    move_file_on(folder.disk(), file, &to)?;
    Ok(to)
}

/// Copies the content of a file there. The file stays where it is until it is replaced, so that no
/// moment is without a file.
pub(super) fn quarantine_copy(
    folder: &LibraryFolder,
    file: &Path,
    bytes: &[u8],
    now: Timestamp,
) -> Result<PathBuf, StoreError> {
    let to = place_for(folder, file, now)?;
    write_copy(folder.disk(), folder.path(), file, &to, bytes)
        .map_err(|error| StoreError::write(&to, error))?;
    Ok(to)
}

fn place_for(folder: &LibraryFolder, file: &Path, now: Timestamp) -> Result<PathBuf, StoreError> {
    let target = folder.quarantine();
    make_folder_on(folder.disk(), &target)?;
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
    Ok(to)
}
