//! What a deal could be: what it would be worth to both, balanced deals, packages to offer, swaps,
//! what hangs on guesses, and how the price gives way.

mod balanced;
mod concession;
mod doubt;
mod fit;
mod kept;
mod notes;
mod packages;
mod picture;
mod points;
mod scene;
mod swaps;
mod table;
mod words;
mod zone;

use egui::Ui;

use crate::app::route::{NegotiationTab, Route};
use crate::domain::deal_space::LeftOut;
use crate::domain::issue::{IssueKind, Topic};
use crate::domain::session::Session;
use crate::ui::context::Cx;
use crate::ui::widgets::layout::{Cell, Column, canvas};
use crate::ui::widgets::page::empty_state;
use scene::Scene;
pub(super) use scene::space_of;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session) {
    let scene = Scene::new(ui, cx, session);
    if scene.deals.topics.is_empty() {
        nothing(ui, cx, &scene);
        return;
    }
    notes::show(ui, cx, &scene);
    match only_number(&scene) {
        Some(topic) => one_line(ui, cx, &scene, topic),
        None => whole(ui, cx, &scene),
    }
}

/// Before there is anything to choose from: what is missing.
fn nothing(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    // The text asks for limits; any other reason needs its own words.
    if scene.deals.left_out.iter().any(|(_, why)| *why != LeftOut::NoLimits) {
        notes::show(ui, cx, scene);
    }
    let missing = words::names(cx, scene.session, &scene.deals.topics_left_out());
    let text = cx.tr("deals-nothing-text", &[("topics", missing.into())]);
    let action = Some(cx.t("deals-to-plan"));
    if empty_state(ui, cx.tokens, "target", cx.t("deals-nothing-title"), &text, action) {
        to_plan(cx, scene.session);
    }
}

fn to_plan(cx: &mut Cx<'_>, session: &Session) {
    cx.go(Route::Negotiation { session: session.id, tab: NegotiationTab::Plan });
}

/// The topic, when there is just one that is counted and it is a number: then what one side gains
/// the other loses.
fn only_number(scene: &Scene<'_>) -> Option<Topic> {
    let [topic] = scene.deals.topics.as_slice() else { return None };
    let issue = scene.session.plan.as_issue(*topic, &scene.session.currency)?;
    (issue.kind != IssueKind::Choice).then_some(*topic)
}

fn one_line(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, topic: Topic) {
    let columns = [
        Column { weight: 1.0, cells: &[Cell { min: zone::HEIGHT, grow: 1.0 }] },
        Column {
            weight: 1.0,
            cells: &[Cell { min: fit::height(ui, "concession", 500.0), grow: 1.0 }],
        },
    ];
    canvas(ui, &columns, |ui, index, place| match index {
        0 => zone::card(ui, cx, scene, topic, place),
        _ => concession::card(ui, cx, scene, place),
    });
}

fn whole(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let left = [
        Cell { min: 600.0, grow: 0.4 },
        Cell { min: fit::height(ui, "swaps", 340.0), grow: 0.3 },
        Cell { min: fit::height(ui, "doubt", 400.0), grow: 0.3 },
    ];
    let right = [
        Cell { min: fit::height(ui, "balanced", 170.0), grow: 0.0 },
        Cell { min: fit::height(ui, "packages", 330.0), grow: 0.0 },
        Cell { min: fit::height(ui, "concession", 500.0), grow: 1.0 },
    ];
    let columns = [Column { weight: 1.32, cells: &left }, Column { weight: 1.0, cells: &right }];
    canvas(ui, &columns, |ui, index, place| match index {
        0 => picture::card(ui, cx, scene, place),
        1 => swaps::card(ui, cx, scene, place),
        2 => doubt::card(ui, cx, scene, place),
        3 => balanced::card(ui, cx, scene, place),
        4 => packages::card(ui, cx, scene, place),
        _ => concession::card(ui, cx, scene, place),
    });
}
