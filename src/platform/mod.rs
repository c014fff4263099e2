//! What differs between systems: folders, dialogs, the display.

pub mod dialogs;
pub mod display;
pub mod folders;
