//! Labelled fields for text, amounts and dates.

use egui::{Response, TextEdit, Ui, Vec2};

use super::text;
use crate::ui::theme::tokens::{Tokens, size};

/// A text field with its label above it. The label names the field for a screen reader too.
#[must_use = "show the field"]
pub struct Field<'a> {
    label: &'a str,
    hint: &'a str,
    rows: usize,
    width: Option<f32>,
    hide_label: bool,
    problem: Option<&'a str>,
    id: Option<egui::Id>,
    char_limit: usize,
    in_cell: bool,
}

/// A name or a line longer than this is cut while it is typed or pasted.
const LINE_LIMIT: usize = 20_000;

impl<'a> Field<'a> {
    pub fn new(label: &'a str) -> Self {
        Self {
            label,
            hint: "",
            rows: 1,
            width: None,
            hide_label: false,
            problem: None,
            id: None,
            char_limit: LINE_LIMIT,
            in_cell: false,
        }
    }

    /// Shown while the field is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// More than one row takes several lines.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self.char_limit = usize::MAX;
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The label stays for screen readers only; the hint must then say what the field is for.
    pub fn hide_label(mut self) -> Self {
        self.hide_label = true;
        self
    }

    /// In a cell of a table of numbers: the column names it, the text stands at the right.
    pub fn in_cell(mut self) -> Self {
        self.in_cell = true;
        self.hide_label()
    }

    /// What is wrong with the text, shown below it.
    pub fn problem(mut self, problem: Option<&'a str>) -> Self {
        self.problem = problem;
        self
    }

    /// A fixed id, for a field that a shortcut focuses.
    pub fn id(mut self, id: egui::Id) -> Self {
        self.id = Some(id);
        self
    }

    pub fn show(self, ui: &mut Ui, tokens: &Tokens, value: &mut String) -> Response {
        let width = self.width.unwrap_or_else(|| ui.available_width());
        ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 4.0;
            if !self.hide_label {
                text::one_line(ui, text::caption(self.label, tokens));
            }
            let edit = if self.rows > 1 {
                TextEdit::multiline(value).desired_rows(self.rows)
            } else {
                TextEdit::singleline(value).min_size(Vec2::new(0.0, size::CONTROL_HEIGHT))
            };
            let edit = match self.id {
                Some(id) => edit.id(id),
                None => edit.id_salt(self.label),
            };
            let hint = text::body(self.hint, tokens).color(tokens.text_3);
            let response = ui.add(
                edit.hint_text(hint)
                    .char_limit(self.char_limit)
                    .desired_width(width)
                    .text_color(tokens.text)
                    .margin(egui::Margin::symmetric(if self.in_cell { 6 } else { 10 }, 7))
                    .align(match (self.rows, self.in_cell) {
                        (2.., _) => egui::Align2::LEFT_TOP,
                        (_, true) => egui::Align2::RIGHT_CENTER,
                        (_, false) => egui::Align2::LEFT_CENTER,
                    }),
            );
            let response = response.accessible_name(self.label);
            if let Some(problem) = self.problem {
                ui.label(text::caption(problem, tokens).color(tokens.warn));
            }
            response
        })
        .inner
    }

    /// Shows a text that lives in a record; returns what the user made of it.
    pub fn edit(self, ui: &mut Ui, tokens: &Tokens, current: &str) -> Option<String> {
        let mut value = current.to_owned();
        self.show(ui, tokens, &mut value);
        (value != current).then_some(value)
    }
}

/// Whether the user pressed Enter in a single-line field just now.
pub fn submitted(ui: &Ui, response: &Response) -> bool {
    response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
}
