//! The plan of a negotiation: what I want, what they may want, what I give and in which steps
//! (coaching models, section 5, preparation).

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, IssueId};
use super::issue::{Curve, Direction, Issue, IssueKind, IssueValue, Stakes, Topic};
use super::outcome::Party;

/// What I want before I go in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    /// In one sentence.
    #[serde(default)]
    pub goal: String,
    /// What the price is for, for example "per site and month".
    #[serde(default)]
    pub price_unit: String,
    #[serde(default)]
    pub target: Option<Decimal>,
    /// The walk-away price.
    #[serde(default)]
    pub reservation: Option<Decimal>,
    /// What else there is to say about the price.
    #[serde(default, skip_serializing_if = "PriceStakes::is_default")]
    pub price: PriceStakes,
    /// What is negotiated besides the price.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
    /// My best alternative if there is no deal.
    #[serde(default)]
    pub alternative: String,
    /// What it is worth to me, 0 to 100 on the scale of a whole deal: 0 is every issue at my
    /// walk-away, 100 every issue at my target. A deal that is worth less is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alternative_worth: Option<u8>,
    /// Their best alternative, as far as I know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub their_alternative: String,
    /// My guess of what it is worth to them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub their_alternative_worth: Option<u8>,
    /// What I can give that costs me little, besides the issues.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub gives: String,
    /// Whole offers that I keep ready to be laid side by side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<Package>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concessions: Option<ConcessionSteps>,
    /// Questions to ask, one to a line.
    #[serde(default)]
    pub questions: String,
    /// What I will not say.
    #[serde(default)]
    pub unsaid: String,
    /// Who comes along on our side, and what for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub team: Vec<TeamMember>,
}

/// What there is to say about the price besides my own target and walk-away.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PriceStakes {
    /// My weight, see [`Stakes::weight`].
    pub weight: Option<u8>,
    pub curve: Curve,
    pub their_weight: Option<u8>,
    pub their_target: Option<Decimal>,
    pub their_reservation: Option<Decimal>,
    pub give_or_take: Option<Decimal>,
    pub their_curve: Curve,
}

impl PriceStakes {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A value for some or all of the topics.
pub type Values = BTreeMap<IssueId, IssueValue>;

/// A whole offer that is kept ready.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    pub id: EntryId,
    #[serde(default)]
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub price: Option<Decimal>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: Values,
}

/// How I give way on the price: from where, to where, in how many steps, and for what.
///
/// The steps themselves are worked out, see [`super::bargaining::concession`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConcessionSteps {
    /// My first price; `None`: my target.
    pub opening: Option<Decimal>,
    /// Where I stop; `None`: my walk-away.
    pub stop: Option<Decimal>,
    /// 1 to 12.
    pub steps: u8,
    /// The exponent e of section 10, times 100: below 100 tough (holds out, gives late), above 100
    /// soft (large steps first, then smaller ones). 20 to 500.
    pub softness: u16,
    /// What each step is given for, step by step.
    pub in_return: Vec<String>,
}

impl Default for ConcessionSteps {
    fn default() -> Self {
        Self { opening: None, stop: None, steps: 4, softness: 200, in_return: Vec::new() }
    }
}

/// What somebody on our side does at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TeamRole {
    /// Speaks.
    #[default]
    Lead,
    /// Knows and checks the numbers.
    Numbers,
    /// Writes down offers and promises.
    Scribe,
    /// Watches faces, tactics and tone.
    Observer,
    /// Answers for a subject.
    Expert,
}

impl TeamRole {
    pub const ALL: [Self; 5] =
        [Self::Lead, Self::Numbers, Self::Scribe, Self::Observer, Self::Expert];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Numbers => "numbers",
            Self::Scribe => "scribe",
            Self::Observer => "observer",
            Self::Expert => "expert",
        }
    }
}

