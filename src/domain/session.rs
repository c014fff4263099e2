//! A session: one negotiation, from the preparation to the last outcome.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::DateTime;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{CounterpartId, EntryId, MeetingId, SessionId};
use super::label::Labels;
use super::ledger::Offer;
use super::outcome::{Commitment, CommitmentState, Outcome, Party};
use super::phase::Phase;
use super::plan::{Plan, Values, bare};
use super::potato::HotPotato;
use super::prediction::Prediction;
use super::walk::Walk;

/// The record of one negotiation. The summary fields stand first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub schema: u32,
    pub id: SessionId,
    pub updated: Timestamp,
    pub title: String,
    #[serde(default)]
    pub counterparts: Vec<CounterpartId>,
    #[serde(default, skip_serializing_if = "Labels::is_empty")]
    pub labels: Labels,
    /// How much each person weighs in the decision, [`Influence::LEAST`] to [`Influence::MOST`];
    /// nobody is in here who weighs the usual.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub influence: BTreeMap<CounterpartId, u8>,
    /// My side of the deal; a seller wants a higher price, a buyer a lower one.
    #[serde(default = "seller")]
    pub my_party: Party,
    /// ISO 4217 code of every price in the session.
    pub currency: String,
    #[serde(default)]
    pub plan: Plan,
    #[serde(default)]
    pub pitch: String,
    #[serde(default)]
    pub walk: Walk,
    /// Earlier wordings of the pitch that were kept, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pitches: Vec<PitchVersion>,
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    #[serde(default)]
    pub offers: Vec<Offer>,
    #[serde(default)]
    pub potatoes: Vec<HotPotato>,
    #[serde(default)]
    pub log: Vec<LogEntry>,
    /// What was agreed in the end, issue by issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<Agreement>,
}

fn seller() -> Party {
    Party::Seller
}

/// A wording of the pitch that was kept, with the answers that were given for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PitchVersion {
    pub id: EntryId,
    pub at: Timestamp,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub walk: Walk,
}

/// What was agreed in the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    pub at: Timestamp,
    pub meeting: MeetingId,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub price: Option<Decimal>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: Values,
}

/// The weight of a person in the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Influence;

impl Influence {
    pub const LEAST: u8 = 1;
    /// Has a say like everybody else.
    pub const USUAL: u8 = 2;
    /// Decides.
    pub const MOST: u8 = 4;
}

/// One sitting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    pub id: MeetingId,
    /// Local date and time at the place of the meeting.
    #[serde(default)]
    pub planned: Option<DateTime>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub started: Option<Timestamp>,
    #[serde(default)]
    pub ended: Option<Timestamp>,
    #[serde(default)]
    pub phase: Phase,
    /// Ids of the checklist items done, see the content of the phases.
    #[serde(default)]
    pub done: Vec<String>,
    #[serde(default)]
    pub outcome: Outcome,
    /// How long it is meant to take.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// What I expected of it beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prediction: Option<Prediction>,
    /// What I would do again.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub keep: String,
    /// The one thing that I would change.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub change: String,
    /// What else is to be said about it afterwards.
    #[serde(default)]
    pub debrief: String,
}

/// What a tactic did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// It got what it was meant to get; of one of theirs: it worked on us.
    Worked,
    Nothing,
    /// It did harm to the side that used it.
    Backfired,
}

impl Effect {
    pub const ALL: [Self; 3] = [Self::Worked, Self::Nothing, Self::Backfired];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Worked => "worked",
            Self::Nothing => "nothing",
            Self::Backfired => "backfired",
        }
    }
}

/// What a line of the live log is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogKind {
    Note,
    /// Their words.
    Quote,
    Promise,
    Mood,
    Question,
    /// A tactic that they used; `tactic` names the card.
    TacticSeen,
    /// A tactic that I used; `tactic` names the card.
    TacticUsed,
    PhaseChange,
}

impl LogKind {
    /// The kinds that can be typed into the quick log.
    pub const BY_HAND: [Self; 5] =
        [Self::Quote, Self::Promise, Self::Mood, Self::Question, Self::Note];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Quote => "quote",
            Self::Promise => "promise",
            Self::Mood => "mood",
            Self::Question => "question",
            Self::TacticSeen => "tactic-seen",
            Self::TacticUsed => "tactic-used",
            Self::PhaseChange => "phase-change",
        }
    }
}

/// A time-stamped line of the live log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogEntry {
    pub id: EntryId,
    pub at: Timestamp,
    pub meeting: MeetingId,
    pub kind: LogKind,
    #[serde(default)]
    pub text: String,
    /// Id of a tactic card, of the deck or of my own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tactic: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<Phase>,
    /// Who said or did it, when there are several of them at the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<CounterpartId>,
    /// What came of a tactic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
}

