//! What to think about again in our own offers, over all topics.

use super::{OnTable, Table, as_number};
use crate::domain::ids::EntryId;
use crate::domain::issue::Topic;
use crate::domain::ledger::{Bid, Move, MoveKind, Offer, Side, WarningKind};
use crate::domain::plan::Plan;

/// Something about one of our offers that deserves a second thought.
#[derive(Debug, Clone, PartialEq)]
pub struct Concern {
    /// Our offer that gives rise to it.
    pub offer: EntryId,
    pub caution: Caution,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Caution {
    /// About these topics, in the order of the plan. Those that carry a figure have one topic.
    About(Vec<Topic>, WarningKind),
    /// All our terms together are worth less to me than my best alternative; both 0..=1.
    BelowAlternative { worth: f64, alternative: f64 },
}

impl Table<'_> {
    /// All concerns, the gravest first for each offer.
    pub fn concerns(&self, plan: &Plan) -> Vec<Concern> {
        let mut found: Vec<Concern> = self.below_alternative().collect();
        for on in self.topics.iter().filter(|on| on.directed) {
            let limit = match on.topic {
                Topic::Price => plan.reservation,
                Topic::Issue(_) => {
                    on.issue.mine.reservation.and_then(|value| as_number(&on.issue, value))
                }
            };
            for warning in on.ledger.warnings(limit) {
                if self.was_traded(on, warning.offer, warning.kind) {
                    continue;
                }
                let same = found.iter_mut().find_map(|concern| match &mut concern.caution {
                    Caution::About(topics, kind)
                        if concern.offer == warning.offer && *kind == warning.kind =>
                    {
                        Some(topics)
                    }
                    _ => None,
                });
                match same {
                    Some(topics) if is_without_figure(warning.kind) => topics.push(on.topic),
                    _ => found.push(Concern {
                        offer: warning.offer,
                        caution: Caution::About(vec![on.topic], warning.kind),
                    }),
                }
            }
        }
        found.sort_by_key(|concern| gravity(&concern.caution));
        found
    }

    fn below_alternative(&self) -> impl Iterator<Item = Concern> {
        let ours = self.rows.iter().filter(|row| row.offer.side == Side::Us);
        ours.filter_map(|row| {
            let (worth, alternative) = (row.worth?.me.1, self.alternative?);
            let caution = Caution::BelowAlternative { worth, alternative };
            (worth < alternative).then_some(Concern { offer: row.offer.id, caution })
        })
    }

    /// Whether what looks like giving for nothing on one topic was answered on another.
    fn was_traded(&self, on: &OnTable<'_>, offer: EntryId, kind: WarningKind) -> bool {
        // Since our bid on this topic before the one that gives rise to it.
        let bids: Vec<&Offer> = on.ledger.of(Side::Us).map(|bid| bid.offer).collect();
        let before = match kind {
            WarningKind::BidAgainstMyself => {
                let at = bids.iter().position(|bid| bid.id == offer);
                at.and_then(|at| bids.get(at.checked_sub(1)?)).map(|bid| bid.id)
            }
            WarningKind::TwoConcessionsInARow => {
                let moves = on.ledger.moves(Side::Us);
                let at = moves.iter().position(|(bid, _)| bid.offer.id == offer);
                let gave = |(bid, change): &(Bid<'_>, Option<Move>)| {
                    let conceded =
                        change.is_some_and(|change| change.kind() == MoveKind::Concession);
                    conceded.then_some(bid.offer.id)
                };
                at.and_then(|at| moves.get(..at)?.iter().rev().find_map(gave))
            }
            _ => return false,
        };
        let place = |id: EntryId| self.rows.iter().position(|row| row.offer.id == id);
        let Some((from, to)) = before.and_then(place).zip(place(offer)) else { return false };
        let between = self.rows.get(from..to).unwrap_or_default();
        let mut answers = between.iter().map(|row| row.offer).filter(|one| one.side == Side::Them);
        match kind {
            WarningKind::BidAgainstMyself => answers.next().is_some(),
            _ => answers.any(|answer| self.concedes(answer.id)),
        }
    }

    /// Whether an offer gives way on some topic.
    fn concedes(&self, offer: EntryId) -> bool {
        self.topics.iter().filter(|on| on.directed).any(|on| {
            on.ledger.moves(Side::Them).iter().any(|(bid, change)| {
                bid.offer.id == offer
                    && change.is_some_and(|change| change.kind() == MoveKind::Concession)
            })
        })
    }
}

fn is_without_figure(kind: WarningKind) -> bool {
    !matches!(kind, WarningKind::NearReservation { .. } | WarningKind::BeyondReservation { .. })
}

fn gravity(caution: &Caution) -> u8 {
    match caution {
        Caution::About(_, WarningKind::BeyondReservation { .. }) => 0,
        Caution::BelowAlternative { .. } => 1,
        Caution::About(_, WarningKind::BidAgainstMyself) => 2,
        Caution::About(_, WarningKind::TwoConcessionsInARow) => 3,
        Caution::About(_, WarningKind::NearReservation { .. }) => 4,
        Caution::About(_, WarningKind::SplitTheDifference) => 5,
    }
}
