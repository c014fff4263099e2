//! The expert texts of the app: typed, validated, complete in both languages.
//!
//! Content is data: a new tactic, question or piece of advice touches no Rust.

pub mod catalog;
pub mod coach;
pub mod lexicons;
pub mod phases;
pub mod potatoes;
pub mod probes;
pub mod quadrants;
pub mod questionnaire;
mod reading;
pub mod relations;
pub mod responses;
pub mod tactics;
pub mod text;
pub mod walk;
