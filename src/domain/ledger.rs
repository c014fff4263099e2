//! The offer ledger: "compared with last time, where are we now?" (coaching models, section 5).

use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, MeetingId};
use super::issue::{Direction, IssueValue, Topic};
use super::outcome::Party;
use super::plan::{Values, bare};

/// Who made an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Us,
    Them,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Us, Self::Them];

    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Them => "them",
        }
    }
}

/// What one side put on the table at one time: the price, other issues, and the rest in words.
///
/// What is not said stays as that side said it last, see [`Standing`](super::standing::Standing).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub id: EntryId,
    pub at: Timestamp,
    pub meeting: MeetingId,
    pub side: Side,
    /// In the currency of the session; `None` when nothing was said about it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "bare")]
    pub price: Option<Decimal>,
    /// What was said about the issues of the plan.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: Values,
    #[serde(default)]
    pub terms: String,
}

impl Offer {
    /// What it says about a topic.
    pub fn about(&self, topic: Topic) -> Option<IssueValue> {
        match topic {
            Topic::Price => self.price.map(IssueValue::Number),
            Topic::Issue(id) => self.values.get(&id).copied(),
        }
    }
}

/// What an offer says about the topic of the ledger, as a number: a price, an amount, a number, a
/// date as its day, a choice as what it is worth to me.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bid<'a> {
    pub offer: &'a Offer,
    pub value: Decimal,
}

/// A change of one side's bid from an earlier offer to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub from: Decimal,
    pub to: Decimal,
    /// How far the side came towards the other: positive is a concession, negative a retreat, 0 a
    /// hold. For the side that wants more it is `from - to`, for the other `to - from`.
    pub towards: Decimal,
}

/// What a move means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoveKind {
    /// Towards the other side.
    Concession,
    /// The same price again.
    Hold,
    /// Away from the other side.
    Retreat,
}

impl MoveKind {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::Concession => "concession",
            Self::Hold => "hold",
            Self::Retreat => "retreat",
        }
    }
}

impl Move {
    /// `None` if the difference does not fit a decimal.
    fn new(wants: Direction, from: Decimal, to: Decimal) -> Option<Self> {
        Some(Self { from, to, towards: wants.opposite().gain(from, to)? })
    }

    pub fn kind(&self) -> MoveKind {
        match self.towards.cmp(&Decimal::ZERO) {
            Ordering::Greater => MoveKind::Concession,
            Ordering::Equal => MoveKind::Hold,
            Ordering::Less => MoveKind::Retreat,
        }
    }

    /// The size without its direction, never negative.
    pub fn size(&self) -> Decimal {
        self.towards.abs()
    }
}

/// Which side has come further towards the other since its first offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MovedMore {
    Us,
    Them,
    /// Both by the same amount, which may be nothing.
    Even,
}

/// Something about one of our offers that deserves a second thought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// Our offer that gives rise to it.
    pub offer: EntryId,
    pub kind: WarningKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningKind {
    /// We conceded from our own offer, and they had made none in between.
    BidAgainstMyself,
    /// Two concessions of ours, and they neither opened nor conceded in between.
    TwoConcessionsInARow,
    /// Our concession goes to the middle between our last offer and theirs.
    SplitTheDifference,
    /// What is left down to our walk-away is at most a tenth of the way from our first offer.
    NearReservation { room: Decimal },
    /// The offer is worse for us than the walk-away, by this much.
    BeyondReservation { by: Decimal },
}

impl WarningKind {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::BidAgainstMyself => "bid-against-myself",
            Self::TwoConcessionsInARow => "two-concessions-in-a-row",
            Self::SplitTheDifference => "split-the-difference",
            Self::NearReservation { .. } => "near-reservation",
            Self::BeyondReservation { .. } => "beyond-reservation",
        }
    }
}

/// The offers of a session about one topic, the price or an issue, as seen from one of its meetings
/// (section 5).
///
/// Differences are exact; one that does not fit a decimal is `None`, like one that lacks an offer.
#[derive(Debug, Clone)]
pub struct Ledger<'a> {
    /// In order of time, up to and including the meeting.
    bids: Vec<Bid<'a>>,
    /// Which way is good for us.
    better: Direction,
    meetings: &'a [MeetingId],
    /// The position of the meeting from which we look.
    current: usize,
}

