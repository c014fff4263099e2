//! Paste an e-mail or notes: first the text, then one passage after the other, accepted or skipped.

mod compose;
mod passage;
mod side;

use std::sync::Arc;

use egui::{Context, Key, KeyboardShortcut, Layout, Modifiers, Rect, Ui, UiBuilder, Vec2};

use super::frame::{self, Window};
use super::who::{added, shortened};
use crate::app::action::Action;
use crate::app::finder::Finder;
use crate::app::heard::{KnownWords, day_of};
use crate::app::pasted::{Decided, Passage, PasteDraft, Reading};
use crate::app::state::{AppState, OpenLibrary};
use crate::domain::evidence::Evidence;
use crate::domain::quadrant::Quadrant;
use crate::ui::shell::keys;
use crate::ui::theme::tokens::Tokens;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::known::known_words;
use crate::ui::widgets::text;

const WIDTH: f32 = 900.0;
const SIDE: f32 = 300.0;
const GAP: f32 = 20.0;
const HEIGHT: f32 = 390.0;

/// What the user has chosen so far, besides the draft.
pub(super) struct Typed<'a> {
    pub selected: &'a mut usize,
    pub opened: bool,
}

/// What the user wants done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Read,
    BackToText,
    Finish,
    Discard,
}

/// What every part of the window reads.
struct Scene<'a> {
    state: &'a AppState,
    library: &'a OpenLibrary,
    tokens: &'a Tokens,
    /// The words of everything that is noted about the person, as they are compared.
    known: Arc<KnownWords>,
}

pub(super) fn show(
    ctx: &Context,
    state: &mut AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    finder: &mut Finder,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(library) = &state.library else { return true };
    let owner = library.work.library().owner.name.clone();
    let wake = state.wake();
    let mut draft = std::mem::take(&mut state.preferences.drafts.pasted);
    if typed.opened {
        finder.reset();
    }
    let reading = if draft.reading { state.pasting.read(&draft, &owner, &wake) } else { None };
    // Somebody may have been removed meanwhile; the name stays to be chosen anew.
    draft.who.forget_if(|id| !library.work.has_counterpart(id));
    let mut wish = None;
    let mut closed = true;
    if let Some(library) = &state.library {
        let messages = &state.messages;
        let scene = Scene { state, library, tokens, known: known(ctx, library, &draft) };
        let window = Window {
            name: "paste",
            title: messages.text("paste-title"),
            width: WIDTH,
            bare: false,
        };
        closed = frame::show(ctx, tokens, messages, &window, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            wish = match (&reading, draft.reading) {
                (Some(reading), _) => going_through(ui, &scene, &mut draft, reading),
                (None, true) => waiting(ui, &scene),
                (None, false) => compose::show(ui, &scene, typed, finder, &mut draft),
            };
        });
    }
    match wish {
        Some(Wish::Read) => {
            draft.reading = true;
            draft.at = 0;
            // The keys belong to the passages from now on.
            ctx.memory_mut(|memory| {
                if let Some(focused) = memory.focused() {
                    memory.surrender_focus(focused);
                }
            });
        }
        Some(Wish::BackToText) => {
            draft.reading = false;
            state.pasting.stop();
        }
        Some(Wish::Finish) => {
            if let Some(reading) = &reading
                && let Some(action) = finish(state, &draft, reading)
            {
                actions.push(action);
                draft = PasteDraft::default();
                state.pasting.clear();
                closed = true;
            }
        }
        Some(Wish::Discard) => {
            draft = PasteDraft::default();
            state.pasting.clear();
            closed = true;
        }
        None => {}
    }
    state.preferences.drafts.pasted = draft;
    closed
}

/// While the text is being read.
fn waiting(ui: &mut Ui, scene: &Scene<'_>) -> Option<Wish> {
    let messages = &scene.state.messages;
    let (done, all) = scene.state.pasting.progress().unwrap_or_default();
    let args = [("done", done.into()), ("all", all.into())];
    let told = if all == 0 {
        messages.text("paste-reading").to_owned()
    } else {
        messages.with("paste-reading-of", &args)
    };
    ui.add_space(40.0);
    ui.vertical_centered(|ui| ui.label(text::body(told, scene.tokens)));
    ui.add_space(40.0);
    let mut stop = false;
    frame::foot(ui, |ui| {
        let button = ActionButton::secondary(messages.text("paste-stop"));
        stop = button.show(ui, scene.tokens).clicked();
    });
    stop.then_some(Wish::BackToText)
}

