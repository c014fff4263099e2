//! Catching a hot potato: their claim in their words, and what it is about.

use egui::{Id, Ui};

use super::Scene;
use super::summon::{self, Summons};
use crate::app::command::UiCommand;
use crate::app::edit::SessionEdit;
use crate::domain::ids::EntryId;
use crate::domain::potato::{HotPotato, PotatoKind, PotatoVerdict};
use crate::ui::context::Cx;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::{Field, submitted};

fn claim_id(scene: &Scene<'_>) -> Id {
    Id::unique(("potato-claim", scene.meeting.id.0))
}

/// Shows the entry; returns the claim that was caught just now.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) -> Option<EntryId> {
    let tokens = cx.tokens;
    let meeting = scene.meeting.id;
    let id = claim_id(scene);
    let mut draft = cx.drafts.meetings.entry(meeting).or_default().clone();
    let before = draft.clone();
    let called = summon::summons(ui, cx, UiCommand::CatchPotato, id);
    if called == Summons::Next {
        draft.potato_kind = summon::next_of(&PotatoKind::ALL, draft.potato_kind);
    }
    let mut caught = None;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let claim = Field::new(cx.t("potato-claim"))
            .hint(cx.t("potato-claim-hint"))
            .hide_label()
            .id(id)
            .show(ui, tokens, &mut draft.potato_claim);
        if called == Summons::Focus {
            summon::bring_up(ui, &claim);
        }
        let entered = submitted(ui, &claim);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(3.0);
            for kind in PotatoKind::ALL {
                let label = cx.messages.word("potato", kind.id());
                if filter_chip(ui, tokens, draft.potato_kind == kind, label).clicked() {
                    draft.potato_kind = kind;
                    ui.memory_mut(|memory| memory.request_focus(id));
                }
            }
        });
        if entered && !draft.potato_claim.trim().is_empty() {
            let several = scene.session.counterparts.len() > 1;
            let potato = HotPotato {
                id: cx.clock.new_entry(),
                at: cx.now(),
                meeting,
                kind: draft.potato_kind,
                claim: draft.potato_claim.trim().to_owned(),
                asked: [false; 3],
                verdict: PotatoVerdict::Untested,
                evidence: String::new(),
                person: scene.person.filter(|_| several).map(|person| person.id),
                whose: None,
                answer: String::new(),
            };
            caught = Some(potato.id);
            draft.potato_claim.clear();
            cx.edit_session(scene.session.id, SessionEdit::AddPotato(potato));
        }
    });
    if draft != before {
        cx.drafts.meetings.insert(meeting, draft);
    }
    caught
}
