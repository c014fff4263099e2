//! Compared with last time, where are we now? For the negotiation with the latest offer.

use egui::{Layout, Rect, Ui, Vec2};
use rust_decimal::Decimal;

use crate::app::route::{NegotiationTab, Route};
use crate::domain::ids::MeetingId;
use crate::domain::issue::{IssueKind, Topic};
use crate::domain::ledger::{Bid, Ledger, MoveKind, Side};
use crate::domain::session::Session;
use crate::domain::table::Table;
use crate::ui::charts::offers::{Legend, OffersChart, Steps};
use crate::ui::context::Cx;
use crate::ui::pages::negotiations::session_title;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{self, Card};
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::text;

/// A card narrower than this shows the figures without the chart.
const ROOM_FOR_CHART: f32 = 520.0;
const FIGURES_WIDTH: f32 = 240.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect) {
    let latest = cx.work.latest_offer();
    let tokens = cx.tokens;
    let Some(id) = latest else {
        Card::new(cx.t("today-position")).show(ui, tokens, rect, |ui| {
            ui.label(text::value(cx.t("today-position-empty"), tokens));
            ui.add(egui::Label::new(text::body(cx.t("today-position-empty-help"), tokens)).wrap());
        });
        return;
    };
    // While the record is loaded the card is empty for a moment.
    let record = cx.work.session(id);
    let last = record.and_then(|session| session.offers.iter().max_by_key(|offer| offer.at));
    let (Some(session), Some(offer)) = (record, last) else {
        Card::new(cx.t("today-position")).show(ui, tokens, rect, |_| {});
        return;
    };
    let order = session.meeting_ids();
    let ledger = Ledger::new(&session.offers, session.my_party, &order, offer.meeting);
    let others = others(cx, &Table::of(session, &order, offer.meeting));
    let phase =
        session.meeting(offer.meeting).map(|meeting| cx.messages.word("phase", meeting.phase.id()));
    let unit = session.plan.price_unit.trim();
    let caption = if unit.is_empty() {
        session_title(cx, &session.title, &session.counterparts)
    } else {
        format!("{} · {unit}", session_title(cx, &session.title, &session.counterparts))
    };
    let open = cx.t("today-open-negotiation");
    let mut clicked = false;
    Card::new(cx.t("today-position")).caption(caption).fixed().show_with_actions(
        ui,
        tokens,
        rect,
        |ui| {
            clicked = ActionButton::secondary(open)
                .icon("arrow-right")
                .small()
                .show(ui, tokens)
                .clicked();
            if let Some(phase) = phase {
                chip(ui, tokens, Tone::Accent, phase);
            }
        },
        |ui| {
            ui.add_space(4.0);
            let room = ui.available_size();
            if room.x < ROOM_FOR_CHART {
                figures(ui, cx, session, &ledger, &others);
                return;
            }
            ui.horizontal_top(|ui| {
                let width = room.x - FIGURES_WIDTH - 24.0;
                ui.allocate_ui_with_layout(
                    Vec2::new(width, room.y),
                    Layout::top_down(egui::Align::Min),
                    |ui| chart(ui, cx, session, &ledger, Vec2::new(width, room.y - 28.0)),
                );
                ui.add_space(16.0);
                ui.vertical(|ui| {
                    ui.set_width(FIGURES_WIDTH);
                    figures(ui, cx, session, &ledger, &others);
                });
            });
        },
    );
    if clicked {
        cx.go(Route::Negotiation { session: session.id, tab: tab_of(session, offer.meeting) });
    }
}

/// The table while the meeting lasts; the plan of the next one when it has ended.
fn tab_of(session: &Session, meeting: MeetingId) -> NegotiationTab {
    match session.meeting(meeting) {
        Some(meeting) if meeting.ended.is_some() => NegotiationTab::Plan,
        _ => NegotiationTab::Meeting,
    }
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, session: &Session, ledger: &Ledger<'_>, size: Vec2) {
    let bids = ledger.bids();
    let steps = |side: Side| -> Steps {
        let numbered = bids.iter().enumerate().filter(|(_, bid)| bid.offer.side == side);
        numbered.map(|(round, bid)| (round, bid.value)).collect()
    };
    let money = |bid: Option<Bid<'_>>| {
        bid.map_or_else(
            || cx.t("today-not-named").to_owned(),
            |bid| cx.messages.money(bid.value, &session.currency),
        )
    };
    let gap = ledger
        .gap_now()
        .map_or_else(|| "–".to_owned(), |gap| cx.messages.money(gap, &session.currency));
    let summary = cx.tr(
        "today-chart",
        &[
            ("ours", money(ledger.last(Side::Us)).into()),
            ("theirs", money(ledger.last(Side::Them)).into()),
            ("gap", gap.into()),
        ],
    );
    let zone = session.plan.target.zip(session.plan.reservation);
    let (ours, theirs) = (steps(Side::Us), steps(Side::Them));
    let empty = Steps::new();
    let chart = OffersChart {
        ours: &ours,
        theirs: &theirs,
        rounds: bids.len(),
        last_ours: &empty,
        last_theirs: &empty,
        last_rounds: 0,
        zone,
        sure: zone,
        projected: None,
        label: &|number| cx.messages.number(number),
        summary,
    };
    chart.show(ui, cx.tokens, size);
    let legend = Legend {
        ours: cx.t("today-legend-us"),
        theirs: cx.t("today-legend-them"),
        last: None,
        zone: zone.map(|_| cx.t("today-legend-zone")),
        projected: None,
    };
    legend.show(ui, cx.tokens);
}

