//! The review after a meeting: a few signs to look back for, answered with one key each.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::drafts::EvidenceDraft;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, Setting};
use crate::domain::ids::{CounterpartId, EntryId, MeetingId};
use crate::domain::quadrant::{PerQuadrant, Quadrant};

/// What somebody remembers of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Noticed {
    Saw,
    Opposite,
    /// Nothing is kept of it in the profile.
    Not,
}

impl Noticed {
    pub const ALL: [Self; 3] = [Self::Saw, Self::Opposite, Self::Not];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Saw => "saw",
            Self::Opposite => "opposite",
            Self::Not => "not",
        }
    }
}

/// What the review of one person after one meeting remembers besides the profile.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReviewDraft {
    /// Signs that were not noticed.
    pub not_noticed: BTreeSet<(Quadrant, usize)>,
    /// One line of the user's own, half typed.
    pub line: EvidenceDraft,
    pub setting: Setting,
    /// The sign that is shown, if the user went back to one.
    pub at: Option<usize>,
}

/// All reviews by meeting and person.
pub type Reviews = BTreeMap<MeetingId, BTreeMap<CounterpartId, ReviewDraft>>;

/// At least so many signs of each quadrant are asked for.
const ROUNDS: usize = 2;
/// So many quadrants get one more.
const MORE: usize = 2;

/// The signs to ask for: a quadrant and the number of its sign, of `counts` there are. Two or three
/// of each quadrant in mixed order; the same ones whenever one comes back to this meeting.
pub fn prompts(
    meeting: MeetingId,
    person: CounterpartId,
    counts: PerQuadrant<usize>,
) -> Vec<(Quadrant, usize)> {
    let mut chance = Chance::of(meeting.0.as_u128() ^ person.0.as_u128().rotate_left(64));
    let mut signs: PerQuadrant<Vec<usize>> =
        PerQuadrant::from_fn(|quadrant| chance.shuffled((0..counts[quadrant]).collect()));
    let mut prompts: Vec<(Quadrant, usize)> = Vec::new();
    for round in 0..=ROUNDS {
        let mut order = chance.shuffled(Quadrant::ALL.to_vec());
        // Two signs of one quadrant in a row would give away what they are about.
        if prompts.last().map(|(last, _)| last) == order.first() {
            order.rotate_left(1);
        }
        let some = if round < ROUNDS { order.len() } else { MORE };
        for quadrant in order.into_iter().take(some) {
            prompts.extend(signs[quadrant].pop().map(|sign| (quadrant, sign)));
        }
    }
    prompts
}

/// A review: a meeting and whom it is about. What is noted in it has ids that tell so, whatever
/// becomes of the words, the day and the place of the meeting in its negotiation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion(u64);

impl Occasion {
    pub fn new(meeting: MeetingId, person: CounterpartId) -> Self {
        let mixed = Chance::of(meeting.0.as_u128() ^ person.0.as_u128().rotate_left(64)).next();
        // Version 8 of a UUID: what stands in it is up to the one who makes it.
        Self(mixed & !0xf000 | 0x8000)
    }

    /// The id of the answer to a sign: the same one on every computer.
    pub fn answer_id(self, (quadrant, sign): (Quadrant, usize)) -> EntryId {
        let place = Quadrant::ALL.iter().position(|other| *other == quadrant).unwrap_or_default();
        self.id(Chance(((place as u64) << 32) | sign as u64).next())
    }

    /// The id of a line of the user's own, made from a new one.
    pub fn line_id(self, fresh: EntryId) -> EntryId {
        #[expect(clippy::cast_possible_truncation, reason = "the random half of the id")]
        self.id(fresh.0.as_u128() as u64)
    }

    /// Whether this was noted in the review.
    pub fn has(self, id: EntryId) -> bool {
        id.0.as_u128() >> 64 == u128::from(self.0)
    }

    fn id(self, what: u64) -> EntryId {
        let what = what & (u64::MAX >> 2) | 1 << 63;
        EntryId(Uuid::from_u64_pair(self.0, what))
    }
}

/// The observation that answers a sign.
pub fn answer(
    person: &Counterpart,
    occasion: Occasion,
    sign: (Quadrant, usize),
) -> Option<(&Evidence, Noticed)> {
    let id = occasion.answer_id(sign);
    let item = person.evidence.iter().find(|item| item.id == Some(id))?;
    let noticed = if item.against.contains(&sign.0) { Noticed::Opposite } else { Noticed::Saw };
    Some((item, noticed))
}

