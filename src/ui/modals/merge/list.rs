//! Everything that waits to be looked over.

use egui::{Layout, ScrollArea, Ui};

use super::{Scene, enters, words};
use crate::app::action::Action;
use crate::app::merging::{MergeAction, MergeId, Merging, PendingMerge, Reading};
use crate::i18n::Arg;
use crate::store::record::RecordKey;
use crate::ui::modals::frame;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::row::row;
use crate::ui::widgets::text;

/// What stands above and below the rows.
const AROUND_ROWS: f32 = 170.0;

/// Shows the list; true when it is left for later.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    merging: &mut Merging,
    actions: &mut Vec<Action>,
) -> bool {
    let tokens = scene.tokens;
    let messages = &scene.state.messages;
    ui.add(egui::Label::new(text::body(messages.text("merge-list-intro"), tokens)).wrap());
    let ids = scene.library.merge_ids();
    let room = (frame::room_below(ui.ctx()) - AROUND_ROWS).max(120.0);
    let enters = enters(ui, merging);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
        rows.show_rows(ui, size::TALL_ROW_HEIGHT, ids.len(), |ui, shown| {
            for (position, id) in ids.iter().enumerate().take(shown.end).skip(shown.start) {
                one(ui, scene, id, position == 0 && enters, actions);
            }
        });
    });
    let mut later = false;
    frame::foot(ui, |ui| {
        let nothing_new =
            scene.library.copies.iter().filter(|copy| copy.reading == Reading::NothingNew).count();
        if nothing_new > 0 {
            let label = messages.with("merge-put-aside-all", &[("count", Arg::from(nothing_new))]);
            if ActionButton::secondary(&label).icon("trash").show(ui, tokens).clicked() {
                actions.push(Action::Merge(MergeAction::PutAsideAll));
            }
        }
        later = ActionButton::quiet(messages.text("merge-later")).show(ui, tokens).clicked();
    });
    later
}

fn one(ui: &mut Ui, scene: &Scene<'_>, id: &MergeId, take_focus: bool, actions: &mut Vec<Action>) {
    let tokens = scene.tokens;
    let name = words::name_of(scene, id);
    let (status, is_warning) = status(scene, id);
    let response = row(ui, tokens, id, size::TALL_ROW_HEIGHT, false, &name, |ui| {
        let icon = match scene.library.key_of(id) {
            Some(RecordKey::Session(_)) => "negotiations",
            Some(RecordKey::Counterpart(_)) => "counterparts",
            Some(RecordKey::Library) | None => "settings",
        };
        ui.add(icons::sized(icon, 16.0).tint(tokens.text_3).alt_text(""));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add(icons::sized("chevron-right", 14.0).tint(tokens.text_3).alt_text(""));
            let colour = if is_warning { tokens.warn } else { tokens.text_2 };
            ui.label(text::caption(status, tokens).color(colour));
            ui.with_layout(Layout::top_down(egui::Align::Min), |ui| {
                let height = size::TALL_ROW_HEIGHT - 8.0;
                let (name, origin) = (text::strong(&name, tokens), words::origin(scene, id));
                let origin = text::caption(origin, tokens);
                text::pair_in_middle(ui, height, name, origin, egui::TextWrapMode::Truncate);
            });
        });
    });
    if take_focus {
        response.request_focus();
    }
    if response.clicked() {
        actions.push(Action::Merge(MergeAction::Open(id.clone())));
    }
}

/// How a merge stands, and whether it needs care.
fn status(scene: &Scene<'_>, id: &MergeId) -> (String, bool) {
    let messages = &scene.state.messages;
    let plain = |key: &str| messages.text(key).to_owned();
    let fields = |merge: &PendingMerge| match merge.conflicts.len() {
        0 => (plain("merge-status-clean"), false),
        count => (messages.with("merge-status-fields", &[("count", Arg::from(count))]), true),
    };
    if let Some(merge) = scene.library.pending(id) {
        return fields(merge);
    }
    let reading = match id {
        MergeId::Copy(path) => scene.library.copy(path).map(|copy| &copy.reading),
        MergeId::File(_) => None,
    };
    match reading {
        Some(Reading::NothingNew) => (plain("merge-status-nothing-new"), false),
        Some(Reading::Orphan(_)) => (plain("merge-status-orphan"), true),
        Some(Reading::OtherLibrary) => (plain("merge-status-other-library"), true),
        Some(Reading::Unreadable(_)) => (plain("merge-status-unreadable"), true),
        _ => (plain("merge-reading"), false),
    }
}
