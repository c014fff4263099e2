//! What stands at a path where a library is wanted.

use std::fs;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Missing,
    File,
    EmptyFolder,
    OtherFolder,
    Library,
}

impl Place {
    /// Looks at the disk.
    pub fn look(path: &Path) -> Self {
        if path.join("library.ron").is_file() {
            Self::Library
        } else if path.is_dir() {
            let is_empty = fs::read_dir(path).is_ok_and(|mut entries| entries.next().is_none());
            if is_empty { Self::EmptyFolder } else { Self::OtherFolder }
        } else if path.exists() {
            Self::File
        } else {
            Self::Missing
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_place_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        assert_eq!(Place::look(path), Place::EmptyFolder);
        assert_eq!(Place::look(&path.join("nothing")), Place::Missing);
        fs::write(path.join("note.txt"), "x").unwrap();
        assert_eq!(Place::look(path), Place::OtherFolder);
        assert_eq!(Place::look(&path.join("note.txt")), Place::File);
        fs::write(path.join("library.ron"), "()").unwrap();
        assert_eq!(Place::look(path), Place::Library);
    }
}
