//! What to give, what to ask and what not to say at the table.

use egui::{Rect, Ui};

use super::fit;
use crate::app::edit::SessionEdit;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;

pub(super) const NAME: &str = "at-the-table";
/// Side by side three fields need so much.
const WIDE: f32 = 560.0;
/// The lines of an empty field.
const ROWS: usize = 5;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    Card::new(cx.t("plan-table")).show(ui, tokens, place, |ui| {
        fit::measured(ui, NAME, |ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| {
                if ui.available_width() < WIDE {
                    for part in Part::ALL {
                        part.show(ui, cx, session);
                    }
                    return;
                }
                ui.columns_const(|columns: &mut [Ui; 3]| {
                    for (ui, part) in columns.iter_mut().zip(Part::ALL) {
                        part.show(ui, cx, session);
                    }
                });
            });
        });
    });
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Questions,
    Gives,
    Unsaid,
}

impl Part {
    const ALL: [Self; 3] = [Self::Questions, Self::Gives, Self::Unsaid];

    fn show(self, ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
        let plan = &session.plan;
        let (label, hint, current) = match self {
            Self::Questions => ("plan-questions", "plan-questions-hint", &plan.questions),
            Self::Gives => ("plan-gives", "plan-gives-hint", &plan.gives),
            Self::Unsaid => ("plan-unsaid", "plan-unsaid-hint", &plan.unsaid),
        };
        let field = Field::new(cx.t(label)).hint(cx.t(hint)).rows(ROWS);
        if let Some(text) = field.edit(ui, cx.tokens, current) {
            cx.edit_session(
                session.id,
                match self {
                    Self::Questions => SessionEdit::Questions(text),
                    Self::Gives => SessionEdit::Gives(text),
                    Self::Unsaid => SessionEdit::Unsaid(text),
                },
            );
        }
    }
}
