//! The columns of the ledger: as many topics as there is room for.

use egui::{Align, Rect, Sense, Ui, Vec2};

use super::{Scene, ledger};
use crate::domain::issue::Topic;
use crate::domain::table::Table;
use crate::ui::context::Cx;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const GAP: f32 = 8.0;
const TIME: f32 = 38.0;
const WHO: f32 = 68.0;
const VALUE: f32 = 46.0;
/// The least room for a price and for another topic.
const PRICE: f32 = 56.0;
const TOPIC: f32 = 50.0;
/// More than this makes a table hard to read across.
const WIDEST: f32 = 110.0;
const HEAD: f32 = 34.0;

/// Which topics have a column.
pub struct Columns {
    /// In the order of the plan.
    pub topics: Vec<Topic>,
    /// The least weighted ones, for which there is no room.
    pub left_out: Vec<Topic>,
    tracks: Vec<Track>,
}

/// The places of the cells of a row.
pub struct Cells {
    pub time: Rect,
    pub who: Rect,
    pub topics: Vec<Rect>,
    pub value: Option<Rect>,
}

impl Columns {
    /// Where the cell of the side begins.
    pub const INDENT: f32 = TIME + GAP;

    pub fn for_width(table: &Table<'_>, width: f32) -> Self {
        let value = table.space.topics.len() > 1
            || table.alternative.is_some() && !table.space.topics.is_empty();
        let fixed = TIME + WHO + GAP + if value { VALUE + GAP } else { 0.0 };
        let room = width - fixed - PRICE - GAP;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful")]
        let fit = (room / (TOPIC + GAP)).max(0.0) as usize;
        // The heaviest first; of the same weight, as in the plan.
        let mut by_weight: Vec<Topic> = table.topics.iter().map(|on| on.topic).collect();
        by_weight.retain(|topic| *topic != Topic::Price);
        by_weight.sort_by(|one, other| table.weight(*other).total_cmp(&table.weight(*one)));
        let shown = by_weight.get(..fit.min(by_weight.len())).unwrap_or_default();
        let all = || table.topics.iter().map(|on| on.topic);
        let has_column = |topic: &Topic| *topic == Topic::Price || shown.contains(topic);
        let topics: Vec<Topic> = all().filter(has_column).collect();
        let left_out = all().filter(|topic| !has_column(topic)).collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let count = topics.len() as f32;
        let each = ((width - fixed - GAP * count) / count).min(WIDEST);
        let mut tracks = vec![Track::Fixed(TIME), Track::Share(1.0)];
        tracks.extend(topics.iter().map(|_| Track::Fixed(each)));
        tracks.extend(value.then_some(Track::Fixed(VALUE)));
        Self { topics, left_out, tracks }
    }

    pub fn cells(&self, rect: Rect) -> Cells {
        let mut places = split(rect, GAP, &self.tracks).into_iter();
        let nowhere = Rect::NOTHING;
        Cells {
            time: places.next().unwrap_or(nowhere),
            who: places.next().unwrap_or(nowhere),
            topics: places.by_ref().take(self.topics.len()).collect(),
            value: places.next(),
        }
    }

    pub fn head(&self, ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
        let tokens = cx.tokens;
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), HEAD), Sense::hover());
        ledger::fill(ui, rect, tokens.sunken);
        let cells = self.cells(rect);
        let one = |ui: &mut Ui, salt: &str, place: Rect, label: &str| {
            cell(ui, ("head", salt), place, Align::Min, |ui| {
                text::one_line(ui, text::label(label, tokens).color(tokens.text_3));
            });
        };
        one(ui, "time", cells.time, cx.t("ledger-time"));
        one(ui, "who", cells.who, cx.t("ledger-who"));
        for (place, topic) in cells.topics.iter().zip(&self.topics) {
            let Some(on) = scene.table.topic(*topic) else { continue };
            let name = cx.messages.topic_name(*topic, &on.issue);
            let unit = cx.messages.short_unit(&on.issue);
            let full = if on.issue.unit.trim().is_empty() {
                name.to_owned()
            } else {
                format!("{name}, {}", on.issue.unit.trim())
            };
            let settled = scene.table.settled(*topic).is_some();
            let colour = if settled { tokens.ok } else { tokens.text_3 };
            two_lines(ui, cx, &format!("{topic:?}"), *place, (name, &unit), colour, &full);
        }
        if let Some(place) = cells.value {
            let lines = (cx.t("ledger-value"), cx.t("ledger-value-to-us"));
            two_lines(ui, cx, "value", place, lines, tokens.text_3, cx.t("ledger-value-help"));
        }
    }
}

fn two_lines(
    ui: &mut Ui,
    cx: &Cx<'_>,
    salt: &str,
    place: Rect,
    lines: (&str, &str),
    colour: egui::Color32,
    full: &str,
) {
    let tokens = cx.tokens;
    if lines.1.is_empty() {
        cell(ui, ("head", salt), place, Align::Max, |ui| {
            text::one_line(ui, text::label(lines.0, tokens).color(colour)).on_hover_text(full);
        });
        return;
    }
    let (upper, lower) = place.split_top_bottom_at_fraction(0.5);
    cell(ui, ("head", salt), upper.translate(Vec2::new(0.0, 1.5)), Align::Max, |ui| {
        text::one_line(ui, text::label(lines.0, tokens).color(colour)).on_hover_text(full);
    });
    cell(ui, ("unit", salt), lower.translate(Vec2::new(0.0, -1.5)), Align::Max, |ui| {
        text::one_line(ui, text::caption(lines.1, tokens));
    });
}
