//! What lists need of every record, without having the records in memory.
//!
//! A cache of the last time is shown at once. The indexer then compares it with the files by name,
//! size and time of change, reads what is different, and reports it.

mod aside;
pub mod cache;
mod change;
mod difference;
mod entry;
mod files;
mod indexer;
mod known;
mod opening;
mod pass;
mod scan;
mod stamp;
mod sweep;
#[cfg(test)]
mod tests;
mod texts;

pub use change::{Index, IndexChange};
pub use files::CACHE_FOLDER;
pub use indexer::Indexer;
pub use opening::{Lists, Opened};
pub use stamp::Stamp;