/// "Payment 15 days; Term settled": how far apart the issues besides the price are.
fn others(cx: &Cx<'_>, table: &Table<'_>) -> String {
    let words = table.topics.iter().filter(|on| on.topic != Topic::Price).filter_map(|on| {
        let name = cx.messages.topic_name(on.topic, &on.issue);
        if let Some(value) = table.settled(on.topic) {
            let value = cx.messages.term(&on.issue, value);
            return Some(
                cx.tr("today-issue-settled", &[("topic", name.into()), ("value", value.into())]),
            );
        }
        let gap = on.ledger.gap_now().filter(|gap| *gap > Decimal::ZERO)?;
        if on.issue.kind == IssueKind::Choice {
            return Some(cx.tr("today-issue-open", &[("topic", name.into())]));
        }
        let amount = cx.messages.difference(&on.issue, gap);
        Some(cx.tr("today-issue-apart", &[("topic", name.into()), ("amount", amount.into())]))
    });
    words.collect::<Vec<_>>().join(cx.t("table-comma"))
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, session: &Session, ledger: &Ledger<'_>, others: &str) {
    let money = |amount: Decimal| cx.messages.money(amount, &session.currency);
    let mut figures: Vec<(&str, String, String)> = Vec::new();
    if let Some(gap) = ledger.gap_now() {
        figures.push((
            "today-gap",
            gap_value(cx, gap, &money),
            gap_change(cx, ledger, gap, &money),
        ));
    }
    for (side, key) in [(Side::Us, "today-our-offer"), (Side::Them, "today-their-offer")] {
        let (value, change) = match ledger.last(side) {
            Some(bid) => (money(bid.value), change(cx, ledger, side, &money)),
            None => (cx.t("today-not-named").to_owned(), String::new()),
        };
        figures.push((key, value, change));
    }
    if let Some(over) = session.plan.reservation.and_then(|limit| ledger.their_offer_over(limit)) {
        let key = if over >= Decimal::ZERO { "today-room-over" } else { "today-room-short" };
        let line = cx.tr(key, &[("amount", money(over.abs()).into())]);
        figures.push(("today-room", String::new(), line));
    }
    if !others.is_empty() {
        figures.push(("today-issues", String::new(), others.to_owned()));
    }
    for (index, (key, value, change)) in figures.into_iter().enumerate() {
        ui.spacing_mut().item_spacing.y = 4.0;
        if index > 0 {
            ui.add_space(6.0);
            card::rule(ui, cx.tokens);
            ui.add_space(4.0);
        }
        ui.label(text::caption(cx.t(key), cx.tokens));
        if !value.is_empty() {
            let value = text::title(value, cx.tokens);
            let closed = ledger.gap_now().is_some_and(|gap| gap <= Decimal::ZERO);
            let colour = if closed { cx.tokens.ok } else { cx.tokens.warn };
            text::one_line(ui, if key == "today-gap" { value.color(colour) } else { value });
        }
        if !change.is_empty() {
            ui.add(egui::Label::new(text::body(change, cx.tokens)).wrap());
        }
    }
}

fn gap_value(cx: &Cx<'_>, gap: Decimal, money: &impl Fn(Decimal) -> String) -> String {
    if gap <= Decimal::ZERO { cx.t("today-gap-closed").to_owned() } else { money(gap) }
}

fn gap_change(
    cx: &Cx<'_>,
    ledger: &Ledger<'_>,
    gap: Decimal,
    money: &impl Fn(Decimal) -> String,
) -> String {
    match (ledger.gap_at_last_meeting(), ledger.gap_at_start()) {
        (Some(before), _) if before == gap => cx.t("today-gap-same").to_owned(),
        (Some(before), _) => cx.tr("today-gap-was", &[("amount", money(before).into())]),
        (None, Some(start)) if start != gap => {
            cx.tr("today-gap-start", &[("amount", money(start).into())])
        }
        _ => String::new(),
    }
}

fn change(
    cx: &Cx<'_>,
    ledger: &Ledger<'_>,
    side: Side,
    money: &impl Fn(Decimal) -> String,
) -> String {
    let Some(change) = ledger.since_last_meeting(side) else {
        return cx.t("today-first-meeting").to_owned();
    };
    let amount = [("amount", money(change.size()).into())];
    match change.kind() {
        MoveKind::Concession => cx.tr("today-moved-closer", &amount),
        MoveKind::Retreat => cx.tr("today-moved-away", &amount),
        MoveKind::Hold => cx.t("today-moved-hold").to_owned(),
    }
}
