//! The entry of the quick log: a letter for the kind, "@" and a name, the words, Enter.

use egui::{Event, EventFilter, FocusDirection, Id, Key, Modifiers, Ui, Vec2};

use super::quick::Reading;
use super::summon::{self, Summons};
use super::{Scene, choose_person, log_strip, quick};
use crate::app::command::UiCommand;
use crate::app::drafts::MeetingDraft;
use crate::app::quick_line::NUMBERED;
use crate::domain::ids::CounterpartId;
use crate::domain::session::{LogEntry, LogKind, Session};
use crate::ui::context::Cx;
use crate::ui::widgets::chip::filter_chip;
use crate::ui::widgets::field::{Field, submitted};

const NUMBERS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What the keys of the entry asked for, besides typing.
#[derive(Debug, Clone, Copy, Default)]
struct Keys {
    /// Alt and a number, counted from 0.
    number: Option<usize>,
    /// Tab, where there is more than one card or speaker to go through.
    tab: bool,
    /// The arrow up, in an empty line.
    up: bool,
}

pub fn field_id(scene: &Scene<'_>) -> Id {
    Id::unique(("log-text", scene.meeting.id.0))
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, scene: &Scene<'_>) {
    let tokens = cx.tokens;
    let (session, meeting) = (scene.session, scene.meeting.id);
    let id = field_id(scene);
    let mut draft = cx.drafts.meetings.entry(meeting).or_default().clone();
    let before = draft.clone();
    leave_removed(&mut draft, session);
    let called = summon::summons(ui, cx, UiCommand::WriteLog, id);
    if called == Summons::Next && draft.log_changed.is_none() {
        draft.log_kind = summon::next_of(&LogKind::BY_HAND, draft.log_kind);
    }
    let speaker = scene.person.map(|person| person.id);
    let keys = keys(ui, id, draft.log_text.is_empty(), || {
        has_choice(cx, session, &quick::read(cx, session, &draft, speaker), speaker)
    });
    let field = Field::new(cx.t("log-text")).hint(cx.t("log-text-hint")).hide_label().id(id).show(
        ui,
        tokens,
        &mut draft.log_text,
    );
    if called == Summons::Focus {
        summon::bring_up(ui, &field);
    }
    if draft.log_text != before.log_text {
        draft.log_card = 0;
    }
    let mut reading = quick::read(cx, session, &draft, speaker);
    // Where there is something to choose Tab chooses it; else it goes on, as everywhere.
    let tab = !draft.log_text.is_empty() && has_choice(cx, session, &reading, speaker);
    let filter = EventFilter { tab, horizontal_arrows: true, vertical_arrows: true, escape: false };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if keys.tab {
        if reading.cards.len() > 1 {
            draft.log_card = draft.log_card.wrapping_add(1);
        } else if !quick::is_tactic(reading.kind)
            && let Some(next) = next_speaker(cx, session, speaker)
        {
            choose_person(ui, session, next);
            reading.person = reading.person.map(|_| next);
        }
    }
    let mut chosen = keys.number.and_then(|number| NUMBERED.get(number)).copied();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(3.0);
        for (number, kind) in (1..).zip(NUMBERED) {
            let label = cx.messages.word("log-short", kind.id());
            let selected = reading.offer.is_none()
                && (reading.kind == kind
                    || (quick::is_tactic(kind) && quick::is_tactic(reading.kind)));
            let tip = cx.tr("log-kind-tip", &[("number", number.into())]);
            if filter_chip(ui, tokens, selected, label).on_hover_text(tip).clicked() {
                chosen = Some(kind);
            }
        }
    });
    if let Some(kind) = chosen {
        draft.log_kind = kind;
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let asked = log_strip::show(ui, cx, scene, &draft, &reading, keys.number);
    if asked.card.is_some() || asked.taken || asked.cancel {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    draft.log_card = asked.card.unwrap_or(draft.log_card);
    let mut done = asked.done;
    if submitted(ui, &field) {
        // The next line is never far.
        ui.memory_mut(|memory| memory.request_focus(id));
        if quick::save(cx, session, scene.meeting, &draft, &reading) {
            if let Some(person) = reading.person.filter(|_| session.counterparts.len() > 1) {
                choose_person(ui, session, person);
            }
            done = true;
        }
    }
    let escaped = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if draft.log_changed.is_some() && (asked.cancel || escaped) {
        done = true;
    }
    if done {
        finish(&mut draft);
    }
    if draft != before {
        cx.drafts.meetings.insert(meeting, draft);
    }
    if keys.up {
        let mut lines: Vec<&LogEntry> = session
            .log
            .iter()
            .filter(|entry| entry.meeting == meeting && may_change(entry))
            .collect();
        lines.sort_by_key(|entry| entry.at);
        if let Some(last) = lines.last() {
            change(ui, cx, scene, last);
        }
    }
}

/// Leaves the change of a line; what was half typed before it comes back.
fn finish(draft: &mut MeetingDraft) {
    draft.log_text = std::mem::take(&mut draft.log_aside);
    draft.log_changed = None;
    draft.log_card = 0;
}

/// The same when the line that is being changed is gone: its words go with it.
pub fn leave_removed(draft: &mut MeetingDraft, session: &Session) {
    if draft.log_changed.is_some_and(|id| session.log.iter().all(|entry| entry.id != id)) {
        finish(draft);
    }
}

/// Whether there is more than one card or speaker to go through.
fn has_choice(
    cx: &Cx<'_>,
    session: &Session,
    reading: &Reading,
    speaker: Option<CounterpartId>,
) -> bool {
    if quick::is_tactic(reading.kind) {
        return reading.cards.len() > 1;
    }
    next_speaker(cx, session, speaker).is_some()
}

/// Whether the words of a line can be changed; those on phases say what was clicked.
pub fn may_change(entry: &LogEntry) -> bool {
    entry.kind != LogKind::PhaseChange
}

/// Brings a line back into the entry.
pub fn change(ui: &Ui, cx: &mut Cx<'_>, scene: &Scene<'_>, entry: &LogEntry) {
    let line = quick::line_of(cx, entry);
    let draft = cx.drafts.meetings.entry(scene.meeting.id).or_default();
    if draft.log_changed.is_none() {
        draft.log_aside = std::mem::take(&mut draft.log_text);
    }
    draft.log_text = line;
    draft.log_card = 0;
    draft.log_changed = Some(entry.id);
    let id = field_id(scene);
    ui.memory_mut(|memory| memory.request_focus(id));
    // The cursor goes to the end of the words.
    if let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), id) {
        let end = egui::text::CCursor::new(usize::MAX);
        state.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
        state.store(ui.ctx(), id);
    }
}

