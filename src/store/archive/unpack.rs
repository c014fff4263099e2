//! Reading archives: checking one, and restoring a library from one. An archive may come from
//! anywhere, so nothing in it is believed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use zip::read::ZipReadOptions;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::layout::{LIBRARY, is_entry};
use super::{inside, parallel};
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::store::disk::atomic_write_on;
use crate::store::error::StoreError;
use crate::store::folder::{LibraryFolder, RECORD_FOLDERS};
use crate::store::open::find_empty;
use crate::store::progress::Progress;
use crate::store::read::MAX_FILE_SIZE;
use crate::store::ron_scan::declared_schema;
use crate::store::ron_text::{decode, parse};
use crate::store::save::make_folder_on;

/// More files than this are no library of one person.
const MAX_ENTRIES: usize = 4_000_000;

/// More bytes than this are no library of one person.
const MAX_TOTAL: u64 = 64 * 1024 * 1024 * 1024;

/// Deflate cannot make anything smaller than by this; an archive that claims more repeats itself.
const MAX_RATIO: u64 = 1032;

/// So many files are unpacked before they are written. It bounds the memory.
const BATCH: usize = 256;

/// What a check of an archive found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    pub files: usize,
    /// Unpacked.
    pub bytes: u64,
}

/// Reads every file in an archive against its checksum, and `library.ron` as a record.
pub fn verify(archive: &Path, progress: &Progress) -> Result<Verified, StoreError> {
    let mut entries = Entries::open(archive)?;
    progress.set_all(entries.len());
    let mut bytes = 0;
    for position in 0..entries.len() {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled { path: archive.to_owned() });
        }
        let (name, content) = entries.read(position)?;
        if name == LIBRARY {
            check_library(archive, &content)?;
        }
        bytes += content.len() as u64;
        progress.add(1);
    }
    entries.library()?;
    Ok(Verified { files: entries.len(), bytes })
}

/// Restores a library from an archive into a folder that is missing or empty. The archive stays.
///
/// `library.ron` comes last: a folder that is only half written is no library. Whatever fails or is
/// cancelled leaves the folder as it was.
pub fn restore(
    archive: &Path,
    into: &LibraryFolder,
    progress: &Progress,
) -> Result<(), StoreError> {
    let path = into.path();
    find_empty(path)?;
    let mut entries = Entries::open(archive)?;
    let library = entries.library()?;
    let was_there = path.exists();
    let mut written = BTreeSet::new();
    let done = write_all(&mut entries, into, &mut written, progress).and_then(|()| {
        let file = path.join(LIBRARY);
        atomic_write_on(into.disk(), &file, &library)
            .map_err(|error| StoreError::write(&file, error))
    });
    if done.is_err() {
        for name in &written {
            let _ = fs::remove_file(path.join(name));
        }
        remove_empty_folders(path, &written);
        if !was_there {
            let _ = fs::remove_dir(path);
        }
    }
    done
}

/// Removes the folders that the files lay in, the deepest first.
fn remove_empty_folders(path: &Path, files: &BTreeSet<String>) {
    let folders = files.iter().flat_map(|name| Path::new(name).ancestors().skip(1));
    let all: BTreeSet<&Path> = folders.chain(RECORD_FOLDERS.iter().map(Path::new)).collect();
    for folder in all.into_iter().rev().filter(|folder| *folder != Path::new("")) {
        let _ = fs::remove_dir(path.join(folder));
    }
}

