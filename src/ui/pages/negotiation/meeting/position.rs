//! "Where are we now?": the figures of both sides, and the picture of them.

use egui::{Align, Color32, Rect, Sense, Stroke, Ui, Vec2};
use rust_decimal::Decimal;

use super::ledger::side_colour;
use super::{Scene, statement};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::ids::MeetingId;
use crate::domain::ledger::{Move, MovedMore, Side};
use crate::i18n::Arg;
use crate::ui::charts::offers::{Legend, OffersChart, Steps};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 21.0;
const GAP: f32 = 8.0;
const SIZES: usize = 3;
const LEGEND: f32 = 20.0;
const TRACKS: [Track; 7] = [
    Track::Fixed(46.0),
    Track::Share(0.9),
    Track::Share(1.2),
    Track::Share(1.2),
    Track::Share(1.2),
    Track::Share(0.95),
    Track::Share(0.95),
];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let mut caption = cx.messages.word("currency", &scene.session.currency).to_owned();
    let unit = scene.session.plan.price_unit.trim();
    if !unit.is_empty() {
        caption = format!("{caption} · {unit}");
    }
    Card::new(cx.t("position-title")).caption(caption).fixed().show(ui, tokens, place, |ui| {
        let room = ui.available_rect_before_wrap();
        ui.spacing_mut().item_spacing.y = 0.0;
        figures(ui, cx, scene);
        ui.add_space(6.0);
        facts(ui, cx, scene);
        if scene.session.plan.target.is_none() || scene.session.plan.reservation.is_none() {
            limits_missing(ui, cx, scene);
        }
        let used = ui.cursor().top() - room.top();
        let bottom = place.bottom() - size::CARD_PADDING;
        let height = (bottom - room.top() - used - LEGEND).max(60.0);
        chart(ui, cx, scene, Vec2::new(room.width(), height));
    });
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let heads = [
        "",
        cx.t("position-now"),
        cx.t("position-since-offer"),
        cx.t("position-since-meeting"),
        cx.t("position-since-start"),
        cx.t("position-to-target"),
        cx.t("position-to-walk-away"),
    ];
    line(ui, cx, "head", &heads.map(|head| (head.to_owned(), cx.tokens.text_3)), false);
    let ledger = &scene.ledger;
    let none = || "–".to_owned();
    // Without a price of this meeting there is nothing to compare with the last one.
    let new_here = |side| ledger.last(side).is_some_and(|bid| bid.offer.meeting == scene.meeting.id);
    for side in Side::BOTH {
        let price = ledger.last(side).map(|bid| cx.messages.number(bid.value));
        let change = |change: Option<Move>| change.map_or_else(none, |change| towards(cx, change));
        let limit = |limit: Option<Decimal>| {
            let distance = limit.and_then(|limit| match side {
                Side::Us => ledger.our_room(limit),
                Side::Them => ledger.their_offer_over(limit),
            });
            distance.map_or_else(none, |distance| signed(cx, distance))
        };
        let colour = side_colour(cx.tokens, side);
        let quiet = cx.tokens.text_2;
        let cells = [
            (cx.messages.word("side", side.id()).to_owned(), colour),
            (price.unwrap_or_else(none), colour),
            (change(ledger.since_previous(side)), quiet),
            (change(ledger.since_last_meeting(side).filter(|_| new_here(side))), quiet),
            (change(ledger.since_start(side)), quiet),
            (limit(scene.session.plan.target), quiet),
            (limit(scene.session.plan.reservation), quiet),
        ];
        line(ui, cx, side.id(), &cells, true);
    }
    let gap = |gap: Option<Decimal>| gap.map_or_else(String::new, |gap| cx.messages.number(gap));
    let was = |before: Option<Decimal>| {
        before.map_or_else(String::new, |before| {
            cx.tr("position-was", &[("amount", cx.messages.number(before).into())])
        })
    };
    let (strong, quiet) = (cx.tokens.text, cx.tokens.text_2);
    let cells = [
        (cx.t("position-gap").to_owned(), strong),
        (ledger.gap_now().map_or_else(none, |now| gap(Some(now))), strong),
        (String::new(), quiet),
        (was(ledger.gap_at_last_meeting().filter(|_| Side::BOTH.into_iter().any(new_here))), quiet),
        (was(ledger.gap_at_start()), quiet),
        (String::new(), quiet),
        (String::new(), quiet),
    ];
    line(ui, cx, "gap", &cells, true);
}

