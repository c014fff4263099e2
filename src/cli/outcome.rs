//! `counterpoint outcome`: judges a meeting by what the buyer agreed to do.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::input::read_ron;
use super::output::print_json;
use super::written::WrittenOutcome;
use super::{Answer, CliError, Context};
use crate::brief::reason::explain;
use crate::domain::outcome::judge;
use crate::i18n::Messages;

#[derive(Debug, Args)]
pub struct OutcomeArgs {
    /// A file of what was agreed
    file: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    verdict: &'static str,
    reason: String,
}

pub(super) fn run(
    args: &OutcomeArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let WrittenOutcome(outcome) = read_ron(&args.file)?;
    let judgement = judge(&outcome);
    let messages = Messages::new(context.language_or_system());
    let document =
        Document { verdict: judgement.verdict.id(), reason: explain(&messages, &judgement.reason) };
    if args.json {
        print_json(out, &document)?;
    } else {
        writeln!(out, "{}: {}", document.verdict, document.reason)?;
    }
    Ok(Answer::Done)
}
