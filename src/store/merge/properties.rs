use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use serde_json::Value;

use super::fixture::{
    Edits, counterpart, edited, edits, library, lines, people, person, plain, record, session,
    unordered,
};
use super::path::{get, put};
use super::{Conflict, Merged, base_for, differences, three_way, with_mine, with_theirs};
use crate::store::record::Record;

fn merge(base: &Record, mine: &Record, theirs: &Record) -> Merged {
    three_way(Some(base), mine, theirs).unwrap()
}

/// All that the result of a merge shows to the user.
fn shown(merged: &Merged) -> BTreeSet<String> {
    let values = merged.conflicts.iter().flat_map(|conflict| {
        [&conflict.base, &conflict.mine, &conflict.theirs].into_iter().flatten().flat_map(lines)
    });
    values.chain(lines(&plain(&merged.record))).collect()
}

fn places(conflicts: &[Conflict], swapped: bool) -> BTreeSet<String> {
    let place = |conflict: &Conflict| {
        let sides = (&conflict.mine, &conflict.theirs);
        let (mine, theirs) = if swapped { (sides.1, sides.0) } else { sides };
        format!("{} {mine:?} {theirs:?}", conflict.path)
    };
    conflicts.iter().map(place).collect()
}

fn three(base: &Edits, mine: &Edits, theirs: &Edits) -> [Record; 3] {
    let base = edited(&session(), base, "b");
    let [mine, theirs] =
        [(mine, "m"), (theirs, "t")].map(|(edits, side)| edited(&base, edits, side));
    [base, mine, theirs].map(|session| record(&session))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    #[test]
    fn one_changed_side_is_the_result(before in edits(8), after in edits(8)) {
        let [base, x, _] = three(&before, &after, &Vec::new());
        for (mine, theirs) in [(&x, &base), (&base, &x), (&x, &x)] {
            let merged = merge(&base, mine, theirs);
            prop_assert_eq!(&merged.record, &x);
            prop_assert!(merged.conflicts.is_empty());
        }
        prop_assert_eq!(three_way(None, &x, &x).unwrap().record, x);
    }

    #[test]
    fn nothing_that_either_side_wrote_is_lost(b in edits(6), m in edits(8), t in edits(8)) {
        let [base, mine, theirs] = three(&b, &m, &t);
        let known = lines(&plain(&base));
        for base in [Some(&base), None] {
            let merged = three_way(base, &mine, &theirs).unwrap();
            let shown = shown(&merged);
            for side in [&mine, &theirs] {
                for line in lines(&plain(side)) {
                    // With a base, what both knew may be removed or rewritten by one of them.
                    if base.is_none() || !known.contains(&line) {
                        prop_assert!(shown.contains(&line), "{line} is lost");
                    }
                }
            }
        }
    }

    #[test]
    fn people_and_libraries_are_merged_by_the_same_rules(
        b in edits(6),
        m in edits(8),
        t in edits(8),
        known: bool,
    ) {
        let start = [person(&counterpart()), Record::Library(Arc::new(library()))];
        let base = people(start.each_ref(), &b, "b");
        let [mine, theirs] = [(&m, "m"), (&t, "t")].map(|(edits, side)| people(base.each_ref(), edits, side));
        for ((base, mine), theirs) in base.iter().zip(&mine).zip(&theirs) {
            prop_assert_eq!(&merge(base, mine, base).record, mine);
            prop_assert_eq!(differences(base, mine).is_empty(), base == mine);
            let merged = three_way(known.then_some(base), mine, theirs).unwrap();
            let (shown, old) = (shown(&merged), lines(&plain(base)));
            for line in [mine, theirs].into_iter().flat_map(|side| lines(&plain(side))) {
                prop_assert!(shown.contains(&line) || (known && old.contains(&line)), "{line} is lost");
            }
        }
    }

    #[test]
    fn what_one_side_alone_changed_is_in_the_result(b in edits(6), m in edits(8), t in edits(8)) {
        let [base, mine, theirs] = three(&b, &m, &t);
        let merged = plain(&merge(&base, &mine, &theirs).record);
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            let other = plain(other);
            for change in differences(&base, side) {
                let path = &change.path.0;
                let untouched = get(&other, path) == change.before.as_ref();
                if untouched && change.path.to_string() != "updated" {
                    prop_assert_eq!(get(&merged, path), change.after.as_ref(), "{}", change.path);
                }
            }
        }
    }

    #[test]
    fn the_sides_can_be_swapped(b in edits(6), m in edits(8), t in edits(8), known: bool) {
        let [base, mine, theirs] = three(&b, &m, &t);
        let base = known.then_some(&base);
        let one = three_way(base, &mine, &theirs).unwrap();
        let other = three_way(base, &theirs, &mine).unwrap();
        prop_assert_eq!(places(&one.conflicts, false), places(&other.conflicts, true));
        let resolved = |merged: &Merged, with: fn(&Record, &Conflict) -> _| {
            merged.conflicts.iter().try_fold(merged.record.clone(), |record, one| with(&record, one))
        };
        let (one, other) = (
            [resolved(&one, with_theirs).unwrap(), resolved(&one, with_mine).unwrap()],
            [resolved(&other, with_mine).unwrap(), resolved(&other, with_theirs).unwrap()],
        );
        prop_assert_eq!(one.map(|one| unordered(&one)), other.map(|other| unordered(&other)));
    }

    #[test]
    fn differences_tell_all_that_changed_and_nothing_else(b in edits(8), m in edits(8)) {
        let [before, after, _] = three(&b, &m, &Vec::new());
        let found = differences(&before, &after);
        prop_assert_eq!(found.is_empty(), before == after);
        prop_assert!(differences(&after, &after).is_empty());
        let mut tree = Value::Object(super::tree::to_tree(&before).unwrap());
        for change in found {
            prop_assert_eq!(get(&tree, &change.path.0), change.before.as_ref());
            put(&mut tree, &change.path.0, change.after.as_ref()).unwrap();
        }
        let Value::Object(tree) = tree else { panic!("not a record") };
        let applied = super::tree::to_record(tree, before.key()).unwrap();
        prop_assert_eq!(unordered(&applied), unordered(&after));
    }

    /// Versions of both sides lie in one folder, and many are no longer kept.
    #[test]
    fn a_base_that_was_found_takes_nothing_away(
        trunk in edits(16),
        (mine, theirs) in (edits(10), edits(10)),
        kept in any::<u64>(),
        (my_delay, their_delay) in (0..30_i64, 0..30_i64),
    ) {
        let history = |start: &_, edits: &Edits, side: &str, delay: i64| -> Vec<_> {
            (1..=edits.len()).map(|count| {
                let mut session = edited(start, &edits[..count].to_vec(), side);
                session.updated = session.updated.saturating_add(jiff::Span::new().seconds(delay)).unwrap();
                session
            }).collect()
        };
        let mut past = vec![session()];
        past.extend(history(&session(), &trunk, "b", 0));
        let parting = past.last().unwrap().clone();
        let mine = history(&parting, &mine, "m", my_delay);
        let theirs = history(&parting, &theirs, "t", their_delay);
        let [my_last, their_last] =
            [&mine, &theirs].map(|side| record(side.last().unwrap_or(&parting)));
        let all = past.iter().chain(&mine).chain(&theirs).enumerate();
        let versions = all.filter(|(number, _)| kept >> (number % 64) & 1 == 1);
        let base = base_for(versions.map(|(_, version)| record(version)), &my_last, &their_last);
        let merged = three_way(base.as_ref(), &my_last, &their_last).unwrap();
        let shown = shown(&merged);
        // What was set back to the base counts as unchanged.
        let mut known = lines(&plain(&record(&parting)));
        known.extend(base.iter().flat_map(|base| lines(&plain(base))));
        for side in [&my_last, &their_last] {
            for line in lines(&plain(side)).difference(&known) {
                prop_assert!(shown.contains(line), "{line} is lost");
            }
        }
    }
}
