//! What a deal could be: the picture, packages, swaps, doubt and concessions.

use std::time::{Duration, Instant};

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::edit::{Edit, SessionEdit};
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::bargaining::{Analysis, PackageWish, Space, Watch};
use counterpoint::domain::deal_space::DealSpace;
use counterpoint::domain::ids::{EntryId, IssueId};
use counterpoint::domain::issue::{Issue, IssueKind, IssueValue, Stakes};
use counterpoint::domain::ledger::{Offer, Side};
use counterpoint::domain::plan::{ConcessionSteps, PriceStakes};
use counterpoint::domain::session::Session;
use counterpoint::i18n::{Arg, Language};
use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::app::{App, BOTH};

fn number(value: i64) -> IssueValue {
    IssueValue::Number(Decimal::from(value))
}

fn stakes(weight: u8, target: i64, reservation: i64) -> Stakes {
    Stakes {
        weight: Some(weight),
        target: Some(number(target)),
        reservation: Some(number(reservation)),
        ..Stakes::default()
    }
}

fn issue(id: u128, name: &str, unit: &str, mine: Stakes, theirs: Stakes) -> Issue {
    Issue {
        name: name.to_owned(),
        unit: unit.to_owned(),
        mine,
        theirs,
        ..Issue::new(IssueId(Uuid::from_u128(id)), IssueKind::Number)
    }
}

const DAYS: u128 = 31;

fn edit(app: &mut App, edits: impl IntoIterator<Item = SessionEdit>) {
    let id = app.session().id;
    for edit in edits {
        app.update(Action::Edit(Edit::Session(id, edit)));
    }
}

/// A negotiation with a price, days of payment and a term, on the page of deals.
fn deals(language: Language) -> App {
    let mut app = App::with_session(language);
    edit(
        &mut app,
        [
            SessionEdit::Target(Some(Decimal::from(1300))),
            SessionEdit::Reservation(Some(Decimal::from(1180))),
            SessionEdit::PriceStakes(Box::new(PriceStakes {
                weight: Some(40),
                their_weight: Some(30),
                their_target: Some(Decimal::from(1100)),
                their_reservation: Some(Decimal::from(1300)),
                ..PriceStakes::default()
            })),
            SessionEdit::SetIssue(Box::new(issue(
                DAYS,
                "Zahlziel",
                "days",
                stakes(15, 30, 75),
                stakes(45, 75, 30),
            ))),
            SessionEdit::SetIssue(Box::new(issue(
                32,
                "Laufzeit",
                "months",
                stakes(45, 36, 12),
                stakes(25, 12, 36),
            ))),
        ],
    );
    app.click_tab("negotiation-tab-deals");
    app
}

fn session(app: &App) -> Session {
    app.session()
}

/// Our offer on everything, at the table.
fn offer(app: &mut App, price: i64, days: i64, term: i64) {
    let meeting = session(app).meetings[0].id;
    let values = [
        (IssueId(Uuid::from_u128(DAYS)), number(days)),
        (IssueId(Uuid::from_u128(32)), number(term)),
    ];
    let offer = Offer {
        id: EntryId(Uuid::from_u128(77)),
        at: app.state().clock.now(),
        meeting,
        side: Side::Us,
        price: Some(Decimal::from(price)),
        values: values.into(),
        terms: String::new(),
    };
    edit(app, [SessionEdit::AddOffer(offer)]);
}

#[test]
fn a_plan_without_limits_says_what_is_missing_and_leads_there() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.click_tab("negotiation-tab-deals");
        let missing = app.tr("deals-nothing-text", &[("topics", app.t("topic-price").into())]);
        assert!(app.shows(&missing), "{missing:?} is not among {}", app.names());
        app.click_t("deals-to-plan");
        let Route::Negotiation { tab, .. } = app.state().navigation.current() else { panic!() };
        assert_eq!(*tab, NegotiationTab::Plan);
    }
}

#[test]
fn with_the_price_alone_there_is_a_zone_and_a_plan_of_concessions() {
    for language in BOTH {
        let mut app = App::with_session(language);
        edit(
            &mut app,
            [
                SessionEdit::Target(Some(Decimal::from(1300))),
                SessionEdit::Reservation(Some(Decimal::from(1180))),
                SessionEdit::PriceStakes(Box::new(PriceStakes {
                    their_target: Some(Decimal::from(1100)),
                    their_reservation: Some(Decimal::from(1250)),
                    ..PriceStakes::default()
                })),
            ],
        );
        app.click_tab("negotiation-tab-deals");
        let args = [("low", "1,180".into()), ("high", "1,250".into())];
        assert!(app.shows(&app.tr("deals-zone-between", &args)));
        assert!(app.shows(&app.t("deals-one-topic")));
        assert!(app.has(&app.t("deals-opening")), "the price can be given way on");
        assert!(!app.shows(&app.t("deals-swaps")), "there is nothing to swap");
    }
}

