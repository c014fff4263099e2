//! What is wrong with a file and what to do about it, in the user's language.

use std::path::Path;

use crate::i18n::{Arg, Messages};
use crate::store::error::{IoFailure, Problem, StoreError};

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, with line and column when they are known; empty when no file is concerned.
    pub place: String,
    pub wrong: String,
    pub to_do: String,
}

impl Fault {
    pub fn new(error: &StoreError, messages: &Messages) -> Self {
        let file = error.path().map(|path| path.display().to_string()).unwrap_or_default();
        Self::at(file, error, messages)
    }

    /// The fault of a file of a library, which is named by its path inside.
    pub fn of_problem(problem: &Problem, library: &Path, messages: &Messages) -> Self {
        Self::at(problem.file_in(library), &problem.error, messages)
    }

    fn at(file: String, error: &StoreError, messages: &Messages) -> Self {
        let place = match error {
            StoreError::Parse { line, column, .. } => {
                let line = [
                    ("file", Arg::from(&file)),
                    ("line", (*line).into()),
                    ("column", (*column).into()),
                ];
                messages.with("problems-place", &line)
            }
            _ => file,
        };
        let (wrong, to_do) = explain(error, messages);
        Self { place, wrong, to_do }
    }

    /// The whole fault in one line.
    pub fn sentence(&self, messages: &Messages) -> String {
        let args = [
            ("place", Arg::from(&self.place)),
            ("wrong", Arg::from(&self.wrong)),
            ("todo", Arg::from(&self.to_do)),
        ];
        let id = if self.place.is_empty() { "fault-anywhere" } else { "fault-at" };
        messages.with(id, &args)
    }
}

fn explain(error: &StoreError, messages: &Messages) -> (String, String) {
    let plain = |key: &str| messages.text(key).to_owned();
    match error {
        StoreError::NoSuchFolder { .. } => {
            (plain("store-no-folder"), plain("store-no-folder-todo"))
        }
        StoreError::FileInTheWay { .. } => {
            (plain("store-file-in-way"), plain("store-file-in-way-todo"))
        }
        StoreError::NotALibrary { .. } => {
            (plain("store-not-library"), plain("store-not-library-todo"))
        }
        StoreError::LibraryFileMissing { records, .. } => {
            let count = [("count", Arg::from(*records))];
            (messages.with("store-file-missing", &count), plain("store-file-missing-todo"))
        }
        StoreError::FolderNotEmpty { .. } => {
            (plain("store-not-empty"), plain("store-not-empty-todo"))
        }
        StoreError::Parse { field, message, .. } => {
            let message = if field.is_empty() {
                message.clone()
            } else {
                let parts = [("field", Arg::from(field)), ("message", Arg::from(message))];
                messages.with("store-parse-field", &parts)
            };
            (
                messages.with("store-parse", &[("message", message.into())]),
                plain("store-parse-todo"),
            )
        }
        StoreError::WrongName { found, .. } => {
            let id = [("found", Arg::from(found))];
            (messages.with("store-wrong-name", &id), messages.with("store-wrong-name-todo", &id))
        }
        StoreError::Newer { .. } => (plain("store-newer"), plain("store-newer-todo")),
        StoreError::NotARegularFile { .. } => {
            (plain("store-not-regular"), plain("store-not-regular-todo"))
        }
        StoreError::TooLarge { size, .. } => {
            let size = [("size", Arg::from(*size))];
            (messages.with("store-too-large", &size), plain("store-too-large-todo"))
        }
        StoreError::Read { failure, .. } => {
            (of_system("store-read", failure, messages), plain(advice(failure)))
        }
        StoreError::Write { failure, .. } => {
            (of_system("store-write", failure, messages), plain(advice(failure)))
        }
        StoreError::Unfaithful { .. } => {
            (plain("store-unfaithful"), plain("store-unfaithful-todo"))
        }
        StoreError::BadArchive { message, .. } => (
            messages.with("store-bad-archive", &[("message", Arg::from(message))]),
            plain("store-bad-archive-todo"),
        ),
        StoreError::ConflictCopy { .. } => {
            (plain("store-conflict-copy"), plain("store-conflict-copy-todo"))
        }
        StoreError::RecordsMissing { records, .. } => (
            messages.with("store-records-missing", &[("count", Arg::from(*records))]),
            plain("store-records-missing-todo"),
        ),
        StoreError::Cancelled { .. } => (plain("store-cancelled"), plain("store-cancelled-todo")),
        StoreError::InUse { .. } => (plain("store-in-use"), plain("store-in-use-todo")),
        StoreError::CannotRemoveLibrary { .. } => {
            (plain("store-keep-library"), plain("store-other-todo"))
        }
        StoreError::NoThread { failure } => {
            (of_system("store-no-saver", failure, messages), plain("store-no-saver-todo"))
        }
    }
}

fn of_system(id: &str, failure: &IoFailure, messages: &Messages) -> String {
    messages.with(id, &[("reason", Arg::from(&failure.reason))])
}

/// What helps against a failure of the disk.
fn advice(failure: &IoFailure) -> &'static str {
    use std::io::ErrorKind;
    match failure.kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "store-disk-full-todo",
        ErrorKind::PermissionDenied => "store-permission-todo",
        ErrorKind::ReadOnlyFilesystem => "store-read-only-todo",
        ErrorKind::NotFound => "store-path-todo",
        _ => "store-io-todo",
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};

    use super::*;
    use crate::i18n::Language;

    #[test]
    fn a_full_disk_is_told_with_its_file_and_the_way_out() {
        let error = StoreError::write(Path::new("/a/b.ron"), Error::from(ErrorKind::StorageFull));
        for (language, way_out) in
            [(Language::English, "Free some space"), (Language::Chinese, "腾出")]
        {
            let messages = Messages::new(language);
            let told = Fault::new(&error, &messages).sentence(&messages);
            assert!(told.contains("/a/b.ron") && told.contains(way_out), "{told}");
            assert_eq!(messages.missing(), Vec::<String>::new());
        }
    }
}
