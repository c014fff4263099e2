//! What could be changed in what we offer: cheap for us and valuable for them, the other way round,
//! and trades over two issues.

use egui::{Align, Layout, Rect, Ui, Vec2};

use super::fit;
use super::scene::{Found, Scene, Start};
use super::words::{self, points, signed};
use crate::domain::bargaining::swaps::{Move, Trade};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::text;

pub(super) fn card(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let base = scene.found.as_ref().and_then(|found| found.worked.base.as_ref());
    let caption = base.map_or("", |base| match base.from {
        Start::OurOffer => cx.t("deals-swaps-from-offer"),
        Start::Balanced => cx.t("deals-swaps-from-balanced"),
    });
    let card = Card::new(cx.t("deals-swaps")).caption(caption);
    fit::show(
        ui,
        tokens,
        ("swaps", card),
        place,
        |_| {},
        |ui| {
            let Some(found) = &scene.found else { return };
            ui.spacing_mut().item_spacing.y = 4.0;
            content(ui, cx, scene, found);
        },
    );
}

fn content(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, found: &Found) {
    let (tokens, worked) = (cx.tokens, &found.worked);
    let Some(base) = &worked.base else {
        ui.add(egui::Label::new(text::body(cx.t("deals-none-what"), tokens)).wrap());
        return;
    };
    for (key, topics) in [("deals-swaps-filled", &base.filled), ("deals-swaps-moved", &base.moved)]
    {
        if !topics.is_empty() {
            let names = words::names(cx, scene.session, topics);
            let line = cx.tr(key, &[("topics", names.into())]);
            ui.add(egui::Label::new(text::caption(line, tokens)).wrap());
        }
    }
    head(ui, cx, "deals-swaps-trades");
    if worked.trades.is_empty() {
        nothing(ui, cx, "deals-swaps-no-trade");
    }
    for trade in &worked.trades {
        if let Some(words) = trade_words(cx, scene, found, trade) {
            line(ui, cx, &words, (trade.me, trade.them));
        }
    }
    head(ui, cx, "deals-swaps-give");
    if worked.gives.is_empty() {
        nothing(ui, cx, "deals-swaps-no-give");
    }
    singles(ui, cx, scene, found, &worked.gives);
    if !worked.asks.is_empty() {
        head(ui, cx, "deals-swaps-ask");
        singles(ui, cx, scene, found, &worked.asks);
    }
    better(ui, cx, scene, found);
}

fn head(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    ui.add_space(4.0);
    let heading = cx.messages.text(key).to_owned();
    text::one_line(ui, text::label(heading, cx.tokens));
    rule(ui, cx.tokens);
}

fn nothing(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let told = cx.messages.text(key).to_owned();
    ui.add(egui::Label::new(text::caption(told, cx.tokens)).wrap());
}

fn singles(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, found: &Found, moves: &[Move]) {
    for change in moves {
        let words = words::change(cx, scene.session, &found.prospects.deals, change);
        if let Some(words) = words {
            line(ui, cx, &words, (change.me, change.them));
        }
    }
}

/// "Give payment 45 → 60 days, ask for term 24 → 30 months".
fn trade_words(cx: &Cx<'_>, scene: &Scene<'_>, found: &Found, trade: &Trade) -> Option<String> {
    let [one, other] = trade.moves;
    let (give, ask) = if one.me <= other.me { (one, other) } else { (other, one) };
    let part = |change: Move| words::change(cx, scene.session, &found.prospects.deals, &change);
    let args = [("give", Arg::from(part(give)?)), ("ask", Arg::from(part(ask)?))];
    Some(cx.tr("deals-trade", &args))
}

/// A change, and what it brings both.
fn line(ui: &mut Ui, cx: &Cx<'_>, words: &str, (me, them): (f64, f64)) {
    let tokens = cx.tokens;
    let room = Vec2::new(ui.available_width(), 22.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        let side =
            |key: &str, worth: f64| cx.tr(key, &[("points", Arg::from(signed(points(worth))))]);
        ui.label(text::label(side("deals-change-them", them), tokens).color(tokens.warn));
        ui.label(text::label(side("deals-change-us", me), tokens).color(tokens.accent_text));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            text::one_line(ui, text::value(words, tokens)).on_hover_text(words);
        });
    });
}

/// A whole deal that is better for both than what stands.
fn better(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, found: &Found) {
    let tokens = cx.tokens;
    let Some(better) = &found.worked.better else {
        ui.add_space(4.0);
        nothing(ui, cx, "deals-swaps-unbeaten");
        return;
    };
    let best = &better.balanced;
    head(ui, cx, "deals-swaps-better");
    let terms = words::terms(cx, scene.session, &found.prospects.deals.terms(&best.deal));
    line(ui, cx, &terms, (best.my_gain, best.their_gain));
    ui.label(text::caption(cx.t("deals-if-right"), tokens));
}
