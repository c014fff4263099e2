//! The overview: the map of the four quadrants, and the way to everything else.

use egui::{CornerRadius, Response, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::{go_to, prose};
use crate::app::route::PlaybookEntry;
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::{radius, size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

const TILE_HEIGHT: f32 = 108.0;
const MAP_WIDTH: f32 = 340.0;
/// The map: A over B at the left, D over C at the right.
const MAP: [[Quadrant; 2]; 2] = [[Quadrant::A, Quadrant::D], [Quadrant::B, Quadrant::C]];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    prose::title(ui, cx, cx.t("playbook-quadrants"));
    prose::paragraph(ui, cx, cx.t("playbook-lead"));
    ui.add_space(6.0);
    // Where there is no room for a map, its tiles stand below one another.
    let across = if ui.available_width() < MAP_WIDTH { 1 } else { 2 };
    for line in MAP.as_flattened().chunks(across) {
        ui.columns(across, |columns| {
            for (ui, quadrant) in columns.iter_mut().zip(line.iter().copied()) {
                if tile(ui, cx, quadrant).clicked() {
                    cx.go(go_to(PlaybookEntry::Quadrant(quadrant)));
                }
            }
        });
    }
    ui.label(text::caption(cx.t("playbook-mnemonic"), cx.tokens));
    prose::heading(ui, cx, cx.t("playbook-basics"));
    ui.spacing_mut().item_spacing.y = 0.0;
    for (entry, title, line) in [
        (PlaybookEntry::Relations, "playbook-relations", "playbook-relations-line"),
        (PlaybookEntry::Walk, "playbook-walk", "playbook-walk-line"),
        (PlaybookEntry::Potatoes, "playbook-potatoes", "playbook-potatoes-line"),
    ] {
        let (title, line) = (cx.t(title), cx.t(line));
        let tokens = cx.tokens;
        let response =
            row(ui, tokens, ("model", title), size::TALL_ROW_HEIGHT, false, title, |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(5.0);
                    text::one_line(ui, text::strong(title, tokens));
                    text::one_line(ui, text::body(line, tokens));
                });
            });
        if response.clicked() {
            cx.go(go_to(entry));
        }
    }
}

fn tile(ui: &mut Ui, cx: &Cx<'_>, quadrant: Quadrant) -> Response {
    let tokens = cx.tokens;
    let content = cx.catalog.quadrant(quadrant);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), TILE_HEIGHT), Sense::click());
    let name = cx.quadrant_name(quadrant);
    response.widget_info(|| {
        egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{quadrant} {name}"))
    });
    let colours = &tokens.quadrants[quadrant];
    let stroke = Stroke::new(1.0, if response.hovered() { colours.solid } else { colours.line });
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect(rect, corner, colours.soft, stroke, egui::StrokeKind::Inside);
    let mut child = ui.new_child(UiBuilder::new().id_salt(quadrant).max_rect(rect.shrink(14.0)));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    child.horizontal_top(|ui| {
        animal(ui, tokens, Some(quadrant), cx.animals(), 48.0);
        ui.add_space(4.0);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal(|ui| {
                quadrant_tag(ui, tokens, quadrant);
                text::one_line(ui, text::heading(name, tokens));
            });
            let animal = cx.messages.word("animal", quadrant.animal(cx.animals()).id()).to_owned();
            text::one_line(ui, text::caption(animal, tokens).color(colours.text));
            ui.add(egui::Label::new(text::body(cx.c(&content.tagline), tokens)).wrap());
        });
    });
    focus_ring(ui, &response, tokens);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
