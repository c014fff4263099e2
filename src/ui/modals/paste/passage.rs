//! The passage in hand: the sentence, what it suggests and why, and the decision.

use egui::{CornerRadius, Event, Key, Modifiers, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use super::Scene;
use crate::app::pasted::{Decided, Passage, PasteDraft, Reading};
use crate::domain::hearing::Heard;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Arg;
use crate::ui::theme::tokens::radius;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::chip::{Tone, bar, chip};
use crate::ui::widgets::suggestion::{Suggestion, emphasised};
use crate::ui::widgets::tag::{Mark, quadrant_toggle};
use crate::ui::widgets::text;

/// The height of what stands below the sentence.
const BELOW: f32 = 106.0;

/// What is done with the passage in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Accept(Quadrant),
    Skip,
    Back,
}

pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    draft: &mut PasteDraft,
    reading: &Reading,
    shown: &[&Passage],
) {
    let (tokens, messages) = (scene.tokens, &scene.state.messages);
    ui.spacing_mut().item_spacing.y = 10.0;
    let Some(passage) = shown.get(draft.at) else {
        end(ui, scene, draft, reading, shown);
        return;
    };
    let words = reading.words(passage);
    let key = passage.key.clone();
    let known = scene.known.contains(&key);
    let decided = draft.decided.get(&key).copied();
    let suggested = passage.heard.as_ref().map(|heard| heard.quadrant);
    let mut step = take_keys(ui, suggested.filter(|_| !known), !known);
    ui.horizontal(|ui| {
        let args = [("number", (draft.at + 1).into()), ("count", shown.len().into())];
        ui.label(text::strong(messages.with("paste-passage-of", &args), tokens));
        #[expect(clippy::cast_precision_loss, reason = "a share on a bar")]
        let share = draft.at as f64 / shown.len().max(1) as f64;
        bar(ui, tokens, 120.0, share, tokens.accent);
        if known {
            chip(ui, tokens, Tone::Warn, messages.text("paste-known"));
        } else if decided == Some(Decided::Skipped) {
            chip(ui, tokens, Tone::Neutral, messages.text("paste-skipped"));
        }
    });
    let place = |at: usize| reading.passages.get(at).map(|one| reading.words(one));
    let at = reading.passages.iter().position(|one| one.span == passage.span).unwrap_or_default();
    let before = at.checked_sub(1).and_then(place).unwrap_or_default();
    let after = place(at + 1).unwrap_or_default();
    // The buttons stay in their place however long the sentence is.
    let width = ui.available_width();
    let height = (ui.available_height() - BELOW).max(72.0);
    let (place, _) = ui.allocate_exact_size(Vec2::new(width, height), Sense::hover());
    let corner = CornerRadius::same(radius::CONTROL);
    ui.painter().rect_filled(place, corner, tokens.sunken);
    let builder = UiBuilder::new().id_salt("sentence").max_rect(place.shrink(12.0));
    let mut inner = ui.new_child(builder);
    text::one_line(&mut inner, text::caption(before, tokens));
    let room = (inner.available_height() - 30.0).max(24.0);
    let area = ScrollArea::vertical().id_salt(("words", draft.at)).max_height(room);
    area.show(&mut inner, |ui| {
        ui.set_width(ui.available_width());
        let local = passage.heard.as_ref().map(|heard| moved(heard, passage.span.start));
        ui.add(egui::Label::new(emphasised(words, local.as_ref(), tokens)).wrap());
    });
    text::one_line(&mut inner, text::caption(after, tokens));
    let accepted: Vec<Quadrant> = match decided {
        Some(Decided::Accepted(quadrant)) => vec![quadrant],
        _ => Vec::new(),
    };
    let heard = Heard {
        quadrant: suggested,
        confidence: passage.heard.as_ref().map_or(0.0, |heard| heard.confidence),
        passages: passage.heard.iter().cloned().collect(),
    };
    let line = Suggestion::new(&heard, &reading.text)
        .marked(&accepted)
        .keys(["1", "2", "3", "4"])
        .enabled(!known);
    if let Some(quadrant) = line.show(ui, tokens, messages, &scene.state.catalog) {
        step = Some(Step::Accept(quadrant));
    }
    step = buttons(ui, scene, suggested, &accepted, known, draft.at).or(step);
    ui.add(egui::Label::new(text::caption(messages.text("paste-keys"), tokens)).wrap());
    match step {
        Some(Step::Accept(quadrant)) => {
            draft.decided.insert(key, Decided::Accepted(quadrant));
            draft.at += 1;
        }
        Some(Step::Skip) => {
            draft.decided.insert(key, Decided::Skipped);
            draft.at += 1;
        }
        Some(Step::Back) => draft.at = draft.at.saturating_sub(1),
        None => {}
    }
}

