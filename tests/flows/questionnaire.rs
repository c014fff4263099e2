//! The questionnaire, with the keyboard alone: about me and about a counterpart, on the screen and
//! from paper, given up and taken up again.

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::route::Route;
use counterpoint::domain::evidence::{Evidence, EvidenceKind, Setting};
use counterpoint::domain::profile::Certainty;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::questionnaire::Respondent;
use counterpoint::i18n::{Arg, Language};
use egui::{Event, Key};

use crate::app::{App, BOTH};

/// My answers, or those of the only person.
fn answers(app: &App, mine: bool) -> Vec<Evidence> {
    let all =
        if mine { app.work().library().owner.evidence.clone() } else { app.person().evidence };
    all.into_iter().filter(|one| one.kind == EvidenceKind::Questionnaire).collect()
}

fn supports(answers: &[Evidence]) -> Vec<Option<Quadrant>> {
    answers.iter().map(|one| one.supports.first().copied()).collect()
}

/// The quadrant of the first or second choice of an item.
fn quadrant(app: &App, item: usize, choice: usize) -> Quadrant {
    app.state().catalog.questionnaire()[item].choices[choice].quadrant
}

fn progress(app: &App, done: usize) -> String {
    app.tr("questionnaire-progress", &[("done", Arg::from(done)), ("all", Arg::from(24_usize))])
}

fn item(app: &App, number: usize) -> String {
    app.tr("questionnaire-item", &[("number", Arg::from(number)), ("all", Arg::from(24_usize))])
}

/// The words of an item with one of its choices, as the page names them.
fn option(app: &App, index: usize, choice: usize, respondent: Respondent) -> String {
    let language = app.state().language();
    let item = &app.state().catalog.questionnaire()[index];
    let stem = item.stem_by(respondent).get(language);
    let choice = item.choices[choice].text_by(respondent).get(language);
    app.tr("questionnaire-answer", &[("stem", Arg::from(stem)), ("choice", Arg::from(choice))])
}

/// Someone with a name, on the page of the questionnaire about them.
fn about_somebody(language: Language) -> App {
    let mut app = App::empty(language);
    app.shortcut(Key::P);
    app.type_into_t("counterpart-name", "Lin Yue");
    app.press(Key::Enter);
    app.update(Action::Command(UiCommand::Questionnaire));
    let person = Some(app.first_person());
    assert_eq!(app.state().navigation.current(), &Route::Questionnaire { person });
    app
}

#[test]
fn my_own_answers_are_given_with_single_keys_and_go_on_after_a_restart() {
    for language in BOTH {
        let mut app = App::empty(language);
        app.update(Action::Command(UiCommand::DescribeMyself));
        // The cursor is in the name; Enter leads to the first answer.
        app.type_text("Zhou Hang 1");
        app.press(Key::Enter);
        assert!(app.shows(&item(&app, 1)));
        app.type_text("1");
        // Faster than frames are drawn.
        app.harness.event(Event::Text("2".to_owned()));
        app.type_text("0");
        assert_eq!(app.work().library().owner.name, "Zhou Hang 1", "digits in a name stay there");
        assert!(app.shows(&progress(&app, 3)) && app.shows(&item(&app, 4)));
        let expected = [Some(quadrant(&app, 0, 0)), Some(quadrant(&app, 1, 1)), None];
        assert_eq!(supports(&answers(&app, true)), expected);

        let mut app = app.restart();
        assert_eq!(app.state().navigation.current(), &Route::Myself);
        assert!(app.shows(&item(&app, 4)), "it goes on at the first open item");

        // Back to the third, another answer; then on to the first open one.
        app.press(Key::Backspace);
        assert!(app.shows(&item(&app, 3)));
        app.type_text("1");
        assert_eq!(supports(&answers(&app, true))[2], Some(quadrant(&app, 2, 0)));
        assert!(app.shows(&item(&app, 4)));
        app.press(Key::ArrowRight);
        assert!(app.shows(&item(&app, 5)), "one can be left open");
        app.press(Key::Num2);
        app.press(Key::ArrowLeft);
        app.press(Key::ArrowLeft);
        assert!(app.shows(&item(&app, 4)));

        // Each answer is a step of undo.
        app.shortcut(Key::Z);
        assert_eq!(answers(&app, true).len(), 3);
        app.shortcut(Key::Z);
        assert_eq!(supports(&answers(&app, true))[2], None, "the earlier answer is back");
        assert!(app.shows(&progress(&app, 3)));
    }
}

