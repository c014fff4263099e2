//! `counterpoint walk`: the 17 questions asked of a pitch.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::output::print_json;
use super::{Answer, CliError};
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;
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

pub(super) fn run(args: &WalkArgs, out: &mut dyn Write) -> Result<Answer, CliError> {
    read_input(&args.file)?;
    super::tell("passages are not found automatically yet; the questions are listed without them");
    let question = |id: QuestionId| Question { id, quadrant: id.quadrant(), passages: Vec::new() };
    let questions = QuestionId::ALL.into_iter().map(question).collect();
    let document = Document { questions, irritators: Vec::new() };
    if args.json {
        print_json(out, &document)?;
    } else {
        for question in &document.questions {
            writeln!(out, "{:?}: {} passages", question.id, question.passages.len())?;
        }
    }
    Ok(Answer::Done)
}
