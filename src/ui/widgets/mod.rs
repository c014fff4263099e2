//! Building blocks that every page shares.

pub mod button;
pub mod card;
pub mod chip;
pub mod columns;
pub mod comparison;
pub mod field;
pub mod layout;
pub mod page;
pub mod row;
pub mod segmented;
pub mod selection_bar;
pub mod tag;
pub mod tags;
pub mod text;
pub mod tick;
pub mod typed;