#[test]
fn when_all_is_answered_the_profile_is_named_with_what_it_rests_on() {
    for language in BOTH {
        let mut app = App::empty(language);
        app.update(Action::Command(UiCommand::DescribeMyself));
        app.press(Key::Enter);
        // Always A where it is offered; of the other pairs the last one is unknown.
        for index in 0..24 {
            let a = (0..2).find(|choice| quadrant(&app, index, *choice) == Quadrant::A);
            let sign = match (a, index) {
                (Some(choice), _) => (choice + 1).to_string(),
                (None, 23) => "0".to_owned(),
                (None, _) => "1".to_owned(),
            };
            assert!(app.shows(&item(&app, index + 1)), "{index}: {}", app.names());
            app.type_text(&sign);
        }
        let reading = app.work().my_reading().normal;
        assert_eq!(reading.leading, Some(Quadrant::A));
        assert!((reading.profile.weight - 23.0 * 0.125).abs() < 1e-9);
        assert!(app.shows(&progress(&app, 24)));
        let rests = [
            ("known", Arg::from(23_usize)),
            ("unsure", Arg::from(1_usize)),
            ("percent", Arg::from(app.state().messages.percent(1.0))),
        ];
        let rests = app.tr("questionnaire-rests", &rests);
        assert!(app.shows(&rests), "{rests:?} is not among {}", app.names());
        assert!(app.shows(&app.t("questionnaire-honest")));

        // From the end back to the last one, which is changed; that leads to the end again.
        app.press(Key::Backspace);
        assert!(app.shows(&item(&app, 24)));
        app.type_text("2");
        assert_eq!(supports(&answers(&app, true))[23], Some(quadrant(&app, 23, 1)));
        assert!(app.has(&app.t("questionnaire-look-over")));

        // All of it can be taken back, and that too.
        app.click_t("questionnaire-take-back");
        assert!(answers(&app, true).is_empty());
        assert!(app.shows(&item(&app, 1)));
        app.shortcut(Key::Z);
        assert_eq!(answers(&app, true).len(), 24);
    }
}

#[test]
fn what_i_answer_about_somebody_counts_half_and_dont_know_nothing() {
    for language in BOTH {
        let mut app = about_somebody(language);
        assert!(app.has(&option(&app, 0, 0, Respondent::Observer)), "{}", app.names());
        let percent = [("percent", Arg::from(app.state().messages.percent(0.5)))];
        assert!(app.shows(&app.tr("questionnaire-counts-observer", &percent)));
        for sign in ["1", "0", "2"] {
            app.type_text(sign);
        }
        let given = answers(&app, false);
        let expected = [Some(quadrant(&app, 0, 0)), None, Some(quadrant(&app, 2, 1))];
        assert_eq!(supports(&given), expected);
        assert!(given.iter().all(|one| one.weight == Some(0.0625)));
        assert_eq!(given[0].text, option(&app, 0, 0, Respondent::Observer));
        let normal = |app: &App| app.work().reading(app.first_person()).unwrap().normal;
        assert!((normal(&app).profile.weight - 0.125).abs() < 1e-9);
        assert_eq!(normal(&app).certainty, Certainty::Unknown);

        // They answered themselves after all: full weight, in their words.
        let who = format!("{}: {}", app.t("questionnaire-who"), app.t("respondent-person"));
        app.click(&who);
        assert_eq!(answers(&app, false)[0].weight, Some(0.0625), "looking changes nothing");
        app.click_t("cancel");
        app.click(&who);
        app.click_t("questionnaire-recount-do");
        let given = answers(&app, false);
        assert!(given.iter().all(|one| one.weight == Some(0.125)));
        assert_eq!(given[0].text, option(&app, 0, 0, Respondent::Person));
        app.shortcut(Key::Z);
        assert_eq!(answers(&app, false)[0].weight, Some(0.0625));

        // Under pressure is a questionnaire of its own.
        let pressure = app.state().messages.word("setting", Setting::Pressure.id()).to_owned();
        app.click(&format!("{}: {pressure}", app.t("profile-setting")));
        assert!(app.shows(&progress(&app, 0)));
        app.type_text("1");
        assert_eq!(answers(&app, false).last().unwrap().setting, Setting::Pressure);
        let app = app.restart();
        assert!(app.shows(&progress(&app, 1)), "{}", app.names());
        assert!(app.shows(&item(&app, 2)));
    }
}

