//! The live log at the table: letters for kinds, names, cards and offers in one line, cues, hot
//! potatoes to the end, calm mode, and the key that hides everything.

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{Edit, MeetingEdit, SessionEdit};
use counterpoint::app::modal::Modal;
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::counterpart::Counterpart;
use counterpoint::domain::ids::{CounterpartId, EntryId};
use counterpoint::domain::ledger::Side;
use counterpoint::domain::outcome::{Commitment, CommitmentState, Party};
use counterpoint::domain::phase::Phase;
use counterpoint::domain::potato::{PotatoKind, PotatoVerdict, Whose};
use counterpoint::domain::session::{Effect, LogEntry, LogKind};
use counterpoint::domain::tactic::OwnCard;
use counterpoint::i18n::{Arg, Language};
use egui::{Key, Modifiers};
use egui_kittest::kittest::NodeT as _;
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

const LIN: CounterpartId = CounterpartId(Uuid::from_u128(7));
const ZHOU: CounterpartId = CounterpartId(Uuid::from_u128(8));

/// The meeting of a negotiation with Lin Yue.
fn table(language: Language) -> App {
    let mut app = App::with_session(language);
    edit(&mut app, SessionEdit::AddCounterpart(LIN));
    edit(&mut app, SessionEdit::Target(Some(Decimal::from(1300))));
    app.click_tab("negotiation-tab-meeting");
    app
}

/// The same with Zhou Min beside her.
fn table_of_two(language: Language) -> App {
    let mut app = table(language);
    let mut person = Counterpart::new(ZHOU, moment());
    "周敏".clone_into(&mut person.name);
    "Zhou Min".clone_into(&mut person.latin_name);
    app.update(Action::Edit(Edit::AddCounterpart(Box::new(person))));
    edit(&mut app, SessionEdit::AddCounterpart(ZHOU));
    app
}

fn edit(app: &mut App, edit: SessionEdit) {
    let id = app.session().id;
    app.update(Action::Edit(Edit::Session(id, edit)));
}

fn edit_meeting(app: &mut App, change: MeetingEdit) {
    let meeting = app.session().meetings[0].id;
    edit(app, SessionEdit::Meeting(meeting, change));
}

fn log(app: &App) -> Vec<LogEntry> {
    app.session().log
}

fn kinds(app: &App) -> Vec<(LogKind, String)> {
    log(app).into_iter().map(|entry| (entry.kind, entry.text)).collect()
}

fn alt(app: &mut App, key: Key) {
    app.harness.key_press_modifiers(Modifiers::ALT, key);
    app.settle();
}

/// Puts words into the entry of the log.
fn type_line(app: &mut App, line: &str) {
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

const SQUEEZE: [&str; 2] = ["You have to do better than that.", "这个价不行，你们得再便宜一点。"];

#[test]
fn a_cue_is_shown_while_words_are_typed_and_never_in_the_way() {
    for (language, words) in BOTH.into_iter().zip(SQUEEZE) {
        let mut app = table(language);
        type_line(&mut app, words);
        let may_be = app.t("cue-may-be");
        app.wait_for("the cue", |app| app.has(&may_be));
        let card = app.state().catalog.tactic("squeeze").unwrap();
        let counter = card.counter_line.get(language).to_owned();
        assert!(app.shows(&counter), "{}", app.names());
        app.press(Key::Enter);
        assert_eq!(kinds(&app), [(LogKind::Quote, words.to_owned())], "Enter saves what was typed");
        assert!(!app.has(&may_be), "it goes away with the text");
    }
}

#[test]
fn a_cue_is_taken_by_its_number() {
    for (language, words) in BOTH.into_iter().zip(SQUEEZE) {
        let mut app = table(language);
        type_line(&mut app, words);
        let may_be = app.t("cue-may-be");
        app.wait_for("the cue", |app| app.has(&may_be));
        alt(&mut app, Key::Num7);
        let taken = &log(&app)[0];
        assert_eq!((taken.kind, taken.tactic.as_deref()), (LogKind::TacticSeen, Some("squeeze")));
        assert_eq!(taken.text, words);
        app.enter("and the next line");
        assert_eq!(log(&app)[1].text, "and the next line");
    }
}

#[test]
fn a_claim_becomes_a_hot_potato_that_is_followed_to_the_end() {
    for (language, words) in BOTH
        .into_iter()
        .zip(["There is no budget left for this year.", "预算就这么多，一分钱也加不了。"])
    {
        let mut app = table_of_two(language);
        type_line(&mut app, words);
        let may_be = app.t("cue-may-be");
        app.wait_for("the cue", |app| app.has(&may_be));
        let kind = app.state().messages.word("potato", "budget").to_owned();
        let name = app.tr("cue-potato", &[("kind", (&kind).into())]);
        let chip = (7..10)
            .map(|number| {
                app.tr("cue-chip", &[("name", (&name).into()), ("number", Arg::from(number))])
            })
            .find(|chip| app.has(chip))
            .unwrap_or_else(|| panic!("{}", app.names()));
        app.click(&chip);
        let potato = app.session().potatoes[0].clone();
        assert_eq!((potato.kind, potato.claim.as_str()), (PotatoKind::Budget, words));
        assert_eq!(potato.person, Some(LIN));

        let outcome = NegotiationTab::Outcome(app.session().meetings[0].id);
        let plan = NegotiationTab::Plan;
        for tab in
            [plan, NegotiationTab::Deals, NegotiationTab::Walk, outcome, NegotiationTab::Brief]
        {
            let session = app.session().id;
            app.update(Action::Go(Route::Negotiation { session, tab }));
            let claim = words.trim_end_matches(['.', '。']);
            assert!(app.shows(claim), "untested, it stays on {tab:?}");
        }
        app.click_tab("negotiation-tab-meeting");
        let real = app.state().messages.word("potato-verdict", "real").to_owned();
        app.click(&real);
        let whose = app.state().messages.word("whose", "theirs").to_owned();
        let whose = format!("{}: {whose}", app.t("potato-whose"));
        app.click(&whose);
        app.type_into_t("potato-answer", "Two budget years");
        let potato = app.session().potatoes[0].clone();
        assert_eq!(potato.verdict, PotatoVerdict::Real);
        assert_eq!(
            (potato.whose, potato.answer.as_str()),
            (Some(Whose::Theirs), "Two budget years")
        );
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
}

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
fn one_key_hides_everything_and_brings_it_back_while_typing() {
    for language in BOTH {
        for second in [false, true] {
            let mut app = secrets(language);
            type_line(&mut app, "half a li");
            let press = |app: &mut App| {
                if second {
                    app.shortcut(Key::Backtick)
                } else {
                    app.press(Key::F10)
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
