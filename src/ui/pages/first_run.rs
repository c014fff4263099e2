//! Pending.
use crate::app::action::Action;
use crate::app::state::AppState;
use crate::ui::theme::tokens::Tokens;
use egui::Ui;

pub fn show(ui: &mut Ui, state: &AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let _ = (ui, state, tokens, actions);
}
