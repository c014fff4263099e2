//! The live log at the table: letters for kinds, names, cards and offers in one line, and the clock.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{Edit, MeetingEdit, SessionEdit};
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::{CounterpartId, EntryId};
use counterpoint::domain::ledger::Side;
use counterpoint::domain::phase::Phase;
use counterpoint::domain::session::{Effect, LogEntry, LogKind};
use counterpoint::domain::tactic::OwnCard;
use counterpoint::i18n::{Arg, Language};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

pub const LIN: CounterpartId = CounterpartId(Uuid::from_u128(7));
pub const ZHOU: CounterpartId = CounterpartId(Uuid::from_u128(8));

/// The meeting of a negotiation with Lin Yue.
pub fn table(language: Language) -> App {
    let mut app = App::with_session(language);
    edit(&mut app, SessionEdit::AddCounterpart(LIN));
    edit(&mut app, SessionEdit::Target(Some(Decimal::from(1300))));
    app.click_tab("negotiation-tab-meeting");
    app
}

/// The same with Zhou Min beside her.
pub fn table_of_two(language: Language) -> App {
    let mut app = table(language);
    let mut person = Counterpart::new(ZHOU, moment());
    "周敏".clone_into(&mut person.name);
    "Zhou Min".clone_into(&mut person.latin_name);
    app.update(Action::Edit(Edit::AddCounterpart(Box::new(person))));
    edit(&mut app, SessionEdit::AddCounterpart(ZHOU));
    app
}

pub fn edit(app: &mut App, edit: SessionEdit) {
    let id = app.session().id;
    app.update(Action::Edit(Edit::Session(id, edit)));
}

pub fn edit_meeting(app: &mut App, change: MeetingEdit) {
    let meeting = app.session().meetings[0].id;
    edit(app, SessionEdit::Meeting(meeting, change));
}

pub fn log(app: &App) -> Vec<LogEntry> {
    app.session().log
}

pub fn kinds(app: &App) -> Vec<(LogKind, String)> {
    log(app).into_iter().map(|entry| (entry.kind, entry.text)).collect()
}

pub fn alt(app: &mut App, key: Key) {
    app.harness.key_press_modifiers(Modifiers::ALT, key);
    app.settle();
}

/// Puts words into the entry of the log.
pub fn type_line(app: &mut App, line: &str) {
    app.shortcut(Key::L);
    app.type_text(line);
}

#[test]
fn a_letter_chooses_the_kind_of_one_line() {
    for (language, lines) in BOTH.into_iter().zip([
        ["No budget left", "p a date by Friday", "m tense", "?who signs", "n coffee break"],
        ["没有预算了", "承 周五给日期", "绪 紧张", "？谁签字", "记 茶歇"],
    ]) {
        let mut app = table(language);
        app.shortcut(Key::L);
        for line in lines {
            app.enter(line);
        }
        let found: Vec<LogKind> = log(&app).iter().map(|entry| entry.kind).collect();
        let expected =
            [LogKind::Quote, LogKind::Promise, LogKind::Mood, LogKind::Question, LogKind::Note];
        assert_eq!(found, expected);
        assert!(log(&app).iter().all(|entry| entry.person.is_none()), "one person needs no name");
        let words = lines[1].split_once(' ').unwrap().1;
        assert_eq!(log(&app)[1].text, words, "the letter does not belong to the words");
    }
}

#[test]
fn alt_and_a_number_choose_the_kind_and_type_nothing() {
    let mut app = table(Language::English);
    app.shortcut(Key::L);
    alt(&mut app, Key::Num3);
    app.enter("tense");
    assert_eq!(kinds(&app), [(LogKind::Mood, "tense".to_owned())]);
}

#[test]
fn several_at_the_table_are_told_apart() {
    for language in BOTH {
        let mut app = table_of_two(language);
        app.shortcut(Key::L);
        app.enter("We like it");
        app.enter("@zhou the board decides");
        app.enter("Not this year");
        app.enter("n coffee break");
        let who: Vec<Option<CounterpartId>> = log(&app).iter().map(|entry| entry.person).collect();
        assert_eq!(who, [Some(LIN), Some(ZHOU), Some(ZHOU), None], "the last one goes on speaking");
        assert_eq!(log(&app)[1].text, "the board decides");
        app.type_text("Back to Lin");
        app.press(Key::Tab);
        app.press(Key::Enter);
        assert_eq!(log(&app)[4].person, Some(LIN), "Tab chooses the next person");
    }
}

#[test]
fn who_speaks_is_switched_by_keys_and_their_profile_comes_up() {
    let mut app = table_of_two(Language::English);
    let speaks =
        |app: &App, name: &str| app.has(&app.tr("log-speaker-tip", &[("name", name.into())]));
    assert!(speaks(&app, "Lin Yue"));
    app.shortcut(Key::D);
    assert!(speaks(&app, "Zhou Min (周敏)"), "{}", app.names());
    let card = app.tr("people-of", &[("number", Arg::from(2)), ("count", Arg::from(2))]);
    assert!(app.shows(&card));
}

#[test]
fn a_few_letters_name_a_tactic() {
    for (language, theirs, mine) in [
        (Language::English, "t fli looked at the door", "t! trade"),
        (Language::Chinese, "策 fli looked at the door", "策！trade"),
    ] {
        let mut app = table(language);
        app.shortcut(Key::L);
        app.type_text(theirs);
        let name = app.state().catalog.tactic("flinch").unwrap().name.get(language).to_owned();
        assert!(app.has(&name), "the card that is meant shows before it is saved");
        app.press(Key::Enter);
        app.wait_minutes(1);
        app.enter(mine);
        let found: Vec<_> =
            log(&app).into_iter().map(|entry| (entry.kind, entry.tactic, entry.text)).collect();
        let card = |id: &str| Some(id.to_owned());
        let words = "looked at the door".to_owned();
        assert_eq!(
            found,
            [
                (LogKind::TacticSeen, card("flinch"), words),
                (LogKind::TacticUsed, card("trade"), String::new()),
            ]
        );
    }
}

