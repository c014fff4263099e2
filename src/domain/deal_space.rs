//! The plan as a bargaining case: what each side makes of a value, where the sides can meet, and
//! all deals that could come of it (coaching models, sections 5 and 10).
//!
//! The worth of a value runs from 0 at a side's walk-away to 1 at its target, so a deal with every
//! issue at the walk-away is worth 0 and one with every issue at the target 1. What is not known
//! about them is assumed to mirror me, and said so. Numbers may be as large or as close together as
//! a decimal can hold.

mod grid;
mod stance;
mod zone;

use super::bargaining::case::{MAX_DEALS, MAX_ISSUES};
use super::bargaining::{Case, CaseIssue, Deal};
use super::issue::{Issue, IssueValue, Topic, distance};
use super::ledger::Side;
use super::outcome::Party;
use super::plan::Plan;
use super::standing::Standing;
use grid::Possible;
use stance::stakes;

pub use stance::worth;
pub use zone::Zone;

/// Most values of one topic. A longer list is cut down.
const MAX_VALUES: usize = 100;

/// The deals that a plan leaves open.
#[derive(Debug, Clone, PartialEq)]
pub struct DealSpace {
    /// The topics of the case, in the order of its issues.
    pub topics: Vec<Topic>,
    /// The values of each topic that could be agreed, in order; what the options of the case mean.
    pub options: Vec<Vec<IssueValue>>,
    /// The same as numbers. Names of issues and options are left empty: they are for showing.
    pub case: Case,
    /// Topics that are not in the case, and why.
    pub left_out: Vec<(Topic, LeftOut)>,
    /// Topics of which I did not write all about them; what is missing is taken to be the opposite
    /// of what I want.
    pub mirrored: Vec<Topic>,
    /// Topics on which no value suits both, as far as I know.
    pub apart: Vec<Topic>,
    /// Topics with more values than can be combined with those of the others: some are not in the
    /// case. Those that are worse for both than another entry of the list go first.
    pub thinned: Vec<Topic>,
    issues: Vec<Issue>,
}

/// Why a topic is not in the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// My target or my walk-away is missing, or is written in another kind of value.
    NoLimits,
    /// No entry of the list has points.
    NoPoints,
    /// My target for the price is worse for my party than my walk-away.
    WrongWay,
    /// More topics than a case can hold, and this is one of the lightest.
    TooMany,
}

impl LeftOut {
    pub const ALL: [Self; 4] = [Self::NoLimits, Self::NoPoints, Self::WrongWay, Self::TooMany];
}

/// What terms are worth to both sides, 0..=1: the least and the most, depending on what is still
/// open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Valued {
    pub me: (f64, f64),
    pub them: (f64, f64),
    /// Topics that nothing was said about, or nothing that can be valued.
    pub open: usize,
}

/// A topic on its way into the case.
struct Row {
    topic: Topic,
    issue: Issue,
    options: Vec<Possible>,
    apart: bool,
}

impl DealSpace {
    /// `my_party` decides which way of the price is good for me.
    pub fn of(plan: &Plan, my_party: Party, currency: &str) -> Self {
        let mut left_out = Vec::new();
        let mut rows = Vec::new();
        for topic in plan.topics() {
            let Some(issue) = plan.as_issue(topic, currency) else { continue };
            let written = issue.mine.direction();
            let wrong_way = topic == Topic::Price
                && written.is_some()
                && written != plan.direction(topic, my_party);
            let found = if wrong_way { Err(LeftOut::WrongWay) } else { grid::options(&issue) };
            match found {
                Ok(found) => {
                    rows.push(Row { topic, issue, options: found.options, apart: found.apart });
                }
                Err(why) => left_out.push((topic, why)),
            }
        }
        for topic in lightest(&mut rows) {
            left_out.push((topic, LeftOut::TooMany));
        }
        let thinned = thin(&mut rows);
        let topics_of = |which: fn(&Row) -> bool| -> Vec<Topic> {
            rows.iter().filter(|row| which(row)).map(|row| row.topic).collect()
        };
        let mirrored = topics_of(|row| !stance::knows_them(&row.issue));
        let apart = topics_of(|row| row.apart);
        let weights = |side| weights(rows.iter().map(|row| &row.issue), side);
        let (mine, theirs) = (weights(Side::Us), weights(Side::Them));
        let case = Case {
            name: String::new(),
            issues: rows
                .iter()
                .zip(mine.into_iter().zip(theirs))
                .map(|(row, (my_weight, their_weight))| CaseIssue {
                    name: String::new(),
                    options: vec![String::new(); row.options.len()],
                    my_weight,
                    their_weight,
                    mine: row.options.iter().map(|option| option.me).collect(),
                    theirs: row.options.iter().map(|option| option.them).collect(),
                })
                .collect(),
            my_reservation: worth_of_alternative(plan.alternative_worth),
            their_reservation: worth_of_alternative(plan.their_alternative_worth),
        };
        let values = |row: &Row| row.options.iter().map(|option| option.value).collect();
        Self {
            topics: topics_of(|_| true),
            options: rows.iter().map(values).collect(),
            case,
            left_out,
            mirrored,
            apart,
            thinned,
            issues: rows.into_iter().map(|row| row.issue).collect(),
        }
    }

