//! Every tactic that was met: how often, and what came of it.

use std::cmp::Reverse;

use egui::{Align, Rect, ScrollArea, Sense, Stroke, Ui, Vec2};

use super::{Scene, said};
use crate::app::drafts::TacticOrder;
use crate::app::route::Route;
use crate::domain::statistics::{Proportion, TacticRecord};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

pub(super) const HEIGHT: f32 = 300.0;
const ROW: f32 = 34.0;
const GAP: f32 = 6.0;
/// Around the label of a small button.
const PADDING: f32 = 9.0;
const TRACKS: [Track; 6] = [
    Track::Share(1.0),
    Track::Fixed(56.0),
    Track::Fixed(56.0),
    Track::Fixed(92.0),
    Track::Fixed(78.0),
    Track::Fixed(94.0),
];

/// One line of the table.
#[derive(Debug, Clone)]
struct Line {
    card: String,
    name: String,
    record: TacticRecord,
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene, place: Rect) {
    let tokens = cx.tokens;
    let empty = std::collections::BTreeMap::new();
    let records = match scene.person {
        Some(person) => scene.all.with.get(&person).unwrap_or(&empty),
        None => &scene.all.tactics,
    };
    let card = Card::new(cx.t("statistics-tactics")).caption(cx.t("statistics-tactics-caption"));
    card.fixed().show(ui, tokens, place, |ui| {
        if records.is_empty() {
            let none = text::body(cx.t("statistics-tactics-none"), tokens);
            ui.add(egui::Label::new(none).wrap());
            return;
        }
        let mut lines: Vec<Line> = records
            .iter()
            .map(|(card, record)| Line {
                name: cx.card_name(card).unwrap_or_else(|| card.to_string()),
                card: card.to_string(),
                record: *record,
            })
            .collect();
        sort(&mut lines, cx.drafts.statistics.order);
        ui.spacing_mut().item_spacing.y = 0.0;
        head(ui, cx);
        ScrollArea::vertical().id_salt("tactics").auto_shrink(false).show_rows(
            ui,
            ROW,
            lines.len(),
            |ui, rows| {
                for line in lines.get(rows).unwrap_or_default() {
                    one(ui, cx, line);
                }
            },
        );
    });
}

/// The most first; equals by name.
fn sort(lines: &mut [Line], order: TacticOrder) {
    let worked = |share: Proportion| (share.hits, Reverse(share.of));
    lines.sort_by(|one, other| {
        let (a, b) = (&one.record, &other.record);
        let found = match order {
            TacticOrder::Name => std::cmp::Ordering::Equal,
            TacticOrder::Met => (b.seen + b.used).cmp(&(a.seen + a.used)),
            TacticOrder::Seen => b.seen.cmp(&a.seen),
            TacticOrder::Used => b.used.cmp(&a.used),
            TacticOrder::Worked => worked(b.worked).cmp(&worked(a.worked)),
            TacticOrder::Backfired => b.backfired.cmp(&a.backfired),
            TacticOrder::OnMe => worked(b.on_me).cmp(&worked(a.on_me)),
        };
        found.then_with(|| one.name.cmp(&other.name))
    });
}

fn head(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::hover());
    let orders = [
        (TacticOrder::Name, "statistics-head-tactic"),
        (TacticOrder::Seen, "statistics-head-seen"),
        (TacticOrder::Used, "statistics-head-used"),
        (TacticOrder::Worked, "statistics-head-worked"),
        (TacticOrder::Backfired, "statistics-head-backfired"),
        (TacticOrder::OnMe, "statistics-head-on-me"),
    ];
    for (place, (index, (order, key))) in split(rect.shrink2(Vec2::new(12.0, 0.0)), GAP, &TRACKS)
        .into_iter()
        .zip((0_u8..).zip(orders))
    {
        let align = if index == 0 { Align::Min } else { Align::Max };
        // The label stands above the figures, with the padding of the button around it.
        let place = place.expand2(Vec2::new(PADDING, 0.0));
        cell(ui, key, place, align, |ui| {
            let chosen = cx.drafts.statistics.order == order;
            let label = cx.t(key);
            let colour = if chosen { tokens.accent_text } else { tokens.text_3 };
            let name = cx.tr("statistics-sort-by", &[("column", label.into())]);
            let button = ActionButton::quiet(label).small().colour(colour);
            let response = button.tooltip(&name).show(ui, tokens);
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::Button, true, chosen, &name)
            });
            if response.clicked() {
                // A second click goes back to the order by how often a tactic was met.
                cx.drafts.statistics.order = if chosen { TacticOrder::Met } else { order };
            }
        });
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, line: &Line) {
    let tokens = cx.tokens;
    let record = &line.record;
    let backfired = record.backfired.to_string();
    let cells = [
        record.seen.to_string(),
        record.used.to_string(),
        said::counts(cx, record.worked),
        if record.used == 0 { "–".to_owned() } else { backfired },
        said::counts(cx, record.on_me),
    ];
    let heads = ["seen", "used", "worked", "backfired", "on-me"];
    let spoken: Vec<String> = heads
        .into_iter()
        .zip(&cells)
        .map(|(head, cell)| format!("{}: {cell}", cx.messages.word("statistics-head", head)))
        .collect();
    let spoken = format!("{}. {}", line.name, spoken.join(cx.t("table-comma")));
    let response = row(ui, tokens, &line.card, ROW, false, &spoken, |ui| {
        let places = split(ui.available_rect_before_wrap(), GAP, &TRACKS);
        let all = [line.name.as_str()].into_iter().chain(cells.iter().map(String::as_str));
        for (place, (index, words)) in places.into_iter().zip((0_u8..).zip(all)) {
            let align = if index == 0 { Align::Min } else { Align::Max };
            cell(ui, index, place, align, |ui| {
                let shown =
                    if index == 0 { text::value(words, tokens) } else { text::body(words, tokens) };
                text::one_line(ui, shown);
            });
        }
    });
    let worked =
        [("statistics-worked-share", record.worked), ("statistics-on-me-share", record.on_me)];
    let tips: Vec<String> = worked
        .into_iter()
        .filter(|(_, share)| share.of > 0)
        .map(|(id, share)| said::share(cx, id, share))
        .collect();
    let response = if tips.is_empty() { response } else { response.on_hover_text(tips.join("\n")) };
    if response.clicked() {
        cx.go(Route::tactic(&line.card));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_sorted_by_the_chosen_column() {
        let line = |name: &str, seen, used, worked: (usize, usize)| Line {
            card: name.to_owned(),
            name: name.to_owned(),
            record: TacticRecord {
                seen,
                used,
                worked: Proportion { hits: worked.0, of: worked.1 },
                ..TacticRecord::default()
            },
        };
        let mut lines = [
            line("flinch", 5, 0, (0, 0)),
            line("trade", 0, 4, (2, 3)),
            line("anchor", 1, 4, (2, 2)),
        ];
        let mut names = |order| {
            sort(&mut lines, order);
            lines.each_ref().map(|line| line.name.clone())
        };
        assert_eq!(names(TacticOrder::Met), ["anchor", "flinch", "trade"]);
        assert_eq!(names(TacticOrder::Worked), ["anchor", "trade", "flinch"]);
        assert_eq!(names(TacticOrder::Seen), ["flinch", "anchor", "trade"]);
        assert_eq!(names(TacticOrder::Name), ["anchor", "flinch", "trade"]);
    }
}