#[test]
fn a_sheet_of_paper_is_typed_through_and_saved_in_one_step() {
    for language in BOTH {
        let mut app = about_somebody(language);
        app.click_t("questionnaire-enter");
        let percent = [("percent", Arg::from(app.state().messages.percent(1.0)))];
        assert!(app.shows(&app.tr("questionnaire-counts-person", &percent)), "paper is theirs");
        app.type_text("abz");
        let fault = app.tr("questionnaire-fault-sign", &[("sign", Arg::from("z"))]);
        assert!(app.shows(&fault), "{}", app.names());
        app.type_text("a");
        app.press(Key::Backspace);
        app.type_text("0");
        // The key is more than its sign: it must not act on the box as well.
        app.harness.event(Event::Text(" ".to_owned()));
        app.press(Key::Space);
        app.type_text("2");
        assert!(answers(&app, false).is_empty(), "nothing is saved before it is said");

        // Half typed, it is there after a restart.
        let mut app = app.restart();
        let save = |app: &App, count: usize| {
            app.tr("questionnaire-enter-do", &[("count", Arg::from(count))])
        };
        assert!(app.has(&save(&app, 4)), "{}", app.names());
        // The cursor waits in the first box without an answer, which is the fourth.
        app.type_text("1");
        app.press(Key::Enter);
        let given = answers(&app, false);
        let q = |item, choice| Some(quadrant(&app, item, choice));
        assert_eq!(supports(&given), [q(0, 0), q(1, 1), None, q(3, 0), q(4, 1)]);
        assert!(given.iter().all(|one| one.weight == Some(0.125)));
        assert!(app.shows(&item(&app, 6)), "it goes on at the first open item");
        app.shortcut(Key::Z);
        assert!(answers(&app, false).is_empty());
    }
}

#[test]
fn a_sheet_of_paper_is_pasted() {
    for language in BOTH {
        let mut app = about_somebody(language);
        app.click_t("questionnaire-enter");
        app.harness.event(Event::Paste("1a 2b 3- 30a 2a".to_owned()));
        app.settle();
        let number = |number: &str| ("number", Arg::from(number.to_owned()));
        let item =
            app.tr("questionnaire-fault-item", &[number("30"), ("all", Arg::from(24_usize))]);
        let twice = app.tr("questionnaire-fault-twice", &[number("2")]);
        assert!(app.shows(&item) && app.shows(&twice), "{}", app.names());
        app.harness.event(Event::Paste("24b 1a 2b 3-".to_owned()));
        app.settle();
        assert!(!app.shows(&item));
        // Looking at the situations in between loses nothing that was typed.
        app.click_t("questionnaire-enter");
        app.click_t("questionnaire-enter");
        app.click(&app.tr("questionnaire-enter-do", &[("count", Arg::from(4_usize))]));
        let given = answers(&app, false);
        let expected = [
            Some(quadrant(&app, 0, 0)),
            Some(quadrant(&app, 1, 1)),
            None,
            Some(quadrant(&app, 23, 1)),
        ];
        assert_eq!(supports(&given), expected);
        let sources: Vec<_> = given.iter().map(|one| one.source.clone()).collect();
        let items = app.state().catalog.questionnaire();
        assert_eq!(sources, [0, 1, 2, 23].map(|item| items[item].id.clone()));
    }
}

#[test]
fn the_sheet_is_printed_beside_others_and_never_over_them() {
    for language in BOTH {
        let mut app = about_somebody(language);
        let written = |app: &App| {
            let files = std::fs::read_dir(app.folder.path()).unwrap();
            let names = files.map(|file| file.unwrap().path());
            let mut pages: Vec<_> =
                names.filter(|path| path.extension().is_some_and(|kind| kind == "html")).collect();
            pages.sort();
            pages
        };
        for count in 1..=2 {
            app.click_t("questionnaire-print");
            app.wait_for("the printed page", |app| written(app).len() == count);
        }
        for path in written(&app) {
            let page = std::fs::read_to_string(&path).unwrap();
            assert!(path.to_string_lossy().contains("Lin Yue"), "{}", path.display());
            assert!(page.contains("<bdi>Lin Yue</bdi>") && page.matches("<li>").count() == 48);
        }
        app.wait_for("the word that it is saved", |app| app.shows(".html"));
    }
}

#[test]
fn single_keys_are_not_taken_while_a_window_lies_over_the_page() {
    let mut app = about_somebody(Language::English);
    app.press(Key::F1);
    app.type_text("1");
    app.press(Key::Num1);
    app.press(Key::Escape);
    assert!(answers(&app, false).is_empty());
    app.type_text("1");
    assert_eq!(answers(&app, false).len(), 1);
}

#[test]
fn nobody_reads_ids_of_items() {
    for language in BOTH {
        let mut app = about_somebody(language);
        app.type_text("1");
        app.update(Action::Go(Route::Settings));
        let item = &app.state().catalog.questionnaire()[0];
        let (id, words) = (item.id.clone(), item.stem_other.get(language).to_owned());
        for (typed, finds) in [(id, false), (words, true)] {
            app.update(Action::Command(UiCommand::Search));
            app.type_text(&typed);
            assert_eq!(app.shows("Lin Yue"), finds, "{typed}: {}", app.names());
            app.press(Key::Escape);
        }
    }
}
