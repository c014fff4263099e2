//! What all negotiations come to: verdicts, promises, expectations, tactics, claims, deals.

mod calibration;
mod claims;
mod deals;
mod said;
mod tactics;
mod verdicts;

use std::sync::Arc;

use egui::{Popup, PopupCloseBehavior, Rect, Ui};

use super::people_menu::{self, MENU_WIDTH, Picked};
use crate::app::route::Route;
use crate::domain::ids::CounterpartId;
use crate::domain::statistics::Statistics;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};
use crate::ui::widgets::text;

/// What the cards show.
struct Scene {
    /// Of the negotiations with the chosen person at the table, or of all.
    counted: Arc<Statistics>,
    /// Of all negotiations: tactics are told apart by who used them.
    all: Arc<Statistics>,
    person: Option<CounterpartId>,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let work = cx.work;
    let chosen = cx.drafts.statistics.person.and_then(|id| work.person(id));
    let person = chosen.map(|person| person.id);
    let name = chosen.map(|person| cx.messages.name_of(person));
    let title = match &name {
        Some(name) => cx.tr("statistics-title-with", &[("name", Arg::from(name))]),
        None => cx.t("statistics-title").to_owned(),
    };
    let crumbs = [
        Crumb::to(cx.t("negotiations-title"), Route::Negotiations),
        Crumb::here(cx.t("statistics-title")),
    ];
    top_bar(ui, cx, &crumbs, &title, |ui, cx| filter(ui, cx, person));
    let all = cx.lists.statistics(cx.work, cx.wake);
    let counted = match person {
        Some(person) => cx.lists.statistics_with(person, cx.work, cx.wake),
        None => all.clone(),
    };
    let (Some(all), Some(counted)) = (all, counted) else {
        ui.label(text::body(cx.t("statistics-underway"), cx.tokens));
        return;
    };
    if counted.negotiations == 0 {
        nothing(ui, cx, name.as_deref());
        return;
    }
    let scene = Scene { counted, all, person };
    let left = [
        Cell { min: verdicts::HEIGHT, grow: 0.0 },
        Cell { min: claims::height(&scene), grow: 0.0 },
        Cell { min: deals::HEIGHT, grow: 1.0 },
    ];
    let right =
        [Cell { min: calibration::HEIGHT, grow: 0.0 }, Cell { min: tactics::HEIGHT, grow: 1.0 }];
    let columns = [Column { weight: 1.0, cells: &left }, Column { weight: 1.35, cells: &right }];
    canvas(ui, &columns, |ui, card, place: Rect| match card {
        0 => verdicts::show(ui, cx, &scene, place),
        1 => claims::show(ui, cx, &scene, place),
        2 => deals::show(ui, cx, &scene, place),
        3 => calibration::show(ui, cx, &scene, place),
        _ => tactics::show(ui, cx, &scene, place),
    });
}

/// Everybody, or one person.
fn filter(ui: &mut Ui, cx: &mut Cx<'_>, person: Option<CounterpartId>) {
    let tokens = cx.tokens;
    let choose = ActionButton::secondary(cx.t("statistics-choose")).icon("filter");
    let response = choose.selected(person.is_some()).show(ui, tokens);
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU_WIDTH)
        .show(|ui| {
            let picked = people_menu::show(ui, cx, "statistics/person", &[], false);
            if let Some(Picked::Person(person)) = picked {
                cx.drafts.statistics.person = Some(person);
            }
        });
    if person.is_some() {
        let everybody = ActionButton::quiet(cx.t("statistics-everybody")).icon("cross");
        if everybody.show(ui, tokens).clicked() {
            cx.drafts.statistics.person = None;
        }
    }
}

fn nothing(ui: &mut Ui, cx: &mut Cx<'_>, name: Option<&str>) {
    let title = match name {
        Some(name) => {
            let name = people_menu::shortened(name);
            cx.tr("statistics-empty-with", &[("name", Arg::from(name))])
        }
        None => cx.t("statistics-empty-title").to_owned(),
    };
    empty_state(ui, cx.tokens, "steps", &title, cx.t("statistics-empty-text"), None);
    ui.vertical_centered(|ui| {
        let back = ActionButton::secondary(cx.t("statistics-to-negotiations"));
        if back.show(ui, cx.tokens).clicked() {
            cx.go(Route::Negotiations);
        }
    });
}
