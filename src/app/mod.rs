//! The state of the running app and everything that changes it.
//!
//! Views push [`action::Action`]s; [`state::AppState::update`] carries them out. Data changes only
//! through [`edit::Edit`].

pub mod action;
pub mod clock;
pub mod command;
pub mod drafts;
pub mod edit;
pub mod fault;
pub mod modal;
pub mod place;
pub mod preferences;
pub mod route;
pub mod state;
pub mod state_file;
pub mod tasks;
pub mod toast;
pub mod workspace;
