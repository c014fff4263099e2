//! The calls by which files reach the disk, and the atomic replacement built on them.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Names of files that are being written begin with this; what a crash leaves behind is swept.
pub const TEMPORARY_PREFIX: &str = ".saving-";

/// Every call by which the store changes files, and the read before a replacement. Each may fail
/// when a disk is full, broken, read-only or gone; tests put such a disk in its place.
pub trait Disk: Send + Sync {
    /// The content of a file that is about to be replaced or moved.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    /// A new file under a name that nothing else uses, deleted when it is dropped.
    fn temporary(&self, folder: &Path, like: Option<Permissions>) -> io::Result<NamedTempFile> {
        temporary_file(folder, like)
    }

    /// A new, empty file.
    fn create(&self, path: &Path) -> io::Result<File> {
        File::create_new(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    /// Returns when the content is on the disk.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    /// Gives a temporary file its name, in the place of what had it before.
    fn persist(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        file.persist(to).map_err(|error| error.error)?;
        Ok(())
    }

    /// Moves a file within one disk.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// Deletes a file.
    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    /// Deletes a folder with all that is in it.
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }

    /// Makes a folder whose parent is there.
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    /// Makes the names in a folder last. Only Unix has a call for it.
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }
}

/// The disk of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {}

fn temporary_file(folder: &Path, like: Option<Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY_PREFIX).suffix(".tmp");
    // A new file is readable by whom the user's mask allows.
    #[cfg(unix)]
    builder
        .permissions(like.unwrap_or_else(|| std::os::unix::fs::PermissionsExt::from_mode(0o666)));
    #[cfg(not(unix))]
    let _ = like;
    builder.tempfile_in(folder)
}

/// Replaces the file at `path` as a whole: after a crash it holds the old bytes or the new ones.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    atomic_write_on(&RealDisk, path, bytes)
}

/// [`atomic_write`] on a given disk. The file is as private as the one that it replaces.
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
    let like = found.filter(fs::Metadata::is_file).map(|found| found.permissions());
    put(disk, parent_of(path), path, like, bytes)
}

/// Writes a copy of `original`, which holds `bytes`, as privately as it. The temporary file lies in
/// `staging`, where the next opening sweeps what a crash leaves.
pub(super) fn write_copy(
    disk: &dyn Disk,
    staging: &Path,
    original: &Path,
    copy: &Path,
    bytes: &[u8],
) -> io::Result<()> {
    let like = || fs::metadata(original).ok().map(|found| found.permissions());
    match put(disk, staging, copy, like(), bytes) {
        // The folder of the copy is a link to another disk.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            put(disk, parent_of(copy), copy, like(), bytes)
        }
        result => result,
    }
}

fn put(
    disk: &dyn Disk,
    staging: &Path,
    path: &Path,
    like: Option<Permissions>,
    bytes: &[u8],
) -> io::Result<()> {
    let mut file = disk.temporary(staging, like)?;
    disk.write(file.as_file_mut(), bytes)?;
    disk.sync(file.as_file())?;
    disk.persist(file, path)?;
    disk.sync_folder(parent_of(path))
}

/// The folder of a path; of a bare name it is the working folder.
fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a folder with its parents; it is on the disk when this returns.
pub(super) fn make_folders(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    make_missing(disk, path)?;
    disk.sync_folder(parent_of(path))
}

fn make_missing(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    if path.is_dir() || path.as_os_str().is_empty() {
        return Ok(());
    }
    let parent = parent_of(path);
    make_missing(disk, parent)?;
    match disk.make_folder(path) {
        // Somebody else was faster; a file in the way is an error.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => disk.sync_folder(parent),
    }
}

/// Moves a file; both folders are on the disk when this returns. The new place comes first: after a
/// crash the file may be in both places, never in none.
pub(super) fn move_to(disk: &dyn Disk, from: &Path, to: &Path) -> io::Result<()> {
    disk.rename(from, to)?;
    disk.sync_folder(parent_of(to))?;
    disk.sync_folder(parent_of(from))
}

/// Proves that a file which is there already is on the disk, with its name.
pub(super) fn settle(disk: &dyn Disk, path: &Path) -> io::Result<()> {
    // Windows forces only what is open for writing.
    match File::options().read(true).write(cfg!(not(unix))).open(path) {
        Ok(file) => disk.sync(&file)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    disk.sync_folder(parent_of(path))
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
