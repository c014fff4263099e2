//! The picture: what deals are worth to us, and as far as we can guess to them.

use egui::{Align, Layout, Rect, Sense, Stroke, StrokeKind, Ui, Vec2};
use rust_decimal::Decimal;

use super::points::{self, Kind, Point};
use super::scene::{Found, Scene};
use super::{table, words};
use crate::app::drafts::Balance;
use crate::domain::bargaining::{Fault, Side as Party};
use crate::domain::ledger::Side;
use crate::i18n::Arg;
use crate::ui::charts::frontier::{FrontierChart, Mark, Picked};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{bar, filter_chip};
use crate::ui::widgets::text;

/// What stands below the picture.
const FOOTER: f32 = 82.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let (caption, label) = (caption(cx, scene), cx.t("deals-as-table"));
    let as_table = cx.drafts.deals.as_table;
    let mut switched = false;
    Card::new(cx.t("deals-picture")).caption(caption).fixed().show_with_actions(
        ui,
        tokens,
        place,
        |ui| switched = filter_chip(ui, tokens, as_table, label).clicked(),
        |ui| {
            progress(ui, cx, scene);
            let Some(found) = &scene.found else {
                waiting(ui, cx, scene);
                return;
            };
            if found.prospects.analysis.frontier.is_empty() {
                ui.add_space(24.0);
                ui.label(text::strong(cx.t("deals-none"), tokens));
                ui.label(text::body(cx.t("deals-none-what"), tokens));
                return;
            }
            let bottom = place.bottom() - size::CARD_PADDING;
            if as_table {
                table::show(ui, cx, scene, found, bottom);
            } else {
                picture(ui, cx, scene, found, bottom);
            }
        },
    );
    if switched {
        cx.drafts.deals.as_table = !as_table;
    }
}

/// How many deals there are, and how sure that is.
fn caption(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let Some(found) = &scene.found else { return String::new() };
    let analysis = &found.prospects.analysis;
    let exact = analysis.feasible.exact && analysis.frontier.is_exact();
    let key = if exact { "deals-caption" } else { "deals-caption-about" };
    let args = [
        ("deals", Arg::from(count(cx, analysis.deals))),
        ("feasible", Arg::from(count(cx, analysis.feasible.deals))),
    ];
    cx.tr(key, &args)
}

/// A number of deals; of a large one the first digits count.
fn count(cx: &Cx<'_>, deals: u128) -> String {
    let short =
        |deals: u128| i64::try_from(deals).ok().map(|deals| cx.messages.number(deals.into()));
    if deals < 1_000_000 {
        return short(deals).unwrap_or_default();
    }
    let (mut rest, mut zeros) = (deals, 0_u32);
    while rest >= 100 {
        rest /= 10;
        zeros += 1;
    }
    if zeros <= 8 {
        return short(rest * 10_u128.pow(zeros)).unwrap_or_default();
    }
    let lead = i64::try_from(rest).unwrap_or_default();
    let args = [
        ("lead", Arg::from(cx.messages.number(Decimal::new(lead, 1)))),
        ("power", Arg::from(zeros + 1)),
    ];
    cx.tr("deals-count-large", &args)
}

/// How far the work on the plan as it stands has come. Its place stays when it is done.
fn progress(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    let width = ui.available_width();
    ui.allocate_ui_with_layout(
        Vec2::new(width, 16.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            let stale = !scene.view.is_of(&scene.deals);
            let is_first = scene.found.as_ref().is_none_or(|found| found.prospects.odds.is_none());
            match scene.view.progress {
                Some(share) if stale || is_first => {
                    bar(ui, cx.tokens, 120.0, f64::from(share), cx.tokens.accent);
                    let key = if stale { "deals-working" } else { "deals-working-odds" };
                    text::one_line(ui, text::caption(cx.t(key), cx.tokens));
                }
                _ => {
                    text::one_line(ui, text::caption(cx.t("deals-guess"), cx.tokens));
                }
            }
            let layout = Layout::right_to_left(Align::Center);
            ui.with_layout(layout, |ui| grounds(ui, cx));
        },
    );
}

