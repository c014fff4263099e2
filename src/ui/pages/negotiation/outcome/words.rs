//! Words heard: kept for the record, worth nothing.

use egui::{CornerRadius, Frame, Id, Margin, Rect, Stroke, Ui, Vec2};

use crate::app::edit::MeetingEdit;
use crate::domain::session::{Meeting, Session};
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::text;

const WIDEST: f32 = 320.0;
/// The sign before a saying, the cross behind it and the frame.
const AROUND: f32 = 64.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let card = Card::new(cx.t("words-title")).caption(cx.t("words-caption")).fill(tokens.sunken);
    card.show(ui, tokens, place, |ui| {
        let mut draft = cx
            .drafts
            .meetings
            .get(&meeting.id)
            .map(|draft| draft.words.clone())
            .unwrap_or_default();
        let before = draft.clone();
        ui.add_enabled_ui(!cx.read_only, |ui| {
            let id = Id::unique(("words", meeting.id.0));
            let field = Field::new(cx.t("words-text")).hint(cx.t("words-hint")).hide_label().id(id);
            let response = field.show(ui, tokens, &mut draft);
            if submitted(ui, &response) && !draft.trim().is_empty() {
                let words = draft.trim().to_owned();
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::AddWords(words));
                draft.clear();
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = Vec2::splat(6.0);
                for (index, words) in meeting.outcome.words.iter().enumerate() {
                    // A frame does not flow on to the next line by itself.
                    let width = width_of(ui, cx, words) + AROUND;
                    if index > 0 && ui.available_size_before_wrap().x < width {
                        ui.end_row();
                    }
                    ui.push_id(index, |ui| {
                        if chip(ui, cx, words) {
                            cx.edit_meeting(
                                session.id,
                                meeting.id,
                                MeetingEdit::RemoveWords(index),
                            );
                        }
                    });
                }
            });
        });
        if draft != before {
            cx.drafts.meetings.entry(meeting.id).or_default().words = draft;
        }
    });
}

/// The width of a saying in its frame.
fn width_of(ui: &Ui, cx: &Cx<'_>, words: &str) -> f32 {
    let galley = ui.painter().layout_no_wrap(
        words.chars().take(200).collect(),
        egui::FontId::proportional(crate::ui::theme::tokens::type_size::CAPTION),
        cx.tokens.text_3,
    );
    galley.size().x.min(WIDEST)
}

/// A greyed saying; returns whether it is to go.
fn chip(ui: &mut Ui, cx: &Cx<'_>, words: &str) -> bool {
    let tokens = cx.tokens;
    Frame::new()
        .stroke(Stroke::new(1.0, tokens.border))
        .corner_radius(CornerRadius::same(14))
        .inner_margin(Margin { left: 9, right: 2, top: 1, bottom: 1 })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                ui.add(icons::sized("quote", 12.0).tint(tokens.disabled).alt_text(""));
                let label = text::caption(words, tokens);
                let width = width_of(ui, cx, words).min(ui.available_width().max(120.0));
                ui.allocate_ui(Vec2::new(width, 20.0), |ui| {
                    ui.set_max_width(width + 1.0);
                    text::one_line(ui, label).on_hover_text(words);
                });
                let name = cx.tr("words-remove", &[("words", words.into())]);
                ActionButton::icon_only("cross", &name)
                    .colour(tokens.text_3)
                    .show(ui, tokens)
                    .clicked()
            })
            .inner
        })
        .inner
}
