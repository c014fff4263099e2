//! The offer ledger: "compared with last time, where are we now?" (coaching models, section 5).

use std::cmp::Ordering;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::{EntryId, MeetingId};
use super::outcome::Party;

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

/// A price that one side put on the table, with the other terms in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub id: EntryId,
    pub at: Timestamp,
    pub meeting: MeetingId,
    pub side: Side,
    /// In the currency of the session.
    pub price: Decimal,
    #[serde(default)]
    pub terms: String,
}

/// A change of one side's price from an earlier offer to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    pub from: Decimal,
    pub to: Decimal,
    /// How far the side came towards the other: positive is a concession, negative a retreat, 0 a
    /// hold. For a seller it is `from - to`, for a buyer `to - from`.
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
    fn new(party: Party, from: Decimal, to: Decimal) -> Option<Self> {
        let towards = match party {
            Party::Seller => from.checked_sub(to),
            Party::Buyer => to.checked_sub(from),
        }?;
        Some(Self { from, to, towards })
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
    /// The offer is worse for us than the walk-away price, by this much.
    BeyondReservation { by: Decimal },
}

impl WarningKind {
    /// Stable id, used in message keys.
    pub fn id(self) -> &'static str {
        match self {
            Self::BidAgainstMyself => "bid-against-myself",
            Self::TwoConcessionsInARow => "two-concessions-in-a-row",
            Self::BeyondReservation { .. } => "beyond-reservation",
        }
    }
}

/// The offers of a session as seen from one of its meetings (section 5).
///
/// Differences are exact; one that does not fit a decimal is `None`, like one that lacks an offer.
#[derive(Debug, Clone)]
pub struct Ledger<'a> {
    /// In order of time, up to and including the meeting.
    offers: Vec<&'a Offer>,
    my_party: Party,
    meetings: &'a [MeetingId],
    /// The position of the meeting from which we look.
    current: usize,
}

impl<'a> Ledger<'a> {
    /// `meetings` gives the order of the meetings. Offers of meetings after `current` are left out;
    /// an offer whose meeting is not in the list counts as made before the first one. A `current`
    /// that is not in the list stands after the last.
    pub fn new(
        offers: &'a [Offer],
        my_party: Party,
        meetings: &'a [MeetingId],
        current: MeetingId,
    ) -> Self {
        let current = meetings.iter().position(|id| *id == current).unwrap_or(meetings.len());
        let mut ledger = Self { offers: Vec::new(), my_party, meetings, current };
        ledger.offers =
            offers.iter().filter(|offer| ledger.place(offer) <= Some(current)).collect();
        // A stable sort keeps the order of entry for offers of the same moment.
        ledger.offers.sort_by_key(|offer| offer.at);
        ledger
    }

    /// All offers in order of time.
    pub fn offers(&self) -> &[&'a Offer] {
        &self.offers
    }

