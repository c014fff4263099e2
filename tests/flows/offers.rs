//! Offers about several issues at the table: typed in one line, corrected, and what they add up to.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{Edit, SessionEdit};
use counterpoint::domain::ids::IssueId;
use counterpoint::domain::issue::{Issue, IssueKind, IssueValue, Topic};
use counterpoint::domain::ledger::Side;
use counterpoint::i18n::{Arg, Language};
use egui::Key;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::app::{App, BOTH};

const PAYMENT: IssueId = IssueId(Uuid::from_u128(31));
const TERM: IssueId = IssueId(Uuid::from_u128(32));

fn number(value: i64) -> IssueValue {
    IssueValue::Number(Decimal::from(value))
}

fn named(id: IssueId, name: &str, unit: &str, mine: (i64, i64), theirs: (i64, i64)) -> Box<Issue> {
    let mut issue = Issue::new(id, IssueKind::Number);
    name.clone_into(&mut issue.name);
    unit.clone_into(&mut issue.unit);
    (issue.mine.target, issue.mine.reservation) = (Some(number(mine.0)), Some(number(mine.1)));
    (issue.theirs.target, issue.theirs.reservation) =
        (Some(number(theirs.0)), Some(number(theirs.1)));
    Box::new(issue)
}

/// The meeting of a negotiation about price, payment and term.
fn table(language: Language) -> App {
    let mut app = App::with_session(language);
    let id = app.session().id;
    let (payment, term) = match language {
        Language::English => (("Payment", "days after invoice"), ("Term", "months")),
        Language::Chinese => (("账期", "开票后天数"), ("合同期限", "个月")),
    };
    for edit in [
        SessionEdit::Target(Some(Decimal::from(1300))),
        SessionEdit::Reservation(Some(Decimal::from(1180))),
        SessionEdit::SetIssue(named(PAYMENT, payment.0, payment.1, (30, 75), (90, 45))),
        SessionEdit::SetIssue(named(TERM, term.0, term.1, (36, 18), (12, 30))),
    ] {
        app.update(Action::Edit(Edit::Session(id, edit)));
    }
    app.click_tab("negotiation-tab-meeting");
    app.shortcut(Key::E);
    app
}

/// Side, price, payment and term.
type Said = (Side, Option<i64>, Option<i64>, Option<i64>);

fn offers(app: &App) -> Vec<Said> {
    let whole = |number: Decimal| i64::try_from(number).unwrap();
    let value = |value: Option<&IssueValue>| match value {
        Some(IssueValue::Number(number)) => Some(whole(*number)),
        _ => None,
    };
    let offers = app.session().offers;
    offers
        .iter()
        .map(|offer| {
            let (payment, term) = (offer.values.get(&PAYMENT), offer.values.get(&TERM));
            (offer.side, offer.price.map(whole), value(payment), value(term))
        })
        .collect()
}

fn lines(language: Language) -> [&'static str; 4] {
    match language {
        Language::English => {
            ["us 1400 30d 36m", "them 1000 90 days, term 24", "1350 45d", "them 36 months"]
        }
        Language::Chinese => {
            ["我方 1400 账期30天 36个月", "对方1000，90天账期，期限24", "1350 45天", "对方 36个月"]
        }
    }
}

/// The name of a choice of the card "Where are we now?".
fn about(app: &App, what: &str) -> String {
    format!("{}: {what}", app.t("position-about"))
}

/// The name of the row of the ledger that holds a value.
fn row(app: &App, value: &str) -> String {
    let payment = app.session().plan.issues[0].name.clone();
    let names = app.names();
    // The buttons of a row are called after it, with a colon.
    let is_row = |name: &&str| {
        name.contains(value)
            && name.contains(&payment)
            && !name.contains(": ")
            && !name.contains('：')
    };
    names.split(" | ").find(is_row).unwrap_or_else(|| panic!("no row in {names}")).to_owned()
}

#[test]
fn numbers_typed_once_become_offers_on_every_issue() {
    for language in BOTH {
        let mut app = table(language);
        for line in lines(language) {
            app.enter(line);
        }
        let expected = [
            (Side::Us, Some(1400), Some(30), Some(36)),
            (Side::Them, Some(1000), Some(90), Some(24)),
            (Side::Us, Some(1350), Some(45), None),
            (Side::Them, None, None, Some(36)),
        ];
        assert_eq!(offers(&app), expected);
        assert!(app.session().offers.iter().all(|offer| offer.terms.is_empty()));
        let term = app.session().plan.issues[1].clone();
        let value = app.state().messages.term(&term, number(36));
        let args = [("topic", Arg::from(&term.name)), ("value", value.into())];
        assert!(app.shows(&app.tr("ledger-settled", &args)), "{}", app.names());
        // One sentence about all topics.
        let gap = app.tr(
            "now-all-topic",
            &[("topic", Arg::from(app.t("topic-price"))), ("amount", "350".into())],
        );
        assert!(app.shows(&gap), "{gap}: {}", app.names());
        let settled = app.tr("now-all-settled", &[("topics", Arg::from(&term.name))]);
        assert!(app.shows(&settled), "{settled}: {}", app.names());
    }
}

