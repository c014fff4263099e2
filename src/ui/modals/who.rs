//! About whom: a field that finds people as one types, slips of the finger included, and offers to
//! add somebody who is not there yet.

use egui::{Event, Id, Key, Layout, Modifiers, Response, Ui};

use crate::app::edit::{CounterpartEdit, Edit};
use crate::app::finder::{Finder, Fit, Question};
use crate::app::heard::{Who, is_nearly};
use crate::app::route::Route;
use crate::app::state::{AppState, OpenLibrary};
use crate::domain::counterpart::{Counterpart, Named};
use crate::domain::evidence::Evidence;
use crate::domain::ids::CounterpartId;
use crate::domain::summary::CounterpartSummary;
use crate::store::record::RecordKey;
use crate::store::search::{Scope, fold};
use crate::ui::theme::icons;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

/// So many people are offered at once.
const MOST: usize = 5;
const ROW: f32 = 34.0;
/// Among more people than this no short names are looked through for slips of the finger.
const FEW: usize = 5_000;
/// No more of a name can be in view.
const LONGEST: usize = 80;

/// What the field works with.
pub(super) struct Input<'a> {
    pub state: &'a AppState,
    pub library: &'a OpenLibrary,
    pub finder: &'a mut Finder,
    pub tokens: &'a Tokens,
    /// The chosen one of the people who are offered.
    pub selected: &'a mut usize,
    /// Takes the cursor.
    pub focus: bool,
}

pub(super) fn field_id() -> Id {
    Id::unique("who-is-it-about")
}

/// What can be chosen.
enum Offer<'a> {
    Person(&'a CounterpartSummary, bool),
    New(String),
}

#[derive(Default)]
struct Keys {
    up: bool,
    down: bool,
    enter: bool,
}

fn take_keys(ui: &Ui) -> Keys {
    ui.input_mut(|input| {
        // Enter and the arrows belong to an input method while it composes.
        if input.events.iter().any(|event| matches!(event, Event::Ime(_))) {
            return Keys::default();
        }
        Keys {
            up: input.consume_key(Modifiers::NONE, Key::ArrowUp),
            down: input.consume_key(Modifiers::NONE, Key::ArrowDown),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
        }
    })
}

/// Shows the field, and the people who fit while it is open who is meant. Returns whether the cursor
/// may go on to the next field.
pub(super) fn show(ui: &mut Ui, input: &mut Input<'_>, who: &mut Who) -> bool {
    let (tokens, messages) = (input.tokens, &input.state.messages);
    let focused = ui.memory(|memory| memory.has_focus(field_id()));
    let keys = if focused && !who.is_clear() { take_keys(ui) } else { Keys::default() };
    let before = who.name.clone();
    let field = Field::new(messages.text("heard-who")).hint(messages.text("heard-who-hint"));
    let response = field.id(field_id()).show(ui, tokens, &mut who.name);
    if input.focus {
        response.request_focus();
    }
    if response.gained_focus() {
        select_all(ui, &who.name);
    }
    if who.name != before {
        who.reopen();
        *input.selected = 0;
    }
    if at_this_table(ui, input, who) {
        who.is_guessed = false;
        return true;
    }
    if who.is_clear() {
        if who.is_new {
            let name = shortened(&who.name);
            let told = messages.with("heard-who-new", &[("name", name.into())]);
            text::one_line(ui, text::caption(told, tokens).color(tokens.accent_text));
        }
        let goes_on = submitted(ui, &response);
        who.is_guessed &= !goes_on;
        return goes_on;
    }
    let chosen = offers(ui, input, who, &keys, &response);
    if let Some(chosen) = chosen {
        *who = chosen;
        *input.selected = 0;
        return true;
    }
    false
}

