//! Where everybody stands on the map, and what the group is like as a whole.

use egui::{Rect, Ui};

use super::{Scene, words};
use crate::app::route::Route;
use crate::domain::group::{Counted, sides};
use crate::domain::profile::Certainty;
use crate::domain::quadrant::{PerQuadrant, Quadrant};
use crate::i18n::Arg;
use crate::ui::charts::kite::{Kite, word};
use crate::ui::charts::team_map::{self, Dot, TeamMap};
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::known_quadrant;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::chip::{Tone, chip};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

const PROFILE_HEIGHT: f32 = 256.0;
/// A line of who needs which side of the pitch.
const SIDE: f32 = 22.0;
const KITE: f32 = 150.0;
/// Title and legend of the map.
const AROUND_MAP: f32 = 104.0;
const LARGEST_MAP: f32 = 450.0;
/// More names than this are counted.
const MOST_NAMES: usize = 8;
const MOST_INITIALS: usize = 10;

pub(super) fn profile_height(scene: &Scene<'_>) -> f32 {
    let sides = scene.session.map_or(0, |session| sides(&scene.view.members, &session.walk).len());
    #[expect(clippy::cast_precision_loss, reason = "at most four")]
    let lines = sides as f32;
    PROFILE_HEIGHT + lines * SIDE
}

/// The height of the card with the map on a page of this width.
pub(super) fn map_height(page: f32) -> f32 {
    let column = if page < size::NARROW_CANVAS { page } else { page * 0.52 };
    (column - 2.0 * size::CARD_PADDING).clamp(280.0, LARGEST_MAP) + AROUND_MAP
}

pub(super) fn map_card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let mut clicked = None;
    let is_crowd = scene.shown().count() >= team_map::CROWD;
    let caption =
        cx.t(if is_crowd { "together-map-caption-crowd" } else { "together-map-caption" });
    Card::new(cx.t("together-map")).caption(caption).fixed().show(ui, tokens, place, |ui| {
        let told: Vec<String> = scene.shown().map(|index| told(cx, scene, index)).collect();
        let dots: Vec<Dot<'_>> = scene
            .shown()
            .zip(&told)
            .filter_map(|(index, told)| {
                let reading = scene.view.reading(index);
                Some(Dot {
                    initials: scene.initials.get(index)?,
                    told,
                    point: *scene.view.points.get(index)?,
                    lead: known_quadrant(reading),
                    certainty: reading.certainty,
                    is_me: scene.is_me(index),
                })
            })
            .collect();
        let spoken = spoken(cx, scene);
        let names = PerQuadrant::from_fn(|quadrant| cx.quadrant_name(quadrant));
        let side = ui.available_width().min(place.height() - AROUND_MAP);
        ui.vertical_centered(|ui| {
            let map = TeamMap { dots: &dots, names, spoken: &spoken };
            clicked = map.show(ui, tokens, side);
        });
        ui.add(egui::Label::new(text::caption(cx.t("together-map-legend"), tokens)).wrap());
    });
    let person = clicked.and_then(|index| scene.people.get(index));
    match (clicked, person) {
        (Some(_), Some(person)) => cx.go(Route::counterpart(person.id)),
        (Some(_), None) => cx.go(Route::Myself),
        (None, _) => {}
    }
}

/// "Lin Yue: Likely C (88%)".
fn told(cx: &Cx<'_>, scene: &Scene<'_>, index: usize) -> String {
    let word = word(scene.view.reading(index), cx.messages);
    let args = [("label", Arg::from(scene.name(index))), ("text", Arg::from(word))];
    cx.tr("label-text", &args)
}

fn spoken(cx: &Cx<'_>, scene: &Scene<'_>) -> String {
    let makeup = &scene.view.makeup;
    let count = |quadrant: Quadrant| Arg::from(makeup.by_quadrant[quadrant].total());
    cx.tr(
        "together-map-spoken",
        &[
            ("count", Arg::from(scene.people.len())),
            ("a", count(Quadrant::A)),
            ("b", count(Quadrant::B)),
            ("c", count(Quadrant::C)),
            ("d", count(Quadrant::D)),
            ("open", Arg::from(makeup.level + makeup.unknown)),
        ],
    )
}

pub(super) fn profile_card(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, place: Rect) {
    let tokens = cx.tokens;
    let view = &scene.view;
    let key = if scene.session.is_some() { "together-by-influence" } else { "together-all-alike" };
    Card::new(cx.t("together-profile")).caption(cx.t(key)).show(ui, tokens, place, |ui| {
        ui.horizontal_top(|ui| {
            Kite { reading: &view.profile, compare: scene.me.then_some(&view.me), names: None }
                .show(ui, tokens, cx.messages, KITE);
            ui.add_space(8.0);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 5.0;
                for quadrant in Quadrant::WALK_ORDER {
                    counted(ui, cx, quadrant, view.makeup.by_quadrant[quadrant]);
                }
                let level = view.makeup.level;
                if level > 0 {
                    let line = cx.tr("together-level", &[("count", level.into())]);
                    text::one_line(ui, text::caption(line, tokens));
                }
                if scene.me {
                    text::one_line(ui, text::caption(cx.t("together-me-dashed"), tokens));
                }
            });
        });
        if let Some(session) = scene.session {
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let sides = sides(&view.members, &session.walk);
                let few = scene.people.len() <= MOST_NAMES;
                let names = if few { &scene.names } else { &scene.initials };
                words::sides(ui, cx, &sides, names, MOST_INITIALS);
            });
        }
        let unknown: Vec<usize> = (0..scene.people.len())
            .filter(|index| view.reading(*index).certainty == Certainty::Unknown)
            .collect();
        if !unknown.is_empty() {
            let names = words::names_of(cx, &scene.names, &unknown, MOST_NAMES);
            let line = cx.tr("together-unknown", &[("names", names.into())]);
            text::sign_list(ui, tokens, "ear", tokens.warn, [line.as_str()]);
        }
        let absent: Vec<String> =
            view.makeup.absent().map(|quadrant| quadrant.letter().to_owned()).collect();
        if !absent.is_empty() && unknown.is_empty() {
            let letters = absent.join(cx.t("together-and"));
            let line = cx.tr("together-absent", &[("letters", letters.into())]);
            ui.add(egui::Label::new(text::caption(line, tokens)).wrap());
        }
    });
}

/// "A 3", and how sure each of them is.
fn counted(ui: &mut Ui, cx: &Cx<'_>, quadrant: Quadrant, counted: Counted) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        quadrant_tag(ui, tokens, quadrant);
        let total = text::strong(counted.total().to_string(), tokens);
        ui.add_sized(egui::vec2(22.0, 20.0), egui::Label::new(total));
        for (count, certainty, tone) in [
            (counted.clear, Certainty::Clear, Tone::Ok),
            (counted.likely, Certainty::Likely, Tone::Accent),
            (counted.leaning, Certainty::Leaning, Tone::Neutral),
        ] {
            if count > 0 {
                let word = cx.messages.word("certainty", certainty.id());
                let args = [("count", Arg::from(count)), ("word", Arg::from(word))];
                chip(ui, tokens, tone, &cx.tr("together-counted", &args));
            }
        }
    });
}
