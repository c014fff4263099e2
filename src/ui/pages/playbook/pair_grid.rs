//! The sixteen pairs as a grid: me down, the other side across.

use egui::{CornerRadius, Response, Sense, Stroke, Ui, Vec2};

use super::go_to;
use crate::app::route::PlaybookEntry;
use crate::domain::compatibility::Relation;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

const WIDTH: f32 = 124.0;
const HEAD: f32 = 64.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    Large,
    /// Above the text of a pair.
    Small,
}

impl Size {
    fn height(self) -> f32 {
        match self {
            Self::Large => 40.0,
            Self::Small => 26.0,
        }
    }
}

/// Shows the grid; a click on a cell leads to the page of the pair.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, chosen: Option<(Quadrant, Quadrant)>, size: Size) {
    let tokens = cx.tokens;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        let width = ((ui.available_width() - HEAD - 16.0) / 4.0).min(WIDTH);
        let cell_size = Vec2::new(width, size.height());
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
                ui.allocate_ui(Vec2::new(HEAD, cell_size.y), |ui| {
                    ui.set_width(HEAD);
                    quadrant_tag(ui, tokens, me);
                });
                for them in Quadrant::ALL {
                    let is_chosen = Some((me, them)) == chosen;
                    if cell(ui, cx, me, them, cell_size, is_chosen).clicked() {
                        cx.go(go_to(PlaybookEntry::Pair(me, them)));
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
