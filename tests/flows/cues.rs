//! What is heard in the words of the live log: tactics and hot potatoes, followed to the end.

use counterpoint::app::action::Action;
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::potato::{PotatoKind, PotatoVerdict, Whose};
use counterpoint::domain::session::LogKind;
use counterpoint::i18n::Arg;
use egui::Key;

use crate::app::BOTH;
use crate::live::{LIN, alt, kinds, log, table, table_of_two, type_line};

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
