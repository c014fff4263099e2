//! The four relations, and the sixteen pairs with what to say instead.

use egui::{CornerRadius, Response, Sense, Stroke, Ui, Vec2};

use super::prose;
use crate::content::relations::Rewording;
use crate::domain::compatibility::Relation;
use crate::domain::phase::Phase;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::{card, text};

const CELL: Vec2 = Vec2::new(124.0, 40.0);
const HEAD: f32 = 64.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    prose::title(ui, cx, cx.t("relations-pairs"));
    prose::paragraph(ui, cx, cx.t("relations-pairs-help"));
    let pair = cx.drafts.playbook_pair.unwrap_or_else(|| (mine(cx), Quadrant::C));
    grid(ui, cx, pair);
    ui.add_space(6.0);
    rewordings(ui, cx, pair);
    prose::heading(ui, cx, cx.t("playbook-relations"));
    for relation in Relation::ALL {
        relation_card(ui, cx, relation);
    }
}

/// My own row to begin with, when it is known.
fn mine(cx: &Cx<'_>) -> Quadrant {
    let reading = &cx.work.my_reading().normal;
    reading.leading.filter(|_| reading.certainty != Certainty::Unknown).unwrap_or(Quadrant::A)
}

fn grid(ui: &mut Ui, cx: &mut Cx<'_>, chosen: (Quadrant, Quadrant)) {
    let tokens = cx.tokens;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        let width = ((ui.available_width() - HEAD - 16.0) / 4.0).min(CELL.x);
        ui.horizontal(|ui| {
            ui.add_space(HEAD + 4.0);
            text::one_line(ui, text::caption(cx.t("relations-them"), tokens));
        });
        ui.horizontal(|ui| {
            ui.allocate_ui(Vec2::new(HEAD, 20.0), |ui| {
                ui.set_width(HEAD);
                text::one_line(ui, text::caption(cx.t("relations-me"), tokens));
            });
            for them in Quadrant::ALL {
                ui.allocate_ui(Vec2::new(width, 20.0), |ui| {
                    ui.set_width(width);
                    quadrant_tag(ui, tokens, them);
                });
            }
        });
        for me in Quadrant::ALL {
            ui.horizontal(|ui| {
                ui.allocate_ui(Vec2::new(HEAD, CELL.y), |ui| {
                    ui.set_width(HEAD);
                    quadrant_tag(ui, tokens, me);
                });
                for them in Quadrant::ALL {
                    let is_chosen = (me, them) == chosen;
                    if cell(ui, cx, me, them, Vec2::new(width, CELL.y), is_chosen).clicked() {
                        cx.drafts.playbook_pair = Some((me, them));
                    }
                }
            });
        }
    });
}

fn cell(
    ui: &mut Ui,
    cx: &Cx<'_>,
    me: Quadrant,
    them: Quadrant,
    size: Vec2,
    chosen: bool,
) -> Response {
    let tokens = cx.tokens;
    let relation = Relation::between(me, them);
    let word = cx.messages.word("relation", relation.id()).to_owned();
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = cx.tr(
        "relations-cell",
        &[("me", me.letter().into()), ("them", them.letter().into()), ("relation", (&word).into())],
    );
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &name));
    // The harder the relation, the stronger the ground.
    let strength = f32::from(relation.difficulty() - 1) / 3.0;
    let ground = tokens.surface.lerp_to_gamma(tokens.warn_soft, strength);
    let fill = match (chosen, response.hovered()) {
        (true, _) => tokens.accent_soft,
        (false, true) => tokens.hover,
        (false, false) => ground,
    };
    let stroke = Stroke::new(1.0, if chosen { tokens.accent } else { tokens.border });
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::SMALL),
        fill,
        stroke,
        egui::StrokeKind::Inside,
    );
    let weight = if chosen { Weight::SemiBold } else { Weight::Regular };
    let font = egui::FontId::new(type_size::CAPTION, weight.family());
    ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())).text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        word,
        font,
        tokens.text,
    );
    focus_ring(ui, &response, tokens);
    response.on_hover_text(name)
}

fn rewordings(ui: &mut Ui, cx: &mut Cx<'_>, (me, them): (Quadrant, Quadrant)) {
    let tokens = cx.tokens;
    let pair = cx.catalog.pair(me, them);
    card::inset(ui, tokens.sunken, tokens.border, |ui| {
        ui.horizontal(|ui| {
            quadrant_tag(ui, tokens, me);
            ui.label(text::caption("→", tokens));
            quadrant_tag(ui, tokens, them);
            let args =
                [("me", cx.quadrant_name(me).into()), ("them", cx.quadrant_name(them).into())];
            text::one_line(ui, text::heading(cx.tr("relations-pair", &args), tokens));
        });
        prose::paragraph(ui, cx, cx.c(&pair.summary));
        for (phase, Rewording { tend, instead }) in [
            (Phase::Opening, &pair.opening),
            (Phase::Middle, &pair.middle),
            (Phase::Late, &pair.late),
        ] {
            ui.add_space(4.0);
            card::rule(ui, tokens);
            ui.label(text::label(cx.messages.word("phase", phase.id()), tokens));
            prose::side_by_side(
                ui,
                cx,
                |ui, cx| {
                    ui.label(text::caption(cx.t("relations-tend"), tokens));
                    prose::paragraph(ui, cx, cx.c(tend));
                },
                |ui, cx| {
                    ui.label(
                        text::caption(cx.t("relations-instead"), tokens).color(tokens.accent_text),
                    );
                    ui.add(egui::Label::new(text::value(cx.c(instead), tokens)).wrap());
                },
            );
        }
    });
}

fn relation_card(ui: &mut Ui, cx: &Cx<'_>, relation: Relation) {
    let tokens = cx.tokens;
    let content = cx.catalog.relation(relation);
    card::inset(ui, tokens.surface, tokens.border, |ui| {
        ui.horizontal(|ui| {
            text::one_line(ui, text::heading(cx.c(&content.name), tokens));
            let level = cx.tr("relations-difficulty", &[("level", relation.difficulty().into())]);
            text::one_line(ui, text::caption(level, tokens));
        });
        for (key, line) in [
            ("relations-gains", &content.gains),
            ("relations-risks", &content.risks),
            ("relations-advice", &content.advice),
        ] {
            ui.label(text::label(cx.t(key), tokens));
            prose::paragraph(ui, cx, cx.c(line));
        }
    });
}
