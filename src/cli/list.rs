//! `counterpoint list`: the records of the library, the last changed first.

use std::collections::HashMap;
use std::io::Write;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use serde::Serialize;

use super::output::{print_json, tell_problems};
use super::{Answer, CliError, Context};
use crate::domain::counterpart::Counterpart;
use crate::domain::session::Session;
use crate::store::{Contents, Library};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Sessions,
    Counterparts,
    Accounts,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    kind: Kind,
    /// Only records that contain this text, in any case
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    title: String,
    updated: Timestamp,
}

pub(super) fn run(
    args: &ListArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let contents = Library::read(&context.library_path())?;
    tell_problems(&contents.problems);
    let needle = args.search.as_deref().unwrap_or("").to_lowercase();
    let mut entries = match args.kind {
        Kind::Sessions => sessions(&contents, &needle),
        Kind::Counterparts => counterparts(&contents, &needle),
        // No account can be kept yet.
        Kind::Accounts => Vec::new(),
    };
    entries.sort_by(|one, other| other.updated.cmp(&one.updated).then(one.id.cmp(&other.id)));
    if args.json {
        print_json(out, &entries)?;
    } else {
        for entry in &entries {
            // A line end or an escape sequence in a title must not reach the terminal.
            let title = entry.title.replace(char::is_control, " ");
            writeln!(out, "{}  {}  {title}", entry.id, entry.updated)?;
        }
    }
    Ok(Answer::Done)
}

fn contains(texts: &[&str], needle: &str) -> bool {
    texts.iter().any(|text| text.to_lowercase().contains(needle))
}

fn counterparts(contents: &Contents, needle: &str) -> Vec<Entry> {
    let hits =
        contents.counterparts.iter().filter(|record| contains(&person_texts(record), needle));
    hits.map(|record| Entry {
        id: record.id.to_string(),
        title: record.full_name(),
        updated: record.updated,
    })
    .collect()
}

fn sessions(contents: &Contents, needle: &str) -> Vec<Entry> {
    let names: HashMap<_, _> =
        contents.counterparts.iter().map(|record| (record.id, record.full_name())).collect();
    let is_hit = |session: &&Session| {
        let people = session.counterparts.iter().filter_map(|id| names.get(id));
        people.into_iter().any(|name| contains(&[name], needle))
            || contains(&session_texts(session), needle)
    };
    let hits = contents.sessions.iter().filter(is_hit);
    hits.map(|session| Entry {
        id: session.id.to_string(),
        title: session.title.clone(),
        updated: session.updated,
    })
    .collect()
}

fn person_texts(record: &Counterpart) -> Vec<&str> {
    let mut texts: Vec<&str> =
        vec![&record.name, &record.latin_name, &record.title, &record.organisation, &record.notes];
    texts.extend(record.evidence.iter().flat_map(|item| [item.text.as_str(), &item.source]));
    texts
}

fn session_texts(session: &Session) -> Vec<&str> {
    let plan = &session.plan;
    let mut texts: Vec<&str> = vec![
        &session.title,
        &session.pitch,
        &plan.goal,
        &plan.alternative,
        &plan.questions,
        &plan.unsaid,
    ];
    texts.extend(session.offers.iter().map(|offer| offer.terms.as_str()));
    texts.extend(session.potatoes.iter().map(|potato| potato.claim.as_str()));
    texts.extend(session.log.iter().map(|entry| entry.text.as_str()));
    for meeting in &session.meetings {
        texts.extend([meeting.place.as_str(), &meeting.debrief]);
        texts.extend(meeting.outcome.words.iter().map(String::as_str));
        texts.extend(meeting.outcome.commitments.iter().map(|promise| promise.action.as_str()));
    }
    texts
}
