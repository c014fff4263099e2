//! The type scale as ready-made texts.

use egui::{Color32, FontId, RichText, Ui};

use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

fn styled(text: impl Into<String>, size: f32, weight: Weight, colour: Color32) -> RichText {
    RichText::new(text).font(FontId::new(size, weight.family())).color(colour)
}

pub fn caption(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::CAPTION, Weight::Regular, tokens.text_3)
}

/// A caption that carries a small heading: column heads, "Do", "Avoid".
pub fn label(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::CAPTION, Weight::SemiBold, tokens.text_2)
}

pub fn body(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::BODY, Weight::Regular, tokens.text_2)
}

pub fn value(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::BODY, Weight::Medium, tokens.text)
}

pub fn strong(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::BODY, Weight::SemiBold, tokens.text)
}

pub fn heading(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::HEADING, Weight::SemiBold, tokens.text)
}

pub fn title(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::TITLE, Weight::SemiBold, tokens.text)
}

pub fn display(text: impl Into<String>, tokens: &Tokens) -> RichText {
    styled(text, type_size::DISPLAY, Weight::SemiBold, tokens.text)
}

/// A label of one line that ends in an ellipsis where the room ends.
pub fn one_line(ui: &mut Ui, text: RichText) -> egui::Response {
    ui.add(egui::Label::new(text).truncate())
}

/// A label of at most two lines that ends in an ellipsis where the room ends.
pub fn two_lines(ui: &mut Ui, text: RichText) -> egui::Response {
    let mut job = egui::text::LayoutJob::default();
    let align = egui::Align::Center;
    text.append_to(&mut job, ui.style(), egui::FontSelection::Default, align);
    job.wrap = egui::text::TextWrapping {
        max_rows: 2,
        ..egui::text::TextWrapping::wrap_at_width(ui.available_width())
    };
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    ui.add(egui::Label::new(galley))
}

/// A title of one line and the line below it, in the middle of `height`.
pub fn pair_in_middle(
    ui: &mut Ui,
    height: f32,
    title: RichText,
    line: RichText,
    wrap: egui::TextWrapMode,
) {
    let room = ui.available_width();
    let gap = 2.0;
    ui.spacing_mut().item_spacing.y = gap;
    let galleys = [(title, egui::TextWrapMode::Truncate), (line, wrap)].map(|(text, wrap)| {
        let text = egui::WidgetText::from(text);
        text.into_galley(ui, Some(wrap), room, egui::FontSelection::Default)
    });
    let taken: f32 = galleys.iter().map(|galley| galley.size().y).sum();
    ui.add_space(((height - taken - gap) / 2.0).max(0.0));
    for galley in galleys {
        ui.add(egui::Label::new(galley));
    }
}

/// A bullet list with a sign before each line.
pub fn sign_list<'a>(
    ui: &mut Ui,
    tokens: &Tokens,
    icon: &str,
    colour: Color32,
    lines: impl IntoIterator<Item = &'a str>,
) {
    for line in lines {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let sign = crate::ui::theme::icons::sized(icon, 14.0).tint(colour);
            ui.add(sign.alt_text(""));
            ui.add(egui::Label::new(body(line, tokens)).wrap());
        });
    }
}
