//! After the meeting: what was agreed against the plan, prediction, tactics, debrief, promises.

use counterpoint::app::action::Action;
use counterpoint::app::edit::{Edit, MeetingEdit, SessionEdit};
use counterpoint::app::route::{NegotiationTab, Route};
use counterpoint::domain::ids::{EntryId, IssueId};
use counterpoint::domain::issue::{Issue, IssueKind, IssueValue, Stakes};
use counterpoint::domain::ledger::{Offer, Side};
use counterpoint::domain::outcome::{Commitment, CommitmentState, Outcome, Party, Verdict, judge};
use counterpoint::domain::prediction::Prediction;
use counterpoint::domain::session::{Effect, LogEntry, LogKind};
use counterpoint::i18n::{Arg, Language};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::app::{App, BOTH, moment};

const DAYS: IssueId = IssueId(Uuid::from_u128(61));
const MONTHS: IssueId = IssueId(Uuid::from_u128(62));

fn edit(app: &mut App, edit: SessionEdit) {
    let id = app.session().id;
    app.update(Action::Edit(Edit::Session(id, edit)));
}

fn meeting_edit(app: &mut App, change: MeetingEdit) {
    let meeting = app.session().meetings[0].id;
    edit(app, SessionEdit::Meeting(meeting, change));
}

fn number(value: i64) -> IssueValue {
    IssueValue::Number(Decimal::from(value))
}

fn issue(
    id: IssueId,
    name: &str,
    unit: &str,
    mine: (i64, i64, u8),
    theirs: (i64, i64, u8),
) -> Issue {
    let stakes = |(target, reservation, weight)| Stakes {
        weight: Some(weight),
        target: Some(number(target)),
        reservation: Some(number(reservation)),
        ..Stakes::default()
    };
    Issue {
        name: name.to_owned(),
        unit: unit.to_owned(),
        mine: stakes(mine),
        theirs: stakes(theirs),
        ..Issue::new(id, IssueKind::Number)
    }
}

/// A negotiation about a payment term that matters to them and a contract term that matters to me.
fn held(language: Language) -> App {
    let mut app = App::with_session(language);
    let days = issue(DAYS, "Payment", "days", (30, 90, 20), (90, 30, 80));
    let months = issue(MONTHS, "Contract", "months", (36, 12, 80), (12, 36, 20));
    for issue in [days, months] {
        edit(&mut app, SessionEdit::SetIssue(Box::new(issue)));
    }
    app
}

fn offer(app: &mut App, id: u128, side: Side, price: i64, days: i64, months: i64) {
    let meeting = app.session().meetings[0].id;
    let values = [(DAYS, days), (MONTHS, months)];
    let values = values.into_iter().map(|(id, value)| (id, number(value))).collect();
    let offer = Offer {
        id: EntryId(Uuid::from_u128(id)),
        at: moment(),
        meeting,
        side,
        price: Some(Decimal::from(price)),
        values,
        terms: String::new(),
    };
    edit(app, SessionEdit::AddOffer(offer));
}

/// Shows the page of the outcome, all of it at once.
fn judged(app: &mut App) {
    app.harness.set_size(egui::Vec2::new(1440.0, 1700.0));
    let session = app.session();
    let tab = NegotiationTab::Outcome(session.meetings[0].id);
    app.update(Action::Go(Route::Negotiation { session: session.id, tab }));
}