/// One passage and what is accepted, side by side where there is room.
fn going_through(
    ui: &mut Ui,
    scene: &Scene<'_>,
    draft: &mut PasteDraft,
    reading: &Arc<Reading>,
) -> Option<Wish> {
    let messages = &scene.state.messages;
    let shown = reading.shown(draft.ordinary);
    draft.at = draft.at.min(shown.len());
    let mut wish = take_finish_key(ui).then_some(Wish::Finish);
    let height = (frame::room_below(ui.ctx()) - 110.0).clamp(240.0, HEIGHT);
    let width = ui.available_width();
    let (place, _) = ui.allocate_exact_size(Vec2::new(width, height), egui::Sense::hover());
    let side_width = SIDE.min(width * 0.42);
    let left = Rect::from_min_size(place.min, Vec2::new(width - side_width - GAP, height));
    let right = Rect::from_min_max(egui::pos2(left.right() + GAP, place.top()), place.max);
    let mut child = ui.new_child(UiBuilder::new().id_salt("passage").max_rect(left));
    passage::show(&mut child, scene, draft, reading, &shown);
    let line = egui::Stroke::new(1.0, scene.tokens.border);
    ui.painter().vline(left.right() + GAP / 2.0, place.y_range(), line);
    let mut child = ui.new_child(UiBuilder::new().id_salt("side").max_rect(right));
    side::show(&mut child, scene, draft, reading, &shown);
    let accepted = accepted(draft, reading, &scene.known).len();
    let date = day_of(&draft.date, scene.state.clock.today());
    let is_there = is_there(scene.library, draft);
    let key = keys(ui, &KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter));
    frame::foot(ui, |ui| {
        let name = shortened(&draft.who.name);
        let args = [("count", accepted.into()), ("name", name.into())];
        let label = messages.with("paste-add", &args);
        let ready = accepted > 0 && date.is_some() && is_there;
        let tip = if is_there { key.as_str() } else { messages.text("paste-not-there") };
        let add = ActionButton::primary(&label).enabled(ready).tooltip(tip);
        if add.show(ui, scene.tokens).clicked() {
            wish = Some(Wish::Finish);
        }
        let back = ActionButton::secondary(messages.text("paste-back"));
        if back.show(ui, scene.tokens).clicked() {
            wish = Some(Wish::BackToText);
        }
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            let discard = ActionButton::quiet(messages.text("paste-discard"));
            if discard.tooltip(messages.text("paste-discard-tip")).show(ui, scene.tokens).clicked()
            {
                wish = Some(Wish::Discard);
            }
        });
    });
    wish.filter(|wish| *wish != Wish::Finish || (accepted > 0 && date.is_some() && is_there))
}

fn take_finish_key(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter))
}

/// A passage that is accepted, with its letter.
struct Accepted<'a> {
    passage: &'a Passage,
    quadrant: Quadrant,
    /// Its place among those that are gone through; `None` if it is not among them any more.
    at: Option<usize>,
}

/// The accepted passages in the order of the text.
fn accepted<'a>(draft: &PasteDraft, reading: &'a Reading, known: &KnownWords) -> Vec<Accepted<'a>> {
    let mut next = 0;
    let mut accepted = Vec::new();
    for passage in reading.passages.iter().filter(|passage| !passage.again) {
        let is_shown = draft.ordinary || passage.heard.is_some();
        let at = is_shown.then_some(next);
        next += usize::from(is_shown);
        if let Some(Decided::Accepted(quadrant)) = draft.decided.get(&passage.key)
            && !known.contains(&passage.key)
        {
            accepted.push(Accepted { passage, quadrant: *quadrant, at });
        }
    }
    accepted
}

fn known(ctx: &Context, library: &OpenLibrary, draft: &PasteDraft) -> Arc<KnownWords> {
    let person = draft.who.person.and_then(|id| library.work.counterpart(id));
    person.map(|person| known_words(ctx, &library.work, person)).unwrap_or_default()
}

/// Whether it is known what is noted about the person already: otherwise everything might be added
/// once more.
fn is_there(library: &OpenLibrary, draft: &PasteDraft) -> bool {
    match draft.who.person {
        Some(id) => library.work.counterpart(id).is_some(),
        None => draft.who.is_new,
    }
}

/// Adds everything that was accepted in one step.
fn finish(state: &AppState, draft: &PasteDraft, reading: &Reading) -> Option<Action> {
    let library = state.library.as_ref().filter(|library| is_there(library, draft))?;
    let person = draft.who.person.and_then(|id| library.work.counterpart(id));
    let known = person.map(KnownWords::of).unwrap_or_default();
    let date = day_of(&draft.date, state.clock.today())?;
    let observations: Vec<Evidence> = accepted(draft, reading, &known)
        .into_iter()
        .map(|accepted| Evidence {
            id: Some(state.clock.new_entry()),
            supports: vec![accepted.quadrant],
            against: Vec::new(),
            kind: draft.kind,
            setting: draft.setting,
            date,
            text: reading.words(accepted.passage).trim().to_owned(),
            source: draft.source.trim().to_owned(),
            weight: None,
        })
        .collect();
    if observations.is_empty() {
        return None;
    }
    let count = observations.len();
    let (edit, _) = added(state, &draft.who, observations)?;
    let name = shortened(&draft.who.name);
    let args = [("count", count.into()), ("name", name.into())];
    Some(Action::EditAndTell(edit, state.messages.with("paste-added", &args)))
}
