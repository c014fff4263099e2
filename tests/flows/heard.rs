//! What was heard: noted from anywhere, found in a pasted e-mail, looked back for after a meeting.

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{CounterpartEdit, Edit, MeetingEdit, SessionEdit};
use counterpoint::app::review::prompts;
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::evidence::{EvidenceKind, Setting};
use counterpoint::domain::ids::{CounterpartId, EntryId};
use counterpoint::domain::quadrant::{PerQuadrant, Quadrant};
use counterpoint::domain::session::{LogEntry, LogKind};
use counterpoint::i18n::{Arg, Language};
use egui::{Key, Modifiers};
use jiff::civil::date;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

fn alt(app: &mut App, key: Key) {
    app.harness.key_press_modifiers(Modifiers::ALT, key);
    app.settle();
}

fn letter_name(app: &App, quadrant: Quadrant) -> String {
    let state = app.state();
    state.catalog.quadrant(quadrant).name.get(state.language()).to_owned()
}

/// Words that suggest "organised" in the language of the app.
fn by_the_book(language: Language) -> &'static str {
    match language {
        Language::English => {
            "Our procedure says that two signatures are needed before anything is ordered."
        }
        Language::Chinese => "还是按老规矩来，一步一步走流程，先对检查表。",
    }
}

#[test]
fn words_are_noted_from_any_page_by_keyboard_alone() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.update(Action::Go(Route::Playbook { entry: Default::default() }));
        app.shortcut(Key::J);
        // Nothing on the page tells who it is: the one who was changed last is offered.
        app.press(Key::Enter);
        app.type_text(by_the_book(language));
        let args =
            [("letter", Arg::from("B")), ("name", Arg::from(letter_name(&app, Quadrant::B)))];
        let suggestion = app.tr("heard-suggests", &args);
        assert!(app.shows(&suggestion), "{suggestion:?} is not among {}", app.names());
        assert!(app.person().evidence.is_empty(), "a suggestion alone is no evidence");
        alt(&mut app, Key::Num2);
        alt(&mut app, Key::Num6);
        alt(&mut app, Key::Num0);
        app.press(Key::Enter);
        let item = app.person().evidence.pop().expect("an observation");
        assert_eq!(item.text, by_the_book(language), "no figure of a shortcut is in the words");
        assert_eq!((item.supports, item.against), (vec![Quadrant::B], vec![]));
        assert_eq!((item.kind, item.setting), (EvidenceKind::Behaviour, Setting::Pressure));
        assert_eq!(item.date, date(2026, 6, 16));
        assert!(app.state().modal.is_none(), "Enter saves and closes");
        let told = app.tr("heard-saved", &[("name", "Lin Yue".into()), ("letters", "B".into())]);
        assert!(app.shows(&told));
        app.click_t("command-undo");
        assert!(app.person().evidence.is_empty());
    }
}

#[test]
fn the_suggestion_is_taken_with_a_click_and_the_next_words_follow() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.shortcut(Key::J);
        app.press(Key::Enter);
        app.type_text(by_the_book(language));
        let take = app.tr("heard-take-name", &[("what", "".into())]);
        let name = app.names();
        let name = name.split(" | ").find(|name| name.starts_with(take.trim_end()));
        let name = name.expect("an offer").to_owned();
        app.click(&name);
        app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        app.settle();
        assert!(app.state().modal.is_some());
        // Nothing is marked: a note that adds nothing to the profile.
        app.type_text("Nice weather");
        assert!(app.shows(&app.t("heard-ordinary")), "{}", app.names());
        app.press(Key::Enter);
        let evidence = app.person().evidence;
        let marks: Vec<_> = evidence.iter().map(|item| item.supports.clone()).collect();
        assert_eq!(marks, [vec![Quadrant::B], vec![]]);
        assert_eq!(app.work().people().iter().next().unwrap().observations(), 1);
    }
}