impl<'a> Ledger<'a> {
    /// The ledger of the price.
    ///
    /// `meetings` gives the order of the meetings. Offers of meetings after `current` are left out;
    /// an offer whose meeting is not in the list counts as made before the first one. A `current`
    /// that is not in the list stands after the last.
    pub fn new(
        offers: &'a [Offer],
        my_party: Party,
        meetings: &'a [MeetingId],
        current: MeetingId,
    ) -> Self {
        let better = if my_party == Party::Seller { Direction::Up } else { Direction::Down };
        Self::of_values(offers, |offer| offer.price, better, meetings, current)
    }

    /// The ledger of anything that an offer says as a number; offers that say nothing of it are
    /// left out. `better` is the way that is good for us.
    pub fn of_values(
        offers: &'a [Offer],
        value: impl Fn(&Offer) -> Option<Decimal>,
        better: Direction,
        meetings: &'a [MeetingId],
        current: MeetingId,
    ) -> Self {
        let current = meetings.iter().position(|id| *id == current).unwrap_or(meetings.len());
        let mut ledger = Self { bids: Vec::new(), better, meetings, current };
        ledger.bids = offers
            .iter()
            .filter(|offer| ledger.place(offer) <= Some(current))
            .filter_map(|offer| Some(Bid { offer, value: value(offer)? }))
            .collect();
        // A stable sort keeps the order of entry for offers of the same moment.
        ledger.bids.sort_by_key(|bid| bid.offer.at);
        ledger
    }

    /// All bids in order of time.
    pub fn bids(&self) -> &[Bid<'a>] {
        &self.bids
    }

