//! The data of the picture as a table.

use egui::{Align, ScrollArea, Sense, Ui, Vec2};

use super::points::{self, Point};
use super::scene::{Found, Scene};
use super::words;
use crate::ui::context::Cx;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 26.0;
const TRACKS: [Track; 4] =
    [Track::Share(1.0), Track::Fixed(56.0), Track::Fixed(56.0), Track::Share(2.4)];

/// Named deals first, and then all that no other deal beats.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, found: &Found, bottom: f32) {
    let named = points::shown(cx, scene, found);
    let frontier = &found.prospects.analysis.frontier;
    ui.spacing_mut().item_spacing.y = 0.0;
    let heads = ["deals-table-deal", "side-us", "side-them", "deals-table-terms"];
    line(ui, cx, &heads.map(|key| cx.t(key).to_owned()), true);
    let height = (bottom - ui.cursor().top()).max(ROW);
    let rows = named.len() + frontier.len();
    let area = ScrollArea::vertical().id_salt("frontier-table").auto_shrink(false);
    area.max_height(height).show_rows(ui, ROW, rows, |ui, range| {
        for row in range {
            match named.get(row) {
                Some(point) => line(ui, cx, &cells(cx, scene, point), false),
                None => {
                    let Some(point) = frontier.point(row - named.len()) else { continue };
                    let deal = point.deal;
                    let terms = found.prospects.deals.terms(&deal);
                    let cells = [
                        cx.t("deals-unbeaten").to_owned(),
                        words::points(deal.me).to_string(),
                        words::points(deal.them).to_string(),
                        words::terms(cx, scene.session, &terms),
                    ];
                    line(ui, cx, &cells, false);
                }
            }
        }
    });
}

fn cells(cx: &Cx<'_>, scene: &Scene<'_>, point: &Point) -> [String; 4] {
    [
        point.name.clone(),
        words::range(point.me),
        words::range(point.them),
        words::terms(cx, scene.session, &point.terms),
    ]
}

fn line(ui: &mut Ui, cx: &Cx<'_>, cells: &[String; 4], head: bool) {
    let tokens = cx.tokens;
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
    let spoken = cells.join(cx.t("list-separator"));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Row, true, &spoken));
    let edge = egui::Stroke::new(1.0, tokens.border);
    ui.painter().hline(rect.x_range(), rect.bottom(), edge);
    for (index, (words, place)) in cells.iter().zip(split(rect, 10.0, &TRACKS)).enumerate() {
        let is_number = index == 1 || index == 2;
        let align = if is_number { Align::Max } else { Align::Min };
        cell(ui, (rect.top().to_bits(), index), place, align, |ui| {
            let shown = match (head, index) {
                (true, _) => text::label(words, tokens),
                (false, 0) => text::value(words, tokens),
                (false, 1) => text::strong(words, tokens).color(tokens.accent_text),
                (false, 2) => text::strong(words, tokens).color(tokens.warn),
                (false, _) => text::caption(words, tokens),
            };
            text::one_line(ui, shown);
        });
    }
    if !head {
        response.on_hover_text(spoken);
    }
}
