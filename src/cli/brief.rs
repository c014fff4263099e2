//! `counterpoint brief`: the one-page brief of a session.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::{ArgGroup, Args, ValueEnum};

use super::{Answer, CliError, Context};
use crate::app::agenda::Agenda;
use crate::app::clock::Clock;
use crate::app::pdf;
use crate::brief::paper::Paper;
use crate::brief::{self, BriefInput};
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::SessionId;
use crate::domain::statistics::Statistics;
use crate::i18n::Messages;
use crate::store::index::Lists;
use crate::store::{Library, Record, StoreError, atomic_write};

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Md,
    Html,
    Pdf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperName {
    A4,
    Letter,
}

impl PaperName {
    fn paper(self) -> Paper {
        match self {
            Self::A4 => Paper::A4,
            Self::Letter => Paper::Letter,
        }
    }
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
    /// The sheet of a PDF; without it the usual one of the system's region
    #[arg(long, value_enum)]
    pub paper: Option<PaperName>,
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
    let digests = opened.index.sessions.iter().filter_map(|session| session.digest.as_deref());
    let statistics = Statistics::of(digests);
    let document = brief::compose(&BriefInput {
        session: &session,
        counterparts: &people,
        owner: &opened.library.owner,
        deck: &opened.library.deck,
        statistics: &statistics,
        animals: opened.library.animals,
        catalog: &catalog,
        messages: &messages,
        now: Clock::system().local_now(),
        include_limits: args.limits,
    });
    let bytes = match args.format {
        Format::Md => brief::markdown::write(&document).into_bytes(),
        Format::Html => brief::html::write(&document).into_bytes(),
        Format::Pdf => {
            let paper = args.paper.map_or_else(pdf::usual_paper, PaperName::paper);
            pdf::write(&document, paper)
                .map_err(|error| CliError::Failed { message: error.to_string() })?
        }
    };
    match &args.output {
        Some(path) => {
            atomic_write(path, &bytes).map_err(|error| StoreError::write(path, error))?;
        }
        None => out.write_all(&bytes)?,
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

#[cfg(test)]
mod tests {
    use std::path::Path;

    use clap::Parser;

    use super::super::{Cli, execute};
    use super::*;
    use crate::domain::digest::Digest;
    use crate::i18n::Language;
    use crate::store::sample::{SampleOptions, sample_records};

    #[test]
    fn a_pdf_is_written_for_the_paper_that_was_asked_for() {
        let temp = tempfile::TempDir::new().expect("a temporary folder");
        let path = |name: &str| temp.path().join(name).display().to_string();
        let run = |args: &[&str]| {
            let cli = Cli::try_parse_from([&["counterpoint"], args].concat()).expect("right use");
            execute(cli, &mut Vec::new()).expect("an answer")
        };
        let (library, file) = (path("library"), path("brief.pdf"));
        assert_eq!(run(&["sample", &library]), Answer::Done);
        let id = Library::read(Path::new(&library), Catalog::bundled().expect("content").weights())
            .expect("a library")
            .index
            .sessions
            .iter()
            .next()
            .expect("a session")
            .id
            .to_string();
        for (paper, width) in [("letter", 612.0), ("a4", 595.0)] {
            let brief = ["brief", "--session", &id, "--library", &library, "--format", "pdf"];
            let rest = ["--paper", paper, "-o", &file];
            assert_eq!(run(&[brief.as_slice(), &rest].concat()), Answer::Done);
            let bytes = std::fs::read(&file).expect("a file");
            let pdf = hayro_syntax::Pdf::new(bytes).expect("a PDF");
            assert!((pdf.pages()[0].base_dimensions().0 - width).abs() < 1.0, "{paper}");
        }
    }

    #[test]
    fn every_session_of_the_sample_is_one_page_on_both_papers() {
        let catalog = Catalog::bundled().expect("the content");
        for language in Language::ALL {
            let options = SampleOptions { language, ..SampleOptions::default() };
            let sample = sample_records(&options);
            let digests: Vec<_> = sample.sessions.iter().filter_map(Digest::of).collect();
            let statistics = Statistics::of(digests.iter().map(AsRef::as_ref));
            for (session, include_limits) in
                sample.sessions.iter().flat_map(|session| [(session, false), (session, true)])
            {
                let people: Vec<&Counterpart> = sample
                    .counterparts
                    .iter()
                    .filter(|person| session.counterparts.contains(&person.id))
                    .collect();
                let document = brief::compose(&BriefInput {
                    session,
                    counterparts: &people,
                    owner: &sample.library.owner,
                    deck: &sample.library.deck,
                    statistics: &statistics,
                    animals: sample.library.animals,
                    catalog: &catalog,
                    messages: &Messages::new(language),
                    now: options.today.at(9, 0, 0, 0),
                    include_limits,
                });
                for paper in Paper::ALL {
                    let bytes = brief::pdf::write(&document, paper, &[]).expect("a PDF");
                    let pages = hayro_syntax::Pdf::new(bytes).expect("a PDF").pages().len();
                    assert_eq!(
                        pages, 1,
                        "{language:?} {paper:?} {include_limits} {}",
                        session.title
                    );
                }
            }
        }
    }
}
