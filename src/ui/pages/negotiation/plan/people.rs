//! Who sits across the table: add, look up, take off.

use std::sync::Arc;

use egui::{Layout, Popup, PopupCloseBehavior, ScrollArea, Ui};

use crate::app::action::Action;
use crate::app::edit::{Edit, SessionEdit};
use crate::app::lists::people::people_by_name;
use crate::app::route::Route;
use crate::domain::compatibility::Relation;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::CounterpartId;
use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::domain::summary::CounterpartSummary;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::{known_quadrant, person_name};
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

const MENU_WIDTH: f32 = 320.0;
const MENU_HEIGHT: f32 = 240.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.label(text::caption(cx.t("plan-people"), tokens));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let add = ActionButton::secondary(cx.t("plan-add-person")).icon("plus").small();
            let response = add.enabled(!cx.read_only).show(ui, tokens);
            Popup::menu(&response)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .width(MENU_WIDTH)
                .show(|ui| menu(ui, cx, session));
        });
    });
    if session.counterparts.is_empty() {
        ui.add(egui::Label::new(text::body(cx.t("plan-nobody"), tokens)).wrap());
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for person in cx.work.people_of(&session.counterparts) {
            at_the_table(ui, cx, session, person);
        }
    });
}

fn at_the_table(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, person: &CounterpartSummary) {
    let tokens = cx.tokens;
    let name = person_name(cx, person);
    let response = row(ui, tokens, person.id.0, 46.0, false, &name, |ui| {
        let quadrant = face(ui, cx, person, 30.0);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let label = cx.tr("plan-remove-person", &[("name", Arg::from(shortened(&name)))]);
            let remove = ActionButton::icon_only("cross", &label).colour(tokens.text_3);
            if remove.enabled(!cx.read_only).show(ui, tokens).clicked() {
                cx.edit_session(session.id, SessionEdit::RemoveCounterpart(person.id));
            }
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text::one_line(ui, text::strong(name.as_str(), tokens));
                text::one_line(ui, text::caption(reading_line(cx, person, quadrant), tokens));
            });
        });
    });
    if response.clicked() {
        cx.go(Route::counterpart(person.id));
    }
}

/// Animal and letter.
fn face(ui: &mut Ui, cx: &Cx<'_>, person: &CounterpartSummary, diameter: f32) -> Option<Quadrant> {
    let quadrant = cx.work.reading(person.id).and_then(|reading| known_quadrant(&reading.normal));
    animal(ui, cx.tokens, quadrant, cx.animals(), diameter);
    if let Some(quadrant) = quadrant {
        quadrant_tag(ui, cx.tokens, quadrant);
    }
    quadrant
}

/// "Likely Interpersonal · cross".
fn reading_line(cx: &Cx<'_>, person: &CounterpartSummary, quadrant: Option<Quadrant>) -> String {
    let certainty = cx.work.reading(person.id).map(|reading| reading.normal.certainty);
    let certainty = certainty.map_or("", |certainty| cx.messages.word("certainty", certainty.id()));
    let mut parts = match quadrant {
        Some(quadrant) => {
            vec![format!("{certainty}{}{}", cx.t("plan-word-space"), cx.quadrant_name(quadrant))]
        }
        None => vec![certainty.to_owned()],
    };
    if let Some((me, them)) = known_quadrant(&cx.work.my_reading().normal).zip(quadrant) {
        let relation = Relation::between(me, them);
        parts.push(cx.messages.word("relation", relation.id()).to_owned());
    }
    let role = [&person.title, &person.organisation];
    parts.extend(role.into_iter().map(|text| text.trim().to_owned()));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Everybody who is not at the table yet, by name; and a new person by the name typed.
fn menu(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    let key = format!("{}/person", session.id);
    let mut wanted = cx.drafts.unparsed.get(&key).cloned().unwrap_or_default();
    let label = cx.t("plan-find-person");
    let id = ui.make_persistent_id("find");
    let field = Field::new(label).hide_label().hint(label).id(id);
    let response = field.show(ui, tokens, &mut wanted);
    // Asked before the field may take the focus back, which would hide that it was given up.
    let enter = submitted(ui, &response);
    if ui.is_sizing_pass() || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let found = found(cx, session, &wanted);
    let name = wanted.trim().to_owned();
    let mut chosen = None;
    if found.is_empty() {
        let key = if name.is_empty() { "plan-no-more-people" } else { "plan-no-match" };
        ui.add(egui::Label::new(text::caption(cx.t(key), tokens)).wrap());
    }
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let scroll = ScrollArea::vertical().max_height(MENU_HEIGHT).auto_shrink([false, true]);
        scroll.show_rows(ui, size::ROW_HEIGHT, found.len(), |ui, range| {
            for person in found.get(range).unwrap_or_default() {
                let name = person_name(cx, person.as_ref());
                let response = row(ui, tokens, person.id.0, size::ROW_HEIGHT, false, &name, |ui| {
                    face(ui, cx, person, 24.0);
                    text::one_line(ui, text::value(name.as_str(), tokens));
                    text::one_line(ui, text::caption(person.organisation.as_str(), tokens));
                });
                if response.clicked() {
                    chosen = Some(person.id);
                }
            }
        });
    });
    if enter && let Some(first) = found.first() {
        chosen = chosen.or(Some(first.id));
    }
    let mut new = enter && found.is_empty() && !name.is_empty();
    if !name.is_empty() {
        let label = cx.tr("plan-new-person", &[("name", Arg::from(shortened(&name)))]);
        new |= ActionButton::quiet(&label).icon("plus").small().show(ui, tokens).clicked();
    }
    let person = if new { Some(create(cx, name)) } else { chosen };
    match person {
        Some(person) => {
            cx.edit_session(session.id, SessionEdit::AddCounterpart(person));
            cx.drafts.unparsed.remove(&key);
            ui.close();
        }
        None if wanted.is_empty() => {
            cx.drafts.unparsed.remove(&key);
        }
        None => {
            cx.drafts.unparsed.insert(key, wanted);
        }
    }
}

/// The people who may still be added, in the order of their names.
fn found(cx: &mut Cx<'_>, session: &Session, wanted: &str) -> Vec<Arc<CounterpartSummary>> {
    let key = (cx.work.revision(), wanted.trim().to_lowercase());
    let (people, text) = (cx.work.people().clone(), key.1.clone());
    let work = move || people_by_name(&people, &text);
    let found = cx.lists.by_name.get(&key, cx.work.people().len(), cx.wake, work);
    let found = found.unwrap_or_default();
    found.iter().filter(|person| !session.counterparts.contains(&person.id)).cloned().collect()
}

fn create(cx: &mut Cx<'_>, name: String) -> CounterpartId {
    let mut person = Counterpart::new(CounterpartId(cx.clock.new_id()), cx.now());
    person.name = name;
    let id = person.id;
    cx.push(Action::Edit(Edit::AddCounterpart(Box::new(person))));
    id
}

/// A long name must not widen the menu.
fn shortened(name: &str) -> String {
    const LONGEST: usize = 28;
    let mut short: String = name.chars().take(LONGEST).collect();
    if name.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
