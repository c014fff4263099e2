//! What to add for the side of the audience that the pitch reaches least: three sentences to fill
//! in, with their places.

use egui::{Label, Layout, Ui};

use super::blanks::insert;
use super::marks::Marks;
use super::{Page, pitch};
use crate::app::edit::SessionEdit;
use crate::content::coach::Suggestion;
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::{Answer, QuestionId, Walk};
use crate::i18n::messages::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::inset;
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// How many are shown at once.
const SHOWN: usize = 3;
/// How many the content has for each question.
const EACH: usize = 3;

/// A suggestion by its question and its number.
type Pick = (QuestionId, usize);

/// The suggestions of one round. Questions without an answer or with a no come first, and of these
/// the ones for which nothing was found; every question comes once before one comes twice.
fn choose(walk: &Walk, marks: &Marks, quadrant: Quadrant, round: usize) -> Vec<Pick> {
    let mut open: Vec<QuestionId> = QuestionId::of(quadrant)
        .filter(|question| walk.answer(*question) != Some(Answer::Yes))
        .collect();
    open.sort_by_key(|question| {
        let is_partly = walk.answer(*question) == Some(Answer::Partly);
        (is_partly, marks.count(*question) > 0)
    });
    let all = (0..EACH).flat_map(|number| open.iter().map(move |question| (*question, number)));
    let all: Vec<Pick> = all.collect();
    let start = if all.is_empty() { 0 } else { round * SHOWN % all.len() };
    all.iter().cycle().skip(start).take(SHOWN.min(all.len())).copied().collect()
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>) {
    let tokens = cx.tokens;
    let walk = &page.session.walk;
    let Some((quadrant, _)) = walk.biggest_gap(&page.audience.need) else {
        ui.horizontal_top(|ui| {
            ui.add(icons::icon("check").tint(tokens.ok).alt_text(""));
            ui.add(Label::new(text::value(cx.t("walk-no-gap"), tokens)).wrap());
        });
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let others = ActionButton::quiet(cx.t("coach-others")).icon("swap").small();
            if others.show(ui, tokens).clicked() {
                page.shown.round += 1;
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                quadrant_tag(ui, tokens, quadrant);
                let name = cx.quadrant_name(quadrant);
                let title = cx.tr("coach-for-weakest", &[("name", Arg::from(name))]);
                text::one_line(ui, text::value(title.as_str(), tokens)).on_hover_text(title);
            });
        });
    });
    for (question, number) in choose(walk, page.marks, quadrant, page.shown.round) {
        let content = cx.catalog.coach(question).suggestions.get(number);
        let Some(suggestion) = content else { continue };
        ui.push_id((question.id(), number), |ui| one(ui, cx, page, question, suggestion));
    }
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    page: &mut Page<'_>,
    question: QuestionId,
    suggestion: &Suggestion,
) {
    let tokens = cx.tokens;
    let language = cx.messages.language();
    let pattern = suggestion.pattern.get(language);
    inset(ui, tokens.sunken, tokens.border, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let label = cx.t("coach-insert");
                let button = ActionButton::secondary(label).icon("plus").small();
                let button = button.tooltip(cx.t("coach-insert-tip")).enabled(!cx.read_only);
                let response = button.show(ui, tokens);
                let enabled = !cx.read_only;
                response.widget_info(|| {
                    let name = format!("{label} {pattern}");
                    egui::WidgetInfo::labeled(egui::Role::Button, enabled, name)
                });
                if response.clicked() {
                    put(ui, cx, page, pattern);
                }
                ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                    let kind = suggestion.kind.get(language);
                    text::one_line(ui, text::strong(kind, tokens)).on_hover_text(kind);
                    let short = cx.c(&cx.catalog.question(question).short);
                    if ui.available_width() > 40.0 {
                        text::one_line(ui, text::caption(short, tokens)).on_hover_text(short);
                    }
                });
            });
        });
        let place = suggestion.place.get(language);
        ui.add(Label::new(text::caption(place, tokens).color(tokens.text_2)).wrap());
        let colour = tokens.quadrants[question.quadrant()].text;
        ui.add(Label::new(text::value(pattern, tokens).color(colour)).wrap());
        let example = cx.tr("coach-example", &[("text", suggestion.example.get(language).into())]);
        ui.add(Label::new(text::caption(example, tokens)).wrap());
    });
}

/// Puts a pattern in where the cursor is, else at the end, and selects its first blank.
fn put(ui: &Ui, cx: &mut Cx<'_>, page: &mut Page<'_>, pattern: &str) {
    let (session, text) = (page.session, &page.session.pitch);
    let cursor = pitch::cursor(ui, session.id);
    let at = cursor.map(|char| text.char_indices().nth(char).map_or(text.len(), |(at, _)| at));
    let inserted = insert(text, at, pattern);
    let characters = |end: usize| inserted.text.get(..end).map_or(0, |part| part.chars().count());
    let (from, to) = (characters(inserted.select.start), characters(inserted.select.end));
    pitch::select(ui, session.id, from, to);
    page.shown.jump(ui, inserted.select.clone());
    cx.edit_session(session.id, SessionEdit::Pitch(inserted.text));
}

#[cfg(test)]
mod tests {
    use QuestionId::{B1, B2, B3, B4, D1, D2};

    use super::super::marks::fixture::marks;
    use super::*;
    use crate::domain::walk::WalkEntry;

    fn walk(answers: &[(QuestionId, Answer)]) -> Walk {
        let entry = |answer| WalkEntry { answer: Some(answer), note: String::new() };
        Walk { entries: answers.iter().map(|(id, answer)| (*id, entry(*answer))).collect() }
    }

    fn questions(walk: &Walk, marks: &Marks, round: usize) -> Vec<QuestionId> {
        choose(walk, marks, Quadrant::B, round).into_iter().map(|pick| pick.0).collect()
    }

    #[test]
    fn what_is_missing_comes_first() {
        let none = marks("", &[]);
        assert_eq!(questions(&Walk::default(), &none, 0), [B1, B2, B3]);
        let found = marks("one two", &[(B1, "one"), (D1, "two"), (D2, "two")]);
        assert_eq!(questions(&Walk::default(), &found, 0), [B2, B3, B4]);
        let answered = walk(&[(B2, Answer::Yes), (B3, Answer::Partly), (B4, Answer::No)]);
        assert_eq!(questions(&answered, &found, 0), [B4, B1, B3]);
    }

    #[test]
    fn one_open_question_gives_all_three_and_a_round_goes_on() {
        let none = marks("", &[]);
        let yes = Answer::Yes;
        let nearly = walk(&[(B1, yes), (B2, yes), (B4, yes)]);
        assert_eq!(choose(&nearly, &none, Quadrant::B, 0), [(B3, 0), (B3, 1), (B3, 2)]);
        let first = choose(&Walk::default(), &none, Quadrant::B, 0);
        let second = choose(&Walk::default(), &none, Quadrant::B, 1);
        assert_eq!(second, [(B4, 0), (B1, 1), (B2, 1)]);
        assert_eq!(choose(&Walk::default(), &none, Quadrant::B, 4), first);
        let full = walk(&[(B1, yes), (B2, yes), (B3, yes), (B4, yes)]);
        assert_eq!(choose(&full, &none, Quadrant::B, 0), []);
    }
}
