//! The answer to the one question of the course, in one sentence over all topics.

use egui::Ui;
use rust_decimal::Decimal;

use super::{Scene, understood};
use crate::domain::issue::{IssueKind, Topic};
use crate::domain::ledger::{Ledger, Move, MoveKind, Side};
use crate::domain::table::OnTable;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::text;

/// The question and its answer; an answer that needs two lines takes the room of the question.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 1.0;
    let sentence = sentence(cx, scene);
    let heading = text::heading(sentence.as_str(), tokens);
    let galley = egui::WidgetText::from(heading.clone()).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::FontSelection::Default,
    );
    if galley.size().x <= ui.available_width() {
        text::one_line(ui, text::caption(cx.t("now-question"), tokens));
        text::one_line(ui, heading);
    } else {
        text::two_lines(ui, text::strong(sentence.as_str(), tokens)).on_hover_text(sentence);
    }
}

/// "Since the last meeting they moved on Price (40) and Payment (15 days), we held; still apart on
/// Price (120); settled: Term."
pub fn sentence(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let table = &scene.table;
    let several = table.rows.iter().any(|row| !row.offer.values.is_empty());
    match table.topic(Topic::Price) {
        Some(price) if !several => price_alone(cx, scene, &price.ledger),
        _ => all_topics(cx, scene),
    }
}

/// Whether there are offers of earlier meetings, and of this one.
fn when(scene: &Scene<'_>) -> (bool, bool) {
    let here = |meeting| meeting == scene.meeting.id;
    let rows = || scene.table.rows.iter();
    (rows().any(|row| !here(row.offer.meeting)), rows().any(|row| here(row.offer.meeting)))
}

fn all_topics(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let table = &scene.table;
    let (earlier, new_here) = when(scene);
    let [ours, theirs] = Side::BOTH.map(|side| table.last(side));
    let begin = match (ours, theirs) {
        (Some(_), None) => cx.t("now-all-only-us").to_owned(),
        (None, Some(_)) => cx.t("now-all-only-them").to_owned(),
        _ if earlier && !new_here => cx.t("now-all-standing").to_owned(),
        _ => {
            let since = cx.t(if earlier { "now-since-last-meeting" } else { "now-since-start" });
            let [we, they] = Side::BOTH.map(|side| moves(cx, scene, side, earlier));
            cx.tr("now-all", &[("since", since.into()), ("they", they.into()), ("we", we.into())])
        }
    };
    let apart: Vec<String> = table
        .topics
        .iter()
        .filter_map(|on| apart(cx, on, table.settled(on.topic).is_some()))
        .collect();
    let settled: Vec<String> = table
        .topics
        .iter()
        .filter(|on| table.settled(on.topic).is_some())
        .map(|on| understood::topic_name(cx, scene, on.topic))
        .collect();
    let mut parts = vec![begin];
    let comma = cx.t("table-comma");
    if !apart.is_empty() {
        parts.push(cx.tr("now-all-apart", &[("topics", apart.join(comma).into())]));
    }
    if !settled.is_empty() {
        parts.push(cx.tr("now-all-settled", &[("topics", settled.join(comma).into())]));
    }
    cx.tr("now-all-end", &[("sentence", parts.join(cx.t("now-all-between")).into())])
}

/// "Price (120)" for a topic on which the last words differ.
fn apart(cx: &Cx<'_>, on: &OnTable<'_>, settled: bool) -> Option<String> {
    let gap = on.ledger.gap_now().filter(|_| !settled)?;
    let name = cx.messages.topic_name(on.topic, &on.issue);
    // Prices that have crossed are not apart.
    let differs = on.issue.kind == IssueKind::Choice || gap > Decimal::ZERO;
    differs.then(|| with_amount(cx, on, name, gap))
}

fn with_amount(cx: &Cx<'_>, on: &OnTable<'_>, name: &str, amount: Decimal) -> String {
    if on.issue.kind == IssueKind::Choice {
        return name.to_owned();
    }
    let amount = match on.topic {
        Topic::Price => cx.messages.number(amount),
        Topic::Issue(_) => cx.messages.difference(&on.issue, amount),
    };
    cx.tr("now-all-topic", &[("topic", name.into()), ("amount", amount.into())])
}

