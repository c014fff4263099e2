//! Two versions of a field, one below the other or in one text with the changes marked.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Layout, Stroke, Ui};

use super::{card, text};
use crate::app::comparison::{Line, Mark, Piece, Shown};
use crate::i18n::{Arg, Messages};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{Tokens, type_size};

/// What the two sides are called: "Then" and "Now", "Mine" and "Theirs".
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    pub before: &'a str,
    pub after: &'a str,
}

/// Shows one field with its two values. `actions` are laid out from right to left behind its name.
pub fn line(
    ui: &mut Ui,
    tokens: &Tokens,
    messages: &Messages,
    sides: Sides<'_>,
    line: &Line,
    actions: impl FnOnce(&mut Ui),
) {
    ui.push_id(line.path.to_string(), |ui| {
        card::inset(ui, tokens.sunken, tokens.border, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    actions(ui);
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        let name = text::strong(&line.name, tokens);
                        text::one_line(ui, name).on_hover_text(&line.name);
                        if let Some(place) = line.place.as_ref().filter(|_| room_left(ui)) {
                            text::one_line(ui, text::caption(place, tokens)).on_hover_text(place);
                        }
                    });
                });
            });
            match &line.shown {
                Shown::Whole { before, after } => {
                    let width = head_width(ui, tokens, sides);
                    let gone = before.as_deref().unwrap_or_default();
                    value(ui, tokens, messages, (sides.before, width), Some(gone), tokens.text_2);
                    let new = after.as_deref().unwrap_or_default();
                    value(ui, tokens, messages, (sides.after, width), Some(new), tokens.text);
                }
                Shown::Marked(pieces) => marked(ui, tokens, messages, sides, line, pieces),
                Shown::Reordered => {
                    let told = messages.text("comparison-reordered");
                    ui.label(text::body(told, tokens));
                }
            }
        });
    });
}

fn room_left(ui: &Ui) -> bool {
    ui.available_width() > 40.0
}

/// As wide as the wider of the two heads, so that the values stand below one another.
fn head_width(ui: &Ui, tokens: &Tokens, sides: Sides<'_>) -> f32 {
    let width = |head: &str| {
        let label = egui::WidgetText::from(text::label(head, tokens));
        let mode = Some(egui::TextWrapMode::Extend);
        label.into_galley(ui, mode, f32::INFINITY, egui::TextStyle::Body).size().x
    };
    width(sides.before).max(width(sides.after)) + 4.0
}

fn value(
    ui: &mut Ui,
    tokens: &Tokens,
    messages: &Messages,
    (head, width): (&str, f32),
    value: Option<&str>,
    colour: Color32,
) {
    ui.horizontal_top(|ui| {
        let taken = ui.label(text::label(head, tokens)).rect.width();
        ui.add_space((width - taken).max(0.0));
        let shown = match value.filter(|value| !value.is_empty()) {
            Some(value) => text::body(value, tokens).color(colour),
            None => text::body(messages.text("comparison-nothing"), tokens).color(tokens.text_3),
        };
        ui.add(egui::Label::new(shown).wrap());
    });
}

/// One text: what is gone struck out, what is new on a ground of its own.
fn marked(
    ui: &mut Ui,
    tokens: &Tokens,
    messages: &Messages,
    sides: Sides<'_>,
    line: &Line,
    pieces: &[Piece],
) {
    let font = FontId::new(type_size::BODY, Weight::Regular.family());
    let mut job = LayoutJob::default();
    for piece in pieces {
        let mut format = TextFormat::simple(font.clone(), tokens.text_2);
        match piece.mark {
            Mark::Same => {}
            Mark::Skipped => format.color = tokens.text_3,
            Mark::Gone => {
                format.color = tokens.warn;
                format.background = tokens.warn_soft;
                format.strikethrough = Stroke::new(1.0, tokens.warn);
            }
            Mark::New => {
                format.color = tokens.ok;
                format.background = tokens.ok_soft;
                format.underline = Stroke::new(1.0, tokens.ok);
            }
        }
        job.append(&piece.text, 0.0, format);
    }
    let side = |other: Mark| -> String {
        pieces.iter().filter(|piece| piece.mark != other).map(|piece| piece.text.as_str()).collect()
    };
    let args = [
        ("name", Arg::from(&line.name)),
        ("before-head", sides.before.into()),
        ("before", side(Mark::New).into()),
        ("after-head", sides.after.into()),
        ("after", side(Mark::Gone).into()),
    ];
    let spoken = messages.with("comparison-spoken", &args);
    ui.add(egui::Label::new(job).wrap())
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
}

/// What the marks in texts mean: the side before struck out, the side after underlined.
pub fn legend(ui: &mut Ui, tokens: &Tokens, sides: Sides<'_>) {
    let font = FontId::new(type_size::CAPTION, Weight::Medium.family());
    let mut job = LayoutJob::default();
    let format = |colour: Color32, ground: Color32| TextFormat {
        background: ground,
        ..TextFormat::simple(font.clone(), colour)
    };
    let gone = TextFormat {
        strikethrough: Stroke::new(1.0, tokens.warn),
        ..format(tokens.warn, tokens.warn_soft)
    };
    let new =
        TextFormat { underline: Stroke::new(1.0, tokens.ok), ..format(tokens.ok, tokens.ok_soft) };
    job.append(sides.before, 0.0, gone);
    job.append("  ", 0.0, format(tokens.text_3, Color32::TRANSPARENT));
    job.append(sides.after, 0.0, new);
    ui.add(egui::Label::new(job));
}
