//! `counterpoint outcome`: judges a meeting by what the buyer agreed to do.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::input::read_ron;
use super::output::print_json;
use super::written::WrittenOutcome;
use super::{Answer, CliError, Context};
use crate::domain::outcome::{Reason, judge};
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

/// The reason in one sentence.
fn explain(messages: &Messages, reason: &Reason) -> String {
    let id = format!("brief-reason-{}", reason.id());
    match reason {
        Reason::Binding { action } => messages.with(&id, &[("action", action.into())]),
        Reason::Advancing { actions: count }
        | Reason::OnlyOurs { actions: count }
        | Reason::Broken { promises: count } => messages.with(&id, &[("count", (*count).into())]),
        Reason::Unspecific { missing, .. } => {
            let missing: Vec<&str> =
                missing.iter().map(|detail| messages.word("brief-detail", detail.id())).collect();
            let missing = missing.join(messages.text("brief-and"));
            messages.with(&id, &[("missing", missing.into())])
        }
        Reason::Refused
        | Reason::DecidedElsewhere
        | Reason::OnlyWords
        | Reason::NothingPromised => messages.text(&id).to_owned(),
    }
}
