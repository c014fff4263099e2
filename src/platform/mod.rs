//! What differs between systems: folders, dialogs, the display, fonts, the viewers of files.

pub mod dialogs;
pub mod display;
pub mod folders;
pub mod fonts;
pub mod viewer;
