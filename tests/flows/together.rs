//! People together: advice for the pair, several people side by side, whom to win first.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{CounterpartEdit, Edit, SessionEdit};
use counterpoint::app::route::{NegotiationTab, PlaybookEntry, Route};
use counterpoint::content::responses::Moment;
use counterpoint::domain::compatibility::{PairOdds, likely_pairs};
use counterpoint::domain::evidence::{Evidence, EvidenceKind, Setting};
use counterpoint::domain::group::order_to_win;
use counterpoint::domain::ids::{CounterpartId, EntryId, SessionId};
use counterpoint::domain::phase::Phase;
use counterpoint::domain::profile::Certainty;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::session::Session;
use counterpoint::i18n::{Arg, Language};
use counterpoint::store::record::Record;
use egui::Key;
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use uuid::Uuid;

use crate::app::{App, BOTH};

/// The pairs that a person and I may be.
fn pairs(app: &App, person: CounterpartId) -> Vec<PairOdds> {
    let them = &app.work().reading(person).unwrap().normal;
    likely_pairs(&app.work().my_reading().normal.p_largest, &them.p_largest)
}

/// People of whom something is known, and who is surely the same pair with me.
fn somebody(app: &App) -> (CounterpartId, PairOdds) {
    let known = app.work().people().iter().filter(|person| {
        let reading = &person.reading.normal;
        reading.certainty != Certainty::Unknown && pairs(app, person.id).len() == 1
    });
    let id = known.map(|person| person.id).next().expect("somebody known");
    (id, pairs(app, id)[0])
}

fn name(app: &App, person: CounterpartId) -> String {
    app.state().messages.name_of(app.work().person(person).unwrap())
}

/// The sample's negotiation with three people.
fn table(app: &App) -> Session {
    let sessions = app.work().negotiations().iter();
    let id = sessions.max_by_key(|session| session.counterparts.len()).unwrap().id;
    session(app, id)
}

fn session(app: &App, id: SessionId) -> Session {
    match app.record(id.into()) {
        Record::Session(session) => Session::clone(&session),
        other => panic!("{other:?}"),
    }
}

fn moment_name(app: &App, moment: Moment) -> String {
    let word = app.state().messages.word("moment", moment.id());
    format!("{}: {word}", app.t("respond-title"))
}

fn quote(number: u128, quadrant: Quadrant) -> Evidence {
    Evidence {
        id: Some(EntryId(Uuid::from_u128(number))),
        supports: vec![quadrant],
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting: Setting::Normal,
        date: date(2026, 6, 1),
        text: format!("said {number}"),
        source: String::new(),
        weight: None,
    }
}

#[test]
fn each_moment_has_advice_for_this_pair_and_a_sentence_to_copy() {
    for language in BOTH {
        let mut app = App::sample(language);
        let (person, pair) = somebody(&app);
        app.update(Action::Go(Route::counterpart(person)));
        for moment in Moment::ALL {
            app.click(&moment_name(&app, moment));
            let advice = app.state().catalog.response(pair.me, pair.them).at(moment).clone();
            assert!(app.shows(advice.how.get(language)), "{moment:?}");
            let said = advice.say.get(language).to_owned();
            app.click(&app.tr("say-copy", &[("text", Arg::from(&said))]));
            assert!(app.has(&app.tr("say-copied", &[("text", Arg::from(&said))])));
        }
    }
}

#[test]
fn each_phase_says_what_to_say_instead() {
    for language in BOTH {
        let mut app = App::sample(language);
        let (person, pair) = somebody(&app);
        app.update(Action::Go(Route::counterpart(person)));
        let percent = app.state().messages.percent(pair.p);
        let args = [
            ("me", Arg::from(pair.me.letter())),
            ("them", Arg::from(pair.them.letter())),
            ("percent", Arg::from(percent)),
        ];
        assert!(app.shows(&app.tr("pair-likeliest", &args)));
        for phase in Phase::ALL {
            let word = app.state().messages.word("phase", phase.id());
            app.click(&format!("{}: {word}", app.t("compatibility-title")));
            let wording = app.state().catalog.rewording(pair.me, pair.them, phase).clone();
            assert!(app.shows(wording.tend.get(language)), "{phase:?}");
            assert!(app.shows(wording.instead.get(language)), "{phase:?}");
        }
    }
}

