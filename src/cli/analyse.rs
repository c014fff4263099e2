//! `counterpoint analyse`: the deals of a case that nobody can improve on, and the balanced ones.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::{Deserialize, Serialize};

use super::output::print_json;
use super::{Answer, CliError, Context};
use crate::domain::bargaining::{
    Analysis, Case, CaseError, CaseIssue, Deal, Package, PackageWish, Space, Watch,
};
use crate::i18n::{Arg, Messages};
use crate::store::StoreError;
use crate::store::read::read_input;
use crate::store::ron_scan::{Token, TokenKind, Tokens};
use crate::store::ron_text::parse;

/// So many deals of the frontier are printed one by one. Of more, deals that are worth the same to
/// both are printed once.
const LISTED: usize = 20_000;
/// So many points of the frontier are printed for people.
const SHOWN: usize = 30;

#[derive(Debug, Args)]
pub struct AnalyseArgs {
    /// A case file: issues, options, and what they are worth to both
    file: PathBuf,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    deals: u128,
    feasible: u128,
    /// False when there were too many deals to count; `feasible` is then an estimate.
    feasible_exact: bool,
    frontier: Vec<Deal>,
    /// Deals on the frontier, those of equal worth counted.
    frontier_deals: u128,
    /// Null when no deal is acceptable to both.
    nash: Option<Deal>,
    kalai_smorodinsky: Option<Deal>,
    egalitarian: Option<Deal>,
    max_sum: Option<Deal>,
    packages: Vec<Offered>,
    /// False when the frontier was too large to be kept whole.
    exact: bool,
}

#[derive(Debug, Serialize)]
struct Offered {
    #[serde(flatten)]
    deal: Deal,
    /// The issue, by place, where this package gives them most compared with the others.
    favours: usize,
}

impl From<Package> for Offered {
    fn from(package: Package) -> Self {
        Self { deal: package.deal, favours: package.favours }
    }
}

/// A case file. Unlike a [`Case`] it takes no field that it does not know, so that a misspelt one
/// does not silently change the answer.
#[derive(Debug, Deserialize)]
#[serde(rename = "Case", deny_unknown_fields)]
struct WrittenCase {
    #[serde(default)]
    name: String,
    issues: Vec<WrittenIssue>,
    #[serde(default)]
    my_reservation: f64,
    #[serde(default)]
    their_reservation: f64,
}

#[derive(Debug, Deserialize)]
#[serde(rename = "CaseIssue", deny_unknown_fields)]
struct WrittenIssue {
    name: String,
    options: Vec<String>,
    my_weight: f64,
    their_weight: f64,
    mine: Vec<f64>,
    theirs: Vec<f64>,
}

impl From<WrittenCase> for Case {
    fn from(written: WrittenCase) -> Self {
        let issue = |issue: WrittenIssue| CaseIssue {
            name: issue.name,
            options: issue.options,
            my_weight: issue.my_weight,
            their_weight: issue.their_weight,
            mine: issue.mine,
            theirs: issue.theirs,
        };
        Self {
            name: written.name,
            issues: written.issues.into_iter().map(issue).collect(),
            my_reservation: written.my_reservation,
            their_reservation: written.their_reservation,
        }
    }
}

pub(super) fn run(
    args: &AnalyseArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let (case, space) = read_case(&args.file)?;
    let watch = Watch::none();
    let stopped =
        |error: crate::domain::bargaining::Stopped| CliError::Failed { message: error.to_string() };
    let analysis = Analysis::new(&space, &PackageWish::default(), &watch).map_err(stopped)?;
    if args.json {
        let frontier = match analysis.frontier.all_deals(&space, LISTED, &watch) {
            Ok(Some(deals)) => deals,
            _ => analysis.frontier.points().map(|point| point.deal).collect(),
        };
        let solutions = analysis.solutions;
        let document = Document {
            deals: analysis.deals,
            feasible: analysis.feasible.deals,
            feasible_exact: analysis.feasible.exact,
            frontier,
            frontier_deals: analysis.frontier.deals(),
            nash: solutions.nash,
            kalai_smorodinsky: solutions.kalai_smorodinsky,
            egalitarian: solutions.egalitarian,
            max_sum: solutions.max_sum,
            packages: analysis.packages.into_iter().map(Offered::from).collect(),
            exact: analysis.frontier.is_exact(),
        };
        print_json(out, &document)?;
        Ok(if document.nash.is_some() { Answer::Done } else { Answer::No })
    } else {
        let messages = Messages::new(context.language_or_system());
        print_text(out, &messages, &case, &analysis)?;
        Ok(if analysis.frontier.is_empty() { Answer::No } else { Answer::Done })
    }
}

