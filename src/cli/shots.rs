//! `shots`: every page of a library as a picture, without a display.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};
use egui_kittest::Harness;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::output::tell_problems;
use crate::app::action::Action;
use crate::app::clock::Clock;
use crate::app::open_library::OpenLibrary;
use crate::app::preferences::{Preferences, ThemeChoice};
use crate::app::route::{NegotiationTab, PlaybookEntry, Route};
use crate::app::state::{AppState, Places};
use crate::content::catalog::Catalog;
use crate::domain::evidence::EvidenceWeights;
use crate::domain::phase::Phase;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Language;
use crate::store::index::{Lists, Opened};
use crate::store::{Access, Library, Record, StoreError};
use crate::ui::theme::tokens::Theme;
use crate::ui::window::Window;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ShotTheme {
    Light,
    Dark,
}

/// Draws every page of the library into PNG files.
#[derive(Debug, Args)]
pub struct ShotsArgs {
    /// The folder for the pictures; it is made when it is missing.
    pub dir: PathBuf,
    #[arg(long, value_enum, default_value = "light")]
    pub theme: ShotTheme,
    /// Width and height in points.
    #[arg(long, default_value = "1440x900", value_parser = parse_size)]
    pub size: (f32, f32),
    /// Pixels to a point.
    #[arg(long, default_value = "1", value_parser = parse_scale)]
    pub scale: f32,
    /// Only pages whose file name contains this.
    #[arg(long)]
    pub only: Option<String>,
    /// The moment that the pages show, for example 2026-06-16T13:30; now, if left out.
    #[arg(long)]
    pub at: Option<DateTime>,
}

fn parse_size(text: &str) -> Result<(f32, f32), String> {
    let wrong = || format!("{text:?} is not a size like 1440x900");
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    let number =
        |text: &str| text.parse::<f32>().ok().filter(|number| (200.0..=8000.0).contains(number));
    Ok((number(width).ok_or_else(wrong)?, number(height).ok_or_else(wrong)?))
}

fn parse_scale(text: &str) -> Result<f32, String> {
    let scale = text.parse::<f32>().ok().filter(|scale| (0.25..=4.0).contains(scale));
    scale.ok_or_else(|| format!("{text:?} is not a scale from 0.25 to 4"))
}

/// More pixels than this to a side no graphics driver has to draw.
const MAX_PIXELS: f32 = 8192.0;

/// Why there are no pictures.
#[derive(Debug, thiserror::Error)]
pub enum ShotsError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the content of the program is damaged: {message}")]
    Content { message: String },
    #[error(
        "no graphics driver was found, not even a software one; on Debian, install mesa-vulkan-drivers"
    )]
    NoDriver,
    #[error("a picture may be {MAX_PIXELS} pixels wide and high; choose a smaller size or scale")]
    TooLarge,
    #[error("the page {page} could not be drawn: {message}")]
    Draw { page: String, message: String },
    #[error("{} could not be written: {source}", path.display())]
    Write { path: PathBuf, source: image::ImageError },
}

/// The pages worth a picture, with their file names in the order of use.
fn pages(library: &OpenLibrary) -> Vec<(String, Route)> {
    let work = &library.work;
    let mut routes = vec![("today", Route::Today), ("myself", Route::Myself)];
    let most_evidence = work.people().iter().max_by_key(|person| person.observations());
    routes.push((
        "counterparts",
        Route::Counterparts { selected: most_evidence.map(|person| person.id) },
    ));
    if let Some(person) = most_evidence {
        routes.push(("questionnaire", Route::questionnaire(Some(person.id))));
    }
    let everybody: Vec<_> = work.people().iter().map(|person| person.id).collect();
    let together =
        |people: &[_]| Route::Together { people: people.to_vec(), me: true, session: None };
    let two = most_evidence.map(|one| one.id).into_iter().chain(everybody.first().copied());
    routes.push(("together-two", together(&two.collect::<Vec<_>>())));
    routes.push(("together-all", together(everybody.get(..30).unwrap_or(&everybody))));
    routes.push(("negotiations", Route::Negotiations));
    routes.push(("statistics", Route::Statistics));
    let largest = work.negotiations().iter().max_by_key(|session| session.counterparts.len());
    if let Some(session) = largest {
        let (people, id) = (session.counterparts.to_vec(), session.id);
        routes.push(("together-table", Route::Together { people, me: true, session: Some(id) }));
    }
    let with_offers = work.latest_offer().and_then(|id| library.folder.load(id.into()).ok());
    if let Some(Record::Session(session)) = with_offers {
        let id = session.id;
        let tab = |tab| Route::Negotiation { session: id, tab };
        routes.push(("prepare-plan", tab(NegotiationTab::Plan)));
        routes.push(("prepare-deals", tab(NegotiationTab::Deals)));
        routes.push(("prepare-walk", tab(NegotiationTab::Walk)));
        routes.push(("meeting", tab(NegotiationTab::Meeting)));
        let judged = session.meetings.iter().rev().find(|meeting| meeting.ended.is_some());
        if let Some(meeting) = judged.or_else(|| session.focus_meeting()) {
            routes.push(("outcome", tab(NegotiationTab::Outcome(meeting.id))));
        }
        routes.push(("brief", tab(NegotiationTab::Brief)));
    }
    let playbook = |entry| Route::Playbook { entry };
    routes.push(("playbook", playbook(PlaybookEntry::Index)));
    routes.push(("playbook-quadrant", playbook(PlaybookEntry::Quadrant(Quadrant::C))));
    routes.push(("playbook-relations", playbook(PlaybookEntry::Relations)));
    routes.push(("playbook-pair", playbook(PlaybookEntry::Pair(Quadrant::A, Quadrant::C))));
    routes.push(("playbook-walk", playbook(PlaybookEntry::Walk)));
    routes.push(("playbook-phase", playbook(PlaybookEntry::Phase(Phase::Opening))));
    routes.push(("playbook-tactic", Route::tactic("focus-on-issue")));
    routes.push(("playbook-potatoes", playbook(PlaybookEntry::Potatoes)));
    routes.push(("settings", Route::Settings));
    let mut pages = Vec::new();
    for (index, (name, route)) in routes.into_iter().enumerate() {
        pages.push((format!("{:02}-{name}", index + 1), route));
    }
    pages
}

