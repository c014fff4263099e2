//! What differs between systems: folders, dialogs, the display, the viewers of files.

pub mod dialogs;
pub mod display;
pub mod folders;
pub mod viewer;
