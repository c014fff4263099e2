//! The outline on the page: a card for each quadrant, in presenter order.

use egui::{Label, Layout, Rect, ScrollArea, Sense, Ui, Vec2};

use super::outline::{Line, missing};
use super::{Page, quote, sides};
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::named;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::card::Card;
use crate::ui::widgets::page::empty_state;
use crate::ui::widgets::text;

const ROW: f32 = 44.0;
const FOOT: f32 = 30.0;
/// Characters of a sentence that are shown.
const BEGINNING: usize = 200;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    if page.marks.is_blank() {
        let (title, why) = (cx.t("coach-nothing-title"), cx.t("coach-nothing-written"));
        empty_state(ui, cx.tokens, "list", title, why, None);
        return;
    }
    let mut room = ui.available_rect_before_wrap();
    let foot = room.split_top_bottom_at_y(room.bottom() - FOOT).1;
    room.set_bottom(room.bottom() - FOOT - 8.0);
    for (place, (step, quadrant)) in places(room).into_iter().zip((1..).zip(Quadrant::WALK_ORDER)) {
        part(ui, cx, page, quadrant, step, place);
    }
    let mut child = ui.new_child(
        egui::UiBuilder::new()
            .id_salt("outline-foot")
            .max_rect(foot)
            .layout(Layout::right_to_left(egui::Align::Center)),
    );
    below(&mut child, cx, page);
}

/// Four columns, or two rows of two where it is narrow; both are read A, D, B, C.
fn places(room: Rect) -> Vec<Rect> {
    let gap = size::CARD_GAP;
    let columns: u8 = if room.width() < size::NARROW_CANVAS { 2 } else { 4 };
    let rows = 4 / columns;
    let width = (room.width() - gap * f32::from(columns - 1)) / f32::from(columns);
    let height = (room.height() - gap * f32::from(rows - 1)) / f32::from(rows);
    (0..4_u8)
        .map(|index| {
            let (column, row) = (f32::from(index % columns), f32::from(index / columns));
            let corner = room.min + Vec2::new(column * (width + gap), row * (height + gap));
            Rect::from_min_size(corner, Vec2::new(width, height))
        })
        .collect()
}

fn part(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &mut Page<'_>,
    quadrant: Quadrant,
    step: usize,
    place: Rect,
) {
    let tokens = cx.tokens;
    let colours = &tokens.quadrants[quadrant];
    let lines = &page.marks.outline().parts[quadrant];
    let title = format!("{step}  {}", named(cx, quadrant));
    let caption = cx.tr("coach-outline-count", &[("count", lines.len().into())]);
    let card = Card::new(&title).caption(caption).stroke(colours.line).fixed();
    card.show(ui, tokens, place, |ui| {
        let missing = missing(page.marks, &page.session.walk, quadrant);
        let below =
            if missing.is_empty() { 0.0 } else { (ui.available_height() * 0.36).min(150.0) };
        let height = (ui.available_height() - below).max(60.0);
        if lines.is_empty() {
            ui.allocate_ui(Vec2::new(ui.available_width(), height), |ui| {
                ui.set_min_height(height);
                ui.add(Label::new(text::body(cx.t("coach-outline-empty"), tokens)).wrap());
            });
        } else {
            let area = ScrollArea::vertical().id_salt(("outline", quadrant.letter()));
            area.max_height(height).auto_shrink(false).show_rows(
                ui,
                ROW,
                lines.len(),
                |ui, rows| {
                    for line in lines.get(rows).unwrap_or_default() {
                        ui.push_id(line.sentence, |ui| sentence(ui, cx, page, line));
                    }
                },
            );
        }
        if !missing.is_empty() {
            lacking(ui, cx, page, quadrant, &missing);
        }
    });
}

/// One sentence; a click shows it in the text.
fn sentence(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>, line: &Line) {
    let (tokens, marks) = (cx.tokens, page.marks);
    let Some(sentence) = marks.sentences.get(line.sentence) else { return };
    let said = quote::one_line(marks, &sentence.span, BEGINNING);
    let (place, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::click());
    let name = cx.tr("coach-show-place", &[("text", Arg::from(&said))]);
    let enabled = ui.is_enabled();
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
    if response.hovered() {
        ui.painter().rect_filled(place, 4.0, tokens.hover);
    }
    focus_ring(ui, &response, tokens);
    let inner = place.shrink2(Vec2::new(2.0, 3.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    text::two_lines(&mut child, text::body(said.as_str(), tokens).color(tokens.text));
    if response.clicked() {
        page.shown.jump(ui, sentence.span.clone());
    }
    let asked: Vec<&str> =
        line.questions.iter().map(|question| cx.c(&cx.catalog.question(*question).short)).collect();
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text(format!("{said}\n{}", asked.join(cx.t("list-separator"))));
}

/// What the text lacks for this quadrant; a click leads to the question.
fn lacking(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &mut Page<'_>,
    quadrant: Quadrant,
    missing: &[QuestionId],
) {
    let tokens = cx.tokens;
    ui.add_space(4.0);
    ui.label(text::label(cx.t("coach-missing"), tokens).color(tokens.warn));
    let area = ScrollArea::vertical().id_salt(("missing", quadrant.letter()));
    area.auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for question in missing {
            let content = cx.catalog.question(*question);
            let line = format!("{} {}", question.id(), cx.c(&content.short));
            let button = ActionButton::quiet(&line).small().colour(tokens.text_2);
            if button.tooltip(cx.c(&content.suggestion)).show(ui, tokens).clicked() {
                page.shown.view = super::shown::View::Write;
                page.shown.lit = super::shown::Lit::Question(*question);
                page.shown.framed = None;
                page.shown.side = Some(super::shown::Side::Quadrant(quadrant));
                sides::reveal(ui, *question);
            }
        }
    });
}

/// What bears on no question, and the outline to take along.
fn below(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, marks) = (cx.tokens, page.marks);
    copy(ui, cx, page, as_text);
    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
        let rest = &marks.outline().rest;
        let (count, all) = (rest.len(), marks.sentences.len());
        let told = cx.tr("coach-outline-rest", &[("count", count.into()), ("all", all.into())]);
        text::one_line(ui, text::caption(told.as_str(), tokens)).on_hover_text(told);
    });
}

/// Copies the page's words; the button says that it has been done.
pub(super) fn copy(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &mut Page<'_>,
    words: fn(&Cx<'_>, &Page<'_>) -> String,
) {
    let (label, icon) =
        if page.shown.copied { ("coach-copied", "check") } else { ("coach-copy", "copy") };
    if ActionButton::secondary(cx.t(label)).icon(icon).small().show(ui, cx.tokens).clicked() {
        ui.ctx().copy_text(words(cx, page));
        page.shown.copied = true;
    }
}

fn as_text(cx: &Cx<'_>, page: &Page<'_>) -> String {
    let marks = page.marks;
    let mut lines = Vec::new();
    for quadrant in Quadrant::WALK_ORDER {
        lines.push(named(cx, quadrant));
        for line in &marks.outline().parts[quadrant] {
            if let Some(sentence) = marks.sentences.get(line.sentence) {
                lines.push(format!("- {}", quote::one_line(marks, &sentence.span, usize::MAX)));
            }
        }
        for question in missing(marks, &page.session.walk, quadrant) {
            let short = cx.c(&cx.catalog.question(question).short);
            let args = [("label", Arg::from(cx.t("coach-missing"))), ("text", short.into())];
            lines.push(format!("  ({})", cx.tr("label-text", &args)));
        }
        lines.push(String::new());
    }
    lines.join("\n")
}
