//! Looking at files that somebody says have changed.

use std::io;
use std::path::Path;

use super::report::SaveReport;
use super::work::{Content, Known, Print, Work};
use crate::store::conflict_copy::{FileKind, classify};
use crate::store::decode::decode;
use crate::store::error::StoreError;
use crate::store::read::problem;
use crate::store::record::RecordKey;

/// What a look at a file brought.
#[derive(Debug)]
pub(super) enum Seen {
    /// What the saver wrote itself, or nothing of the library's.
    Nothing,
    News(SaveReport),
    /// It cannot be read as a record. Somebody may still be writing it: look again, and believe it
    /// when it is the same then.
    Unfinished(Option<Print>),
}

impl Work {
    /// The record that a path is the file of.
    pub fn key_of(&self, path: &Path) -> Option<RecordKey> {
        match classify(path.strip_prefix(self.folder.path()).ok()?) {
            FileKind::Record(key) => Some(key),
            _ => None,
        }
    }

    /// Looks at one file. `unfinished` is what it held at the last look, if that was no record.
    pub fn look(&mut self, path: &Path, unfinished: Option<Option<Print>>) -> Seen {
        let Ok(inside) = path.strip_prefix(self.folder.path()) else { return Seen::Nothing };
        match classify(inside) {
            FileKind::Record(key) => self.look_at_record(path, key, unfinished),
            FileKind::ConflictCopy(_) if path.exists() => {
                if self.copies.insert(path.to_owned()) {
                    Seen::News(SaveReport::Copy(path.to_owned()))
                } else {
                    Seen::Nothing
                }
            }
            FileKind::ConflictCopy(_) => {
                self.copies.remove(path);
                Seen::Nothing
            }
            FileKind::Foreign | FileKind::Ignored => Seen::Nothing,
        }
    }

    fn look_at_record(
        &mut self,
        path: &Path,
        key: RecordKey,
        unfinished: Option<Option<Print>>,
    ) -> Seen {
        let (print, read) = match self.folder.current(key) {
            Ok(Some(found)) => {
                let print = Print::of(&found);
                if self.known.get(&key).is_some_and(|known| known.content.is(print)) {
                    return Seen::Nothing;
                }
                (Some(print), decode(path, key, &found))
            }
            Ok(None) => {
                let absent = Known { content: Content::Absent, last: None };
                return match self.known.insert(key, absent) {
                    Some(Known { content: Content::Absent, .. }) => Seen::Nothing,
                    _ => Seen::News(SaveReport::Gone { key }),
                };
            }
            // A library that is gone as a whole has not lost its records one by one.
            Err(error) if is_gone(&error) => return Seen::Nothing,
            Err(error) => (None, Err(error)),
        };
        match read {
            Ok(record) => {
                self.note(key, print);
                Seen::News(SaveReport::Changed { record })
            }
            Err(_) if unfinished != Some(print) => Seen::Unfinished(print),
            Err(error) => {
                self.note(key, print);
                Seen::News(SaveReport::Damaged(problem(Some(key), path, error)))
            }
        }
    }

    fn note(&mut self, key: RecordKey, print: Option<Print>) {
        if let Some(print) = print {
            let last = self.known.remove(&key).and_then(|known| known.last);
            self.known.insert(key, Known { content: Content::Theirs(print), last });
        }
    }
}

fn is_gone(error: &StoreError) -> bool {
    matches!(error, StoreError::Write { failure, .. } if failure.kind == io::ErrorKind::NotFound)
}
