//! The quadrant walk: 17 questions to ask of a pitch (coaching models, section 4).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::profile::{Certainty, ProfileReading};
use super::quadrant::{PerQuadrant, Quadrant};

/// Gaps closer than this are equal.
const ROUNDING: f64 = 1e-12;

/// One of the 17 questions. The order of the variants is the order of the walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum QuestionId {
    A1,
    A2,
    A3,
    A4,
    A5,
    D1,
    D2,
    D3,
    D4,
    B1,
    B2,
    B3,
    B4,
    C1,
    C2,
    C3,
    C4,
}

/// Does the pitch do what the question asks?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Yes,
    Partly,
    No,
}

impl Answer {
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
        }
    }
}

/// An answer with the reason for it. A question without an entry is not answered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WalkEntry {
    #[serde(default)]
    pub answer: Option<Answer>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The answers given for one pitch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Walk {
    pub entries: BTreeMap<QuestionId, WalkEntry>,
}

impl QuestionId {
    pub const ALL: [Self; 17] = [
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::D1,
        Self::D2,
        Self::D3,
        Self::D4,
        Self::B1,
        Self::B2,
        Self::B3,
        Self::B4,
        Self::C1,
        Self::C2,
        Self::C3,
        Self::C4,
    ];

    pub fn quadrant(self) -> Quadrant {
        match self {
            Self::A1 | Self::A2 | Self::A3 | Self::A4 | Self::A5 => Quadrant::A,
            Self::D1 | Self::D2 | Self::D3 | Self::D4 => Quadrant::D,
            Self::B1 | Self::B2 | Self::B3 | Self::B4 => Quadrant::B,
            Self::C1 | Self::C2 | Self::C3 | Self::C4 => Quadrant::C,
        }
    }
}

impl QuestionId {
    /// The questions of one quadrant, in order.
    pub fn of(quadrant: Quadrant) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |question| question.quadrant() == quadrant)
    }

    /// Stable id, used in content and in the headless output: "A1".
    pub fn id(self) -> &'static str {
        match self {
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::A3 => "A3",
            Self::A4 => "A4",
            Self::A5 => "A5",
            Self::D1 => "D1",
            Self::D2 => "D2",
            Self::D3 => "D3",
            Self::D4 => "D4",
            Self::B1 => "B1",
            Self::B2 => "B2",
            Self::B3 => "B3",
            Self::B4 => "B4",
            Self::C1 => "C1",
            Self::C2 => "C2",
            Self::C3 => "C3",
            Self::C4 => "C4",
        }
    }
}

impl Walk {
    /// The answer to a question; `None` while it is not answered.
    pub fn answer(&self, question: QuestionId) -> Option<Answer> {
        self.entries.get(&question).and_then(|entry| entry.answer)
    }

    /// How many of the 17 questions are answered.
    pub fn answered(&self) -> usize {
        QuestionId::ALL.into_iter().filter(|question| self.answer(*question).is_some()).count()
    }

    /// How far the pitch does what a quadrant asks, 0..=1: yes counts 1, partly one half, and the
    /// sum is divided by the number of the quadrant's questions, answered or not (section 4).
    pub fn score(&self, quadrant: Quadrant) -> f64 {
        let (points, count) =
            QuestionId::of(quadrant).fold((0.0, 0.0), |(points, count), question| {
                let point = match self.answer(question) {
                    Some(Answer::Yes) => 1.0,
                    Some(Answer::Partly) => 0.5,
                    Some(Answer::No) | None => 0.0,
                };
                (points + point, count + 1.0)
            });
        points / count
    }

    /// The score weighted by what the audience needs, 0..=1: sum of `need_q` x `score_q` (section 4).
    /// `need` is the audience's shares, which sum to 1.
    pub fn coverage(&self, need: &PerQuadrant<f64>) -> f64 {
        need.iter().map(|(quadrant, need)| need * self.score(quadrant)).sum()
    }

    /// What a quadrant of the audience misses, 0..=1: `need_q` x (1 - `score_q`) (section 4).
    pub fn gap(&self, quadrant: Quadrant, need: &PerQuadrant<f64>) -> f64 {
        need[quadrant] * (1.0 - self.score(quadrant))
    }

    /// The quadrant with the largest gap, and that gap; the first in the order of the walk on a tie,
    /// `None` when nothing is missing (section 4).
    pub fn biggest_gap(&self, need: &PerQuadrant<f64>) -> Option<(Quadrant, f64)> {
        Quadrant::WALK_ORDER
            .into_iter()
            .map(|quadrant| (quadrant, self.gap(quadrant, need)))
            .filter(|(_, gap)| *gap > ROUNDING)
            .reduce(|best, next| if next.1 > best.1 + ROUNDING { next } else { best })
    }
}

