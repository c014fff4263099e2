//! Which field an edit of a session types into, so that a run of keystrokes is one step of undo.
//!
//! Some edits put a whole thing in the place of the old one. What differs between the two says
//! which field it was; what adds a thing, or changes several fields at once, is a step by itself.

use rust_decimal::Decimal;
use uuid::Uuid;

use super::{CommitmentEdit, MeetingEdit, PotatoEdit, SessionEdit};
use crate::domain::ids::EntryId;
use crate::domain::issue::{Choice, Curve, Issue, IssueKind, IssueValue, Stakes, Topic};
use crate::domain::ledger::Side;
use crate::domain::plan::{ConcessionSteps, Package, PriceStakes, TeamMember};
use crate::domain::prediction::Prediction;
use crate::domain::session::{Agreement, Session};

/// The name of a field, the part of the session that it belongs to, and which one of several.
type Place = (&'static str, Uuid, usize);

/// What of a thing may have changed: whether it did, and the field if it is one that is typed into.
type Changed = (bool, Option<Place>);

impl SessionEdit {
    /// The field, seen from the session before the edit.
    pub(in crate::app::edit) fn field(&self, before: &Session) -> Option<Place> {
        let whole = |name| Some((name, Uuid::nil(), 0));
        let plan = &before.plan;
        match self {
            Self::Title(_) => whole("title"),
            Self::Currency(_) => whole("currency"),
            Self::Goal(_) => whole("goal"),
            Self::PriceUnit(_) => whole("price-unit"),
            Self::Target(_) => whole("target"),
            Self::Reservation(_) => whole("reservation"),
            Self::PriceStakes(new) => of_price(&plan.price, new),
            Self::SetIssue(new) => {
                let old = plan.issues.iter().find(|old| old.id == new.id)?;
                of_issue(old, new)
            }
            Self::Agreed(Some(new)) => of_agreement(before.agreed.as_ref()?, new),
            Self::Weights(side, weights) => of_weights(*side, weights),
            Self::Alternative(_) => whole("alternative"),
            Self::AlternativeWorth(_) => whole("alternative-worth"),
            Self::TheirAlternative(_) => whole("their-alternative"),
            Self::TheirAlternativeWorth(_) => whole("their-alternative-worth"),
            Self::Gives(_) => whole("gives"),
            Self::SetPackage(new) => {
                let old = plan.packages.iter().find(|old| old.id == new.id)?;
                of_package(old, new)
            }
            Self::Concessions(Some(new)) => {
                of_concessions(&plan.concessions.clone().unwrap_or_default(), new)
            }
            Self::SetMember(new) => {
                let old = plan.team.iter().find(|old| old.id == new.id)?;
                of_member(old, new)
            }
            Self::SetOffer(offer) => Some(entry("offer", offer.id)),
            Self::SetLog(line) => Some(entry("log", line.id)),
            Self::Questions(_) => whole("questions"),
            Self::Unsaid(_) => whole("unsaid"),
            Self::Pitch(_) => whole("pitch"),
            Self::NamePitch(id, _) => Some(entry("pitch-name", *id)),
            Self::Meeting(_, MeetingEdit::Commitment(id, edit)) => Some(entry(edit.field()?, *id)),
            Self::Meeting(id, MeetingEdit::Prediction(new)) => {
                let meeting = before.meetings.iter().find(|meeting| meeting.id == *id)?;
                of_prediction(id.0, meeting.prediction.as_ref(), new.as_ref())
            }
            Self::Meeting(id, edit) => Some((edit.field()?, id.0, 0)),
            Self::Potato(id, PotatoEdit::Claim(_)) => Some(entry("claim", *id)),
            Self::Potato(id, PotatoEdit::Evidence(_)) => Some(entry("potato-evidence", *id)),
            Self::Potato(id, PotatoEdit::Answer(_)) => Some(entry("potato-answer", *id)),
            _ => None,
        }
    }
}

impl MeetingEdit {
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Place(_) => Some("place"),
            Self::Planned(_) => Some("planned"),
            Self::Debrief(_) => Some("debrief"),
            Self::Minutes(_) => Some("minutes"),
            Self::Keep(_) => Some("keep"),
            Self::Change(_) => Some("change"),
            _ => None,
        }
    }
}

impl CommitmentEdit {
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Action(_) => Some("action"),
            Self::Person(_) => Some("person"),
            Self::Due(_) => Some("due"),
            Self::Cost(_) => Some("cost"),
            Self::Binding(_) | Self::Party(_) | Self::State(_) => None,
        }
    }
}

fn entry(name: &'static str, id: EntryId) -> Place {
    (name, id.0, 0)
}

