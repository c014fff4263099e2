//! "What did they agree to DO?": their actions, each with a person and a day.

use egui::{Align, CornerRadius, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2};
use uuid::Uuid;

use super::{commitment_entry, of_party, their_party, verdict};
use crate::app::edit::{CommitmentEdit, MeetingEdit};
use crate::domain::ids::EntryId;
use crate::domain::outcome::{Commitment, CommitmentState, Detail, Verdict, judge};
use crate::domain::session::{LogKind, Meeting, Session};
use crate::i18n::Arg;
use crate::i18n::parse_date::parse_date;
use crate::ui::context::Cx;
use crate::ui::theme::icons;
use crate::ui::theme::tokens::size;
use crate::ui::widgets::button::ActionButton;
use crate::ui::widgets::card::Card;
use crate::ui::widgets::columns::{Track, cell, split};
use crate::ui::widgets::field::Field;
use crate::ui::widgets::text;
use crate::ui::widgets::tick::tick_box;

const GAP: f32 = 8.0;
const ROW: f32 = 44.0;
const TRACKS: [Track; 7] = [
    Track::Share(2.3),
    Track::Share(0.8),
    Track::Fixed(64.0),
    Track::Share(1.4),
    Track::Fixed(52.0),
    Track::Fixed(112.0),
    Track::Fixed(26.0),
];

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting, place: Rect) {
    let tokens = cx.tokens;
    let theirs = their_party(session);
    let count = of_party(meeting, theirs).count();
    let caption = cx.tr("commitments-caption", &[("count", Arg::from(count))]);
    let motto = cx.t("commitments-motto");
    Card::new(cx.t("commitments-title")).caption(caption).fixed().show_with_actions(
        ui,
        tokens,
        place,
        |ui| {
            ui.label(text::caption(motto, tokens));
        },
        |ui| {
            let entry_height = commitment_entry::height(cx, meeting, ui.available_width());
            let mut table = ui.available_rect_before_wrap();
            table.set_bottom(
                (place.bottom() - size::CARD_PADDING - entry_height - 8.0).max(table.top() + 60.0),
            );
            let mut child = ui.new_child(UiBuilder::new().id_salt("table").max_rect(table));
            child.set_clip_rect(
                table.expand2(Vec2::new(size::CARD_PADDING, 0.0)).intersect(ui.clip_rect()),
            );
            child.spacing_mut().item_spacing.y = 0.0;
            head(&mut child, cx);
            let mut taken = false;
            ScrollArea::vertical().id_salt("actions").auto_shrink(false).show(&mut child, |ui| {
                if count == 0 {
                    ui.add_space(10.0);
                    ui.label(text::body(cx.t("commitments-empty"), tokens));
                }
                let short = meeting.outcome.shortfalls();
                for (index, commitment) in of_party(meeting, theirs) {
                    let missing = short.iter().find(|short| short.index == index);
                    let missing = missing.map(|short| short.missing.as_slice()).unwrap_or_default();
                    ui.push_id(
                        commitment.id.map_or_else(|| (Uuid::nil(), index), |id| (id.0, 0)),
                        |ui| {
                            one(ui, cx, session, meeting, commitment, missing);
                        },
                    );
                }
                taken = logged(ui, cx, session, meeting);
            });
            ui.advance_cursor_after_rect(table);
            commitment_entry::show(ui, cx, session, meeting, taken);
        },
    );
}

/// Promises that were logged at the table and are not among the actions yet; returns whether one
/// was taken into the entry.
fn logged(ui: &mut Ui, cx: &mut Cx<'_>, session: &Session, meeting: &Meeting) -> bool {
    let tokens = cx.tokens;
    let mut taken = false;
    let entered = |words: &str| {
        meeting.outcome.commitments.iter().any(|commitment| commitment.action.trim() == words)
    };
    for entry in &session.log {
        let words = entry.text.trim();
        let open = entry.kind == LogKind::Promise && entry.meeting == meeting.id;
        if !open || words.is_empty() || entered(words) {
            continue;
        }
        let size = Vec2::new(ui.available_width(), ROW);
        let layout = egui::Layout::right_to_left(Align::Center);
        ui.push_id(entry.id.0, |ui| {
            ui.allocate_ui_with_layout(size, layout, |ui| {
                let take = ActionButton::secondary(cx.t("commitments-take")).small();
                if take.enabled(!cx.read_only).show(ui, tokens).clicked() {
                    cx.drafts.meetings.entry(meeting.id).or_default().action = words.to_owned();
                    taken = true;
                }
                ui.with_layout(egui::Layout::left_to_right(Align::Center), |ui| {
                    let line = cx.tr("commitments-logged", &[("words", words.into())]);
                    text::one_line(ui, text::body(line, tokens)).on_hover_text(words);
                });
            });
        });
    }
    taken
}