fn line(ui: &mut Ui, cx: &Cx<'_>, salt: &str, cells: &[(String, Color32); 7], ruled: bool) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    if ruled {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.border));
    }
    for (place, (index, (label, colour))) in
        split(rect, GAP, &TRACKS).into_iter().zip((0_u8..).zip(cells))
    {
        let align = if index == 0 { Align::Min } else { Align::Max };
        cell(ui, (salt, index), place, align, |ui| {
            let style = match (ruled, index) {
                (false, _) => text::caption(label, tokens),
                (true, 0 | 1) => text::strong(label, tokens),
                (true, _) => text::body(label, tokens),
            };
            text::one_line(ui, style.color(*colour));
        });
    }
}

/// "40 closer", "20 back", "no change".
fn towards(cx: &Cx<'_>, change: Move) -> String {
    let kind = change.kind();
    let amount = cx.messages.number(change.size());
    cx.tr(&format!("position-{}", kind.id()), &[("amount", Arg::from(amount))])
}

fn signed(cx: &Cx<'_>, distance: Decimal) -> String {
    let plus = if distance > Decimal::ZERO { "+" } else { "" };
    format!("{plus}{}", cx.messages.number(distance))
}

/// Who moved more, and whether concessions become smaller.
fn facts(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let moved = scene.ledger.moved_more().map(|moved| {
        cx.t(match moved {
            MovedMore::Us => "fact-moved-us",
            MovedMore::Them => "fact-moved-them",
            MovedMore::Even => "fact-moved-even",
        })
    });
    let sizes = |side| {
        let sizes = scene.ledger.concessions(side);
        // The last few are what the other side sees.
        let last = sizes.get(sizes.len().saturating_sub(SIZES)..).unwrap_or_default();
        let numbers: Vec<String> = last.iter().map(|amount| cx.messages.number(*amount)).collect();
        numbers.join(" → ")
    };
    let taper = |side: Side| {
        let tapering = scene.ledger.tapering(side)?;
        let id = match (side, tapering) {
            (Side::Us, true) => "fact-taper-us",
            (Side::Us, false) => "fact-no-taper-us",
            (Side::Them, true) => "fact-taper-them",
            (Side::Them, false) => "fact-no-taper-them",
        };
        Some(cx.tr(id, &[("sizes", sizes(side).into())]))
    };
    let tapers: Vec<String> = Side::BOTH.into_iter().filter_map(taper).collect();
    let lines = [moved.map(str::to_owned).unwrap_or_default(), tapers.join(cx.t("fact-between"))];
    for words in lines.into_iter().filter(|words| !words.is_empty()) {
        let shown = text::caption(words.clone(), cx.tokens).color(cx.tokens.text_2);
        text::one_line(ui, shown).on_hover_text(words);
    }
}

fn limits_missing(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let button = ActionButton::quiet(cx.t("position-set-limits")).small().icon("target");
    if button.show(ui, cx.tokens).clicked() {
        cx.go(Route::Negotiation { session: scene.session.id, tab: NegotiationTab::Plan });
    }
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, size: Vec2) {
    let offers = |meeting: MeetingId| {
        let mut steps: (Steps, Steps, usize) = (Vec::new(), Vec::new(), 0);
        for bid in scene.ledger.bids().iter().filter(|bid| bid.offer.meeting == meeting) {
            match bid.offer.side {
                Side::Us => steps.0.push((steps.2, bid.value)),
                Side::Them => steps.1.push((steps.2, bid.value)),
            }
            steps.2 += 1;
        }
        steps
    };
    let (ours, theirs, rounds) = offers(scene.meeting.id);
    // The meeting before may have had no offers; then the one before that is "last time".
    let earlier = scene.ledger.bids().iter().rev().map(|bid| bid.offer.meeting);
    let last = earlier.into_iter().find(|meeting| *meeting != scene.meeting.id);
    let (last_ours, last_theirs, last_rounds) = last.map(offers).unwrap_or_default();
    if rounds + last_rounds == 0 {
        return;
    }
    let plan = &scene.session.plan;
    let zone = plan.target.zip(plan.reservation);
    let legend = Legend {
        ours: cx.t("legend-ours"),
        theirs: cx.t("legend-theirs"),
        last: (last_rounds > 0).then_some(cx.t("legend-last")),
        zone: zone.map(|_| cx.t("legend-zone")),
    };
    let chart = OffersChart {
        ours: &ours,
        theirs: &theirs,
        rounds,
        last_ours: &last_ours,
        last_theirs: &last_theirs,
        last_rounds,
        zone,
        summary: statement::sentence(cx, scene),
    };
    chart.show(ui, cx.tokens, cx.messages, size);
    legend.show(ui, cx.tokens);
}
