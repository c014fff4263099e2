//! The brief: the one page that goes into a meeting.
//!
//! [`compose()`] turns a session into a small [`Document`], and the writers turn that into Markdown,
//! a printable page or a PDF. The wording is complete before a writer sees it.

pub mod compose;
pub mod document;
mod draft;
pub mod fit;
#[cfg(test)]
mod fixture;
pub mod fonts;
pub mod html;
mod limits;
pub mod markdown;
mod moves;
pub mod paper;
pub mod pdf;
mod people;
mod position;
mod preparation;
mod promises;
pub mod questionnaire;
mod questions;
pub mod reason;
mod risks;
mod room;
mod tactics;
mod team;
#[cfg(test)]
mod tests;
mod text;

pub use compose::{BriefInput, compose};
pub use document::Document;
