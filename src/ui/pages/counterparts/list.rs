//! The list of people at the left: filter, quadrants, and rows grouped by organisation.

use egui::{CornerRadius, Layout, Rect, ScrollArea, Stroke, Ui, UiBuilder, Vec2, pos2};

use super::listing::{Entry, GROUP_HEIGHT, Line, Listing};
use crate::app::action::Action;
use crate::app::command::UiCommand;
use crate::app::route::Route;
use crate::domain::ids::CounterpartId;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::row::row;
use crate::ui::widgets::tag::{animal, quadrant_filter, quadrant_tag};
use crate::ui::widgets::{chip, text};

const FOOTER_HEIGHT: f32 = 48.0;
const SURENESS_WIDTH: f32 = 60.0;

/// Shows the card in `rect`; `reveal` brings the selected row into view.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, rect: Rect, selected: CounterpartId, reveal: bool) {
    let tokens = cx.tokens;
    let mut top = rect.top();
    Card::new("").fixed().show(ui, tokens, rect, |ui| {
        filter(ui, cx);
        top = ui.min_rect().bottom() + 12.0;
    });
    let listing = Listing::current(ui, cx);
    let line = Stroke::new(1.0, tokens.border);
    let footer_top = rect.bottom() - FOOTER_HEIGHT;
    let inner = rect.x_range().shrink(1.0);
    ui.painter().hline(inner, top, line);
    ui.painter().hline(inner, footer_top, line);
    let place = Rect::from_min_max(pos2(inner.min, top + 1.0), pos2(inner.max, footer_top));
    let mut list = ui.new_child(UiBuilder::new().id_salt("list").max_rect(place));
    list.set_clip_rect(place.intersect(ui.clip_rect()));
    if listing.shown == 0 {
        nobody(&mut list, cx);
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
    let add = ActionButton::quiet(cx.t("counterparts-add")).icon("plus").enabled(!cx.read_only);
    if add.show(&mut footer, tokens).clicked() {
        cx.push(Action::Command(UiCommand::NewCounterpart));
    }
    footer.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
        let args =
            [("shown", Arg::from(listing.shown)), ("all", Arg::from(cx.work.counterparts().len()))];
        text::one_line(ui, text::caption(cx.tr("counterparts-shown", &args), tokens));
    });
}

fn filter(ui: &mut Ui, cx: &mut Cx<'_>) {
    // Where the list lies above the details there is room for everything in one line.
    if ui.available_width() > 560.0 {
        ui.horizontal(|ui| {
            let width = ui.available_width() * 0.5;
            filter_text(ui, cx, Some(width));
            filter_chips(ui, cx);
        });
    } else {
        filter_text(ui, cx, None);
        filter_chips(ui, cx);
    }
}

fn filter_text(ui: &mut Ui, cx: &mut Cx<'_>, width: Option<f32>) {
    let hint = cx.t("counterparts-filter");
    let field = Field::new(hint).hint(hint).hide_label();
    let field = match width {
        Some(width) => field.width(width),
        None => field,
    };
    field.show(ui, cx.tokens, &mut cx.drafts.counterpart_filter.text);
}

fn filter_chips(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let listing = Listing::current(ui, cx);
    let chosen = cx.drafts.counterpart_filter.quadrant;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        let all = cx.tr("counterparts-all", &[("count", Arg::from(listing.matching))]);
        if chip::filter_chip(ui, tokens, chosen.is_none(), &all).clicked() {
            cx.drafts.counterpart_filter.quadrant = None;
        }
        for quadrant in Quadrant::ALL {
            let count = listing.by_quadrant[quadrant];
            let args =
                [("name", Arg::from(cx.quadrant_name(quadrant))), ("count", Arg::from(count))];
            let name = cx.tr("counterparts-only", &args);
            let selected = chosen == Some(quadrant);
            if quadrant_filter(ui, tokens, quadrant, count, selected, &name).clicked() {
                cx.drafts.counterpart_filter.quadrant = (!selected).then_some(quadrant);
            }
        }
    });
}

fn nobody(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    ui.vertical_centered(|ui| {
        ui.add_space(24.0);
        ui.label(text::body(cx.t("counterparts-no-match"), tokens));
        if ActionButton::secondary(cx.t("counterparts-clear-filter"))
            .small()
            .show(ui, tokens)
            .clicked()
        {
            cx.drafts.counterpart_filter = Default::default();
        }
    });
}

fn rows(ui: &mut Ui, cx: &mut Cx<'_>, listing: &Listing, selected: CounterpartId, reveal: bool) {
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
                top + line.height() + size::TALL_ROW_HEIGHT < viewport.top()
            });
            for (top, line) in listing.lines.iter().skip(first) {
                if *top > viewport.bottom() + size::TALL_ROW_HEIGHT {
                    break;
                }
                let place = Rect::from_min_size(
                    origin + Vec2::new(0.0, *top),
                    Vec2::new(width, line.height()),
                );
                match line {
                    Line::Group { name, count } => group(ui, cx, place, name, *count),
                    Line::Person(entry) => {
                        ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
                            person(ui, cx, entry, entry.id == selected);
                        });
                    }
                }
            }
            let above = listing.lines.iter().take_while(|(top, _)| *top <= viewport.top());
            let current = above.filter(|(_, line)| matches!(line, Line::Group { .. })).last();
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

fn person(ui: &mut Ui, cx: &mut Cx<'_>, entry: &Entry, selected: bool) {
    let tokens = cx.tokens;
    let messages = cx.messages;
    let reading = cx.animals();
    let name = if entry.name.is_empty() { cx.t("counterparts-unnamed") } else { &entry.name };
    let certainty = match (entry.lead, entry.certainty) {
        (None, Certainty::Leaning | Certainty::Likely | Certainty::Clear) => {
            messages.text("counterparts-no-lead")
        }
        (_, certainty) => messages.word("certainty", certainty.id()),
    };
    let sureness = entry.lead.map_or_else(|| certainty.to_owned(), |(_, p)| messages.percent(p));
    let spoken = match entry.lead {
        Some((lead, _)) => format!("{name}, {}, {certainty} {lead}, {sureness}", entry.title),
        None => format!("{name}, {}, {certainty}", entry.title),
    };
    let response =
        row(ui, tokens, ("person", entry.id.0), size::TALL_ROW_HEIGHT, selected, &spoken, |ui| {
            animal(ui, tokens, entry.lead.map(|(lead, _)| lead), reading, 32.0);
            let room = ui.available_rect_before_wrap();
            let split = room.right() - SURENESS_WIDTH;
            let left = Rect::from_min_max(room.min, pos2(split - 8.0, room.bottom()));
            let right = Rect::from_min_max(pos2(split, room.top()), room.max);
            names(ui, cx, entry, name, left);
            let layout = Layout::top_down(egui::Align::Max);
            ui.scope_builder(UiBuilder::new().max_rect(right).layout(layout), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add_space(if entry.lead.is_some() { 3.0 } else { 14.0 });
                if let Some((lead, _)) = entry.lead {
                    quadrant_tag(ui, tokens, lead);
                }
                text::one_line(ui, text::caption(&sureness, tokens));
            });
        });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        cx.go(Route::counterpart(entry.id));
    }
}

/// Name over title.
fn names(ui: &mut Ui, cx: &Cx<'_>, entry: &Entry, name: &str, place: Rect) {
    let tokens = cx.tokens;
    ui.scope_builder(
        UiBuilder::new().max_rect(place).layout(Layout::top_down(egui::Align::Min)),
        |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.add_space(if entry.title.is_empty() { 13.0 } else { 5.0 });
            let label = if entry.name.is_empty() {
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
