//! Goal and limits: what a minute is enough for.

use egui::Ui;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::edit::SessionEdit;
use crate::domain::outcome::Party;
use crate::domain::session::Session;
use crate::i18n::messages::Arg;
use crate::i18n::parse::parse_amount;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let (tokens, plan, id) = (cx.tokens, &session.plan, session.id);
    let goal_id = ui.make_persistent_id("goal");
    let field = Field::new(cx.t("plan-goal")).hint(cx.t("plan-goal-hint")).rows(2).id(goal_id);
    if let Some(text) = field.edit(ui, tokens, &plan.goal) {
        cx.edit_session(id, SessionEdit::Goal(text));
    }
    if is_blank(session) && !cx.read_only {
        focus_once(ui, goal_id);
    }
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        limits(left, cx, session);
        what_for(right, cx, session);
    });
    room(ui, cx, session);
}

fn limits(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let (plan, id) = (&session.plan, session.id);
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        if let Some(price) = amount(left, cx, session, "plan-target", plan.target) {
            cx.edit_session(id, SessionEdit::Target(price));
        }
        if let Some(price) = amount(right, cx, session, "plan-limit", plan.reservation) {
            cx.edit_session(id, SessionEdit::Reservation(price));
        }
    });
}

fn what_for(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let (tokens, id) = (cx.tokens, session.id);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = cx.t("plan-side");
            ui.label(text::caption(label, tokens));
            let sides = [(Party::Seller, "party-seller"), (Party::Buyer, "party-buyer")];
            let options = sides.map(|(party, key)| (party, cx.t(key)));
            if let Some(party) = segmented(ui, tokens, label, Some(session.my_party), &options) {
                cx.edit_session(id, SessionEdit::MyParty(party));
            }
        });
        ui.vertical(|ui| currency(ui, cx, session));
        let unit = Field::new(cx.t("plan-unit")).hint(cx.t("plan-unit-hint"));
        if let Some(text) = unit.edit(ui, tokens, &session.plan.price_unit) {
            cx.edit_session(id, SessionEdit::PriceUnit(text));
        }
    });
}

/// Whether nothing is written yet.
fn is_blank(session: &Session) -> bool {
    let plan = &session.plan;
    let no_price = plan.target.is_none() && plan.reservation.is_none();
    plan.goal.is_empty() && no_price && plan.issues.is_empty()
}

/// Puts the cursor into the first field of a blank plan, once for each visit of the window.
fn focus_once(ui: &Ui, field: egui::Id) {
    let done = field.with("focused");
    let is_free = ui.memory(|memory| memory.focused().is_none());
    if is_free && !ui.data(|data| data.get_temp(done).unwrap_or(false)) {
        ui.data_mut(|data| data.insert_temp(done, true));
        ui.memory_mut(|memory| memory.request_focus(field));
    }
}

fn amount(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    label: &'static str,
    current: Option<Decimal>,
) -> Option<Option<Decimal>> {
    let key = format!("{}/{label}", session.id);
    let shown = current.map(|amount| Shown {
        resting: cx.messages.number(amount),
        typing: amount.normalize().to_string(),
    });
    let field = Field::new(cx.t(label)).hint(cx.messages.word(label, "hint"));
    let messages = cx.messages;
    typed(
        ui,
        cx.tokens,
        field,
        (&mut cx.drafts.unparsed, &key),
        shown.unwrap_or_default(),
        parse_amount,
        |_| match current {
            None => messages.text("plan-amount-problem").to_owned(),
            Some(kept) => {
                let kept = messages.money(kept, &session.currency);
                messages.with("plan-amount-problem-kept", &[("amount", kept.into())])
            }
        },
    )
}

fn currency(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let key = format!("{}/currency", session.id);
    let problem = cx.t("plan-currency-problem").to_owned();
    let code = typed(
        ui,
        cx.tokens,
        Field::new(cx.t("plan-currency")).width(64.0),
        (&mut cx.drafts.unparsed, &key),
        Shown::always(session.currency.clone()),
        read_currency,
        |_| problem,
    );
    if let Some(Some(code)) = code {
        cx.edit_session(session.id, SessionEdit::Currency(code));
    }
}

/// An ISO 4217 code, in capitals.
fn read_currency(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_uppercase();
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}

/// How much room there is, or what is wrong with it.
fn room(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    let (Some(target), Some(limit)) = (session.plan.target, session.plan.reservation) else {
        text::one_line(ui, text::caption(cx.t("plan-needs-both"), tokens));
        return;
    };
    let (width, wrong) = match session.my_party {
        Party::Seller => (target.checked_sub(limit), "plan-wrong-seller"),
        Party::Buyer => (limit.checked_sub(target), "plan-wrong-buyer"),
    };
    let Some(width) = width else { return };
    if width.is_zero() {
        text::one_line(ui, text::caption(cx.t("plan-no-room"), tokens).color(tokens.warn));
        return;
    }
    if width.is_sign_positive() {
        let share = width.checked_div(target.abs()).and_then(|share| share.to_f64());
        let line = cx.tr(
            "plan-room",
            &[
                ("width", Arg::from(cx.messages.money(width, &session.currency))),
                ("percent", cx.messages.percent(share.unwrap_or(f64::NAN)).into()),
            ],
        );
        ui.horizontal(|ui| {
            ui.add(icons::sized("check", 14.0).tint(tokens.ok).alt_text(""));
            text::one_line(ui, text::value(line, tokens));
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.add(icons::sized("warning", 14.0).tint(tokens.warn).alt_text(""));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ActionButton::secondary(cx.t("plan-swap")).small().show(ui, tokens).clicked() {
                cx.edit_session(session.id, SessionEdit::Target(Some(limit)));
                cx.edit_session(session.id, SessionEdit::Reservation(Some(target)));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let line = text::value(cx.t(wrong), tokens).color(tokens.warn);
                ui.add(egui::Label::new(line).wrap());
            });
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_is_three_letters() {
        assert_eq!(read_currency(" cny "), Some("CNY".to_owned()));
        assert_eq!(read_currency("元"), None);
        assert_eq!(read_currency("EURO"), None);
    }
}
