//! User tasks, done by accessible names in both languages.

mod app;
mod keeping;
mod main_job;
