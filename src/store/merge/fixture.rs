//! Records and edits for the tests of the merge.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;
use uuid::Uuid;

use super::bargain::{self, BARGAIN_EDITS};
use super::tree::to_tree;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, EntryId, LibraryId, MeetingId, SessionId};
use crate::domain::ledger::{Offer, Side};
use crate::domain::library::LibraryRecord;
use crate::domain::outcome::{Commitment, CommitmentState, Party};
use crate::domain::phase::Phase;
use crate::domain::plan::Values;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::domain::quadrant::Quadrant;
use crate::domain::session::{LogEntry, LogKind, Meeting, Session};
use crate::domain::walk::{Answer, QuestionId, WalkEntry};
use crate::store::record::Record;

pub(super) fn session() -> Session {
    let meeting = MeetingId(Uuid::from_u128(2));
    let mut session =
        Session::new(SessionId(Uuid::from_u128(1)), Timestamp::UNIX_EPOCH, "EUR", meeting);
    session.pitch = "first line\nsecond line\nthird line\nfourth line".to_owned();
    for serial in 0..12 {
        for kind in 0..EDITS {
            if kind % 4 == serial % 4 {
                edit(&mut session, (kind, 0), &format!("base{serial}x{kind}"));
            }
        }
    }
    session
}

pub(super) fn counterpart() -> Counterpart {
    let mut person = Counterpart::new(CounterpartId(Uuid::from_u128(7)), Timestamp::UNIX_EPOCH);
    person.name = "林悦".to_owned();
    person.notes = "likes figures\nasks for references\ndecides alone".to_owned();
    person.evidence = (0..3).map(|number| evidence(Some(100 + number), "said so")).collect();
    person
}

pub(super) fn library() -> LibraryRecord {
    LibraryRecord::new(LibraryId(Uuid::from_u128(9)), Timestamp::UNIX_EPOCH, "EUR")
}

pub(super) fn evidence(id: Option<u128>, text: &str) -> Evidence {
    Evidence {
        id: id.map(|id| EntryId(Uuid::from_u128(id))),
        supports: vec![Quadrant::A],
        against: Vec::new(),
        kind: EvidenceKind::Quote,
        setting: Setting::Normal,
        date: date(2026, 11, 23),
        text: text.to_owned(),
        source: String::new(),
        weight: Some(0.1),
    }
}

pub(super) fn record(session: &Session) -> Record {
    Record::Session(Arc::new(session.clone()))
}

pub(super) fn person(counterpart: &Counterpart) -> Record {
    Record::Counterpart(Arc::new(counterpart.clone()))
}

/// How many kinds of edits there are.
pub(super) const EDITS: usize = 30 + BARGAIN_EDITS;

