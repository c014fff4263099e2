//! Two to four offers that are worth the same to us, to be laid side by side.

use std::collections::BTreeMap;

use egui::{Align, CornerRadius, Frame, Layout, Margin, Rect, Stroke, Ui, Vec2};
use rust_decimal::prelude::ToPrimitive;

use super::points::{self, Point};
use super::scene::{Found, Scene};
use super::{fit, kept, words};
use crate::app::edit::SessionEdit;
use crate::domain::ids::EntryId;
use crate::domain::issue::{IssueValue, Topic};
use crate::domain::plan::{Package, Values};
use crate::i18n::Arg;
use crate::i18n::parse::parse_amount;
use crate::ui::charts::glyph::Glyph;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::radius;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::{Card, rule};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::typed::{Shown, typed};

/// A package narrower than this shows no terms.
const NARROWEST: f32 = 132.0;
const GAP: f32 = 8.0;
const LINE: f32 = 20.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let offers =
        scene.found.as_ref().map(|found| points::packages(cx, scene, found)).unwrap_or_default();
    let title = cx.tr("deals-packages", &[("count", offers.len().into())]);
    let caption = worth_of_all(cx, &offers);
    let (copy, tip) = (cx.t("deals-copy-all"), cx.t("deals-copy-all-tip"));
    let sayable = sayable(cx, scene, &offers);
    fit::show(
        ui,
        tokens,
        ("packages", Card::new(&title).caption(caption)),
        place,
        |ui| {
            let button = ActionButton::secondary(copy).icon("copy").small().tooltip(tip);
            if button.enabled(!offers.is_empty()).show(ui, tokens).clicked() {
                ui.ctx().copy_text(sayable);
            }
        },
        |ui| {
            wishes(ui, cx, scene);
            if let Some(found) = &scene.found {
                tiles(ui, cx, scene, found, &offers);
                keep(ui, cx, scene, &offers);
            }
            kept::show(ui, cx, scene);
        },
    );
}

fn worth_of_all(cx: &Cx<'_>, offers: &[Point]) -> String {
    let low = offers.iter().map(|point| point.me.0).reduce(f64::min);
    let high = offers.iter().map(|point| point.me.0).reduce(f64::max);
    let Some(range) = low.zip(high) else { return String::new() };
    cx.tr("deals-packages-worth", &[("points", words::range(range).into())])
}

/// How many, and what each is to be worth to me.
fn wishes(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = cx.t("deals-count");
            ui.label(text::caption(label, tokens));
            let options = [(2, "2"), (3, "3"), (4, "4")];
            let count = cx.drafts.deals.count;
            if let Some(count) = segmented(ui, tokens, label, Some(count), &options) {
                cx.drafts.deals.count = count;
            }
        });
        let id = scene.session.id;
        let solutions = scene.found.as_ref().map(|found| &found.prospects.analysis.solutions);
        let nash = solutions.and_then(|solutions| solutions.nash.as_ref());
        let balanced = nash.map_or(0, |deal| words::points(deal.me));
        let hint = cx.tr("deals-level-hint", &[("points", balanced.into())]);
        let field = Field::new(cx.t("deals-level")).hint(&hint);
        let level = cx.drafts.deals.levels.get(&id).copied();
        let shown = level.map(|level| Shown::always(level.to_string())).unwrap_or_default();
        let problem = cx.t("deals-level-problem");
        let key = format!("{id}/deals-level");
        let place = (&mut cx.drafts.unparsed, key.as_str());
        let new = typed(ui, tokens, field, place, shown, read_level, |_| problem.to_owned());
        match new {
            Some(Some(level)) => {
                cx.drafts.deals.levels.insert(id, level);
            }
            Some(None) => {
                cx.drafts.deals.levels.remove(&id);
            }
            None => {}
        }
    });
}

/// A whole number from 0 to 100.
fn read_level(text: &str) -> Option<u8> {
    parse_amount(text)?.round().to_u8().filter(|level| *level <= 100)
}

fn tiles(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, found: &Found, offers: &[Point]) {
    let tokens = cx.tokens;
    if offers.is_empty() {
        let done = found.prospects.analysis.packages.is_empty();
        let key = if done { "deals-packages-none" } else { "deals-first" };
        ui.add(egui::Label::new(text::body(cx.t(key), tokens)).wrap());
        return;
    }
    let room = ui.available_width();
    let mut columns = offers.len();
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let width = |columns: usize| ((room - GAP * (columns - 1) as f32) / columns as f32).floor();
    while columns > 1 && width(columns) < NARROWEST {
        columns = columns.div_ceil(2).min(columns - 1);
    }
    if offers.len() < usize::from(cx.drafts.deals.count) && scene.view.progress.is_none() {
        let fewer = cx.tr("deals-packages-fewer", &[("count", offers.len().into())]);
        ui.add(egui::Label::new(text::caption(fewer, tokens)).wrap());
    }
    for row in offers.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for point in row {
                tile(ui, cx, scene, point, width(columns));
            }
        });
    }
}

