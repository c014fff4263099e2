use proptest::prelude::*;

use super::super::walk::{Answer, WalkEntry};
use super::*;

/// A person with these parameters of the distribution and this say.
fn member(alpha: [f64; 4], influence: u8) -> Member {
    let [a, b, c, d] = alpha;
    let weight = a + b + c + d - 4.0;
    let profile = Profile { alpha: PerQuadrant { a, b, c, d }, weight, observations: 1 };
    Member { reading: profile.reading(), influence }
}

const UNKNOWN: [f64; 4] = [1.0; 4];
const CLEAR_A: [f64; 4] = [60.0, 1.0, 1.0, 1.0];
const CLEAR_B: [f64; 4] = [1.0, 60.0, 1.0, 1.0];
const CLEAR_C: [f64; 4] = [1.0, 1.0, 60.0, 1.0];

fn places(order: &[Standing]) -> Vec<(usize, usize)> {
    order.iter().map(|one| (one.member, one.place)).collect()
}

#[test]
fn a_place_on_the_map_is_the_difference_of_the_halves() {
    let point = MapPoint::of(&member([4.0, 2.0, 1.0, 3.0], 2).reading.profile);
    assert!((point.right - (0.1 + 0.3 - 0.4 - 0.2)).abs() < 1e-12);
    assert!((point.up - (0.4 + 0.3 - 0.2 - 0.1)).abs() < 1e-12);
    let nothing = MapPoint::of(&Profile::default());
    assert!(nothing.right.abs() < 1e-12 && nothing.up.abs() < 1e-12);
    // Beta(2, 2) has its tenth percentile where 3 x^2 - 2 x^3 = 0.1.
    let low = f64::midpoint(nothing.right_range.low, 1.0);
    assert!((3.0 * low.powi(2) - 2.0 * low.powi(3) - 0.1).abs() < 1e-9);
    assert!((nothing.right_range.low + nothing.right_range.high).abs() < 1e-9);
}

#[test]
fn somebody_with_a_say_and_my_kind_of_mind_comes_before_a_decider_across() {
    let me = member(CLEAR_A, 2).reading;
    let people = [member(CLEAR_C, 4), member(CLEAR_A, 2), member(CLEAR_A, 1), member(UNKNOWN, 4)];
    let order = order_to_win(&me, &people);
    // About 1/2 x 1 x 1, 1 x 1/4 x 1, 1/4 x 1 x 1 (a little easier), 1 x 5/8 x 1/4.
    let members: Vec<usize> = order.iter().map(|one| one.member).collect();
    assert_eq!(members[0], 1);
    assert_eq!(members[3], 3, "nobody knows yet what they listen to");
    assert_eq!(order[0].relation, Some(Relation::Same));
    assert_eq!(order[3].relation, None);
    let [ally, decider] =
        [1, 0].map(|index| *order.iter().find(|one| one.member == index).unwrap());
    assert_eq!(ally.ahead_by(&decider), Some(Factor::Ease));
    assert_eq!(decider.ahead_by(&ally), Some(Factor::Influence));
    assert_eq!(order[0].ahead_by(&order[0]), None);
}

#[test]
fn people_who_stand_alike_share_a_place() {
    let me = Profile::default().reading();
    let people = [member(CLEAR_A, 2), member(CLEAR_B, 2), member(UNKNOWN, 2), member(CLEAR_C, 3)];
    let order = order_to_win(&me, &people);
    assert_eq!(places(&order), [(3, 1), (0, 2), (1, 2), (2, 4)]);
    assert_eq!(order[0].relation, None, "of me nothing is known");
}

#[test]
fn each_needs_the_side_that_leads_in_them() {
    let entry = |answer| WalkEntry { answer: Some(answer), note: String::new() };
    let mut walk = Walk::default();
    for question in QuestionId::of(Quadrant::A) {
        walk.entries.insert(question, entry(Answer::Yes));
    }
    walk.entries.insert(QuestionId::C1, entry(Answer::No));
    let people = [member(CLEAR_C, 2), member(CLEAR_A, 2), member(UNKNOWN, 4), member(CLEAR_C, 1)];
    let side =
        |quadrant, cover, members: &[usize]| Side { quadrant, cover, members: members.to_vec() };
    assert_eq!(
        sides(&people, &walk),
        [side(Quadrant::A, Cover::Covered, &[1]), side(Quadrant::C, Cover::Missing, &[0, 3]),]
    );
    assert_eq!(Cover::of(&walk, Quadrant::B), Cover::NotWalked);
    walk.entries.insert(QuestionId::C1, entry(Answer::Yes));
    assert_eq!(Cover::of(&walk, Quadrant::C), Cover::Thin);
    for question in [QuestionId::C2, QuestionId::C3] {
        walk.entries.insert(question, entry(Answer::Yes));
    }
    assert_eq!(Cover::of(&walk, Quadrant::C), Cover::Covered);
}

