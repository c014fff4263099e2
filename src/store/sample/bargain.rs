//! What a sample negotiation is about besides the price: how it is written down, and how it is told.

use std::collections::{BTreeMap, HashMap};

use rust_decimal::Decimal;
use serde::Deserialize;

use super::script::Deal;
use super::stage::{Ids, Stage};
use crate::content::text::Text;
use crate::domain::ids::{CounterpartId, EntryId, IssueId};
use crate::domain::issue::{Choice, Curve, Issue, IssueKind, IssueValue, Stakes};
use crate::domain::outcome::Verdict;
use crate::domain::plan::{
    ConcessionSteps, Package, Plan, PriceStakes, TeamMember, TeamRole, Values,
};

/// What is said of the issues, by the key of an issue: a number, a day counted from today, or the
/// key of a choice.
pub(super) type Said = BTreeMap<String, i64>;

/// What a plan holds besides the essentials.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Bargain {
    pub price: PriceTold,
    pub issues: Vec<Matter>,
    pub alternative_worth: Option<u8>,
    pub their_alternative: Option<Text>,
    pub their_alternative_worth: Option<u8>,
    pub gives: Option<Text>,
    pub packages: Vec<Bundle>,
    pub concessions: Option<Steps>,
    pub team: Vec<Member>,
}

/// What there is to say about the price besides my target and walk-away.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PriceTold {
    pub weight: Option<u8>,
    pub their_weight: Option<u8>,
    pub their_target: Option<i64>,
    pub their_reservation: Option<i64>,
    pub give_or_take: Option<i64>,
}

/// An issue.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Matter {
    /// How offers refer to it.
    pub key: String,
    pub name: Text,
    pub kind: IssueKind,
    #[serde(default)]
    pub unit: Option<Text>,
    #[serde(default)]
    pub choices: Vec<Pick>,
    #[serde(default)]
    pub mine: Wants,
    #[serde(default)]
    pub theirs: Wants,
}

/// One entry of a choice list.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pick {
    pub key: u32,
    pub name: Text,
    pub mine: u8,
    #[serde(default)]
    pub theirs: Option<u8>,
}

/// What a side wants of an issue; see [`Said`] for the values.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Wants {
    pub weight: Option<u8>,
    pub target: Option<i64>,
    pub reservation: Option<i64>,
    pub curve: Bend,
    pub give_or_take: Option<i64>,
}

/// A curve of worth, with the values as they are written here.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Bend {
    #[default]
    Linear,
    Threshold,
    Points(Vec<(i64, u8)>),
}

/// A whole offer kept ready.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Bundle {
    pub name: Text,
    pub price: i64,
    pub values: Said,
}

/// How the seller gives way.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Steps {
    pub opening: i64,
    pub stop: i64,
    pub count: u8,
    pub softness: u16,
    pub in_return: Vec<Text>,
}

/// Somebody on our side.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Member {
    pub name: Text,
    pub role: TeamRole,
    #[serde(default)]
    pub note: Option<Text>,
}

/// What was expected of a meeting, the evening before.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expected {
    pub verdict: Verdict,
    pub sure: u8,
    #[serde(default)]
    pub low: Option<i64>,
    #[serde(default)]
    pub high: Option<i64>,
}

/// What was agreed in the last meeting that was held.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Settled {
    pub price: i64,
    #[serde(default)]
    pub values: Said,
}

/// The people and the issues of one negotiation, by the keys of its script.
pub(super) struct Props<'a> {
    pub cast: &'a HashMap<String, CounterpartId>,
    issues: HashMap<&'a str, (IssueId, IssueKind)>,
}

impl<'a> Props<'a> {
    pub(super) fn new(
        deal: &'a Deal,
        cast: &'a HashMap<String, CounterpartId>,
        id: impl Fn() -> IssueId,
    ) -> Self {
        let matters = deal.bargain.issues.iter();
        Self { cast, issues: matters.map(|one| (one.key.as_str(), (id(), one.kind))).collect() }
    }

    pub(super) fn person(&self, key: Option<&String>) -> Option<CounterpartId> {
        self.cast.get(key?).copied()
    }
}

