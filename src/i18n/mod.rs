//! Messages, dates, numbers and money in the user's language, and reading them back.

pub mod format;
pub mod language;
pub mod messages;
pub mod parse;
pub mod parse_date;

pub use language::Language;
pub use messages::{Arg, Messages};
