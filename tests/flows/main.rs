//! User tasks, done by accessible names in both languages.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod access;
mod app;
mod coach;
mod cover;
mod cues;
mod deals;
mod deck;
mod heard;
mod help;
mod history;
mod hostile;
mod keeping;
mod lists;
mod live;
mod log_changes;
mod main_job;
mod merging;
mod offers;
mod outcome;
mod outside;
mod pictures;
mod plan;
mod preparing;
mod profiling;
mod questionnaire;
mod saving;
mod search;
mod statistics;
mod table;
mod together;
