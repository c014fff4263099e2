//! What differs between two people, and how they get on.

use egui::{Align2, CornerRadius, FontId, Rect, Sense, Ui, Vec2, pos2};

use super::Scene;
use crate::domain::profile::{Certainty, ProfileReading};
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::counterparts::relation_bar;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

const ROW: f32 = 26.0;
const NUMBER: f32 = 40.0;

pub(super) fn card(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    (one, other): (usize, usize),
    place: Rect,
) {
    let tokens = cx.tokens;
    let view = &scene.view;
    let (left, right) = (view.reading(one), view.reading(other));
    Card::new(cx.t("together-differences")).show(ui, tokens, place, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let half = ui.available_width() / 2.0;
            for (index, layout) in [
                (one, egui::Layout::left_to_right(egui::Align::Center)),
                (other, egui::Layout::right_to_left(egui::Align::Center)),
            ] {
                ui.allocate_ui_with_layout(Vec2::new(half, 18.0), layout, |ui| {
                    ui.set_width(half);
                    text::one_line(ui, text::label(scene.name(index), tokens));
                });
            }
        });
        for quadrant in Quadrant::ALL {
            row(ui, cx, left, right, quadrant);
        }
        ui.add(egui::Label::new(text::body(verdict(cx, scene, one, other), tokens)).wrap());
        rule(ui, tokens);
        let odds = view.odds(one, other);
        let known = [left, right].into_iter().all(|one| one.certainty != Certainty::Unknown);
        let Some(odds) = odds.filter(|_| known) else {
            ui.label(text::strong(cx.t("together-relation"), tokens));
            let line = text::body(cx.t("together-relation-unknown"), tokens);
            ui.add(egui::Label::new(line).wrap());
            return;
        };
        ui.label(text::strong(cx.t("together-relation"), tokens));
        relation_bar(ui, cx, odds);
        if let Some(relation) = odds.likeliest() {
            let with_me = scene.is_me(one) || scene.is_me(other);
            let content = cx.catalog.relation(relation);
            let lines = if with_me {
                [cx.c(&content.gains), cx.c(&content.risks)]
            } else {
                // The texts of the relations speak to one of the two; these are about both.
                [
                    cx.messages.word("together-gains", relation.id()),
                    cx.messages.word("together-risks", relation.id()),
                ]
            };
            for (line, (icon, colour)) in
                lines.into_iter().zip([("plus", tokens.ok), ("warning", tokens.warn)])
            {
                text::sign_list(ui, tokens, icon, colour, [line]);
            }
        }
    });
}

/// Whether the ranges of a share lie apart.
fn is_apart(left: &ProfileReading, right: &ProfileReading, quadrant: Quadrant) -> bool {
    let (one, other) = (left.intervals[quadrant], right.intervals[quadrant]);
    one.high < other.low || other.high < one.low
}

/// In words where the two surely differ.
fn verdict(cx: &Cx<'_>, scene: &Scene<'_>, one: usize, other: usize) -> String {
    let (left, right) = (scene.view.reading(one), scene.view.reading(other));
    let more = |quadrant: &Quadrant| {
        let (more, less) = if left.shares[*quadrant] > right.shares[*quadrant] {
            (one, other)
        } else {
            (other, one)
        };
        cx.tr(
            "together-more",
            &[
                ("more", Arg::from(scene.name(more))),
                ("less", Arg::from(scene.name(less))),
                ("letter", Arg::from(quadrant.letter())),
                ("name", Arg::from(cx.quadrant_name(*quadrant))),
            ],
        )
    };
    let apart: Vec<String> = Quadrant::WALK_ORDER
        .iter()
        .filter(|quadrant| is_apart(left, right, **quadrant))
        .map(more)
        .collect();
    if apart.is_empty() {
        cx.t("together-no-difference").to_owned()
    } else {
        apart.join(cx.t("together-sentence-space"))
    }
}

/// One quadrant: the shares of both as bars from the middle outwards, the ranges in a lighter tone.
fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    left: &ProfileReading,
    right: &ProfileReading,
    quadrant: Quadrant,
) {
    let tokens = cx.tokens;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let percent = |reading: &ProfileReading| cx.messages.percent(reading.shares[quadrant]);
    let apart = is_apart(left, right, quadrant);
    let spoken = cx.tr(
        if apart { "together-row-apart" } else { "together-row-overlap" },
        &[
            ("letter", Arg::from(quadrant.letter())),
            ("one", Arg::from(percent(left))),
            ("other", Arg::from(percent(right))),
        ],
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    let tag = Rect::from_center_size(rect.center(), Vec2::splat(20.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(tag), |ui| quadrant_tag(ui, tokens, quadrant));
    let colours = &tokens.quadrants[quadrant];
    for (reading, to_left) in [(left, true), (right, false)] {
        let inner = rect.center().x + if to_left { -16.0 } else { 16.0 };
        let outer = if to_left { rect.left() + NUMBER } else { rect.right() - NUMBER };
        #[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
        let at = |share: f64| inner + (outer - inner) * share.clamp(0.0, 1.0) as f32;
        let bar = |from: f32, to: f32| {
            Rect::from_two_pos(pos2(from, rect.center().y - 4.0), pos2(to, rect.center().y + 4.0))
        };
        let corner = CornerRadius::same(4);
        let interval = reading.intervals[quadrant];
        let painter = ui.painter();
        painter.rect_filled(bar(inner, outer), corner, tokens.hover);
        painter.rect_filled(bar(inner, at(reading.shares[quadrant])), corner, colours.solid);
        let range = bar(at(interval.low), at(interval.high));
        painter.rect_filled(range, corner, colours.solid.gamma_multiply(0.35));
        let (align, x) = if to_left {
            (Align2::LEFT_CENTER, rect.left())
        } else {
            (Align2::RIGHT_CENTER, rect.right())
        };
        let weight = if apart { Weight::SemiBold } else { Weight::Regular };
        let colour = if apart { tokens.text } else { tokens.text_2 };
        let font = FontId::new(type_size::CAPTION, weight.family());
        painter.text(pos2(x, rect.center().y), align, percent(reading), font, colour);
    }
    response.on_hover_text(spoken);
}
