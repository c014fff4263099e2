//! Issues, weights, the zone of agreement, alternatives, team and prediction, worked by name.

use counterpoint::domain::issue::{Curve, IssueKind, IssueValue};
use counterpoint::domain::outcome::Verdict;
use counterpoint::domain::plan::TeamRole;
use counterpoint::i18n::Arg;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use rust_decimal::Decimal;

use crate::app::{App, BOTH};

#[expect(clippy::unnecessary_wraps, reason = "targets and walk-aways are optional")]
fn number(value: i64) -> Option<IssueValue> {
    Some(IssueValue::Number(Decimal::from(value)))
}

/// "Payment: my target".
fn cell(app: &App, name: &str, part: &str) -> String {
    let part = app.t(&format!("issues-part-{part}"));
    app.tr("issues-cell", &[("name", Arg::from(name)), ("part", part.into())])
}

fn fill(app: &mut App, name: &str, part: &str, text: &str) {
    let field = cell(app, name, part);
    app.type_into(&field, text);
    app.press(Key::Tab);
}

/// Adds one of the ideas of a plan without issues; the cursor then stands in my target.
fn add_idea(app: &mut App, id: &str) -> String {
    let name = app.t(&format!("issue-idea-{id}"));
    let button = if app.session().plan.issues.is_empty() {
        app.tr("issues-add-idea", &[("name", Arg::from(name.as_str()))])
    } else {
        app.click_t("issues-add");
        name.clone()
    };
    app.click(&button);
    name
}

fn open(app: &mut App, name: &str) {
    let row = app.tr("issues-open", &[("name", Arg::from(name))]);
    app.click(&row);
}

#[test]
fn an_issue_is_added_with_a_click_and_filled_in_with_the_keyboard() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let payment = add_idea(&mut app, "payment");
        app.type_text("30");
        app.press(Key::Tab);
        app.type_text("75 d");
        app.press(Key::Tab);
        app.type_text("20");
        let issue = app.session().plan.issues.first().cloned().unwrap();
        assert_eq!((issue.name.as_str(), issue.kind), (payment.as_str(), IssueKind::Number));
        assert_eq!((issue.mine.target, issue.mine.reservation), (number(30), number(75)));
        assert_eq!(issue.theirs.weight, Some(20));
        fill(&mut app, &payment, "their-target", "90");
        fill(&mut app, &payment, "their-limit", "45");
        fill(&mut app, &payment, "slack", "±15");
        let issue = app.session().plan.issues.first().cloned().unwrap();
        assert_eq!((issue.theirs.target, issue.theirs.reservation), (number(90), number(45)));
        assert_eq!(issue.theirs.give_or_take, Some(Decimal::from(15)));
        assert!(app.state().preferences.drafts.unparsed.is_empty());
    }
}

#[test]
fn what_cannot_be_read_in_a_cell_stays_and_is_worded_below_the_row() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let payment = add_idea(&mut app, "payment");
        fill(&mut app, &payment, "my-target", "soon");
        let field = cell(&app, &payment, "my-target");
        let args = [("cell", Arg::from(field)), ("text", "soon".into())];
        assert!(app.shows(&app.tr("issues-problem-number", &args)));
        assert!(app.shows("soon"));
        assert_eq!(app.session().plan.issues[0].mine.target, None);
        let delivery = add_idea(&mut app, "delivery");
        fill(&mut app, &delivery, "my-target", "2026-09-01");
        fill(&mut app, &delivery, "my-weight", "150");
        let issue = &app.session().plan.issues[1];
        assert_eq!(issue.mine.target, Some(IssueValue::Day(date(2026, 9, 1))));
        assert_eq!(issue.mine.weight, None, "a weight ends at 100");
        let weight = cell(&app, &delivery, "my-weight");
        let args = [("cell", Arg::from(weight)), ("text", "150".into())];
        assert!(app.shows(&app.tr("issues-problem-weight", &args)));
    }
}

