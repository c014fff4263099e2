//! The plan as a bargaining case: what each side makes of a value, where the sides can meet, and
//! all deals that could come of it (coaching models, sections 5 and 10).
//!
//! The worth of a value runs from 0 at a side's walk-away to 1 at its target, so a deal with every
//! issue at the walk-away is worth 0 and one with every issue at the target 1. What is not known
//! about them is assumed to mirror me, and said so.

mod grid;
mod zone;

use super::bargaining::{Case, CaseIssue, Deal};
use super::issue::{Issue, IssueKind, IssueValue, Topic};
use super::ledger::Side;
use super::plan::Plan;
use super::standing::Standing;

pub use zone::Zone;

/// The deals that a plan leaves open.
#[derive(Debug, Clone, PartialEq)]
pub struct DealSpace {
    /// The topics of the case, in the order of its issues.
    pub topics: Vec<Topic>,
    /// The values of each topic that could be agreed, in order; what the options of the case mean.
    pub options: Vec<Vec<IssueValue>>,
    /// The same as numbers. Names of issues and options are left empty: they are for showing.
    pub case: Case,
    /// Topics that are not in the case, as my target or my walk-away is missing.
    pub left_out: Vec<Topic>,
    /// Topics of which I wrote nothing about them; there they are taken to want the opposite.
    pub mirrored: Vec<Topic>,
    /// Topics on which no value suits both, as far as I know.
    pub apart: Vec<Topic>,
    issues: Vec<Issue>,
}

/// What terms are worth to both sides, 0..=1: the least and the most, depending on what is still
/// open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Valued {
    pub me: (f64, f64),
    pub them: (f64, f64),
    /// Topics that nothing was said about.
    pub open: usize,
}

impl DealSpace {
    pub fn of(plan: &Plan, currency: &str) -> Self {
        let mut space = Self {
            topics: Vec::new(),
            options: Vec::new(),
            case: Case {
                name: String::new(),
                issues: Vec::new(),
                my_reservation: worth_of_alternative(plan.alternative_worth),
                their_reservation: worth_of_alternative(plan.their_alternative_worth),
            },
            left_out: Vec::new(),
            mirrored: Vec::new(),
            apart: Vec::new(),
            issues: Vec::new(),
        };
        for topic in plan.topics() {
            let Some(issue) = plan.as_issue(topic, currency) else { continue };
            let found = grid::options(&issue);
            let Some(options) = found.options else {
                space.left_out.push(topic);
                continue;
            };
            if !knows_them(&issue) {
                space.mirrored.push(topic);
            }
            if found.apart {
                space.apart.push(topic);
            }
            space.topics.push(topic);
            space.options.push(options);
            space.issues.push(issue);
        }
        let weights = |side| weights(&space.issues, side);
        let (mine, theirs) = (weights(Side::Us), weights(Side::Them));
        let parts = space.issues.iter().zip(&space.options).zip(mine.into_iter().zip(theirs));
        space.case.issues = parts
            .map(|((issue, options), (my_weight, their_weight))| CaseIssue {
                name: String::new(),
                options: vec![String::new(); options.len()],
                my_weight,
                their_weight,
                mine: options.iter().map(|value| worth_or_least(issue, Side::Us, *value)).collect(),
                theirs: options
                    .iter()
                    .map(|value| worth_or_least(issue, Side::Them, *value))
                    .collect(),
            })
            .collect();
        space
    }

    /// Whether there is something to choose from: at least one topic with more than one value.
    pub fn is_open(&self) -> bool {
        self.options.iter().any(|options| options.len() > 1)
    }

    /// The share of a side's weight that a topic has, 0..=1; `None` for a topic left out.
    pub fn weight(&self, topic: Topic, side: Side) -> Option<f64> {
        let position = self.position(topic)?;
        let of = |issue: &CaseIssue| match side {
            Side::Us => issue.my_weight,
            Side::Them => issue.their_weight,
        };
        self.case.issues.get(position).map(of)
    }

    /// The terms of a deal, topic by topic.
    pub fn terms(&self, deal: &Deal) -> Vec<(Topic, IssueValue)> {
        let chosen = self.topics.iter().zip(&self.options).zip(&deal.choices);
        chosen
            .filter_map(|((topic, options), choice)| Some((*topic, *options.get(*choice)?)))
            .collect()
    }