#[test]
fn of_somebody_between_two_quadrants_both_pairs_are_offered() {
    for language in BOTH {
        let mut app = App::sample(language);
        let unknown = app.work().people().iter().find(|person| person.observations() == 0);
        let person = unknown.expect("somebody unknown").id;
        app.update(Action::Go(Route::counterpart(person)));
        let open = app.state().catalog.probes().iter().filter(|probe| probe.between.len() == 4);
        let asks: Vec<String> = open.map(|probe| probe.ask.get(language).to_owned()).collect();
        assert!(asks.len() > 1 && asks.iter().all(|ask| app.shows(ask)));

        for (number, quadrant) in [(1, Quadrant::B), (2, Quadrant::C)] {
            let add = CounterpartEdit::AddEvidence(quote(number, quadrant));
            app.update(Action::Edit(Edit::Counterpart(person, add)));
        }
        let pairs = pairs(&app, person);
        assert_eq!(pairs.len(), 2, "{pairs:?}");
        for pair in [pairs[1], pairs[0]] {
            let args = [
                ("me", Arg::from(pair.me.letter())),
                ("them", Arg::from(pair.them.letter())),
                ("percent", Arg::from(app.state().messages.percent(pair.p))),
            ];
            app.click(&app.tr("pair-option-spoken", &args));
            let summary = &app.state().catalog.pair(pair.me, pair.them).summary;
            assert!(app.shows(summary.get(language)), "both cards follow");
            app.click(&moment_name(&app, Moment::Argue));
            let advice = app.state().catalog.response(pair.me, pair.them).argue.clone();
            assert!(app.shows(advice.say.get(language)));
        }
    }
}

#[test]
fn while_i_am_unknown_the_advice_is_for_their_quadrant() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let person = app.first_person();
        for number in 1..=4 {
            let add = CounterpartEdit::AddEvidence(quote(number, Quadrant::D));
            app.update(Action::Edit(Edit::Counterpart(person, add)));
        }
        app.update(Action::Go(Route::counterpart(person)));
        app.click(&moment_name(&app, Moment::Objection));
        let objection = &app.state().catalog.moments(Quadrant::D).objection;
        assert!(app.shows(objection.get(language)));
        app.click_t("compatibility-describe-me");
        assert_eq!(*app.state().navigation.current(), Route::Myself);
    }
}

#[test]
fn in_a_meeting_the_sentences_of_the_phase_are_at_hand() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let (person, id) = (app.first_person(), app.session().id);
        for number in 1..=6 {
            let add = CounterpartEdit::AddEvidence(quote(number, Quadrant::D));
            app.update(Action::Edit(Edit::Counterpart(person, add)));
        }
        app.update(Action::Edit(Edit::Session(id, SessionEdit::AddCounterpart(person))));
        app.click_tab("negotiation-tab-meeting");
        let sentence = app.state().catalog.quadrant(Quadrant::D).sentences[0].get(language);
        assert!(app.shows(sentence), "of me nothing is known");
    }
    for language in BOTH {
        let mut app = App::sample(language);
        let id = app.busiest_session();
        app.update(Action::Go(Route::Negotiation { session: id, tab: NegotiationTab::Meeting }));
        app.click_t("meeting-start");
        let meeting = session(&app, id);
        let phase = meeting.current_meeting().unwrap().phase;
        assert_eq!(phase, Phase::Opening);
        let pair = pairs(&app, meeting.counterparts[0])[0];
        let catalog = &app.state().catalog;
        let instead = &catalog.rewording(pair.me, pair.them, phase).instead;
        assert!(app.shows(instead.get(language)));
        let say = &catalog.response(pair.me, pair.them).open.say;
        assert!(app.shows(say.get(language)));
    }
}