#[test]
fn the_palette_takes_the_words_along() {
    for (language, typed) in
        [(Language::English, "heard: as usual"), (Language::Chinese, "听到 照旧")]
    {
        let mut app = App::with_session(language);
        app.shortcut(Key::K);
        app.type_text(typed);
        app.press(Key::Enter);
        let words = typed.split([' ']).skip(1).collect::<Vec<_>>().join(" ");
        assert_eq!(app.state().preferences.drafts.heard.entry.text, words);
        // Who it is is to be confirmed first.
        app.press(Key::Enter);
        app.press(Key::Enter);
        assert_eq!(app.person().evidence[0].text, words);
    }
}

#[test]
fn half_typed_words_are_there_after_a_restart_and_after_a_cancel() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.shortcut(Key::J);
        app.press(Key::Enter);
        app.type_text("We always");
        alt(&mut app, Key::Num2);
        let mut app = app.restart();
        assert!(app.state().modal.is_none());
        app.shortcut(Key::J);
        assert!(app.shows("We always"), "{}", app.names());
        app.click_t("cancel");
        app.shortcut(Key::J);
        let back = app.tr("heard-bring-back", &[("words", "We always".into())]);
        app.click(&back);
        app.press(Key::Enter);
        let item = &app.person().evidence[0];
        assert_eq!((item.text.as_str(), &item.supports), ("We always", &vec![Quadrant::B]));
    }
}

#[test]
fn on_the_page_of_another_person_the_words_before_are_set_aside() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let first = app.person().id;
        let other = other_id();
        let mut person = Counterpart::new(other, moment());
        "陈博".clone_into(&mut person.name);
        app.update(Action::Edit(Edit::AddCounterpart(Box::new(person))));
        app.update(Action::Go(Route::counterpart(first)));
        app.shortcut(Key::J);
        app.type_text("We always");
        app.press(Key::Escape);
        app.update(Action::CloseModal);
        app.update(Action::Go(Route::counterpart(other)));
        app.shortcut(Key::J);
        app.type_text("One");
        app.press(Key::Enter);
        let texts = |app: &App, id| {
            let person = app.work().counterpart(id).expect("the person");
            person.evidence.iter().map(|item| item.text.clone()).collect::<Vec<_>>()
        };
        assert_eq!(texts(&app, other), ["One"]);
        app.shortcut(Key::J);
        app.click(&app.tr("heard-bring-back", &[("words", "We always".into())]));
        // The words suggest a letter: saving without one is asked about once.
        app.press(Key::Enter);
        assert!(
            texts(&app, first).is_empty() && app.shows(&app.t("heard-asks")),
            "{}",
            app.names()
        );
        app.press(Key::Enter);
        assert_eq!(texts(&app, first), ["We always"]);
    }
}

#[test]
fn people_are_found_by_nearly_their_name_and_new_ones_are_added() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let mut other = Counterpart::new(other_id(), moment());
        "陈博".clone_into(&mut other.name);
        app.update(Action::Edit(Edit::AddCounterpart(Box::new(other))));
        app.update(Action::Go(Route::Today));
        app.shortcut(Key::J);
        let who = app.t("heard-who");
        // Typing replaces the name that is offered.
        app.type_into(&who, "Lin Yeu");
        assert!(app.shows(&app.t("heard-who-similar")), "{}", app.names());
        app.press(Key::Enter);
        app.type_text("One");
        app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        app.settle();
        app.type_into(&who, "Ana Weber");
        app.press(Key::ArrowUp);
        app.press(Key::Enter);
        app.type_text("Two");
        app.press(Key::Enter);
        let count = |app: &App, name: &str| {
            let person = app.work().people().iter().find(|person| person.name == name);
            let id = person.unwrap_or_else(|| panic!("{name} is not there")).id;
            app.work().counterpart(id).map(|person| person.evidence.len())
        };
        assert_eq!(count(&app, "Lin Yue"), Some(1));
        assert_eq!(count(&app, "Ana Weber"), Some(1));
        app.shortcut(Key::Z);
        let is_gone = !app.work().people().iter().any(|person| person.name == "Ana Weber");
        assert!(is_gone, "a new person and the words are one step");
    }
}

#[test]
fn without_a_person_nothing_is_saved_and_it_is_said_why() {
    for language in BOTH {
        let mut app = App::empty(language);
        app.shortcut(Key::J);
        let words = app.t("heard-words");
        app.type_into(&words, "Whoever said it");
        app.press(Key::Enter);
        assert!(app.state().modal.is_some());
        assert!(app.shows(&app.t("heard-missing-who")), "{}", app.names());
        assert!(app.work().people().is_empty());
    }
}