#[test]
fn the_picture_tells_what_both_gain_from_our_offer_to_the_balanced_deal() {
    for language in BOTH {
        let mut app = deals(language);
        assert!(app.shows(&app.t("deals-swaps-from-balanced")));
        offer(&mut app, 1300, 30, 36);
        assert!(app.shows(&app.t("deals-swaps-from-offer")));
        let record = session(&app);
        let deals = DealSpace::of(&record.plan, record.my_party, &record.currency);
        let space = Space::new(&deals.case).unwrap();
        let analysis = Analysis::new(&space, &PackageWish::default(), &Watch::none()).unwrap();
        let nash = analysis.solutions.nash.as_ref().unwrap();
        assert!(nash.me < 1.0 && nash.them > 0.0);
        // All that we want is worth everything to us and nothing to them.
        let points = |worth: f64| format!("{:.0}", worth * 100.0);
        let they = app.tr("deals-they-gain", &[("points", points(nash.them).into())]);
        let we = app.tr("deals-we-lose", &[("points", points(1.0 - nash.me).into())]);
        let goal = app.t("deals-balance-nash");
        let args = [("goal", Arg::from(goal)), ("they", they.into()), ("we", we.into())];
        let told = app.tr("deals-way-us", &args);
        assert!(app.shows(&told), "{told:?} is not among {}", app.names());
    }
}

#[test]
fn a_mark_of_the_picture_is_walked_to_with_the_arrows_and_tells_its_terms() {
    for language in BOTH {
        let mut app = deals(language);
        offer(&mut app, 1250, 45, 24);
        let picture = |app: &App| -> String {
            let worth = app.t("deals-our-offer");
            let images = app
                .harness
                .root()
                .children_recursive()
                .filter(|node| node.accesskit_node().role() == egui::Role::Image);
            let names = images.filter_map(|node| node.accesskit_node().label());
            names.into_iter().find(|name| name.contains(&worth)).unwrap_or_default()
        };
        let summary = picture(&app);
        app.harness
            .query_all_by_label(&summary)
            .next()
            .unwrap_or_else(|| panic!("no picture among {}", app.names()))
            .focus();
        app.settle();
        app.press(Key::ArrowRight);
        let told = picture(&app);
        assert_ne!(told, summary, "the arrow tells one deal");
        assert!(told.contains("45") && told.contains("24"), "{told}");
        assert!(app.shows(&told), "it is written below the picture too");
    }
}

#[test]
fn the_deals_are_a_command_and_a_page_to_go_back_to() {
    let mut app = deals(Language::English);
    let route = app.state().navigation.current().clone();
    app.click_tab("negotiation-tab-plan");
    app.update(Action::Command(UiCommand::Deals));
    assert_eq!(*app.state().navigation.current(), route);
    app.update(Action::Go(Route::Negotiations));
    app.update(Action::Command(UiCommand::Back));
    assert_eq!(*app.state().navigation.current(), route);
}

#[test]
fn the_picture_is_there_as_a_table() {
    for language in BOTH {
        let mut app = deals(language);
        app.click_t("deals-as-table");
        assert!(app.shows(&app.t("deals-table-terms")));
        assert!(app.shows(&app.t("deals-unbeaten")), "all deals of the line are in it");
        app.click_t("deals-as-table");
        assert!(app.shows(&app.t("deals-no-better")));
    }
}

/// What a button puts on the clipboard.
fn copied(app: &mut App, button: &str) -> String {
    let label = app.t(button);
    app.harness.get_by_label(&label).click();
    for _ in 0..4 {
        app.harness.step();
        let commands = &app.harness.output().platform_output.commands;
        let copy = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = copy {
            return text;
        }
    }
    panic!("nothing was copied");
}

#[test]
fn packages_are_copied_without_our_values_kept_renamed_and_removed() {
    for language in BOTH {
        let mut app = deals(language);
        let copied = copied(&mut app, "deals-copy-all");
        app.click_t("deals-keep");
        let kept = session(&app).plan.packages.clone();
        assert!(kept.len() >= 2, "{kept:?}");
        assert!(kept.iter().all(|one| one.price.is_some() && one.values.len() == 2));
        let lines: Vec<&str> = copied.lines().collect();
        assert_eq!(lines.len(), kept.len() + 1, "{copied}");
        for (line, package) in lines[1..].iter().zip(&kept) {
            let price = app.state().messages.number(package.price.unwrap());
            assert!(line.contains(&package.name) && line.contains(&price), "{line}");
            assert!(line.contains("Zahlziel") && line.contains("Laufzeit"), "{line}");
        }
        for value in [app.t("side-us"), app.t("deals-them-guess")] {
            assert!(
                !copied.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == value),
                "{copied}"
            );
        }
        assert!(app.has(&app.t("deals-kept-already")), "the same are not kept twice");
        app.type_into_t("deals-kept-name", " A");
        let renamed = session(&app).plan.packages[0].name.clone();
        assert_eq!(renamed, format!("{} A", kept[0].name));
        let remove = app.tr("deals-kept-remove", &[("name", Arg::from(&renamed))]);
        app.click(&remove);
        assert_eq!(session(&app).plan.packages.len(), kept.len() - 1);
    }
}