    /// The bids of one side in order of time.
    pub fn of(&self, side: Side) -> impl DoubleEndedIterator<Item = Bid<'a>> {
        self.bids.iter().copied().filter(move |bid| bid.offer.side == side)
    }

    /// Which way is good for a side.
    pub fn wants(&self, side: Side) -> Direction {
        match side {
            Side::Us => self.better,
            Side::Them => self.better.opposite(),
        }
    }

    pub fn first(&self, side: Side) -> Option<Bid<'a>> {
        self.of(side).next()
    }

    pub fn last(&self, side: Side) -> Option<Bid<'a>> {
        self.of(side).next_back()
    }

    /// A side's last bid of an earlier meeting: where it stood at the end of the last one.
    pub fn last_of_earlier_meetings(&self, side: Side) -> Option<Bid<'a>> {
        self.of(side).rfind(|bid| self.place(bid.offer) < Some(self.current))
    }

    /// From a side's last offer but one to its last.
    pub fn since_previous(&self, side: Side) -> Option<Move> {
        self.change(self.of(side).rev().nth(1)?, self.last(side)?)
    }

    /// From where a side stood at the end of the last meeting to its last offer. The question of
    /// the course: compared with last time, where are we now?
    pub fn since_last_meeting(&self, side: Side) -> Option<Move> {
        self.change(self.last_of_earlier_meetings(side)?, self.last(side)?)
    }

    /// From a side's first offer to its last.
    pub fn since_start(&self, side: Side) -> Option<Move> {
        self.change(self.first(side)?, self.last(side)?)
    }

    /// How each bid of a side differs from the one before it; `None` beside the first.
    pub fn moves(&self, side: Side) -> Vec<(Bid<'a>, Option<Move>)> {
        let mut before = None;
        self.of(side)
            .map(|bid| {
                let change = before.replace(bid).and_then(|before| self.change(before, bid));
                (bid, change)
            })
            .collect()
    }

    /// The sizes of a side's concessions in order of time, all positive.
    pub fn concessions(&self, side: Side) -> Vec<Decimal> {
        let changes = self.moves(side).into_iter().filter_map(|(_, change)| change);
        changes
            .filter(|change| change.kind() == MoveKind::Concession)
            .map(|change| change.size())
            .collect()
    }

    /// Whether the concessions become smaller: none is larger than the one before, and the last is
    /// smaller than the first. `None` with fewer than two.
    pub fn tapering(&self, side: Side) -> Option<bool> {
        let sizes = self.concessions(side);
        let (first, last) = (sizes.first()?, sizes.last()?);
        let smaller = sizes.is_sorted_by(|before, after| after <= before) && last < first;
        (sizes.len() >= 2).then_some(smaller)
    }

    /// Which side has come further since its first offer; `None` until both have made one.
    pub fn moved_more(&self) -> Option<MovedMore> {
        let (us, them) = (self.since_start(Side::Us)?, self.since_start(Side::Them)?);
        Some(match us.towards.cmp(&them.towards) {
            Ordering::Greater => MovedMore::Us,
            Ordering::Less => MovedMore::Them,
            Ordering::Equal => MovedMore::Even,
        })
    }

    /// What the side that wants more asks, less what the other bids: positive while they are apart.
    pub fn gap_now(&self) -> Option<Decimal> {
        self.gap(|side| self.last(side))
    }

    /// The gap at the end of the last meeting.
    pub fn gap_at_last_meeting(&self) -> Option<Decimal> {
        self.gap(|side| self.last_of_earlier_meetings(side))
    }

    /// The gap between the first offers.
    pub fn gap_at_start(&self) -> Option<Decimal> {
        self.gap(|side| self.first(side))
    }

    /// How much better for us our last offer is than `limit`, our target or reservation; negative
    /// when it lies beyond.
    pub fn our_room(&self, limit: Decimal) -> Option<Decimal> {
        self.better.gain(limit, self.last(Side::Us)?.value)
    }

    /// How much better for us their last offer is than `limit`; negative while it falls short.
    pub fn their_offer_over(&self, limit: Decimal) -> Option<Decimal> {
        self.better.gain(limit, self.last(Side::Them)?.value)
    }

    /// What to think about again in our own offers, in order of time.
    pub fn warnings(&self, reservation: Option<Decimal>) -> Vec<Warning> {
        let mut warnings = Vec::new();
        // Our last bid, our last concession and their last bid, as answers came in between.
        let (mut ours, mut theirs): (Option<Bid<'_>>, Option<Bid<'_>>) = (None, None);
        let (mut unanswered, mut conceded) = (false, false);
        for bid in self.bids.iter().copied() {
            if bid.offer.side == Side::Them {
                unanswered = false;
                let gave = theirs.is_none_or(|before| self.concedes(before, bid));
                conceded = conceded && !gave;
                theirs = Some(bid);
                continue;
            }
            let mut warn = |kind| warnings.push(Warning { offer: bid.offer.id, kind });
            if let Some(before) = ours {
                if self.concedes(before, bid) {
                    if unanswered {
                        warn(WarningKind::BidAgainstMyself);
                    }
                    if conceded {
                        warn(WarningKind::TwoConcessionsInARow);
                    }
                    if self.splits(before, theirs, bid) {
                        warn(WarningKind::SplitTheDifference);
                    }
                    conceded = true;
                } else if before.value != bid.value {
                    conceded = false;
                }
            }
            let room = reservation.and_then(|limit| self.better.gain(limit, bid.value));
            match room {
                Some(room) if room < Decimal::ZERO => {
                    warn(WarningKind::BeyondReservation { by: room.abs() });
                }
                Some(room) if self.is_little(bid, room) => {
                    warn(WarningKind::NearReservation { room });
                }
                _ => {}
            }
            ours = Some(bid);
            unanswered = true;
        }
        warnings
    }

    /// Whether a bid of ours lies in the middle between our last one and theirs, give or take a
    /// twentieth of what lay between.
    fn splits(&self, ours: Bid<'_>, theirs: Option<Bid<'_>>, bid: Bid<'_>) -> bool {
        let off = || {
            let theirs = theirs?.value;
            let gap = self.better.gain(theirs, ours.value)?;
            let middle = ours.value.checked_add(theirs)? / Decimal::TWO;
            let off = bid.value.checked_sub(middle)?.abs();
            Some(gap > Decimal::ZERO && off.checked_mul(Decimal::from(20))? <= gap)
        };
        off().unwrap_or(false)
    }

    /// Whether the room down to the walk-away is at most a tenth of the way from our first bid.
    fn is_little(&self, bid: Bid<'_>, room: Decimal) -> bool {
        let part = || {
            let first = self.first(Side::Us)?;
            let given = self.better.gain(bid.value, first.value)?;
            let whole = given.checked_add(room)?;
            Some(given > Decimal::ZERO && room.checked_mul(Decimal::TEN)? <= whole)
        };
        part().unwrap_or(false)
    }

    /// The position of the meeting of an offer; `None`, the lowest, when it is not in the list.
    fn place(&self, offer: &Offer) -> Option<usize> {
        self.meetings.iter().position(|id| *id == offer.meeting)
    }

    fn change(&self, from: Bid<'_>, to: Bid<'_>) -> Option<Move> {
        Move::new(self.wants(to.offer.side), from.value, to.value)
    }

    fn concedes(&self, from: Bid<'_>, to: Bid<'_>) -> bool {
        self.change(from, to).is_some_and(|change| change.kind() == MoveKind::Concession)
    }

    fn gap(&self, bid_of: impl Fn(Side) -> Option<Bid<'a>>) -> Option<Decimal> {
        self.better.gain(bid_of(Side::Them)?.value, bid_of(Side::Us)?.value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const MEETINGS: [MeetingId; 2] = [MeetingId(Uuid::from_u128(1)), MeetingId(Uuid::from_u128(2))];

    /// Offers a minute apart: meeting from 0, side, price.
    fn offers(list: &[(usize, Side, i64)]) -> Vec<Offer> {
        (1_i64..)
            .zip(list)
            .map(|(minute, (meeting, side, price))| Offer {
                id: EntryId(Uuid::from_u128(u128::from(minute.unsigned_abs()))),
                at: Timestamp::from_second(minute * 60).unwrap(),
                meeting: MEETINGS[*meeting],
                side: *side,
                price: Some(Decimal::from(*price)),
                values: Values::new(),
                terms: String::new(),
            })
            .collect()
    }

    fn offers_of_us(prices: &[i64]) -> Vec<Offer> {
        offers(&prices.iter().map(|price| (0, Us, *price)).collect::<Vec<_>>())
    }

    fn kinds(list: &[(usize, Side, i64)], reservation: Option<i64>) -> Vec<(u128, &'static str)> {
        let offers = offers(list);
        let ledger = Ledger::new(&offers, Party::Seller, &MEETINGS, MEETINGS[1]);
        let warnings = ledger.warnings(reservation.map(Decimal::from));
        warnings.into_iter().map(|w| (w.offer.0.as_u128(), w.kind.id())).collect()
    }

    use Side::{Them, Us};

    #[test]
    fn a_seller_in_the_second_meeting_knows_where_we_are() {
        let list = [(0, Us, 120), (0, Them, 80), (0, Us, 112), (1, Them, 90), (1, Us, 108)];
        let mut offers = offers(&list);
        offers.reverse();
        let ledger = Ledger::new(&offers, Party::Seller, &MEETINGS, MEETINGS[1]);
        let towards = |change: Option<Move>| change.map(|change| change.towards);
        let decimal = |value: i64| Some(Decimal::from(value));
        assert_eq!(ledger.first(Us).map(|bid| bid.value), decimal(120));
        assert_eq!(towards(ledger.since_previous(Us)), decimal(4));
        assert_eq!(towards(ledger.since_last_meeting(Us)), decimal(4));
        assert_eq!(towards(ledger.since_start(Us)), decimal(12));
        assert_eq!(towards(ledger.since_last_meeting(Them)), decimal(10));
        assert_eq!(ledger.gap_at_start(), decimal(40));
        assert_eq!(ledger.gap_at_last_meeting(), decimal(32));
        assert_eq!(ledger.gap_now(), decimal(18));
        assert_eq!(ledger.our_room(Decimal::from(110)), decimal(-2));
        assert_eq!(ledger.our_room(Decimal::from(95)), decimal(13));
        assert_eq!(ledger.concessions(Us), [Decimal::from(8), Decimal::from(4)]);
        assert_eq!(ledger.tapering(Us), Some(true));
        assert_eq!(ledger.tapering(Them), None);
        let even = offers_of_us(&[120, 110, 100]);
        let even = Ledger::new(&even, Party::Seller, &MEETINGS, MEETINGS[1]);
        assert_eq!(even.tapering(Us), Some(false), "equal steps do not shrink");
        assert_eq!(ledger.moved_more(), Some(MovedMore::Us));
    }

    #[test]
    fn looking_back_leaves_later_meetings_out() {
        let offers = offers(&[(0, Us, 120), (0, Them, 80), (1, Us, 110)]);
        let ledger = Ledger::new(&offers, Party::Seller, &MEETINGS, MEETINGS[0]);
        assert_eq!(ledger.bids().len(), 2);
        assert_eq!(ledger.since_last_meeting(Us), None);
        assert_eq!(ledger.gap_at_last_meeting(), None);
        assert_eq!(ledger.gap_now(), Some(Decimal::from(40)));
    }

    #[test]
    fn warnings_name_the_offer() {
        assert_eq!(kinds(&[(0, Us, 120), (0, Us, 110)], None), [(2, "bid-against-myself")]);
        assert_eq!(kinds(&[(0, Us, 120), (0, Them, 80), (0, Us, 110)], None), []);
        assert_eq!(kinds(&[(0, Us, 120), (0, Us, 125)], None), []);
        let hold = [(0, Us, 120), (0, Them, 80), (0, Us, 110), (1, Them, 80), (1, Us, 105)];
        assert_eq!(kinds(&hold, None), [(5, "two-concessions-in-a-row")]);
        let traded = [(0, Us, 120), (0, Them, 80), (0, Us, 110), (1, Them, 85), (1, Us, 105)];
        assert_eq!(kinds(&traded, None), []);
        let opened = [(0, Us, 120), (0, Us, 110), (0, Them, 80), (0, Us, 105)];
        assert_eq!(kinds(&opened, None), [(2, "bid-against-myself")]);
        assert_eq!(kinds(&traded, Some(108)), [(5, "beyond-reservation")]);
        assert_eq!(kinds(&traded, Some(104)), [(5, "near-reservation")]);
        let middle = [(0, Us, 120), (0, Them, 80), (0, Us, 100)];
        assert_eq!(kinds(&middle, None), [(3, "split-the-difference")]);
    }

    #[test]
    fn an_offer_without_a_price_is_no_bid() {
        let mut offers = offers(&[(0, Us, 120), (0, Them, 80), (0, Us, 110)]);
        offers[2].price = None;
        let ledger = Ledger::new(&offers, Party::Seller, &MEETINGS, MEETINGS[0]);
        assert_eq!(ledger.bids().len(), 2);
        assert_eq!(ledger.last(Us).map(|bid| bid.value), Some(Decimal::from(120)));
    }

    #[test]
    fn overflow_is_none() {
        let mut offers = offers(&[(0, Us, 0), (0, Them, 0), (0, Us, 0)]);
        offers[0].price = Some(Decimal::MAX);
        offers[2].price = Some(Decimal::MIN);
        let ledger = Ledger::new(&offers, Party::Seller, &MEETINGS, MEETINGS[0]);
        assert_eq!(ledger.since_start(Us), None);
        assert_eq!(ledger.moved_more(), None);
        assert_eq!(ledger.our_room(Decimal::MAX), None);
        assert_eq!(ledger.warnings(Some(Decimal::MAX)).len(), 0);
    }

    proptest! {
        #[test]
        fn both_sides_of_the_table_keep_the_same_books(
            list in proptest::collection::vec((0..2_usize, any::<bool>(), 0..1000_i64), 0..20),
        ) {
            let list: Vec<_> = list.into_iter()
                .map(|(meeting, us, price)| (meeting, if us { Us } else { Them }, price)).collect();
            let mirrored: Vec<_> = list.iter()
                .map(|(meeting, side, price)| (*meeting, if *side == Us { Them } else { Us }, *price)).collect();
            let (seller, buyer) = (offers(&list), offers(&mirrored));
            let seller = Ledger::new(&seller, Party::Seller, &MEETINGS, MEETINGS[1]);
            let buyer = Ledger::new(&buyer, Party::Buyer, &MEETINGS, MEETINGS[1]);
            prop_assert_eq!(seller.gap_now(), buyer.gap_now());
            prop_assert_eq!(seller.concessions(Us), buyer.concessions(Them));
            prop_assert_eq!(seller.since_last_meeting(Them), buyer.since_last_meeting(Us));
            // The gap closes by exactly what both sides gave.
            if let (Some(us), Some(them)) = (seller.since_start(Us), seller.since_start(Them)) {
                let closed = seller.gap_at_start().unwrap() - seller.gap_now().unwrap();
                prop_assert_eq!(closed, us.towards + them.towards);
            }
        }
    }
}
