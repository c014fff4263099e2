//! Turns scripts into records: one language, real dates, ids.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use fastrand::Rng;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rust_decimal::Decimal;
use uuid::{Builder, Uuid};

use super::SampleOptions;
use super::bargain::{Expected, Props};
use super::chance::{self, Stream};
use super::script::{Agreed, Card, Deal, Heard, Owner, Person, Sitting};
use crate::content::text::Text;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::Evidence;
use crate::domain::ids::{CounterpartId, EntryId, IssueId, LibraryId, MeetingId, SessionId};
use crate::domain::label::Labels;
use crate::domain::ledger::Offer;
use crate::domain::library::{LibraryRecord, SCHEMA};
use crate::domain::outcome::{Commitment, Outcome, Party};
use crate::domain::potato::HotPotato;
use crate::domain::prediction::Prediction;
use crate::domain::session::{Agreement, LogEntry, Meeting, Session};
use crate::domain::tactic::{Deck, OwnCard};
use crate::domain::walk::{Walk, WalkEntry};
use crate::i18n::language::Language;

const CURRENCY: &str = "CNY";
/// When the library was set up, counted from today; invented people come later.
const FOUNDED: i32 = -1400;

pub(super) struct Stage {
    seed: u64,
    today: Date,
    language: Language,
}

/// Gives out ids that sort by the time they are made for.
pub(super) struct Ids(RefCell<Rng>);

