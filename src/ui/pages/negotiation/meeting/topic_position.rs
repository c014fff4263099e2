//! Where one topic stands: the figures of both sides, what they tell, and the picture of them.

use egui::{Align, Color32, Rect, Sense, Stroke, Ui, Vec2};
use rust_decimal::Decimal;

use super::ledger::side_colour;
use super::{Scene, statement};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::deal_space::Zone;
use crate::domain::ids::MeetingId;
use crate::domain::issue::{IssueKind, IssueValue};
use crate::domain::ledger::{Move, MovedMore, Side};
use crate::domain::projection::Projection;
use crate::domain::table::{OnTable, as_number};
use crate::i18n::Arg;
use crate::ui::charts::offers::{Legend, OffersChart, Steps};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 21.0;
const GAP: f32 = 8.0;
const SIZES: usize = 3;
const LEGEND: f32 = 20.0;
const LEAST_CHART: f32 = 60.0;
const TRACKS: [Track; 7] = [
    Track::Fixed(46.0),
    Track::Share(0.95),
    Track::Share(1.2),
    Track::Share(1.2),
    Track::Share(1.2),
    Track::Share(0.95),
    Track::Share(0.95),
];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, on: &OnTable<'_>, place: Rect) {
    let room = ui.available_rect_before_wrap();
    figures(ui, cx, scene, on);
    ui.add_space(6.0);
    facts(ui, cx, on);
    if on.issue.mine.target.is_none() || on.issue.mine.reservation.is_none() {
        limits_missing(ui, cx, scene);
    }
    if on.issue.kind == IssueKind::Choice {
        return;
    }
    let used = ui.cursor().top() - room.top();
    let bottom = place.bottom() - size::CARD_PADDING;
    let height = (bottom - room.top() - used - LEGEND).max(LEAST_CHART);
    chart(ui, cx, scene, on, Vec2::new(room.width(), height));
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, on: &OnTable<'_>) {
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
    let ledger = &on.ledger;
    let none = || "–".to_owned();
    // Without an offer of this meeting there is nothing to compare with the last one.
    let new_here =
        |side| ledger.last(side).is_some_and(|bid| bid.offer.meeting == scene.meeting.id);
    let limits = [on.issue.mine.target, on.issue.mine.reservation];
    let limits = limits.map(|limit| limit.and_then(|limit| as_number(&on.issue, limit)));
    for side in Side::BOTH {
        let now = scene.table.last_word(side, on.topic);
        let change =
            |change: Option<Move>| change.map_or_else(none, |change| towards(cx, on, change));
        let limit = |limit: Option<Decimal>| {
            let distance = limit.filter(|_| on.directed).and_then(|limit| match side {
                Side::Us => ledger.our_room(limit),
                Side::Them => ledger.their_offer_over(limit),
            });
            distance.map_or_else(none, |distance| signed(cx, on, distance))
        };
        let colour = side_colour(cx.tokens, side);
        let quiet = cx.tokens.text_2;
        let [target, reservation] = limits;
        let cells = [
            (cx.messages.word("side", side.id()).to_owned(), colour),
            (now.map_or_else(none, |value| cx.messages.bare_term(&on.issue, value)), colour),
            (change(ledger.since_previous(side)), quiet),
            (change(ledger.since_last_meeting(side).filter(|_| new_here(side))), quiet),
            // A single offer has not been held yet.
            (change(ledger.of(side).nth(1).and_then(|_| ledger.since_start(side))), quiet),
            (limit(target), quiet),
            (limit(reservation), quiet),
        ];
        line(ui, cx, side.id(), &cells, true);
    }
    if on.issue.kind == IssueKind::Choice {
        choice_limits(ui, cx, on);
        return;
    }
    let was = |before: Option<Decimal>| {
        before.map_or_else(String::new, |before| {
            cx.tr("position-was", &[("amount", amount(cx, on, before).into())])
        })
    };
    let (strong, quiet) = (cx.tokens.text, cx.tokens.text_2);
    let cells = [
        (cx.t("position-gap").to_owned(), strong),
        (ledger.gap_now().map_or_else(none, |now| amount(cx, on, now)), strong),
        (String::new(), quiet),
        (was(ledger.gap_at_last_meeting().filter(|_| Side::BOTH.into_iter().any(new_here))), quiet),
        (was(ledger.gap_at_start().filter(|start| ledger.gap_now() != Some(*start))), quiet),
        (String::new(), quiet),
        (String::new(), quiet),
    ];
    line(ui, cx, "gap", &cells, true);
}

