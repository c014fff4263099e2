//! What one noticed besides the signs: a line of one's own, and the lines that are there.

use egui::{CornerRadius, Id, Layout, Sense, Stroke, StrokeKind, Ui, Vec2};

use super::evidence::Looked;
use crate::app::action::Action;
use crate::app::drafts::EvidenceDraft;
use crate::app::edit::CounterpartEdit;
use crate::app::heard::{Who, observation};
use crate::app::review::ReviewDraft;
use crate::domain::evidence::{Evidence, EvidenceKind};
use crate::domain::ids::EntryId;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::{Tokens, radius, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::observation::marks;
use crate::ui::widgets::suggestion::{Suggestion, listen, passages_offer};
use crate::ui::widgets::tag::{against_tag, quadrant_tag};
use crate::ui::widgets::text;

/// Shows the entry and what was entered; the answers, `signs`, stand above.
pub(super) fn show(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    looked: &Looked<'_>,
    draft: &mut ReviewDraft,
    signs: &[EntryId],
) {
    own_line(ui, cx, looked, draft);
    own_lines(ui, cx, looked, signs);
}

/// One line of the user's own.
fn own_line(ui: &mut Ui, cx: &mut Cx<'_>, looked: &Looked<'_>, draft: &mut ReviewDraft) {
    let tokens = cx.tokens;
    let id = Id::unique(("review-line", looked.meeting.id.0, looked.person.id.0));
    let field = Field::new(cx.t("review-line")).hint(cx.t("review-line-hint")).hide_label().id(id);
    let response = field.show(ui, tokens, &mut draft.line.text);
    let enter = submitted(ui, &response);
    if draft.line.text.trim().is_empty() {
        return;
    }
    if passages_offer(ui, tokens, cx.messages, &draft.line.text) {
        let who = Who::person(looked.person.id, cx.messages.name_of(looked.person));
        cx.push(Action::GoThrough(who, draft.line.text.clone()));
    }
    let lexicons = cx.coach.lexicons(cx.wake);
    if let Some(heard) = listen(ui, lexicons, id, &draft.line.text) {
        let line = Suggestion::new(&heard.1, &heard.0).marked(&draft.line.supports);
        if let Some(quadrant) = line.show(ui, tokens, cx.messages, cx.catalog) {
            draft.line.against.retain(|other| *other != quadrant);
            draft.line.supports.push(quadrant);
        }
    }
    let mut add = false;
    ui.horizontal(|ui| {
        ui.set_min_height(size::SMALL_CONTROL_HEIGHT);
        marks(ui, tokens, cx.messages, cx.catalog, &mut draft.line);
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let button = ActionButton::secondary(cx.t("evidence-add")).small();
            add = button.tooltip(cx.t("evidence-add-tip")).show(ui, tokens).clicked();
        });
    });
    if !enter && !add {
        return;
    }
    let id_of_line = looked.occasion().line_id(cx.clock.new_entry());
    let Some(evidence) = observation(&draft.line, looked.date, id_of_line) else {
        return;
    };
    let evidence = Evidence {
        kind: EvidenceKind::Behaviour,
        setting: draft.setting,
        date: looked.date,
        source: looked.source(cx),
        ..evidence
    };
    draft.line = EvidenceDraft::default();
    cx.edit_counterpart(looked.person.id, CounterpartEdit::AddEvidence(evidence));
    ui.memory_mut(|memory| memory.request_focus(id));
}

/// What was noted besides the signs, each with a way to take it back.
fn own_lines(ui: &mut Ui, cx: &mut Cx<'_>, looked: &Looked<'_>, signs: &[EntryId]) {
    let tokens = cx.tokens;
    let occasion = looked.occasion();
    let is_own =
        |item: &&Evidence| item.id.is_some_and(|id| occasion.has(id) && !signs.contains(&id));
    let mut removed = None;
    for item in looked.person.evidence.iter().filter(is_own) {
        let Some(id) = item.id else { continue };
        ui.push_id(id.0, |ui| {
            ui.horizontal(|ui| {
                letters(ui, cx, tokens, item);
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    let words = item.text.trim();
                    let name = cx.tr("review-take-out", &[("words", words.into())]);
                    let cross = ActionButton::icon_only("cross", &name).colour(tokens.text_3);
                    if cross.show(ui, tokens).clicked() {
                        removed = Some(id);
                    }
                    ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::body(words, tokens)).on_hover_text(words);
                    });
                });
            });
        });
    }
    if let Some(id) = removed {
        cx.edit_counterpart(looked.person.id, CounterpartEdit::RemoveEvidence(id));
    }
}

fn letters(ui: &mut Ui, cx: &Cx<'_>, tokens: &Tokens, item: &Evidence) {
    if item.supports.is_empty() && item.against.is_empty() {
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(20.0), Sense::hover());
        let line = Stroke::new(1.0, tokens.border);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::TAG), line, StrokeKind::Inside);
    }
    for quadrant in &item.supports {
        quadrant_tag(ui, tokens, *quadrant);
    }
    for quadrant in &item.against {
        let args = [("letter", Arg::from(quadrant.letter()))];
        against_tag(ui, tokens, *quadrant, &cx.tr("evidence-speaks-against", &args));
    }
}
