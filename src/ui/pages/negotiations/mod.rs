//! The list of all negotiations: filtered, sorted, and any number of them chosen.

mod entry;
mod tools;

use std::sync::Arc;

use egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2};

use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::lists::Listed;
use crate::app::lists::negotiations::{NegotiationList, NegotiationListKey};
use crate::app::route::{NegotiationTab, Route};
use crate::domain::ids::{CounterpartId, SessionId};
use crate::domain::summary::SessionSummary;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::page::{Crumb, empty_state, top_bar};
use crate::ui::widgets::selection_bar::{self, Pick};
use crate::ui::widgets::text;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    let title = cx.t("negotiations-title");
    let writable = !cx.read_only;
    top_bar(ui, cx, &[Crumb::here(cx.t("app-name"))], title, |ui, cx| {
        let new = ActionButton::primary(cx.t("negotiations-new")).icon("plus").enabled(writable);
        if new.show(ui, cx.tokens).clicked() {
            cx.push(Action::Command(UiCommand::NewNegotiation));
        }
        let label = cx.t("command-statistics");
        let statistics = ActionButton::secondary(label).icon("steps");
        if statistics.tooltip(cx.t("command-statistics-tip")).show(ui, cx.tokens).clicked() {
            cx.push(Action::Command(UiCommand::Statistics));
        }
    });
    if cx.work.negotiations().is_empty() {
        let chosen = empty_state(
            ui,
            cx.tokens,
            "negotiations",
            cx.t("negotiations-empty-title"),
            cx.t("negotiations-empty-text"),
            writable.then(|| cx.t("negotiations-new")),
        );
        if chosen {
            cx.push(Action::Command(UiCommand::NewNegotiation));
        }
        return;
    }
    let place = ui.available_rect_before_wrap();
    let tokens = cx.tokens;
    // The list of this very moment is asked for after the filter was shown, so that a small
    // library answers each letter at once.
    Card::new("").fixed().show(ui, tokens, place, |ui| {
        tools::filters(ui, cx);
        let Some(list) = listed(cx) else { return };
        cx.lists.chosen_negotiations.follow(&list.members, &list.shown);
        selection_bar::keys(ui, cx, Listed::Negotiations);
        tools::head(ui, cx, &list);
        if list.rows.is_empty() {
            nothing(ui, cx, &list);
        } else {
            rows(ui, cx, &list);
        }
    });
}

/// The negotiations that pass the filter; those of a moment ago while the new list is worked out.
fn listed(cx: &mut Cx<'_>) -> Option<Arc<NegotiationList>> {
    let filter = cx.drafts.negotiations.clone();
    let key = NegotiationListKey { revision: cx.work.revision(), filter: filter.clone() };
    let (sessions, people) = (cx.work.negotiations().clone(), cx.work.people().clone());
    let work = move || NegotiationList::of(&sessions, &people, &filter);
    cx.lists.negotiations.get(&key, cx.work.negotiations().len(), cx.wake, work)
}

/// Why the list is empty, and the way out.
fn nothing(ui: &mut Ui, cx: &mut Cx<'_>, list: &NegotiationList) {
    let tokens = cx.tokens;
    let archived = cx.drafts.negotiations.archived;
    if cx.drafts.negotiations.is_active() {
        ui.add_space(16.0);
        ui.label(text::body(cx.t("list-none-match"), tokens));
        ui.horizontal(|ui| {
            let clear = ActionButton::secondary(cx.t("list-clear-filter")).small();
            if clear.show(ui, tokens).clicked() {
                cx.drafts.negotiations.text.clear();
                cx.drafts.negotiations.tag = None;
            }
            if list.elsewhere > 0 {
                let key = if archived {
                    "list-elsewhere-archived-negotiations"
                } else {
                    "list-elsewhere-negotiations"
                };
                let label = cx.tr(key, &[("count", list.elsewhere.into())]);
                let icon = if archived { "list" } else { "archive" };
                if ActionButton::quiet(&label).icon(icon).small().show(ui, tokens).clicked() {
                    cx.drafts.negotiations.archived = !archived;
                }
            }
        });
        return;
    }
    let (icon, title, explanation, button) = if archived {
        ("archive", "list-archive-empty-title", "list-archive-empty-text", "list-leave-archive")
    } else {
        ("negotiations", "list-all-archived-title", "list-all-archived-text", "list-open-archive")
    };
    empty_state(ui, tokens, icon, cx.t(title), cx.t(explanation), None);
    ui.vertical_centered(|ui| {
        if ActionButton::secondary(cx.t(button)).show(ui, tokens).clicked() {
            cx.drafts.negotiations.archived = !archived;
        }
    });
}

fn rows(ui: &mut Ui, cx: &mut Cx<'_>, list: &NegotiationList) {
    let height = size::TALL_ROW_HEIGHT;
    let all = list.rows.len();
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("negotiations").auto_shrink(false).show_viewport(
        ui,
        |ui, viewport| {
            #[expect(clippy::cast_precision_loss, reason = "far fewer than sixteen million rows")]
            let total = all as f32 * height;
            ui.set_height(total);
            let origin = ui.max_rect().left_top();
            let width = ui.max_rect().width();
            // A row more at both ends, so that the focus can walk out of the visible part.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "not below zero, and no more than there are rows"
            )]
            let row_at = |top: f32| (top / height).floor().max(0.0) as usize;
            let first = row_at(viewport.top() - height).min(all);
            let last = (row_at(viewport.bottom() + height) + 1).min(all);
            let visible = list.rows.get(first..last).unwrap_or_default();
            let work = cx.work;
            for (at, id) in (first..).zip(visible) {
                let Some(session) = work.negotiation(*id) else { continue };
                #[expect(clippy::cast_precision_loss, reason = "as above")]
                let top = at as f32 * height;
                let place =
                    Rect::from_min_size(origin + Vec2::new(0.0, top), Vec2::new(width, height));
                ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                    if let Some(pick) = entry::show(ui, cx, session) {
                        picked(cx, list, session, pick);
                    }
                });
            }
        },
    );
}

fn picked(cx: &mut Cx<'_>, list: &NegotiationList, session: &SessionSummary, pick: Pick) {
    let rows = || list.rows.iter().copied();
    match pick {
        Pick::Open => open(cx, session),
        Pick::Toggle => cx.lists.chosen_negotiations.toggle(session.id),
        Pick::Range => cx.lists.chosen_negotiations.extend(rows(), session.id),
    }
}

fn open(cx: &mut Cx<'_>, session: &SessionSummary) {
    let tab = match &session.next {
        Some(meeting) if meeting.started.is_some() => NegotiationTab::Meeting,
        _ => NegotiationTab::Plan,
    };
    let session: SessionId = session.id;
    cx.go(Route::Negotiation { session, tab });
}

/// The title, or what stands in for it.
pub(super) fn session_title(cx: &Cx<'_>, title: &str, people: &[CounterpartId]) -> String {
    cx.messages.title_of(title, cx.work.people_of(people))
}