    /// The offers of one side in order of time.
    pub fn of(&self, side: Side) -> impl DoubleEndedIterator<Item = &'a Offer> {
        self.offers.iter().copied().filter(move |offer| offer.side == side)
    }

    /// The part that a side plays in the deal.
    pub fn party(&self, side: Side) -> Party {
        match (side, self.my_party) {
            (Side::Us, party) => party,
            (Side::Them, Party::Seller) => Party::Buyer,
            (Side::Them, Party::Buyer) => Party::Seller,
        }
    }

    pub fn first(&self, side: Side) -> Option<&'a Offer> {
        self.of(side).next()
    }

    pub fn last(&self, side: Side) -> Option<&'a Offer> {
        self.of(side).next_back()
    }

    /// A side's last offer of an earlier meeting: where it stood at the end of the last one.
    pub fn last_of_earlier_meetings(&self, side: Side) -> Option<&'a Offer> {
        self.of(side).rfind(|offer| self.place(offer) < Some(self.current))
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

    /// How each offer of a side differs from the one before it; `None` beside the first.
    pub fn moves(&self, side: Side) -> Vec<(&'a Offer, Option<Move>)> {
        let mut before = None;
        self.of(side)
            .map(|offer| {
                let change = before.replace(offer).and_then(|before| self.change(before, offer));
                (offer, change)
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

    /// Whether each concession is no larger than the one before; `None` with fewer than two.
    pub fn tapering(&self, side: Side) -> Option<bool> {
        let sizes = self.concessions(side);
        (sizes.len() >= 2).then(|| sizes.is_sorted_by(|before, after| after <= before))
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

    /// The seller's price less the buyer's: positive while the sides are apart.
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
        self.better_than(self.last(Side::Us)?.price, limit)
    }

    /// How much better for us their last offer is than `limit`; negative while it falls short.
    pub fn their_offer_over(&self, limit: Decimal) -> Option<Decimal> {
        self.better_than(self.last(Side::Them)?.price, limit)
    }

    /// Whether their last offer is at least as good as our walk-away price.
    pub fn deal_possible(&self, reservation: Decimal) -> Option<bool> {
        self.their_offer_over(reservation).map(|over| over >= Decimal::ZERO)
    }

    /// What to think about again in our own offers, in order of time.
    pub fn warnings(&self, reservation: Option<Decimal>) -> Vec<Warning> {
        let mut warnings = Vec::new();
        // Our last offer, our last concession and their last offer, as answers came in between.
        let (mut ours, mut theirs): (Option<&Offer>, Option<&Offer>) = (None, None);
        let (mut unanswered, mut conceded) = (false, false);
        for offer in &self.offers {
            if offer.side == Side::Them {
                unanswered = false;
                let gave = theirs.is_none_or(|before| self.concedes(before, offer));
                conceded = conceded && !gave;
                theirs = Some(offer);
                continue;
            }
            let mut warn = |kind| warnings.push(Warning { offer: offer.id, kind });
            if let Some(before) = ours {
                if self.concedes(before, offer) {
                    if unanswered {
                        warn(WarningKind::BidAgainstMyself);
                    }
                    if conceded {
                        warn(WarningKind::TwoConcessionsInARow);
                    }
                    conceded = true;
                } else if before.price != offer.price {
                    conceded = false;
                }
            }
            let room = reservation.and_then(|limit| self.better_than(offer.price, limit));
            if let Some(room) = room.filter(|room| *room < Decimal::ZERO) {
                warn(WarningKind::BeyondReservation { by: room.abs() });
            }
            ours = Some(offer);
            unanswered = true;
        }
        warnings
    }

    /// The position of the meeting of an offer; `None`, the lowest, when it is not in the list.
    fn place(&self, offer: &Offer) -> Option<usize> {
        self.meetings.iter().position(|id| *id == offer.meeting)
    }

    fn change(&self, from: &Offer, to: &Offer) -> Option<Move> {
        Move::new(self.party(to.side), from.price, to.price)
    }

    fn concedes(&self, from: &Offer, to: &Offer) -> bool {
        match self.party(to.side) {
            Party::Seller => to.price < from.price,
            Party::Buyer => to.price > from.price,
        }
    }

    fn better_than(&self, price: Decimal, limit: Decimal) -> Option<Decimal> {
        match self.my_party {
            Party::Seller => price.checked_sub(limit),
            Party::Buyer => limit.checked_sub(price),
        }
    }

    fn gap(&self, offer_of: impl Fn(Side) -> Option<&'a Offer>) -> Option<Decimal> {
        let (us, them) = (offer_of(Side::Us)?.price, offer_of(Side::Them)?.price);
        match self.my_party {
            Party::Seller => us.checked_sub(them),
            Party::Buyer => them.checked_sub(us),
        }
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
                price: Decimal::from(*price),
                terms: String::new(),
            })
            .collect()
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
        assert_eq!(ledger.first(Us).map(|offer| offer.price), decimal(120));
        assert_eq!(towards(ledger.since_previous(Us)), decimal(4));
        assert_eq!(towards(ledger.since_last_meeting(Us)), decimal(4));
        assert_eq!(towards(ledger.since_start(Us)), decimal(12));
        assert_eq!(towards(ledger.since_last_meeting(Them)), decimal(10));
        assert_eq!(ledger.gap_at_start(), decimal(40));
        assert_eq!(ledger.gap_at_last_meeting(), decimal(32));
        assert_eq!(ledger.gap_now(), decimal(18));
        assert_eq!(ledger.our_room(Decimal::from(110)), decimal(-2));
        assert_eq!(ledger.our_room(Decimal::from(95)), decimal(13));
        assert_eq!(ledger.deal_possible(Decimal::from(95)), Some(false));
        assert_eq!(ledger.deal_possible(Decimal::from(90)), Some(true));
        assert_eq!(ledger.concessions(Us), [Decimal::from(8), Decimal::from(4)]);
        assert_eq!(ledger.tapering(Us), Some(true));
        assert_eq!(ledger.tapering(Them), None);
        assert_eq!(ledger.moved_more(), Some(MovedMore::Us));
    }

    #[test]
    fn looking_back_leaves_later_meetings_out() {
        let offers = offers(&[(0, Us, 120), (0, Them, 80), (1, Us, 110)]);
        let ledger = Ledger::new(&offers, Party::Seller, &MEETINGS, MEETINGS[0]);
        assert_eq!(ledger.offers().len(), 2);
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
    }

    #[test]
    fn overflow_is_none() {
        let mut offers = offers(&[(0, Us, 0), (0, Them, 0), (0, Us, 0)]);
        offers[0].price = Decimal::MAX;
        offers[2].price = Decimal::MIN;
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