/// Writes everything but `library.ron`; it is on the disk when this returns.
fn write_all(
    entries: &mut Entries,
    into: &LibraryFolder,
    written: &mut BTreeSet<String>,
    progress: &Progress,
) -> Result<(), StoreError> {
    // Each file is written, and then waited for: all at once, which is faster than one by one.
    progress.set_all(entries.len() * 2);
    make_folder_on(into.disk(), into.path())?;
    let mut folders = BTreeSet::new();
    for name in RECORD_FOLDERS {
        folders.insert(into.path().join(name));
    }
    for folder in &folders {
        make_folder_on(into.disk(), folder)?;
    }
    let mut next = 0..entries.len();
    loop {
        if progress.is_cancelled() {
            return Err(StoreError::Cancelled { path: into.path().to_owned() });
        }
        let batch: Vec<_> =
            next.by_ref().take(BATCH).map(|at| entries.read(at)).collect::<Result<_, _>>()?;
        if batch.is_empty() {
            break;
        }
        for (name, _) in batch.iter().filter(|(name, _)| name != LIBRARY) {
            if let Some(folder) = into.path().join(name).parent()
                && folders.insert(folder.to_owned())
            {
                make_folder_on(into.disk(), folder)?;
            }
            written.insert(name.clone());
        }
        let write = |(name, bytes): &(String, Vec<u8>)| {
            if name == LIBRARY { Ok(()) } else { write_new(into, name, bytes) }
        };
        parallel::each(&batch, write, |_, written| written)?;
        progress.add(batch.len());
    }
    let names: Vec<_> = written.iter().collect();
    parallel::each(
        &names,
        |name| sync(into, name),
        |_, synced| {
            if progress.is_cancelled() {
                return Err(StoreError::Cancelled { path: into.path().to_owned() });
            }
            progress.add(1);
            synced
        },
    )?;
    for folder in &folders {
        into.disk().sync_folder(folder).map_err(|error| StoreError::write(folder, error))?;
    }
    Ok(())
}

/// Writes a file that is not there yet: two names that this disk takes for one are not mixed up.
fn write_new(into: &LibraryFolder, name: &str, bytes: &[u8]) -> Result<(), StoreError> {
    let path = into.path().join(name);
    let written =
        into.disk().create(&path).and_then(|mut file| into.disk().write(&mut file, bytes));
    written.map_err(|error| StoreError::write(&path, error))
}

/// Waits until a file is on the disk.
fn sync(into: &LibraryFolder, name: &str) -> Result<(), StoreError> {
    let path = into.path().join(name);
    // Some systems sync only what is open for writing.
    let opened = File::options().write(true).open(&path);
    opened.and_then(|file| into.disk().sync(&file)).map_err(|error| StoreError::write(&path, error))
}

/// Whether bytes can be the `library.ron` of an archive. One of a newer version of the program is
/// as good as its archive; this program just does not know it.
pub(super) fn check_library(archive: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let path = inside(archive, LIBRARY);
    let text = decode(&path, bytes)?;
    match parse::<LibraryRecord>(&path, &text) {
        Err(_) if declared_schema(&text).is_some_and(|schema| schema > SCHEMA) => Ok(()),
        result => result.map(drop),
    }
}

/// An archive whose list of files was checked: names, kinds and sizes are those of a library.
pub(super) struct Entries {
    zip: ZipArchive<BufReader<File>>,
    path: std::path::PathBuf,
}

