//! What others may see of the screen at the table: calm mode, and the key that hides everything.

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{MeetingEdit, SessionEdit};
use counterpoint::app::modal::Modal;
use counterpoint::domain::outcome::{Commitment, CommitmentState, Party};
use counterpoint::domain::session::LogKind;
use counterpoint::i18n::Language;
use egui::Key;
use egui_kittest::kittest::NodeT as _;
use jiff::civil::date;
use rust_decimal::Decimal;

use crate::app::{App, BOTH};
use crate::live::{edit, edit_meeting, log, table, type_line};

/// A meeting with secrets, and with something that both sides know.
fn secrets(language: Language) -> App {
    let mut app = table(language);
    edit(&mut app, SessionEdit::Title("Secret title".to_owned()));
    edit(&mut app, SessionEdit::Goal("Secret goal".to_owned()));
    edit(&mut app, SessionEdit::Reservation(Some(Decimal::from(1180))));
    app.shortcut(Key::L);
    for line in ["Secret words", "t flinch", "us 1250", "them 1250"] {
        app.enter(line);
    }
    app.shortcut(Key::T);
    app.enter("Secret claim");
    edit_meeting(
        &mut app,
        MeetingEdit::AddCommitment(Commitment {
            id: None,
            party: Party::Buyer,
            action: "Send the drawings".to_owned(),
            person: None,
            due: Some(date(2026, 6, 20)),
            cost: "Secret cost".to_owned(),
            binding: false,
            state: CommitmentState::Open,
        }),
    );
    app
}

#[test]
fn calm_mode_shows_what_both_sides_know_and_nothing_else() {
    for language in BOTH {
        let mut app = secrets(language);
        app.press(Key::F8);
        let flinch = app.state().catalog.tactic("flinch").unwrap().name.get(language).to_owned();
        for hidden in
            ["Secret", "Lin Yue", "1,180", "1180", "1,300", "Counterpoint", "知彼", &flinch]
        {
            assert!(!app.shows(hidden), "{hidden:?} is among {}", app.names());
        }
        assert!(app.shows("1,250"), "both said the same price: {}", app.names());
        assert!(app.has("Send the drawings"));
        let title = app.state().page_title();
        assert!(!title.contains("Secret") && !title.contains(&app.t("app-name")), "{title}");

        app.shortcut(Key::K);
        assert!(app.state().modal.is_none(), "nothing else can be opened");
        app.press(Key::F8);
        assert!(app.shows("Secret words"));
    }
}

#[test]
fn in_calm_mode_a_line_is_noted_blind() {
    for language in BOTH {
        let mut app = secrets(language);
        app.press(Key::F8);
        app.shortcut(Key::L);
        app.type_text("m they whisper");
        assert!(!app.shows("whisper"), "{}", app.names());
        app.press(Key::Enter);
        let last = log(&app).last().cloned().unwrap();
        assert_eq!((last.kind, last.text.as_str()), (LogKind::Mood, "they whisper"));
        assert!(app.has(&app.t("calm-noted")) && !app.shows("whisper"));
    }
}

/// Every text that can be read on the screen or heard from a screen reader.
fn texts(app: &App) -> Vec<String> {
    let all = app.harness.root().children_recursive();
    all.filter_map(|node| node.value().or_else(|| node.accesskit_node().label())).collect()
}

#[test]
fn who_types_goes_on_typing_through_calm_mode_and_back() {
    for language in BOTH {
        let mut app = table(language);
        app.shortcut(Key::L);
        app.type_text("q we need");
        app.press(Key::F8);
        app.type_text(" it by");
        app.press(Key::F8);
        app.type_text(" Friday");
        app.press(Key::Enter);
        let log = log(&app);
        assert_eq!(log.last().map(|entry| entry.text.as_str()), Some("we need it by Friday"));
    }
}

#[test]
fn one_key_hides_everything_and_brings_it_back_while_typing() {
    for language in BOTH {
        for second in [false, true] {
            let mut app = secrets(language);
            type_line(&mut app, "half a li");
            let press = |app: &mut App| {
                if second {
                    app.shortcut(Key::Backtick);
                } else {
                    app.press(Key::F10);
                }
                app.settle();
            };
            press(&mut app);
            let blank = app.t("blank-title");
            assert!(app.has(&blank));
            let shown = texts(&app);
            assert_eq!(shown.len(), 3, "a clock, a word and the key: {shown:?}");
            assert_eq!(app.state().page_title(), blank);
            app.type_text("lost");
            app.press(Key::Enter);
            app.shortcut(Key::K);
            assert!(app.has(&blank), "only the same key brings the page back");
            press(&mut app);
            app.type_text("ne");
            app.press(Key::Enter);
            let last = log(&app).last().cloned().unwrap();
            assert_eq!(last.text, "half a line", "the same field has the focus, nothing is lost");
        }
    }
}

#[test]
fn one_key_hides_a_modal_too_and_calm_mode_comes_back_calm() {
    let mut app = secrets(Language::English);
    app.update(Action::Command(UiCommand::Heard));
    app.press(Key::F10);
    assert!(app.has(&app.t("blank-title")));
    app.settle();
    app.press(Key::F10);
    assert!(matches!(app.state().modal, Some(Modal::Heard { .. })));
    app.update(Action::CloseModal);
    app.press(Key::F8);
    for _ in 0..2 {
        app.press(Key::F10);
        app.settle();
    }
    assert!(app.state().calm().is_some());
    assert!(!app.shows("Secret"));
}