/// The field, if one alone changed and is typed into.
fn only(changed: impl IntoIterator<Item = Changed>) -> Option<Place> {
    let mut changed = changed.into_iter().filter(|(changed, _)| *changed);
    let (_, place) = changed.next()?;
    if changed.next().is_some() { None } else { place }
}

/// One weight is typed; several are taken over at once.
fn of_weights(side: Side, weights: &[(Topic, Option<u8>)]) -> Option<Place> {
    let name = match side {
        Side::Us => "my-weight",
        Side::Them => "their-weight",
    };
    match weights {
        [(Topic::Price, _)] => Some((name, Uuid::nil(), 0)),
        [(Topic::Issue(id), _)] => Some((name, id.0, 0)),
        _ => None,
    }
}

fn of_price(old: &PriceStakes, new: &PriceStakes) -> Option<Place> {
    let whole = |name| Some((name, Uuid::nil(), 0));
    let curves = [("my-curve", &old.curve, &new.curve)].into_iter().chain([(
        "their-curve",
        &old.their_curve,
        &new.their_curve,
    )]);
    only(
        [
            (old.weight != new.weight, whole("my-weight")),
            (old.their_weight != new.their_weight, whole("their-weight")),
            (old.their_target != new.their_target, whole("their-price-target")),
            (old.their_reservation != new.their_reservation, whole("their-price-limit")),
            (old.give_or_take != new.give_or_take, whole("price-slack")),
        ]
        .into_iter()
        .chain(curves.map(|(name, old, new)| (old != new, of_curve(name, Uuid::nil(), old, new)))),
    )
}

fn of_issue(old: &Issue, new: &Issue) -> Option<Place> {
    let id = new.id.0;
    let own = [
        (old.name != new.name, Some(("issue-name", id, 0))),
        (old.unit != new.unit, Some(("issue-unit", id, 0))),
        (old.kind != new.kind, None),
        (old.choices != new.choices, of_choices(id, &old.choices, &new.choices)),
    ];
    let typed = new.kind != IssueKind::Choice;
    let mine = ["my-weight", "my-target", "my-limit", "my-slack", "my-curve"];
    let theirs = ["their-weight", "their-target", "their-limit", "their-slack", "their-curve"];
    let stakes = [(mine, &old.mine, &new.mine), (theirs, &old.theirs, &new.theirs)];
    let stakes = stakes.into_iter().flat_map(|(names, old, new)| of_stakes(names, id, old, new));
    only(own.into_iter().chain(stakes.map(|(changed, place)| (changed, place.filter(|_| typed)))))
}

