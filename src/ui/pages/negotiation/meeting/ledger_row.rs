//! One offer of the ledger. Enter or a double click brings it back into the entry.

use egui::{Align, Color32, Key, Modifiers, Rect, Sense, Ui, Vec2};

use super::columns::Columns;
use super::ledger::{self, side_colour};
use super::{Scene, offer_entry, understood, warnings};
use crate::app::edit::SessionEdit;
use crate::domain::deal_space::Valued;
use crate::domain::issue::Topic;
use crate::domain::ledger::{Move, MoveKind, Offer};
use crate::domain::table::Row;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::columns::cell;
use crate::ui::widgets::text;

/// The room for the two buttons at the end of the row.
const BUTTONS: f32 = 64.0;

pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    columns: &Columns,
    row: &Row<'_>,
    warning: Option<&str>,
    rect: Rect,
) {
    let tokens = cx.tokens;
    let offer = row.offer;
    ui.push_id(offer.id.0, |ui| {
        let id = ui.scope_id().with("row");
        let sense = if cx.read_only { Sense::hover() } else { Sense::click() };
        let response = ui.interact(ledger::band(rect), id, sense);
        let at = cx.messages.time(cx.clock.local(offer.at).time());
        response.widget_info(|| {
            let said = understood::offer(cx, scene, offer);
            let args = [("time", Arg::from(&at)), ("offer", said.into())];
            egui::WidgetInfo::labeled(egui::Role::Button, !cx.read_only, cx.tr("ledger-row", &args))
        });
        let pointed = ui.rect_contains_pointer(ledger::band(rect));
        if offer_entry::changing(cx, scene) == Some(offer.id) {
            ledger::fill(ui, rect, tokens.accent_soft);
        } else if pointed || response.has_focus() {
            ledger::fill(ui, rect, tokens.hover);
        }
        ledger::rule(ui, tokens, rect);
        values(ui, cx, scene, columns, row, warning, rect, &at);
        focus_ring(ui, &response, tokens);
        if cx.read_only {
            return;
        }
        // The buttons can be reached from the row by Tab: they stay while one of them has the focus.
        let had_focus = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
        let mut has_focus = response.has_focus();
        let mut change = response.double_clicked()
            || (response.clicked() && !ui.input(|input| input.pointer.primary_clicked()));
        let mut remove = response.has_focus() && ui.input(|input| input.key_pressed(Key::Delete));
        if pointed || has_focus || had_focus {
            let mut place = rect;
            place.set_left(rect.right() - BUTTONS);
            place = place.shrink2(Vec2::new(0.0, 1.0));
            let under = if response.has_focus() || pointed { tokens.hover } else { tokens.surface };
            ui.painter().rect_filled(place.expand2(Vec2::new(8.0, 0.0)), 0.0, under);
            cell(ui, "buttons", place, Align::Max, |ui| {
                let name = cx
                    .tr("ledger-remove", &[("offer", understood::offer(cx, scene, offer).into())]);
                let cross =
                    ActionButton::icon_only("cross", &name).colour(tokens.text_2).show(ui, tokens);
                let name = cx.tr(
                    "ledger-change-offer",
                    &[("offer", understood::offer(cx, scene, offer).into())],
                );
                let pencil =
                    ActionButton::icon_only("edit", &name).colour(tokens.text_2).show(ui, tokens);
                remove |= cross.clicked();
                change |= pencil.clicked();
                has_focus |= cross.has_focus() || pencil.has_focus();
            });
        }
        if has_focus != had_focus {
            ui.data_mut(|data| data.insert_temp(id, has_focus));
        }
        if remove {
            cx.edit_session(scene.session.id, SessionEdit::RemoveOffer(offer.id));
        } else if change {
            // The same Enter would leave the field that gets the focus now.
            ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            offer_entry::change(ui, cx, scene, offer);
        }
    });
}

