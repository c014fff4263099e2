//! Search over everything: what is found, and where it leads.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{CounterpartEdit, Edit, SessionEdit};
use counterpoint::app::route::{NegotiationTab, PlaybookEntry, Route};
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::{CounterpartId, EntryId, SessionId};
use counterpoint::domain::label::LabelChange;
use counterpoint::domain::session::{LogEntry, LogKind, Session};
use counterpoint::i18n::{Arg, Language};
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

/// One person, Lin Yue, one negotiation with her that has much to be found, and the palette open.
fn palette(language: Language) -> App {
    let mut app = App::with_session(language);
    let session = app.session();
    let person = app.first_person();
    let entry = LogEntry {
        id: EntryId(Uuid::from_u128(70)),
        at: moment(),
        meeting: session.meetings[0].id,
        kind: LogKind::Quote,
        text: "The forklifts stand still at night, 夜里叉车都停着。".to_owned(),
        tactic: None,
        phase: None,
        person: None,
        effect: None,
    };
    for edit in [
        SessionEdit::Title("Harbour pilot".to_owned()),
        SessionEdit::AddCounterpart(person),
        SessionEdit::Goal("Three depots before winter".to_owned()),
        SessionEdit::Pitch("Fewer spoilt pallets".to_owned()),
        SessionEdit::AddLog(entry),
    ] {
        app.update(Action::Edit(Edit::Session(session.id, edit)));
    }
    let notes = CounterpartEdit::Notes("Sails every weekend".to_owned());
    app.update(Action::Edit(Edit::Counterpart(person, notes)));
    app.update(Action::Go(Route::Today));
    app.shortcut(Key::K);
    app
}

/// The name of a hit in the list.
fn hit(app: &App, kind: &str, title: &str) -> String {
    let kind = app.state().messages.word("hit", kind).to_owned();
    app.tr("label-text", &[("label", Arg::from(kind)), ("text", Arg::from(title))])
}

fn hits(app: &App, count: usize) -> String {
    app.tr("palette-count", &[("count", count.into())])
}

fn add_person(app: &mut App, number: u128, name: &str) -> CounterpartId {
    let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(number)), moment());
    name.clone_into(&mut person.name);
    let id = person.id;
    app.update(Action::Edit(Edit::AddCounterpart(Box::new(person))));
    id
}

#[test]
fn words_that_somebody_wrote_lead_to_the_page_where_they_stand() {
    for language in BOTH {
        for (words, field, tab) in [
            ("forklift", "log", NegotiationTab::Meeting),
            ("叉车", "log", NegotiationTab::Meeting),
            ("winter depots", "goal", NegotiationTab::Plan),
            ("PALLETS", "pitch", NegotiationTab::Walk),
        ] {
            let mut app = palette(language);
            app.type_text(words);
            assert!(app.has(&hit(&app, "negotiation", "Harbour pilot")), "{}", app.names());
            let field = app.state().messages.word("search-field", field).to_owned();
            assert!(app.shows(&field), "the passage names its field: {}", app.names());
            app.press(Key::Enter);
            let session = app.first_session();
            let route = Route::Negotiation { session, tab };
            assert_eq!(app.state().navigation.current(), &route, "{words}");
            assert!(app.state().modal.is_none());
        }
        let mut app = palette(language);
        app.type_text("weekend");
        app.press(Key::Enter);
        let person = app.first_person();
        assert_eq!(app.state().navigation.current(), &Route::counterpart(person));
    }
}

#[test]
fn a_name_stands_before_the_text_and_its_negotiations_follow() {
    for language in BOTH {
        let mut app = palette(language);
        app.type_text("yue lin");
        let person = hit(&app, "counterpart", "Lin Yue");
        let session = hit(&app, "negotiation", "Harbour pilot");
        let top = |name: &str| app.harness.get_by_label(name).rect().top();
        assert!(top(&person) < top(&session));
        app.press(Key::ArrowDown);
        app.press(Key::Enter);
        assert!(matches!(app.state().navigation.current(), Route::Negotiation { .. }));
    }
}

