//! `counterpoint tactics`: tactics and hot potatoes in the other side's words.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::output::print_json;
use super::{Answer, CliError, Context};
use crate::content::catalog::Catalog;
use crate::content::lexicons::lexicons;
use crate::domain::cue::{Cue, Cues};
use crate::i18n::{Arg, Messages};
use crate::store::read::read_input;

#[derive(Debug, Args)]
pub struct TacticsArgs {
    /// What the other side said, as a text file
    file: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    tactics: Vec<FoundTactic>,
    potatoes: Vec<FoundPotato>,
}

#[derive(Debug, Serialize)]
struct FoundTactic {
    id: &'static str,
    #[serde(flatten)]
    passage: Passage,
}

#[derive(Debug, Serialize)]
struct FoundPotato {
    kind: &'static str,
    #[serde(flatten)]
    passage: Passage,
}

/// A part of the text; offsets are UTF-8 bytes.
#[derive(Debug, Serialize)]
struct Passage {
    start: usize,
    end: usize,
    text: String,
    why: String,
    /// What can be answered.
    counter: String,
}

pub(super) fn run(
    args: &TacticsArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let text = read_input(&args.file)?;
    let catalog = Catalog::bundled()?;
    let messages = Messages::new(context.language_or_system());
    let language = messages.language();
    let cues = Cues::of(&text, lexicons());
    let passage = |cue: &Cue, name: &str, counter: &str| {
        let quoted = messages.quoted(&text, &cue.words);
        let args = [("label", Arg::from(quoted)), ("text", Arg::from(name))];
        Passage {
            start: cue.span.start,
            end: cue.span.end,
            text: text.get(cue.span.clone()).unwrap_or_default().to_owned(),
            why: if cue.words.is_empty() {
                name.to_owned()
            } else {
                messages.with("label-text", &args)
            },
            counter: counter.to_owned(),
        }
    };
    let tactics = cues.tactics().filter_map(|(id, cue)| {
        let card = catalog.tactic(id)?;
        let counter = card.counter_line.get(language);
        Some(FoundTactic { id, passage: passage(cue, card.name.get(language), counter) })
    });
    let potatoes = cues.potatoes().map(|(kind, cue)| {
        let potato = catalog.potato(kind);
        let [first, ..] = &potato.tests;
        let name = potato.name.get(language);
        FoundPotato { kind: kind.id(), passage: passage(cue, name, first.ask.get(language)) }
    });
    let document = Document { tactics: tactics.collect(), potatoes: potatoes.collect() };
    if args.json {
        print_json(out, &document)?;
        return Ok(Answer::Done);
    }
    let tactics = document.tactics.iter().map(|found| &found.passage);
    let potatoes = document.potatoes.iter().map(|found| &found.passage);
    let mut nothing = true;
    for found in tactics.chain(potatoes) {
        nothing = false;
        writeln!(out, "{}\n    {}\n    → {}", found.text, found.why, found.counter)?;
    }
    if nothing {
        writeln!(out, "{}", messages.text("tactics-none"))?;
    }
    Ok(Answer::Done)
}
