//! The coaching models: pure data and arithmetic.
//!
//! No I/O, no clock, no randomness and no user interface in here: time and ids
//! come in as arguments, so every rule can be tested with known values.

pub mod bargaining;
pub mod compatibility;
pub mod counterpart;
pub mod cue;
pub mod deal_space;
pub mod digest;
pub mod evidence;
pub mod group;
pub mod hearing;
pub mod ids;
pub mod issue;
pub mod label;
pub mod ledger;
pub mod lexicon;
pub mod library;
pub mod outcome;
pub mod phase;
pub mod pitch;
pub mod plan;
pub mod potato;
pub mod prediction;
pub mod price_steps;
pub mod probe;
pub mod profile;
pub mod profile_history;
pub mod projection;
pub mod quadrant;
pub mod questionnaire;
pub mod session;
pub mod standing;
pub mod statistics;
pub mod summary;
pub mod table;
pub mod tactic;
pub mod walk;
pub mod weighing;
