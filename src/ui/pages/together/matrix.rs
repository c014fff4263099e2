//! The relations among all: a grid with the difficulty of each, from 1 to 4.

use egui::{
    Align2, CornerRadius, FontId, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, pos2,
};

use super::{Scene, words};
use crate::domain::compatibility::Relation;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::known_quadrant;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

/// So many people fit with their names before the rows; more have initials alone.
const WITH_NAMES: usize = 12;
const NAME: f32 = 112.0;
const SHORT: f32 = 34.0;
const LARGEST_CELL: f32 = 30.0;
const SMALLEST_CELL: f32 = 17.0;
/// Heads fit beside one another from this width of a column on.
const WIDE_CELL: f32 = 28.0;
const LIFT: f32 = 14.0;
const ROW: f32 = 22.0;
/// Title, head and legend.
const REST: f32 = 132.0;
/// Names in the spoken line of a row.
const SPOKEN_NAMES: usize = 4;

pub(super) fn height(scene: &Scene<'_>) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen people")]
    let rows = scene.shown().count() as f32;
    rows * ROW + REST
}

/// The likeliest relation of two people, and how likely it is.
fn relation(scene: &Scene<'_>, one: usize, other: usize) -> Option<(Relation, f64)> {
    let view = &scene.view;
    let known = |index: usize| view.reading(index).certainty != Certainty::Unknown;
    let odds = view.odds(one, other).filter(|_| known(one) && known(other))?;
    odds.likeliest().map(|relation| (relation, odds.of(relation)))
}

/// Everybody, those who think alike beside one another, me first.
fn in_order(scene: &Scene<'_>) -> Vec<usize> {
    let rank = |index: &usize| {
        let lead = known_quadrant(scene.view.reading(*index));
        let place = lead.and_then(|lead| Quadrant::WALK_ORDER.iter().position(|one| *one == lead));
        (!scene.is_me(*index), place.unwrap_or(Quadrant::ALL.len()))
    };
    let mut order: Vec<usize> = scene.shown().collect();
    order.sort_by_key(rank);
    order
}

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    Card::new(cx.t("together-matrix")).fixed().show(ui, tokens, place, |ui| {
        legend(ui, cx);
        let order = in_order(scene);
        let head = if order.len() > WITH_NAMES { SHORT } else { NAME };
        #[expect(clippy::cast_precision_loss, reason = "a few dozen people")]
        let count = order.len() as f32;
        let cell = ((ui.available_width() - head) / count).clamp(SMALLEST_CELL, LARGEST_CELL);
        ScrollArea::both().id_salt("matrix").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            let size = Vec2::new(head + cell * count, ROW);
            heads(ui, cx, scene, &order, head, cell, size);
            for row in &order {
                line(ui, cx, scene, &order, *row, head, cell, size);
            }
        });
    });
}

fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for relation in Relation::ALL {
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(18.0), Sense::hover());
            paint(ui, cx, rect, Some((relation, 1.0)));
            ui.label(text::caption(cx.messages.word("relation", relation.id()), tokens));
            ui.add_space(4.0);
        }
    });
}

fn font(weight: Weight) -> FontId {
    FontId::new(type_size::CAPTION - 1.0, weight.family())
}

fn heads(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    order: &[usize],
    head: f32,
    cell: f32,
    size: Vec2,
) {
    // Where the columns are narrow every other head stands a line higher.
    let staggered = cell < WIDE_CELL;
    let height = if staggered { size.y + LIFT } else { size.y };
    let (rect, _) = ui.allocate_exact_size(Vec2::new(size.x, height), Sense::hover());
    for (place, index) in order.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "a few dozen people")]
        let x = rect.left() + head + cell * (place as f32 + 0.5);
        let lift = if staggered && place % 2 == 0 { LIFT } else { 0.0 };
        let at = pos2(x, rect.bottom() - size.y / 2.0 - lift);
        let initials = scene.initials.get(*index).map_or("", String::as_str);
        let colour = colour_of(cx, scene, *index);
        ui.painter().text(at, Align2::CENTER_CENTER, initials, font(Weight::SemiBold), colour);
    }
}

fn colour_of(cx: &Cx<'_>, scene: &Scene<'_>, index: usize) -> egui::Color32 {
    let lead = known_quadrant(scene.view.reading(index));
    lead.map_or(cx.tokens.text_3, |lead| cx.tokens.quadrants[lead].text)
}