#[test]
fn who_decides_shapes_the_profile_of_the_group() {
    let people = [member([9.0, 1.0, 1.0, 1.0], 4), member([1.0, 1.0, 9.0, 1.0], 1)];
    let shares = profile(&people).shares();
    assert!((shares[Quadrant::A] - (4.0 * 0.75 + 1.0 / 12.0) / 5.0).abs() < 1e-12);
    assert!((shares[Quadrant::C] - (4.0 / 12.0 + 0.75) / 5.0).abs() < 1e-12);
}

#[test]
fn people_are_counted_by_how_sure_one_may_be() {
    let people = [
        member(CLEAR_A, 2),
        member([2.0, 1.0, 1.0, 1.0], 2),
        member([3.0, 3.0, 1.0, 1.0], 2),
        member(UNKNOWN, 2),
    ];
    let makeup = Makeup::of(&people);
    assert_eq!(makeup.by_quadrant[Quadrant::A], Counted { leaning: 1, likely: 0, clear: 1 });
    assert_eq!((makeup.level, makeup.unknown), (1, 1));
    let absent: Vec<Quadrant> = makeup.absent().collect();
    assert_eq!(absent, [Quadrant::D, Quadrant::B, Quadrant::C]);
}

fn people() -> impl Strategy<Value = Vec<Member>> {
    let one = ([1.0..12.0_f64, 1.0..12.0, 1.0..12.0, 1.0..12.0], 1_u8..=4);
    prop::collection::vec(one.prop_map(|(alpha, influence)| member(alpha, influence)), 1..7)
}

proptest! {
    #[test]
    fn the_order_has_everybody_once_and_never_rises(me in people(), others in people()) {
        let order = order_to_win(&me[0].reading, &others);
        let mut members: Vec<usize> = order.iter().map(|one| one.member).collect();
        members.sort_unstable();
        prop_assert_eq!(members, (0..others.len()).collect::<Vec<_>>());
        prop_assert_eq!(order[0].place, 1);
        for pair in order.windows(2) {
            prop_assert!(pair[0].product() >= pair[1].product());
            prop_assert!(pair[0].place <= pair[1].place);
            prop_assert_eq!(
                pair[0].place == pair[1].place,
                pair[0].product() - pair[1].product() <= ROUNDING
            );
        }
        for one in &order {
            for (_, factor) in one.factors() {
                prop_assert!((0.25 - 1e-9..=1.0 + 1e-9).contains(&factor), "{}", factor);
            }
        }
    }

    #[test]
    fn more_say_never_puts_somebody_further_back(me in people(), mut others in people()) {
        let me = me[0].reading;
        let place = |people: &[Member]| {
            order_to_win(&me, people).iter().find(|one| one.member == 0).unwrap().place
        };
        let before = place(&others);
        others[0].influence = (others[0].influence + 1).min(Influence::MOST);
        prop_assert!(place(&others) <= before);
    }

    #[test]
    fn the_place_of_a_person_does_not_depend_on_the_order_of_the_table(
        me in people(), others in people(),
    ) {
        let me = me[0].reading;
        let mut reversed = others.clone();
        reversed.reverse();
        let last = others.len() - 1;
        let mut one = places(&order_to_win(&me, &others));
        let mut other: Vec<_> = places(&order_to_win(&me, &reversed))
            .into_iter()
            .map(|(member, place)| (last - member, place))
            .collect();
        one.sort_unstable();
        other.sort_unstable();
        prop_assert_eq!(one, other);
    }

    #[test]
    fn a_point_lies_on_the_map_and_inside_of_its_range(someone in people()) {
        for one in &someone {
            let point = MapPoint::of(&one.reading.profile);
            for (at, range) in [(point.right, point.right_range), (point.up, point.up_range)] {
                prop_assert!(-1.0 <= range.low && range.low <= at);
                prop_assert!(at <= range.high && range.high <= 1.0);
            }
        }
    }

    #[test]
    fn everybody_is_counted_once(someone in people()) {
        let makeup = Makeup::of(&someone);
        let led: usize = makeup.by_quadrant.iter().map(|(_, count)| count.total()).sum();
        prop_assert_eq!(led + makeup.level + makeup.unknown, someone.len());
        let needing: usize =
            sides(&someone, &Walk::default()).iter().map(|side| side.members.len()).sum();
        prop_assert_eq!(needing, led);
    }
}