#[expect(clippy::too_many_arguments, reason = "the parts of one row")]
fn values(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    columns: &Columns,
    row: &Row<'_>,
    warning: Option<&str>,
    rect: Rect,
    at: &str,
) {
    let tokens = cx.tokens;
    let offer = row.offer;
    let now = offer.meeting == scene.meeting.id;
    let strong = if now { side_colour(tokens, offer.side) } else { tokens.text_2 };
    let quiet = if now { tokens.text_2 } else { tokens.text_3 };
    let cells = columns.cells(rect);
    cell(ui, "time", cells.time, Align::Min, |ui| ui.label(text::caption(at, tokens)));
    cell(ui, "who", cells.who, Align::Min, |ui| {
        let centre = cells.who.left_center() + Vec2::new(4.0, 0.0);
        let dot = if now { strong } else { tokens.text_3 };
        ui.painter().circle_filled(centre, 4.0, dot);
        ui.add_space(12.0);
        ui.spacing_mut().item_spacing.x = 5.0;
        let side = cx.messages.word("side", offer.side.id());
        ui.label(text::value(side, tokens).color(quiet));
        if let Some(warning) = warning {
            let sign = icons::sized("warning", 14.0).tint(tokens.warn).alt_text(warning);
            ui.add(sign).on_hover_text(warning);
        }
    });
    for (place, topic) in cells.topics.iter().zip(&columns.topics) {
        let Some((on, value)) = scene.table.topic(*topic).zip(row.standing.about(*topic)) else {
            continue;
        };
        let label = cx.messages.bare_term(&on.issue, value);
        let changed = row.changed.contains(topic);
        let shown = if changed {
            text::strong(label, tokens).color(strong)
        } else {
            text::body(label, tokens).color(tokens.text_3)
        };
        cell(ui, topic, *place, Align::Max, |ui| {
            let label = text::one_line(ui, shown);
            // The steps of a side are counted only for the cell that is pointed at.
            if label.hovered()
                && let Some(moved) = moved(scene, offer, *topic)
            {
                label.on_hover_text(change_words(cx, scene, *topic, &moved));
            }
        });
    }
    if let Some((place, worth)) = cells.value.zip(row.worth) {
        let colour = value_colour(cx, scene, worth, now);
        cell(ui, "value", place, Align::Max, |ui| {
            let label = text::one_line(ui, text::strong(range(cx, worth.me), tokens).color(colour));
            if label.hovered() {
                label.on_hover_text(value_words(cx, scene, worth));
            }
        });
    }
}

fn value_colour(cx: &Cx<'_>, scene: &Scene<'_>, worth: Valued, now: bool) -> Color32 {
    let below = scene.table.alternative.is_some_and(|alternative| worth.me.1 < alternative);
    match (below, now) {
        (true, true) => cx.tokens.warn,
        (false, true) => cx.tokens.text,
        (_, false) => cx.tokens.text_3,
    }
}

/// "67", or "40–70" while something is open.
pub fn range(cx: &Cx<'_>, worth: (f64, f64)) -> String {
    let points = |worth: f64| cx.messages.number(warnings::points(worth));
    let (low, high) = (points(worth.0), points(worth.1));
    if low == high { low } else { format!("{low}–{high}") }
}

fn value_words(cx: &Cx<'_>, scene: &Scene<'_>, worth: Valued) -> String {
    let args = [("me", range(cx, worth.me).into()), ("them", range(cx, worth.them).into())];
    let mut lines = vec![cx.tr("ledger-value-of", &args)];
    if worth.open > 0 {
        lines.push(cx.tr("ledger-value-open", &[("count", Arg::from(worth.open))]));
    }
    if let Some(alternative) = scene.table.alternative {
        let points = cx.messages.number(warnings::points(alternative));
        lines.push(cx.tr("ledger-value-alternative", &[("worth", points.into())]));
    }
    lines.join("\n")
}

/// What changed on a topic since the offer of the same side before.
fn moved(scene: &Scene<'_>, offer: &Offer, topic: Topic) -> Option<Move> {
    let moves = scene.table.topic(topic)?.ledger.moves(offer.side);
    moves.into_iter().find(|(bid, _)| bid.offer.id == offer.id)?.1
}

fn change_words(cx: &Cx<'_>, scene: &Scene<'_>, topic: Topic, change: &Move) -> String {
    let Some(on) = scene.table.topic(topic) else { return String::new() };
    let amount = cx.messages.difference(&on.issue, change.size());
    match change.kind() {
        MoveKind::Hold => cx.t("ledger-held").to_owned(),
        MoveKind::Concession => cx.tr("position-concession", &[("amount", amount.into())]),
        MoveKind::Retreat => cx.tr("position-retreat", &[("amount", amount.into())]),
    }
}