#[expect(clippy::too_many_arguments, reason = "the measures of the grid")]
fn line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    order: &[usize],
    row: usize,
    head: f32,
    cell: f32,
    size: Vec2,
) {
    let tokens = cx.tokens;
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken = spoken(cx, scene, row);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let name = Rect::from_min_size(rect.min, Vec2::new(head - 6.0, ROW));
    let mut child = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(name)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let label = if head > SHORT {
        scene.name(row)
    } else {
        scene.initials.get(row).map_or("", String::as_str)
    };
    let label = text::caption(label, tokens).color(colour_of(cx, scene, row));
    text::one_line(&mut child, label);
    let mut x = rect.left() + head;
    for column in order {
        let place = Rect::from_min_size(pos2(x, rect.top()), Vec2::new(cell, ROW)).shrink(1.0);
        x += cell;
        if *column == row {
            continue;
        }
        let found = relation(scene, row, *column);
        paint(ui, cx, place, found);
    }
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let Some(pointer) = pointer.filter(|_| response.hovered()) else { return };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a column of the grid"
    )]
    let column = ((pointer.x - rect.left() - head) / cell).max(0.0) as usize;
    let told = match order.get(column) {
        Some(column) if pointer.x > rect.left() + head && *column != row => {
            told(cx, scene, row, *column)
        }
        _ => spoken,
    };
    response.on_hover_text_at_pointer(told);
}

/// "Lin Yue and Chen Bo: contrasting (56%)".
fn told(cx: &Cx<'_>, scene: &Scene<'_>, one: usize, other: usize) -> String {
    let mut args =
        vec![("one", Arg::from(scene.name(one))), ("other", Arg::from(scene.name(other)))];
    match relation(scene, one, other) {
        Some((relation, p)) => {
            args.push(("relation", Arg::from(cx.messages.word("relation", relation.id()))));
            args.push(("percent", Arg::from(cx.messages.percent(p))));
            cx.tr("together-cell", &args)
        }
        None => cx.tr("together-cell-unknown", &args),
    }
}

/// With whom somebody has it easy, and with whom it takes most care.
fn spoken(cx: &Cx<'_>, scene: &Scene<'_>, row: usize) -> String {
    let with = |wanted: &[Relation]| -> String {
        let found = |other: &usize| {
            relation(scene, row, *other).is_some_and(|(relation, _)| wanted.contains(&relation))
        };
        let others: Vec<usize> =
            scene.shown().filter(|other| *other != row).filter(found).collect();
        if others.is_empty() {
            return cx.t("together-nobody").to_owned();
        }
        words::names_of(cx, &scene.names, &others, SPOKEN_NAMES)
    };
    cx.tr(
        "together-matrix-row",
        &[
            ("name", Arg::from(scene.name(row))),
            ("easy", Arg::from(with(&[Relation::Same, Relation::Compatible]))),
            ("hard", Arg::from(with(&[Relation::Cross]))),
        ],
    )
}

/// A cell: the harder the stronger its ground; paler what is less likely.
fn paint(ui: &Ui, cx: &Cx<'_>, rect: Rect, relation: Option<(Relation, f64)>) {
    let tokens = cx.tokens;
    let corner = CornerRadius::same(4);
    let Some((relation, p)) = relation else {
        ui.painter().rect_filled(rect, corner, tokens.hover);
        let colour = tokens.text_3;
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, "?", font(Weight::Regular), colour);
        return;
    };
    let (ground, ink) = match relation {
        Relation::Same => (tokens.ok_soft, tokens.ok),
        Relation::Compatible => (tokens.ok_soft.gamma_multiply(0.5), tokens.ok),
        Relation::Contrasting => (tokens.warn_soft.gamma_multiply(0.5), tokens.warn),
        Relation::Cross => (tokens.warn_soft, tokens.warn),
    };
    let sure = p >= 0.5;
    ui.painter().rect_filled(rect, corner, ground);
    if sure {
        let line = Stroke::new(1.0, ink.gamma_multiply(0.4));
        ui.painter().rect_stroke(rect, corner, line, StrokeKind::Inside);
    }
    let weight = if sure { Weight::SemiBold } else { Weight::Regular };
    let colour = if sure { ink } else { tokens.text_3 };
    let digit = relation.difficulty().to_string();
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, digit, font(weight), colour);
}