#[test]
fn what_is_typed_is_shown_as_understood_before_it_is_stored() {
    for language in BOTH {
        let mut app = table(language);
        app.type_text(lines(language)[0]);
        let payment = app.session().plan.issues[0].clone();
        let value = app.state().messages.term(&payment, number(30));
        let args = [("topic", Arg::from(&payment.name)), ("value", value.into())];
        let shown = app.tr("offer-term", &args);
        assert!(app.shows(&shown), "{shown}: {}", app.names());
        assert!(app.session().offers.is_empty());
    }
}

#[test]
fn what_could_be_two_issues_is_asked_about_and_kept_as_text() {
    let mut app = table(Language::English);
    let id = app.session().id;
    let delivery = named(IssueId(Uuid::from_u128(33)), "Delivery", "days", (60, 20), (10, 40));
    app.update(Action::Edit(Edit::Session(id, SessionEdit::SetIssue(delivery))));
    app.type_text("us 1300 30 days");
    let args = [("words", Arg::from("30 days")), ("topics", "Payment or Delivery".into())];
    assert!(app.shows(&app.tr("offer-several", &args)), "{}", app.names());
    app.press(Key::Enter);
    let offer = app.session().offers[0].clone();
    assert_eq!((offer.price, offer.values.len()), (Some(Decimal::from(1300)), 0));
    assert_eq!(offer.terms, "30 days");
}

#[test]
fn an_offer_is_corrected_in_the_line_in_which_it_was_typed() {
    for language in BOTH {
        let mut app = table(language);
        app.enter(lines(language)[0]);
        app.enter(lines(language)[1]);
        app.type_text("12");
        let first = app.session().offers[0].clone();
        app.focus(&row(&app, "1,400"));
        app.press(Key::Enter);
        let draft = |app: &App| {
            app.state().preferences.drafts.meetings[&app.session().meetings[0].id].clone()
        };
        assert!(draft(&app).offer_line.contains("1400"), "{}", draft(&app).offer_line);
        assert!(app.has(&app.t("offer-save")));
        let extra = if language == Language::English {
            ", “with training”"
        } else {
            "，“含培训”"
        };
        app.enter(extra);
        let changed = app.session().offers[0].clone();
        assert_eq!((changed.id, changed.at, changed.price), (first.id, first.at, first.price));
        assert_eq!(changed.values, first.values);
        assert!(!changed.terms.is_empty());
        assert_eq!(app.session().offers.len(), 2);
        assert_eq!(draft(&app).offer_line, "12", "what was half typed is there again");
    }
}

#[test]
fn an_offer_is_removed_from_its_row_and_comes_back_with_undo() {
    for language in BOTH {
        let mut app = table(language);
        app.enter(lines(language)[0]);
        let name = row(&app, "1,400");
        app.focus(&name);
        app.press(Key::Delete);
        assert!(app.session().offers.is_empty());
        app.shortcut(Key::Z);
        assert_eq!(app.session().offers.len(), 1);
        // The buttons of the row are reached from it by Tab.
        app.focus(&row(&app, "1,400"));
        app.press(Key::Tab);
        app.press(Key::Enter);
        assert!(app.session().offers.is_empty(), "the cross comes first");
    }
}

#[test]
fn a_correction_can_be_left() {
    let mut app = table(Language::English);
    app.enter("us 1400 30d");
    app.focus(&row(&app, "1,400"));
    app.press(Key::Enter);
    assert!(app.has(&app.t("offer-save")));
    app.type_text(" 45m");
    app.press(Key::Escape);
    assert_eq!(offers(&app), [(Side::Us, Some(1400), Some(30), None)]);
    assert!(!app.has(&app.t("offer-save")));
}

#[test]
fn each_topic_the_package_and_their_weights_can_be_looked_at() {
    for language in BOTH {
        let mut app = table(language);
        app.enter(lines(language)[0]);
        app.click(&about(&app, &app.t("position-weights")));
        assert!(app.shows(&app.t("guess-none")));
        app.shortcut(Key::E);
        let theirs = match language {
            Language::English => {
                ["them 1000 90 days, term 24", "them 1040 90 days", "them 1080 90d"]
            }
            Language::Chinese => ["对方1000，90天账期，期限24", "对方1040 90天", "对方 1080 90天"],
        };
        for line in theirs {
            app.enter(line);
        }
        app.click(&about(&app, &app.t("position-weights")));
        assert!(
            app.shows(&app.tr("guess-rests-on-few", &[("count", Arg::from(3))])),
            "{}",
            app.names()
        );
        app.click_t("guess-take");
        let plan = app.session().plan;
        let weights =
            [plan.price.their_weight, plan.issues[0].theirs.weight, plan.issues[1].theirs.weight];
        assert_eq!(weights.iter().flatten().map(|weight| u32::from(*weight)).sum::<u32>(), 100);
        assert!(
            weights[1] > weights[0],
            "they held the payment and moved on the price: {weights:?}"
        );

        let payment = plan.issues[0].name.clone();
        app.click(&about(&app, &payment));
        let held = app.t("position-hold");
        assert!(app.has(&held), "their payment did not move: {}", app.names());
        app.click(&about(&app, &app.t("position-package")));
        assert!(app.shows(&app.t("package-guess")));
    }
}

