//! Preparing: what I want, with whom, when, and how ready I am.

mod checklist;
mod essentials;
mod group;
mod people;
mod talk;
mod when;

use egui::Ui;

use crate::app::edit::SessionEdit;
use crate::domain::session::Session;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::tags::record_tags;

/// More people than this are scrolled to.
const PEOPLE_IN_FULL: usize = 4;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let people = session.counterparts.len().clamp(1, PEOPLE_IN_FULL) as f32;
    let more = if group::has_several(session) { group::HEIGHT } else { 0.0 };
    let columns = [
        Column {
            weight: 1.22,
            cells: &[Cell { min: 360.0, grow: 0.0 }, Cell { min: 220.0, grow: 1.0 }],
        },
        Column {
            weight: 1.0,
            cells: &[
                Cell { min: 306.0 + people * 46.0 + more, grow: 0.0 },
                Cell { min: 250.0, grow: 1.0 },
            ],
        },
        Column { weight: 0.9, cells: &[Cell { min: 400.0, grow: 1.0 }] },
    ];
    canvas(ui, &columns, |ui, index, place| match index {
        0 => {
            let caption = cx.t("plan-essentials-caption");
            Card::new(cx.t("plan-essentials")).caption(caption).show(ui, tokens, place, |ui| {
                ui.add_enabled_ui(!cx.read_only, |ui| essentials::show(ui, cx, session));
            });
        }
        1 => Card::new(cx.t("plan-table")).show(ui, tokens, place, |ui| {
            let rows = rows_in(place.height());
            ui.add_enabled_ui(!cx.read_only, |ui| at_the_table(ui, cx, session, rows));
        }),
        2 => Card::new(cx.t("plan-who")).show(ui, tokens, place, |ui| who(ui, cx, session)),
        3 => talk::card(ui, cx, session, place),
        _ => checklist::card(ui, cx, session, place),
    });
}

/// How many lines of text both fields of a card have room for.
fn rows_in(height: f32) -> usize {
    /// Title, labels and frames.
    const REST: f32 = 148.0;
    const LINE: f32 = 16.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few dozen")]
    let rows = ((height - REST) / LINE).max(0.0) as usize;
    rows.max(5)
}

/// What to say at the table, and what not.
fn at_the_table(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, rows: usize) {
    let unsaid_rows = rows * 2 / 5;
    let (tokens, plan) = (cx.tokens, &session.plan);
    let field = Field::new(cx.t("plan-questions")).hint(cx.t("plan-questions-hint"));
    if let Some(text) = field.rows(rows - unsaid_rows).edit(ui, tokens, &plan.questions) {
        cx.edit_session(session.id, SessionEdit::Questions(text));
    }
    let field = Field::new(cx.t("plan-unsaid")).hint(cx.t("plan-unsaid-hint"));
    if let Some(text) = field.rows(unsaid_rows).edit(ui, tokens, &plan.unsaid) {
        cx.edit_session(session.id, SessionEdit::Unsaid(text));
    }
}

fn who(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let untitled =
            cx.messages.title_of(&session.title, cx.work.people_of(&session.counterparts));
        let field = Field::new(cx.t("plan-title")).hint(&untitled);
        if let Some(text) = field.edit(ui, cx.tokens, &session.title) {
            cx.edit_session(session.id, SessionEdit::Title(text));
        }
    });
    record_tags(ui, cx, RecordKey::Session(session.id), &session.labels);
    // Of a crowd the rows are scrolled; what follows from them stands above.
    let crowd = session.counterparts.len() > PEOPLE_IN_FULL;
    if crowd {
        group::show(ui, cx, session);
    }
    people::show(ui, cx, session);
    if !crowd {
        group::show(ui, cx, session);
    }
    ui.add_enabled_ui(!cx.read_only, |ui| when::show(ui, cx, session));
}
