//! `counterpoint brief`: the one-page brief of a session.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgGroup, Args, ValueEnum};

use super::{Answer, CliError, Context};
use crate::app::clock::Clock;
use crate::app::workspace::Workspace;
use crate::brief::{self, BriefInput};
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::i18n::Messages;
use crate::store::{Contents, Library, StoreError, atomic_write};

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
    let Contents { library, counterparts, sessions, problems } =
        Library::read(&context.library_path())?;
    for problem in problems {
        super::tell(&problem.message());
    }
    let work = Workspace::new(library, counterparts, sessions, *catalog.weights());
    let Some(session) = wanted(args, &work) else {
        let message = match args.session {
            Some(id) => {
                format!("there is no session {id} in the library; see: list sessions --json")
            }
            None => "no meeting is ahead in this library".to_owned(),
        };
        super::tell(&message);
        return Ok(Answer::No);
    };
    let people: Vec<&Counterpart> = work.people_of(session).collect();
    let messages = Messages::new(context.language_or_system());
    let document = brief::compose(&BriefInput {
        session,
        counterparts: &people,
        owner: &work.library().owner,
        animals: work.library().animals,
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

fn wanted<'a>(args: &BriefArgs, work: &'a Workspace) -> Option<&'a Session> {
    match args.session {
        Some(id) => work.session(id),
        None => work.next_meetings().first().map(|(session, _)| *session),
    }
}