impl Entries {
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let file = File::open(path).map_err(|error| StoreError::read(path, error))?;
        let found = file.metadata().map_err(|error| StoreError::read(path, error))?;
        if !found.is_file() {
            return Err(StoreError::NotARegularFile { path: path.to_owned() });
        }
        Self::new(file, path)
    }

    /// `path` is for messages only.
    pub(super) fn new(file: File, path: &Path) -> Result<Self, StoreError> {
        let size = file.metadata().map_err(|error| StoreError::read(path, error))?.len();
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|error| failed(path, "", error))?;
        let entries = Self { zip, path: path.to_owned() };
        entries.check_list(size)?;
        Ok(entries)
    }

    fn check_list(&self, archive_size: u64) -> Result<(), StoreError> {
        if self.zip.has_duplicate_names() {
            return Err(bad(&self.path, "a name stands in it twice"));
        }
        if self.zip.len() > MAX_ENTRIES {
            return Err(bad(&self.path, "it has more files than a library can have"));
        }
        let mut total = 0_u64;
        for position in 0..self.zip.len() {
            let entry =
                self.zip.by_index_data(position).map_err(|error| failed(&self.path, "", error))?;
            let name = String::from_utf8_lossy(entry.name_raw());
            let refuse = |what: &str| Err(bad(&self.path, &format!("{name:?} {what}")));
            if std::str::from_utf8(entry.name_raw()).is_err() || !is_entry(&name) {
                return refuse("is no file of a library");
            }
            // The upper bits of the mode are the kind of the file.
            let kind = entry.unix_mode().unwrap_or(0) & 0o170_000;
            if entry.is_dir() || !matches!(kind, 0 | 0o100_000) {
                return refuse("is not a regular file");
            }
            if entry.encrypted() {
                return refuse("is locked with a password");
            }
            let method = entry.compression();
            if !matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated) {
                return refuse("is packed in an unknown way");
            }
            if entry.size() > MAX_FILE_SIZE {
                return refuse("is larger than a record may be");
            }
            total = total.saturating_add(entry.size());
        }
        if total > MAX_TOTAL || total > archive_size.saturating_mul(MAX_RATIO) {
            return Err(bad(&self.path, "it would unpack to more than a library can be"));
        }
        Ok(())
    }

    pub(super) fn len(&self) -> usize {
        self.zip.len()
    }

    /// Name and size of every file.
    pub(super) fn sizes(&self) -> impl Iterator<Item = (String, u64)> {
        (0..self.zip.len()).filter_map(|position| {
            let entry = self.zip.by_index_data(position).ok()?;
            Some((String::from_utf8_lossy(entry.name_raw()).into_owned(), entry.size()))
        })
    }

    /// Name and content of a file, which has the size and the checksum that the list says.
    pub(super) fn read(&mut self, position: usize) -> Result<(String, Vec<u8>), StoreError> {
        // What stands before the content must agree with the list, or another program would unpack
        // something else than this one.
        let strict = ZipReadOptions::new().enforce_header_consistency(true);
        let mut entry = self
            .zip
            .by_index_with_options(position, strict)
            .map_err(|error| failed(&self.path, "", error))?;
        let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
        let size = entry.size();
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(MAX_FILE_SIZE)).unwrap_or(0));
        // One byte more, so that a content that is longer than its size shows, and the end is read.
        let read = Read::by_ref(&mut entry).take(size + 1).read_to_end(&mut bytes);
        read.map_err(|error| failed(&self.path, &name, error.into()))?;
        if bytes.len() as u64 == size {
            Ok((name, bytes))
        } else {
            Err(bad(&self.path, &format!("{name:?} has another size than its list says")))
        }
    }

    /// The content of the file called `name`, if there is one.
    pub(super) fn find(&mut self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(position) = self.zip.index_for_name(name) else { return Ok(None) };
        self.read(position).map(|(_, bytes)| Some(bytes))
    }

    /// The checked `library.ron`.
    fn library(&mut self) -> Result<Vec<u8>, StoreError> {
        let bytes = self.find(LIBRARY)?;
        let bytes = bytes.ok_or_else(|| bad(&self.path, "it holds no library.ron"))?;
        check_library(&self.path, &bytes)?;
        Ok(bytes)
    }
}

fn bad(path: &Path, message: &str) -> StoreError {
    StoreError::BadArchive { path: path.to_owned(), message: message.to_owned() }
}

/// A broken archive and a broken disk are different things to mend.
fn failed(path: &Path, entry: &str, error: ZipError) -> StoreError {
    let error = match error {
        ZipError::Io(error) => error,
        other => io::Error::new(io::ErrorKind::InvalidData, other.to_string()),
    };
    let broken = matches!(
        error.kind(),
        io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::Other
    );
    if !broken {
        return StoreError::read(path, error);
    }
    let place = if entry.is_empty() { String::new() } else { format!("{entry:?}: ") };
    bad(path, &format!("{place}{error}"))
}
