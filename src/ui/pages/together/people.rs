//! Everybody in a list: the data of the map, and, for a negotiation, whom to win first and who
//! needs which side of the pitch.

use egui::{Layout, Rect, ScrollArea, Ui};

use super::{Scene, words};
use crate::app::action::Action;
use crate::app::route::Route;
use crate::domain::group::{Cover, Standing};
use crate::domain::profile::Certainty;
use crate::domain::session::Session;
use crate::i18n::Arg;
use crate::ui::charts::kite::word;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::known_quadrant;
use crate::ui::pages::negotiation::influence;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;

pub(super) const ROW: f32 = 50.0;
/// A row with the reason in two lines.
pub(super) const RANKED_ROW: f32 = 70.0;
/// Title and what stands below it.
pub(super) const REST: f32 = 124.0;

pub(super) fn card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let (title, caption) = match scene.session {
        Some(_) => ("together-order", "together-order-caption"),
        None => ("together-people", "together-people-caption"),
    };
    let view = &scene.view;
    Card::new(cx.t(title)).caption(cx.t(caption)).fixed().show(ui, tokens, place, |ui| {
        if scene.session.is_some() {
            ui.add(egui::Label::new(text::caption(cx.t("together-order-rule"), tokens)).wrap());
            if view.me.certainty == Certainty::Unknown {
                let line = text::caption(cx.t("together-order-no-me"), tokens).color(tokens.warn);
                ui.add(egui::Label::new(line).wrap());
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = view.order.len();
        let height = if scene.session.is_some() { RANKED_ROW } else { ROW };
        ScrollArea::vertical().id_salt("people").auto_shrink(false).show_rows(
            ui,
            height,
            rows,
            |ui, range| {
                for at in range {
                    match scene.session {
                        Some(session) => ranked(ui, cx, scene, session, at),
                        None => plain(ui, cx, scene, at),
                    }
                }
            },
        );
    });
}

/// A person with the quadrant and the relation with me.
fn plain(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, index: usize) {
    let tokens = cx.tokens;
    let Some(person) = scene.people.get(index).copied() else { return };
    let reading = scene.view.reading(index);
    let name = scene.name(index);
    let mut line = word(reading, cx.messages);
    if scene.me
        && let Some(relation) = standing_of(scene, index).and_then(|one| one.relation)
    {
        line.push_str(cx.t("list-separator"));
        let relation = cx.messages.word("relation", relation.id());
        line.push_str(&cx.tr("together-to-me", &[("relation", Arg::from(relation))]));
    }
    let spoken = cx.tr("label-text", &[("label", name.into()), ("text", Arg::from(&line))]);
    let response = row(ui, tokens, person.id.0, ROW, false, &spoken, |ui| {
        face(ui, cx, scene, index);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let label = cx.tr("together-remove", &[("name", Arg::from(name))]);
            let remove = ActionButton::icon_only("cross", &label).colour(tokens.text_3);
            if remove.show(ui, tokens).clicked() {
                cx.push(Action::Replace(scene.without(person.id)));
            }
            names(ui, cx, name, &line);
        });
    });
    if response.clicked() {
        cx.go(Route::counterpart(person.id));
    }
}

fn standing_of<'a>(scene: &'a Scene<'_>, index: usize) -> Option<&'a Standing> {
    scene.view.order.iter().find(|standing| standing.member == index)
}

/// A person in the order in which to win them.
fn ranked(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, session: &Session, at: usize) {
    let tokens = cx.tokens;
    let view = &scene.view;
    let Some(standing) = view.order.get(at) else { return };
    let index = standing.member;
    let (Some(person), Some(member)) = (scene.people.get(index).copied(), view.members.get(index))
    else {
        return;
    };
    let name = scene.name(index);
    let mut reason = words::reason(cx, standing, member);
    let ahead = words::ahead(cx, &view.order, at, &scene.names);
    if let Some(ahead) = &ahead {
        reason.push_str(cx.t("list-separator"));
        reason.push_str(ahead);
    }
    let spoken = cx.tr(
        "together-ranked",
        &[
            ("place", Arg::from(standing.place)),
            ("name", Arg::from(name)),
            ("reason", Arg::from(&reason)),
        ],
    );
    let response = row(ui, tokens, person.id.0, RANKED_ROW, false, &spoken, |ui| {
        let place = text::strong(standing.place.to_string(), tokens);
        ui.add_sized(egui::vec2(18.0, 20.0), egui::Label::new(place));
        // The letter stands in the chip.
        animal(ui, tokens, member.lead(), cx.animals(), 30.0);
        initials(ui, cx, scene, index);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            influence::control(ui, cx, session, person.id, name);
            if let Some(lead) = member.lead() {
                let cover = Cover::of(&session.walk, lead);
                let tone = match cover {
                    Cover::Covered => Tone::Ok,
                    Cover::NotWalked => Tone::Neutral,
                    Cover::Missing | Cover::Thin => Tone::Warn,
                };
                let cover = cx.messages.word("together-cover", cover.id());
                let args = [("letter", Arg::from(lead.letter())), ("cover", Arg::from(cover))];
                chip(ui, tokens, tone, &cx.tr("together-need", &args));
            }
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(4.0);
                text::one_line(ui, text::strong(name, tokens));
                text::two_lines(ui, text::caption(&reason, tokens));
            });
        });
    });
    if response.on_hover_text(&reason).clicked() {
        cx.go(Route::counterpart(person.id));
    }
}

fn face(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, index: usize) {
    let quadrant = known_quadrant(scene.view.reading(index));
    animal(ui, cx.tokens, quadrant, cx.animals(), 30.0);
    if let Some(quadrant) = quadrant {
        quadrant_tag(ui, cx.tokens, quadrant);
    }
    initials(ui, cx, scene, index);
}

/// As on the map.
fn initials(ui: &mut Ui, cx: &Cx<'_>, scene: &Scene<'_>, index: usize) {
    let initials = scene.initials.get(index).map_or("", String::as_str);
    let initials = egui::Label::new(text::label(initials, cx.tokens));
    ui.add_sized(egui::vec2(28.0, 20.0), initials);
}

/// Name over one line, in what room is left.
fn names(ui: &mut Ui, cx: &Cx<'_>, name: &str, line: &str) {
    let tokens = cx.tokens;
    ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(3.0);
        text::one_line(ui, text::strong(name, tokens));
        text::one_line(ui, text::caption(line, tokens));
    });
}