#[test]
fn words_stay_when_the_person_is_removed_meanwhile() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let person = app.person().id;
        app.update(Action::Go(Route::counterpart(person)));
        app.shortcut(Key::J);
        app.type_text("We always");
        app.update(Action::Edit(Edit::remove_counterpart(person)));
        app.press(Key::Enter);
        assert!(app.state().modal.is_some());
        assert!(app.shows("We always"), "{}", app.names());
        assert!(app.shows(&app.t("heard-missing-who")), "{}", app.names());
        let told = [("name", "Lin Yue".into())];
        assert!(!app.shows(&app.tr("heard-saved-note", &told)), "nothing was noted");
    }
}

#[test]
fn of_two_people_with_one_name_nobody_is_taken_unasked() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let mut other = Counterpart::new(other_id(), moment());
        "Lin Yue".clone_into(&mut other.name);
        app.update(Action::Edit(Edit::AddCounterpart(Box::new(other))));
        app.update(Action::Go(Route::Today));
        app.shortcut(Key::J);
        // Neither the page nor a negotiation tells who: the name offered is to be confirmed.
        app.type_text("Lin");
        app.type_text(" Yue");
        let add = app.tr("heard-who-add", &[("name", "Lin Yue".into())]);
        assert!(app.has(&add), "{}", app.names());
        app.press(Key::Tab);
        assert_eq!(app.state().preferences.drafts.heard.who.person, None);
        app.click(&add);
        assert!(app.state().preferences.drafts.heard.who.is_new);
    }
}

#[test]
fn a_name_of_one_person_alone_need_not_be_chosen_from_the_list() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let person = app.person().id;
        app.update(Action::Go(Route::Today));
        app.shortcut(Key::J);
        app.type_text("lin yue");
        assert_eq!(app.state().preferences.drafts.heard.who.person, None);
        app.press(Key::Tab);
        assert_eq!(app.state().preferences.drafts.heard.who.person, Some(person));
        app.type_text("One");
        app.press(Key::Enter);
        assert_eq!(app.person().evidence.len(), 1);
    }
}

#[test]
fn every_entry_that_was_set_aside_can_be_brought_back() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let person = app.person().id;
        app.update(Action::Go(Route::counterpart(person)));
        for words in ["First", "Second"] {
            app.shortcut(Key::J);
            app.type_text(words);
            app.click_t("cancel");
        }
        app.shortcut(Key::J);
        app.click(&app.tr("heard-bring-back", &[("words", "First".into())]));
        app.press(Key::Enter);
        assert_eq!(app.person().evidence[0].text, "First");
        app.shortcut(Key::J);
        assert!(app.has(&app.tr("heard-bring-back", &[("words", "Second".into())])));
    }
}

#[test]
fn long_words_are_gone_through_passage_by_passage() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let person = app.person().id;
        app.update(Action::Go(Route::counterpart(person)));
        app.shortcut(Key::J);
        let words = by_the_book(language).repeat(40);
        app.type_text(&words);
        app.click_t("heard-long");
        let drafts = &app.state().preferences.drafts;
        assert_eq!((&drafts.pasted.text, drafts.pasted.who.person), (&words, Some(person)));
        assert_eq!(drafts.heard.entry.text, words, "nothing is lost on the way");
        assert!(app.shows(&app.t("paste-title")), "{}", app.names());
    }
}

fn mail(language: Language) -> String {
    let header = match language {
        Language::English => "From: Lin Yue\nSubject: Offer\n\nDear Sam,\n\n",
        Language::Chinese => "发件人：林悦\n主题：报价\n\n周经理：\n\n",
    };
    let figures = match language {
        Language::English => {
            "Where do these figures come from, and how was the 18 percent calculated?"
        }
        Language::Chinese => "这些数据是怎么算出来的，18% 的依据在哪里？",
    };
    let farewell = match language {
        Language::English => "Kind regards,\nLin Yue",
        Language::Chinese => "顺颂商祺\n林悦",
    };
    format!(
        "{header}{}\n{figures}\n\n{farewell}\n\n> We offer the best price.\n",
        by_the_book(language)
    )
}

