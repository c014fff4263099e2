//! Quick entry from anywhere: who, the words, what they suggest. Enter saves.

use egui::{Context, Event, Id, Key, KeyboardShortcut, Modifiers, Ui};

use super::frame::{self, Window};
use super::who::{self, added, shortened};
use crate::app::action::Action;
use crate::app::drafts::EvidenceDraft;
use crate::app::finder::Finder;
use crate::app::heard::{HeardDraft, Who, day_of, marks_in_letters, observation, set_aside};
use crate::app::state::{AppState, OpenLibrary};
use crate::domain::evidence::{EvidenceKind, Setting};
use crate::domain::hearing::Heard;
use crate::domain::lexicon::Lexicons;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::shell::keys;
use crate::ui::theme::tokens::{Tokens, size};
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::known;
use crate::ui::widgets::observation::marks;
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::suggestion::{self, Suggestion, listen, passages_offer};
use crate::ui::widgets::text;

const WIDTH: f32 = 660.0;
const GAP: f32 = 10.0;

pub(in crate::ui) const LETTER_KEYS: [(Key, Quadrant); 4] = [
    (Key::Num1, Quadrant::A),
    (Key::Num2, Quadrant::B),
    (Key::Num3, Quadrant::C),
    (Key::Num4, Quadrant::D),
];
const KIND_KEYS: [Key; 5] = [Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// What the user has typed and chosen so far, besides the draft.
pub(super) struct Typed<'a> {
    pub selected: &'a mut usize,
    pub opened: bool,
}

/// What the user wants done with the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    Save,
    SaveAndNext,
    Cancel,
    /// The entry set aside at this place.
    BringBack(usize),
    GoThrough,
}

pub(super) fn show(
    ctx: &Context,
    state: &mut AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    finder: &mut Finder,
    actions: &mut Vec<Action>,
) -> bool {
    let wake = state.wake();
    let lexicons = state.coach.lexicons(&wake);
    let mut draft = std::mem::take(&mut state.preferences.drafts.heard);
    let mut aside = std::mem::take(&mut state.preferences.drafts.heard_aside);
    let close = entry(ctx, state, tokens, typed, finder, lexicons, &mut draft, &mut aside, actions);
    state.preferences.drafts.heard = draft;
    state.preferences.drafts.heard_aside = aside;
    close
}

fn words_id() -> Id {
    Id::unique("heard-words")
}

