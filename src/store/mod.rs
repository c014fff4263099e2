//! The library folder: one RON file for each record, saved as a whole or not at all.
//!
//! Truth is in the files. A damaged file is moved aside and the rest is loaded; a file from a
//! newer version of the program is left alone; the previous versions of a record are kept.

pub mod archive;
pub mod backup;
mod bulk;
pub mod check;
pub mod conflict_copy;
mod decode;
pub mod disk;
pub mod error;
pub mod folder;
pub mod history;
pub mod import;
pub mod index;
mod load;
pub mod lock;
pub mod merge;
pub mod migrate;
pub mod open;
pub mod progress;
mod quarantine;
pub(crate) mod read;
pub mod record;
pub mod rescue;
pub(crate) mod ron_scan;
pub mod ron_text;
pub mod sample;
mod save;
pub mod saver;
pub mod search;
pub mod shelf;
mod stamp;
pub mod trash;
pub mod watch;

pub use disk::atomic_write;
pub use error::{Action, Problem, StoreError};
pub use folder::LibraryFolder;
pub use index::{Lists, Opened};
pub use lock::{Access, Holder, LibraryLock, ReadOnlyReason};
pub use open::{Contents, Library};
pub use progress::Progress;
pub use record::{Record, RecordKey};
pub use saver::{SaveReport, Saver};
