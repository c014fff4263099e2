//! Tags: chips in a row, the tags of a record, and the menu to choose one or to type a new one.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Galley, Key, Modifiers, Popup, PopupCloseBehavior, Rect,
    Response, ScrollArea, Sense, Ui, Vec2,
};

use super::button::{ActionButton, focus_ring};
use super::field::{Field, submitted};
use super::row::row;
use super::text;
use crate::app::action::Action;
use crate::app::edit::Edit;
use crate::app::lists::Listed;
use crate::app::lists::tags::{Offer, offers};
use crate::domain::label::{LabelChange, Labels};
use crate::i18n::Arg;
use crate::store::record::RecordKey;
use crate::ui::context::Cx;
use crate::ui::theme::fonts::Weight;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::{Tokens, radius, type_size};

/// A longer tag ends in an ellipsis.
const LONGEST_CHIP: f32 = 150.0;
const CROSS: f32 = 16.0;
const CHIP_HEIGHT: f32 = 22.0;
const MENU_WIDTH: f32 = 240.0;
const MENU_HEIGHT: f32 = 230.0;
const MENU_ROW: f32 = 30.0;
/// More tags are found by typing.
const MOST_OFFERED: usize = 60;
/// Characters of a tag inside a sentence.
const QUOTED: usize = 28;

/// A tag inside a sentence: a long one must not widen a menu.
pub fn quoted(tag: &str) -> String {
    let mut short: String = tag.chars().take(QUOTED).collect();
    if tag.chars().nth(QUOTED).is_some() {
        short.push('…');
    }
    short
}

fn galley(ui: &Ui, tag: &str, width: f32, colour: Color32) -> Arc<Galley> {
    let font = FontId::new(type_size::CAPTION, Weight::Medium.family());
    let mut job = LayoutJob::single_section(tag.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping::truncate_at_width(width);
    job.break_on_newline = false;
    ui.painter().layout_job(job)
}

/// The width of [`tag_chip`].
pub fn chip_width(ui: &Ui, tag: &str) -> f32 {
    galley(ui, tag, LONGEST_CHIP, Color32::BLACK).size().x + 14.0
}

/// A tag to be read.
pub fn tag_chip(ui: &mut Ui, tokens: &Tokens, tag: &str) -> Response {
    let galley = galley(ui, tag, LONGEST_CHIP, tokens.text_2);
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + Vec2::new(14.0, 4.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, tag));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::TAG), tokens.hover);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.text_2);
    response
}

/// A tag with a cross; returns whether the cross was clicked. `name` is that of the cross.
pub fn removable(ui: &mut Ui, tokens: &Tokens, tag: &str, name: &str) -> bool {
    let galley = galley(ui, tag, LONGEST_CHIP, tokens.text);
    let width = 9.0 + galley.size().x + 3.0 + CROSS + 3.0;
    let (rect, label) = ui.allocate_exact_size(Vec2::new(width, CHIP_HEIGHT), Sense::hover());
    label.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, tag));
    let cross = Rect::from_center_size(
        rect.right_center() - Vec2::new(3.0 + CROSS / 2.0, 0.0),
        Vec2::splat(CROSS),
    );
    let id = ui.make_persistent_id(("remove-tag", tag));
    let sense = if ui.is_enabled() { Sense::click() } else { Sense::hover() };
    let remove = ui.interact(cross, id, sense);
    let enabled = ui.is_enabled();
    remove.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, enabled, name));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::SMALL), tokens.hover);
    let at = egui::pos2(rect.left() + 9.0, rect.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided;
    ui.painter().galley(at, galley, tokens.text);
    if enabled {
        let colour = if remove.hovered() { tokens.warn } else { tokens.text_3 };
        icons::sized("cross", 11.0)
            .tint(colour)
            .paint_at(ui, Rect::from_center_size(cross.center(), Vec2::splat(11.0)));
    }
    focus_ring(ui, &remove, tokens);
    if is_cut {
        label.on_hover_text(tag);
    }
    remove.on_hover_text(name).clicked()
}

