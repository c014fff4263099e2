//! Nothing a user did is lost: closing, reopening, undo.

use counterpoint::app::route::Route;
use egui::Key;

use crate::app::{App, BOTH};

#[test]
fn the_app_reopens_on_the_page_where_it_was_left() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.shortcut(Key::Num3);
        assert_eq!(app.state().navigation.current(), &Route::Negotiations);
        let app = app.restart();
        assert_eq!(app.state().navigation.current(), &Route::Negotiations);
        assert_eq!(app.state().language(), language);
    }
}

#[test]
fn an_observation_cancelled_by_mistake_comes_back_even_after_a_restart() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.shortcut(Key::Num2);
        app.type_into_t("evidence-add-heard", "Who signs this?");
        app.click_t("cancel");
        assert!(!app.shows("Who signs this?"));
        let mut app = app.restart();
        app.click_t("evidence-restore");
        assert!(app.shows("Who signs this?"));
        assert!(!app.shows(&app.t("evidence-restore")), "it is in the field again");
    }
}

#[test]
fn an_idle_window_draws_no_frame() {
    let mut app = App::sample(BOTH[0]);
    let steps = app.harness.run();
    assert_eq!(steps, 1, "one frame was asked for, and no further one");
}
