//! Messages, dates, numbers and money in the user's language.

pub mod language;