/// The tags of a record in one line, each to be taken off, and a button to add one. What does not
/// fit is behind a button at the end.
pub fn record_tags(ui: &mut Ui, cx: &mut Cx<'_>, key: RecordKey, labels: &Labels) {
    let tokens = cx.tokens;
    let writable = !cx.read_only;
    let add_label = cx.t("tags-add");
    let room = ui.available_width() - ActionButton::width_of(ui, add_label, true) - 50.0;
    let gap = 4.0;
    let mut taken = 0.0;
    let fitting = labels.tags.iter().take_while(|tag| {
        taken += chip_width(ui, tag) + CROSS + gap;
        taken <= room
    });
    let fitting = fitting.count();
    let (shown, rest) = labels.tags.split_at(fitting);
    let mut removed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.add_enabled_ui(writable, |ui| {
            for tag in shown {
                let name = cx.tr("tags-remove", &[("tag", quoted(tag).into())]);
                if removable(ui, tokens, tag, &name) {
                    removed = Some(tag.clone());
                }
            }
        });
        if !rest.is_empty() {
            let label = cx.tr("tags-more", &[("count", rest.len().into())]);
            let tip = cx.tr("tags-more-tip", &[("count", rest.len().into())]);
            let more = ActionButton::quiet(&label).small().tooltip(&tip).show(ui, tokens);
            Popup::menu(&more)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .width(MENU_WIDTH)
                .show(|ui| {
                    ScrollArea::vertical().max_height(MENU_HEIGHT).show(ui, |ui| {
                        ui.add_enabled_ui(writable, |ui| {
                            for tag in rest {
                                let name = cx.tr("tags-remove", &[("tag", quoted(tag).into())]);
                                if removable(ui, tokens, tag, &name) {
                                    removed = Some(tag.clone());
                                }
                            }
                        });
                    });
                });
        }
        let add = ActionButton::quiet(add_label)
            .icon("plus")
            .small()
            .tooltip(cx.t("tags-add-tip"))
            .enabled(writable)
            .show(ui, tokens);
        if let Some(tag) = add_menu(&add, cx, &format!("tag/{key:?}"), &labels.tags) {
            let change = LabelChange::Tag { tag, on: true };
            cx.push(Action::Edit(Edit::Label(vec![key], change)));
        }
    });
    if let Some(tag) = removed {
        let change = LabelChange::Tag { tag, on: false };
        cx.push(Action::Edit(Edit::Label(vec![key], change)));
    }
}

/// The menu below `button` in which a tag is chosen or typed; returns the one that was chosen just
/// now. What is half typed is kept under `draft`. `present` are not offered.
pub fn add_menu(
    button: &Response,
    cx: &mut Cx<'_>,
    draft: &str,
    present: &[String],
) -> Option<String> {
    if button.clicked() {
        cx.lists.tag_row = 0;
    }
    Popup::menu(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU_WIDTH)
        .show(|ui| choose(ui, cx, draft, present))
        .and_then(|shown| shown.inner)
}

fn choose(ui: &mut Ui, cx: &mut Cx<'_>, draft: &str, present: &[String]) -> Option<String> {
    let tokens = cx.tokens;
    let mut typed = cx.drafts.unparsed.get(draft).cloned().unwrap_or_default();
    let label = cx.t("tags-find");
    let id = ui.make_persistent_id("find-tag");
    // Before the field sees the keys.
    let (down, up) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        (pressed(Key::ArrowDown), pressed(Key::ArrowUp))
    });
    let response = Field::new(label).hide_label().hint(label).id(id).show(ui, tokens, &mut typed);
    // Asked before the field may take the focus back, which would hide that it was given up.
    let enter = submitted(ui, &response);
    if ui.is_sizing_pass() || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let known = cx.lists.tags(cx.work, cx.wake);
    let mut offered = offers(&known, present, &typed);
    offered.truncate(MOST_OFFERED);
    if response.changed() {
        cx.lists.tag_row = 0;
    }
    if down {
        cx.lists.tag_row += 1;
    }
    if up {
        cx.lists.tag_row = cx.lists.tag_row.saturating_sub(1);
    }
    cx.lists.tag_row = cx.lists.tag_row.min(offered.len().saturating_sub(1));
    let mut chosen = None;
    if offered.is_empty() {
        let key = if typed.trim().is_empty() { "tags-none-left" } else { "tags-has-already" };
        ui.add(egui::Label::new(text::caption(cx.t(key), tokens)).wrap());
    }
    let current = cx.lists.tag_row;
    let is_typed = !typed.trim().is_empty();
    ScrollArea::vertical().max_height(MENU_HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, offer) in offered.iter().enumerate() {
            // Without a word typed, Enter would take a tag that nobody has looked at.
            let is_current = at == current && (is_typed || current > 0);
            let response = offer_row(ui, cx, offer, is_current);
            if response.clicked() {
                chosen = Some(offer.tag().to_owned());
            }
            if is_current && (down || up) {
                response.scroll_to_me(None);
            }
        }
    });
    if enter && (is_typed || current > 0) {
        chosen = chosen.or_else(|| offered.get(current).map(|offer| offer.tag().to_owned()));
    }
    if chosen.is_some() {
        cx.drafts.unparsed.remove(draft);
        ui.close();
    } else if typed.is_empty() {
        cx.drafts.unparsed.remove(draft);
    } else {
        cx.drafts.unparsed.insert(draft.to_owned(), typed);
    }
    chosen
}

