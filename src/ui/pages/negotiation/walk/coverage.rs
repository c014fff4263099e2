//! How much of what the audience needs the pitch gives.

use egui::{Align2, CornerRadius, FontId, Label, Layout, Rect, Sense, Stroke, Ui, Vec2};

use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::domain::walk::blind_spot;
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::{Audience, named, person_name};
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::type_size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

use super::Page;
use super::shown::CoachTab;

const ROW: f32 = 24.0;
const NAME_WIDTH: f32 = 92.0;
const NUMBERS_WIDTH: f32 = 84.0;
const GAP_WIDTH: f32 = 40.0;

/// "62 % for Lin Yue".
pub(super) fn caption(cx: &Cx<'_>, page: &Page<'_>) -> String {
    let covered = cx.messages.percent(page.session.walk.coverage(&page.audience.need));
    match names(cx, page.session) {
        Some(names) => {
            let parts = [("percent", Arg::from(covered)), ("names", names.into())];
            cx.tr("walk-covered-for", &parts)
        }
        None => covered,
    }
}

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, session, audience) = (cx.tokens, page.session, page.audience);
    ui.spacing_mut().item_spacing.y = 4.0;
    legend(ui, cx);
    for quadrant in Quadrant::ALL {
        line(ui, cx, session, audience, quadrant);
    }
    if let Some(doubt) = doubt(cx, audience) {
        ui.add(Label::new(text::caption(doubt, tokens)).wrap());
    }
    ui.add_space(2.0);
    biggest_gap(ui, cx, page);
    if let Some(quadrant) = blind_spot(&cx.work.my_reading().normal) {
        ui.horizontal_top(|ui| {
            quadrant_tag(ui, tokens, quadrant);
            let name = cx.quadrant_name(quadrant);
            let spot = cx.tr("walk-blind-spot", &[("name", Arg::from(name))]);
            ui.add(Label::new(text::body(spot, tokens)).wrap());
        });
    }
}

/// What the two bars mean.
fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    ui.horizontal(|ui| {
        ui.set_height(16.0);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| bars(ui, cx));
    });
}

fn bars(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = 6.0;
    for (key, filled) in [("walk-give", true), ("walk-need", false)] {
        ui.label(text::caption(cx.t(key), tokens));
        let (place, _) = ui.allocate_exact_size(Vec2::new(14.0, 8.0), Sense::hover());
        let corner = CornerRadius::same(3);
        if filled {
            ui.painter().rect_filled(place, corner, tokens.text_3);
        } else {
            let stroke = Stroke::new(1.0, tokens.text_3);
            ui.painter().rect_stroke(place, corner, stroke, egui::StrokeKind::Inside);
        }
        ui.add_space(4.0);
    }
}

fn line(ui: &mut Ui, cx: &Cx<'_>, session: &Session, audience: &Audience, quadrant: Quadrant) {
    let (tokens, walk) = (cx.tokens, &session.walk);
    let need = audience.need[quadrant];
    let gap = walk.gap(quadrant, &audience.need);
    let give = need - gap;
    let name = cx.quadrant_name(quadrant);
    ui.horizontal(|ui| {
        ui.set_height(ROW);
        quadrant_tag(ui, tokens, quadrant);
        ui.scope(|ui| {
            ui.set_width(NAME_WIDTH);
            text::one_line(ui, text::body(name, tokens));
        });
        let width = ui.available_width() - NUMBERS_WIDTH - GAP_WIDTH - 16.0;
        let size = Vec2::new(width.max(40.0), ROW);
        let (place, response) = ui.allocate_exact_size(size, Sense::hover());
        let percent = |share| cx.messages.percent(share);
        let numbers = [
            ("name", Arg::from(name)),
            ("need", percent(need).into()),
            ("give", percent(give).into()),
        ];
        let spoken = cx.tr("walk-row-spoken", &numbers);
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &spoken)
        });
        // The longest bar fills the width, so that small shares stay visible.
        let widest =
            Quadrant::ALL.into_iter().map(|other| audience.need[other]).fold(0.01, f64::max);
        #[expect(clippy::cast_possible_truncation, reason = "shares are between 0 and 1")]
        let length = |share: f64| (share / widest) as f32 * place.width();
        let bar = |top: f32, share: f64| {
            let start = place.left_center() + Vec2::new(0.0, top);
            Rect::from_min_size(start, Vec2::new(length(share), 8.0))
        };
        let corner = CornerRadius::same(3);
        let stroke = Stroke::new(1.0, tokens.text_3);
        ui.painter().rect_stroke(bar(-9.0, need), corner, stroke, egui::StrokeKind::Inside);
        if give > 0.005 {
            ui.painter().rect_filled(bar(1.0, give), corner, tokens.quadrants[quadrant].solid);
        }
        let right = |ui: &mut Ui, width: f32, weight: Weight, colour, line: String| {
            let (place, _) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
            let font = FontId::new(type_size::CAPTION, weight.family());
            ui.painter().text(place.right_center(), Align2::RIGHT_CENTER, line, font, colour);
        };
        let numbers = format!("{} / {}", percent(need), percent(give));
        right(ui, NUMBERS_WIDTH, Weight::Regular, tokens.text_2, numbers);
        let points = gap_points(need, gap);
        let colour = if points > 0 { tokens.warn } else { tokens.ok };
        let line = if points > 0 { format!("−{points}") } else { "0".to_owned() };
        right(ui, GAP_WIDTH, Weight::SemiBold, colour, line);
    });
}

