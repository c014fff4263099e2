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
    /// After all its offers, in order of time. What an offer does not mention stays as it was said
    /// before.
    pub fn of<'a>(offers: impl IntoIterator<Item = &'a Offer>, side: Side) -> Self {
        let counted = |offer: &&Offer| offer.side == side;
        let mut offers: Vec<&Offer> = offers.into_iter().filter(counted).collect();
        offers.sort_by_key(|offer| offer.at);
        let mut standing = Self::default();
        for offer in offers {
            standing.take(offer);
        }
        standing
    }

    /// The same at the end of a meeting. `meetings` gives their order; as in the
    /// [`Ledger`](super::ledger::Ledger), an offer whose meeting is not in the list counts as made
    /// before the first one, and a `current` that is not in the list stands after the last.
    pub fn until<'a>(
        offers: impl IntoIterator<Item = &'a Offer>,
        side: Side,
        meetings: &[MeetingId],
        current: MeetingId,
    ) -> Self {
        let place = |meeting: MeetingId| meetings.iter().position(|id| *id == meeting);
        let now = place(current).unwrap_or(meetings.len());
        Self::of(offers.into_iter().filter(|offer| place(offer.meeting) <= Some(now)), side)
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
        let first = Standing::until(&offers, Side::Them, &[meeting, later], meeting);
        assert_eq!(first.price, Some(Decimal::from(80)));
        assert_eq!(first.about(Topic::Issue(days)), Some(number(75)));
        let now = Standing::of(&offers, Side::Them);
        assert_eq!(now, Standing::until(&offers, Side::Them, &[meeting, later], later));
        assert_eq!(now.about(Topic::Price), Some(number(90)));
        assert_eq!(now.about(Topic::Issue(term)), Some(number(24)));
        assert!(Standing::of(&offers, Side::Us).is_empty());
        // A meeting that is not in the session was before the first, as in the ledger.
        let lost = Standing::until(&offers, Side::Them, &[later], later);
        assert_eq!(lost, now);
        let before = Standing::until(&offers[1..], Side::Them, &[later], later);
        assert_eq!(before.price, Some(Decimal::from(80)));
    }
}
