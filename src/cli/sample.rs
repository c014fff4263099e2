//! `counterpoint sample`: writes a sample library.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

use super::{Answer, CliError, Context};
use crate::store::Library;
use crate::store::sample::{SampleOptions, sample_records};

#[derive(Debug, Args)]
pub struct SampleArgs {
    /// A new or empty folder
    dir: PathBuf,
    /// How many sessions
    #[arg(long, value_name = "N")]
    sessions: Option<usize>,
    /// Another seed gives other people and numbers
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The day that the story is told around; dates are relative to it
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

/// The same seed, size and language give the same bytes, whatever the day and the system.
pub(super) fn run(
    args: &SampleArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let standard = SampleOptions::default();
    let options = SampleOptions {
        sessions: args.sessions.unwrap_or(standard.sessions),
        seed: args.seed.unwrap_or(standard.seed),
        today: args.today.unwrap_or(standard.today),
        language: context.language.unwrap_or(standard.language),
    };
    let sample = sample_records(&options);
    Library::write_new(&args.dir, &sample.library, &sample.counterparts, &sample.sessions)?;
    let (people, sessions) = (sample.counterparts.len(), sample.sessions.len());
    writeln!(out, "{}: {people} counterparts, {sessions} sessions", args.dir.display())?;
    Ok(Answer::Done)
}
