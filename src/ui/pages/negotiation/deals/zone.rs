//! A single number is negotiated: what one side gains the other loses, so there is a zone and no
//! more.

use egui::{Rect, Ui};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::scene::Scene;
use super::to_plan;
use super::words;
use crate::domain::deal_space::Zone;
use crate::domain::issue::{Issue, IssueValue, Stakes, Topic};
use crate::domain::ledger::Side;
use crate::i18n::Arg;
use crate::ui::charts::zone::{Reach, ZoneChart};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::text;

pub(super) const HEIGHT: f32 = 360.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, topic: Topic, place: Rect) {
    let tokens = cx.tokens;
    let Some(issue) = words::issue(scene.session, topic) else { return };
    let caption = words::name(cx, scene.session, topic);
    Card::new(cx.t("deals-zone")).caption(caption).show(ui, tokens, place, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let told = told(cx, &issue);
        ui.add(egui::Label::new(text::strong(&told, tokens)).wrap());
        chart(ui, cx, scene, topic, &issue, told);
        ui.label(text::caption(cx.t("deals-zone-guess"), tokens));
        ui.add_space(8.0);
        ui.add(egui::Label::new(text::body(cx.t("deals-one-topic"), tokens)).wrap());
        let button = ActionButton::secondary(cx.t("deals-add-issues")).icon("plus");
        if button.show(ui, tokens).clicked() {
            to_plan(cx, scene.session);
        }
    });
}

/// The zone in one sentence.
fn told(cx: &Cx<'_>, issue: &Issue) -> String {
    let bare = |number: Decimal| Arg::from(cx.messages.bare_number(issue, number));
    match Zone::of(issue) {
        Zone::Unknown => cx.t("deals-zone-unknown").to_owned(),
        Zone::Between { low, high, sure } => {
            let told = cx.tr("deals-zone-between", &[("low", bare(low)), ("high", bare(high))]);
            let sure = match sure {
                Some(sure) if sure == (low, high) => return told,
                Some((low, high)) => {
                    cx.tr("deals-zone-sure", &[("low", bare(low)), ("high", bare(high))])
                }
                None => cx.t("deals-zone-not-sure").to_owned(),
            };
            format!("{told} {sure}")
        }
        Zone::Apart { by, perhaps } => {
            let by = cx.messages.difference(issue, by);
            let key = if perhaps { "deals-zone-apart-perhaps" } else { "deals-zone-apart" };
            cx.tr(key, &[("by", by.into())])
        }
        Zone::SameWay => cx.t("deals-zone-same").to_owned(),
    }
}

fn chart(
    ui: &mut Ui,
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    topic: Topic,
    issue: &Issue,
    summary: String,
) {
    let number = |value: Option<IssueValue>| value.and_then(IssueValue::number);
    let as_f64 = |number: Decimal| number.to_f64();
    let reach = |stakes: &Stakes| {
        Some(Reach {
            target: number(stakes.target).and_then(as_f64)?,
            limit: number(stakes.reservation).and_then(as_f64)?,
            give_or_take: stakes.give_or_take.and_then(as_f64).unwrap_or(0.0),
        })
    };
    let (mut zone, mut zone_label) = (None, String::new());
    if let Zone::Between { low, high, .. } = Zone::of(issue) {
        zone = as_f64(low).zip(as_f64(high));
        let [low, high] = [low, high].map(|end| cx.messages.bare_number(issue, end).into());
        zone_label = cx.tr("deals-zone-label", &[("low", low), ("high", high)]);
    }
    let offer = scene.standing(Side::Us).about(topic).and_then(IssueValue::number);
    let offer_label = offer.map_or_else(String::new, |offer| {
        let offer = cx.messages.bare_number(issue, offer);
        cx.tr("deals-zone-offer", &[("amount", offer.into())])
    });
    let write = |at: f64| {
        let number = Decimal::from_f64(at).and_then(|number| number.round_sf(6));
        number.map_or_else(String::new, |number| cx.messages.bare_number(issue, number.normalize()))
    };
    let chart = ZoneChart {
        us: reach(&issue.mine),
        them: reach(&issue.theirs),
        zone,
        offer: offer.and_then(as_f64),
        names: (cx.t("side-us"), cx.t("side-them")),
        zone_label,
        offer_label,
        write: &write,
        summary,
    };
    chart.show(ui, cx.tokens);
}