impl Meeting {
    pub fn new(id: MeetingId) -> Self {
        Self {
            id,
            planned: None,
            place: String::new(),
            started: None,
            ended: None,
            phase: Phase::Preparation,
            done: Vec::new(),
            outcome: Outcome::default(),
            minutes: None,
            prediction: None,
            keep: String::new(),
            change: String::new(),
            debrief: String::new(),
        }
    }
}

impl Session {
    /// A session with one meeting still to be held.
    pub fn new(id: SessionId, updated: Timestamp, currency: &str, meeting: MeetingId) -> Self {
        Self {
            schema: super::library::SCHEMA,
            id,
            updated,
            title: String::new(),
            counterparts: Vec::new(),
            labels: Labels::default(),
            influence: BTreeMap::new(),
            my_party: Party::Seller,
            currency: currency.to_owned(),
            plan: Plan::default(),
            pitch: String::new(),
            walk: Walk::default(),
            pitches: Vec::new(),
            meetings: vec![Meeting::new(meeting)],
            offers: Vec::new(),
            potatoes: Vec::new(),
            log: Vec::new(),
            agreed: None,
        }
    }

    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == id)
    }

    /// The meeting that is running or comes next: the first that has not ended.
    pub fn current_meeting(&self) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.ended.is_none())
    }

    /// The current meeting, or the last one when all have ended.
    pub fn focus_meeting(&self) -> Option<&Meeting> {
        self.current_meeting().or_else(|| self.meetings.last())
    }

    /// How much a person weighs in the decision, whatever the file says within its range.
    pub fn influence_of(&self, person: CounterpartId) -> u8 {
        let given = self.influence.get(&person).copied().unwrap_or(Influence::USUAL);
        given.clamp(Influence::LEAST, Influence::MOST)
    }

    /// The position of a meeting in the session, counted from 1.
    pub fn meeting_number(&self, id: MeetingId) -> usize {
        self.meetings.iter().position(|meeting| meeting.id == id).map_or(0, |index| index + 1)
    }

    /// Claims that nobody has tested yet.
    pub fn untested_potatoes(&self) -> impl Iterator<Item = &HotPotato> {
        self.potatoes.iter().filter(|potato| potato.is_untested())
    }

    /// The ids of the meetings in order.
    pub fn meeting_ids(&self) -> Vec<MeetingId> {
        self.meetings.iter().map(|meeting| meeting.id).collect()
    }

    /// The meeting before the given one; `None` for the first and for a foreign id.
    pub fn previous_meeting(&self, id: MeetingId) -> Option<&Meeting> {
        let position = self.meetings.iter().position(|meeting| meeting.id == id)?;
        self.meetings.get(position.checked_sub(1)?)
    }

    /// Every promise of every meeting, in order, with the meeting in which it was given.
    pub fn promises(&self) -> impl Iterator<Item = (MeetingId, &Commitment)> {
        self.meetings.iter().flat_map(|meeting| {
            meeting.outcome.commitments.iter().map(move |commitment| (meeting.id, commitment))
        })
    }

    /// The open promises of both sides that have a day, the earliest first.
    pub fn promises_due(&self) -> Vec<(MeetingId, &Commitment)> {
        let mut due: Vec<_> = self
            .promises()
            .filter(|(_, promise)| promise.state == CommitmentState::Open && promise.due.is_some())
            .collect();
        due.sort_by_key(|(_, promise)| promise.due);
        due
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn promises_of_all_meetings_fall_due_in_order() {
        let (first, second) = (MeetingId(Uuid::from_u128(1)), MeetingId(Uuid::from_u128(2)));
        let id = SessionId(Uuid::from_u128(9));
        let mut session = Session::new(id, Timestamp::UNIX_EPOCH, "EUR", first);
        session.meetings.push(Meeting::new(second));
        let promise = |day: Option<i8>, state| Commitment {
            id: None,
            party: Party::Buyer,
            action: "call".to_owned(),
            person: None,
            due: day.map(|day| date(2026, 12, day)),
            cost: String::new(),
            binding: false,
            state,
        };
        let open = CommitmentState::Open;
        session.meetings[0].outcome.commitments =
            vec![promise(Some(9), open), promise(Some(1), CommitmentState::Kept)];
        session.meetings[1].outcome.commitments = vec![promise(Some(3), open), promise(None, open)];
        let due: Vec<_> = session.promises_due().into_iter().map(|(id, _)| id).collect();
        assert_eq!(due, [second, first]);
        assert_eq!(session.promises().count(), 4);
        assert_eq!(session.previous_meeting(second).map(|meeting| meeting.id), Some(first));
        assert_eq!(session.previous_meeting(first), None);
        assert_eq!(session.meeting_ids(), [first, second]);
    }
}