/// A stream of numbers that is the same for the same seed everywhere (splitmix64).
struct Chance(u64);

impl Chance {
    fn of(seed: u128) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
        Self((seed as u64) ^ ((seed >> 64) as u64))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn shuffled<T>(&mut self, mut items: Vec<T>) -> Vec<T> {
        for end in (1..items.len()).rev() {
            let other = usize::try_from(self.next() % (end as u64 + 1)).unwrap_or(0);
            items.swap(end, other);
        }
        items
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;
    use crate::domain::evidence::EvidenceKind;

    fn some(meeting: u128, person: u128) -> Vec<(Quadrant, usize)> {
        let counts = PerQuadrant::from_fn(|_| 4);
        prompts(MeetingId(Uuid::from_u128(meeting)), CounterpartId(Uuid::from_u128(person)), counts)
    }

    #[test]
    fn each_quadrant_is_asked_for_two_or_three_times_in_mixed_order() {
        for meeting in 0..200_u128 {
            let prompts = some(meeting.wrapping_mul(0x1234_5678_9abc_def1), 7);
            assert_eq!(prompts.len(), 10);
            for quadrant in Quadrant::ALL {
                let signs: Vec<usize> =
                    prompts.iter().filter(|one| one.0 == quadrant).map(|one| one.1).collect();
                assert!((2..=3).contains(&signs.len()), "{prompts:?}");
                assert_eq!(signs.iter().collect::<BTreeSet<_>>().len(), signs.len());
            }
            assert!(prompts.windows(2).all(|two| two[0].0 != two[1].0), "{prompts:?}");
        }
    }

    #[test]
    fn the_signs_are_the_same_when_one_comes_back_and_others_for_another_meeting() {
        assert_eq!(some(1, 7), some(1, 7));
        assert_ne!(some(1, 7), some(2, 7));
        assert_ne!(some(1, 7), some(1, 8));
    }

    #[test]
    fn few_signs_are_no_fault() {
        let (meeting, person) = (MeetingId(Uuid::nil()), CounterpartId(Uuid::nil()));
        let counts = PerQuadrant { a: 1, b: 0, c: 2, d: 9 };
        let found = prompts(meeting, person, counts);
        assert_eq!(found.iter().filter(|one| one.0 == Quadrant::A).count(), 1);
        assert!(found.iter().all(|one| one.0 != Quadrant::B));
    }

    #[test]
    fn an_answer_is_found_again_only_in_its_review_whatever_became_of_it() {
        let (meeting, id) = (MeetingId(Uuid::from_u128(3)), CounterpartId(Uuid::from_u128(7)));
        let occasion = Occasion::new(meeting, id);
        let mut person = Counterpart::new(id, Timestamp::UNIX_EPOCH);
        person.evidence.push(Evidence {
            id: Some(occasion.answer_id((Quadrant::A, 2))),
            supports: Vec::new(),
            against: vec![Quadrant::A],
            kind: EvidenceKind::Behaviour,
            setting: Setting::Normal,
            date: date(2026, 6, 2),
            text: "Words that were changed since.".to_owned(),
            source: String::new(),
            weight: None,
        });
        let of = |occasion, sign| answer(&person, occasion, sign).map(|one| one.1);
        assert_eq!(of(occasion, (Quadrant::A, 2)), Some(Noticed::Opposite));
        assert_eq!(of(occasion, (Quadrant::A, 1)), None);
        assert_eq!(of(occasion, (Quadrant::B, 2)), None);
        let other = Occasion::new(MeetingId(Uuid::from_u128(4)), id);
        assert_eq!(of(other, (Quadrant::A, 2)), None);
    }

    #[test]
    fn what_is_noted_in_a_review_tells_so_by_its_id() {
        let person = CounterpartId(Uuid::from_u128(7));
        let [one, other] =
            [3, 4].map(|meeting| Occasion::new(MeetingId(Uuid::from_u128(meeting)), person));
        let fresh = [5, 6].map(|id| EntryId(Uuid::from_u128(id)));
        let mut ids: Vec<EntryId> = fresh.map(|id| one.line_id(id)).to_vec();
        for quadrant in Quadrant::ALL {
            ids.extend((0..20).map(|sign| one.answer_id((quadrant, sign))));
        }
        assert!(ids.iter().all(|id| one.has(*id) && !other.has(*id)));
        assert!(ids.iter().all(|id| id.0.get_version_num() == 8));
        assert!(fresh.iter().all(|id| !one.has(*id)));
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}