/// Somebody on our side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamMember {
    pub id: EntryId,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub role: TeamRole,
    /// What they say or look after; when they speak, when they are silent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Plan {
    /// The price, and then the issues in their order.
    pub fn topics(&self) -> impl Iterator<Item = Topic> {
        [Topic::Price].into_iter().chain(self.issues.iter().map(|issue| Topic::Issue(issue.id)))
    }

    pub fn issue(&self, id: IssueId) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.id == id)
    }

    /// The price or an issue as an issue: the price stands in the currency of the session and has
    /// the nil id and no name. `None` for an issue that is not in the plan.
    pub fn as_issue(&self, topic: Topic, currency: &str) -> Option<Issue> {
        let Topic::Price = topic else {
            let Topic::Issue(id) = topic else { return None };
            return self.issue(id).cloned();
        };
        let number = |price: Option<Decimal>| price.map(IssueValue::Number);
        Some(Issue {
            id: IssueId(uuid::Uuid::nil()),
            name: String::new(),
            kind: IssueKind::Money,
            unit: currency.to_owned(),
            choices: Vec::new(),
            mine: Stakes {
                weight: self.price.weight,
                target: number(self.target),
                reservation: number(self.reservation),
                curve: self.price.curve.clone(),
                give_or_take: None,
            },
            theirs: Stakes {
                weight: self.price.their_weight,
                target: number(self.price.their_target),
                reservation: number(self.price.their_reservation),
                curve: self.price.their_curve.clone(),
                give_or_take: self.price.give_or_take,
            },
        })
    }

    /// Which way of the numbers is good for me. A price goes up for a seller; an issue as target
    /// and walk-away tell, or against what I believe of them. `None` for a choice list, and while
    /// nothing is said.
    pub fn direction(&self, topic: Topic, my_party: Party) -> Option<Direction> {
        match topic {
            Topic::Price if my_party == Party::Seller => Some(Direction::Up),
            Topic::Price => Some(Direction::Down),
            Topic::Issue(id) => {
                let issue = self.issue(id)?;
                let theirs = || issue.theirs.direction().map(Direction::opposite);
                issue.mine.direction().or_else(theirs)
            }
        }
    }
}

/// A decimal that stands in the file as it is, and is left out when there is none.
pub mod bare {
    use rust_decimal::Decimal;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the number without `Some`.
    pub fn serialize<S: Serializer>(
        number: &Option<Decimal>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match number {
            Some(number) => Serialize::serialize(number, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads a number as it is, and as people write it by hand: `Some("12")`, `None`. In RON the
    /// bare number needs `implicit_some`, as the records are read with.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Decimal>, D::Error> {
        Option::deserialize(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use ron::extensions::Extensions;

    use super::*;

    #[test]
    fn a_price_is_read_bare_and_as_people_write_it_by_hand() {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let price = |written: &str| {
            let id = uuid::Uuid::nil();
            let text = format!("(id: \"{id}\"{written})");
            options.from_str::<Package>(&text).unwrap().price
        };
        let twelve = Some(Decimal::from(12));
        assert_eq!(price(", price: \"12\""), twelve);
        assert_eq!(price(", price: Some(\"12\")"), twelve);
        assert_eq!(price(", price: None"), None);
        assert_eq!(price(""), None);
    }

    #[test]
    fn a_price_is_written_bare_and_read_back_from_ron_and_json() {
        let package = |price| Package {
            id: EntryId(uuid::Uuid::nil()),
            name: String::new(),
            price,
            values: Values::new(),
        };
        for price in [None, Some(Decimal::from(12))] {
            let tree = serde_json::to_value(package(price)).unwrap();
            assert_eq!(tree.get("price").and_then(|price| price.as_str()), price.map(|_| "12"));
            assert_eq!(serde_json::from_value::<Package>(tree).unwrap().price, price);
            let text = ron::to_string(&package(price)).unwrap();
            assert!(!text.contains("Some"), "{text}");
        }
        let null = r#"{"id": "00000000-0000-0000-0000-000000000000", "price": null}"#;
        assert_eq!(serde_json::from_str::<Package>(null).unwrap().price, None);
    }
}
