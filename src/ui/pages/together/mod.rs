//! Several people side by side: two of them in detail, more of them on a map.

mod both;
mod differences;
mod face;
mod initials;
mod matrix;
mod people;
mod team;
pub(in crate::ui::pages) mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Popup, PopupCloseBehavior, Ui};

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::lists::together::{Together, TogetherKey};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::group::Member;
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::session::{Influence, Session};
use crate::domain::summary::CounterpartSummary;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::pages::absent;
use crate::ui::pages::negotiation::audience::person_name;
use crate::ui::pages::people_menu::{self, MENU_WIDTH, Picked};
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};

/// What every card of the page looks at. Where people are meant by index, the one after the last
/// is me.
struct Scene<'a> {
    people: Vec<&'a CounterpartSummary>,
    names: Vec<String>,
    initials: Vec<String>,
    session: Option<&'a Session>,
    me: bool,
    view: Arc<Together>,
}

impl Scene<'_> {
    /// The indices of all who are shown, me last.
    fn shown(&self) -> impl Iterator<Item = usize> {
        0..self.people.len() + usize::from(self.me)
    }

    /// The two who are compared, if they are two.
    fn two(&self) -> Option<(usize, usize)> {
        match self.people.len() {
            1 => Some((self.view.my_index(), 0)),
            2 => Some((0, 1)),
            _ => None,
        }
    }

    fn is_me(&self, index: usize) -> bool {
        index == self.view.my_index()
    }

    fn name(&self, index: usize) -> &str {
        self.names.get(index).map_or("", String::as_str)
    }

    /// The page without one of the people.
    fn without(&self, person: CounterpartId) -> Route {
        let rest = self.people.iter().map(|one| one.id).filter(|id| *id != person);
        Route::Together { people: rest.collect(), me: self.me, session: None }
    }
}

pub fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    people: &[CounterpartId],
    me: bool,
    session: Option<SessionId>,
) {
    let work = cx.work;
    // Without its record the page would show everybody with the same influence.
    if let Some(id) = session.filter(|id| work.session(*id).is_none() && work.has_session(*id)) {
        absent::show(ui, cx, RecordKey::Session(id), cx.t("counterparts-title"));
        return;
    }
    let session = session.and_then(|id| work.session(id));
    let ids = session.map_or(people, |session| &session.counterparts);
    let scene = scene(cx, ids, me, session);
    bar(ui, cx, &scene);
    if scene.people.is_empty() {
        let (why, what) = (cx.t("together-empty"), cx.t("together-empty-what"));
        let add =
            cx.t(if work.people().is_empty() { "counterparts-add" } else { "together-choose" });
        if empty_state(ui, cx.tokens, "counterparts", why, what, Some(add)) {
            cx.push(Action::Command(if work.people().is_empty() {
                UiCommand::NewCounterpart
            } else {
                UiCommand::GoCounterparts
            }));
            cx.lists.choosing_people = true;
        }
        return;
    }
    match scene.two() {
        Some((one, other)) => pair(ui, cx, &scene, one, other),
        None => group(ui, cx, &scene),
    }
}

fn scene<'a>(
    cx: &mut Cx<'a>,
    ids: &[CounterpartId],
    me: bool,
    session: Option<&'a Session>,
) -> Scene<'a> {
    let work = cx.work;
    let mut seen = BTreeSet::new();
    let people: Vec<&CounterpartSummary> = ids
        .iter()
        .filter(|id| seen.insert(**id))
        .filter_map(|id| work.person(*id))
        .take(Together::MOST)
        .collect();
    let say = |id| session.map_or(Influence::USUAL, |session| session.influence_of(id));
    let influence: Vec<u8> = people.iter().map(|person| say(person.id)).collect();
    let key = TogetherKey {
        revision: work.revision(),
        people: people.iter().map(|person| person.id).collect(),
        influence: influence.clone(),
    };
    let members: Vec<Member> = people
        .iter()
        .zip(influence)
        .map(|(person, influence)| Member { reading: person.reading.normal, influence })
        .collect();
    let my_reading = work.my_reading().normal;
    let make = {
        let members = members.clone();
        move || Together::of(&my_reading, members)
    };
    let view = cx.lists.together.get(&key, people.len(), cx.wake, make);
    // So few people are worked out at once, so there is always a view; if not, it is made here.
    let view = view.unwrap_or_else(|| Arc::new(Together::of(&my_reading, members)));
    let name = |person: &&CounterpartSummary| people_menu::shortened(&person_name(cx, *person));
    let mut names: Vec<String> = people.iter().map(name).collect();
    let mut initials = initials::of_all(&names);
    names.push(cx.t("compatibility-me").to_owned());
    initials.push(cx.t("compatibility-me").to_owned());
    Scene { people, names, initials, session, me, view }
}