/// "they moved on Price (40) and went back on Term (6 months)".
fn moves(cx: &Cx<'_>, scene: &Scene<'_>, side: Side, earlier: bool) -> String {
    let (mut moved, mut back, mut named) = (Vec::new(), Vec::new(), Vec::new());
    for on in scene.table.topics.iter().filter(|on| on.directed) {
        let ledger = &on.ledger;
        let name = cx.messages.topic_name(on.topic, &on.issue);
        let change =
            if earlier { ledger.since_last_meeting(side) } else { ledger.since_start(side) };
        match change.map(|change| (change.kind(), change.size())) {
            Some((MoveKind::Concession, size)) => moved.push(with_amount(cx, on, name, size)),
            Some((MoveKind::Retreat, size)) => back.push(with_amount(cx, on, name, size)),
            Some((MoveKind::Hold, _)) => {}
            // Named in this meeting for the first time.
            None if ledger.last(side).is_some() => named.push(name.to_owned()),
            None => {}
        }
    }
    let comma = cx.t("table-comma");
    let who = side.id();
    let kinds = [(moved, "moved"), (back, "back"), (named, "named")];
    let parts: Vec<String> = kinds
        .into_iter()
        .filter(|(topics, _)| !topics.is_empty())
        .map(|(topics, kind)| {
            let topics = topics.join(comma);
            cx.tr(&format!("now-all-{who}-{kind}"), &[("topics", topics.into())])
        })
        .collect();
    if parts.is_empty() {
        return cx.t(if side == Side::Us { "now-us-hold" } else { "now-them-hold" }).to_owned();
    }
    parts.join(cx.t("now-all-and"))
}

fn price_alone(cx: &Cx<'_>, scene: &Scene<'_>, ledger: &Ledger<'_>) -> String {
    let number = |price| cx.messages.number(price);
    match (ledger.last(Side::Us), ledger.last(Side::Them)) {
        (None, None) => return cx.t("now-no-offers").to_owned(),
        (Some(ours), None) => return cx.tr("now-only-us", &[("ours", number(ours.value).into())]),
        (None, Some(theirs)) => {
            return cx.tr("now-only-them", &[("theirs", number(theirs.value).into())]);
        }
        (Some(_), Some(_)) => {}
    }
    let (_, new_here) = when(scene);
    let earlier = Side::BOTH.iter().any(|side| ledger.last_of_earlier_meetings(*side).is_some());
    if earlier && !new_here {
        return standing(cx, ledger);
    }
    let since = cx.t(if earlier { "now-since-last-meeting" } else { "now-since-start" });
    let moved = |side| ledger.of(side).nth(1).and_then(|_| ledger.since_start(side));
    let change = |side| if earlier { ledger.since_last_meeting(side) } else { moved(side) };
    let before = if earlier { ledger.gap_at_last_meeting() } else { ledger.gap_at_start() };
    let part = |side| part(cx, ledger, side, change(side));
    cx.tr(
        "now-sentence",
        &[
            ("since", since.into()),
            ("they", part(Side::Them).into()),
            ("we", part(Side::Us).into()),
            ("gap", gap(cx, ledger, before).into()),
        ],
    )
}

/// Nothing new in this meeting yet: where it was left.
fn standing(cx: &Cx<'_>, ledger: &Ledger<'_>) -> String {
    let price =
        |side| ledger.last(side).map_or_else(String::new, |bid| cx.messages.number(bid.value));
    cx.tr(
        "now-standing",
        &[
            ("ours", price(Side::Us).into()),
            ("theirs", price(Side::Them).into()),
            ("gap", gap(cx, ledger, None).into()),
        ],
    )
}

fn part(cx: &Cx<'_>, ledger: &Ledger<'_>, side: Side, change: Option<Move>) -> String {
    let who = side.id();
    match change {
        None => {
            let price = ledger.last(side).map(|bid| cx.messages.number(bid.value));
            cx.tr(&format!("now-{who}-named"), &[("price", Arg::from(price.unwrap_or_default()))])
        }
        Some(change) => match change.kind() {
            MoveKind::Hold => {
                cx.t(if side == Side::Us { "now-us-hold" } else { "now-them-hold" }).to_owned()
            }
            kind => {
                let amount = cx.messages.number(change.size());
                cx.tr(&format!("now-{who}-{}", kind.id()), &[("amount", amount.into())])
            }
        },
    }
}

/// "120 apart, was 180", given what it was before.
fn gap(cx: &Cx<'_>, ledger: &Ledger<'_>, before: Option<Decimal>) -> String {
    let Some(now) = ledger.gap_now() else { return String::new() };
    if now.is_zero() || now.is_sign_negative() {
        return cx.t("now-gap-closed").to_owned();
    }
    let amount = cx.messages.number(now);
    match before.filter(|before| *before != now) {
        Some(before) => {
            let before = cx.messages.number(before);
            cx.tr("now-gap-was", &[("amount", amount.into()), ("before", before.into())])
        }
        None => cx.tr("now-gap", &[("amount", amount.into())]),
    }
}