fn read_case(path: &Path) -> Result<(Case, Space), CliError> {
    let text = read_input(path)?;
    let case = Case::from(parse::<WrittenCase>(path, &text)?);
    let space = Space::new(&case).map_err(|error| located(path, &text, &error))?;
    Ok((case, space))
}

/// The error with the line and column of the field.
fn located(path: &Path, text: &str, error: &CaseError) -> StoreError {
    let before = place(text, &error.field).and_then(|at| text.get(..at)).unwrap_or("");
    let last_line = before.rsplit('\n').next().unwrap_or("");
    StoreError::Parse {
        path: path.to_owned(),
        line: before.matches('\n').count() + 1,
        column: last_line.chars().count() + 1,
        field: error.field.clone(),
        message: error.fault.to_string(),
    }
}

/// The byte at which the value of a field such as `issues[1].mine[2]` begins.
fn place(text: &str, field: &str) -> Option<usize> {
    let tokens: Vec<Token<'_>> = Tokens::new(text).collect();
    let mut at = 0;
    for part in field.split(['.', '[']) {
        // A struct may have its name before the bracket.
        while tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word) {
            at += 1;
        }
        let mut depth = 0_usize;
        let mut left = part.strip_suffix(']').and_then(|index| index.parse::<usize>().ok());
        loop {
            let token = tokens.get(at)?;
            at += 1;
            match token.kind {
                TokenKind::Punctuation('(' | '[' | '{') => depth += 1,
                TokenKind::Punctuation(')' | ']' | '}') => depth = depth.checked_sub(1)?,
                TokenKind::Punctuation(',') if depth == 1 => left = left.map(|n| n.wrapping_sub(1)),
                TokenKind::Word if depth == 1 && token.text == part => {
                    at += 1;
                    break;
                }
                _ => {}
            }
            if depth == 1 && left == Some(0) {
                break;
            }
        }
    }
    tokens.get(at).map(|token| token.start)
}

fn print_text(
    out: &mut dyn Write,
    messages: &Messages,
    case: &Case,
    analysis: &Analysis,
) -> Result<(), CliError> {
    if !case.name.is_empty() {
        writeln!(out, "{}", case.name)?;
    }
    let counted = if analysis.feasible.exact { "analyse-deals" } else { "analyse-deals-about" };
    let args = [
        ("deals", Arg::from(analysis.deals.to_string())),
        ("feasible", Arg::from(analysis.feasible.deals.to_string())),
    ];
    writeln!(out, "{}", messages.with(counted, &args))?;
    if analysis.frontier.is_empty() {
        writeln!(out, "{}", messages.text("analyse-none"))?;
        return Ok(());
    }
    let solutions = &analysis.solutions;
    for (id, deal) in [
        ("analyse-nash", &solutions.nash),
        ("analyse-kalai-smorodinsky", &solutions.kalai_smorodinsky),
        ("analyse-egalitarian", &solutions.egalitarian),
        ("analyse-max-sum", &solutions.max_sum),
    ] {
        if let Some(deal) = deal {
            writeln!(out, "\n{}", messages.text(id))?;
            writeln!(out, "  {}", described(messages, case, deal))?;
        }
    }
    if !analysis.packages.is_empty() {
        writeln!(out, "\n{}", messages.text("analyse-packages"))?;
        for package in &analysis.packages {
            let issue = case.issues.get(package.favours).map_or("", |issue| issue.name.as_str());
            let favours = messages.with("analyse-favours", &[("issue", issue.into())]);
            writeln!(out, "  {} {favours}", described(messages, case, &package.deal))?;
        }
    }
    let frontier = &analysis.frontier;
    let args = [("count", Arg::from(frontier.deals().to_string()))];
    writeln!(out, "\n{}", messages.with("analyse-frontier", &args))?;
    if !frontier.is_exact() {
        writeln!(out, "{}", messages.text("analyse-thinned"))?;
    }
    for point in frontier.points().take(SHOWN) {
        writeln!(out, "  {}", described(messages, case, &point.deal))?;
    }
    if let Some(more) = frontier.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        writeln!(out, "  {}", messages.with("analyse-more", &[("count", more.into())]))?;
    }
    Ok(())
}

