//! Every control has a name and the keyboard reaches it, on every page and in both languages.

use std::collections::BTreeSet;

use counterpoint::app::action::Action;
use counterpoint::app::modal::{LibraryPurpose, Modal};
use counterpoint::app::route::{NegotiationTab, PlaybookEntry, Route};
use counterpoint::domain::phase::Phase;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::i18n::Language;
use egui::accesskit;
use egui::{Key, Role};
use egui_kittest::kittest::NodeT as _;

use crate::app::{App, BOTH};

fn routes(app: &App) -> Vec<Route> {
    let person = Some(app.first_person());
    let session = app.busiest_session();
    let meeting = app.meetings_of(session)[0].id;
    let tab = |tab| Route::Negotiation { session, tab };
    let everybody: Vec<_> = app.work().people().iter().map(|person| person.id).collect();
    let entry = |entry| Route::Playbook { entry };
    vec![
        Route::Today,
        Route::Myself,
        Route::Questionnaire { person },
        Route::Counterparts { selected: person },
        Route::Together { people: everybody.clone(), me: true, session: None },
        Route::Together { people: everybody[..2].to_vec(), me: true, session: Some(session) },
        Route::Negotiations,
        Route::Statistics,
        tab(NegotiationTab::Plan),
        tab(NegotiationTab::Deals),
        tab(NegotiationTab::Walk),
        tab(NegotiationTab::Meeting),
        tab(NegotiationTab::Outcome(meeting)),
        tab(NegotiationTab::Brief),
        entry(PlaybookEntry::Index),
        entry(PlaybookEntry::Quadrant(Quadrant::D)),
        entry(PlaybookEntry::Relations),
        entry(PlaybookEntry::Walk),
        entry(PlaybookEntry::Phase(Phase::Late)),
        entry(PlaybookEntry::Potatoes),
        entry(PlaybookEntry::Pair(Quadrant::A, Quadrant::D)),
        Route::tactic("hot-potato"),
        Route::Settings,
    ]
}

fn is_control(node: &egui_kittest::Node<'_>) -> bool {
    let node = node.accesskit_node();
    node.data().supports_action(accesskit::Action::Click)
        && !node.is_disabled()
        && !matches!(
            node.role(),
            Role::Window | Role::Unknown | Role::GenericContainer | Role::ScrollBar
        )
}

/// A label is named by its value.
fn name(node: &egui_kittest::Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    if node.role() == Role::Label { node.value() } else { node.label() }
}

#[test]
fn every_control_has_a_name() {
    for language in BOTH {
        let mut app = App::sample(language);
        for route in routes(&app) {
            app.harness.state_mut().state.update(Action::Go(route.clone()));
            app.settle();
            let nameless: Vec<String> = app
                .harness
                .root()
                .children_recursive()
                .filter(is_control)
                .filter(|node| name(node).is_none_or(|name| name.trim().is_empty()))
                .map(|node| format!("{:?} at {:?}", node.accesskit_node().role(), node.rect()))
                .collect();
            assert!(nameless.is_empty(), "{route:?}: {nameless:?}");
        }
        assert_eq!(
            app.state().messages.missing(),
            Vec::<String>::new(),
            "messages asked for in vain"
        );
    }
}

#[test]
fn tab_reaches_every_control_that_is_shown() {
    let mut app = App::sample(Language::English);
    for route in routes(&app) {
        app.harness.state_mut().state.update(Action::Go(route.clone()));
        app.settle();
        let names = |app: &App, only_focused: bool| -> BTreeSet<String> {
            app.harness
                .root()
                .children_recursive()
                .filter(is_control)
                .filter(|node| !only_focused || node.is_focused())
                .filter_map(|node| node.accesskit_node().label())
                .collect()
        };
        let mut shown = names(&app, false);
        // The box in a row takes no focus: Space on the row does the same, see `lists`.
        for session in app.work().negotiations().iter() {
            shown.remove(&app.tr("list-choose-row", &[("name", (&session.title).into())]));
        }
        let mut reached = BTreeSet::new();
        // Pages that scroll show more controls on the way, so the end is a full round without news.
        let mut without_news = 0;
        while without_news < shown.len() + 20 && !shown.is_subset(&reached) {
            app.press(Key::Tab);
            let before = reached.len();
            reached.extend(names(&app, true));
            without_news = if reached.len() > before { 0 } else { without_news + 1 };
        }
        let missed: Vec<_> = shown.difference(&reached).collect();
        assert!(missed.is_empty(), "{route:?}: Tab never reached {missed:?}");
    }
}

#[test]
fn every_modal_closes_with_escape() {
    let mut app = App::sample(Language::Chinese);
    let library = app.library_path().display().to_string();
    for modal in [
        Modal::Palette { query: String::new(), selected: 0 },
        Modal::Library { purpose: LibraryPurpose::Open, path: library },
        Modal::Help,
    ] {
        app.harness.state_mut().state.update(Action::ShowModal(modal));
        app.settle();
        assert!(app.state().modal.is_some());
        app.press(Key::Escape);
        assert!(app.state().modal.is_none());
    }
}
