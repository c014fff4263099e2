//! The folder of the cache inside a library, and the two files in it.

use std::fs::{self, File};
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use tempfile::NamedTempFile;

use super::cache::{self, Cached, Seal};
use crate::domain::evidence::EvidenceWeights;
use crate::store::disk::TEMPORARY_PREFIX;
use crate::store::folder::LibraryFolder;
use crate::store::search::TextIndex;

/// The folder inside the library.
pub const CACHE_FOLDER: &str = ".cache";
const SUMMARIES: &str = "summaries";
const TEXTS: &str = "texts";

/// Programs that make backups leave out a folder with this file.
const TAG: &str = "CACHEDIR.TAG";
const TAG_TEXT: &str = "Signature: 8a477f597d28d172789f06886806bc55\n\
    # What the program needs to show a large library at once. It is made anew from the records, so\n\
    # this folder may be deleted at any time.\n";

pub(super) fn cache_folder(folder: &LibraryFolder) -> PathBuf {
    folder.path().join(CACHE_FOLDER)
}

/// The summaries of the last time, if the cache holds any that can be used.
pub(super) fn read_summaries(folder: &LibraryFolder, weights: &EvidenceWeights) -> Option<Cached> {
    let (mut file, len) = open(&cache_folder(folder).join(SUMMARIES))?;
    let mut bytes = vec![0; cache::START];
    file.read_exact(&mut bytes).ok()?;
    if cache::declared_len(&bytes, weights)? != len {
        return None;
    }
    bytes.reserve_exact(usize::try_from(len).ok()?.checked_sub(bytes.len())?);
    file.take(len).read_to_end(&mut bytes).ok()?;
    cache::read(&bytes, weights)
}

/// The texts that were written together with the summaries.
pub(super) fn read_texts(folder: &LibraryFolder, seal: Seal) -> Option<TextIndex> {
    let path = cache_folder(folder).join(TEXTS);
    let (mut file, len) = open(&path)?;
    if len != seal.len || end_of(&mut file)? != seal.crc {
        return None;
    }
    TextIndex::read(len, || File::open(&path))
}

/// A regular file and its length. A pipe would make the program wait for ever.
fn open(path: &Path) -> Option<(File, u64)> {
    let found = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((File::open(path).ok()?, found.len()))
}

/// The last four bytes of the texts are their checksum.
fn end_of(file: &mut File) -> Option<u32> {
    let mut end = [0; 4];
    file.seek(SeekFrom::End(-4)).ok()?;
    file.read_exact(&mut end).ok()?;
    Some(u32::from_le_bytes(end))
}

/// Replaces both files and returns the seal of the texts. `looked` is when the stamps began to be
/// taken.
///
/// They are not forced to the disk: what a power cut leaves of them has a wrong checksum.
pub(super) fn write(
    folder: &LibraryFolder,
    mut cached: Cached,
    texts: &TextIndex,
    weights: &EvidenceWeights,
    looked: Instant,
) -> io::Result<Seal> {
    let place = cache_folder(folder);
    // Never a folder beside a library that is gone.
    match fs::create_dir(&place) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let tag = place.join(TAG);
    if !tag.exists() {
        fs::write(tag, TAG_TEXT)?;
    }
    let mut file = temporary(&place)?;
    // The disk may be another computer with another clock.
    let now = file.as_file().metadata()?.modified()?;
    let looked = now.checked_sub(looked.elapsed()).unwrap_or(std::time::UNIX_EPOCH);
    let mut writer = BufWriter::with_capacity(1 << 20, file.as_file_mut());
    texts.to_writer(&mut writer)?;
    writer.flush()?;
    drop(writer);
    let len = file.as_file_mut().stream_position()?;
    let crc = end_of(file.as_file_mut()).ok_or(io::ErrorKind::UnexpectedEof)?;
    let seal = Seal { len, crc };
    cached.texts = seal;
    let bytes = cache::write(&cached, weights, looked)
        .ok_or_else(|| io::Error::other("more than a cache can hold"))?;
    let mut summaries = temporary(&place)?;
    summaries.write_all(&bytes)?;
    file.persist(place.join(TEXTS)).map_err(|error| error.error)?;
    summaries.persist(place.join(SUMMARIES)).map_err(|error| error.error)?;
    Ok(seal)
}

fn temporary(place: &Path) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(TEMPORARY_PREFIX).suffix(".tmp").tempfile_in(place)
}
