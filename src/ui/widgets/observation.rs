//! The parts of an entry of evidence: its letters, its kind.

use egui::{ComboBox, Ui};

use super::tag::{Mark, quadrant_toggle};
use super::text;
use crate::app::drafts::EvidenceDraft;
use crate::content::catalog::Catalog;
use crate::domain::evidence::EvidenceKind;
use crate::domain::quadrant::Quadrant;
use crate::i18n::{Arg, Messages};
use crate::ui::theme::tokens::Tokens;

/// The four letters; a click goes from "for" to "against" to no mark.
pub fn marks(
    ui: &mut Ui,
    tokens: &Tokens,
    messages: &Messages,
    catalog: &Catalog,
    draft: &mut EvidenceDraft,
) {
    let gap = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 4.0);
    for quadrant in Quadrant::ALL {
        let (mark, key) = if draft.supports.contains(&quadrant) {
            (Mark::Supports, "evidence-mark-for")
        } else if draft.against.contains(&quadrant) {
            (Mark::Against, "evidence-mark-against")
        } else {
            (Mark::None, "evidence-mark-none")
        };
        let name = catalog.quadrant(quadrant).name.get(messages.language());
        let args = [("letter", Arg::from(quadrant.letter())), ("name", Arg::from(name))];
        let name = messages.with(key, &args);
        if quadrant_toggle(ui, tokens, quadrant, mark, &name).clicked() {
            draft.cycle(quadrant);
        }
    }
    ui.spacing_mut().item_spacing.x = gap;
}

/// A list to choose the kind from.
pub fn kind_list(ui: &mut Ui, tokens: &Tokens, messages: &Messages, kind: &mut EvidenceKind) {
    let word = |kind: EvidenceKind| messages.word("evidence", kind.id());
    let label = |kind| text::value(word(kind), tokens);
    let combo = ComboBox::from_id_salt("kind").width(132.0).selected_text(label(*kind));
    let response = combo.show_ui(ui, |ui| {
        for other in EvidenceKind::BY_HAND {
            ui.selectable_value(kind, other, label(other));
        }
    });
    response.response.accessible_name(messages.text("evidence-kind"));
}
