//! Charts: each has a role, a spoken summary, and its data as text beside it or in a table.

pub mod axis;
pub mod calibration;
pub mod frontier;
pub mod glyph;
pub mod history;
pub mod kite;
pub mod offers;
pub mod shares;
pub mod steps;
pub mod team_map;
pub mod zone;
