//! `counterpoint walk`: the passages of a pitch that bear on the 17 questions.

use std::io::Write;
use std::ops::Range;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::output::print_json;
use super::{Answer, CliError, Context};
use crate::content::catalog::Catalog;
use crate::content::lexicons::lexicons;
use crate::domain::pitch::{Passage as Found, PitchReading};
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;
use crate::i18n::{Arg, Messages};
use crate::store::read::read_input;

#[derive(Debug, Args)]
pub struct WalkArgs {
    /// The text of the pitch
    file: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    questions: Vec<Question>,
    irritators: Vec<Passage>,
}

#[derive(Debug, Serialize)]
struct Question {
    id: QuestionId,
    quadrant: Quadrant,
    passages: Vec<Passage>,
}

/// A part of the text; offsets are UTF-8 bytes.
#[derive(Debug, Serialize)]
struct Passage {
    start: usize,
    end: usize,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

pub(super) fn run(
    args: &WalkArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let text = read_input(&args.file)?;
    let catalog = Catalog::bundled()?;
    let messages = Messages::new(context.language_or_system());
    let reading = PitchReading::of(&text, lexicons());
    let passage = |span: &Range<usize>, why: Option<String>| Passage {
        start: span.start,
        end: span.end,
        text: text.get(span.clone()).unwrap_or_default().to_owned(),
        why,
    };
    let why = |found: &Found| {
        let reason = catalog.question(found.question).satisfied_by.get(messages.language());
        let args = [
            ("label", Arg::from(messages.quoted(&text, &found.cues))),
            ("text", Arg::from(reason)),
        ];
        if found.cues.is_empty() { reason.to_owned() } else { messages.with("label-text", &args) }
    };
    let question = |id: QuestionId| Question {
        id,
        quadrant: id.quadrant(),
        passages: reading
            .of_question(id)
            .map(|found| passage(&found.span, Some(why(found))))
            .collect(),
    };
    let document = Document {
        questions: QuestionId::ALL.into_iter().map(question).collect(),
        irritators: reading.irritations.iter().map(|found| passage(&found.span, None)).collect(),
    };
    if args.json {
        print_json(out, &document)?;
    } else {
        for question in &document.questions {
            writeln!(out, "{:?}: {} passages", question.id, question.passages.len())?;
            for passage in &question.passages {
                writeln!(out, "    {}", passage.text.replace('\n', " / "))?;
            }
        }
        if !document.irritators.is_empty() {
            writeln!(out, "irritating: {} phrases", document.irritators.len())?;
            for passage in &document.irritators {
                writeln!(out, "    {}", passage.text)?;
            }
        }
    }
    Ok(Answer::Done)
}
