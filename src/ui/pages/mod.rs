//! One module for each page.

mod absent;
pub mod counterparts;
pub mod first_run;
pub mod myself;
pub mod negotiation;
pub mod negotiations;
mod people_menu;
pub mod playbook;
pub mod questionnaire;
pub mod settings;
pub mod statistics;
pub mod today;
pub mod together;

use egui::Ui;

use super::context::Cx;
use crate::app::route::Route;
use crate::brief::Document;

/// What only some pages need.
pub struct Extras<'a> {
    pub brief: Option<&'a Document>,
    pub include_limits: bool,
    pub settings: &'a settings::SettingsInput,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, route: &Route, extras: &Extras<'_>) {
    match route {
        Route::Today => today::show(ui, cx),
        Route::Myself | Route::Questionnaire { person: None } => myself::show(ui, cx),
        Route::Questionnaire { person: Some(id) } => questionnaire::show(ui, cx, *id),
        Route::Counterparts { selected } => counterparts::show(ui, cx, *selected),
        Route::Together { people, me, session } => {
            together::show(ui, cx, people, *me, *session);
        }
        Route::Negotiations => negotiations::show(ui, cx),
        Route::Statistics => statistics::show(ui, cx),
        Route::Negotiation { session, tab } => negotiation::show(ui, cx, *session, *tab, extras),
        Route::Playbook { entry } => playbook::show(ui, cx, entry),
        Route::Settings => settings::show(ui, cx, extras.settings),
    }
}
