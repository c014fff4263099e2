//! The few calls by which files reach the disk, and the atomic replacement built on them.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// Names of files that are being written begin with this; what a crash leaves behind is swept.
pub const TEMPORARY_PREFIX: &str = ".saving-";

/// The calls that fail when a disk is full or broken. Tests put a failing disk in its place.
pub trait Disk: Send + Sync {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Returns when the content is on the disk.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }
}

/// The disk of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

/// Replaces the file at `path` as a whole: after a crash it holds the old bytes or the new ones.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    atomic_write_on(&RealDisk, path, bytes)
}

/// [`atomic_write`] on a given disk.
pub fn atomic_write_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(".tmp");
    // Like any new file: readable by whom the user's mask allows.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    disk.write(file.as_file_mut(), bytes)?;
    disk.sync(file.as_file())?;
    file.persist(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Makes a rename last. Only Unix has a call for it.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some network disks cannot do it.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
        {
            Ok(())
        }
        result => result,
    }
}

#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