#[test]
fn issues_are_moved_by_key_and_button_and_removed_with_an_undo() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let names: Vec<String> =
            ["payment", "term", "volume"].map(|id| add_idea(&mut app, id)).to_vec();
        let order = |app: &App| -> Vec<String> {
            app.session().plan.issues.iter().map(|issue| issue.name.clone()).collect()
        };
        assert_eq!(order(&app), names);
        open(&mut app, &names[2]);
        let up = app.tr("issue-up", &[("name", Arg::from(names[2].as_str()))]);
        app.click(&up);
        assert_eq!(order(&app), [0, 2, 1].map(|index: usize| names[index].clone()));
        let row = app.tr("issues-close", &[("name", Arg::from(names[2].as_str()))]);
        app.focus(&row);
        app.harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        app.settle();
        assert_eq!(order(&app), names);
        let remove = app.tr("issue-remove", &[("name", Arg::from(names[2].as_str()))]);
        app.click(&remove);
        assert_eq!(order(&app), names[..2]);
        app.wait_minutes(1);
        app.shortcut(Key::Z);
        assert_eq!(order(&app), names);
    }
}

#[test]
fn pairs_are_compared_by_keys_and_taken_over_in_one_step() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let (payment, term) = (add_idea(&mut app, "payment"), add_idea(&mut app, "term"));
        let price = app.t("topic-price");
        app.click_t("weigh-start-us");
        let args = [("first", Arg::from(price.as_str())), ("second", payment.as_str().into())];
        assert!(app.shows(&app.tr("weigh-question-us", &args)));
        app.press(Key::Num1);
        let args = [("first", Arg::from(payment.as_str())), ("second", term.as_str().into())];
        assert!(app.shows(&app.tr("weigh-question-us", &args)), "the next pair");
        // Half of the answers outlast the app.
        let mut app = app.restart();
        assert!(app.shows(&app.tr("weigh-question-us", &args)));
        app.press(Key::Num1);
        app.press(Key::Num5);
        let pairs = [(&price, &payment), (&payment, &term), (&price, &term)];
        assert!(app.shows(&app.t("weigh-circle")), "none of the three is the wrong one for sure");
        for (first, second) in pairs {
            let args = [("first", Arg::from(first.as_str())), ("second", second.as_str().into())];
            assert!(app.shows(&app.tr("weigh-circle-again", &args)));
        }
        assert_eq!(app.session().plan.price.weight, None, "nothing is taken over yet");
        app.click_t("weigh-again");
        for _ in 0..3 {
            app.press(Key::Num1);
        }
        app.click_t("weigh-take");
        let plan = app.session().plan;
        let weights = [plan.price.weight, plan.issues[0].mine.weight, plan.issues[1].mine.weight];
        assert!(weights[0] > weights[1] && weights[1] > weights[2], "{weights:?}");
        let sum: u8 = weights.into_iter().flatten().sum();
        assert_eq!(sum, 100);
        assert_eq!(plan.price.their_weight, None);
        app.shortcut(Key::Z);
        assert_eq!(app.session().plan.price.weight, None, "one step takes all weights back");
    }
}

#[test]
fn digits_answer_only_while_the_question_is_seen_and_nothing_else_takes_them() {
    let mut app = App::with_session(BOTH[0]);
    let (payment, _) = (add_idea(&mut app, "payment"), add_idea(&mut app, "term"));
    app.click_t("weigh-start-us");
    let answers = |app: &App| {
        let plans = &app.state().preferences.drafts.plans;
        plans.values().map(|draft| draft.mine.answers.len()).sum::<usize>()
    };
    for modifiers in [Modifiers::ALT, Modifiers::SHIFT] {
        app.harness.key_press_modifiers(modifiers, Key::Num1);
        app.settle();
        assert_eq!(answers(&app), 0, "{modifiers:?}");
    }
    app.press(Key::Num1);
    assert_eq!(answers(&app), 1);
    fill(&mut app, &payment, "my-target", "");
    app.press(Key::Num1);
    assert_eq!(answers(&app), 1, "the next field has the digit");
    for _ in 0..12 {
        app.click_t("team-add");
    }
    let member = app.tr("team-remove", &[("name", Arg::from(""))]);
    let last = app.harness.query_all_by_label(&member).last().unwrap();
    last.scroll_to_me();
    last.focus();
    app.settle();
    app.press(Key::Num1);
    assert_eq!(answers(&app), 1, "nobody sees the question");
}

