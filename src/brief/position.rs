//! Compared with last time, where are we now?

use rust_decimal::Decimal;

use super::compose::BriefInput;
use super::document::{Area, Block, Figure, Section};
use super::text::line;
use crate::domain::ids::MeetingId;
use crate::domain::ledger::{Ledger, Move, MoveKind, MovedMore, Side};

pub(super) fn section(input: &BriefInput<'_>) -> Section {
    let session = input.session;
    let order: Vec<MeetingId> = session.meetings.iter().map(|meeting| meeting.id).collect();
    let focus = input.meeting().map(|meeting| meeting.id);
    // Before the first offer of a meeting the news is what happened in the meeting before.
    let seen_from = order
        .iter()
        .copied()
        .take(focus.map_or(0, |id| session.meeting_number(id)))
        .rfind(|id| session.offers.iter().any(|offer| offer.meeting == *id))
        .or_else(|| session.offers.last().map(|offer| focus.unwrap_or(offer.meeting)));
    let mut blocks = Vec::new();
    if let Some(current) = seen_from {
        let ledger = Ledger::new(&session.offers, session.my_party, &order, current);
        let view = View { input, ledger, in_focus: Some(current) == focus };
        blocks.push(Block::Figures(view.figures()));
        blocks.extend(view.moved_more());
        blocks.extend(view.terms());
    } else {
        blocks.push(input.note("brief-offers-missing"));
        if let Some(target) = input.shown_target() {
            blocks.push(Block::Figures(vec![Figure {
                label: input.messages.text("brief-target").to_owned(),
                value: input.money(target),
                detail: String::new(),
            }]));
        }
    }
    if session.plan.target.is_none() {
        blocks.push(input.note("brief-target-missing"));
    }
    let mut section = input.section("brief-position", Area::Lead, blocks);
    let unit = line(&session.plan.price_unit);
    if !unit.is_empty() {
        section.heading = format!("{} · {unit}", section.heading);
    }
    section
}

struct View<'a> {
    input: &'a BriefInput<'a>,
    ledger: Ledger<'a>,
    /// Whether the meeting that the brief is for has offers of its own.
    in_focus: bool,
}

impl View<'_> {
    fn figures(&self) -> Vec<Figure> {
        let messages = self.input.messages;
        let mut figures = Vec::new();
        for (side, label) in [(Side::Us, "brief-our-offer"), (Side::Them, "brief-their-offer")] {
            let last = self.ledger.last(side);
            figures.push(Figure {
                label: messages.text(label).to_owned(),
                value: last.map_or_else(
                    || messages.text("brief-no-offer").to_owned(),
                    |bid| self.input.money(bid.value),
                ),
                detail: self.changes(side),
            });
        }
        if let Some(gap) = self.ledger.gap_now() {
            figures.push(self.gap(gap));
        }
        if let Some(target) = self.input.shown_target() {
            figures.push(Figure {
                label: messages.text("brief-target").to_owned(),
                value: self.input.money(target),
                detail: self.distance(target),
            });
        }
        figures
    }

    /// How a side has moved since its last offer and since the last meeting.
    fn changes(&self, side: Side) -> String {
        let messages = self.input.messages;
        let previous = self.ledger.since_previous(side);
        let earlier = self.ledger.last_of_earlier_meetings(side);
        let new_here =
            earlier.map(|bid| bid.offer.id) != self.ledger.last(side).map(|bid| bid.offer.id);
        let meeting = self.ledger.since_last_meeting(side).filter(|_| new_here);
        let since_meeting =
            if self.in_focus { "brief-since-meeting" } else { "brief-since-before-last" };
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
        let messages = self.input.messages;
        messages.with(
            id,
            &[
                ("amount", self.input.money(change.size()).into()),
                ("since", messages.text(since).into()),
            ],
        )
    }

    fn gap(&self, gap: Decimal) -> Figure {
        let messages = self.input.messages;
        if gap <= Decimal::ZERO {
            return Figure {
                label: messages.text("brief-gap").to_owned(),
                value: self.input.money(Decimal::ZERO),
                detail: messages.text("brief-gap-closed").to_owned(),
            };
        }
        // Seen from the last meeting, the one before it is not "the last" to the reader.
        let earlier =
            if self.in_focus { "brief-gap-last-meeting" } else { "brief-gap-before-last" };
        let before = self.ledger.gap_at_last_meeting().map(|gap| (gap, earlier));
        let start = self.ledger.gap_at_start().map(|gap| (gap, "brief-gap-start"));
        let detail = before
            .into_iter()
            .chain(start)
            .find(|(then, _)| *then != gap)
            .map(|(then, id)| messages.with(id, &[("amount", self.input.money(then).into())]));
        Figure {
            label: messages.text("brief-gap").to_owned(),
            value: self.input.money(gap),
            detail: detail.unwrap_or_default(),
        }
    }

    /// How far each side's last offer is from the target.
    fn distance(&self, target: Decimal) -> String {
        let messages = self.input.messages;
        let ours = self.ledger.our_room(target).map(|room| (room, "brief-ours"));
        let theirs = self.ledger.their_offer_over(target).map(|over| (over, "brief-theirs"));
        let parts: Vec<String> = ours
            .into_iter()
            .chain(theirs)
            .map(|(over, who)| {
                let id = if over >= Decimal::ZERO { "above" } else { "short" };
                messages.with(
                    &format!("{who}-{id}"),
                    &[("amount", self.input.money(over.abs()).into())],
                )
            })
            .collect();
        parts.join(" · ")
    }

    fn moved_more(&self) -> Option<Block> {
        let id = match self.ledger.moved_more()? {
            MovedMore::Us => "brief-moved-us",
            MovedMore::Them => "brief-moved-them",
            MovedMore::Even => return None,
        };
        let size = |side| {
            let total = self.ledger.since_start(side).map(|total| total.towards);
            self.input.money(total.unwrap_or_default())
        };
        Some(Block::Note(
            self.input
                .messages
                .with(id, &[("ours", size(Side::Us).into()), ("theirs", size(Side::Them).into())]),
        ))
    }

    /// The other terms of the last offers.
    fn terms(&self) -> Option<Block> {
        let facts: Vec<_> = [(Side::Us, "brief-our-terms"), (Side::Them, "brief-their-terms")]
            .into_iter()
            .filter_map(|(side, label)| {
                let terms = line(&self.ledger.last(side)?.offer.terms);
                (!terms.is_empty()).then(|| self.input.fact(label, terms))
            })
            .collect();
        (!facts.is_empty()).then_some(Block::Facts(facts))
    }
}
