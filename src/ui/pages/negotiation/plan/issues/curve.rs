//! How the worth of a value runs between walk-away and target: the choice of a curve with its
//! picture, and the points of a curve of one's own as a small table.

use egui::{Align2, FontId, Sense, Shape, Stroke, Ui, Vec2, pos2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::row::key;
use super::stakes::{self, Change};
use super::typed_value::{read, read_points, shown};
use crate::domain::issue::{Curve, Issue, IssueKind, IssueValue, Stakes, Topic, day_of_number};
use crate::domain::ledger::Side;
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed_cell};

const PICTURE: f32 = 84.0;
const AXIS: f32 = 16.0;
/// So many pieces draw a curve.
const PIECES: u32 = 48;

pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    (topic, issue): (Topic, &Issue),
    side: Side,
) {
    ui.push_id(side.id(), |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let (tokens, stakes) = (cx.tokens, stakes::of(issue, side));
        let put = |cx: &mut Cx<'_>, curve: Curve| {
            if let Some(edit) = stakes::edit(session, topic, side, Change::Curve(curve)) {
                cx.edit_session(session.id, edit);
            }
        };
        let label = cx.messages.word("curve-label", side.id());
        ui.label(text::label(label, tokens));
        let own = match &stakes.curve {
            Curve::Points(points) => points.clone(),
            _ => first_points(stakes, issue.kind),
        };
        let curves = [Curve::Linear, Curve::Threshold, Curve::Points(own)];
        let names = [0, 1, 2].map(|index: usize| {
            let id = curves.get(index).map_or("", Curve::id);
            (index, cx.messages.word("curve", id))
        });
        let current = curves.iter().position(|curve| curve.id() == stakes.curve.id());
        if let Some(chosen) = segmented(ui, tokens, label, current, &names)
            && let Some(curve) = curves.get(chosen)
        {
            forget(cx, session, topic, side);
            put(cx, curve.clone());
        }
        picture(ui, cx, issue, side);
        if let Curve::Points(points) = &stakes.curve {
            let changed = table(ui, cx, session, (topic, issue), side, points);
            if let Some(points) = changed {
                put(cx, Curve::Points(points));
            }
        }
    });
}

/// The points from which a curve of one's own begins: walk-away, middle and target.
fn first_points(stakes: &Stakes, kind: IssueKind) -> Vec<(IssueValue, u8)> {
    let (Some(limit), Some(target)) = (stakes.reservation, stakes.target) else {
        return Vec::new();
    };
    let middle = middle(kind, limit, target).map(|middle| (middle, 50));
    [Some((limit, 0)), middle, Some((target, 100))].into_iter().flatten().collect()
}

/// The value half way between two, as round as its kind.
fn middle(kind: IssueKind, one: IssueValue, other: IssueValue) -> Option<IssueValue> {
    let middle = one.number()?.checked_add(other.number()?)? / Decimal::TWO;
    let value = match kind {
        IssueKind::Date => IssueValue::Day(day_of_number(middle.floor().to_i64()?)?),
        _ => IssueValue::Number(middle.round_sf(4)?.normalize()),
    };
    (value != one && value != other).then_some(value)
}

