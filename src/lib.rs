//! Counterpoint: know the person across the table.
//!
//! The layers, and the only direction in which they may depend on one another:
//! `ui -> app -> {store, brief} -> content -> i18n -> domain`.
//! `platform` serves `app`, `cli` and the binary.

pub mod app;
pub mod brief;
pub mod cli;
pub mod content;
pub mod domain;
pub mod i18n;
pub mod platform;
pub mod store;
pub mod ui;
