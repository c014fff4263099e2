//! What is on disk and in the bundle: content, messages, fonts, the store.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod content;
mod fixture;
mod glyphs;
mod i18n;
mod store_files;
mod store_folder;
mod store_saver;