#[test]
fn fields_filled_in_quickly_are_taken_back_one_by_one() {
    for language in BOTH {
        let mut app = App::with_session(language);
        // The clock stands still: everything happens at once.
        let payment = add_idea(&mut app, "payment");
        app.type_text("3");
        app.type_text("0");
        fill(&mut app, &payment, "my-weight", "20");
        let price = app.t("topic-price");
        fill(&mut app, &price, "my-weight", "80");
        let row = app.tr("issues-open", &[("name", Arg::from(payment.as_str()))]);
        app.focus(&row);
        let now = |app: &App| {
            let plan = app.session().plan;
            let issue = plan.issues.first().cloned();
            (plan.price.weight, issue.map(|issue| (issue.mine.weight, issue.mine.target)))
        };
        assert_eq!(now(&app), (Some(80), Some((Some(20), number(30)))));
        app.shortcut(Key::Z);
        assert_eq!(now(&app), (None, Some((Some(20), number(30)))), "one weight");
        app.shortcut(Key::Z);
        assert_eq!(now(&app), (None, Some((None, number(30)))), "the other");
        app.shortcut(Key::Z);
        assert_eq!(now(&app), (None, Some((None, None))), "the target, not the issue");
        app.shortcut(Key::Z);
        assert_eq!(now(&app), (None, None));
    }
}

#[test]
fn what_cannot_be_read_of_a_point_goes_when_points_change_places() {
    let mut app = App::with_session(BOTH[0]);
    let payment = add_idea(&mut app, "payment");
    fill(&mut app, &payment, "my-target", "30");
    fill(&mut app, &payment, "my-limit", "70");
    open(&mut app, &payment);
    let curve = format!("{}: {}", app.t("curve-label-us"), app.t("curve-points"));
    app.click(&curve);
    let second = [("number", Arg::from(2))];
    for button in ["curve-point-add", "curve-point-remove"] {
        let value = app.tr("curve-point-value", &second);
        app.type_into(&value, "soon");
        app.press(Key::Tab);
        assert_eq!(app.state().preferences.drafts.unparsed.len(), 1);
        let button =
            if button == "curve-point-add" { app.t(button) } else { app.tr(button, &second) };
        app.focus(&button);
        app.press(Key::Space);
        assert!(app.state().preferences.drafts.unparsed.is_empty(), "{button}");
    }
}

#[test]
fn the_zone_is_told_in_words_and_as_a_table() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let price = app.t("topic-price");
        fill(&mut app, &price, "my-target", "1480");
        fill(&mut app, &price, "my-limit", "1180");
        fill(&mut app, &price, "their-target", "1050");
        let missing = app.t("issues-part-their-limit");
        let args = [("parts", Arg::from(missing))];
        assert!(app.shows(&app.tr("zone-missing-parts", &args)));
        fill(&mut app, &price, "their-limit", "1320");
        let money = |app: &App, value: i64| app.state().messages.money(Decimal::from(value), "EUR");
        let ends = [("low", Arg::from(money(&app, 1180))), ("high", money(&app, 1320).into())];
        let both = app.tr("zone-between", &ends);
        assert!(app.shows(&both));
        fill(&mut app, &price, "slack", "60");
        let ends = [("low", Arg::from(money(&app, 1180))), ("high", money(&app, 1260).into())];
        assert!(app.shows(app.tr("zone-sure", &ends).trim()));
        app.click_t("zone-as-table");
        assert!(app.shows("1,320"));
        app.click_t("zone-as-chart");
        // Now the walk-aways do not meet.
        let payment = add_idea(&mut app, "payment");
        for (part, text) in
            [("my-target", "30"), ("my-limit", "45"), ("their-target", "90"), ("their-limit", "60")]
        {
            fill(&mut app, &payment, part, text);
        }
        assert!(app.shows(&app.t("zone-overall-apart")));
        let days =
            app.state().messages.difference(&app.session().plan.issues[0], Decimal::from(15));
        let args = [("name", Arg::from(payment.as_str())), ("by", days.into())];
        assert!(app.shows(&app.tr("zone-by", &args)));
    }
}

