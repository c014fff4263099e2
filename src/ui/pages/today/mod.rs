//! Today: what comes next, where the talks stand, what is due, and one tip.

mod meetings;
mod position;
mod potatoes;
mod promises;
mod readiness;
mod ring;
mod steps;
mod tip;

use egui::Ui;

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::domain::counterpart::Named;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;
use crate::domain::summary::CounterpartSummary;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, top_bar};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let date = cx.messages.weekday_date(cx.today());
    let title = cx.t("today-title");
    let is_new = cx.work.negotiations().is_empty();
    top_bar(ui, cx, &[Crumb::here(date)], title, |ui, cx| {
        // While the three steps are shown, the next of them is the main action.
        let new = cx.t(UiCommand::NewNegotiation.message());
        let button = if is_new { ActionButton::secondary(new) } else { ActionButton::primary(new) };
        if button.icon("plus").enabled(!cx.read_only).show(ui, cx.tokens).clicked() {
            cx.push(Action::Command(UiCommand::NewNegotiation));
        }
        let add = ActionButton::secondary(cx.t(UiCommand::NewCounterpart.message())).icon("user");
        if add.enabled(!cx.read_only).show(ui, cx.tokens).clicked() {
            cx.push(Action::Command(UiCommand::NewCounterpart));
        }
    });
    if is_new {
        steps::show(ui, cx);
        return;
    }
    let left = [Cell { min: 308.0, grow: 0.2 }, Cell { min: 340.0, grow: 0.8 }];
    let right = [
        Cell { min: 230.0, grow: 0.5 },
        Cell { min: 130.0, grow: 0.2 },
        Cell { min: 238.0, grow: 0.3 },
    ];
    let columns = [Column { weight: 2.2, cells: &left }, Column { weight: 1.0, cells: &right }];
    canvas(ui, &columns, |ui, index, rect| match index {
        0 => meetings::show(ui, cx, rect),
        1 => position::show(ui, cx, rect),
        2 => promises::show(ui, cx, rect),
        3 => potatoes::show(ui, cx, rect),
        _ => tip::show(ui, cx, rect),
    });
}

/// The name of a person, or a stand-in.
fn name_of(cx: &Cx<'_>, person: &impl Named) -> String {
    let name = cx.messages.name_of(person);
    if name.is_empty() { cx.t("nameless").to_owned() } else { name }
}

/// The leading quadrant, once there is evidence enough to speak of one.
fn known(reading: &ProfileReading) -> Option<Quadrant> {
    reading.leading.filter(|_| reading.certainty != Certainty::Unknown)
}

/// The leading quadrant of a person at ease.
fn quadrant_of(person: &CounterpartSummary) -> Option<Quadrant> {
    known(&person.reading.normal)
}
