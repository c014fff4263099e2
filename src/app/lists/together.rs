//! What the page of several people shows of them, worked out once for each change of a record.

use crate::domain::compatibility::RelationOdds;
use crate::domain::group::{self, Makeup, MapPoint, Member, Standing};
use crate::domain::ids::CounterpartId;
use crate::domain::profile::ProfileReading;

/// What the view depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct TogetherKey {
    pub revision: u64,
    pub people: Vec<CounterpartId>,
    pub influence: Vec<u8>,
}

/// Several people taken together. Where a person is asked for by index, the one after the last is me.
#[derive(Debug)]
pub struct Together {
    pub members: Vec<Member>,
    pub me: ProfileReading,
    pub points: Vec<MapPoint>,
    /// The profile of the group, weighted by influence.
    pub profile: ProfileReading,
    pub makeup: Makeup,
    pub order: Vec<Standing>,
    odds: Vec<RelationOdds>,
}

impl Together {
    /// More people than this are not shown together.
    pub const MOST: usize = 60;

    pub fn of(me: &ProfileReading, members: Vec<Member>) -> Self {
        let readings = || members.iter().map(|member| &member.reading).chain([me]);
        let odds = readings()
            .flat_map(|one| {
                readings().map(|other| RelationOdds::new(&one.p_largest, &other.p_largest))
            })
            .collect();
        Self {
            points: readings().map(|reading| MapPoint::of(&reading.profile)).collect(),
            profile: group::profile(&members).reading(),
            makeup: Makeup::of(&members),
            order: group::order_to_win(me, &members),
            odds,
            me: *me,
            members,
        }
    }

    /// The index that means me.
    pub fn my_index(&self) -> usize {
        self.members.len()
    }

    pub fn reading(&self, index: usize) -> &ProfileReading {
        self.members.get(index).map_or(&self.me, |member| &member.reading)
    }

    /// The odds of the relation of two people.
    pub fn odds(&self, one: usize, other: usize) -> Option<&RelationOdds> {
        self.odds.get(one * (self.members.len() + 1) + other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::profile::Profile;
    use crate::domain::quadrant::PerQuadrant;

    #[test]
    fn relations_are_found_by_the_indices_of_two_people_and_me() {
        let reading = |a, c| {
            let alpha = PerQuadrant { a, b: 1.0, c, d: 1.0 };
            Profile { alpha, weight: a + c, observations: 1 }.reading()
        };
        let (me, one, other) = (reading(9.0, 1.0), reading(1.0, 9.0), reading(5.0, 2.0));
        let members = [one, other].map(|reading| Member { reading, influence: 2 });
        let view = Together::of(&me, members.to_vec());
        let odds =
            |a: &ProfileReading, b: &ProfileReading| RelationOdds::new(&a.p_largest, &b.p_largest);
        assert_eq!(view.odds(0, 1), Some(&odds(&one, &other)));
        assert_eq!(view.odds(view.my_index(), 0), Some(&odds(&me, &one)));
        assert_eq!(view.odds(1, view.my_index()), Some(&odds(&other, &me)));
        assert_eq!(view.reading(view.my_index()), &me);
        assert_eq!(view.odds(3, 0), None);
    }
}
