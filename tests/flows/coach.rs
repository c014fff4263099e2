//! The pitch coach: what is found in the text, what to add, versions, outline and talking notes.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{Edit, SessionEdit};
use counterpoint::domain::session::Session;
use counterpoint::domain::walk::{Answer, QuestionId};
use counterpoint::i18n::{Arg, Language};
use egui::Key;

use crate::app::{App, BOTH};

/// A pitch in which an order is plain to see, and a word that irritates.
fn pitch(language: Language) -> &'static str {
    match language {
        Language::English => {
            "Spoiled stock fell from 3.1% to 1.2% in the test of 12 March.\n\nFirst we survey the \
             site, next we fit the sensors, last we train your team.\n\nTo be honest, in three \
             years your whole cold chain will report by itself."
        }
        Language::Chinese => {
            "3月12日的测试里，报废率从 3.1% 降到 1.2%。\n\n先看现场，再装传感器，最后给您的人做培训。\n\n\
             说实话，三年以后，整条冷链自己就会报平安。"
        }
    }
}

/// The walk of a new negotiation with this pitch, read.
fn walk(language: Language, text: &str) -> App {
    let mut app = App::with_session(language);
    write(&mut app, text);
    app.click_tab("negotiation-tab-walk");
    app
}

fn write(app: &mut App, text: &str) {
    let id = app.session().id;
    app.update(Action::Edit(Edit::Session(id, SessionEdit::Pitch(text.to_owned()))));
    app.wait_minutes(1);
}

fn question(app: &App, question: QuestionId) -> String {
    let state = app.state();
    state.catalog.question(question).question.get(state.language()).to_owned()
}

fn accepting(app: &App, asked: QuestionId, answer: Answer) -> String {
    let word = app.state().messages.word("answer", answer.id());
    let args = [("question", Arg::from(question(app, asked))), ("answer", Arg::from(word))];
    app.tr("coach-accept-spoken", &args)
}

/// Switches to a view of the page.
fn view(app: &mut App, id: &str) {
    let name = format!("{}: {}", app.t("coach-view"), app.t(id));
    app.click(&name);
}

fn tab(app: &mut App, id: &str) {
    let name = format!("{}: {}", app.t("coach-part"), app.t(id));
    app.click(&name);
}

fn version(app: &App, action: &str, title: &str) -> String {
    let args = [("do", Arg::from(app.t(action))), ("version", Arg::from(title))];
    app.tr("coach-version-do", &args)
}

#[test]
fn a_suggestion_counts_only_once_it_is_accepted() {
    for language in BOTH {
        let mut app = walk(language, pitch(language));
        let names: Vec<_> = [Answer::Yes, Answer::Partly]
            .into_iter()
            .map(|answer| (answer, accepting(&app, QuestionId::B2, answer)))
            .collect();
        let offered = names.iter().find(|(_, name)| app.has(name)).expect("an order was found");
        assert_eq!(app.session().walk.answered(), 0, "nothing is ticked by itself");
        app.click(&offered.1);
        assert_eq!(app.session().walk.answer(QuestionId::B2), Some(offered.0));
        assert_eq!(app.session().walk.answered(), 1);
        assert!(!app.has(&offered.1), "what is answered is not suggested again");
    }
}

#[test]
fn a_tick_without_a_passage_is_marked_and_stays() {
    for language in BOTH {
        let mut app = walk(language, pitch(language));
        app.answer(QuestionId::B2, Answer::Yes);
        assert!(!app.has(&app.t("coach-gone")));
        write(&mut app, if language == Language::English { "Good morning." } else { "大家好。" });
        assert!(app.has(&app.t("coach-gone")));
        assert_eq!(app.session().walk.answer(QuestionId::B2), Some(Answer::Yes));
    }
}

#[test]
fn a_pattern_is_inserted_at_the_end_and_undone() {
    for language in BOTH {
        let mut app = walk(language, "");
        app.click_t("coach-start");
        // Nobody is at the table and nothing is ticked: A comes first in the walk.
        let suggestion = &app.state().catalog.coach(QuestionId::A1).suggestions[0];
        let pattern = suggestion.pattern.get(language).to_owned();
        let name = format!("{} {pattern}", app.t("coach-insert"));
        app.click(&name);
        assert_eq!(app.session().pitch, pattern);
        // The first blank is selected, so that the next thing typed fills it in.
        app.type_text("X");
        let filled = &app.session().pitch;
        assert!(filled.contains('X') && *filled != pattern, "{filled}");
        assert!(filled.chars().count() < pattern.chars().count());
        app.wait_minutes(1);
        write(&mut app, "One.");
        app.click(&name);
        assert_eq!(app.session().pitch.matches(&pattern).count(), 1);
        app.shortcut(Key::Z);
        assert_eq!(app.session().pitch, "One.");
    }
}

