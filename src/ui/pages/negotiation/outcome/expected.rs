//! What I expected of the meeting, and what came.

use egui::{Rect, Ui};

use crate::app::route::{NegotiationTab, Route};
use crate::domain::outcome::judge;
use crate::domain::prediction::Prediction;
use crate::domain::session::{Meeting, Session};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

/// What the card needs.
pub const HEIGHT: f32 = 168.0;

/// Whether a prediction was written before the meeting began.
fn in_time(meeting: &Meeting, prediction: &Prediction) -> bool {
    meeting.started.or(meeting.ended).is_none_or(|begun| prediction.at <= begun)
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let card = Card::new(cx.t("expected-title")).caption(cx.t("expected-caption"));
    card.show(ui, tokens, place, |ui| {
        let Some(prediction) = &meeting.prediction else {
            none(ui, cx, session, meeting);
            return;
        };
        verdict(ui, cx, meeting, prediction);
        price(ui, cx, session, prediction);
        if !in_time(meeting, prediction) {
            text::sign_list(ui, tokens, "info", tokens.text_3, [cx.t("expected-late")]);
        }
    });
}

/// Nothing was expected: how the next meeting can be measured.
fn none(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let held = meeting.started.is_some() || meeting.ended.is_some();
    let key = if held { "expected-none" } else { "expected-none-yet" };
    ui.add(egui::Label::new(text::body(cx.t(key), tokens)).wrap());
    let key = if held { "expected-next" } else { "expected-now" };
    if ActionButton::secondary(cx.t(key)).small().icon("arrow-right").show(ui, tokens).clicked() {
        cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Plan });
    }
}

fn verdict(ui: &mut Ui, cx: &Cx<'_>, meeting: &Meeting, prediction: &Prediction) {
    let tokens = cx.tokens;
    let Some(expected) = prediction.verdict else { return };
    let came = judge(&meeting.outcome).verdict;
    let sure = prediction.sure.clamp(Prediction::LEAST_SURE, 100);
    let args = [
        ("verdict", Arg::from(cx.messages.word("outcome", expected.id()))),
        ("sure", Arg::from(sure)),
    ];
    ui.add(egui::Label::new(text::value(cx.tr("expected-verdict", &args), tokens)).wrap());
    let word = cx.messages.word("outcome", came.id());
    let hit = expected == came;
    let key = match (meeting.ended.is_some(), hit) {
        (false, _) => "expected-so-far",
        (true, true) => "expected-hit",
        (true, false) => "expected-miss",
    };
    let words = cx.tr(key, &[("verdict", Arg::from(word))]);
    let (icon, colour) = sign(cx, meeting.ended.is_some().then_some(hit));
    text::sign_list(ui, tokens, icon, colour, [words.as_str()]);
}

/// A miss is no fault: it has the colour of plain text.
fn sign(cx: &Cx<'_>, hit: Option<bool>) -> (&'static str, egui::Color32) {
    match hit {
        Some(true) => ("check", cx.tokens.ok),
        Some(false) => ("minus", cx.tokens.text_2),
        None => ("clock", cx.tokens.text_3),
    }
}

fn price(ui: &mut Ui, cx: &Cx<'_>, session: &Session, prediction: &Prediction) {
    let tokens = cx.tokens;
    let (Some(one), Some(other)) = (prediction.low, prediction.high) else { return };
    let money = |price| Arg::from(cx.messages.money(price, &session.currency));
    let args = [("low", money(one.min(other))), ("high", money(one.max(other)))];
    ui.add(egui::Label::new(text::value(cx.tr("expected-range", &args), tokens)).wrap());
    let agreed = session.agreed.as_ref().and_then(|agreed| agreed.price);
    let held = agreed.and_then(|price| prediction.holds(price));
    let words = match (agreed, held) {
        (Some(price), Some(held)) => {
            let key = if held { "expected-range-hit" } else { "expected-range-miss" };
            cx.tr(key, &[("price", money(price))])
        }
        _ => cx.t("expected-range-open").to_owned(),
    };
    let (icon, colour) = sign(cx, held);
    text::sign_list(ui, tokens, icon, colour, [words.as_str()]);
}
