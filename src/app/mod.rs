//! The state of the running app and everything that changes it.
//!
//! Views push [`action::Action`]s; [`state::AppState::update`] carries them out. Data changes only
//! through [`edit::Edit`].

pub mod action;
pub mod agenda;
pub mod archives;
pub mod clock;
pub mod coach;
pub mod command;
pub mod comparison;
pub mod cover;
pub mod derived;
pub mod drafts;
pub mod edit;
pub mod fault;
pub mod finder;
pub mod heard;
pub mod history;
pub mod keeping;
pub mod listening;
pub mod lists;
pub mod loader;
pub mod merging;
pub mod modal;
pub mod open_library;
pub mod pasted;
pub mod pdf;
pub mod place;
pub mod plan_draft;
pub mod preferences;
pub mod prospects;
pub mod quick_line;
pub mod review;
pub mod route;
pub mod selection;
pub mod state;
pub mod state_file;
pub mod tasks;
pub mod toast;
pub mod trash_view;
pub mod typed_offer;
pub mod workspace;