#[expect(clippy::too_many_arguments, reason = "the parts of one window")]
fn entry(
    ctx: &Context,
    state: &AppState,
    tokens: &Tokens,
    typed: &mut Typed<'_>,
    finder: &mut Finder,
    lexicons: Option<&Lexicons>,
    draft: &mut HeardDraft,
    aside: &mut Vec<HeardDraft>,
    actions: &mut Vec<Action>,
) -> bool {
    let Some(library) = &state.library else { return true };
    let messages = &state.messages;
    if typed.opened {
        finder.reset();
    }
    let window =
        Window { name: "heard", title: messages.text("heard-title"), width: WIDTH, bare: false };
    let mut wish = None;
    let closed = frame::show(ctx, tokens, messages, &window, |ui| {
        ui.spacing_mut().item_spacing.y = GAP;
        if take_keys(ui, &mut draft.entry) {
            wish = Some(Wish::SaveAndNext);
        }
        // Somebody may have been removed while the window is open.
        draft.who.forget_if(|id| !library.work.has_counterpart(id));
        let is_clear = draft.who.is_clear() && !draft.who.is_guessed;
        let mut input = who::Input {
            state,
            library,
            finder,
            tokens,
            selected: typed.selected,
            focus: typed.opened && !is_clear,
        };
        let goes_on = who::show(ui, &mut input, &mut draft.who);
        let focus = goes_on || (typed.opened && is_clear);
        wish = words(ui, state, tokens, lexicons, draft, focus).or(wish);
        known_words(ui, state, library, tokens, draft);
        if details(ui, state, tokens, &mut draft.entry) {
            wish = Some(Wish::Save);
        }
        let missing = missing(state, draft);
        let back = if draft.is_begun() { None } else { set_aside_before(ui, state, tokens, aside) };
        let chosen = foot(ui, state, tokens, draft, missing);
        wish = chosen.or(back).or(wish);
    });
    match wish {
        Some(Wish::Save | Wish::SaveAndNext) if !draft.who.is_clear() => {
            ctx.memory_mut(|memory| memory.request_focus(who::field_id()));
        }
        Some(Wish::Save | Wish::SaveAndNext) if asks_for_letter(ctx, lexicons, &draft.entry) => {
            ctx.memory_mut(|memory| memory.request_focus(words_id()));
        }
        Some(wish @ (Wish::Save | Wish::SaveAndNext)) => {
            let Some(saved) = save(state, draft) else {
                ctx.memory_mut(|memory| memory.request_focus(words_id()));
                return closed;
            };
            *draft = saved.next;
            actions.extend(saved.actions);
            if wish == Wish::Save {
                *draft = HeardDraft::default();
                return true;
            }
            ctx.memory_mut(|memory| memory.request_focus(words_id()));
        }
        Some(Wish::Cancel) => {
            set_aside(aside, std::mem::take(draft));
            return true;
        }
        Some(Wish::BringBack(at)) => {
            if at < aside.len() {
                let before = aside.remove(at);
                set_aside(aside, std::mem::replace(draft, before));
            }
            ctx.memory_mut(|memory| memory.request_focus(words_id()));
        }
        Some(Wish::GoThrough) => {
            actions.push(Action::GoThrough(draft.who.clone(), draft.entry.text.clone()));
        }
        None => {}
    }
    closed
}

/// The words for which the user was asked whether to mark the suggested letter.
fn asked_id() -> Id {
    Id::unique("heard-asked")
}

/// Asks once before words with a suggestion are saved without a letter: they would say nothing.
/// Returns whether saving has to wait for the answer.
fn asks_for_letter(ctx: &Context, lexicons: Option<&Lexicons>, entry: &EvidenceDraft) -> bool {
    let is_marked = !entry.supports.is_empty() || !entry.against.is_empty();
    let was_asked =
        ctx.data(|data| data.get_temp::<String>(asked_id())).as_ref() == Some(&entry.text);
    let short = lexicons.filter(|_| entry.text.len() <= suggestion::LONGEST);
    let suggests = |lexicons: &Lexicons| Heard::of(&entry.text, lexicons).quadrant.is_some();
    let asks = !is_marked && !was_asked && short.is_some_and(suggests);
    if asks {
        ctx.data_mut(|data| data.insert_temp(asked_id(), entry.text.clone()));
    }
    asks
}

/// Takes the keys of letters, kinds and pressure before a field sees them. Returns whether the entry
/// is to be saved and the next one begun.
pub(in crate::ui) fn take_keys(ui: &Ui, entry: &mut EvidenceDraft) -> bool {
    ui.input_mut(|input| {
        let mut taken = false;
        for (key, quadrant) in LETTER_KEYS {
            if input.consume_key(Modifiers::ALT, key) {
                entry.cycle(quadrant);
                taken = true;
            }
        }
        for (key, kind) in KIND_KEYS.into_iter().zip(EvidenceKind::BY_HAND) {
            if input.consume_key(Modifiers::ALT, key) {
                entry.kind = kind;
                taken = true;
            }
        }
        if input.consume_key(Modifiers::ALT, Key::Num0) {
            entry.setting = other(entry.setting);
            taken = true;
        }
        if taken {
            // Some systems send the figure as text as well.
            let is_figure = |text: &str| text.chars().count() == 1;
            input.events.retain(|event| !matches!(event, Event::Text(text) if is_figure(text)));
        }
        input.consume_key(Modifiers::COMMAND, Key::Enter)
    })
}

fn other(setting: Setting) -> Setting {
    match setting {
        Setting::Normal => Setting::Pressure,
        Setting::Pressure => Setting::Normal,
    }
}

