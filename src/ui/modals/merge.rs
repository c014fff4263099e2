//! Second versions of records: what waits, and one of them field by field.

mod fields;
mod list;
mod words;

use egui::{Context, Key, Layout, Modifiers, Rect, ScrollArea, Ui, Vec2};

use super::frame::{self, Window};
use crate::app::action::Action;
use crate::app::fault::Fault;
use crate::app::merging::{Laid, MergeAction, MergeId, Merging, PendingMerge, Reading, Version};
use crate::app::state::{AppState, OpenLibrary};
use crate::i18n::Arg;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

const WIDTH: f32 = 1040.0;

/// What stands above and below the fields.
const AROUND_FIELDS: f32 = 250.0;

/// So many fields are always drawn, also those out of sight.
const FEW: usize = 60;

/// What the view needs besides the state of the modal.
struct Scene<'a> {
    state: &'a AppState,
    library: &'a OpenLibrary,
    tokens: &'a Tokens,
}

/// The keys of the window.
#[derive(Debug, Clone, Copy, Default)]
struct Keys {
    up: bool,
    down: bool,
    mine: bool,
    theirs: bool,
    accept: bool,
}

pub(super) fn show(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    merging: &mut Merging,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(library) = &state.library else { return true };
    let scene = Scene { state, library, tokens };
    let title = match &merging.open {
        Some(id) => {
            let name = words::name_of(&scene, id);
            let is_pair = library.pending(id).is_some();
            let title = if is_pair { "merge-title" } else { "merge-title-copy" };
            state.messages.with(title, &[("name", Arg::from(name))])
        }
        None => state.messages.text("merge-list-title").to_owned(),
    };
    let window = Window { name: "merge", title: &title, width: WIDTH, bare: false };
    let mut later = false;
    let closed = frame::show(ctx, tokens, &state.messages, &window, |ui| {
        later = match merging.open.clone() {
            Some(id) => one(ui, &scene, merging, &id, actions),
            None => list::show(ui, &scene, merging, actions),
        };
    });
    later || closed
}

/// Shows one merge; true when it is left for later.
fn one(
    ui: &mut Ui,
    scene: &Scene<'_>,
    merging: &mut Merging,
    id: &MergeId,
    actions: &mut Vec<Action>,
) -> bool {
    let tokens = scene.tokens;
    let messages = &scene.state.messages;
    let origin = words::origin_with_file(scene, id);
    ui.add(egui::Label::new(text::body(origin, tokens)).wrap());
    if merging.is_renewed {
        frame::remark(ui, tokens, true, messages.text("merge-renewed"));
    }
    if let Some(merge) = scene.library.pending(id) {
        let kept = match id {
            MergeId::File(_) => "merge-kept-file",
            MergeId::Copy(_) => "merge-kept-copy",
        };
        frame::remark(ui, tokens, false, messages.text(kept));
        return match merging.laid.clone() {
            Some(laid) => choose(ui, scene, merging, (id, merge, &laid), actions),
            None => false,
        };
    }
    let reading = match id {
        MergeId::Copy(path) => scene.library.copy(path).map(|copy| &copy.reading),
        MergeId::File(_) => None,
    };
    let aside = (messages.text("merge-put-aside"), MergeAction::PutAside);
    let leave = (messages.text("merge-leave"), MergeAction::Leave);
    let ways = match reading {
        Some(Reading::NothingNew) => {
            frame::remark(ui, tokens, false, messages.text("merge-nothing-new"));
            vec![aside, leave]
        }
        Some(Reading::Orphan(_)) => {
            frame::remark(ui, tokens, true, messages.text("merge-orphan"));
            let back = (messages.text("merge-bring-back"), MergeAction::BringBack);
            vec![back, aside, leave]
        }
        Some(Reading::OtherLibrary) => {
            frame::remark(ui, tokens, true, messages.text("merge-other-library"));
            vec![leave, aside]
        }
        Some(Reading::Unreadable(error)) => {
            frame::remark(ui, tokens, true, messages.text("merge-unreadable"));
            let fault = Fault::new(error, messages);
            for line in [&fault.place, &fault.wrong] {
                ui.add(egui::Label::new(text::body(line, tokens)).wrap());
            }
            vec![leave, aside]
        }
        Some(Reading::Waiting | Reading::Underway | Reading::Differs(_)) => {
            frame::remark(ui, tokens, false, messages.text("merge-reading"));
            Vec::new()
        }
        None => Vec::new(),
    };
    let mut later = false;
    frame::foot(ui, |ui| {
        for (index, (label, action)) in ways.into_iter().enumerate() {
            let button = if index == 0 {
                ActionButton::primary(label)
            } else {
                ActionButton::secondary(label)
            };
            let response = button.show(ui, tokens);
            if index == 0 && enters(ui, merging) {
                response.request_focus();
            }
            if response.clicked() {
                actions.push(Action::Merge(action));
            }
        }
        later = ActionButton::quiet(messages.text("merge-later")).show(ui, tokens).clicked();
        all(ui, scene, actions);
    });
    later
}

/// The way back to the list, if there is more than one.
fn all(ui: &mut Ui, scene: &Scene<'_>, actions: &mut Vec<Action>) {
    let count = scene.library.merge_ids().len();
    if count > 1 {
        let count = [("count", Arg::from(count))];
        let label = scene.state.messages.with("merge-all", &count);
        if ActionButton::quiet(&label).icon("list").show(ui, scene.tokens).clicked() {
            actions.push(Action::Merge(MergeAction::ShowList));
        }
    }
}