#[test]
fn two_chosen_people_stand_side_by_side_and_more_on_a_map() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.shortcut(Key::Num2);
        app.click_t("list-choose-people");
        let order: Vec<CounterpartId> =
            app.work().people().iter().map(|person| person.id).take(3).collect();
        for id in &order[..2] {
            let args = [("name", Arg::from(name(&app, *id)))];
            app.click(&app.tr("list-choose-row", &args));
        }
        app.click_t("command-side-by-side");
        let both = [("one", name(&app, order[0])), ("other", name(&app, order[1]))];
        let args = both.each_ref().map(|(key, name)| (*key, Arg::from(name)));
        assert!(app.shows(&app.tr("together-title-two", &args)));
        assert!(app.shows(&app.t("together-differences")));

        app.click_t("together-add");
        let third = name(&app, order[2]);
        let own_name = app.work().person(order[2]).unwrap().name.clone();
        app.type_into_t("together-find-person", &own_name);
        app.press(Key::Enter);
        assert!(app.shows(&app.tr("together-title", &[("count", Arg::from(3))])));
        assert!(app.shows(&app.t("together-map")));
        app.click(&app.tr("together-remove", &[("name", Arg::from(&third))]));
        assert!(app.shows(&app.t("together-differences")));
        // Back leads to the list, not through every step of choosing.
        app.update(Action::Command(counterpoint::app::command::UiCommand::Back));
        assert!(matches!(app.state().navigation.current(), Route::Counterparts { .. }));
    }
}

#[test]
fn who_decides_is_set_on_the_plan_and_changes_the_order() {
    for language in BOTH {
        let mut app = App::sample(language);
        let before = table(&app);
        let id = before.id;
        app.update(Action::Go(Route::Negotiation { session: id, tab: NegotiationTab::Plan }));
        let readings = |app: &App| -> Vec<_> {
            let session = session(app, id);
            let member = |person: &CounterpartId| counterpoint::domain::group::Member {
                reading: app.work().reading(*person).unwrap().normal,
                influence: session.influence_of(*person),
            };
            session.counterparts.iter().map(member).collect()
        };
        let order = |app: &App| order_to_win(&app.work().my_reading().normal, &readings(app));
        let last = order(&app).last().unwrap().member;
        let person = before.counterparts[last];
        let who = name(&app, person);
        let first = |app: &App| name(app, before.counterparts[order(app)[0].member]);
        assert!(app.shows(&app.tr("together-win-first", &[("name", Arg::from(first(&app)))])));

        let word = app.t("influence-2");
        let args = [("name", Arg::from(&who)), ("word", Arg::from(&word))];
        app.click(&app.tr("influence-of", &args));
        app.click_t("influence-4");
        assert_eq!(session(&app, id).influence_of(person), 4);
        assert!(app.shows(&app.t("influence-4")));

        app.click_t("together-see-all");
        let table =
            Route::Together { people: before.counterparts.clone(), me: true, session: Some(id) };
        assert_eq!(*app.state().navigation.current(), table);
        let place = order(&app).iter().find(|one| one.member == last).unwrap().place;
        let line = app.tr(
            "together-ranked",
            &[
                ("place", Arg::from(place)),
                ("name", Arg::from(&who)),
                ("reason", Arg::from(app.t("influence-4"))),
            ],
        );
        assert!(app.shows(&line), "{line:?} is not among {}", app.names());
        let letter = app.work().reading(person).unwrap().normal.leading.unwrap();
        let cover = counterpoint::domain::group::Cover::of(&before.walk, letter);
        let word = app.state().messages.word("together-cover", cover.id());
        let need = [("letter", Arg::from(letter.letter())), ("cover", Arg::from(word))];
        assert!(app.has(&app.tr("together-need", &need)));
    }
}

