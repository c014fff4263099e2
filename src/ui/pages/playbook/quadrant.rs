//! One quadrant in full: how to deal with it, and how to be it.

use egui::Ui;

use super::prose;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::{card, text};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, quadrant: Quadrant) {
    let tokens = cx.tokens;
    let content = cx.catalog.quadrant(quadrant);
    let moments = cx.catalog.moments(quadrant);
    ui.horizontal(|ui| {
        animal(ui, tokens, Some(quadrant), cx.animals(), 56.0);
        ui.add_space(6.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal(|ui| {
                quadrant_tag(ui, tokens, quadrant);
                text::one_line(ui, text::title(cx.quadrant_name(quadrant), tokens));
                let word =
                    cx.messages.word("animal", quadrant.animal(cx.animals()).id()).to_owned();
                text::one_line(ui, text::caption(word, tokens));
            });
            text::one_line(ui, text::body(cx.c(&content.tagline), tokens));
        });
    });
    ui.add_space(4.0);
    prose::lead(ui, cx, cx.c(&content.thinks));
    prose::side_by_side(
        ui,
        cx,
        |ui, cx| {
            prose::list(ui, cx, "quadrant-do", ("check", tokens.ok), &content.do_);
            prose::fact(ui, cx, "quadrant-wants", &content.wants);
            prose::fact(ui, cx, "quadrant-open", &content.open);
            prose::fact(ui, cx, "quadrant-argue", &content.argue);
            prose::fact(ui, cx, "quadrant-objection", &moments.objection);
            prose::quotes(ui, cx, "quadrant-talk", &content.talk);
            prose::list(ui, cx, "quadrant-misjudged", ("minus", tokens.text_3), &content.misjudged);
        },
        |ui, cx| {
            prose::list(ui, cx, "quadrant-avoid", ("cross", tokens.warn), &content.avoid);
            prose::fact(ui, cx, "quadrant-decides", &content.decides);
            prose::fact(ui, cx, "quadrant-concede", &content.concede);
            prose::fact(ui, cx, "quadrant-close", &content.close);
            prose::fact(ui, cx, "quadrant-follow-up", &moments.follow_up);
            prose::fact(ui, cx, "quadrant-under-pressure", &content.under_pressure);
            prose::list(ui, cx, "quadrant-irritates", ("flame", tokens.warn), &content.irritates);
            prose::fact(ui, cx, "quadrant-fair-view", &content.fair_view);
        },
    );
    prose::list(ui, cx, "quadrant-notice", ("ear", tokens.accent), &moments.notice);
    card::inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        prose::quotes(ui, cx, "quadrant-sentences", &content.sentences);
    });
    being(ui, cx, quadrant);
}

fn being(ui: &mut Ui, cx: &mut Cx<'_>, quadrant: Quadrant) {
    let tokens = cx.tokens;
    let being = &cx.catalog.quadrant(quadrant).being;
    prose::heading(ui, cx, cx.t("quadrant-being"));
    card::rule(ui, tokens);
    prose::side_by_side(
        ui,
        cx,
        |ui, cx| {
            prose::list(ui, cx, "quadrant-strengths", ("star", tokens.ok), &being.strengths);
            prose::list(ui, cx, "quadrant-do", ("check", tokens.ok), &being.do_);
            prose::fact(ui, cx, "quadrant-being-wants", &being.wants);
            prose::fact(ui, cx, "quadrant-being-open", &being.open);
            prose::fact(ui, cx, "quadrant-being-argue", &being.argue);
            prose::list(
                ui,
                cx,
                "quadrant-being-irritates",
                ("flame", tokens.warn),
                &being.irritates,
            );
        },
        |ui, cx| {
            prose::list(
                ui,
                cx,
                "quadrant-blind-spots",
                ("warning", tokens.warn),
                &being.blind_spots,
            );
            prose::list(ui, cx, "quadrant-avoid", ("cross", tokens.warn), &being.avoid);
            prose::fact(ui, cx, "quadrant-being-decides", &being.decides);
            prose::fact(ui, cx, "quadrant-being-concede", &being.concede);
            prose::fact(ui, cx, "quadrant-being-close", &being.close);
            prose::fact(ui, cx, "quadrant-under-pressure", &being.under_pressure);
        },
    );
    prose::quotes(ui, cx, "quadrant-being-sentences", &being.sentences);
}
