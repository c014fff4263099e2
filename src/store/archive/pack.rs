//! Packing a library into an archive, and the proof that it came out whole.

use std::collections::HashSet;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tempfile::NamedTempFile;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::layout::{LIBRARY, Source, sources};
use super::unpack::{Entries, check_library};
use super::{Archive, Kind, archives, name_of, parallel};
use crate::store::disk::{Disk, TEMPORARY_PREFIX};
use crate::store::error::StoreError;
use crate::store::folder::LibraryFolder;
use crate::store::progress::Progress;
use crate::store::read::MAX_FILE_SIZE;
use crate::store::save::make_folder_on;

/// Files come and go while the library is in use; a library that never rests is packed as it was
/// after so many looks.
const MAX_LOOKS: usize = 4;

/// Packs the whole library into `archives/`. The archive has its name only when every byte in it
/// was read back and found right; whatever fails or is cancelled leaves nothing.
///
/// Other threads and programs may go on writing: each file is read whole, once. Only the holder of
/// the lock may call this.
pub fn create(
    folder: &LibraryFolder,
    kind: Kind,
    now: Timestamp,
    progress: &Progress,
) -> Result<Archive, StoreError> {
    // A library on a drive that was unplugged must not come to life again somewhere else.
    fs::metadata(folder.path()).map_err(|error| StoreError::write(folder.path(), error))?;
    let target = archives(folder);
    make_folder_on(folder.disk(), &target)?;
    sweep(folder, &target);
    let made = create_in(&target, folder, kind, now, progress);
    if made.is_err() {
        // Only an empty folder can be removed, and an empty one says nothing.
        let _ = fs::remove_dir(&target);
    }
    made
}

fn create_in(
    target: &Path,
    folder: &LibraryFolder,
    kind: Kind,
    now: Timestamp,
    progress: &Progress,
) -> Result<Archive, StoreError> {
    let (mut at, mut path) = (now, target.join(name_of(now, kind)));
    while path.exists() {
        at += SignedDuration::from_millis(1);
        path = target.join(name_of(at, kind));
    }
    let failed = |error| StoreError::write(&path, error);
    // As private as the records.
    let like = fs::metadata(folder.path().join(LIBRARY)).ok().map(|found| found.permissions());
    let mut temporary = folder.disk().temporary(target, like).map_err(failed)?;
    let packed = pack(folder, temporary.as_file_mut(), &path, progress)?;
    folder.disk().sync(temporary.as_file()).map_err(failed)?;
    prove(&temporary, &packed, &path, progress)?;
    let size = temporary.as_file().metadata().map_err(failed)?.len();
    folder.disk().persist(temporary, &path).map_err(failed)?;
    folder.disk().sync_folder(target).map_err(failed)?;
    Ok(Archive { path, at, kind, size })
}

/// Deletes what a crash left half written.
fn sweep(folder: &LibraryFolder, target: &Path) {
    for entry in fs::read_dir(target).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if name.as_encoded_bytes().starts_with(TEMPORARY_PREFIX.as_bytes())
            && let Err(error) = folder.disk().remove(&entry.path())
        {
            tracing::warn!(%error, "a half-written archive could not be deleted");
        }
    }
}

/// What went into the archive, to compare with what is found in it.
struct Packed {
    name: String,
    size: u64,
    hash: u64,
}

/// Bytes as a number; a change in them shows in it.
fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

fn pack(
    folder: &LibraryFolder,
    file: &mut File,
    path: &Path,
    progress: &Progress,
) -> Result<Vec<Packed>, StoreError> {
    let failed = |error: zip::result::ZipError| StoreError::write(path, error.into());
    let out = Out { disk: folder.disk(), file, written: 0, pending: Vec::new(), failure: None };
    let mut writer = ZipWriter::new(out);
    let mut packed = Vec::new();
    let mut seen = HashSet::new();
    // A record that moves between its folder and the trash may be missed by one look, not by two.
    for _ in 0..MAX_LOOKS {
        let mut new = sources(folder.path())?;
        new.retain(|source| seen.insert(source.name.clone()));
        if new.is_empty() {
            break;
        }
        // Each file is packed, and then read back.
        progress.set_all(seen.len() * 2);
        parallel::each(&new, compress, |source, taken| {
            if progress.is_cancelled() {
                return Err(StoreError::Cancelled { path: path.to_owned() });
            }
            match taken? {
                Taken::Whole(prepared, entry) => {
                    writer.add_prepared_file(*prepared).map_err(failed)?;
                    packed.push(entry);
                }
                // It may come back under its name, so the next look takes it.
                Taken::Gone => {
                    seen.remove(&source.name);
                }
                Taken::NoRecord => {}
            }
            progress.add(1);
            Ok(())
        })?;
    }
    let mut out = writer.finish().map_err(failed)?;
    out.flush().map_err(|error| StoreError::write(path, error))?;
    if let Some(kind) = out.failure {
        return Err(StoreError::write(path, kind.into()));
    }
    if !packed.iter().any(|entry| entry.name == LIBRARY) {
        return Err(StoreError::NotALibrary { path: folder.path().to_owned() });
    }
    Ok(packed)
}

