//! One line of the list.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{FontId, FontSelection, Label, Layout, TextWrapMode, Ui, Vec2, WidgetText};

use super::super::search::{self, Hit, Line, Target};
use super::list::Input;
use crate::app::action::Action;
use crate::store::search::{Passage, highlights};
use crate::ui::shell::{key_hint, keys};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, type_size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

/// No more of a name can be in view.
const LONGEST: usize = 240;

/// Shows a line and returns whether it was clicked.
pub(super) fn show(
    ui: &mut Ui,
    input: &mut Input<'_>,
    line: &Line,
    chosen: bool,
    height: f32,
) -> bool {
    let (state, tokens) = (input.state, input.tokens);
    let messages = &state.messages;
    match line {
        Line::Heading(message) => {
            heading(ui, tokens, messages.text(message), height);
            false
        }
        Line::Recent(text) => {
            let spoken = messages.with("search-again", &[("text", text.into())]);
            let mut removed = false;
            let response = row(ui, tokens, ("recent", text), height, chosen, &spoken, |ui| {
                picture(ui, tokens, "clock", false);
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let name = messages.with("search-forget", &[("text", text.into())]);
                    let cross = ActionButton::icon_only("cross", &name).colour(tokens.text_3);
                    removed = cross.show(ui, tokens).clicked();
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::value(short(text), tokens));
                    });
                });
            });
            if removed {
                input.actions.push(Action::ForgetSearch(text.clone()));
            }
            response.clicked() && !removed
        }
        Line::Record(hit) => {
            let query = &input.listing.query;
            let shown = search::record_hit(state, input.library, input.finder, query, hit);
            // A record that has been removed meanwhile leaves a gap until the next search.
            shown.is_some_and(|shown| hit_row(ui, input, (&shown, &hit.key), chosen, height))
        }
        Line::Other(hit) => hit_row(ui, input, (hit, &hit.title), chosen, height),
        Line::NewCounterpart(name) => {
            let title = messages.with("search-new-counterpart", &[("name", short(name).into())]);
            single(ui, tokens, ("new-counterpart", "plus"), &title, chosen, height)
        }
        Line::More(count) => {
            let title = messages.with("search-show-more", &[("count", (*count).into())]);
            single(ui, tokens, ("more-hits", "chevron-down"), &title, chosen, height)
        }
    }
}

fn heading(ui: &mut Ui, tokens: &Tokens, name: &str, height: f32) {
    let (rect, _) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), height), egui::Sense::hover());
    let place = rect.with_min_x(rect.left() + 12.0).with_max_y(rect.bottom() - 4.0);
    let layout = Layout::left_to_right(egui::Align::Max);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).layout(layout));
    let label = text::one_line(&mut child, text::label(name, tokens));
    label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, name));
}

fn single(
    ui: &mut Ui,
    tokens: &Tokens,
    (salt, icon): (&str, &'static str),
    title: &str,
    chosen: bool,
    height: f32,
) -> bool {
    let response = row(ui, tokens, salt, height, chosen, title, |ui| {
        picture(ui, tokens, icon, false);
        text::one_line(ui, text::value(title, tokens));
    });
    response.clicked()
}

fn hit_row(
    ui: &mut Ui,
    input: &Input<'_>,
    (hit, salt): (&Hit, &(impl std::hash::Hash + std::fmt::Debug)),
    chosen: bool,
    height: f32,
) -> bool {
    let messages = &input.state.messages;
    let tokens = input.tokens;
    let kind = messages.word("hit", hit.kind.id());
    let args = [("label", kind.into()), ("text", short(&hit.title).into())];
    let spoken = messages.with("label-text", &args);
    let salt = ("hit", hit.kind.id(), salt);
    let response = row(ui, tokens, salt, height, chosen, &spoken, |ui| {
        picture(ui, tokens, hit.icon, hit.coloured);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(text::caption(kind, tokens));
            if hit.archived {
                chip(ui, tokens, Tone::Neutral, messages.text("search-is-archived"));
            }
            if let Target::Command(command) = &hit.target
                && let Some(shortcut) = command.shortcut()
            {
                let keys = keys(ui, &shortcut);
                key_hint(ui, tokens, &keys);
            }
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| lines(ui, input, hit));
        });
    });
    response.clicked()
}

