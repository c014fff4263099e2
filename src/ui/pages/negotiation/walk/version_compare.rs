//! A kept version beside the present one: both texts with their lines, the answers that differ, and
//! the words that changed.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{FontId, Id, Label, Rect, ScrollArea, Sense, Shape, Ui, Vec2};

use super::lines::{LINE_HEIGHT, Sheet};
use super::marks::Marks;
use super::shown::Lit;
use super::{Page, tip, versions};
use crate::app::comparison::{Line, Mark, Piece, Shown, compare, shortened};
use crate::domain::session::PitchVersion;
use crate::domain::walk::{Answer, QuestionId, Walk};
use crate::store::merge::FieldPath;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::tokens::{size, type_size};
use crate::ui::widgets::card::Card;
use crate::ui::widgets::comparison::{self, Sides};
use crate::ui::widgets::tag::quadrant_tag;
use crate::ui::widgets::text;

/// The least height of the texts with the changes below them.
const LEAST: f32 = 430.0;
/// Changes are shown up to so many characters.
const MOST: usize = 20_000;

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &Page<'_>,
    version: &PitchVersion,
    marks: &Marks,
    room: Rect,
) {
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt("compared").max_rect(room));
    ScrollArea::vertical().id_salt("compared").auto_shrink(false).show(&mut child, |ui| {
        let size = Vec2::new(ui.available_width(), room.height().max(LEAST));
        let (place, _) = ui.allocate_exact_size(size, Sense::hover());
        let gap = size::CARD_GAP;
        let (texts, changes) = place.split_top_bottom_at_y(place.top() + place.height() * 0.58);
        let changes = Rect::from_min_max(changes.min + Vec2::new(0.0, gap), changes.max);
        let (left, right) = texts.split_left_right_at_x(texts.center().x);
        let left = Rect::from_min_max(left.min, left.max - Vec2::new(gap / 2.0, 0.0));
        let right = Rect::from_min_max(right.min + Vec2::new(gap / 2.0, 0.0), right.max);
        let title = versions::title(cx, version);
        sheet(ui, cx, (&title, &version.walk), page, marks, left);
        let present = (cx.t("coach-present"), &page.session.walk);
        sheet(ui, cx, present, page, page.marks, right);
        changed(ui, cx, page, version, (&title, marks), changes);
    });
}

/// One text, to be read only.
fn sheet(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (title, walk): (&str, &Walk),
    page: &Page<'_>,
    marks: &Marks,
    place: Rect,
) {
    let tokens = cx.tokens;
    let covered = cx.messages.percent(walk.coverage(&page.audience.need));
    let caption = cx.tr("coach-covers", &[("percent", covered.into())]);
    let title: String = title.chars().take(60).collect();
    Card::new(&title).caption(caption).show(ui, tokens, place, |ui| {
        let font = FontId::new(type_size::HEADING, Weight::Regular.family());
        let text = marks.text.to_string();
        let mut job = LayoutJob::simple(text, font, tokens.text, ui.available_width());
        for section in &mut job.sections {
            section.format.line_height = Some(LINE_HEIGHT);
        }
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
        let size = Vec2::new(ui.available_width(), galley.size().y);
        let (place, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &*marks.text));
        let grounds = ui.painter().add(Shape::Noop);
        ui.painter().galley(place.min, Arc::clone(&galley), tokens.text);
        let painter = ui.painter_at(ui.clip_rect());
        let sheet = Sheet {
            painter: &painter,
            tokens,
            galley: &galley,
            at: place.min,
            marks,
            lit: Lit::All,
            framed: None,
        };
        ui.painter().set(grounds, Shape::Vec(sheet.grounds()));
        sheet.lines();
        let Some(char) = response.hover_pos().and_then(|point| sheet.char_at(point)) else {
            return;
        };
        let (found, irritating) = tip::at(marks, char);
        if !found.is_empty() || !irritating.is_empty() {
            response.on_hover_ui_at_pointer(|ui| tip::show(ui, cx, marks, &found, &irritating));
        }
    });
}

/// The questions whose answers differ: before, after.
fn answers(before: &Walk, after: &Walk) -> Vec<(QuestionId, Option<Answer>, Option<Answer>)> {
    QuestionId::ALL
        .into_iter()
        .map(|question| (question, before.answer(question), after.answer(question)))
        .filter(|(_, before, after)| before != after)
        .collect()
}

