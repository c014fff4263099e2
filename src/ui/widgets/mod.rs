//! Building blocks that every page shares.

pub mod button;
pub mod card;
pub mod chip;
pub mod columns;
pub mod comparison;
pub mod field;
pub mod focus;
pub mod known;
pub mod layout;
pub mod observation;
pub mod page;
pub mod row;
pub mod say;
pub mod segmented;
pub mod selection_bar;
pub mod suggestion;
pub mod tag;
pub mod tags;
pub mod text;
pub mod tick;
pub mod typed;
