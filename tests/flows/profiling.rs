//! How somebody thinks, worked out on their page: evidence, what to ask next, how the picture came
//! about, and who fits a filter.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{CounterpartEdit, Edit};
use counterpoint::app::route::Route;
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::evidence::{Evidence, EvidenceKind, Setting};
use counterpoint::domain::ids::{CounterpartId, EntryId};
use counterpoint::domain::profile::Certainty;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::i18n::{Arg, Language};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use jiff::civil::date;
use uuid::Uuid;

use crate::app::{App, BOTH};

/// A library with Lin Yue alone, of whom nothing is known, and her page.
fn on_page(language: Language) -> App {
    let mut app = App::with_session(language);
    app.shortcut(Key::Num2);
    app
}

fn observe(app: &mut App, number: u128, day: i8, supports: &[Quadrant], setting: Setting) {
    let evidence = Evidence {
        id: Some(EntryId(Uuid::from_u128(900 + number))),
        supports: supports.to_vec(),
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting,
        date: date(2026, 6, day),
        text: format!("Remark {number}"),
        source: String::new(),
        weight: None,
    };
    let id = app.person().id;
    let edit = Edit::Counterpart(id, CounterpartEdit::AddEvidence(evidence));
    app.update(Action::Edit(edit));
}

/// The view of the profile: a setting, or the history.
fn view(app: &App, id: &str) -> String {
    format!("{}: {}", app.t("profile-setting"), app.t(id))
}

/// The question that stands under "ask next".
fn asked(app: &App) -> String {
    let state = app.state();
    let quoted = |text: &str| app.tr("words-quoted", &[("text", Arg::from(text))]);
    state
        .catalog
        .probes()
        .iter()
        .map(|probe| probe.ask.get(state.language()).to_owned())
        .find(|question| app.has(&quoted(question)))
        .unwrap_or_else(|| panic!("no question; there are: {}", app.names()))
}

fn heard(app: &App, quadrant: Quadrant) -> String {
    app.tr("ask-next-heard-name", &[("letter", Arg::from(quadrant.letter()))])
}

#[test]
fn the_answer_to_a_question_becomes_evidence_with_one_click_and_enter() {
    for language in BOTH {
        let mut app = on_page(language);
        let question = asked(&app);
        assert!(!app.has(&heard(&app, Quadrant::A)), "quiet until it is asked for");
        app.click_t("ask-next-listen");
        // While nothing is known the first question is open to all four.
        for quadrant in Quadrant::ALL {
            assert!(app.has(&heard(&app, quadrant)), "{quadrant}");
        }
        assert!(app.shows(&app.t("ask-next-worth-much")));
        let name = heard(&app, Quadrant::C);
        app.click(&name);
        let id = app.person().id;
        assert_eq!(app.person().evidence, [], "nothing is noted by itself");
        let draft = app.state().preferences.drafts.evidence[&id].clone();
        assert_eq!((draft.supports.as_slice(), &draft.source), (&[Quadrant::C][..], &question));
        let offer = app.tr("heard-take-name", &[("what", "".into())]);
        assert!(!app.shows(offer.trim()), "our own words suggest nothing");
        // What stands there is marked, so their words take its place.
        app.type_text("My team would carry it");
        app.press(Key::Enter);
        let person = app.person();
        let [noted] = person.evidence.as_slice() else { panic!("{:?}", person.evidence) };
        assert_eq!(noted.text, "My team would carry it");
        assert_eq!((noted.kind, noted.setting), (EvidenceKind::Quote, Setting::Normal));
        assert_eq!(noted.supports, [Quadrant::C]);
        assert_eq!(noted.source, question);
        assert_ne!(asked(&app), question, "what was asked comes last from now on");
    }
}

#[test]
fn what_was_half_typed_survives_an_answer_that_is_put_into_the_entry() {
    let mut app = on_page(Language::English);
    app.type_into_t("evidence-add-heard", "Half a thought");
    app.click_t("ask-next-listen");
    let name = heard(&app, Quadrant::A);
    app.click(&name);
    let id = app.person().id;
    let drafts = &app.state().preferences.drafts;
    assert_eq!(drafts.cancelled_evidence[&id].text, "Half a thought");
    app.press(Key::Enter);
    app.click_t("evidence-restore");
    assert!(app.shows("Half a thought"));
}

#[test]
fn another_question_is_there_and_they_come_round() {
    let mut app = on_page(Language::English);
    let first = asked(&app);
    let mut seen = vec![first.clone()];
    for _ in 0..app.state().catalog.probes().len() {
        app.click_t("ask-next-another");
        seen.push(asked(&app));
    }
    assert_eq!(seen.last(), Some(&first));
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), app.state().catalog.probes().len(), "each of them once");
}

