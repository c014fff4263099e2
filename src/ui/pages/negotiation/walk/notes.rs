//! Talking notes: the key phrases in large print, to keep in front of oneself. The goal and the limits
//! are not on them: others may look over.

use std::ops::Range;

use egui::{Label, RichText, Ui};

use super::outline::key_phrases;
use super::outline_view::copy;
use super::{Page, quote};
use crate::app::action::Action;
use crate::brief::Document;
use crate::brief::document::{Area, Block, Section};
use crate::domain::quadrant::Quadrant;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::named;
use crate::ui::pages::negotiations::session_title;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::page::empty_state;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// The phrases of one quadrant.
type Part = (Quadrant, Vec<String>);
/// A face of the type scale.
type Print = fn(String, &Tokens) -> RichText;

/// Up to so many phrases are shown in the largest print.
const LARGEST: usize = 9;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>) {
    let tokens = cx.tokens;
    let title = cx.t("coach-nothing-title");
    if page.marks.is_blank() {
        empty_state(ui, tokens, "list", title, cx.t("coach-nothing-written"), None);
        return;
    }
    if page.marks.passages.is_empty() {
        empty_state(ui, tokens, "list", title, cx.t("coach-notes-none"), None);
        return;
    }
    let room = ui.available_rect_before_wrap();
    let card = Card::new(cx.t("coach-notes")).caption(cx.t("coach-notes-caption"));
    let parts = parts(page);
    let mut prints = false;
    let actions = |ui: &mut Ui| {
        copy(ui, cx, page, as_text);
        let print = ActionButton::secondary(cx.t("coach-print")).icon("print").small();
        prints = print.show(ui, tokens).clicked();
    };
    card.show_with_actions(ui, tokens, room, actions, |ui| {
        let wide = room.width() >= size::NARROW_CANVAS;
        let few = parts.iter().map(|part| part.1.len()).sum::<usize>() <= LARGEST;
        let print: Print = if wide && few { text::display } else { text::title };
        if !wide {
            for part in &parts {
                quadrant(ui, cx, part, print);
            }
            return;
        }
        // The left column first, then the right one.
        let (first, second) = parts.split_at(parts.len() / 2);
        let width = (ui.available_width() - size::PAGE_PADDING) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = size::PAGE_PADDING;
            for parts in [first, second] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing.x = 8.0;
                    for part in parts {
                        quadrant(ui, cx, part, print);
                    }
                });
            }
        });
    });
    if prints {
        let document = Box::new(document(cx, page));
        let name = format!("{} {}", document.title, document.subtitle);
        cx.push(Action::PrintDocument { name, document });
    }
}

fn quadrant(ui: &mut Ui, cx: &Cx<'_>, (quadrant, phrases): &Part, print: Print) {
    let tokens = cx.tokens;
    rule(ui, tokens);
    ui.horizontal(|ui| {
        quadrant_tag(ui, tokens, *quadrant);
        ui.label(text::label(cx.quadrant_name(*quadrant), tokens));
    });
    if phrases.is_empty() {
        let none = text::body(cx.t("coach-outline-empty"), tokens).color(tokens.text_3);
        ui.add(Label::new(none).wrap());
    }
    for phrase in phrases {
        ui.add(Label::new(print(phrase.clone(), tokens)).wrap());
        ui.add_space(2.0);
    }
    ui.add_space(8.0);
}

/// The phrases in presenter order, each where it comes first.
fn parts(page: &Page<'_>) -> Vec<Part> {
    let mut said: Vec<Range<usize>> = Vec::new();
    let mut parts = Vec::new();
    for quadrant in Quadrant::WALK_ORDER {
        let all = key_phrases(page.marks, quadrant);
        let is_new = |span: &Range<usize>| {
            !said.iter().any(|other| span.start < other.end && other.start < span.end)
        };
        let mut new: Vec<_> = all.iter().filter(|span| is_new(span)).cloned().collect();
        if new.is_empty() {
            // A side that only shares its phrases with another still has one to say.
            new.extend(all.into_iter().next());
        }
        let line = |span| quote::one_line(page.marks, span, usize::MAX);
        parts.push((quadrant, new.iter().map(line).collect()));
        said.extend(new);
    }
    parts
}

/// The notes as a page to be printed.
fn document(cx: &Cx<'_>, page: &Page<'_>) -> Document {
    let section = |(quadrant, phrases): Part| {
        let none = || vec![Block::Note(cx.t("coach-outline-empty").to_owned())];
        let blocks: Vec<Block> = phrases.into_iter().map(Block::Statement).collect();
        let blocks = if blocks.is_empty() { none() } else { blocks };
        Section::new(&named(cx, quadrant), Area::Lead, blocks)
    };
    Document {
        language: cx.messages.language(),
        title: cx.t("coach-notes").to_owned(),
        subtitle: session_title(cx, &page.session.title, &page.session.counterparts),
        sections: parts(page).into_iter().map(section).collect(),
        footer: String::new(),
    }
}

fn as_text(cx: &Cx<'_>, page: &Page<'_>) -> String {
    let mut lines = Vec::new();
    for (quadrant, phrases) in parts(page) {
        lines.push(named(cx, quadrant));
        lines.extend(phrases.into_iter().map(|phrase| format!("- {phrase}")));
        lines.push(String::new());
    }
    lines.join("\n")
}