/// A share as whole percentage points.
fn points(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
    let points = (share * 100.0).round().clamp(0.0, 100.0) as u32;
    points
}

/// A gap as the difference of the two shares that stand beside it, so that the row adds up.
fn gap_points(need: f64, gap: f64) -> u32 {
    points(need).saturating_sub(points(need - gap))
}

/// Who listens.
fn names(cx: &Cx<'_>, session: &Session) -> Option<String> {
    let separator = cx.t("walk-name-separator");
    let names: Vec<String> = cx
        .work
        .people_of(&session.counterparts)
        .take(4)
        .map(|person| person_name(cx, person))
        .collect();
    let more = if session.counterparts.len() > names.len() { "…" } else { "" };
    let names = format!("{}{more}", names.join(separator));
    (!names.is_empty()).then_some(names)
}

/// Why all four count the same, where that is all there is to go by.
fn doubt(cx: &Cx<'_>, audience: &Audience) -> Option<String> {
    let (count, unknown) = (audience.count, audience.unknown);
    let message = match (count, unknown) {
        (0, _) => cx.t("walk-audience-nobody").to_owned(),
        (_, 0) => return None,
        _ if unknown == count => cx.t("walk-audience-unknown").to_owned(),
        _ => {
            let numbers = [("unknown", unknown.into()), ("count", count.into())];
            cx.tr("walk-audience-partly", &numbers)
        }
    };
    Some(message)
}

fn biggest_gap(ui: &mut Ui, cx: &Cx<'_>, page: &mut Page<'_>) {
    let (tokens, session, audience) = (cx.tokens, page.session, page.audience);
    let Some((quadrant, gap)) = session.walk.biggest_gap(&audience.need) else {
        inset(ui, tokens.ok_soft, tokens.ok_soft, |ui| {
            ui.horizontal(|ui| {
                ui.add(icons::icon("check").tint(tokens.ok).alt_text(""));
                ui.add(Label::new(text::value(cx.t("walk-no-gap"), tokens)).wrap());
            });
        });
        return;
    };
    inset(ui, tokens.warn_soft, tokens.warn_soft, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let lines = ActionButton::secondary(cx.t("coach-suggest-lines")).small();
                if lines.show(ui, tokens).clicked() {
                    page.shown.tab = CoachTab::Suggestions;
                    page.shown.round = 0;
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(icons::icon("warning").tint(tokens.warn).alt_text(""));
                    ui.label(text::strong(cx.t("walk-biggest-gap"), tokens));
                    quadrant_tag(ui, tokens, quadrant);
                    let missing = gap_points(audience.need[quadrant], gap);
                    let points = cx.tr("walk-points", &[("points", missing.into())]);
                    let line = format!("{}  {points}", cx.quadrant_name(quadrant));
                    text::one_line(ui, text::strong(line, tokens))
                        .on_hover_text(named(cx, quadrant));
                });
            });
        });
    });
}