#[test]
fn limits_of_every_issue_and_the_worth_of_the_package_are_watched() {
    for language in BOTH {
        let mut app = table(language);
        let id = app.session().id;
        app.update(Action::Edit(Edit::Session(id, SessionEdit::AlternativeWorth(Some(60)))));
        app.shortcut(Key::E);
        app.enter(lines(language)[0]);
        app.enter(lines(language)[1]);
        app.enter(if language == Language::English {
            "us 1250 80d 24m"
        } else {
            "我方 1250 80天 24个月"
        });
        let payment = app.session().plan.issues[0].clone();
        let by = app.state().messages.difference(&payment, Decimal::from(5));
        let beyond = app.tr("warning-beyond-reservation", &[("by", Arg::from(by))]);
        let args = [("topics", Arg::from(&payment.name)), ("warning", beyond.into())];
        assert!(app.shows(&app.tr("warning-about", &args)), "{}", app.names());
        let args = [("worth", Arg::from("31")), ("alternative", "60".into())];
        assert!(app.shows(&app.tr("warning-below-alternative", &args)), "{}", app.names());
    }
}

#[test]
fn weights_are_estimated_on_topics_that_can_be_valued() {
    let mut app = table(Language::English);
    let id = app.session().id;
    app.update(Action::Edit(Edit::Session(
        id,
        SessionEdit::Weights(
            Side::Us,
            vec![(Topic::Price, Some(60)), (Topic::Issue(TERM), Some(40))],
        ),
    )));
    app.shortcut(Key::E);
    app.enter("us 1400 30d 36m");
    // Everything at the target.
    assert!(app.has("100"), "{}", app.names());
}

#[test]
fn enter_in_the_frame_of_the_last_digit_takes_that_digit_too() {
    let mut app = table(Language::English);
    app.type_text("us 130");
    // Queued one by one, each event would have a frame of its own.
    let enter = egui::Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    };
    app.harness.input_mut().events.extend([egui::Event::Text("0".to_owned()), enter]);
    app.settle();
    assert_eq!(offers(&app), [(Side::Us, Some(1300), None, None)]);
}

#[test]
fn a_correction_changes_sides_only_when_told_to() {
    for language in BOTH {
        let mut app = table(language);
        app.enter("us 1400");
        let us = app.state().messages.word("side", "us").to_owned();
        let correct = |app: &mut App, line: &str| {
            let names = app.names();
            // The row is called by its time first.
            let is_row = |name: &&str| name.contains(&us) && name.starts_with("13:");
            let row = names.split(" | ").find(is_row).unwrap_or_else(|| panic!("{names}"));
            app.focus(row);
            app.press(Key::Enter);
            app.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
            app.type_text(line);
        };
        correct(&mut app, "1390");
        app.press(Key::Enter);
        assert_eq!(offers(&app), [(Side::Us, Some(1390), None, None)], "the next is theirs");
        correct(&mut app, "1380");
        let them =
            format!("{}: {}", app.t("offer-side"), app.state().messages.word("side", "them"));
        app.click(&them);
        app.press(Key::Enter);
        assert_eq!(offers(&app), [(Side::Them, Some(1380), None, None)]);
        app.enter("1000");
        assert_eq!(offers(&app)[1].0, Side::Them, "the entry goes on where it was");
    }
}

#[test]
fn between_dates_there_are_days() {
    for language in BOTH {
        let mut app = table(language);
        let id = app.session().id;
        let mut start = Issue::new(IssueId(Uuid::from_u128(34)), IssueKind::Date);
        "Start".clone_into(&mut start.name);
        let day = |day: i8| Some(IssueValue::Day(jiff::civil::date(2026, 9, day)));
        (start.mine.target, start.mine.reservation) = (day(1), day(28));
        let issue = start.clone();
        app.update(Action::Edit(Edit::Session(id, SessionEdit::SetIssue(Box::new(start)))));
        app.shortcut(Key::E);
        for line in [
            "us 1400 Start 2026-09-01",
            "them 1000 Start 2026-09-28",
            "us Start 2026-09-15",
            "them Start 2026-09-30",
        ] {
            app.enter(line);
        }
        app.click(&about(&app, "Start"));
        let days = |days: i64| app.state().messages.difference(&issue, Decimal::from(days));
        for (words, amount) in
            [("position-concession", 14), ("position-retreat", 2), ("position-was", 27)]
        {
            let told = app.tr(words, &[("amount", days(amount).into())]);
            assert!(app.has(&told), "{told}: {}", app.names());
        }
        assert!(app.has(&days(15)), "the gap: {}", app.names());
        if language == Language::Chinese {
            assert!(app.has("收回 2 天"), "to go back is not to give way");
        }
    }
}