/// What dots, line and ground of the picture mean.
fn grounds(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    if cx.drafts.deals.as_table {
        return;
    }
    ui.spacing_mut().item_spacing.x = 5.0;
    for key in ["deals-legend-both", "deals-legend-line", "deals-legend-cloud"] {
        ui.label(text::caption(cx.t(key), tokens));
        let (rect, _) = ui.allocate_exact_size(Vec2::new(18.0, 12.0), Sense::hover());
        match key {
            "deals-legend-both" => {
                let edge = Stroke::new(1.0, tokens.ok);
                let ground = rect.shrink(1.0);
                ui.painter().rect(ground, 2.0, tokens.ok_soft, edge, StrokeKind::Inside);
            }
            "deals-legend-line" => {
                let ends = [rect.left_center(), rect.right_center()];
                ui.painter().line_segment(ends, Stroke::new(2.0, tokens.accent));
            }
            _ => {
                ui.painter().circle_filled(rect.center(), 2.5, tokens.border_strong);
            }
        }
        ui.add_space(6.0);
    }
}

fn waiting(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>) {
    ui.add_space(24.0);
    let key = match scene.view.progress {
        Some(_) => "deals-first",
        None if is_too_large(scene) => "deals-too-large",
        None if scene.deals.is_open() => "deals-failed",
        None => "deals-no-choice",
    };
    ui.add(egui::Label::new(text::body(cx.t(key), cx.tokens)).wrap());
}

/// Whether the plan was refused for its size.
fn is_too_large(scene: &Scene<'_>) -> bool {
    let too_large = |fault| {
        matches!(
            fault,
            Fault::TooManyIssues { .. } | Fault::TooManyOptions { .. } | Fault::TooManyDeals
        )
    };
    scene.view.refused.as_ref().is_some_and(|error| too_large(error.fault))
}

fn picture(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, found: &Found, bottom: f32) {
    let tokens = cx.tokens;
    legend(ui, cx);
    let all = points::shown(cx, scene, found);
    let chosen = cx.drafts.deals.balance;
    let marks: Vec<Mark> = all
        .iter()
        .map(|point| {
            let labelled = match point.kind {
                Kind::Standing(_) => true,
                Kind::Balanced(balance) => balance == chosen,
                Kind::Package(_) => false,
            };
            point.mark(cx, labelled)
        })
        .collect();
    let at_of = |kind: Kind| all.iter().find(|point| point.kind == kind).map(Point::at);
    let space = &found.prospects.space;
    let floors = (space.reservation(Party::Me), space.reservation(Party::Them));
    let told = |picked: Picked| match picked {
        Picked::Mark(index) => {
            all.get(index).map_or_else(String::new, |point| points::told(cx, scene, point))
        }
        Picked::Line(index) => on_line(cx, scene, found, index),
    };
    let floor = |key: &str, worth: f64| cx.tr(key, &[("points", words::points(worth).into())]);
    let chart = FrontierChart {
        cloud: &found.prospects.cloud,
        line: &found.worked.line,
        floors,
        marks: &marks,
        way: at_of(Kind::Standing(Side::Us)).zip(at_of(Kind::Balanced(chosen))),
        x_title: cx.t("deals-axis-us"),
        y_title: cx.t("deals-axis-them"),
        my_floor: floor("deals-floor-us", floors.0),
        their_floor: floor("deals-floor-them", floors.1),
        summary: summary(cx, scene, found, &all),
        told: &told,
    };
    let height = (bottom - ui.cursor().top() - FOOTER).max(220.0);
    let room = Vec2::new(ui.available_width(), height);
    let (_, picked) = chart.show(ui, tokens, room, "frontier");
    let picked = picked.map(told);
    footer(ui, cx, &all, picked);
}

/// What a point of the line says.
fn on_line(cx: &Cx<'_>, scene: &Scene<'_>, found: &Found, index: usize) -> String {
    let frontier = &found.prospects.analysis.frontier;
    let point = found.worked.line_at.get(index).and_then(|at| frontier.point(*at));
    point.map_or_else(String::new, |point| {
        let deal = point.deal;
        let terms = found.prospects.deals.terms(&deal);
        let args = [
            ("name", Arg::from(cx.t("deals-unbeaten"))),
            ("worth", words::worth(cx, (deal.me, deal.me), (deal.them, deal.them)).into()),
            ("terms", words::terms(cx, scene.session, &terms).into()),
        ];
        cx.tr("deals-told", &args)
    })
}

