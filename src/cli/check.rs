//! `counterpoint check`: looks for damaged files, and repairs them if asked.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::output::{print_json, tell_problems};
use super::{Answer, CliError, Context};
use crate::store::Problem;
use crate::store::check::{CheckReport, check, repair};

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The library folder; without it the one of --library
    dir: Option<PathBuf>,
    /// Move damaged files to the quarantine and restore them from the backups
    #[arg(long)]
    repair: bool,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    schema: u32,
    records: Counts,
    problems: Vec<ProblemEntry>,
}

#[derive(Debug, Serialize)]
struct Counts {
    counterparts: usize,
    accounts: usize,
    sessions: usize,
    workshops: usize,
    practice: usize,
}

#[derive(Debug, Serialize)]
struct ProblemEntry {
    file: String,
    line: usize,
    column: usize,
    message: String,
    action: &'static str,
}

impl Document {
    fn new(report: &CheckReport, dir: &Path) -> Self {
        let entry = |problem: &Problem| {
            let (line, column) = problem.error.position();
            ProblemEntry {
                file: problem.file_in(dir),
                line,
                column,
                message: problem.message(),
                action: problem.action.id(),
            }
        };
        Self {
            schema: 1,
            records: Counts {
                counterparts: report.counterparts,
                accounts: 0,
                sessions: report.sessions,
                workshops: 0,
                practice: 0,
            },
            problems: report.problems.iter().map(entry).collect(),
        }
    }
}

pub(super) fn run(
    args: &CheckArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let dir = args.dir.clone().unwrap_or_else(|| context.library_path());
    let report = if args.repair { repair(&dir) } else { check(&dir) }?;
    if args.json {
        print_json(out, &Document::new(&report, &dir))?;
    } else {
        tell_problems(&report.problems);
        let (people, sessions) = (report.counterparts, report.sessions);
        let problems = report.problems.len();
        writeln!(out, "{people} counterparts, {sessions} sessions, {problems} problems")?;
    }
    Ok(if report.is_clean() { Answer::Done } else { Answer::No })
}
