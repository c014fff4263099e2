//! Edits of a session.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::domain::ids::{CounterpartId, EntryId, MeetingId};
use crate::domain::ledger::Offer;
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::domain::session::{Influence, LogEntry, LogKind, Meeting, PitchVersion, Session};
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
    Alternative(String),
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
    RemoveOffer(EntryId),
    AddPotato(HotPotato),
    Potato(EntryId, PotatoEdit),
    RemovePotato(EntryId),
    AddLog(LogEntry),
    RemoveLog(EntryId),
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
    Debrief(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum PotatoEdit {
    Claim(String),
    Kind(PotatoKind),
    Asked(usize, bool),
    Verdict(PotatoVerdict),
    Evidence(String),
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
    pub(super) fn field(&self) -> Option<(&'static str, Uuid)> {
        let nil = Uuid::nil();
        match self {
            Self::Title(_) => Some(("title", nil)),
            Self::Currency(_) => Some(("currency", nil)),
            Self::Goal(_) => Some(("goal", nil)),
            Self::PriceUnit(_) => Some(("price-unit", nil)),
            Self::Target(_) => Some(("target", nil)),
            Self::Reservation(_) => Some(("reservation", nil)),
            Self::Alternative(_) => Some(("alternative", nil)),
            Self::Questions(_) => Some(("questions", nil)),
            Self::Unsaid(_) => Some(("unsaid", nil)),
            Self::Pitch(_) => Some(("pitch", nil)),
            Self::NamePitch(id, _) => Some(("pitch-name", id.0)),
            Self::Meeting(id, MeetingEdit::Place(_)) => Some(("place", id.0)),
            Self::Meeting(id, MeetingEdit::Planned(_)) => Some(("planned", id.0)),
            Self::Meeting(id, MeetingEdit::Debrief(_)) => Some(("debrief", id.0)),
            Self::Meeting(_, MeetingEdit::Commitment(id, edit)) => {
                edit.field().map(|field| (field, id.0))
            }
            Self::Potato(id, PotatoEdit::Claim(_)) => Some(("claim", id.0)),
            Self::Potato(id, PotatoEdit::Evidence(_)) => Some(("potato-evidence", id.0)),
            _ => None,
        }
    }

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
            Self::Alternative(text) => record.plan.alternative = text,
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
            Self::RemoveOffer(id) => record.offers.retain(|offer| offer.id != id),
            Self::AddPotato(potato) => record.potatoes.push(potato),
            Self::Potato(id, edit) => {
                if let Some(potato) = record.potatoes.iter_mut().find(|potato| potato.id == id) {
                    edit.apply(potato);
                }
            }
            Self::RemovePotato(id) => record.potatoes.retain(|potato| potato.id != id),
            Self::AddLog(entry) => record.log.push(entry),
            Self::RemoveLog(id) => record.log.retain(|entry| entry.id != id),
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
