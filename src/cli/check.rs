//! `counterpoint check`: looks for damaged files, repairs them if asked, and restores archives.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::output::{print_json, tell_problems};
use super::{Answer, CliError, Context};
use crate::store::check::{CheckReport, check, repair};
use crate::store::{LibraryFolder, Problem, Progress, archive};

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The library folder; without it the one of --library
    dir: Option<PathBuf>,
    /// Move damaged files to the quarantine and restore them from the backups or the archives
    #[arg(long)]
    repair: bool,
    /// Restore a library from this archive into DIR, which must be missing or empty; then check it
    #[arg(long, value_name = "ARCHIVE", requires = "dir", conflicts_with = "repair")]
    restore: Option<PathBuf>,
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
    if let Some(archive) = &args.restore {
        archive::restore(archive, &LibraryFolder::new(&dir), &Progress::default())?;
    }
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

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser;
    use tempfile::TempDir;

    use super::*;
    use crate::cli::{Cli, execute};
    use crate::store::archive::{Kind, create};

    fn run(args: &[&str]) -> Result<(Answer, String), CliError> {
        let cli = Cli::try_parse_from([&["counterpoint"], args].concat()).expect("valid arguments");
        let mut out = Vec::new();
        let answer = execute(cli, &mut out)?;
        Ok((answer, String::from_utf8(out).expect("text")))
    }

    #[test]
    fn an_archive_is_restored_into_a_new_folder_and_checked() {
        let temp = TempDir::new().expect("a temporary folder");
        let path = |name: &str| temp.path().join(name).display().to_string();
        let (library, copy) = (path("library"), path("copy"));
        run(&["sample", &library, "--sessions", "7"]).expect("written");
        let folder = LibraryFolder::new(Path::new(&library));
        let now = "2026-11-23T08:00:00Z".parse().expect("a time");
        let made = create(&folder, Kind::Daily, now, &Progress::default()).expect("made");
        let archive = made.path.display().to_string();

        let (answer, text) =
            run(&["check", &copy, "--restore", &archive, "--json"]).expect("restored");
        assert_eq!(answer, Answer::Done);
        let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["records"]["sessions"], serde_json::json!(7));
        assert_eq!(document["problems"], serde_json::json!([]));
        let original = fs::read(folder.path().join("library.ron")).expect("a file");
        assert_eq!(fs::read(Path::new(&copy).join("library.ron")).expect("a file"), original);

        let again = run(&["check", &copy, "--restore", &archive]).expect_err("not empty");
        assert!(again.to_string().contains("not empty"), "{again}");
        let damaged = path("damaged.zip");
        fs::write(&damaged, "PK").expect("written");
        let new = path("new");
        let error = run(&["check", &new, "--restore", &damaged]).expect_err("damaged");
        assert!(error.to_string().contains("damaged.zip"), "{error}");
        assert!(!Path::new(&new).exists());
    }

    #[test]
    fn a_restore_needs_a_folder_and_is_no_repair() {
        for args in [&["--restore", "a.zip"][..], &["dir", "--restore", "a.zip", "--repair"]] {
            assert!(Cli::try_parse_from([&["counterpoint", "check"], args].concat()).is_err());
        }
    }
}
