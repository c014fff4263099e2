//! All items as a row of numbers: which are answered, and a way to each of them.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Stroke, Ui, Vec2, pos2};

use super::sheet::Sheet;
use crate::domain::questionnaire::paper::Mark;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::text;

const HEIGHT: f32 = 34.0;
const GAP: f32 = 3.0;
/// Narrower than this the numbers stand in two rows.
const NARROWEST: f32 = 23.0;

pub(super) fn show<'a>(ui: &mut Ui, cx: &mut Cx<'a>, sheet: &Sheet<'a>) {
    let count = sheet.items.len().max(1);
    let room = ui.available_width();
    #[expect(clippy::cast_precision_loss, reason = "a questionnaire has few items")]
    let width = |columns: usize| (room + GAP) / columns as f32 - GAP;
    let columns = if width(count) < NARROWEST { count.div_ceil(2) } else { count };
    let width = width(columns).min(40.0);
    let mut chosen = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(GAP);
        for (row, items) in sheet.items.chunks(columns).enumerate() {
            ui.horizontal(|ui| {
                for (column, item) in items.iter().enumerate() {
                    let index = row * columns + column;
                    let clicked =
                        ui.push_id(&item.id, |ui| cell(ui, cx, sheet, index, width)).inner;
                    if clicked {
                        chosen = Some(index);
                    }
                }
            });
        }
    });
    if let Some(index) = chosen {
        sheet.look_at(cx, index);
    }
}

fn cell(ui: &mut Ui, cx: &Cx<'_>, sheet: &Sheet<'_>, index: usize, width: f32) -> bool {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    let here = sheet.at() == Some(index);
    let mark = sheet.mark(index);
    let state = match mark {
        None => "questionnaire-item-open",
        Some(Mark::DontKnow) => "questionnaire-item-unsure",
        Some(_) => "questionnaire-item-answered",
    };
    let args = [("number", Arg::from(index + 1)), ("state", Arg::from(cx.t(state)))];
    let name = cx.tr("questionnaire-jump", &args);
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, enabled, here, &name));
    let (fill, line) = match (here, mark, response.hovered()) {
        (true, ..) => (tokens.surface, tokens.accent),
        (false, _, true) => (tokens.hover, tokens.border_strong),
        (false, Some(_), false) => (tokens.accent_soft, tokens.accent_line),
        (false, None, false) => (tokens.surface, tokens.border_strong),
    };
    let stroke = Stroke::new(if here { 2.0 } else { 1.0 }, line);
    let corner = CornerRadius::same(radius::SMALL);
    ui.painter().rect(rect, corner, fill, stroke, egui::StrokeKind::Inside);
    let weight = if here { Weight::SemiBold } else { Weight::Regular };
    let colour = if here { tokens.text } else { tokens.text_2 };
    let font = FontId::new(type_size::CAPTION, weight.family());
    let number = pos2(rect.center().x, rect.top() + 10.5);
    ui.painter().text(number, Align2::CENTER_CENTER, (index + 1).to_string(), font, colour);
    let sign = pos2(rect.center().x, rect.bottom() - 10.5);
    match mark {
        None => {
            ui.painter().circle_stroke(sign, 2.5, Stroke::new(1.0, tokens.border_strong));
        }
        Some(Mark::DontKnow) => {
            let font = FontId::new(type_size::CAPTION, Weight::SemiBold.family());
            let unsure = cx.t("questionnaire-sign-unsure");
            ui.painter().text(sign, Align2::CENTER_CENTER, unsure, font, tokens.text_3);
        }
        Some(_) => {
            let place = Rect::from_center_size(sign, Vec2::splat(11.0));
            icons::sized("check", 11.0).tint(tokens.accent).paint_at(ui, place);
        }
    }
    focus_ring(ui, &response, tokens);
    let clicked = response.clicked();
    if let Some(item) = sheet.items.get(index) {
        response.on_hover_ui(|ui| {
            ui.label(text::caption(cx.c(item.stem_by(sheet.respondent)), tokens));
        });
    }
    clicked
}
