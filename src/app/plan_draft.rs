//! What is open on the plan of a negotiation, and what was answered so far of the pairs of issues.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::IssueId;
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::domain::weighing::{Compared, Preference, Weighed, pairs, weigh};

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanDraft {
    /// The row of the table whose details are shown.
    pub open: Option<Topic>,
    /// The topic whose zone is shown; the price if nothing was chosen.
    pub zone: Option<Topic>,
    pub zone_as_table: bool,
    /// The names typed for new entries of choice lists.
    pub choices: BTreeMap<IssueId, String>,
    /// The side whose weights are being found by comparing pairs.
    pub weighing: Option<Side>,
    /// Pairs compared so far, for my weights and for my guess of theirs.
    pub mine: Pairs,
    pub theirs: Pairs,
}

impl PlanDraft {
    /// Keeps what is typed for a new entry of a list, nothing of an empty field.
    pub fn keep_choice(&mut self, issue: IssueId, text: String) {
        if text.is_empty() {
            self.choices.remove(&issue);
        } else {
            self.choices.insert(issue, text);
        }
    }

    pub fn pairs(&self, side: Side) -> &Pairs {
        match side {
            Side::Us => &self.mine,
            Side::Them => &self.theirs,
        }
    }

    pub fn pairs_mut(&mut self, side: Side) -> &mut Pairs {
        match side {
            Side::Us => &mut self.mine,
            Side::Them => &mut self.theirs,
        }
    }
}

/// Answers that do not fit the others.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubt {
    /// The answer about this pair.
    Odd((Topic, Topic)),
    /// Answers that contradict each other in a circle. Each of them is as far off as the others:
    /// nobody can say which one is wrong.
    Circle(Vec<(Topic, Topic)>),
}

/// The answers that form the only circle through one of them, that one first; `None` when it is
/// part of several circles, so that the other answers speak for or against it.
fn circle(compared: &[Compared], odd: usize) -> Option<Vec<usize>> {
    let one = compared.get(odd)?;
    let around = way(compared, &[odd], one.first, one.second)?;
    let is_only =
        around.iter().all(|at| way(compared, &[odd, *at], one.first, one.second).is_none());
    is_only.then(|| [vec![odd], around].concat())
}

/// The answers that lead from one issue to another, without some of them.
fn way(compared: &[Compared], without: &[usize], from: usize, to: usize) -> Option<Vec<usize>> {
    let mut reached = vec![(from, Vec::new())];
    let mut next = 0;
    while let Some((at, by)) = reached.get(next).cloned() {
        if at == to {
            return Some(by);
        }
        for (index, one) in compared.iter().enumerate().filter(|(at, _)| !without.contains(at)) {
            for (start, end) in [(one.first, one.second), (one.second, one.first)] {
                if start == at && !reached.iter().any(|(issue, _)| *issue == end) {
                    reached.push((end, [by.as_slice(), &[index]].concat()));
                }
            }
        }
        next += 1;
    }
    None
}

/// Pairs of topics that were compared, in the order of the answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pairs {
    pub answers: Vec<(Topic, Topic, Preference)>,
    /// The rest is left unasked; the result is shown.
    pub enough: bool,
}

impl Pairs {
    /// The pairs of these topics that have no answer yet, in the order in which they are asked.
    pub fn open(&self, topics: &[Topic]) -> Vec<(Topic, Topic)> {
        let named =
            |(first, second): (usize, usize)| Some((*topics.get(first)?, *topics.get(second)?));
        let is_open = |(one, other): &(Topic, Topic)| {
            !self.answers.iter().any(|(first, second, _)| {
                (first, second) == (one, other) || (first, second) == (other, one)
            })
        };
        pairs(topics.len()).into_iter().filter_map(named).filter(is_open).collect()
    }

    /// How many pairs of these topics have an answer.
    pub fn answered(&self, topics: &[Topic]) -> usize {
        self.compared(topics).len()
    }

    /// Whether each topic is connected with every other by answers, so that weights can be told.
    pub fn connects(&self, topics: &[Topic]) -> bool {
        let compared = self.compared(topics);
        let mut reached: Vec<usize> = vec![0];
        let mut next = 0;
        while let Some(at) = reached.get(next).copied() {
            for one in &compared {
                for (from, to) in [(one.first, one.second), (one.second, one.first)] {
                    if from == at && !reached.contains(&to) {
                        reached.push(to);
                    }
                }
            }
            next += 1;
        }
        topics.len() > 1 && reached.len() == topics.len()
    }

