//! How the playbook is set: headings, paragraphs, lists, sentences to be said aloud.

use egui::{Color32, Ui};

use crate::content::text::Text;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::{card, text};

/// Lines longer than this are hard to read.
pub(super) const MEASURE: f32 = 880.0;
/// Narrower than this, two columns become one.
const TWO_COLUMNS: f32 = 560.0;

/// The title of an entry, spoken as a heading.
pub(super) fn title(ui: &mut Ui, cx: &Cx<'_>, title: &str) {
    let label = egui::Label::new(text::title(title, cx.tokens)).wrap();
    ui.add(label).widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
}

/// The sentence under the title.
pub(super) fn lead(ui: &mut Ui, cx: &Cx<'_>, sentence: &str) {
    ui.add(egui::Label::new(text::heading(sentence, cx.tokens).color(cx.tokens.text_2)).wrap());
    ui.add_space(4.0);
}

pub(super) fn heading(ui: &mut Ui, cx: &Cx<'_>, title: &str) {
    ui.add_space(12.0);
    let label = egui::Label::new(text::heading(title, cx.tokens)).wrap();
    ui.add(label).widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
}

pub(super) fn paragraph(ui: &mut Ui, cx: &Cx<'_>, line: &str) {
    ui.add(egui::Label::new(text::body(line, cx.tokens)).wrap());
}

/// A small heading with a paragraph.
pub(super) fn fact(ui: &mut Ui, cx: &Cx<'_>, key: &str, line: &Text) {
    label(ui, cx, key);
    paragraph(ui, cx, cx.c(line));
    ui.add_space(6.0);
}

pub(super) fn label(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    ui.label(text::label(cx.messages.text(key), cx.tokens).color(cx.tokens.text));
}

/// A small heading with a list, each line with a sign.
pub(super) fn list(
    ui: &mut Ui,
    cx: &Cx<'_>,
    key: &str,
    (icon, colour): (&str, Color32),
    lines: &[Text],
) {
    label(ui, cx, key);
    text::sign_list(ui, cx.tokens, icon, colour, lines.iter().map(|line| cx.c(line)));
    ui.add_space(6.0);
}

/// Numbers differ in width; the steps behind them start at one edge.
const NUMBER_WIDTH: f32 = 10.0;

/// A small heading with numbered steps.
pub(super) fn steps(ui: &mut Ui, cx: &Cx<'_>, key: &str, lines: &[Text]) {
    label(ui, cx, key);
    for (index, line) in lines.iter().enumerate() {
        ui.horizontal_top(|ui| {
            let number = text::label(format!("{}", index + 1), cx.tokens).color(cx.tokens.text_3);
            let width = ui.label(number).rect.width();
            ui.add_space((NUMBER_WIDTH - width).max(0.0));
            ui.add(egui::Label::new(text::body(cx.c(line), cx.tokens)).wrap());
        });
    }
    ui.add_space(6.0);
}

/// Sentences as somebody says them.
pub(super) fn quotes(ui: &mut Ui, cx: &Cx<'_>, key: &str, lines: &[Text]) {
    label(ui, cx, key);
    for line in lines {
        quote(ui, cx, cx.c(line));
    }
    ui.add_space(6.0);
}

pub(super) fn quote(ui: &mut Ui, cx: &Cx<'_>, line: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.add(icons::sized("quote", 14.0).tint(cx.tokens.text_3).alt_text(""));
        ui.add(egui::Label::new(text::value(line, cx.tokens)).wrap());
    });
}

/// A sentence to be said, set apart.
pub(super) fn highlight(ui: &mut Ui, cx: &Cx<'_>, key: &str, line: &Text) {
    card::inset(ui, cx.tokens.accent_soft, cx.tokens.accent_line, |ui| {
        ui.label(text::label(cx.messages.text(key), cx.tokens).color(cx.tokens.accent_text));
        ui.add(egui::Label::new(text::heading(cx.c(line), cx.tokens)).wrap());
    });
    ui.add_space(6.0);
}

/// Columns justify their text unless told otherwise.
fn ragged(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.with_layout(egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        content(ui);
    });
}

/// Two columns where there is room, otherwise one below the other.
pub(super) fn side_by_side<C>(
    ui: &mut Ui,
    cx: &mut C,
    left: impl FnOnce(&mut Ui, &mut C),
    right: impl FnOnce(&mut Ui, &mut C),
) {
    if ui.available_width() < TWO_COLUMNS {
        left(ui, cx);
        right(ui, cx);
        return;
    }
    ui.spacing_mut().item_spacing.x = 24.0;
    ui.columns(2, |columns| {
        if let [first, second] = columns {
            ragged(first, |ui| left(ui, cx));
            ragged(second, |ui| right(ui, cx));
        }
    });
    ui.spacing_mut().item_spacing.x = 8.0;
}
