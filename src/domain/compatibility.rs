//! How two thinkers fit (coaching models, section 3).

use serde::{Deserialize, Serialize};

use super::quadrant::{PerQuadrant, Quadrant};

/// Probabilities closer than this are a tie.
const ROUNDING: f64 = 1e-9;

/// The relation between two quadrants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same quadrant.
    Same,
    /// The same left or right mode: A-B, C-D.
    Compatible,
    /// The same cerebral or limbic layer: A-D, B-C.
    Contrasting,
    /// The diagonal: A-C, B-D.
    Cross,
}

impl Relation {
    /// All relations, the easiest first.
    pub const ALL: [Self; 4] = [Self::Same, Self::Compatible, Self::Contrasting, Self::Cross];

    /// The relation of two quadrants; the order does not matter (section 3).
    pub fn between(one: Quadrant, other: Quadrant) -> Self {
        if one == other {
            Self::Same
        } else if one.mode() == other.mode() {
            Self::Compatible
        } else if one.layer() == other.layer() {
            Self::Contrasting
        } else {
            Self::Cross
        }
    }

    /// Stable id, used in message keys, content and the headless output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Compatible => "compatible",
            Self::Contrasting => "contrasting",
            Self::Cross => "cross",
        }
    }

    /// From 1, the lowest, to 4, the highest (section 3).
    pub fn difficulty(self) -> u8 {
        match self {
            Self::Same => 1,
            Self::Compatible => 2,
            Self::Contrasting => 3,
            Self::Cross => 4,
        }
    }
}

/// The probability of each relation between two people whose quadrants are uncertain (section 3).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RelationOdds {
    /// In 0..=1; the four sum to 1.
    pub same: f64,
    pub compatible: f64,
    pub contrasting: f64,
    pub cross: f64,
    /// The likeliest ordered pair, me first; `None` while one of the two has a tied first place.
    pub likeliest_pair: Option<(Quadrant, Quadrant)>,
}

impl RelationOdds {
    /// From P(largest) of me and of them, each summing to 1: the probability of a pair is the
    /// product of the two.
    pub fn new(me: &PerQuadrant<f64>, them: &PerQuadrant<f64>) -> Self {
        let sum_over = |relation: Relation| -> f64 {
            me.iter()
                .flat_map(|mine| them.iter().map(move |theirs| (mine, theirs)))
                .filter(|((mine, _), (theirs, _))| Relation::between(*mine, *theirs) == relation)
                .map(|((_, p_mine), (_, p_theirs))| p_mine * p_theirs)
                .sum()
        };
        let top = |p: &PerQuadrant<f64>| unique_largest(Quadrant::ALL.map(|key| (key, p[key])));
        Self {
            same: sum_over(Relation::Same),
            compatible: sum_over(Relation::Compatible),
            contrasting: sum_over(Relation::Contrasting),
            cross: sum_over(Relation::Cross),
            likeliest_pair: top(me).zip(top(them)),
        }
    }

    /// The probability of one relation, 0..=1.
    pub fn of(&self, relation: Relation) -> f64 {
        match relation {
            Relation::Same => self.same,
            Relation::Compatible => self.compatible,
            Relation::Contrasting => self.contrasting,
            Relation::Cross => self.cross,
        }
    }

    /// The relation with the highest probability; `None` on a tie, as when nothing is known.
    ///
    /// It sums over all pairs, so it may differ from the relation of the likeliest pair.
    pub fn likeliest(&self) -> Option<Relation> {
        unique_largest(Relation::ALL.map(|relation| (relation, self.of(relation))))
    }
}

/// An ordered pair of quadrants, me first, and how likely it is that we are this pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairOdds {
    pub me: Quadrant,
    pub them: Quadrant,
    /// In 0..=1.
    pub p: f64,
}

/// What is at least so likely as this part of the likeliest is close to it.
const CLOSE: f64 = 0.5;

/// The pairs for which advice is worth reading: the likeliest, and the second when it is close.
/// Pairs that are level with the first or with the second come along, as none of them is first.
pub fn likely_pairs(me: &PerQuadrant<f64>, them: &PerQuadrant<f64>) -> Vec<PairOdds> {
    let pair = |mine: Quadrant, theirs: Quadrant| PairOdds {
        me: mine,
        them: theirs,
        p: me[mine] * them[theirs],
    };
    let pairs = Quadrant::ALL.into_iter().flat_map(|mine| Quadrant::ALL.map(|one| pair(mine, one)));
    worth_naming(pairs.collect(), |pair| pair.p)
}

