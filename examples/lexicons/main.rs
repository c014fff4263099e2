//! Learns the lexicons from the labelled passages in `training/`, and measures them on passages
//! that no lexicon has seen.
//!
//! ```text
//! cargo run --release --example lexicons -- learn
//! cargo run --release --example lexicons -- evaluate
//! ```

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a tool for developers: a fault in it has to stop it, and its counts are small"
)]

mod corpus;
mod evaluate;
mod learn;
mod machine;
mod write;

use std::process::ExitCode;

use corpus::Task;

fn main() -> ExitCode {
    let wanted: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = wanted.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["learn"] => Task::ALL.into_iter().try_for_each(learn::learn),
        ["learn", name] => {
            Task::ALL.into_iter().filter(|task| task.name() == *name).try_for_each(learn::learn)
        }
        ["evaluate"] => evaluate::evaluate(false),
        ["evaluate", "--mistakes"] => evaluate::evaluate(true),
        _ => Err("say learn, learn TASK, evaluate, or evaluate --mistakes".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
