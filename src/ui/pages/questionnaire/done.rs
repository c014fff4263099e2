//! Everything is answered: the word for the profile, what it rests on, and the answers once more.

use egui::{Layout, Sense, Ui, Vec2};

use super::answering;
use super::sheet::Sheet;
use crate::domain::evidence::Setting;
use crate::domain::profile::Certainty;
use crate::i18n::Arg;
use crate::ui::charts::kite::word;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::card::{inset, rule};
use crate::ui::widgets::text;

const ROW: f32 = 46.0;

pub(super) fn show<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) {
    let tokens = cx.tokens;
    ui.add_space(8.0);
    inset(ui, tokens.accent_soft, tokens.accent_line, |ui| result(ui, cx, sheet));
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        let again = ActionButton::secondary(cx.t("questionnaire-look-over")).icon("list").small();
        let mut look_at = again.show(ui, tokens).clicked().then_some(0);
        if answering::wants_back(ui) {
            look_at = sheet.items.len().checked_sub(1);
        }
        if let Some(index) = look_at {
            sheet.look_at(cx, index);
        }
        if sheet.setting == Setting::Normal && !sheet.has_answers_in(Setting::Pressure) {
            let label = cx.t("questionnaire-pressure-too");
            if ActionButton::secondary(label).icon("flame").small().show(ui, tokens).clicked() {
                sheet.change_draft(cx, |draft| {
                    draft.setting = Setting::Pressure;
                    draft.at = None;
                });
            }
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            answering::take_back(ui, cx, sheet);
        });
    });
    rule(ui, tokens);
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, item) in sheet.items.iter().enumerate() {
            if ui.push_id(&item.id, |ui| row(ui, cx, sheet, index)).inner {
                chosen = Some(index);
            }
        }
    });
    if let Some(index) = chosen {
        sheet.look_at(cx, index);
    }
}

fn result<'a>(ui: &mut Ui, cx: &Cx<'a>, sheet: &Sheet<'a>) {
    let tokens = cx.tokens;
    let Some(readings) = sheet.readings(cx) else { return };
    let reading = readings.get(sheet.setting);
    let told = match sheet.person {
        None => cx.t("questionnaire-result-mine").to_owned(),
        Some(_) => cx.tr("questionnaire-result", &[("name", Arg::from(sheet.name(cx)))]),
    };
    ui.add(egui::Label::new(text::label(told, tokens)).truncate());
    ui.add(egui::Label::new(text::title(word(reading, cx.messages), tokens)).wrap());
    let args = [
        ("known", Arg::from(sheet.progress.answered - sheet.progress.unsure)),
        ("unsure", Arg::from(sheet.progress.unsure)),
        ("percent", Arg::from(cx.messages.percent(sheet.part_of_evidence(cx)))),
    ];
    let rests = cx.tr("questionnaire-rests", &args);
    ui.add(egui::Label::new(text::body(rests, tokens)).wrap());
    if reading.certainty == Certainty::Unknown {
        let more = text::body(cx.t("questionnaire-unknown"), tokens);
        ui.add(egui::Label::new(more).wrap());
    }
    ui.add(egui::Label::new(text::caption(cx.t("questionnaire-honest"), tokens)).wrap());
}

/// One answer, which can be changed from here.
fn row<'a>(ui: &mut Ui, cx: &Cx<'a>, sheet: &Sheet<'a>, index: usize) -> bool {
    let tokens = cx.tokens;
    let (Some(item), Some(mark)) = (sheet.items.get(index), sheet.mark(index)) else {
        return false;
    };
    let sentence = sheet.sentence(cx, item, mark);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let args = [("number", Arg::from(index + 1)), ("text", Arg::from(&sentence))];
    let name = cx.tr("questionnaire-change", &args);
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, egui::CornerRadius::ZERO, tokens.hover);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, tokens.border));
    let middle = Layout::left_to_right(egui::Align::Center);
    let inner = egui::UiBuilder::new().max_rect(rect.shrink2(Vec2::new(6.0, 0.0))).layout(middle);
    ui.scope_builder(inner, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let number = text::caption((index + 1).to_string(), tokens);
        ui.add_sized(Vec2::new(18.0, ROW), egui::Label::new(number).selectable(false));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add(icons::sized("edit", 13.0).tint(tokens.text_3).alt_text(""));
            ui.with_layout(middle, |ui| {
                ui.vertical(|ui| {
                    let stem = text::caption(sheet.stem(cx, item), tokens);
                    let said = text::value(sheet.said(cx, item, mark), tokens);
                    text::pair_in_middle(ui, ROW, stem, said, egui::TextWrapMode::Truncate);
                });
            });
        });
    });
    focus_ring(ui, &response, tokens);
    response.clicked()
}
