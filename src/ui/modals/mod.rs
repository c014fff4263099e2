//! The window over the page.

use egui::Context;

use super::theme::tokens::Tokens;
use crate::app::action::Action;
use crate::app::state::AppState;

pub fn show(ctx: &Context, state: &mut AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let _ = (ctx, state, tokens, actions);
}