#[test]
fn the_question_goes_with_what_is_known() {
    let mut app = on_page(Language::English);
    for (number, quadrant) in [Quadrant::A, Quadrant::C].into_iter().cycle().take(6).enumerate() {
        observe(&mut app, number as u128, 1, &[quadrant], Setting::Normal);
    }
    let question = asked(&app);
    let probes = app.state().catalog.probes();
    let probe = probes.iter().find(|probe| probe.ask.en == question).unwrap();
    assert_eq!(probe.between, [Quadrant::A, Quadrant::C], "A and C are level: {question}");
}

#[test]
fn how_the_picture_came_about_is_told_step_by_step() {
    for language in BOTH {
        let mut app = on_page(language);
        app.click(&view(&app, "profile-over-time"));
        assert!(app.shows(&app.t("history-empty")));
        for (number, day) in [(1, 9), (2, 2), (3, 12)] {
            observe(&mut app, number, day, &[Quadrant::C], Setting::Normal);
        }
        observe(&mut app, 4, 12, &[Quadrant::B], Setting::Pressure);
        let messages = &app.state().messages;
        let word = |certainty: Certainty, letter: &str| {
            let word = Arg::from(messages.word("certainty", certainty.id()));
            app.tr("profile-word-short", &[("certainty", word), ("letter", letter.into())])
        };
        let turn = |day, word: String| {
            let day = Arg::from(messages.date(date(2026, 6, day)));
            app.tr("history-turn", &[("date", day), ("word", word.into())])
        };
        let (leaning, likely) = (word(Certainty::Leaning, "C"), word(Certainty::Likely, "C"));
        // The spoken summary says when the word turned.
        assert!(app.shows(&turn(2, leaning.clone())), "{}", app.names());
        assert!(app.shows(&turn(12, likely.clone())), "{}", app.names());
        assert!(app.shows(&turn(12, word(Certainty::Leaning, "B"))), "the other setting as well");

        // The keyboard walks over the steps, from the newest back.
        let step = |app: &App, number: u32, day: i8| {
            let text = format!("Remark {number}");
            let day = Arg::from(app.state().messages.date(date(2026, 6, day)));
            app.tr("history-step", &[("date", day), ("text", text.into())])
        };
        let first = turn(2, leaning);
        app.harness.get_all_by_label_contains(&first).next().unwrap().focus();
        app.settle();
        assert!(app.has(&step(&app, 3, 12)), "{}", app.names());
        app.press(Key::ArrowLeft);
        assert!(app.has(&step(&app, 1, 9)), "{}", app.names());
        app.press(Key::Home);
        assert!(app.has(&step(&app, 2, 2)), "{}", app.names());
        app.press(Key::ArrowLeft);
        assert!(app.has(&step(&app, 2, 2)), "the first stays the first");
        app.press(Key::End);
        assert!(app.has(&step(&app, 3, 12)), "{}", app.names());

        // The same as a table.
        app.click_t("history-as-table");
        for (number, day) in [(1, 9), (2, 2), (3, 12), (4, 12)] {
            assert!(app.shows(&step(&app, number, day)), "{}", app.names());
        }
        app.click(&view(&app, "setting-normal"));
        assert!(!app.shows(&app.t("history-caption")));
    }
}

#[test]
fn the_view_of_the_profile_outlives_the_program() {
    let mut app = on_page(Language::English);
    observe(&mut app, 1, 2, &[Quadrant::C], Setting::Normal);
    app.click(&view(&app, "profile-over-time"));
    let app = app.restart();
    assert!(app.shows(&app.t("history-caption")));
}

#[test]
fn words_suggest_a_letter_and_only_the_user_marks_it() {
    let mut app = on_page(Language::English);
    let words = "How will my people feel about this? I worry about their feelings.";
    app.type_into_t("evidence-add-heard", words);
    let id = app.person().id;
    let supports = |app: &App| app.state().preferences.drafts.evidence[&id].supports.clone();
    assert!(supports(&app).is_empty(), "nothing is marked by itself");
    let suggests =
        app.tr("heard-suggests", &[("letter", "C".into()), ("name", "Interpersonal".into())]);
    app.wait_for("the suggestion", |app| app.shows(&suggests));
    app.harness.key_press_modifiers(Modifiers::ALT, Key::Num3);
    app.settle();
    assert_eq!(supports(&app), [Quadrant::C]);
    assert_eq!(app.person().evidence, [], "taking a suggestion is not adding it");
    app.press(Key::Enter);
    assert_eq!(app.person().evidence[0].supports, [Quadrant::C]);
}

