//! Search over everything that the user wrote.
//!
//! The folded texts of all records lie in one piece of memory that is scanned on all cores; there
//! is no index of words, so every part of a word and every Chinese sign is found alike.

mod base;
mod blocks;
mod edits;
mod fields;
mod file;
mod find;
mod fold;
mod index;
mod near;
mod passage;
mod query;
mod rank;
mod scan;
mod text;

pub use fields::{FIELDS, FieldId, Section};
pub use find::{Found, Hit, MOST_HITS, find};
pub use fold::{FIELD_END, fold};
pub use index::TextIndex;
pub use passage::{Passage, highlights, passage};
pub use query::{Archived, Query, Scope};
pub use text::RecordText;
