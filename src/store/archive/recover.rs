//! Finding versions of single records in the archives.

use std::collections::BTreeSet;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::list;
use super::unpack::Entries;
use crate::domain::counterpart::Counterpart;
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::domain::session::Session;
use crate::store::folder::LibraryFolder;
use crate::store::record::RecordKey;
use crate::store::ron_text::{decode, parse};

/// An earlier version of a record that can take its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Version {
    /// The backup or the archive that holds it.
    pub from: PathBuf,
    pub bytes: Vec<u8>,
}

/// Whether bytes are a version of this very record that this program can read.
pub(in crate::store) fn is_version(key: RecordKey, bytes: &[u8]) -> bool {
    let file = key.file();
    let Ok(text) = decode(&file, bytes) else { return false };
    match key {
        RecordKey::Library => {
            parse::<LibraryRecord>(&file, &text).is_ok_and(|record| record.schema <= SCHEMA)
        }
        RecordKey::Counterpart(id) => parse::<Counterpart>(&file, &text)
            .is_ok_and(|record| record.id == id && record.schema <= SCHEMA),
        RecordKey::Session(id) => parse::<Session>(&file, &text)
            .is_ok_and(|record| record.id == id && record.schema <= SCHEMA),
    }
}

/// For each key the version in the newest archive that holds one which can be read.
pub(in crate::store) fn newest_readable(
    folder: &LibraryFolder,
    keys: &[RecordKey],
) -> Vec<Option<Version>> {
    let mut found: Vec<Option<Version>> = keys.iter().map(|_| None).collect();
    for (path, mut entries) in newest_first(folder) {
        if found.iter().all(Option::is_some) {
            break;
        }
        for (place, key) in found.iter_mut().zip(keys).filter(|(place, _)| place.is_none()) {
            let name = key.file().to_string_lossy().replace(MAIN_SEPARATOR, "/");
            if let Ok(Some(bytes)) = entries.find(&name)
                && is_version(*key, &bytes)
            {
                *place = Some(Version { from: path.clone(), bytes });
            }
        }
    }
    found
}

/// The names, without extension, of the records that the newest archive has in a folder.
pub(in crate::store) fn newest_names(folder: &LibraryFolder, name: &str) -> BTreeSet<String> {
    let Some((_, entries)) = newest_first(folder).next() else { return BTreeSet::new() };
    entries
        .sizes()
        .filter_map(|(entry, _)| {
            let file = Path::new(&entry).strip_prefix(name).ok()?;
            Some(file.file_stem()?.to_str()?.to_owned())
        })
        .collect()
}

/// The archives that can be read. One that cannot is passed over.
fn newest_first(folder: &LibraryFolder) -> impl Iterator<Item = (PathBuf, Entries)> {
    list(folder).into_iter().rev().filter_map(|archive| match Entries::open(&archive.path) {
        Ok(entries) => Some((archive.path, entries)),
        Err(error) => {
            tracing::warn!(%error, "an archive was passed over");
            None
        }
    })
}
