//! One quadrant of the walk: its questions, its score, and what to add.

use egui::{CornerRadius, Label, Layout, Rect, ScrollArea, Shadow, Stroke, Ui, UiBuilder, Vec2};

use super::{Page, questions};
use crate::domain::quadrant::Quadrant;
use crate::domain::session::Session;
use crate::domain::walk::{Answer, QuestionId, Walk};
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::named;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{radius, size};
use crate::ui::widgets::card::rule;
use crate::ui::widgets::text;

const HEAD_HEIGHT: f32 = 50.0;

pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    page: &mut Page<'_>,
    quadrant: Quadrant,
    place: Rect,
) {
    let session = page.session;
    let tokens = cx.tokens;
    let colours = &tokens.quadrants[quadrant];
    let corner = CornerRadius::same(radius::CARD);
    let shadow = Shadow { offset: [0, 1], blur: 2, spread: 0, color: tokens.shadow };
    ui.painter().add(shadow.as_shape(place, corner));
    ui.painter().rect_filled(place, corner, tokens.surface);
    let mut head = place;
    head.set_height(HEAD_HEIGHT);
    let top = CornerRadius { nw: radius::CARD, ne: radius::CARD, sw: 0, se: 0 };
    ui.painter().rect_filled(head, top, colours.soft);
    let stroke = Stroke::new(1.0, colours.line);
    ui.painter().rect_stroke(place, corner, stroke, egui::StrokeKind::Inside);

    let builder = UiBuilder::new()
        .id_salt(("head", quadrant.letter()))
        .max_rect(head.shrink2(Vec2::new(size::CARD_PADDING, 4.0)))
        .layout(Layout::left_to_right(egui::Align::Center));
    header(&mut ui.new_child(builder), cx, session, quadrant);

    let mut body = place.shrink2(Vec2::new(size::CARD_PADDING, 0.0));
    body.set_top(head.bottom() + 8.0);
    body.set_bottom(place.bottom() - 8.0);
    let builder = UiBuilder::new()
        .id_salt(("body", quadrant.letter()))
        .max_rect(body)
        .layout(Layout::top_down(egui::Align::Min));
    let mut child = ui.new_child(builder);
    child.set_clip_rect(body.expand2(Vec2::new(4.0, 0.0)).intersect(ui.clip_rect()));
    ScrollArea::vertical().id_salt("questions").auto_shrink(false).show(&mut child, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        // A question of one line is no higher than its answers.
        ui.spacing_mut().interact_size.y = 21.0;
        for (index, question) in QuestionId::of(quadrant).enumerate() {
            if index > 0 {
                rule(ui, tokens);
            }
            ui.push_id(question.id(), |ui| questions::show(ui, cx, page, question));
        }
        rule(ui, tokens);
        suggestion(ui, cx, &session.walk, quadrant);
    });
}

fn header(ui: &mut Ui, cx: &Cx<'_>, session: &Session, quadrant: Quadrant) {
    let tokens = cx.tokens;
    let colours = &tokens.quadrants[quadrant];
    ui.add(icons::sized(icons::animal_name(quadrant, cx.animals()), 32.0).alt_text(""));
    ui.add_space(2.0);
    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        let (points, all) = score(&session.walk, quadrant);
        let parts = || [("points", Arg::from(points.as_str())), ("all", all.into())];
        let shown = cx.tr("walk-score", &parts());
        let [points, all] = parts();
        let spoken = [("name", Arg::from(cx.quadrant_name(quadrant))), points, all];
        let spoken = cx.tr("walk-score-spoken", &spoken);
        ui.label(text::heading(shown, tokens).color(colours.text))
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
        ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space((ui.available_height() - 34.0).max(0.0) / 2.0);
            text::one_line(ui, text::heading(named(cx, quadrant), tokens).color(colours.text));
            let tagline = cx.c(&cx.catalog.quadrant(quadrant).tagline);
            text::one_line(ui, text::caption(tagline, tokens).color(tokens.text_2));
        });
    });
}

/// The points of a quadrant as written, "3.5", and how many there are.
fn score(walk: &Walk, quadrant: Quadrant) -> (String, usize) {
    let (mut halves, mut all) = (0, 0);
    for question in QuestionId::of(quadrant) {
        all += 1;
        halves += match walk.answer(question) {
            Some(Answer::Yes) => 2,
            Some(Answer::Partly) => 1,
            Some(Answer::No) | None => 0,
        };
    }
    let half = if halves % 2 == 1 { ".5" } else { "" };
    (format!("{}{half}", halves / 2), all)
}

fn suggestion(ui: &mut Ui, cx: &Cx<'_>, walk: &Walk, quadrant: Quadrant) {
    let tokens = cx.tokens;
    ui.horizontal_top(|ui| {
        let Some(question) = questions::weakest(walk, quadrant) else {
            ui.add(icons::sized("check", 15.0).tint(tokens.ok).alt_text(""));
            ui.add(Label::new(text::body(cx.t("walk-complete"), tokens)).wrap());
            return;
        };
        let content = cx.catalog.question(question);
        ui.add(icons::sized("bulb", 15.0).tint(tokens.accent).alt_text(""));
        let line = text::caption(cx.c(&content.suggestion), tokens).color(tokens.text_2);
        ui.add(Label::new(line).wrap()).on_hover_text(cx.c(&content.short));
    });
}
