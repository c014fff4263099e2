//! Name, title, company and notes of a person, open for change.

use egui::{Id, Rect, Ui};

use super::subject::Subject;
use crate::app::edit::CounterpartEdit;
use crate::domain::counterpart::Named;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::{Field, submitted};

/// Makes the edit of one field.
type Make = fn(String) -> CounterpartEdit;

/// Height of the card for a width.
pub fn height(width: f32) -> f32 {
    let lines = if width < size::NARROW_CANVAS * 0.75 { 2.0 } else { 1.0 };
    24.0 + 8.0 + lines * 60.0 + 68.0 + 2.0 * size::CARD_PADDING
}

/// Shows the card; `focus` puts the cursor into the name.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, subject: &Subject<'_>, rect: Rect, focus: bool) {
    let tokens = cx.tokens;
    let person = subject.person;
    let id = person.id;
    let per_line = if rect.width() < size::NARROW_CANVAS * 0.75 { 2.0 } else { 4.0 };
    let read_only = cx.read_only;
    Card::new(cx.t("counterpart-details")).fixed().show(ui, tokens, rect, |ui| {
        ui.add_enabled_ui(!read_only, |ui| {
            let width = (ui.available_width() - (per_line - 1.0) * 12.0) / per_line - 0.5;
            let name_id = Id::unique(("counterpart-name", id.0));
            let mut finished = false;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let fields: [(&str, &str, &str, Make); 4] = [
                    (
                        "counterpart-name",
                        "counterpart-name-hint",
                        &person.name,
                        CounterpartEdit::Name,
                    ),
                    (
                        "counterpart-latin-name",
                        "counterpart-latin-hint",
                        &person.latin_name,
                        CounterpartEdit::LatinName,
                    ),
                    (
                        "counterpart-title",
                        "counterpart-title-hint",
                        &person.title,
                        CounterpartEdit::Title,
                    ),
                    (
                        "counterpart-organisation",
                        "counterpart-organisation-hint",
                        &person.organisation,
                        CounterpartEdit::Organisation,
                    ),
                ];
                for (label, hint, current, make) in fields {
                    let mut value = current.to_owned();
                    let field = Field::new(cx.t(label)).hint(cx.t(hint)).width(width);
                    let field = if label == "counterpart-name" {
                        field.id(name_id)
                    } else {
                        field.id(Id::unique((label, id.0)))
                    };
                    let response = field.show(ui, tokens, &mut value);
                    if label == "counterpart-name" && focus {
                        response.request_focus();
                    }
                    finished |= submitted(ui, &response);
                    if value != current {
                        cx.edit_counterpart(id, make(value));
                    }
                }
            });
            let notes =
                Field::new(cx.t("counterpart-notes")).hint(cx.t("counterpart-notes-hint")).rows(2);
            if let Some(notes) =
                notes.id(Id::unique(("counterpart-notes", id.0))).edit(ui, tokens, &person.notes)
            {
                cx.edit_counterpart(id, CounterpartEdit::Notes(notes));
            }
            if finished && !person.full_name().is_empty() {
                cx.drafts.editing_counterpart = None;
            }
        });
    });
}