/// Who is next at the table; `None` if there is one person at most.
pub fn next_speaker(
    cx: &Cx<'_>,
    session: &Session,
    speaker: Option<CounterpartId>,
) -> Option<CounterpartId> {
    let people: Vec<_> = cx.work.people_of(&session.counterparts).map(|person| person.id).collect();
    let speaker = speaker.filter(|_| people.len() > 1)?;
    Some(summon::next_of(&people, speaker))
}

/// Takes the keys of the entry before its field sees them.
fn keys(ui: &Ui, id: Id, empty: bool, has_choice: impl FnOnce() -> bool) -> Keys {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return Keys::default();
    }
    let pressed = |key: Key, modifiers: Modifiers| {
        ui.input(|input| input.key_pressed(key) && input.modifiers.matches_exact(modifiers))
    };
    // Shift+Tab always goes back, though the field keeps Tab for itself.
    if pressed(Key::Tab, Modifiers::SHIFT) {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::Previous));
    }
    let tab = !empty && pressed(Key::Tab, Modifiers::NONE) && has_choice();
    ui.input_mut(|input| Keys {
        number: number(&mut input.events),
        tab: tab && input.consume_key(Modifiers::NONE, Key::Tab),
        up: empty && input.consume_key(Modifiers::NONE, Key::ArrowUp),
    })
}

/// Takes Alt and a number, with the text that the system makes of it.
fn number(events: &mut Vec<Event>) -> Option<usize> {
    let (at, number) = events.iter().enumerate().find_map(|(at, event)| match event {
        Event::Key { key, pressed: true, modifiers, .. }
            if modifiers.alt && !modifiers.ctrl && !modifiers.command =>
        {
            Some((at, NUMBERS.iter().position(|number| number == key)?))
        }
        _ => None,
    })?;
    events.remove(at);
    if matches!(events.get(at), Some(Event::Text(_))) {
        events.remove(at);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alt_and_a_number_type_nothing() {
        let key = |modifiers| Event::Key {
            key: Key::Num7,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let mut events = vec![key(Modifiers::ALT), Event::Text("7".to_owned())];
        assert_eq!(number(&mut events), Some(6));
        assert!(events.is_empty());
        let mut typed = vec![key(Modifiers::NONE), Event::Text("7".to_owned())];
        assert_eq!(number(&mut typed), None);
        assert_eq!(typed.len(), 2);
    }
}
