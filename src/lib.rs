//! Counterpoint: know the person across the table.
//!
//! The layers, and the only direction in which they may depend on one another:
//! `ui -> app -> {store, brief} -> content -> i18n -> domain`.
//! `platform` serves `app`, `cli` and the binary.

pub mod content;
pub mod domain;
pub mod i18n;
