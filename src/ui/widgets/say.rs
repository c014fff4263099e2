//! A sentence to be said aloud, with a button that copies it.

use egui::{Layout, Ui};

use super::button::ActionButton;
use super::card::inset;
use super::text;
use crate::ui::context::Cx;
use crate::ui::theme::icons;

/// Shows the sentence set apart, below a small heading.
pub fn say_aloud(ui: &mut Ui, cx: &Cx<'_>, heading: &str, sentence: &str) {
    let tokens = cx.tokens;
    inset(ui, tokens.accent_soft, tokens.accent_line, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            ui.add(icons::sized("quote", 14.0).tint(tokens.accent_text).alt_text(""));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                copy_button(ui, cx, sentence);
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    text::one_line(ui, text::label(heading, tokens).color(tokens.accent_text));
                });
            });
        });
        ui.add(egui::Label::new(text::value(sentence, tokens)).wrap());
    });
}

/// Copies the sentence; for a moment it says that it has.
pub fn copy_button(ui: &mut Ui, cx: &Cx<'_>, sentence: &str) {
    let tokens = cx.tokens;
    let key = egui::Id::unique("copied-sentence");
    let copied = ui.data(|data| data.get_temp::<u64>(key)) == Some(print_of(sentence));
    let (icon, label) = if copied { ("check", "say-copied") } else { ("copy", "say-copy") };
    // The sentence is in the name, so that one button can be told from the next.
    let name = cx.tr(label, &[("text", sentence.into())]);
    let button = ActionButton::icon_only(icon, &name);
    let button = button.colour(if copied { tokens.ok } else { tokens.text_3 });
    if button.tooltip(cx.messages.text("say-copy-tip")).show(ui, tokens).clicked() {
        ui.ctx().copy_text(sentence.to_owned());
        ui.data_mut(|data| data.insert_temp(key, print_of(sentence)));
    }
}

/// Tells the sentence that was copied last from the others.
fn print_of(sentence: &str) -> u64 {
    egui::Id::unique(sentence).value()
}