/// The quadrants of one person for which advice is worth reading, by the same rule.
pub fn likely_quadrants(p_largest: &PerQuadrant<f64>) -> Vec<(Quadrant, f64)> {
    worth_naming(Quadrant::ALL.map(|key| (key, p_largest[key])).to_vec(), |(_, p)| *p)
}

fn worth_naming<T>(mut items: Vec<T>, p: impl Fn(&T) -> f64) -> Vec<T> {
    items.sort_by(|one, other| p(other).total_cmp(&p(one)));
    let (Some(first), Some(second)) = (items.first().map(&p), items.get(1).map(&p)) else {
        return items;
    };
    let least = second.max(first * CLOSE).min(first) - ROUNDING;
    items.retain(|item| p(item) >= least);
    items
}

/// The key with the largest value, unless another comes as close as rounding.
fn unique_largest<K: Copy>(items: [(K, f64); 4]) -> Option<K> {
    let largest = items.iter().map(|(_, value)| *value).fold(f64::NEG_INFINITY, f64::max);
    let mut top = items.into_iter().filter(|(_, value)| largest - value <= ROUNDING);
    let (key, _) = top.next()?;
    top.next().is_none().then_some(key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_sixteen_pairs_match_the_table() {
        use Quadrant::{A, B, C, D};
        for (relation, difficulty, pairs) in [
            (Relation::Same, 1, vec![(A, A), (B, B), (C, C), (D, D)]),
            (Relation::Compatible, 2, vec![(A, B), (C, D)]),
            (Relation::Contrasting, 3, vec![(A, D), (B, C)]),
            (Relation::Cross, 4, vec![(A, C), (B, D)]),
        ] {
            assert_eq!(relation.difficulty(), difficulty);
            for (one, other) in pairs {
                assert_eq!(Relation::between(one, other), relation);
                assert_eq!(Relation::between(other, one), relation);
            }
        }
    }

    #[test]
    fn known_odds() {
        let me = PerQuadrant { a: 1.0, b: 0.0, c: 0.0, d: 0.0 };
        let them = PerQuadrant { a: 0.1, b: 0.2, c: 0.6, d: 0.1 };
        let odds = RelationOdds::new(&me, &them);
        for (relation, expected) in Relation::ALL.into_iter().zip([0.1, 0.2, 0.1, 0.6]) {
            assert!((odds.of(relation) - expected).abs() < 1e-12);
        }
        assert_eq!(odds.likeliest(), Some(Relation::Cross));
        assert_eq!(odds.likeliest_pair, Some((Quadrant::A, Quadrant::C)));
    }

    #[test]
    fn the_second_pair_is_named_when_it_is_close_and_all_that_are_level() {
        let me = PerQuadrant { a: 1.0, b: 0.0, c: 0.0, d: 0.0 };
        let pairs = |a, b, c, d| -> Vec<(Quadrant, f64)> {
            let them = PerQuadrant { a, b, c, d };
            likely_pairs(&me, &them).into_iter().map(|pair| (pair.them, pair.p)).collect()
        };
        assert_eq!(pairs(0.1, 0.2, 0.6, 0.1), [(Quadrant::C, 0.6)]);
        assert_eq!(pairs(0.1, 0.3, 0.5, 0.1), [(Quadrant::C, 0.5), (Quadrant::B, 0.3)]);
        assert_eq!(pairs(0.4, 0.3, 0.3, 0.0).len(), 3, "B and C are level");
        assert_eq!(pairs(0.25, 0.25, 0.25, 0.25).len(), 4);
    }

    #[test]
    fn two_unknowns_have_no_likeliest_relation() {
        let unknown = PerQuadrant { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
        let odds = RelationOdds::new(&unknown, &unknown);
        assert_eq!(odds.likeliest(), None);
        assert_eq!(odds.likeliest_pair, None);
        assert!((odds.cross - 0.25).abs() < 1e-12);
    }

    fn distribution() -> impl Strategy<Value = PerQuadrant<f64>> {
        [0.01..1.0_f64, 0.01..1.0, 0.01..1.0, 0.01..1.0].prop_map(|[a, b, c, d]| {
            let sum = a + b + c + d;
            PerQuadrant { a: a / sum, b: b / sum, c: c / sum, d: d / sum }
        })
    }

    proptest! {
        #[test]
        fn odds_sum_to_one_and_do_not_depend_on_who_is_me(me in distribution(), them in distribution()) {
            let (odds, reverse) = (RelationOdds::new(&me, &them), RelationOdds::new(&them, &me));
            let total: f64 = Relation::ALL.into_iter().map(|relation| odds.of(relation)).sum();
            prop_assert!((total - 1.0).abs() < 1e-9);
            for relation in Relation::ALL {
                prop_assert!((odds.of(relation) - reverse.of(relation)).abs() < 1e-12);
            }
        }
    }
}
