//! Packages that are kept in the plan.

use egui::{Align, Layout, Ui, Vec2};

use super::packages::read_out;
use super::scene::Scene;
use super::words;
use crate::app::edit::SessionEdit;
use crate::domain::issue::{IssueValue, Topic};
use crate::domain::plan::Package;
use crate::domain::standing::Standing;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::rule;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let (tokens, session) = (cx.tokens, scene.session);
    let kept = &session.plan.packages;
    if kept.is_empty() {
        return;
    }
    ui.add_space(2.0);
    rule(ui, tokens);
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = ActionButton::quiet(cx.t("deals-copy-kept")).icon("copy").small();
            if button.show(ui, tokens).clicked() {
                let terms: Vec<_> = kept.iter().map(|one| terms(session, one)).collect();
                let offers = kept.iter().zip(&terms);
                let offers: Vec<(&str, &[(Topic, IssueValue)])> =
                    offers.map(|(one, terms)| (name(cx, one), terms.as_slice())).collect();
                ui.ctx().copy_text(read_out(cx, scene, &offers));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                text::one_line(ui, text::label(cx.t("deals-kept"), tokens));
            });
        });
    });
    for package in kept {
        ui.push_id(package.id.0, |ui| row(ui, cx, scene, package));
    }
}

fn name<'c>(cx: &'c Cx<'_>, package: &'c Package) -> &'c str {
    match package.name.trim() {
        "" => cx.messages.text("deals-unnamed"),
        name => name,
    }
}

fn terms(session: &crate::domain::session::Session, package: &Package) -> Vec<(Topic, IssueValue)> {
    let standing = standing(package);
    let topics = session.plan.topics();
    topics.filter_map(|topic| Some((topic, standing.about(topic)?))).collect()
}

fn standing(package: &Package) -> Standing {
    Standing { price: package.price, values: package.values.clone() }
}

fn row(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, package: &Package) {
    let (tokens, session) = (cx.tokens, scene.session);
    let valued = scene.deals.value(&standing(package));
    let worth = valued.map(|valued| words::worth(cx, valued.me, valued.them));
    let height = Vec2::new(ui.available_width(), 32.0);
    ui.allocate_ui_with_layout(height, Layout::right_to_left(Align::Center), |ui| {
        let remove = cx.tr("deals-kept-remove", &[("name", name(cx, package).into())]);
        let button = ActionButton::icon_only("trash", &remove).colour(tokens.text_3);
        if button.enabled(!cx.read_only).show(ui, tokens).clicked() {
            cx.edit_session(session.id, SessionEdit::RemovePackage(package.id));
        }
        if let Some(worth) = worth {
            ui.label(text::label(worth, tokens));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_enabled_ui(!cx.read_only, |ui| {
                let field = Field::new(cx.t("deals-kept-name")).hide_label();
                let field = field.hint(cx.t("deals-unnamed"));
                if let Some(name) = field.edit(ui, tokens, &package.name) {
                    let package = Package { name, ..package.clone() };
                    cx.edit_session(session.id, SessionEdit::SetPackage(Box::new(package)));
                }
            });
        });
    });
    let line = words::terms(cx, session, &terms(session, package));
    text::one_line(ui, text::caption(line.as_str(), tokens)).on_hover_text(line);
}
