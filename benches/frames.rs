//! What one frame of a page costs without drawing it: layout, shapes, and the accessibility tree.
//!
//! The window is the real one, on a sample library with a fixed clock. A second figure with the
//! shapes cut into triangles tells what the processor does before the graphics card begins. The
//! limit stands beside each figure.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has to stop")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use counterpoint::app::action::Action;
use counterpoint::app::clock::Clock;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{Edit, SessionEdit};
use counterpoint::app::preferences::{Preferences, ThemeChoice};
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::app::state::{AppState, Places};
use counterpoint::app::workspace::Workspace;
use counterpoint::content::catalog::Catalog;
use counterpoint::i18n::Language;
use counterpoint::store::Library;
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::ui::theme::tokens::Theme;
use counterpoint::ui::window::Window;
use criterion::{Criterion, criterion_group, criterion_main};
use egui_kittest::Harness;
use jiff::civil::date;
use jiff::tz::TimeZone;

/// A pitch as long as nobody speaks: 100 KB in paragraphs, with something to be found in each. Most
/// of its frame is the accessibility tree, in which every line of the text is a node.
fn long_pitch() -> String {
    let paragraph = "Spoiled stock fell from 3.1% to 1.2% in the test of 12 March, because every \
        sensor reports by itself. First we survey the site, next we fit the sensors, last we train \
        your team. It is like a night watchman who never sleeps: in three years your whole cold \
        chain is one green map. Your drivers told us how bad that week felt. To be honest, for \
        example Bluefield has not thrown away one pallet since.\n\n";
    paragraph.repeat(100 * 1024 / paragraph.len() + 1)
}

/// A frame of any page may take this long, however large the library.
const LIMIT: Duration = Duration::from_millis(4);

/// The pages that are open most of the day, on the records with most in them.
fn pages(work: &Workspace) -> Vec<(&'static str, Route)> {
    let person = work.people().iter().max_by_key(|person| person.observations()).unwrap();
    let session = work.latest_offer().unwrap();
    let meeting = Route::Negotiation { session, tab: NegotiationTab::Meeting };
    vec![
        ("today", Route::Today),
        ("counterparts", Route::counterpart(person.id)),
        ("negotiations", Route::Negotiations),
        ("meeting", meeting),
        ("walk, a pitch of 100 KB", Route::Negotiation { session, tab: NegotiationTab::Walk }),
    ]
}

/// A sample library of that size, made once.
fn library(sessions: usize) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("library-{sessions}"));
    if !place.join("library.ron").exists() {
        let options = SampleOptions { sessions, ..SampleOptions::default() };
        let sample = sample_records(&options);
        Library::write_new(&place, &sample.library, &sample.counterparts, &sample.sessions)
            .unwrap();
    }
    place
}

fn window(place: &Path) -> Harness<'static, Window> {
    let noon = date(2026, 6, 16).at(12, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
    let preferences = Preferences {
        language: Some(Language::English),
        theme: ThemeChoice::Light,
        ..Preferences::default()
    };
    let places = Places { default_library: place.to_owned(), ..Places::default() };
    let catalog = Catalog::bundled().unwrap();
    let weights = *catalog.weights();
    let theme = Theme::bundled().unwrap();
    let mut state =
        AppState::new(preferences, places, catalog, Clock::fixed(noon), Arc::new(|| {}));
    let opened = Library::open(place, &weights, || {}).unwrap();
    opened.indexer.as_ref().unwrap().wait(Duration::from_mins(2));
    state.adopt(place, opened);
    Harness::builder()
        .with_size((1440.0, 900.0))
        .with_pixels_per_point(1.0)
        .allow_missing_glyphs()
        .build_eframe(|creation| Window::new(&creation.egui_ctx, state, theme))
}

/// Draws until nothing is under way any more.
fn settle(harness: &mut Harness<'static, Window>) {
    harness.run_steps(4);
    while harness.state().state.is_working() {
        std::thread::sleep(Duration::from_millis(1));
        harness.run_steps(2);
    }
}

fn frames(criterion: &mut Criterion) {
    for sessions in [6, 1_000, 100_000] {
        let mut harness = window(&library(sessions));
        settle(&mut harness);
        let work = harness.state().state.library.as_ref().map(|library| &library.work);
        let pages = pages(work.unwrap());
        let mut group = criterion.benchmark_group(format!("frame, {sessions} sessions"));
        for (name, route) in pages {
            let is_walk = matches!(route, Route::Negotiation { tab: NegotiationTab::Walk, .. });
            if let Route::Negotiation { session, tab: NegotiationTab::Walk } = route {
                let pitch = SessionEdit::Pitch(long_pitch());
                let edit = Edit::Session(session, pitch);
                harness.state_mut().state.update(Action::Edit(edit));
            }
            harness.state_mut().state.update(Action::Go(route));
            settle(&mut harness);
            group.bench_function(name, |bencher| bencher.iter(|| harness.step()));
            group.bench_function(format!("{name}, with triangles"), |bencher| {
                bencher.iter(|| {
                    harness.step();
                    let shapes = harness.output().shapes.clone();
                    harness.ctx.tessellate(shapes, 1.0)
                });
            });
            let mut times: Vec<Duration> = (0..101)
                .map(|_| {
                    let start = Instant::now();
                    harness.step();
                    start.elapsed()
                })
                .collect();
            times.sort_unstable();
            let median = times.get(times.len() / 2).copied().unwrap_or_default();
            println!("  {name}, {sessions} sessions: median {median:.2?}, limit {LIMIT:?}");
            if is_walk {
                // The library stays as it was made.
                harness.state_mut().state.update(Action::Command(UiCommand::Undo));
                settle(&mut harness);
            }
        }
        group.finish();
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