#[test]
fn a_search_that_led_somewhere_is_offered_again_and_can_be_removed() {
    for language in BOTH {
        let mut app = palette(language);
        app.type_text("weekend");
        app.press(Key::Enter);
        app.shortcut(Key::K);
        app.type_text("no such thing");
        app.press(Key::Escape);
        let mut app = app.restart();
        app.shortcut(Key::K);
        let again = app.tr("search-again", &[("text", Arg::from("weekend"))]);
        app.click(&again);
        assert!(app.has(&hit(&app, "counterpart", "Lin Yue")));
        app.type_text(" sails");
        assert!(app.has(&hit(&app, "counterpart", "Lin Yue")), "the cursor stands at the end");
        app.press(Key::Escape);
        app.shortcut(Key::K);
        app.press(Key::Delete);
        assert!(!app.has(&again));
        assert_eq!(app.state().preferences.drafts.recent_searches.iter().count(), 0);
    }
}

#[test]
fn keys_narrow_the_list_to_one_part() {
    for language in BOTH {
        let mut app = palette(language);
        app.type_text("lin yue");
        let person = hit(&app, "counterpart", "Lin Yue");
        let session = hit(&app, "negotiation", "Harbour pilot");
        let shown = |app: &App| (app.has(&person), app.has(&session));
        assert_eq!(shown(&app), (true, true));
        for (key, expected) in [
            (Key::Num2, (true, false)),
            (Key::Num3, (false, true)),
            (Key::Num4, (false, false)),
            (Key::Num1, (true, true)),
        ] {
            app.shortcut(key);
            assert_eq!(shown(&app), expected, "{key:?}");
        }
    }
}

#[test]
fn a_sign_asks_for_commands_alone() {
    for language in BOTH {
        let mut app = palette(language);
        let settings = app.t("command-settings");
        app.type_text(&format!(">{settings}"));
        assert!(app.has(&hit(&app, "command", &settings)));
        app.press(Key::Enter);
        assert_eq!(app.state().navigation.current(), &Route::Settings);
        assert_eq!(app.state().preferences.drafts.recent_searches.iter().count(), 0);
    }
}

#[test]
fn a_tactic_is_found_by_what_the_other_side_says() {
    for language in BOTH {
        let mut app = palette(language);
        let tactic = app.state().catalog.tactics().iter().find(|card| !card.their_words.is_empty());
        let tactic = tactic.unwrap().clone();
        app.type_text(&format!("\"{}\"", tactic.their_words[0].get(language)));
        app.click(&hit(&app, "tactic", tactic.name.get(language)));
        let entry = PlaybookEntry::Tactic(tactic.id.clone());
        assert_eq!(app.state().navigation.current(), &Route::Playbook { entry });
    }
}

#[test]
fn archived_records_are_found_only_when_they_are_asked_for() {
    for language in BOTH {
        let mut app = palette(language);
        let key = app.first_person().into();
        let archive = LabelChange::Archived { on: true };
        app.update(Action::Edit(Edit::Label(vec![key], archive)));
        app.type_text("lin yue");
        let person = hit(&app, "counterpart", "Lin Yue");
        assert!(!app.has(&person));
        app.click_t("search-archived");
        assert!(app.has(&person));
        assert!(app.shows(&app.t("search-is-archived")));
    }
}

#[test]
fn tags_are_offered_as_they_are_typed() {
    for language in BOTH {
        let mut app = palette(language);
        let key = app.first_session().into();
        let tag = LabelChange::Tag { tag: "Key account".to_owned(), on: true };
        app.update(Action::Edit(Edit::Label(vec![key], tag)));
        app.type_text("tag:k");
        let offered = hit(&app, "tag", "Key account");
        assert!(app.has(&offered), "{}", app.names());
        app.press(Key::Enter);
        assert!(!app.has(&offered));
        assert!(app.has(&hit(&app, "negotiation", "Harbour pilot")));
        assert!(app.shows(&hits(&app, 1)));
    }
}