/// My own weakest quadrant, the likely blind spot of my pitch (section 4); `None` while I am
/// unknown or the bottom is tied.
pub fn blind_spot(me: &ProfileReading) -> Option<Quadrant> {
    if me.certainty == Certainty::Unknown { None } else { me.profile.weakest() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::profile::Profile;
    use super::*;

    const EVEN: PerQuadrant<f64> = PerQuadrant { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };

    fn walk(answers: &[(QuestionId, Answer)]) -> Walk {
        let entry = |answer| WalkEntry { answer: Some(answer), note: String::new() };
        Walk { entries: answers.iter().map(|(id, answer)| (*id, entry(*answer))).collect() }
    }

    fn close(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-12, "{left} is not {right}");
    }

    #[test]
    fn the_walk_goes_a_d_b_c_with_five_four_four_four_questions() {
        let counts = Quadrant::WALK_ORDER.map(|quadrant| QuestionId::of(quadrant).count());
        assert_eq!(counts, [5, 4, 4, 4]);
        let in_order: Vec<_> = Quadrant::WALK_ORDER.into_iter().flat_map(QuestionId::of).collect();
        assert_eq!(in_order, QuestionId::ALL);
        for question in QuestionId::ALL {
            assert!(question.id().starts_with(question.quadrant().letter()));
        }
    }

    #[test]
    fn known_scores() {
        use Answer::{No, Partly, Yes};
        use QuestionId::{A1, A2, A3, B1, C1, C2, C3, C4};
        let walk = walk(&[
            (A1, Yes),
            (A2, Partly),
            (A3, No),
            (B1, Yes),
            (C1, Yes),
            (C2, Yes),
            (C3, Yes),
            (C4, Yes),
        ]);
        assert_eq!(walk.answered(), 8);
        close(walk.score(Quadrant::A), 1.5 / 5.0);
        close(walk.score(Quadrant::B), 0.25);
        close(walk.score(Quadrant::C), 1.0);
        close(walk.score(Quadrant::D), 0.0);
        let need = PerQuadrant { a: 0.1, b: 0.2, c: 0.6, d: 0.1 };
        close(walk.coverage(&need), 0.03 + 0.05 + 0.6);
        close(walk.gap(Quadrant::B, &need), 0.15);
        assert_eq!(walk.biggest_gap(&need).map(|(quadrant, _)| quadrant), Some(Quadrant::B));
    }

    #[test]
    fn ties_go_to_the_first_of_the_walk_and_a_full_walk_has_no_gap() {
        assert_eq!(Walk::default().biggest_gap(&EVEN), Some((Quadrant::A, 0.25)));
        let a_done: Vec<_> = QuestionId::of(Quadrant::A).map(|id| (id, Answer::Yes)).collect();
        assert_eq!(walk(&a_done).biggest_gap(&EVEN), Some((Quadrant::D, 0.25)));
        let full = walk(&QuestionId::ALL.map(|id| (id, Answer::Yes)));
        assert_eq!(full.biggest_gap(&EVEN), None);
        close(full.coverage(&EVEN), 1.0);
    }

    #[test]
    fn an_unknown_or_tied_profile_has_no_blind_spot() {
        let reading = |a, b, c, d, weight| {
            Profile { alpha: PerQuadrant { a, b, c, d }, weight, observations: 1 }.reading()
        };
        assert_eq!(blind_spot(&Profile::default().reading()), None);
        assert_eq!(blind_spot(&reading(3.0, 2.0, 1.0, 1.0, 3.0)), None);
        assert_eq!(blind_spot(&reading(3.0, 2.0, 1.0, 1.5, 3.5)), Some(Quadrant::C));
        assert_eq!(blind_spot(&reading(1.3, 1.2, 1.0, 1.1, 0.6)), None);
    }

    proptest! {
        #[test]
        fn coverage_and_gaps_share_out_the_need(
            answers in proptest::collection::vec(
                proptest::option::of(proptest::sample::select(Answer::ALL.to_vec())), 17),
            raw in [0.01..1.0_f64, 0.01..1.0, 0.01..1.0, 0.01..1.0],
        ) {
            let walk = walk(&QuestionId::ALL.into_iter().zip(answers)
                .filter_map(|(id, answer)| Some((id, answer?))).collect::<Vec<_>>());
            let [a, b, c, d] = raw.map(|value| value / raw.iter().sum::<f64>());
            let need = PerQuadrant { a, b, c, d };
            let gaps: f64 = Quadrant::ALL.into_iter().map(|q| walk.gap(q, &need)).sum();
            prop_assert!((walk.coverage(&need) + gaps - 1.0).abs() < 1e-9);
            for quadrant in Quadrant::ALL {
                prop_assert!((0.0..=1.0).contains(&walk.score(quadrant)));
                if let Some((_, biggest)) = walk.biggest_gap(&need) {
                    prop_assert!(walk.gap(quadrant, &need) <= biggest + 1e-9);
                }
            }
        }
    }
}
