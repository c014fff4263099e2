//! `counterpoint hear`: which quadrant an utterance or a note of behaviour suggests.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::output::print_json;
use super::{Answer, CliError, Context};
use crate::content::catalog::Catalog;
use crate::content::lexicons::lexicons;
use crate::domain::hearing::{Heard, HeardPassage};
use crate::domain::quadrant::Quadrant;
use crate::i18n::{Arg, Messages};
use crate::store::read::read_input;

#[derive(Debug, Args)]
pub struct HearArgs {
    /// What was said or seen, as a text file
    file: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    /// `null` for ordinary talk.
    quadrant: Option<Quadrant>,
    confidence: f64,
    passages: Vec<Passage>,
}

/// A part of the text; offsets are UTF-8 bytes.
#[derive(Debug, Serialize)]
struct Passage {
    quadrant: Quadrant,
    start: usize,
    end: usize,
    text: String,
    why: String,
}

pub(super) fn run(
    args: &HearArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let text = read_input(&args.file)?;
    let catalog = Catalog::bundled()?;
    let messages = Messages::new(context.language_or_system());
    let heard = Heard::of(&text, lexicons());
    let passage = |found: &HeardPassage| {
        let name = catalog.quadrant(found.quadrant).name.get(messages.language());
        let args =
            [("label", Arg::from(messages.quoted(&text, &found.cues))), ("text", Arg::from(name))];
        Passage {
            quadrant: found.quadrant,
            start: found.span.start,
            end: found.span.end,
            text: text.get(found.span.clone()).unwrap_or_default().to_owned(),
            why: if found.cues.is_empty() {
                name.to_owned()
            } else {
                messages.with("label-text", &args)
            },
        }
    };
    let document = Document {
        quadrant: heard.quadrant,
        confidence: (heard.confidence * 1000.0).round() / 1000.0,
        passages: heard.passages.iter().map(passage).collect(),
    };
    if args.json {
        print_json(out, &document)?;
    } else {
        match document.quadrant {
            Some(quadrant) => writeln!(out, "suggests {quadrant}")?,
            None => writeln!(out, "suggests nothing")?,
        }
        for passage in &document.passages {
            writeln!(out, "    {}: {} ({})", passage.quadrant, passage.text, passage.why)?;
        }
    }
    Ok(Answer::Done)
}