#[test]
fn the_answers_to_the_questionnaire_are_one_row_that_leads_to_them() {
    for language in BOTH {
        let mut app = on_page(language);
        let id = app.person().id;
        let items: Vec<String> =
            app.state().catalog.questionnaire().iter().map(|item| item.id.clone()).collect();
        for (number, item) in items.iter().take(17).enumerate() {
            let evidence = Evidence {
                id: Some(EntryId(Uuid::from_u128(500 + number as u128))),
                supports: if number < 14 { vec![Quadrant::B] } else { Vec::new() },
                against: Vec::new(),
                kind: EvidenceKind::Questionnaire,
                setting: Setting::Normal,
                date: date(2026, 6, 3),
                text: String::new(),
                source: item.clone(),
                weight: Some(0.125),
            };
            let edit = CounterpartEdit::AddEvidence(evidence);
            app.update(Action::Edit(Edit::Counterpart(id, edit)));
        }
        let all = items.len();
        let row = app.tr("evidence-questionnaire-row", &[("done", 17.into()), ("all", all.into())]);
        assert!(app.has(&row), "{}", app.names());
        assert!(app.shows(&app.tr("evidence-questionnaire-unsure", &[("count", 3.into())])));
        assert!(!app.shows(&app.t("evidence-no-text")), "not one row for each");
        app.click_t("evidence-questionnaire-open");
        assert_eq!(app.state().navigation.current(), &Route::questionnaire(Some(id)));
    }
}

/// Ids of the people in the list, whatever their order.
fn listed(app: &App) -> Vec<CounterpartId> {
    let library = app.state().library.as_ref().unwrap();
    library.lists.people.latest().unwrap().shown_ids.to_vec()
}

#[test]
fn people_are_found_by_quadrant_and_by_how_sure_it_is() {
    for language in BOTH {
        let mut app = App::sample(language);
        app.shortcut(Key::Num2);
        let everybody = listed(&app);
        let fits = |app: &App, id: CounterpartId, quadrant: Option<Quadrant>, word: Certainty| {
            let person = app.work().person(id).unwrap();
            let reading = &person.reading.normal;
            reading.certainty == word && quadrant.is_none_or(|one| reading.leading == Some(one))
        };
        let count = everybody.iter().filter(|id| fits(&app, **id, None, Certainty::Likely)).count();
        assert!(count > 1, "the sample has people who are likely something");
        app.click_t("list-filter-more");
        let word = app.t("certainty-likely");
        let args = [("word", Arg::from(&word)), ("count", count.into())];
        app.click(&app.tr("people-certainty", &args));
        let likely = listed(&app);
        assert_eq!(likely.len(), count);
        let quadrant = Quadrant::ALL
            .into_iter()
            .find(|one| likely.iter().any(|id| fits(&app, *id, Some(*one), Certainty::Likely)))
            .unwrap();
        let both = everybody
            .iter()
            .filter(|id| fits(&app, **id, Some(quadrant), Certainty::Likely))
            .count();
        let state = app.state();
        let name = state.catalog.quadrant(quadrant).name.get(language);
        let args = [("name", Arg::from(name)), ("count", both.into())];
        app.click(&app.tr("counterparts-only", &args));
        assert_eq!(listed(&app).len(), both);

        // The filter is still there the next day, and one click takes all of it away.
        let mut app = app.restart();
        app.shortcut(Key::Num2);
        assert_eq!(listed(&app).len(), both);
        app.click_t("people-clear-all");
        assert_eq!(listed(&app), everybody);
    }
}

#[test]
fn one_filter_is_taken_off_and_the_other_stays() {
    let mut app = App::sample(Language::English);
    app.shortcut(Key::Num2);
    app.click_t("list-filter-more");
    let count = app
        .work()
        .people()
        .iter()
        .filter(|person| person.reading.normal.certainty == Certainty::Likely)
        .count();
    let word = app.t("certainty-likely");
    let args = [("word", Arg::from(&word)), ("count", count.into())];
    app.click(&app.tr("people-certainty", &args));
    app.type_into_t("counterparts-filter", "a");
    app.click(&app.tr("people-clear-certainty", &[("word", Arg::from(&word))]));
    let filter = &app.state().preferences.drafts.counterpart_filter;
    assert_eq!((filter.certainty, filter.text.as_str()), (None, "a"));
}

#[test]
fn a_thousand_observations_stay_quick_to_show() {
    let mut app = on_page(Language::English);
    let mut person: Counterpart = app.person();
    let days = date(2026, 1, 1).series(jiff::Span::new().days(1));
    let quadrants = Quadrant::ALL.into_iter().cycle();
    for ((number, day), quadrant) in (0..1000_u128).zip(days).zip(quadrants) {
        person.evidence.push(Evidence {
            id: Some(EntryId(Uuid::from_u128(10_000 + number))),
            supports: vec![quadrant],
            against: Vec::new(),
            kind: EvidenceKind::Quote,
            setting: Setting::Normal,
            date: day,
            text: format!("Remark {number}"),
            source: String::new(),
            weight: None,
        });
    }
    person.id = CounterpartId(Uuid::from_u128(8));
    "Chen Bo".clone_into(&mut person.name);
    app.update(Action::Edit(Edit::AddCounterpart(Box::new(person))));
    app.update(Action::Go(Route::counterpart(CounterpartId(Uuid::from_u128(8)))));
    let removes = app.names().matches("Remove: Remark").count();
    assert!((1..30).contains(&removes), "{removes} rows are drawn of a thousand");
    app.click(&view(&app, "profile-over-time"));
    app.wait_for("the history", |app| app.shows(&app.t("history-caption")));
    app.click_t("history-as-table");
    app.settle();
}
