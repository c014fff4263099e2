//! The list of people at the left: rows grouped by organisation, any number of them chosen.

use std::sync::Arc;

use egui::{CornerRadius, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, pos2};

use super::filter;
use super::subject::display_name;
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::lists::Listed;
use crate::app::lists::people::{Line, PeopleList, PeopleListKey, lead};
use crate::app::route::Route;
use crate::domain::ids::CounterpartId;
use crate::domain::profile::Certainty;
use crate::domain::summary::CounterpartSummary;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::row::row;
use crate::ui::widgets::selection_bar::{self, Pick, pick, space_on};
use crate::ui::widgets::tag::{animal, quadrant_tag};
use crate::ui::widgets::text;
use crate::ui::widgets::tick::row_box;

/// Height of a row that names an organisation.
const GROUP_HEIGHT: f32 = 28.0;
const FOOTER_HEIGHT: f32 = 48.0;
const SURENESS_WIDTH: f32 = 60.0;

/// Shows the card in `rect`; `reveal` brings the selected row into view.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, selected: CounterpartId, reveal: bool) {
    let tokens = cx.tokens;
    let mut top = rect.top();
    Card::new("").fixed().show(ui, tokens, rect, |ui| {
        filter::show(ui, cx);
        top = ui.min_rect().bottom() + 12.0;
    });
    let listing = listing(cx).unwrap_or_default();
    cx.lists.chosen_people.follow(&listing.members, &listing.shown_ids);
    selection_bar::keys(ui, cx, Listed::People);
    let line = Stroke::new(1.0, tokens.border);
    let footer_top = rect.bottom() - FOOTER_HEIGHT;
    let inner = rect.x_range().shrink(1.0);
    ui.painter().hline(inner, top, line);
    ui.painter().hline(inner, footer_top, line);
    let place = Rect::from_min_max(pos2(inner.min, top + 1.0), pos2(inner.max, footer_top));
    let mut list = ui.new_child(UiBuilder::new().id_salt("list").max_rect(place));
    list.set_clip_rect(place.intersect(ui.clip_rect()));
    if listing.shown_ids.is_empty() {
        nobody(&mut list, cx, &listing);
    } else {
        rows(&mut list, cx, &listing, selected, reveal);
    }
    let place = Rect::from_min_max(
        pos2(rect.left() + 8.0, footer_top),
        pos2(rect.right() - 14.0, rect.bottom()),
    );
    let layout = Layout::left_to_right(egui::Align::Center);
    let mut footer =
        ui.new_child(UiBuilder::new().id_salt("footer").max_rect(place).layout(layout));
    if cx.lists.choosing_people || !cx.lists.chosen_people.is_empty() {
        footer.add_space(6.0);
        footer.spacing_mut().item_spacing.x = 3.0;
        let archived = cx.drafts.counterpart_filter.archived;
        selection_bar::show(&mut footer, cx, Listed::People, archived, true);
        return;
    }
    let add = ActionButton::quiet(cx.t("counterparts-add")).icon("plus").enabled(!cx.read_only);
    if add.show(&mut footer, tokens).clicked() {
        cx.push(Action::Command(UiCommand::NewCounterpart));
    }
    footer.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        let args = [
            ("shown", Arg::from(listing.shown_ids.len())),
            ("all", Arg::from(listing.members.len())),
        ];
        text::one_line(ui, text::caption(cx.tr("counterparts-shown", &args), tokens));
    });
}

/// The people who pass the filter; those of a moment ago while the new list is worked out.
pub(super) fn listing(cx: &mut Cx<'_>) -> Option<Arc<PeopleList>> {
    let filter = cx.drafts.counterpart_filter.clone();
    let heights = (GROUP_HEIGHT, size::TALL_ROW_HEIGHT);
    let key = PeopleListKey { revision: cx.work.revision(), filter: filter.clone(), heights };
    let people = cx.work.people().clone();
    let work = move || PeopleList::of(&people, &filter, heights);
    cx.lists.people.get(&key, cx.work.people().len(), cx.wake, work)
}

