//! The playbook: everything that the app teaches, to read and to search.

mod contents;
mod deck;
mod own_card;
mod pair;
mod pair_grid;
mod phase;
mod potatoes;
mod prose;
mod quadrant;
mod relations;
mod search;
mod start;
mod tactic;
mod walk;

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2};

use crate::app::route::{PlaybookEntry, Route};
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};

/// Width of the list of contents.
const CONTENTS_WIDTH: f32 = 268.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, entry: &PlaybookEntry) {
    let here = contents::name(cx, entry);
    let title = cx.t("playbook-title");
    let crumb = match entry {
        PlaybookEntry::Index => Crumb::here(cx.t("app-name")),
        PlaybookEntry::Pair(..) => {
            Crumb::to(cx.t("playbook-relations"), go_to(PlaybookEntry::Relations))
        }
        _ => Crumb::to(title, go_to(PlaybookEntry::Index)),
    };
    let shown = if *entry == PlaybookEntry::Index { title } else { here.as_str() };
    top_bar(ui, cx, &[crumb], shown, |_, _| {});
    let room = ui.available_rect_before_wrap();
    let width = CONTENTS_WIDTH.min(room.width() * 0.38);
    let left = Rect::from_min_size(room.min, Vec2::new(width, room.height()));
    let mut right = room;
    right.set_left(left.right() + size::CARD_GAP);
    Card::new("").fixed().show(ui, cx.tokens, left, |ui| contents::show(ui, cx, entry));
    Card::new("").fixed().show(ui, cx.tokens, right, |ui| {
        // Each entry has a place of its own to scroll, so that a new one begins at its top.
        ui.push_id(("entry", format!("{entry:?}")), |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let mut page = ui.available_rect_before_wrap();
                page.set_width((page.width() - 12.0).min(prose::MEASURE));
                ui.scope_builder(UiBuilder::new().max_rect(page), |ui| body(ui, cx, entry));
            });
        });
    });
}

fn body(ui: &mut Ui, cx: &mut Cx<'_>, entry: &PlaybookEntry) {
    match entry {
        PlaybookEntry::Index => start::show(ui, cx),
        PlaybookEntry::Quadrant(quadrant) => quadrant::show(ui, cx, *quadrant),
        PlaybookEntry::Relations => relations::show(ui, cx),
        PlaybookEntry::Pair(me, them) => pair::show(ui, cx, *me, *them),
        PlaybookEntry::Walk => walk::show(ui, cx),
        PlaybookEntry::Phase(phase) => phase::show(ui, cx, *phase),
        PlaybookEntry::Tactic(id) => {
            let work = cx.work;
            if let Some(card) = cx.catalog.tactic(id) {
                tactic::show(ui, cx, card);
            } else if let Some(card) = work.library().deck.own(id) {
                own_card::show(ui, cx, card);
            } else {
                let (title, help) = (cx.t("playbook-gone"), cx.t("playbook-gone-help"));
                empty_state(ui, cx.tokens, "playbook", title, help, None);
            }
        }
        PlaybookEntry::Potatoes => potatoes::show(ui, cx),
    }
    ui.add_space(24.0);
}

fn go_to(entry: PlaybookEntry) -> Route {
    Route::Playbook { entry }
}