fn tile(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, point: &Point, width: f32) {
    let tokens = cx.tokens;
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, tokens.border))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::same(10));
    ui.allocate_ui_with_layout(Vec2::new(width, 0.0), Layout::top_down(Align::Min), |ui| {
        frame.show(ui, |ui| {
            ui.set_width(width - 22.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 6.0;
                let (sign, _) = ui.allocate_exact_size(Vec2::splat(20.0), egui::Sense::hover());
                if let Glyph::Number(_) = points::glyph(point.kind, false) {
                    let glyph = points::glyph(point.kind, false);
                    glyph.paint(ui.painter(), tokens, sign.center(), tokens.accent);
                }
                let name = text::strong(point.name.as_str(), tokens);
                text::one_line(ui, name).on_hover_text(&point.name);
            });
            for (topic, value) in &point.terms {
                let name = words::name(cx, scene.session, *topic);
                let term = words::term(cx, scene.session, *topic, *value);
                pair(ui, &text::caption(name, tokens), text::value(term, tokens));
            }
            ui.add_space(2.0);
            rule(ui, tokens);
            ui.add_space(2.0);
            let us = text::strong(words::range(point.me), tokens).color(tokens.accent_text);
            pair(ui, &text::caption(cx.t("side-us"), tokens), us);
            let them = text::strong(words::range(point.them), tokens).color(tokens.warn);
            pair(ui, &text::caption(cx.t("deals-them-guess"), tokens), them);
        });
    });
}

/// A name, and its value at the right.
fn pair(ui: &mut Ui, name: &egui::RichText, value: egui::RichText) {
    let width = ui.available_width();
    let room = Vec2::new(width, LINE - 2.0);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let told = value.text().to_owned();
        text::one_line(ui, value).on_hover_text(told);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            if ui.available_width() > 12.0 {
                text::one_line(ui, name.clone()).on_hover_text(name.text());
            }
        });
    });
}

/// Keeps those that are not kept yet.
fn keep(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, offers: &[Point]) {
    let tokens = cx.tokens;
    if offers.is_empty() {
        return;
    }
    let kept = &scene.session.plan.packages;
    let new: Vec<(&Point, Values)> = offers
        .iter()
        .map(|point| (point, values(&point.terms)))
        .filter(|(point, values)| {
            let price = price(&point.terms);
            !kept.iter().any(|kept| kept.price == price && kept.values == *values)
        })
        .collect();
    let key = if new.is_empty() { "deals-kept-already" } else { "deals-keep" };
    let button = ActionButton::secondary(cx.t(key)).icon("save").small();
    if button.enabled(!new.is_empty() && !cx.read_only).show(ui, tokens).clicked() {
        let packages = new.into_iter().map(|(point, values)| Package {
            id: EntryId(cx.clock.new_id()),
            name: point.name.clone(),
            price: price(&point.terms),
            values,
        });
        let packages = packages.collect();
        cx.edit_session(scene.session.id, SessionEdit::KeepPackages(packages));
    }
}

fn price(terms: &[(Topic, IssueValue)]) -> Option<rust_decimal::Decimal> {
    terms.iter().find(|(topic, _)| *topic == Topic::Price)?.1.number()
}

fn values(terms: &[(Topic, IssueValue)]) -> Values {
    let of_issue = |(topic, value): &(Topic, IssueValue)| match topic {
        Topic::Issue(id) => Some((*id, *value)),
        Topic::Price => None,
    };
    terms.iter().filter_map(of_issue).collect::<BTreeMap<_, _>>()
}

/// All of them to be read out or sent: names and terms, and nothing of what they are worth.
fn sayable(cx: &Cx<'_>, scene: &Scene<'_>, offers: &[Point]) -> String {
    let offers = offers.iter().map(|point| (point.name.as_str(), point.terms.as_slice()));
    read_out(cx, scene, &offers.collect::<Vec<_>>())
}

pub(super) fn read_out(
    cx: &Cx<'_>,
    scene: &Scene<'_>,
    offers: &[(&str, &[(Topic, IssueValue)])],
) -> String {
    let mut lines = vec![cx.tr("deals-say-intro", &[("count", offers.len().into())])];
    lines.extend((1_usize..).zip(offers).map(|(number, (name, terms))| {
        let args = [
            ("number", Arg::from(number)),
            ("name", Arg::from(*name)),
            ("terms", Arg::from(words::terms(cx, scene.session, terms))),
        ];
        cx.tr("deals-say-line", &args)
    }));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_a_whole_number_of_a_hundred() {
        assert_eq!(read_level(" 70 "), Some(70));
        assert_eq!(read_level("101"), None);
        assert_eq!(read_level("-3"), None);
        assert_eq!(read_level("high"), None);
    }
}
