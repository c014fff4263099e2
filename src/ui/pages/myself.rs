//! How I think: my questionnaire, the profile that follows from it, and what it means for me.

use egui::{Rect, Ui};

use super::counterparts::profile_card::profile;
use super::counterparts::subject::lead;
use super::questionnaire::sheet::Sheet;
use super::questionnaire::{self, MIN_HEIGHT};
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::route::Route;
use crate::content::text::Text;
use crate::domain::evidence::Setting;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, top_bar};
use crate::ui::widgets::text;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let sheet = Sheet::of(cx, None);
    let title = cx.t("myself-title");
    top_bar(
        ui,
        cx,
        &[Crumb::to(cx.t(UiCommand::GoToday.message()), Route::Today), Crumb::here(title)],
        title,
        |ui, cx| {
            let complete = sheet.progress.is_complete();
            let label = cx.t(if complete { "myself-done" } else { "myself-later" });
            if ActionButton::primary(label).icon("check").show(ui, cx.tokens).clicked() {
                cx.go(Route::Today);
            }
            let versions = ActionButton::icon_only("clock", cx.t("command-versions"));
            if versions.colour(cx.tokens.text_3).show(ui, cx.tokens).clicked() {
                cx.push(Action::Command(UiCommand::Versions));
            }
        },
    );
    let left = [Cell { min: MIN_HEIGHT, grow: 1.0 }];
    let right = [Cell { min: 330.0, grow: 0.0 }, Cell { min: 200.0, grow: 1.0 }];
    let columns = [Column { weight: 1.45, cells: &left }, Column { weight: 1.0, cells: &right }];
    canvas(ui, &columns, |ui, index, rect| match index {
        0 => questionnaire::card(ui, cx, rect, &sheet),
        1 => mine(ui, cx, rect),
        _ => advice(ui, cx, rect),
    });
}

/// My profile as it stands.
fn mine(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let my = cx.work.my_reading();
    Card::new(cx.t("myself-profile")).show(ui, tokens, rect, |ui| {
        let pressure = Some(&my.pressure).filter(|reading| reading.profile.observations > 0);
        let name = cx.messages.word("setting", Setting::Pressure.id());
        profile(ui, cx, &my.normal, pressure.map(|reading| (reading, name)), false);
    });
}

/// My strengths and blind spots, or what the answers are good for.
fn advice(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    let lines = |texts: &[Text]| -> Vec<String> {
        texts.iter().map(|text| text.get(language).to_owned()).collect()
    };
    match lead(&cx.work.my_reading().normal) {
        Some(quadrant) => {
            let being = &cx.catalog.quadrant(quadrant).being;
            let (strengths, blind_spots) = (lines(&being.strengths), lines(&being.blind_spots));
            let args = [
                ("letter", Arg::from(quadrant.letter())),
                ("name", Arg::from(cx.quadrant_name(quadrant))),
            ];
            let caption = cx.tr("hypothesis-if", &args);
            Card::new(cx.t("myself-strengths")).caption(caption).show(ui, tokens, rect, |ui| {
                text::sign_list(
                    ui,
                    tokens,
                    "check",
                    tokens.ok,
                    strengths.iter().map(String::as_str),
                );
                rule(ui, tokens);
                ui.label(text::heading(cx.t("myself-blind-spots"), tokens));
                text::sign_list(
                    ui,
                    tokens,
                    "warning",
                    tokens.warn,
                    blind_spots.iter().map(String::as_str),
                );
                ui.label(text::label(cx.t("myself-pressure"), tokens));
                ui.add(egui::Label::new(text::body(cx.c(&being.under_pressure), tokens)).wrap());
            });
        }
        None => Card::new(cx.t("myself-why")).show(ui, tokens, rect, |ui| {
            let reasons = ["myself-why-compare", "myself-why-words", "myself-why-blind"];
            text::sign_list(ui, tokens, "check", tokens.ok, reasons.map(|id| cx.messages.text(id)));
            ui.label(text::caption(cx.t("myself-honest"), tokens));
        }),
    }
}