fn head(ui: &mut Ui, cx: &Cx<'_>) {
    let tokens = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 28.0), Sense::hover());
    let band = rect.expand2(Vec2::new(size::CARD_PADDING - 1.0, 0.0));
    ui.painter().rect_filled(band, CornerRadius::ZERO, tokens.sunken);
    let heads = [
        cx.t("commitment-action"),
        cx.t("commitment-who"),
        cx.t("commitment-when"),
        cx.t("commitment-cost"),
        cx.t("commitment-binding"),
        cx.t("commitment-state"),
    ];
    for (place, label) in split(rect, GAP, &TRACKS).into_iter().zip(heads) {
        cell(ui, label, place, Align::Min, |ui| {
            text::one_line(ui, text::label(label, tokens).color(tokens.text_3));
        });
    }
}

/// Changes one promise, if it has an id; those written by hand without one are shown only.
pub fn change(
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    id: Option<EntryId>,
    edit: CommitmentEdit,
) {
    if let Some(id) = id {
        cx.edit_meeting(session.id, meeting.id, MeetingEdit::Commitment(id, edit));
    }
}

fn one(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    commitment: &Commitment,
    missing: &[Detail],
) {
    let tokens = cx.tokens;
    let key = ui.make_persistent_id("editing");
    let mut editing: bool = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let (rect, hover) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), ROW), Sense::hover());
    let band = rect.expand2(Vec2::new(size::CARD_PADDING - 1.0, 0.0));
    if hover.contains_pointer() {
        ui.painter().rect_filled(band, CornerRadius::ZERO, tokens.hover);
    }
    ui.painter().hline(band.x_range(), rect.top(), Stroke::new(1.0, tokens.border));
    let cells = split(rect, GAP, &TRACKS);
    let [action, who, when, cost, binding, state, more] = cells.as_slice() else { return };
    let broken = commitment.state == CommitmentState::Broken;
    let ink = if broken { tokens.text_3 } else { tokens.text };
    cell(ui, "action", *action, Align::Min, |ui| {
        let mut label = text::value(&commitment.action, tokens).color(ink);
        if broken {
            label = label.strikethrough();
        }
        text::two_lines(ui, label).on_hover_text(&commitment.action);
    });
    cell(ui, "who", *who, Align::Min, |ui| {
        let person = commitment.person.as_deref().unwrap_or("–");
        text::one_line(ui, text::body(person, tokens)).on_hover_text(person);
    });
    cell(ui, "when", *when, Align::Min, |ui| due(ui, cx, commitment));
    cell(ui, "cost", *cost, Align::Min, |ui| {
        let words = if commitment.cost.is_empty() { "–" } else { &commitment.cost };
        text::two_lines(ui, text::body(words, tokens)).on_hover_text(words);
    });
    let enabled = !cx.read_only && commitment.id.is_some();
    cell(ui, "binding", *binding, Align::Min, |ui| {
        ui.add_enabled_ui(enabled, |ui| {
            let name = cx.t("commitment-binding-tip");
            if tick_box(ui, tokens, commitment.binding, name).clicked() {
                let edit = CommitmentEdit::Binding(!commitment.binding);
                change(cx, session, meeting, commitment.id, edit);
            }
        });
    });
    cell(ui, "state", *state, Align::Min, |ui| {
        ui.add_enabled_ui(enabled, |ui| {
            state_buttons(ui, cx, session, meeting, commitment);
            let word = cx.messages.word("commitment", commitment.state.id());
            text::one_line(ui, text::caption(word, tokens));
        });
    });
    cell(ui, "more", *more, Align::Max, |ui| {
        let name = cx.tr("commitment-edit", &[("action", commitment.action.as_str().into())]);
        let button = ActionButton::icon_only("edit", &name).colour(tokens.text_3).selected(editing);
        if button.enabled(enabled).show(ui, tokens).clicked() {
            editing = !editing;
        }
    });
    if !missing.is_empty() {
        shortfall(ui, cx, meeting, missing, || editing = true);
    }
    if editing {
        fields(ui, cx, session, meeting, commitment);
    }
    ui.data_mut(|data| data.insert_temp(key, editing));
}

/// The day, marked when it has passed.
pub fn due(ui: &mut Ui, cx: &Cx<'_>, commitment: &Commitment) {
    let tokens = cx.tokens;
    let Some(day) = commitment.due else {
        ui.label(text::body("–", tokens));
        return;
    };
    let late = commitment.is_overdue(cx.today());
    let colour = if late { tokens.warn } else { tokens.text_2 };
    let tip = if late {
        cx.messages.due_day(day, cx.today())
    } else {
        cx.messages.relative_day(day, cx.today())
    };
    text::one_line(ui, text::body(cx.messages.date_short(day), tokens).color(colour))
        .on_hover_text(tip);
}

