//! `counterpoint list`: the records of the library, the last changed first.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use clap::{Args, ValueEnum};
use jiff::Timestamp;
use serde::Serialize;

use super::output::{print_json, tell_problems};
use super::{Answer, CliError, Context};
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Named;
use crate::domain::ids::CounterpartId;
use crate::store::record::RecordKey;
use crate::store::search::{Archived, MOST_HITS, Query, RecordText, Scope, TextIndex, find};
use crate::store::{Contents, Library, Progress};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Sessions,
    Counterparts,
    Accounts,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    kind: Kind,
    /// Only records with all of these words; "two words" for a phrase, tag:NAME for a tag
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
    let text = args.search.as_deref().unwrap_or_default();
    let query = Query::parse(text, scope(args.kind)).with_archived(Archived::Included);
    let mut entries = if query.is_empty() {
        all(args.kind, context)?
    } else {
        let contents = Library::read_all(&context.library_path())?;
        tell_problems(&contents.problems);
        found(args.kind, &contents, &query)
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

fn scope(kind: Kind) -> Scope {
    match kind {
        Kind::Sessions => Scope::Negotiations,
        Kind::Counterparts | Kind::Accounts => Scope::People,
    }
}

fn all(kind: Kind, context: &Context) -> Result<Vec<Entry>, CliError> {
    let catalog =
        Catalog::bundled().map_err(|error| CliError::Failed { message: error.to_string() })?;
    let lists = Library::read(&context.library_path(), catalog.weights())?;
    tell_problems(&lists.index.problems);
    let entries = match kind {
        Kind::Sessions => lists
            .index
            .sessions
            .iter()
            .map(|session| Entry {
                id: session.id.to_string(),
                title: session.title.clone(),
                updated: session.updated,
            })
            .collect(),
        Kind::Counterparts => lists
            .index
            .counterparts
            .iter()
            .map(|person| Entry {
                id: person.id.to_string(),
                title: person.full_name(),
                updated: person.updated,
            })
            .collect(),
        // No account can be kept yet.
        Kind::Accounts => Vec::new(),
    };
    Ok(entries)
}

/// The records that the search of the window finds, however many they are.
fn found(kind: Kind, contents: &Contents, query: &Query) -> Vec<Entry> {
    let text_of: BTreeMap<CounterpartId, RecordText> = contents
        .counterparts
        .iter()
        .map(|person| (person.id, RecordText::of_counterpart(person)))
        .collect();
    let with_key =
        |id: CounterpartId| text_of.get(&id).map(|text| (RecordKey::Counterpart(id), text.clone()));
    let mut entries = Vec::new();
    match kind {
        // A search lists so many hits, so it is given as many records at a time.
        Kind::Counterparts => {
            for some in contents.counterparts.chunks(MOST_HITS) {
                let hits = hits(some.iter().filter_map(|person| with_key(person.id)), query);
                let found = some.iter().filter(|person| hits.contains(&person.id.into()));
                entries.extend(found.map(|person| Entry {
                    id: person.id.to_string(),
                    title: person.full_name(),
                    updated: person.updated,
                }));
            }
        }
        Kind::Sessions => {
            for some in contents.sessions.chunks(MOST_HITS) {
                // A negotiation is found by its people too.
                let people: BTreeSet<CounterpartId> =
                    some.iter().flat_map(|session| session.counterparts.iter().copied()).collect();
                let sessions =
                    some.iter().map(|session| (session.id.into(), RecordText::of_session(session)));
                let hits = hits(sessions.chain(people.into_iter().filter_map(with_key)), query);
                let found = some.iter().filter(|session| hits.contains(&session.id.into()));
                entries.extend(found.map(|session| Entry {
                    id: session.id.to_string(),
                    title: session.title.clone(),
                    updated: session.updated,
                }));
            }
        }
        Kind::Accounts => {}
    }
    entries
}

fn hits(
    records: impl Iterator<Item = (RecordKey, RecordText)>,
    query: &Query,
) -> BTreeSet<RecordKey> {
    let texts = TextIndex::from_records(records);
    let found = find(&texts, query, None, &Progress::default());
    let hits = found.into_iter().flat_map(|found| found.hits);
    hits.filter(|hit| !hit.approximate).map(|hit| hit.key).collect()
}
