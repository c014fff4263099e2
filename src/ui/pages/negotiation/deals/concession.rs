//! How the price gives way: from where to where, in how many steps, and what each is traded for.

use egui::{Align, Layout, Rect, Ui, Vec2};
use rust_decimal::Decimal;

use super::fit;
use super::scene::Scene;
use crate::app::edit::SessionEdit;
use crate::domain::plan::ConcessionSteps;
use crate::domain::price_steps::{MOST_STEPS, Next, NoPlan, Pattern, PriceSteps};
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::i18n::parse::parse_amount;
use crate::ui::charts::steps::StepsChart;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

const CHART: f32 = 168.0;
/// Shapes to choose from, as the exponent times 100.
const SHAPES: [(u16, &str); 4] = [
    (50, "deals-shape-tough"),
    (100, "deals-shape-even"),
    (200, "deals-shape-tapering"),
    (400, "deals-shape-soft"),
];

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let (tokens, session) = (cx.tokens, scene.session);
    let steps = session.plan.concessions.clone().unwrap_or_default();
    let plan = PriceSteps::of(session, &steps);
    let sign = plan.as_ref().ok().and_then(|plan| match plan.pattern {
        Pattern::Shrinking => Some((Tone::Ok, cx.t("deals-steps-shrinking"))),
        Pattern::Growing => Some((Tone::Warn, cx.t("deals-steps-growing"))),
        Pattern::Even => None,
    });
    let card = Card::new(cx.t("deals-concession")).caption(cx.t("deals-concession-caption"));
    fit::show(
        ui,
        tokens,
        ("concession", card),
        place,
        |ui| {
            if let Some((tone, label)) = sign {
                chip(ui, tokens, tone, label);
            }
        },
        |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            match &plan {
                Ok(plan) => {
                    next_line(ui, cx, session, &steps, plan);
                    chart(ui, cx, session, plan);
                    if plan.pattern == Pattern::Growing {
                        warning(ui, cx, "deals-steps-warning");
                    }
                }
                Err(NoPlan::Missing) => warning(ui, cx, "deals-concession-missing"),
                Err(NoPlan::NoDistance) => warning(ui, cx, "deals-concession-same"),
                Err(NoPlan::WrongWay) => warning(ui, cx, "deals-concession-wrong"),
            }
            ui.add_enabled_ui(!cx.read_only, |ui| {
                ends(ui, cx, session, &steps);
                shape(ui, cx, session, &steps);
                if let Ok(plan) = &plan {
                    returns(ui, cx, session, &steps, plan);
                }
            });
        },
    );
}

fn edit(cx: &mut Cx<'_>, session: &Session, steps: ConcessionSteps) {
    cx.edit_session(session.id, SessionEdit::Concessions(Some(steps)));
}

fn warning(ui: &mut Ui, cx: &Cx<'_>, key: &str) {
    let tokens = cx.tokens;
    ui.horizontal_top(|ui| {
        ui.add(icons::sized("warning", 14.0).tint(tokens.warn).alt_text(""));
        let told = cx.messages.text(key).to_owned();
        ui.add(egui::Label::new(text::body(told, tokens).color(tokens.warn)).wrap());
    });
}

/// What comes next at the table.
fn next_line(
    ui: &mut Ui,
    cx: &Cx<'_>,
    session: &Session,
    steps: &ConcessionSteps,
    plan: &PriceSteps,
) {
    let tokens = cx.tokens;
    let told = match plan.next {
        None => cx.t("deals-next-none").to_owned(),
        Some(Next { by: None, amount, .. }) => {
            let amount = cx.messages.money(amount, &session.currency);
            cx.tr("deals-next-opening", &[("amount", amount.into())])
        }
        Some(Next { step, amount, by: Some(by) }) => {
            let args = [
                ("step", Arg::from(cx.messages.number(by))),
                ("amount", Arg::from(cx.messages.money(amount, &session.currency))),
            ];
            let next = cx.tr("deals-next", &args);
            match in_return(steps, step) {
                "" => cx.tr("deals-next-for-nothing", &[("next", next.into())]),
                what => cx.tr("deals-next-for", &[("next", next.into()), ("what", what.into())]),
            }
        }
    };
    ui.add(egui::Label::new(text::strong(told, tokens)).wrap());
}

/// What a step is given for; nothing for the opening.
fn in_return(steps: &ConcessionSteps, step: usize) -> &str {
    let place = step.checked_sub(1);
    place.and_then(|place| steps.in_return.get(place)).map_or("", |what| what.trim())
}

fn chart(ui: &mut Ui, cx: &Cx<'_>, session: &Session, plan: &PriceSteps) {
    let number = |amount: &Decimal| cx.messages.number(*amount);
    let walk_away = session.plan.reservation;
    let listed = |prices: &[Decimal]| {
        prices.iter().map(number).collect::<Vec<_>>().join(cx.t("deals-arrow"))
    };
    let next = plan.next.and_then(|next| next.by).map_or_else(String::new, |by| {
        cx.tr("deals-now-next", &[("step", cx.messages.number(by).into())])
    });
    let walk_away_label = walk_away.map_or_else(String::new, |limit| {
        cx.tr("deals-walk-away", &[("amount", number(&limit).into())])
    });
    let args = [
        ("planned", Arg::from(listed(&plan.planned))),
        ("made", Arg::from(listed(&plan.made))),
        ("count", plan.made.len().into()),
        ("limit", Arg::from(&walk_away_label)),
    ];
    let chart = StepsChart {
        planned: &plan.planned,
        made: &plan.made,
        walk_away,
        summary: cx.tr("deals-steps-summary", &args),
        walk_away_label,
        now: (cx.t("deals-now"), next),
        opening: cx.t("deals-open"),
    };
    let size = Vec2::new(ui.available_width(), CHART);
    chart.show(ui, cx.tokens, cx.messages, size);
}

