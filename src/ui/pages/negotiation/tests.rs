//! The preparation worked with keyboard and mouse.

use std::cell::RefCell;
use std::rc::Rc;

use egui::accesskit::Role;
use egui::{Key, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::show;
use crate::app::action::Action;
use crate::app::clock::Clock;
use crate::app::drafts::Drafts;
use crate::app::route::NegotiationTab;
use crate::app::workspace::Workspace;
use crate::content::catalog::Catalog;
use crate::domain::counterpart::Counterpart;
use crate::domain::ids::{CounterpartId, LibraryId, MeetingId, SessionId};
use crate::domain::library::LibraryRecord;
use crate::domain::outcome::Party;
use crate::domain::session::Session;
use crate::domain::walk::{Answer, QuestionId};
use crate::i18n::{Language, Messages};
use crate::ui::context::Cx;
use crate::ui::pages::Extras;
use crate::ui::pages::settings::SettingsInput;
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
        let clock = Clock::fixed("2026-06-15T09:00:00Z".parse().unwrap());
        let now = clock.now();
        let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(7)), now);
        "Lin Yue".clone_into(&mut person.name);
        let session = Session::new(SESSION, now, "EUR", MeetingId(Uuid::from_u128(2)));
        let library = LibraryRecord::new(LibraryId(Uuid::from_u128(3)), now, "EUR");
        let weights = *Catalog::bundled().unwrap().weights();
        let work = Workspace::new(library, vec![person], vec![session], weights);
        Self { work, drafts: Drafts::default(), clock }
    }

    fn session(&self) -> &Session {
        self.work.session(SESSION).unwrap()
    }
}

/// The page in a window; edits are carried out as the app does.
fn page(tab: NegotiationTab) -> (Harness<'static>, Rc<RefCell<Bench>>) {
    let bench = Rc::new(RefCell::new(Bench::new()));
    let shared = Rc::clone(&bench);
    let (catalog, messages) = (Catalog::bundled().unwrap(), Messages::new(Language::English));
    let theme = Theme::bundled().unwrap();
    let settings = SettingsInput {
        language: None,
        theme: crate::app::preferences::ThemeChoice::Light,
        text_size: crate::app::preferences::TextSize::default(),
        library_path: std::path::PathBuf::new(),
        recent: Vec::new(),
    };
    let mut prepared = false;
    let harness = Harness::builder().with_size(Vec2::new(1240.0, 860.0)).build_ui(move |ui| {
        if !prepared {
            prepare(ui.ctx(), &theme);
            prepared = true;
            return;
        }
        let bench = &mut *shared.borrow_mut();
        let mut actions = Vec::new();
        let extras = Extras { brief: None, include_limits: false, settings: &settings };
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
        show(ui, &mut cx, SESSION, tab, &extras);
        for action in actions {
            if let Action::Edit(edit) = action {
                bench.work.apply(edit, bench.clock.now());
            }
        }
    });
    (harness, bench)
}

fn focus(harness: &mut Harness<'_>, field: &str) {
    harness.get_by_role_and_label(Role::TextInput, field).focus();
    harness.run();
}

fn type_text(harness: &mut Harness<'_>, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

fn press(harness: &mut Harness<'_>, key: Key) {
    harness.key_press(key);
    harness.run();
}

#[test]
fn the_essentials_of_a_new_plan_are_typed_without_the_mouse() {
    let (mut harness, bench) = page(NegotiationTab::Plan);
    harness.run();
    type_text(&mut harness, "Sign the pilot");
    press(&mut harness, Key::Tab);
    for digit in ["1", "3", "4", "0"] {
        type_text(&mut harness, digit);
    }
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "1.2k");
    press(&mut harness, Key::Tab);
    let bench = bench.borrow();
    let plan = &bench.session().plan;
    assert_eq!(plan.goal, "Sign the pilot");
    assert_eq!(plan.target, Some(Decimal::from(1340)));
    assert_eq!(plan.reservation, Some(Decimal::from(1200)));
    assert!(bench.drafts.unparsed.is_empty());
    harness.get_by_label_contains("EUR 140 of room");
}

#[test]
fn prices_the_wrong_way_round_are_swapped_with_one_click() {
    let (mut harness, bench) = page(NegotiationTab::Plan);
    focus(&mut harness, "Target price");
    type_text(&mut harness, "90");
    press(&mut harness, Key::Tab);
    type_text(&mut harness, "100");
    harness.get_by_label("Swap them").click();
    harness.run();
    {
        let bench = bench.borrow();
        let plan = &bench.session().plan;
        assert_eq!(plan.target, Some(Decimal::from(100)));
        assert_eq!(plan.reservation, Some(Decimal::from(90)));
        assert_eq!(bench.session().my_party, Party::Seller);
    }
    harness.get_by_label_contains("EUR 10 of room");
}

#[test]
fn what_is_not_an_amount_stays_as_typed_and_changes_nothing() {
    let (mut harness, bench) = page(NegotiationTab::Plan);
    focus(&mut harness, "Target price");
    type_text(&mut harness, "about ten");
    press(&mut harness, Key::Tab);
    assert_eq!(bench.borrow().session().plan.target, None);
    assert!(bench.borrow().drafts.unparsed.values().any(|text| text == "about ten"));
    harness.get_by_label_contains("Not an amount yet");
}

#[test]
fn a_meeting_is_dated_in_words() {
    let (mut harness, bench) = page(NegotiationTab::Plan);
    focus(&mut harness, "Date and time");
    type_text(&mut harness, "friday");
    press(&mut harness, Key::Tab);
    harness.get_by_label_contains("The time is missing");
    focus(&mut harness, "Date and time");
    press(&mut harness, Key::End);
    type_text(&mut harness, " 14:00");
    press(&mut harness, Key::Tab);
    let planned = bench.borrow().session().meetings.first().and_then(|meeting| meeting.planned);
    assert_eq!(planned, Some(date(2026, 6, 19).at(14, 0, 0, 0)));
}

#[test]
fn people_come_to_the_table_by_name_and_new_ones_are_made() {
    let (mut harness, bench) = page(NegotiationTab::Plan);
    for name in ["lin", "Marta Novak"] {
        harness.get_by_label("Add person").click();
        harness.run();
        focus(&mut harness, "Find a person, or type a new name");
        type_text(&mut harness, name);
        press(&mut harness, Key::Enter);
    }
    let bench = bench.borrow();
    let names: Vec<String> =
        bench.work.people_of(bench.session()).map(Counterpart::full_name).collect();
    assert_eq!(names, ["Lin Yue", "Marta Novak"]);
}

#[test]
fn an_answer_is_ticked_and_taken_back() {
    let (mut harness, bench) = page(NegotiationTab::Walk);
    harness.run();
    let answer = || bench.borrow().session().walk.answer(QuestionId::A1);
    harness.get_by_label("Does it cite facts? Partly").click();
    harness.run();
    assert_eq!(answer(), Some(Answer::Partly));
    harness.get_by_label("Does it cite facts? Partly").click();
    harness.run();
    assert_eq!(answer(), None);
}
