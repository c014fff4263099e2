//! Several people taken together: where each stands on the map, what they need from a pitch, and
//! whom to win first (coaching models, sections 2 to 4).

use super::compatibility::{Relation, RelationOdds};
use super::profile::{Certainty, Interval, Profile, ProfileReading};
use super::quadrant::{PerQuadrant, Quadrant};
use super::session::Influence;
use super::walk::{QuestionId, Walk};

/// Standings closer than this are equal.
const ROUNDING: f64 = 1e-9;
/// From this score on a pitch has what a quadrant asks for.
const COVERED: f64 = 0.75;
/// Below this score it has next to nothing of it.
const MISSING: f64 = 0.25;

/// One person of a group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Member {
    pub reading: ProfileReading,
    /// How much they weigh in the decision, [`Influence::LEAST`] to [`Influence::MOST`].
    pub influence: u8,
}

impl Member {
    /// The leading quadrant, once there is evidence enough to speak of one.
    pub fn lead(&self) -> Option<Quadrant> {
        lead(&self.reading)
    }
}

fn lead(reading: &ProfileReading) -> Option<Quadrant> {
    reading.leading.filter(|_| reading.certainty != Certainty::Unknown)
}

/// The profile of the group: the mean of its members, weighted by their influence (section 2).
pub fn profile(members: &[Member]) -> Profile {
    let weighted: Vec<(Profile, f64)> = members
        .iter()
        .map(|member| (member.reading.profile, f64::from(member.influence)))
        .collect();
    Profile::group(&weighted)
}

/// A place on the map of the quadrants, in -1..=1 both ways: `right` is C + D - A - B, `up` is
/// A + D - B - C. Each with the 80 % interval in which it lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MapPoint {
    pub right: f64,
    pub up: f64,
    pub right_range: Interval,
    pub up_range: Interval,
}

impl MapPoint {
    /// The sum of two shares of a Dirichlet is a Beta variable, so the intervals are exact.
    pub fn of(profile: &Profile) -> Self {
        use Quadrant::{A, C, D};
        let on_axis = |share: f64| 2.0 * share - 1.0;
        let range = |interval: Interval| Interval {
            low: on_axis(interval.low),
            high: on_axis(interval.high),
        };
        Self {
            right: on_axis(profile.share(C) + profile.share(D)),
            up: on_axis(profile.share(A) + profile.share(D)),
            right_range: range(profile.interval_of_sum(C, D)),
            up_range: range(profile.interval_of_sum(A, D)),
        }
    }
}

/// How many people a quadrant leads in, by how sure that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counted {
    pub leaning: usize,
    pub likely: usize,
    pub clear: usize,
}

impl Counted {
    pub fn total(self) -> usize {
        self.leaning + self.likely + self.clear
    }
}

/// How many people think how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Makeup {
    pub by_quadrant: PerQuadrant<Counted>,
    /// Observed, but two quadrants are level.
    pub level: usize,
    pub unknown: usize,
}

impl Makeup {
    pub fn of(members: &[Member]) -> Self {
        let mut makeup = Self::default();
        for member in members {
            let count = match (member.reading.certainty, member.reading.leading) {
                (Certainty::Unknown, _) => &mut makeup.unknown,
                (_, None) => &mut makeup.level,
                (Certainty::Leaning, Some(lead)) => &mut makeup.by_quadrant[lead].leaning,
                (Certainty::Likely, Some(lead)) => &mut makeup.by_quadrant[lead].likely,
                (Certainty::Clear, Some(lead)) => &mut makeup.by_quadrant[lead].clear,
            };
            *count += 1;
        }
        makeup
    }

    /// The quadrants in which nobody leads.
    pub fn absent(&self) -> impl Iterator<Item = Quadrant> {
        Quadrant::WALK_ORDER.into_iter().filter(|quadrant| self.by_quadrant[*quadrant].total() == 0)
    }
}

/// What speaks for winning somebody first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Factor {
    Influence,
    Ease,
    Certainty,
}

impl Factor {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Influence => "influence",
            Self::Ease => "ease",
            Self::Certainty => "certainty",
        }
    }
}

/// Where somebody stands in the order in which to win people.
///
/// The order is that of influence x ease x certainty, so that one begins with people who count,
/// with whom one gets on, and of whom one knows what they listen to. It says whom to talk to first,
/// not who matters most. Each of the three lies between one quarter and 1:
///
/// - influence: 1 to 4, divided by 4;
/// - ease: 1 for the same quadrant, then 3/4, 1/2, and 1/4 for the cross relation, the mean over
///   what is known of both of us; the mean of all four for everybody while I am unknown;
/// - certainty: the probability that their leading quadrant is the largest; one quarter while they
///   are unknown, as there are four to choose from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// The index of the person among the members.
    pub member: usize,
    /// Counted from 1; people who stand alike share a place.
    pub place: usize,
    pub influence: u8,
    /// The likeliest relation with me; `None` while one of us is unknown or it is a tie.
    pub relation: Option<Relation>,
    ease: f64,
    certainty: f64,
}

