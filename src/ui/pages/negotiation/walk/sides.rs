//! The page where it is narrow: the text at the left, and one card beside it.

use egui::{Id, Layout, Rect, Ui, UiBuilder};

use super::Page;
use super::shown::Side;
use super::{coach_card, pitch, quadrant_card};
use crate::domain::quadrant::Quadrant;
use crate::domain::walk::QuestionId;
use crate::ui::context::Cx;
use crate::ui::pages::negotiation::audience::named;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::tag::{Mark, quadrant_toggle};

const CHOICE: f32 = 36.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut Page<'_>) {
    let room = ui.available_rect_before_wrap();
    let half = (room.width() - size::CARD_GAP) / 2.0;
    let (left, rest) = room.split_left_right_at_x(room.left() + half);
    let right = Rect::from_min_max(rest.min + egui::vec2(size::CARD_GAP, 0.0), rest.max);
    pitch::card(ui, cx, page, left);
    let (choice, card) = right.split_top_bottom_at_y(right.top() + CHOICE);
    let current = page.shown.side.unwrap_or(Side::Coach);
    let builder = UiBuilder::new()
        .id_salt("side-choice")
        .max_rect(choice.with_max_y(choice.top() + size::SMALL_CONTROL_HEIGHT))
        .layout(Layout::left_to_right(egui::Align::Center));
    let mut child = ui.new_child(builder);
    let coach = current == Side::Coach;
    if filter_chip(&mut child, cx.tokens, coach, cx.t("coach-title")).clicked() {
        page.shown.side = Some(Side::Coach);
    }
    for quadrant in Quadrant::WALK_ORDER {
        let side = Side::Quadrant(quadrant);
        let mark = if current == side { Mark::Supports } else { Mark::None };
        let name = named(cx, quadrant);
        if quadrant_toggle(&mut child, cx.tokens, quadrant, mark, &name).clicked() {
            page.shown.side = Some(side);
        }
    }
    match current {
        Side::Coach => coach_card::show(ui, cx, page, card),
        Side::Quadrant(quadrant) => quadrant_card::show(ui, cx, page, quadrant, card),
    }
}

fn revealed() -> Id {
    Id::unique("walk-question-to-reveal")
}

/// Has a question scrolled to in the next frame.
pub(super) fn reveal(ui: &Ui, question: QuestionId) {
    ui.data_mut(|data| data.insert_temp(revealed(), question.id()));
    ui.ctx().request_repaint();
}

/// Whether this question is to be scrolled to; asked once.
pub(super) fn is_revealed(ui: &Ui, question: QuestionId) -> bool {
    let asked: Option<&'static str> = ui.data(|data| data.get_temp(revealed()));
    let is_it = asked == Some(question.id());
    if is_it {
        ui.data_mut(|data| data.remove::<&'static str>(revealed()));
    }
    is_it
}