/// The people of the negotiation on the page, one click away. Returns whether one was chosen.
fn at_this_table(ui: &mut Ui, input: &Input<'_>, who: &mut Who) -> bool {
    let Route::Negotiation { session, .. } = input.state.navigation.current() else {
        return false;
    };
    let work = &input.library.work;
    let Some(session) = work.negotiation(*session) else { return false };
    let people: Vec<&CounterpartSummary> = work.people_of(&session.counterparts).collect();
    if people.len() < 2 {
        return false;
    }
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(6.0);
        ui.label(text::caption(input.state.messages.text("heard-at-this-table"), input.tokens));
        for person in people {
            let name = input.state.messages.name_of(person);
            let selected = who.person == Some(person.id);
            let label = shortened(&name);
            let chip = ui.push_id(person.id.0, |ui| {
                filter_chip(ui, input.tokens, selected, &label).clicked()
            });
            if chip.inner {
                chosen = Some(Who::person(person.id, name));
            }
        }
    });
    let is_chosen = chosen.is_some();
    if let Some(chosen) = chosen {
        *who = chosen;
    }
    is_chosen
}

fn offers(
    ui: &mut Ui,
    input: &mut Input<'_>,
    who: &Who,
    keys: &Keys,
    response: &Response,
) -> Option<Who> {
    let messages = &input.state.messages;
    let name = who.name.trim().to_owned();
    let question = Question { text: name.clone(), scope: Scope::People, archived: false };
    if let Some(later) = input.finder.ask(&question, input.library, &input.state.wake()) {
        ui.ctx().request_repaint_after(later);
    }
    let is_answered = input.finder.is_answered(&question);
    let mut people: Vec<_> = hits(input).take(MOST).collect();
    if people.is_empty() && is_answered {
        people = similar(input, &name);
    }
    let is_exact = |person: &CounterpartSummary| {
        let folded = fold(&name);
        [&person.name, &person.latin_name, &person.full_name(), &messages.name_of(person)]
            .into_iter()
            .any(|own| fold(own) == folded)
    };
    // More of the same name may stand further down than what is offered.
    let hits = hits(input).filter(|(person, _)| is_exact(person)).map(|(person, _)| person);
    let exact: Vec<&CounterpartSummary> = hits.take(2).collect();
    let mut offers: Vec<Offer<'_>> =
        people.into_iter().map(|(person, near)| Offer::Person(person, near)).collect();
    if !name.is_empty() {
        offers.push(Offer::New(name.clone()));
    }
    let last = offers.len().saturating_sub(1);
    let selected = &mut *input.selected;
    *selected = (*selected).min(last);
    if keys.down {
        *selected = if *selected >= last { 0 } else { *selected + 1 };
    }
    if keys.up {
        *selected = selected.checked_sub(1).unwrap_or(last);
    }
    let mut chosen = (keys.enter && is_answered).then_some(*selected);
    for (at, offer) in offers.iter().enumerate() {
        if line(ui, input, offer, at == *input.selected) {
            chosen = Some(at);
        }
    }
    // Somebody who has typed a whole name need not choose it from a list as well; two people of one
    // name have to be told apart.
    if let [exact] = exact.as_slice()
        && chosen.is_none()
        && *input.selected == 0
        && has_left(ui, response, &name)
        && is_answered
    {
        return Some(Who::person(exact.id, messages.name_of(*exact)));
    }
    match offers.get(chosen?)? {
        Offer::Person(person, _) => Some(Who::person(person.id, messages.name_of(*person))),
        Offer::New(name) => {
            Some(Who { person: None, name: name.clone(), is_new: true, ..Who::default() })
        }
    }
}

/// Whether the cursor has left the field with this name in it. The search may answer only then.
fn has_left(ui: &Ui, response: &Response, name: &str) -> bool {
    let id = field_id().with("left");
    let (has_focus, lost_focus) = (response.has_focus(), response.lost_focus());
    ui.data_mut(|data| {
        if lost_focus && !name.is_empty() {
            data.insert_temp(id, name.to_owned());
        } else if has_focus {
            data.remove_temp::<String>(id);
        }
        data.get_temp::<String>(id).is_some_and(|left| left == name)
    })
}

