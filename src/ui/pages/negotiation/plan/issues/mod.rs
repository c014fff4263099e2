//! The table of issues: the price first, then what else is negotiated; one row opens to its details.

mod choices;
mod curve;
mod details;
mod focus;
mod ideas;
mod row;
pub(super) mod stakes;
mod typed_value;
mod weighing;
mod words;

pub(super) use typed_value::read_points;

use std::cell::RefCell;

use egui::{Align, Rect, Sense, Ui, Vec2};

use super::fit;
use crate::app::plan_draft::PlanDraft;
use crate::domain::issue::{Issue, Topic};
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{cell, split};
use crate::ui::widgets::text;

pub(super) const NAME: &str = "issues";

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, place: Rect) {
    let tokens = cx.tokens;
    let alone = session.plan.issues.is_empty();
    let title = cx.t("issues-title");
    let caption = cx.t(if alone { "issues-caption-alone" } else { "issues-caption" });
    // Head and body of the card both ask for what they do.
    let cx = RefCell::new(cx);
    Card::new(title).caption(caption).show_with_actions(
        ui,
        tokens,
        place,
        |ui| ideas::button(ui, &mut cx.borrow_mut(), session),
        |ui| fit::measured(ui, NAME, |ui| content(ui, &mut cx.borrow_mut(), session, alone)),
    );
}

fn content(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, alone: bool) {
    let draft = cx.drafts.plans.get(&session.id);
    let open = draft.and_then(|draft| draft.open);
    if draft.and_then(|draft| draft.weighing).is_some() && !alone {
        weighing::show(ui, cx, session);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    head(ui, cx, alone);
    let plan = &session.plan;
    let shares =
        Side::BOTH.map(|side| stakes::shares(plan, &session.currency, side).unwrap_or_default());
    for (index, topic) in plan.topics().enumerate() {
        let Some(issue) = plan.as_issue(topic, &session.currency) else { continue };
        let [mine, theirs] = shares.each_ref().map(|shares| shares.get(index).copied());
        let is_open = open == Some(topic);
        let row =
            row::Row { session, topic, issue: &issue, shares: (mine, theirs), alone, is_open };
        ui.push_id(("topic", issue.id.0), |ui| {
            row::show(ui, cx, &row);
            if is_open {
                details::show(ui, cx, session, topic, &issue);
            }
        });
    }
    ui.spacing_mut().item_spacing.y = 8.0;
    if alone {
        ideas::none_yet(ui, cx, session);
    } else {
        foot(ui, cx, session);
    }
}

fn head(ui: &mut Ui, cx: &Cx<'_>, alone: bool) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 26.0), Sense::hover());
    ui.painter().rect_filled(rect, 6.0, tokens.sunken);
    let heads = [
        ("", tokens.text_3),
        (if alone { "" } else { "issues-my-weight" }, tokens.accent_text),
        (if alone { "issues-my-target" } else { "issues-target" }, tokens.accent_text),
        ("issues-limit", tokens.accent_text),
        ("", tokens.text_3),
        (if alone { "" } else { "issues-their-weight" }, tokens.warn),
        (if alone { "issues-their-target" } else { "issues-target" }, tokens.warn),
        ("issues-limit", tokens.warn),
        ("issues-slack", tokens.text_3),
    ];
    for (index, (place, (key, colour))) in
        split(rect, row::GAP, &row::TRACKS).into_iter().zip(heads).enumerate()
    {
        if key.is_empty() {
            continue;
        }
        let is_weight = matches!(index, 1 | 5);
        let align = if is_weight { Align::Min } else { Align::Max };
        cell(ui, ("head", index), place, align, |ui| {
            let tip = cx.messages.word(key, "tip");
            text::one_line(ui, text::label(cx.t(key), tokens).color(colour)).on_hover_text(tip);
        });
    }
}

/// Ways to the weights.
fn foot(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let tokens = cx.tokens;
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.label(text::caption(cx.t("weigh-how"), tokens));
        for side in Side::BOTH {
            let label = cx.messages.word("weigh-start", side.id());
            let button = ActionButton::secondary(label).small().enabled(!cx.read_only);
            if button.show(ui, tokens).clicked() {
                let draft: &mut PlanDraft = cx.drafts.plans.entry(session.id).or_default();
                draft.weighing = Some(side);
                weighing::begin(ui);
            }
        }
    });
}

/// What the values of a topic are written in: "CNY per site and month", "days after invoice".
pub(super) fn unit(cx: &Cx<'_>, session: &Session, topic: Topic, issue: &Issue) -> String {
    let own = cx.messages.short_unit(issue);
    match topic {
        Topic::Price => {
            let per = session.plan.price_unit.trim();
            if per.is_empty() {
                own
            } else {
                cx.tr("issues-price-unit", &[("currency", own.into()), ("unit", per.into())])
            }
        }
        Topic::Issue(_) if issue.unit.trim().is_empty() => {
            cx.messages.word("issue-kind", issue.kind.id()).to_owned()
        }
        Topic::Issue(_) if issue.kind == crate::domain::issue::IssueKind::Money => own,
        Topic::Issue(_) => issue.unit.trim().to_owned(),
    }
}
