//! The price in figures, where nothing else is negotiated.

use rust_decimal::Decimal;

use crate::brief::document::Figure;
use crate::brief::draft::Draft;
use crate::domain::ledger::{Ledger, Move, MoveKind, Side};

pub(super) struct View<'a> {
    pub draft: &'a Draft<'a>,
    pub ledger: &'a Ledger<'a>,
}

impl View<'_> {
    pub(super) fn figures(&self, target: Option<Decimal>) -> Vec<Figure> {
        let messages = self.draft.messages;
        let mut figures = Vec::new();
        for (side, label) in [(Side::Us, "brief-our-offer"), (Side::Them, "brief-their-offer")] {
            let last = self.ledger.last(side);
            figures.push(Figure {
                label: messages.text(label).to_owned(),
                value: last.map_or_else(
                    || messages.text("brief-no-offer").to_owned(),
                    |bid| self.draft.money(bid.value),
                ),
                detail: self.changes(side),
            });
        }
        if let Some(gap) = self.ledger.gap_now() {
            figures.push(self.gap(gap));
        }
        if let Some(target) = target {
            figures.push(Figure {
                label: messages.text("brief-target").to_owned(),
                value: self.draft.money(target),
                detail: self.distance(target),
            });
        }
        figures
    }

    /// How a side has moved since its last offer and since the last meeting.
    fn changes(&self, side: Side) -> String {
        let messages = self.draft.messages;
        let previous = self.ledger.since_previous(side);
        let meeting = since_meeting(self.ledger, side);
        let since_meeting = if self.draft.worked.in_focus {
            "brief-since-meeting"
        } else {
            "brief-since-before-last"
        };
        let mut parts = Vec::new();
        match (previous, meeting) {
            // One move and one meeting: saying it once is enough.
            (Some(step), Some(whole)) if step == whole => {
                parts.push(self.change(whole, since_meeting));
            }
            (step, whole) => {
                parts.extend(step.map(|step| self.change(step, "brief-since-offer")));
                parts.extend(whole.map(|whole| self.change(whole, since_meeting)));
            }
        }
        if parts.is_empty() && self.ledger.last(side).is_some() {
            parts.push(messages.text("brief-first-offer").to_owned());
        }
        parts.join(" · ")
    }

    fn change(&self, change: Move, since: &str) -> String {
        let id = match change.kind() {
            MoveKind::Concession => "brief-move-concession",
            MoveKind::Hold => "brief-move-hold",
            MoveKind::Retreat => "brief-move-retreat",
        };
        let messages = self.draft.messages;
        let amount = self.draft.money(change.size());
        let since = messages.text(since);
        messages.with(id, &[("amount", amount.into()), ("since", since.into())])
    }

    fn gap(&self, gap: Decimal) -> Figure {
        let messages = self.draft.messages;
        if gap <= Decimal::ZERO {
            return Figure {
                label: messages.text("brief-gap").to_owned(),
                value: self.draft.money(Decimal::ZERO),
                detail: messages.text("brief-gap-closed").to_owned(),
            };
        }
        // Seen from the last meeting, the one before it is not "the last" to the reader.
        let earlier = if self.draft.worked.in_focus {
            "brief-gap-last-meeting"
        } else {
            "brief-gap-before-last"
        };
        let before = self.ledger.gap_at_last_meeting().map(|gap| (gap, earlier));
        let start = self.ledger.gap_at_start().map(|gap| (gap, "brief-gap-start"));
        let detail = before
            .into_iter()
            .chain(start)
            .find(|(then, _)| *then != gap)
            .map(|(then, id)| messages.with(id, &[("amount", self.draft.money(then).into())]));
        Figure {
            label: messages.text("brief-gap").to_owned(),
            value: self.draft.money(gap),
            detail: detail.unwrap_or_default(),
        }
    }

    /// How far each side's last offer is from the target.
    fn distance(&self, target: Decimal) -> String {
        let messages = self.draft.messages;
        let ours = self.ledger.our_room(target).map(|room| (room, "brief-ours"));
        let theirs = self.ledger.their_offer_over(target).map(|over| (over, "brief-theirs"));
        let parts: Vec<String> = ours
            .into_iter()
            .chain(theirs)
            .map(|(over, who)| {
                let id = if over >= Decimal::ZERO { "above" } else { "short" };
                messages.with(
                    &format!("{who}-{id}"),
                    &[("amount", self.draft.money(over.abs()).into())],
                )
            })
            .collect();
        parts.join(" · ")
    }
}

/// How a side has moved in the meeting from which we look; `None` if it has not spoken there.
pub(super) fn since_meeting(ledger: &Ledger<'_>, side: Side) -> Option<Move> {
    let earlier = ledger.last_of_earlier_meetings(side);
    let new_here = earlier.map(|bid| bid.offer.id) != ledger.last(side).map(|bid| bid.offer.id);
    ledger.since_last_meeting(side).filter(|_| new_here)
}