/// The people whose name, title or organisation fits, and whether it fits only nearly.
fn hits<'a>(input: &Input<'a>) -> impl Iterator<Item = (&'a CounterpartSummary, bool)> {
    let work = &input.library.work;
    let hits = input.finder.results().map_or(&[][..], |results| results.hits.as_slice());
    hits.iter().filter_map(|hit| match hit.key {
        RecordKey::Counterpart(id) if hit.approximate || hit.fit < Fit::Tag => {
            work.person(id).map(|person| (person, hit.approximate))
        }
        _ => None,
    })
}

/// People whose short or Chinese name is nearly what was typed.
fn similar<'a>(input: &Input<'a>, name: &str) -> Vec<(&'a CounterpartSummary, bool)> {
    let people = input.library.work.people();
    if people.len() > FEW {
        return Vec::new();
    }
    let near = people
        .iter()
        .map(std::sync::Arc::as_ref)
        .filter(|person| !person.labels.archived && is_nearly(&person.full_name(), name));
    near.take(MOST).map(|person| (person, true)).collect()
}

fn line(ui: &mut Ui, input: &Input<'_>, offer: &Offer<'_>, selected: bool) -> bool {
    let (tokens, messages) = (input.tokens, &input.state.messages);
    match offer {
        Offer::Person(person, near) => {
            let name = shortened(&messages.name_of(*person));
            let beside = [person.title.trim(), person.organisation.trim()];
            let beside: Vec<&str> = beside.into_iter().filter(|part| !part.is_empty()).collect();
            let mut beside = shortened(&beside.join(" · "));
            if *near {
                let similar = messages.text("heard-who-similar");
                beside = if beside.is_empty() {
                    similar.to_owned()
                } else {
                    format!("{similar} · {beside}")
                };
            }
            let response = row(ui, tokens, ("who", person.id.0), ROW, selected, &name, |ui| {
                ui.add(icons::sized("user", 14.0).tint(tokens.text_3).alt_text(""));
                ui.label(text::value(&name, tokens));
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    text::one_line(ui, text::caption(beside, tokens));
                });
            });
            response.clicked()
        }
        Offer::New(name) => {
            let title = messages.with("heard-who-add", &[("name", shortened(name).into())]);
            let response = row(ui, tokens, "who-new", ROW, selected, &title, |ui| {
                ui.add(icons::sized("plus", 14.0).tint(tokens.text_3).alt_text(""));
                text::one_line(ui, text::value(&title, tokens));
            });
            response.clicked()
        }
    }
}

/// What can be seen of a name.
pub(super) fn shortened(name: &str) -> String {
    let mut short: String = name
        .trim()
        .chars()
        .take(LONGEST)
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    if name.trim().chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}

/// Typing replaces the name that is there.
fn select_all(ui: &Ui, name: &str) {
    let mut state = egui::TextEdit::load_state(ui.ctx(), field_id()).unwrap_or_default();
    let end = egui::text::CCursor::new(name.chars().count());
    let range = egui::text::CCursorRange::two(egui::text::CCursor::new(0), end);
    state.cursor.set_char_range(Some(range));
    state.store(ui.ctx(), field_id());
}

/// The edit that notes observations of somebody, who is added if need be: one step of undo.
pub(super) fn added(
    state: &AppState,
    who: &Who,
    observations: Vec<Evidence>,
) -> Option<(Edit, CounterpartId)> {
    let library = state.library.as_ref().filter(|library| !library.is_read_only())?;
    if let Some(id) = who.person {
        if !library.work.has_counterpart(id) {
            return None;
        }
        return Some((Edit::Counterpart(id, CounterpartEdit::AddObservations(observations)), id));
    }
    let name = who.name.trim();
    if !who.is_new || name.is_empty() {
        return None;
    }
    let mut person = Counterpart::new(CounterpartId(state.clock.new_id()), state.clock.now());
    name.clone_into(&mut person.name);
    person.evidence = observations;
    let id = person.id;
    Some((Edit::AddCounterpart(Box::new(person)), id))
}