/// Opens the box with a text and goes through it.
fn pasted(app: &mut App, text: &str) {
    app.update(Action::Command(UiCommand::PasteText));
    let field = app.t("paste-text");
    app.type_into(&field, text);
    app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    app.settle();
}

#[test]
fn an_email_is_gone_through_passage_by_passage_and_added_in_one_step() {
    for language in BOTH {
        let mut app = App::with_session(language);
        pasted(&mut app, &mail(language));
        let of = |app: &App, number: usize| {
            app.tr("paste-passage-of", &[("number", number.into()), ("count", 2.into())])
        };
        assert!(app.shows(&of(&app, 1)), "{}", app.names());
        let left_out = app.tr(
            "paste-left-out",
            &[("headers", 2.into()), ("quoted", 1.into()), ("signature", 2.into())],
        );
        assert!(app.has(&left_out), "{}", app.names());
        app.press(Key::Enter);
        assert!(app.shows(&of(&app, 2)));
        // Another letter than the suggested one.
        app.press(Key::Num4);
        assert!(app.shows(&app.t("paste-done")));
        app.press(Key::Backspace);
        assert!(app.shows(&of(&app, 2)));
        app.press(Key::S);
        assert!(app.person().evidence.is_empty(), "nothing is added before the end");
        app.press(Key::Backspace);
        app.press(Key::Num1);
        app.click(&app.tr("paste-add", &[("count", 2.into()), ("name", "Lin Yue".into())]));
        let evidence = app.person().evidence;
        let letters: Vec<_> = evidence.iter().map(|item| item.supports.clone()).collect();
        assert_eq!(letters, [vec![Quadrant::B], vec![Quadrant::A]]);
        assert!(evidence.iter().all(|item| item.kind == EvidenceKind::Text));
        assert_eq!(evidence[0].text, by_the_book(language));
        app.shortcut(Key::Z);
        assert!(app.person().evidence.is_empty(), "one step of undo");
        app.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        app.settle();

        // The same mail again: nothing counts twice.
        pasted(&mut app, &mail(language));
        assert!(app.shows(&app.t("paste-known")), "{}", app.names());
        app.press(Key::Enter);
        app.press(Key::Enter);
        assert!(app.shows(&app.t("paste-done")));
        app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        app.settle();
        assert_eq!(app.person().evidence.len(), 2);
    }
}

#[test]
fn a_pasted_text_and_its_decisions_survive_a_restart() {
    for language in BOTH {
        let mut app = App::with_session(language);
        pasted(&mut app, &mail(language));
        app.press(Key::Enter);
        let mut app = app.restart();
        app.update(Action::Command(UiCommand::PasteText));
        assert!(app.shows(&app.tr("paste-accepted", &[("count", 1.into())])), "{}", app.names());
        app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        app.settle();
        assert_eq!(app.person().evidence.len(), 1);
        assert!(app.state().preferences.drafts.pasted.text.is_empty());
    }
}

#[test]
fn ordinary_talk_can_be_gone_through_all_the_same() {
    for (language, talk) in
        [(Language::English, "Thank you for lunch."), (Language::Chinese, "谢谢您的午饭。")]
    {
        let mut app = App::with_session(language);
        pasted(&mut app, talk);
        assert!(app.shows(&app.t("paste-nothing")), "{}", app.names());
        app.click(&app.tr("paste-ordinary", &[("count", 1.into())]));
        app.press(Key::Num3);
        app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        app.settle();
        assert_eq!(app.person().evidence[0].supports, [Quadrant::C]);
    }
}

#[test]
fn a_long_text_is_read_beside_the_window() {
    let mut app = App::with_session(Language::English);
    let line = "Our procedure {} says that two signatures are needed. Thank you for lunch.\n\n";
    let text: String = (0..1500).map(|number| line.replace("{}", &number.to_string())).collect();
    assert!(text.len() > 100_000);
    app.update(Action::Command(UiCommand::PasteText));
    app.harness.state_mut().state.preferences.drafts.pasted.text = text;
    app.settle();
    app.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    app.settle();
    let first = app.tr("paste-passage-of", &[("number", 1.into()), ("count", 1500.into())]);
    assert!(app.shows(&first), "{}", app.names());
}

