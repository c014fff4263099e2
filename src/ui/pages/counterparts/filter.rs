//! Which people the list shows: words, quadrant, how sure, tag, archive.

use egui::{Popup, PopupCloseBehavior, Ui, Vec2};

use super::list::listing;
use crate::app::drafts::CounterpartFilter;
use crate::app::lists::Listed;
use crate::domain::profile::Certainty;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::tag::quadrant_filter;
use crate::ui::widgets::tags::{counted_rows, filterable, quoted, removable};
use crate::ui::widgets::text;

const MENU_WIDTH: f32 = 240.0;

/// Shows the filter.
pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>) {
    // Where the list lies above the details there is room for everything in one line.
    if ui.available_width() > 560.0 {
        ui.horizontal(|ui| {
            let width = ui.available_width() * 0.4;
            words(ui, cx, width);
            switches(ui, cx);
            quadrants(ui, cx);
        });
    } else {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let width = ui.available_width() - 2.0 * (size::SMALL_CONTROL_HEIGHT + 4.0);
            words(ui, cx, width);
            switches(ui, cx);
        });
        quadrants(ui, cx);
    }
    in_force(ui, cx);
}

fn words(ui: &mut Ui, cx: &mut Cx<'_>, width: f32) {
    let hint = cx.t("counterparts-filter");
    let field = Field::new(hint).hint(hint).hide_label().width(width);
    field.show(ui, cx.tokens, &mut cx.drafts.counterpart_filter.text);
}

/// Tag and archive behind one button, and the boxes to choose by behind another.
fn switches(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let filter = &cx.drafts.counterpart_filter;
    let archived = filter.archived;
    let is_on = filter.tag.is_some() || filter.certainty.is_some() || archived;
    let colour = |on| if on { tokens.accent_text } else { tokens.text_2 };
    let more = ActionButton::icon_only("filter", cx.t("list-filter-more"))
        .selected(is_on)
        .colour(colour(is_on))
        .show(ui, tokens);
    Popup::menu(&more)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU_WIDTH)
        .show(|ui| {
            if filter_chip(ui, tokens, archived, cx.t("list-archive")).clicked() {
                cx.drafts.counterpart_filter.archived = !archived;
                ui.close();
            }
            ui.label(text::label(cx.t("people-how-sure"), tokens));
            certainties(ui, cx);
            ui.label(text::label(cx.t("tags-label"), tokens));
            let tags = filterable(cx, Listed::People, archived);
            if let Some(tag) = counted_rows(ui, cx, cx.t("list-filter-no-tags"), &tags) {
                cx.drafts.counterpart_filter.tag = Some(tag);
                ui.close();
            }
        });
    let choosing = cx.lists.choosing_people || !cx.lists.chosen_people.is_empty();
    let choose = ActionButton::icon_only("select", cx.t("list-choose-people"))
        .selected(choosing)
        .colour(colour(choosing));
    if choose.show(ui, tokens).clicked() {
        if choosing {
            cx.lists.choose_none(Listed::People);
        } else {
            cx.lists.choosing_people = true;
        }
    }
}

/// How sure the profile is, with how many people each word leaves.
fn certainties(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let counts = listing(cx).unwrap_or_default().by_certainty;
    let chosen = cx.drafts.counterpart_filter.certainty;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        for (certainty, count) in Certainty::ALL.into_iter().zip(counts) {
            let word = cx.messages.word("certainty", certainty.id());
            let args = [("word", Arg::from(word)), ("count", Arg::from(count))];
            let selected = chosen == Some(certainty);
            let label = cx.tr("people-certainty", &args);
            if filter_chip(ui, tokens, selected, &label).clicked() {
                cx.drafts.counterpart_filter.certainty = (!selected).then_some(certainty);
                ui.close();
            }
        }
    });
}

/// How many ways the list is narrowed.
fn narrowed(filter: &CounterpartFilter) -> usize {
    let ways = [
        !filter.text.trim().is_empty(),
        filter.quadrant.is_some(),
        filter.certainty.is_some(),
        filter.tag.is_some(),
        filter.archived,
    ];
    ways.into_iter().filter(|is_on| *is_on).count()
}

/// What the menu has switched on, each to be switched off, and all of it at once.
fn in_force(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let filter = &mut cx.drafts.counterpart_filter;
    let ways = narrowed(filter);
    if ways < 2 && !filter.archived && filter.tag.is_none() && filter.certainty.is_none() {
        return;
    }
    let messages = cx.messages;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        if filter.archived
            && removable(
                ui,
                tokens,
                messages.text("list-archive"),
                messages.text("list-leave-archive"),
            )
        {
            filter.archived = false;
        }
        if let Some(certainty) = filter.certainty {
            let word = messages.word("certainty", certainty.id());
            let name = messages.with("people-clear-certainty", &[("word", Arg::from(word))]);
            if removable(ui, tokens, word, &name) {
                filter.certainty = None;
            }
        }
        if let Some(tag) = filter.tag.clone() {
            let name = messages.with("list-clear-tag", &[("tag", Arg::from(quoted(&tag)))]);
            if removable(ui, tokens, &tag, &name) {
                filter.tag = None;
            }
        }
        if ways > 1 {
            let all = ActionButton::quiet(messages.text("people-clear-all")).small();
            if all.show(ui, tokens).clicked() {
                *filter = CounterpartFilter::default();
            }
        }
    });
}

fn quadrants(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let listing = listing(cx).unwrap_or_default();
    let chosen = cx.drafts.counterpart_filter.quadrant;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        let all = cx.tr("counterparts-all", &[("count", Arg::from(listing.matching))]);
        if filter_chip(ui, tokens, chosen.is_none(), &all).clicked() {
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