    /// What a side's terms are worth to both; `None` when nothing of them is in the case.
    pub fn value(&self, standing: &Standing) -> Option<Valued> {
        let mut valued = Valued { me: (0.0, 0.0), them: (0.0, 0.0), open: 0 };
        for ((topic, issue), row) in self.topics.iter().zip(&self.issues).zip(&self.case.issues) {
            let said = standing.about(*topic);
            let worth = |side| said.and_then(|value| worth(issue, side, value));
            let add = |sum: &mut (f64, f64), weight: f64, worth: Option<f64>| {
                sum.0 += weight * worth.unwrap_or(0.0);
                sum.1 += weight * worth.unwrap_or(1.0);
            };
            add(&mut valued.me, row.my_weight, worth(Side::Us));
            add(&mut valued.them, row.their_weight, worth(Side::Them));
            valued.open += usize::from(said.is_none());
        }
        (valued.open < self.topics.len()).then_some(valued)
    }

    /// Topics on which the terms are worse for me than my walk-away.
    pub fn beyond_my_limits(&self, standing: &Standing) -> Vec<Topic> {
        let parts = self.topics.iter().zip(&self.issues);
        let beyond = parts.filter(|(topic, issue)| {
            standing.about(**topic).is_some_and(|value| !zone::accepts(issue, Side::Us, value))
        });
        beyond.map(|(topic, _)| *topic).collect()
    }

    /// The option of a topic that comes nearest to a value, by what it is worth to both.
    pub fn nearest(&self, topic: Topic, value: IssueValue) -> Option<usize> {
        let position = self.position(topic)?;
        let options = self.options.get(position)?;
        if let Some(exact) = options.iter().position(|option| *option == value) {
            return Some(exact);
        }
        let wanted = value.number()?;
        let off = |option: &IssueValue| Some((option.number()? - wanted).abs());
        let known = options.iter().enumerate().filter_map(|(at, option)| Some((at, off(option)?)));
        known.min_by_key(|(_, off)| *off).map(|(at, _)| at)
    }

    /// The deal nearest to terms in which every topic is named.
    pub fn choices(&self, standing: &Standing) -> Option<Vec<usize>> {
        self.topics.iter().map(|topic| self.nearest(*topic, standing.about(*topic)?)).collect()
    }

    pub fn position(&self, topic: Topic) -> Option<usize> {
        self.topics.iter().position(|other| *other == topic)
    }
}

fn worth_of_alternative(worth: Option<u8>) -> f64 {
    f64::from(worth.unwrap_or(0).min(100)) / 100.0
}

/// The weights of a side with a sum of 1. A weight that was not said is the mean of the others.
fn weights(issues: &[Issue], side: Side) -> Vec<f64> {
    let said: Vec<Option<f64>> =
        issues.iter().map(|issue| stakes(issue, side).weight.map(f64::from)).collect();
    let known: Vec<f64> = said.iter().copied().flatten().collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of issues")]
    let mean = match known.iter().sum::<f64>() / known.len() as f64 {
        mean if mean > 0.0 => mean,
        _ => 1.0,
    };
    let all_nothing = known.len() == issues.len() && known.iter().all(|weight| *weight == 0.0);
    let filled: Vec<f64> =
        said.iter().map(|weight| if all_nothing { 1.0 } else { weight.unwrap_or(mean) }).collect();
    let sum: f64 = filled.iter().sum();
    filled.into_iter().map(|weight| weight / sum).collect()
}

fn stakes(issue: &Issue, side: Side) -> &super::issue::Stakes {
    match side {
        Side::Us => &issue.mine,
        Side::Them => &issue.theirs,
    }
}

/// Whether I wrote down what they want of an issue.
fn knows_them(issue: &Issue) -> bool {
    match issue.kind {
        IssueKind::Choice => issue.choices.iter().any(|choice| choice.theirs.is_some()),
        _ => issue.theirs.direction().is_some(),
    }
}

/// What a value is worth to a side, 0..=1; `None` for a value of another kind.
pub fn worth(issue: &Issue, side: Side, value: IssueValue) -> Option<f64> {
    if let IssueValue::Choice(key) = value {
        let choice = issue.choice(key)?;
        let mine = choice.mine.min(100);
        let points = match side {
            Side::Us => mine,
            Side::Them => choice.theirs.unwrap_or(100 - mine).min(100),
        };
        return Some(f64::from(points) / 100.0);
    }
    match side {
        Side::Us => issue.mine.worth(value),
        Side::Them if knows_them(issue) => issue.theirs.worth(value),
        Side::Them => issue.mine.worth(value).map(|worth| 1.0 - worth),
    }
}

fn worth_or_least(issue: &Issue, side: Side, value: IssueValue) -> f64 {
    worth(issue, side, value).unwrap_or(0.0)
}

#[cfg(test)]
mod tests;