/// The picture in words.
fn summary(cx: &Cx<'_>, scene: &Scene<'_>, found: &Found, all: &[Point]) -> String {
    let line = &found.worked.line;
    let end = |point: Option<&(f64, f64)>| {
        let (me, them) = point.copied().unwrap_or_default();
        words::worth(cx, (me, me), (them, them))
    };
    let marks: Vec<String> = all
        .iter()
        .map(|point| {
            let worth = words::worth(cx, point.me, point.them);
            cx.tr("label-text", &[("label", (&point.name).into()), ("text", worth.into())])
        })
        .collect();
    let args = [
        ("caption", Arg::from(caption(cx, scene))),
        ("best", Arg::from(end(line.first()))),
        ("worst", Arg::from(end(line.last()))),
        ("marks", Arg::from(marks.join(cx.t("list-separator")))),
    ];
    cx.tr("deals-summary", &args)
}

/// What the signs mean; a click shows or hides them.
fn legend(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(5.0, 4.0);
        let sign = |ui: &mut Ui, kind: Kind| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(20.0, 24.0), Sense::hover());
            let colour = points::colour(kind, tokens);
            points::glyph(kind, false).paint(ui.painter(), tokens, rect.center(), colour);
        };
        for balance in Balance::ALL {
            sign(ui, Kind::Balanced(balance));
            let chosen = cx.drafts.deals.balance == balance;
            let shown = chosen || cx.drafts.deals.shown.contains(&balance);
            let label = cx.messages.word("deals-balance", balance.id());
            if filter_chip(ui, tokens, shown, label).clicked() && !chosen {
                let marked = &mut cx.drafts.deals.shown;
                if !marked.remove(&balance) {
                    marked.insert(balance);
                }
            }
            ui.add_space(4.0);
        }
        sign(ui, Kind::Package(0));
        let shown = !cx.drafts.deals.hide_packages;
        if filter_chip(ui, tokens, shown, cx.t("deals-packages-short")).clicked() {
            cx.drafts.deals.hide_packages = shown;
        }
    });
}

/// What both would gain, and what is pointed at.
fn footer(ui: &mut Ui, cx: &Cx<'_>, all: &[Point], picked: Option<String>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.y = 2.0;
    for line in ways(cx, all) {
        text::one_line(ui, text::value(&line, tokens)).on_hover_text(&line);
    }
    match picked {
        Some(picked) => {
            text::two_lines(ui, text::value(&picked, tokens)).on_hover_text(&picked);
        }
        None => {
            ui.add(egui::Label::new(text::caption(cx.t("deals-no-better"), tokens)).wrap());
        }
    }
}

/// From where each side stands to the balanced deal: what both gain or lose.
fn ways(cx: &Cx<'_>, all: &[Point]) -> Vec<String> {
    let chosen = Kind::Balanced(cx.drafts.deals.balance);
    let Some(goal) = all.iter().find(|point| point.kind == chosen) else { return Vec::new() };
    let way = |point: &Point| {
        let key = match point.kind {
            Kind::Standing(Side::Us) => "deals-way-us",
            Kind::Standing(Side::Them) => "deals-way-them",
            _ => return None,
        };
        if point.open > 0 {
            let args = [("name", (&point.name).into()), ("count", point.open.into())];
            return Some(cx.tr("deals-way-open", &args));
        }
        let change =
            |now: (f64, f64), then: (f64, f64)| words::points(then.0) - words::points(now.0);
        let (me, them) = (change(point.me, goal.me), change(point.them, goal.them));
        let part = |side: &str, points: i64| {
            let id = match points {
                0 => format!("deals-{side}-same"),
                1.. => format!("deals-{side}-gain"),
                _ => format!("deals-{side}-lose"),
            };
            cx.tr(&id, &[("points", points.abs().into())])
        };
        let args = [
            ("goal", Arg::from(&goal.name)),
            ("they", Arg::from(part("they", them))),
            ("we", Arg::from(part("we", me))),
        ];
        Some(cx.tr(key, &args))
    };
    all.iter().filter_map(way).collect()
}
