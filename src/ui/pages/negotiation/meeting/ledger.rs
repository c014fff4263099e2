//! The offer ledger: every offer of both sides, topic by topic, and the entry of the next one.

use std::collections::BTreeMap;

use egui::{Align, Color32, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2};

use super::columns::Columns;
use super::{Scene, ledger_row, offer_entry, summon, understood, warnings};
use crate::app::command::UiCommand;
use crate::domain::ids::{EntryId, MeetingId};
use crate::domain::ledger::Side;
use crate::domain::table::Row;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::columns::cell;
use crate::ui::widgets::text;

const ROW: f32 = 26.0;

enum Line<'a, 's> {
    Meeting(MeetingId),
    Offer(&'a Row<'s>),
    /// What of an offer has no column.
    More(&'a Row<'s>, String),
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let here = |row: &&Row<'_>| row.offer.meeting == scene.meeting.id;
    let here = scene.table.rows.iter().filter(here).count();
    let caption = cx.tr("ledger-caption", &[("count", Arg::from(here))]);
    let settled = settled(cx, scene);
    let several_settled = cx.tr("ledger-settled-count", &[("count", Arg::from(settled.len()))]);
    Card::new(cx.t("ledger-title")).caption(caption).fixed().show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            summon::hint(ui, tokens, UiCommand::EnterOffer);
            match settled.as_slice() {
                [] => {}
                [one] => {
                    chip(ui, tokens, Tone::Ok, &shortened(one)).on_hover_text(one);
                }
                several => {
                    chip(ui, tokens, Tone::Ok, &several_settled).on_hover_text(several.join("\n"));
                }
            }
        },
        |ui| {
            let entered = offer_entry::Entered::read(cx, scene);
            let entry_height = entered.height(scene);
            let mut table = ui.available_rect_before_wrap();
            table.set_bottom(
                (place.bottom() - size::CARD_PADDING - entry_height - 8.0).max(table.top() + 40.0),
            );
            let mut child = ui.new_child(UiBuilder::new().id_salt("table").max_rect(table));
            child.set_clip_rect(
                table.expand2(Vec2::new(size::CARD_PADDING, 0.0)).intersect(ui.clip_rect()),
            );
            table_body(&mut child, cx, scene);
            ui.advance_cursor_after_rect(table);
            offer_entry::show(ui, cx, scene, entered);
        },
    );
}

/// "Term settled: 36 months" for every topic on which both said the same last.
fn settled(cx: &Cx<'_>, scene: &Scene<'_>) -> Vec<String> {
    let table = &scene.table;
    let words = table.topics.iter().filter_map(|on| {
        let value = cx.messages.term(&on.issue, table.settled(on.topic)?);
        let topic = cx.messages.topic_name(on.topic, &on.issue);
        Some(cx.tr("ledger-settled", &[("topic", topic.into()), ("value", value.into())]))
    });
    words.collect()
}

/// A chip has no room for a long name.
fn shortened(words: &str) -> String {
    const MOST: usize = 28;
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    words.chars().take(MOST - 1).chain(['…']).collect()
}

fn table_body(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = Columns::for_width(&scene.table, ui.available_width());
    columns.head(ui, cx, scene);
    let lines = lines(cx, scene, &columns);
    if lines.is_empty() {
        ui.add_space(10.0);
        let help = cx.t(if scene.session.plan.issues.is_empty() {
            "ledger-empty"
        } else {
            "ledger-empty-issues"
        });
        ui.add(egui::Label::new(text::body(help, tokens)).wrap());
        return;
    }
    let mut warned: BTreeMap<EntryId, Vec<String>> = BTreeMap::new();
    for concern in &scene.concerns {
        let words = warnings::words(cx, scene, &concern.caution);
        warned.entry(concern.offer).or_default().push(words);
    }
    // The bar has its place in the padding, not on top of the numbers.
    ui.spacing_mut().scroll.bar_outer_margin = 4.0 - size::CARD_PADDING;
    ScrollArea::vertical().id_salt("offers").auto_shrink(false).stick_to_bottom(true).show_rows(
        ui,
        ROW,
        lines.len(),
        |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                let (rect, _) =
                    ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
                match line {
                    Line::Meeting(id) => meeting_line(ui, cx, scene, *id, rect),
                    Line::Offer(row) => {
                        let warning = warned.get(&row.offer.id).map(|words| words.join("\n"));
                        ledger_row::show(ui, cx, scene, &columns, row, warning.as_deref(), rect);
                    }
                    Line::More(row, words) => more_line(ui, cx, scene, row, words, rect),
                }
            }
        },
    );
}

/// The offers in order of time, with a heading where a meeting begins.
fn lines<'a, 's>(cx: &Cx<'_>, scene: &'a Scene<'s>, columns: &Columns) -> Vec<Line<'a, 's>> {
    let mut lines = Vec::new();
    let mut meeting = None;
    for row in &scene.table.rows {
        if meeting != Some(row.offer.meeting) && scene.session.meetings.len() > 1 {
            lines.push(Line::Meeting(row.offer.meeting));
        }
        meeting = Some(row.offer.meeting);
        lines.push(Line::Offer(row));
        let left_out = columns.left_out.iter().filter(|topic| row.changed.contains(topic));
        let mut more: Vec<String> = left_out
            .filter_map(|topic| Some(understood::term(cx, scene, *topic, row.offer.about(*topic)?)))
            .collect();
        let terms = row.offer.terms.trim();
        if !terms.is_empty() {
            more.push(terms.to_owned());
        }
        if !more.is_empty() {
            lines.push(Line::More(row, more.join(cx.t("list-separator"))));
        }
    }
    lines
}

fn meeting_line(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, id: MeetingId, rect: Rect) {
    let number = scene.session.meeting_number(id);
    let label = cx.tr("meeting-number", &[("number", Arg::from(number))]);
    cell(ui, ("meeting", id.0), rect, Align::Min, |ui| {
        text::one_line(ui, text::label(label, cx.tokens).color(cx.tokens.text_3));
    });
}

fn more_line(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, row: &Row<'_>, words: &str, rect: Rect) {
    let tokens = cx.tokens;
    rule(ui, tokens, rect);
    let now = row.offer.meeting == scene.meeting.id;
    let colour = if now { tokens.text_2 } else { tokens.text_3 };
    // Under the offer, where the numbers begin.
    let mut inner = rect;
    inner.set_left(rect.left() + Columns::INDENT);
    inner.set_bottom(rect.bottom() - 4.0);
    cell(ui, ("more", row.offer.id.0), inner, Align::Min, |ui| {
        text::one_line(ui, text::caption(words, tokens).color(colour)).on_hover_text(words);
    });
}

/// The line below a row.
pub fn rule(ui: &Ui, tokens: &Tokens, rect: Rect) {
    let band = band(rect);
    ui.painter().hline(band.x_range(), rect.bottom(), Stroke::new(1.0, tokens.border));
}

/// A row with the padding of the card on both sides.
pub fn band(rect: Rect) -> Rect {
    rect.expand2(Vec2::new(size::CARD_PADDING - 1.0, 0.0))
}

/// Fills a row.
pub fn fill(ui: &Ui, rect: Rect, colour: Color32) {
    ui.painter().rect_filled(band(rect), CornerRadius::ZERO, colour);
}

/// The colour of a side in tables and charts.
pub fn side_colour(tokens: &Tokens, side: Side) -> Color32 {
    match side {
        Side::Us => tokens.accent,
        Side::Them => tokens.warn,
    }
}