fn changed(
    ui: &mut Ui,
    cx: &Cx<'_>,
    page: &Page<'_>,
    version: &PitchVersion,
    (title, marks): (&str, &Marks),
    place: Rect,
) {
    let tokens = cx.tokens;
    let sides = Sides { before: title, after: cx.t("coach-present") };
    Card::new(cx.t("coach-changes")).show(ui, tokens, place, |ui| {
        let differ = answers(&version.walk, &page.session.walk);
        let word = |answer: Option<Answer>| match answer {
            Some(answer) => cx.messages.word("answer", answer.id()),
            None => cx.t("coach-unanswered"),
        };
        ui.spacing_mut().item_spacing.y = 4.0;
        for (question, before, after) in &differ {
            ui.horizontal(|ui| {
                quadrant_tag(ui, tokens, question.quadrant());
                let asked = cx.c(&cx.catalog.question(*question).short);
                ui.label(text::value(asked, tokens));
                let line = format!("{} → {}", word(*before), word(*after));
                text::one_line(ui, text::body(line, tokens));
            });
        }
        if differ.is_empty() {
            ui.label(text::caption(cx.t("coach-same-answers"), tokens));
        }
        if marks.text == page.marks.text {
            ui.label(text::caption(cx.t("coach-same-words"), tokens));
            return;
        }
        let line = words(ui, cx, marks, page.marks);
        comparison::line(ui, tokens, cx.messages, sides, &line, |ui| {
            comparison::legend(ui, tokens, sides);
        });
        if marks.text.len().max(page.marks.text.len()) > MOST {
            ui.add(Label::new(text::caption(cx.t("coach-changes-cut"), tokens)).wrap());
        }
    });
}

/// The words that changed, worked out once for two texts.
#[derive(Clone)]
struct Words {
    before: Arc<str>,
    after: Arc<str>,
    line: Arc<Line>,
}

fn words(ui: &Ui, cx: &Cx<'_>, before: &Marks, after: &Marks) -> Arc<Line> {
    let id = Id::unique("pitch-words-compared");
    let kept: Option<Words> = ui.data(|data| data.get_temp(id));
    if let Some(kept) = kept.filter(|kept| kept.before == before.text && kept.after == after.text) {
        return kept.line;
    }
    let pieces = cut(shortened(compare(&before.text, &after.text)));
    let line = Arc::new(Line {
        path: FieldPath(Vec::new()),
        place: None,
        name: cx.t("coach-words").to_owned(),
        is_entry: false,
        shown: Shown::Marked(pieces),
    });
    let words = Words {
        before: Arc::clone(&before.text),
        after: Arc::clone(&after.text),
        line: Arc::clone(&line),
    };
    ui.data_mut(|data| data.insert_temp(id, words));
    line
}

/// The beginning, where there is more than anybody reads.
fn cut(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut left = MOST;
    let mut kept = Vec::new();
    for piece in pieces {
        let count = piece.text.chars().count();
        if count > left {
            let text = piece.text.chars().take(left).collect();
            kept.push(Piece { mark: piece.mark, text });
            kept.push(Piece { mark: Mark::Skipped, text: " …".to_owned() });
            break;
        }
        left -= count;
        kept.push(piece);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::walk::WalkEntry;

    #[test]
    fn answers_that_differ_are_listed_in_walk_order() {
        let mut before = Walk::default();
        let entry = |answer| WalkEntry { answer: Some(answer), note: String::new() };
        before.entries.insert(QuestionId::C1, entry(Answer::Yes));
        before.entries.insert(QuestionId::A1, entry(Answer::No));
        let mut after = before.clone();
        after.entries.insert(QuestionId::A1, entry(Answer::Yes));
        after.entries.insert(QuestionId::D2, entry(Answer::Partly));
        let expected = [
            (QuestionId::A1, Some(Answer::No), Some(Answer::Yes)),
            (QuestionId::D2, None, Some(Answer::Partly)),
        ];
        assert_eq!(answers(&before, &after), expected);
        assert_eq!(answers(&after, &after), []);
    }

    #[test]
    fn endless_changes_are_cut() {
        let long = "word ".repeat(9_000);
        let pieces = cut(vec![
            Piece { mark: Mark::Gone, text: "old".to_owned() },
            Piece { mark: Mark::New, text: long },
        ]);
        let length: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
        assert_eq!(length, MOST + 2);
    }
}