/// "I want Gold; not below Basic."
fn choice_limits(ui: &mut Ui, cx: &Cx<'_>, on: &OnTable<'_>) {
    let name = |value: Option<IssueValue>| {
        value.map_or_else(|| "–".to_owned(), |value| cx.messages.bare_term(&on.issue, value))
    };
    let best = on.issue.choices.iter().max_by_key(|choice| choice.mine);
    let best = best.map(|choice| IssueValue::Choice(choice.key));
    let args = [
        ("target", name(on.issue.mine.target.or(best)).into()),
        ("limit", name(on.issue.mine.reservation).into()),
    ];
    let words = cx.tr("position-choice-limits", &args);
    text::one_line(ui, text::caption(&words, cx.tokens).color(cx.tokens.text_2))
        .on_hover_text(words);
}

pub(super) fn line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    salt: &str,
    cells: &[(String, Color32); 7],
    ruled: bool,
) {
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

/// "40 closer", "20 back", "no change"; of a choice without a figure.
fn towards(cx: &Cx<'_>, on: &OnTable<'_>, change: Move) -> String {
    let kind = change.kind();
    if on.issue.kind == IssueKind::Choice {
        return cx.messages.word("position-choice", kind.id()).to_owned();
    }
    let amount = amount(cx, on, change.size());
    cx.tr(&format!("position-{}", kind.id()), &[("amount", Arg::from(amount))])
}

fn signed(cx: &Cx<'_>, on: &OnTable<'_>, distance: Decimal) -> String {
    let plus = if distance > Decimal::ZERO { "+" } else { "" };
    format!("{plus}{}", amount(cx, on, distance))
}

/// A difference without its unit, which stands in the caption of the card; between dates it is days.
fn amount(cx: &Cx<'_>, on: &OnTable<'_>, difference: Decimal) -> String {
    match on.issue.kind {
        IssueKind::Date => cx.messages.difference(&on.issue, difference),
        _ => cx.messages.number(difference),
    }
}

/// Who moved more, whether concessions become smaller, and where it would end.
fn facts(ui: &mut Ui, cx: &Cx<'_>, on: &OnTable<'_>) {
    if !on.directed {
        return;
    }
    let ledger = &on.ledger;
    let choice = on.issue.kind == IssueKind::Choice;
    let both_moved = Side::BOTH.iter().any(|side| !ledger.concessions(*side).is_empty());
    let moved = ledger.moved_more().filter(|_| both_moved).map(|moved| {
        cx.t(match moved {
            MovedMore::Us => "fact-moved-us",
            MovedMore::Them => "fact-moved-them",
            MovedMore::Even => "fact-moved-even",
        })
    });
    let taper = |side: Side| {
        let tapering = ledger.tapering(side).filter(|_| !choice)?;
        let id = match (side, tapering) {
            (Side::Us, true) => "fact-taper-us",
            (Side::Us, false) => "fact-no-taper-us",
            (Side::Them, true) => "fact-taper-them",
            (Side::Them, false) => "fact-no-taper-them",
        };
        Some(cx.tr(id, &[("sizes", sizes(cx, on, side).into())]))
    };
    let mut parts: Vec<String> = moved.map(str::to_owned).into_iter().collect();
    parts.extend(Side::BOTH.into_iter().filter_map(taper));
    let steps = parts.join(cx.t("list-separator"));
    let projected =
        Projection::of(ledger).filter(|_| !choice).map(|found| meeting_point(cx, on, &found));
    for words in [steps].into_iter().chain(projected).filter(|words| !words.is_empty()) {
        let shown = text::caption(words.clone(), cx.tokens).color(cx.tokens.text_2);
        text::one_line(ui, shown).on_hover_text(words);
    }
}

fn sizes(cx: &Cx<'_>, on: &OnTable<'_>, side: Side) -> String {
    let sizes = on.ledger.concessions(side);
    // The last few are what the other side sees.
    let last = sizes.get(sizes.len().saturating_sub(SIZES)..).unwrap_or_default();
    let numbers: Vec<String> = last.iter().map(|size| amount(cx, on, *size)).collect();
    numbers.join(" → ")
}

/// "If both go on like this: about 1,280, between 1,260 and 1,310 (a guess from 3 and 3 steps)."
fn meeting_point(cx: &Cx<'_>, on: &OnTable<'_>, found: &Projection) -> String {
    let number = |number: Decimal| cx.messages.bare_number(&on.issue, number);
    let args = [
        ("point", number(found.point).into()),
        ("low", number(found.low).into()),
        ("high", number(found.high).into()),
        ("ours", Arg::from(found.concessions.0)),
        ("theirs", Arg::from(found.concessions.1)),
    ];
    let words = cx.tr(if found.is_rough() { "fact-meeting-rough" } else { "fact-meeting" }, &args);
    let limit = on.issue.mine.reservation.and_then(|limit| as_number(&on.issue, limit));
    let gain = limit.and_then(|limit| on.ledger.wants(Side::Us).gain(limit, found.point));
    match gain {
        Some(gain) if gain < Decimal::ZERO => format!("{words} {}", cx.t("fact-meeting-beyond")),
        _ => words,
    }
}

fn limits_missing(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let button = ActionButton::quiet(cx.t("position-set-limits")).small().icon("target");
    if button.show(ui, cx.tokens).clicked() {
        cx.go(Route::Negotiation { session: scene.session.id, tab: NegotiationTab::Plan });
    }
}

/// A range of values, and what it is called.
struct Band {
    range: Option<(Decimal, Decimal)>,
    /// The part that does not rest on a guess.
    sure: Option<(Decimal, Decimal)>,
    name: &'static str,
}

/// Where both could meet as far as is known; else what I want.
fn zone(on: &OnTable<'_>) -> Band {
    if let Zone::Between { low, high, sure } = Zone::of(&on.issue) {
        return Band { range: Some((low, high)), sure, name: "legend-agreement" };
    }
    let mine = [on.issue.mine.target, on.issue.mine.reservation];
    let [target, reservation] = mine.map(|value| value.and_then(IssueValue::number));
    let range = target.zip(reservation);
    Band { range, sure: range, name: "legend-zone" }
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, on: &OnTable<'_>, size: Vec2) {
    let offers = |meeting: MeetingId| {
        let mut steps: (Steps, Steps, usize) = (Vec::new(), Vec::new(), 0);
        for bid in on.ledger.bids().iter().filter(|bid| bid.offer.meeting == meeting) {
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
    let earlier = on.ledger.bids().iter().rev().map(|bid| bid.offer.meeting);
    let last = earlier.into_iter().find(|meeting| *meeting != scene.meeting.id);
    let (last_ours, last_theirs, last_rounds) = last.map(offers).unwrap_or_default();
    if rounds + last_rounds == 0 {
        return;
    }
    let Band { range: zone, sure, name } = zone(on);
    let projected = Projection::of(&on.ledger).filter(|_| on.directed);
    let legend = Legend {
        ours: cx.t("legend-ours"),
        theirs: cx.t("legend-theirs"),
        last: (last_rounds > 0).then_some(cx.t("legend-last")),
        zone: zone.map(|_| cx.t(name)),
        projected: projected.map(|_| cx.t("legend-projected")),
    };
    let chart = OffersChart {
        ours: &ours,
        theirs: &theirs,
        rounds,
        last_ours: &last_ours,
        last_theirs: &last_theirs,
        last_rounds,
        zone,
        sure,
        projected: projected.map(|found| (found.low, found.point, found.high)),
        label: &|number| cx.messages.bare_number(&on.issue, number),
        summary: statement::sentence(cx, scene),
    };
    chart.show(ui, cx.tokens, size);
    legend.show(ui, cx.tokens);
}