impl Stage {
    fn value(&self, kind: IssueKind, said: i64) -> IssueValue {
        match kind {
            IssueKind::Number | IssueKind::Money => IssueValue::Number(Decimal::from(said)),
            IssueKind::Date => IssueValue::Day(self.date(i32::try_from(said).unwrap_or_default())),
            IssueKind::Choice => IssueValue::Choice(u32::try_from(said).unwrap_or_default()),
        }
    }

    pub(super) fn values(&self, said: &Said, props: &Props<'_>) -> Values {
        let value = |(key, said): (&String, &i64)| {
            let (id, kind) = props.issues.get(key.as_str())?;
            Some((*id, self.value(*kind, *said)))
        };
        said.iter().filter_map(value).collect()
    }

    pub(super) fn plan(&self, deal: &Deal, props: &Props<'_>, ids: &Ids) -> Plan {
        let entry = || EntryId(ids.at(self.instant(deal.opened, 8, 50)));
        let bargain = &deal.bargain;
        let number = |number: Option<i64>| number.map(Decimal::from);
        Plan {
            goal: self.say(&deal.goal),
            price_unit: self.say(&deal.unit),
            target: Some(Decimal::from(deal.target)),
            reservation: Some(Decimal::from(deal.reservation)),
            price: PriceStakes {
                weight: bargain.price.weight,
                their_weight: bargain.price.their_weight,
                their_target: number(bargain.price.their_target),
                their_reservation: number(bargain.price.their_reservation),
                give_or_take: number(bargain.price.give_or_take),
                ..PriceStakes::default()
            },
            issues: bargain.issues.iter().filter_map(|one| self.issue(one, props)).collect(),
            alternative: self.say(&deal.alternative),
            alternative_worth: bargain.alternative_worth,
            their_alternative: self.say_or_nothing(bargain.their_alternative.as_ref()),
            their_alternative_worth: bargain.their_alternative_worth,
            gives: self.say_or_nothing(bargain.gives.as_ref()),
            packages: bargain
                .packages
                .iter()
                .map(|bundle| Package {
                    id: entry(),
                    name: self.say(&bundle.name),
                    price: Some(Decimal::from(bundle.price)),
                    values: self.values(&bundle.values, props),
                })
                .collect(),
            concessions: bargain.concessions.as_ref().map(|steps| ConcessionSteps {
                opening: Some(Decimal::from(steps.opening)),
                stop: Some(Decimal::from(steps.stop)),
                steps: steps.count,
                softness: steps.softness,
                in_return: steps.in_return.iter().map(|text| self.say(text)).collect(),
            }),
            questions: self.say(&deal.questions),
            unsaid: self.say(&deal.unsaid),
            team: bargain
                .team
                .iter()
                .map(|member| TeamMember {
                    id: entry(),
                    name: self.say(&member.name),
                    role: member.role,
                    note: self.say_or_nothing(member.note.as_ref()),
                })
                .collect(),
        }
    }

    fn issue(&self, matter: &Matter, props: &Props<'_>) -> Option<Issue> {
        let (id, kind) = *props.issues.get(matter.key.as_str())?;
        let choice = |option: &Pick| Choice {
            key: option.key,
            name: self.say(&option.name),
            mine: option.mine,
            theirs: option.theirs,
        };
        Some(Issue {
            id,
            name: self.say(&matter.name),
            kind,
            unit: self.say_or_nothing(matter.unit.as_ref()),
            choices: matter.choices.iter().map(choice).collect(),
            mine: self.stakes(kind, &matter.mine),
            theirs: self.stakes(kind, &matter.theirs),
        })
    }

    fn stakes(&self, kind: IssueKind, wants: &Wants) -> Stakes {
        let value = |said: Option<i64>| said.map(|said| self.value(kind, said));
        Stakes {
            weight: wants.weight,
            target: value(wants.target),
            reservation: value(wants.reservation),
            curve: match &wants.curve {
                Bend::Linear => Curve::Linear,
                Bend::Threshold => Curve::Threshold,
                Bend::Points(points) => Curve::Points(
                    points.iter().map(|(said, worth)| (self.value(kind, *said), *worth)).collect(),
                ),
            },
            give_or_take: wants.give_or_take.map(Decimal::from),
        }
    }
}