fn bar(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let count = scene.people.len();
    let title = match (scene.session, scene.two()) {
        (None, Some((one, other))) => {
            let args = [("one", scene.name(one).into()), ("other", scene.name(other).into())];
            cx.tr("together-title-two", &args)
        }
        (None, None) if count == 0 => cx.t("command-side-by-side").to_owned(),
        _ => cx.tr("together-title", &[("count", count.into())]),
    };
    let crumbs = match scene.session {
        Some(session) => {
            let people = cx.work.people_of(&session.counterparts);
            let name = cx.messages.title_of(&session.title, people);
            let plan = Route::Negotiation { session: session.id, tab: NegotiationTab::Plan };
            vec![
                Crumb::to(cx.t("command-negotiations"), Route::Negotiations),
                Crumb::to(people_menu::shortened(&name), plan),
                Crumb::here(cx.t("together-table")),
            ]
        }
        None => vec![
            Crumb::to(cx.t("counterparts-title"), Route::Counterparts { selected: None }),
            Crumb::here(cx.t("command-side-by-side")),
        ],
    };
    top_bar(ui, cx, &crumbs, &title, |ui, cx| {
        let tokens = cx.tokens;
        let ids: Vec<CounterpartId> = scene.people.iter().map(|person| person.id).collect();
        if scene.session.is_none() && count > 0 {
            let add = ActionButton::secondary(cx.t("together-add")).icon("plus");
            let full = count >= Together::MOST;
            let response = add.enabled(!full).show(ui, tokens);
            Popup::menu(&response)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .width(MENU_WIDTH)
                .show(|ui| {
                    let picked = people_menu::show(ui, cx, "together/person", &ids, false);
                    if let Some(Picked::Person(person)) = picked {
                        let people = ids.iter().copied().chain([person]).collect();
                        cx.push(Action::Replace(Route::Together {
                            people,
                            me: scene.me,
                            session: None,
                        }));
                    }
                });
        }
        if count > 1 {
            let me = ActionButton::secondary(cx.t("together-with-me")).icon("user");
            let response = me.selected(scene.me).show(ui, tokens);
            response.widget_info(|| {
                let name = cx.t("together-with-me");
                egui::WidgetInfo::selected(egui::Role::CheckBox, true, scene.me, name)
            });
            if response.clicked() {
                let session = scene.session.map(|session| session.id);
                cx.push(Action::Replace(Route::Together { people: ids, me: !scene.me, session }));
            }
        }
    });
}

/// A card of the page.
#[derive(Debug, Clone, Copy)]
enum Part {
    Face(usize),
    Differences(usize, usize),
    Both(usize, usize),
    People,
    Map,
    Profile,
    Matrix,
}

/// Two people in detail; of a negotiation also whom to win first.
fn pair(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, one: usize, other: usize) {
    const FACE: Cell = Cell { min: 273.0, grow: 0.0 };
    const TEXT: Cell = Cell { min: 370.0, grow: 1.0 };
    const ORDER: Cell = Cell { min: 2.0 * people::RANKED_ROW + people::REST, grow: 0.0 };
    let order =
        (scene.session.is_some() && scene.people.len() > 1).then_some((Part::People, ORDER));
    let faces = [(Part::Face(one), FACE), (Part::Face(other), FACE)];
    let differences = (Part::Differences(one, other), TEXT);
    let both = (Part::Both(one, other), TEXT);
    let left: Vec<_> = [faces[0], differences].into_iter().chain(order).collect();
    let right = vec![faces[1], both];
    let stacked: Vec<_> = faces.into_iter().chain([differences, both]).chain(order).collect();
    lay_out(ui, cx, scene, [(1.0, left), (1.0, right)], stacked);
}

/// Many people on the map, in numbers and among one another.
fn group(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    #[expect(clippy::cast_precision_loss, reason = "a few dozen people")]
    let count = scene.people.len() as f32;
    let row = if scene.session.is_some() { people::RANKED_ROW } else { people::ROW };
    let cell = |part, min, grow| (part, Cell { min, grow });
    let map = cell(Part::Map, team::map_height(ui.available_width()), 0.0);
    let matrix = cell(Part::Matrix, matrix::height(scene), 1.0);
    let profile = cell(Part::Profile, team::profile_height(scene), 0.0);
    let list = cell(Part::People, (count * row + people::REST).clamp(240.0, 620.0), 1.0);
    let stacked = vec![map, profile, list, matrix];
    lay_out(ui, cx, scene, [(1.12, vec![map, matrix]), (1.0, vec![profile, list])], stacked);
}

/// The cards in two columns, or below one another in an order of their own where it is narrow.
fn lay_out(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    scene: &Scene<'_>,
    columns: [(f32, Vec<(Part, Cell)>); 2],
    stacked: Vec<(Part, Cell)>,
) {
    let columns = if ui.available_width() < size::NARROW_CANVAS {
        vec![(1.0, stacked)]
    } else {
        Vec::from(columns)
    };
    let parts: Vec<Part> =
        columns.iter().flat_map(|(_, cards)| cards.iter().map(|(part, _)| *part)).collect();
    let cells: Vec<(f32, Vec<Cell>)> = columns
        .into_iter()
        .map(|(weight, cards)| (weight, cards.into_iter().map(|(_, cell)| cell).collect()))
        .collect();
    let columns: Vec<Column<'_>> =
        cells.iter().map(|(weight, cells)| Column { weight: *weight, cells }).collect();
    canvas(ui, &columns, |ui, index, place| match parts.get(index) {
        Some(Part::Face(one)) => face::card(ui, cx, scene, *one, place),
        Some(Part::Differences(one, other)) => {
            differences::card(ui, cx, scene, (*one, *other), place);
        }
        Some(Part::Both(one, other)) => both::card(ui, cx, scene, (*one, *other), place),
        Some(Part::People) => people::card(ui, cx, scene, place),
        Some(Part::Map) => team::map_card(ui, cx, scene, place),
        Some(Part::Profile) => team::profile_card(ui, cx, scene, place),
        Some(Part::Matrix) => matrix::card(ui, cx, scene, place),
        None => {}
    });
}
