//! One question of the walk: its answer, what counts, and a note.

use egui::{CornerRadius, FontId, Label, Response, Sense, Stroke, Ui, Vec2};

use super::shown::Lit;
use super::{Page, found, sides};
use crate::app::edit::SessionEdit;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::{Answer, QuestionId, Walk};
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{radius, type_size};
use crate::ui::widgets::button::focus_ring;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;

const OPTION_HEIGHT: f32 = 21.0;
const OPTION_PADDING: f32 = 7.0;
const OPTION_GAP: f32 = 2.0;

/// The question of a quadrant to work on next: one without an answer, then a no, then a partly.
pub(super) fn weakest(walk: &Walk, quadrant: Quadrant) -> Option<QuestionId> {
    let first = |answer: Option<Answer>| {
        QuestionId::of(quadrant).find(|question| walk.answer(*question) == answer)
    };
    first(None).or_else(|| first(Some(Answer::No))).or_else(|| first(Some(Answer::Partly)))
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, question: QuestionId) {
    let (tokens, session) = (cx.tokens, page.session);
    let content = cx.catalog.question(question);
    let line = cx.c(&content.question);
    let answer = session.walk.answer(question);
    let note = session.walk.entries.get(&question).map_or("", |entry| entry.note.as_str());
    let standing = page.marks.standing(question, answer);
    let open = page.shown.lit == Lit::Question(question);
    ui.horizontal_top(|ui| {
        let options = Answer::ALL.map(|answer| (answer, cx.messages.word("answer", answer.id())));
        let control = options_width(ui, &options);
        let room = (ui.available_width() - control - 8.0).max(60.0);
        ui.vertical(|ui| {
            ui.set_width(room);
            let colour = if answer.is_some() { tokens.text } else { tokens.text_2 };
            let label = Label::new(text::value(line, tokens).color(colour)).wrap();
            let response = ui.add(label.sense(Sense::click()));
            focus_ring(ui, &response, tokens);
            if sides::is_revealed(ui, question) {
                response.scroll_to_me(Some(egui::Align::Center));
            }
            if response.clicked() {
                page.shown.toggle(Lit::Question(question));
                let first = page.marks.of_question(question).next();
                if let Some(first) = first.filter(|_| !open) {
                    page.shown.jump(ui, first.span.clone());
                }
            }
            response
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .on_hover_ui(|ui| explain(ui, cx, question, true));
        });
        ui.add_enabled_ui(!cx.read_only, |ui| {
            if let Some(chosen) = answer_control(ui, cx, question, line, answer, &options) {
                cx.edit_session(session.id, SessionEdit::WalkAnswer(question, chosen));
            }
        });
    });
    found::line(ui, cx, page, question, standing);
    if open {
        found::passages(ui, cx, page, question);
        explain(ui, cx, question, false);
        ui.add_enabled_ui(!cx.read_only, |ui| {
            let field = Field::new(cx.t("walk-note")).hint(cx.t("walk-note-hint"));
            if let Some(text) = field.edit(ui, tokens, note) {
                cx.edit_session(session.id, SessionEdit::WalkNote(question, text));
            }
        });
    } else if !note.trim().is_empty() {
        text::one_line(ui, text::caption(note.trim(), tokens));
    }
}

/// What counts and what does not.
fn explain(ui: &mut Ui, cx: &Cx<'_>, question: QuestionId, with_hint: bool) {
    let (tokens, content) = (cx.tokens, cx.catalog.question(question));
    ui.spacing_mut().item_spacing.y = 2.0;
    for (key, line) in [
        ("walk-tip-counts", &content.satisfied_by),
        ("walk-tip-example", &content.example),
        ("walk-tip-does-not-count", &content.not_enough),
    ] {
        ui.label(text::label(cx.t(key), tokens));
        ui.add(Label::new(text::caption(cx.c(line), tokens).color(tokens.text_2)).wrap());
        ui.add_space(2.0);
    }
    if with_hint {
        ui.label(text::caption(cx.t("walk-click"), tokens));
    }
}

fn option_font() -> FontId {
    FontId::new(type_size::CAPTION, Weight::SemiBold.family())
}

fn option_width(ui: &Ui, label: &str) -> f32 {
    let colour = ui.visuals().text_color();
    let galley = ui.painter().layout_no_wrap(label.to_owned(), option_font(), colour);
    galley.size().x.ceil() + OPTION_PADDING * 2.0
}

fn options_width(ui: &Ui, options: &[(Answer, &str); 3]) -> f32 {
    options.iter().map(|(_, label)| option_width(ui, label)).sum::<f32>() + OPTION_GAP * 2.0
}

/// Shows the three answers; a click on the one that is chosen takes it back.
fn answer_control(
    ui: &mut Ui,
    cx: &Cx<'_>,
    question: QuestionId,
    name: &str,
    current: Option<Answer>,
    options: &[(Answer, &str); 3],
) -> Option<Option<Answer>> {
    let mut chosen = None;
    ui.spacing_mut().item_spacing.x = OPTION_GAP;
    for (answer, label) in options {
        let selected = current == Some(*answer);
        if option(ui, cx, question.quadrant(), *answer, label, name, selected).clicked() {
            chosen = Some((!selected).then_some(*answer));
        }
    }
    chosen
}

fn option(
    ui: &mut Ui,
    cx: &Cx<'_>,
    quadrant: Quadrant,
    answer: Answer,
    label: &str,
    name: &str,
    selected: bool,
) -> Response {
    let tokens = cx.tokens;
    let colours = &tokens.quadrants[quadrant];
    let size = Vec2::new(option_width(ui, label), OPTION_HEIGHT);
    let (place, response) = ui.allocate_exact_size(size, Sense::click());
    let (fill, line, colour) = match (selected, answer) {
        (true, Answer::Yes) => (colours.solid, colours.solid, tokens.surface),
        (true, Answer::Partly) => (colours.soft, colours.solid, colours.text),
        (true, Answer::No) => (tokens.warn_soft, tokens.warn, tokens.warn),
        (false, _) if response.hovered() => (tokens.hover, tokens.border, tokens.text_2),
        (false, _) => (tokens.surface, tokens.border, tokens.text_3),
    };
    let corner = CornerRadius::same(radius::TAG);
    let stroke = Stroke::new(1.0, line);
    ui.painter().rect(place, corner, fill, stroke, egui::StrokeKind::Inside);
    let centre = egui::Align2::CENTER_CENTER;
    ui.painter().text(place.center(), centre, label, option_font(), colour);
    focus_ring(ui, &response, tokens);
    let enabled = ui.is_enabled();
    response.widget_info(|| {
        let spoken = format!("{name} {label}");
        egui::WidgetInfo::selected(egui::Role::RadioButton, enabled, selected, spoken)
    });
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::walk::WalkEntry;

    #[test]
    fn the_weakest_question_is_the_open_one_then_a_no_then_a_partly() {
        use QuestionId::{B1, B2, B3, B4};
        let mut walk = Walk::default();
        let mut set = |question, answer| {
            walk.entries.insert(question, WalkEntry { answer: Some(answer), note: String::new() });
            weakest(&walk, Quadrant::B)
        };
        assert_eq!(set(B1, Answer::No), Some(B2));
        assert_eq!(set(B2, Answer::Partly), Some(B3));
        set(B3, Answer::Yes);
        assert_eq!(set(B4, Answer::Yes), Some(B1));
        assert_eq!(set(B1, Answer::Yes), Some(B2));
        assert_eq!(set(B2, Answer::Yes), None);
    }
}
