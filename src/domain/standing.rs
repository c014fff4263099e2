//! Where a side stands: its last word on each topic.

use super::ids::MeetingId;
use super::issue::{IssueValue, Topic};
use super::ledger::{Offer, Side};
use super::plan::Values;

use rust_decimal::Decimal;

/// The last word of one side on the price and on each issue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    pub price: Option<Decimal>,
    pub values: Values,
}

impl Standing {
    /// After all its offers in these meetings, in order of time. What an offer does not mention
    /// stays as it was said before.
    pub fn of<'a>(
        offers: impl IntoIterator<Item = &'a Offer>,
        side: Side,
        meetings: &[MeetingId],
    ) -> Self {
        let counted = |offer: &&Offer| offer.side == side && meetings.contains(&offer.meeting);
        let mut offers: Vec<&Offer> = offers.into_iter().filter(counted).collect();
        offers.sort_by_key(|offer| offer.at);
        let mut standing = Self::default();
        for offer in offers {
            standing.take(offer);
        }
        standing
    }

    /// Adds what an offer says.
    pub fn take(&mut self, offer: &Offer) {
        self.price = offer.price.or(self.price);
        self.values.extend(offer.values.iter().map(|(issue, value)| (*issue, *value)));
    }

    pub fn about(&self, topic: Topic) -> Option<IssueValue> {
        match topic {
            Topic::Price => self.price.map(IssueValue::Number),
            Topic::Issue(id) => self.values.get(&id).copied(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.price.is_none() && self.values.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::{EntryId, IssueId};

    #[test]
    fn what_is_not_said_again_still_stands() {
        let (meeting, later) = (MeetingId(Uuid::from_u128(1)), MeetingId(Uuid::from_u128(2)));
        let (days, term) = (IssueId(Uuid::from_u128(5)), IssueId(Uuid::from_u128(6)));
        let number = |value: i64| IssueValue::Number(Decimal::from(value));
        let offer = |second: i64, meeting, price: Option<i64>, values: &[(IssueId, i64)]| Offer {
            id: EntryId(Uuid::from_u128(9)),
            at: Timestamp::from_second(second).unwrap(),
            meeting,
            side: Side::Them,
            price: price.map(Decimal::from),
            values: values.iter().map(|(issue, value)| (*issue, number(*value))).collect(),
            terms: String::new(),
        };
        let offers = [
            offer(3, later, Some(90), &[]),
            offer(1, meeting, Some(80), &[(days, 90)]),
            offer(2, meeting, None, &[(days, 75), (term, 24)]),
        ];
        let first = Standing::of(&offers, Side::Them, &[meeting]);
        assert_eq!(first.price, Some(Decimal::from(80)));
        assert_eq!(first.about(Topic::Issue(days)), Some(number(75)));
        let now = Standing::of(&offers, Side::Them, &[meeting, later]);
        assert_eq!(now.about(Topic::Price), Some(number(90)));
        assert_eq!(now.about(Topic::Issue(term)), Some(number(24)));
        assert!(Standing::of(&offers, Side::Us, &[meeting, later]).is_empty());
    }
}
