//! What one can do at the table while one talks, mostly with the keyboard alone.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{Edit, SessionEdit};
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::ledger::Side;
use counterpoint::domain::phase::Phase;
use counterpoint::domain::potato::{PotatoKind, PotatoVerdict};
use counterpoint::domain::session::LogKind;
use counterpoint::domain::tactic::Mark;
use counterpoint::i18n::{Arg, Language};
use egui::{Key, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rust_decimal::Decimal;

use crate::app::{App, BOTH};

/// The meeting of a negotiation with both limits set.
fn table(language: Language) -> App {
    let mut app = App::with_session(language);
    let id = app.session().id;
    for edit in [
        SessionEdit::Target(Some(Decimal::from(1300))),
        SessionEdit::Reservation(Some(Decimal::from(1180))),
    ] {
        app.update(Action::Edit(Edit::Session(id, edit)));
    }
    app.click_tab("negotiation-tab-meeting");
    app
}

fn tab(app: &App) -> Option<NegotiationTab> {
    match app.state().navigation.current() {
        Route::Negotiation { tab, .. } => Some(*tab),
        _ => None,
    }
}

#[test]
fn offers_are_typed_one_after_the_other() {
    for language in BOTH {
        let mut app = table(language);
        app.shortcut(Key::E);
        for line in ["us 1480 30 days", "1.05k", "1420", "我方 1400"] {
            app.enter(line);
        }
        let offers: Vec<_> =
            app.session().offers.iter().map(|offer| (offer.side, offer.price)).collect();
        let expected = [(Side::Us, 1480), (Side::Them, 1050), (Side::Us, 1420), (Side::Us, 1400)]
            .map(|(side, price)| (side, Some(Decimal::from(price))));
        assert_eq!(offers, expected, "the side changes by itself unless it is named");
        assert_eq!(app.session().offers[0].terms, "30 days");

        let part = |id, name, price: i64| {
            let price = app.state().messages.number(Decimal::from(price));
            app.tr(id, &[(name, Arg::from(price))])
        };
        let number = |price: i64| Arg::from(app.state().messages.number(Decimal::from(price)));
        let answer = app.tr(
            "now-sentence",
            &[
                ("since", Arg::from(app.t("now-since-start"))),
                ("they", Arg::from(part("now-them-named", "price", 1050))),
                ("we", Arg::from(part("now-us-concession", "amount", 80))),
                (
                    "gap",
                    Arg::from(
                        app.tr("now-gap-was", &[("amount", number(350)), ("before", number(430))]),
                    ),
                ),
            ],
        );
        assert!(app.shows(&answer), "{answer:?} is not among {}", app.names());
        assert!(app.shows(&app.t("warning-bid-against-myself")));
    }
}

#[test]
fn a_line_without_a_price_is_kept_and_explained() {
    for language in BOTH {
        let mut app = table(language);
        app.shortcut(Key::E);
        app.enter("us 1,5");
        assert!(app.session().offers.is_empty());
        assert!(app.shows(&app.t("offer-unreadable")));
        let draft = &app.state().preferences.drafts.meetings[&app.session().meetings[0].id];
        assert_eq!(draft.offer_line, "us 1,5");
    }
}

#[test]
fn the_same_keys_again_change_the_side_of_the_offer() {
    let mut app = table(Language::English);
    for _ in 0..2 {
        app.shortcut(Key::E);
    }
    app.enter("1050");
    assert_eq!(app.session().offers[0].side, Side::Them);
}

#[test]
fn the_same_keys_again_change_the_kind_of_the_log() {
    for language in BOTH {
        let mut app = table(language);
        app.shortcut(Key::L);
        app.enter("What is best for Plant 2?");
        app.shortcut(Key::L);
        app.enter("A board date by Friday");
        let kinds: Vec<LogKind> = app.session().log.iter().map(|entry| entry.kind).collect();
        assert_eq!(kinds, [LogKind::Quote, LogKind::Promise]);
    }
}

#[test]
fn the_keys_of_the_table_work_from_every_step() {
    let mut app = table(Language::English);
    for step in [NegotiationTab::Plan, NegotiationTab::Walk, NegotiationTab::Brief] {
        for (key, line) in [(Key::E, "us 1480"), (Key::L, "Any news?"), (Key::T, "No budget")] {
            let session = app.session().id;
            app.update(Action::Go(Route::Negotiation { session, tab: step }));
            app.shortcut(key);
            assert_eq!(tab(&app), Some(NegotiationTab::Meeting), "{key:?} from {step:?}");
            app.enter(line);
        }
    }
    let session = app.session();
    assert_eq!((session.offers.len(), session.log.len(), session.potatoes.len()), (3, 3, 3));
}

#[test]
fn a_hot_potato_is_caught_tested_and_answered() {
    for language in BOTH {
        let mut app = table(language);
        app.shortcut(Key::T);
        app.enter("No budget left this year");
        let content = app.state().catalog.potato(PotatoKind::Budget);
        let ask = content.tests[0].ask.get(language).to_owned();
        let option = content.if_real[0].get(language).to_owned();
        app.click(&ask);
        assert_eq!(app.session().potatoes[0].asked, [true, false, false]);
        let real = app.state().messages.word("potato-verdict", "real").to_owned();
        assert!(!app.shows(&option), "before the test nothing is given");
        app.click(&real);
        assert_eq!(app.session().potatoes[0].verdict, PotatoVerdict::Real);
        assert!(app.shows(&option));
        app.click_t("potato-reopen");
        assert!(app.session().potatoes[0].is_untested());
    }
}

#[test]
fn every_kind_of_hot_potato_shows_its_three_questions() {
    for language in BOTH {
        let mut app = table(language);
        for (count, kind) in (1_usize..).zip(PotatoKind::ALL) {
            let chip = app.state().messages.word("potato", kind.id()).to_owned();
            app.click(&chip);
            app.enter(&format!("Claim {count}"));
            let potatoes = &app.session().potatoes;
            assert_eq!(potatoes.len(), count);
            assert_eq!(potatoes[count - 1].kind, kind);
            for question in &app.state().catalog.potato(kind).tests {
                let ask = question.ask.get(language);
                let boxes = app.harness.query_all_by_label(ask);
                let boxes = boxes.filter(|node| node.accesskit_node().role() == Role::CheckBox);
                assert_eq!(boxes.count(), 1, "{kind:?}: {ask:?}");
            }
        }
    }
}

#[test]
fn starting_opens_the_meeting_and_the_clock_counts_minutes() {
    for language in BOTH {
        let mut app = table(language);
        app.click_t("meeting-start");
        let meeting = app.session().focus_meeting().cloned().unwrap();
        assert_eq!(meeting.phase, Phase::Opening);
        assert_eq!(meeting.started, Some(app.state().clock.now()));
        app.wait_minutes(49);
        assert!(app.has(&app.tr("meeting-minutes", &[("count", Arg::from(49))])));
    }
}

#[test]
fn an_unethical_tactic_is_noted_and_never_offered_for_use() {
    for language in BOTH {
        let mut app = table(language);
        let catalog = &app.state().catalog;
        let card = catalog.tactics().iter().find(|card| card.mark == Mark::Unethical).unwrap();
        let fair = catalog.tactics_of(card.phase).find(|other| other.mark == Mark::Fair).unwrap();
        let name = card.name.get(language).to_owned();
        let fair = fair.name.get(language).to_owned();
        let card_id = card.id.clone();
        let phase = catalog.phase(card.phase).name.get(language);
        // In the rail, a phase that has not been reached.
        let step = format!("{phase} {}", app.t("meeting-phase-ahead"));
        app.click(&step);

        app.click(&fair);
        assert!(app.has(&app.t("tactic-mine")), "a fair one may be used");
        app.click(&name);
        assert!(!app.has(&app.t("tactic-mine")));
        app.click_t("tactic-they");
        let last = app.session().log.last().cloned().unwrap();
        assert_eq!((last.kind, last.tactic.as_deref()), (LogKind::TacticSeen, Some(&*card_id)));
    }
}
