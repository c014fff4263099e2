//! The chips that narrow the list to one part, and the switch for archived records.

use egui::{Frame, Layout, Margin, Ui};

use super::super::search::Listing;
use crate::app::finder::{Finder, Part};
use crate::app::state::AppState;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::chip::filter_chip;

/// Shows the chips and returns the part that was chosen just now.
pub(super) fn show(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    finder: &mut Finder,
    listing: &Listing,
) -> Option<Part> {
    let messages = &state.messages;
    let mut chosen = None;
    let current = finder.choice.part();
    let margin = Margin { left: 12, right: 12, top: 0, bottom: 8 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for part in Part::ALL {
                let name = messages.word("search-part", part.id());
                let label = if listing.text.is_empty() {
                    name.to_owned()
                } else {
                    format!("{name} {}", listing.counts.of(part))
                };
                if filter_chip(ui, tokens, part == current, &label).clicked() {
                    chosen = Some(part);
                }
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let label = messages.text("search-archived");
                let archived = finder.choice.archived;
                if filter_chip(ui, tokens, archived, label).clicked() {
                    finder.choice.archived = !archived;
                }
            });
        });
    });
    chosen
}