fn of_stakes(
    [weight, target, limit, slack, curve]: [&'static str; 5],
    id: Uuid,
    old: &Stakes,
    new: &Stakes,
) -> [Changed; 5] {
    [
        (old.weight != new.weight, Some((weight, id, 0))),
        (old.target != new.target, Some((target, id, 0))),
        (old.reservation != new.reservation, Some((limit, id, 0))),
        (old.give_or_take != new.give_or_take, Some((slack, id, 0))),
        (old.curve != new.curve, of_curve(curve, id, &old.curve, &new.curve)),
    ]
}

/// The value or the worth of a point; each point has two places.
fn of_curve(name: &'static str, id: Uuid, old: &Curve, new: &Curve) -> Option<Place> {
    let (Curve::Points(old), Curve::Points(new)) = (old, new) else { return None };
    let fields = old.iter().zip(new).enumerate().flat_map(|(index, (old, new))| {
        [
            (old.0 != new.0, Some((name, id, 2 * index))),
            (old.1 != new.1, Some((name, id, 2 * index + 1))),
        ]
    });
    only(fields).filter(|_| old.len() == new.len())
}

fn of_choices(id: Uuid, old: &[Choice], new: &[Choice]) -> Option<Place> {
    let fields = old.iter().zip(new).enumerate().flat_map(|(index, (old, new))| {
        [
            (old.key != new.key, None),
            (old.name != new.name, Some(("choice-name", id, index))),
            (old.mine != new.mine, Some(("choice-mine", id, index))),
            (old.theirs != new.theirs, Some(("choice-theirs", id, index))),
        ]
    });
    only(fields).filter(|_| old.len() == new.len())
}

fn of_package(old: &Package, new: &Package) -> Option<Place> {
    let name = Some(("package-name", new.id.0, 0));
    let terms = (&old.price, &old.values) != (&new.price, &new.values);
    only([(old.name != new.name, name), (terms, None)])
}

fn of_member(old: &TeamMember, new: &TeamMember) -> Option<Place> {
    only([
        (old.name != new.name, Some(("member-name", new.id.0, 0))),
        (old.note != new.note, Some(("member-note", new.id.0, 0))),
        (old.role != new.role, None),
    ])
}

fn of_concessions(old: &ConcessionSteps, new: &ConcessionSteps) -> Option<Place> {
    let whole = |name| Some((name, Uuid::nil(), 0));
    let most = old.in_return.len().max(new.in_return.len());
    let what = |steps: &ConcessionSteps, step| steps.in_return.get(step).cloned();
    let in_return = (0..most).map(|step| {
        let (old, new) = (what(old, step), what(new, step));
        let place = Some(("steps-in-return", Uuid::nil(), step));
        (old.unwrap_or_default() != new.unwrap_or_default(), place)
    });
    only(
        [
            (old.opening != new.opening, whole("steps-opening")),
            (old.stop != new.stop, whole("steps-stop")),
            (old.steps != new.steps, whole("steps-count")),
            (old.softness != new.softness, whole("steps-softness")),
        ]
        .into_iter()
        .chain(in_return),
    )
}

fn of_agreement(old: &Agreement, new: &Agreement) -> Option<Place> {
    let place = |id| Some(("agreed", id, 0));
    let gone = old.values.keys().filter(|id| !new.values.contains_key(id));
    let values = new.values.keys().chain(gone).map(|id| {
        let (old, new) = (old.values.get(id), new.values.get(id));
        let chosen = [old, new].into_iter().flatten().any(is_chosen);
        (old != new, place(id.0).filter(|_| !chosen))
    });
    only(
        [
            ((old.at, old.meeting) != (new.at, new.meeting), None),
            (old.price != new.price, place(Uuid::nil())),
        ]
        .into_iter()
        .chain(values),
    )
}

fn is_chosen(value: &IssueValue) -> bool {
    matches!(value, IssueValue::Choice(_))
}

/// The time of the last change always differs and does not count. Without a verdict the sureness
/// says nothing.
fn of_prediction(
    meeting: Uuid,
    old: Option<&Prediction>,
    new: Option<&Prediction>,
) -> Option<Place> {
    let verdict = |one: Option<&Prediction>| one.and_then(|one| one.verdict);
    let sure =
        |one: Option<&Prediction>| one.filter(|one| one.verdict.is_some()).map(|one| one.sure);
    let low = |one: Option<&Prediction>| -> Option<Decimal> { one.and_then(|one| one.low) };
    let high = |one: Option<&Prediction>| -> Option<Decimal> { one.and_then(|one| one.high) };
    only([
        (verdict(old) != verdict(new), None),
        (sure(old) != sure(new), Some(("predicted-sure", meeting, 0))),
        (low(old) != low(new), Some(("predicted-low", meeting, 0))),
        (high(old) != high(new), Some(("predicted-high", meeting, 0))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{IssueId, MeetingId, SessionId};
    use crate::domain::plan::TeamRole;

    type Points = Vec<(IssueValue, u8)>;

    fn number(value: i64) -> IssueValue {
        IssueValue::Number(Decimal::from(value))
    }

    /// A session with one issue, a list of two entries and somebody of our side.
    fn session() -> Session {
        let mut session = Session::new(
            SessionId(Uuid::from_u128(1)),
            jiff::Timestamp::UNIX_EPOCH,
            "EUR",
            MeetingId(Uuid::from_u128(2)),
        );
        let mut list = Issue::new(IssueId(Uuid::from_u128(4)), IssueKind::Choice);
        let choice = |key| Choice { key, name: String::new(), mine: 0, theirs: None };
        list.choices = vec![choice(7), choice(8)];
        session.plan.issues =
            vec![Issue::new(IssueId(Uuid::from_u128(3)), IssueKind::Number), list];
        session.plan.team.push(TeamMember {
            id: EntryId(Uuid::from_u128(5)),
            name: String::new(),
            role: TeamRole::Lead,
            note: String::new(),
        });
        session
    }

    fn set(change: impl FnOnce(&mut Issue)) -> Option<Place> {
        let session = session();
        let mut issue = session.plan.issues[0].clone();
        change(&mut issue);
        SessionEdit::SetIssue(Box::new(issue)).field(&session)
    }

    fn list(change: impl FnOnce(&mut Vec<Choice>)) -> Option<Place> {
        let session = session();
        let mut issue = session.plan.issues[1].clone();
        change(&mut issue.choices);
        SessionEdit::SetIssue(Box::new(issue)).field(&session)
    }

    #[test]
    fn each_part_of_an_issue_is_a_field_and_adding_it_is_none() {
        let fields = [
            set(|issue| issue.name.push('P')),
            set(|issue| issue.unit.push('d')),
            set(|issue| issue.mine.target = Some(number(30))),
            set(|issue| issue.theirs.target = Some(number(90))),
            set(|issue| issue.mine.reservation = Some(number(75))),
            list(|entries| entries[0].name.push('N')),
            list(|entries| entries[1].name.push('N')),
            list(|entries| entries[1].mine = 40),
        ];
        for (index, field) in fields.iter().enumerate() {
            assert!(field.is_some(), "{index}");
            assert!(!fields[..index].contains(field), "{field:?} is a field of its own");
        }
        assert_eq!(
            set(|issue| issue.mine.target = Some(number(3))),
            set(|issue| issue.mine.target = Some(number(30))),
        );
        assert_eq!(set(|issue| issue.id = IssueId(Uuid::from_u128(9))), None, "a new issue");
        assert_eq!(set(|issue| issue.kind = IssueKind::Date), None);
        assert_eq!(list(|entries| entries.truncate(1)), None);
        assert_eq!(list(|entries| entries.push(entries[0].clone())), None);
    }

    #[test]
    fn each_point_of_a_curve_has_two_fields() {
        let points = vec![(number(30), 100), (number(75), 0)];
        let mut before = session();
        before.plan.issues[0].mine.curve = Curve::Points(points.clone());
        let set = |change: &dyn Fn(&mut Points)| {
            let (mut issue, mut points) = (before.plan.issues[0].clone(), points.clone());
            change(&mut points);
            issue.mine.curve = Curve::Points(points);
            SessionEdit::SetIssue(Box::new(issue)).field(&before)
        };
        let value = set(&|points| points[0].0 = number(31));
        let worth = set(&|points| points[0].1 = 90);
        let other = set(&|points| points[1].1 = 9);
        assert!(value.is_some() && value != worth && worth != other && other.is_some());
        assert_eq!(set(&|points| points.truncate(1)), None);
        assert_eq!(set(&|points| points.reverse()), None);
    }

    #[test]
    fn each_weight_is_a_field_and_several_at_once_are_none() {
        let one = Topic::Issue(IssueId(Uuid::from_u128(3)));
        let weigh = |side, topics: &[Topic]| {
            let weights = topics.iter().map(|topic| (*topic, Some(20))).collect();
            SessionEdit::Weights(side, weights).field(&session())
        };
        let (price, issue) = (weigh(Side::Us, &[Topic::Price]), weigh(Side::Us, &[one]));
        assert!(price.is_some() && issue.is_some() && price != issue);
        assert_ne!(weigh(Side::Us, &[one]), weigh(Side::Them, &[one]));
        assert_eq!(weigh(Side::Us, &[Topic::Price, one]), None);
    }

    #[test]
    fn other_things_that_are_put_as_a_whole_have_fields_too() {
        let before = session();
        let price = |new| SessionEdit::PriceStakes(Box::new(new)).field(&before);
        let amount = Some(Decimal::TEN);
        let target = price(PriceStakes { their_target: amount, ..PriceStakes::default() });
        let limit = price(PriceStakes { their_reservation: amount, ..PriceStakes::default() });
        assert!(target.is_some() && limit.is_some() && target != limit);
        let member = |change: &dyn Fn(&mut TeamMember)| {
            let mut member = before.plan.team[0].clone();
            change(&mut member);
            SessionEdit::SetMember(member).field(&before)
        };
        let (name, note) = (member(&|one| one.name.push('J')), member(&|one| one.note.push('J')));
        assert!(name.is_some() && note.is_some() && name != note);
        assert_eq!(member(&|one| one.role = TeamRole::Scribe), None);
        assert_eq!(member(&|one| one.id = EntryId(Uuid::from_u128(6))), None, "somebody new");
        let steps = |new| SessionEdit::Concessions(Some(new)).field(&before);
        let opening = steps(ConcessionSteps { opening: amount, ..ConcessionSteps::default() });
        let stop = steps(ConcessionSteps { stop: amount, ..ConcessionSteps::default() });
        assert!(opening.is_some() && stop.is_some() && opening != stop);
        let meeting = before.meetings[0].id;
        let at = jiff::Timestamp::UNIX_EPOCH;
        let empty = Prediction { at, verdict: None, sure: 0, low: None, high: None };
        let predict =
            |new| SessionEdit::Meeting(meeting, MeetingEdit::Prediction(Some(new))).field(&before);
        let low = predict(Prediction { low: amount, ..empty.clone() });
        let high = predict(Prediction { high: amount, ..empty });
        assert!(low.is_some() && high.is_some() && low != high);
    }
}