/// Opening and stop.
fn ends(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, steps: &ConcessionSteps) {
    let hint = |cx: &Cx<'_>, price: Option<Decimal>, key: &str| {
        price.map_or_else(String::new, |price| {
            cx.tr(key, &[("amount", cx.messages.number(price).into())])
        })
    };
    ui.columns_const(|[left, right]: &mut [Ui; 2]| {
        let as_target = hint(cx, session.plan.target, "deals-as-target");
        if let Some(opening) = amount(left, cx, session, "deals-opening", steps.opening, &as_target)
        {
            edit(cx, session, ConcessionSteps { opening, ..steps.clone() });
        }
        let as_limit = hint(cx, session.plan.reservation, "deals-as-limit");
        if let Some(stop) = amount(right, cx, session, "deals-stop", steps.stop, &as_limit) {
            edit(cx, session, ConcessionSteps { stop, ..steps.clone() });
        }
    });
}

fn amount(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    label: &'static str,
    current: Option<Decimal>,
    hint: &str,
) -> Option<Option<Decimal>> {
    let key = format!("{}/{label}", session.id);
    let shown = current.map(|amount| Shown {
        resting: cx.messages.number(amount),
        typing: amount.normalize().to_string(),
    });
    let problem = cx.t("deals-amount-problem");
    typed(
        ui,
        cx.tokens,
        Field::new(cx.t(label)).hint(hint),
        (&mut cx.drafts.unparsed, &key),
        shown.unwrap_or_default(),
        parse_amount,
        |_| problem.to_owned(),
    )
}

/// How many steps, and how tough.
fn shape(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, steps: &ConcessionSteps) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let fewer = ActionButton::icon_only("minus", cx.t("deals-steps-fewer"));
        if fewer.enabled(steps.steps > 1).show(ui, tokens).clicked() {
            edit(cx, session, ConcessionSteps { steps: steps.steps - 1, ..steps.clone() });
        }
        let count = cx.tr("deals-steps-count", &[("count", steps.steps.into())]);
        ui.label(text::value(count, tokens));
        let more = ActionButton::icon_only("plus", cx.t("deals-steps-more"));
        if more.enabled(steps.steps < MOST_STEPS).show(ui, tokens).clicked() {
            edit(cx, session, ConcessionSteps { steps: steps.steps + 1, ..steps.clone() });
        }
        ui.add_space(6.0);
        let options = SHAPES.map(|(softness, key)| (softness, cx.t(key)));
        let current = nearest_shape(steps.softness);
        if let Some(softness) = segmented(ui, tokens, cx.t("deals-shape"), Some(current), &options)
        {
            edit(cx, session, ConcessionSteps { softness, ..steps.clone() });
        }
    });
}

/// The shape that comes nearest, in proportion.
fn nearest_shape(softness: u16) -> u16 {
    let off = |shape: u16| (f64::from(shape).ln() - f64::from(softness.max(1)).ln()).abs();
    let shapes = SHAPES.into_iter().map(|(shape, _)| shape);
    shapes.min_by(|one, other| off(*one).total_cmp(&off(*other))).unwrap_or(100)
}

/// "−50" for a seller, "+50" for a buyer.
fn signed(cx: &Cx<'_>, by: Decimal) -> String {
    let sign = if by.is_sign_negative() { "−" } else { "+" };
    format!("{sign}{}", cx.messages.number(by.abs()))
}

/// What each step is traded for.
fn returns(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    steps: &ConcessionSteps,
    plan: &PriceSteps,
) {
    let tokens = cx.tokens;
    ui.label(text::caption(cx.t("deals-returns"), tokens));
    let ends = plan.planned.iter().zip(plan.planned.iter().skip(1));
    for (place, (from, to)) in ends.enumerate() {
        ui.push_id(place, |ui| {
            let room = Vec2::new(ui.available_width(), 34.0);
            ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
                let args = [
                    ("amount", Arg::from(cx.messages.number(*to))),
                    ("step", signed(cx, *to - *from).into()),
                ];
                let told = cx.tr("deals-step", &args);
                let width = Vec2::new(104.0, 20.0);
                ui.allocate_ui_with_layout(width, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(width.x);
                    text::one_line(ui, text::value(told, tokens));
                });
                let label = cx.tr("deals-return", &[("step", (place + 1).into())]);
                let field = Field::new(&label).hide_label().hint(cx.t("deals-return-hint"));
                let current = steps.in_return.get(place).map_or("", String::as_str);
                if let Some(what) = field.edit(ui, tokens, current) {
                    let mut steps = steps.clone();
                    if steps.in_return.len() <= place {
                        steps.in_return.resize(place + 1, String::new());
                    }
                    if let Some(slot) = steps.in_return.get_mut(place) {
                        *slot = what;
                    }
                    edit(cx, session, steps);
                }
            });
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_between_two_is_shown_as_the_nearest() {
        assert_eq!(nearest_shape(20), 50);
        assert_eq!(nearest_shape(120), 100);
        assert_eq!(nearest_shape(150), 200);
        assert_eq!(nearest_shape(500), 400);
    }

    #[test]
    fn the_opening_is_given_for_nothing() {
        let in_return_for = vec![" 36 months ".to_owned()];
        let steps = ConcessionSteps { in_return: in_return_for, ..ConcessionSteps::default() };
        assert_eq!(
            [in_return(&steps, 0), in_return(&steps, 1), in_return(&steps, 2)],
            ["", "36 months", ""]
        );
    }
}
