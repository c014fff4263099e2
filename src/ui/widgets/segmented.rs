//! A choice between a few words, side by side.

use egui::{CornerRadius, Frame, Margin, Ui};

use super::button::ActionButton;
use crate::ui::theme::tokens::{Tokens, radius};

/// Shows the options and returns the one that was chosen just now.
pub fn segmented<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    name: &str,
    current: Option<T>,
    options: &[(T, &str)],
) -> Option<T> {
    let mut chosen = None;
    Frame::new()
        .fill(tokens.hover)
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::same(2))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                // In a header laid out from right to left the last option comes first.
                let reversed = ui.layout().prefer_right_to_left();
                for index in 0..options.len() {
                    let place = if reversed { options.len() - 1 - index } else { index };
                    let Some((option, label)) = options.get(place) else { continue };
                    let selected = current == Some(*option);
                    let button = if selected {
                        ActionButton::secondary(label)
                    } else {
                        ActionButton::quiet(label).colour(tokens.text_2)
                    };
                    let response = button.small().show(ui, tokens);
                    response.widget_info(|| {
                        egui::WidgetInfo::selected(
                            egui::Role::RadioButton,
                            ui.is_enabled(),
                            selected,
                            format!("{name}: {label}"),
                        )
                    });
                    if response.clicked() && !selected {
                        chosen = Some(*option);
                    }
                }
            });
        });
    chosen
}