/// The outcome of a meeting that has ended, with one person and one quote.
fn after_the_meeting(language: Language) -> App {
    let mut app = App::with_session(language);
    let session = app.session();
    let person = app.person().id;
    let meeting = session.meetings[0].id;
    let quote = LogEntry {
        id: EntryId(Uuid::from_u128(77)),
        at: moment(),
        meeting,
        kind: LogKind::Quote,
        text: by_the_book(language).to_owned(),
        tactic: None,
        phase: None,
        person: None,
        effect: None,
    };
    for edit in [
        SessionEdit::AddCounterpart(person),
        SessionEdit::Meeting(meeting, MeetingEdit::Start(moment())),
        SessionEdit::AddLog(quote),
        SessionEdit::Meeting(meeting, MeetingEdit::End(moment())),
    ] {
        app.update(Action::Edit(Edit::Session(session.id, edit)));
    }
    let tab = NegotiationTab::Outcome(meeting);
    app.update(Action::Go(Route::Negotiation { session: session.id, tab }));
    app
}

fn other_id() -> CounterpartId {
    CounterpartId(Uuid::from_u128(8))
}

#[test]
fn the_review_takes_one_key_for_each_sign() {
    for language in BOTH {
        let mut app = after_the_meeting(language);
        let meeting = app.session().meetings[0].id;
        let asked = prompts(meeting, app.person().id, PerQuadrant::from_fn(|_| 4));
        let sign = |app: &App, at: usize| {
            let (quadrant, number) = asked[at];
            let state = app.state();
            state.catalog.moments(quadrant).notice[number].get(state.language()).to_owned()
        };
        assert!(app.has(&sign(&app, 0)), "{}", app.names());
        app.press(Key::Num1);
        app.press(Key::Num2);
        app.press(Key::Num3);
        assert!(app.has(&sign(&app, 3)));
        let evidence = app.person().evidence;
        assert_eq!(evidence.len(), 2, "what was not noticed adds nothing");
        assert_eq!(evidence[0].supports, [asked[0].0]);
        assert_eq!(evidence[1].against, [asked[1].0]);
        assert!(evidence.iter().all(|item| item.kind == EvidenceKind::Behaviour));
        assert_eq!(evidence[0].source, app.tr("quotes-source", &[("number", 1.into())]));
        assert!(evidence[0].text.contains(&sign(&app, 0)));

        // Coming back, also after a restart, the answers stand where they were given.
        let mut app = app.restart();
        let dot = app
            .tr("review-dot", &[("number", 2.into()), ("answer", app.t("review-opposite").into())]);
        app.click(&dot);
        app.press(Key::Num2);
        assert_eq!(app.person().evidence.len(), 1, "the same answer takes it back");
        app.press(Key::Num1);
        assert_eq!(app.person().evidence[1].supports, [asked[1].0]);
        for _ in 3..asked.len() {
            app.click_t("review-not");
        }
        let done =
            app.tr("review-done", &[("saw", 2.into()), ("opposite", 0.into()), ("not", 8.into())]);
        assert!(app.has(&done), "{done:?} is not among {}", app.names());

        // The next at the table has signs of their own.
        let mut other = Counterpart::new(other_id(), moment());
        "陈博".clone_into(&mut other.name);
        let (other, id) = (Box::new(other), other_id());
        app.update(Action::Edit(Edit::AddCounterpart(other)));
        let session = app.first_session();
        app.update(Action::Edit(Edit::Session(session, SessionEdit::AddCounterpart(id))));
        app.press(Key::Enter);
        assert!(!app.has(&done), "Enter goes on to the next person");
        app.press(Key::Num1);
        assert_eq!(app.work().counterpart(id).map(|person| person.evidence.len()), Some(1));
    }
}

/// The name of a sign of the review with this answer.
fn dot(app: &App, number: usize, answer: &str) -> String {
    let answer = app.t(answer);
    app.tr("review-dot", &[("number", number.into()), ("answer", answer.into())])
}

