//! The models against trying every deal, and against known values.

#![allow(clippy::float_cmp, reason = "values that are exact by construction")]

mod brute;
mod core;
mod known;
mod offers;
mod pace;
