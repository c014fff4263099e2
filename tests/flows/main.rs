//! User tasks, done by accessible names in both languages.

mod access;
mod app;
mod hostile;
mod keeping;
mod main_job;
