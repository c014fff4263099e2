//! Edits of a session.

mod field;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use crate::domain::ids::{CounterpartId, EntryId, IssueId, MeetingId};
use crate::domain::issue::{Issue, Topic};
use crate::domain::ledger::{Offer, Side};
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::plan::{ConcessionSteps, Package, PriceStakes, TeamMember};
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict, Whose};
use crate::domain::prediction::Prediction;
use crate::domain::session::{
    Agreement, Influence, LogEntry, LogKind, Meeting, PitchVersion, Session,
};
use crate::domain::walk::{Answer, QuestionId};

#[derive(Debug, Clone, PartialEq)]
pub enum SessionEdit {
    Title(String),
    MyParty(Party),
    Currency(String),
    AddCounterpart(CounterpartId),
    RemoveCounterpart(CounterpartId),
    /// How much a person weighs in the decision.
    Influence(CounterpartId, u8),
    Goal(String),
    PriceUnit(String),
    Target(Option<Decimal>),
    Reservation(Option<Decimal>),
    /// What else there is to say about the price.
    PriceStakes(Box<PriceStakes>),
    /// Adds an issue, or puts it in the place of the one with its id.
    SetIssue(Box<Issue>),
    RemoveIssue(IssueId),
    /// Moves an issue up or down to this place.
    MoveIssue(IssueId, usize),
    /// The weights of one side, any number of them at once.
    Weights(Side, Vec<(Topic, Option<u8>)>),
    Alternative(String),
    AlternativeWorth(Option<u8>),
    TheirAlternative(String),
    TheirAlternativeWorth(Option<u8>),
    Gives(String),
    /// Keeps packages ready.
    KeepPackages(Vec<Package>),
    /// Puts a package in the place of the one with its id.
    SetPackage(Box<Package>),
    RemovePackage(EntryId),
    Concessions(Option<ConcessionSteps>),
    /// Adds somebody of our side, or puts them in the place of the one with their id.
    SetMember(TeamMember),
    RemoveMember(EntryId),
    Questions(String),
    Unsaid(String),
    Pitch(String),
    /// Keeps a wording of the pitch.
    KeepPitch(PitchVersion),
    NamePitch(EntryId, String),
    RemovePitch(EntryId),
    /// Makes a kept wording, with its answers, the present one.
    UsePitch(EntryId),
    WalkAnswer(QuestionId, Option<Answer>),
    WalkNote(QuestionId, String),
    AddMeeting(Meeting),
    Meeting(MeetingId, MeetingEdit),
    AddOffer(Offer),
    /// Corrects an offer.
    SetOffer(Box<Offer>),
    RemoveOffer(EntryId),
    AddPotato(HotPotato),
    Potato(EntryId, PotatoEdit),
    RemovePotato(EntryId),
    AddLog(LogEntry),
    /// Corrects a line of the log.
    SetLog(Box<LogEntry>),
    RemoveLog(EntryId),
    /// What was agreed in the end; `None` takes it back.
    Agreed(Option<Agreement>),
}

