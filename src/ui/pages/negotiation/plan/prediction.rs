//! What I expect of the meeting, written before it begins, so that it can be scored after it.

use egui::{Label, Rect, Ui};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::fit;
use crate::app::edit::MeetingEdit;
use crate::domain::outcome::Verdict;
use crate::domain::prediction::Prediction;
use crate::domain::session::{Meeting, Session};
use crate::i18n::{Arg, parse_amount};
use crate::ui::context::Cx;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

pub(super) const NAME: &str = "prediction";

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let Some(meeting) = session.focus_meeting() else {
        Card::new(cx.t("predict-title")).show(ui, tokens, place, |ui| {
            ui.add(Label::new(text::body(cx.t("predict-no-meeting"), tokens)).wrap());
        });
        return;
    };
    let is_open = meeting.started.is_none();
    let number = session.meeting_number(meeting.id);
    let caption = cx.tr("plan-meeting", &[("number", number.into())]);
    Card::new(cx.t("predict-title")).caption(caption).show(ui, tokens, place, |ui| {
        fit::measured(ui, NAME, |ui| {
            ui.push_id(meeting.id.0, |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                if is_open {
                    ui.add_enabled_ui(!cx.read_only, |ui| entry(ui, cx, session, meeting));
                } else {
                    closed(ui, cx, session, meeting);
                }
            });
        });
    });
}

fn put(cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, mut new: Prediction) {
    new.at = cx.now();
    let says_nothing = new.verdict.is_none() && new.low.is_none() && new.high.is_none();
    let new = (!says_nothing).then_some(new);
    cx.edit_meeting(session.id, meeting.id, MeetingEdit::Prediction(new));
}

fn entry(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let empty = Prediction { at: cx.now(), verdict: None, sure: 0, low: None, high: None };
    let current = meeting.prediction.clone().unwrap_or(empty);
    let why = cx.t("predict-why");
    ui.add(Label::new(text::caption(why, tokens)).wrap());
    let label = cx.t("predict-verdict");
    ui.label(text::caption(label, tokens));
    let options = Verdict::ALL.map(|verdict| (verdict, cx.messages.word("outcome", verdict.id())));
    let chosen = segmented(ui, tokens, label, current.verdict, &options);
    if let Some(verdict) = chosen {
        let sure = if current.sure < Prediction::LEAST_SURE { 60 } else { current.sure };
        let new = Prediction { verdict: Some(verdict), sure, ..current.clone() };
        put(cx, session, meeting, new);
    }
    if let Some(verdict) = current.verdict {
        sure(ui, cx, session, meeting, (&current, verdict));
    }
    ui.label(text::caption(cx.t("predict-range"), tokens));
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        if let Some(low) = price(left, cx, meeting, "predict-low", current.low) {
            put(cx, session, meeting, Prediction { low, ..current.clone() });
        }
        if let Some(high) = price(right, cx, meeting, "predict-high", current.high) {
            put(cx, session, meeting, Prediction { high, ..current.clone() });
        }
    });
    let sentence = match (current.low, current.high) {
        (Some(_), Some(_)) => range(cx, session, &current),
        _ => cx.t("predict-range-how").to_owned(),
    };
    ui.add(Label::new(text::caption(sentence, tokens)).wrap());
}

/// The sureness in percent, with what it says.
fn sure(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    (current, verdict): (&Prediction, Verdict),
) {
    let tokens = cx.tokens;
    let key = format!("{}/sure", meeting.id);
    let problem = cx.t("predict-sure-problem").to_owned();
    ui.horizontal(|ui| {
        let typed = typed(
            ui,
            tokens,
            Field::new(cx.t("predict-sure")).width(120.0),
            (&mut cx.drafts.unparsed, &key),
            Shown { resting: format!("{}%", current.sure), typing: current.sure.to_string() },
            read_sure,
            |_| problem,
        );
        if let Some(Some(sure)) = typed {
            put(cx, session, meeting, Prediction { sure, ..current.clone() });
        }
        let word = cx.messages.word("outcome", verdict.id());
        let args = [("count", Arg::from((current.sure + 5) / 10)), ("outcome", word.into())];
        let key = match current.sure {
            ..=30 => "predict-sure-none",
            98.. => "predict-sure-all",
            _ => "predict-sure-means",
        };
        ui.add(Label::new(text::caption(cx.tr(key, &args), tokens)).wrap());
    });
}

/// A percentage from that of no idea to all.
fn read_sure(text: &str) -> Option<u8> {
    let number = parse_amount(text.trim().trim_end_matches(['%', '％']))?.round().to_u8()?;
    (Prediction::LEAST_SURE..=100).contains(&number).then_some(number)
}

fn price(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    meeting: &Meeting,
    label: &'static str,
    current: Option<Decimal>,
) -> Option<Option<Decimal>> {
    let key = format!("{}/{label}", meeting.id);
    let shown = current.map(|price| Shown {
        resting: cx.messages.number(price),
        typing: price.normalize().to_string(),
    });
    let problem = cx.t("plan-amount-problem").to_owned();
    typed(
        ui,
        cx.tokens,
        Field::new(cx.t(label)),
        (&mut cx.drafts.unparsed, &key),
        shown.unwrap_or_default(),
        parse_amount,
        |_| problem,
    )
}

/// "Four to one that the price ends between CNY 1,230 and CNY 1,310."
fn range(cx: &Cx<'_>, session: &Session, prediction: &Prediction) -> String {
    let (Some(one), Some(other)) = (prediction.low, prediction.high) else { return String::new() };
    let money = |price| cx.messages.money(price, &session.currency);
    let args = [("low", Arg::from(money(one.min(other)))), ("high", money(one.max(other)).into())];
    cx.tr("predict-range-is", &args)
}

/// What was expected, once the meeting has begun.
fn closed(ui: &mut Ui, cx: &Cx<'_>, session: &Session, meeting: &Meeting) {
    let tokens = cx.tokens;
    let Some(prediction) = &meeting.prediction else {
        ui.add(Label::new(text::body(cx.t("predict-closed-none"), tokens)).wrap());
        return;
    };
    if let Some(verdict) = prediction.verdict {
        let word = cx.messages.word("outcome", verdict.id());
        let args = [("outcome", Arg::from(word)), ("sure", prediction.sure.into())];
        ui.label(text::value(cx.tr("predict-closed-verdict", &args), tokens));
    }
    let range = range(cx, session, prediction);
    if !range.is_empty() {
        ui.add(Label::new(text::value(range, tokens)).wrap());
    }
    ui.add(Label::new(text::caption(cx.t("predict-closed"), tokens)).wrap());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_less_sure_than_no_idea() {
        assert_eq!(read_sure("70 %"), Some(70));
        assert_eq!(read_sure("25"), Some(25));
        assert_eq!(read_sure("24"), None);
        assert_eq!(read_sure("101"), None);
        assert_eq!(read_sure("very"), None);
    }
}
