//! Who sits across the table: add, look up, take off.

use egui::{Layout, Popup, PopupCloseBehavior, Ui};

use crate::app::action::Action;
use crate::app::edit::{Edit, SessionEdit};
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
use crate::ui::pages::negotiation::influence;
use crate::ui::pages::people_menu::{self, MENU_WIDTH, Picked, shortened};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

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
            if session.counterparts.len() > 1 {
                influence::control(ui, cx, session, person.id, &name);
            }
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                text::one_line(ui, text::strong(name.as_str(), tokens));
                text::one_line(
                    ui,
                    text::caption(reading_line(cx, session, person, quadrant), tokens),
                );
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

/// "Decides · Likely Interpersonal · cross".
fn reading_line(
    cx: &Cx<'_>,
    session: &Session,
    person: &CounterpartSummary,
    quadrant: Option<Quadrant>,
) -> String {
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
    if session.counterparts.len() > 1 {
        parts.insert(0, influence::word(cx, session.influence_of(person.id)).to_owned());
    }
    let role = [&person.title, &person.organisation];
    parts.extend(role.into_iter().map(|text| text.trim().to_owned()));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Brings somebody to the table, who may be new.
fn menu(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let draft = format!("{}/person", session.id);
    let person = match people_menu::show(ui, cx, &draft, &session.counterparts, true) {
        Some(Picked::Person(person)) => person,
        Some(Picked::New(name)) => create(cx, name),
        None => return,
    };
    cx.edit_session(session.id, SessionEdit::AddCounterpart(person));
}

fn create(cx: &mut Cx<'_>, name: String) -> CounterpartId {
    let mut person = Counterpart::new(CounterpartId(cx.clock.new_id()), cx.now());
    person.name = name;
    let id = person.id;
    cx.push(Action::Edit(Edit::AddCounterpart(Box::new(person))));
    id
}
