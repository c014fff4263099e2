//! Statistics over all negotiations.

use counterpoint::app::action::Action;
use counterpoint::app::command::UiCommand;
use counterpoint::app::drafts::TacticOrder;
use counterpoint::app::edit::Edit;
use counterpoint::app::route::Route;
use counterpoint::domain::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use counterpoint::domain::outcome::{Commitment, CommitmentState, Party, Verdict};
use counterpoint::domain::prediction::Prediction;
use counterpoint::domain::session::{Effect, LogEntry, LogKind, Meeting, Session};
use counterpoint::domain::statistics::Proportion;
use counterpoint::i18n::Arg;
use egui::Key;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

/// A negotiation with one meeting that ended, as an advance or not.
fn held(app: &mut App, number: u128, advance: bool, person: Option<CounterpartId>) {
    let meeting = MeetingId(Uuid::from_u128(1000 + number));
    let id = SessionId(Uuid::from_u128(2000 + number));
    let mut session = Session::new(id, moment(), "EUR", meeting);
    session.counterparts = person.into_iter().collect();
    let held: &mut Meeting = &mut session.meetings[0];
    held.started = Some(moment());
    held.ended = Some(moment());
    held.prediction = Some(Prediction {
        at: moment(),
        verdict: Some(Verdict::Advance),
        sure: 80,
        low: None,
        high: None,
    });
    if advance {
        held.outcome.commitments.push(Commitment {
            id: Some(EntryId(Uuid::from_u128(3000 + number))),
            party: Party::Buyer,
            action: "call".to_owned(),
            person: Some("Li".to_owned()),
            due: Some(jiff::civil::date(2026, 6, 30)),
            cost: String::new(),
            binding: false,
            state: CommitmentState::Open,
        });
    }
    session.log.push(LogEntry {
        id: EntryId(Uuid::from_u128(4000 + number)),
        at: moment(),
        meeting,
        kind: LogKind::TacticUsed,
        text: String::new(),
        tactic: Some("trade".to_owned()),
        phase: None,
        person: None,
        effect: Some(if advance { Effect::Worked } else { Effect::Backfired }),
    });
    app.update(Action::Edit(Edit::AddSession(Box::new(session))));
}

fn open(app: &mut App) {
    app.update(Action::Command(UiCommand::Statistics));
    assert_eq!(app.state().navigation.current(), &Route::Statistics);
}

#[test]
fn without_anything_to_count_the_page_says_what_to_do() {
    for language in BOTH {
        let mut app = App::empty(language);
        open(&mut app);
        assert!(app.has(&app.t("statistics-empty-title")));
        app.click_t("statistics-to-negotiations");
        assert_eq!(app.state().navigation.current(), &Route::Negotiations);
    }
}

#[test]
fn few_meetings_have_no_percentage_and_many_have_a_range() {
    for language in BOTH {
        let mut app = App::empty(language);
        for number in 0..4 {
            held(&mut app, number, number < 3, None);
        }
        open(&mut app);
        let said = |app: &App, hits: usize, of: usize| {
            app.tr("statistics-moved", &[("hits", Arg::from(hits)), ("of", of.into())])
        };
        assert!(app.shows(&said(&app, 3, 4)), "{}", app.names());
        assert!(app.shows(&app.t("statistics-too-few")));
        let between = |app: &App, hits, of| {
            let (low, high) = Proportion { hits, of }.interval().expect("a range");
            let percent = |share: f64| Arg::from(app.state().messages.percent(share));
            app.tr("statistics-between", &[("low", percent(low)), ("high", percent(high))])
        };
        assert!(!app.shows(&between(&app, 3, 4)), "no range from four meetings");
        for number in 4..12 {
            held(&mut app, number, number < 8, None);
        }
        assert!(app.shows(&said(&app, 7, 12)), "{}", app.names());
        assert!(app.shows(&between(&app, 7, 12)), "{}", app.names());
        // All were expected to be advances.
        let args = [("hits", Arg::from(7)), ("of", Arg::from(12))];
        assert!(app.shows(&app.tr("statistics-came-true", &args)), "{}", app.names());
    }
}

#[test]
fn the_page_is_opened_from_the_negotiations_and_by_name() {
    for language in BOTH {
        let mut app = App::with_session(language);
        app.update(Action::Go(Route::Negotiations));
        app.click_t("command-statistics");
        assert_eq!(app.state().navigation.current(), &Route::Statistics);
        app.update(Action::Go(Route::Today));
        app.shortcut(Key::K);
        let name = app.t("command-statistics");
        app.type_text(&name);
        app.press(Key::Enter);
        assert_eq!(app.state().navigation.current(), &Route::Statistics);
    }
}

#[test]
fn statistics_of_one_person_leave_the_others_out() {
    for language in BOTH {
        let mut app = App::with_session(language);
        let person = app.first_person();
        for number in 0..3 {
            held(&mut app, number, true, Some(person));
        }
        held(&mut app, 3, false, None);
        open(&mut app);
        let meetings =
            |app: &App, count: usize| app.tr("statistics-meetings", &[("count", Arg::from(count))]);
        assert!(app.shows(&meetings(&app, 4)), "{}", app.names());
        app.click_t("statistics-choose");
        app.click("Lin Yue");
        assert_eq!(app.state().preferences.drafts.statistics.person, Some(person));
        assert!(app.shows(&meetings(&app, 3)), "{}", app.names());
        app.click_t("statistics-everybody");
        assert!(app.shows(&meetings(&app, 4)));
    }
}

#[test]
fn tactics_are_sorted_and_opened() {
    for language in BOTH {
        let mut app = App::empty(language);
        held(&mut app, 1, true, None);
        held(&mut app, 2, false, None);
        open(&mut app);
        let column = app.t("statistics-head-backfired");
        let sort = app.tr("statistics-sort-by", &[("column", Arg::from(column))]);
        app.click(&sort);
        assert_eq!(app.state().preferences.drafts.statistics.order, TacticOrder::Backfired);
        let of = app.tr("statistics-of", &[("hits", Arg::from(1)), ("of", Arg::from(2))]);
        assert!(app.shows(&of), "{}", app.names());
        let name = app.state().catalog.tactic("trade").unwrap().name.get(language).to_owned();
        let row = app
            .names()
            .split(" | ")
            .find(|row| row.starts_with(&format!("{name}. ")))
            .expect("a row")
            .to_owned();
        app.click(&row);
        assert_eq!(app.state().navigation.current(), &Route::tactic("trade"));
    }
}