/// An id that belongs to this text alone.
pub(super) fn new_id(text: &str) -> Uuid {
    let digest = |seed: u64| {
        text.bytes().fold(seed, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    };
    Uuid::from_u64_pair(digest(0xcbf2_9ce4_8422_2325), digest(1))
}

pub(super) fn pick<T>(list: &mut [T], which: usize) -> Option<&mut T> {
    let count = list.len().max(1);
    list.get_mut(which % count)
}

pub(super) fn take<T>(list: &mut Vec<T>, which: usize) {
    if !list.is_empty() {
        list.remove(which % list.len());
    }
}

/// Changes one thing. Every text that it writes holds `text`, which no other edit writes.
pub(super) fn edit(session: &mut Session, (kind, which): (usize, usize), text: &str) {
    let id = EntryId(new_id(text));
    let meeting = session.meetings.first().map_or(MeetingId(Uuid::nil()), |meeting| meeting.id);
    let text = text.to_owned();
    let at = Timestamp::UNIX_EPOCH;
    match kind {
        0 => session.title = text,
        1 => session.plan.goal = text,
        2 => {
            let mut lines: Vec<_> = session.pitch.split('\n').map(str::to_owned).collect();
            if let Some(line) = pick(&mut lines, which) {
                *line = text;
            }
            session.pitch = lines.join("\n");
        }
        3 => session.pitch += &["\n", &text].concat(),
        4 => session.plan.target = Some(Decimal::from(new_id(&text).as_u64_pair().0)),
        5 => session.labels.tags.push(text),
        6 => take(&mut session.labels.tags, which),
        7 => session.labels.archived = which % 2 == 0,
        8 => session.counterparts.push(CounterpartId(id.0)),
        9 => take(&mut session.counterparts, which),
        10 => {
            let question = QuestionId::ALL[which % 3];
            let answer = [None, Some(Answer::Yes), Some(Answer::No)][which % 3];
            session.walk.entries.insert(question, WalkEntry { answer, note: text });
        }
        11 => drop(session.walk.entries.pop_first()),
        12 => session.meetings.push(Meeting::new(MeetingId(id.0))),
        13 => take(&mut session.meetings, which),
        14..=19 => {
            let Some(meeting) = pick(&mut session.meetings, which) else { return };
            let outcome = &mut meeting.outcome;
            match kind {
                14 => meeting.debrief = text,
                15 => meeting.done.push(text),
                16 => outcome.words.push(text),
                17 => outcome.commitments.push(Commitment {
                    id: Some(id),
                    party: Party::Buyer,
                    action: text,
                    person: None,
                    due: None,
                    cost: String::new(),
                    binding: false,
                    state: CommitmentState::Open,
                }),
                18 => {
                    if let Some(promise) = pick(&mut outcome.commitments, which) {
                        promise.person = Some(text);
                        promise.state = CommitmentState::Kept;
                    }
                }
                _ => meeting.phase = Phase::ALL[which % 4],
            }
        }
        20 => session.offers.push(Offer {
            id,
            at,
            meeting,
            side: Side::Us,
            price: Some(Decimal::new(100, 2)),
            values: Values::new(),
            terms: text,
        }),
        21 => {
            if let Some(offer) = pick(&mut session.offers, which) {
                offer.terms = text;
            }
        }
        22 => take(&mut session.offers, which),
        23 => session.potatoes.push(HotPotato {
            id,
            at,
            meeting,
            kind: PotatoKind::Budget,
            claim: text,
            asked: [false; 3],
            verdict: PotatoVerdict::Untested,
            evidence: String::new(),
            person: None,
            whose: None,
            answer: String::new(),
        }),
        24 => {
            if let Some(potato) = pick(&mut session.potatoes, which) {
                potato.asked[which % 3] ^= true;
            }
        }
        25 | 26 => session.log.push(LogEntry {
            id,
            at,
            meeting,
            kind: LogKind::Note,
            text,
            tactic: None,
            phase: None,
            person: None,
            effect: None,
        }),
        27 => {
            if let Some(entry) = pick(&mut session.log, which) {
                entry.text = text;
                entry.phase = Some(Phase::Late);
            }
        }
        28 => take(&mut session.log, which),
        30.. => bargain::edit(session, (kind - 30, which), &text),
        _ => {
            let count = session.log.len().max(1);
            session.log.rotate_left(which % count);
        }
    }
}

pub(super) type Edits = Vec<(usize, usize)>;

pub(super) fn edits(count: usize) -> impl Strategy<Value = Edits> {
    prop::collection::vec((0..EDITS, 0..6_usize), 0..count)
}

/// The session after the edits, a second later for each.
pub(super) fn edited(session: &Session, edits: &Edits, side: &str) -> Session {
    let mut session = session.clone();
    for (serial, one) in edits.iter().enumerate() {
        edit(&mut session, *one, &format!("{side}{serial}"));
        session.updated = session.updated.saturating_add(jiff::Span::new().seconds(1)).unwrap();
    }
    session
}

/// A counterpart and a library whose evidence was edited.
pub(super) fn people(base: [&Record; 2], edits: &Edits, side: &str) -> [Record; 2] {
    base.map(|record| {
        let mut record = record.clone();
        let (notes, list) = match &mut record {
            Record::Counterpart(person) => {
                let person = Arc::make_mut(person);
                (&mut person.notes, &mut person.evidence)
            }
            Record::Library(library) => {
                let library = Arc::make_mut(library);
                for (serial, one) in edits.iter().enumerate() {
                    bargain::edit_deck(&mut library.deck, *one, &format!("{side}deck{serial}"));
                }
                let owner = &mut library.owner;
                (&mut owner.name, &mut owner.evidence)
            }
            Record::Session(_) => return record,
        };
        for (serial, (kind, which)) in edits.iter().enumerate() {
            let text = format!("{side}{serial}");
            let id = (kind % 3 > 0).then(|| new_id(&text).as_u128());
            match kind % 9 {
                0..=2 => list.push(evidence(id, &text)),
                3 => take(list, *which),
                4 => *notes = format!("{text}\n{notes}"),
                5 => notes.push_str(&text),
                6 => {
                    let count = list.len().max(1);
                    list.rotate_left(which % count);
                }
                _ => {
                    if let Some(item) = pick(list, *which) {
                        item.source = text;
                        item.weight = (kind % 2 == 0).then_some(0.25);
                        item.supports.push(Quadrant::ALL[which % 4]);
                    }
                }
            }
        }
        record
    })
}

/// Every line of every text in a value, ids among them.
pub(super) fn lines(value: &Value) -> BTreeSet<String> {
    match value {
        Value::String(text) => {
            text.split('\n').filter(|line| !line.is_empty()).map(str::to_owned).collect()
        }
        Value::Array(entries) => entries.iter().flat_map(lines).collect(),
        Value::Object(fields) => fields.values().flat_map(lines).collect(),
        _ => BTreeSet::new(),
    }
}

/// The record as a tree without the time of change.
pub(super) fn plain(record: &Record) -> Value {
    let mut tree = to_tree(record).unwrap();
    tree.remove("updated");
    Value::Object(tree)
}

/// The record as a tree, with lists in an order that does not depend on the sides.
pub(super) fn unordered(record: &Record) -> Value {
    fn sort(value: &mut Value) {
        match value {
            Value::Array(entries) => {
                entries.iter_mut().for_each(sort);
                if !entries.iter().any(Value::is_boolean) {
                    entries.sort_by_key(Value::to_string);
                }
            }
            Value::Object(fields) => fields.values_mut().for_each(sort),
            _ => {}
        }
    }
    let mut tree = plain(record);
    sort(&mut tree);
    tree
}