fn offer_row(ui: &mut Ui, cx: &Cx<'_>, offer: &Offer, is_current: bool) -> Response {
    let tokens = cx.tokens;
    let (name, icon) = match offer {
        Offer::New(tag) => (cx.tr("tags-new", &[("tag", Arg::from(quoted(tag)))]), "plus"),
        Offer::Known(tag) => (tag.clone(), "tag"),
    };
    row(ui, tokens, ("tag", offer.tag()), MENU_ROW, is_current, &name, |ui| {
        ui.add(icons::sized(icon, 13.0).tint(tokens.text_3).alt_text(""));
        text::one_line(ui, text::value(name.as_str(), tokens));
    })
}

/// The menu below `button` with tags and how many records carry each; returns the one that was
/// chosen just now. `none` is said where there is no tag.
pub fn counted_menu(
    button: &Response,
    cx: &mut Cx<'_>,
    none: &str,
    tags: impl FnOnce(&mut Cx<'_>) -> Vec<(String, usize)>,
) -> Option<String> {
    Popup::menu(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU_WIDTH)
        .show(|ui| {
            let tags = tags(cx);
            let chosen = counted_rows(ui, cx, none, &tags);
            if chosen.is_some() {
                ui.close();
            }
            chosen
        })
        .and_then(|shown| shown.inner)
}

/// The rows of [`counted_menu`], for a menu with more in it.
pub fn counted_rows(
    ui: &mut Ui,
    cx: &Cx<'_>,
    none: &str,
    tags: &[(String, usize)],
) -> Option<String> {
    let tokens = cx.tokens;
    if tags.is_empty() {
        ui.add(egui::Label::new(text::caption(none, tokens)).wrap());
        return None;
    }
    let mut chosen = None;
    let scroll = ScrollArea::vertical().max_height(MENU_HEIGHT).auto_shrink([false, true]);
    ui.spacing_mut().item_spacing.y = 0.0;
    scroll.show_rows(ui, MENU_ROW, tags.len(), |ui, range| {
        for (tag, count) in tags.get(range).unwrap_or_default() {
            let response = row(ui, tokens, ("tag", tag), MENU_ROW, false, tag, |ui| {
                ui.add(icons::sized("tag", 13.0).tint(tokens.text_3).alt_text(""));
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    ui.label(text::caption(count.to_string(), tokens));
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        text::one_line(ui, text::value(tag.as_str(), tokens));
                    });
                });
            });
            if response.clicked() {
                chosen = Some(tag.clone());
            }
        }
    });
    chosen
}

/// The tags that rows of a list carry, with how many do, for a filter.
pub fn filterable(cx: &mut Cx<'_>, listed: Listed, archived: bool) -> Vec<(String, usize)> {
    let tags = cx.lists.tags(cx.work, cx.wake);
    let counted = tags.iter().map(|tag| (tag.tag.clone(), tag.count(listed, archived)));
    counted.filter(|(_, count)| *count > 0).collect()
}