#[test]
fn the_command_means_the_people_of_the_page() {
    let mut app = App::sample(Language::English);
    let command = counterpoint::app::command::UiCommand::SideBySide;
    let people = |app: &App| match app.state().navigation.current() {
        Route::Together { people, session, .. } => (people.clone(), *session),
        other => panic!("{other:?}"),
    };
    app.update(Action::Command(command));
    assert_eq!(people(&app), (Vec::new(), None));
    assert!(app.shows(&app.t("together-empty")), "the page says what to do");
    app.click_t("together-choose");
    assert!(app.state().library.as_ref().unwrap().lists.choosing_people);

    let (person, _) = somebody(&app);
    app.update(Action::Go(Route::counterpart(person)));
    app.update(Action::Command(command));
    assert_eq!(people(&app), (vec![person], None));
    assert!(app.shows(&app.t("together-for-me")));

    let table = table(&app);
    app.update(Action::Go(Route::Negotiation { session: table.id, tab: NegotiationTab::Brief }));
    app.update(Action::Command(command));
    assert_eq!(people(&app), (table.counterparts.clone(), Some(table.id)));

    // Somebody who is gone is not shown; when nobody is left the page says what to do.
    app.update(Action::Go(Route::Together { people: vec![person], me: false, session: None }));
    app.update(Action::Edit(Edit::remove_counterpart(person)));
    assert!(app.shows(&app.t("together-empty")));
}

#[test]
fn a_pair_is_found_by_its_letters_and_by_what_is_said() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.shortcut(Key::K);
        app.type_text("b-d");
        app.press(Key::Enter);
        let pair = PlaybookEntry::Pair(Quadrant::B, Quadrant::D);
        assert_eq!(*app.state().navigation.current(), Route::Playbook { entry: pair });
        for moment in Moment::ALL {
            let content = app.state().catalog.response(Quadrant::B, Quadrant::D);
            assert!(app.shows(content.at(moment).how.get(language)), "{moment:?}");
        }
        let relation = app.state().messages.word("relation", "same").to_owned();
        let args =
            [("me", Arg::from("C")), ("them", Arg::from("C")), ("relation", Arg::from(relation))];
        app.click(&app.tr("relations-cell", &args));
        let pair = PlaybookEntry::Pair(Quadrant::C, Quadrant::C);
        assert_eq!(*app.state().navigation.current(), Route::Playbook { entry: pair });
        let said = &app.state().catalog.response(Quadrant::C, Quadrant::C).close.say;
        let said: String = said.get(language).chars().take(14).collect();
        app.type_into_t("playbook-search", &said);
        let args = [
            ("me", "C"),
            ("my-name", app.state().catalog.quadrant(Quadrant::C).name.get(language)),
            ("them", "C"),
            ("their-name", app.state().catalog.quadrant(Quadrant::C).name.get(language)),
        ];
        let title = app.tr("playbook-pair", &args.map(|(key, value)| (key, Arg::from(value))));
        assert!(app.harness.query_all_by_label_contains(&title).count() > 1);
    }
}

#[test]
fn thirty_people_stay_legible_and_a_row_leads_to_the_person() {
    for language in BOTH {
        let mut app = App::sample(language);
        let all: Vec<CounterpartId> = app.work().people().iter().map(|person| person.id).collect();
        app.update(Action::Go(Route::Together { people: all.clone(), me: true, session: None }));
        let spoken = app.names();
        for letter in ["A", "B", "C", "D"] {
            assert!(spoken.contains(letter));
        }
        let (person, _) = somebody(&app);
        let who = name(&app, person);
        let row = app.harness.query_all_by_label_contains(&who).next();
        assert!(row.is_some(), "{who}");
        let unknown = app.work().people().iter().find(|person| person.observations() == 0).unwrap();
        let names = app.state().messages.name_of(&**unknown);
        let line = app.tr("together-unknown", &[("names", Arg::from(names))]);
        assert!(app.shows(&line), "{line}");
    }
}
