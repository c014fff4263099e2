//! Which files of a library belong into an archive, and what they are called there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::store::conflict_copy::{FileKind, classify};
use crate::store::error::StoreError;

/// The folders that are packed, besides the files beside `library.ron`, and how deep their files
/// lie at most.
const FOLDERS: [(&str, usize); 4] =
    [("counterparts", 1), ("sessions", 1), ("trash", 4), ("quarantine", 4)];

/// The name of the library's own record.
pub(super) const LIBRARY: &str = "library.ron";

/// A file to be packed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Source {
    /// The path inside the library, with `/`: also the name of the entry.
    pub name: String,
    pub path: PathBuf,
}

/// Whether a name is one that a packed library can contain.
pub(super) fn is_entry(name: &str) -> bool {
    let parts: Vec<&str> = name.split('/').collect();
    if !parts.iter().all(|part| is_safe(part)) {
        return false;
    }
    match parts.as_slice() {
        // Sync engines keep their copies beside the original, with its name in front.
        [file] => (file.starts_with("library") && is_ron(file)) || is_copy(name),
        [folder, below @ .., file] => {
            let depth = below.len() + 1;
            FOLDERS.iter().any(|(name, deepest)| folder == name && depth <= *deepest)
                && (is_ron(file) || is_copy(name))
        }
        [] => false,
    }
}

/// Names that lead out of the folder, hide, or mean a device or a stream are refused.
fn is_safe(part: &str) -> bool {
    let forbidden = |char: char| {
        char.is_control() || char == '\\' || (cfg!(windows) && "<>:\"|?*".contains(char))
    };
    !part.is_empty() && !part.starts_with('.') && !part.contains(forbidden)
}

fn is_ron(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

/// Some sync engines name their copies behind the extension.
fn is_copy(name: &str) -> bool {
    matches!(classify(Path::new(name)), FileKind::ConflictCopy(_))
}

/// The files of a library that belong into its archive, by name. A missing folder has none.
pub(super) fn sources(library: &Path) -> Result<Vec<Source>, StoreError> {
    let mut found = Vec::new();
    look_into(library, "", 0, &mut found)?;
    for (name, depth) in FOLDERS {
        look_into(&library.join(name), name, depth - 1, &mut found)?;
    }
    found.sort();
    Ok(found)
}

/// Takes the files of one folder, and of those below down to `depth` more levels.
fn look_into(
    path: &Path,
    prefix: &str,
    depth: usize,
    found: &mut Vec<Source>,
) -> Result<(), StoreError> {
    let failed = |error| StoreError::read(path, error);
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        // Gone, or a file in the place of a folder: there are no records in it.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            return Ok(());
        }
        Err(error) => return Err(failed(error)),
    };
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let Some(own) = entry.file_name().to_str().map(ToOwned::to_owned) else { continue };
        let name = if prefix.is_empty() { own } else { format!("{prefix}/{own}") };
        // A link is not followed: it may lead in a circle or out of the library.
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() && depth > 0 && name.split('/').all(is_safe) {
            look_into(&entry.path(), &name, depth - 1, found)?;
        } else if kind.is_file() && is_entry(&name) {
            found.push(Source { name, path: entry.path() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_outside_the_layout_are_none() {
        for good in [
            "library.ron",
            "library (1).ron",
            "library.sync-conflict-20261123-101500-ABCDEFG.ron",
            "sessions/019d4d59.ron",
            "sessions/019d4d59-6f00-79ec-bb68-0a6c96304829.ron_conflict-20261123-101500",
            "sessions/会议 (conflicted copy).RON",
            "trash/sessions/019d4d59/20261123T081500.250Z.ron",
            "trash/sessions/019d4d59/20261123T081500.250Z.copy.ron",
            "quarantine/x.20261123T081500.250Z.ron",
        ] {
            assert!(is_entry(good), "{good}");
        }
        for bad in [
            "",
            "/",
            "/library.ron",
            "notes.ron",
            "library.txt",
            "../library.ron",
            "sessions/../library.ron",
            "sessions/../../etc/x.ron",
            "sessions//x.ron",
            "sessions/./x.ron",
            "sessions/.hidden.ron",
            "sessions/a/b.ron",
            "sessions/x.exe",
            "sessions\\x.ron",
            "sessions/a\\..\\x.ron",
            "sessions/x\n.ron",
            "sessions",
            "sessions/",
            "backups/sessions/a/x.ron",
            "archives/x.ron",
            "trash/a/b/c/d/x.ron",
            ".cache/x.ron",
        ] {
            assert!(!is_entry(bad), "{bad}");
        }
    }
}
