//! The library folder: one RON file for each record, saved as a whole or not at all.
//!
//! Truth is in the files. A damaged file is moved aside and the rest is loaded; a file from a
//! newer version of the program is left alone; the previous versions of a record are kept.

pub mod backup;
mod bulk;
pub mod check;
pub mod disk;
pub mod error;
pub mod folder;
pub mod lock;
pub mod open;
mod quarantine;
pub(crate) mod read;
pub mod record;
pub(crate) mod ron_scan;
pub mod ron_text;
pub mod sample;
mod save;
pub mod saver;
mod stamp;

pub use disk::atomic_write;
pub use error::{Action, Problem, StoreError};
pub use folder::LibraryFolder;
pub use lock::{Access, Holder, LibraryLock, ReadOnlyReason};
pub use open::{Contents, Library, Opened};
pub use record::{Record, RecordKey};
pub use saver::{SaveReport, Saver};