#[test]
fn an_opened_row_says_what_a_step_costs_and_has_points_to_change() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let payment = add_idea(&mut app, "payment");
        fill(&mut app, &payment, "my-target", "30");
        fill(&mut app, &payment, "my-limit", "70");
        open(&mut app, &payment);
        let (step, points, all) = {
            let session = app.session();
            let messages = &app.state().messages;
            let points = |number: &str, count: f64| {
                messages.with("issue-points", &[("number", number.into()), ("count", count.into())])
            };
            let step = messages.difference(&session.plan.issues[0], Decimal::from(5));
            (step, points("6.3", 6.3), points("50", 50.0))
        };
        let args = [("step", Arg::from(step)), ("points", points.into()), ("all", all.into())];
        let said = app.tr("issue-means-each-us", &args);
        assert!(app.shows(&said), "{said} in {}", app.names());
        let curve = format!("{}: {}", app.t("curve-label-us"), app.t("curve-points"));
        app.click(&curve);
        let worth = app.tr("curve-point-worth", &[("number", Arg::from(2))]);
        app.type_into(&worth, "");
        app.shortcut(Key::A);
        app.type_text("90");
        let Curve::Points(points) = app.session().plan.issues[0].mine.curve.clone() else {
            panic!("points")
        };
        let fifty = IssueValue::Number(Decimal::from(50));
        assert_eq!(points.get(1), Some(&(fifty, 90)));
    }
}

#[test]
fn a_list_has_entries_with_a_worth_and_a_walk_away() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.click_t("issues-add");
        app.click_t("issue-kind-choice");
        app.type_text("Training");
        let label = app.t("choice-add");
        app.type_into(&label, "");
        app.enter("Two days");
        app.enter("None");
        let issue = app.session().plan.issues.first().cloned().unwrap();
        assert_eq!((issue.name.as_str(), issue.kind), ("Training", IssueKind::Choice));
        let entries: Vec<(&str, u8)> =
            issue.choices.iter().map(|choice| (choice.name.as_str(), choice.mine)).collect();
        assert_eq!(entries, [("Two days", 100), ("None", 60)]);
        let part = |app: &App, name: &str, part: &str| {
            app.tr("choice-cell", &[("name", Arg::from(name)), ("part", app.t(part).into())])
        };
        // A letter at a time: the field keeps the cursor while its name changes.
        let name = part(&app, "None", "choice-name");
        app.type_into(&name, "!");
        app.type_text("?");
        assert_eq!(app.session().plan.issues[0].choices[1].name, "None!?");
        app.press(Key::Backspace);
        app.press(Key::Backspace);
        assert_eq!(app.session().plan.issues[0].choices[1].name, "None");
        let theirs = part(&app, "None", "choice-theirs");
        app.type_into(&theirs, "80");
        let limit = part(&app, "None", "choice-limit");
        app.click(&limit);
        let issue = app.session().plan.issues.first().cloned().unwrap();
        let key = issue.choices[1].key;
        assert_eq!(issue.choices[1].theirs, Some(80));
        assert_eq!(issue.mine.reservation, Some(IssueValue::Choice(key)));
        let remove = part(&app, "None", "choice-remove");
        app.click(&remove);
        let issue = app.session().plan.issues.first().cloned().unwrap();
        assert_eq!((issue.choices.len(), issue.mine.reservation), (1, None));
    }
}

