//! The window: a shell with a rail, pages, modals, widgets and charts.
//!
//! A view reads state and pushes actions; it never writes a record and never blocks.

mod blank;
pub mod charts;
pub mod context;
pub mod launch;
pub mod measure;
pub mod modals;
pub mod pages;
pub mod shell;
pub mod theme;
mod watchdog;
pub mod widgets;
pub mod window;