/// The passage with its places counted from the beginning of the sentence.
fn moved(
    heard: &crate::domain::hearing::HeardPassage,
    start: usize,
) -> crate::domain::hearing::HeardPassage {
    let local = |span: &std::ops::Range<usize>| {
        span.start.saturating_sub(start)..span.end.saturating_sub(start)
    };
    crate::domain::hearing::HeardPassage {
        span: local(&heard.span),
        cues: heard.cues.iter().filter(|cue| cue.start >= start).map(local).collect(),
        ..heard.clone()
    }
}

fn buttons(
    ui: &mut Ui,
    scene: &Scene<'_>,
    suggested: Option<Quadrant>,
    accepted: &[Quadrant],
    known: bool,
    at: usize,
) -> Option<Step> {
    let (tokens, messages) = (scene.tokens, &scene.state.messages);
    let mut step = None;
    ui.horizontal(|ui| {
        if let Some(quadrant) = suggested {
            let args = [("letter", Arg::from(quadrant.letter()))];
            let label = messages.with("paste-accept", &args);
            let accept = ActionButton::secondary(&label).icon("check").enabled(!known);
            if accept.show(ui, tokens).clicked() {
                step = Some(Step::Accept(quadrant));
            }
        }
        if ActionButton::secondary(messages.text("paste-skip")).show(ui, tokens).clicked() {
            step = Some(Step::Skip);
        }
        let back = ActionButton::quiet(messages.text("paste-previous")).enabled(at > 0);
        if back.show(ui, tokens).clicked() {
            step = Some(Step::Back);
        }
        ui.add_space(8.0);
        ui.label(text::caption(messages.text("paste-other"), tokens));
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_enabled_ui(!known, |ui| {
            for quadrant in Quadrant::ALL {
                let mark = if accepted.contains(&quadrant) { Mark::Supports } else { Mark::None };
                let name = scene.state.catalog.quadrant(quadrant).name.get(messages.language());
                let args = [("letter", Arg::from(quadrant.letter())), ("name", Arg::from(name))];
                let name = messages.with("paste-accept-as", &args);
                if quadrant_toggle(ui, tokens, quadrant, mark, &name).clicked() {
                    step = Some(Step::Accept(quadrant));
                }
            }
        });
    });
    step
}

/// Single keys belong to the passage while no field and no button has the cursor.
fn take_keys(ui: &Ui, suggested: Option<Quadrant>, may_accept: bool) -> Option<Step> {
    if ui.ctx().text_edit_focused() {
        return None;
    }
    let focused = ui.memory(|memory| memory.focused().is_some());
    ui.input_mut(|input| {
        if input.events.iter().any(|event| matches!(event, Event::Ime(_))) {
            return None;
        }
        let mut pressed = |key: Key| input.consume_key(Modifiers::NONE, key);
        let letters =
            [(Key::Num1, Key::A), (Key::Num2, Key::B), (Key::Num3, Key::C), (Key::Num4, Key::D)];
        for ((number, letter), quadrant) in letters.into_iter().zip(Quadrant::ALL) {
            if (pressed(number) || pressed(letter)) && may_accept {
                return Some(Step::Accept(quadrant));
            }
        }
        if pressed(Key::S) || pressed(Key::Delete) {
            return Some(Step::Skip);
        }
        if pressed(Key::Backspace) || pressed(Key::ArrowLeft) {
            return Some(Step::Back);
        }
        // Enter on a button, reached with Tab, belongs to that button.
        if !focused && pressed(Key::Enter) {
            // What is noted already, or suggests nothing, is passed over.
            return Some(suggested.map_or(Step::Skip, Step::Accept));
        }
        None
    })
}

/// Everything has been gone through, or there is nothing to go through.
fn end(
    ui: &mut Ui,
    scene: &Scene<'_>,
    draft: &mut PasteDraft,
    reading: &Reading,
    shown: &[&Passage],
) {
    let (tokens, messages) = (scene.tokens, &scene.state.messages);
    let back = !shown.is_empty() && take_keys(ui, None, false) == Some(Step::Back);
    ui.add_space((ui.available_height() * 0.2).clamp(8.0, 80.0));
    let (title, what) = if shown.is_empty() {
        let count = [("count", Arg::from(reading.ordinary()))];
        (messages.text("paste-nothing"), messages.with("paste-nothing-what", &count))
    } else {
        (messages.text("paste-done"), messages.text("paste-done-what").to_owned())
    };
    ui.label(text::heading(title, tokens));
    ui.add(egui::Label::new(text::body(what, tokens)).wrap());
    if shown.is_empty() {
        return;
    }
    let button = ActionButton::secondary(messages.text("paste-previous")).icon("chevron-left");
    if button.show(ui, tokens).clicked() || back {
        draft.at = shown.len() - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::hearing::HeardPassage;

    #[test]
    fn cues_are_counted_from_the_beginning_of_the_sentence() {
        let heard = HeardPassage {
            quadrant: Quadrant::B,
            confidence: 0.5,
            span: 10..30,
            cues: vec![5..8, 12..16, 20..22],
        };
        let local = moved(&heard, 10);
        assert_eq!((local.span, local.cues), (0..20, vec![2..6, 10..12]));
    }
}
