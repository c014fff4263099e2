//! Preparing: what I want, with whom, when, and how ready I am.

mod alternatives;
mod at_the_table;
mod checklist;
mod equal;
mod essentials;
mod fit;
mod group;
mod issues;
mod people;
mod prediction;
mod readiness;
mod talk;
mod team;
mod when;
mod zone;

use egui::Ui;

use crate::app::edit::SessionEdit;
use crate::domain::session::Session;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::tags::record_tags;

/// More people than this are scrolled to.
const PEOPLE_IN_FULL: usize = 4;

/// The cards, counted down the left column and then down the right one, as they stand in a window
/// that has room for one column.
const IN_ONE_COLUMN: [usize; 10] = [0, 6, 1, 7, 2, 3, 4, 8, 5, 9];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let people = session.counterparts.len().clamp(1, PEOPLE_IN_FULL) as f32;
    let more = if group::has_several(session) { group::HEIGHT } else { 0.0 };
    let fixed = |min| Cell { min, grow: 0.0 };
    let growing = |min| Cell { min, grow: 1.0 };
    let fitted = |name, usual| fixed(fit::height(ui, name, usual));
    let left = [
        fitted("essentials", 260.0),
        fitted(issues::NAME, 240.0),
        fitted(alternatives::NAME, 240.0),
        fitted(at_the_table::NAME, 200.0),
        fitted("talk", 280.0),
        growing(fit::height(ui, team::NAME, 110.0)),
    ];
    let right = [
        fixed(306.0 + people * 46.0 + more),
        fitted(zone::NAME, 240.0),
        fitted(prediction::NAME, 260.0),
        growing(fit::height(ui, "checklist", 480.0)),
    ];
    // One below the other, with whom and when come right after the essentials.
    let stacked: Vec<Cell> = IN_ONE_COLUMN
        .iter()
        .filter_map(|card| left.iter().chain(&right).nth(*card).copied())
        .collect();
    let narrow = ui.available_width() < size::NARROW_CANVAS;
    let columns = if narrow {
        vec![Column { weight: 1.0, cells: &stacked }]
    } else {
        vec![Column { weight: 1.85, cells: &left }, Column { weight: 1.0, cells: &right }]
    };
    let card_at = |index: usize| {
        if narrow { IN_ONE_COLUMN.get(index).copied().unwrap_or(index) } else { index }
    };
    canvas(ui, &columns, |ui, index, place| match card_at(index) {
        0 => {
            let caption = cx.t("plan-essentials-caption");
            Card::new(cx.t("plan-essentials")).caption(caption).show(ui, tokens, place, |ui| {
                fit::measured(ui, "essentials", |ui| {
                    ui.add_enabled_ui(!cx.read_only, |ui| essentials::show(ui, cx, session));
                });
            });
        }
        1 => issues::card(ui, cx, session, place),
        2 => alternatives::card(ui, cx, session, place),
        3 => at_the_table::card(ui, cx, session, place),
        4 => talk::card(ui, cx, session, place),
        5 => team::card(ui, cx, session, place),
        6 => Card::new(cx.t("plan-who")).show(ui, tokens, place, |ui| who(ui, cx, session)),
        7 => zone::card(ui, cx, session, place),
        8 => prediction::card(ui, cx, session, place),
        _ => checklist::card(ui, cx, session, place),
    });
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
