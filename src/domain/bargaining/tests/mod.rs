//! The models against trying every deal, and against known values.

mod brute;
mod core;
mod known;
mod offers;
mod pace;
