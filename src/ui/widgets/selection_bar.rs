//! What can be done with the chosen rows of a list, all at once.

use egui::{Key, Modifiers, Popup, Response, Ui};

use super::button::ActionButton;
use super::tags::{add_menu, counted_menu};
use super::text;
use crate::app::action::Action;
use crate::app::edit::Edit;
use crate::app::lists::Listed;
use crate::app::lists::together::Together;
use crate::app::route::Route;
use crate::domain::label::LabelChange;
use crate::domain::profile::Certainty;
use crate::ui::context::Cx;

/// Answers the keys that mean the chosen rows: Escape chooses nothing, Delete takes them away.
pub fn keys(ui: &Ui, cx: &mut Cx<'_>, listed: Listed) {
    let (chosen, _) = cx.lists.chosen_count(listed);
    let is_choosing = listed == Listed::People && cx.lists.choosing_people;
    let ctx = ui.ctx();
    if (chosen == 0 && !is_choosing)
        || ctx.text_edit_focused()
        || Popup::is_any_open(ctx)
        || ctx.memory(|memory| memory.top_modal_layer().is_some())
    {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Escape) {
        cx.lists.choose_none(listed);
    } else if chosen > 0 && !cx.read_only && pressed(Key::Delete) {
        delete(cx, listed);
    }
}

/// What a click on a row or on its box means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    Open,
    /// Chooses the row, or no longer.
    Toggle,
    /// Chooses every row from the one that was chosen last.
    Range,
}

/// What the user did to a row: a click with Ctrl or Shift chooses, so does Space, and so does
/// every click on the box.
pub fn pick(ui: &Ui, row: &Response, tick: Option<&Response>, space: bool) -> Option<Pick> {
    let modifiers = ui.input(|input| input.modifiers);
    let on_box = tick.is_some_and(Response::clicked);
    if !on_box && !space && !row.clicked() {
        return None;
    }
    Some(if modifiers.shift {
        Pick::Range
    } else if on_box || space || modifiers.command {
        Pick::Toggle
    } else {
        Pick::Open
    })
}

/// Whether Space was pressed on the row with this id. Asked before the row is shown, which would
/// take it for a click.
pub fn space_on(ui: &Ui, row: egui::Id) -> bool {
    ui.memory(|memory| memory.has_focus(row))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Space))
}

/// Shows the bar in a row laid out from left to right; `compact` shows icons alone.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, listed: Listed, archived: bool, compact: bool) {
    let tokens = cx.tokens;
    let (chosen, hidden) = cx.lists.chosen_count(listed);
    let some = chosen > 0;
    let writable = !cx.read_only && some;
    let args = [("count", chosen.into()), ("hidden", hidden.into())];
    let key = if hidden > 0 && !compact { "list-chosen-hidden" } else { "list-chosen" };
    let label = ui.label(text::strong(cx.tr(key, &args), tokens));
    if hidden > 0 {
        label.on_hover_text(cx.tr("list-chosen-hidden-tip", &args));
    }
    ui.add_space(if compact { 4.0 } else { 8.0 });
    let button = |ui: &mut Ui, icon: &'static str, label: &str| {
        let button = if compact {
            ActionButton::icon_only(icon, label).colour(tokens.text_2)
        } else {
            ActionButton::secondary(label).icon(icon).small()
        };
        button.enabled(writable).show(ui, tokens)
    };
    let tag = button(ui, "tag", cx.t("list-tag-them"));
    if let Some(tag) = add_menu(&tag, cx, "tag/chosen", &[]) {
        label_all(cx, listed, LabelChange::Tag { tag, on: true });
    }
    let untag = button(ui, "minus", cx.t("list-untag-them"));
    let gather = |cx: &mut Cx<'_>| cx.lists.chosen_tags(listed, cx.work, cx.wake).as_ref().clone();
    if let Some(tag) = counted_menu(&untag, cx, cx.t("list-untag-none"), gather) {
        label_all(cx, listed, LabelChange::Tag { tag, on: false });
    }
    let (icon, key) =
        if archived { ("unarchive", "list-bring-back") } else { ("archive", "list-archive-them") };
    if button(ui, icon, cx.t(key)).clicked() {
        label_all(cx, listed, LabelChange::Archived { on: !archived });
        cx.lists.choose_none(listed);
    }
    if listed == Listed::People && side_by_side(ui, cx, chosen, compact).clicked() {
        let people = cx.lists.chosen_people.ids().to_vec();
        cx.go(Route::Together { people, me: knows_me(cx), session: None });
    }
    if button(ui, "trash", cx.t("list-delete-them")).clicked() {
        delete(cx, listed);
    }
    let clear = ActionButton::icon_only("cross", cx.t("list-choose-none")).colour(tokens.text_3);
    if clear.show(ui, tokens).clicked() {
        cx.lists.choose_none(listed);
    }
}

/// The button that shows the chosen people side by side; it changes nothing, so it is always there.
fn side_by_side(ui: &mut Ui, cx: &Cx<'_>, chosen: usize, compact: bool) -> Response {
    let tokens = cx.tokens;
    let label = cx.t("command-side-by-side");
    let enabled = (2..=Together::MOST).contains(&chosen);
    let tip = cx.tr("list-side-by-side-tip", &[("most", Together::MOST.into())]);
    let button = if compact {
        ActionButton::icon_only("counterparts", label).colour(tokens.accent_text)
    } else {
        ActionButton::secondary(label).icon("counterparts").small()
    };
    let button = button.enabled(enabled);
    if enabled { button.show(ui, tokens) } else { button.tooltip(&tip).show(ui, tokens) }
}

fn knows_me(cx: &Cx<'_>) -> bool {
    cx.work.my_reading().normal.certainty != Certainty::Unknown
}

fn label_all(cx: &mut Cx<'_>, listed: Listed, change: LabelChange) {
    let keys = cx.lists.chosen_keys(listed);
    cx.push(Action::Edit(Edit::Label(keys, change)));
}

fn delete(cx: &mut Cx<'_>, listed: Listed) {
    let keys = cx.lists.chosen_keys(listed);
    cx.push(Action::Edit(Edit::Remove(keys)));
    cx.lists.choose_none(listed);
}