#[test]
fn the_effect_of_a_tactic_is_one_click() {
    for language in BOTH {
        let mut app = table(language);
        type_line(&mut app, "t flinch");
        app.press(Key::Enter);
        let nothing = app.state().messages.word("effect", "nothing").to_owned();
        app.click(&nothing);
        assert_eq!(log(&app)[0].effect, Some(Effect::Nothing));
        app.click(&nothing);
        assert_eq!(log(&app)[0].effect, None, "another click takes it back");
    }
}

#[test]
fn a_line_that_reads_as_an_offer_goes_into_the_ledger() {
    for (language, offer, words) in [
        (Language::English, "them 1220 75d", "they need 75 days"),
        (Language::Chinese, "对方1220 75天", "他们要75天"),
    ] {
        let mut app = table(language);
        app.shortcut(Key::L);
        app.enter(offer);
        app.enter(words);
        app.enter("us 2 agree");
        app.enter("q us 1300");
        let session = app.session();
        assert_eq!(session.offers.len(), 1);
        let made = &session.offers[0];
        assert_eq!((made.side, made.price), (Side::Them, Some(Decimal::from(1220))));
        let found: Vec<&str> = session.log.iter().map(|entry| entry.text.as_str()).collect();
        assert_eq!(found, [words, "us 2 agree", "us 1300"], "sentences stay sentences");
    }
}

/// A price that fits a number, but not twenty times.
#[test]
fn a_price_too_large_to_compare_stays_words() {
    let mut app = table(Language::English);
    let line = format!("us 1{}", "0".repeat(28));
    type_line(&mut app, &line);
    app.press(Key::Enter);
    assert!(app.session().offers.is_empty());
    assert_eq!(log(&app)[0].text, line);
}

/// Which field has the keyboard.
fn is_in_the_log(app: &App) -> bool {
    let name = app.t("log-text");
    app.harness.query_all_by_label(&name).any(|node| node.is_focused())
}

#[test]
fn tab_goes_on_where_there_is_nothing_to_choose() {
    let mut app = table(Language::English);
    for line in ["Some words", "n coffee", "t nothing like this"] {
        type_line(&mut app, line);
        assert!(is_in_the_log(&app));
        app.press(Key::Tab);
        assert!(!is_in_the_log(&app), "{line}: one counterpart, no choice");
        type_line(&mut app, "");
        app.press(Key::Enter);
    }
}

#[test]
fn shift_and_tab_always_go_back() {
    for lines in [["Some words", "t! a"], ["Some words", "n coffee"]] {
        let mut app = table_of_two(Language::English);
        for line in lines {
            type_line(&mut app, line);
            app.harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
            app.settle();
            assert!(!is_in_the_log(&app), "{line}");
            app.shortcut(Key::L);
            app.press(Key::Enter);
        }
        let people: Vec<_> = log(&app).iter().filter_map(|entry| entry.person).collect();
        assert_eq!(people, [LIN], "it chooses nobody");
    }
}

#[test]
fn phases_and_the_meeting_are_timed_against_the_plan() {
    for language in BOTH {
        let mut app = table(language);
        edit_meeting(&mut app, MeetingEdit::Minutes(Some(30)));
        app.click_t("meeting-start");
        app.wait_minutes(25);
        let middle = app.state().catalog.phase(Phase::Middle).name.get(language).to_owned();
        app.click(&format!("{middle} {}", app.t("meeting-phase-ahead")));
        app.wait_minutes(10);
        let of = |minutes: i64| [("count", Arg::from(minutes)), ("planned", Arg::from(30))];
        assert!(app.has(&app.tr("meeting-minutes-of", &of(35))), "{}", app.names());
        assert!(app.has(&app.tr("meeting-minutes-over", &[("count", Arg::from(5))])));
        let spent = |minutes: i64| {
            let args = [("count", Arg::from(minutes)), ("when", Arg::from(""))];
            app.tr("meeting-phase-spent", &args)
        };
        assert!(app.shows(spent(25).trim()) && app.shows(spent(10).trim()), "{}", app.names());
    }
}

#[test]
fn my_cards_and_favourites_come_first_and_are_found_by_letters() {
    let mut app = table(Language::English);
    let mut card = OwnCard::new(EntryId(Uuid::from_u128(77)));
    "Friday trick".clone_into(&mut card.name);
    let id = card.card_id();
    app.update(Action::Edit(Edit::Library(counterpoint::app::edit::LibraryEdit::SetCard(
        Box::new(card),
    ))));
    app.shortcut(Key::L);
    app.enter("t fri");
    assert_eq!(log(&app)[0].tactic, Some(id));
    edit_meeting(
        &mut app,
        MeetingEdit::Phase {
            phase: Phase::Opening,
            at: moment(),
            entry: EntryId(Uuid::from_u128(5)),
        },
    );
    assert!(app.has("Friday trick"));
    assert!(app.has(&app.tr("tactic-seen", &[("count", Arg::from(1))])));
    app.type_into_t("tactic-search", "nibb");
    let nibble = app.state().catalog.tactic("nibble").unwrap().name.en.clone();
    assert!(app.has(&nibble), "a card of another phase is found");
    let app = app.restart();
    let draft = &app.state().preferences.drafts.meetings[&app.session().meetings[0].id];
    assert_eq!(draft.tactic_search, "nibb", "half-typed letters survive");
}
