//! Colours, sizes and fonts. Everything else asks here; raw colours are banned elsewhere.

pub mod fonts;
pub mod icons;
pub mod style;
pub mod tokens;