impl Standing {
    fn of(me: &ProfileReading, index: usize, member: &Member) -> Self {
        let both_known =
            me.certainty != Certainty::Unknown && member.reading.certainty != Certainty::Unknown;
        let odds = RelationOdds::new(&me.p_largest, &member.reading.p_largest);
        let mean = Relation::ALL.into_iter().map(ease_of).sum::<f64>() / 4.0;
        Self {
            member: index,
            place: 0,
            influence: member.influence.clamp(Influence::LEAST, Influence::MOST),
            relation: odds.likeliest().filter(|_| both_known),
            ease: if both_known {
                Relation::ALL.into_iter().map(|one| odds.of(one) * ease_of(one)).sum()
            } else {
                mean
            },
            certainty: if member.reading.certainty == Certainty::Unknown {
                0.25
            } else {
                member.reading.p_largest.iter().map(|(_, p)| *p).fold(0.25, f64::max)
            },
        }
    }

    fn factors(&self) -> [(Factor, f64); 3] {
        [
            (Factor::Influence, f64::from(self.influence) / f64::from(Influence::MOST)),
            (Factor::Ease, self.ease),
            (Factor::Certainty, self.certainty),
        ]
    }

    fn product(&self) -> f64 {
        self.factors().into_iter().map(|(_, factor)| factor).product()
    }

    /// What puts this person before the other most: the factor by which they are ahead the furthest.
    /// `None` when they are ahead in nothing.
    pub fn ahead_by(&self, other: &Self) -> Option<Factor> {
        let ratios = self.factors().into_iter().zip(other.factors());
        ratios
            .map(|((factor, mine), (_, theirs))| (factor, mine / theirs))
            .filter(|(_, ratio)| *ratio > 1.0 + ROUNDING)
            .reduce(|best, next| if next.1 > best.1 + ROUNDING { next } else { best })
            .map(|(factor, _)| factor)
    }
}

/// From 1, the easiest, to one quarter.
fn ease_of(relation: Relation) -> f64 {
    f64::from(5 - relation.difficulty()) / 4.0
}

/// The order in which to win people, see [`Standing`]; those who stand alike stay in their order.
pub fn order_to_win(me: &ProfileReading, members: &[Member]) -> Vec<Standing> {
    let mut order: Vec<Standing> =
        members.iter().enumerate().map(|(index, member)| Standing::of(me, index, member)).collect();
    order.sort_by(|one, other| other.product().total_cmp(&one.product()));
    let mut before: Option<(f64, usize)> = None;
    for (index, standing) in order.iter_mut().enumerate() {
        let product = standing.product();
        standing.place = match before {
            Some((last, place)) if last - product <= ROUNDING => place,
            _ => index + 1,
        };
        before = Some((product, standing.place));
    }
    order
}

/// Whether a pitch has what a quadrant asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// None of its questions is answered yet.
    NotWalked,
    Missing,
    Thin,
    Covered,
}

impl Cover {
    pub fn of(walk: &Walk, quadrant: Quadrant) -> Self {
        let walked = QuestionId::of(quadrant).any(|question| walk.answer(question).is_some());
        match walk.score(quadrant) {
            _ if !walked => Self::NotWalked,
            score if score >= COVERED => Self::Covered,
            score if score < MISSING => Self::Missing,
            _ => Self::Thin,
        }
    }

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::NotWalked => "not-walked",
            Self::Missing => "missing",
            Self::Thin => "thin",
            Self::Covered => "covered",
        }
    }
}

/// A side of the pitch and the people who need it most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    pub quadrant: Quadrant,
    pub cover: Cover,
    /// Indices of the members whose leading quadrant it is.
    pub members: Vec<usize>,
}

/// Who needs which side of the pitch: each person the quadrant that leads in them. In the order of
/// the walk; a side that nobody needs most, and people without a leading quadrant, are left out.
pub fn sides(members: &[Member], walk: &Walk) -> Vec<Side> {
    let of = |quadrant: Quadrant| {
        let needing = members.iter().enumerate().filter(|(_, one)| one.lead() == Some(quadrant));
        Side {
            quadrant,
            cover: Cover::of(walk, quadrant),
            members: needing.map(|(index, _)| index).collect(),
        }
    };
    let sides = Quadrant::WALK_ORDER.into_iter().map(of);
    sides.filter(|side| !side.members.is_empty()).collect()
}

#[cfg(test)]
mod tests;
