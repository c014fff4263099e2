//! A card that I wrote.

use egui::{Id, Ui};

use super::{deck, go_to};
use crate::app::edit::LibraryEdit;
use crate::app::route::PlaybookEntry;
use crate::domain::phase::Phase;
use crate::domain::tactic::{Mark, OwnCard};
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, card: &OwnCard) {
    let tokens = cx.tokens;
    // Without a line of theirs and an answer there is nothing to train.
    let can_train = !card.cues.trim().is_empty() && !card.counter.trim().is_empty();
    deck::tools(ui, cx, &card.card_id(), can_train);
    focus_when_new(ui, card);
    deck::record(ui, cx, &card.card_id());
    ui.add_space(6.0);
    let mut new = card.clone();
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let line = |ui: &mut Ui, label: &str, hint: &str, rows: usize, value: &mut String| {
            let id = field_id(card, label);
            let field = Field::new(cx.t(label)).hint(cx.t(hint)).rows(rows).id(id);
            if let Some(text) = field.edit(ui, tokens, value) {
                *value = text;
            }
            ui.add_space(4.0);
        };
        line(ui, "own-name", "own-name-hint", 1, &mut new.name);
        ui.horizontal_wrapped(|ui| {
            let phases = Phase::ALL.map(|phase| (phase, cx.messages.word("phase", phase.id())));
            let phase = segmented(ui, tokens, cx.t("own-phase"), Some(new.phase), &phases);
            new.phase = phase.unwrap_or(new.phase);
            let marks = Mark::ALL.map(|mark| (mark, cx.messages.word("mark", mark.id())));
            let mark = segmented(ui, tokens, cx.t("own-mark"), Some(new.mark), &marks);
            new.mark = mark.unwrap_or(new.mark);
        });
        ui.add_space(4.0);
        line(ui, "own-cues", "own-cues-hint", 3, &mut new.cues);
        line(ui, "own-counter", "own-counter-hint", 1, &mut new.counter);
        line(ui, "own-how", "own-how-hint", 3, &mut new.how);
        line(ui, "own-note", "own-note-hint", 2, &mut new.note);
        ui.add(egui::Label::new(text::caption(cx.t("own-fair"), tokens)).wrap());
        ui.add_space(8.0);
        let remove = ActionButton::secondary(cx.t("own-remove")).icon("trash").small();
        if remove.show(ui, tokens).clicked() {
            cx.edit_library(LibraryEdit::RemoveCard(card.id));
            cx.go(go_to(PlaybookEntry::Index));
        }
    });
    if new != *card {
        cx.edit_library(LibraryEdit::SetCard(Box::new(new)));
    }
}

fn field_id(card: &OwnCard, label: &str) -> Id {
    Id::unique(("own-card", card.id.0, label))
}

/// A card that was made just now is named first; the name takes the focus once.
fn focus_when_new(ui: &Ui, card: &OwnCard) {
    let name = field_id(card, "own-name");
    let asked = name.with("asked");
    let is_new = *card == OwnCard::new(card.id);
    if is_new && !ui.data(|data| data.get_temp(asked).unwrap_or(false)) {
        ui.data_mut(|data| data.insert_temp(asked, true));
        ui.memory_mut(|memory| memory.request_focus(name));
    }
}