/// Kept and broken as two signs; neither means open.
pub fn state_buttons(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    commitment: &Commitment,
) {
    let tokens = cx.tokens;
    ui.spacing_mut().item_spacing.x = 2.0;
    let states = [
        (CommitmentState::Kept, "check", tokens.ok),
        (CommitmentState::Broken, "cross", tokens.warn),
    ];
    for (state, icon, colour) in states {
        let selected = commitment.state == state;
        let name = cx.messages.word("commitment", state.id());
        let colour = if selected { colour } else { tokens.text_3 };
        let response =
            ActionButton::icon_only(icon, name).colour(colour).selected(selected).show(ui, tokens);
        let enabled = ui.is_enabled();
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, selected, name)
        });
        if response.clicked() {
            let to = if selected { CommitmentState::Open } else { state };
            change(cx, session, meeting, commitment.id, CommitmentEdit::State(to));
        }
    }
}

fn shortfall(
    ui: &mut Ui,
    cx: &Cx<'_>,
    meeting: &Meeting,
    missing: &[Detail],
    mut edit: impl FnMut(),
) {
    let tokens = cx.tokens;
    let words = verdict::missing(cx, missing);
    let would_advance = judge(&meeting.outcome).verdict == Verdict::Continuation;
    let id = if would_advance { "commitment-becomes-advance" } else { "commitment-would-count" };
    let label = cx.tr(id, &[("missing", words.into())]);
    ui.horizontal(|ui| {
        ui.set_height(22.0);
        ui.add(icons::sized("bulb", 13.0).tint(tokens.warn).alt_text(""));
        let button = ActionButton::quiet(&label).small().colour(tokens.warn);
        if button.enabled(!cx.read_only).show(ui, tokens).clicked() {
            edit();
        }
    });
}

fn fields(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    commitment: &Commitment,
) {
    let tokens = cx.tokens;
    ui.add_space(4.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let room = ui.available_width() - 4.0 * GAP - 34.0;
        let field = Field::new(cx.t("commitment-action")).width(room * 0.4);
        if let Some(action) = field.edit(ui, tokens, &commitment.action) {
            change(cx, session, meeting, commitment.id, CommitmentEdit::Action(action));
        }
        let field = Field::new(cx.t("commitment-who")).width(room * 0.2);
        let person = commitment.person.clone().unwrap_or_default();
        if let Some(person) = field.edit(ui, tokens, &person) {
            change(cx, session, meeting, commitment.id, CommitmentEdit::Person(person));
        }
        due_field(ui, cx, session, meeting, commitment, room * 0.17);
        let field = Field::new(cx.t("commitment-cost")).width(room * 0.23);
        if let Some(cost) = field.edit(ui, tokens, &commitment.cost) {
            change(cx, session, meeting, commitment.id, CommitmentEdit::Cost(cost));
        }
        ui.vertical(|ui| {
            // Level with the fields, below their labels.
            ui.add_space(22.0);
            let remove =
                ActionButton::icon_only("trash", cx.t("meeting-remove")).colour(tokens.text_3);
            if let (true, Some(id)) = (remove.show(ui, tokens).clicked(), commitment.id) {
                cx.edit_meeting(session.id, meeting.id, MeetingEdit::RemoveCommitment(id));
            }
        });
    });
    ui.add_space(8.0);
}

/// What cannot be read as a day stays as typed until it can.
pub fn due_field(
    ui: &mut Ui,
    cx: &mut Cx<'_>,
    session: &Session,
    meeting: &Meeting,
    commitment: &Commitment,
    width: f32,
) {
    let Some(id) = commitment.id else { return };
    let tokens = cx.tokens;
    let key = format!("due-{id}");
    let written = commitment.due.map_or_else(String::new, |day| cx.messages.date(day));
    let typed = cx.drafts.unparsed.get(&key).cloned();
    let mut value = typed.clone().unwrap_or_else(|| written.clone());
    let unreadable =
        typed.is_some() && !value.trim().is_empty() && parse_date(&value, cx.today()).is_none();
    let response = Field::new(cx.t("commitment-when"))
        .hint(cx.t("commitment-when-hint"))
        .width(width)
        .problem(unreadable.then_some(cx.t("meeting-date-unreadable")))
        .show(ui, tokens, &mut value);
    if response.changed() {
        let day = parse_date(&value, cx.today());
        if day.is_some() || value.trim().is_empty() {
            change(cx, session, meeting, commitment.id, CommitmentEdit::Due(day));
        }
        // While the field is in use it shows what was typed, not how it was understood.
        cx.drafts.unparsed.insert(key, value);
    } else if !response.has_focus() && typed.is_some() && !unreadable {
        cx.drafts.unparsed.remove(&key);
    }
}