#[test]
fn a_half_typed_entry_stays_with_its_list() {
    let mut app = App::with_session(BOTH[0]);
    for name in ["Training", "Support"] {
        app.click_t("issues-add");
        app.click_t("issue-kind-choice");
        app.type_text(name);
    }
    let label = app.t("choice-add");
    app.type_into(&label, "Two d");
    assert!(app.shows("Two d"));
    open(&mut app, "Training");
    assert!(!app.shows("Two d"), "the other list");
    open(&mut app, "Support");
    assert!(app.shows("Two d"));
}

#[test]
fn an_alternative_has_a_worth_that_is_told_as_a_package() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.type_into_t("plan-target", "1480");
        app.type_into_t("plan-limit", "1180");
        app.type_into_t("plan-alternative", "Renew until March");
        app.type_into_t("batna-worth-us", "40");
        app.press(Key::Tab);
        assert_eq!(app.session().plan.alternative_worth, Some(40));
        let value = app.state().messages.money(Decimal::from(1300), "EUR");
        let price = app.t("topic-price");
        let term = app.tr("batna-term", &[("name", Arg::from(price)), ("value", value.into())]);
        assert!(app.shows(&app.tr("batna-equals", &[("terms", Arg::from(term))])));
        app.type_into_t("batna-theirs", "They build it");
        app.type_into_t("batna-worth-them", "lots");
        app.press(Key::Tab);
        let plan = app.session().plan;
        assert_eq!(plan.their_alternative, "They build it");
        assert_eq!(plan.their_alternative_worth, None);
        assert!(app.shows(&app.t("batna-worth-problem")));
    }
}

#[test]
fn the_team_has_roles_that_say_what_they_do() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.click_t("team-add");
        app.type_into_t("team-name", "Jonas");
        assert!(app.shows(&app.t("team-does-lead")));
        let role = app.t("team-role-lead");
        let role = app.tr("team-role-of", &[("name", Arg::from("Jonas")), ("role", role.into())]);
        app.click(&role);
        app.click_t("team-role-scribe");
        let team = app.session().plan.team;
        assert_eq!((team[0].name.as_str(), team[0].role), ("Jonas", TeamRole::Scribe));
        assert!(app.shows(&app.t("team-does-scribe")));
        let remove = app.tr("team-remove", &[("name", Arg::from("Jonas"))]);
        app.click(&remove);
        assert!(app.session().plan.team.is_empty());
    }
}

#[test]
fn a_prediction_is_written_before_the_start_only() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let verdict = format!("{}: {}", app.t("predict-verdict"), app.t("outcome-advance"));
        app.click(&verdict);
        app.type_into_t("predict-sure", "");
        app.shortcut(Key::A);
        app.type_text("80");
        app.type_into_t("predict-low", "1230");
        app.type_into_t("predict-high", "1310");
        app.press(Key::Tab);
        let meeting = app.session().meetings[0].clone();
        let prediction = meeting.prediction.unwrap();
        assert_eq!((prediction.verdict, prediction.sure), (Some(Verdict::Advance), 80));
        assert_eq!(prediction.low, Some(Decimal::from(1230)));
        assert_eq!(prediction.high, Some(Decimal::from(1310)));
        app.click_tab("negotiation-tab-meeting");
        app.click_t("meeting-start");
        app.click_tab("negotiation-tab-plan");
        assert!(app.shows(&app.t("predict-closed")));
        assert!(!app.has(&app.t("predict-low")), "nothing can be written any more");
    }
}

#[test]
fn a_plan_with_a_price_alone_is_ready_without_issues() {
    for language in BOTH {
        let app = App::with_session(language);
        assert!(app.shows(&app.t("issues-none")));
        assert!(!app.shows(&app.t("issues-my-weight")), "one topic needs no weight");
        assert!(!app.shows(&app.t("ready-weights")));
    }
}