/// The differences, with the choice of a version for each that contradicts.
fn choose(
    ui: &mut Ui,
    scene: &Scene<'_>,
    merging: &mut Merging,
    (id, merge, laid): (&MergeId, &PendingMerge, &Laid),
    actions: &mut Vec<Action>,
) -> bool {
    let tokens = scene.tokens;
    let messages = &scene.state.messages;
    let keys = take_keys(ui);
    follow_keys(keys, merging, laid, actions);
    let room = frame::room_below(ui.ctx()) - AROUND_FIELDS;
    if laid.fields.is_empty() {
        frame::remark(ui, tokens, false, messages.text("merge-no-contradiction"));
    } else {
        fields::head(ui, scene, merge, actions);
    }
    ScrollArea::vertical().max_height(room.max(120.0)).auto_shrink([false, true]).show(ui, |ui| {
        let moved = keys.up || keys.down || keys.mine || keys.theirs;
        let enters = !laid.fields.is_empty() && enters(ui, merging);
        // The ring around the first field stands a little outside it.
        ui.add_space(3.0);
        let keyboard = merging.row;
        for (index, field) in laid.fields.iter().enumerate() {
            let has_keyboard = index == keyboard;
            if !has_keyboard && skip_unseen(ui, merging, index, laid.fields.len()) {
                continue;
            }
            // What is chosen just now is the choice from the next frame on.
            let chosen = merge.chosen.get(field.conflict).copied().unwrap_or(Version::Mine);
            let next = match (keys.mine, keys.theirs) {
                (true, _) => Version::Mine,
                (_, true) => Version::Theirs,
                _ => chosen,
            };
            let focus = (has_keyboard && (moved || enters)).then_some(next);
            let shown = fields::row(ui, scene, (field, chosen), focus);
            if let Some(version) = shown.chosen {
                merging.row = index;
                actions.push(Action::Merge(MergeAction::Choose(field.conflict, version)));
            }
            // After a key the focus follows the row; else the row follows the focus.
            if shown.is_focused && !moved {
                merging.row = index;
            }
            note_height(merging, index, shown.response.rect.height());
            if has_keyboard && moved {
                shown.response.scroll_to_me(None);
            }
        }
        if moved {
            // The arrows belong to the fields; they do not lead to the nearest button.
            ui.memory_mut(|memory| memory.move_focus(egui::FocusDirection::None));
        }
        fields::quiet(ui, scene, merging, laid);
    });
    fields::quiet_count(ui, scene, merging, (id, laid));
    let mut later = false;
    frame::foot(ui, |ui| {
        let more = scene.library.merge_ids().len() > 1;
        let label = messages.text(if more { "merge-do-next" } else { "merge-do" });
        let button = ActionButton::primary(label).icon("check").show(ui, tokens);
        if laid.fields.is_empty() && enters(ui, merging) {
            button.request_focus();
        }
        if button.clicked() || keys.accept {
            actions.push(Action::Merge(MergeAction::Accept));
        }
        later = ActionButton::quiet(messages.text("merge-later")).show(ui, tokens).clicked();
        all(ui, scene, actions);
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            let keys = if laid.fields.is_empty() { "merge-keys-short" } else { "merge-keys" };
            text::one_line(ui, text::caption(messages.text(keys), tokens));
        });
    });
    later
}

/// Leaves the room of a field that is out of sight, if there are many and its height is known.
fn skip_unseen(ui: &mut Ui, merging: &Merging, index: usize, count: usize) -> bool {
    let Some(height) = merging.heights.get(index).filter(|height| **height > 0.0) else {
        return false;
    };
    let rect = Rect::from_min_size(ui.cursor().min, Vec2::new(ui.available_width(), *height));
    if count <= FEW || ui.is_rect_visible(rect) {
        return false;
    }
    ui.allocate_space(rect.size());
    true
}

fn note_height(merging: &mut Merging, index: usize, height: f32) {
    if merging.heights.len() <= index {
        merging.heights.resize(index + 1, 0.0);
    }
    if let Some(known) = merging.heights.get_mut(index) {
        *known = height;
    }
}

/// Whether the first of what is shown takes the keyboard.
fn enters(ui: &Ui, merging: &mut Merging) -> bool {
    let nothing_focused = ui.memory(|memory| memory.focused().is_none());
    !std::mem::replace(&mut merging.entered, true) || nothing_focused
}

/// No field takes text here, so plain letters are free.
fn take_keys(ui: &Ui) -> Keys {
    ui.input_mut(|input| {
        let mut taken = |key| input.consume_key(Modifiers::NONE, key);
        Keys {
            up: taken(Key::ArrowUp),
            down: taken(Key::ArrowDown),
            mine: taken(Key::ArrowLeft) | taken(Key::M),
            theirs: taken(Key::ArrowRight) | taken(Key::T),
            accept: input.consume_key(Modifiers::COMMAND, Key::Enter),
        }
    })
}

fn follow_keys(keys: Keys, merging: &mut Merging, laid: &Laid, actions: &mut Vec<Action>) {
    let last = laid.fields.len().saturating_sub(1);
    merging.row = merging.row.min(last);
    if keys.down {
        merging.row = (merging.row + 1).min(last);
    }
    if keys.up {
        merging.row = merging.row.saturating_sub(1);
    }
    let Some(field) = laid.fields.get(merging.row) else { return };
    for (pressed, version) in [(keys.mine, Version::Mine), (keys.theirs, Version::Theirs)] {
        if pressed {
            actions.push(Action::Merge(MergeAction::Choose(field.conflict, version)));
        }
    }
}