    /// The topics that are not in the case.
    pub fn topics_left_out(&self) -> Vec<Topic> {
        self.left_out.iter().map(|(topic, _)| *topic).collect()
    }

    /// The topics that are not in the case for one reason.
    pub fn left_out_for(&self, why: LeftOut) -> Vec<Topic> {
        let of = self.left_out.iter().filter(|(_, other)| *other == why);
        of.map(|(topic, _)| *topic).collect()
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
            valued.open += usize::from(worth(Side::Us).is_none() || worth(Side::Them).is_none());
        }
        (valued.open < self.topics.len()).then_some(valued)
    }

    /// Topics on which the terms are worse for me than my walk-away.
    pub fn beyond_my_limits(&self, standing: &Standing) -> Vec<Topic> {
        let parts = self.topics.iter().zip(&self.issues);
        let beyond = parts.filter(|(topic, issue)| {
            standing.about(**topic).is_some_and(|value| !stance::accepts(issue, Side::Us, value))
        });
        beyond.map(|(topic, _)| *topic).collect()
    }

    /// The option of a topic that comes nearest to a value; of a list, the one that is worth most
    /// nearly the same to both. `None` for a value of another kind.
    pub fn nearest(&self, topic: Topic, value: IssueValue) -> Option<usize> {
        let position = self.position(topic)?;
        let (options, issue) = (self.options.get(position)?, self.issues.get(position)?);
        if let Some(exact) = options.iter().position(|option| *option == value) {
            return Some(exact);
        }
        let off = |option: IssueValue| {
            if let IssueValue::Choice(_) = value {
                let off = |side| Some(worth(issue, side, option)? - worth(issue, side, value)?);
                return Some(off(Side::Us)?.abs() + off(Side::Them)?.abs());
            }
            Some(distance(issue.number(option)?, issue.number(value)?))
        };
        let known = options.iter().enumerate().filter_map(|(at, option)| Some((at, off(*option)?)));
        known.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(at, _)| at)
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

/// Takes out the lightest topics beyond what a case can hold, and says which.
fn lightest(rows: &mut Vec<Row>) -> Vec<Topic> {
    let beyond = rows.len().saturating_sub(MAX_ISSUES);
    if beyond == 0 {
        return Vec::new();
    }
    let weights = |side| weights(rows.iter().map(|row| &row.issue), side);
    let both = weights(Side::Us).into_iter().zip(weights(Side::Them));
    let mut weighed: Vec<(f64, Topic)> =
        rows.iter().zip(both).map(|(row, (mine, theirs))| (mine + theirs, row.topic)).collect();
    // Of equals, the last ones.
    weighed.reverse();
    weighed.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let out: Vec<Topic> = weighed.into_iter().take(beyond).map(|(_, topic)| topic).collect();
    rows.retain(|row| !out.contains(&row.topic));
    out
}

/// Takes out values until a case can hold all combinations, from the topics with the most values
/// first, and says of which topics.
fn thin(rows: &mut [Row]) -> Vec<Topic> {
    let fits = |most: usize| {
        let counts = rows.iter().map(|row| row.options.len().min(most) as u128);
        let deals = counts.into_iter().try_fold(1_u128, u128::checked_mul);
        deals.is_some_and(|deals| deals <= MAX_DEALS)
    };
    let most = (2..=MAX_VALUES).rev().find(|most| fits(*most)).unwrap_or(1);
    let mut thinned = Vec::new();
    for row in rows.iter_mut().filter(|row| row.options.len() > most) {
        grid::thinned(&mut row.options, most);
        thinned.push(row.topic);
    }
    thinned
}

/// The entries of a choice list that both could take, as far as I know.
pub fn common_choices(issue: &Issue) -> Vec<u32> {
    let Ok(found) = grid::options(issue) else { return Vec::new() };
    let key = |option: &Possible| match option.value {
        IssueValue::Choice(key) => Some(key),
        _ => None,
    };
    if found.apart { Vec::new() } else { found.options.iter().filter_map(key).collect() }
}

/// The weights of a side with a sum of 1. A weight that was not said is the mean of the others.
fn weights<'a>(issues: impl Iterator<Item = &'a Issue>, side: Side) -> Vec<f64> {
    let said: Vec<Option<f64>> =
        issues.map(|issue| stakes(issue, side).weight.map(f64::from)).collect();
    let known: Vec<f64> = said.iter().copied().flatten().collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of issues")]
    let mean = match known.iter().sum::<f64>() / known.len() as f64 {
        mean if mean > 0.0 => mean,
        _ => 1.0,
    };
    let all_nothing = known.len() == said.len() && known.iter().all(|weight| *weight == 0.0);
    let filled: Vec<f64> =
        said.iter().map(|weight| if all_nothing { 1.0 } else { weight.unwrap_or(mean) }).collect();
    let sum: f64 = filled.iter().sum();
    filled.into_iter().map(|weight| weight / sum).collect()
}

#[cfg(test)]
mod tests;
