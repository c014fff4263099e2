//! `counterpoint brief`: the one-page brief of a session.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{ArgGroup, Args, ValueEnum};

use super::{Answer, CliError, Context};
use crate::app::agenda::Agenda;
use crate::app::clock::Clock;
use crate::brief::{self, BriefInput};
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::SessionId;
use crate::i18n::Messages;
use crate::store::index::Lists;
use crate::store::{Library, Record, StoreError, atomic_write};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Md,
    Html,
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("which").required(true).args(["session", "next"])))]
pub struct BriefArgs {
    /// A session of the library
    #[arg(long, value_name = "ID")]
    pub session: Option<SessionId>,
    /// The session with the next meeting
    #[arg(long)]
    pub next: bool,
    #[arg(long, value_enum, default_value_t = Format::Md)]
    pub format: Format,
    /// Include walk-away price, alternative and what will not be said
    #[arg(long)]
    pub limits: bool,
    /// The file to write; without it the brief goes to the standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

pub fn run(args: &BriefArgs, context: &Context, out: &mut dyn Write) -> Result<Answer, CliError> {
    let catalog =
        Catalog::bundled().map_err(|error| CliError::Failed { message: error.to_string() })?;
    let opened = Library::read(&context.library_path(), catalog.weights())?;
    for problem in &opened.index.problems {
        super::tell(&problem.message());
    }
    let Some(id) = wanted(args, &opened) else {
        let message = match args.session {
            Some(id) => {
                format!("there is no session {id} in the library; see: list sessions --json")
            }
            None => "no meeting is ahead in this library".to_owned(),
        };
        super::tell(&message);
        return Ok(Answer::No);
    };
    let Record::Session(session) = opened.folder.load(id.into())? else { return Ok(Answer::No) };
    let mut people = Vec::new();
    for id in session.counterparts.iter().filter(|id| opened.index.counterparts.contains(**id)) {
        if let Record::Counterpart(person) = opened.folder.load((*id).into())? {
            people.push(person);
        }
    }
    let people: Vec<&Counterpart> = people.iter().map(Arc::as_ref).collect();
    let messages = Messages::new(context.language_or_system());
    let document = brief::compose(&BriefInput {
        session: &session,
        counterparts: &people,
        owner: &opened.library.owner,
        animals: opened.library.animals,
        catalog: &catalog,
        messages: &messages,
        now: Clock::system().local_now(),
        include_limits: args.limits,
    });
    let text = match args.format {
        Format::Md => brief::markdown::write(&document),
        Format::Html => brief::html::write(&document),
    };
    match &args.output {
        Some(path) => {
            atomic_write(path, text.as_bytes()).map_err(|error| StoreError::write(path, error))?;
        }
        None => out.write_all(text.as_bytes())?,
    }
    Ok(Answer::Done)
}

fn wanted(args: &BriefArgs, opened: &Lists) -> Option<SessionId> {
    match args.session {
        Some(id) => opened.index.sessions.contains(id).then_some(id),
        None => {
            let agenda: Agenda = opened.index.sessions.iter().map(Arc::as_ref).collect();
            agenda.meetings().next()
        }
    }
}
