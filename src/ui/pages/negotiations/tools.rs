//! Above the rows: the filter and the order, and what the list shows or what is chosen in it.

use egui::{Layout, Popup, PopupCloseBehavior, Sense, Ui};

use crate::app::lists::Listed;
use crate::app::lists::negotiations::{NegotiationList, NegotiationOrder};
use crate::i18n::Arg;
use crate::ui::context::Cx;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::selection_bar;
use crate::ui::widgets::tags::{counted_rows, filterable, quoted};
use crate::ui::widgets::text;
use crate::ui::widgets::tick::{Chosen, choice_box};

const MENU_WIDTH: f32 = 240.0;
/// Below this the buttons of the selection are icons.
const WORDED: f32 = 620.0;

/// Words, tag, archive, order.
pub(super) fn filters(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            order(ui, cx);
            let archived = cx.drafts.negotiations.archived;
            if filter_chip(ui, tokens, archived, cx.t("list-archive")).clicked() {
                cx.drafts.negotiations.archived = !archived;
            }
            tag(ui, cx);
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let label = cx.t("negotiations-filter");
                let width = ui.available_width().min(320.0);
                let field = Field::new(label).hide_label().hint(label).width(width);
                field.show(ui, tokens, &mut cx.drafts.negotiations.text);
            });
        });
    });
}

fn order(ui: &mut Ui, cx: &mut Cx<'_>) {
    let words =
        NegotiationOrder::ALL.map(|order| (order, cx.messages.word("list-sort", order.id())));
    let current = cx.drafts.negotiations.order;
    if let Some(order) = segmented(ui, cx.tokens, cx.t("list-sort"), Some(current), &words) {
        cx.drafts.negotiations.order = order;
    }
}

fn tag(ui: &mut Ui, cx: &mut Cx<'_>) {
    let tokens = cx.tokens;
    let chosen = cx.drafts.negotiations.tag.clone();
    let label = match &chosen {
        Some(tag) => cx.tr("list-filter-tag-chosen", &[("tag", Arg::from(quoted(tag)))]),
        None => cx.t("list-filter-tag").to_owned(),
    };
    if let Some(tag) = &chosen {
        let name = cx.tr("list-clear-tag", &[("tag", Arg::from(quoted(tag)))]);
        let clear = ActionButton::icon_only("cross", &name).colour(tokens.text_3);
        if clear.show(ui, tokens).clicked() {
            cx.drafts.negotiations.tag = None;
        }
    }
    let button = filter_chip(ui, tokens, chosen.is_some(), &label);
    let popup = Popup::menu(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(MENU_WIDTH);
    popup.show(|ui| {
        let archived = cx.drafts.negotiations.archived;
        let tags = filterable(cx, Listed::Negotiations, archived);
        if chosen.is_some() {
            let any = ActionButton::quiet(cx.t("list-filter-any-tag")).small();
            if any.show(ui, tokens).clicked() {
                cx.drafts.negotiations.tag = None;
                ui.close();
            }
        }
        if let Some(tag) = counted_rows(ui, cx, cx.t("list-filter-no-tags"), &tags) {
            cx.drafts.negotiations.tag = Some(tag);
            ui.close();
        }
    });
}

/// The box that chooses all, beside how many there are or what can be done with the chosen ones.
/// Both take the same height, so that the rows below do not move.
pub(super) fn head(ui: &mut Ui, cx: &mut Cx<'_>, list: &NegotiationList) {
    let tokens = cx.tokens;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        // The boxes of the rows stand so far in.
        ui.add_space(12.0);
        let selection = &mut cx.lists.chosen_negotiations;
        let (shown, all) = (selection.shown(), list.rows.len());
        let chosen = match shown {
            0 => Chosen::None,
            some if some < all => Chosen::Some,
            _ => Chosen::All,
        };
        ui.add_enabled_ui(all > 0, |ui| {
            let name = cx.messages.text("list-choose-all");
            let response = choice_box(ui, tokens, chosen, Sense::click(), name);
            if response.on_hover_text(name).clicked() {
                if chosen == Chosen::All {
                    selection.leave_out(&list.shown);
                } else {
                    selection.choose_all(&list.shown);
                }
            }
        });
        if cx.lists.chosen_negotiations.is_empty() {
            text::one_line(ui, text::caption(caption(cx, list), tokens));
        } else {
            let compact = ui.available_width() < WORDED;
            let archived = cx.drafts.negotiations.archived;
            selection_bar::show(ui, cx, Listed::Negotiations, archived, compact);
        }
    });
}

/// "300 negotiations", "12 of 300".
fn caption(cx: &Cx<'_>, list: &NegotiationList) -> String {
    let (shown, all) = (list.rows.len(), list.members.len());
    let key = match (cx.drafts.negotiations.is_active(), cx.drafts.negotiations.archived) {
        (true, _) => "list-count-shown",
        (false, true) => "list-count-archived",
        (false, false) => "list-count-negotiations",
    };
    cx.tr(key, &[("shown", shown.into()), ("count", all.into())])
}
