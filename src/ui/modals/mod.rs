//! The window over the page: one file for each, and the frame that they share.

mod archives;
mod drill;
mod frame;
pub(in crate::ui) mod heard;
mod help;
mod history;
mod library;
mod merge;
mod palette;
mod paste;
mod problems;
mod save_brief;
mod search;
mod trash;
mod who;

pub(in crate::ui) use archives::share_of;
use egui::{Context, Id};

use super::theme::tokens::Tokens;
use crate::app::action::Action;
use crate::app::modal::Modal;
use crate::app::state::AppState;

/// Shows the modal that is open, if one is.
pub fn show(ctx: &Context, state: &mut AppState, tokens: &Tokens, actions: &mut Vec<Action>) {
    let opened = just_opened(ctx, state.modal.as_ref());
    // Taken out while it is shown, so that it can be typed into while the rest is read.
    let Some(mut modal) = state.modal.take() else { return };
    let mut finder = state.library.as_mut().map(|library| std::mem::take(&mut library.finder));
    let close = match &mut modal {
        Modal::Palette { query, selected } => palette::show(
            ctx,
            state,
            tokens,
            &mut palette::Typed { query, selected, opened },
            finder.get_or_insert_default(),
            actions,
        ),
        Modal::Library { purpose, path } => {
            let mut typed = library::Typed { purpose: *purpose, path, opened };
            library::show(ctx, state, tokens, &mut typed, actions)
        }
        Modal::SaveBrief { format, path, overwrite, .. } => {
            let mut typed = save_brief::Typed { format, path, overwrite, opened };
            save_brief::show(ctx, state, tokens, &mut typed, actions)
        }
        Modal::Heard { selected } => {
            let mut typed = heard::Typed { selected, opened };
            let finder = finder.get_or_insert_default();
            heard::show(ctx, state, tokens, &mut typed, finder, actions)
        }
        Modal::Paste { selected } => {
            let mut typed = paste::Typed { selected, opened };
            let finder = finder.get_or_insert_default();
            paste::show(ctx, state, tokens, &mut typed, finder, actions)
        }
        Modal::Drill(drill) => drill::show(ctx, state, tokens, drill, opened),
        Modal::Help => help::show(ctx, state, tokens, opened),
        Modal::Problems => problems::show(ctx, state, tokens, opened, actions),
        Modal::Merge(merging) => merge::show(ctx, state, tokens, merging, actions),
        Modal::History => history::show(ctx, state, tokens, opened, actions),
        Modal::Trash { filter, selected, asks_to_erase } => {
            let mut typed = trash::Typed { filter, selected, asks_to_erase, opened };
            trash::show(ctx, state, tokens, &mut typed, actions)
        }
        Modal::RestoreBackup { chosen, path } => {
            let mut typed = archives::Typed { chosen, path, opened };
            archives::show(ctx, state, tokens, &mut typed, actions)
        }
    };
    state.modal = Some(modal);
    if let (Some(library), Some(finder)) = (&mut state.library, finder) {
        library.finder = finder;
    }
    if close {
        actions.push(Action::CloseModal);
    }
}

/// Whether the modal was not there in the last frame; its first field then takes the focus.
fn just_opened(ctx: &Context, modal: Option<&Modal>) -> bool {
    let kind: u8 = match modal {
        None => 0,
        Some(Modal::Palette { .. }) => 1,
        Some(Modal::Library { .. }) => 2,
        Some(Modal::SaveBrief { .. }) => 3,
        Some(Modal::Help) => 4,
        Some(Modal::Problems) => 5,
        Some(Modal::Merge(_)) => 6,
        Some(Modal::History) => 7,
        Some(Modal::Trash { .. }) => 8,
        Some(Modal::RestoreBackup { .. }) => 9,
        Some(Modal::Heard { .. }) => 10,
        Some(Modal::Paste { .. }) => 11,
        Some(Modal::Drill(_)) => 12,
    };
    let id = Id::unique("modal-of-last-frame");
    ctx.data_mut(|data| {
        let before: u8 = data.get_temp(id).unwrap_or(0);
        data.insert_temp(id, kind);
        before != kind
    })
}
