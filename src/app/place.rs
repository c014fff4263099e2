//! What stands at a path that the user types, for a library or for a file.

use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Nothing, in a folder that is there.
    Missing,
    /// Nothing, and no folder for it either.
    MissingFolder,
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
            let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            if parent.is_some_and(|parent| !parent.is_dir()) {
                Self::MissingFolder
            } else {
                Self::Missing
            }
        }
    }
}

/// The path that the open modal asks about, and what a thread found there. A network drive may
/// take its time, so the window never looks itself.
#[derive(Debug, Default)]
pub struct Sight {
    asked: Option<PathBuf>,
    found: Option<Place>,
}

impl Sight {
    pub fn ask(&mut self, path: &Path) {
        self.asked = Some(path.to_owned());
        self.found = None;
    }

    /// Takes in an answer; one about an earlier path comes too late.
    pub fn answer(&mut self, path: &Path, place: Place) {
        if self.asked.as_deref() == Some(path) {
            self.found = Some(place);
        }
    }

    pub fn asked(&self) -> Option<&Path> {
        self.asked.as_deref()
    }

    /// `None` while the thread is looking.
    pub fn found(&self) -> Option<Place> {
        self.found
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
        assert_eq!(Place::look(&path.join("no/file")), Place::MissingFolder);
        fs::write(path.join("note.txt"), "x").unwrap();
        assert_eq!(Place::look(path), Place::OtherFolder);
        assert_eq!(Place::look(&path.join("note.txt")), Place::File);
        fs::write(path.join("library.ron"), "()").unwrap();
        assert_eq!(Place::look(path), Place::Library);
    }

    #[test]
    fn an_answer_about_an_earlier_path_is_not_taken_for_the_present_one() {
        let mut sight = Sight::default();
        sight.ask(Path::new("/a"));
        sight.ask(Path::new("/b"));
        sight.answer(Path::new("/a"), Place::Library);
        assert_eq!(sight.found(), None);
        sight.answer(Path::new("/b"), Place::File);
        assert_eq!(sight.found(), Some(Place::File));
    }
}
