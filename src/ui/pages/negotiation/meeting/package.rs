//! What both sides' terms are worth as a whole: to me, and, as a guess, to them.

use egui::{Align, Color32, Rect, Sense, Stroke, Ui, Vec2};
use rust_decimal::Decimal;

use super::ledger::side_colour;
use super::ledger_row::range;
use super::{Scene, understood, warnings};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::issue::Topic;
use crate::domain::ledger::Side;
use crate::i18n::Arg;
use crate::ui::charts::offers::{Legend, OffersChart, Steps};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::text;

const ROW: f32 = 21.0;
const LEGEND: f32 = 20.0;
const LEAST_CHART: f32 = 60.0;
const TRACKS: [Track; 4] =
    [Track::Share(1.4), Track::Share(0.8), Track::Share(1.0), Track::Share(1.2)];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let room = ui.available_rect_before_wrap();
    if scene.table.space.topics.is_empty() {
        ui.add(egui::Label::new(text::body(cx.t("package-unknown"), cx.tokens)).wrap());
        let button = ActionButton::quiet(cx.t("position-set-limits")).small().icon("target");
        if button.show(ui, cx.tokens).clicked() {
            cx.go(Route::Negotiation { session: scene.session.id, tab: NegotiationTab::Plan });
        }
        return;
    }
    figures(ui, cx, scene);
    ui.add_space(6.0);
    for words in notes(cx, scene) {
        let shown = text::caption(words.as_str(), cx.tokens).color(cx.tokens.text_2);
        text::one_line(ui, shown).on_hover_text(words);
    }
    let used = ui.cursor().top() - room.top();
    let bottom = place.bottom() - size::CARD_PADDING;
    let height = (bottom - room.top() - used - LEGEND).max(LEAST_CHART);
    chart(ui, cx, scene, Vec2::new(room.width(), height));
}

fn figures(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let heads = ["", cx.t("package-to-us"), cx.t("package-to-them"), cx.t("package-alternative")];
    line(ui, cx, "head", &heads.map(|head| (head.to_owned(), tokens.text_3)), false);
    for side in Side::BOTH {
        let row = scene.table.last(side);
        let worth = row.and_then(|row| row.worth);
        let none = || "–".to_owned();
        let them = row.and_then(|row| scene.table.their_worth(scene.session, &row.standing));
        let against = worth.zip(scene.table.alternative).map(|(worth, alternative)| {
            let over = (worth.me.0 - alternative, worth.me.1 - alternative);
            signed(cx, over)
        });
        let colour = side_colour(tokens, side);
        let cells = [
            (
                cx.t(if side == Side::Us { "package-ours" } else { "package-theirs" }).to_owned(),
                colour,
            ),
            (worth.map_or_else(none, |worth| range(cx, worth.me)), colour),
            (
                them.map_or_else(none, |them| {
                    cx.tr("package-about", &[("worth", range(cx, them).into())])
                }),
                tokens.text_2,
            ),
            (against.unwrap_or_else(none), tokens.text_2),
        ];
        line(ui, cx, side.id(), &cells, true);
    }
}

fn signed(cx: &Cx<'_>, over: (f64, f64)) -> String {
    let one = |over: f64| {
        let points = warnings::points(over);
        let plus = if points > Decimal::ZERO { "+" } else { "" };
        format!("{plus}{}", cx.messages.number(points))
    };
    let (low, high) = (one(over.0), one(over.1));
    if low == high {
        low
    } else {
        cx.tr("package-range", &[("low", low.into()), ("high", high.into())])
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>, salt: &str, cells: &[(String, Color32); 4], ruled: bool) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    if ruled {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, tokens.border));
    }
    for (place, (index, (label, colour))) in
        split(rect, 8.0, &TRACKS).into_iter().zip((0_u8..).zip(cells))
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

/// How far these figures can be trusted.
fn notes(cx: &Cx<'_>, scene: &Scene<'_>) -> Vec<String> {
    let space = &scene.table.space;
    let names = |topics: &[Topic]| -> String {
        let names = topics.iter().map(|topic| understood::topic_name(cx, scene, *topic));
        names.collect::<Vec<_>>().join(cx.t("table-comma"))
    };
    let mut notes = vec![cx.t("package-guess").to_owned()];
    if !space.mirrored.is_empty() {
        notes.push(cx.tr("package-mirrored", &[("topics", names(&space.mirrored).into())]));
    }
    if !space.left_out.is_empty() {
        let left_out = names(&space.topics_left_out());
        notes.push(cx.tr("package-left-out", &[("topics", left_out.into())]));
    }
    if let Some(row) =
        scene.table.last(Side::Us).filter(|row| row.worth.is_some_and(|worth| worth.open > 0))
    {
        let open = row.worth.map_or(0, |worth| worth.open);
        notes.push(cx.tr("ledger-value-open", &[("count", Arg::from(open))]));
    }
    notes
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, size: Vec2) {
    // Only packages that are complete have one figure.
    let known = scene.table.rows.iter().filter_map(|row| {
        let worth = row.worth.filter(|worth| worth.open == 0)?;
        Some((row.offer.side, warnings::points(worth.me.0)))
    });
    let (mut ours, mut theirs, mut rounds) = (Steps::new(), Steps::new(), 0);
    for (side, worth) in known {
        let steps = if side == Side::Us { &mut ours } else { &mut theirs };
        steps.push((rounds, worth));
        rounds += 1;
    }
    if rounds == 0 {
        return;
    }
    let zone = scene
        .table
        .alternative
        .map(|alternative| (warnings::points(alternative), Decimal::ONE_HUNDRED));
    let summary = Side::BOTH.map(|side| {
        let worth = scene.table.last(side).and_then(|row| row.worth);
        let worth = worth.map_or_else(|| "–".to_owned(), |worth| range(cx, worth.me));
        format!(
            "{}: {worth}",
            cx.t(if side == Side::Us { "package-ours" } else { "package-theirs" })
        )
    });
    let none = Steps::new();
    let chart = OffersChart {
        ours: &ours,
        theirs: &theirs,
        rounds,
        last_ours: &none,
        last_theirs: &none,
        last_rounds: 0,
        zone,
        sure: zone,
        projected: None,
        label: &|number| cx.messages.number(number),
        summary: summary.join(cx.t("list-separator")),
    };
    chart.show(ui, cx.tokens, size);
    let legend = Legend {
        ours: cx.t("package-legend-ours"),
        theirs: cx.t("package-legend-theirs"),
        last: None,
        zone: zone.map(|_| cx.t("package-legend-zone")),
        projected: None,
    };
    legend.show(ui, cx.tokens);
}
