//! The main job, from nothing to a saved brief, through the pages and in both languages.

use counterpoint::app::action::{Action, BriefFormat};
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::counterpart::Named;
use counterpoint::domain::outcome::{Verdict, judge};
use counterpoint::domain::potato::PotatoVerdict;
use counterpoint::domain::profile::Certainty;
use counterpoint::domain::quadrant::Quadrant;
use counterpoint::domain::session::Session;
use counterpoint::domain::walk::{Answer, QuestionId};
use counterpoint::i18n::Arg;
use egui::Key;
use rust_decimal::Decimal;

use crate::app::{App, BOTH};

fn session(app: &App) -> Session {
    app.session()
}

fn describe_myself(app: &mut App) {
    app.type_into_t("myself-name", "Zhou Hang");
    // A where it is offered, else the first choice.
    let items: Vec<(String, String)> = app
        .state()
        .catalog
        .questionnaire()
        .iter()
        .map(|item| {
            let language = app.state().language();
            let [first, second] = &item.choices;
            let choice = if second.quadrant == Quadrant::A { second } else { first };
            (item.stem.get(language).to_owned(), choice.text.get(language).to_owned())
        })
        .collect();
    for (stem, choice) in items {
        let args = [("stem", Arg::from(&stem)), ("choice", Arg::from(&choice))];
        let option = app.state().messages.with("questionnaire-answer", &args);
        app.click(&option);
    }
    app.click_t("myself-done");
}

fn add_counterpart(app: &mut App) {
    app.shortcut(Key::P);
    app.type_into_t("counterpart-name", "林悦");
    app.type_into_t("counterpart-latin-name", "Lin Yue");
    app.click_t("counterpart-edit-done");
    for (text, quadrant) in [
        ("How will my drivers feel about this?", Quadrant::C),
        ("问我家里人怎么样", Quadrant::C),
        ("Who else is on the team?", Quadrant::C),
        ("Send me the steps in order", Quadrant::B),
    ] {
        add_evidence(app, text, quadrant);
    }
}

fn add_evidence(app: &mut App, text: &str, quadrant: Quadrant) {
    app.type_into_t("evidence-add-heard", text);
    let toggle = app.evidence_toggle(quadrant);
    app.click(&toggle);
    app.type_into_t("evidence-add-heard", "");
    app.press(Key::Enter);
}

fn prepare(app: &mut App) {
    app.click_t("counterpart-prepare");
    app.type_into_t("plan-goal", "Board agenda at 1,300 or better");
    app.type_into_t("plan-target", "1,300");
    app.type_into_t("plan-limit", "1180");
    app.click_tab("negotiation-tab-walk");
    app.type_into_t("walk-pitch", "Spoiled stock fell from 3.1% to 1.2%.");
    app.answer(QuestionId::A1, Answer::Yes);
    app.answer(QuestionId::A2, Answer::Partly);
}

fn negotiate(app: &mut App) {
    app.click_tab("negotiation-tab-meeting");
    app.click_t("meeting-start");
    for offer in ["us 1480", "them 1,050", "us 1420"] {
        app.type_into_t("offer-line", offer);
        app.press(Key::Enter);
    }
    app.type_into_t("potato-claim", "今年没有预算了");
    app.press(Key::Enter);
}

#[test]
fn a_new_user_gets_from_nothing_to_a_saved_brief() {
    for language in BOTH {
        let mut app = App::first_run(language);
        app.click_t("first-empty");
        app.wait_for("the new library", |app| app.state().library.is_some());
        assert_eq!(app.state().navigation.current(), &Route::Myself);

        describe_myself(&mut app);
        assert_eq!(app.work().library().owner.name, "Zhou Hang");
        assert_eq!(app.work().my_reading().normal.leading, Some(Quadrant::A));

        add_counterpart(&mut app);
        let person = app.person();
        assert_eq!(person.full_name(), "Lin Yue (林悦)");
        let reading = app.work().reading(person.id).expect("a reading").normal;
        assert_eq!((reading.leading, reading.profile.observations), (Some(Quadrant::C), 4));
        assert!(reading.certainty > Certainty::Unknown);

        prepare(&mut app);
        assert_eq!(session(&app).counterparts, [person.id]);
        assert_eq!(session(&app).plan.target, Some(Decimal::from(1300)));
        assert_eq!(session(&app).plan.reservation, Some(Decimal::from(1180)));
        assert_eq!(session(&app).walk.answer(QuestionId::A1), Some(Answer::Yes));
        assert_eq!(session(&app).walk.answer(QuestionId::A2), Some(Answer::Partly));

        negotiate(&mut app);
        assert_eq!(session(&app).offers.len(), 3);
        assert_eq!(session(&app).potatoes[0].claim, "今年没有预算了");
        assert!(session(&app).potatoes[0].is_untested());
        let bluff = app.state().messages.word("potato-verdict", "bluff").to_owned();
        app.click(&bluff);
        assert_eq!(session(&app).potatoes[0].verdict, PotatoVerdict::Bluff);

        app.click_t("meeting-end");
        let meeting = session(&app).meetings[0].id;
        let outcome =
            Route::Negotiation { session: session(&app).id, tab: NegotiationTab::Outcome(meeting) };
        assert_eq!(app.state().navigation.current(), &outcome);
        app.type_into_t("words-text", "Great presentation!");
        app.press(Key::Enter);
        let verdict = |app: &App| judge(&session(app).meetings[0].outcome).verdict;
        assert_eq!(verdict(&app), Verdict::Continuation, "words never count");
        app.type_into_t("commitment-action", "Put the pilot on the board agenda");
        app.type_into_t("commitment-who", "Lin Yue");
        app.type_into_t("commitment-when", "2026-06-30");
        app.press(Key::Enter);
        assert_eq!(verdict(&app), Verdict::Advance);

        app.click_tab("negotiation-tab-brief");
        assert!(app.shows("Board agenda at 1,300 or better"));
        let target = app.folder.path().join("brief.html");
        let id = session(&app).id;
        app.harness.state_mut().state.modal = Some(counterpoint::app::modal::Modal::SaveBrief {
            session: id,
            format: BriefFormat::Html,
            path: String::new(),
            overwrite: false,
        });
        app.harness.state_mut().state.update(Action::SaveBriefTo(target.clone()));
        app.wait_for("the saved brief", |_| target.exists());
        let page = std::fs::read_to_string(&target).expect("the brief");
        assert!(page.contains("林悦") && page.contains("Board agenda at 1,300 or better"));
        assert!(!page.contains("1,180"), "limits stay out unless asked for");

        let app = app.restart();
        let tab = NegotiationTab::Brief;
        assert_eq!(app.state().navigation.current(), &Route::Negotiation { session: id, tab });
    }
}

#[test]
fn everything_that_was_typed_is_in_readable_files() {
    let mut app = App::empty(BOTH[1]);
    add_counterpart(&mut app);
    let contents = app.on_disk();
    assert_eq!(contents.counterparts[0].evidence.len(), 4);
    let file = app.library_path().join(format!("counterparts/{}.ron", contents.counterparts[0].id));
    let text = std::fs::read_to_string(file).expect("the record");
    assert!(text.contains("林悦") && text.contains("问我家里人怎么样"), "{text}");
}
