//! The headless commands. They call the same code as the window.
//!
//! Results go to the standard output and messages for people to the standard error. The exit code
//! is 0 when the command is done, 1 when its answer is no, 2 for wrong use and unreadable input.

mod analyse;
pub mod brief;
mod check;
mod error;
mod hear;
mod input;
mod list;
mod outcome;
mod output;
mod profile;
mod relation;
mod sample;
pub mod shots;
mod tactics;
#[cfg(test)]
mod tests;
mod walk;
mod written;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

pub use error::CliError;
pub use output::print_json;

use crate::i18n::Language;
use crate::platform::folders;

/// Know the person across the table: profiles, preparation and honest outcomes for negotiations.
#[derive(Debug, Parser)]
#[command(name = "counterpoint", version, after_help = "Without a command the window opens.")]
pub struct Cli {
    /// The library folder; without it the one in the user's data folder
    #[arg(long, global = true, value_name = "DIR")]
    pub library: Option<PathBuf>,
    /// The language of texts: en or zh-Hans
    #[arg(long, global = true, value_name = "LANG", value_parser = parse_language)]
    pub lang: Option<Language>,
    /// Print a figure of the window and close it: the time to its first complete frame, or the
    /// frames drawn in ten seconds without input
    #[arg(long, value_enum, hide = true)]
    pub measure: Option<Measure>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A figure of the running window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Measure {
    Start,
    Idle,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a sample library into a new or empty folder
    Sample(sample::SampleArgs),
    /// Look for damaged files in a library, and repair them if asked
    Check(check::CheckArgs),
    /// List the records of the library
    List(list::ListArgs),
    /// Write the one-page brief of a session
    Brief(brief::BriefArgs),
    /// Work out a thinking profile from evidence
    Profile(profile::ProfileArgs),
    /// Tell how two quadrants get on
    Relation(relation::RelationArgs),
    /// Tell which quadrant an utterance or a note of behaviour suggests
    Hear(hear::HearArgs),
    /// Look for passages of a pitch that bear on the 17 questions
    Walk(walk::WalkArgs),
    /// Find the deals of a case that nobody can improve on, and the balanced ones
    Analyse(analyse::AnalyseArgs),
    /// Look for tactics and hot potatoes in what the other side said
    Tactics(tactics::TacticsArgs),
    /// Judge a meeting by what the buyer agreed to do
    Outcome(outcome::OutcomeArgs),
    /// Render every page of the library to pictures
    Shots(shots::ShotsArgs),
}

/// What every command may need.
#[derive(Debug, Clone)]
pub struct Context {
    /// The library folder given on the command line.
    pub library: Option<PathBuf>,
    /// The language given on the command line.
    pub language: Option<Language>,
}

impl Context {
    /// The folder of the library.
    pub fn library_path(&self) -> PathBuf {
        self.library.clone().unwrap_or_else(folders::default_library)
    }

    /// The language asked for, or that of the system.
    pub fn language_or_system(&self) -> Language {
        self.language.unwrap_or_else(folders::system_language)
    }
}

/// The answer of a command that was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Done,
    /// The answer is no, or problems were found.
    No,
}

/// Runs a command and says how it went.
pub fn run(cli: Cli) -> ExitCode {
    match execute(cli, &mut io::stdout().lock()) {
        // When a pipe is closed, its reader has heard enough.
        Ok(Answer::Done) | Err(CliError::Output { kind: io::ErrorKind::BrokenPipe, .. }) => {
            ExitCode::SUCCESS
        }
        Ok(Answer::No) => ExitCode::from(1),
        Err(error) => {
            tell(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// A message for people.
fn tell(message: &str) {
    // Nobody can be told that the standard error is closed.
    let _ = writeln!(io::stderr(), "counterpoint: {message}");
}

fn execute(cli: Cli, out: &mut dyn Write) -> Result<Answer, CliError> {
    let context = Context { library: cli.library, language: cli.lang };
    match cli.command {
        None => Err(CliError::NoCommand),
        Some(Command::Sample(args)) => sample::run(&args, &context, out),
        Some(Command::Check(args)) => check::run(&args, &context, out),
        Some(Command::List(args)) => list::run(&args, &context, out),
        Some(Command::Brief(args)) => brief::run(&args, &context, out),
        Some(Command::Profile(args)) => profile::run(&args, &context, out),
        Some(Command::Relation(args)) => relation::run(&args, out),
        Some(Command::Hear(args)) => hear::run(&args, &context, out),
        Some(Command::Walk(args)) => walk::run(&args, &context, out),
        Some(Command::Analyse(args)) => analyse::run(&args, &context, out),
        Some(Command::Tactics(args)) => tactics::run(&args, &context, out),
        Some(Command::Outcome(args)) => outcome::run(&args, &context, out),
        Some(Command::Shots(args)) => {
            let files = shots::run(&args, &context.library_path(), context.language)?;
            for file in &files {
                writeln!(out, "{}", file.display())?;
            }
            if files.is_empty() {
                tell("no page has a name like that; without --only all are drawn");
                return Ok(Answer::No);
            }
            Ok(Answer::Done)
        }
    }
}

fn parse_language(tag: &str) -> Result<Language, String> {
    let found = Language::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag));
    found.ok_or_else(|| "write en or zh-Hans".to_owned())
}
