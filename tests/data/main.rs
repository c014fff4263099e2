//! What is on disk and in the bundle: content, messages, fonts, the store.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod content;
mod faults;
mod fixture;
mod glyphs;
mod i18n;
mod lexicons;
mod store_crash;
mod store_faults;
mod store_files;
mod store_folder;
mod store_fuzz;
mod store_index;
mod store_index_hostile;
mod store_lock;
mod store_migration;
mod store_outside;
mod store_repair;
mod store_saver;
mod store_search;
mod store_watch;
