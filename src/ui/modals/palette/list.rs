//! The list below the field. Only the lines in view are drawn, and only their records are read for
//! passages.

use std::ops::Range;

use egui::{Rect, ScrollArea, Ui, UiBuilder, pos2};

use super::super::search::{self, Line, Listing, Target};
use super::row;
use crate::app::action::Action;
use crate::app::finder::Finder;
use crate::app::state::{AppState, OpenLibrary};
use crate::ui::theme::tokens::Tokens;

/// Room for two lines, so that nothing moves when a passage comes.
const HIT_HEIGHT: f32 = 48.0;
const RECENT_HEIGHT: f32 = 36.0;
const HEADING_HEIGHT: f32 = 28.0;

pub(super) struct Input<'a> {
    pub state: &'a AppState,
    pub library: &'a OpenLibrary,
    pub finder: &'a mut Finder,
    pub tokens: &'a Tokens,
    pub listing: &'a Listing,
    pub actions: &'a mut Vec<Action>,
}

fn height_of(line: &Line) -> f32 {
    match line {
        Line::Heading(_) => HEADING_HEIGHT,
        Line::Recent(_) | Line::More(_) => RECENT_HEIGHT,
        Line::Record(_) | Line::Other(_) | Line::NewCounterpart(_) => HIT_HEIGHT,
    }
}

/// Shows the list with the line that is chosen, and whether it was moved to just now. Returns what
/// was clicked.
pub(super) fn show(
    ui: &mut Ui,
    input: &mut Input<'_>,
    (chosen, moved): (Option<usize>, bool),
    height: f32,
) -> Option<Target> {
    let mut clicked = None;
    let mut tops = Vec::with_capacity(input.listing.lines.len() + 1);
    let mut whole = 0.0;
    for line in &input.listing.lines {
        tops.push(whole);
        whole += height_of(line);
    }
    tops.push(whole);
    // Another list starts at its top.
    let salt = (&input.listing.text, input.finder.choice.part().id());
    ScrollArea::vertical()
        .id_salt(salt)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_viewport(ui, |ui, view| {
            ui.set_height(whole);
            let origin = ui.max_rect().min;
            let width = ui.available_width();
            let place = |range: Range<usize>| {
                let top = |at: usize| tops.get(at).copied().unwrap_or(whole);
                Rect::from_min_max(
                    pos2(origin.x, origin.y + top(range.start)),
                    pos2(origin.x + width, origin.y + top(range.end)),
                )
            };
            if let Some(at) = chosen.filter(|_| moved) {
                // The heading above the first line of a section comes into view with it.
                let lines = &input.listing.lines;
                let above = at.checked_sub(1).and_then(|above| lines.get(above));
                let from =
                    if above.is_some_and(|line| !line.can_be_chosen()) { at - 1 } else { at };
                ui.scroll_to_rect(place(from..at + 1), None);
            }
            let first = tops.partition_point(|top| *top <= view.min.y).saturating_sub(1);
            let end = tops.partition_point(|top| *top < view.max.y).min(input.listing.lines.len());
            let seen = input.listing.lines.get(first..end).unwrap_or_default();
            input.finder.locate(search::to_locate(seen), input.library, &input.state.wake());
            for (at, line) in (first..end).zip(seen) {
                let builder = UiBuilder::new().max_rect(place(at..at + 1));
                ui.scope_builder(builder, |ui| {
                    if row::show(ui, input, line, chosen == Some(at), height_of(line)) {
                        clicked = search::target_of(input.finder, line);
                    }
                });
            }
        });
    clicked
}