#[test]
fn their_last_offer_is_taken_over_and_corrected() {
    for language in BOTH {
        let mut app = held(language);
        offer(&mut app, 1, Side::Us, 1300, 30, 36);
        offer(&mut app, 2, Side::Them, 1250, 60, 24);
        judged(&mut app);
        app.click_t("agreed-from-theirs");
        let agreed = app.session().agreed.expect("an agreement");
        assert_eq!(agreed.price, Some(Decimal::from(1250)));
        assert_eq!(agreed.values.get(&MONTHS).copied(), Some(number(24)));
        let half = app.state().messages.percent(0.5);
        assert!(app.shows(&app.tr("agreed-between", &[("share", Arg::from(half))])));

        let field = app.tr("agreed-result-of", &[("topic", Arg::from("Contract"))]);
        app.type_into(&field, "0");
        let agreed = app.session().agreed.expect("an agreement");
        assert_eq!(agreed.values.get(&MONTHS).copied(), Some(number(240)));
        let by = app.state().messages.term(&months(&app), number(204));
        assert!(app.shows(&app.tr("agreed-beyond-target", &[("by", Arg::from(by))])));

        app.click_t("agreed-take-back");
        assert_eq!(app.session().agreed, None);
    }
}

fn months(app: &App) -> Issue {
    app.session().plan.issues.into_iter().find(|issue| issue.id == MONTHS).expect("the issue")
}

#[test]
fn what_was_left_on_the_table_is_named_as_a_guess() {
    for language in BOTH {
        let mut app = held(language);
        // The middle of both: trading the payment term for the contract term is better for both.
        offer(&mut app, 1, Side::Us, 1250, 60, 24);
        offer(&mut app, 2, Side::Them, 1250, 60, 24);
        judged(&mut app);
        app.click_t("agreed-from-both");
        app.settle();
        let percent = |share| Arg::from(app.state().messages.percent(share));
        let worth = app.tr("worth-whole", &[("me", "50".into()), ("them", "50".into())]);
        assert!(app.shows(&worth), "{worth:?}: {}", app.names());
        assert!(!app.shows(&app.tr("left-nothing", &[("share", percent(1.0))])));
        let args = [("topic", Arg::from("Contract")), ("amount", months_more(&app, 12).into())];
        assert!(app.shows(&app.tr("left-more", &args)), "{}", app.names());
        assert!(app.shows(&app.t("worth-guesses")));
    }
}

fn months_more(app: &App, count: i64) -> String {
    app.state().messages.difference(&months(app), Decimal::from(count))
}

#[test]
fn nothing_is_left_when_the_deal_is_on_the_frontier() {
    let mut app = held(Language::English);
    offer(&mut app, 1, Side::Us, 1250, 90, 36);
    offer(&mut app, 2, Side::Them, 1250, 90, 36);
    judged(&mut app);
    app.click_t("agreed-from-both");
    app.settle();
    let all = app.state().messages.percent(1.0);
    assert!(app.shows(&app.tr("left-nothing", &[("share", Arg::from(all))])), "{}", app.names());
}

#[test]
fn what_came_of_a_tactic_is_one_click() {
    for language in BOTH {
        let mut app = held(language);
        let meeting = app.session().meetings[0].id;
        let entry = LogEntry {
            id: EntryId(Uuid::from_u128(5)),
            at: moment(),
            meeting,
            kind: LogKind::TacticUsed,
            text: String::new(),
            tactic: Some("trade".to_owned()),
            phase: None,
            person: None,
            effect: None,
        };
        edit(&mut app, SessionEdit::AddLog(entry));
        judged(&mut app);
        let name = app.state().catalog.tactic("trade").unwrap().name.get(language).to_owned();
        let worked = app.state().messages.word("effect", "worked").to_owned();
        let args = [("tactic", Arg::from(&name)), ("effect", Arg::from(&worked))];
        let button = app.tr("met-effect-of", &args);
        app.click(&button);
        assert_eq!(app.session().log[0].effect, Some(Effect::Worked));
        app.click(&button);
        assert_eq!(app.session().log[0].effect, None, "a second click takes it back");
    }
}

