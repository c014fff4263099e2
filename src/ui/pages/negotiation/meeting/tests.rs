//! What a keyboard alone can do at the table.

use std::cell::RefCell;
use std::rc::Rc;

use egui::{Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::SignedDuration;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::show;
use crate::app::action::Action;
use crate::app::clock::Clock;
use crate::app::drafts::Drafts;
use crate::app::edit::{Edit, SessionEdit};
use crate::app::workspace::Workspace;
use crate::content::catalog::Catalog;
use crate::domain::ids::{LibraryId, MeetingId, SessionId};
use crate::domain::ledger::Side;
use crate::domain::library::LibraryRecord;
use crate::domain::phase::Phase;
use crate::domain::potato::PotatoVerdict;
use crate::domain::session::{LogKind, Session};
use crate::i18n::{Language, Messages};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::Theme;
use crate::ui::window::prepare;

const SESSION: SessionId = SessionId(Uuid::from_u128(1));

struct Bench {
    work: Workspace,
    drafts: Drafts,
    clock: Clock,
}

impl Bench {
    fn new() -> Self {
        let clock = Clock::fixed("2026-06-16T14:00:00Z".parse().unwrap());
        let session = Session::new(SESSION, clock.now(), "CNY", MeetingId(Uuid::from_u128(2)));
        let library = LibraryRecord::new(LibraryId(Uuid::from_u128(3)), clock.now(), "CNY");
        let weights = *Catalog::bundled().unwrap().weights();
        let mut work = Workspace::new(library, Vec::new(), vec![session], weights);
        let limits = [
            SessionEdit::Target(Some(Decimal::from(1300))),
            SessionEdit::Reservation(Some(Decimal::from(1180))),
        ];
        for edit in limits {
            work.apply(Edit::Session(SESSION, edit), clock.now());
        }
        Self { work, drafts: Drafts::default(), clock }
    }

    fn session(&self) -> &Session {
        self.work.session(SESSION).unwrap()
    }
}

/// The meeting in a window; edits are carried out as the app does.
fn table() -> (Harness<'static>, Rc<RefCell<Bench>>) {
    let bench = Rc::new(RefCell::new(Bench::new()));
    let shared = Rc::clone(&bench);
    let (catalog, messages) = (Catalog::bundled().unwrap(), Messages::new(Language::English));
    let theme = Theme::bundled().unwrap();
    let mut prepared = false;
    let mut harness = Harness::builder().with_size(Vec2::new(1200.0, 1000.0)).build_ui(move |ui| {
        if !prepared {
            prepare(ui.ctx(), &theme);
            prepared = true;
            return;
        }
        let bench = &mut *shared.borrow_mut();
        let mut actions = Vec::new();
        let mut cx = Cx {
            work: &bench.work,
            catalog: &catalog,
            messages: &messages,
            tokens: theme.tokens(egui::Theme::Light),
            clock: &bench.clock,
            drafts: &mut bench.drafts,
            actions: &mut actions,
            read_only: false,
        };
        let session = bench.work.session(SESSION).unwrap();
        show(ui, &mut cx, session, session.focus_meeting().unwrap());
        for action in actions {
            if let Action::Edit(edit) = action {
                bench.work.apply(edit, bench.clock.now());
            }
        }
    });
    harness.run();
    (harness, bench)
}

fn shortcut(harness: &mut Harness<'_>, key: Key) {
    harness.key_press_modifiers(Modifiers::COMMAND, key);
    harness.run();
}

/// Types a line into what has the focus.
fn enter(harness: &mut Harness<'_>, bench: &Rc<RefCell<Bench>>, line: &str) {
    harness.event(egui::Event::Text(line.to_owned()));
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    bench.borrow().clock.advance(SignedDuration::from_mins(1));
}

fn click(harness: &mut Harness<'_>, name: &str) {
    for scrolled in [true, false] {
        let first = harness.query_all_by_label(name).next();
        let first = first.unwrap_or_else(|| panic!("nothing is called {name:?}"));
        if scrolled {
            first.scroll_to_me();
        } else {
            first.click();
        }
        harness.run();
    }
}

fn says(harness: &Harness<'_>, part: &str) {
    assert!(harness.query_all_by_label_contains(part).next().is_some(), "{part:?} is not there");
}

#[test]
fn offers_are_typed_one_after_the_other() {
    let (mut harness, bench) = table();
    shortcut(&mut harness, Key::E);
    for line in ["us 1480 30 days", "1.05k", "1420", "我方 1400"] {
        enter(&mut harness, &bench, line);
    }
    {
        let bench = bench.borrow();
        let offers: Vec<_> =
            bench.session().offers.iter().map(|offer| (offer.side, offer.price)).collect();
        let price = |price: i64| Decimal::from(price);
        let expected = [(Side::Us, 1480), (Side::Them, 1050), (Side::Us, 1420), (Side::Us, 1400)]
            .map(|(side, n)| (side, price(n)));
        assert_eq!(offers, expected, "the side changes by itself unless it is named");
        assert_eq!(bench.session().offers[0].terms, "30 days");
    }
    says(&harness, "they named 1,050, we moved 80 towards them; 350 apart, was 430");
    says(&harness, "You bid against yourself");
}

#[test]
fn a_line_without_a_price_is_kept_and_explained() {
    let (mut harness, bench) = table();
    shortcut(&mut harness, Key::E);
    enter(&mut harness, &bench, "us 1,5");
    assert!(bench.borrow().session().offers.is_empty());
    says(&harness, "No price in this yet");
    let draft = bench.borrow().drafts.meetings.values().next().cloned().unwrap();
    assert_eq!(draft.offer_price, "us 1,5");
}

#[test]
fn the_same_keys_again_change_the_kind_of_the_log() {
    let (mut harness, bench) = table();
    shortcut(&mut harness, Key::L);
    enter(&mut harness, &bench, "What is best for Plant 2?");
    shortcut(&mut harness, Key::L);
    enter(&mut harness, &bench, "A board date by Friday");
    let bench = bench.borrow();
    let kinds: Vec<LogKind> = bench.session().log.iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, [LogKind::Quote, LogKind::Promise]);
}

