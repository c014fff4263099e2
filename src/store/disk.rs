//! The few calls by which files reach the disk, and the atomic replacement built on them.

use std::fs::{self, File};
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
///
/// A link stays a link: the file that it points to is replaced. A device or a pipe cannot be
/// replaced, it is written to.
pub fn atomic_write_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path);
    let path = target.as_deref().unwrap_or(path);
    let found = fs::metadata(path).ok();
    if found.as_ref().is_some_and(|found| !found.is_file() && !found.is_dir()) {
        return disk.write(&mut File::options().write(true).open(path)?, bytes);
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(".tmp");
    // As private as the file that it replaces; a new one is readable by whom the user's mask allows.
    #[cfg(unix)]
    builder.permissions(found.filter(fs::Metadata::is_file).map_or_else(
        || std::os::unix::fs::PermissionsExt::from_mode(0o666),
        |found| found.permissions(),
    ));
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
