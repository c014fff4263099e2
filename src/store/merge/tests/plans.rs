//! Issues, steps and predictions that were changed on both sides.

use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use super::super::fixture::{record, session};
use super::super::{Merged, three_way, with_mine, with_theirs};
use super::paths;
use crate::domain::ids::{EntryId, IssueId};
use crate::domain::issue::{Choice, Issue, IssueKind, IssueValue};
use crate::domain::plan::{ConcessionSteps, Package, Values};
use crate::domain::prediction::Prediction;
use crate::domain::session::Session;
use crate::store::record::Record;

/// Merges what the two edits make of a session with an issue.
fn merged_plans(mine: impl Fn(&mut Session), theirs: impl Fn(&mut Session)) -> (Session, Merged) {
    let mut base = session();
    base.plan.issues.clear();
    let mut issue = Issue::new(IssueId(Uuid::from_u128(70)), IssueKind::Choice);
    let choice = |key: u32| Choice { key, name: format!("choice {key}"), mine: 10, theirs: None };
    issue.choices = (1..=3).map(choice).collect();
    base.plan.issues.push(issue);
    base.plan.concessions = Some(ConcessionSteps {
        in_return: ["a", "b", "c"].map(str::to_owned).to_vec(),
        ..ConcessionSteps::default()
    });
    let (id, name) = (EntryId(Uuid::from_u128(60)), "both".to_owned());
    base.plan.packages = vec![Package { id, name, price: None, values: Values::new() }];
    let (mut a, mut b) = (base.clone(), base.clone());
    mine(&mut a);
    theirs(&mut b);
    let merged = three_way(Some(&record(&base)), &record(&a), &record(&b)).unwrap();
    let Record::Session(result) = &merged.record else { panic!("a session") };
    (Session::clone(result), merged)
}

fn target(session: &mut Session, value: IssueValue) {
    session.plan.issues[0].mine.target = Some(value);
}

#[test]
fn two_sorts_of_value_are_a_conflict_and_not_half_of_each() {
    let (number, day) = (IssueValue::Number(45.into()), IssueValue::Day(date(2027, 1, 8)));
    let (result, merged) = merged_plans(|mine| target(mine, number), |theirs| target(theirs, day));
    let [conflict] = merged.conflicts.as_slice() else { panic!("{:?}", merged.conflicts) };
    assert!(conflict.path.to_string().ends_with(".mine.target"), "{}", conflict.path);
    assert_eq!(result.plan.issues[0].mine.target, Some(number));
    let Record::Session(theirs) = with_theirs(&merged.record, conflict).unwrap() else { panic!() };
    assert_eq!(theirs.plan.issues[0].mine.target, Some(day));
}

#[test]
fn choices_are_told_apart_by_their_keys_and_not_by_their_places() {
    let (result, merged) = merged_plans(
        |mine| drop(mine.plan.issues[0].choices.remove(0)),
        |theirs| theirs.plan.issues[0].choices[2].name = "renamed".to_owned(),
    );
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    let names: Vec<_> = result.plan.issues[0].choices.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["choice 2", "renamed"]);
    // Removed by me and changed by them: it stays, and goes when I insist.
    let (_, merged) = merged_plans(
        |mine| drop(mine.plan.issues[0].choices.remove(0)),
        |theirs| theirs.plan.issues[0].choices[0].name = "renamed".to_owned(),
    );
    let Record::Session(mine) = with_mine(&merged.record, &merged.conflicts[0]).unwrap() else {
        panic!("a session")
    };
    let keys: Vec<_> = mine.plan.issues[0].choices.iter().map(|one| one.key).collect();
    assert_eq!(keys, [2, 3]);
}

#[test]
fn what_steps_are_given_for_is_merged_by_step() {
    let steps = |session: &mut Session, place: usize, text: &str| {
        text.clone_into(&mut session.plan.concessions.as_mut().unwrap().in_return[place]);
    };
    let (result, merged) =
        merged_plans(|mine| steps(mine, 0, "mine"), |theirs| steps(theirs, 2, "theirs"));
    assert!(merged.conflicts.is_empty());
    assert_eq!(result.plan.concessions.unwrap().in_return, ["mine", "b", "theirs"]);
    let (result, merged) =
        merged_plans(|mine| steps(mine, 1, "mine"), |theirs| steps(theirs, 1, "theirs"));
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(result.plan.concessions.unwrap().in_return, ["a", "mine", "c"]);
}

#[test]
fn issues_and_packages_of_both_sides_are_united_value_by_value() {
    let id = |number| IssueId(Uuid::from_u128(number));
    let say = |session: &mut Session, issue: u128| {
        session.plan.issues.push(Issue::new(id(issue), IssueKind::Number));
        session.plan.packages[0].values.insert(id(issue), IssueValue::Number(71.into()));
    };
    let (result, merged) = merged_plans(|mine| say(mine, 71), |theirs| say(theirs, 72));
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    assert_eq!(result.plan.issues.len(), 3);
    assert!([71, 72].iter().all(|issue| result.plan.packages[0].values.contains_key(&id(*issue))));
}

#[test]
fn the_later_moment_of_a_prediction_is_no_question() {
    let expect = |second: i64, low: i64| {
        move |session: &mut Session| {
            let at = Timestamp::from_second(second).unwrap();
            let (low, high) = (Some(low.into()), None);
            let prediction = Prediction { at, verdict: None, sure: 60, low, high };
            session.meetings[0].prediction = Some(prediction);
        }
    };
    for (mine, theirs) in [(40, 90), (90, 40)] {
        let (result, merged) = merged_plans(expect(mine, 100), expect(theirs, 110));
        assert_eq!(paths(&merged.conflicts).len(), 1, "{:?}", paths(&merged.conflicts));
        assert!(merged.conflicts[0].path.to_string().ends_with("prediction.low"));
        let at = result.meetings[0].prediction.as_ref().unwrap().at;
        assert_eq!(at, Timestamp::from_second(90).unwrap());
    }
}