/// The words and what they suggest.
fn words(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    lexicons: Option<&Lexicons>,
    draft: &mut HeardDraft,
    focus: bool,
) -> Option<Wish> {
    let messages = &state.messages;
    let field = Field::new(messages.text("heard-words")).hint(messages.text("heard-words-hint"));
    let response = field.id(words_id()).show(ui, tokens, &mut draft.entry.text);
    if focus {
        response.request_focus();
    }
    let mut wish = None;
    // The room is there before there is something to say, so that nothing moves while one types.
    ui.horizontal(|ui| {
        ui.set_min_height(size::SMALL_CONTROL_HEIGHT);
        let text = &draft.entry.text;
        if passages_offer(ui, tokens, messages, text) {
            wish = Some(Wish::GoThrough);
        }
        let heard = listen(ui, lexicons, words_id(), text);
        let taken = heard.as_ref().and_then(|heard| {
            let keys =
                LETTER_KEYS.map(|(key, _)| keys(ui, &KeyboardShortcut::new(Modifiers::ALT, key)));
            let line = Suggestion::new(&heard.1, text)
                .marked(&draft.entry.supports)
                .keys(keys.each_ref().map(String::as_str));
            line.show(ui, tokens, messages, &state.catalog)
        });
        if let Some(quadrant) = taken {
            draft.entry.against.retain(|other| *other != quadrant);
            draft.entry.supports.push(quadrant);
        }
    });
    ui.horizontal(|ui| {
        marks(ui, tokens, messages, &state.catalog, &mut draft.entry);
        let marked = !draft.entry.supports.is_empty() || !draft.entry.against.is_empty();
        let asked = ui.data(|data| data.get_temp::<String>(asked_id()));
        if !marked && asked.as_ref() == Some(&draft.entry.text) {
            let asks = text::caption(messages.text("heard-asks"), tokens).color(tokens.warn);
            text::one_line(ui, asks);
        } else {
            let hint = if marked { "evidence-marks-hint" } else { "evidence-marks-none" };
            text::one_line(ui, text::caption(messages.text(hint), tokens));
        }
    });
    if submitted(ui, &response) { Some(Wish::Save) } else { wish }
}

/// Says so when the same words are noted already.
fn known_words(
    ui: &mut Ui,
    state: &AppState,
    library: &OpenLibrary,
    tokens: &Tokens,
    draft: &HeardDraft,
) {
    // Asking for the record has it loaded, so that it is there when the entry is saved.
    let person = draft.who.person.and_then(|id| library.work.counterpart(id));
    let noted = person.and_then(|person| {
        known::known_words(ui.ctx(), &library.work, person).find(person, &draft.entry.text)
    });
    if let Some(item) = noted {
        let date = state.messages.date(item.date);
        let told = state.messages.with("heard-known", &[("date", date.into())]);
        frame::remark(ui, tokens, true, &told);
    }
}

/// Kind, setting, day and source. Returns whether Enter was pressed.
fn details(ui: &mut Ui, state: &AppState, tokens: &Tokens, entry: &mut EvidenceDraft) -> bool {
    let messages = &state.messages;
    let kinds = EvidenceKind::BY_HAND.map(|kind| (kind, messages.word("evidence", kind.id())));
    let name = messages.text("evidence-kind");
    if let Some(kind) = segmented(ui, tokens, name, Some(entry.kind), &kinds) {
        entry.kind = kind;
    }
    let mut submit = false;
    ui.horizontal(|ui| {
        ui.set_min_height(size::CONTROL_HEIGHT);
        let pressed = entry.setting == Setting::Pressure;
        let label = messages.word("setting", Setting::Pressure.id());
        if filter_chip(ui, tokens, pressed, label).clicked() {
            entry.setting = other(entry.setting);
        }
        let date = Field::new(messages.text("evidence-date"))
            .hint(messages.text("evidence-date-hint"))
            .hide_label()
            .width(120.0)
            .id(words_id().with("date"));
        let response = date.show(ui, tokens, &mut entry.date);
        submit |= submitted(ui, &response);
        let source = Field::new(messages.text("evidence-source"))
            .hint(messages.text("evidence-source-hint"))
            .hide_label()
            .id(words_id().with("source"));
        let response = source.show(ui, tokens, &mut entry.source);
        submit |= submitted(ui, &response);
    });
    submit
}

