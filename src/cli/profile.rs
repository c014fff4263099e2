//! `counterpoint profile`: a thinking profile from evidence.

use std::io::Write;
use std::path::PathBuf;

use clap::{ArgGroup, Args};
use serde::Serialize;

use super::input::read_ron;
use super::output::{print_json, tell_problems};
use super::written::WrittenEvidence;
use super::{Answer, CliError, Context};
use crate::content::catalog::Catalog;
use crate::domain::evidence::{Evidence, Setting};
use crate::domain::ids::CounterpartId;
use crate::domain::profile::{Profile, ProfileReading};
use crate::domain::quadrant::{AnimalReading, PerQuadrant, Quadrant};
use crate::store::{Library, Record};

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("source").required(true).args(["evidence", "counterpart"])))]
pub struct ProfileArgs {
    /// A file of evidence
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
    /// A counterpart of the library
    #[arg(long, value_name = "ID")]
    counterpart: Option<CounterpartId>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Serialize)]
struct Document {
    normal: Part,
    pressure: Part,
}

#[derive(Debug, Serialize)]
struct Part {
    weight: f64,
    /// Null while the first place is tied.
    leading: Option<Quadrant>,
    word: &'static str,
    animal: Option<&'static str>,
    quadrants: PerQuadrant<Figures>,
}

#[derive(Debug, Serialize)]
struct Figures {
    alpha: f64,
    share: f64,
    low: f64,
    high: f64,
    p_largest: f64,
}

impl Part {
    fn new(reading: &ProfileReading, animals: AnimalReading) -> Self {
        Self {
            weight: reading.profile.weight,
            leading: reading.leading,
            word: reading.certainty.id(),
            animal: reading.leading.map(|quadrant| quadrant.animal(animals).id()),
            quadrants: PerQuadrant::from_fn(|quadrant| Figures {
                alpha: reading.profile.alpha[quadrant],
                share: reading.shares[quadrant],
                low: reading.intervals[quadrant].low,
                high: reading.intervals[quadrant].high,
                p_largest: reading.p_largest[quadrant],
            }),
        }
    }
}

pub(super) fn run(
    args: &ProfileArgs,
    context: &Context,
    out: &mut dyn Write,
) -> Result<Answer, CliError> {
    let Some((evidence, animals)) = source(args, context)? else { return Ok(Answer::No) };
    let catalog = Catalog::bundled()?;
    let part = |setting| {
        let profile = Profile::from_evidence(&evidence, setting, catalog.weights());
        Part::new(&profile.reading(), animals)
    };
    let document = Document { normal: part(Setting::Normal), pressure: part(Setting::Pressure) };
    if args.json {
        print_json(out, &document)?;
    } else {
        for (setting, part) in
            [(Setting::Normal, &document.normal), (Setting::Pressure, &document.pressure)]
        {
            print_part(out, setting, part)?;
        }
    }
    Ok(Answer::Done)
}

/// The evidence and how the animals are read; `None` when the library has no such counterpart.
fn source(
    args: &ProfileArgs,
    context: &Context,
) -> Result<Option<(Vec<Evidence>, AnimalReading)>, CliError> {
    if let Some(file) = &args.evidence {
        let written: Vec<WrittenEvidence> = read_ron(file)?;
        let evidence = written.into_iter().map(|WrittenEvidence(item)| item).collect();
        return Ok(Some((evidence, AnimalReading::default())));
    }
    let catalog = Catalog::bundled()?;
    let opened = Library::read(&context.library_path(), catalog.weights())?;
    tell_problems(&opened.index.problems);
    let Some(id) = args.counterpart.filter(|id| opened.index.counterparts.contains(*id)) else {
        super::tell("the library has no such counterpart; see: list counterparts");
        return Ok(None);
    };
    match opened.folder.load(id.into())? {
        Record::Counterpart(person) => Ok(Some((person.evidence.clone(), opened.library.animals))),
        _ => Ok(None),
    }
}

fn print_part(out: &mut dyn Write, setting: Setting, part: &Part) -> Result<(), CliError> {
    let leading = part.leading.map_or("-", Quadrant::letter);
    let animal = part.animal.map_or_else(String::new, |animal| format!(" ({animal})"));
    writeln!(out, "{}: {leading}{animal}, {}, weight {}", setting.id(), part.word, part.weight)?;
    for (quadrant, figures) in part.quadrants.iter() {
        let Figures { share, low, high, p_largest, .. } = figures;
        writeln!(
            out,
            "  {quadrant}  share {share:.2} ({low:.2} to {high:.2})  largest {p_largest:.2}"
        )?;
    }
    Ok(())
}