#[test]
fn another_level_gives_packages_that_are_worth_that_much() {
    let mut app = deals(Language::English);
    let worth = |app: &App, middle: i64| {
        let ends =
            (middle - 3..=middle + 3).flat_map(|low| [(low, low), (low, low + 1), (low, low + 2)]);
        let mut said = ends.map(|(low, high)| {
            let range = if low == high { low.to_string() } else { format!("{low}–{high}") };
            app.tr("deals-packages-worth", &[("points", range.into())])
        });
        said.any(|worth| app.shows(&worth))
    };
    assert!(!worth(&app, 60));
    app.type_into_t("deals-level", "60");
    assert!(worth(&app, 60), "{}", app.names());
    let count = format!("{}: 2", app.t("deals-count"));
    app.click(&count);
    assert!(app.has(&app.tr("deals-packages", &[("count", 2.into())])));
}

#[test]
fn the_weight_that_matters_most_becomes_a_question_of_the_plan() {
    for language in BOTH {
        let mut app = deals(language);
        app.click_t("deals-ask-add");
        let questions = session(&app).plan.questions.clone();
        let named = ["Zahlziel", "Laufzeit"].into_iter().any(|issue| questions.contains(issue));
        assert!(named, "{questions:?}");
        assert!(app.has(&app.t("deals-ask-listed")));
    }
}

#[test]
fn the_plan_of_concessions_says_what_comes_next_and_for_what() {
    for language in BOTH {
        let mut app = deals(language);
        let money = |app: &App, amount: i64| {
            app.state().messages.money(Decimal::from(amount), &session(app).currency)
        };
        let opening = app.tr("deals-next-opening", &[("amount", money(&app, 1300).into())]);
        assert!(app.shows(&opening));
        let first = app.tr("deals-return", &[("step", 1.into())]);
        app.type_into(&first, "36 months");
        let steps = session(&app).plan.concessions.clone().unwrap();
        assert_eq!(steps.in_return, ["36 months"]);
        edit(
            &mut app,
            [SessionEdit::Concessions(Some(ConcessionSteps { steps: 4, softness: 100, ..steps }))],
        );
        offer(&mut app, 1300, 45, 24);
        let args = [("step", "30".into()), ("amount", money(&app, 1270).into())];
        let next = app.tr("deals-next", &args);
        let told = [("next", Arg::from(&next)), ("what", Arg::from("36 months"))];
        let told = app.tr("deals-next-for", &told);
        assert!(app.shows(&told), "{told:?} is not among {}", app.names());
        assert!(!app.shows(&app.t("deals-steps-warning")));
        let tough = format!("{}: {}", app.t("deals-shape"), app.t("deals-shape-tough"));
        app.click(&tough);
        assert!(app.shows(&app.t("deals-steps-warning")), "growing steps are warned of");
    }
}

#[test]
fn ten_issues_of_ten_options_stay_at_hand() {
    let mut app = App::with_session(Language::English);
    let issues = (1..=10_u8).map(|place| {
        let mine = stakes(5 + place * 7 % 40, 90, 0);
        let theirs = stakes(5 + place * 11 % 37, 0, 90);
        let one = issue(u128::from(place), &format!("Issue {place}"), "", mine, theirs);
        SessionEdit::SetIssue(Box::new(one))
    });
    edit(&mut app, issues);
    let id = app.session().id;
    let route = Route::Negotiation { session: id, tab: NegotiationTab::Deals };
    app.harness.state_mut().state.update(Action::Go(route));
    // The first frames come at once, before anything is worked out.
    let start = Instant::now();
    app.harness.run_steps(2);
    let first = start.elapsed();
    let mut longest = Duration::ZERO;
    let mut frames = 0_u32;
    while app.state().is_working() {
        assert!(start.elapsed() < Duration::from_mins(2), "never done");
        let frame = Instant::now();
        app.harness.run_steps(1);
        longest = longest.max(frame.elapsed());
        frames += 1;
    }
    app.settle();
    let whole = start.elapsed();
    println!("first {first:?}, longest of {frames} frames {longest:?}, all after {whole:?}");
    assert!(app.shows(&app.t("deals-swaps-trades")));
    assert!(frames > 0, "it is worked out beside the frames");
    // Generous, as this is not optimised and the machine may be busy.
    assert!(longest < Duration::from_secs(2), "{longest:?}");
}
