//! A few pages as pictures, drawn by the software renderer, to see at once what a change does to
//! the look. `UPDATE_SNAPSHOTS=1 cargo test --test flows pictures` draws them anew.

use counterpoint::app::action::Action;
use counterpoint::app::preferences::ThemeChoice;
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::i18n::Language;
use egui_kittest::SnapshotOptions;

use crate::app::App;

/// Drivers differ in a few pixels along curves; a moved label is many hundreds.
fn options() -> SnapshotOptions {
    SnapshotOptions::new().threshold(1.2).max_failed_pixels(250)
}

#[test]
fn the_main_pages_look_as_they_did() {
    for (language, theme, names) in [
        (Language::English, ThemeChoice::Light, ["today-en-light", "meeting-en-light"]),
        (Language::Chinese, ThemeChoice::Dark, ["today-zh-dark", "meeting-zh-dark"]),
    ] {
        let mut app = App::sample(language);
        app.harness.state_mut().state.update(Action::SetTheme(theme));
        // The status line tells of the daily backup while it is made.
        app.wait_for("the backup", |app| app.state().keeping.archives.making.is_none());
        let session = app.busiest_session();
        let meeting = Route::Negotiation { session, tab: NegotiationTab::Meeting };
        for (route, name) in [Route::Today, meeting].into_iter().zip(names) {
            app.harness.state_mut().state.update(Action::Go(route));
            app.harness.run_steps(4);
            app.harness
                .try_snapshot_options(name, &options())
                .unwrap_or_else(|error| panic!("{error}"));
        }
    }
}
