//! The preparation of a negotiation, worked with keyboard and mouse.

use counterpoint::domain::counterpart::Named;
use counterpoint::domain::outcome::Party;
use counterpoint::domain::walk::{Answer, QuestionId};
use counterpoint::i18n::{Arg, Language};
use egui::Key;
use jiff::civil::date;
use rust_decimal::Decimal;

use crate::app::{App, BOTH};

/// "EUR 140 of room, 10.4 % of the target".
fn room(app: &App, width: i64, share: f64) -> String {
    let messages = &app.state().messages;
    let width = messages.money(Decimal::from(width), "EUR");
    let percent = messages.percent(share);
    app.tr("plan-room", &[("width", Arg::from(width)), ("percent", Arg::from(percent))])
}

#[test]
fn the_essentials_of_a_new_plan_are_typed_without_the_mouse() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.type_text("Sign the pilot");
        app.press(Key::Tab);
        for digit in ["1", "3", "4", "0"] {
            app.type_text(digit);
        }
        app.press(Key::Tab);
        app.type_text("1.2k");
        app.press(Key::Tab);
        let plan = &app.session().plan;
        assert_eq!(plan.goal, "Sign the pilot");
        assert_eq!(plan.target, Some(Decimal::from(1340)));
        assert_eq!(plan.reservation, Some(Decimal::from(1200)));
        assert!(app.state().preferences.drafts.unparsed.is_empty());
        assert!(app.shows(&room(&app, 140, 140.0 / 1340.0)));
    }
}

#[test]
fn prices_the_wrong_way_round_are_swapped_with_one_click() {
    for language in BOTH {
        let mut app = App::with_session(language);
        assert_eq!(app.session().my_party, Party::Seller);
        app.type_into_t("plan-target", "90");
        app.press(Key::Tab);
        app.type_text("100");
        assert!(app.shows(&app.t("plan-wrong-seller")));
        app.click_t("plan-swap");
        let plan = &app.session().plan;
        assert_eq!(plan.target, Some(Decimal::from(100)));
        assert_eq!(plan.reservation, Some(Decimal::from(90)));
        assert_eq!(app.session().my_party, Party::Seller);
        assert!(app.shows(&room(&app, 10, 0.1)));
    }
}

#[test]
fn what_is_not_an_amount_stays_as_typed_and_changes_nothing() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.type_into_t("plan-target", "about ten");
        app.press(Key::Tab);
        assert_eq!(app.session().plan.target, None);
        let unparsed = &app.state().preferences.drafts.unparsed;
        assert!(unparsed.values().any(|text| text == "about ten"), "{unparsed:?}");
        assert!(app.shows("about ten"), "the field keeps what was typed");
        assert!(app.shows(&app.t("plan-amount-problem")));
    }
}

#[test]
fn a_meeting_is_dated_in_words() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let day = match language {
            Language::English => "friday",
            Language::Chinese => "周五",
        };
        app.type_into_t("plan-when", day);
        app.press(Key::Tab);
        assert!(app.shows(&app.tr("plan-when-needs-time", &[("text", Arg::from(day))])));
        app.type_into_t("plan-when", "");
        app.press(Key::End);
        app.type_text(" 14:00");
        app.press(Key::Tab);
        let planned = app.session().meetings.first().and_then(|meeting| meeting.planned);
        assert_eq!(planned, Some(date(2026, 6, 19).at(14, 0, 0, 0)));
    }
}

#[test]
fn people_come_to_the_table_by_name_and_new_ones_are_made() {
    for language in BOTH {
        let mut app = App::with_session(language);
        for name in ["lin", "Marta Novak"] {
            app.click_t("plan-add-person");
            app.type_into_t("plan-find-person", name);
            app.press(Key::Enter);
        }
        let session = app.session();
        let people = app.work().people_of(&session.counterparts);
        let names: Vec<String> = people.map(Named::full_name).collect();
        assert_eq!(names, ["Lin Yue", "Marta Novak"]);
        assert_eq!(app.work().people().len(), 2, "Lin Yue was found, not made again");
    }
}

#[test]
fn an_answer_is_ticked_and_taken_back() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.click_tab("negotiation-tab-walk");
        for expected in [Some(Answer::Partly), None] {
            app.answer(QuestionId::A1, Answer::Partly);
            assert_eq!(app.session().walk.answer(QuestionId::A1), expected);
        }
    }
}