#[test]
fn answers_of_a_review_stand_on_another_day_and_with_other_words() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let (session, person) = (app.session(), app.person().id);
        let meeting = session.meetings[0].id;
        assert_eq!((session.meetings[0].planned, session.meetings[0].started), (None, None));
        let edit = SessionEdit::AddCounterpart(person);
        app.update(Action::Edit(Edit::Session(session.id, edit)));
        let tab = NegotiationTab::Outcome(meeting);
        app.update(Action::Go(Route::Negotiation { session: session.id, tab }));
        app.press(Key::Num1);
        let line = app.t("review-line");
        app.type_into(&line, "Looked at the clock");
        app.press(Key::Enter);
        assert_eq!(app.person().evidence.len(), 2);
        app.wait_minutes(60 * 24);
        assert!(app.has(&dot(&app, 1, "review-saw")), "{}", app.names());
        let take_out = app.tr("review-take-out", &[("words", "Looked at the clock".into())]);
        assert!(app.has(&take_out), "{}", app.names());
        let mut changed = app.person().evidence[0].clone();
        "In my own words".clone_into(&mut changed.text);
        let edit = CounterpartEdit::ChangeEvidence(changed);
        app.update(Action::Edit(Edit::Counterpart(person, edit)));
        let first = dot(&app, 1, "review-saw");
        app.click(&first);
        app.click_t("review-opposite");
        let evidence = app.person().evidence;
        assert_eq!(evidence.len(), 2);
        assert_eq!((evidence[0].supports.len(), evidence[0].against.len()), (0, 1));
        assert_eq!(evidence[0].text, "In my own words", "what the user wrote stays");
    }
}

#[test]
fn two_meetings_with_one_person_on_one_day_have_reviews_of_their_own() {
    let mut app = after_the_meeting(Language::English);
    let person = app.person().id;
    app.press(Key::Num1);
    let line = app.t("review-line");
    app.type_into(&line, "Looked at the clock");
    app.press(Key::Enter);
    assert_eq!(app.person().evidence.len(), 2);
    app.update(Action::NewNegotiation(Some(person)));
    let other = app.work().negotiations().iter().map(|one| one.id).max().expect("the second");
    let meeting = app.meetings_of(other)[0].id;
    let tab = NegotiationTab::Outcome(meeting);
    app.update(Action::Go(Route::Negotiation { session: other, tab }));
    for number in 1..=10 {
        assert!(app.has(&dot(&app, number, "review-open")), "{}", app.names());
    }
    let take_out = app.tr("review-take-out", &[("words", "Looked at the clock".into())]);
    assert!(!app.has(&take_out), "a line of the other negotiation");
    app.press(Key::Num1);
    assert_eq!(app.person().evidence.len(), 3);
}

#[test]
fn quotes_carry_a_suggestion_and_a_line_of_ones_own_can_be_taken_out() {
    for language in BOTH {
        let mut app = after_the_meeting(language);
        let args =
            [("letter", Arg::from("B")), ("name", Arg::from(letter_name(&app, Quadrant::B)))];
        let plain = app.tr("quotes-add", &args);
        assert!(!app.has(&plain), "B is the suggested one");
        let names = app.names();
        let start = app
            .tr("quotes-add-suggested", &[args[0].clone(), args[1].clone(), ("words", "|".into())]);
        let start = start.split('|').next().unwrap().to_owned();
        let suggested =
            names.split(" | ").find(|name| name.starts_with(&start)).expect("B").to_owned();
        assert!(app.person().evidence.is_empty());
        app.click(&suggested);
        assert_eq!(app.person().evidence[0].supports, [Quadrant::B]);
        assert!(app.shows(&app.t("quotes-added")));

        let line = app.t("review-line");
        app.type_into(&line, "Looked at the clock");
        app.press(Key::Enter);
        let evidence = app.person().evidence;
        assert_eq!(evidence[1].text, "Looked at the clock");
        assert!(evidence[1].supports.is_empty());
        app.click(&app.tr("review-take-out", &[("words", "Looked at the clock".into())]));
        assert_eq!(app.person().evidence.len(), 1);
    }
}
