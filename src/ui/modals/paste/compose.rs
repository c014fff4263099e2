//! The first step: whose text it is, and the text.

use egui::{Id, Key, KeyboardShortcut, Layout, Modifiers, ScrollArea, TextEdit, Ui};

use super::super::frame;
use super::super::who;
use super::{Scene, Typed, Wish};
use crate::app::finder::Finder;
use crate::app::pasted::{LONGEST, PasteDraft};
use crate::i18n::Arg;
use crate::ui::shell::keys;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::text;

fn text_id() -> Id {
    Id::unique("paste-text")
}

pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    typed: &mut Typed<'_>,
    finder: &mut Finder,
    draft: &mut PasteDraft,
) -> Option<Wish> {
    let (tokens, messages) = (scene.tokens, &scene.state.messages);
    let go = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    draft.who.forget_if(|id| !scene.library.work.has_counterpart(id));
    let is_clear = draft.who.is_clear() && !draft.who.is_guessed;
    let mut input = who::Input {
        state: scene.state,
        library: scene.library,
        finder,
        tokens,
        selected: typed.selected,
        focus: typed.opened && !is_clear,
    };
    let goes_on = who::show(ui, &mut input, &mut draft.who);
    ui.label(text::caption(messages.text("paste-what"), tokens));
    let height = (frame::room_below(ui.ctx()) - 230.0).clamp(120.0, 340.0);
    let response = ScrollArea::vertical()
        .id_salt("paste-text")
        .max_height(height)
        .min_scrolled_height(height)
        .show(ui, |ui| {
            let hint = text::body(messages.text("paste-hint"), tokens).color(tokens.text_3);
            let edit = TextEdit::multiline(&mut draft.text)
                .id(text_id())
                .hint_text(hint)
                .desired_width(f32::INFINITY)
                .min_size(egui::Vec2::new(0.0, height))
                .text_color(tokens.text)
                .margin(egui::Margin::symmetric(10, 7));
            ui.add(edit).accessible_name(messages.text("paste-text"))
        })
        .inner;
    if goes_on || (typed.opened && is_clear) {
        response.request_focus();
    }
    if response.changed() {
        draft.changed();
    }
    let has_text = !draft.text.trim().is_empty();
    let ready = has_text && draft.who.is_clear();
    let mut wish = (go && ready).then_some(Wish::Read);
    if go && !draft.who.is_clear() {
        ui.memory_mut(|memory| memory.request_focus(who::field_id()));
    }
    let key = keys(ui, &KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter));
    frame::foot(ui, |ui| {
        let why = if draft.who.is_clear() { "paste-text" } else { "heard-missing-who" };
        let tip = if ready { key.as_str() } else { messages.text(why) };
        let read = ActionButton::primary(messages.text("paste-read")).enabled(ready).tooltip(tip);
        if read.show(ui, tokens).clicked() {
            wish = Some(Wish::Read);
        }
        if has_text {
            let discard = ActionButton::quiet(messages.text("paste-discard"));
            if discard.tooltip(messages.text("paste-discard-tip")).show(ui, tokens).clicked() {
                wish = Some(Wish::Discard);
            }
        }
        ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
            let told = if draft.cut > 0 {
                let kilobytes = |bytes: usize| Arg::from(bytes.div_ceil(1024));
                let args = [("most", kilobytes(LONGEST)), ("kilobytes", kilobytes(draft.cut))];
                text::caption(messages.with("paste-cut", &args), tokens).color(tokens.warn)
            } else if has_text && !draft.who.is_clear() {
                text::caption(messages.text("heard-missing-who"), tokens).color(tokens.warn)
            } else {
                let signs = draft.text.len();
                let kilobytes = Arg::from(signs.div_ceil(1024));
                let told = messages.with("paste-size", &[("kilobytes", kilobytes)]);
                text::caption(if has_text { told } else { String::new() }, tokens)
            };
            text::one_line(ui, told);
        });
    });
    wish
}