#[test]
fn a_hot_potato_is_caught_tested_and_answered() {
    let (mut harness, bench) = table();
    shortcut(&mut harness, Key::T);
    enter(&mut harness, &bench, "No budget left this year");
    let catalog = Catalog::bundled().unwrap();
    let content = catalog.potato(crate::domain::potato::PotatoKind::Budget);
    let ask = content.tests[0].ask.get(Language::English);
    click(&mut harness, ask);
    assert_eq!(bench.borrow().session().potatoes[0].asked, [true, false, false]);
    click(&mut harness, "Real");
    assert_eq!(bench.borrow().session().potatoes[0].verdict, PotatoVerdict::Real);
    says(&harness, content.if_real[0].get(Language::English));
    click(&mut harness, "Test again");
    assert!(bench.borrow().session().potatoes[0].is_untested());
}

#[test]
fn starting_opens_the_meeting_and_the_clock_counts_minutes() {
    let (mut harness, bench) = table();
    click(&mut harness, "Start meeting");
    {
        let bench = bench.borrow();
        let meeting = bench.session().focus_meeting().unwrap();
        assert_eq!((meeting.phase, meeting.started), (Phase::Opening, Some(bench.clock.now())));
    }
    bench.borrow().clock.advance(SignedDuration::from_mins(49));
    harness.run();
    harness.get_by_label("49 min");
}

#[test]
fn an_unethical_tactic_is_noted_and_never_offered_for_use() {
    let catalog = Catalog::bundled().unwrap();
    let unethical = crate::content::tactics::Mark::Unethical;
    let card = catalog.tactics().iter().find(|card| card.mark == unethical).unwrap();
    let (mut harness, bench) = table();
    let edit = crate::app::edit::MeetingEdit::Phase {
        phase: card.phase,
        at: bench.borrow().clock.now(),
        entry: bench.borrow().clock.new_entry(),
    };
    let meeting = bench.borrow().session().meetings[0].id;
    {
        let bench = &mut *bench.borrow_mut();
        let now = bench.clock.now();
        bench.work.apply(Edit::Session(SESSION, SessionEdit::Meeting(meeting, edit)), now);
    }
    harness.run();
    click(&mut harness, card.name.get(Language::English));
    assert!(harness.query_by_label("I use it").is_none());
    click(&mut harness, "They use it");
    let bench = bench.borrow();
    let last = bench.session().log.last().unwrap();
    assert_eq!((last.kind, last.tactic.as_deref()), (LogKind::TacticSeen, Some(card.id.as_str())));
}