#[test]
fn blanks_and_irritating_words_are_counted() {
    for language in BOTH {
        let blank =
            if language == Language::English { "It saves [number]." } else { "省【多少】。" };
        let mut app = walk(language, &format!("{}\n\n{blank}", pitch(language)));
        tab(&mut app, "coach-wording");
        assert!(app.has(&app.tr("coach-blanks", &[("count", 1.into())])));
        assert!(app.has(&app.t("coach-none-long")));
        assert!(app.has(&app.tr("coach-irritators-found", &[("count", 1.into())])));
    }
}

#[test]
fn a_version_is_kept_named_compared_used_and_removed() {
    for language in BOTH {
        let mut app = walk(language, "First words.");
        app.answer(QuestionId::A4, Answer::Yes);
        app.click_t("coach-keep");
        assert_eq!(app.session().pitches.len(), 1);
        assert!(!app.has(&app.t("coach-keep")), "the same is not kept twice");
        write(&mut app, "Second words.");
        app.answer(QuestionId::A4, Answer::No);
        let versions = app.tr("coach-versions-count", &[("count", 1.into())]);
        let name = format!("{}: {versions}", app.t("coach-view"));
        app.click(&name);
        assert!(app.shows("First words.") && app.shows("Second words."));
        let title = counterpoint::app::history::when(
            &app.state().messages,
            &app.state().clock,
            app.session().pitches[0].at,
        );
        let field = app.tr("coach-version-name", &[("version", Arg::from(&title))]);
        app.type_into(&field, "A");
        assert_eq!(app.session().pitches[0].name, "A");
        app.wait_minutes(1);
        let used = version(&app, "coach-version-use", "A");
        app.click(&used);
        let session = app.session();
        assert_eq!(session.pitch, "First words.");
        assert_eq!(session.walk.answer(QuestionId::A4), Some(Answer::Yes));
        assert_eq!(session.pitches.len(), 2, "the present one was kept first");
        assert_eq!(session.pitches[1].text, "Second words.");
        app.wait_minutes(1);
        let removed = version(&app, "coach-version-remove", "A");
        app.click(&removed);
        assert_eq!(texts(&app.session()), ["Second words."]);
        app.shortcut(Key::Z);
        assert_eq!(texts(&app.session()), ["First words.", "Second words."]);
    }
}

fn texts(session: &Session) -> Vec<&str> {
    session.pitches.iter().map(|version| version.text.as_str()).collect()
}

#[test]
fn the_outline_and_the_notes_follow_the_text() {
    for language in BOTH {
        let mut app = walk(language, "");
        view(&mut app, "coach-outline");
        assert!(app.has(&app.t("coach-nothing-title")), "an empty pitch says what to do");
        write(&mut app, pitch(language));
        let step = if language == Language::English { "survey the site" } else { "先看现场" };
        assert!(app.shows(step), "{}", app.names());
        assert!(app.has(&app.t("coach-missing")));
        view(&mut app, "coach-notes");
        assert!(app.shows(step), "{}", app.names());
        app.click_t("coach-copy");
        assert!(app.has(&app.t("coach-copied")));
        app.click_t("coach-print");
        let printed = |app: &App| {
            let files = std::fs::read_dir(app.folder.path()).unwrap().flatten();
            files
                .map(|file| file.path())
                .find(|path| path.extension().is_some_and(|end| end == "pdf"))
        };
        app.wait_for("the printed page", |app| printed(app).is_some());
        let page = std::fs::read(printed(&app).unwrap()).unwrap();
        assert!(page.starts_with(b"%PDF-"));
    }
}

#[test]
fn a_question_lights_its_passages_and_shows_them() {
    for language in BOTH {
        let mut app = walk(language, pitch(language));
        let before = app.t("coach-show-all");
        assert!(!app.has(&before));
        let asked = question(&app, QuestionId::B2);
        app.click(&asked);
        assert!(app.has(&before), "only its passages stand out");
        app.click_t("coach-show-all");
        assert!(!app.has(&before));
    }
}

#[test]
fn a_very_long_pitch_is_read_while_one_writes() {
    let paragraph = format!("{}\n\n", pitch(Language::English));
    let mut app = walk(Language::English, &paragraph.repeat(100 * 1024 / paragraph.len() + 1));
    let count = app.session().pitch.matches("To be honest").count();
    assert!(count > 400);
    tab(&mut app, "coach-wording");
    assert!(app.has(&app.tr("coach-irritators-found", &[("count", count.into())])));
    app.type_into_t("walk-pitch", "To be honest. ");
    assert!(app.has(&app.tr("coach-irritators-found", &[("count", (count + 1).into())])));
}