/// Whether some graphics driver is there to draw with.
fn has_driver() -> bool {
    let setup = egui_kittest::wgpu::default_wgpu_setup();
    let instance = pollster::block_on(setup.new_instance());
    !pollster::block_on(instance.enumerate_adapters(eframe::wgpu::Backends::all())).is_empty()
}

/// The library as the window shows it, without a lock and without a change on the disk: nobody
/// edits a picture.
fn as_opened(path: &Path, weights: &EvidenceWeights) -> Result<Opened, StoreError> {
    let Lists { folder, library, mut index } = Library::read(path, weights)?;
    // In the window they are told in a modal, which would cover every page.
    tell_problems(&std::mem::take(&mut index.problems));
    let access = Access::Writable;
    Ok(Opened { folder, library, index, indexer: None, access, lock: None })
}

/// Draws the pages and returns the files written.
pub fn run(
    args: &ShotsArgs,
    library: &Path,
    language: Option<Language>,
) -> Result<Vec<PathBuf>, ShotsError> {
    if args.size.0.max(args.size.1) * args.scale > MAX_PIXELS {
        return Err(ShotsError::TooLarge);
    }
    let content =
        |error: &dyn std::fmt::Display| ShotsError::Content { message: error.to_string() };
    let catalog = Catalog::bundled().map_err(|error| content(&error))?;
    let theme = Theme::bundled().map_err(|error| content(&error))?;
    let opened = as_opened(library, catalog.weights())?;
    if !has_driver() {
        return Err(ShotsError::NoDriver);
    }
    std::fs::create_dir_all(&args.dir).map_err(|source| ShotsError::Write {
        path: args.dir.clone(),
        source: image::ImageError::IoError(source),
    })?;
    let clock = match args.at.and_then(|at| at.to_zoned(TimeZone::UTC).ok()) {
        Some(at) => Clock::fixed(at.timestamp()),
        None => Clock::system(),
    };
    let preferences = Preferences {
        language,
        theme: match args.theme {
            ShotTheme::Light => ThemeChoice::Light,
            ShotTheme::Dark => ThemeChoice::Dark,
        },
        ..Preferences::default()
    };
    let places = Places { default_library: library.to_owned(), ..Places::default() };
    let mut state = AppState::new(preferences, places, catalog, clock, std::sync::Arc::new(|| {}));
    state.adopt(library, opened);
    let Some(open) = &state.library else { return Ok(Vec::new()) };
    let pages = pages(open);

    let mut harness = Harness::builder()
        .with_size(args.size)
        .with_pixels_per_point(args.scale)
        .allow_missing_glyphs()
        .wgpu()
        .build_eframe(|creation| Window::new(&creation.egui_ctx, state, theme));
    let mut written = Vec::new();
    for (name, route) in pages {
        if args.only.as_ref().is_some_and(|only| !name.contains(only)) {
            continue;
        }
        harness.state_mut().state.update(Action::Go(route));
        // A page settles in a few frames: sizes are known in the second, pictures in the third.
        harness.run_steps(4);
        while harness.state().state.is_working() {
            std::thread::sleep(Duration::from_millis(1));
            harness.run_steps(2);
        }
        // What came in last is drawn as well.
        harness.run_steps(1);
        let picture =
            harness.render().map_err(|message| ShotsError::Draw { page: name.clone(), message })?;
        let path = args.dir.join(format!("{name}.png"));
        picture.save(&path).map_err(|source| ShotsError::Write { path: path.clone(), source })?;
        written.push(path);
    }
    Ok(written)
}
