//! What is said of the text under the pointer: which questions it bears on, and why; why a word
//! irritates, and what to say instead.

use egui::{Label, Ui};

use super::marks::{Found, Irritating, Marks};
use super::quote;
use crate::content::coach::Irritator;
use crate::domain::pitch::Script;
use crate::domain::walk::QuestionId;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::card::rule;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

const WIDTH: f32 = 340.0;
/// More questions than this are counted only.
const MOST: usize = 4;

/// The content on an irritating phrase.
pub(super) fn irritator<'a>(cx: &Cx<'a>, one: &Irritating) -> Option<&'a Irritator> {
    let irritators = cx.catalog.irritators();
    match one.script {
        Script::Latin => irritators.en.get(one.phrase),
        Script::Chinese => irritators.zh.get(one.phrase),
    }
}

/// The passages and irritating words at a character, one for each question.
pub(super) fn at(marks: &Marks, char: usize) -> (Vec<&Found>, Vec<&Irritating>) {
    let mut found: Vec<&Found> = Vec::new();
    for question in QuestionId::ALL {
        found.extend(marks.of_question(question).find(|one| one.chars.contains(&char)));
    }
    (found, marks.irritating_in(char..char + 1).collect())
}

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    marks: &Marks,
    found: &[&Found],
    irritating: &[&Irritating],
) {
    let tokens = cx.tokens;
    ui.set_max_width(WIDTH);
    ui.spacing_mut().item_spacing.y = 3.0;
    for (index, one) in irritating.iter().enumerate() {
        let Some(content) = irritator(cx, one) else { continue };
        if index > 0 {
            rule(ui, tokens);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add(icons::sized("warning", 14.0).tint(tokens.warn).alt_text(""));
            let title = cx.tr("coach-irritates", &[("words", marks.slice(&one.span).into())]);
            ui.add(Label::new(text::strong(title, tokens)).wrap());
        });
        ui.add(Label::new(text::body(cx.c(&content.why), tokens)).wrap());
        ui.label(text::label(cx.t("coach-instead"), tokens));
        ui.add(Label::new(text::body(cx.c(&content.instead), tokens)).wrap());
    }
    for (index, one) in found.iter().take(MOST).enumerate() {
        if index > 0 || !irritating.is_empty() {
            rule(ui, tokens);
        }
        let content = cx.catalog.question(one.question);
        ui.horizontal(|ui| {
            quadrant_tag(ui, tokens, one.question.quadrant());
            ui.add(Label::new(text::strong(cx.c(&content.question), tokens)).wrap());
        });
        why(ui, cx, marks, one);
        let counts = text::caption(cx.c(&content.satisfied_by), tokens).color(tokens.text_2);
        ui.add(Label::new(counts).wrap());
    }
    let more = found.len().saturating_sub(MOST);
    if more > 0 {
        ui.label(text::caption(cx.tr("coach-more-questions", &[("count", more.into())]), tokens));
    }
}

/// "Because of: 31 kilowatt hours · a day".
pub(super) fn why(ui: &mut Ui, cx: &Cx<'_>, marks: &Marks, found: &Found) {
    let cues = quote::cues(marks, found, cx.t("list-separator"));
    if !cues.is_empty() {
        let line = cx.tr("coach-because", &[("words", Arg::from(cues))]);
        let colour = cx.tokens.quadrants[found.question.quadrant()].text;
        ui.add(Label::new(text::label(line, cx.tokens).color(colour)).wrap());
    }
}