/// A small picture of the worth along the values.
fn picture(ui: &mut Ui, cx: &Cx<'_>, issue: &Issue, side: Side) {
    let (tokens, stakes) = (cx.tokens, stakes::of(issue, side));
    let size = Vec2::new(ui.available_width(), PICTURE + AXIS);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let number = |value: IssueValue| value.number().and_then(|number| number.to_f64());
    let points: &[(IssueValue, u8)] = match &stakes.curve {
        Curve::Points(points) => points,
        _ => &[],
    };
    let ends = [stakes.reservation, stakes.target].into_iter().flatten();
    let values: Vec<IssueValue> = ends.chain(points.iter().map(|(at, _)| *at)).collect();
    let low = values.iter().copied().min_by_key(|value| value.number());
    let high = values.iter().copied().max_by_key(|value| value.number());
    let summary =
        cx.tr("curve-picture", &[("curve", cx.messages.word("curve", stakes.curve.id()).into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &summary));
    let plot = egui::Rect::from_min_max(rect.min, rect.max - Vec2::new(0.0, AXIS));
    ui.painter().rect_filled(plot, 6.0, tokens.surface);
    let (Some(low), Some(high)) = (low, high) else {
        let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
        let hint = cx.t("curve-empty");
        ui.painter().text(plot.center(), Align2::CENTER_CENTER, hint, font, tokens.text_3);
        return;
    };
    let (Some(from), Some(to)) = (number(low), number(high)) else { return };
    let inner = plot.shrink(8.0);
    if to <= from || !inner.is_positive() {
        return;
    }
    #[expect(clippy::cast_possible_truncation, reason = "screen positions")]
    let at = |value: f64, worth: f64| {
        let x = inner.left() + ((value - from) / (to - from)) as f32 * inner.width();
        pos2(x, inner.bottom() - worth as f32 * inner.height())
    };
    for worth in [0.0, 0.5, 1.0] {
        let y = at(from, worth).y;
        ui.painter().hline(inner.x_range(), y, Stroke::new(1.0, tokens.grid));
    }
    let colour = if side == Side::Us { tokens.accent } else { tokens.warn };
    let worth_at = |value: f64| {
        let value = Decimal::from_f64_retain(value)?;
        stakes.worth(IssueValue::Number(value))
    };
    let line = (0..=PIECES).filter_map(|piece| {
        let value = from + (to - from) * f64::from(piece) / f64::from(PIECES);
        Some(at(value, worth_at(value)?))
    });
    ui.painter().add(Shape::line(line.collect(), Stroke::new(2.0, colour)));
    for (value, worth) in points {
        if let Some(value) = number(*value) {
            let place = at(value, f64::from((*worth).min(100)) / 100.0);
            ui.painter().circle(place, 3.5, tokens.surface, Stroke::new(2.0, colour));
        }
    }
    let font = FontId::new(type_size::CAPTION, Weight::Regular.family());
    let below = plot.bottom() + 2.0;
    for (value, align, x) in
        [(low, Align2::LEFT_TOP, plot.left()), (high, Align2::RIGHT_TOP, plot.right())]
    {
        let label = cx.messages.bare_term(issue, value);
        ui.painter().text(pos2(x, below), align, label, font.clone(), tokens.text_3);
    }
}

/// Drops what was typed and could not be read: it belongs to the place of a point, and another
/// point is going to stand there.
fn forget(cx: &mut Cx<'_>, session: &Session, topic: Topic, side: Side) {
    let prefix = key(session, topic, &format!("{}-point-", side.id()));
    cx.drafts.unparsed.retain(|key, _| !key.starts_with(&prefix));
}

/// The points as a table; returns them as the user changed them.
fn table(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    (topic, issue): (Topic, &Issue),
    side: Side,
    points: &[(IssueValue, u8)],
) -> Option<Vec<(IssueValue, u8)>> {
    let (tokens, today) = (cx.tokens, cx.today());
    let mut changed = None;
    for (index, (value, worth)) in points.iter().enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let number = [("number", Arg::from(index + 1))];
            let label = cx.tr("curve-point-value", &number);
            let draft = key(session, topic, &format!("{}-point-{index}", side.id()));
            let typed = typed_cell(
                ui,
                tokens,
                Field::new(&label).width(92.0),
                (&mut cx.drafts.unparsed, &draft),
                shown(cx.messages, issue, Some(*value)),
                |text| read(text, issue, today),
            );
            let mut set = |value: IssueValue, worth: u8| {
                let mut points = points.to_vec();
                if let Some(point) = points.get_mut(index) {
                    *point = (value, worth);
                }
                changed = Some(points);
            };
            if let Some(Some(value)) = typed.changed {
                set(value, *worth);
            }
            ui.label(text::caption(cx.t("curve-is-worth"), tokens));
            let label = cx.tr("curve-point-worth", &number);
            let draft = format!("{draft}-worth");
            let typed = typed_cell(
                ui,
                tokens,
                Field::new(&label).width(46.0),
                (&mut cx.drafts.unparsed, &draft),
                Shown::always(worth.to_string()),
                read_points,
            );
            if let Some(Some(worth)) = typed.changed {
                set(*value, worth);
            }
            let label = cx.tr("curve-point-remove", &number);
            let remove = ActionButton::icon_only("cross", &label).colour(tokens.text_3);
            if remove.enabled(points.len() > 2).show(ui, tokens).clicked() {
                let mut points = points.to_vec();
                points.remove(index);
                changed = Some(points);
                forget(cx, session, topic, side);
            }
        });
    }
    let more = more(issue.kind, points);
    let add = ActionButton::quiet(cx.t("curve-point-add")).icon("plus").small();
    let add = add.enabled(more.is_some()).tooltip(cx.t("curve-point-add-tip"));
    if add.show(ui, tokens).clicked() {
        changed = more;
        forget(cx, session, topic, side);
    }
    changed
}

/// The points in order with one more in the middle of the widest gap; `None` without a gap.
fn more(kind: IssueKind, points: &[(IssueValue, u8)]) -> Option<Vec<(IssueValue, u8)>> {
    let mut sorted = points.to_vec();
    sorted.sort_by_key(|(value, _)| value.number());
    let gap = |pair: &[(IssueValue, u8); 2]| {
        let [(low, _), (high, _)] = pair;
        high.number()?.checked_sub(low.number()?)
    };
    let (place, [low, high]) =
        sorted.array_windows::<2>().enumerate().max_by_key(|(_, pair)| gap(pair))?;
    let value = middle(kind, low.0, high.0)?;
    let worth = u8::midpoint(low.1, high.1);
    let mut points = sorted.clone();
    points.insert(place + 1, (value, worth));
    Some(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: i64) -> IssueValue {
        IssueValue::Number(Decimal::from(value))
    }

    #[test]
    fn one_more_point_goes_into_the_widest_gap() {
        let points = [(number(75), 0), (number(30), 100), (number(45), 90)];
        let more = more(IssueKind::Number, &points).unwrap();
        let values = [(number(30), 100), (number(45), 90), (number(60), 45), (number(75), 0)];
        assert_eq!(more, values);
        let day = |day| IssueValue::Day(jiff::civil::date(2026, 6, day));
        let days = [(day(1), 0), (day(2), 100)];
        assert_eq!(super::more(IssueKind::Date, &days), None, "no day in between");
        let far = number(7).number().unwrap() * Decimal::from(10_i64.pow(14));
        let far = IssueValue::Number(far * Decimal::from(10_i64.pow(14)));
        let other = IssueValue::Number(-far.number().unwrap());
        let more = super::more(IssueKind::Number, &[(other, 0), (far, 100)]);
        assert_eq!(more.map(|points| points.len()), Some(3), "a gap beyond all numbers");
    }

    #[test]
    fn a_curve_of_ones_own_begins_as_a_straight_line() {
        let stakes =
            Stakes { target: Some(number(30)), reservation: Some(number(75)), ..Stakes::default() };
        let points = first_points(&stakes, IssueKind::Number);
        let own = Stakes { curve: Curve::Points(points), ..stakes.clone() };
        for value in [30, 40, 60, 75] {
            let (own, straight) = (own.worth(number(value)), stakes.worth(number(value)));
            assert!((own.unwrap() - straight.unwrap()).abs() < 1e-3, "{value}");
        }
    }
}
