//! The entry of the next action, at the bottom of the table.

use egui::{Id, Ui};

use super::their_party;
use crate::app::drafts::MeetingDraft;
use crate::app::edit::MeetingEdit;
use crate::domain::outcome::{Commitment, CommitmentState};
use crate::domain::session::{Meeting, Session};
use crate::i18n::parse_date::parse_date;
use crate::ui::context::Cx;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::field::{Field, submitted};
use crate::ui::widgets::segmented::segmented;
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick_box;

const ROW: f32 = 34.0;
const GAP: f32 = 8.0;
const PROBLEM: f32 = 20.0;
/// Below this width the entry takes two rows.
const TWO_ROWS: f32 = 640.0;

/// What the entry needs.
pub fn height(cx: &Cx<'_>, meeting: &Meeting, width: f32) -> f32 {
    let rows = if width < TWO_ROWS { 2.0 * ROW + GAP } else { ROW };
    let unreadable =
        cx.drafts.meetings.get(&meeting.id).is_some_and(|draft| is_unreadable(cx, draft));
    if unreadable { rows + PROBLEM } else { rows }
}

fn is_unreadable(cx: &Cx<'_>, draft: &MeetingDraft) -> bool {
    !draft.due.trim().is_empty() && parse_date(&draft.due, cx.today()).is_none()
}

/// Shows the entry; `focus` puts the cursor into the action.
pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, mut focus: bool) {
    let tokens = cx.tokens;
    let id = Id::unique(("commitment-action", meeting.id.0));
    let mut draft = cx.drafts.meetings.entry(meeting.id).or_default().clone();
    let before = draft.clone();
    let mut add = false;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        let width = ui.available_width();
        let two_rows = width < TWO_ROWS;
        ui.spacing_mut().item_spacing = egui::Vec2::splat(GAP);
        let mut details = |ui: &mut Ui, draft: &mut MeetingDraft, room: f32| {
            add |= details_row(ui, cx, draft, room, id);
        };
        let mut first = false;
        ui.horizontal(|ui| {
            let sides =
                [(false, cx.messages.word("side", "them")), (true, cx.messages.word("side", "us"))];
            if let Some(mine) = segmented(
                ui,
                tokens,
                cx.messages.text("commitment-whose"),
                Some(draft.mine),
                &sides,
            ) {
                draft.mine = mine;
                focus = true;
            }
            first = true;
            let room = ui.available_width();
            let action_width = if two_rows { room } else { (room * 0.34).max(120.0) };
            let hint = if draft.mine { "commitment-mine-hint" } else { "commitment-action-hint" };
            let action = Field::new(cx.messages.text("commitment-action"))
                .hint(cx.messages.text(hint))
                .hide_label()
                .id(id)
                .width(action_width)
                .show(ui, tokens, &mut draft.action);
            if submitted(ui, &action) {
                first = false;
            }
            // A field that is drawn after the click lets the focus go; so it is given here.
            if focus {
                action.request_focus();
            }
            if !two_rows {
                let room = ui.available_width();
                details(ui, &mut draft, room);
            }
        });
        if two_rows {
            ui.horizontal(|ui| {
                let room = ui.available_width();
                details(ui, &mut draft, room);
            });
        }
        add |= !first;
    });
    if is_unreadable(cx, &draft) {
        ui.label(text::caption(cx.t("meeting-date-unreadable"), tokens).color(tokens.warn));
    }
    if add {
        ui.memory_mut(|memory| memory.request_focus(id));
        if !draft.action.trim().is_empty() && !is_unreadable(cx, &draft) {
            push(cx, session, meeting, &draft);
            let mine = draft.mine;
            let keep = MeetingDraft { mine, ..draft.clone() };
            draft = MeetingDraft {
                action: String::new(),
                person: String::new(),
                due: String::new(),
                cost: String::new(),
                binding: false,
                ..keep
            };
        }
    }
    if draft != before {
        cx.drafts.meetings.insert(meeting.id, draft);
    }
}

/// Who, by when, at what cost, binding; returns whether it is to be added.
fn details_row(ui: &mut Ui, cx: &Cx<'_>, draft: &mut MeetingDraft, room: f32, action: Id) -> bool {
    let tokens = cx.tokens;
    let mut add = false;
    let binding = egui::WidgetText::from(text::caption(cx.t("commitment-binding"), tokens))
        .into_galley(
            ui,
            Some(egui::TextWrapMode::Extend),
            f32::INFINITY,
            egui::FontSelection::Default,
        );
    let room = (room - 26.0 - binding.size().x - 60.0 - GAP * 4.0).max(180.0);
    let person = Field::new(cx.t("commitment-who")).hint(cx.t("commitment-who-hint")).hide_label();
    let person = person.width(room * 0.32).show(ui, tokens, &mut draft.person);
    let due = Field::new(cx.t("commitment-when")).hint(cx.t("commitment-when-hint")).hide_label();
    let due = due.width(room * 0.32).show(ui, tokens, &mut draft.due);
    let cost = Field::new(cx.t("commitment-cost")).hint(cx.t("commitment-cost-hint")).hide_label();
    let cost = cost.width(room * 0.36).show(ui, tokens, &mut draft.cost);
    for field in [&person, &due, &cost] {
        add |= submitted(ui, field);
    }
    let ticked = tick_box(ui, tokens, draft.binding, cx.t("commitment-binding-tip")).clicked();
    ui.add_space(-GAP / 2.0);
    // The label is a larger target of the box before it.
    let label = ui.add(egui::Label::new(binding).sense(egui::Sense::CLICK));
    if ticked || label.on_hover_text(cx.t("commitment-binding-tip")).clicked() {
        draft.binding = !draft.binding;
        ui.memory_mut(|memory| memory.request_focus(action));
    }
    let ready = !draft.action.trim().is_empty();
    add |= ActionButton::secondary(cx.t("meeting-add"))
        .enabled(ready && !cx.read_only)
        .show(ui, tokens)
        .clicked();
    add
}

fn push(cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, draft: &MeetingDraft) {
    let mine = draft.mine;
    let mut person = draft.person.trim();
    if person.is_empty() && mine {
        person = cx.work.library().owner.name.trim();
    }
    let commitment = Commitment {
        id: Some(cx.clock.new_entry()),
        party: if mine { session.my_party } else { their_party(session) },
        action: draft.action.trim().to_owned(),
        person: (!person.is_empty()).then(|| person.to_owned()),
        due: parse_date(&draft.due, cx.today()),
        cost: draft.cost.trim().to_owned(),
        binding: draft.binding,
        state: CommitmentState::Open,
    };
    cx.edit_meeting(session.id, meeting.id, MeetingEdit::AddCommitment(commitment));
}
