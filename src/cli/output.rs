//! Results on the standard output.

use std::io::Write;

use serde::Serialize;

use super::CliError;
use crate::store::Problem;

/// Prints one JSON document.
pub fn print_json<T: Serialize>(out: &mut dyn Write, value: &T) -> Result<(), CliError> {
    let text = serde_json::to_string_pretty(value)
        .map_err(|error| CliError::Failed { message: error.to_string() })?;
    writeln!(out, "{text}")?;
    Ok(())
}

/// Tells people of files that could not be used.
pub(super) fn tell_problems(problems: &[Problem]) {
    for problem in problems {
        super::tell(&problem.message());
    }
}