fn picture(ui: &mut Ui, tokens: &Tokens, icon: &'static str, coloured: bool) {
    let picture = if coloured {
        icons::sized(icon, 20.0)
    } else {
        icons::sized(icon, 16.0).tint(tokens.text_3)
    };
    ui.add_sized([20.0, 20.0], picture.alt_text(""));
}

/// The title and what stands below it. The second line is kept free for a passage that comes.
fn lines(ui: &mut Ui, input: &Input<'_>, hit: &Hit) {
    let tokens = input.tokens;
    let query = &input.listing.query;
    let mut marked = Marked::new(tokens);
    let title = short(&hit.title);
    let marks = highlights(&title, query);
    marked.add(&title, &marks, type_size::BODY, Weight::Medium, tokens.text);
    let detail = short(&hit.detail);
    let marks = highlights(&detail, query);
    let mut second = Marked::new(tokens);
    let below = if hit.in_text { &mut marked } else { &mut second };
    if !detail.is_empty() {
        if hit.in_text {
            below.gap(10.0);
        }
        below.add(&detail, &marks, type_size::CAPTION, Weight::Regular, tokens.text_3);
    }
    if let Some(Passage { field, text, highlights }) = &hit.passage {
        let field = input.state.messages.word("search-field", field);
        second.add(field, &[], type_size::CAPTION, Weight::SemiBold, tokens.text_2);
        second.gap(6.0);
        second.add(text, highlights, type_size::CAPTION, Weight::Regular, tokens.text_2);
    }
    let room = ui.available_width();
    let free = ui.available_height();
    let galleys = [marked, second].map(|line| {
        let text = WidgetText::from(line.job);
        text.into_galley(ui, Some(TextWrapMode::Truncate), room, FontSelection::Default)
    });
    let gap = 2.0;
    ui.spacing_mut().item_spacing.y = gap;
    let [first, second] = galleys;
    let is_alone = second.is_empty() && !hit.in_text;
    let taken =
        if is_alone { first.size().y } else { first.size().y + gap + type_size::CAPTION * 1.4 };
    ui.add_space(((free - taken) / 2.0 - gap).max(0.0));
    ui.add(Label::new(first).selectable(false));
    if !second.is_empty() {
        ui.add(Label::new(second).selectable(false));
    }
}

/// A line of text in which what was searched for stands out.
struct Marked<'a> {
    tokens: &'a Tokens,
    job: LayoutJob,
    gap: f32,
}

impl<'a> Marked<'a> {
    fn new(tokens: &'a Tokens) -> Self {
        Self { tokens, job: LayoutJob::default(), gap: 0.0 }
    }

    fn gap(&mut self, points: f32) {
        self.gap = points;
    }

    fn add(
        &mut self,
        text: &str,
        marks: &[Range<usize>],
        size: f32,
        weight: Weight,
        colour: egui::Color32,
    ) {
        let format = |weight: Weight, color| TextFormat {
            font_id: FontId::new(size, weight.family()),
            color,
            valign: egui::Align::Center,
            ..TextFormat::default()
        };
        let plain = format(weight, colour);
        let mark = format(Weight::SemiBold, self.tokens.accent_text);
        let mut from = 0;
        for range in marks {
            self.append(text.get(from..range.start), plain.clone());
            self.append(text.get(range.clone()), mark.clone());
            from = range.end;
        }
        self.append(text.get(from..), plain);
    }

    fn append(&mut self, text: Option<&str>, format: TextFormat) {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.job.append(text, std::mem::take(&mut self.gap), format);
        }
    }
}

/// What can be seen of a name, in one line.
fn short(text: &str) -> String {
    text.trim()
        .chars()
        .take(LONGEST)
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect()
}