/// What became of a file that was to be packed.
enum Taken {
    Whole(Box<PreparedZipFile>, Packed),
    /// Moved or removed since it was listed.
    Gone,
    /// Larger than a record may be.
    NoRecord,
}

/// Reads and compresses one file.
fn compress(source: &Source) -> Result<Taken, StoreError> {
    let failed = |error| StoreError::read(&source.path, error);
    let file = match File::open(&source.path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Taken::Gone),
        Err(error) => return Err(failed(error)),
    };
    let found = file.metadata().map_err(failed)?;
    let mut bytes =
        Vec::with_capacity(usize::try_from(found.len().min(MAX_FILE_SIZE)).unwrap_or(0));
    file.take(MAX_FILE_SIZE + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > MAX_FILE_SIZE {
        tracing::warn!(file = %source.path.display(), "too large for a record, not archived");
        return Ok(Taken::NoRecord);
    }
    let mut options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    if let Some(modified) = found.modified().ok().and_then(zip_time) {
        options = options.last_modified_time(modified);
    }
    let prepared = PreparedZipFile::from_data(&source.name, options, &bytes)
        .map_err(|error| failed(error.into()))?;
    let (size, hash) = (bytes.len() as u64, hash(&bytes));
    Ok(Taken::Whole(Box::new(prepared), Packed { name: source.name.clone(), size, hash }))
}

/// The time of a file as zip files have it, here in UTC. `None` before 1980.
fn zip_time(modified: std::time::SystemTime) -> Option<DateTime> {
    let at = Timestamp::try_from(modified).ok()?.to_zoned(TimeZone::UTC);
    let part = |value: i8| u8::try_from(value).ok();
    DateTime::from_date_and_time(
        u16::try_from(at.year()).ok()?,
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
    .ok()
}

/// Reads everything back from the disk and compares it with what was packed.
fn prove(
    temporary: &NamedTempFile,
    packed: &[Packed],
    path: &Path,
    progress: &Progress,
) -> Result<(), StoreError> {
    let file = temporary.reopen().map_err(|error| StoreError::read(path, error))?;
    let mut entries = Entries::new(file, path)?;
    let wrong = |name: &str| {
        let message = format!("{name} does not read back as it was written");
        StoreError::write(path, io::Error::new(io::ErrorKind::InvalidData, message))
    };
    if entries.len() != packed.len() {
        return Err(wrong("the list of files"));
    }
    for (position, expected) in packed.iter().enumerate() {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled { path: path.to_owned() });
        }
        let (name, bytes) = entries.read(position)?;
        if name != expected.name
            || bytes.len() as u64 != expected.size
            || hash(&bytes) != expected.hash
        {
            return Err(wrong(&expected.name));
        }
        if name == LIBRARY {
            check_library(path, &bytes)?;
        }
        progress.add(1);
    }
    Ok(())
}

/// The file of an archive on the disk of a library, written in large pieces.
struct Out<'a> {
    disk: &'a dyn Disk,
    file: &'a mut File,
    /// How much lies in the file before the pending bytes, from the start.
    written: u64,
    pending: Vec<u8>,
    /// The first failure. The zip writer ends its file even when it is given up, and would print
    /// that this failed too; so nothing is written any more.
    failure: Option<io::ErrorKind>,
}

/// The size of a large piece, in bytes.
const PIECE: usize = 1024 * 1024;

impl Write for Out<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        if self.pending.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failure.is_none()
            && let Err(error) = self.disk.write(self.file, &self.pending)
        {
            self.failure = Some(error.kind());
            return Err(error);
        }
        self.written += self.pending.len() as u64;
        self.pending.clear();
        Ok(())
    }
}

impl Seek for Out<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        // The writer asks often where it is; that needs no call to the system.
        if to == SeekFrom::Current(0) {
            return Ok(self.written + self.pending.len() as u64);
        }
        self.flush()?;
        self.written = self.file.seek(to)?;
        Ok(self.written)
    }
}