/// Height of a row.
fn height(line: &Line) -> f32 {
    match line {
        Line::Group { .. } => GROUP_HEIGHT,
        Line::Person(_) => size::TALL_ROW_HEIGHT,
    }
}

/// Why the list is empty, and the way out.
fn nobody(ui: &mut Ui, cx: &mut Cx<'_>, listing: &PeopleList) {
    let tokens = cx.tokens;
    let empty_archive = cx.drafts.counterpart_filter.archived && listing.members.is_empty();
    let (why, out) = if empty_archive {
        ("list-archive-empty-people", "list-leave-archive")
    } else {
        ("counterparts-no-match", "counterparts-clear-filter")
    };
    ui.vertical_centered(|ui| {
        ui.add_space(24.0);
        ui.set_max_width((ui.available_width() - 32.0).max(80.0));
        ui.add(egui::Label::new(text::body(cx.t(why), tokens)).wrap());
        if ActionButton::secondary(cx.t(out)).small().show(ui, tokens).clicked() {
            cx.drafts.counterpart_filter = Default::default();
        }
    });
}

fn rows(ui: &mut Ui, cx: &mut Cx<'_>, listing: &PeopleList, selected: CounterpartId, reveal: bool) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("people").auto_shrink(false).show_viewport(
        ui,
        |ui, viewport| {
            ui.set_height(listing.height);
            let origin = ui.max_rect().left_top();
            let width = ui.max_rect().width();
            if reveal && let Some(top) = listing.top_of(selected) {
                let at = origin + Vec2::new(0.0, top - GROUP_HEIGHT);
                let target =
                    Rect::from_min_size(at, Vec2::new(width, GROUP_HEIGHT + size::TALL_ROW_HEIGHT));
                ui.scroll_to_rect(target, None);
            }
            // A row more at both ends, so that the focus can walk out of the visible part.
            let first = listing.lines.partition_point(|(top, line)| {
                top + height(line) + size::TALL_ROW_HEIGHT < viewport.top()
            });
            for (top, line) in listing.lines.get(first..).unwrap_or_default() {
                if *top > viewport.bottom() + size::TALL_ROW_HEIGHT {
                    break;
                }
                let place = Rect::from_min_size(
                    origin + Vec2::new(0.0, *top),
                    Vec2::new(width, height(line)),
                );
                match line {
                    Line::Group { name, count } => group(ui, cx, place, name, *count),
                    Line::Person(entry) => {
                        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                            person(ui, cx, listing, entry, entry.id == selected);
                        });
                    }
                }
            }
            let above = listing.lines.partition_point(|(top, _)| *top <= viewport.top());
            let above = listing.lines.get(..above).unwrap_or_default().iter().rev();
            let current = above.into_iter().find(|(_, line)| matches!(line, Line::Group { .. }));
            if let Some((top, Line::Group { name, count })) = current
                && *top < viewport.top()
            {
                let at = origin + Vec2::new(0.0, viewport.top());
                let place = Rect::from_min_size(at, Vec2::new(width, GROUP_HEIGHT));
                group(ui, cx, place, name, *count);
            }
        },
    );
}

fn group(ui: &mut Ui, cx: &Cx<'_>, place: Rect, name: &str, count: usize) {
    let tokens = cx.tokens;
    ui.painter().rect_filled(place, CornerRadius::ZERO, tokens.sunken);
    ui.painter().hline(place.x_range(), place.bottom(), Stroke::new(1.0, tokens.border));
    let name = if name.is_empty() { cx.t("counterparts-no-organisation") } else { name };
    let layout = Layout::right_to_left(egui::Align::Center);
    let inner = place.shrink2(Vec2::new(14.0, 0.0));
    let mut child =
        ui.new_child(UiBuilder::new().id_salt(("group", name)).max_rect(inner).layout(layout));
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    child.label(text::caption(count.to_string(), tokens));
    child.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
        text::one_line(ui, text::caption(name, tokens).color(tokens.text_2));
    });
}