#[test]
fn nothing_found_offers_similar_names_and_a_new_counterpart() {
    for language in BOTH {
        let mut app = palette(language);
        add_person(&mut app, 8, "Hans Schmidt");
        app.type_text("schmitd");
        let none = app.tr("palette-none", &[("query", Arg::from("schmitd"))]);
        assert!(app.shows(&none));
        assert!(app.shows(&app.t("search-similar")));
        assert!(app.has(&hit(&app, "counterpart", "Hans Schmidt")));
        app.click(&app.tr("search-new-counterpart", &[("name", Arg::from("schmitd"))]));
        assert_eq!(app.work().people().len(), 3);
        let Route::Counterparts { selected: Some(id) } = *app.state().navigation.current() else {
            panic!("{:?}", app.state().navigation.current());
        };
        assert_eq!(app.work().person(id).unwrap().name, "schmitd");
    }
}

#[test]
fn what_an_input_method_composes_is_not_searched_for() {
    let mut app = palette(Language::Chinese);
    add_person(&mut app, 9, "林悦");
    let preedit = |text: &str| {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    app.type_text("林");
    let person = hit(&app, "counterpart", "林悦");
    assert!(app.has(&person));
    app.harness.event(preedit("yu"));
    app.settle();
    assert!(app.has(&person), "the list stays while the rest is composed");
    app.harness.event(Event::Ime(ImeEvent::Commit("悦".to_owned())));
    app.settle();
    assert!(app.has(&person));
    app.harness.event(preedit("cai"));
    app.settle();
    app.harness.event(Event::Ime(ImeEvent::Commit("财".to_owned())));
    app.settle();
    assert!(!app.has(&person));
}

#[test]
fn a_long_list_is_counted_and_can_be_unfolded() {
    for language in BOTH {
        let mut app = App::empty(language);
        for number in 0..60_u32 {
            add_person(&mut app, u128::from(number) + 100, &format!("Zora {number}"));
        }
        app.shortcut(Key::K);
        app.type_text("zora");
        assert!(app.shows(&app.tr("palette-more", &[("shown", 50.into()), ("count", 60.into())])));
        for _ in 0..7 {
            app.press(Key::PageDown);
        }
        assert!(app.has(&app.tr("search-show-more", &[("count", 10.into())])), "{}", app.names());
        app.press(Key::Enter);
        assert!(app.shows(&hits(&app, 60)));
        let drawn = app.harness.query_all_by_label_contains("Zora ").count();
        assert!(drawn < 60, "only what is in view is drawn: {drawn}");
    }
}

#[test]
fn tab_reaches_every_control_and_the_count_is_told() {
    let mut app = palette(Language::English);
    app.type_text("l");
    let mut reached = Vec::new();
    for _ in 0..20 {
        app.press(Key::Tab);
        let focused = app.harness.root().children_recursive().find(egui_kittest::Node::is_focused);
        reached.extend(focused.and_then(|node| node.accesskit_node().label()));
    }
    for name in [app.t("search-archived"), hit(&app, "counterpart", "Lin Yue")] {
        assert!(reached.contains(&name), "{name} is not among {reached:?}");
    }
    let live = app
        .harness
        .root()
        .children_recursive()
        .any(|node| node.accesskit_node().data().live() == Some(egui::accesskit::Live::Polite));
    assert!(live);
}

#[test]
fn in_a_large_library_enter_waits_for_what_was_typed() {
    let mut app = App::empty(Language::English);
    let state = &mut app.harness.state_mut().state;
    // More than are searched at once.
    for number in 0..2_100_u32 {
        let id = SessionId(Uuid::from_u128(u128::from(number) + 100));
        let meeting = counterpoint::domain::ids::MeetingId(Uuid::from_u128(9_000));
        let mut session = Session::new(id, moment(), "EUR", meeting);
        session.title = format!("Deal {number}");
        state.update(Action::Edit(Edit::AddSession(Box::new(session))));
    }
    app.update(Action::Go(Route::Today));
    app.shortcut(Key::K);
    app.harness.event(Event::Text("deal 2050".to_owned()));
    for pressed in [true, false] {
        app.harness.event(Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        });
    }
    app.wait_for("the negotiation", |app| app.state().modal.is_none());
    let session = SessionId(Uuid::from_u128(2_150));
    let tab = NegotiationTab::Plan;
    assert_eq!(app.state().navigation.current(), &Route::Negotiation { session, tab });
}
