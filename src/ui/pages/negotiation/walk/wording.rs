//! How the pitch is worded: how long it takes, sentences that are hard to follow, words that
//! irritate, blanks that are still to be filled in.

use std::ops::Range;

use egui::{Label, Layout, Ui};

use super::marks::{Irritating, Marks};
use super::shown::Lit;
use super::{Page, quote, speech, tip};
use crate::domain::lexicon::Sentence;
use crate::domain::pitch::Script;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::rule;
use crate::ui::widgets::text;

/// Long sentences and irritating phrases listed.
const LISTED: usize = 8;
/// Characters of a sentence that are shown.
const BEGINNING: usize = 90;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, marks) = (cx.tokens, page.marks);
    if marks.is_blank() {
        ui.add(Label::new(text::body(cx.t("coach-nothing-written"), tokens)).wrap());
        return;
    }
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.add(Label::new(text::value(speech::line(cx, marks.length), tokens)).wrap());
    sentences(ui, cx, page);
    if let Some(first) = marks.blanks.first() {
        let count = marks.blanks.len();
        rule(ui, tokens);
        let told = cx.tr("coach-blanks", &[("count", count.into())]);
        if warned(ui, cx, &told) {
            let next = next_blank(page).unwrap_or_else(|| first.clone());
            page.shown.jump(ui, next);
        }
    }
    rule(ui, tokens);
    irritators(ui, cx, page);
}

/// The blank behind the one that was jumped to last.
fn next_blank(page: &Page<'_>) -> Option<Range<usize>> {
    let framed = page.shown.framed.as_ref()?.start;
    page.marks.blanks.iter().find(|blank| blank.start > framed).cloned()
}

/// A remark with a button that shows the place.
fn warned(ui: &mut Ui, cx: &Cx<'_>, told: &str) -> bool {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.add(icons::sized("warning", 14.0).tint(tokens.warn).alt_text(""));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let goes = cx.tr("coach-show-place", &[("text", Arg::from(told))]);
            let jump = ActionButton::icon_only("target", &goes).colour(tokens.text_3);
            let clicked = jump.show(ui, tokens).clicked();
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                text::one_line(ui, text::value(told, tokens)).on_hover_text(told);
            });
            clicked
        })
        .inner
    })
    .inner
}

/// "38 words" or "52 characters".
fn size(cx: &Cx<'_>, sentence: &Sentence) -> String {
    let counted = |key, count: usize| cx.tr(key, &[("count", count.into())]);
    match (sentence.words, sentence.characters) {
        (_, 0) => counted("walk-words", sentence.words),
        (0, _) => counted("walk-characters", sentence.characters),
        (words, characters) => {
            let (words, characters) =
                (counted("walk-words", words), counted("walk-characters", characters));
            let both = [("words", Arg::from(words)), ("characters", Arg::from(characters))];
            cx.tr("walk-mixed", &both)
        }
    }
}

/// How long a sentence is to the ear, in both scripts.
fn weight(sentence: &Sentence) -> usize {
    sentence.words * 9 + sentence.characters * 5
}

fn sentences(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, marks) = (cx.tokens, page.marks);
    let Some(longest) = marks.sentences.iter().max_by_key(|one| weight(one)) else { return };
    let count = marks.sentences.len();
    let long = marks.sentences.iter().filter(|one| one.is_long()).count();
    let args = [("count", count.into()), ("longest", Arg::from(size(cx, longest)))];
    ui.add(Label::new(text::body(cx.tr("coach-sentences", &args), tokens)).wrap());
    if long == 0 {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add(icons::sized("check", 14.0).tint(tokens.ok).alt_text(""));
            ui.label(text::body(cx.t("coach-none-long"), tokens));
        });
        return;
    }
    ui.label(text::label(cx.tr("coach-long", &[("count", long.into())]), tokens));
    let mut listed: Vec<&Sentence> = marks.sentences.iter().filter(|one| one.is_long()).collect();
    listed.sort_by_key(|one| std::cmp::Reverse(weight(one)));
    for sentence in listed.into_iter().take(LISTED) {
        let beginning = quote::one_line(marks, &sentence.span, BEGINNING);
        let args = [("size", Arg::from(size(cx, sentence))), ("text", beginning.into())];
        let told = cx.tr("coach-long-one", &args);
        ui.push_id(sentence.span.start, |ui| {
            if warned(ui, cx, &told) {
                page.shown.jump(ui, sentence.span.clone());
            }
        });
    }
}

/// The phrases that irritate, each once with where it stands.
fn phrases(marks: &Marks) -> Vec<Vec<&Irritating>> {
    let mut phrases: Vec<Vec<&Irritating>> = Vec::new();
    let key = |one: &Irritating| (one.script == Script::Latin, one.phrase);
    for one in &marks.irritating {
        let known = phrases
            .iter_mut()
            .find(|known| known.first().is_some_and(|first| key(first) == key(one)));
        match known {
            Some(known) => known.push(one),
            None => phrases.push(vec![one]),
        }
    }
    phrases
}

fn irritators(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, marks) = (cx.tokens, page.marks);
    let phrases = phrases(marks);
    if phrases.is_empty() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add(icons::sized("check", 14.0).tint(tokens.ok).alt_text(""));
            ui.label(text::body(cx.t("coach-no-irritators"), tokens));
        });
        return;
    }
    let count = marks.irritating.len();
    ui.label(text::label(cx.tr("coach-irritators-found", &[("count", count.into())]), tokens));
    for places in phrases.iter().take(LISTED) {
        let Some(first) = places.first() else { continue };
        let Some(content) = tip::irritator(cx, first) else { continue };
        ui.push_id(first.span.start, |ui| {
            let args = [("words", marks.slice(&first.span).into()), ("count", places.len().into())];
            if warned(ui, cx, &cx.tr("coach-irritator", &args)) {
                let framed = page.shown.framed.as_ref().map(|span| span.start);
                let next = places.iter().find(|one| framed.is_some_and(|at| one.span.start > at));
                page.shown.lit = Lit::Irritating;
                page.shown.jump(ui, next.unwrap_or(first).span.clone());
            }
            ui.add(Label::new(text::caption(cx.c(&content.why), tokens)).wrap());
            let instead = text::body(cx.c(&content.instead), tokens).color(tokens.text);
            ui.add(Label::new(instead).wrap());
        });
    }
    let more = phrases.len().saturating_sub(LISTED);
    if more > 0 {
        ui.label(text::caption(cx.tr("coach-more-irritators", &[("count", more.into())]), tokens));
    }
}