fn person(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    listing: &PeopleList,
    entry: &CounterpartSummary,
    selected: bool,
) {
    let tokens = cx.tokens;
    let messages = cx.messages;
    let reading = cx.animals();
    let own_name = display_name(cx, entry);
    let name = if own_name.is_empty() { cx.t("counterparts-unnamed") } else { &own_name };
    let leading = lead(entry);
    let certainty = match (leading, entry.reading.normal.certainty) {
        (None, Certainty::Leaning | Certainty::Likely | Certainty::Clear) => {
            messages.text("counterparts-no-lead")
        }
        (_, certainty) => messages.word("certainty", certainty.id()),
    };
    let sureness = leading.map_or_else(|| certainty.to_owned(), |(_, p)| messages.percent(p));
    let spoken = match leading {
        Some((lead, _)) => format!("{name}, {}, {certainty} {lead}, {sureness}", entry.title),
        None => format!("{name}, {}, {certainty}", entry.title),
    };
    let salt = ("person", entry.id.0);
    let space = space_on(ui, ui.make_persistent_id(salt));
    let chosen = cx.lists.chosen_people.contains(entry.id);
    let choosing = cx.lists.choosing_people || !cx.lists.chosen_people.is_empty();
    let mut tick = None;
    let response = row(ui, tokens, salt, size::TALL_ROW_HEIGHT, selected, &spoken, |ui| {
        if choosing {
            let gap = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 4.0);
            let name = cx.tr("list-choose-row", &[("name", Arg::from(name))]);
            let response = row_box(ui, tokens, chosen, &name);
            tick = Some(response.on_hover_text(cx.t("list-choose-row-tip")));
            ui.spacing_mut().item_spacing.x = gap;
        }
        animal(ui, tokens, leading.map(|(lead, _)| lead), reading, 32.0);
        let room = ui.available_rect_before_wrap();
        let split = room.right() - SURENESS_WIDTH;
        let left = Rect::from_min_max(room.min, pos2(split - 8.0, room.bottom()));
        let right = Rect::from_min_max(pos2(split, room.top()), room.max);
        names(ui, cx, entry, name, own_name.is_empty(), left);
        let layout = Layout::top_down(egui::Align::Max);
        ui.scope_builder(UiBuilder::new().max_rect(right).layout(layout), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(if leading.is_some() { 3.0 } else { 14.0 });
            if let Some((lead, _)) = leading {
                quadrant_tag(ui, tokens, lead);
            }
            text::one_line(ui, text::caption(&sureness, tokens));
        });
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    match pick(ui, &response, tick.as_ref(), space) {
        Some(Pick::Open) => cx.go(Route::counterpart(entry.id)),
        Some(Pick::Toggle) => cx.lists.chosen_people.toggle(entry.id),
        Some(Pick::Range) => cx.lists.chosen_people.extend(listing.rows(), entry.id),
        None => {}
    }
}

/// Name over title.
fn names(
    ui: &mut Ui,
    cx: &Cx<'_>,
    entry: &CounterpartSummary,
    name: &str,
    is_stand_in: bool,
    place: Rect,
) {
    let tokens = cx.tokens;
    ui.scope_builder(
        UiBuilder::new().max_rect(place).layout(Layout::top_down(egui::Align::Min)),
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(if entry.title.is_empty() { 13.0 } else { 5.0 });
            let label = if is_stand_in {
                text::value(name, tokens).color(tokens.text_3)
            } else {
                text::strong(name, tokens)
            };
            text::one_line(ui, label);
            if !entry.title.is_empty() {
                text::one_line(ui, text::caption(&entry.title, tokens));
            }
        },
    );
}