    /// The weights that fit the answers, with what does not fit.
    pub fn weights(&self, topics: &[Topic]) -> (Weighed, Option<Doubt>) {
        let compared = self.compared(topics);
        let weighed = weigh(topics.len(), &compared);
        let pair = |at: usize| {
            let one = compared.get(at)?;
            Some((*topics.get(one.first)?, *topics.get(one.second)?))
        };
        let doubt = weighed.odd.and_then(|odd| match circle(&compared, odd) {
            Some(circle) => Some(Doubt::Circle(circle.into_iter().filter_map(pair).collect())),
            None => pair(odd).map(Doubt::Odd),
        });
        (weighed, doubt)
    }

    /// Takes back the answer about a pair, so that it is asked again.
    pub fn take_back(&mut self, pair: (Topic, Topic)) {
        self.answers.retain(|(first, second, _)| (*first, *second) != pair);
        self.enough = false;
    }

    /// The answers about topics that are still there.
    fn compared(&self, topics: &[Topic]) -> Vec<Compared> {
        let place = |topic: &Topic| topics.iter().position(|other| other == topic);
        let known = self.answers.iter().filter_map(|(first, second, preference)| {
            let (first, second) = (place(first)?, place(second)?);
            Some(Compared { first, second, preference: *preference })
        });
        known.collect()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn topics(count: u128) -> Vec<Topic> {
        let issue = |id| Topic::Issue(IssueId(Uuid::from_u128(id)));
        [Topic::Price].into_iter().chain((1..count).map(issue)).collect()
    }

    #[test]
    fn pairs_are_asked_once_and_connect_the_topics_soon() {
        let topics = topics(4);
        let mut pairs = Pairs::default();
        assert_eq!(pairs.open(&topics).len(), 6);
        for asked in 1..=3 {
            let (first, second) = pairs.open(&topics)[0];
            assert!(!pairs.connects(&topics));
            pairs.answers.push((first, second, Preference::More));
            assert_eq!(pairs.answered(&topics), asked);
        }
        assert!(pairs.connects(&topics), "three answers are enough for four topics");
        assert_eq!(pairs.weights(&topics).0.weights, [53, 27, 13, 7]);
    }

    #[test]
    fn an_answer_about_a_topic_that_is_gone_does_not_count() {
        let all = topics(3);
        let mut pairs = Pairs::default();
        pairs.answers.push((all[1], all[2], Preference::MuchMore));
        pairs.answers.push((all[0], all[1], Preference::Same));
        let left = &all[..2];
        assert_eq!(pairs.answered(left), 1);
        assert_eq!(pairs.weights(left).0.weights, [50, 50]);
        assert!(pairs.open(left).is_empty());
    }

    #[test]
    fn the_odd_answer_is_named_and_can_be_taken_back() {
        let all = topics(4);
        let mut pairs = Pairs::default();
        for (first, second) in pairs.open(&all) {
            pairs.answers.push((first, second, Preference::Same));
        }
        let odd = (all[1], all[2]);
        let answer = pairs.answers.iter_mut().find(|(one, other, _)| (*one, *other) == odd);
        answer.unwrap().2 = Preference::MuchMore;
        assert_eq!(pairs.weights(&all).1, None, "off by a factor of two is still near");
        for (first, second, preference) in &mut pairs.answers {
            match (*first, *second) {
                pair if pair == odd => *preference = Preference::MuchMore,
                (first, second) if first == all[1] || second == all[2] => {
                    *preference = Preference::Less;
                }
                _ => {}
            }
        }
        pairs.enough = true;
        assert_eq!(pairs.weights(&all).1, Some(Doubt::Odd(odd)));
        pairs.take_back(odd);
        assert_eq!((pairs.answered(&all), pairs.open(&all), pairs.enough), (5, vec![odd], false));
    }

    #[test]
    fn of_three_answers_in_a_circle_none_is_called_the_odd_one() {
        let all = topics(4);
        let mut pairs = Pairs::default();
        pairs.answers.push((all[0], all[1], Preference::MuchMore));
        pairs.answers.push((all[1], all[2], Preference::MuchMore));
        pairs.answers.push((all[2], all[3], Preference::Same));
        assert_eq!(pairs.weights(&all).1, None);
        pairs.answers.push((all[0], all[2], Preference::MuchLess));
        let Some(Doubt::Circle(mut circle)) = pairs.weights(&all).1 else { panic!("a circle") };
        circle.sort();
        assert_eq!(circle, [(all[0], all[1]), (all[0], all[2]), (all[1], all[2])]);
    }

    #[test]
    fn what_is_typed_for_a_list_belongs_to_that_list() {
        let (one, other) = (IssueId(Uuid::from_u128(1)), IssueId(Uuid::from_u128(2)));
        let mut draft = PlanDraft::default();
        draft.keep_choice(one, "Two d".to_owned());
        draft.keep_choice(other, String::new());
        assert_eq!(draft.choices.get(&one).map(String::as_str), Some("Two d"));
        assert_eq!(draft.choices.get(&other), None);
        draft.keep_choice(one, String::new());
        assert!(draft.choices.is_empty());
    }
}
