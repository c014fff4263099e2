//! The review after a meeting: a few signs to look back for, answered with one key each.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::drafts::EvidenceDraft;
use crate::content::text::Text;
use crate::domain::counterpart::Counterpart;
use crate::domain::evidence::{Evidence, EvidenceKind, Setting};
use crate::domain::ids::{CounterpartId, MeetingId};
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

/// The observation of this person that answers a sign after a meeting on `date`, the `number`th.
pub fn answer<'a>(
    person: &'a Counterpart,
    (quadrant, sign): (Quadrant, &Text),
    date: Date,
    number: usize,
) -> Option<(&'a Evidence, Noticed)> {
    let item = person.evidence.iter().find(|item| {
        is_of_meeting(item, date, number)
            // In either language, as the app may have been switched since.
            && (item.text.contains(sign.en.trim()) || item.text.contains(sign.zh.trim()))
    })?;
    let noticed = if item.against.contains(&quadrant) { Noticed::Opposite } else { Noticed::Saw };
    Some((item, noticed))
}

/// Whether an observation was made in the review of the `number`th meeting, on `date`.
pub fn is_of_meeting(item: &Evidence, date: Date, number: usize) -> bool {
    let number = number.to_string();
    let mut digits = item.source.split(|sign: char| !sign.is_ascii_digit());
    item.kind == EvidenceKind::Behaviour && item.date == date && digits.any(|part| part == number)
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
    use uuid::Uuid;

    use super::*;

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
    fn an_answer_is_found_again_in_either_language_and_only_for_its_meeting() {
        let sign = Text { en: "Did they ask?".to_owned(), zh: "问了没有？".to_owned() };
        let mut person = Counterpart::new(CounterpartId(Uuid::nil()), Timestamp::UNIX_EPOCH);
        person.evidence.push(Evidence {
            id: None,
            supports: Vec::new(),
            against: vec![Quadrant::A],
            kind: EvidenceKind::Behaviour,
            setting: Setting::Normal,
            date: date(2026, 6, 2),
            text: "问了没有？恰恰相反。".to_owned(),
            source: "第 2 次会谈".to_owned(),
            weight: None,
        });
        let of = |day: i8, number| {
            answer(&person, (Quadrant::A, &sign), date(2026, 6, day), number).map(|one| one.1)
        };
        assert_eq!(of(2, 2), Some(Noticed::Opposite));
        assert_eq!(of(3, 2), None);
        assert_eq!(of(2, 1), None);
        let other = Text { en: "Did they sing?".to_owned(), zh: "唱了没有？".to_owned() };
        assert!(answer(&person, (Quadrant::A, &other), date(2026, 6, 2), 2).is_none());
    }
}
