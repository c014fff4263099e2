//! Messages, dates, numbers and money in the user's language, and reading them back.

pub mod format;
pub mod language;
pub mod messages;
pub mod names;
pub mod parse;
pub mod parse_date;
pub mod parse_time;
mod spacing;
pub mod terms;
pub mod units;

pub use language::Language;
pub use messages::{Arg, Messages};
pub use parse::parse_amount;
pub use parse_date::parse_date;
pub use parse_time::{parse_date_time, parse_time};