#[derive(Debug, Clone, PartialEq)]
pub enum MeetingEdit {
    Planned(Option<DateTime>),
    Place(String),
    Start(Timestamp),
    End(Timestamp),
    /// Takes the end back.
    Reopen,
    /// Moves to a phase; `entry` is the line for the log.
    Phase {
        phase: Phase,
        at: Timestamp,
        entry: EntryId,
    },
    ToggleDone(String),
    Refused(bool),
    DecidedElsewhere(bool),
    AddWords(String),
    RemoveWords(usize),
    AddCommitment(Commitment),
    Commitment(EntryId, CommitmentEdit),
    RemoveCommitment(EntryId),
    Minutes(Option<u16>),
    Prediction(Option<Prediction>),
    Keep(String),
    Change(String),
    Debrief(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum PotatoEdit {
    Claim(String),
    Kind(PotatoKind),
    Asked(usize, bool),
    Verdict(PotatoVerdict),
    Evidence(String),
    Person(Option<CounterpartId>),
    Whose(Option<Whose>),
    Answer(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum CommitmentEdit {
    Action(String),
    Person(String),
    Due(Option<Date>),
    Cost(String),
    Binding(bool),
    Party(Party),
    State(CommitmentState),
}

impl SessionEdit {
    pub fn apply(self, record: &mut Session) {
        match self {
            Self::Title(text) => record.title = text,
            Self::MyParty(party) => record.my_party = party,
            Self::Currency(code) => record.currency = code,
            Self::AddCounterpart(id) => {
                if !record.counterparts.contains(&id) {
                    record.counterparts.push(id);
                }
            }
            Self::RemoveCounterpart(id) => {
                record.counterparts.retain(|other| *other != id);
                record.influence.remove(&id);
            }
            Self::Influence(id, Influence::USUAL) => {
                record.influence.remove(&id);
            }
            Self::Influence(id, influence) => {
                let influence = influence.clamp(Influence::LEAST, Influence::MOST);
                record.influence.insert(id, influence);
            }
            Self::Goal(text) => record.plan.goal = text,
            Self::PriceUnit(text) => record.plan.price_unit = text,
            Self::Target(price) => record.plan.target = price,
            Self::Reservation(price) => record.plan.reservation = price,
            Self::PriceStakes(stakes) => record.plan.price = *stakes,
            Self::SetIssue(issue) => put(&mut record.plan.issues, *issue, |issue| issue.id),
            Self::RemoveIssue(id) => record.plan.issues.retain(|issue| issue.id != id),
            Self::MoveIssue(id, to) => {
                let issues = &mut record.plan.issues;
                if let Some(from) = issues.iter().position(|issue| issue.id == id) {
                    let issue = issues.remove(from);
                    issues.insert(to.min(issues.len()), issue);
                }
            }
            Self::Weights(side, weights) => weigh(record, side, &weights),
            Self::Alternative(text) => record.plan.alternative = text,
            Self::AlternativeWorth(worth) => record.plan.alternative_worth = worth,
            Self::TheirAlternative(text) => record.plan.their_alternative = text,
            Self::TheirAlternativeWorth(worth) => record.plan.their_alternative_worth = worth,
            Self::Gives(text) => record.plan.gives = text,
            Self::KeepPackages(packages) => record.plan.packages.extend(packages),
            Self::SetPackage(package) => {
                put(&mut record.plan.packages, *package, |package| package.id);
            }
            Self::RemovePackage(id) => record.plan.packages.retain(|package| package.id != id),
            Self::Concessions(steps) => record.plan.concessions = steps,
            Self::SetMember(member) => put(&mut record.plan.team, member, |member| member.id),
            Self::RemoveMember(id) => record.plan.team.retain(|member| member.id != id),
            Self::Questions(text) => record.plan.questions = text,
            Self::Unsaid(text) => record.plan.unsaid = text,
            Self::Pitch(text) => record.pitch = text,
            Self::KeepPitch(version) => record.pitches.push(version),
            Self::NamePitch(id, name) => {
                if let Some(version) = record.pitches.iter_mut().find(|kept| kept.id == id) {
                    version.name = name;
                }
            }
            Self::RemovePitch(id) => record.pitches.retain(|kept| kept.id != id),
            Self::UsePitch(id) => {
                if let Some(version) = record.pitches.iter().find(|kept| kept.id == id) {
                    record.pitch.clone_from(&version.text);
                    record.walk.clone_from(&version.walk);
                }
            }
            Self::WalkAnswer(question, answer) => {
                record.walk.entries.entry(question).or_default().answer = answer;
            }
            Self::WalkNote(question, note) => {
                record.walk.entries.entry(question).or_default().note = note;
            }
            Self::AddMeeting(meeting) => record.meetings.push(meeting),
            Self::Meeting(id, edit) => edit.apply(id, record),
            Self::AddOffer(offer) => record.offers.push(offer),
            Self::SetOffer(offer) => {
                if let Some(old) = record.offers.iter_mut().find(|old| old.id == offer.id) {
                    *old = *offer;
                }
            }
            Self::RemoveOffer(id) => record.offers.retain(|offer| offer.id != id),
            Self::AddPotato(potato) => record.potatoes.push(potato),
            Self::Potato(id, edit) => {
                if let Some(potato) = record.potatoes.iter_mut().find(|potato| potato.id == id) {
                    edit.apply(potato);
                }
            }
            Self::RemovePotato(id) => record.potatoes.retain(|potato| potato.id != id),
            Self::AddLog(entry) => record.log.push(entry),
            Self::SetLog(entry) => {
                if let Some(old) = record.log.iter_mut().find(|old| old.id == entry.id) {
                    *old = *entry;
                }
            }
            Self::RemoveLog(id) => record.log.retain(|entry| entry.id != id),
            Self::Agreed(agreed) => record.agreed = agreed,
        }
    }
}

/// Puts a thing in the place of the one with its id, or at the end.
fn put<T, Id: PartialEq>(list: &mut Vec<T>, thing: T, id: impl Fn(&T) -> Id) {
    let wanted = id(&thing);
    match list.iter_mut().find(|old| id(old) == wanted) {
        Some(old) => *old = thing,
        None => list.push(thing),
    }
}

fn weigh(record: &mut Session, side: Side, weights: &[(Topic, Option<u8>)]) {
    for (topic, weight) in weights {
        let place = match topic {
            Topic::Price if side == Side::Us => Some(&mut record.plan.price.weight),
            Topic::Price => Some(&mut record.plan.price.their_weight),
            Topic::Issue(id) => {
                let issue = record.plan.issues.iter_mut().find(|issue| issue.id == *id);
                issue.map(|issue| match side {
                    Side::Us => &mut issue.mine.weight,
                    Side::Them => &mut issue.theirs.weight,
                })
            }
        };
        if let Some(place) = place {
            *place = *weight;
        }
    }
}

impl MeetingEdit {
    fn apply(self, id: MeetingId, session: &mut Session) {
        if let Self::Phase { phase, at, entry } = &self {
            session.log.push(LogEntry {
                id: *entry,
                at: *at,
                meeting: id,
                kind: LogKind::PhaseChange,
                text: String::new(),
                tactic: None,
                phase: Some(*phase),
                person: None,
                effect: None,
            });
        }
        let Some(meeting) = session.meetings.iter_mut().find(|meeting| meeting.id == id) else {
            return;
        };
        let outcome = &mut meeting.outcome;
        match self {
            Self::Planned(planned) => meeting.planned = planned,
            Self::Place(place) => meeting.place = place,
            Self::Start(at) => meeting.started = Some(at),
            Self::End(at) => meeting.ended = Some(at),
            Self::Reopen => meeting.ended = None,
            Self::Phase { phase, .. } => meeting.phase = phase,
            Self::ToggleDone(item) => {
                if meeting.done.contains(&item) {
                    meeting.done.retain(|other| *other != item);
                } else {
                    meeting.done.push(item);
                }
            }
            Self::Refused(refused) => outcome.refused = refused,
            Self::DecidedElsewhere(elsewhere) => outcome.decided_elsewhere = elsewhere,
            Self::AddWords(words) => outcome.words.push(words),
            Self::RemoveWords(index) => {
                if index < outcome.words.len() {
                    outcome.words.remove(index);
                }
            }
            Self::AddCommitment(commitment) => outcome.commitments.push(commitment),
            Self::Commitment(entry, edit) => {
                if let Some(commitment) =
                    outcome.commitments.iter_mut().find(|other| other.id == Some(entry))
                {
                    edit.apply(commitment);
                }
            }
            Self::RemoveCommitment(entry) => {
                outcome.commitments.retain(|other| other.id != Some(entry));
            }
            Self::Minutes(minutes) => meeting.minutes = minutes,
            Self::Prediction(prediction) => meeting.prediction = prediction,
            Self::Keep(text) => meeting.keep = text,
            Self::Change(text) => meeting.change = text,
            Self::Debrief(text) => meeting.debrief = text,
        }
    }
}

impl PotatoEdit {
    fn apply(self, potato: &mut HotPotato) {
        match self {
            Self::Claim(text) => potato.claim = text,
            Self::Kind(kind) => potato.kind = kind,
            Self::Asked(index, asked) => {
                if let Some(slot) = potato.asked.get_mut(index) {
                    *slot = asked;
                }
            }
            Self::Verdict(verdict) => potato.verdict = verdict,
            Self::Evidence(text) => potato.evidence = text,
            Self::Person(person) => potato.person = person,
            Self::Whose(whose) => potato.whose = whose,
            Self::Answer(text) => potato.answer = text,
        }
    }
}

impl CommitmentEdit {
    fn apply(self, commitment: &mut Commitment) {
        match self {
            Self::Action(text) => commitment.action = text,
            Self::Person(text) => commitment.person = Some(text).filter(|text| !text.is_empty()),
            Self::Due(due) => commitment.due = due,
            Self::Cost(text) => commitment.cost = text,
            Self::Binding(binding) => commitment.binding = binding,
            Self::Party(party) => commitment.party = party,
            Self::State(state) => commitment.state = state,
        }
    }
}
