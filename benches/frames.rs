//! What one frame of a page costs without drawing it: layout, shapes, and the accessibility tree.
//!
//! The window is the real one, on a sample library with a fixed clock. A second figure with the
//! shapes cut into triangles tells what the processor does before the graphics card begins.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot be set up has to stop")]

use std::sync::Arc;

use counterpoint::app::action::Action;
use counterpoint::app::clock::Clock;
use counterpoint::app::preferences::{Preferences, ThemeChoice};
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::app::state::{AppState, Places};
use counterpoint::app::workspace::Workspace;
use counterpoint::content::catalog::Catalog;
use counterpoint::i18n::Language;
use counterpoint::store::open::Library;
use counterpoint::store::sample::{SampleOptions, sample_records};
use counterpoint::ui::theme::tokens::Theme;
use counterpoint::ui::window::Window;
use criterion::{Criterion, criterion_group, criterion_main};
use egui_kittest::Harness;
use jiff::civil::date;
use jiff::tz::TimeZone;

/// The pages that are open most of the day, on the records with most in them.
fn pages(work: &Workspace) -> Vec<(&'static str, Route)> {
    let person = work.counterparts().max_by_key(|person| person.evidence.len()).unwrap();
    let session = work.sessions().max_by_key(|session| session.offers.len()).unwrap();
    let meeting = Route::Negotiation { session: session.id, tab: NegotiationTab::Meeting };
    vec![
        ("today", Route::Today),
        ("counterparts", Route::counterpart(person.id)),
        ("meeting", meeting),
    ]
}

fn window(sessions: usize, place: &std::path::Path) -> Harness<'static, Window> {
    let options = SampleOptions { sessions, ..SampleOptions::default() };
    let sample = sample_records(&options);
    Library::write_new(place, &sample.library, &sample.counterparts, &sample.sessions).unwrap();
    let noon = date(2026, 6, 16).at(12, 0, 0, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
    let preferences = Preferences {
        language: Some(Language::English),
        theme: ThemeChoice::Light,
        ..Preferences::default()
    };
    let places = Places { state_file: None, default_library: place.to_owned() };
    let catalog = Catalog::bundled().unwrap();
    let theme = Theme::bundled().unwrap();
    let mut state =
        AppState::new(preferences, places, catalog, Clock::fixed(noon), Arc::new(|| {}));
    state.adopt(place, Library::open(place).unwrap());
    Harness::builder()
        .with_size((1440.0, 900.0))
        .with_pixels_per_point(1.0)
        .allow_missing_glyphs()
        .build_eframe(|creation| Window::new(&creation.egui_ctx, state, theme))
}

fn frames(criterion: &mut Criterion) {
    for sessions in [6, 1000] {
        let place = tempfile::tempdir().unwrap();
        let mut harness = window(sessions, &place.path().join("library"));
        let work = harness.state().state.library.as_ref().map(|library| &library.work);
        let pages = pages(work.unwrap());
        let mut group = criterion.benchmark_group(format!("frame, {sessions} sessions"));
        for (name, route) in pages {
            harness.state_mut().state.update(Action::Go(route));
            // Sizes are known in the second frame, pictures in the third.
            harness.run_steps(4);
            group.bench_function(name, |bencher| bencher.iter(|| harness.step()));
            group.bench_function(format!("{name}, with triangles"), |bencher| {
                bencher.iter(|| {
                    harness.step();
                    let shapes = harness.output().shapes.clone();
                    harness.ctx.tessellate(shapes, 1.0)
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
