//! How much a person weighs in the decision, as four steps to be chosen from.

use egui::{
    CornerRadius, Popup, PopupCloseBehavior, Rect, Response, Sense, Stroke, Ui, Vec2, pos2,
};

use crate::app::edit::SessionEdit;
use crate::domain::ids::CounterpartId;
use crate::domain::session::{Influence, Session};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::{Tokens, radius, size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

const METER: Vec2 = Vec2::new(34.0, size::SMALL_CONTROL_HEIGHT);
const MENU_WIDTH: f32 = 210.0;

/// The word for a person's say: "Decides".
pub fn word<'a>(cx: &Cx<'a>, influence: u8) -> &'a str {
    cx.t(match influence {
        ..=1 => "influence-1",
        2 => "influence-2",
        3 => "influence-3",
        4.. => "influence-4",
    })
}

/// Four bars that open the choice.
pub fn control(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    person: CounterpartId,
    name: &str,
) -> Response {
    let tokens = cx.tokens;
    let influence = session.influence_of(person);
    let enabled = !cx.read_only;
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(METER, sense);
    if response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::SMALL), tokens.hover);
    }
    bars(ui, tokens, rect, influence);
    let args = [("name", Arg::from(name)), ("word", Arg::from(word(cx, influence)))];
    let spoken = cx.tr("influence-of", &args);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &spoken));
    focus_ring(ui, &response, tokens);
    if enabled {
        Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .width(MENU_WIDTH)
            .show(|ui| {
                ui.label(text::caption(cx.t("influence-title"), tokens));
                ui.spacing_mut().item_spacing.y = 0.0;
                for step in (Influence::LEAST..=Influence::MOST).rev() {
                    let word = word(cx, step);
                    let selected = step == influence;
                    let chosen = row(ui, tokens, step, size::ROW_HEIGHT, selected, word, |ui| {
                        let (rect, _) = ui.allocate_exact_size(METER, Sense::hover());
                        bars(ui, tokens, rect, step);
                        text::one_line(ui, text::value(word, tokens));
                    });
                    if chosen.clicked() {
                        cx.edit_session(session.id, SessionEdit::Influence(person, step));
                        ui.close();
                    }
                }
            });
    }
    response.on_hover_text(spoken)
}

/// As many filled bars as the person has weight, each higher than the one before.
fn bars(ui: &Ui, tokens: &Tokens, rect: Rect, influence: u8) {
    const WIDTH: f32 = 4.0;
    const GAP: f32 = 2.0;
    let left = rect.center().x - 2.0 * WIDTH - 1.5 * GAP;
    let bottom = rect.center().y + 7.0;
    for step in Influence::LEAST..=Influence::MOST {
        let height = 2.0 + 3.0 * f32::from(step);
        let x = left + f32::from(step - 1) * (WIDTH + GAP);
        let bar = Rect::from_min_max(pos2(x, bottom - height), pos2(x + WIDTH, bottom));
        let corner = CornerRadius::same(1);
        if step <= influence {
            ui.painter().rect_filled(bar, corner, tokens.accent);
        } else {
            let line = Stroke::new(1.0, tokens.border_strong);
            ui.painter().rect_stroke(bar, corner, line, egui::StrokeKind::Inside);
        }
    }
}