impl Ids {
    pub(super) fn at(&self, time: Timestamp) -> Uuid {
        let mut random = [0; 10];
        self.0.borrow_mut().fill(&mut random);
        let millis = u64::try_from(time.as_millisecond()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

impl Stage {
    pub(super) fn new(options: &SampleOptions) -> Self {
        Self { seed: options.seed, today: options.today, language: options.language }
    }

    fn ids(&self, stream: Stream, index: usize) -> Ids {
        Ids(RefCell::new(chance::rng(self.seed, stream, index)))
    }

    pub(super) fn say(&self, text: &Text) -> String {
        text.get(self.language).to_owned()
    }

    pub(super) fn say_or_nothing(&self, text: Option<&Text>) -> String {
        text.map(|text| self.say(text)).unwrap_or_default()
    }

    /// A day counted from today; one on a weekend moves away from today to a working day.
    pub(super) fn date(&self, day: i32) -> Date {
        let date = self.today.saturating_add(day.days());
        let (back, on) = match date.weekday() {
            Weekday::Saturday => (1, 2),
            Weekday::Sunday => (2, 1),
            _ => (0, 0),
        };
        match day {
            0 => date,
            1.. => date.saturating_add(on.days()),
            _ => date.saturating_sub(back.days()),
        }
    }

    pub(super) fn instant(&self, day: i32, hour: i8, minute: i8) -> Timestamp {
        stamp(self.date(day).at(hour, minute, 0, 0))
    }

    pub(super) fn library(&self, owner: &Owner) -> LibraryRecord {
        let ids = self.ids(Stream::LibraryIds, 0);
        let id = LibraryId(ids.at(self.instant(FOUNDED, 8, 30)));
        let mut record = LibraryRecord::new(id, self.instant(-1, 17, 45), CURRENCY);
        record.owner.name = self.say(&owner.name);
        record.owner.evidence = self.evidence(&owner.evidence, &ids);
        record.deck = Deck {
            favourites: owner.favourites.iter().cloned().collect(),
            train: owner.train.iter().cloned().collect(),
            cards: owner.cards.iter().map(|card| self.card(card, &ids)).collect(),
        };
        record
    }

    fn card(&self, card: &Card, ids: &Ids) -> OwnCard {
        OwnCard {
            id: EntryId(ids.at(self.instant(card.day, 18, 30))),
            name: self.say(&card.name),
            phase: card.phase,
            mark: card.mark,
            cues: self.say(&card.cues),
            how: self.say(&card.how),
            counter: self.say(&card.counter),
            note: self.say(&card.note),
        }
    }

    pub(super) fn counterpart(&self, index: usize, person: &Person) -> Counterpart {
        let ids = self.ids(Stream::CounterpartIds, index);
        let newest = person.evidence.iter().map(|heard| heard.day).fold(person.since, i32::max);
        Counterpart {
            labels: Labels::default(),
            schema: SCHEMA,
            id: CounterpartId(ids.at(self.instant(person.since, 9, 0))),
            updated: self.instant(newest, 18, 10),
            name: person.name.clone(),
            latin_name: person.latin.clone(),
            title: self.say(&person.title),
            organisation: self.say(&person.organisation),
            notes: self.say(&person.notes),
            evidence: self.evidence(&person.evidence, &ids),
        }
    }

    fn evidence(&self, heard: &[Heard], ids: &Ids) -> Vec<Evidence> {
        let observation = |heard: &Heard| Evidence {
            id: Some(EntryId(ids.at(self.instant(heard.day, 18, 0)))),
            supports: heard.supports.clone(),
            against: heard.against.clone(),
            kind: heard.kind,
            setting: heard.setting,
            date: self.date(heard.day),
            text: self.say(&heard.text),
            source: self.say(&heard.source),
            weight: heard.weight,
        };
        heard.iter().map(observation).collect()
    }

    pub(super) fn session(
        &self,
        index: usize,
        deal: &Deal,
        cast: &HashMap<String, CounterpartId>,
    ) -> Session {
        let ids = self.ids(Stream::SessionIds, index);
        let plan_ids = self.ids(Stream::PlanIds, index);
        let props =
            Props::new(deal, cast, || IssueId(plan_ids.at(self.instant(deal.opened, 8, 45))));
        let mut session = Session {
            labels: Labels::default(),
            schema: SCHEMA,
            id: SessionId(ids.at(self.instant(deal.opened, 8, 40))),
            updated: self.instant(deal.touched, 18, 20),
            title: self.say(&deal.title),
            counterparts: deal.people.iter().filter_map(|key| cast.get(key).copied()).collect(),
            influence: BTreeMap::new(),
            my_party: Party::Seller,
            currency: CURRENCY.to_owned(),
            plan: self.plan(deal, &props, &plan_ids),
            pitch: self.say_or_nothing(deal.pitch.as_ref()),
            walk: self.walk(deal),
            pitches: Vec::new(),
            meetings: Vec::with_capacity(deal.meetings.len()),
            offers: Vec::new(),
            potatoes: Vec::new(),
            log: Vec::new(),
            agreed: None,
        };
        for sitting in &deal.meetings {
            self.hold(sitting, &mut session, &props, &ids);
        }
        let held = session.meetings.iter().rev().find_map(|held| Some((held.id, held.ended?)));
        session.agreed =
            deal.settled.as_ref().zip(held).map(|(settled, (meeting, at))| Agreement {
                at,
                meeting,
                price: Some(Decimal::from(settled.price)),
                values: self.values(&settled.values, &props),
            });
        session
    }

    fn walk(&self, deal: &Deal) -> Walk {
        let mut entries = BTreeMap::new();
        for ticked in &deal.walk {
            let note = self.say_or_nothing(ticked.note.as_ref());
            entries.insert(ticked.question, WalkEntry { answer: Some(ticked.answer), note });
        }
        Walk { entries }
    }

    /// Adds a meeting and all that was said in it.
    fn hold(&self, sitting: &Sitting, session: &mut Session, props: &Props<'_>, ids: &Ids) {
        let planned = self.date(sitting.day).to_datetime(sitting.time);
        let at = |minute: i32| stamp(planned.saturating_add(minute.minutes()));
        let id = MeetingId(ids.at(at(0)));
        session.meetings.push(Meeting {
            id,
            planned: Some(planned),
            place: self.say(&sitting.place),
            started: sitting.minutes.map(|_| at(0)),
            ended: sitting.minutes.map(at),
            phase: sitting.phase,
            done: sitting.done.clone(),
            outcome: self.outcome(sitting, at(sitting.minutes.unwrap_or_default()), ids),
            minutes: sitting.length,
            prediction: sitting
                .expected
                .as_ref()
                .map(|expected| self.prediction(expected, at(-20 * 60))),
            keep: self.say_or_nothing(sitting.keep.as_ref()),
            change: self.say_or_nothing(sitting.change.as_ref()),
            debrief: self.say_or_nothing(sitting.debrief.as_ref()),
        });
        session.offers.extend(sitting.offers.iter().map(|bid| Offer {
            id: EntryId(ids.at(at(bid.minute))),
            at: at(bid.minute),
            meeting: id,
            side: bid.side,
            price: Some(Decimal::from(bid.price)),
            values: self.values(&bid.values, props),
            terms: self.say_or_nothing(bid.terms.as_ref()),
        }));
        session.potatoes.extend(sitting.potatoes.iter().map(|claim| HotPotato {
            id: EntryId(ids.at(at(claim.minute))),
            at: at(claim.minute),
            meeting: id,
            kind: claim.kind,
            claim: self.say(&claim.claim),
            asked: claim.asked,
            verdict: claim.verdict,
            evidence: self.say_or_nothing(claim.evidence.as_ref()),
            person: props.person(claim.person.as_ref()),
            whose: claim.whose,
            answer: self.say_or_nothing(claim.answer.as_ref()),
        }));
        session.log.extend(sitting.log.iter().map(|line| LogEntry {
            id: EntryId(ids.at(at(line.minute))),
            at: at(line.minute),
            meeting: id,
            kind: line.kind,
            text: self.say_or_nothing(line.text.as_ref()),
            tactic: line.tactic.clone(),
            phase: line.phase,
            person: props.person(line.person.as_ref()),
            effect: line.effect,
        }));
    }

    /// Written down `before` the meeting, and not later than yesterday.
    fn prediction(&self, expected: &Expected, before: Timestamp) -> Prediction {
        Prediction {
            at: before.min(self.instant(-1, 17, 30)),
            verdict: Some(expected.verdict),
            sure: expected.sure,
            low: expected.low.map(Decimal::from),
            high: expected.high.map(Decimal::from),
        }
    }

    fn outcome(&self, sitting: &Sitting, ended: Timestamp, ids: &Ids) -> Outcome {
        let commitment = |agreed: &Agreed| Commitment {
            id: Some(EntryId(ids.at(ended))),
            party: agreed.party,
            action: self.say(&agreed.action),
            person: agreed.person.as_ref().map(|person| self.say(person)),
            due: agreed.due.map(|day| self.date(day)),
            cost: self.say_or_nothing(agreed.cost.as_ref()),
            binding: agreed.binding,
            state: agreed.state,
        };
        Outcome {
            refused: sitting.refused,
            decided_elsewhere: sitting.elsewhere,
            words: sitting.words.iter().map(|words| self.say(words)).collect(),
            commitments: sitting.agreed.iter().map(commitment).collect(),
        }
    }
}

/// The sample plays in one time zone, so that its bytes are the same everywhere.
fn stamp(local: DateTime) -> Timestamp {
    TimeZone::UTC.to_timestamp(local).unwrap_or_default()
}
