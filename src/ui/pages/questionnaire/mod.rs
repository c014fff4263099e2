//! The questionnaire of one person: one item at a time, what came of it, and answers from paper. It
//! is a card, so that the page about me has it too.

mod about;
mod answering;
mod choice;
mod done;
mod grid;
mod head;
mod jump;
mod paper;
pub(super) mod sheet;

use egui::{Rect, Ui};

use self::sheet::Sheet;
use super::absent;
use super::counterparts::profile_card::profile;
use super::counterparts::subject::display_name;
use crate::app::action::Action;
use crate::app::keeping::KeepingAction;
use crate::app::route::Route;
use crate::domain::evidence::Setting;
use crate::domain::ids::CounterpartId;
use crate::i18n::Arg;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, top_bar};
use crate::ui::widgets::text;

/// The height below which the page scrolls rather than squeeze the card.
pub(super) const MIN_HEIGHT: f32 = 620.0;

/// The page for a counterpart.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: CounterpartId) {
    let title = cx.t("questionnaire-title");
    let work = cx.work;
    let Some(person) = work.counterpart(id) else {
        absent::show(ui, cx, RecordKey::Counterpart(id), title);
        return;
    };
    let sheet = Sheet::of(cx, Some(person));
    let name = sheet.name(cx);
    let heading = cx.tr("questionnaire-of", &[("name", Arg::from(&name))]);
    let crumbs = [
        Crumb::to(cx.t("counterparts-title"), Route::Counterparts { selected: None }),
        Crumb::to(name, Route::counterpart(id)),
        Crumb::here(title),
    ];
    top_bar(ui, cx, &crumbs, &heading, |ui, cx| {
        let complete = sheet.progress.is_complete();
        let label = cx.t(if complete { "myself-done" } else { "myself-later" });
        if ActionButton::primary(label).icon("check").show(ui, cx.tokens).clicked() {
            cx.go(Route::counterpart(id));
        }
        let versions = ActionButton::icon_only("clock", cx.t("command-versions"));
        if versions.colour(cx.tokens.text_3).show(ui, cx.tokens).clicked() {
            cx.push(Action::Keeping(KeepingAction::ShowVersions(RecordKey::Counterpart(id))));
        }
    });
    let left = [Cell { min: MIN_HEIGHT, grow: 1.0 }];
    let right = [Cell { min: 348.0, grow: 0.0 }, Cell { min: 200.0, grow: 1.0 }];
    let columns = [Column { weight: 1.45, cells: &left }, Column { weight: 1.0, cells: &right }];
    canvas(ui, &columns, |ui, index, rect| match index {
        0 => card(ui, cx, rect, &sheet),
        1 => profile_so_far(ui, cx, rect, &sheet),
        _ => about::show(ui, cx, rect, &sheet),
    });
}

fn profile_so_far(ui: &mut Ui, cx: &Cx<'_>, rect: Rect, sheet: &Sheet<'_>) {
    let Some(person) = sheet.person else { return };
    let caption = display_name(cx, person);
    let Some(readings) = cx.work.reading(person.id) else { return };
    Card::new(cx.t("profile-title")).caption(caption).show(ui, cx.tokens, rect, |ui| {
        let other = match sheet.setting {
            Setting::Normal => Setting::Pressure,
            Setting::Pressure => Setting::Normal,
        };
        let compare = Some(readings.get(other)).filter(|other| other.profile.observations > 0);
        let name = cx.messages.word("setting", other.id());
        let compare = compare.map(|reading| (reading, name));
        profile(ui, cx, readings.get(sheet.setting), compare, false);
    });
}

/// The questionnaire itself.
pub(super) fn card<'a>(ui: &mut Ui, cx: &mut Cx<'a>, rect: Rect, sheet: &Sheet<'a>) {
    let tokens = cx.tokens;
    let progress = sheet.progress;
    let args = [("done", Arg::from(progress.answered)), ("all", Arg::from(progress.all))];
    let caption = cx.tr("questionnaire-progress", &args);
    let on_paper = sheet.draft.on_paper;
    let (mut print, mut enter) = (false, false);
    let card = Card::new(cx.t("questionnaire-card")).caption(caption);
    let (print_label, enter_label) = (cx.t("questionnaire-print"), cx.t("questionnaire-enter"));
    let (print_tip, read_only) = (cx.t("questionnaire-print-tip"), cx.read_only);
    let mut next = None;
    card.show_with_actions(
        ui,
        tokens,
        rect,
        |ui| {
            let button = ActionButton::secondary(enter_label).icon("keyboard").small();
            let button = button.selected(on_paper).enabled(!read_only);
            enter = button.show(ui, tokens).clicked();
            let button = ActionButton::secondary(print_label).icon("print").small();
            print = button.tooltip(print_tip).show(ui, tokens).clicked();
        },
        |ui| {
            // A person who comes next has widgets of their own.
            ui.push_id(sheet.key(), |ui| {
                ui.add_enabled_ui(!cx.read_only, |ui| {
                    next = head::show(ui, cx, sheet);
                    let shown = if on_paper {
                        paper::show(ui, cx, sheet)
                    } else {
                        one_at_a_time(ui, cx, sheet, rect.height())
                    };
                    next = shown.or(next);
                });
            });
        },
    );
    // Only now: what is drawn later would take the same key press for itself.
    if let Some(next) = next {
        ui.memory_mut(|memory| memory.request_focus(next));
    }
    if print {
        let person = sheet.person.map(|person| person.id);
        cx.push(Action::PrintQuestionnaire { person, respondent: sheet.respondent });
    }
    if enter {
        sheet.change_draft(cx, |draft| draft.on_paper = !on_paper);
    }
}

fn one_at_a_time<'a>(
    ui: &mut Ui,
    cx: &mut Cx<'a>,
    sheet: &Sheet<'a>,
    height: f32,
) -> Option<egui::Id> {
    ui.add_space(4.0);
    jump::show(ui, cx, sheet);
    if sheet.weighs_otherwise(cx) {
        let note = text::caption(cx.t("questionnaire-older"), cx.tokens);
        ui.add(egui::Label::new(note).wrap());
    }
    match sheet.at() {
        Some(index) => answering::show(ui, cx, sheet, index, height),
        None => {
            done::show(ui, cx, sheet);
            None
        }
    }
}