/// What a deal is worth to both, and its options.
fn described(messages: &Messages, case: &Case, deal: &Deal) -> String {
    let options = case.issues.iter().zip(&deal.choices).map(|(issue, choice)| {
        let option = issue.options.get(*choice).map_or("", String::as_str);
        let args = [("label", Arg::from(issue.name.as_str())), ("text", Arg::from(option))];
        messages.with("label-text", &args)
    });
    let options: Vec<String> = options.collect();
    let args = [
        ("me", Arg::from(format!("{:.3}", deal.me))),
        ("them", Arg::from(format!("{:.3}", deal.them))),
        ("options", Arg::from(options.join(messages.text("analyse-between-options")))),
    ];
    messages.with("analyse-deal", &args)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use clap::Parser;
    use serde_json::{Value, json};
    use tempfile::TempDir;

    use super::super::{Answer, Cli, CliError, execute};

    const CASE: &str = r#"(
    name: "Lease", // of the office
    issues: [
        (name: "price", options: ["100", "110"], my_weight: 3, their_weight: 1, mine: [1.0, 0.5], theirs: [0.25, 1.0]),
        (name: "term", options: ["1 year", "2 years"], my_weight: 1, their_weight: 3,
            mine: [1.0, 0.0], theirs: [0.0, 1.0]),
    ],
    my_reservation: 0.0,
    their_reservation: 0.1,
)"#;

    fn run(text: &str, more: &[&str]) -> Result<(Answer, String), CliError> {
        let temp = TempDir::new().expect("a temporary folder");
        let path = temp.path().join("case.ron");
        fs::write(&path, text).expect("written");
        let path = path.to_string_lossy().into_owned();
        let args = [&["counterpoint", "analyse", &path], more].concat();
        let mut out = Vec::new();
        let answer = execute(Cli::try_parse_from(args).expect("right use"), &mut out)?;
        Ok((answer, String::from_utf8(out).expect("text")))
    }

    fn error_of(from: &str, to: &str) -> String {
        assert!(CASE.contains(from));
        let error = run(&CASE.replacen(from, to, 1), &["--json"]).expect_err("an error");
        error.to_string()
    }

    #[test]
    fn a_case_is_analysed_as_the_contract_says() {
        let (answer, text) = run(CASE, &["--json"]).expect("an answer");
        assert_eq!(answer, Answer::Done);
        let document: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(document["deals"], json!(4));
        assert_eq!(document["feasible"], json!(3));
        assert_eq!(
            document["frontier"],
            json!([
                {"me": 0.75, "them": 0.8125, "choices": [0, 1]},
                {"me": 0.375, "them": 1.0, "choices": [1, 1]},
            ])
        );
        assert_eq!(document["nash"], document["frontier"][0]);
        assert_eq!(document["max_sum"], document["frontier"][0]);
        assert_eq!(document["egalitarian"], document["frontier"][0]);
        assert!(document["kalai_smorodinsky"]["choices"].is_array());
        assert!(document["packages"].is_array());
        assert_eq!(document["exact"], json!(true));
    }

    #[test]
    fn without_an_acceptable_deal_the_answer_is_no() {
        let text = CASE.replace("my_reservation: 0.0", "my_reservation: 0.9");
        let text = text.replace("their_reservation: 0.1", "their_reservation: 0.9");
        let (answer, printed) = run(&text, &["--json"]).expect("an answer");
        assert_eq!(answer, Answer::No);
        let document: Value = serde_json::from_str(&printed).expect("JSON");
        assert_eq!(document["nash"], Value::Null);
        assert_eq!(document["frontier"], json!([]));
        let (answer, printed) = run(&text, &["--lang", "en"]).expect("an answer");
        assert_eq!(answer, Answer::No);
        assert!(printed.contains("No deal"), "{printed}");
    }

    #[test]
    fn people_read_options_by_name_in_their_language() {
        let (_, english) = run(CASE, &["--lang", "en"]).expect("an answer");
        assert!(english.contains("term: 2 years"), "{english}");
        assert!(!english.contains("analyse-"), "{english}");
        let (_, chinese) = run(CASE, &["--lang", "zh-Hans"]).expect("an answer");
        assert!(chinese.contains("纳什") && chinese.contains("2 years"), "{chinese}");
        assert!(!chinese.contains("analyse-"), "{chinese}");
    }

    #[test]
    fn a_fault_names_file_line_column_and_field() {
        for (from, to, expected) in [
            ("0.25, 1.0]", "0.25, 1.5]", "case.ron:4:114: field issues[0].theirs[1]: 1.5"),
            ("[1.0, 0.0]", "[1.0]", "case.ron:6:19: field issues[1].mine: values: 1, options: 2"),
            (
                "their_reservation: 0.1",
                "their_reservation: 2.0",
                "case.ron:9:24: field their_reservation",
            ),
            ("my_weight: 3", "my_weight: -3", "case.ron:4:61: field issues[0].my_weight"),
            ("my_reservation: 0.0", "my_reservation: NaN", "case.ron:8:21: field my_reservation"),
            ("theirs: [0.25", "their: [0.25", "case.ron:4:"),
            ("mine: [1.0, 0.5]", "mine: [1.0, x]", "case.ron:4:"),
        ] {
            let message = error_of(from, to);
            assert!(message.contains(expected), "{message}");
        }
    }
}