/// The key of what is still missing before the entry can be saved.
fn missing(state: &AppState, draft: &HeardDraft) -> Option<&'static str> {
    if state.library.as_ref().is_none_or(OpenLibrary::is_read_only) {
        Some("read-only-no-edit")
    } else if !draft.is_begun() {
        Some("heard-missing-words")
    } else if !draft.who.is_clear() {
        Some("heard-missing-who")
    } else if day_of(&draft.entry.date, state.clock.today()).is_none() {
        Some("evidence-date-problem")
    } else {
        None
    }
}

/// What was left half typed before, each a click away.
fn set_aside_before(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    aside: &[HeardDraft],
) -> Option<Wish> {
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        for (at, entry) in aside.iter().enumerate() {
            let words: String = entry.entry.text.trim().chars().take(24).collect();
            let label = state.messages.with("heard-bring-back", &[("words", words.into())]);
            let button = ActionButton::quiet(&label).icon("undo").small();
            if ui.push_id(at, |ui| button.show(ui, tokens).clicked()).inner {
                wish = Some(Wish::BringBack(at));
            }
        }
    });
    wish
}

fn foot(
    ui: &mut Ui,
    state: &AppState,
    tokens: &Tokens,
    draft: &HeardDraft,
    missing: Option<&'static str>,
) -> Option<Wish> {
    let messages = &state.messages;
    let mut wish = None;
    let first = keys(ui, &KeyboardShortcut::new(Modifiers::ALT, Key::Num1));
    let next = keys(ui, &KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter));
    let why = missing.filter(|_| draft.is_begun()).map(|missing| messages.text(missing));
    match why {
        Some(why) => frame::remark(ui, tokens, true, why),
        None => {
            let help = messages.with("heard-keys", &[("first", first.into())]);
            ui.add(egui::Label::new(text::caption(help, tokens)).wrap());
        }
    }
    frame::foot(ui, |ui| {
        let ready = missing.is_none();
        let save = ActionButton::primary(messages.text("heard-save")).enabled(ready);
        let tip = messages.text("heard-save-tip");
        if save.tooltip(why.unwrap_or(tip)).show(ui, tokens).clicked() {
            wish = Some(Wish::Save);
        }
        let more = ActionButton::secondary(messages.text("heard-save-next")).enabled(ready);
        if more.tooltip(&next).show(ui, tokens).clicked() {
            wish = Some(Wish::SaveAndNext);
        }
        if ActionButton::quiet(messages.text("cancel")).show(ui, tokens).clicked() {
            wish = Some(Wish::Cancel);
        }
    });
    wish
}

struct Saved {
    next: HeardDraft,
    actions: Vec<Action>,
}

/// What is to be done to save the entry; `None` while something is missing.
fn save(state: &AppState, draft: &HeardDraft) -> Option<Saved> {
    let evidence = observation(&draft.entry, state.clock.today(), state.clock.new_entry())?;
    let (edit, id) = added(state, &draft.who, vec![evidence])?;
    let messages = &state.messages;
    let letters = marks_in_letters(&draft.entry, messages.text("heard-not"));
    let key = if letters.is_empty() { "heard-saved-note" } else { "heard-saved" };
    let name = shortened(&draft.who.name);
    let told = messages.with(key, &[("name", name.into()), ("letters", Arg::from(&letters))]);
    // A new person is there from now on.
    let who = Who::person(id, draft.who.name.trim().to_owned());
    let next = HeardDraft { who, ..draft.next() };
    Some(Saved { next, actions: vec![Action::EditAndTell(edit, told)] })
}