#[test]
fn a_prediction_is_compared_with_what_came() {
    for language in BOTH {
        let mut app = held(language);
        let prediction = Prediction {
            at: moment(),
            verdict: Some(Verdict::Advance),
            sure: 70,
            low: Some(Decimal::from(1200)),
            high: Some(Decimal::from(1300)),
        };
        meeting_edit(&mut app, MeetingEdit::Prediction(Some(prediction)));
        app.wait_minutes(5);
        let now = app.state().clock.now();
        meeting_edit(&mut app, MeetingEdit::Start(now));
        meeting_edit(&mut app, MeetingEdit::End(now));
        judged(&mut app);
        let word = |app: &App, id: &str| app.state().messages.word("outcome", id).to_owned();
        let miss = app.tr("expected-miss", &[("verdict", word(&app, "continuation").into())]);
        assert!(app.shows(&miss), "{}", app.names());
        assert!(app.shows(&app.t("expected-range-open")));
        assert!(!app.shows(&app.t("expected-late")));
    }
}

#[test]
fn without_a_prediction_the_way_to_the_next_one_is_shown() {
    for language in BOTH {
        let mut app = held(language);
        let now = app.state().clock.now();
        meeting_edit(&mut app, MeetingEdit::End(now));
        judged(&mut app);
        app.click_t("expected-next");
        let plan = Route::Negotiation { session: app.session().id, tab: NegotiationTab::Plan };
        assert_eq!(app.state().navigation.current(), &plan);
    }
}

#[test]
fn what_to_keep_and_to_change_are_two_fields() {
    for language in BOTH {
        let mut app = held(language);
        judged(&mut app);
        app.type_into_t("debrief-keep", "The story");
        app.type_into_t("debrief-change", "Ask first");
        app.type_into_t("debrief-text", "They were late");
        let meeting = app.session().meetings[0].clone();
        let written = (meeting.keep.as_str(), meeting.change.as_str(), meeting.debrief.as_str());
        assert_eq!(written, ("The story", "Ask first", "They were late"));
    }
}

fn promise(party: Party) -> Commitment {
    Commitment {
        id: Some(EntryId(Uuid::from_u128(8))),
        party,
        action: "Put it on the agenda".to_owned(),
        person: Some("Lin Yue".to_owned()),
        due: Some(jiff::civil::date(2026, 6, 20)),
        cost: "Her standing".to_owned(),
        binding: false,
        state: CommitmentState::Open,
    }
}

#[test]
fn a_broken_promise_turns_an_advance_into_a_continuation_at_once() {
    for language in BOTH {
        let mut app = held(language);
        meeting_edit(&mut app, MeetingEdit::AddCommitment(promise(Party::Buyer)));
        app.update(Action::Go(Route::Today));
        assert!(app.shows("Put it on the agenda"), "it falls due on Today");
        judged(&mut app);
        let means = |app: &App, id: &str| app.state().messages.word("verdict-means", id).to_owned();
        assert!(app.shows(&means(&app, "advance")));
        let broken = app.state().messages.word("commitment", "broken").to_owned();
        app.click(&broken);
        let outcome: Outcome = app.session().meetings[0].outcome.clone();
        assert_eq!(judge(&outcome).verdict, Verdict::Continuation);
        assert!(app.shows(&means(&app, "continuation")));
        assert!(app.shows(&app.tr("reason-broken", &[("count", Arg::from(1))])));
        app.update(Action::Go(Route::Today));
        assert!(!app.shows("Put it on the agenda"));
    }
}

#[test]
fn a_buyer_is_judged_by_what_he_binds_himself_to() {
    for language in BOTH {
        let mut app = held(language);
        edit(&mut app, SessionEdit::MyParty(Party::Buyer));
        meeting_edit(&mut app, MeetingEdit::AddCommitment(promise(Party::Seller)));
        judged(&mut app);
        assert!(app.shows(&app.t("verdict-i-buy")));
        assert!(app.shows(&app.t("buyer-reason-only-ours")), "{}", app.names());
        meeting_edit(&mut app, MeetingEdit::AddCommitment(promise(Party::Buyer)));
        assert!(app.shows(&app.tr("buyer-reason-advancing", &[("count", Arg::from(1))])));
    }
}
