//! What was found for a question: how many passages, the first of them, and whether it agrees with
//! the answer. It suggests; a click of the user answers.

use egui::{Label, Layout, Sense, Ui};

use super::Page;
use super::marks::{Found, Standing};
use super::{quote, tip};
use crate::app::edit::SessionEdit;
use crate::domain::walk::QuestionId;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::button::{ActionButton, focus_ring};
use crate::ui::widgets::text;

/// Passages listed below a question.
const LISTED: usize = 4;

/// The line below a question.
pub(super) fn line(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    page: &mut Page<'_>,
    question: QuestionId,
    standing: Standing,
) {
    let (tokens, marks) = (cx.tokens, page.marks);
    let count = marks.count(question);
    if count == 0 {
        if standing == Standing::Gone {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                ui.add(icons::sized("warning", 13.0).tint(tokens.warn).alt_text(""));
                let told = text::caption(cx.t("coach-gone"), tokens).color(tokens.warn);
                text::one_line(ui, told).on_hover_text(cx.t("coach-gone-tip"));
            });
        }
        return;
    }
    let Some(first) = marks.of_question(question).next() else { return };
    let short = cx.c(&cx.catalog.question(question).short);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let goes = cx.tr("coach-show-passage", &[("question", Arg::from(short))]);
            let jump = ActionButton::icon_only("target", &goes).colour(tokens.text_3);
            if jump.show(ui, tokens).clicked() {
                let next = next_of(page, question).map(|found| found.span.clone());
                page.shown.lit = super::shown::Lit::Question(question);
                page.shown.jump(ui, next.unwrap_or_else(|| first.span.clone()));
            }
            if let Standing::Suggested(answer) = standing {
                accept(ui, cx, page, question, answer);
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let colours = &tokens.quadrants[question.quadrant()];
                if standing == Standing::Denied {
                    let sign = icons::sized("warning", 13.0).tint(tokens.warn);
                    ui.add(sign.alt_text(cx.t("coach-denied"))).on_hover_text(cx.t("coach-denied"));
                }
                let number = cx.tr("coach-times", &[("count", count.into())]);
                ui.label(text::label(number, tokens).color(colours.text));
                let pieces = quote::pieces(marks, first);
                let job = quote::job(&pieces, type_size::CAPTION, tokens.text_3, colours.text);
                let shown = ui.add(Label::new(job).truncate().sense(Sense::hover()));
                shown.on_hover_ui(|ui| tip::show(ui, cx, marks, &[first], &[]));
            });
        });
    });
}

/// One click answers the question as suggested.
fn accept(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    page: &Page<'_>,
    question: QuestionId,
    answer: crate::domain::walk::Answer,
) {
    let word = cx.messages.word("answer", answer.id());
    let tip = cx.t("coach-accept-tip");
    let button = ActionButton::secondary(word).icon("check").small().tooltip(tip);
    let button = button.enabled(!cx.read_only);
    let response = button.show(ui, cx.tokens);
    let enabled = !cx.read_only;
    let asked = cx.c(&cx.catalog.question(question).question);
    let args = [("question", Arg::from(asked)), ("answer", Arg::from(word))];
    let spoken = cx.tr("coach-accept-spoken", &args);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &spoken));
    if response.clicked() {
        cx.edit_session(page.session.id, SessionEdit::WalkAnswer(question, Some(answer)));
    }
}

/// The passage behind the one that was jumped to last, or the first.
fn next_of<'a>(page: &Page<'a>, question: QuestionId) -> Option<&'a Found> {
    let marks = page.marks;
    let framed = page.shown.framed.as_ref().map(|span| span.start);
    let mut passages = marks.of_question(question);
    let behind = framed.and_then(|start| passages.find(|found| found.span.start > start));
    behind.or_else(|| marks.of_question(question).next())
}

/// The passages one by one, each with the words that tell; a click shows it in the text.
pub(super) fn passages(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>, question: QuestionId) {
    let (tokens, marks) = (cx.tokens, page.marks);
    let colours = &tokens.quadrants[question.quadrant()];
    for (index, found) in marks.of_question(question).take(LISTED).enumerate() {
        ui.push_id(("passage", index), |ui| {
            let pieces = quote::pieces(marks, found);
            let job = quote::job(&pieces, type_size::CAPTION, tokens.text_2, colours.text);
            let response = ui.add(Label::new(job).wrap().sense(Sense::click()));
            focus_ring(ui, &response, tokens);
            let said: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
            let name = cx.tr("coach-show-place", &[("text", said.into())]);
            let enabled = ui.is_enabled();
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, &name));
            if response.clicked() {
                page.shown.jump(ui, found.span.clone());
            }
            response.on_hover_cursor(egui::CursorIcon::PointingHand);
            tip::why(ui, cx, marks, found);
        });
    }
    let more = marks.count(question).saturating_sub(LISTED);
    if more > 0 {
        let told = cx.tr("coach-more-passages", &[("count", more.into())]);
        ui.label(text::caption(told, tokens));
    }
}
