//! `counterpoint relation`: how two quadrants get on.

use std::io::Write;

use clap::Args;
use serde::Serialize;

use super::output::print_json;
use super::{Answer, CliError};
use crate::domain::compatibility::Relation;
use crate::domain::quadrant::Quadrant;

#[derive(Debug, Args)]
pub struct RelationArgs {
    /// The quadrant of one: A, B, C or D
    one: Quadrant,
    /// The quadrant of the other
    other: Quadrant,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    relation: &'static str,
    difficulty: u8,
}

pub(super) fn run(args: &RelationArgs, out: &mut dyn Write) -> Result<Answer, CliError> {
    let relation = Relation::between(args.one, args.other);
    let document = Document { relation: relation.id(), difficulty: relation.difficulty() };
    if args.json {
        print_json(out, &document)?;
    } else {
        writeln!(out, "{}, difficulty {}", document.relation, document.difficulty)?;
    }
    Ok(Answer::Done)
}
