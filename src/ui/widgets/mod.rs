//! Building blocks that every page shares.

pub mod button;
pub mod card;
pub mod chip;
pub mod columns;
pub mod field;
pub mod layout;
pub mod page;
pub mod row;
pub mod segmented;
pub mod tag;
pub mod text;
pub mod tick;
pub mod typed;
