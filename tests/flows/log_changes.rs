//! A line of the live log, changed afterwards.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{Edit, LibraryEdit, SessionEdit};
use counterpoint::domain::ids::{CounterpartId, EntryId};
use counterpoint::domain::session::{LogEntry, LogKind};
use counterpoint::domain::tactic::{Mark, OwnCard};
use counterpoint::i18n::Language;
use egui::Key;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};
use crate::live::{LIN, ZHOU, edit, kinds, log, table, table_of_two, type_line};

#[test]
fn a_line_is_changed_and_the_half_typed_one_comes_back() {
    for language in BOTH {
        let mut app = table_of_two(language);
        app.shortcut(Key::L);
        app.enter("p a date by Friday");
        app.type_text("half");
        let name = app.session().log[0].text.clone();
        let person = log(&app)[0].person;
        let shown = app.tr("label-text", &[("label", "Lin Yue".into()), ("text", (&name).into())]);
        let change = app.tr("log-change", &[("words", (&shown).into())]);
        app.click(&change);
        app.type_text(" at noon");
        app.press(Key::Enter);
        assert_eq!(kinds(&app), [(LogKind::Promise, "a date by Friday at noon".to_owned())]);
        assert_eq!(log(&app)[0].person, person);
        app.type_text(" a line");
        app.press(Key::Enter);
        assert_eq!(log(&app)[1].text, "half a line");
    }
}

#[test]
fn the_arrow_up_takes_up_the_last_line() {
    let mut app = table(Language::English);
    app.shortcut(Key::L);
    app.enter("No budget");
    app.press(Key::ArrowUp);
    app.type_text(" left");
    app.press(Key::Enter);
    assert_eq!(kinds(&app), [(LogKind::Quote, "No budget left".to_owned())]);
}

/// Puts a line into the log as it is.
fn add(
    app: &mut App,
    kind: LogKind,
    text: &str,
    tactic: Option<String>,
    who: Option<CounterpartId>,
) {
    let entry = LogEntry {
        id: EntryId(Uuid::from_u128(500)),
        at: moment(),
        meeting: app.session().meetings[0].id,
        kind,
        text: text.to_owned(),
        tactic,
        phase: None,
        person: who,
        effect: None,
    };
    edit(app, SessionEdit::AddLog(entry));
}

/// Adds words to the last line.
fn add_words(app: &mut App, words: &str) {
    app.shortcut(Key::L);
    app.press(Key::ArrowUp);
    app.type_text(words);
    app.press(Key::Enter);
}

fn set_card(app: &mut App, name: &str, mark: Mark) -> String {
    let mut card = OwnCard::new(EntryId(Uuid::from_u128(77)));
    name.clone_into(&mut card.name);
    card.mark = mark;
    let id = card.card_id();
    app.update(Action::Edit(Edit::Library(LibraryEdit::SetCard(Box::new(card)))));
    id
}

#[test]
fn a_line_keeps_who_said_it_when_they_have_left_the_negotiation() {
    for language in BOTH {
        let mut app = table_of_two(language);
        add(&mut app, LogKind::Quote, "The board decides", None, Some(ZHOU));
        edit(&mut app, SessionEdit::RemoveCounterpart(ZHOU));
        add_words(&mut app, " in May");
        let line = &log(&app)[0];
        assert_eq!((line.text.as_str(), line.person), ("The board decides in May", Some(ZHOU)));
        assert_eq!(log(&app).len(), 1);
    }
}

#[test]
fn a_line_loses_who_said_it_only_with_the_name() {
    let mut app = table_of_two(Language::English);
    add(&mut app, LogKind::Quote, "ask @Lin again", None, Some(ZHOU));
    add_words(&mut app, "!");
    let line = log(&app)[0].clone();
    assert_eq!((line.text.as_str(), line.person), ("ask @Lin again!", Some(ZHOU)));
    for (typed, person) in [("q @lin No", Some(LIN)), ("q No", None)] {
        app.shortcut(Key::L);
        app.press(Key::ArrowUp);
        app.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        app.enter(typed);
        assert_eq!((log(&app)[0].text.as_str(), log(&app)[0].person), ("No", person));
    }
}

#[test]
fn a_line_keeps_its_card_though_it_can_not_be_typed() {
    // Of a card without a name, the words could name another one.
    for (name, text) in [("", "trade for less"), ("Flinch", "looked away"), ("Old trick", "again")]
    {
        for kind in [LogKind::TacticSeen, LogKind::TacticUsed] {
            let mut app = table(Language::English);
            let card = set_card(&mut app, name, Mark::Fair);
            add(&mut app, kind, text, Some(card.clone()), None);
            if name == "Old trick" {
                set_card(&mut app, name, Mark::Unethical);
            }
            add_words(&mut app, " twice");
            let line = log(&app)[0].clone();
            let expected = (kind, Some(card.as_str()), format!("{text} twice"));
            assert_eq!((line.kind, line.tactic.as_deref(), line.text), expected, "{name:?}");
        }
    }
}

#[test]
fn a_card_of_the_deck_stays_though_one_of_mine_is_called_alike() {
    let mut app = table(Language::English);
    let name = app.state().catalog.tactic("flinch").unwrap().name.en.clone();
    let mine = set_card(&mut app, &name, Mark::Fair);
    add(&mut app, LogKind::TacticSeen, "looked away", Some("flinch".to_owned()), None);
    add_words(&mut app, " twice");
    let line = log(&app)[0].clone();
    assert_eq!((line.tactic.as_deref(), line.text.as_str()), (Some("flinch"), "looked away twice"));
    app.press(Key::ArrowUp);
    app.press(Key::Tab);
    app.press(Key::Enter);
    assert_eq!(log(&app)[0].tactic, Some(mine), "the other one can be chosen");
}

#[test]
fn another_card_is_named_while_a_line_is_changed() {
    let mut app = table(Language::English);
    let card = set_card(&mut app, "", Mark::Fair);
    add(&mut app, LogKind::TacticSeen, "looked away", Some(card), None);
    app.shortcut(Key::L);
    app.press(Key::ArrowUp);
    app.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    app.enter("t flinch looked away");
    let line = log(&app)[0].clone();
    assert_eq!((line.tactic.as_deref(), line.text.as_str()), (Some("flinch"), "looked away"));
}

#[test]
fn an_unethical_card_that_was_seen_does_not_become_one_of_mine() {
    let mut app = table(Language::English);
    let card = set_card(&mut app, "Old trick", Mark::Unethical);
    add(&mut app, LogKind::TacticSeen, "again", Some(card.clone()), None);
    app.shortcut(Key::L);
    app.press(Key::ArrowUp);
    app.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    app.enter("t! Old trick again");
    assert_ne!(log(&app)[0].tactic, Some(card));
}

#[test]
fn the_words_of_a_line_that_is_removed_leave_the_entry() {
    for with_undo in [false, true] {
        let mut app = table(Language::English);
        type_line(&mut app, "p a date by Friday");
        app.press(Key::Enter);
        app.type_text("half");
        let words = log(&app)[0].text.clone();
        let name = |app: &App, id: &str| app.tr(id, &[("words", (&words).into())]);
        app.click(&name(&app, "log-change"));
        if with_undo {
            let session = app.session();
            edit(&mut app, SessionEdit::RemoveLog(session.log[0].id));
        } else {
            app.click(&name(&app, "log-remove"));
        }
        assert!(log(&app).is_empty());
        app.type_into_t("log-text", " a line");
        app.press(Key::Enter);
        assert_eq!(kinds(&app), [(LogKind::Quote, "half a line".to_owned())]);
    }
}
